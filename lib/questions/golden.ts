import { hash32 } from "@/lib/engine/random";
import { drawQuestion, gradeQuestion, solutionOf, versionOf, type Question } from "./forms";

/** A topic's `asked.golden.json`: what each version of a question that is not single choice draws, by id and version. */
export type QuestionsGolden = Readonly<Record<string, Readonly<Record<string, string>>>>;

const SEEDS = 50;

/** What decides: ids, numbers, places. Of a text its figures alone, so that words may be mended without a new version. */
const decided = (value: unknown): unknown => {
  if (typeof value !== "object" || value === null) return value;
  if ("ko" in value && "en" in value) return String(value.en).match(/\d+/g) ?? [];
  return Array.isArray(value) ? value.map(decided) : Object.fromEntries(Object.entries(value).map(([key, each]) => [key, decided(each)]));
};

/** One hash over instances, their solutions and what these earn: equal on every machine that runs the same code. */
export function goldenOf(question: Question): string {
  let hash = 0;
  for (let seed = 0; seed < SEEDS; seed++) {
    const drawn = drawQuestion(question, `golden-${seed}`);
    const solution = solutionOf(drawn);
    hash = hash32(`${hash}:${JSON.stringify([decided(drawn), solution, gradeQuestion(drawn, solution)])}`);
  }
  return hash.toString(16).padStart(8, "0");
}

/** The golden file with today's versions added. Throws where a recorded version draws something else. */
export function recorded(golden: QuestionsGolden, questions: readonly Question[]): QuestionsGolden {
  const next = { ...golden };
  for (const question of questions.filter(({ form }) => form !== "choice")) {
    const [version, now] = [String(versionOf(question)), goldenOf(question)];
    const before = next[question.id]?.[version];
    if (before !== undefined && before !== now)
      throw new Error(
        `${question.id}: version ${version} is recorded with another digest; raise the version, or --rewrite one that nobody has answered`,
      );
    next[question.id] = { ...next[question.id], [version]: now };
  }
  return next;
}
