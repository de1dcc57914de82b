import { requireLength } from "../../errors";
import { hog, hogLength, imagePyramid, resizeImage, type HogOptions, type PixelImage } from "../../propose";
import { SPRITE_ASPECT, VOC_CLASSES, type VocClass } from "../../scenes/classes";
import { INPUT_SHAPE } from "../backbone";
import type { BoxXYXY } from "../../boxes";

/** Pixels a cell. Half of Dalal and Triggs's 8: the objects are 16 to 70 pixels large. */
const HOG_CELL = 4;
const HOG_OPTIONS: HogOptions = { pixelsPerCell: [HOG_CELL, HOG_CELL] };
/** Pixels of a window on each side around the object, so that its outline lies inside. */
const HOG_MARGIN = HOG_CELL / 2;
const RATIO = 1.2;

/** A template's size in cells. */
export interface Template {
  readonly rows: number;
  readonly columns: number;
}

/** Square, wide and tall. */
export const TEMPLATES: readonly Template[] = [
  { rows: 6, columns: 6 },
  { rows: 5, columns: 8 },
  { rows: 8, columns: 5 },
];

/** Which template a class has: by the usual ratio of its drawings' width to height. */
export function templateOf(label: number): number {
  const aspect = SPRITE_ASPECT[VOC_CLASSES[label] as VocClass];
  return aspect > 1.25 ? 1 : aspect < 0.8 ? 2 : 0;
}

/** Numbers of a template's descriptor: blocks of 2×2 cells with 9 bins. @example templateLength({ rows: 6, columns: 6 }) → 900 */
export function templateLength({ rows, columns }: Template): number {
  return hogLength(columns * HOG_CELL, rows * HOG_CELL, HOG_OPTIONS);
}

/** A picture's bytes as an image. @throws EngineInputError for another size than 112 × 112 */
export function pictureImage(pixels: ArrayLike<number>): PixelImage {
  const [channels, height, width] = INPUT_SHAPE;
  requireLength("pixels", pixels, channels * height * width);
  return { width, height, channels, data: pixels };
}

/** One size of the picture with its blocks. */
export interface HogLevel {
  /** Level pixels per picture pixel along each axis. */
  readonly scaleX: number;
  readonly scaleY: number;
  /** [rows, columns, block length]. */
  readonly blocks: Float64Array;
  readonly rows: number;
  readonly columns: number;
  readonly length: number;
  /** [cell rows, cell columns, 9]: histograms before normalisation. */
  readonly cells: Float64Array;
}

/** The picture at ever smaller sizes, each with its HOG blocks, until no template fits. */
export function hogPyramid(image: PixelImage): HogLevel[] {
  const least = HOG_CELL * 6;
  return imagePyramid(image, { ratio: RATIO, least: { width: least, height: least } }).map(({ image: level, scaleX, scaleY }) => {
    const { features, shape, cells } = hog(level, HOG_OPTIONS);
    return { scaleX, scaleY, blocks: features, rows: shape[0], columns: shape[1], length: shape[2] * shape[3] * shape[4], cells };
  });
}

/** Windows of a template on a level: block rows and columns of the score map, 0 where it does not fit. */
export function placesOf(level: HogLevel, template: Template): readonly [number, number] {
  return [Math.max(0, level.rows - template.rows + 2), Math.max(0, level.columns - template.columns + 2)];
}

/** The object's box of a window: its margin taken off, in pixels of the picture. */
export function windowBox(level: HogLevel, template: Template, row: number, column: number): BoxXYXY {
  const [x, y] = [column * HOG_CELL, row * HOG_CELL];
  const right = x + template.columns * HOG_CELL - HOG_MARGIN;
  const bottom = y + template.rows * HOG_CELL - HOG_MARGIN;
  return [(x + HOG_MARGIN) / level.scaleX, (y + HOG_MARGIN) / level.scaleY, right / level.scaleX, bottom / level.scaleY];
}

/**
 * The weights above 0 of a template, [9, rows, columns]: for each cell and orientation their sum over the blocks that the cell is in.
 * What Dalal and Triggs draw in their figure 6.
 */
export function templateWeights({ rows, columns }: Template, weights: ArrayLike<number>): Float64Array {
  const bins = 9;
  const out = new Float64Array(bins * rows * columns);
  for (let w = 0; w < weights.length; w++) {
    if (!(weights[w] > 0)) continue;
    const [bin, inBlock, block] = [w % bins, Math.floor(w / bins) % 4, Math.floor(w / (4 * bins))];
    const row = Math.floor(block / (columns - 1)) + Math.floor(inBlock / 2);
    const column = (block % (columns - 1)) + (inBlock % 2);
    out[(bin * rows + row) * columns + column] += weights[w];
  }
  return out;
}

/** One window's descriptor, row by row of blocks. */
export function windowFeatures(level: HogLevel, template: Template, row: number, column: number): Float64Array {
  const width = (template.columns - 1) * level.length;
  const out = new Float64Array((template.rows - 1) * width);
  for (let r = 0; r < template.rows - 1; r++) {
    const at = ((row + r) * level.columns + column) * level.length;
    out.set(level.blocks.subarray(at, at + width), r * width);
  }
  return out;
}

/** w · x + b at every place of a level: [rows, columns]. Dalal and Triggs's dense scan: blocks are shared by all windows. */
export function scoreMap(level: HogLevel, template: Template, weights: ArrayLike<number>, bias: number): Float64Array {
  const [rows, columns] = placesOf(level, template);
  const width = (template.columns - 1) * level.length;
  const out = new Float64Array(rows * columns).fill(bias);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      let sum = 0;
      for (let r = 0, w = 0; r < template.rows - 1; r++) {
        for (let k = 0, at = ((row + r) * level.columns + column) * level.length; k < width; k++) sum += weights[w++] * level.blocks[at++];
      }
      out[row * columns + column] += sum;
    }
  }
  return out;
}

/**
 * The descriptor of one object, its box with margin brought to the template's size. One more cell all around is computed and left out,
 * so that gradients at the window's edge are the picture's, as in the scan. Beyond the border the edge pixels go on.
 * @param flipped mirrored left to right
 */
export function objectFeatures(image: PixelImage, box: BoxXYXY, template: Template, flipped = false): Float64Array {
  const unitX = (box[2] - box[0]) / (template.columns * HOG_CELL - 2 * HOG_MARGIN);
  const unitY = (box[3] - box[1]) / (template.rows * HOG_CELL - 2 * HOG_MARGIN);
  const [left, top] = [Math.round(box[0] - (HOG_MARGIN + HOG_CELL) * unitX), Math.round(box[1] - (HOG_MARGIN + HOG_CELL) * unitY)];
  const [right, bottom] = [Math.round(box[2] + (HOG_MARGIN + HOG_CELL) * unitX), Math.round(box[3] + (HOG_MARGIN + HOG_CELL) * unitY)];
  const [width, height] = [Math.max(1, right - left), Math.max(1, bottom - top)];
  const data = new Float64Array(width * height * image.channels);
  for (let y = 0, o = 0; y < height; y++) {
    const from = Math.min(Math.max(top + y, 0), image.height - 1) * image.width;
    for (let x = 0; x < width; x++) {
      const column = Math.min(Math.max(left + (flipped ? width - 1 - x : x), 0), image.width - 1);
      for (let c = 0; c < image.channels; c++) data[o++] = image.data[(from + column) * image.channels + c];
    }
  }
  const scaled = resizeImage(
    { width, height, channels: image.channels, data },
    (template.columns + 2) * HOG_CELL,
    (template.rows + 2) * HOG_CELL,
  );
  const { features, shape, cells } = hog(scaled, HOG_OPTIONS);
  const level = {
    scaleX: 1,
    scaleY: 1,
    blocks: features,
    rows: shape[0],
    columns: shape[1],
    length: shape[2] * shape[3] * shape[4],
    cells,
  };
  return windowFeatures(level, template, 1, 1);
}
