/** Formulas in notes: what is drawn is bounded by what was typed. */
import katex from "katex";
import { describe, expect, it } from "vitest";
import { HELD } from "@/app/[locale]/groups/noteView/drawFormula";
import { LIMITS } from "@/lib/markdown/limits";
import { isOutgrown } from "@/lib/markdown/outgrown";
import { FORMULAS } from "./hostile";

/** Characters of what a formula is drawn as: the longest of those that are drawn is made of a hundred and fifty to a letter typed. */
const MOST = 200 * LIMITS.formula;

describe("a formula", () => {
  it.each(Object.entries(FORMULAS).map(([name, [tex, drawn]]) => ({ name, tex, drawn })))("of $name is drawn: $drawn", ({ tex, drawn }) => {
    expect(tex.length).toBeLessThanOrEqual(LIMITS.formula);
    expect(isOutgrown(tex)).toBe(!drawn);
    const shown = drawn ? katex.renderToString(tex, { ...HELD, throwOnError: false, displayMode: true }) : tex;
    expect(shown.length).toBeLessThan(MOST);
  });
});
