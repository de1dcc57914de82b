import { describe, expect, it } from "vitest";
import { PASS_SCORE } from "@/lib/challenges/score";
import {
  answerSchema,
  cardSeed,
  checkAnswer,
  drawQuestion,
  FORM_NAMES,
  gradeQuestion,
  known,
  revealed,
  solutionOf,
  startOf,
  type ChoiceQuestion,
  type HotspotQuestion,
  type MatchQuestion,
  type MultipleQuestion,
  type NumericQuestion,
  type OrderQuestion,
  type Question,
  type ShortQuestion,
} from "./index";
import type { OrderView } from "./order/form";

const both = (text: string) => ({ ko: text, en: text });
const items = (ids: string) => [...ids].map((id) => ({ id, text: both(id) }));
const explanation = both("because");
const prompt = both("?");

const sum: NumericQuestion = {
  form: "numeric",
  id: "sum",
  tolerance: 0.01,
  range: { min: -10, max: 100, step: 0.01 },
  unit: both("%"),
  asks: (random) => {
    const [a, b] = [random.int(1, 9), random.int(1, 9)];
    return {
      prompt: both(`${a} ÷ ${b}`),
      value: a / b,
      wrong: [
        { misconception: "turned", said: b / a },
        { misconception: "product", said: a * b },
        { misconception: "also-product", said: a * b },
      ],
      explanation,
    };
  },
};
const line = (ids: string): OrderQuestion => ({
  form: "order",
  id: "line",
  ends: { first: both("first"), last: both("last") },
  asks: { prompt, items: items(ids), wrong: [{ misconception: "backwards", said: [...ids].reverse() }], explanation },
});
const pairs: MatchQuestion = {
  form: "match",
  id: "pairs",
  asks: {
    prompt,
    lefts: items("abcd"),
    rights: items("wxyzo"),
    wrong: [{ misconception: "crossed", said: ["a", "x"] }],
    explanation,
  },
};
const ONE_OF_EACH: Question[] = [
  {
    form: "choice",
    id: "choice",
    prompt,
    options: [
      { id: "a", text: both("a"), correct: true },
      { id: "b", text: both("b"), misconception: "b-is-right" },
      { id: "c", text: both("c"), misconception: "c-is-right" },
    ],
    explanation,
  },
  sum,
  line("abcde"),
  pairs,
  {
    form: "point",
    id: "point",
    asks: (random) => {
      const target = random.int(0, 5);
      return {
        prompt,
        caption: prompt,
        picture: { kind: "grid", rows: 2, columns: 3, cells: ["", "", "", "", "", ""] },
        target: String(target),
        wrong: [{ misconception: "next", said: String((target + 1) % 6) }],
        explanation,
      };
    },
  },
  {
    form: "mistake",
    id: "mistake",
    asks: (random) => {
      const slip = random.int(0, 3);
      return { prompt, lines: ["1", "2", "3", "4"].map(both), slip, wrong: [{ misconception: "next", said: (slip + 1) % 4 }], explanation };
    },
  },
];
const feedback = both("said to it");
const several: MultipleQuestion = {
  form: "multiple",
  id: "several",
  prompt,
  options: [
    { id: "a", text: both("a"), credit: 50 },
    { id: "b", text: both("b"), credit: 50 },
    { id: "c", text: both("c"), credit: -50, misconception: "c-too", feedback },
    { id: "d", text: both("d"), credit: -50 },
  ],
  explanation,
};
const word: ShortQuestion = {
  form: "short",
  id: "word",
  prompt,
  answers: [
    { said: "Grad*CAM", credit: 100 },
    { said: "cam", credit: 40, misconception: "plain-cam", feedback },
    { said: "\\*", credit: 0, misconception: "a-star" },
  ],
  caseSensitive: false,
  explanation,
};
const spot: HotspotQuestion = {
  form: "hotspot",
  id: "spot",
  prompt,
  picture: { src: "/x.webp", width: 200, height: 100 },
  caption: prompt,
  regions: [
    { box: [10, 10, 50, 50], right: true },
    { box: [40, 40, 90, 90], right: false, misconception: "background" },
  ],
  explanation,
};
ONE_OF_EACH.push(several, word, spot);
/** Nothing in them is drawn. */
const FIXED: readonly string[] = ["short", "hotspot"];
const SEEDS = Array.from({ length: 200 }, (_, i) => cardSeed("card", i));
const scoreOf = (question: Question, seed: string, answer: unknown) => gradeQuestion(drawQuestion(question, seed), answer);

describe("every form", () => {
  it("is tried here", () => expect(ONE_OF_EACH.map(({ form }) => form).sort()).toEqual([...FORM_NAMES].sort()));

  it.each(ONE_OF_EACH)("$form: the same seed gives the same instance", (question) => {
    const drawn = SEEDS.map((seed) => JSON.stringify(drawQuestion(question, seed)));
    expect(SEEDS.map((seed) => JSON.stringify(drawQuestion(question, seed)))).toEqual(drawn);
  });

  it.each(ONE_OF_EACH.filter(({ form }) => !FIXED.includes(form)))("$form: other seeds give others", (question) => {
    expect(new Set(SEEDS.map((seed) => JSON.stringify(drawQuestion(question, seed)))).size).toBeGreaterThan(1);
  });

  it.each(ONE_OF_EACH)("$form: the solution earns all, the card as it starts never passes, both after a journey as JSON", (question) => {
    for (const seed of SEEDS) {
      const drawn = JSON.parse(JSON.stringify(drawQuestion(question, seed))) as ReturnType<typeof drawQuestion>;
      const solution: unknown = JSON.parse(JSON.stringify(solutionOf(drawn)));
      expect(checkAnswer(drawn, solution).ready).toBe(true);
      expect(answerSchema.safeParse(solution).success).toBe(true);
      expect(gradeQuestion(drawn, solution)).toEqual({ score: 100, misconceptions: [] });
      const start = gradeQuestion(drawn, startOf(drawn));
      expect(start === null || start.score < PASS_SCORE, `${question.form} ${seed}`).toBe(true);
    }
  });

  it.each(ONE_OF_EACH)("$form: the view says nothing of what is right", (question) => {
    const drawn = drawQuestion(question, "seed");
    const told = JSON.stringify(drawn.view);
    for (const key of ["correct", "misconception", "wrong", "target", "slip", "explanation", "because", 'right"'])
      expect(told).not.toContain(key);
  });

  it.each(ONE_OF_EACH)("$form: no answer of another form is one, nor one with more in it", (question) => {
    const drawn = drawQuestion(question, "seed");
    for (const other of ONE_OF_EACH) {
      const answer = solutionOf(drawQuestion(other, "seed"));
      expect(gradeQuestion(drawn, answer) !== null, other.form).toBe(other === question);
      expect(gradeQuestion(drawn, { ...(answer as object), more: 1 })).toBeNull();
    }
    for (const nonsense of [
      null,
      undefined,
      3,
      "a",
      [],
      {},
      { option: "toString" },
      { value: NaN },
      { order: ["a", "a"] },
      { pairs: [["a"]] },
    ])
      expect(gradeQuestion(drawn, nonsense)).toBeNull();
  });
});

describe("numeric", () => {
  const seeds = SEEDS.slice(0, 50);
  const truthOf = (seed: string) => (solutionOf(drawQuestion(sum, seed)) as { value: number }).value;

  it("takes everything within the tolerance and nothing beyond it", () => {
    for (const seed of seeds) {
      const value = truthOf(seed);
      for (const off of [-0.01, -0.004, 0.01]) expect(scoreOf(sum, seed, { value: value + off })?.score).toBe(100);
      for (const off of [-0.012, 0.012, 1]) expect(scoreOf(sum, seed, { value: value + off })?.score).toBe(0);
    }
  });

  it("names every wrong formula that gives this number, and never draws one next to the truth", () => {
    for (const seed of seeds) {
      const { value } = { value: truthOf(seed) };
      const wrong = (drawQuestion(sum, seed).truth as unknown as { wrong: { misconception: string; said: number }[] }).wrong;
      for (const { misconception, said } of wrong) {
        expect(Math.abs(said - value)).toBeGreaterThanOrEqual(0.03 - 1e-9);
        expect(scoreOf(sum, seed, { value: said })?.misconceptions).toContain(misconception);
      }
      expect(scoreOf(sum, seed, { value: wrong[1].said })?.misconceptions).toEqual(expect.arrayContaining(["product", "also-product"]));
    }
  });

  it("says the answer with its unit", () => {
    const drawn = drawQuestion({ ...sum, asks: () => ({ prompt, value: 1 / 3, wrong: [], explanation }) }, "seed");
    expect(revealed(drawn)?.en).toBe("0.33%");
  });
});

describe("choice", () => {
  const half: ChoiceQuestion = {
    form: "choice",
    id: "half",
    prompt,
    options: [
      { id: "a", text: both("a"), correct: true },
      { id: "b", text: both("b"), credit: 50, feedback },
      { id: "c", text: both("c") },
    ],
    explanation,
  };

  it("gives a wrong option what its author says, and says what the author says to it", () => {
    expect(scoreOf(half, "seed", { option: "a" })).toEqual({ score: 100, misconceptions: [] });
    expect(scoreOf(half, "seed", { option: "b" })).toEqual({ score: 50, misconceptions: [], feedback: [feedback] });
    expect(scoreOf(half, "seed", { option: "c" })).toEqual({ score: 0, misconceptions: [] });
  });
});

describe("multiple", () => {
  const grade = (...options: string[]) => scoreOf(several, "seed", { options });

  it("adds up what is chosen, from 0 to 100, and names what is held", () => {
    expect(grade("a", "b")).toEqual({ score: 100, misconceptions: [] });
    expect(grade("a")?.score).toBe(50);
    expect(grade("a", "b", "c")).toEqual({ score: 50, misconceptions: ["c-too"], feedback: [feedback] });
    expect(grade("c", "d")?.score).toBe(0);
    expect(grade("a", "b", "c", "d")?.score).toBe(0);
  });

  it("takes nothing, the same twice and what is not on offer for no answer", () => {
    for (const options of [[], ["a", "a"], ["e"]]) expect(scoreOf(several, "seed", { options })).toBeNull();
  });

  it("makes three thirds all", () => {
    const thirds = { ...several, options: several.options.map((option, i) => ({ ...option, credit: i < 3 ? 33.33333 : 0 })) };
    expect(scoreOf(thirds, "seed", { options: ["a", "b", "c"] })?.score).toBe(100);
    expect(scoreOf(thirds, "seed", { options: ["a", "b"] })?.score).toBe(67);
  });
});

describe("short", () => {
  const grade = (text: string, caseSensitive = false) => scoreOf({ ...word, caseSensitive }, "seed", { text });

  it("takes what the pattern means, in any case and with any spaces", () => {
    for (const text of ["Grad-CAM", "gradcam", "  GRAD  cam ", "Grad⁠-CAM"]) expect(grade(text)?.score, text).toBe(100);
    for (const text of ["Grad-CAM++", "rad-cam", "grad"]) expect(grade(text)?.score, text).toBe(0);
    expect(grade("   ")).toBeNull();
  });

  it("gives part of it, and says what is held", () => {
    expect(grade("CAM")).toEqual({ score: 40, misconceptions: ["plain-cam"], feedback: [feedback] });
    expect(grade("*")).toEqual({ score: 0, misconceptions: ["a-star"] });
  });

  it("tells capitals apart where they count", () => {
    expect(grade("Grad-CAM", true)?.score).toBe(100);
    expect(grade("grad-cam", true)?.score).toBe(0);
  });

  it("takes composed and decomposed Hangul for the same", () => {
    const hangul = { ...word, answers: [{ said: "상자", credit: 100 }] };
    expect(scoreOf(hangul, "seed", { text: "상자".normalize("NFD") })?.score).toBe(100);
  });
});

describe("hotspot", () => {
  const grade = (x: number, y: number) => scoreOf(spot, "seed", { at: { x, y } });

  it("takes what lies in a region, its edges too, and names whose wrong region it is", () => {
    for (const at of [10, 30, 50]) expect(grade(at, at)).toEqual({ score: 100, misconceptions: [] });
    expect(grade(51, 51)).toEqual({ score: 0, misconceptions: ["background"] });
    expect(grade(9, 30)).toEqual({ score: 0, misconceptions: [] });
    expect(grade(201, 30)).toBeNull();
  });
});

describe("numeric with several answers", () => {
  const born: NumericQuestion = {
    form: "numeric",
    id: "born",
    tolerance: 0,
    range: { min: -1e9, max: 1e9, step: 1 },
    unit: null,
    apart: 0,
    asks: () => ({
      prompt,
      value: 1822,
      wrong: [{ misconception: "early", said: 1800 }],
      others: [{ value: 1822, tolerance: 2, credit: 50 }],
      remarks: [{ on: { value: 1822, tolerance: 0 }, feedback }],
      otherwise: both("no"),
      explanation,
    }),
  };

  it("gives the best that fits, and what is said to it", () => {
    expect(scoreOf(born, "seed", { value: 1822 })).toEqual({ score: 100, misconceptions: [], feedback: [feedback] });
    expect(scoreOf(born, "seed", { value: 1824 })).toEqual({ score: 50, misconceptions: [], feedback: [both("no")] });
    expect(scoreOf(born, "seed", { value: 1800 })).toEqual({ score: 0, misconceptions: ["early"], feedback: [both("no")] });
  });
});

describe("order", () => {
  it("earns by pairs: a slip of neighbours passes among five, not among four; the reverse earns nothing and is named", () => {
    const told = (all: string, answer: string) => {
      const { items } = drawQuestion(line(all), "seed").view as unknown as OrderView;
      return scoreOf(line(all), "seed", { order: [...answer].map((text) => items.find((item) => item.text.en === text)?.id) });
    };
    const five = (answer: string) => told("abcde", answer);
    expect(five("bacde")?.score).toBe(80);
    expect(five("badce")?.score).toBe(60);
    expect(told("abcd", "bacd")?.score).toBe(67);
    expect(five("edcba")).toEqual({ score: 0, misconceptions: ["backwards"] });
    expect(five("bacde")?.misconceptions).toEqual([]);
    expect(revealed(drawQuestion(line("abc"), "seed"))?.en).toBe("a → b → c");
  });

  it("calls its things by where they lie at the start, not as they were written down", () => {
    for (const seed of SEEDS) {
      const { items } = drawQuestion(line("abcde"), seed).view as unknown as OrderView;
      expect(items.map(({ id }) => id)).toEqual(["item-1", "item-2", "item-3", "item-4", "item-5"]);
    }
  });
});

describe("match", () => {
  const full = [
    ["a", "w"],
    ["b", "x"],
    ["c", "y"],
    ["d", "z"],
  ];
  const grade = (said: (string | null)[][]) => scoreOf(pairs, "seed", { pairs: said });

  it("earns by pairs, names a pair that a misconception joins, and waits for all of them", () => {
    expect(grade(full)?.score).toBe(100);
    expect(grade([...full.slice(0, 3), ["d", "o"]])?.score).toBe(75);
    expect(grade([["a", "x"], ["b", "w"], ...full.slice(2)])).toEqual({ score: 50, misconceptions: ["crossed"] });
    expect(grade(full.slice(0, 3))).toBeNull();
    expect(grade([["a", "w"], ["b", "w"], ...full.slice(2)])).toBeNull();
  });

  it("does not stand in the order that answers it", () => {
    for (const seed of SEEDS) {
      const { rights } = drawQuestion(pairs, seed).view as unknown as { rights: { id: string }[] };
      expect(rights.map(({ id }) => id).join("")).not.toBe("wxyzo");
    }
  });
});

it("from the pass mark on an answer counts as known", () => {
  expect([PASS_SCORE, PASS_SCORE - 1].map((score) => known({ score, misconceptions: [] }))).toEqual([true, false]);
});
