import type { LabPicture } from "./lab";
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
 * Decodes a learner's file in the browser, turned as its EXIF data say, and fits it whole into a square on grey.
 * An animated picture gives its first frame.
 * @throws PictureError for what is no picture, too heavy, too large or empty
 */
export async function readPicture(file: Blob, side: number): Promise<LabPicture> {
  const head = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer());
  const early = faultBeforeDecoding(file.size, head);
  if (early) throw new PictureError(early);
  const bitmap = await createImageBitmap(file, { imageOrientation: "from-image" }).catch(() => {
    throw new PictureError("not-a-picture");
  });
  try {
    const late = sizeFault(bitmap.width, bitmap.height);
    if (late) throw new PictureError(late);
    return fit(bitmap, side);
  } finally {
    bitmap.close();
  }
}

function fit(bitmap: ImageBitmap, side: number): LabPicture {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = side;
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context) throw new Error("this browser gives no 2D canvas");
  const scale = side / Math.max(bitmap.width, bitmap.height);
  const [width, height] = [bitmap.width * scale, bitmap.height * scale];
  context.fillStyle = "rgb(127, 127, 127)";
  context.fillRect(0, 0, side, side);
  context.imageSmoothingQuality = "high";
  context.drawImage(bitmap, (side - width) / 2, (side - height) / 2, width, height);
  const { data } = context.getImageData(0, 0, side, side);
  const pixels = new Uint8Array(side * side * 3);
  for (let i = 0; i < side * side; i++) pixels.set(data.subarray(i * 4, i * 4 + 3), i * 3);
  return { pixels, side };
}
