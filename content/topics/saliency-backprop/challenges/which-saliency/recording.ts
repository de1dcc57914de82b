/** What is kept of a scene and its maps, in whole numbers, and how it is packed. */
import type { BoxXYXY } from "@/lib/engine/boxes/types";

/** Whatever draws a map here. The last is no explanation: it sees the picture alone. */
export const METHODS = [
  "saliency",
  "times-input",
  "smoothgrad",
  "integrated",
  "random-head",
  "guided",
  "deconvnet",
  "grad-cam",
  "guided-grad-cam",
  "edges",
] as const;
export type Method = (typeof METHODS)[number];

/** Those whose map for the other object's class is kept as well. */
export const TWINS = ["saliency", "guided", "grad-cam", "guided-grad-cam"] as const satisfies readonly Method[];
/** Those that are told apart by numbers. */
export const COUNTED: readonly Method[] = METHODS.slice(0, 5);
/** Maps in a scene's strip: one a method, then the twins. */
export const STRIP = METHODS.length + TWINS.length;

/** What is read off one map (reading.ts). */
export interface Reading {
  readonly rough: number;
  readonly spread: number;
  /** Percent of the heat in the box of the object asked for, and in the other one's. */
  readonly own: number;
  readonly other: number;
}

export interface Recorded extends Reading {
  /** The same for the other class, and the rank correlation of the two maps, in percent. */
  readonly twin: (Reading & { readonly likeness: number }) | null;
  /** At the grey pixel, in percent of the map's largest value; the sum of the signed map, in tenths; passes back. */
  readonly numbers: { readonly grey: number; readonly sum: number; readonly passes: number } | null;
}

export interface SceneRecord {
  /** Scene n is `bankScene(n)` of scripts/saliency-maps.ts. */
  readonly number: number;
  readonly objects: readonly { readonly label: number; readonly box: BoxXYXY }[];
  /** Which object's class is asked for. */
  readonly asked: number;
  /** The grey pixel, row by row, and S(x) − S(grey) in tenths. */
  readonly pixel: number;
  readonly difference: number;
  readonly maps: Readonly<Record<Method, Recorded>>;
  /** strip[k]: where map k stands in the scene's picture of maps. Drawn anew for each scene, so that a place tells nothing. */
  readonly strip: readonly number[];
}

const four = ({ rough, spread, own, other }: Reading) => [rough, spread, own, other];

export const packScene = ({ number, objects, asked, pixel, difference, maps, strip }: SceneRecord): number[] => [
  number,
  asked,
  ...objects.flatMap(({ label, box }) => [label, ...box]),
  pixel,
  difference,
  ...METHODS.flatMap((method) => {
    const { twin, numbers, ...reading } = maps[method];
    return [
      ...four(reading),
      ...(twin ? [...four(twin), twin.likeness] : []),
      ...(numbers ? [numbers.grey, numbers.sum, numbers.passes] : []),
    ];
  }),
  ...strip,
];

/** Reads one record back. */
export function unpackScene(packed: readonly number[]): SceneRecord {
  let at = 0;
  const next = () => packed[at++];
  const reading = (): Reading => ({ rough: next(), spread: next(), own: next(), other: next() });
  const [number, asked] = [next(), next()];
  const objects = [0, 1].map(() => ({ label: next(), box: [next(), next(), next(), next()] as const }));
  const [pixel, difference] = [next(), next()];
  const maps = Object.fromEntries(
    METHODS.map((method): [Method, Recorded] => [
      method,
      {
        ...reading(),
        twin: TWINS.some((name) => name === method) ? { ...reading(), likeness: next() } : null,
        numbers: COUNTED.includes(method) ? { grey: next(), sum: next(), passes: next() } : null,
      },
    ]),
  ) as Record<Method, Recorded>;
  return { number, objects, asked, pixel, difference, maps, strip: Array.from({ length: STRIP }, next) };
}
