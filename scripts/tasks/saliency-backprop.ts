/** node scripts/run.mjs scripts/tasks/saliency-backprop.ts   writes content/topics/saliency-backprop/recorded.json from the topic's own tasks. */
import { writeFileSync } from "node:fs";
import {
  PLANE,
  RECORDED,
  RECORDED_METHODS,
  type Explained,
  type GuessPixel,
  type Question,
  type Recording,
} from "@/content/topics/saliency-backprop/question";
import { changed, subjectFor, tasks } from "@/content/topics/saliency-backprop/tasks";
import type { Subject } from "@/lib/engine/explain";
import { SCENE_SIDE } from "@/lib/engine/scenes/emoji";
import { nodeContext } from "./context";
import { halved } from "./halved";

const context = nodeContext() as Parameters<typeof tasks.explained>[1];
const ask = (method: Question["method"]) => tasks.explained({ ...RECORDED, method, noise: 15, samples: 25, steps: 16 }, context);
const short = (v: number) => Number(v.toPrecision(6));

/** Pixels whose slopes are tried for the guesses. */
const TRIED = 40;
const LEVELS = 10;

/** By trying: a pixel that lifts the score most, a bright one of the ground that does not move it, and one that lowers it most. */
function guessPixels({ pixels, signed, objects }: Explained, subject: Subject): GuessPixel[] {
  const all = signed ?? new Float32Array(3 * PLANE);
  const places = Array.from({ length: PLANE }, (_, i) => i);
  const slope = places.map((i) => all[i] + all[PLANE + i] + all[2 * PLANE + i]);
  const ground = (i: number) => {
    const [x, y] = [i % SCENE_SIDE, Math.floor(i / SCENE_SIDE)];
    return objects.every(({ box: [x1, y1, x2, y2] }) => x < x1 - 3 || x > x2 + 3 || y < y1 - 3 || y > y2 + 3);
  };
  const bright = (i: number) => pixels[3 * i] + pixels[3 * i + 1] + pixels[3 * i + 2];
  const tried = (order: (i: number) => number, fits: (i: number) => boolean = () => true) =>
    places
      .filter(fits)
      .sort((a, b) => order(b) - order(a))
      .slice(0, TRIED)
      .map((pixel) => ({ pixel, change: short(changed(subject, pixel, [0, 1, 2], LEVELS) - subject.value) }));
  const best = (list: GuessPixel[], by: (change: number) => number) => list.reduce((a, b) => (by(b.change) > by(a.change) ? b : a));
  return [
    best(
      tried((i) => slope[i]),
      (change) => change,
    ),
    best(tried(bright, ground), (change) => -Math.abs(change)),
    best(
      tried((i) => -slope[i]),
      (change) => -change,
    ),
  ];
}

export async function recording(): Promise<Recording> {
  const answers = [];
  for (const method of RECORDED_METHODS) answers.push({ method, ...(await ask(method)) });
  const [first] = answers;
  const { subject } = await subjectFor(RECORDED, RECORDED.which, context);
  return {
    pixels: halved(first.pixels, 3),
    drawing: JSON.stringify(first.drawing),
    objects: first.objects,
    value: short(first.value),
    probability: short(first.probability),
    maps: answers.map(({ method, map, largest, sum, difference, likeness }) => {
      const most = map.reduce((a, b) => Math.max(a, b), 0);
      return {
        method,
        most: short(most),
        bytes: halved(
          map.map((v) => (255 * v) / most),
          1,
        ),
        largest: largest.map(({ pixel, values: [r, g, b] }) => ({ pixel, values: [short(r), short(g), short(b)] as const })),
        sum: sum === null ? null : short(sum),
        difference: difference === null ? null : short(difference),
        likeness: likeness === null ? null : short(likeness),
      };
    }),
    nudged: await tasks.nudged({ ...RECORDED, pixel: first.largest[0].pixel }, context as never),
    guesses: guessPixels(first, subject),
  };
}

if (process.argv[1]?.endsWith("tasks/saliency-backprop.ts"))
  writeFileSync("content/topics/saliency-backprop/recorded.json", `${JSON.stringify(await recording())}\n`);
