import { PASS_SCORE } from "@/lib/challenges/score";
import { LEVELS, type Level } from "@/lib/challenges/contract";

/** The best score a learner has at one level of one kind. */
export interface BestScore {
  readonly kind: string;
  readonly level: Level;
  readonly score: number;
}

/**
 * Mastery of a topic, 0 to 1: over its kinds and levels, the share that is passed, each level weighted by its number
 * (levels 1 … 5 weigh 1 … 5 of 15). Passing a level counts for the easier ones too.
 * @example one kind, level 2 passed → (1 + 2) / 15 = 0.2
 */
export function masteryOf(kinds: readonly string[], best: readonly BestScore[]): number {
  if (kinds.length === 0) return 0;
  const whole = LEVELS.reduce((sum: number, level) => sum + level, 0);
  const earned = kinds.reduce((sum, kind) => {
    // Stryker disable next-line EqualityOperator: of two equal levels either is the highest
    const top = best.reduce((high, b) => (b.kind === kind && b.score >= PASS_SCORE && b.level > high ? b.level : high), 0);
    return sum + LEVELS.reduce((part, level) => (level <= top ? part + level : part), 0);
  }, 0);
  return earned / (kinds.length * whole);
}
