/** The one registry of forms. A form is a folder: form.ts (schema, drawing, grading) and Card.tsx. */
import type { Readiness } from "@/lib/challenges/contract";
import * as z from "@/lib/challenges/schema";
import type { Text } from "@/lib/challenges/text";
import { choice, type ChoiceQuestion, type ChoiceTruth, type ChoiceView } from "./choice/form";
import type { Drawn, Form, QuestionBase, QuestionGrade, QuestionTruth, QuestionView } from "./contract";
import { match, type MatchQuestion, type MatchTruth, type MatchView } from "./match/form";
import { hotspot, type HotspotQuestion, type HotspotTruth, type HotspotView } from "./hotspot/form";
import { mistake, type MistakeQuestion, type MistakeTruth, type MistakeView } from "./mistake/form";
import { multiple, type MultipleQuestion, type MultipleTruth, type MultipleView } from "./multiple/form";
import { numeric, type NumericQuestion, type NumericTruth, type NumericView } from "./numeric/form";
import { order, type OrderQuestion, type OrderTruth, type OrderView } from "./order/form";
import { point, type PointQuestion, type PointTruth, type PointView } from "./point/form";
import { short, type ShortQuestion, type ShortTruth, type ShortView } from "./short/form";

/** A review item of a topic, or a question that an instructor wrote. */
export type Question =
  | ChoiceQuestion
  | MultipleQuestion
  | NumericQuestion
  | ShortQuestion
  | OrderQuestion
  | MatchQuestion
  | PointQuestion
  | HotspotQuestion
  | MistakeQuestion;
export type FormName = Question["form"];

/** A question as drawn for one review: plain JSON, told apart by `view.form`. */
export type DrawnQuestion =
  | Drawn<ChoiceView, ChoiceTruth>
  | Drawn<MultipleView, MultipleTruth>
  | Drawn<ShortView, ShortTruth>
  | Drawn<HotspotView, HotspotTruth>
  | Drawn<NumericView, NumericTruth>
  | Drawn<OrderView, OrderTruth>
  | Drawn<MatchView, MatchTruth>
  | Drawn<PointView, PointTruth>
  | Drawn<MistakeView, MistakeTruth>;

/** A form with its types closed over. Answers are parsed by its schema; instances are its own JSON, come back. */
interface SealedForm {
  readonly schema: z.ZodType;
  draw(question: Question, seed: string): DrawnQuestion;
  empty(drawn: DrawnQuestion): unknown;
  check(drawn: DrawnQuestion, answer: unknown): Readiness;
  solve(drawn: DrawnQuestion): unknown;
  /** Null where the answer is not of this form, or not ready. */
  grade(drawn: DrawnQuestion, answer: unknown): QuestionGrade | null;
  reveal(drawn: DrawnQuestion): Text | null;
}

const MALFORMED: Readiness = { ready: false, missing: { ko: "답을 골라요", en: "Give an answer" } };

function seal<Q extends QuestionBase<string>, V extends QuestionView<string>, T extends QuestionTruth, A>(
  form: Form<Q, V, T, A>,
): SealedForm {
  // The registry's keys are the forms' names, and `of` and `formOf` look up by them: a form meets its own data alone.
  const own = (drawn: DrawnQuestion) => drawn as unknown as Drawn<V, T>;
  const check = (drawn: DrawnQuestion, answer: unknown): Readiness => {
    const parsed = form.schema.safeParse(answer);
    return parsed.success ? form.check(own(drawn).view, parsed.data) : MALFORMED;
  };
  return {
    schema: form.schema,
    draw: (question, seed) => form.draw(question as unknown as Q, seed) as unknown as DrawnQuestion,
    empty: (drawn) => form.empty(own(drawn).view),
    check,
    solve: (drawn) => form.solve(own(drawn)),
    grade: (drawn, answer) => (check(drawn, answer).ready ? form.grade(own(drawn), form.schema.parse(answer)) : null),
    reveal: (drawn) => form.reveal(own(drawn)),
  };
}

const FORMS: Readonly<Record<FormName, SealedForm>> = {
  choice: seal(choice),
  multiple: seal(multiple),
  numeric: seal(numeric),
  short: seal(short),
  order: seal(order),
  match: seal(match),
  point: seal(point),
  hotspot: seal(hotspot),
  mistake: seal(mistake),
};

export const FORM_NAMES = Object.keys(FORMS) as readonly FormName[];

/** An answer of some form, as it travels. Whether it is of the question's own form says `gradeQuestion`. */
export const answerSchema = z.union(Object.values(FORMS).map(({ schema }) => schema));

const formOf = ({ view }: DrawnQuestion): SealedForm => FORMS[view.form];

export const versionOf = ({ version = 1 }: Question): number => version;
export const drawQuestion = (question: Question, seed: string): DrawnQuestion => FORMS[question.form].draw(question, seed);
export const startOf = (drawn: DrawnQuestion): unknown => formOf(drawn).empty(drawn);
export const checkAnswer = (drawn: DrawnQuestion, answer: unknown): Readiness => formOf(drawn).check(drawn, answer);
/** Whether this is an answer of the question's own form, finished or not. */
export const isAnswer = (drawn: DrawnQuestion, answer: unknown): boolean => formOf(drawn).schema.safeParse(answer).success;
/** A question of which the server has sent the view alone: it can be shown, answered and checked, and is not to be graded. */
export const unjudged = (view: unknown): DrawnQuestion => ({ view, truth: null }) as unknown as DrawnQuestion;
export const solutionOf = (drawn: DrawnQuestion): unknown => formOf(drawn).solve(drawn);
export const gradeQuestion = (drawn: DrawnQuestion, answer: unknown): QuestionGrade | null => formOf(drawn).grade(drawn, answer);
export const revealed = (drawn: DrawnQuestion): Text | null => formOf(drawn).reveal(drawn);

/** The seed of a card's instance at its `draw`-th review, 0 first: the server and the page draw the same from it. */
export const cardSeed = (cardId: string, draw: number): string => `${cardId}-${draw}`;

export function defineQuestions(questions: readonly Question[]): readonly Question[] {
  return questions;
}

/** Draws that a question is known by: of one with fresh numbers another belief may fail at each. */
const KNOWN_BY = ["a", "b", "c", "d", "e", "f", "g", "h"] as const;

/** Ids of the misconceptions that a wrong answer to the question reveals, those first that do so in more of its draws. */
export function misconceptionsOf(question: Question): readonly string[] {
  const draws = KNOWN_BY.map((seed) => drawQuestion(question, seed).truth);
  const named = draws.flatMap((truth) => [
    ...new Set(("beliefs" in truth ? truth.beliefs : truth.wrong).map(({ misconception }) => misconception)),
  ]);
  const count = (id: string): number => named.filter((each) => each === id).length;
  return [...new Set(named)].sort((one, other) => count(other) - count(one));
}
