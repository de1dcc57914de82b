import type { Level } from "@/lib/challenges/contract";
import { redraw } from "@/lib/challenges/redraw";
import { nobodyPasses } from "@/lib/challenges/rivals";
import { PASS_SCORE } from "@/lib/challenges/score";
import type { RadiusRule } from "@/lib/engine/match";
import type { Random } from "@/lib/engine/random";
import { hillAt, pointsOf, radiusOf, slackOf, THREE, type Answer, type Hills, type View } from "./instance";
import { beliefs, smallIsReleased } from "./rivals";

/** Of the radius as a share: what tenths must leave of the full band. */
export const MARGIN = 0.01;

/** Sides in cells, each about an eighth longer than the last: so no radius is the usual one. */
const SIDES = [16, 18, 20, 23, 26, 29, 33, 37, 42, 47, 53, 60] as const;
const OVERLAPS = [50, 55, 60, 75] as const;

function boxOf(random: Random, level: Level): Pick<View, "width" | "height"> {
  const short = random.pick(SIDES) + random.int(0, 2);
  if (level === 1) return { width: short, height: short };
  const long = Math.round((short * random.int(15, 26)) / 10);
  return random.chance(0.5) ? { width: short, height: long } : { width: long, height: short };
}

/** Cells along a side of the map with two hills. */
const MAP = 9;

/** Two hills that meet, and three cells in which both leave something: in one or two of them the first hill is higher. */
function hillsOf(random: Random): Hills | null {
  const radii = random.pick([
    [2, 3],
    [3, 2],
    [3, 3],
  ]);
  const [x, y] = [random.int(1, MAP - 5), random.int(1, MAP - 5)];
  const [dx, dy] = random.pick([
    [3, 0],
    [0, 3],
    [3, 1],
    [1, 3],
    [2, 2],
    [3, 2],
    [2, 3],
  ]);
  const cells = random.shuffle([y * MAP + x, (y + dy) * MAP + x + dx]);
  const map: Hills = { side: MAP, hills: cells.map((cell, i) => ({ cell, radius: radii[i] })), asked: [] };
  const shared = random.shuffle(
    Array.from({ length: MAP * MAP }, (_, cell) => cell).filter((cell) => {
      const [a, b] = [hillAt(map, 0, cell), hillAt(map, 1, cell)];
      return a >= 3 && b >= 3 && a !== b && Math.max(a, b) < 100;
    }),
  );
  const first = shared.filter((cell) => hillAt(map, 0, cell) > hillAt(map, 1, cell));
  const second = shared.filter((cell) => hillAt(map, 0, cell) < hillAt(map, 1, cell));
  const count = random.int(1, 2);
  if (first.length < count || second.length < THREE - count) return null;
  return { ...map, asked: random.shuffle([...first.slice(0, count), ...second.slice(0, THREE - count)]) };
}

/** A small box of the released code, a large one of the right roots, and a third that keeps width and size from telling. */
function targetsOf(random: Random, overlap: number): View["targets"] {
  const target = (side: number, rule: RadiusRule) => ({
    side,
    radius: Math.floor(radiusOf({ width: side, height: side, overlap }, rule)),
  });
  const third = random.chance(0.5) ? target(random.int(20, 30), "geometric") : target(random.int(38, 48), "released");
  return random.shuffle([target(random.int(9, 13), "released"), target(random.int(54, 64), "geometric"), third]);
}

/** Nobody with a wrong idea of the level passes, nor who takes every small box for the released code's. */
function fair(view: View, level: Level): boolean {
  const score = (answer: Answer) => {
    const points = pointsOf(view, answer);
    return points.radius + points.rest;
  };
  return nobodyPasses(beliefs, view, level, score) && (view.targets.length === 0 || score(smallIsReleased(view)) < PASS_SCORE);
}

/** Draws a box of a level and what else is asked there; draws again until the radius fits its tenths and no belief passes. */
export function drawInstance(seed: string, level: Level): View {
  return redraw({
    kind: "center-splat",
    seed,
    level,
    margin: MARGIN,
    slack: slackOf,
    draw: ({ part, fixed }): View | null => {
      const overlap = level < 3 ? 70 : fixed("overlap").pick(OVERLAPS);
      const hills = level === 4 ? hillsOf(part("hills")) : null;
      if (level === 4 && hills === null) return null;
      const targets = level === 5 ? targetsOf(part("targets"), overlap) : [];
      return { ...boxOf(part("box"), level), overlap, printed: level === 1, hills, targets };
    },
    accept: (view) => fair(view, level),
  });
}
