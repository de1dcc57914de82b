/** The Lab's work in the worker: what a classifier sees in one picture, and why. */
import type { TaskContext } from "@/lib/challenges/task";
import { networkInput } from "@/lib/engine/detectors/input";
import { channelMaximum, resizeBilinear, toUnitRange, type Explanation } from "@/lib/engine/explain";
import {
  camGpu,
  deconvnetGpu,
  explainOnGpu,
  gradCamGpu,
  gradientTimesInputGpu,
  gpuSubject,
  guidedBackpropGpu,
  guidedGradCamGpu,
  integratedGradientsGpu,
  occlusionGpu,
  readPlain,
  saliencyGpu,
  smoothGradGpu,
  type GpuSubject,
  type LongRun,
  type TargetSpec,
} from "@/lib/engine/explain/gpu";
import type { Tensor } from "@/lib/engine/nets";
import type { GpuNetwork } from "@/lib/engine/nets/network.gpu";
import { emojiScene, SCENE_SIDE } from "@/lib/engine/scenes/emoji";
import {
  LAB_METHODS,
  LAB_MODELS,
  type LabMap,
  type LabMethod,
  type LabModel,
  type LabPicture,
  type LabQuestion,
  type LabSight,
} from "./lab";
import { longRun } from "./longRun";

/** A classifier on the backend. @throws ModelLoadError; Error for a name that is no classifier's */
export async function classifierOf({ models }: Pick<TaskContext, "models">, model: LabModel): Promise<GpuNetwork> {
  if (!LAB_MODELS.includes(model)) throw new Error(`there is no classifier "${String(model)}"`);
  return models.gpuNetwork(model);
}

/** A gallery scene: the same seed gives everybody the same pixels. */
export async function scene({ seed }: { readonly seed: number }, { pictures }: TaskContext): Promise<LabPicture> {
  const { pixels, side, drawing } = emojiScene(`lab ${seed}`, { atlases: await pictures.atlases(false), objects: [2, 2], side: [44, 64] });
  return { pixels, side, large: null, drawing };
}

/** The classifier's logits for one picture. */
export async function scores({ model, pixels }: LabSight, context: TaskContext): Promise<readonly number[]> {
  const gpu = await classifierOf(context, model);
  const subject = gpuSubject({ gpu, image: networkInput(pixels, SCENE_SIDE), target: { logit: 0 } });
  try {
    const last = gpu.network.layers[gpu.network.layers.length - 1].name;
    return Array.from((await readPlain(subject.pass.activations[last])).data);
  } finally {
    subject.dispose();
  }
}

type Run = (subject: GpuSubject, question: LabQuestion, run: LongRun) => Promise<Explanation>;

/** CAM of the class, less that of the class it is compared with: the head is linear, so this is the CAM of the difference. */
const camOf: Run = async (subject, { label, versus }) => {
  const own = await camGpu(subject, { classIndex: label });
  if (versus === null) return own;
  const other = await camGpu(subject, { classIndex: versus });
  return { map: { shape: own.map.shape, data: own.map.data.map((v, i) => v - other.map.data[i]) } };
};

const RUN: Readonly<Record<LabMethod, Run>> = {
  "grad-cam": (subject, { layer }) => gradCamGpu(subject, { layer }),
  cam: camOf,
  saliency: (subject) => saliencyGpu(subject, {}),
  "gradient-input": (subject) => gradientTimesInputGpu(subject, {}),
  guided: (subject) => guidedBackpropGpu(subject, {}),
  deconvnet: (subject) => deconvnetGpu(subject, {}),
  "guided-grad-cam": (subject, { layer }) => guidedGradCamGpu(subject, { layer }),
  integrated: (subject, _, run) => integratedGradientsGpu(subject, { steps: 32, ...run }),
  smoothgrad: (subject, _, run) => smoothGradGpu(subject, { seed: "lab", samples: 25, ...run }),
  occlusion: (subject, _, run) => occlusionGpu(subject, { patch: 16, stride: 8, ...run }),
};

/** Maps whose sign only says light or dark, not for or against. */
const UNSIGNED: readonly LabMethod[] = ["saliency", "guided", "deconvnet", "guided-grad-cam", "smoothgrad"];

/** Σ over channels of a signed map, the largest size over channels of an unsigned one; [H, W]. */
function flatten(map: Tensor, unsigned: boolean): Tensor {
  if (map.shape.length === 2) return map;
  if (unsigned) return channelMaximum(map, Math.abs);
  const [channels, height, width] = map.shape;
  const data = new Float64Array(height * width);
  for (let i = 0; i < channels * data.length; i++) data[i % data.length] += map.data[i];
  return { shape: [height, width], data };
}

/**
 * One method's map, 112 × 112, scaled to 0 … 1. Of maps with a sign only what speaks for the class is shown; of the others the size.
 */
export async function map(question: LabQuestion & { readonly method: LabMethod }, context: TaskContext): Promise<LabMap> {
  const { label, versus, method } = question;
  if (!LAB_METHODS.includes(method)) throw new Error(`there is no method "${String(method)}"`);
  const gpu = await classifierOf(context, question.model);
  const target: TargetSpec =
    versus === null
      ? { logit: label }
      : {
          logits: [
            { index: label, weight: 1 },
            { index: versus, weight: -1 },
          ],
        };
  const begun = performance.now();
  const found = await explainOnGpu(
    (subject: GpuSubject, run: LongRun) => RUN[method](subject, question, run),
    { gpu, image: networkInput(question.pixels, SCENE_SIDE), target },
    longRun(context),
  );
  const ms = performance.now() - begun;
  const unsigned = UNSIGNED.includes(method);
  const flat = flatten(found.map, unsigned);
  const size = unsigned ? Math.abs : (v: number) => Math.max(v, 0);
  const unit = toUnitRange(resizeBilinear({ shape: flat.shape, data: Float64Array.from(flat.data, size) }, SCENE_SIDE, SCENE_SIDE));
  return { values: Float32Array.from(unit.data), side: SCENE_SIDE, ms };
}
