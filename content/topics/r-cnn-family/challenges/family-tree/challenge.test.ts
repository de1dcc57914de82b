import { describe, expect, it } from "vitest";
import { LEVELS, scoreOf } from "@/lib/challenges";
import { describeContract } from "@/tests/contract/describeContract";
import { MEMBERS, PARTS, runsOf } from "../../pipeline";
import { topic } from "../../topic";
import { challenge, type View } from "./challenge";
import golden from "./golden.json";
import { countOf, truthOf, type Label } from "./instance";
import { beliefs, rivals } from "./rivals";

describeContract(challenge, { rivals, golden, topic });

const [P, N, O]: Label[] = ["picture", "none", "proposal"];
const whole = (view: View) => ({ view, truth: null });
const told = (id: string, view: View) => beliefs.find(({ misconception }) => misconception === id)?.play(view)?.labels;

/** Faster R-CNN, both questions, seven parts. */
const FASTER: View = {
  columns: [{ name: "faster-r-cnn", pipeline: MEMBERS["faster-r-cnn"] }],
  sheets: [
    { column: 0, asks: "runs" },
    { column: 0, asks: "learnt" },
  ],
  parts: ["search", "rpn", "anchors", "conv", "pool", "svm", "box"],
  batch: null,
};
const RIGHT: Label[][] = [
  [N, P, P, P, O, N, O],
  [N, "learnt", "fixed", "learnt", "fixed", N, "learnt"],
];

describe("family-tree worked by hand", () => {
  it("knows the three papers' tables", () => {
    const table = Object.values(MEMBERS).map((pipeline) => PARTS.map((part) => runsOf(pipeline, part)));
    // search, rpn, anchors, warp, conv, pool, dense, svm, softmax, box
    expect(table).toEqual([
      [P, N, N, O, O, N, O, O, N, O],
      [P, N, N, N, P, O, O, N, O, O],
      [N, P, P, N, P, O, O, N, O, O],
    ]);
  });

  it("labels Faster R-CNN, and takes two lines for a wrong one", () => {
    expect(truthOf(FASTER)).toEqual(RIGHT);
    expect(scoreOf(challenge.grade(whole(FASTER), { labels: RIGHT }))).toBe(100);
    const slip = challenge.grade(whole(FASTER), { labels: [RIGHT[0], RIGHT[1].map((label, i) => (i === 4 ? "learnt" : label))] });
    expect(scoreOf(slip)).toBe(57);
    expect(slip.misconceptions).toEqual(["pooling-is-learnt"]);
    expect(slip.summary.en).toBe("6 of 7 lines are right. Each wrong one takes 2 away, so only 4 count.");
    // Half of a line is no line, and open lines take nothing away.
    expect(challenge.grade(whole(FASTER), { labels: [RIGHT[0], RIGHT[0].map(() => null)] }).earned).toBe(0);
    expect(challenge.grade(whole(FASTER), { labels: RIGHT.map((list) => list.map((label, i) => (i < 3 ? label : null))) }).earned).toBe(3);
  });

  it.each<[string, Label[]]>([
    ["once-for-all", [N, P, P, P, P, N, P]],
    ["pass-a-proposal", [N, P, P, O, O, N, O]],
    ["old-parts-stay", [P, P, P, P, O, O, O]],
    ["rpn-a-proposal", [N, O, P, P, O, N, O]],
  ])("has %s answer so, and names it", (id, runs) => {
    const alone = { ...FASTER, sheets: FASTER.sheets.slice(0, 1) };
    expect(told(id, alone)).toEqual([runs]);
    expect(challenge.grade(whole(alone), { labels: [runs] }).misconceptions).toEqual([id]);
  });

  it("counts a batch: for all pictures, and for all their proposals", () => {
    const batch = { pictures: 3, proposals: 200 };
    expect((["none", "one", "picture", "each", "proposal"] as const).map((label) => countOf(batch, label))).toEqual([0, 1, 3, 200, 600]);
    const view: View = {
      columns: [
        { name: "r-cnn", pipeline: MEMBERS["r-cnn"] },
        { name: null, pipeline: { proposals: "rpn", features: "map", judge: "svm", box: false } },
      ],
      sheets: [
        { column: 0, asks: "runs" },
        { column: 1, asks: "runs" },
      ],
      parts: ["conv", "svm", "box", "search"],
      batch,
    };
    expect(truthOf(view)).toEqual([
      [O, O, O, P],
      [P, O, N, N],
    ]);
    expect(told("one-picture-only", view)).toEqual([
      ["each", "each", "each", "one"],
      ["one", "each", N, N],
    ]);
    // Known by heart as Faster R-CNN: softmax and boxes.
    expect(told("table-by-heart", view)).toEqual([
      [O, O, O, P],
      [P, N, O, N],
    ]);
    expect(told("same-parts", view)).toEqual([
      [O, O, O, P],
      [O, O, O, P],
    ]);
    expect(challenge.grade(whole(view), challenge.empty(view)).earned).toBe(0);
  });

  it("says what is missing, and refuses labels that a sheet does not know", () => {
    const missing = (labels: (Label | null)[][]) => {
      const ready = challenge.check(FASTER, { labels });
      return ready.ready ? "" : ready.missing.en;
    };
    expect(missing(challenge.empty(FASTER).labels.map((list) => [...list]))).toBe("Choose 14 more");
    expect(missing([RIGHT[0], RIGHT[0]])).toBe("The labels do not fit the parts");
    expect(missing([RIGHT[0]])).toBe("The labels do not fit the parts");
    expect(missing([RIGHT[0].map(() => "one"), RIGHT[1]])).toBe("The labels do not fit the parts");
  });
});

describe.each(LEVELS)("family-tree at level %i", (level) => {
  it("holds what the level is about, in counts that vary", () => {
    const counts = new Set<string>();
    const names = new Set<string>();
    for (let seed = 0; seed < 60; seed++) {
      const { view } = challenge.generate(String(seed), level);
      const [first] = truthOf(view);
      counts.add([N, P, O].map((label) => first.filter((each) => each === label).length).join());
      names.add(view.columns.map(({ name }) => String(name)).join());
      expect(view.columns.length).toBe(level === 3 || level === 5 ? 2 : 1);
      expect(view.columns.some(({ name }) => name === null)).toBe(level > 3);
      expect(view.sheets.some(({ asks }) => asks === "learnt")).toBe(level === 2 || level === 4);
      expect(view.batch === null).toBe(level < 5);
      for (const label of [N, P, O]) expect(first).toContain(label);
    }
    expect(counts.size).toBeGreaterThan(4);
    expect(names.size).toBeGreaterThan(level === 4 ? 0 : 1);
  });
});
