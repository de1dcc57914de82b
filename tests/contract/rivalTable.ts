import { LEVELS, PASS_SCORE, scoreOf, type Challenge, type Instance, type Level } from "@/lib/challenges";
import type { Rivals } from "@/lib/challenges/rivals";

/** Instances a level that every rival is played over. */
export const RIVAL_SEEDS = 200;
/** The largest share of instances in which somebody who must not pass may pass all the same. */
export const MOST_PASSES = 0.2;
/** A star, and with it XP, begins here. */
const XP_SCORE = 50;

export interface RivalRow {
  /** The misconception's id, or the blind way of playing. */
  readonly rival: string;
  readonly blind: boolean;
  /** Why it cannot be played on this board; then there are no rates. */
  readonly notPlayable?: string;
  /** Share of instances at or above the mark (beliefs: 75, blind: 50), by level − 1. */
  readonly rates: readonly number[];
  /** The levels at which a belief must fail. Blind players must fail at all. */
  readonly levels: readonly Level[];
}

/** Plays every rival of a kind over `seeds` instances a level. An answer that cannot be graded yet does not count as a pass. */
export function rivalTable<V, T, A, S>(
  challenge: Challenge<V, T, A, S>,
  rivals: Rivals<V, A>,
  draw: (level: Level, i: number) => Instance<V, T> = (level, i) => challenge.generate(String(i), level),
  seeds = RIVAL_SEEDS,
): RivalRow[] {
  const drawn = LEVELS.map((level) => Array.from({ length: seeds }, (_, i) => draw(level, i)));
  /** Share of the played instances at or above the mark; NaN where fewer than half could be played. */
  const rate = (level: Level, mark: number, play: (view: V) => A | null): number => {
    let [played, passes] = [0, 0];
    for (const instance of drawn[level - 1]) {
      const answer = play(instance.view);
      if (answer === null) continue;
      played++;
      const gradable = challenge.answerSchema.safeParse(answer).success && challenge.check(instance.view, answer).ready;
      if (gradable && scoreOf(challenge.grade(instance, answer)) >= mark) passes++;
    }
    return played * 2 < seeds ? NaN : passes / played;
  };
  const rows: RivalRow[] = rivals.beliefs.map((belief) => ({
    rival: belief.misconception,
    blind: false,
    rates: LEVELS.map((level) => rate(level, PASS_SCORE, belief.play)),
    levels: belief.levels,
  }));
  for (const [name, play] of Object.entries(rivals.blind)) {
    if (typeof play !== "function") {
      rows.push({ rival: name, blind: true, notPlayable: play.notPlayable, rates: [], levels: LEVELS });
      continue;
    }
    const rates = LEVELS.map((level) => {
      if (name !== "constants") return rate(level, XP_SCORE, play as (view: V) => A);
      const constants = play as (view: V) => readonly A[];
      const count = Math.min(...drawn[level - 1].map(({ view }) => constants(view).length));
      return Math.max(0, ...Array.from({ length: count }, (_, k) => rate(level, XP_SCORE, (view) => constants(view)[k])));
    });
    rows.push({ rival: name, blind: true, rates, levels: LEVELS });
  }
  return rows;
}
