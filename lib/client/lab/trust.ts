/** The Lab's work in the worker: may a map, may a network be trusted? */
import { loadAtlases } from "@/lib/client/models/loader";
import { networkInput } from "@/lib/engine/detectors/input";
import {
  deconvnetGpu,
  gradCamGpu,
  gradientTimesInputGpu,
  guidedBackpropGpu,
  probeScene,
  saliencyGpu,
  sanityCheck,
  type GpuSubject,
} from "@/lib/engine/explain/gpu";
import { SCENE_SIDE, type Bias } from "@/lib/engine/scenes/emoji";
import { classifierOf } from "./classifier";
import { orNull, present } from "./jobs";
import { SANITY_METHODS, type LabModel, type LabProbe, type LabSanityStep, type OnProgress, type SanityMethod } from "./lab";

const METHODS = {
  "grad-cam": (subject: GpuSubject) => gradCamGpu(subject, { layer: "conv4c/relu" }),
  saliency: (subject: GpuSubject) => saliencyGpu(subject, {}),
  "gradient-input": gradientTimesInputGpu,
  guided: guidedBackpropGpu,
  deconvnet: deconvnetGpu,
} as const satisfies Record<SanityMethod, unknown>;

/** Layers lose their weights from the top down; null when stopped. */
export async function labSanity(
  model: LabModel,
  pixels: Uint8Array,
  label: number,
  seed: number,
  onProgress: OnProgress,
): Promise<readonly LabSanityStep[] | null> {
  const aborted = present("sanity");
  const { network } = await classifierOf(model);
  const steps = await orNull(
    sanityCheck(network, networkInput(pixels, SCENE_SIDE), { logit: label }, METHODS, { seed, aborted, onProgress }),
  );
  return (
    steps?.map(({ randomized, maps }) => {
      const entries = SANITY_METHODS.map(
        (name) => [name, { values: Float32Array.from(maps[name].map.data), rank: maps[name].rank, ssim: maps[name].ssim }] as const,
      );
      return { randomized, maps: Object.fromEntries(entries) as LabSanityStep["maps"] };
    }) ?? null
  );
}

/** A scene of a bias's class, with its cue or without. */
export async function labProbe(bias: Bias, cue: boolean, index: number): Promise<LabProbe> {
  const { pixels, side, objects } = probeScene(bias, cue, index, await loadAtlases(false));
  return { pixels, side, large: null, boxes: objects.map(({ box }) => [box[0], box[1], box[2], box[3]]) };
}
