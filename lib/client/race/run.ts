/** The race's work in the worker: scenes, detectors on them, and mAP over many. */
import type { TaskContext } from "@/lib/challenges/task";
import { loadFault } from "@/lib/client/models/fault";
import { loadCard } from "@/lib/client/models/loader";
import { DETECTORS, type DetectorName } from "@/lib/engine/detectors";
import { ZOO } from "@/lib/engine/detectors/zoo.gpu";
import { evaluateVoc, type Detection, type GroundTruth } from "@/lib/engine/evaluate";
import { emojiScene, SCENE_SIDE } from "@/lib/engine/scenes/emoji";
import type { RaceMeasure, Racer, RaceResult, RaceScene, RaceSceneOptions } from "./race";
import { viewOf } from "./view";

/** Warm runs of a quick detector; one that takes longer than LONG_MS runs fewer times. */
const RUNS = 7;
const LONG_MS = 300;
const LONG_RUNS = 3;

async function sceneOf({ pictures }: TaskContext, seed: string, { objects, held }: Pick<RaceSceneOptions, "objects" | "held">) {
  return emojiScene(seed, { atlases: await pictures.atlases(held), objects: [1, objects] });
}

/** A seeded scene: the same for everybody. */
export async function scene(options: RaceSceneOptions, context: TaskContext): Promise<RaceScene> {
  const { pixels, objects, drawing } = await sceneOf(context, `race ${options.seed}`, options);
  return {
    pixels: Uint8Array.from(pixels),
    side: SCENE_SIDE,
    objects: objects.map(({ label, box }) => ({ label, box: [box[0], box[1], box[2], box[3]] })),
    drawing,
  };
}

/** Every detector of the curriculum, with its card where it is shipped. */
export function field(_nothing: null): Promise<Racer[]> {
  return Promise.all(
    DETECTORS.map(async (name): Promise<Racer> => {
      if (!ZOO[name]) return { name, card: null };
      try {
        const { test, bytes } = await loadCard(name);
        return { name, card: { scenes: test.scenes, seen: test.seen, held: test.held, bytes } };
      } catch (error) {
        // A card that is missing or broken costs its own detector only.
        if (loadFault(error)) return { name, card: null };
        throw error;
      }
    }),
  );
}

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1];

/** One detector on one picture: a first run that warms up, then the median of several. */
export async function run(
  { name, pixels }: { readonly name: DetectorName; readonly pixels: Uint8Array },
  { models, pause }: TaskContext,
): Promise<RaceResult> {
  const detector = await models.detector(name);
  await detector.detect([pixels]);
  const times: number[] = [];
  let answer = null;
  do {
    const begun = performance.now();
    [answer] = await detector.detect([pixels]);
    times.push(performance.now() - begun);
    await pause();
  } while (times.length < (times[0] > LONG_MS ? LONG_RUNS : RUNS));
  const { detections, passes, parts } = answer;
  return {
    name,
    ms: median(times),
    runs: times.length,
    passes,
    least: ZOO[name]?.shown ?? 0,
    proposals: parts.proposals ? parts.proposals.shape[0] : null,
    view: viewOf(parts),
    detections: detections.map(({ label, score, box }) => ({ label, score, box })),
  };
}

/** Which detectors are measured over how many fresh scenes, and of which kind. */
interface RaceMeasuring extends Omit<RaceSceneOptions, "seed"> {
  readonly names: readonly DetectorName[];
  readonly count: number;
}

/** mAP@.5 (all points), time and passes of several detectors over fresh scenes, one after the other. Its progress counts scenes. */
export async function measure({ names: chosen, count, ...options }: RaceMeasuring, context: TaskContext): Promise<RaceMeasure[]> {
  const loaded = await Promise.all(chosen.map((name) => context.models.detector(name)));
  const truth: GroundTruth[] = [];
  const found: Detection[][] = chosen.map(() => []);
  const times: number[][] = chosen.map(() => []);
  const passed = chosen.map(() => 0);
  for (let image = 0; image < count; image++) {
    const { pixels, objects } = await sceneOf(context, `race fresh ${image}`, options);
    for (const { label, box } of objects) truth.push({ image, label, box });
    for (const [k, detector] of loaded.entries()) {
      const asked = { score: ZOO[chosen[k]]?.evaluated };
      if (image === 0) await detector.detect([pixels], asked);
      const begun = performance.now();
      const [{ detections, passes }] = await detector.detect([pixels], asked);
      times[k].push(performance.now() - begun);
      passed[k] += passes;
      for (const { label, box, score } of detections) found[k].push({ image, label, box, score });
    }
    context.onProgress(image + 1, count);
    await context.pause();
  }
  return chosen.map((name, k) => ({
    name,
    map50: evaluateVoc(truth, found[k]).mapAll ?? 0,
    ms: median(times[k]),
    passes: passed[k] / count,
    scenes: count,
  }));
}
