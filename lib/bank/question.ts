import { hash32 } from "@/lib/engine/random";
import type { Text } from "@/lib/challenges/text";
import type { Question } from "@/lib/questions";
import { filled } from "./languages";
import { LIMITS, type Content, type ContentOf, type NumericAnswer } from "./content";

interface Naming {
  /** kebab-case, as a question's id is. */
  readonly id: string;
  /** Of the question: what a page and its server must agree on. */
  readonly version?: number;
  /** Where a picture is served, by its id. */
  readonly srcOf?: (picture: string) => string;
}

/**
 * A thing's name says what it reads and nothing else: named by place, the first option or the pair of the same number would be told
 * by its name. Two texts with one name have a chance of 2⁻⁶⁴.
 */
const nameOf = ({ ko, en }: Text): string =>
  ["a", "b"].map((salt) => hash32(`${salt}:${ko}\n${en}`).toString(36).padStart(7, "0")).join("");

const optional = ({ ko, en }: Text): Text | undefined => (ko === "" && en === "" ? undefined : filled({ ko, en }));
const itemOf = (text: Text) => ({ id: nameOf(text), text: filled(text) });

const ENDS = { first: { ko: "처음", en: "First" }, last: { ko: "마지막", en: "Last" } };

/** Digits behind the point. */
const decimals = (value: number): number => value.toFixed(LIMITS.decimals).replace(/0+$/, "").split(".")[1]?.length ?? 0;

function numericOf(content: ContentOf<"numeric">, base: { readonly id: string; readonly version?: number }): Question {
  const { answers, otherwise } = content;
  const best = answers.find(({ credit }) => credit === 100) as NumericAnswer;
  const others = answers.filter((answer) => answer !== best && answer.credit > 0);
  const digits = Math.max(...answers.flatMap(({ value, tolerance }) => [decimals(value), decimals(tolerance)]));
  return {
    form: "numeric",
    ...base,
    tolerance: best.tolerance,
    range: { min: -LIMITS.value, max: LIMITS.value, step: Number((10 ** -digits).toFixed(digits)) },
    unit: optional(content.unit) ?? null,
    apart: 0,
    asks: () => ({
      prompt: filled(content.prompt),
      value: best.value,
      wrong: answers.flatMap(({ value, misconception }) => (misconception === null ? [] : [{ misconception, said: value }])),
      others: others.map(({ value, tolerance, credit }) => ({ value, tolerance, credit })),
      remarks: answers.flatMap(({ value, tolerance, feedback }) => {
        const said = optional(feedback);
        return said === undefined ? [] : [{ on: { value, tolerance }, feedback: said }];
      }),
      otherwise: optional(otherwise),
      explanation: filled(content.explanation),
    }),
  };
}

/**
 * An instructor's question as any other: drawn, checked, graded and shown by the same functions and cards. Misconceptions are named
 * "topic/misconception". A language that is not written takes the other one's text. Null for kinds that are not asked.
 * @param content without faults (`faultsOf`)
 */
export function toQuestion(content: Content, { id, version, srcOf = (picture) => picture }: Naming): Question | null {
  const base = { id, ...(version === undefined ? {} : { version }) };
  const [prompt, explanation] = [filled(content.prompt), filled(content.explanation)];
  switch (content.kind) {
    case "single": {
      const right = content.options.findIndex(({ credit }) => credit === 100);
      return {
        form: "choice",
        ...base,
        prompt,
        explanation,
        options: content.options.map(({ text, credit, misconception, feedback }, i) => ({
          ...itemOf(text),
          ...(i === right ? { correct: true as const } : { credit: Math.max(0, credit) }),
          misconception: misconception ?? undefined,
          feedback: optional(feedback),
        })),
      };
    }
    case "multiple":
      return {
        form: "multiple",
        ...base,
        prompt,
        explanation,
        options: content.options.map(({ text, credit, misconception, feedback }) => ({
          ...itemOf(text),
          credit,
          misconception: misconception ?? undefined,
          feedback: optional(feedback),
        })),
      };
    case "numeric":
      return numericOf(content, base);
    case "short":
      return {
        form: "short",
        ...base,
        prompt,
        explanation,
        caseSensitive: content.caseSensitive,
        answers: content.answers.map(({ said, credit, misconception, feedback }) => ({
          said,
          credit,
          misconception: misconception ?? undefined,
          feedback: optional(feedback),
        })),
      };
    case "order": {
      const items = content.items.map(itemOf);
      const backwards = items.map((item) => item.id).reverse();
      const wrong = content.reversed === null ? [] : [{ misconception: content.reversed, said: backwards }];
      const ends = { first: optional(content.ends.first) ?? ENDS.first, last: optional(content.ends.last) ?? ENDS.last };
      return { form: "order", ...base, ends, asks: { prompt, items, wrong, explanation } };
    }
    case "match": {
      const lefts = content.pairs.map(({ left }) => itemOf(left));
      const rights = [...content.pairs.map(({ right }) => itemOf(right)), ...content.extra.map(itemOf)];
      const wrong = content.wrong.flatMap(({ left, right, misconception }) =>
        misconception === null ? [] : [{ misconception, said: [lefts[left].id, rights[right].id] as const }],
      );
      return { form: "match", ...base, asks: { prompt, lefts, rights, wrong, explanation } };
    }
    case "hotspot": {
      if (content.picture === null) return null;
      const { id: picture, width, height } = content.picture;
      return {
        form: "hotspot",
        ...base,
        prompt,
        explanation,
        picture: { src: srcOf(picture), width, height },
        caption: filled(content.caption),
        regions: content.regions.map(({ box, right, misconception }) => ({ box, right, misconception: misconception ?? undefined })),
      };
    }
    case "essay":
    case "description":
      return null;
  }
}
