/** The Lab's work in the worker: why one detector of the zoo drew one box. */
import type { TaskContext } from "@/lib/challenges/task";
import { kindOf } from "@/lib/engine/detectors/zoo.gpu";
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
import type { DetectionMethod, LabDetection, LabDetections, LabMap, LabOcclusion } from "./lab";
import { longRun } from "./longRun";

/** One picture, 112 × 112, under one detector. */
interface Look {
  readonly name: DetectorName;
  readonly pixels: Uint8Array;
}
/** One of the boxes it found there. */
interface LookAtBox extends Look {
  readonly target: LabDetection;
}

export async function detect({ name, pixels }: Look, { models }: TaskContext): Promise<LabDetections> {
  const detector = await models.detector(name);
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
export async function detectionMap(
  { name, pixels, target, of, method }: LookAtBox & { readonly of: DetectionNumber; readonly method: DetectionMethod },
  { models }: TaskContext,
): Promise<LabMap> {
  const detector = await models.detector(name);
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
async function blackBox({ models }: TaskContext, name: DetectorName): Promise<Detect> {
  const detector = await models.detector(name);
  const { evaluated } = kindOf(name);
  return async (pictures) =>
    (await detector.detect(pictures, { score: evaluated })).map(({ detections }): readonly ZooDetection[] => detections);
}

/** How far each of a box's numbers moves when patches are hidden. */
export async function detectionOcclusion({ name, pixels, target }: LookAtBox, context: TaskContext): Promise<LabOcclusion> {
  const look = await blackBox(context, name);
  const begun = performance.now();
  const maps = await occludeDetection(pixels, SCENE_SIDE, target, look, longRun(context));
  const ms = performance.now() - begun;
  const [score, x1, y1, x2, y2] = DETECTION_NUMBERS.map((number) => asUnit(maps[number]));
  return { score, x1, y1, x2, y2, ms };
}

/** D-RISE: what the masks that keep the box have in common. */
export async function detectionRise(
  { name, pixels, target, masks }: LookAtBox & { readonly masks: number },
  context: TaskContext,
): Promise<LabMap> {
  const look = await blackBox(context, name);
  const begun = performance.now();
  const found = await dRise(pixels, SCENE_SIDE, target, look, { seed: "lab", masks, ...longRun(context) });
  const ms = performance.now() - begun;
  // Every mask shows something of everything: what all pixels share is no reason.
  const least = found.map.data.reduce((a, b) => Math.min(a, b), Infinity);
  return { values: asUnit({ shape: found.map.shape, data: found.map.data.map((v) => v - least) }), side: SCENE_SIDE, ms };
}
