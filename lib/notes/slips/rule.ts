/** A statement that contradicts the curriculum, and how it is told from one that does not. docs/notes.md says how to add one. */
export interface SlipRule {
  readonly topic: string;
  /** Id of the topic's misconception, as its topic.ts has it; for a topic still to come, the id it will have. */
  readonly misconception: string;
  readonly correction: { readonly ko: string; readonly en: string };
  /** The line has to speak of one of these topics, by itself or by where it stands. Left out: of the topic. */
  readonly about?: readonly string[];
  /** Topics of which the same words may be true: who is named nearer decides. */
  readonly notAbout?: readonly string[];
  /** Held against `korean` of fold.ts: no spaces, one spelling a thing. Any of them; of a list all. */
  readonly ko?: readonly Saying[];
  /** Held against `english` of fold.ts: lower case, single spaces. */
  readonly en?: readonly Saying[];
  /** What takes the wrongness away, in either form. */
  readonly unless?: RegExp;
  /** The wrong statement is a negation itself ("needs no GAP"); of others a negation is the right statement. */
  readonly denies?: boolean;
}

/** One pattern, or several that must all be found, in whatever order. Gaps are bounded (".{0,20}"): a line is read in linear time. */
export type Saying = RegExp | readonly RegExp[];
