/** One write that waits for the server, and what becomes of it: pure functions over plain values, `now` is an argument. */
import type { Text } from "@/lib/challenges/text";
import type { Route } from "@/lib/wire/route";
import type { Outgoing } from "../api/send";

/** Why the server has not taken it. */
export interface Problem {
  /** HTTP status; 0 when no answer came. */
  readonly status: number;
  readonly code: string;
  readonly text: Text;
  readonly field?: string;
  /** Seconds to wait before trying again. */
  readonly retryAfter?: number;
}

/** What the page asks for: a route and what goes with it. */
export interface WriteRequest extends Outgoing {
  readonly method: Route["method"];
  readonly path: Route["path"];
}

export interface Entry extends WriteRequest {
  /** A name that is never used twice: its idempotency key, where the route asks for one. */
  readonly id: string;
  /** Its place in the queue. */
  readonly place: number;
  /** When the learner made it, as `toISOString` writes it. */
  readonly answeredAt: string;
  /** Whose it is; null while nobody has a session yet. */
  readonly learner: string | null;
  /**
   * waiting: will be sent. held: its learner is not signed in here at the moment. parked: the server refused it, and the learner
   * decides.
   */
  readonly state: "waiting" | "held" | "parked";
  /** How often it was tried in vain. */
  readonly tries: number;
  /** Not before this (ms since 1970), unless something wakes the outbox. */
  readonly dueAt: number;
  /** Null while it is on its first way to the server. */
  readonly problem: Problem | null;
}

/** What became of one try. */
export type Outcome =
  | { readonly kind: "delivered"; readonly reply: unknown }
  /** Not reached, too busy, broken for the moment. */
  | { readonly kind: "away"; readonly problem: Problem }
  /** Somebody else is signed in here, or nobody. */
  | { readonly kind: "stranger"; readonly problem: Problem }
  /** The server's own no: the same again would bring it again. */
  | { readonly kind: "refused"; readonly problem: Problem };

const FIRST_PAUSE_MS = 2_000;
const LONGEST_PAUSE_MS = 5 * 60_000;
/** A write at which the server itself fails this often (over about half an hour) stands in the way of all behind it: it is parked. */
export const MOST_FAULTS = 12;

/** Milliseconds until the next try after `tries` in vain: 2 s, doubled each time, at most 5 min. */
export const pauseAfter = (tries: number): number => Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (tries - 1));

/** The same, and as long as the server asked for. */
export const pauseFor = ({ retryAfter = 0 }: Pick<Problem, "retryAfter">, tries: number): number =>
  Math.max(pauseAfter(tries), retryAfter * 1000);

/** The same write asked for again is one write; anything else about it makes it another. */
export const sameRequest = (a: WriteRequest, b: WriteRequest): boolean => printOf(a) === printOf(b);
const printOf = ({ method, path, params, query, body }: WriteRequest): string => JSON.stringify([method, path, params, query, body]);

export function newEntry(request: WriteRequest, id: string, learner: string | null, now: number): Omit<Entry, "place"> {
  const answeredAt = new Date(now).toISOString();
  return { ...request, id, answeredAt, learner, state: "waiting", tries: 0, dueAt: now, problem: null };
}

/** What a failed try means. An error that is not in the server's own form comes from something between it and the browser. */
export function outcomeOf({ status, code, text, field, retryAfter }: Problem): Outcome {
  const problem = { status, code, text, field, retryAfter };
  if (code === "no-session" || code === "other-learner") return { kind: "stranger", problem };
  const passing = status < 400 || status >= 500 || status === 408 || status === 425 || status === 429 || code === "unclear-answer";
  return { kind: passing ? "away" : "refused", problem };
}

/** The next to be sent, and none that stands behind it: the server gets them in the order in which they were made. */
export function nextOf(entries: readonly Entry[]): Entry | null {
  return entries.filter(({ state }) => state === "waiting").sort((a, b) => a.place - b.place)[0] ?? null;
}

/** What changes once `sent` was tried: entries as they are from now on. A delivered one is no more and is not among them. */
export function afterTry(entries: readonly Entry[], sent: Entry, outcome: Outcome, now: number): readonly Entry[] {
  switch (outcome.kind) {
    case "delivered":
      return [];
    case "refused":
      return [{ ...sent, state: "parked", problem: outcome.problem }];
    case "stranger":
      // All of theirs: one question each time is enough to learn that they are not here.
      return entries
        .filter(({ id, learner, state }) => id === sent.id || (state === "waiting" && learner !== null && learner === sent.learner))
        .map((entry) => ({ ...entry, state: "held", problem: outcome.problem }));
    case "away": {
      const tries = sent.tries + 1;
      if (outcome.problem.code === "internal" && tries >= MOST_FAULTS)
        return [{ ...sent, state: "parked", tries, problem: outcome.problem }];
      return [{ ...sent, tries, dueAt: now + pauseFor(outcome.problem, tries), problem: outcome.problem }];
    }
  }
}

/** Those that are held up by `head`, which was tried in vain, and do not say so yet: as they are from now on. */
export const heldUpBy = (entries: readonly Entry[], head: Entry): readonly Entry[] =>
  entries.filter(({ state, problem }) => state === "waiting" && problem === null).map((entry) => ({ ...entry, problem: head.problem }));

/** Tried again at once: because the learner asks for it, or because something suggests that it will be taken now. */
export const revived = (entry: Entry, now: number): Entry => ({
  ...entry,
  state: "waiting",
  dueAt: now,
  problem: entry.state === "parked" ? null : entry.problem,
});
