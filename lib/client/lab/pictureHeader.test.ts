import { describe, expect, it } from "vitest";
import { faultBeforeDecoding, PICTURE_LIMITS, readPictureHeader, sizeFault } from "./pictureHeader";

const ascii = (word: string) => [...word].map((letter) => letter.charCodeAt(0));
const uint32 = (value: number) => [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];
const png = (width: number, height: number) =>
  new Uint8Array([0x89, ...ascii("PNG\r\n\u001a\n"), ...uint32(13), ...ascii("IHDR"), ...uint32(width), ...uint32(height), 8, 2, 0, 0, 0]);

describe("readPictureHeader", () => {
  it("returns a PNG's size from IHDR", () => {
    expect(readPictureHeader(png(60_000, 60_000))).toEqual({ format: "png", width: 60_000, height: 60_000 });
  });

  it("returns a JPEG's size behind an EXIF segment and fill bytes", () => {
    const bytes = [0xff, 0xd8, 0xff, 0xe1, 0, 6, 1, 2, 3, 4, 0xff, 0xff, 0xc2, 0, 17, 8, 0x01, 0x2c, 0x02, 0x58, 3];
    expect(readPictureHeader(new Uint8Array(bytes))).toEqual({ format: "jpeg", width: 600, height: 300 });
  });

  it("returns null when a JPEG ends before its size or states a segment of no length", () => {
    expect(readPictureHeader(new Uint8Array([0xff, 0xd8, 0xff, 0xe1, 0, 6]))).toBeNull();
    expect(readPictureHeader(new Uint8Array([0xff, 0xd8, 0xff, 0xe1, 0, 0, 0, 0, 0, 0, 0, 0]))).toBeNull();
  });

  it("returns a GIF's logical screen", () => {
    expect(readPictureHeader(new Uint8Array([...ascii("GIF89a"), 0x40, 1, 0xf0, 0]))).toEqual({ format: "gif", width: 320, height: 240 });
  });

  it("returns the size of all three kinds of WebP", () => {
    const riff = (kind: string, rest: number[]) => {
      const bytes = new Uint8Array(32);
      bytes.set([...ascii("RIFF"), 0, 0, 0, 0, ...ascii("WEBP"), ...ascii(kind)]);
      bytes.set(rest, 20);
      return bytes;
    };
    const extended = riff("VP8X", [0, 0, 0, 0, 0x3f, 1, 0, 0xef, 0, 0]);
    const lossless = riff("VP8L", [0x2f, 0x3f, 0xc1, 0x3b, 0]);
    const lossy = riff("VP8 ", [0, 0, 0, 0x9d, 0x01, 0x2a, 0x40, 1, 0xf0, 0]);
    for (const bytes of [extended, lossless, lossy]) {
      expect(readPictureHeader(bytes)).toEqual({ format: "webp", width: 320, height: 240 });
    }
  });

  it("returns a positive height when a BMP's rows run top-down", () => {
    const bytes = new Uint8Array(30);
    bytes.set(ascii("BM"));
    const view = new DataView(bytes.buffer);
    view.setUint32(14, 40, true);
    view.setInt32(18, 320, true);
    view.setInt32(22, -240, true);
    expect(readPictureHeader(bytes)).toEqual({ format: "bmp", width: 320, height: 240 });
  });

  it("returns null when the bytes are text or nothing", () => {
    expect(readPictureHeader(new Uint8Array(ascii("<svg xmlns='http://www.w3.org/2000/svg'>")))).toBeNull();
    expect(readPictureHeader(new Uint8Array())).toBeNull();
  });
});

describe("refusals before decoding", () => {
  it("refuses a decode bomb by its header alone", () => {
    expect(faultBeforeDecoding(500, png(60_000, 60_000))).toBe("too-large");
    expect(faultBeforeDecoding(500, png(8_000, 6_000))).toBe("too-large");
  });

  it("accepts the limits themselves and refuses one more", () => {
    expect(sizeFault(PICTURE_LIMITS.side, 10)).toBeNull();
    expect(sizeFault(PICTURE_LIMITS.side + 1, 10)).toBe("too-large");
    expect(sizeFault(10, PICTURE_LIMITS.side)).toBeNull();
    expect(sizeFault(10, PICTURE_LIMITS.side + 1)).toBe("too-large");
    // Exactly 40 megapixels, and one row more.
    expect(sizeFault(8_000, 5_000)).toBeNull();
    expect(sizeFault(8_000, 5_001)).toBe("too-large");
    expect(faultBeforeDecoding(PICTURE_LIMITS.bytes, png(10, 10))).toBeNull();
    expect(faultBeforeDecoding(PICTURE_LIMITS.bytes + 1, png(10, 10))).toBe("too-heavy");
  });

  it("refuses files and pictures of no size", () => {
    expect(faultBeforeDecoding(0, new Uint8Array())).toBe("empty");
    expect(faultBeforeDecoding(100, png(0, 10))).toBe("empty");
    expect(faultBeforeDecoding(100, png(10, 0))).toBe("empty");
    expect(faultBeforeDecoding(100, png(1, 1))).toBeNull();
  });
});
