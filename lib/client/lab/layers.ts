/** The Lab's work in the worker: what a classifier's layers hold, and the picture a class would like to see. */
import type { TaskContext } from "@/lib/challenges/task";
import { networkInput } from "@/lib/engine/detectors/input";
import { filterPictures, toUnitRange } from "@/lib/engine/explain";
import { ascentGpu, explainOnGpu, layerActivationGpu, layerOutputGpu, type AscentRun, type GpuSubject } from "@/lib/engine/explain/gpu";
import type { AscentOptions } from "@/lib/engine/explain";
import { fieldBox, receptiveFields, type Tensor } from "@/lib/engine/nets";
import { INPUT_SCALE, INPUT_SHIFT } from "@/lib/engine/detectors/backbone";
import { SCENE_SIDE } from "@/lib/engine/scenes/emoji";
import { classifierOf } from "./classifier";
import type { LabActivation, LabAscentStep, LabChannels, LabFilters, LabLayer, LabModel, LabSight } from "./lab";

/** One channel of one layer of a classifier. */
export interface LayerChannel {
  readonly model: LabModel;
  readonly layer: string;
  readonly channel: number;
}

/** Layers whose output is a stack of maps, convolutions and their ReLUs. */
export async function layers({ model }: { readonly model: LabModel }, context: TaskContext): Promise<readonly LabLayer[]> {
  const { network } = await classifierOf(context, model);
  const fields = receptiveFields(network);
  return network.layers
    .filter(({ shape }) => shape.length === 3)
    .map(({ name, shape }) => ({ name, channels: shape[0], side: shape[1], field: fields[name].size, jump: fields[name].jump }));
}

/** One channel of a layer over the picture; `top` is the share of pixels that the mask keeps. */
export async function activation(
  { model, pixels, layer, channel, top }: LabSight & { readonly layer: string; readonly channel: number; readonly top: number },
  context: TaskContext,
): Promise<LabActivation> {
  const gpu = await classifierOf(context, model);
  const begun = performance.now();
  const found = await explainOnGpu(
    layerActivationGpu,
    { gpu, image: networkInput(pixels, SCENE_SIDE), target: { logit: 0 } },
    { layer, channel, threshold: { top } },
  );
  const ms = performance.now() - begun;
  const {
    data,
    shape: [, columns],
  } = found.activation;
  const peak = data.indexOf(Math.max(...data));
  return {
    values: Float32Array.from(toUnitRange(found.map).data),
    side: SCENE_SIDE,
    ms,
    mask: found.mask,
    field: fieldBox(receptiveFields(gpu.network)[layer], Math.floor(peak / columns), peak % columns, [SCENE_SIDE, SCENE_SIDE]),
  };
}

/** All maps of a layer, on one scale. */
export async function channels(
  { model, pixels, layer }: LabSight & { readonly layer: string },
  context: TaskContext,
): Promise<LabChannels> {
  const gpu = await classifierOf(context, model);
  const all = async (subject: GpuSubject) => ({ map: await layerOutputGpu(subject, layer) });
  const { map } = await explainOnGpu(all, { gpu, image: networkInput(pixels, SCENE_SIDE), target: { logit: 0 } }, {});
  return { side: map.shape[1], count: map.shape[0], values: Float32Array.from(toUnitRange(map).data) };
}

/** The weights of a convolution, of all filters or of one. */
export async function filters({ model, layer, channel }: LayerChannel, context: TaskContext): Promise<LabFilters> {
  return filterPictures((await classifierOf(context, model)).network, layer, channel);
}

/** Between two steps that are sent to the page. */
const SHOWN_EVERY = 4;
/** Found by trying: a step of 10 or no blur draws sharper and noisier, stronger blur or a larger penalty only clouds. */
const CLIMB: Omit<AscentOptions, "steps"> = { learningRate: 4, jitter: 6, seed: "lab", blur: 0.7, blurEvery: 2, range: [-1.5, 1.5] };

/** Class visualization: the classifier's own idea of a class, climbing from grey; what it has so far is shown on the way. */
export async function ascent(
  { model, label, steps }: { readonly model: LabModel; readonly label: number; readonly steps: number },
  context: TaskContext<LabAscentStep>,
): Promise<LabAscentStep> {
  const { signal, onProgress } = context;
  const gpu = await classifierOf(context, model);
  const image: Tensor = { shape: [3, SCENE_SIDE, SCENE_SIDE], data: new Float64Array(3 * SCENE_SIDE * SCENE_SIDE) };
  const show = (step: number, logit: number, { data }: Tensor) => ({ step, steps, logit, pixels: toPixels(data) });
  const options: AscentOptions & AscentRun = {
    ...CLIMB,
    steps,
    aborted: () => signal.aborted,
    onStep: (step, value, shown) => {
      if (step % SHOWN_EVERY === 0) onProgress(step, steps, show(step, value, shown));
    },
  };
  const found = await explainOnGpu(ascentGpu, { gpu, image, target: { logit: label } }, options);
  return show(steps, found.objectiveAfter, found.map as Tensor);
}

/** [3, h, w] in the network's units as RGB bytes. */
export function toPixels(data: Float64Array): Uint8Array {
  const plane = data.length / 3;
  const pixels = new Uint8Array(data.length);
  for (let i = 0; i < plane; i++)
    for (let c = 0; c < 3; c++)
      pixels[i * 3 + c] = Math.min(255, Math.max(0, Math.round((data[c * plane + i] - INPUT_SHIFT) / INPUT_SCALE)));
  return pixels;
}
