import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import {
  Arrow,
  centreOf,
  gridSizeOf,
  GridLayer,
  HeatLayer,
  locationAt,
  middleOf,
  nearestCentre,
  OutlinesLayer,
  OverlapGlow,
  OverlapLayer,
} from ".";
import { dashesOf, describeBox, shortScore, stageBoxesOf, tagOf, tonesOf, type ScoredBox } from "../scoredBoxes";

const count = (html: string, pattern: RegExp) => (html.match(pattern) ?? []).length;
const svg = (children: React.ReactNode) => renderToStaticMarkup(<svg>{children}</svg>);

describe("a feature map's grid", () => {
  const grid = { width: 1000, height: 600, stride: 16 };
  it("counts whole cells and finds the one under a point, the nearest outside", () => {
    expect(gridSizeOf(grid)).toEqual({ columns: 62, rows: 37 });
    expect(gridSizeOf({ width: 8, height: 8, stride: 16 })).toEqual({ columns: 1, rows: 1 });
    expect(locationAt(grid, 33, 0)).toEqual({ column: 2, row: 0 });
    expect(locationAt(grid, 5000, -3)).toEqual({ column: 61, row: 0 });
    expect(centreOf(grid, { column: 2, row: 0 })).toEqual([40, 8]);
    expect(nearestCentre(grid, 33, 0)).toEqual([40, 8]);
    expect(middleOf([0, 0, 10, 20])).toEqual([5, 10]);
  });

  it("dots whole cells alone", () => {
    expect(svg(<GridLayer {...grid} />)).toContain('<rect width="992" height="592"');
  });
});

describe("OverlapLayer", () => {
  const a = [0, 0, 10, 10] as const;
  it("draws the shared part, the union and the enclosing box as asked", () => {
    const lit = (what: "areas" | "shared" | "union" | "hull", b: readonly [number, number, number, number] = [5, 0, 15, 10]) =>
      svg(<OverlapLayer a={a} b={b} lit={what} />);
    expect(svg(<OverlapGlow a={a} b={[5, 0, 15, 10]} />)).toContain('width="5" height="10"');
    expect(svg(<OverlapGlow a={a} b={[20, 0, 30, 10]} />)).toBe("<svg></svg>");
    expect(lit("areas")).not.toContain(">C<");
    expect(lit("hull")).toContain(">C<");
    expect(count(lit("union", [20, 0, 30, 10]), /--box-4/g)).toBeGreaterThan(0);
  });
});

describe("Arrow", () => {
  it("writes its number beside the bow, none when quiet, and points at what falls alone", () => {
    const arrow = (tone: "drops" | "spares", quiet = false) =>
      svg(<Arrow from={[0, 0, 10, 10]} to={[40, 0, 50, 10]} text="0.62" tone={tone} quiet={quiet} />);
    expect(arrow("drops")).toContain(">0.62</text>");
    expect(arrow("drops", true)).not.toContain("0.62");
    expect([count(arrow("drops"), /rotate\(/g), count(arrow("spares"), /rotate\(/g)]).toEqual([1, 0]);
  });
});

describe("OutlinesLayer and HeatLayer", () => {
  it("draws each box twice, light under dark, and a cross at the centre", () => {
    const html = svg(<OutlinesLayer outlines={[{ key: "a", box: [0, 0, 4, 4], tone: 1, faded: true }]} centre={[2, 2]} />);
    expect([count(html, /<rect/g), count(html, /opacity="0.4"/g), count(html, /<path/g)]).toEqual([2, 1, 1]);
    expect(html).toContain('stroke-dasharray="12 6"');
  });

  it("draws warm cells alone", () => {
    const html = svg(<HeatLayer values={[0, 0.5, 1, NaN]} rows={2} columns={2} width={20} height={20} />);
    expect(count(html, /<rect/g)).toBe(2);
    expect(html).toContain('x="10" y="0"');
    expect(html).toContain("rgb(240 249 33)");
  });
});

describe("scored boxes", () => {
  const box = (id: string, cls: ScoredBox["cls"]): ScoredBox => ({ id, cls, box: [0, 1, 2, 3], score: 0.9 });
  it("have a tone each, and a line for each class where there are several", () => {
    const mixed = [box("A", "dog"), box("B", "cat"), box("C", "dog")];
    expect(mixed.map(tonesOf(mixed))).toEqual([0, 1, 2]);
    expect(dashesOf(mixed) && mixed.map(dashesOf(mixed) ?? (() => -1))).toEqual([1, 0, 1]);
    const alike = [box("A", "dog"), box("B", "dog")];
    expect(alike.map(tonesOf(alike))).toEqual([0, 1]);
    expect(dashesOf(alike)).toBeNull();
  });

  it("share a tone, where there are more boxes than tones, with those they overlap least", () => {
    const far: ScoredBox = { id: "far", cls: "dog", box: [50, 50, 60, 60], score: 0.95 };
    const crowd = [far, ...Array.from({ length: 7 }, (_, i) => box(String(i), "dog"))];
    const tone = tonesOf([...crowd, { ...box("last", "dog"), score: 0.1 }]);
    expect(new Set(crowd.map(tone)).size).toBe(8);
    expect(tone({ id: "last" })).toBe(tone(far));
  });

  it("carry their score on the tag while there is room, and always in words", () => {
    expect([shortScore(0.9), shortScore(1), tagOf(box("A", "dog"))]).toEqual([".90", "1.00", "A .90"]);
    const few = stageBoxesOf([box("A", "dog")], "en", () => ({ state: "kept", score: 0.25, mark: " ✗" }));
    expect(few[0]).toMatchObject({ label: "A .25 ✗", state: "kept", score: 0.25 });
    const many = stageBoxesOf(
      Array.from({ length: 14 }, (_, i) => box(String(i), "dog")),
      "en",
      () => ({ state: "idle" }),
    );
    expect(many[3].label).toBe("3");
    expect(describeBox(box("A", "dog"), "en")).toBe("Box A, dog, score 0.90, left 0, top 1, right 2, bottom 3");
  });
});
