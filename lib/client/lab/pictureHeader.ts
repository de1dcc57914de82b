/** What a picture's first bytes say about it, before anything is decoded. */
export interface PictureHeader {
  format: "png" | "jpeg" | "gif" | "webp" | "bmp";
  /** Pixels as stored, before any EXIF turn. */
  width: number;
  height: number;
}

export type PictureFault = "not-a-picture" | "too-heavy" | "too-large" | "empty";

/** Largest file in bytes (20 MB), most pixels (40 megapixels) and longest side (px) the Lab accepts. */
export const PICTURE_LIMITS = { bytes: 20_000_000, pixels: 40_000_000, side: 12_000 } as const;

/** Start-of-frame markers of JPEG: C0–CF without DHT (C4), JPG (C8) and DAC (CC). */
function isStartOfFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

function text(view: DataView, at: number, length: number): string {
  if (at + length > view.byteLength) return "";
  let out = "";
  for (let i = 0; i < length; i++) out += String.fromCharCode(view.getUint8(at + i));
  return out;
}

function jpegHeader(view: DataView): PictureHeader | null {
  let at = 2;
  while (at + 9 <= view.byteLength) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (isStartOfFrame(marker)) {
      return { format: "jpeg", height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    }
    if (marker === 0xd9 || marker === 0xda) return null;
    const standsAlone = marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);
    const length = standsAlone ? 0 : view.getUint16(at + 2);
    if (!standsAlone && length < 2) return null;
    at += 2 + length;
  }
  return null;
}

function webpHeader(view: DataView): PictureHeader | null {
  if (view.byteLength < 30) return null;
  const uint24 = (at: number) => view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
  switch (text(view, 12, 4)) {
    case "VP8X":
      return { format: "webp", width: uint24(24) + 1, height: uint24(27) + 1 };
    case "VP8L": {
      const bits = view.getUint32(21, true);
      return { format: "webp", width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    case "VP8 ":
      return { format: "webp", width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
    default:
      return null;
  }
}

/**
 * Reads format and size from a picture's first bytes without decoding it, or null when the bytes are
 * of none of the five formats or end before the size.
 *
 * Sources: PNG (RFC 2083 §4.1.1), JPEG (ITU-T T.81 B.2.2), GIF89a §18, WebP (RFC 9649 §2), BMP headers.
 * Example: a PNG whose IHDR says 0x0000ea60 × 0x0000ea60 gives 60 000 × 60 000.
 */
export function readPictureHeader(bytes: Uint8Array): PictureHeader | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.byteLength >= 24 && view.getUint32(0) === 0x89504e47 && view.getUint32(4) === 0x0d0a1a0a) {
    return text(view, 12, 4) === "IHDR" ? { format: "png", width: view.getUint32(16), height: view.getUint32(20) } : null;
  }
  if (view.byteLength >= 4 && view.getUint16(0) === 0xffd8) return jpegHeader(view);
  if (view.byteLength >= 10 && /^GIF8[79]a$/.test(text(view, 0, 6))) {
    return { format: "gif", width: view.getUint16(6, true), height: view.getUint16(8, true) };
  }
  if (text(view, 0, 4) === "RIFF" && text(view, 8, 4) === "WEBP") return webpHeader(view);
  if (view.byteLength >= 26 && text(view, 0, 2) === "BM") {
    // The 12-byte core header stores 16-bit sizes; all later ones 32-bit, height negative for top-down rows.
    if (view.getUint32(14, true) === 12) {
      return { format: "bmp", width: view.getUint16(18, true), height: view.getUint16(20, true) };
    }
    return { format: "bmp", width: Math.abs(view.getInt32(18, true)), height: Math.abs(view.getInt32(22, true)) };
  }
  return null;
}

/** The fault of a picture of this size, or null. Example: 12 001 × 10 is "too-large", 12 000 × 10 is fine. */
export function sizeFault(width: number, height: number): PictureFault | null {
  if (width < 1 || height < 1) return "empty";
  const { pixels, side } = PICTURE_LIMITS;
  return width > side || height > side || width * height > pixels ? "too-large" : null;
}

/**
 * The fault seen before decoding: weight first, then the size its header states. Bytes of an unknown
 * format pass, because only decoding can say whether the browser knows them (AVIF, say).
 */
export function faultBeforeDecoding(fileBytes: number, head: Uint8Array): PictureFault | null {
  if (fileBytes === 0) return "empty";
  if (fileBytes > PICTURE_LIMITS.bytes) return "too-heavy";
  const header = readPictureHeader(head);
  return header ? sizeFault(header.width, header.height) : null;
}
