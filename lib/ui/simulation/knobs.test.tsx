import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { KnobAddress } from "../components";
import { DEPTHS, inRange, KnobPanel, knobsFor } from ".";

const DEFAULTS = { t: 0.5, mode: "hard", stride: 16, soft: false, big: true, seed: 5, depth: "map", hidden: 7 };
const KNOBS = knobsFor(DEFAULTS, [
  { kind: "slider", name: "t", label: { ko: "임계값", en: "Threshold" }, symbol: "t", min: 0, max: 1, step: 0.1 },
  {
    kind: "choice",
    name: "mode",
    label: { ko: "방법", en: "Mode" },
    options: [
      { value: "hard", label: "hard" },
      { value: "soft", label: { ko: "부드럽게", en: "soft" } },
    ],
  },
  {
    kind: "choice",
    name: "stride",
    label: { ko: "보폭", en: "Stride" },
    list: true,
    options: [16, 32].map((value) => ({ value, label: `${value} px` })),
  },
  { kind: "switch", name: "soft", label: { ko: "부드럽게", en: "Soft" }, when: ({ mode }) => mode === "soft" },
  { kind: "checks", label: { ko: "크기", en: "Sizes" }, options: [{ name: "big", label: "256" }] },
  { kind: "scene", name: "seed", count: 9 },
  { kind: "depth", name: "depth", depths: DEPTHS },
]);

describe("inRange", () => {
  it("leaves what the controls offer, and what no control stands for", () => {
    expect(inRange(KNOBS, DEFAULTS)).toEqual(DEFAULTS);
    expect(inRange(KNOBS, { ...DEFAULTS, hidden: 1e9 }).hidden).toBe(1e9);
  });

  it("pulls numbers into their range and unknown choices to the first one", () => {
    const wild = { ...DEFAULTS, t: 7, mode: "x", stride: 17, seed: -3.7, depth: "abyss" };
    expect(inRange(KNOBS, wild)).toMatchObject({ t: 1, mode: "hard", stride: 16, seed: 1, depth: "map" });
    expect(inRange(KNOBS, { ...DEFAULTS, seed: 400, stride: 32 })).toMatchObject({ seed: 9, stride: 32 });
  });
});

describe("KnobPanel", () => {
  const panel = (mode: string) =>
    renderToStaticMarkup(<KnobPanel list={KNOBS} knobs={{ ...DEFAULTS, mode }} put={() => undefined} locale="en" />);

  it("has a control for each knob, in order, in the reader's language", () => {
    const names = ["Threshold", "Mode", "Stride", "Sizes", "Scene", "How deep?"].map((name) => panel("hard").indexOf(name));
    expect(names.every((place, i) => place > (names[i - 1] ?? -1))).toBe(true);
    expect(panel("hard")).toContain('<option value="16" selected="">16 px</option>');
    expect(panel("hard")).toContain("5 / 9");
  });

  it("shows a knob only while it matters", () => {
    expect(panel("hard")).not.toContain('role="switch"');
    expect(panel("soft")).toContain('role="switch"');
  });
});

describe("a simulation that was set up for others", () => {
  const given = (hidden: readonly string[]) =>
    renderToStaticMarkup(
      <KnobAddress value={{ search: "", path: "/ko/learn/x", hidden }}>
        <KnobPanel list={KNOBS} knobs={DEFAULTS} put={() => undefined} locale="en" />
      </KnobAddress>,
    );

  it("does not show the knobs that are hidden, one check of several among them", () => {
    for (const [name, label] of [
      ["t", "Threshold"],
      ["mode", "Mode"],
      ["big", "Sizes"],
      ["seed", "Scene"],
      ["depth", "How deep?"],
    ]) {
      expect(given([]), label).toContain(label);
      expect(given([name]), label).not.toContain(label);
    }
  });
});
