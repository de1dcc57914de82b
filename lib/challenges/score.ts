import type { Grade, Level } from "./contract";

/** The hints of every kind, in the order in which they are opened: what is asked, the rule, one step of this very instance. */
export const RUNGS = ["asked", "rule", "step"] as const;
export type Rung = (typeof RUNGS)[number];
/** How many hints were opened. */
export type Hints = 0 | 1 | 2 | 3;

/** The one place where a grade is rounded: an integer 0–100. */
export function scoreOf(grade: Pick<Grade, "earned" | "total">): number {
  return Math.round((100 * grade.earned) / grade.total);
}

/** The score from which each star comes. */
const STARS_FROM = { 1: 50, 2: 75, 3: 95 } as const;

/** 3 stars at 95, 2 at 75, 1 at 50. */
export function starsOf(score: number): 0 | 1 | 2 | 3 {
  if (score >= STARS_FROM[3]) return 3;
  if (score >= STARS_FROM[2]) return 2;
  if (score >= STARS_FROM[1]) return 1;
  return 0;
}

/** A score from which experience points come: that of the first star. */
export const XP_FROM = STARS_FROM[1];

/** A score from which a challenge counts as passed (its skill was shown): that of the second star. */
export const PASS_SCORE = STARS_FROM[2];

/** The most that counts after so many hints: each takes the next star out of reach, just below its bound. */
const MOST: Readonly<Record<Hints, number>> = { 0: 100, 1: STARS_FROM[3] - 1, 2: STARS_FROM[2] - 1, 3: STARS_FROM[1] - 1 };

/** The most that can count after so many hints. Example: mostAfter(1) → 94. */
export const mostAfter = (hints: Hints): number => MOST[hints];

/**
 * The score that counts of what was graded, after so many hints. Stars, XP, mastery, the next level, reviews and a regrade all go by
 * it. Example: counted(96, 2) → 74; counted(60, 1) → 60.
 */
export const counted = (score: number, hints: Hints): number => Math.min(score, MOST[hints]);

/** A stored or sent number as the hints it means: whole, 0 to 3. */
export const hintsOf = (value: number): Hints => Math.min(RUNGS.length, Math.max(0, Math.round(value))) as Hints;

/**
 * Experience points for one graded attempt: 10 × level scaled by the score, none below one star, and half as much again for
 * a perfect answer. Example: score 80 at level 2 → 16; score 100 at level 2 → 30.
 */
export function xpOf(score: number, level: Level): number {
  if (score < XP_FROM) return 0;
  const base = Math.round((10 * level * score) / 100);
  return score === 100 ? base + 5 * level : base;
}

/**
 * The level to offer next from the latest scores of one kind (newest first), "five difficulty levels chosen from the
 * learner's record": up after two scores ≥ 90 in a row at the current level, down after two < 50.
 */
export function nextLevel(recent: readonly { level: Level; score: number }[]): Level {
  if (recent.length === 0) return 1;
  const current = recent[0].level;
  const here = recent.filter((r) => r.level === current).slice(0, 2);
  if (here.length === 2 && here.every((r) => r.score >= 90) && current < 5) return (current + 1) as Level;
  if (here.length === 2 && here.every((r) => r.score < 50) && current > 1) return (current - 1) as Level;
  return current;
}
