"use client";

import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { Level, SealedInstance, Text } from "@/lib/challenges";
import { ApiError, call, newKey } from "@/lib/client/api";
import { outbox, untilReached } from "@/lib/client/outbox";
import type { Playable, Reveal, Round } from "@/lib/ui/play/playable";
import { revealInstance, submitAttempt, type AttemptResult, type IssuedInstance } from "@/lib/wire/play";
import { isBegun, readDraft, readLanding, readVerdict, writeDraft, writeLanding, writeVerdict, type KeptVerdict } from "./roundStore";
import type { RoundVerdict, Settlement } from "./roundVerdict";
import { nameOf, practice, reportedOf, stands, type Place, type Practised } from "./roundPlace";
import type { Issue, Issued, Wish } from "./issued";
import { engineEvidence } from "./engineEvidence";
import { useHints } from "./useHints";
import { useReports } from "./useReports";

/** An answer as it is given: with the hints opened before it, under one key however often it is sent. */
type Given = Pick<KeptVerdict, "answer" | "hints" | "key">;

export type RoundPhase =
  | { readonly name: "loading" }
  | { readonly name: "failed"; readonly problem: Text }
  | { readonly name: "playing" }
  | { readonly name: "grading" }
  /** Graded work whose answer waits for the server: only there is it graded. */
  | { readonly name: "kept" }
  /** Assigned work whose verdict is not told yet. */
  | { readonly name: "taken" }
  | { readonly name: "verdict"; readonly verdict: RoundVerdict }
  /** The solution was asked for: the instance is closed. */
  | { readonly name: "shown"; readonly reveal: Reveal }
  /** The challenge's own code threw. It costs nothing, and is reported. */
  | { readonly name: "broken" };

export interface RoundOptions {
  readonly kind: string;
  /** Where its rounds come from: practice or graded work. */
  readonly issue: Issue;
  readonly level?: Level;
  /** A shared link's exact instance. */
  readonly seed?: string;
  /** A review of this skill card: graded work, whose seed stays on the server. */
  readonly cardId?: string;
  /** Shown at once, before the server is asked for a token (the landing page's hero). */
  readonly preload?: { readonly playable: Playable; readonly seed: string; readonly level: Level };
  readonly onSettled?: (result: AttemptResult) => void;
  /** The answer as the learner changed it last. */
  readonly onAnswer?: (answer: unknown) => void;
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
  const { kind, level, seed, cardId, issue: ask, preload, onSettled, onAnswer, onOpened } = options;
  const landing = preload !== undefined;
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

  const issue = useCallback((wish: Wish) => ask(kind, cardId, wish), [ask, kind, cardId]);

  /** Puts on the board what the learner wants there, and keeps it. */
  const change = useCallback(
    (next: unknown) => {
      put(next);
      const name = place && nameOf(kind, cardId, place);
      if (name) writeDraft(name, next);
      onAnswer?.(next);
    },
    [cardId, kind, onAnswer, place, put],
  );

  const changedAt = useRef(-Infinity);
  const setAnswer = useCallback(
    (next: unknown) => {
      // A slider being dragged is one change, not fifty.
      const moment = performance.now();
      if (moment - changedAt.current > MERGE_MS) setHistory((past) => [...past.slice(-49), answer]);
      changedAt.current = moment;
      change(next);
    },
    [answer, change],
  );

  const undo = useCallback(() => {
    if (history.length === 0) return;
    changedAt.current = -Infinity;
    change(history[history.length - 1]);
    setHistory(history.slice(0, -1));
  }, [change, history]);

  /** The ticket of the instance on the board; practice is issued anew where that has ended. @throws ApiError */
  const ticketOf = useCallback(
    async ({ level: on, ticket, drawn: practised }: Place): Promise<IssuedInstance> =>
      ticket && (!practised || stands(ticket)) ? ticket : (await issue({ seed: practised?.seed, level: on })).ticket,
    [issue],
  );
  const hints = useHints();
  const { restore, take } = hints;

  /** Sends the answer, never the score. Answers the server's word, now or once the server is reached. @throws ApiError */
  const send = useCallback(
    async (at: Place, { answer: given, hints: opened, key }: Given, onKept: () => void): Promise<AttemptResult> => {
      const ticket = await untilReached(() => ticketOf(at), onKept);
      const body = { token: ticket.token, answer: given, ...(opened > 0 ? { hints: opened } : {}) };
      return call(submitAttempt, { body, key, onKept });
    },
    [ticketOf],
  );

  /** The round as a report names it. */
  const reported = useCallback((at: Place, given: unknown) => reportedOf(playable, at, given), [playable]);

  /** Shows the verdict on an answer to practice, and settles on the server's word. */
  const settle = useCallback(
    async (game: Playable, at: Place, practised: Practised, kept: KeptVerdict, enter: (phase: RoundPhase) => void, again = false) => {
      const name = { kind, level: at.level, seed: practised.seed };
      const reveal = game.reveal(practised.instance, kept.answer);
      const { hints: opened, gradeMs, evidence } = kept;
      const show = (settlement: Settlement) =>
        enter({ name: "verdict", verdict: { reveal, hints: opened, gradeMs, evidence, settlement, again } });
      writeVerdict(name, kept);
      if (kept.result !== null) return show({ status: "settled", result: kept.result });
      show({ status: "sending" });
      try {
        const result = await send(at, kept, () => show({ status: "kept" }));
        writeVerdict(name, { ...kept, result });
        show({ status: "settled", result });
        onSettled?.(result);
      } catch (error) {
        if (!isBroken(error)) return show({ status: "unsent", problem: problemOf(error) });
        // The server has filed its own report.
        writeVerdict(name, null);
        enter({ name: "broken" });
      }
    },
    [kind, onSettled, send],
  );

  /** Practice: the page grades at once. */
  const submitPractice = useCallback(
    async (game: Playable, at: Place, practised: Practised, given: Given, enter: (phase: RoundPhase) => void) => {
      // What cannot be graded is met before the engine is asked.
      game.reveal(practised.instance, given.answer);
      const found = await engineEvidence(kind, practised.seed, at.level, given.answer);
      await settle(game, at, practised, { version: game.version, ...given, ...found, result: null }, enter);
    },
    [kind, settle],
  );

  /** The verdict on graded work. */
  const showWork = useCallback(
    (
      game: Playable,
      { answer: given, hints: opened }: Omit<Given, "key">,
      result: AttemptResult,
      enter: (phase: RoundPhase) => void,
      again = false,
    ) => {
      if (result.reveal === null) {
        enter({ name: "taken" });
        onSettled?.(result);
        return;
      }
      // What the server stored and sent is this kind's own instance.
      const reveal = game.reveal(result.reveal.instance as SealedInstance, given);
      const settlement = { status: "settled", result } as const;
      enter({ name: "verdict", verdict: { reveal, hints: opened, gradeMs: 0, evidence: null, settlement, again } });
      onSettled?.(result);
    },
    [onSettled],
  );

  /** Graded work: the server grades, and sends with its word what the replay is drawn from. */
  const submitWork = useCallback(
    async (game: Playable, at: Place, given: Given, enter: (phase: RoundPhase) => void) => {
      let result: AttemptResult;
      try {
        result = await send(at, given, () => enter({ name: "kept" }));
      } catch (error) {
        enter(isBroken(error) ? { name: "broken" } : { name: "failed", problem: problemOf(error) });
        return;
      }
      const name = nameOf(kind, cardId, at);
      if (name) writeVerdict(name, { version: game.version, ...given, gradeMs: 0, evidence: null, result });
      showWork(game, given, result, enter);
    },
    [cardId, kind, send, showWork],
  );

  /** Lays what is kept of a round on its board: the verdict where there is one, or the draft, and the hints. */
  const comeBack = useCallback(
    (game: Playable, at: Place, fresh: Round, assigned?: Issued["assigned"]) => {
      const mine = asked.current;
      const name = nameOf(kind, cardId, at);
      restore(game, { round: fresh, name, instance: at.drawn && at.drawn.instance });
      const kept = name && readVerdict(name);
      if (kept && kept.version === game.version && fresh.accepts(kept.answer)) {
        put(kept.answer);
        const enter = (next: RoundPhase) => {
          if (mine === asked.current) setPhase(next);
        };
        const shown = async () => {
          if (at.drawn) await settle(game, at, at.drawn, kept, enter, true);
          else if (kept.result !== null) showWork(game, kept, kept.result, enter, true);
        };
        shown().catch((error: unknown) => {
          crashed(error, "grade", reportedOf(game, at, kept.answer));
          enter({ name: "broken" });
        });
        return;
      }
      // Of assigned work the server, or this browser, has what was saved on whichever device.
      const draft = assigned ? assigned.saved : name ? readDraft(name) : undefined;
      put(draft !== undefined && fresh.accepts(draft) ? draft : fresh.empty);
      setPhase({ name: "playing" });
    },
    [cardId, crashed, kind, put, restore, settle, showWork],
  );

  /** Lays on the board what the server issued. */
  const open = useCallback(
    (game: Playable, { ticket, assigned }: Pick<Issued, "ticket" | "assigned">) => {
      setPlayable(game);
      setHistory([]);
      const { level: on, seed: at } = ticket;
      try {
        const next =
          at === null
            ? { level: on, view: ticket.view, ticket, drawn: null, item: assigned?.item }
            : practice(game, { seed: at, level: on }, ticket);
        const fresh = game.open(next.view, on);
        setPlace(next);
        setNumber((n) => n + 1);
        comeBack(game, next, fresh, assigned);
        if (at !== null) onOpened?.({ seed: at, level: on });
        if (at !== null && landing) writeLanding({ kind, level: on, seed: at });
      } catch (error) {
        const which = at === null ? { work: ticket.token } : { seed: at };
        crashed(error, "generate", { version: game.version, level: on, ...which });
        setPhase({ name: "broken" });
      }
    },
    [comeBack, crashed, kind, landing, onOpened],
  );

  // Gone from the page, as when another level was chosen: what was asked for comes too late to be opened, or named in the address.
  const gone = useRef(false);
  useEffect(() => {
    gone.current = false;
    return () => void (gone.current = true);
  }, []);

  const begin = useCallback(
    (wish: Wish) => {
      const mine = ++asked.current;
      const fail = (error: unknown) => mine === asked.current && setPhase({ name: "failed", problem: problemOf(error) });
      setPhase({ name: "loading" });
      issue(wish).then(async ({ game, kept, ...issued }) => {
        if (gone.current || mine !== asked.current) return;
        open(game, issued);
        // Better now than once something was answered.
        if ((await kept) === false) fail(ApiError.forgotten());
      }, fail);
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
      // A later round that was drawn here stands in the first one's place.
      const later = readLanding();
      if (later?.kind === kind) begin(later);
      else if (playable && place && round && isBegun({ kind, level: preload.level, seed: preload.seed })) comeBack(playable, place, round);
    });
    return () => cancelAnimationFrame(frame);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once, on the board that came with the page
  }, []);

  const submit = useCallback(async () => {
    if (!playable || !place) return;
    const mine = asked.current;
    // An answer may be kept until the network is back: by then another round can stand on the board.
    const enter = (next: RoundPhase) => {
      if (mine === asked.current) setPhase(next);
    };
    enter({ name: "grading" });
    const given: Given = { answer, hints: hints.count, key: newKey() };
    try {
      await (place.drawn ? submitPractice(playable, place, place.drawn, given, enter) : submitWork(playable, place, given, enter));
    } catch (error) {
      crashed(error, "grade", reported(place, answer));
      enter({ name: "broken" });
    }
  }, [answer, crashed, hints.count, place, playable, reported, submitPractice, submitWork]);

  /** Opens the next hint. @throws ApiError */
  const takeHint = useCallback(async () => {
    if (!playable || !place || !round) return;
    const hinted = { round, name: nameOf(kind, cardId, place), instance: place.drawn && place.drawn.instance };
    await take(playable, hinted, () => ticketOf(place));
  }, [cardId, kind, place, playable, round, take, ticketOf]);

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
    hints,
    takeHint,
    showSolution,
    report,
    onCrash,
  };
}
