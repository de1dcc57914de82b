import { defineRivals } from "@/lib/challenges/rivals";
import { heatIn, roughness, spotOf, total } from "./heat";
import type { Answer, Odd, ShownMap, View } from "./instance";

type Measure = (map: ShownMap) => number;

const own =
  ({ objects, asked }: View): Measure =>
  (map) =>
    heatIn(map.cells, objects[asked].box);
const others =
  ({ objects, asked }: View): Measure =>
  (map) =>
    heatIn(map.cells, objects[1 - asked].box);
/** The heat in the box of the object asked for less that in the other one's: what grows with the layer. */
const contrast =
  (view: View): Measure =>
  (map) =>
    own(view)(map) - others(view)(map);
const rough: Measure = ({ cells }) => roughness(cells);
const heat: Measure = ({ cells }) => total(cells);

/** The least first; of equal ones the first. */
const least = (maps: readonly ShownMap[], by: Measure): ShownMap[] => [...maps].sort((a, b) => by(a) - by(b) || (a.id < b.id ? -1 : 1));

/** Takes the maps that are named, one after the other, and orders the rest, the least first. */
function answer(view: View, naming: Readonly<Record<Odd, Measure>>, by: Measure): Answer {
  let rest = view.maps;
  const take = (odd: Odd): string | null => {
    if (!view.odd.includes(odd)) return null;
    const [{ id }] = least(rest, naming[odd]);
    rest = rest.filter((map) => map.id !== id);
    return id;
  };
  const other = take("other");
  const random = take("random");
  return { order: least(rest, by).map(({ id }) => id), other, random };
}

/** Most on the other object is the other class; least for the object asked for among the rest is the new head. */
const knowing = (view: View): Readonly<Record<Odd, Measure>> => ({ other: contrast(view), random: contrast(view) });

/** Somebody who knows: the more a map prefers the object asked for, the deeper its layer. */
export const expert = (view: View): Answer => answer(view, knowing(view), contrast(view));

/** The k-th order of a list: of its first four at most, the rest behind them as they stand. */
function arranged(ids: readonly string[], k: number): string[] {
  const head = ids.slice(0, 4);
  const order: string[] = [];
  let rest = k;
  while (head.length > 0) {
    order.push(...head.splice(rest % head.length, 1));
    rest = Math.floor(rest / (head.length + 1));
  }
  return [...order, ...ids.slice(4)];
}

/** The last letters are those to be named, whatever the maps show. */
function blindly({ maps, odd }: View, k: number): Answer {
  const ids = maps.map(({ id }) => id);
  const named = (which: Odd) => (odd.includes(which) ? ids[ids.length - 1 - odd.indexOf(which)] : null);
  return { order: arranged(ids.slice(0, ids.length - odd.length), k), other: named("other"), random: named("random") };
}

export const rivals = defineRivals<View, Answer>({
  beliefs: [
    {
      // Whatever is told apart by its object, of the rest the most strewn map is the deepest.
      misconception: "deeper-is-finer",
      levels: [1, 2, 3, 4, 5],
      play: (view) => answer(view, knowing(view), rough),
    },
    {
      misconception: "wider-is-deeper",
      levels: [1, 2, 3, 4, 5],
      play: (view) => answer(view, knowing(view), ({ cells }) => spotOf(cells)),
    },
    {
      // A late map is on an object, any: what is least on objects is the odd one.
      misconception: "finds-the-object",
      levels: [4, 5],
      play: (view) => {
        const onObjects: Measure = (map) => own(view)(map) + others(view)(map);
        return view.odd.length === 0 ? null : answer(view, { other: onObjects, random: onObjects }, onObjects);
      },
    },
    {
      // Another class would have the same map, a bit weaker.
      misconception: "any-class-same-map",
      levels: [4, 5],
      play: (view) => {
        const either: Measure = (map) => Math.abs(contrast(view)(map));
        return view.odd.length === 0 ? null : answer(view, { other: heat, random: either }, either);
      },
    },
    {
      misconception: "random-is-noise",
      levels: [5],
      play: (view) =>
        view.odd.includes("random") ? answer(view, { ...knowing(view), random: (map) => -rough(map) }, contrast(view)) : null,
    },
  ],
  blind: {
    constants: (view) => Array.from({ length: view.maps.length === 3 ? 6 : 24 }, (_, k) => blindly(view, k)),
    // No letter is commoner in any place than another.
    commonest: (view) => blindly(view, 0),
    // The brightest map is the deepest, the dimmest are the odd ones.
    quota: (view) => answer(view, { other: heat, random: heat }, heat),
    startingValues: { notPlayable: "no map has a place at first, and an answer with a map left over cannot be sent" },
  },
});
