/** Questions of every kind for property tests: without faults, with all that is awkward in files. */
import fc from "fast-check";
import type { Text } from "@/lib/challenges/text";
import { evenCredits } from "@/lib/bank/credit";
import { faultsOf } from "@/lib/bank/faults";
import { tidy } from "@/lib/bank/tidy";
import type { Content } from "@/lib/bank/content";

const AWKWARD = [
  "상자",
  "IoU $\\frac{a}{b}$",
  "a = b ~ c # d { e } f : g",
  "C:\\new\\table",
  "-> an arrow ->",
  "[html]<b>x</b>",
  "%50%half",
  "=1+1",
  "'=x",
  "//no remark",
  "$CATEGORY: x",
  "::title::",
  "line\nline",
  "blank\n\nline",
  'say "hi", twice; ok',
  "**bold** `code`",
  "&lt;b&gt; & <i>",
  '<span lang="ko" class="multilang">x</span>',
  "####",
  "\\n",
  "\\\\",
  "tab\there",
  "이모지 🐱",
  "T",
  "TRUE",
  "*",
  "1..2",
  "[id:x] [tag:y]",
  "boxup: {}",
  "x]",
  "-5",
  "@home",
  "+1",
];
const word = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...AWKWARD) },
  { weight: 1, arbitrary: fc.string({ maxLength: 20, unit: "binary" }) },
);
const line = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(" "));
const optional = fc.oneof(fc.constant(""), line);
const text: fc.Arbitrary<Text> = fc.record({ ko: optional, en: optional });
const slip = fc.constantFrom(null, null, "nms/only-the-best", "iou/area-only");
const judged = { misconception: slip, feedback: text };
const list = <T>(one: fc.Arbitrary<T>, minLength: number, maxLength: number) => fc.array(one, { minLength, maxLength });
const base = {
  title: optional.map((each) => each.slice(0, 60)),
  category: fc.constantFrom("", "$course$/top/상자", "a/b", "//odd"),
  idNumber: fc.constantFrom("", "Q-1", "a]b\\c"),
  tags: fc.uniqueArray(fc.constantFrom("nms", "쉬움", "a]b", "x;y", "=z"), { maxLength: 3 }),
  topic: fc.constantFrom(null, "nms", "iou"),
  prompt: text,
  explanation: text,
};
const credit = fc.constantFrom(0, 0, 25, 33.33333, -50, 100);
const option = fc.record({ text, credit, ...judged });
const kind = <K extends string>(name: K) => fc.constant(name);
const number = fc.oneof(
  fc.integer({ min: -1000, max: 1000 }),
  fc.constantFrom(0.5, 3.1415, -0.000001, 1e12, 1822),
  fc.integer({ min: -9999, max: 9999 }).map((n) => n / 1000),
);
const box = fc
  .tuple(fc.nat(40), fc.nat(40), fc.integer({ min: 41, max: 99 }), fc.integer({ min: 41, max: 79 }))
  .map((all): [number, number, number, number] => all);

const first = <T extends { credit: number }>(all: T[]): T[] => all.map((each, i) => (i === 0 ? { ...each, credit: 100 } : each));

const one = {
  single: fc.record({
    kind: kind("single"),
    ...base,
    options: list(option, 2, 5).map((all) => first(all).map((each, i) => (i === 1 ? { ...each, credit: 0 } : each))),
  }),
  multiple: fc.record({
    kind: kind("multiple"),
    ...base,
    options: list(option, 2, 5).map((all) => {
      const even = evenCredits(all.map((_, i) => i % 2 === 0));
      return all.map((each, i) => ({ ...each, credit: even[i] }));
    }),
  }),
  numeric: fc.record({
    kind: kind("numeric"),
    ...base,
    answers: list(fc.record({ value: number, tolerance: fc.constantFrom(0, 0.5, 2, 0.0001), credit, ...judged }), 1, 4).map(first),
    unit: fc.constantFrom({ ko: "", en: "" }, { ko: "개", en: " boxes" }, { ko: "%", en: "%" }),
    otherwise: text,
  }),
  short: fc.record({
    kind: kind("short"),
    ...base,
    answers: list(fc.record({ said: line, credit, ...judged }), 1, 4).map(first),
    caseSensitive: fc.boolean(),
  }),
  order: fc.record({
    kind: kind("order"),
    ...base,
    items: list(text, 3, 6),
    ends: fc.record({ first: fc.constantFrom({ ko: "", en: "" }, { ko: "먼저", en: "" }), last: fc.constant({ ko: "", en: "" }) }),
    reversed: slip,
  }),
  match: fc.record({
    kind: kind("match"),
    ...base,
    pairs: list(fc.record({ left: text, right: text }), 2, 5),
    extra: list(text, 0, 2),
    wrong: list(fc.record({ left: fc.constant(0), right: fc.constant(1), misconception: slip }), 0, 1),
  }),
  hotspot: fc.record({
    kind: kind("hotspot"),
    ...base,
    picture: fc.constant({ id: "abc123", width: 100, height: 80 }),
    caption: text,
    regions: list(fc.record({ box, right: fc.boolean(), misconception: slip }), 1, 3).map((all) =>
      all.map((each, i) => (i === 0 ? { ...each, right: true } : each)),
    ),
  }),
  essay: fc.record({ kind: kind("essay"), ...base }),
  description: fc.record({ kind: kind("description"), ...base }),
};

/** Of any kind, tidied and without faults. */
export const anyContent: fc.Arbitrary<Content> = fc
  .oneof(...Object.values(one))
  .map((content) => tidy(content as Content))
  .filter((content) => faultsOf(content).length === 0);
