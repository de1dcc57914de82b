import type { Text } from "./text";

/** A wrong idea that learners commonly hold; questions and grades refer to it by id. */
export interface Misconception {
  /** kebab-case, unique in the topic. */
  readonly id: string;
  /** The wrong idea, as a learner would say it. */
  readonly claim: Text;
  /** The gentle correction: one or two sentences. */
  readonly correction: Text;
}

export interface Reference {
  readonly title: string;
  readonly authors: string;
  readonly year: number;
  /** e.g. "https://arxiv.org/abs/1506.01497" */
  readonly url: string;
}

export type Track = "detection" | "visualization";

/** What a topic says of itself. The folder's name is its id. */
export interface Topic {
  readonly id: string;
  readonly version: number;
  readonly track: Track;
  /** Position on the map, ascending inside the track. */
  readonly order: number;
  readonly title: Text;
  /** One sentence for the map and for search engines. */
  readonly summary: Text;
  /** Ids of topics that should come first. */
  readonly prerequisites: readonly string[];
  /** Reading and playing time. */
  readonly minutes: number;
  readonly misconceptions: readonly Misconception[];
  readonly references: readonly Reference[];
}

export function defineTopic(topic: Topic): Topic {
  return topic;
}

export interface Option {
  readonly id: string;
  readonly text: Text;
  /** Exactly one option of a question is correct. */
  readonly correct?: true;
  /** Required on every wrong option: the id of the misconception it reveals. */
  readonly misconception?: string;
}

/** A multiple-choice review item. Option order is shuffled by the page with the card's seed. */
export interface Question {
  /** kebab-case, unique in the topic, never reused. */
  readonly id: string;
  readonly prompt: Text;
  readonly options: readonly Option[];
  /** Why the right option is right, in one to three sentences. Shown after answering. */
  readonly explanation: Text;
}

export function defineQuestions(questions: readonly Question[]): readonly Question[] {
  return questions;
}
