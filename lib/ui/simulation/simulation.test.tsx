import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import type { BoxXYXY } from "@/lib/engine/boxes";
import {
  CellPointer,
  CellRing,
  DepthChooser,
  DEPTHS,
  GuessChoice,
  GuessNumber,
  oneOf,
  overlapSum,
  pairSum,
  SceneChooser,
  StatRow,
  Sum,
  TaskStatus,
  wholeWithin,
  within,
} from ".";

const none = () => undefined;
const A: BoxXYXY = [0, 0, 10, 10];
const B: BoxXYXY = [5, 0, 15, 10];

describe("overlapSum", () => {
  const lines = (upTo: Parameters<typeof overlapSum>[0]["upTo"], b = B) => overlapSum({ a: A, b, upTo, locale: "en" });

  it("works out IoU and GIoU with the picture's own numbers", () => {
    expect(lines("hull").map(({ name, sum }) => `${name}: ${sum}`)).toEqual([
      "|A|: 10 × 10 = 100",
      "|B|: 10 × 10 = 100",
      "∩: 5 × 10 = 50",
      "∪: |A| + |B| − ∩ = 100 + 100 − 50 = 150",
      "IoU: ∩ / ∪ = 50 / 150 = 0.3333",
      "|C|: 15 × 10 = 150",
      "GIoU: IoU − (|C| − ∪) / |C| = 0.3333 − 0 / 150 = 0.3333",
    ]);
  });

  it("calls the two as the picture does", () => {
    const named = overlapSum({ a: A, b: B, names: ["B", "your box"], upTo: "union", locale: "en" });
    expect(named.map(({ name }) => name)).toEqual(["|B|", "|your box|", "∩", "∪", "IoU"]);
    expect(named[3].sum).toBe("|B| + |your box| − ∩ = 100 + 100 − 50 = 150");
  });

  it("goes as far as asked, names the empty intersection, and writes a true minus", () => {
    expect(["areas", "shared", "union", "hull"].map((upTo) => lines(upTo as "areas").length)).toEqual([2, 3, 5, 7]);
    expect(lines("shared", [20, 0, 30, 10])[2].sum).toBe("0 (no overlap)");
    expect(lines("hull", [20, 0, 30, 10])[6].sum).toContain("= −0.3333");
    expect(overlapSum({ a: A, b: B, upTo: "union", legacy: true, locale: "ko" })[5]).toMatchObject({ name: "IoU₊₁", word: "옛 +1 방식" });
  });
});

describe("pairSum", () => {
  const one = { id: "A", cls: "cat", box: A, score: 0.9 } as const;
  const other = { id: "B", cls: "cat", box: B, score: 0.8 } as const;

  it("compares with the threshold, and says that two classes are never compared", () => {
    expect(pairSum(one, other, "en", 0.3)[2].sum).toBe("0.333 > 0.3");
    expect(pairSum(one, other, "en", 0.5)[2].sum).toBe("0.333 ≤ 0.5");
    expect(pairSum(one, other, "en").map(({ name }) => name)).toEqual(["|A∩B|", "|A∪B|", "IoU"]);
    expect(pairSum(one, { ...other, cls: "dog" }, "en")[2].sum).toContain("never compared");
    expect(pairSum(one, { ...other, cls: "dog" }, "ko")[2].sum).toContain("비교하지 않아요");
  });
});

describe("knob values from an address", () => {
  it("fall back to the first choice and are pulled into their range", () => {
    expect(oneOf(["hard", "soft"], "soft")).toBe("soft");
    expect(oneOf(["hard", "soft"], "<script>")).toBe("hard");
    expect(oneOf([16, 32], 32)).toBe(32);
    expect([within(5, 0, 1), within(-5, 0, 1), within(NaN, 0.2, 1)]).toEqual([1, 0, 0.2]);
    expect([wholeWithin(2.6, 0, 9), wholeWithin(99, 0, 9), wholeWithin(Infinity, 0, 9)]).toEqual([3, 9, 9]);
  });
});

describe("parts of a simulation", () => {
  it("asks for a guess with a button for each answer", () => {
    const html = renderToStaticMarkup(
      <GuessChoice question="How many?" options={[1, 2].map((value) => ({ value, label: `n${value}` }))} onGuess={none} small />,
    );
    expect(html).toContain("How many?");
    expect(html.match(/<button/g)).toHaveLength(2);
  });

  it("asks for a number with a slider and reveals in the reader's language", () => {
    const html = (locale: "ko" | "en") =>
      renderToStaticMarkup(
        <GuessNumber question="?" label="IoU" value={50} min={0} max={100} step={1} onChange={none} onReveal={none} locale={locale} />,
      );
    expect(html("ko")).toContain("확인하기");
    expect(html("en")).toContain("Reveal");
  });

  it("names the three depths and the scene", () => {
    const depths = renderToStaticMarkup(<DepthChooser depths={DEPTHS} value="parts" onChange={none} locale="en" />);
    expect(depths.match(/role="radio"/g)).toHaveLength(3);
    expect(depths).toContain('aria-checked="true"');
    const scene = renderToStaticMarkup(<SceneChooser scene={3} count={6} onScene={none} locale="ko" />);
    expect(scene).toContain("3 / 6");
    expect(scene).toContain('aria-label="다음 장면"');
  });

  it("reads a sum as terms and their arithmetic, and leaves out numbers that are not there", () => {
    const sum = renderToStaticMarkup(<Sum lines={[{ name: "∩", word: "intersection", sum: "1 × 1", result: true }]} />);
    expect(sum).toMatch(/<dt[^>]*>∩<span class="sr-only"> \(intersection\)<\/span><\/dt><dd[^>]*>1 × 1<\/dd>/);
    expect(renderToStaticMarkup(<StatRow stats={[{ label: "a", value: 1 }, null]} />).match(/<dl/g)).toHaveLength(1);
  });

  it("says where a task's picture comes from, and offers what there is to do about it", () => {
    const status = (of: "recorded" | "running" | "live" | "failed", more = {}, locale: "ko" | "en" = "en") =>
      renderToStaticMarkup(<TaskStatus task={{ status: of, retry: none }} locale={locale} {...more} />);
    expect(status("running")).toMatch(/role="status"[^>]*>Computing…<\/div>/);
    expect(status("live", {}, "ko")).toContain("방금 이 브라우저에서 계산했어요.");
    expect(status("recorded")).not.toContain("<button");
    expect(status("failed")).toMatch(/could not be reached\.<button[^>]*>Try again/);
    expect(status("recorded", { onCompute: none })).toMatch(/A recorded result\.<button[^>]*>Compute it/);
    expect(status("live", { words: { live: "as before" } })).toContain(">as before<");
  });

  it("makes a map one Tab stop whose cells are read, and rings the cell in its place", () => {
    const html = renderToStaticMarkup(
      <CellPointer side={4} cell={6} onPoint={none} onChoose={none} label="Map" said="1">
        <CellRing side={4} cell={6} />
      </CellPointer>,
    );
    expect(html).toMatch(/role="group" tabindex="0" aria-label="Map"/);
    expect(html).toContain('data-cell-read="6"');
    expect(html).toContain("left:50%;top:25%;width:25%;height:25%");
    // Nothing is said before keys have led somewhere.
    expect(html).toMatch(/role="status"[^>]*><\/span>/);
  });
});
