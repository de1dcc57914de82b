import type { Level } from "@/lib/challenges/contract";
import { ordering } from "@/lib/challenges/answers";
import type { SceneObject } from "../gradcam-regions/recording";

/** Maps that are none of those to be ordered: of the other object's class, of a network whose logits layer was drawn anew. */
export const ODD = ["other", "random"] as const;
export type Odd = (typeof ODD)[number];

export interface ShownMap {
  /** "A", "B", … */
  readonly id: string;
  /** 14 × 14 cells, 0 … 15, 15 the hottest. */
  readonly cells: readonly number[];
}

export interface View {
  /** Place in the bank; its picture is public/grad-cam-layer/<place>.webp. */
  readonly place: number;
  /** Two of them. */
  readonly objects: readonly SceneObject[];
  /** Which object's class is asked for. */
  readonly asked: number;
  readonly maps: readonly ShownMap[];
  /** What is among them beside the maps to be ordered. */
  readonly odd: readonly Odd[];
}

export interface Truth {
  /** Ids of the maps to be ordered, the earliest layer first. */
  readonly order: readonly string[];
  /** The layer of each, as a place in DEPTHS. */
  readonly depths: readonly number[];
  readonly other: string | null;
  readonly random: string | null;
}

export interface Answer {
  /** Ids, the earliest layer first. */
  readonly order: readonly string[];
  readonly other: string | null;
  readonly random: string | null;
}

/** A map named rightly that is none of those to be ordered. Two points are a pair in order. */
export const ODD_POINTS: Readonly<Record<number, number>> = { 1: 6, 2: 4 };

export function levelOf({ odd, maps }: View): Level {
  if (odd.length > 0) return odd.length === 1 ? 4 : 5;
  return maps.length === 3 ? 1 : maps.length === 4 ? 2 : 3;
}

/** How many maps are to be ordered. */
export const ordered = ({ maps, odd }: View): number => maps.length - odd.length;

/** Whether not one map stands out of its place. */
export const flawless = (truth: Truth, { order }: Answer): boolean => order.join() === truth.order.join();
/** For a flawless order: half of what its pairs give. A constant order of four maps has one slip at most in one of six cases. */
export const wholePoints = (pairs: number): number => pairs / 2;

/** The points of an answer: pairs of maps in order less pairs turned round, a flawless order, and maps told apart. */
function pointsOf(view: View, truth: Truth, answer: Answer): { readonly earned: number; readonly total: number } {
  const { earned, total } = ordering.points({
    ids: truth.order,
    rank: (id) => truth.order.indexOf(id),
    order: answer.order,
    label: (id) => ({ ko: id, en: id }),
  });
  const each = ODD_POINTS[view.odd.length] ?? 0;
  const named = view.odd.filter((odd) => answer[odd] === truth[odd]).length;
  const whole = wholePoints(total);
  return { earned: earned + (flawless(truth, answer) ? whole : 0) + each * named, total: total + whole + each * view.odd.length };
}

export const scoreOfAnswer = (view: View, truth: Truth, answer: Answer): number => {
  const { earned, total } = pointsOf(view, truth, answer);
  return Math.round((100 * earned) / total);
};
