/** The Lab's work in the worker: why one detector of the zoo drew one box. */
import { detectorOf, kindOf } from "@/lib/client/models/detectors";
import type { DetectorName, ZooDetection } from "@/lib/engine/detectors";
import { networkInput } from "@/lib/engine/detectors/input";
import { resizeBilinear, toUnitRange } from "@/lib/engine/explain";
import {
  DETECTION_NUMBERS,
  detectionTargets,
  dRise,
  hasDetectionTargets,
  occludeDetection,
  type Detect,
  type DetectionNumber,
} from "@/lib/engine/explain/detection";
import { DETECTION_LAYER } from "@/lib/engine/explain/detection/layers";
import { explainOnGpu, gradCamGpu, hiResCamGpu, saliencyGpu, type GpuSubject } from "@/lib/engine/explain/gpu";
import type { Tensor } from "@/lib/engine/nets";
import { SCENE_SIDE } from "@/lib/engine/scenes/emoji";
import { orNull, present } from "./jobs";
import type { DetectionMethod, LabDetection, LabDetections, LabMap, LabOcclusion, OnProgress } from "./lab";

export async function labDetect(name: DetectorName, pixels: Uint8Array): Promise<LabDetections> {
  const detector = await detectorOf(name);
  const begun = performance.now();
  const [{ detections }] = await detector.detect([pixels]);
  const ms = performance.now() - begun;
  return {
    ms,
    gradients: hasDetectionTargets(name),
    detections: detections.map(({ label, score, box }) => ({ label, score, box: [box[0], box[1], box[2], box[3]] })),
  };
}

const asUnit = (map: Tensor) => Float32Array.from(toUnitRange({ shape: map.shape, data: map.data.map((v) => Math.max(v, 0)) }).data);

/** Gradients of one number of one box. @throws Error for a detector without a place to read them from */
export async function labDetectionMap(
  name: DetectorName,
  pixels: Uint8Array,
  target: LabDetection,
  of: DetectionNumber,
  method: DetectionMethod,
): Promise<LabMap> {
  const detector = await detectorOf(name);
  const [{ parts }] = await detector.detect([pixels]);
  const targets = detectionTargets(name, parts, target);
  if (!targets) throw new Error(`${name} has no gradients of one box`);
  const layer = DETECTION_LAYER[name] ?? "";
  const run = async (subject: GpuSubject) =>
    method === "saliency"
      ? saliencyGpu(subject, {})
      : method === "grad-cam"
        ? gradCamGpu(subject, { layer })
        : hiResCamGpu(subject, { layer });
  const begun = performance.now();
  const { map } = await explainOnGpu(
    run,
    { gpu: detector.networks.main, image: networkInput(pixels, SCENE_SIDE), target: targets[of] },
    {},
  );
  const ms = performance.now() - begun;
  return { values: asUnit(resizeBilinear(map, SCENE_SIDE, SCENE_SIDE)), side: SCENE_SIDE, ms };
}

/** The detector as a black box that also tells of weak detections. */
async function blackBox(name: DetectorName): Promise<Detect> {
  const detector = await detectorOf(name);
  const { evaluated } = kindOf(name);
  return async (pictures) =>
    (await detector.detect(pictures, { score: evaluated })).map(({ detections }): readonly ZooDetection[] => detections);
}

export async function labDetectionOcclusion(
  name: DetectorName,
  pixels: Uint8Array,
  target: LabDetection,
  onProgress: OnProgress,
): Promise<LabOcclusion | null> {
  const aborted = present("detector");
  const detect = await blackBox(name);
  const begun = performance.now();
  const maps = await orNull(occludeDetection(pixels, SCENE_SIDE, target, detect, { aborted, onProgress }));
  if (!maps) return null;
  const ms = performance.now() - begun;
  const [score, x1, y1, x2, y2] = DETECTION_NUMBERS.map((number) => asUnit(maps[number]));
  return { score, x1, y1, x2, y2, ms };
}

export async function labDetectionRise(
  name: DetectorName,
  pixels: Uint8Array,
  target: LabDetection,
  masks: number,
  onProgress: OnProgress,
): Promise<LabMap | null> {
  const aborted = present("detector");
  const detect = await blackBox(name);
  const begun = performance.now();
  const found = await orNull(dRise(pixels, SCENE_SIDE, target, detect, { seed: "lab", masks, aborted, onProgress }));
  if (!found) return null;
  const ms = performance.now() - begun;
  // Every mask shows something of everything: what all pixels share is no reason.
  const least = found.map.data.reduce((a, b) => Math.min(a, b), Infinity);
  return { values: asUnit({ shape: found.map.shape, data: found.map.data.map((v) => v - least) }), side: SCENE_SIDE, ms };
}
