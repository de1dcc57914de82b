/** Does a network look at its class, or at what always stood beside it? */
import type { BoxXYXY } from "../boxes/types";
import { INPUT_SHAPE } from "../detectors/backbone";
import { networkInput } from "../detectors/input";
import { classify } from "../detectors/outputs.gpu";
import { softmax } from "../nets";
import type { GpuNetwork } from "../nets/network.gpu";
import { BIAS_TARGET, emojiScene, probePlan, type Atlas, type Bias, type EmojiScene } from "../scenes/emoji";
import { VOC_CLASSES } from "../scenes/classes";
import { gradCamGpu } from "./cam.gpu";
import { resizeBilinear } from "./maps";
import { occlusionGpu } from "./occlusion.gpu";
import { explainOnGpu } from "./subject.gpu";

/** Biases whose cue has a place in the picture, so that heat can lie on it: a companion, a background. A size or a colour has none. */
export const PLACED_CUES = ["dog-with-person", "boat-on-blue"] as const satisfies readonly Bias[];
export type PlacedCue = (typeof PLACED_CUES)[number];

/** Where Grad-CAM and Guided Grad-CAM look by default: the backbone's last map. */
const LAYER = "conv4c/relu";
const [, SIDE] = INPUT_SHAPE;

/** Probe scenes of the bias's class: with its cue or without. The same index gives the same scene to every network. */
export function probeScene(bias: Bias, cue: boolean, index: number, atlases: readonly Atlas[]): EmojiScene {
  return emojiScene(`bias/${bias}/${cue}/${index}`, { atlases, plan: (random) => probePlan(random, bias, true, cue) });
}

/** The share of a map's heat in a box. Negative values count as none. @returns null for a map without heat */
export function heatShare(
  map: { readonly shape: readonly number[]; readonly data: ArrayLike<number> },
  [x1, y1, x2, y2]: BoxXYXY,
): number | null {
  const [height, width] = map.shape;
  let [inside, all] = [0, 0];
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      const heat = Math.max(0, map.data[i]);
      all += heat;
      if (x >= x1 && x < x2 && y >= y1 && y < y2) inside += heat;
    }
  }
  return all > 0 ? inside / all : null;
}

export interface CueHeat {
  /** Mean share of the heat for the class that lies on the cue: in the companion's box, or outside the object's. */
  readonly gradCam: number;
  readonly occlusion: number;
  readonly scenes: number;
}

/** How much of a network's heat for the bias's class lies on the cue, over probe scenes that have both. */
export async function cueHeat(gpu: GpuNetwork, bias: PlacedCue, atlases: readonly Atlas[], scenes: number): Promise<CueHeat> {
  const label = VOC_CLASSES.indexOf(BIAS_TARGET[bias]);
  const sums = { gradCam: 0, occlusion: 0 };
  let counted = 0;
  for (let n = 0; n < scenes; n++) {
    const { pixels, objects } = probeScene(bias, true, n, atlases);
    // A companion that found no room leaves nothing to compare.
    if (objects[0]?.label !== label || (bias === "dog-with-person" && objects.length < 2)) continue;
    const onCue = (map: Parameters<typeof heatShare>[0]) =>
      bias === "dog-with-person" ? heatShare(map, objects[1].box) : flip(heatShare(map, objects[0].box));
    const question = { gpu, image: networkInput(pixels, SIDE), target: { logit: label } };
    const cam = (await explainOnGpu(gradCamGpu, question, { layer: LAYER })).map;
    const hidden = (await explainOnGpu(occlusionGpu, question, { patch: 16, stride: 8 })).map;
    const [a, b] = [onCue(resizeBilinear(cam, SIDE, SIDE)), onCue(hidden)];
    if (a === null || b === null) continue;
    sums.gradCam += a;
    sums.occlusion += b;
    counted++;
  }
  return { gradCam: sums.gradCam / counted, occlusion: sums.occlusion / counted, scenes: counted };
}

const flip = (share: number | null) => (share === null ? null : 1 - share);

export interface CueEffect {
  /** Mean probability of the class on its pictures, with the cue and without. */
  readonly withCue: number;
  readonly withoutCue: number;
  readonly scenes: number;
}

/**
 * How sure a network is of the bias's class with and without the cue: the measure for cues that have no place, and a check on the others.
 * A network that looks at the object itself is as sure without.
 */
export async function cueEffect(gpu: GpuNetwork, bias: Bias, atlases: readonly Atlas[], scenes: number): Promise<CueEffect> {
  const label = VOC_CLASSES.indexOf(BIAS_TARGET[bias]);
  const mean = async (cue: boolean) => {
    let sum = 0;
    for (let n = 0; n < scenes; n++) sum += softmax((await classify(gpu, [probeScene(bias, cue, n, atlases).pixels]))[0])[label];
    return sum / scenes;
  };
  return { withCue: await mean(true), withoutCue: await mean(false), scenes };
}
