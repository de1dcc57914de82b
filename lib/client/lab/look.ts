/** The Lab's work in the worker: what a classifier sees in one picture, and why. */
import { loadAtlases, loadModel } from "@/lib/client/models/loader";
import { networkInput } from "@/lib/engine/detectors/input";
import { resizeBilinear, toUnitRange, type Explanation } from "@/lib/engine/explain";
import { camGpu, explainOnGpu, gpuSubject, gradCamGpu, guidedBackpropGpu, occlusionGpu, readPlain, saliencyGpu, type GpuSubject } from "@/lib/engine/explain/gpu";
import { createGpuNetwork, type GpuNetwork } from "@/lib/engine/nets/network.gpu";
import { emojiScene, SCENE_SIDE } from "@/lib/engine/scenes/emoji";
import { LAB_METHODS, type LabMethod, type LabPicture, type LabScores, type LabMap } from "./lab";

const networks = new Map<string, Promise<GpuNetwork>>();

function networkOf(model: string): Promise<GpuNetwork> {
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
  return { pixels, side };
}

/** The classifier's logits for one picture. */
export async function labScores(model: string, pixels: Uint8Array): Promise<LabScores> {
  const gpu = await networkOf(model);
  const subject = gpuSubject({ gpu, image: networkInput(pixels, SCENE_SIDE), target: { logit: 0 } });
  try {
    const last = gpu.network.layers[gpu.network.layers.length - 1].name;
    return Array.from((await readPlain(subject.pass.activations[last])).data);
  } finally {
    subject.dispose();
  }
}

const RUN: Readonly<Record<LabMethod, (subject: GpuSubject, label: number) => Promise<Explanation>>> = {
  "grad-cam": (subject) => gradCamGpu(subject, { layer: "conv4c/relu" }),
  cam: (subject, label) => camGpu(subject, { classIndex: label }),
  saliency: (subject) => saliencyGpu(subject, {}),
  guided: (subject) => guidedBackpropGpu(subject, {}),
  occlusion: (subject) => occlusionGpu(subject, { patch: 16, stride: 8 }),
};

/** One method's map of the picture for one class, 112 × 112, scaled to 0 … 1; signed maps by their size, [3, H, W] by their largest channel. */
export async function labMap(model: string, pixels: Uint8Array, label: number, method: LabMethod): Promise<LabMap> {
  if (!LAB_METHODS.includes(method)) throw new Error(`there is no method "${String(method)}"`);
  const gpu = await networkOf(model);
  const begun = performance.now();
  const { map } = await explainOnGpu((subject: GpuSubject, options: { label: number }) => RUN[method](subject, options.label), { gpu, image: networkInput(pixels, SCENE_SIDE), target: { logit: label } }, { label });
  const ms = performance.now() - begun;
  const [height, width] = map.shape.slice(-2);
  const flat = new Float64Array(height * width);
  // Only what speaks for the class is shown where a map has a sign of that meaning; a gradient's sign has none.
  const size = method === "guided" ? Math.abs : (v: number) => Math.max(v, 0);
  for (let i = 0; i < map.data.length; i++) flat[i % flat.length] = Math.max(flat[i % flat.length], size(map.data[i]));
  const unit = toUnitRange(resizeBilinear({ shape: [height, width], data: flat }, SCENE_SIDE, SCENE_SIDE));
  return { values: Float32Array.from(unit.data), side: SCENE_SIDE, ms };
}
