"use client";

import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { playables } from "@/content/_generated/playables";
import type { Grade, Level, SealedInstance, Text } from "@/lib/challenges";
import { scoreOf, starsOf } from "@/lib/challenges";
import { ApiError, call, newKey } from "@/lib/client/api";
import type { Evidence } from "@/lib/client/engine/protocol";
import { startEngine } from "@/lib/client/engine/engine";
import { untilReached } from "@/lib/client/outbox";
import type { Playable, Reveal, Round } from "@/lib/ui/play/playable";
import { issueInstance, submitAttempt, type AttemptResult, type IssuedInstance } from "@/lib/wire/play";

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

export type Phase =
  | { readonly name: "loading" }
  | { readonly name: "failed"; readonly problem: Text }
  | { readonly name: "playing" }
  | { readonly name: "grading" }
  | { readonly name: "verdict"; readonly verdict: RoundVerdict };

export interface RoundOptions {
  readonly kind: string;
  readonly level?: Level;
  /** A shared link's exact instance. */
  readonly seed?: string;
  readonly cardId?: string;
  /** Shown at once, before the server is asked for a token (the landing page's hero). */
  readonly preload?: { readonly playable: Playable; readonly seed: string; readonly level: Level };
  readonly onSettled?: (result: AttemptResult) => void;
}

/** Changes that follow each other faster than this are one step of undo. */
const MERGE_MS = 300;

const FAILED: Text = {
  ko: "문제를 열지 못했어요. 잠시 뒤에 다시 시도해 주세요.",
  en: "The challenge could not be opened. Try again in a moment.",
};

const problemOf = (error: unknown): Text => (error instanceof ApiError ? error.text : FAILED);
const draftKey = (kind: string, level: Level, seed: string) => `boxup.draft.${kind}.${level}.${seed}`;

/** One challenge from issue to verdict. The answer survives a reload, a failed request and a lost engine. */
export function useRound(options: RoundOptions) {
  const { kind, level, seed, cardId, preload, onSettled } = options;
  const [playable, setPlayable] = useState<Playable | null>(preload?.playable ?? null);
  const [place, setPlace] = useState<Place | null>(() =>
    preload ? { seed: preload.seed, level: preload.level, instance: preload.playable.draw(preload.seed, preload.level) } : null,
  );
  const [issued, setIssued] = useState<IssuedInstance | null>(null);
  const [phase, setPhase] = useState<Phase>(preload ? { name: "playing" } : { name: "loading" });
  const [history, setHistory] = useState<readonly unknown[]>([]);

  const round: Round | null = useMemo(
    () => (playable && place ? playable.open(place.instance.view, place.level) : null),
    [playable, place],
  );
  const [answer, setAnswerState] = useState<unknown>(round?.empty);

  const open = useCallback(
    (game: Playable, at: { seed: string; level: Level }) => {
      const instance = game.draw(at.seed, at.level);
      const fresh = game.open(instance.view, at.level);
      const draft = readDraft(draftKey(kind, at.level, at.seed));
      setPlayable(game);
      setPlace({ ...at, instance });
      setAnswerState(draft !== undefined && fresh.accepts(draft) ? draft : fresh.empty);
      setHistory([]);
      setPhase({ name: "playing" });
    },
    [kind],
  );

  const issue = useCallback(
    async (wish: { level?: Level; seed?: string }) => {
      const body = {
        kind,
        ...(wish.level ? { level: wish.level } : {}),
        ...(wish.seed ? { seed: wish.seed } : {}),
        ...(cardId ? { cardId } : {}),
      };
      const [game, ticket] = await Promise.all([playables[kind](), call(issueInstance, { body })]);
      // Without `graded` the server names the seed; this round is drawn from it.
      if (ticket.seed === null) throw new Error("practice came without its seed");
      setIssued(ticket);
      return { game, ticket };
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
      setAnswerState(next);
      if (place) writeDraft(draftKey(kind, place.level, place.seed), next);
    },
    [answer, kind, place],
  );

  const undo = useCallback(() => {
    setHistory((past) => {
      if (past.length === 0) return past;
      changedAt.current = -Infinity;
      setAnswerState(past[past.length - 1]);
      return past.slice(0, -1);
    });
  }, []);

  /** Sends the answer (never the score) and settles on the server's word, now or once the server is reached. */
  const send = useCallback(
    async (verdict: Omit<RoundVerdict, "settlement">) => {
      if (!place) return;
      const show = (settlement: Settlement) => setPhase({ name: "verdict", verdict: { ...verdict, settlement } });
      const keep = () => show({ status: "kept" });
      show({ status: "sending" });
      try {
        let ticket = issued;
        if (!ticket || ticket.seed !== place.seed || ticket.level !== place.level || Date.parse(ticket.expiresAt) < Date.now()) {
          ({ ticket } = await untilReached(() => issue({ seed: place.seed, level: place.level }), keep));
        }
        const body = { token: ticket.token, answer };
        const result = await call(submitAttempt, { body, key: newKey(), onKept: keep });
        show({ status: "settled", result });
        dropDraft(draftKey(kind, place.level, place.seed));
        onSettled?.(result);
      } catch (error) {
        show({ status: "unsent", problem: problemOf(error) });
      }
    },
    [answer, issue, issued, kind, onSettled, place],
  );

  const submit = useCallback(async () => {
    if (!playable || !place) return;
    setPhase({ name: "grading" });
    // The steps of the replay come from this kind's own grade, which is pure: the worker's verdict is the same one.
    const reveal = playable.reveal(place.instance, answer);
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
  }, [answer, kind, place, playable, send]);

  return { phase, playable, round, place, answer, setAnswer, undo, canUndo: history.length > 0, submit, begin };
}

function readDraft(name: string): unknown {
  try {
    const text = sessionStorage.getItem(name);
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

function writeDraft(name: string, answer: unknown): void {
  try {
    sessionStorage.setItem(name, JSON.stringify(answer));
  } catch {
    // Private mode or a full store: the answer still lives in the page.
  }
}

function dropDraft(name: string): void {
  try {
    sessionStorage.removeItem(name);
  } catch {
    // As above.
  }
}
