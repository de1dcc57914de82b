/** Boxes that somebody with a wrong idea, or none at all, would draw. */
import type { Level } from "@/lib/challenges/contract";
import type { Belief } from "@/lib/challenges/rivals";
import type { BoxXYXY } from "@/lib/engine/boxes";
import { believed, type Idea } from "../../ideas";
import { brokenRule } from "./rules";
import { HEIGHT, WIDTH, type Answer, type View } from "./task";

/** How far a box is from what an idea takes for the targets: the worst one counts. */
function missOf(view: View, idea: Idea, box: BoxXYXY): number {
  let worst = 0;
  for (const { object, measure, hundredths } of view.targets) {
    const { top, bottom } = believed(idea, measure, view.objects[object].box, box);
    worst = Math.max(worst, Math.abs(hundredths - (100 * top) / bottom));
  }
  return worst;
}

const inside = ([x1, y1, x2, y2]: readonly [number, number, number, number]): BoxXYXY => {
  const dx = Math.max(0, -x1) - Math.max(0, x2 - WIDTH);
  const dy = Math.max(0, -y1) - Math.max(0, y2 - HEIGHT);
  return [x1 + dx, y1 + dy, x2 + dx, y2 + dy];
};

/** Boxes within the rule around the first object: its own size (or the given one) shifted, and larger or smaller about it. */
function* candidates(view: View): Generator<BoxXYXY> {
  const a = view.objects[0].box;
  const [w, h] = view.rule === "move" ? [view.start[2] - view.start[0], view.start[3] - view.start[1]] : [a[2] - a[0], a[3] - a[1]];
  const scales = view.rule === "move" ? [16] : [16, 8, 10, 12, 14, 18, 20, 24, 28];
  for (const scale of scales) {
    const [bw, bh] = [Math.round((w * scale) / 16), Math.round((h * scale) / 16)];
    for (let i = -16; i <= 16; i++) {
      const dx = Math.round((w * i) / 16);
      // To the side, and along the diagonal.
      for (const dy of [0, Math.round((h * i) / 16)]) {
        const x = Math.round((a[0] + a[2] - bw) / 2) + dx;
        const y = Math.round((a[1] + a[3] - bh) / 2) + dy;
        const box = inside([x, y, x + bw, y + bh]);
        if (brokenRule(view, box) === null) yield box;
      }
    }
  }
}

/** The box that an idea takes for right; null where no box has the number that it asks for. */
function drawnBy(view: View, idea: Idea): Answer | null {
  let best: BoxXYXY | null = null;
  let least = Infinity;
  for (const box of candidates(view)) {
    const miss = missOf(view, idea, box);
    if (miss < least) [best, least] = [box, miss];
  }
  if (best === null) return null;
  best = refined(view, idea, best);
  return missOf(view, idea, best) <= view.tolerance ? { box: best } : null;
}

/** Moves one side after the other, by less and less, as long as that brings the idea's numbers closer. */
function refined(view: View, idea: Idea, from: BoxXYXY): BoxXYXY {
  let best = from;
  let least = missOf(view, idea, best);
  for (const step of [8, 4, 2, 1, 1]) {
    for (const [side, by] of [0, 1, 2, 3].flatMap((at) => [[at, -step] as const, [at, step] as const])) {
      const [x1, y1, x2, y2] = best.map((value, i) => (i === side ? value + by : value));
      const box: BoxXYXY = [x1, y1, x2, y2];
      if (brokenRule(view, box) !== null) continue;
      const miss = missOf(view, idea, box);
      if (miss < least) [best, least] = [box, miss];
    }
  }
  return best;
}

const LEVELS_OF: readonly { readonly idea: Idea; readonly levels: readonly Level[] }[] = [
  { idea: "half-overlap", levels: [1, 2] },
  { idea: "over-smaller", levels: [3, 4, 5] },
  { idea: "union-is-sum", levels: [3] },
];

export const beliefs: readonly Belief<View, Answer>[] = LEVELS_OF.map(({ idea, levels }) => ({
  misconception: idea,
  levels,
  play: (view) => drawnBy(view, idea),
}));

/** The box where it starts, moved by the least that counts as moving. */
export function startingBox({ start: [x1, y1, x2, y2] }: View): Answer {
  const by = x2 < WIDTH ? 1 : -1;
  return { box: [x1 + by, y1, x2 + by, y2] };
}

/** The object's own outline: an IoU of 1, whatever the target. */
export const tracing = ({ objects }: View): Answer => ({ box: objects[0].box });

/** The same box in every picture: the whole, its middle, its quarters. */
export function constants(): Answer[] {
  const [w, h] = [WIDTH / 2, HEIGHT / 2];
  return [
    { box: [0, 0, WIDTH, HEIGHT] },
    { box: [w / 2, h / 2, w + w / 2, h + h / 2] },
    { box: [0, 0, w, h] },
    { box: [w, 0, WIDTH, h] },
    { box: [0, h, w, HEIGHT] },
    { box: [w, h, WIDTH, HEIGHT] },
  ];
}
