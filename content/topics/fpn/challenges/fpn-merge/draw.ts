import type { Level } from "@/lib/challenges/contract";
import { redrawExact, type Parts } from "@/lib/challenges/redraw";
import { nobodyPasses } from "@/lib/challenges/rivals";
import { scoreOf } from "@/lib/challenges/score";
import type { Random } from "@/lib/engine/random";
import { parentOf, tiled, nearest, valuesOf, type Answer, type SquareMap, type View } from "./instance";
import { rivals } from "./rivals";

interface Rules {
  readonly top: number;
  readonly channels: 1 | 2;
  /** Lateral maps on the way down. */
  readonly down: 1 | 2;
  readonly asked: readonly [least: number, most: number];
}

const RULES: Readonly<Record<Level, Rules>> = {
  1: { top: 2, channels: 1, down: 1, asked: [4, 4] },
  2: { top: 2, channels: 1, down: 1, asked: [6, 8] },
  3: { top: 3, channels: 1, down: 1, asked: [6, 8] },
  4: { top: 2, channels: 2, down: 1, asked: [6, 7] },
  5: { top: 2, channels: 1, down: 2, asked: [6, 7] },
};

/** Weights of the 1×1 of two channels: never both 1. */
const WEIGHTS = [
  [2, 1],
  [1, 2],
  [2, -1],
  [-1, 2],
  [1, -1],
  [-1, 1],
  [3, -1],
  [-2, 1],
] as const;

function lateral(random: Random, side: number, channels: number): SquareMap {
  const most = channels === 1 ? 9 : 5;
  const number = () => random.int(1, most) * (random.chance(0.5) ? 1 : -1);
  return { side, channels: Array.from({ length: channels }, () => Array.from({ length: side * side }, number)) };
}

/** Cells under as many different coarse cells as can be, more than half of them where a repeated map would say something else. */
function cells(random: Random, { top, down, asked }: Rules, level: Level): number[] {
  const side = top * (1 << down);
  const all = random.shuffle(Array.from({ length: side * side }, (_, cell) => cell));
  if (level === 1) {
    const parent = random.int(0, top * top - 1);
    return all.filter((cell) => parentOf(cell, side) === parent).sort((a, b) => a - b);
  }
  const above = Array.from({ length: (side / 2) ** 2 }, (_, i) => i);
  const telling = new Set(all.filter((cell) => nearest(above, side / 2)[cell] !== tiled(above, side / 2)[cell]));
  const count = random.int(...asked);
  const most = all.filter((cell) => telling.has(cell)).slice(0, count - 2);
  return [...most, ...all.filter((cell) => !most.includes(cell)).slice(0, 2)].sort((a, b) => a - b);
}

function draw({ part, fixed }: Parts, level: Level): View {
  const rules = RULES[level];
  const { top, channels, down } = rules;
  const tens = part("top")
    .shuffle([-20, -10, 10, 20, 30, 40, 50, 60, 70, 80, 90])
    .slice(0, top * top);
  return {
    top: { side: top, channels: [tens] },
    laterals: Array.from({ length: down }, (_, i) => lateral(part(`lateral-${i}`), top * (2 << i), channels)),
    weights: channels === 1 ? null : fixed("weights").pick(WEIGHTS),
    asked: cells(part("asked"), rules, level),
  };
}

/** The maps and asked cells of a seed and level. All are whole numbers: no decision can flip. */
export function generate(seed: string, level: Level): View {
  return redrawExact({
    kind: "fpn-merge",
    seed,
    level,
    draw: (parts) => draw(parts, level),
    accept: (view) => {
      const truth = valuesOf(view);
      const score = ({ values }: Answer) =>
        scoreOf({ earned: truth.filter((value, i) => values[i] === value).length, total: truth.length });
      return nobodyPasses(rivals.beliefs, view, level, score);
    },
  });
}
