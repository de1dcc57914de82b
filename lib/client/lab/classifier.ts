/** The Lab's work in the worker: what a classifier sees in one picture, and why. */
import { loadAtlases, loadModel } from "@/lib/client/models/loader";
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
import { createGpuNetwork, type GpuNetwork } from "@/lib/engine/nets/network.gpu";
import { emojiScene, SCENE_SIDE } from "@/lib/engine/scenes/emoji";
import { orNull, present } from "./jobs";
import {
  LAB_METHODS,
  LAB_MODELS,
  type LabMap,
  type LabMethod,
  type LabModel,
  type LabPicture,
  type LabQuestion,
  type OnProgress,
} from "./lab";

const networks = new Map<LabModel, Promise<GpuNetwork>>();

/** A classifier on the backend, loaded once. @throws ModelLoadError */
export function classifierOf(model: LabModel): Promise<GpuNetwork> {
  if (!LAB_MODELS.includes(model)) throw new Error(`there is no classifier "${String(model)}"`);
  const known = networks.get(model);
  if (known) return known;
  const promise = loadModel(model).then(({ stored }) => createGpuNetwork(stored.networks.main.network));
  promise.catch(() => networks.delete(model));
  networks.set(model, promise);
  return promise;
}

/** A gallery scene: the same seed gives everybody the same pixels. */
export async function labScene(seed: number): Promise<LabPicture> {
  const { pixels, side } = emojiScene(`lab ${seed}`, { atlases: await loadAtlases(false), objects: [2, 2], side: [44, 64] });
  return { pixels, side, large: null };
}

/** The classifier's logits for one picture. */
export async function labScores(model: LabModel, pixels: Uint8Array): Promise<readonly number[]> {
  const gpu = await classifierOf(model);
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
 * Null when stopped.
 */
export async function labMap(question: LabQuestion, method: LabMethod, onProgress: OnProgress): Promise<LabMap | null> {
  if (!LAB_METHODS.includes(method)) throw new Error(`there is no method "${String(method)}"`);
  const aborted = present("maps");
  const gpu = await classifierOf(question.model);
  const { label, versus } = question;
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
  const found = await orNull(
    explainOnGpu(
      (subject: GpuSubject, run: LongRun) => RUN[method](subject, question, run),
      { gpu, image: networkInput(question.pixels, SCENE_SIDE), target },
      { aborted, onProgress },
    ),
  );
  if (!found) return null;
  const ms = performance.now() - begun;
  const unsigned = UNSIGNED.includes(method);
  const flat = flatten(found.map, unsigned);
  const size = unsigned ? Math.abs : (v: number) => Math.max(v, 0);
  const unit = toUnitRange(resizeBilinear({ shape: flat.shape, data: Float64Array.from(flat.data, size) }, SCENE_SIDE, SCENE_SIDE));
  return { values: Float32Array.from(unit.data), side: SCENE_SIDE, ms };
}
