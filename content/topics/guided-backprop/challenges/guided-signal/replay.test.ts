import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { challenge } from "./challenge";
import { Replay } from "./Replay";
import type { View } from "./way";

/** Signal (−2, 3, −1, 4), forward (1, 2, −3, −4): by the gradient's rule cells 0 and 1 are open. */
const view: View = {
  side: 2,
  rules: ["gradient"],
  signal: [-2, 3, -1, 4],
  gates: [{ forward: [1, 2, -3, -4], weights: null, adds: false }],
};

it.each(["ko", "en"] as const)("says what each mark in the learner's cells means (%s)", (locale) => {
  // Cell 0 rightly marked, cell 3 wrongly, cell 1 forgotten.
  const [instance, answer] = [{ view, truth: null }, { cells: [[0, 3]] }];
  const engine = { run: () => Promise.reject(new Error("no task")) } as never;
  const html = renderToStaticMarkup(
    createElement(Replay, { instance, answer, grade: challenge.grade(instance, answer), own: true, locale, engine }),
  );
  const cells = [...html.matchAll(/<td[^>]*>([^<]*)<\/td>/g)].map(([, text]) => text);
  expect(cells.slice(-4)).toEqual(["✓", "○", "", "✗"]);
  const legend = {
    ko: "✓ 옳게 표시한 칸 · ✗ 잘못 표시한 칸 · ○ 표시하지 않은 열린 칸",
    en: "✓ rightly marked · ✗ wrongly marked · ○ open, but not marked",
  };
  expect(html).toContain(legend[locale]);
});
