import { VOC_CLASSES } from "../../scenes/classes";
import type { LayerSpec, NetworkSpec } from "../../nets";
import { gridAnchors } from "../../anchors";
import { concatenate } from "../../anchors/generator";
import { backbone, BACKBONE_TOP, block, INPUT_SHAPE } from "../backbone";

/** The pyramid's levels: strides 8, 16 and 32, all of 64 channels. */
export const RETINANET_LEVELS = [
  { name: "p3", side: 14, stride: 8, size: 18 },
  { name: "p4", side: 7, stride: 16, size: 34 },
  { name: "p5", side: 4, stride: 32, size: 62 },
] as const;
export const PYRAMID_CHANNELS = 64;

/** Three octave thirds and three ratios a cell, as in the paper (§4); the sizes suit pictures of 112 pixels. */
export const RETINANET_PER_CELL = 9;
const OCTAVES = [1, 2 ** (1 / 3), 2 ** (2 / 3)];
const RATIOS = [0.5, 1, 2];

/** P(object) that the classification bias starts from (§3.3). */
export const RETINANET_PRIOR = 0.01;

/** [2349, 4] xyxy pixels, level after level. */
export const RETINANET_ANCHORS: Float64Array = concatenate(
  RETINANET_LEVELS.map(({ side, stride, size }) =>
    gridAnchors({
      imageWidth: Math.max(INPUT_SHAPE[2], side * stride),
      imageHeight: Math.max(INPUT_SHAPE[1], side * stride),
      stride,
      scales: OCTAVES.map((octave) => octave * size),
      ratios: RATIOS,
    }),
  ),
);

/**
 * The pyramid (arXiv:1612.03144): the backbone's top map and one below it, brought to 64 channels; the coarser is upsampled and
 * added to the finer, then a 3×3 on each. The coarsest level is a strided 3×3, as P6 of the paper. Outputs: p3, p4, p5.
 */
export function pyramidLayers(): LayerSpec[] {
  return [
    ...backbone(),
    ...block("c4", 96, 3, 2, 1),
    { type: "conv", name: "p5", out: PYRAMID_CHANNELS, kernel: 3, stride: 2, pad: 1 },
    { type: "conv", name: "l4", out: PYRAMID_CHANNELS, kernel: 1, inputs: ["c4/relu"] },
    { type: "conv", name: "p4", out: PYRAMID_CHANNELS, kernel: 3, pad: "same", inputs: ["l4"] },
    { type: "upsample", name: "up3", factor: 2, inputs: ["l4"] },
    { type: "conv", name: "l3", out: PYRAMID_CHANNELS, kernel: 1, inputs: [BACKBONE_TOP] },
    { type: "add", name: "m3", inputs: ["l3", "up3"] },
    { type: "conv", name: "p3", out: PYRAMID_CHANNELS, kernel: 3, pad: "same", inputs: ["m3"] },
  ];
}

/** The head all levels share: one 3×3 with ReLU for each branch, then 9 · 20 logits and 9 · 4 deltas a cell. No batch norm: levels differ. */
export function retinanetHead(): LayerSpec[] {
  return [
    { type: "conv", name: "cls/tower", out: PYRAMID_CHANNELS, kernel: 3, pad: "same" },
    { type: "relu", name: "cls/tower/relu" },
    { type: "conv", name: "cls", out: RETINANET_PER_CELL * VOC_CLASSES.length, kernel: 3, pad: "same" },
    { type: "conv", name: "box/tower", out: PYRAMID_CHANNELS, kernel: 3, pad: "same", inputs: ["input"] },
    { type: "relu", name: "box/tower/relu" },
    { type: "conv", name: "box", out: RETINANET_PER_CELL * 4, kernel: 3, pad: "same" },
  ];
}

/** The head's layers on one level, named "p3/cls/tower" and so on: they read the pyramid's map of that level. */
const onLevel = (level: string, head: readonly LayerSpec[]): LayerSpec[] =>
  head.map((layer, i) => {
    const inputs = layer.inputs ?? (i === 0 ? ["input"] : [head[i - 1].name]);
    return { ...layer, name: `${level}/${layer.name}`, inputs: inputs.map((name) => (name === "input" ? level : `${level}/${name}`)) };
  });

/** Pyramid and head as one network, from the picture to every output: the head stands there once for each level, with the same weights. */
export function wholeRetinaNet(main: NetworkSpec, head: NetworkSpec): NetworkSpec {
  const levels = RETINANET_LEVELS.map(({ name }) => name);
  const shared = Object.entries(head.weights);
  return {
    inputShape: main.inputShape,
    layers: [...main.layers, ...levels.flatMap((level) => onLevel(level, head.layers))],
    weights: { ...main.weights, ...Object.fromEntries(levels.flatMap((level) => shared.map(([name, own]) => [`${level}/${name}`, own]))) },
  };
}
