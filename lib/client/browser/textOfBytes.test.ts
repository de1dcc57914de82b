import { describe, expect, it } from "vitest";
import { textOfBytes } from "./textOfBytes";

const NOTE = "강의 복습 내용\r\n- NMS: 겹치는 상자를 지운다\n";
const utf16 = (text: string, little: boolean): Uint8Array => {
  const bytes = new Uint8Array(2 * text.length);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < text.length; i++) view.setUint16(2 * i, text.charCodeAt(i), little);
  return bytes;
};

describe("a note's file", () => {
  it("is read as UTF-8, with a mark and without", () => {
    const bytes = new TextEncoder().encode(NOTE);
    expect(textOfBytes(bytes)).toBe(NOTE);
    expect(textOfBytes(new Uint8Array([0xef, 0xbb, 0xbf, ...bytes]))).toBe(NOTE);
  });

  it.each([true, false])("is read as UTF-16 (little end first: %s), with a mark, and without one where it is Latin", (little) => {
    expect(textOfBytes(utf16(`\ufeff${NOTE}`, little))).toBe(NOTE);
    expect(textOfBytes(utf16("What we learned\n- NMS\n", little))).toBe("What we learned\n- NMS\n");
  });

  it("is read as CP949 where it is no UTF-8 (the syllables that EUC-KR has not are tried in a browser)", () => {
    expect(textOfBytes(new Uint8Array([0xba, 0xb9, 0xbd, 0xc0, 0x0a]))).toBe("복습\n");
  });

  it("is none where it is no text", () => {
    expect(textOfBytes(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d]))).toBeNull();
    expect(textOfBytes(new Uint8Array([0x50, 0x4b, 3, 4, 0x14, 0]))).toBeNull();
    expect(textOfBytes(new Uint8Array())).toBe("");
  });
});
