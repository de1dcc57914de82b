import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { CAPITALS, HANGUL, LATIN, SMALL, digitWidth, hangulWidth, meanWidth, render, spaceWidth } from "./fallbacks";
import { readFont } from "./sfnt";

const pretendard = (weight: string) => readFont(`node_modules/pretendard/dist/public/static/Pretendard-${weight}.otf`);

describe("readFont", () => {
  it("reads Pretendard's measures: 1770, 514 and 1037 of 2048 units for 가, space and a", () => {
    const font = pretendard("Regular");
    expect(font.advance("가")).toBe(1770 / 2048);
    expect(font.advance(" ")).toBe(514 / 2048);
    expect(font.ascent).toBe(1950 / 2048);
    expect(font.descent).toBe(494 / 2048);
    expect(font.advance("\u{10FFFF}")).toBeNull();
  });

  it("sees that Latin grows with the weight, the space shrinks and Hangul stays", () => {
    const [regular, bold] = [pretendard("Regular"), pretendard("Bold")];
    expect(meanWidth(bold, SMALL) / meanWidth(regular, SMALL)).toBeGreaterThan(1.05);
    expect(spaceWidth(bold)).toBeLessThan(spaceWidth(regular));
    expect(hangulWidth(bold)).toBe(hangulWidth(regular));
  });
});

describe("app/fallback-fonts.css", () => {
  it("is what the script writes", () => {
    expect(readFileSync("app/fallback-fonts.css", "utf8")).toBe(render(process.cwd()));
  });

  it("brings every face to Pretendard's line height: ascent and descent times size are its own", () => {
    const font = pretendard("Regular");
    const rules = readFileSync("app/fallback-fonts.css", "utf8").split("@font-face").slice(1);
    expect(rules).toHaveLength(2 * HANGUL.length + 4 * 5 * LATIN.length);
    for (const rule of rules) {
      const value = (name: string) => Number(new RegExp(`${name}: ([\\d.]+)%`).exec(rule)?.[1]) / 100;
      expect(value("size-adjust") * value("ascent-override")).toBeCloseTo(font.ascent, 3);
      expect(value("size-adjust") * value("descent-override")).toBeCloseTo(font.descent, 3);
    }
  });
});

const installed = <F extends { readonly file?: string; readonly at?: number }>(families: readonly { regular: F; bold: F }[]) =>
  families
    .flatMap(({ regular, bold }) => [regular, bold])
    .flatMap((face) => (face.file && existsSync(face.file) ? [{ ...face, file: face.file }] : []));

describe("the table of system faces", () => {
  it.each(installed(HANGUL))("has the Hangul advance of $file", (face) => {
    expect(hangulWidth(readFont(face.file, face.at))).toBeCloseTo(face.hangul, 3);
  });

  it.each(installed(LATIN))("has the Latin advances of $file", (face) => {
    const font = readFont(face.file, face.at);
    expect(spaceWidth(font)).toBeCloseTo(face.space, 3);
    expect(digitWidth(font)).toBeCloseTo(face.digit, 3);
    expect(meanWidth(font, CAPITALS)).toBeCloseTo(face.capital, 3);
    expect(meanWidth(font, SMALL)).toBeCloseTo(face.small, 3);
  });
});
