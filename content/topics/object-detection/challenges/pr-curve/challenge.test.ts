import { describe, expect, it } from "vitest";
import { LEVELS, scoreOf } from "@/lib/challenges";
import { describeContract } from "@/tests/contract/describeContract";
import { topic } from "../../topic";
import { challenge, type Answer, type View } from "./challenge";
import golden from "./golden.json";
import { matchesOf, perfect } from "./judging";
import { areaSum, captionOf, misstepsOf, pointOf } from "./replaySteps";
import { rivals } from "./rivals";
import { reasonOf } from "./words";

describeContract(challenge, { rivals, golden, topic });

/**
 * Worked by hand, boxes 100 wide, match IoU 0.5, the AP of dogs. Objects: dogs 1, 2, 3, a cat 4, a difficult dog 5.
 *   B .95 on 1 (IoU .8): TP · C .90 on 2 (.4): FP · E .85 on 5: ignored · D .80 on the cat: FP · A .60 on 1 (.9): duplicate, FP
 *   F .45 on 2 (1): TP · G .99 is a cat. Object 3 is missed.
 * Precision at the TPs: 1/1 and 2/5, of three objects: AP = (1 + 0.4) / 3 = 0.4667.
 */
const view: View = {
  width: 360,
  height: 270,
  cls: "dog",
  match: 0.5,
  objects: [
    { cls: "dog", box: [0, 0, 100, 100], flip: false, difficult: false },
    { cls: "dog", box: [120, 0, 220, 100], flip: false, difficult: false },
    { cls: "dog", box: [240, 0, 340, 100], flip: false, difficult: false },
    { cls: "cat", box: [0, 120, 100, 220], flip: false, difficult: false },
    { cls: "dog", box: [120, 120, 220, 220], flip: false, difficult: true },
  ],
  detections: [
    { id: "A", cls: "dog", box: [0, 0, 100, 90], score: 0.6 },
    { id: "B", cls: "dog", box: [0, 0, 100, 80], score: 0.95 },
    { id: "C", cls: "dog", box: [120, 0, 220, 40], score: 0.9 },
    { id: "D", cls: "dog", box: [0, 120, 100, 220], score: 0.8 },
    { id: "E", cls: "dog", box: [120, 120, 220, 210], score: 0.85 },
    { id: "F", cls: "dog", box: [120, 0, 220, 100], score: 0.45 },
    { id: "G", cls: "cat", box: [0, 120, 100, 220], score: 0.99 },
  ],
};
const whole = { view, truth: null };
const right: Answer = { ranked: ["B", "C", "E", "D", "A", "F"], marks: ["fp", "tp", "fp", "fp", "ignored", "tp", null], ap: 47 };
const grade = (answer: Partial<Answer>) => challenge.grade(whole, { ...right, ...answer });
const belief = (id: string) => rivals.beliefs.find(({ misconception }) => misconception === id)?.play(view);

describe("pr-curve", () => {
  it("ranks, marks and measures the hand-worked picture", () => {
    expect(challenge.solve(whole)).toEqual(right);
    expect(scoreOf(grade({}))).toBe(100);
    expect(grade({}).misconceptions).toEqual([]);
    // The nearest decision: C's IoU of .4, A's and B's lie further from .5.
    expect(challenge.slack(whole)).toBeCloseTo(0.1, 12);
  });

  it.each([
    ["any-overlap", 67],
    ["duplicates-count", 73],
    ["best-fit-wins", 27],
    ["class-does-not-matter", 63],
    ["ignored-is-false", 44],
    ["difficult-counts", 54],
    ["score-cut-first", 33],
    ["order-does-not-matter", 47],
    ["ap-is-final-precision", 40],
    ["ap-is-accuracy", 33],
    ["recall-by-detections", 28],
    ["misses-are-free", 70],
  ])("has %s come to an AP of %i hundredths, worked by hand, and names it", (id, ap) => {
    const answer = belief(id);
    expect(answer?.ap).toBe(ap);
    expect(answer && challenge.grade(whole, answer).misconceptions).toContain(id);
  });

  it("gives points for order, marks and AP, and takes them for what is turned round, wrong or far off", () => {
    // 45 is two off, 44 three of the six at which nothing is left.
    expect(scoreOf(grade({ ap: 45 }))).toBe(100);
    expect(scoreOf(grade({ ap: 44 }))).toBe(90);
    expect(scoreOf(grade({ ap: 40 }))).toBe(60);
    expect(scoreOf(grade({ ranked: [...right.ranked].reverse() }))).toBe(80);
    expect(scoreOf(grade({ ap: null }))).toBe(60);
    // Neither ranked nor marked: nothing. Ranked, and all one: the order alone.
    expect(scoreOf(challenge.grade(whole, challenge.empty(view)))).toBe(0);
    expect(scoreOf(grade({ marks: view.detections.map(() => "fp" as const), ap: null }))).toBe(20 + 13);
  });

  it("keeps the answer and the learner's own apart in the verdict, and says where the AP follows from wrong marks", () => {
    // A as a TP too: 1/1, then 3/5 at the other two, of three objects.
    const marks = right.marks.map((mark, i) => (i === 0 ? ("tp" as const) : mark));
    const { en } = grade({ marks, ap: 73 }).summary;
    expect(en).toContain("the AP is 0.47. Yours: AP 0.73, 1 misjudged.");
    expect(en).toContain("Given your own ranking and marks, the AP is worked out correctly.");
    // Order 20, 15 of the AP's 40; marks 40 less A, beside the commonest mark.
    expect(grade({ marks, ap: 73 }).earned - grade({ marks, ap: 99 }).earned).toBe(15);
    expect(grade({ marks, ap: 73 }).earned).toBeLessThan(75);
    // Marks that are all alike give an AP without any work.
    expect(grade({ marks: right.marks.map(() => "fp" as const), ap: 0 }).earned).toBe(20 + 13);
    expect(grade({ marks, ap: 30 }).summary.en).not.toContain("your own ranking");
    expect(grade({}).summary.en).not.toContain("your own ranking");
  });

  it("says in the verdict where the ranking does not go by score", () => {
    const [first, second, ...rest] = right.ranked;
    const { ko, en } = grade({ ranked: [second, first, ...rest] }).summary;
    expect(en).toContain("every detection judged rightly. The ranking does not go by score.");
    expect(ko).toContain("순위가 점수 차례와 달라요.");
    expect(grade({}).summary.en).not.toContain("go by score");
    // Who leaves one out has ranked the others rightly all the same.
    const short = { ranked: right.ranked.slice(0, -1) };
    expect(grade(short).summary.en).not.toContain("go by score");
    expect(misstepsOf(view, { ...right, ...short }, grade(short), "en").map(({ spoken }) => spoken)).toContain("one is left out");
  });

  it("forgets marks of detections that were taken out of the ranking again", () => {
    const marks = right.marks.map((mark, i) => (i === 6 ? ("fp" as const) : mark));
    expect(scoreOf(grade({ marks }))).toBe(100);
    expect(grade({ marks, ap: 40 }).misconceptions).toEqual(["ap-is-final-precision"]);
  });

  it("says what is missing, and refuses marks and letters that the picture has not", () => {
    const missing = (answer: Partial<Answer>) => {
      const ready = challenge.check(view, { ...challenge.empty(view), ...answer });
      return ready.ready ? "" : ready.missing.en;
    };
    expect(missing({})).toBe("Rank the detections");
    expect(missing({ ranked: ["B", "C"] })).toBe("Mark 2 more");
    expect(missing({ ranked: ["B"], marks: right.marks })).toBe("Set the AP");
    expect(missing({ ...right })).toBe("");
    expect(missing({ ranked: ["L"] })).toMatch(/does not fit/);
    const easy = { ...view, objects: view.objects.slice(0, 4) };
    expect(challenge.check(easy, right)).toMatchObject({ ready: false });
    expect(challenge.answerSchema.safeParse({ ...right, ranked: ["B", "B"] }).success).toBe(false);
  });

  it("says why each detection is what it is", () => {
    expect(view.detections.map((_, i) => reasonOf(view, i).en)).toEqual([
      "B, which scores better, has found object 1 before. A second detection is an FP.",
      "IoU 0.80 ≥ 0.5 with object 1, which nothing with a better score has found: TP.",
      "its best overlap is IoU 0.40 < 0.5 (object 2): FP.",
      "it lies on object 4, but that is a cat. The class is wrong: FP.",
      "it finds object 5 (IoU 0.90), which is difficult: it counts neither way.",
      "IoU 1.00 ≥ 0.5 with object 2, which nothing with a better score has found: TP.",
      "its class is cat, so it takes no part in the AP of dog.",
    ]);
  });

  it("replays the ranking, each step with the curve's point, and the area at the end", () => {
    const { steps } = grade({});
    const points = steps.flatMap((step) => (step.type === "detection" ? [pointOf(step, 3)] : []));
    expect(points.map((point) => point && [point.x.toFixed(2), point.y.toFixed(2)].join(" "))).toEqual([
      "0.33 1.00",
      "0.33 0.50",
      "0.33 0.50",
      "0.33 0.33",
      "0.33 0.25",
      "0.67 0.40",
    ]);
    const last = steps[6];
    expect(last).toEqual({ type: "area", heights: [1, 0.4], positives: 3 });
    expect(last.type === "area" && areaSum(last, 47)).toBe("(1.00 + 0.40) ÷ 3 = 0.47");
    expect(captionOf(view, last, steps.length - 1, "en")).toContain("(1.00 + 0.40) ÷ 3 = 0.47");
    expect(areaSum({ type: "area", heights: [1, 2 / 3, 2 / 3], positives: 3 }, 78)).toBe("(1.00 + 0.67 + 0.67) ÷ 3 = 0.78");
    expect(areaSum({ type: "area", heights: [2 / 3, 2 / 3, 2 / 3], positives: 4 }, 51)).toBe("(0.67 + 0.67 + 0.67) ÷ 4 ≈ 0.51");
    expect(captionOf(view, last, 6, "en")).toContain("1 is missed");
    expect(captionOf(view, steps[0], 0, "ko")).toBe("1. B(0.95): 물체 1과 IoU 0.80 ≥ 0.5, 더 높은 점수로 찾은 검출이 없어요. TP예요.");
  });

  it("leads from each misjudged part to the step that settles it", () => {
    const answer: Answer = { ranked: ["G", "B", "C", "E", "D", "A"], marks: ["tp", "tp", "fp", "fp", "ignored", null, "fp"], ap: 30 };
    const missteps = misstepsOf(view, answer, challenge.grade(whole, answer), "en");
    expect(missteps.map(({ id, at, spoken }) => `${id} ${at} ${spoken}`)).toEqual([
      "G 0 no dog detection",
      "order 0 one is left out",
      "A 4 you said true positive",
      "F 5 not ranked",
      "ap 6 another value",
    ]);
  });

  it.each(LEVELS)("draws at level %i what the level is about, the same for VOC's way of matching and COCO's", (level) => {
    for (let seed = 0; seed < 30; seed++) {
      const drawn = challenge.generate(`rules ${seed}`, level).view;
      const solution = perfect(drawn);
      const verdicts = (rule: "voc" | "coco") => matchesOf(drawn, { rule }).ranked.map(({ verdict }) => verdict);
      expect(verdicts("coco")).toEqual(verdicts("voc"));
      expect(new Set(drawn.objects.map(({ cls }) => cls)).size).toBe(level < 3 ? 1 : 2);
      expect(drawn.objects.filter(({ difficult }) => difficult)).toHaveLength(level < 4 ? 0 : 1);
      expect(solution.marks.filter((mark) => mark === "ignored")).toHaveLength(level < 4 ? 0 : 1);
      expect(drawn.match === 0.5).toBe(level < 5);
    }
  });
});
