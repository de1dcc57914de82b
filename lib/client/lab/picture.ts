import { letterbox } from "@/lib/engine/coco/letterbox";
import { LARGE_SIDE, SMALL_SIDE, type LabPicture } from "./lab";
import { faultBeforeDecoding, sizeFault, type PictureFault } from "./pictureHeader";

/** Why a file was refused. */
export class PictureError extends Error {
  override readonly name = "PictureError";
  constructor(readonly fault: PictureFault) {
    super(fault);
  }
}

/** Enough for a JPEG's size behind its EXIF data and colour profile. */
const HEAD_BYTES = 1_000_000;

/**
 * Decodes a learner's file in the browser, turned as that browser shows it in an <img>, and fits it whole into squares of both sizes, on
 * grey. Chromium heeds the EXIF orientation of JPEG, PNG and AVIF and leaves a WebP as it is stored; the Lab follows it in all four.
 * An animated picture gives its first frame.
 * @param signal aborted once another picture is wanted
 * @throws PictureError for what is no picture, too heavy, too large or empty; the signal's reason once that was aborted
 */
export async function readPicture(file: Blob, signal: AbortSignal): Promise<LabPicture> {
  const head = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer());
  const early = faultBeforeDecoding(file.size, head);
  if (early) throw new PictureError(early);
  const bitmap = await createImageBitmap(file, { imageOrientation: "from-image" }).catch(() => {
    throw new PictureError("not-a-picture");
  });
  try {
    signal.throwIfAborted();
    const late = sizeFault(bitmap.width, bitmap.height);
    if (late) throw new PictureError(late);
    return pictureOf(bitmap, bitmap.width, bitmap.height);
  } finally {
    bitmap.close();
  }
}

/** Both sizes of what a canvas can draw: a bitmap, a frame of the camera. */
export function pictureOf(source: CanvasImageSource, width: number, height: number): LabPicture {
  return { pixels: fit(source, width, height, SMALL_SIDE), large: fit(source, width, height, LARGE_SIDE), side: SMALL_SIDE, drawing: null };
}

function fit(source: CanvasImageSource, width: number, height: number, side: number): Uint8Array {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = side;
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context) throw new Error("this browser gives no 2D canvas");
  // Whole pixels, and never fewer than one: a picture of 3000 × 2 is a line, not nothing.
  const { left, top, drawnWidth, drawnHeight } = letterbox(width, height, side);
  context.fillStyle = "rgb(127, 127, 127)";
  context.fillRect(0, 0, side, side);
  context.imageSmoothingQuality = "high";
  context.drawImage(source, left, top, drawnWidth, drawnHeight);
  const { data } = context.getImageData(0, 0, side, side);
  const pixels = new Uint8Array(side * side * 3);
  for (let i = 0; i < side * side; i++) for (let c = 0; c < 3; c++) pixels[i * 3 + c] = data[i * 4 + c];
  return pixels;
}
