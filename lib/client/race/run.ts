/** The race's work in the worker: scenes, detectors on them, and mAP over many. */
import { detectorOf } from "@/lib/client/models/detectors";
import { loadAtlases, loadCard, loadFault } from "@/lib/client/models/loader";
import { DETECTORS, isDetectorName } from "@/lib/engine/detectors";
import { ZOO } from "@/lib/engine/detectors/zoo.gpu";
import { evaluateVoc, type Detection, type GroundTruth } from "@/lib/engine/evaluate";
import { emojiScene, SCENE_SIDE } from "@/lib/engine/scenes/emoji";
import type { RaceMeasure, Racer, RaceResult, RaceScene, RaceSceneOptions } from "./race";
import { viewOf } from "./view";

/** Warm runs of a quick detector; one that takes longer than LONG_MS runs fewer times. */
const RUNS = 7;
const LONG_MS = 300;
const LONG_RUNS = 3;

async function sceneOf(seed: string, { objects, held }: Pick<RaceSceneOptions, "objects" | "held">) {
  return emojiScene(seed, { atlases: await loadAtlases(held), objects: [1, objects] });
}

/** A seeded scene: the same for everybody. */
export async function raceScene(options: RaceSceneOptions): Promise<RaceScene> {
  const { pixels, objects } = await sceneOf(`race ${options.seed}`, options);
  return {
    pixels: Uint8Array.from(pixels),
    side: SCENE_SIDE,
    objects: objects.map(({ label, box }) => ({ label, box: [box[0], box[1], box[2], box[3]] })),
  };
}

/** Every detector of the curriculum, with its card where it is shipped. */
export function raceField(): Promise<Racer[]> {
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
export async function raceRun(name: string, pixels: Uint8Array): Promise<RaceResult> {
  if (!isDetectorName(name)) throw new Error(`there is no detector "${name}"`);
  const detector = await detectorOf(name);
  await detector.detect([pixels]);
  const times: number[] = [];
  let answer = null;
  do {
    const begun = performance.now();
    [answer] = await detector.detect([pixels]);
    times.push(performance.now() - begun);
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

let measuring = 0;

/** Stops a running `raceMeasure` after its current scene. */
export async function raceCancel(): Promise<void> {
  measuring++;
}

/**
 * mAP@.5 (all points), time and passes of several detectors over fresh scenes, one after the other; null when cancelled.
 * @param onProgress called with scenes done and scenes in all
 */
export async function raceMeasure(
  names: readonly string[],
  count: number,
  options: Omit<RaceSceneOptions, "seed">,
  onProgress: (done: number, total: number) => void,
): Promise<RaceMeasure[] | null> {
  const mine = ++measuring;
  const chosen = names.filter(isDetectorName);
  const loaded = await Promise.all(chosen.map(detectorOf));
  const truth: GroundTruth[] = [];
  const found: Detection[][] = chosen.map(() => []);
  const times: number[][] = chosen.map(() => []);
  const passed = chosen.map(() => 0);
  for (let image = 0; image < count; image++) {
    const { pixels, objects } = await sceneOf(`race fresh ${image}`, options);
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
    onProgress(image + 1, count);
    // A turn for messages: a cancel must get through.
    await new Promise((resume) => setTimeout(resume, 0));
    if (mine !== measuring) return null;
  }
  return chosen.map((name, k) => ({
    name,
    map50: evaluateVoc(truth, found[k]).mapAll ?? 0,
    ms: median(times[k]),
    passes: passed[k] / count,
    scenes: count,
  }));
}
