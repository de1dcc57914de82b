import type { Instance, Level } from "@/lib/challenges/contract";
import { redrawExact, type Parts } from "@/lib/challenges/redraw";
import { nobodyEarns, nobodyPasses } from "@/lib/challenges/rivals";
import { letter } from "@/lib/words";
import { SCENES } from "./bank";
import { scoreOfAnswer, type Answer, type Odd, type Truth, type View } from "./instance";
import { DEPTHS, LAST, type LayerRecord } from "./recording";
import { expert, rivals } from "./rivals";

type Drawn = Instance<View, Truth>;

/** The maps of some layers and the odd ones, in an order drawn for the board. */
export function shownOf(
  place: number,
  record: LayerRecord,
  depths: readonly number[],
  odd: readonly Odd[],
  shuffle: <X>(list: readonly X[]) => readonly X[],
): Drawn {
  const { objects, asked, own, other, random } = record;
  const ofOdd = { other, random };
  const maps = shuffle<{ readonly of: number | Odd; readonly cells: readonly number[] }>([
    ...depths.map((depth) => ({ of: depth, cells: own[depth] })),
    ...odd.map((of) => ({ of, cells: ofOdd[of] })),
  ]);
  const idOf = (of: number | Odd) => letter(maps.findIndex((map) => map.of === of));
  return {
    view: { place, objects, asked, maps: maps.map(({ cells }, i) => ({ id: letter(i), cells })), odd },
    truth: {
      order: depths.map(idOf),
      depths,
      other: odd.includes("other") ? idOf("other") : null,
      random: odd.includes("random") ? idOf("random") : null,
    },
  };
}

const all = DEPTHS.map((_, depth) => depth);
const without = (left: number) => all.filter((depth) => depth !== left);

/** Whether who knows passes and nobody else does. */
function fair({ view, truth }: Drawn, level: Level): boolean {
  const score = (answer: Answer) => scoreOfAnswer(view, truth, answer);
  const { quota } = rivals.blind;
  return (
    score(expert(view)) === 100 &&
    nobodyPasses(rivals.beliefs, view, level, score) &&
    nobodyEarns("notPlayable" in quota ? [] : [quota(view)], score)
  );
}

/**
 * Level 1 has three layers far apart, 2 four of the five, 3 all five; 4 has four and a map of the other class, 5 the last four, the other
 * class's and one of a network with a new head.
 */
function draw({ part, fixed }: Parts, level: Level): Drawn {
  const random = part("scene");
  const place = random.int(0, SCENES.length - 1);
  const layers = fixed("layers");
  const depths = {
    1: () => [0, layers.int(1, LAST - 1), LAST],
    2: () => without(layers.int(0, LAST)),
    3: () => all,
    4: () => without(layers.int(0, LAST - 1)),
    5: () => without(0),
  }[level]();
  const odd: readonly Odd[] = level === 5 ? ["other", "random"] : level === 4 ? ["other"] : [];
  return shownOf(place, SCENES[place], depths, odd, (list) => fixed("positions").shuffle(list));
}

export const generate = (seed: string, level: Level): Drawn =>
  // Whole numbers, and a truth that stands in the record: nothing can flip.
  redrawExact({
    kind: "gradcam-layer",
    seed,
    level,
    draw: (parts) => draw(parts, level),
    accept: (drawn) => fair(drawn, level),
  });
