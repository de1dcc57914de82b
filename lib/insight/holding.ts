/**
 * Whether a student holds a wrong idea. Every answer where the idea could have shown is evidence: how much likelier is it from somebody who
 * holds the idea than from somebody who does not and only missed? The logarithms of these ratios add up to a weight, one number a student
 * and idea; how common the idea is among the others says where it begins, and who more likely holds it than not is named.
 *
 * Sources: Bayes' rule with the answers of a holder and of somebody who slips as in knowledge tracing (Corbett & Anderson, 1995), turned to
 * a wrong idea; the weight stays within bounds, so that what somebody thought long ago can be outweighed: a cumulative sum for a change
 * (Page, 1954) in place of a rate of forgetting. How common: a share with a Beta(1, 24) before it.
 */
import { itemName, passed, type Answered } from "./answered";

/** Whoever holds an idea shows it at three of four answers; else they are right, or wrong in another way, as often. */
const SHOWS = 0.75;
const ELSE = (1 - SHOWS) / 2;
/** Who does not hold it misses four of ten, as if they had answered twenty before; those who miss more, more. */
const MISSES = 0.4;
const AS_IF = 20;
/** Of missed answers so many are the idea's own by chance, where no options were given: on a board, at a question. */
const BY_BOARD = 0.1;
const BY_QUESTION = 0.2;
/** A miss by another way stays possible where every wrong option shows the idea. */
const OTHER_WAY = 0.1;
/** Bounds of a weight. */
const LEAST = -3;
const MOST = 8;
/** From this weight on, twenty to one, somebody shows an idea clearly. */
const CLEAR = 3;
/** Before anybody answered one of so many holds an idea. */
const ONE_OF = 25;
/** Answers kept as evidence, the latest. */
const EVIDENCE = 3;

/** From the first answer that showed an idea on, until the answers since outweigh it. Times are ms. */
export interface Spell {
  readonly shown: number;
  readonly firstAt: number;
  readonly lastAt: number;
  /** The highest weight. */
  readonly peak: number;
  /** The last answer that spoke against it. */
  readonly againstAt: number | null;
  /** Ids of the answers that showed it, the latest last. */
  readonly evidence: readonly string[];
}

/** One student and one wrong idea that an answer of theirs could have shown. */
export interface Holding {
  /** The natural logarithm of how many times likelier the answers are from a holder. */
  readonly weight: number;
  /** The last one; null where it was never shown. */
  readonly spell: Spell | null;
}

/** What an answer is, and how often the student misses (0 to 1). */
export interface Evidence extends Pick<Answered, "id" | "at" | "item" | "score" | "option" | "shown" | "couldShow"> {
  readonly misses: number;
}

/** How often somebody misses who does not hold the idea. @param recent scores of first answers @returns MISSES to 1 */
export function missesOf(recent: readonly number[]): number {
  const missed = recent.filter((score) => !passed({ score })).length;
  return Math.max(MISSES, (MISSES * AS_IF + missed) / (AS_IF + recent.length));
}

/** Of missed answers the share that is the idea's own by chance. With options each wrong one is as likely. */
function byChance({ item, option, couldShow }: Evidence): number {
  if (option !== null) return 1 / couldShow.length;
  return itemName(item)?.type === "kind" ? BY_BOARD : BY_QUESTION;
}

/** How many times likelier an answer is from who holds the idea than from who does not, as a natural logarithm. */
function says(idea: string, answer: Evidence): number {
  const { misses, shown } = answer;
  const chance = byChance(answer);
  if (shown.includes(idea)) return Math.log(SHOWS / (misses * chance));
  if (passed(answer)) return Math.log(ELSE / (1 - misses));
  return Math.log(ELSE / (misses * Math.max(OTHER_WAY, 1 - chance)));
}

const within = (weight: number): number => Math.round(100 * Math.max(LEAST, Math.min(MOST, weight))) / 100;

/** What one more answer makes of it. Null: no answer could have shown it. Answers come in the order of `inOrder`. */
export function afterAnswer(before: Holding | null, idea: string, answer: Evidence): Holding | null {
  if (!answer.couldShow.includes(idea)) return before;
  const { weight: was, spell } = before ?? { weight: 0, spell: null };
  const weight = within(was + says(idea, answer));
  if (!answer.shown.includes(idea))
    return { weight, spell: spell === null || was <= 0 ? spell : { ...spell, againstAt: Math.max(answer.at, spell.againstAt ?? 0) } };
  const old = was > 0 ? spell : null;
  return {
    weight,
    spell: {
      shown: (old?.shown ?? 0) + 1,
      firstAt: old?.firstAt ?? answer.at,
      lastAt: answer.at,
      peak: Math.max(old?.peak ?? weight, weight),
      againstAt: old?.againstAt ?? null,
      evidence: [...(old?.evidence ?? []), answer.id].slice(-EVIDENCE),
    },
  };
}

export const isClear = ({ weight }: Pick<Holding, "weight">): boolean => weight >= CLEAR;

/** How likely it is that somebody holds an idea before their own answers are looked at. @param others who met it @param clear those of them who show it clearly */
export const shareBefore = (clear: number, others: number): number => (1 + clear) / (ONE_OF + others);

/** How likely it is that somebody holds the idea. @param before by `shareBefore` */
export function chanceOf(weight: number, before: number): number {
  const odds = (before / (1 - before)) * Math.exp(weight);
  return odds / (1 + odds);
}

/** Who is named: more likely than not. A weight that was never above 0 names nobody, however common the idea is. */
export const isHeld = (weight: number, before: number): boolean => weight > 0 && chanceOf(weight, before) > 0.5;
