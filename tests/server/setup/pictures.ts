/** Pictures as people put them into notes, and files that only look like one. */
import { deflateSync } from "node:zlib";

export type PictureType = "image/png" | "image/jpeg" | "image/webp";

/** The check sum of PNG's chunks (RFC 2083); Node has one of its own only from 20.15 on. */
function crc32(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return (sum ^ 0xffffffff) >>> 0;
}

const chunk = (name: string, data: Uint8Array): Buffer => {
  const body = Buffer.concat([Buffer.from(name, "latin1"), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
};

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** A PNG by hand, of one colour: grey, a bit for each pixel, so that a great one is a small file. @param rows how many of them are really in it */
export function pngOf(
  width: number,
  height: number,
  { extra = [], rows = height }: { readonly extra?: readonly Buffer[]; readonly rows?: number } = {},
): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 1;
  const row = 1 + Math.ceil(width / 8);
  return Buffer.concat([
    SIGNATURE,
    chunk("IHDR", header),
    ...extra,
    chunk("IDAT", deflateSync(Buffer.alloc(row * rows))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

export const textChunk = (text: string): Buffer => chunk("tEXt", Buffer.from(`Comment\0${text}`, "latin1"));

const seen = { count: 0 };

/** A small PNG; each one another picture. */
export const picture = (type: PictureType = "image/png"): Blob =>
  new Blob([new Uint8Array(pngOf(8 + (seen.count++ % 500), 4 + Math.floor(seen.count / 500)))], { type });
