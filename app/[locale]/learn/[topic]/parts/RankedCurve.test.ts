import { NextIntlClientProvider } from "next-intl";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import en from "@/content/messages/en.json";
import { Boxes } from "./Boxes";
import { RankedCurve } from "./RankedCurve";

const inEnglish = {
  locale: "en",
  messages: en,
  timeZone: "UTC",
  children: createElement(RankedCurve, { verdicts: "TFTTF", objects: 4 }),
} as const;
const html = renderToStaticMarkup(createElement(NextIntlClientProvider, inEnglish));
/** The points of a line, back in recall and precision. */
const line = (at: number) =>
  [...html.matchAll(/<polyline points="([^"]*)"/g)][at][1].split(" ").map((pair) => {
    const [x, y] = pair.split(",").map(Number);
    return [Number(((x - 46) / 300).toFixed(4)), Number((1 - (y - 26) / 170).toFixed(4))];
  });

describe("the curve of the lesson's ranking T F T T F over four objects", () => {
  it("goes through recall and precision after each detection", () => {
    expect(line(1)).toEqual([
      [0.25, 1],
      [0.25, 0.5],
      [0.5, 0.6667],
      [0.75, 0.75],
      [0.75, 0.6],
    ]);
  });
  it("has the envelope of the lesson's table, and nothing behind the last object that was found", () => {
    expect(line(0)).toEqual([
      [0, 1],
      [0.25, 1],
      [0.25, 0.75],
      [0.5, 0.75],
      [0.5, 0.75],
      [0.75, 0.75],
      [0.75, 0],
      [1, 0],
    ]);
  });
});

it("draws every box twice, a light line under its own, and names it below", () => {
  const drawn = renderToStaticMarkup(
    createElement(Boxes, {
      ...{ drawing: "noto/dog", at: [0, 0, 10], size: [20, 20], caption: "a dog" },
      boxes: [{ name: "A", box: [1, 2, 11, 14], tone: 0 }],
    }),
  );
  expect(drawn.match(/<rect x="1" y="2" width="10" height="12"/g)).toHaveLength(2);
  expect(drawn).toContain('aria-label="a dog"');
});
