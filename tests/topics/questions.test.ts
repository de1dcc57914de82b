import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { questions } from "@/content/_generated/questions";
import { LOCALES, type Locale } from "@/lib/challenges";
import { drawQuestion, type ChoiceQuestion, type Question } from "@/lib/questions";
import { even, numbersIn, wordsOf } from "./options";

/** Single choice; the other forms have tests of their own (forms.test.ts). */
const choicesIn = (list: readonly Question[]) => list.filter((question): question is ChoiceQuestion => question.form === "choice");
const all = Object.entries(questions).flatMap(([topic, list]) => choicesIn(list).map((question) => ({ topic, question })));
const lessonOf = (topic: string, locale: Locale) => readFileSync(`content/topics/${topic}/lesson.${locale}.mdx`, "utf8");

/** Where the right option stands by length among its question's: the only longest, the only shortest. */
function extremes(list: readonly ChoiceQuestion[], locale: Locale) {
  const share = (beats: (right: number, other: number) => boolean) =>
    list.filter(({ options }) => {
      const right = wordsOf(options.find((option) => option.correct)?.text[locale] ?? "");
      return options.every((option) => option.correct || beats(right, wordsOf(option.text[locale])));
    }).length / list.length;
  return { longest: share((right, other) => right > other), shortest: share((right, other) => right < other) };
}

describe("a question's options", () => {
  it("read equally long: nobody finds the right one by its length", () => {
    const uneven = all.flatMap(({ topic, question }) =>
      LOCALES.filter((locale) => !even(question.options.map(({ text }) => text[locale]))).map(
        (locale) => `${topic}/${question.id} ${locale}: ${question.options.map(({ text }) => text[locale]).join(" | ")}`,
      ),
    );
    expect(uneven).toEqual([]);
  });

  it.each(Object.keys(questions))("of %s: the right one is the longest, or the shortest, no more often than by chance", (topic) => {
    for (const locale of LOCALES) {
      const { longest, shortest } = extremes(choicesIn(questions[topic]), locale);
      expect(longest, `${locale}: longest`).toBeLessThanOrEqual(0.4);
      expect(shortest, `${locale}: shortest`).toBeLessThanOrEqual(0.4);
    }
  });

  it("are all different", () => {
    const twice = all.filter(({ question }) =>
      LOCALES.some((locale) => new Set(question.options.map(({ text }) => text[locale])).size < question.options.length),
    );
    expect(twice.map(({ topic, question }) => `${topic}/${question.id}`)).toEqual([]);
  });
});

describe("a question", () => {
  it("stands alone: no prompt leans on another question or on what was read before it", () => {
    const leaning =
      /^(?:같은|이|그|위의?|앞의?) (?:예|물체|그림|신경망|장면)|앞(?:에서|의 (?:문제|질문))|아까|이번에는|\b(?:the same|that|this) (?:example|place)\b|\bas above\b|\bin the (?:last|previous)\b|\bnow suppose\b/i;
    const said = Object.entries(questions).flatMap(([topic, list]) =>
      list.map((question) => ({ at: `${topic}/${question.id}`, prompt: drawQuestion(question, "alone").view.prompt })),
    );
    expect(said.filter(({ prompt }) => LOCALES.some((locale) => leaning.test(prompt[locale]))).map(({ at }) => at)).toEqual([]);
  });

  it("states the same numbers in both languages: in the prompt and in each option", () => {
    const differing = all.flatMap(({ topic, question }) =>
      [question.prompt, ...question.options.map(({ text }) => text)]
        .filter((text) => [...numbersIn(text.ko)].sort().join() !== [...numbersIn(text.en)].sort().join())
        .map((text) => `${topic}/${question.id}: ${text.ko} | ${text.en}`),
    );
    expect(differing).toEqual([]);
  });

  it("asks for a number that its lesson does not print", () => {
    const lifted = all.flatMap(({ topic, question }) => {
      const right = question.options.find((option) => option.correct)?.text.en ?? "";
      // An option that is a number, not a sentence with one in it; a single digit stands everywhere.
      const answer = wordsOf(right) === 0 ? numbersIn(right).filter((number) => number.replace(/\D/g, "").length > 1) : [];
      const printed = new Set(LOCALES.flatMap((locale) => numbersIn(lessonOf(topic, locale))));
      return answer.length > 0 && answer.every((number) => printed.has(number)) ? [`${topic}/${question.id}: ${right}`] : [];
    });
    expect(lifted).toEqual([]);
  });

  it("asks for nothing that the product measured of itself", () => {
    const asking = Object.keys(questions).filter((topic) => {
      const code = ["questions", "asked"].map((file) => readFileSync(`content/topics/${topic}/${file}.ts`, "utf8")).join();
      return code.includes("figures.json") && existsSync(`content/topics/${topic}/figures.json`);
    });
    expect(asking).toEqual([]);
  });
});

describe("a question whose numbers are drawn", () => {
  const SEEDS = Array.from({ length: 12 }, (_, i) => `drawn-${i}`);
  const drawn = Object.entries(questions).flatMap(([topic, list]) =>
    list.filter((question) => "asks" in question && typeof question.asks === "function").map((question) => ({ topic, question })),
  );
  it("is explained with the numbers that it asks about, or with none", () => {
    const canned = drawn.flatMap(({ topic, question }) =>
      LOCALES.filter((locale) => {
        const shown = SEEDS.map((seed) => drawQuestion(question, seed));
        const asked = new Set(shown.map(({ view }) => numbersIn(view.prompt[locale]).join()));
        const explained = new Set(shown.map(({ truth }) => numbersIn(truth.explanation[locale]).join()));
        return asked.size > 1 && explained.size === 1 && !explained.has("");
      }).map((locale) => `${topic}/${question.id} ${locale}: ${drawQuestion(question, SEEDS[0]).truth.explanation[locale]}`),
    );
    expect(canned).toEqual([]);
  });
  it("that is answered in a picture is explained by the letters on it, in their order", () => {
    const unnamed = drawn.flatMap(({ topic, question }) =>
      SEEDS.flatMap((seed) => {
        const { view, truth } = drawQuestion(question, seed);
        if (view.form !== "point" || !("picture" in view) || view.picture.kind !== "boxes") return [];
        const labels = view.picture.places.map(({ label }) => label.split(" ")[0]);
        return LOCALES.flatMap((locale) => {
          const named = [...truth.explanation[locale].matchAll(/(?<![A-Za-z])[A-Z](?![A-Za-z])/g)]
            .map(([name]) => name)
            .filter((name) => labels.includes(name));
          const first = [...new Set(named)];
          return first.length > 0 && first.join() === [...first].sort().join()
            ? []
            : [`${topic}/${question.id} ${locale}: ${truth.explanation[locale]}`];
        });
      }).slice(0, 2),
    );
    expect(unnamed).toEqual([]);
  });
});
