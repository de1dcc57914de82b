/** The Lab's work in the worker: may a map, may a network be trusted? */
import type { TaskContext } from "@/lib/challenges/task";
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
import { SANITY_METHODS, type LabProbe, type LabSanityStep, type LabSight, type SanityMethod } from "./lab";
import { longRun } from "./longRun";

const METHODS = {
  "grad-cam": (subject: GpuSubject) => gradCamGpu(subject, { layer: "conv4c/relu" }),
  saliency: (subject: GpuSubject) => saliencyGpu(subject, {}),
  "gradient-input": gradientTimesInputGpu,
  guided: guidedBackpropGpu,
  deconvnet: deconvnetGpu,
} as const satisfies Record<SanityMethod, unknown>;

/** Layers lose their weights from the top down. */
export async function sanity(
  { model, pixels, label, seed }: LabSight & { readonly label: number; readonly seed: number },
  context: TaskContext,
): Promise<readonly LabSanityStep[]> {
  const { network } = await classifierOf(context, model);
  const steps = await sanityCheck(network, networkInput(pixels, SCENE_SIDE), { logit: label }, METHODS, { seed, ...longRun(context) });
  return steps.map(({ randomized, maps }) => {
    const entries = SANITY_METHODS.map(
      (name) => [name, { values: Float32Array.from(maps[name].map.data), rank: maps[name].rank, ssim: maps[name].ssim }] as const,
    );
    return { randomized, maps: Object.fromEntries(entries) as LabSanityStep["maps"] };
  });
}

/** A scene of a bias's class, with its cue or without. */
export async function probe(
  { bias, cue, index }: { readonly bias: Bias; readonly cue: boolean; readonly index: number },
  { pictures }: TaskContext,
): Promise<LabProbe> {
  const { pixels, side, objects, drawing } = probeScene(bias, cue, index, await pictures.atlases(false));
  return { pixels, side, large: null, drawing, boxes: objects.map(({ box }) => [box[0], box[1], box[2], box[3]]) };
}
