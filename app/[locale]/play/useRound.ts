"use client";

import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { playables } from "@/content/_generated/playables";
import type { Grade, Level, SealedInstance, Text } from "@/lib/challenges";
import { scoreOf, starsOf } from "@/lib/challenges";
import { ApiError, call, newKey } from "@/lib/client/api";
import type { Evidence } from "@/lib/client/engine/protocol";
import { startEngine } from "@/lib/client/engine/engine";
import { outbox, untilReached } from "@/lib/client/outbox";
import type { Playable, Reveal, Round } from "@/lib/ui/play/playable";
import { issueInstance, revealInstance, submitAttempt, type AttemptResult, type IssuedInstance } from "@/lib/wire/play";
import { readDraft, readIssued, writeDraft, writeIssued } from "./roundStore";
import { useReports } from "./useReports";

/** What the server said of the attempt so far. The page's own verdict is provisional until "settled". */
export type Settlement =
  | { readonly status: "sending" }
  /** Not reached yet: it is sent by itself, and this settles then. */
  | { readonly status: "kept" }
  | { readonly status: "settled"; readonly result: AttemptResult }
  | { readonly status: "unsent"; readonly problem: Text };

export interface RoundVerdict {
  readonly grade: Grade;
  readonly reveal: Reveal;
  readonly score: number;
  readonly stars: 0 | 1 | 2 | 3;
  readonly gradeMs: number;
  /** Null where the kind needs no tensors, or the engine worker could not run. */
  readonly evidence: Evidence | null;
  readonly settlement: Settlement;
}

/** The instance on the board: in practice drawn from its public seed, here as on the server. */
interface Place {
  readonly seed: string;
  readonly level: Level;
  readonly instance: SealedInstance;
}

export type RoundPhase =
  | { readonly name: "loading" }
  | { readonly name: "failed"; readonly problem: Text }
  | { readonly name: "playing" }
  | { readonly name: "grading" }
  | { readonly name: "verdict"; readonly verdict: RoundVerdict }
  /** The solution was asked for: the instance is closed. */
  | { readonly name: "shown"; readonly reveal: Reveal }
  /** The challenge's own code threw. It costs nothing, and is reported. */
  | { readonly name: "broken" };

export interface RoundOptions {
  readonly kind: string;
  readonly level?: Level;
  /** A shared link's exact instance. */
  readonly seed?: string;
  readonly cardId?: string;
  /** Shown at once, before the server is asked for a token (the landing page's hero). */
  readonly preload?: { readonly playable: Playable; readonly seed: string; readonly level: Level };
  readonly onSettled?: (result: AttemptResult) => void;
  /** The round that stands on the board now, so that its address can name it. */
  readonly onOpened?: (place: { readonly seed: string; readonly level: Level }) => void;
}

/** Changes that follow each other faster than this are one step of undo. */
const MERGE_MS = 300;

const FAILED: Text = {
  ko: "문제를 열지 못했어요. 잠시 뒤에 다시 시도해 주세요.",
  en: "The challenge could not be opened. Try again in a moment.",
};

const problemOf = (error: unknown): Text => (error instanceof ApiError ? error.text : FAILED);
const isBroken = (error: unknown) => error instanceof ApiError && error.code === "broken-instance";

/**
 * One challenge from issue to verdict. The answer survives a reload, a failed request and a lost engine; a fault of the challenge's
 * own code costs the learner nothing.
 */
export function useRound(options: RoundOptions) {
  const { kind, level, seed, cardId, preload, onSettled, onOpened } = options;
  const [playable, setPlayable] = useState<Playable | null>(preload?.playable ?? null);
  const [place, setPlace] = useState<Place | null>(() =>
    preload ? { seed: preload.seed, level: preload.level, instance: preload.playable.draw(preload.seed, preload.level) } : null,
  );
  const [issued, setIssued] = useState<IssuedInstance | null>(null);
  const [phase, setPhase] = useState<RoundPhase>(preload ? { name: "playing" } : { name: "loading" });
  const [history, setHistory] = useState<readonly unknown[]>([]);
  const { byHand, crashed } = useReports(kind);

  const round: Round | null = useMemo(
    () => (playable && place ? playable.open(place.instance.view, place.level) : null),
    [playable, place],
  );
  const [answer, setAnswerState] = useState<unknown>(round?.empty);
  // What a board was about to draw when it threw: no render with it was ever finished.
  const drawn = useRef<unknown>(answer);
  const put = useCallback((next: unknown) => {
    drawn.current = next;
    setAnswerState(next);
  }, []);

  const open = useCallback(
    (game: Playable, at: { seed: string; level: Level }) => {
      setPlayable(game);
      setHistory([]);
      try {
        const instance = game.draw(at.seed, at.level);
        const fresh = game.open(instance.view, at.level);
        const draft = readDraft({ kind, ...at });
        setPlace({ ...at, instance });
        put(draft !== undefined && fresh.accepts(draft) ? draft : fresh.empty);
        setPhase({ name: "playing" });
        onOpened?.(at);
      } catch (error) {
        crashed(error, "generate", { version: game.version, ...at });
        setPhase({ name: "broken" });
      }
    },
    [crashed, kind, onOpened, put],
  );

  const issue = useCallback(
    async (wish: { level?: Level; seed?: string }) => {
      const body = {
        kind,
        ...(wish.level ? { level: wish.level } : {}),
        ...(wish.seed ? { seed: wish.seed } : {}),
        ...(cardId ? { cardId } : {}),
      };
      // A round that comes back is the one that was issued, not somebody's link to it.
      const kept = wish.seed && wish.level ? readIssued({ kind, seed: wish.seed, level: wish.level }) : null;
      const [game, ticket] = await Promise.all([playables[kind](), kept ?? call(issueInstance, { body })]);
      // Without `graded` the server names the seed; this round is drawn from it.
      if (ticket.seed === null) throw new Error("practice came without its seed");
      setIssued(ticket);
      writeIssued({ kind, seed: ticket.seed, level: ticket.level }, ticket);
      return { game, ticket: { ...ticket, seed: ticket.seed } };
    },
    [kind, cardId],
  );

  const begin = useCallback(
    (wish: { level?: Level; seed?: string }) => {
      setPhase({ name: "loading" });
      issue(wish).then(
        ({ game, ticket }) => open(game, { seed: ticket.seed, level: ticket.level }),
        (error: unknown) => setPhase({ name: "failed", problem: problemOf(error) }),
      );
    },
    [issue, open],
  );

  const started = useRef(false);
  useEffect(() => {
    if (started.current || preload) return;
    started.current = true;
    begin({ level, seed });
  }, [begin, level, seed, preload]);

  const changedAt = useRef(-Infinity);
  const setAnswer = useCallback(
    (next: unknown) => {
      // A slider being dragged is one change, not fifty.
      const moment = performance.now();
      if (moment - changedAt.current > MERGE_MS) setHistory((past) => [...past.slice(-49), answer]);
      changedAt.current = moment;
      put(next);
      if (place) writeDraft({ kind, level: place.level, seed: place.seed }, next);
    },
    [answer, kind, place, put],
  );

  const undo = useCallback(() => {
    if (history.length === 0) return;
    changedAt.current = -Infinity;
    put(history[history.length - 1]);
    setHistory(history.slice(0, -1));
  }, [history, put]);

  /** The ticket of the instance on the board. @throws ApiError */
  const ticketOf = useCallback(
    async ({ seed: at, level: on }: Place): Promise<IssuedInstance> => {
      const stands = issued && issued.seed === at && issued.level === on && Date.parse(issued.expiresAt) > Date.now();
      return stands ? issued : (await issue({ seed: at, level: on })).ticket;
    },
    [issue, issued],
  );

  /** Sends the answer (never the score) and settles on the server's word, now or once the server is reached. */
  const send = useCallback(
    async (verdict: Omit<RoundVerdict, "settlement">) => {
      if (!place) return;
      const show = (settlement: Settlement) => setPhase({ name: "verdict", verdict: { ...verdict, settlement } });
      const keep = () => show({ status: "kept" });
      show({ status: "sending" });
      try {
        const ticket = await untilReached(() => ticketOf(place), keep);
        const body = { token: ticket.token, answer };
        const result = await call(submitAttempt, { body, key: newKey(), onKept: keep });
        show({ status: "settled", result });
        onSettled?.(result);
      } catch (error) {
        // The server has filed its own report.
        if (isBroken(error)) setPhase({ name: "broken" });
        else show({ status: "unsent", problem: problemOf(error) });
      }
    },
    [answer, onSettled, place, ticketOf],
  );

  const submit = useCallback(async () => {
    if (!playable || !place) return;
    setPhase({ name: "grading" });
    // The steps of the replay come from this kind's own grade, which is pure: the worker's verdict is the same one.
    let reveal: Reveal;
    try {
      reveal = playable.reveal(place.instance, answer);
    } catch (error) {
      crashed(error, "grade", { version: playable.version, ...place, answer });
      setPhase({ name: "broken" });
      return;
    }
    let { grade } = reveal;
    let gradeMs = 0;
    let evidence: Evidence | null = null;
    try {
      const engine = await startEngine();
      const judged = await engine.worker.judge(kind, place.seed, place.level, answer);
      if (judged.verdict.status !== "graded") throw new Error(judged.verdict.status);
      ({ grade } = judged.verdict);
      ({ gradeMs, evidence } = judged);
    } catch {
      // No worker (an old browser, a crash): the same pure function has graded on this thread, so the answer is not lost.
    }
    const score = scoreOf(grade);
    await send({ grade, reveal, score, stars: starsOf(score), gradeMs, evidence });
  }, [answer, crashed, kind, place, playable, send]);

  /** Shows the solution, which closes the instance: what is sent afterwards brings nothing. @throws ApiError */
  const showSolution = useCallback(async () => {
    if (!playable || !place) return;
    const ticket = await ticketOf(place);
    const key = newKey();
    // Now or not at all: one that came later would close a puzzle that was answered meanwhile.
    const onKept = () => void outbox.discard(key);
    const { solution } = await call(revealInstance, { body: { token: ticket.token }, key, onKept });
    setPhase({ name: "shown", reveal: playable.reveal(place.instance, solution) });
    put(solution);
  }, [place, playable, put, ticketOf]);

  /** The learner's own words on what is wrong here. @throws ApiError */
  const report = useCallback(
    async (message: string) => {
      if (playable && place) await byHand(message, { version: playable.version, ...place, answer });
    },
    [answer, byHand, place, playable],
  );

  /** What a component of the kind threw while it drew. A verdict stands without its replay; a board that is gone ends the round. */
  const onCrash = useCallback(
    (where: "board" | "replay") => (error: unknown) => {
      if (playable && place) crashed(error, where, { version: playable.version, ...place, answer: drawn.current });
      if (where === "board") setPhase({ name: "broken" });
    },
    [crashed, place, playable],
  );

  return {
    phase,
    playable,
    round,
    place,
    answer,
    setAnswer,
    undo,
    canUndo: history.length > 0,
    submit,
    begin,
    showSolution,
    report,
    onCrash,
  };
}
