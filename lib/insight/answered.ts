import { PASS_SCORE } from "@/lib/challenges/score";

/** One answer at one item of a class's work. Times are ms. */
export interface Answered {
  readonly id: string;
  /** The place in the class. */
  readonly student: string;
  /** Null for an instructor's question without one. */
  readonly topic: string | null;
  /** What was asked, never where it stood: "kind:nms-survivors:2" (all seeds of a level), "question:iou/negative-overlap", "bank:…". */
  readonly item: string;
  /** The band of its drawn numbers, as its kind names it ("0.4–0.6"); null where the kind has none. */
  readonly band: string | null;
  /** Of the tries at one place of the work, from 1. */
  readonly try: number;
  /** Monday of its week in the class's time zone, "2026-11-23". */
  readonly week: string;
  /** 0 to 100. */
  readonly score: number;
  /** Of a question with options: which one was chosen. */
  readonly option: string | null;
  /** Misconceptions whose very answer this was: by a chosen option, or by what was drawn, marked and placed. */
  readonly shown: readonly string[];
  /** Misconceptions that an answer here could have shown. */
  readonly couldShow: readonly string[];
  /** From the first sight to the answer; null where it is not known. */
  readonly seconds: number | null;
  readonly at: number;
}

export const passed = ({ score }: Pick<Answered, "score">): boolean => score >= PASS_SCORE;

/** What an item's name says of a challenge or a question; null for what is not graded by what was answered: lessons, simulations. */
export type ItemName =
  | { readonly type: "kind"; readonly kind: string; readonly level: number }
  | { readonly type: "question"; readonly topic: string; readonly question: string }
  | { readonly type: "bank"; readonly bank: string };

/** @example itemName("kind:nms-survivors:2") → { type: "kind", kind: "nms-survivors", level: 2 } */
export function itemName(item: string): ItemName | null {
  const [type, ...rest] = item.split(":");
  const name = rest.join(":");
  if (type === "kind") return { type, kind: rest[0], level: Number(rest[1]) };
  if (type === "bank") return { type, bank: name };
  if (type !== "question") return null;
  const slash = name.indexOf("/");
  return { type, topic: name.slice(0, slash), question: name.slice(slash + 1) };
}

/** The order in which answers were given; of two in one moment the one with the lower id comes first, so that no two orders exist. */
export const inOrder = <T extends Pick<Answered, "at" | "id">>(answers: readonly T[]): T[] => [...answers].sort(byMoment);

export const byMoment = (a: Pick<Answered, "at" | "id">, b: Pick<Answered, "at" | "id">): number =>
  a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
