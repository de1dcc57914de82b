/** Questions as an instructor looks for them: by their words, their topic, the misconception they bring up, and their form. */
import { LOCALES, type Locale, type Misconception } from "@/lib/challenges";
import { drawQuestion, misconceptionsOf, type FormName, type Question } from "@/lib/questions";
import type { QuestionRef } from "@/lib/wire/assignmentParts";
import { unbroken } from "@/lib/words";

export interface Wanted {
  readonly search: string;
  /** "" is any, here and below. */
  readonly topic: string;
  /** "topic/misconception" */
  readonly idea: string;
  readonly form: FormName | "";
}
export const ANY: Wanted = { search: "", topic: "", idea: "", form: "" };

export interface TopicQuestions {
  readonly topic: string;
  readonly misconceptions: readonly Misconception[];
  readonly questions: readonly Question[];
}

/** Draws that questions are shown by in lists. */
const SHOWN = "a";

/** What a question asks, with the numbers of one of its draws. */
export const promptOf = (question: Question, locale: Locale): string => unbroken(drawQuestion(question, SHOWN).view.prompt[locale]);

/** What an answer can be chosen by in one language and typed in the other. */
const said = (question: Question): string =>
  LOCALES.map((locale) => promptOf(question, locale))
    .join(" ")
    .toLowerCase();

/** A topic's questions that fit, in the topic's order. */
export function fitting({ topic, questions }: TopicQuestions, wanted: Wanted): readonly Question[] {
  if (wanted.topic !== "" && wanted.topic !== topic) return [];
  const [of, idea] = wanted.idea === "" ? [topic, ""] : wanted.idea.split("/");
  if (of !== topic) return [];
  const words = wanted.search.toLowerCase().split(/\s+/).filter(Boolean);
  return questions.filter(
    (question) =>
      (wanted.form === "" || question.form === wanted.form) &&
      (idea === "" || misconceptionsOf(question).includes(idea)) &&
      (words.length === 0 || words.every((word) => said(question).includes(word))),
  );
}

/** One name for a question in whichever version it was put in: a quiz asks none twice. */
export const nameOf = (ref: QuestionRef): string => ("topic" in ref ? `${ref.topic}/${ref.question}` : ref.bank);
export const keyOf = (ref: QuestionRef): string => ("topic" in ref ? nameOf(ref) : `${ref.bank}@${ref.version}`);
