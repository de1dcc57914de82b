import type { Instance, Level } from "@/lib/challenges/contract";
import { redrawExact } from "@/lib/challenges/redraw";
import { nobodyEarns, nobodyPasses } from "@/lib/challenges/rivals";
import { letter } from "@/lib/words";
import { scoreOf } from "@/lib/challenges/score";
import { SCENES } from "./bank";
import { NAMES, pointsOf, type Answer, type ShownMap, type Truth, type View } from "./instance";
import { METHODS, TWINS, type Method, type Reading, type SceneRecord } from "./recording";
import { expert, rivals } from "./rivals";

/** A method's map as a level shows it. */
function shown({ maps, strip }: SceneRecord, method: Method, id: string, level: Level): ShownMap {
  const { twin, numbers, ...reading } = maps[method];
  const same = { ...reading, likeness: 100 };
  const beside = TWINS.findIndex((name) => name === method);
  const at = strip[METHODS.indexOf(method)];
  return {
    id,
    ...reading,
    at,
    // Who does not see the class has one map for both.
    twin: level === 3 ? { ...(twin ?? same), at: beside < 0 ? at : strip[METHODS.length + beside] } : null,
    passes: level > 3 ? (numbers?.passes ?? null) : null,
    grey: level > 3 ? (numbers?.grey ?? null) : null,
    sum: level > 4 ? (numbers?.sum ?? null) : null,
  };
}

/** A level's board of one scene, the methods in this order. */
export function boardOf(place: number, scene: SceneRecord, level: Level, order: readonly Method[]): Instance<View, Truth> {
  return {
    view: {
      place,
      objects: scene.objects,
      asked: scene.asked,
      maps: order.map((method, i) => shown(scene, method, letter(i), level)),
      names: NAMES[level],
      pixel: level > 3 ? scene.pixel : null,
      difference: level > 4 ? scene.difference : null,
    },
    truth: { names: order },
  };
}

/** Whether who knows names every map, and nobody else passes. */
function fair({ view, truth }: Instance<View, Truth>, level: Level): boolean {
  const score = (answer: Answer) => scoreOf(pointsOf(truth, answer));
  const { quota } = rivals.blind;
  return (
    score(expert(view)) === 100 &&
    nobodyPasses(rivals.beliefs, view, level, score) &&
    nobodyEarns("notPlayable" in quota ? [] : [quota(view)], score)
  );
}

export const generate = (seed: string, level: Level): Instance<View, Truth> =>
  // Whole numbers, and a truth that stands in the record: nothing can flip.
  redrawExact({
    kind: "which-saliency",
    seed,
    level,
    draw: ({ part, fixed }) => {
      const place = part("scene").int(0, SCENES.length - 1);
      return boardOf(place, SCENES[place], level, fixed("positions").shuffle(NAMES[level]));
    },
    accept: (drawn) => fair(drawn, level),
  });

/** A board of readings alone, for who reads maps of scenes that are in no bank. */
export function boardOfReadings(
  readings: Partial<Record<Method, Reading>>,
  level: Level,
): Instance<Pick<View, "maps" | "names" | "difference">, Truth> {
  const order = NAMES[level];
  return {
    view: {
      maps: order.map((method, i) => ({
        id: letter(i),
        at: i,
        ...(readings[method] ?? { rough: 0, spread: 0, own: 0, other: 0 }),
        twin: null,
        passes: null,
        grey: null,
        sum: null,
      })),
      names: order,
      difference: null,
    },
    truth: { names: order },
  };
}
