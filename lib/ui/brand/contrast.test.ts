import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const css = readFileSync(new URL("../../../app/globals.css", import.meta.url), "utf8");

function tokens(selector: string): Record<string, string> {
  const block = css.slice(css.indexOf(`${selector} {`)).split("}")[0];
  return Object.fromEntries([...block.matchAll(/--([a-z0-9-]+):\s*(#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]));
}

/** Relative luminance, WCAG 2.2. Black 0, white 1. */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5]
    .map((i) => parseInt(hex.slice(i, i + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

const GROUNDS = ["paper", "paper-2", "paper-3", "sheet"];
const TEXT = ["ink", "ink-2", "ink-3"].flatMap((text) => GROUNDS.map((ground) => [text, ground]));
const COLOURED = ["brand", "good", "bad", "warn"].flatMap((text) =>
  ["paper", "paper-2", "sheet", `${text}-wash`].map((ground) => [text, ground]),
);
const FILLS = [
  ["brand-ink", "brand"],
  ["brand-ink", "brand-strong"],
  ["sheet", "good"],
  ["sheet", "bad"],
  ["ink", "brand-wash"],
  ["ink", "good-wash"],
  ["ink", "bad-wash"],
  ["ink", "warn-wash"],
];
const BOX_TEXT = Array.from({ length: 8 }, (_, i) => [`box-${i}`, "paper"]);
const EDGES = [...GROUNDS.slice(0, 2), "sheet"].map((ground) => ["line-strong", ground]);

describe.each([
  ["light", tokens(":root")],
  ["dark", { ...tokens(":root"), ...tokens('[data-theme="dark"]') }],
])("the %s theme", (_, theme) => {
  it.each([...TEXT, ...COLOURED, ...FILLS, ...BOX_TEXT])("shows %s on %s at 4.5:1 or more", (text, ground) => {
    expect(contrast(theme[text], theme[ground])).toBeGreaterThanOrEqual(4.5);
  });
  it.each(EDGES)("shows %s on %s at 3:1 or more", (edge, ground) => {
    expect(contrast(theme[edge], theme[ground])).toBeGreaterThanOrEqual(3);
  });
  it("shows the grid of a picture, by which its pixels are counted", () => {
    expect(contrast(theme.grid, theme.sheet)).toBeGreaterThanOrEqual(1.25);
  });
});

it("measures contrast as WCAG does: black on white is 21:1", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 10);
});
