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

/** The parts of a track, in the order of the map. */
export type Group = "task" | "two-stage" | "one-stage" | "beyond-boxes" | "understand" | "analyse";

/** What a topic says of itself. The folder's name is its id. */
export interface Topic {
  readonly id: string;
  readonly version: number;
  readonly track: Track;
  /** The part of the track under whose heading it stands; topics of one part follow each other. */
  readonly group?: Group;
  /** Position on the map, ascending inside the track. */
  readonly order: number;
  readonly title: Text;
  /** One sentence for the map and for search engines. */
  readonly summary: Text;
  /** Ids of topics that should come first. */
  readonly prerequisites: readonly string[];
  readonly misconceptions: readonly Misconception[];
  readonly references: readonly Reference[];
}

export function defineTopic(topic: Topic): Topic {
  return topic;
}
