import { defineRivals } from "@/lib/challenges/rivals";
import { levelOf, type Answer, type ShownMap, type View } from "./instance";
import type { Method } from "./recording";

type Measure = (map: ShownMap) => number;
/** All that reading takes. */
type Read = Pick<View, "maps" | "names" | "difference">;

/** The one with least of it; of equal ones the first. */
const least = (maps: readonly ShownMap[], by: Measure): ShownMap => maps.reduce((a, b) => (by(b) < by(a) ? b : a));

/** How each level's names are given, one after the other, to the map with least of something among those left. */
function rulesFor(view: Read): readonly (readonly [Method, Measure])[] {
  const many: Measure = ({ passes }) => (passes ?? 0) - 1;
  const grey: Measure = (map) => map.grey ?? 0;
  // One pass back and nothing at the grey pixel; one pass; then those of many passes, by the grey pixel and the sum.
  const counted: readonly (readonly [Method, Measure])[] = [
    ["times-input", (map) => 1000 * many(map) + grey(map)],
    ["saliency", many],
    ["smoothgrad", (map) => -grey(map)],
    ["integrated", (map) => Math.abs((map.sum ?? 0) - (view.difference ?? 0))],
    ["random-head", () => 0],
  ];
  const seen: readonly (readonly [Method, Measure])[] = [
    ["grad-cam", ({ rough }) => rough],
    ["edges", ({ twin }) => -(twin?.likeness ?? 0)],
    ["guided-grad-cam", ({ own, other }) => other - own],
    ["deconvnet", ({ spread }) => -spread],
    ["guided", ({ spread }) => spread],
    ["saliency", () => 0],
  ];
  return (levelOf(view) > 3 ? counted : seen).filter(([name]) => view.names.includes(name));
}

/** Somebody who knows what each method looks like, and what its numbers say. */
export function expert(view: Read): Answer {
  let rest = view.maps;
  const found = new Map<string, Method>();
  for (const [name, by] of rulesFor(view)) {
    const { id } = least(rest, by);
    found.set(id, name);
    rest = rest.filter((map) => map.id !== id);
  }
  return { names: view.maps.map(({ id }) => found.get(id) ?? null) };
}

/** Who knows all but two methods, which this belief takes for each other. Null where one of them is not on offer. */
function mistaking(a: Method, b: Method) {
  return (view: View): Answer | null =>
    view.names.includes(a) && view.names.includes(b)
      ? { names: expert(view).names.map((name) => (name === a ? b : name === b ? a : name)) }
      : null;
}

/** The k-th order of the first four names on offer; a fifth stays last. */
function arranged({ names }: View, k: number): Answer {
  const head = names.slice(0, 4);
  const order: Method[] = [];
  for (let rest = k, left = head.length; left > 0; rest = Math.floor(rest / left), left--) order.push(...head.splice(rest % left, 1));
  return { names: [...order, ...names.slice(4)] };
}

export const rivals = defineRivals<View, Answer>({
  beliefs: [
    // Read off a feature map it would be the coarse one.
    { misconception: "reads-the-feature-map", levels: [1, 2, 3], play: mistaking("saliency", "grad-cam") },
    { misconception: "gradient-draws-outlines", levels: [1, 2, 3], play: mistaking("saliency", "guided") },
    { misconception: "guided-picks-the-object", levels: [1, 2, 3], play: mistaking("guided", "guided-grad-cam") },
    { misconception: "same-for-every-class", levels: [3], play: mistaking("saliency", "edges") },
    { misconception: "saliency-is-contribution", levels: [4, 5], play: mistaking("saliency", "times-input") },
    // One map, blurred, would be one pass.
    { misconception: "smoothgrad-smooths-the-map", levels: [4, 5], play: mistaking("saliency", "smoothgrad") },
    { misconception: "one-slope-adds-up", levels: [5], play: mistaking("times-input", "integrated") },
  ],
  blind: {
    constants: (view) => Array.from({ length: 24 }, (_, k) => arranged(view, k)),
    commonest: { notPlayable: "a name can be used once, so that no name is right for several maps" },
    // The names as they are listed, the map with most heat on the object first.
    quota: (view) => {
      const ranked = [...view.maps].sort((a, b) => b.own - a.own || (a.id < b.id ? -1 : 1));
      return { names: view.maps.map((map) => view.names[ranked.indexOf(map)]) };
    },
    startingValues: { notPlayable: "no map has a name at first, and an answer with a map left over cannot be sent" },
  },
});
