import type { Instance, Level } from "@/lib/challenges/contract";
import { redrawExact, type Parts } from "@/lib/challenges/redraw";
import { nobodyEarns, nobodyPasses } from "@/lib/challenges/rivals";
import { PASS_SCORE } from "@/lib/challenges/score";
import { SCENES } from "./bank";
import { total } from "./cells";
import { alphaOf, asked, pointsOf, weighed, type Answer, type OpenChannel, type Share, type Truth, type View } from "./instance";
import type { SceneRecord, SceneSet } from "./recording";
import { expert, rivals } from "./rivals";

/** How many channels the last layer has. */
const CHANNELS = 128;
/** Fewer cells are a matter of luck, more of patience. */
const COUNT = { least: 3, most: 9 };
/** How many channels are reckoned with at level 4. */
const MIXED = 4;

type Drawn = Instance<View, Truth>;

/** The strongest first. */
const byWeight = (shares: readonly Share[]) =>
  [...shares].sort((a, b) => Math.abs(total(b.adds)) - Math.abs(total(a.adds)) || a.index - b.index);

/** The map of the class of one object, as the network has it; from level 3 on with its cold side. */
export function pictureOf(
  set: SceneSet,
  place: number,
  { objects, asked: object, edges, map, channels }: SceneRecord,
  level: Level,
): Drawn {
  const shares = channels.map(({ index, peak, tile }): Share => ({
    index,
    alpha: peak,
    adds: tile.map((digit) => Math.round((peak * digit) / 9) + 0),
  }));
  return {
    view: { set, place, objects, asked: object, edges, ...asked(map, level >= 3), channels: [] },
    truth: { map, shares: byWeight(shares), others: CHANNELS - shares.length },
  };
}

/** A map to be reckoned from channels; the picture beside it decides nothing. */
export function reckonedOf(place: number, { objects, edges }: SceneRecord, channels: readonly OpenChannel[]): Drawn {
  const alphas = channels.map(alphaOf);
  const map = weighed(channels, alphas);
  const shares = channels.map(({ tile }, index): Share => ({
    index,
    alpha: alphas[index],
    adds: tile.map((digit) => alphas[index] * digit + 0),
  }));
  return {
    view: { set: "three", place, objects, asked: null, edges, ...asked(map, false), channels },
    truth: { map, shares: byWeight(shares), others: 0 },
  };
}

/** The channels of level 5 with the gradients that α is the mean of. */
export const averaged = ({ grads }: SceneRecord): OpenChannel[] => grads.map(({ tile, gradients }) => ({ tile, gradients, alpha: null }));

/** Whether who knows passes by looking or reckoning, and nobody else does. */
export function fair({ view, truth }: Drawn, level: Level): boolean {
  const within = (count: number) => count >= COUNT.least && count <= COUNT.most;
  if (!within(view.hot) || (level === 3 && !within(view.cold))) return false;
  const score = (answer: Answer) => {
    const points = pointsOf(view, truth, answer);
    return points.hot + points.cold;
  };
  const { commonest, constants, quota, startingValues } = rivals.blind;
  const blind = [commonest, quota, startingValues].flatMap((play) => ("notPlayable" in play ? [] : [play(view)]));
  return (
    score(expert(view)) >= PASS_SCORE &&
    nobodyPasses(rivals.beliefs, view, level, score) &&
    nobodyEarns([...blind, ...("notPlayable" in constants ? [] : constants(view))], score)
  );
}

/**
 * Level 1 asks about one object, 2 about one of three, 3 for the cold cells too, 4 has four channels with their α, 5 three channels
 * with gradients to be averaged.
 */
function draw({ part }: Parts, level: Level): Drawn {
  const set: SceneSet = level === 1 ? "one" : "three";
  const random = part("scene");
  const place = random.int(0, SCENES[set].length - 1);
  const record = SCENES[set][place];
  if (level <= 3) return pictureOf(set, place, record, level);
  if (level === 5) return reckonedOf(place, record, part("order").shuffle(averaged(record)));
  const weights = part("weights");
  const channels = part("channels")
    .shuffle(record.channels)
    .slice(0, MIXED)
    .map(({ tile }): OpenChannel => ({ tile, alpha: weights.int(1, 3) * (weights.chance(0.6) ? 1 : -1), gradients: null }));
  return reckonedOf(place, record, channels);
}

export const generate = (seed: string, level: Level): Drawn =>
  // Whole numbers, and a score without a step at any boundary: nothing can flip.
  redrawExact({
    kind: "gradcam-regions",
    seed,
    level,
    draw: (parts) => draw(parts, level),
    accept: (drawn) => fair(drawn, level),
  });
