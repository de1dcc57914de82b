/** What holds for the questions of every topic that are not single choice, whatever their form. */
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { questions } from "@/content/_generated/questions";
import { topics } from "@/content/_generated/topics";
import { PASS_SCORE } from "@/lib/challenges/score";
import { checkAnswer, drawQuestion, gradeQuestion, revealed, solutionOf, startOf, versionOf, type Question } from "@/lib/questions";
import { goldenOf, type QuestionsGolden } from "@/lib/questions/golden";
import { blindRandom, PLAYERS } from "./blind";
import { numbersIn } from "./options";

const all = Object.entries(questions).flatMap(([topic, list]) =>
  list.map((question) => ({ name: `${topic}/${question.id}`, topic, question })),
);
const others = all.filter(({ question }) => question.form !== "choice");
const SEEDS = Array.from({ length: 200 }, (_, i) => `seed-${i}`);
const drawn = (question: Question) => SEEDS.map((seed) => drawQuestion(question, seed));
const textsIn = (value: unknown): { ko: string; en: string }[] => {
  if (typeof value !== "object" || value === null) return [];
  if ("ko" in value && "en" in value) return [value as { ko: string; en: string }];
  return Object.values(value).flatMap(textsIn);
};

describe("a third of the questions", () => {
  it.each(Object.keys(questions))("of %s, or more, are not single choice, in three forms or more", (topic) => {
    const forms = questions[topic].map(({ form }) => form).filter((form) => form !== "choice");
    expect(forms.length / questions[topic].length).toBeGreaterThanOrEqual(1 / 3);
    expect(new Set(forms).size).toBeGreaterThanOrEqual(3);
  });

  it("every form is used, and every misconception is asked for by some question", () => {
    expect(new Set(others.map(({ question }) => question.form))).toEqual(new Set(["numeric", "order", "match", "point", "mistake"]));
    const unasked = topics.flatMap(({ id, misconceptions }) => {
      const named = JSON.stringify(
        questions[id].map((question) => [question, SEEDS.slice(0, 20).map((seed) => drawQuestion(question, seed))]),
      );
      return misconceptions.filter((m) => !named.includes(`"${m.id}"`)).map((m) => `${id}/${m.id}`);
    });
    expect(unasked).toEqual([]);
  });
});

describe.each(others)("$name", ({ topic, question }) => {
  const instances = drawn(question);
  const known = new Set(topics.find(({ id }) => id === topic)?.misconceptions.map(({ id }) => id));

  it("can be answered: its solution earns all, its start does not pass", () => {
    for (const instance of instances) {
      expect(gradeQuestion(instance, solutionOf(instance))).toEqual({ score: 100, misconceptions: [] });
      expect(checkAnswer(instance, startOf(instance)).ready && (gradeQuestion(instance, startOf(instance))?.score ?? 0) >= PASS_SCORE).toBe(
        false,
      );
    }
  });

  it("names known misconceptions only, says all in both languages, with the same numbers", () => {
    for (const instance of instances.slice(0, 40)) {
      const named = [...JSON.stringify(instance.truth).matchAll(/"misconception":"([^"]+)"/g)].map(([, id]) => id);
      expect(named.filter((id) => !known.has(id))).toEqual([]);
      const reveal = revealed(instance);
      for (const { ko, en } of [...textsIn(instance), ...(reveal ? [reveal] : [])]) {
        if (ko !== "" || en !== "") expect([ko.trim().length > 0, /[가-힣]/.test(en)]).toEqual([true, false]);
        expect([...numbersIn(ko)].sort().join(), `${ko} | ${en}`).toBe([...numbersIn(en)].sort().join());
      }
    }
  });

  it("prints a number as the answer only if that number is right", () => {
    const printed = instances
      .filter(({ view }) => view.form === "numeric")
      .map((instance) => [revealed(instance)?.en ?? "", instance] as const)
      .map(
        ([text, instance]) =>
          [
            Number(
              text
                .replaceAll("−", "-")
                .replaceAll(",", "")
                .match(/-?[\d.]+/)?.[0],
            ),
            instance,
          ] as const,
      );
    expect(printed.filter(([value, instance]) => gradeQuestion(instance, { value })?.score !== 100).map(([value]) => value)).toEqual([]);
  });

  it("is not passed by who does not know the field", () => {
    for (const [player, play] of Object.entries(PLAYERS)) {
      const random = blindRandom(`${player}/${question.id}`);
      const passed = instances.filter((instance) => (gradeQuestion(instance, play(instance, random))?.score ?? 0) >= PASS_SCORE).length;
      // No more than a guess among three.
      expect(passed / instances.length, player).toBeLessThanOrEqual(0.36);
    }
  });

  it("is not passed by one answer for all", () => {
    const answers = [...new Map(instances.map((instance) => [JSON.stringify(solutionOf(instance)), solutionOf(instance)])).values()];
    const fresh = "asks" in question && typeof question.asks === "function";
    const best = Math.max(
      ...answers.map((answer) => instances.filter((instance) => (gradeQuestion(instance, answer)?.score ?? 0) >= PASS_SCORE).length),
    );
    // What is written once is told from memory, as a choice is; orders and pairs that are drawn keep the ids of what they say.
    const constant = fresh && ["numeric", "point", "mistake"].includes(question.form);
    expect(constant ? best / instances.length : 0).toBeLessThanOrEqual(0.36);
  });

  it("draws what its version drew before", () => {
    const file = `content/topics/${topic}/asked.golden.json`;
    expect(existsSync(file), `${file} is missing: npm run gen:golden`).toBe(true);
    const golden = JSON.parse(readFileSync(file, "utf8")) as QuestionsGolden;
    expect(golden[question.id]?.[String(versionOf(question))], "raise the version, then npm run gen:golden").toBe(goldenOf(question));
  });
});
