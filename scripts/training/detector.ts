import { evaluateVoc, type Detection, type GroundTruth } from "@/lib/engine/evaluate";
import type { BoxXYXY } from "@/lib/engine/boxes/types";
import type { Pixels } from "@/lib/engine/detectors/run.gpu";
import { DETECTOR_TEST, testScene, type Sources, type Split, type TestSet } from "./data";
import type { Figures } from "./task";

const BATCH = 20;

export interface Found {
  readonly label: number;
  readonly score: number;
  readonly box: BoxXYXY;
}

/** mAP@.5 (all points) over a set of scenes, and the AP of finding objects whatever they are called. */
export async function detectorFigures(detect: (pictures: readonly Pixels[]) => Promise<readonly (readonly Found[])[]>, sources: Sources, set: TestSet, split: Split, count: number): Promise<Figures> {
  const truth: GroundTruth[] = [];
  const detections: Detection[] = [];
  for (let first = 0; first < count; first += BATCH) {
    const scenes = Array.from({ length: Math.min(BATCH, count - first) }, (_, i) => testScene(sources, DETECTOR_TEST, set, split, first + i));
    const answers = await detect(scenes.map(({ pixels }) => pixels));
    scenes.forEach(({ objects }, i) => {
      const image = first + i;
      for (const { label, box } of objects) truth.push({ image, label, box });
      for (const { label, box, score } of answers[i]) detections.push({ image, label, box, score });
    });
  }
  const one = <T extends { label: number }>(list: readonly T[]) => list.map((entry) => ({ ...entry, label: 0 }));
  return { map50: evaluateVoc(truth, detections).mapAll ?? 0, classAgnosticAp50: evaluateVoc(one(truth), one(detections)).mapAll ?? 0 };
}
