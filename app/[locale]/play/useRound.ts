"use client";

import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { playables } from "@/content/_generated/playables";
import type { Level, SealedInstance, Text } from "@/lib/challenges";
import { ApiError, call, newKey } from "@/lib/client/api";
import type { Evidence } from "@/lib/client/engine/protocol";
import { startEngine } from "@/lib/client/engine/engine";
import { outbox, untilReached } from "@/lib/client/outbox";
import type { Playable, Reveal, Round } from "@/lib/ui/play/playable";
import { issueInstance, revealInstance, submitAttempt, type AttemptResult, type IssuedInstance } from "@/lib/wire/play";
import { readDraft, readIssued, writeDraft, writeIssued } from "./roundStore";
import { useReports, type Reported } from "./useReports";

/** What the server said of the attempt so far. The page's own verdict is provisional until "settled". */
export type Settlement =
  | { readonly status: "sending" }
  /** Not reached yet: it is sent by itself, and this settles then. */
  | { readonly status: "kept" }
  | { readonly status: "settled"; readonly result: AttemptResult }
  | { readonly status: "unsent"; readonly problem: Text };

export interface RoundVerdict {
  readonly reveal: Reveal;
  readonly gradeMs: number;
  /** Null where the kind needs no tensors, or the engine worker could not run. */
  readonly evidence: Evidence | null;
  readonly settlement: Settlement;
}

/**
 * The instance on the board. Practice is drawn from its public seed, here as on the server. Of graded work the server has sent the view;
 * the rest comes with its verdict.
 */
interface Place {
  readonly level: Level;
  readonly view: unknown;
  /** What it was issued by; null where it stood there before anything was asked of the server. */
  readonly ticket: IssuedInstance | null;
  /** Null for graded work. */
  readonly drawn: { readonly seed: string; readonly instance: SealedInstance } | null;
}

interface Named {
  readonly seed: string;
  readonly level: Level;
}

function practice(game: Playable, { seed, level }: Named, ticket: IssuedInstance | null): Place {
  const instance = game.draw(seed, level);
  return { level, view: instance.view, ticket, drawn: { seed, instance } };
}

const stands = (ticket: IssuedInstance): boolean => Date.parse(ticket.expiresAt) > Date.now();

export type RoundPhase =
  | { readonly name: "loading" }
  | { readonly name: "failed"; readonly problem: Text }
  | { readonly name: "playing" }
  | { readonly name: "grading" }
  /** Graded work whose answer waits for the server: only there is it graded. */
  | { readonly name: "kept" }
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
  /** A review of this skill card: graded work, whose seed stays on the server. */
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
  const [place, setPlace] = useState<Place | null>(() => (preload ? practice(preload.playable, preload, null) : null));
  const [phase, setPhase] = useState<RoundPhase>(preload ? { name: "playing" } : { name: "loading" });
  const [history, setHistory] = useState<readonly unknown[]>([]);
  // Of the rounds on this board: what belongs to one does not go over to the next, however late it comes.
  const [number, setNumber] = useState(0);
  const asked = useRef(0);
  const { byHand, crashed } = useReports(kind);

  const round: Round | null = useMemo(() => (playable && place ? playable.open(place.view, place.level) : null), [playable, place]);
  const [answer, setAnswerState] = useState<unknown>(round?.empty);
  // What a board was about to draw when it threw: no render with it was ever finished.
  const drawn = useRef<unknown>(answer);
  const put = useCallback((next: unknown) => {
    drawn.current = next;
    setAnswerState(next);
  }, []);

  /** Lays on the board what the server issued. */
  const open = useCallback(
    (game: Playable, ticket: IssuedInstance) => {
      setPlayable(game);
      setHistory([]);
      const { level: on, seed: at } = ticket;
      try {
        const next = at === null ? { level: on, view: ticket.view, ticket, drawn: null } : practice(game, { seed: at, level: on }, ticket);
        const fresh = game.open(next.view, on);
        const draft = at === null ? undefined : readDraft({ kind, level: on, seed: at });
        setPlace(next);
        setNumber((n) => n + 1);
        put(draft !== undefined && fresh.accepts(draft) ? draft : fresh.empty);
        setPhase({ name: "playing" });
        if (at !== null) onOpened?.({ seed: at, level: on });
      } catch (error) {
        const which = at === null ? { work: ticket.token } : { seed: at };
        crashed(error, "generate", { version: game.version, level: on, ...which });
        setPhase({ name: "broken" });
      }
    },
    [crashed, kind, onOpened, put],
  );

  const issue = useCallback(
    async (wish: { level?: Level; seed?: string }) => {
      const body = { kind, ...wish, cardId, ...(cardId ? { graded: true as const } : {}) };
      // A round that comes back is the one that was issued, not somebody's link to it.
      const kept = wish.seed && wish.level ? readIssued({ kind, seed: wish.seed, level: wish.level }) : null;
      const [game, ticket] = await Promise.all([playables[kind](), kept ?? call(issueInstance, { body })]);
      if (ticket.seed !== null) writeIssued({ kind, seed: ticket.seed, level: ticket.level }, ticket);
      return { game, ticket };
    },
    [kind, cardId],
  );

  const begin = useCallback(
    (wish: { level?: Level; seed?: string }) => {
      const mine = ++asked.current;
      setPhase({ name: "loading" });
      issue(wish).then(
        ({ game, ticket }) => mine === asked.current && open(game, ticket),
        (error: unknown) => mine === asked.current && setPhase({ name: "failed", problem: problemOf(error) }),
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

  // What stood on a board that was in the page before anything was asked: read once the page is in the browser, which alone knows it.
  useEffect(() => {
    if (!preload) return;
    const frame = requestAnimationFrame(() => {
      const draft = readDraft({ kind, level: preload.level, seed: preload.seed });
      if (draft !== undefined && round?.accepts(draft)) put(draft);
    });
    return () => cancelAnimationFrame(frame);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once, on the board that came with the page
  }, []);

  const changedAt = useRef(-Infinity);
  const setAnswer = useCallback(
    (next: unknown) => {
      // A slider being dragged is one change, not fifty.
      const moment = performance.now();
      if (moment - changedAt.current > MERGE_MS) setHistory((past) => [...past.slice(-49), answer]);
      changedAt.current = moment;
      put(next);
      if (place?.drawn) writeDraft({ kind, level: place.level, seed: place.drawn.seed }, next);
    },
    [answer, kind, place, put],
  );

  const undo = useCallback(() => {
    if (history.length === 0) return;
    changedAt.current = -Infinity;
    put(history[history.length - 1]);
    setHistory(history.slice(0, -1));
  }, [history, put]);

  /** The ticket of the instance on the board; practice is issued anew where that has ended. @throws ApiError */
  const ticketOf = useCallback(
    async ({ level: on, ticket, drawn: practised }: Place): Promise<IssuedInstance> =>
      ticket && (!practised || stands(ticket)) ? ticket : (await issue({ seed: practised?.seed, level: on })).ticket,
    [issue],
  );

  /** Sends the answer, never the score. Answers the server's word, now or once the server is reached. @throws ApiError */
  const send = useCallback(
    async (at: Place, onKept: () => void): Promise<AttemptResult> => {
      const ticket = await untilReached(() => ticketOf(at), onKept);
      return call(submitAttempt, { body: { token: ticket.token, answer }, key: newKey(), onKept });
    },
    [answer, ticketOf],
  );

  /** The round as a report names it. */
  const reported = useCallback(
    (at: Place, given: unknown): Reported => {
      const of = { version: playable?.version ?? 0, level: at.level, answer: given };
      return at.drawn ? { ...of, seed: at.drawn.seed } : { ...of, work: at.ticket?.token };
    },
    [playable],
  );

  /** Practice: the page grades at once, and settles on the server's word. */
  const submitPractice = useCallback(
    async (game: Playable, at: Place, { seed: from, instance }: NonNullable<Place["drawn"]>, enter: (phase: RoundPhase) => void) => {
      const reveal = game.reveal(instance, answer);
      let gradeMs = 0;
      let evidence: Evidence | null = null;
      try {
        const engine = await startEngine();
        ({ gradeMs, evidence } = await engine.worker.judge(kind, from, at.level, answer));
      } catch {
        // No worker (an old browser, a crash): this thread has graded by the same pure function, so the answer is not lost.
      }
      const show = (settlement: Settlement) => enter({ name: "verdict", verdict: { reveal, gradeMs, evidence, settlement } });
      show({ status: "sending" });
      try {
        const result = await send(at, () => show({ status: "kept" }));
        show({ status: "settled", result });
        onSettled?.(result);
      } catch (error) {
        // The server has filed its own report.
        if (isBroken(error)) enter({ name: "broken" });
        else show({ status: "unsent", problem: problemOf(error) });
      }
    },
    [answer, kind, onSettled, send],
  );

  /** Graded work: the server grades, and sends with its word what the replay is drawn from. */
  const submitWork = useCallback(
    async (game: Playable, at: Place, enter: (phase: RoundPhase) => void) => {
      let result: AttemptResult;
      try {
        result = await send(at, () => enter({ name: "kept" }));
      } catch (error) {
        enter(isBroken(error) ? { name: "broken" } : { name: "failed", problem: problemOf(error) });
        return;
      }
      // What the server stored and sent is this kind's own instance.
      const reveal = game.reveal(result.reveal?.instance as SealedInstance, answer);
      enter({ name: "verdict", verdict: { reveal, gradeMs: 0, evidence: null, settlement: { status: "settled", result } } });
      onSettled?.(result);
    },
    [answer, onSettled, send],
  );

  const submit = useCallback(async () => {
    if (!playable || !place) return;
    const mine = asked.current;
    // An answer may be kept until the network is back: by then another round can stand on the board.
    const enter = (next: RoundPhase) => {
      if (mine === asked.current) setPhase(next);
    };
    enter({ name: "grading" });
    try {
      await (place.drawn ? submitPractice(playable, place, place.drawn, enter) : submitWork(playable, place, enter));
    } catch (error) {
      crashed(error, "grade", reported(place, answer));
      enter({ name: "broken" });
    }
  }, [answer, crashed, place, playable, reported, submitPractice, submitWork]);

  /** Shows the solution, which closes the instance: what is sent afterwards brings nothing. @throws ApiError */
  const showSolution = useCallback(async () => {
    if (!playable || !place) return;
    const ticket = await ticketOf(place);
    const key = newKey();
    // Now or not at all: one that came later would close a puzzle that was answered meanwhile.
    const onKept = () => void outbox.discard(key);
    const { instance, solution } = await call(revealInstance, { body: { token: ticket.token }, key, onKept });
    setPhase({ name: "shown", reveal: playable.reveal(instance as SealedInstance, solution) });
    put(solution);
  }, [place, playable, put, ticketOf]);

  /** The learner's own words on what is wrong here. @throws ApiError */
  const report = useCallback(
    async (message: string) => {
      if (place) await byHand(message, reported(place, answer));
    },
    [answer, byHand, place, reported],
  );

  /** What a component of the kind threw while it drew. A verdict stands without its replay; a board that is gone ends the round. */
  const onCrash = useCallback(
    (where: "board" | "replay") => (error: unknown) => {
      if (place) crashed(error, where, reported(place, drawn.current));
      if (where === "board") setPhase({ name: "broken" });
    },
    [crashed, place, reported],
  );

  return {
    phase,
    playable,
    round,
    place,
    number,
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
