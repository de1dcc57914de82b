/** What a new verdict changes about an old attempt: a rule over plain rows, the same for a dry run and for a real one. */
import { countedMarks, type Judged, type Marks } from "@/lib/challenges/judging";
import type { Level } from "@/lib/challenges/contract";
import type { Hints } from "@/lib/challenges/score";

/** "keep-higher": nobody loses by a mended rule. "exact": every figure becomes what today's rules say. */
export type Mode = "keep-higher" | "exact";

/** An attempt as it stands, with the entry of the ledger that it decided. */
export interface Standing {
  readonly id: string;
  readonly userId: string;
  readonly version: number;
  readonly level: Level;
  /** Hints opened before it: they cap what counts today as they did then. */
  readonly hints: Hints;
  readonly score: number;
  readonly stars: number;
  readonly earned: number;
  readonly total: number;
  readonly parts: unknown;
  readonly misconceptions: readonly string[];
  /** Null when another attempt, or a reveal, had decided what the instance brings. */
  readonly entry: { readonly id: string; readonly points: number; readonly localDate: string } | null;
}

/**
 * What becomes of an attempt: its score rises or falls; it is told otherwise at the same score; it would fall and is kept
 * higher; nothing changes; or it is kept as it was because nothing can be said today: its version is not kept ("stale"), its
 * challenge throws ("crashed"), today's rules do not take its answer ("refused").
 */
export const OUTCOMES = ["rises", "falls", "retold", "kept-higher", "same", "stale", "crashed", "refused"] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** New columns of an attempt and new points of its entry. */
export interface Change {
  readonly standing: Standing;
  readonly marks: Marks;
  /** Points of its entry; null without one. */
  readonly points: number | null;
}

export interface Planned {
  readonly outcome: Outcome;
  /** Null when nothing is written. */
  readonly change: Change | null;
}

const KEPT = { stale: "stale", crashed: "crashed", malformed: "refused", unready: "refused" } as const;

/** The consequence of `judged` for `standing`. */
export function planOf(standing: Standing, judged: Judged, mode: Mode): Planned {
  if (judged.status !== "graded") return { outcome: KEPT[judged.status], change: null };
  const marks = countedMarks(judged, standing.hints, standing.level);
  if (mode === "keep-higher" && marks.score < standing.score) return { outcome: "kept-higher", change: null };
  const { entry } = standing;
  const points = entry === null ? null : mode === "keep-higher" ? Math.max(entry.points, marks.xp) : marks.xp;
  if (points === (entry?.points ?? null) && sameMarks(standing, marks)) return { outcome: "same", change: null };
  const outcome = marks.score > standing.score ? "rises" : marks.score < standing.score ? "falls" : "retold";
  return { outcome, change: { standing, marks, points } };
}

function sameMarks(standing: Standing, marks: Marks): boolean {
  return (
    standing.score === marks.score &&
    standing.stars === marks.stars &&
    standing.earned === marks.earned &&
    standing.total === marks.total &&
    partsText(standing.parts) === partsText(marks.parts) &&
    standing.misconceptions.join("\n") === marks.misconceptions.join("\n")
  );
}

/** Parts as text in one order of keys: the database has its own. */
function partsText(parts: unknown): string {
  if (!Array.isArray(parts)) return JSON.stringify(parts);
  return JSON.stringify(parts.map((part: Record<string, unknown>) => [part.id, part.correct, part.earned, part.total]));
}
