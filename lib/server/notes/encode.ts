/** Pictures are encoded anew: what is kept is pixels that this server wrote, and nothing of the file that was sent. */
import sharp from "sharp";
import { PICTURE_PIXELS } from "@/lib/wire/noteParts";
import { noPicture, picturesBusy, tooManyPixels } from "../http/noteErrors";

export interface Encoded {
  /** WebP, without any metadata, turned as it was meant to be seen. */
  readonly bytes: Buffer;
  readonly width: number;
  readonly height: number;
}

/** The longest side that is kept, in pixels: sharp on every screen a note is read on. */
const LONGEST_SIDE = 2048;
/** Decoded at a time, and waiting for it. */
const AT_ONCE = 2;
const WAITING = 8;
const SECONDS = 5;

let narrowed = false;
/**
 * Leaves the library, of all that it can read, these three: no SVG, no TIFF, nothing that runs or fetches. This holds for the whole process, so
 * it waits for the first picture: a build draws the site's own preview out of an SVG, and has loaded this file before.
 */
function narrow(): void {
  if (narrowed) return;
  sharp.block({ operation: ["VipsForeignLoad"] });
  sharp.unblock({ operation: ["VipsForeignLoadPng", "VipsForeignLoadJpeg", "VipsForeignLoadWebp"] });
  sharp.cache(false);
  sharp.concurrency(1);
  narrowed = true;
}

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** What a file is, by what it begins with. */
function kindOf(bytes: Uint8Array): "png" | "jpeg" | "webp" | null {
  if (PNG.every((byte, at) => bytes[at] === byte)) return "png";
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return "jpeg";
  const name = (from: number): string => String.fromCharCode(...bytes.subarray(from, from + 4));
  return name(0) === "RIFF" && name(8) === "WEBP" ? "webp" : null;
}

let running = 0;
const waiting: (() => void)[] = [];

/** @throws ApiError pictures-busy where too many wait already */
async function inTurn<T>(act: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) {
    if (waiting.length >= WAITING) throw picturesBusy(5);
    await new Promise<void>((resolve) => waiting.push(resolve));
  }
  running++;
  try {
    return await act();
  } finally {
    running--;
    waiting.shift()?.();
  }
}

/** @throws ApiError no-picture, too-many-pixels, pictures-busy */
export async function encodePicture(bytes: Uint8Array): Promise<Encoded> {
  const kind = kindOf(bytes);
  if (kind === null) throw noPicture();
  narrow();
  return inTurn(async () => {
    // The header alone: nothing is decoded before its size is known.
    const header = await sharp(bytes, { limitInputPixels: false })
      .metadata()
      .catch(() => null);
    if (header === null || header.format !== kind) throw noPicture();
    if (header.width * header.height > PICTURE_PIXELS) throw tooManyPixels(PICTURE_PIXELS / 1e6);
    // Of a picture that moves, the first frame. The library drops all metadata unless it is asked for it.
    const { data, info } = await sharp(bytes, { limitInputPixels: PICTURE_PIXELS, failOn: "error", pages: 1 })
      .autoOrient()
      .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: "inside", withoutEnlargement: true })
      .webp({ quality: 88, effort: 3 })
      .timeout({ seconds: SECONDS })
      .toBuffer({ resolveWithObject: true })
      .catch(() => {
        throw noPicture();
      });
    return { bytes: data, width: info.width, height: info.height };
  });
}
