import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  atRisk,
  bandsOf,
  bucketOf,
  byNeed,
  BUCKETS,
  fallOf,
  figure,
  flagsOf,
  itemName,
  likelyKey,
  marksOf,
  minutesOf,
  optionsOf,
  planOf,
  reasonsOf,
  tableOf,
  timeOf,
  topicFigure,
  trendOf,
  type Answered,
  type Situation,
} from ".";

const DAY = 86_400_000;
const NOW = 100 * DAY;
const situation = (more: Partial<Situation> = {}): Situation => ({
  student: "ara",
  firsts: 10,
  recent: Array<number>(10).fill(80),
  lastAt: NOW - DAY,
  joinedAt: 0,
  stuck: [],
  missed: [],
  asked: true,
  ...more,
});
const ids = (more: Partial<Situation>) => reasonsOf(situation(more), NOW).map(({ id }) => id);
const name = { ko: "NMS 생존자 찾기, 레벨 4", en: "NMS survivors, level 4" };

describe("who needs help", () => {
  it("is told with the reason, and nobody else is", () => {
    expect(ids({})).toEqual([]);
    expect(ids({ lastAt: NOW - 7 * DAY })).toEqual(["inactive"]);
    expect(ids({ lastAt: NOW - 7 * DAY + 1 })).toEqual([]);
    expect(ids({ lastAt: NOW - 30 * DAY, asked: false })).toEqual([]);
    expect(ids({ missed: ["a"] })).toEqual(["missed-work"]);
    expect(ids({ stuck: [{ item: "i", name, misses: 3 }] })).toEqual([]);
    expect(ids({ stuck: [{ item: "i", name, misses: 4 }] })).toEqual(["needs-help"]);
    expect(ids({ recent: [10, 60, 40] })).toEqual(["low"]);
    expect(ids({ recent: [10, 60, 40], firsts: 3 })).toEqual([]);
    const [reason] = reasonsOf(situation({ stuck: [{ item: "i", name, misses: 4 }] }), NOW);
    expect(reason.text).toEqual({
      ko: "NMS 생존자 찾기, 레벨 4: 4번 이어서 통과하지 못했어요.",
      en: "NMS survivors, level 4: missed 4 times in a row.",
    });
  });

  it("has fallen by more than chance gives", () => {
    const [good, bad] = [Array<number>(8).fill(90), Array<number>(8).fill(55)];
    expect(fallOf([...good, ...bad])).toBe(35);
    expect(fallOf(bad.concat(good))).toBe(0);
    expect(fallOf(good.slice(1).concat(bad))).toBe(0);
    expect(fallOf([100, 0, 100, 0, 100, 100, 0, 100, 0, 100, 0, 100, 0, 100, 0, 0])).toBe(0);
  });

  it("is in exactly one of four buckets", () => {
    expect(bucketOf(situation({ firsts: 4, missed: ["a"] }), NOW)).toBe("not-enough-information");
    expect(bucketOf(situation({ missed: ["a", "b"] }), NOW)).toBe("struggling");
    expect(bucketOf(situation({ lastAt: NOW - 7 * DAY }), NOW)).toBe("struggling");
    expect(bucketOf(situation({ missed: ["a"], stuck: [{ item: "i", name, misses: 4 }] }), NOW)).toBe("struggling");
    // A single piece of work that was not handed in says nothing of what somebody understands.
    expect(bucketOf(situation({ missed: ["a"] }), NOW)).toBe("on-track");
    expect(bucketOf(situation({ missed: ["a"], recent: [90, 90] }), NOW)).toBe("on-track");
    expect(bucketOf(situation({ recent: [90, 90] }), NOW)).toBe("excelling");
    expect(bucketOf(situation(), NOW)).toBe("on-track");
    fc.assert(
      fc.property(fc.array(fc.record({ firsts: fc.nat(8), score: fc.nat(100), missed: fc.nat(2) }), { maxLength: 30 }), (rows) => {
        const all = rows.map(({ firsts, score, missed }, i) =>
          situation({ student: `s${i}`, firsts, recent: Array<number>(firsts).fill(score), missed: ["a", "b"].slice(0, missed) }),
        );
        const sizes = BUCKETS.map((bucket) => all.filter((each) => bucketOf(each, NOW) === bucket).length);
        expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(all.length);
        const listed = new Set(atRisk(all, NOW).map(({ student }) => student));
        expect(all.filter((each) => bucketOf(each, NOW) === "struggling").every(({ student }) => listed.has(student))).toBe(true);
      }),
    );
  });

  it("comes first who has the graver reason, then more of it, whatever order they came in", () => {
    const of = (...reasons: [string, number][]) => ({ reasons: reasons.map(([id, n]) => ({ id, n })) });
    const order = [
      of(["needs-help", 4], ["low", 20]),
      of(["falling", 16], ["low", 20]),
      of(["missed-work", 6]),
      of(["missed-work", 1]),
      of(["needs-help", 9]),
      of(["inactive", 30]),
      of(["inactive", 7]),
      of(),
    ];
    expect([...order].reverse().sort(byNeed)).toEqual(order);
  });

  it("comes first who has most reasons", () => {
    const list = atRisk(
      [
        situation({ student: "a", missed: ["x", "y"] }),
        situation({ student: "b", missed: ["x"], lastAt: 0 }),
        situation({ student: "c", missed: ["x"] }),
      ],
      NOW,
    );
    expect(
      list.map(({ student }) => student),
      "one piece of work alone is no need",
    ).toEqual(["b", "a"]);
  });
});

let count = 0;
const answered = (more: Partial<Answered>): Answered => ({
  id: String(++count).padStart(6, "0"),
  student: "ara",
  topic: "iou",
  item: "question:iou/a",
  band: null,
  try: 1,
  week: "2026-11-23",
  score: 100,
  option: "right",
  shown: [],
  couldShow: [],
  seconds: null,
  at: count,
  ...more,
});

describe("items", () => {
  it("are named by what is asked", () => {
    expect(["kind:nms-survivors:2", "question:iou/a", "bank:q1", "lesson:iou/b"].map(itemName)).toEqual([
      { type: "kind", kind: "nms-survivors", level: 2 },
      { type: "question", topic: "iou", question: "a" },
      { type: "bank", bank: "q1" },
      null,
    ]);
  });

  it("make a table of first answers, whatever order they are in", () => {
    const answers = [
      answered({ student: "bora", score: 0 }),
      answered({ student: "ara", score: 100 }),
      answered({ student: "ara", score: 0, try: 2 }),
      answered({ student: "ara", item: "kind:iou-draw:2", score: 40 }),
      answered({ student: "ara", item: "kind:iou-draw:2", score: 80 }),
    ];
    const expected = {
      students: ["ara", "bora"],
      items: ["kind:iou-draw:2", "question:iou/a"],
      marks: [
        [60, 100],
        [null, 0],
      ],
    };
    expect(tableOf(marksOf(answers))).toEqual(expected);
    expect(tableOf(marksOf([...answers].reverse()))).toEqual(expected);
  });

  it("show a hard band of seeds", () => {
    const item = "kind:iou-draw:2";
    const inBand = (band: string, score: number) => Array.from({ length: 40 }, (_, i) => answered({ item, student: `s${i}`, band, score }));
    const bands = bandsOf([...inBand("0.6–0.8", 90), ...inBand("0.0–0.2", 30), ...inBand("0.2–0.4", 85)]);
    expect(bands.map(({ band, hard, facility }) => [band, facility.value, hard])).toEqual([
      ["0.0–0.2", 30, true],
      ["0.2–0.4", 85, false],
      ["0.6–0.8", 90, false],
    ]);
  });

  it("count first choices, and find options that mislead nobody", () => {
    const options = ["right", "near", "far"];
    const answers = Array.from({ length: 30 }, (_, i) => answered({ student: `s${i}`, option: i < 20 ? "right" : "near" }));
    const found = optionsOf([...answers, answered({ student: "s1", option: "far", try: 2 })], options, "right");
    expect(found.map(({ option, share, implausible }) => [option, Math.round(share.value ?? -1), implausible])).toEqual([
      ["right", 67, false],
      ["near", 33, false],
      ["far", 0, true],
    ]);
    expect(optionsOf(answers.slice(0, 10), options, "right").some(({ implausible }) => implausible)).toBe(false);
  });

  it("take time", () => {
    expect(timeOf([10, 20, 30, 40, 50].map((seconds, i) => answered({ student: `s${i}`, seconds })))).toEqual({
      n: 5,
      quartiles: [20, 30, 40],
    });
    expect(timeOf([answered({})])).toEqual({ n: 0, quartiles: null });
    // Students are counted, not tries: who met an item at two places has the mean of both.
    const item = "kind:iou-draw:2";
    const met = (student: string, seconds: number, more = {}) => answered({ item, student, seconds, ...more });
    const tries = [met("a", 10), met("a", 30), met("b", 40), met("b", 900, { try: 2 }), met("c", 60), met("c", 60)];
    expect(timeOf(tries)).toEqual({ n: 3, quartiles: [30, 40, 50] });
  });
});

const of = (value: number, n = 30) => figure(value, n, null, "wilson", []);

describe("flags", () => {
  const choosers = (top: string, low: string) =>
    Array.from({ length: 30 }, (_, i) => ({ option: i < 10 ? top : low, rest: i < 10 ? 90 : 20 }));
  const options = ["right", "near"].map((option) => ({ option, right: option === "right", share: of(50), implausible: false }));

  it("say what is wrong, in words and with how many", () => {
    const flags = flagsOf({ facility: of(12), discrimination: of(-8) }, options, choosers("near", "right"));
    expect(flags.map(({ id }) => id)).toEqual(["key-probably-wrong", "against-the-rest", "too-hard"]);
    expect(flags[0].reason.en).toContain("Of the 10 who do best elsewhere, 10 chose one wrong option and 0 the right one");
    expect(flags.every(({ n }) => n === 30)).toBe(true);
  });

  it("say nothing of a sound question, and nothing of too few", () => {
    expect(flagsOf({ facility: of(60), discrimination: of(30) }, options, choosers("right", "near"))).toEqual([]);
    expect(flagsOf({ facility: of(0, 19), discrimination: of(-50, 19) }, options, choosers("near", "right").slice(0, 19))).toEqual([]);
    expect(likelyKey(choosers("right", "near"), "right")).toBeNull();
  });
});

describe("a class over topics and weeks", () => {
  it("is the mean of its students, not of their answers", () => {
    const figures = trendOf([
      { week: "2026-11-16", student: "a", firsts: 9, points: 900 },
      { week: "2026-11-16", student: "b", firsts: 1, points: 0 },
      { week: "2026-11-09", student: "a", firsts: 2, points: 100 },
    ]);
    expect(figures.map(({ week, answers, score }) => [week, answers, score.value, score.n])).toEqual([
      ["2026-11-09", 2, 50, 1],
      ["2026-11-16", 10, 50, 2],
    ]);
    expect(topicFigure([{ student: "a", topic: "t", firsts: 2, recent: [0, 100] }]).value).toBe(50);
    expect(topicFigure([]).value).toBeNull();
  });
});

describe("the plan", () => {
  const idea = (id: string, holders: number, came = 0) => ({
    topic: "nms",
    idea: id,
    title: { ko: "NMS", en: "NMS" },
    claim: { ko: "지워진 상자도 상자를 지워요.", en: "A fallen box still suppresses." },
    holders,
    came,
  });
  const empty = { students: 31, ideas: [], items: [], missed: 0, silent: 0, stuck: 0 };

  it("says what to do, for how long, and where it leads", () => {
    const [step, ...more] = planOf({ ...empty, ideas: [idea("fallen", 14, 3), idea("rare", 1)] });
    expect(more).toEqual([]);
    expect(step).toEqual({
      minutes: 8,
      about: { type: "idea", topic: "nms", idea: "fallen" },
      text: {
        ko: "8분, NMS: 학생 31명 가운데 14명이 아직 이렇게 생각해요. “지워진 상자도 상자를 지워요.” 그중 3명은 이번 주부터예요.",
        en: "8 minutes on NMS: 14 of 31 still think “A fallen box still suppresses.” 3 of them since this week.",
      },
    });
  });

  it("goes on with hard items and people, and is empty where there is nothing to do", () => {
    const item = { item: "kind:a:1", name, facility: 31.2, n: 28, few: false };
    const steps = planOf({
      ...empty,
      items: [item, { ...item, few: true, facility: 2 }, { ...item, facility: 70 }],
      missed: 2,
      silent: 1,
      stuck: 1,
    });
    expect(steps.map(({ about }) => about.type)).toEqual(["item", "people", "people"]);
    expect(steps[2].text.ko).toBe("2분, 묻기: 2명이 기한이 지난 과제를 내지 않았어요. 1명이 일주일째 답이 없어요.");
    expect(minutesOf(steps)).toBe(10);
    expect(planOf(empty)).toEqual([]);
  });
});
