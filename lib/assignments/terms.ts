/** The terms of an assignment as they hold for one student, and how far their work has come. Moments are milliseconds since 1970. */
import { DAY_MS } from "@/lib/review/days";
import { daysAfter } from "./zoneTime";

const MINUTE_MS = 60_000;
/**
 * How long after the end an answer is taken that was given before it: the way of a request. A save that is under way arrives too, so
 * nothing is graded sooner.
 */
export const GRACE_MS = 60_000;

export interface Terms {
  readonly opensAt: number | null;
  readonly dueAt: number | null;
  /** Nothing is taken from here on. */
  readonly closesAt: number | null;
  /** Percent of an answer's points that each day begun after `dueAt` takes. */
  readonly latePercent: number;
  /** From the student's own beginning; null: no limit. */
  readonly minutes: number | null;
}

/** What a student has apart from the others. */
export interface Own {
  readonly dueAt: number | null;
  readonly closesAt: number | null;
  readonly extraTries: number;
}

const NOTHING_OWN: Own = { dueAt: null, closesAt: null, extraTries: 0 };

/** The terms of one student. */
export interface StudentTerms extends Terms {
  readonly extraTries: number;
  /** The limit, times the student's own factor. */
  readonly limitMs: number | null;
}

/**
 * What is the student's own goes before what is everybody's; an own due date also moves an end that lies before it.
 * @param timePercent 100 as for everybody, 150 half as long again
 */
export function termsFor(terms: Terms, own: Own | null, timePercent: number): StudentTerms {
  const { dueAt, closesAt, extraTries } = own ?? NOTHING_OWN;
  const due = dueAt ?? terms.dueAt;
  const closes = closesAt ?? terms.closesAt;
  return {
    ...terms,
    dueAt: due,
    closesAt: closes !== null && dueAt !== null ? Math.max(closes, dueAt) : closes,
    extraTries,
    limitMs: terms.minutes === null ? null : Math.round((terms.minutes * MINUTE_MS * timePercent) / 100),
  };
}

export type WorkEnd = "HANDED_IN" | "TIME" | "INSTRUCTOR";

/** A student's work as far as it has begun. */
export interface Begun {
  readonly startedAt: number;
  readonly closedAt: number | null;
  readonly closedBy: WorkEnd | null;
}

export type WorkState = "not-open" | "not-begun" | "open" | "late" | "handed-in" | "closed";

/** When a student's work is over by the clock: with its own minutes, or with the assignment. Null: never. */
export function endOf({ closesAt, limitMs }: StudentTerms, begun: Pick<Begun, "startedAt"> | null): number | null {
  const own = begun === null || limitMs === null ? null : begun.startedAt + limitMs;
  if (own === null || closesAt === null) return own ?? closesAt;
  return Math.min(own, closesAt);
}

/** @param over the assignment is withdrawn, or its cohort archived */
export function stateOf(terms: StudentTerms, begun: Begun | null, now: number, over = false): WorkState {
  if (begun !== null && begun.closedAt !== null) return begun.closedBy === "HANDED_IN" ? "handed-in" : "closed";
  if (over) return "closed";
  const end = endOf(terms, begun);
  if (end !== null && now >= end) return "closed";
  if (begun === null) return terms.opensAt !== null && now < terms.opensAt ? "not-open" : "not-begun";
  return terms.dueAt !== null && now > terms.dueAt ? "late" : "open";
}

/** Whether something is begun, opened or saved in this state. */
export const isTaken = (state: WorkState): boolean => state === "not-begun" || state === "open" || state === "late";

/**
 * Whether an answer is taken that was given at `answeredAt` and arrives now: what was given in time is taken a little after the end.
 * What a student or an instructor has closed takes nothing more.
 */
export function takesAnswer(terms: StudentTerms, begun: Begun, answeredAt: number, now: number, over = false): boolean {
  if (isTaken(stateOf(terms, begun, now, over))) return true;
  const end = endOf(terms, begun);
  return !over && begun.closedAt === null && end !== null && answeredAt < end && now < end + GRACE_MS;
}

/** Whether work is over by the clock, and nothing that was given in time is under way any more. */
export function isOverdue(terms: StudentTerms, begun: Begun, now: number): boolean {
  const end = endOf(terms, begun);
  return begun.closedAt === null && end !== null && now >= end + GRACE_MS;
}

/** When something is due, by the clock of its class. */
export interface Due {
  readonly at: number;
  readonly timeZone: string;
}

export const dueOf = ({ dueAt }: Pick<Terms, "dueAt">, timeZone: string): Due | null => (dueAt === null ? null : { at: dueAt, timeZone });

/**
 * Days begun after the due date: 0 for what was answered at it or before. A day is over when the clock of the class shows the hour of the
 * due date again: of work due at six one day late ends at six, also on a night that is an hour longer or shorter.
 */
export function lateDays(answeredAt: number, due: Due | null): number {
  if (due === null || answeredAt <= due.at) return 0;
  const { at, timeZone } = due;
  // By days of 24 hours, which lie two days off at most; then by the clock.
  let days = Math.max(1, Math.ceil((answeredAt - at) / DAY_MS) - 2);
  while (daysAfter(at, days, timeZone) < answeredAt) days++;
  return days;
}

/**
 * Whether an answer is later by its arrival than by the moment that it counts for, which is the browser's word: in days, the way of a
 * request left out. Work done without a network is, and so is a clock that was turned back.
 */
export const arrivedLate = (
  { answeredAt, arrivedAt }: { readonly answeredAt: Date | null; readonly arrivedAt: Date | null },
  due: Due | null,
): boolean =>
  answeredAt !== null && arrivedAt !== null && lateDays(arrivedAt.getTime() - GRACE_MS, due) > lateDays(answeredAt.getTime(), due);

/** What lateness leaves of something, 0 to 1. */
export const worthAfter = (days: number, latePercent: number): number => Math.max(0, 100 - latePercent * days) / 100;
