import { VOC_CLASSES } from "../scenes/classes";
import type { LayerSpec } from "../nets";

/** [channels, height, width] of every model's input: an EmojiVOC scene. */
export const INPUT_SHAPE = [3, 112, 112] as const;

/** Network units of a byte: v · 3/255 − 1.5, so that pictures fill about [−1.5, 1.5]. */
export const INPUT_SCALE = 3 / 255;
export const INPUT_SHIFT = -1.5;

/** A convolution with its batch norm and ReLU: `name`, `name/bn`, `name/relu`. */
export function block(name: string, out: number, kernel: number, stride = 1, pad: "same" | number = "same"): LayerSpec[] {
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
