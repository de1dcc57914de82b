import { VOC_CLASSES } from "../scenes/classes";
import type { LayerSpec } from "../nets";

/** [channels, height, width] of every model's input: an EmojiVOC scene. */
export const INPUT_SHAPE = [3, 112, 112] as const;

/** Network units of a byte: v · 3/255 − 1.5, so that pictures fill about [−1.5, 1.5]. */
export const INPUT_SCALE = 3 / 255;
export const INPUT_SHIFT = -1.5;

/** A convolution with its batch norm and ReLU: `name`, `name/bn`, `name/relu`. */
function block(name: string, out: number, kernel: number, stride = 1, pad: "same" | number = "same"): LayerSpec[] {
  return [
    { type: "conv", name, out, kernel, stride, pad },
    { type: "batchnorm", name: `${name}/bn` },
    { type: "relu", name: `${name}/relu` },
  ];
}

/** The backbone's layers end in this map: 128 channels of 14×14 cells, 8 pixels each. */
export const BACKBONE_TOP = "conv4c/relu";
/** 32 channels of 28×28 cells, 4 pixels each. */
export const BACKBONE_STRIDE_4 = "conv3/relu";

/**
 * The shared backbone: seven 3×3 convolutions, stride 8, receptive field 71 pixels.
 * TensorFlow's "same" padding at stride 2 moves fields right and down by half a cell; the third such layer pads by 1 all around
 * and moves them back (+0.5 + 1 − 2 = −0.5 pixels in all), so cell and field centres agree to half a pixel.
 */
export function backbone(): LayerSpec[] {
  return [
    ...block("conv1", 16, 3, 2),
    ...block("conv2", 32, 3, 2),
    ...block("conv3", 32, 3),
    ...block("conv4", 64, 3, 2, 1),
    ...block("conv4a", 64, 3),
    ...block("conv4b", 96, 3),
    ...block("conv4c", 128, 3),
  ];
}

/** 20-way classifier: backbone, global average pooling, one dense layer, so that CAM is exact. Output: logits [20]. */
export function classifierLayers(): LayerSpec[] {
  return [...backbone(), { type: "gap", name: "gap" }, { type: "dense", name: "logits", out: VOC_CLASSES.length }];
}

/** Pixels a cell of CenterNet's maps. */
export const CENTERNET_STRIDE = 4;
/** CenterNet's three output layers, each on the 28×28 map. */
export const CENTERNET_OUTPUTS = ["heatmap", "offset", "size"] as const;
/** P(centre) that the heatmap's bias starts from, as in focal-loss training (arXiv:1708.02002, §3.3). */
export const CENTERNET_PRIOR = 0.01;

/**
 * CenterNet on the backbone: its top map upsampled to stride 4, a lateral map added, one 3×3, then heatmap (logits, 20 classes),
 * offset (cells) and size (logarithm of cells: always positive, and the same relative error costs the same at every size).
 */
export function centernetLayers(): LayerSpec[] {
  return [
    ...backbone(),
    { type: "conv", name: "top", out: 48, kernel: 1 },
    { type: "batchnorm", name: "top/bn" },
    { type: "upsample", name: "up", factor: 2 },
    { type: "conv", name: "lateral", out: 48, kernel: 1, inputs: [BACKBONE_STRIDE_4] },
    { type: "batchnorm", name: "lateral/bn" },
    { type: "add", name: "merged", inputs: ["up", "lateral/bn"] },
    { type: "relu", name: "merged/relu" },
    ...block("tower", 64, 3),
    { type: "conv", name: "heatmap", out: VOC_CLASSES.length, kernel: 1, inputs: ["tower/relu"] },
    { type: "conv", name: "offset", out: 2, kernel: 1, inputs: ["tower/relu"] },
    { type: "conv", name: "size", out: 2, kernel: 1, inputs: ["tower/relu"] },
  ];
}

/** YOLOv1's head on EmojiVOC: 7 × 7 cells of 16 pixels, two boxes, twenty classes: a 7×7×30 tensor, as in the paper. */
export const YOLO_HEAD = { S: 7, B: 2, C: VOC_CLASSES.length, imageWidth: INPUT_SHAPE[2], imageHeight: INPUT_SHAPE[1] } as const;

/**
 * YOLOv1 on the backbone: down to 7×7, one more 3×3, then a linear 1×1 to the 30 numbers of each cell. Convolutional where the
 * paper has two dense layers (its last takes 7·7·30·4096 weights: a hundred times this whole model). Output: "grid".
 */
export function yoloLayers(): LayerSpec[] {
  return [...backbone(), ...block("down", 128, 3, 2), ...block("cells", 128, 3), { type: "conv", name: "grid", out: 5 * YOLO_HEAD.B + YOLO_HEAD.C, kernel: 1 }];
}
