import type { Level } from "@/lib/challenges/contract";
import { redrawExact, type Parts } from "@/lib/challenges/redraw";
import { nobodyEarns, nobodyPasses } from "@/lib/challenges/rivals";
import type { Random } from "@/lib/engine/random";
import { mix, MOST, nearest, PLAN, pointsOf, range, rectified, SCORE_BAND, solution, total, type Answer, type View } from "./mix";
import { RECORDED } from "./recorded";
import { CELLS, KEPT, unpackScene } from "./recording";
import { allAlike, byBrightness, played, rivals } from "./rivals";

/** How likely a tile without a say is at level 2. At level 5 there always is one. */
const SILENT = 0.88;

/** Hidden weights of a level: 1 unequal; 2 one may be 0, or all unequal; 3 and 4 of both signs, none 0; 5 the same with one 0. */
function weightsOf(random: Random, level: Level): number[] {
  const { tiles } = PLAN[level];
  const size = () => random.int(1, MOST);
  if (level === 1) return random.shuffle(range(1, MOST)).slice(0, tiles);
  if (level === 2) return random.shuffle(random.chance(SILENT) ? [0, size(), size()] : random.shuffle(range(1, MOST)));
  const loud = level === 5 ? tiles - 1 : tiles;
  const against = random.int(1, loud - 1);
  const weights = Array.from({ length: loud }, (_, k) => (k < against ? -size() : size()));
  return random.shuffle(level === 5 ? [0, ...weights] : weights);
}

function draw(parts: Parts, level: Level): View {
  const { tiles: count, least, relu, score } = PLAN[level];
  const scene = unpackScene(parts.part("scene").pick(RECORDED));
  const tiles = parts
    .part("tiles")
    .shuffle(range(0, KEPT - 1))
    .slice(0, count)
    .map((k) => scene.tiles[k]);
  // With a ReLU not every mix can be read off its map, so there the weights are drawn anew with the tiles.
  const sum = mix(tiles, weightsOf(relu ? parts.part("weights") : parts.fixed("weights"), level));
  const bias = parts.fixed("bias");
  return {
    scene: scene.number,
    label: scene.label,
    tiles,
    target: relu ? rectified(sum) : sum,
    relu,
    least,
    bias: score ? bias.int(8, 30) * (bias.chance(0.5) ? 1 : -1) : null,
  };
}

/** The squared distance of the second best mix: how far the answer is from another one. 0 where several give the very map. */
export function secondBest(view: View): number {
  const allowed = range(view.least, MOST);
  const right = nearest(view, allowed, { below: 1 });
  return right ? (nearest(view, allowed, { not: right.weights })?.off ?? Infinity) : 0;
}

/** The smallest distance of the second best mix that will do. */
export const MARGIN = 1.5;

const distinct = (view: View): boolean => {
  const right = nearest(view, range(view.least, MOST), { below: 1 });
  return right !== null && nearest(view, range(view.least, MOST), { below: MARGIN * MARGIN, not: right.weights }) === null;
};

/** What the ReLU hides of the sum of all cells where the score is asked: three times as much as a typed score may be off. */
const APART = (3 * SCORE_BAND * CELLS) / 100;

/** Cells of the target that are not 0, at the least. */
const SEEN = 10;

/** Every unequal mix of two tiles. */
const pairs = (view: View) => range(1, MOST).flatMap((a) => range(1, MOST).flatMap((b) => (a === b ? [] : [played(view, [a, b])])));

function fair(view: View, level: Level): boolean {
  if (view.target.filter((v) => v !== 0).length < SEEN || (view.relu && total(view.target) === 0)) return false;
  if (!distinct(view)) return false;
  const score = (answer: Answer) => {
    const { map, score: typed } = pointsOf(view, answer);
    return map + typed;
  };
  if (view.bias !== null && total(view.target) - total(mix(view.tiles, solution(view))) < APART) return false;
  // Where no tile is silent, whoever thinks that none ever is happens to be right.
  const spare = level === 2 && !solution(view).includes(0) ? ["every-channel-speaks"] : [];
  // Of two tiles there are six unequal mixes: a constant one may be right in one of six, but never nearly right.
  const near = level === 1 ? pairs(view).filter(({ weights }) => weights.some((w, k) => w !== solution(view)[k])) : [];
  return nobodyEarns([byBrightness(view), allAlike(view), ...near], score) && nobodyPasses(rivals.beliefs, view, level, score, spare);
}

export function generate(seed: string, level: Level): View {
  // Held by `fair`, which asks only whether another mix is nearer than the margin.
  return redrawExact({
    kind: "cam-mixer",
    seed,
    level,
    draw: (parts) => draw(parts, level),
    accept: (view) => fair(view, level),
  });
}
