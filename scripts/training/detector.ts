import { pairwiseIou } from "@/lib/engine/boxes";
import { evaluateVoc, type Detection, type GroundTruth } from "@/lib/engine/evaluate";
import type { DetectorKind } from "@/lib/engine/detectors/loaded.gpu";
import { DETECTOR_TEST, testScene } from "./data";
import type { Task } from "./task";

const BATCH = 20;

/**
 * mAP@.5 (all points) over a set of scenes, the AP of finding objects whatever they are called, and for detectors that start from
 * proposals the share of objects that a proposal covers with IoU ≥ .5 ("proposals" among the answer's parts, [n, 4]).
 */
export function detectorFigures(kind: DetectorKind): Task["evaluate"] {
  return async (model, sources, set, split, count) => {
    const detector = kind.load(model);
    const truth: GroundTruth[] = [];
    const detections: Detection[] = [];
    let covered = 0;
    let proposed = 0;
    for (let first = 0; first < count; first += BATCH) {
      const scenes = Array.from({ length: Math.min(BATCH, count - first) }, (_, i) =>
        testScene(sources, DETECTOR_TEST, set, split, first + i),
      );
      const answers = await detector.detect(
        scenes.map(({ pixels }) => pixels),
        { score: kind.evaluated },
      );
      scenes.forEach(({ objects }, i) => {
        const image = first + i;
        const { proposals } = answers[i].parts;
        for (const { label, box } of objects) {
          truth.push({ image, label, box });
          if (proposals && objects.length > 0) covered += pairwiseIou(box, proposals.data).some((v) => v >= 0.5) ? 1 : 0;
        }
        if (proposals) proposed += proposals.data.length / 4;
        for (const { label, box, score } of answers[i].detections) detections.push({ image, label, box, score });
      });
    }
    detector.dispose();
    const one = <T extends { label: number }>(list: readonly T[]) => list.map((entry) => ({ ...entry, label: 0 }));
    const figures = {
      map50: evaluateVoc(truth, detections).mapAll ?? 0,
      classAgnosticAp50: evaluateVoc(one(truth), one(detections)).mapAll ?? 0,
    };
    return proposed > 0 ? { ...figures, proposalRecall50: covered / truth.length, proposals: proposed / count } : figures;
  };
}
