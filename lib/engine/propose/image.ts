import { EngineInputError, requireAllFinite } from "../errors";
import { requireCount } from "../boxes/shape";

/**
 * Pixels in row-major order, channels last (HWC), values 0..255: `data[(y · width + x) · channels + c]`.
 * One channel is grey, three are RGB.
 */
export interface PixelImage {
  readonly width: number;
  readonly height: number;
  readonly channels: number;
  readonly data: ArrayLike<number>;
}

/**
 * Checks size, length and numbers.
 * @throws EngineInputError naming the field that does not fit
 */
export function requireImage(argument: string, image: PixelImage): void {
  const { width, height, channels, data } = image;
  requireCount(`${argument}.width`, width, 1);
  requireCount(`${argument}.height`, height, 1);
  requireCount(`${argument}.channels`, channels, 1);
  if (data.length !== width * height * channels) {
    throw new EngineInputError(
      `${argument}.data`,
      `must have length ${width * height * channels} (shape [${height}, ${width}, ${channels}])`,
      data,
    );
  }
  requireAllFinite(`${argument}.data`, data);
}

/**
 * A canvas's RGBA bytes as an RGB image; the alpha channel is dropped.
 * @param rgba [height, width, 4] bytes, as in `ImageData.data`
 */
export function imageFromRgba(rgba: ArrayLike<number>, width: number, height: number): PixelImage {
  requireCount("width", width, 1);
  requireCount("height", height, 1);
  if (rgba.length !== width * height * 4) throw new EngineInputError("rgba", `must have length ${width * height * 4}`, rgba);
  const data = new Float64Array(width * height * 3);
  for (let i = 0, o = 0; o < data.length; i += 4) {
    data[o++] = rgba[i];
    data[o++] = rgba[i + 1];
    data[o++] = rgba[i + 2];
  }
  return { width, height, channels: 3, data };
}

/**
 * Luma of an RGB image, 0.299 R + 0.587 G + 0.114 B (ITU-R BT.601); a grey image is copied.
 * @example a pixel (255, 0, 0) → 76.245
 */
export function toGrey(image: PixelImage): PixelImage {
  requireImage("image", image);
  const { width, height, channels, data } = image;
  if (channels !== 1 && channels !== 3) throw new EngineInputError("image.channels", "must be 1 (grey) or 3 (RGB)", channels);
  const out = Float64Array.from({ length: width * height }, (_, i) =>
    channels === 1 ? data[i] : 0.299 * data[3 * i] + 0.587 * data[3 * i + 1] + 0.114 * data[3 * i + 2],
  );
  return { width, height, channels: 1, data: out };
}
