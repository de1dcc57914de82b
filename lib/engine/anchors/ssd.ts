import { EngineInputError, requireLength } from "../errors";
import { requireCount, requirePositive } from "../boxes/shape";
import { concatenate } from "./generator";

export interface DefaultBoxOptions {
  imageHeight: number;
  imageWidth: number;
  /** [rows, columns] of each level. */
  featureSizes: readonly (readonly [number, number])[];
  /** Ratios above 1 of each level; their transposes are added. */
  aspectRatios: readonly (readonly number[])[];
  /** s_1 … s_{m+1} as fractions of the image. Default: `ssdScales` from minRatio and maxRatio. */
  scales?: readonly number[];
  minRatio?: number;
  maxRatio?: number;
  /** Pixels between centres, a level each. Default: image / feature size. */
  steps?: readonly number[];
  /** Clamp widths and heights to [0, 1] of the image. Default true. Boxes may reach outside the image in any case. */
  clip?: boolean;
}

export interface DefaultBoxes {
  /** [total, 4] xyxy pixels: level after level, row by row, cell by cell. */
  boxes: Float64Array;
  countPerLevel: number[];
  boxesPerCell: number[];
  /** [width, height] of each shape as fractions of the image, a level each, before clipping. */
  cellWidthHeight: [number, number][][];
  scales: number[];
}

/**
 * m + 1 scales evenly between two, the last one 1: s_k = min + (max − min)(k − 1)/(m − 1).
 * Source: SSD (arXiv:1512.02325) eq. 4 (min 0.2, max 0.9); torchvision's default is 0.15 … 0.9.
 * @example ssdScales(6, 0.2, 0.9) → 0.2, 0.34, 0.48, 0.62, 0.76, 0.9, 1
 */
export function ssdScales(levels: number, minRatio: number, maxRatio: number): number[] {
  requireCount("levels", levels, 1);
  if (levels === 1) return [minRatio, maxRatio];
  const scales = Array.from({ length: levels }, (_, k) => minRatio + ((maxRatio - minRatio) * k) / (levels - 1));
  return [...scales, 1];
}

/**
 * SSD's default boxes. Per cell: (s, s), (s', s') with s' = √(s_k s_{k+1}), then for each ratio r (s√r, s/√r) and its
 * transpose. Centres at (column + ½)·step, (row + ½)·step.
 * Source: SSD (arXiv:1512.02325) §2.2; conventions of torchvision's DefaultBoxGenerator.
 * @example the SSD300 configuration gives 5776 + 2166 + 600 + 150 + 36 + 4 = 8732 boxes (see `ssd300Boxes`)
 * @throws EngineInputError when the lists disagree in length or a number is not above 0
 */
export function defaultBoxes(options: DefaultBoxOptions): DefaultBoxes {
  const { imageHeight, imageWidth, featureSizes, aspectRatios, steps, clip = true } = options;
  const { minRatio = 0.15, maxRatio = 0.9 } = options;
  requirePositive("imageHeight", imageHeight);
  requirePositive("imageWidth", imageWidth);
  const levels = featureSizes.length;
  requireLength("aspectRatios", aspectRatios, levels);
  if (steps) requireLength("steps", steps, levels);
  const scales = [...(options.scales ?? (levels === 0 ? [] : ssdScales(levels, minRatio, maxRatio)))];
  if (levels > 0 && scales.length < levels + 1) {
    throw new EngineInputError("scales", `must hold ${levels + 1} values (one more than levels)`, scales);
  }
  scales.forEach((scale, i) => requirePositive(`scales[${i}]`, scale));

  const cellWidthHeight = aspectRatios.map((ratios, k) => shapesOf(scales[k], scales[k + 1], ratios, k));
  const parts = featureSizes.map(([rows, columns], k) => {
    requireCount(`featureSizes[${k}][0]`, rows, 1);
    requireCount(`featureSizes[${k}][1]`, columns, 1);
    if (steps) requirePositive(`steps[${k}]`, steps[k]);
    const stepX = steps ? steps[k] : imageWidth / columns;
    const stepY = steps ? steps[k] : imageHeight / rows;
    const shapes = cellWidthHeight[k];
    const out = new Float64Array(4 * rows * columns * shapes.length);
    let o = 0;
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++) {
        const cx = (column + 0.5) * stepX;
        const cy = (row + 0.5) * stepY;
        for (const [w, h] of shapes) {
          const halfWidth = ((clip ? Math.min(1, w) : w) * imageWidth) / 2;
          const halfHeight = ((clip ? Math.min(1, h) : h) * imageHeight) / 2;
          out[o++] = cx - halfWidth;
          out[o++] = cy - halfHeight;
          out[o++] = cx + halfWidth;
          out[o++] = cy + halfHeight;
        }
      }
    }
    return out;
  });
  return {
    boxes: concatenate(parts),
    countPerLevel: parts.map((part) => part.length / 4),
    boxesPerCell: cellWidthHeight.map((shapes) => shapes.length),
    cellWidthHeight,
    scales,
  };
}

function shapesOf(scale: number, next: number, ratios: readonly number[], level: number): [number, number][] {
  const between = Math.sqrt(scale * next);
  const shapes: [number, number][] = [
    [scale, scale],
    [between, between],
  ];
  ratios.forEach((ratio, i) => {
    requirePositive(`aspectRatios[${level}][${i}]`, ratio);
    const root = Math.sqrt(ratio);
    shapes.push([scale * root, scale / root], [scale / root, scale * root]);
  });
  return shapes;
}

/** SSD300's tables (torchvision's `ssd300_vgg16`, which follows the released Caffe code). */
export const SSD300 = {
  imageHeight: 300,
  imageWidth: 300,
  aspectRatios: [[2], [2, 3], [2, 3], [2, 3], [2], [2]],
  scales: [0.07, 0.15, 0.33, 0.51, 0.69, 0.87, 1.05],
  steps: [8, 16, 32, 64, 100, 300],
} as const;

/**
 * Feature map sides of SSD300 as its layers make them: 300 → pool 150 → 75 → pool3 → pool4, then two 3×3 convolutions of
 * stride 2 with padding and two without.
 * @param ceilPool3 true (Caffe, torchvision's `ceil_mode`): 75 pools to 38; false: to 37. pool4 gives 19 either way.
 * @example ssd300FeatureSides(true) → 38, 19, 10, 5, 3, 1
 */
export function ssd300FeatureSides(ceilPool3 = true): number[] {
  const conv4 = ceilPool3 ? Math.ceil(75 / 2) : Math.floor(75 / 2);
  const fc7 = Math.ceil(conv4 / 2);
  const conv8 = Math.floor((fc7 + 2 - 3) / 2) + 1;
  const conv9 = Math.floor((conv8 + 2 - 3) / 2) + 1;
  const conv10 = conv9 - 2;
  return [conv4, fc7, conv8, conv9, conv10, conv10 - 2];
}

/**
 * All default boxes of SSD300: 8,732; without `ceil_mode` on pool3 the first map is 37² and there are 8,432.
 * @example ssd300Boxes().boxes.length / 4 === 8732; ssd300Boxes(false).boxes.length / 4 === 8432
 */
export function ssd300Boxes(ceilPool3 = true): DefaultBoxes {
  const featureSizes = ssd300FeatureSides(ceilPool3).map((side): [number, number] => [side, side]);
  return defaultBoxes({ ...SSD300, featureSizes });
}
