import type { Grade, Level } from "./contract";

/** The one place where a grade is rounded: an integer 0–100. */
export function scoreOf(grade: Pick<Grade, "earned" | "total">): number {
  return Math.round((100 * grade.earned) / grade.total);
}

/** 3 stars at 95, 2 at 75, 1 at 50. */
export function starsOf(score: number): 0 | 1 | 2 | 3 {
  if (score >= 95) return 3;
  if (score >= 75) return 2;
  if (score >= XP_FROM) return 1;
  return 0;
}

/** A score from which experience points come: that of the first star. */
export const XP_FROM = 50;

/** A score from which a challenge counts as passed (its skill was shown). */
export const PASS_SCORE = 75;

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
