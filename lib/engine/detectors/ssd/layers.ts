import { VOC_CLASSES } from "../../scenes/classes";
import type { LayerSpec } from "../../nets";
import { defaultBoxes } from "../../anchors";
import { weightsOfVariances } from "../../boxes";
import { backbone, BACKBONE_TOP, block, INPUT_SHAPE } from "../backbone";

/** The three maps: strides 8, 16 and about 37 pixels. */
export const SSD_LEVELS = [
  { name: "map14", source: BACKBONE_TOP, side: 14 },
  { name: "map7", source: "extra7/relu", side: 7 },
  { name: "map3", source: "extra3/relu", side: 3 },
] as const;

/** Default boxes a cell: two squares, one lying, one standing. */
export const SSD_PER_CELL = 4;
/** Background comes first: class c of EmojiVOC has logit c + 1. */
export const SSD_CLASSES = VOC_CLASSES.length + 1;
export const SSD_WEIGHTS = weightsOfVariances([0.1, 0.1, 0.2, 0.2]);

/** [1016, 4] xyxy pixels: 14²·4 + 7²·4 + 3²·4 default boxes, squares of 20 to 90 pixels and their 2:1 shapes. */
export const SSD_BOXES: Float64Array = defaultBoxes({
  imageHeight: INPUT_SHAPE[1],
  imageWidth: INPUT_SHAPE[2],
  featureSizes: SSD_LEVELS.map(({ side }) => [side, side]),
  aspectRatios: SSD_LEVELS.map(() => [2]),
  scales: [0.18, 0.33, 0.55, 0.85],
}).boxes;

/**
 * SSD on the backbone: the top map and two more made by strided convolutions, each with a 3×3 predictor of 4 · (21 + 4) numbers a
 * cell. Outputs: "<map>/cls" [84, h, w] logits and "<map>/box" [16, h, w] deltas.
 */
export function ssdLayers(): LayerSpec[] {
  return [
    ...backbone(),
    ...block("extra7", 96, 3, 2, 1),
    ...block("extra3", 64, 3, 2, 0),
    ...SSD_LEVELS.flatMap(({ name, source }): LayerSpec[] => [
      { type: "conv", name: `${name}/cls`, out: SSD_PER_CELL * SSD_CLASSES, kernel: 3, pad: "same", inputs: [source] },
      { type: "conv", name: `${name}/box`, out: SSD_PER_CELL * 4, kernel: 3, pad: "same", inputs: [source] },
    ]),
  ];
}
