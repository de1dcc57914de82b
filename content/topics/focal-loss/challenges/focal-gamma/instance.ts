import { log, pow } from "@/lib/engine/exact";
import { GROUPS, isEasy, type GroupId } from "./groups";

/** Alike places: how many, the probability of the true class, and what they are. */
export interface Group {
  readonly id: GroupId;
  readonly count: number;
  /** pₜ in thousandths. */
  readonly pt: number;
}

/** Whose shares are limited: the loss itself, or its slope on the logit. */
export type Quantity = "value" | "gradient";

/** All in thousandths; a share equal to its limit keeps it. */
export interface Limits {
  /** The easy background has at most this share of the background. */
  readonly easy: number;
  /** The unsure objects keep at least this much of what cross-entropy gives them. Null where it is not asked. */
  readonly keep: number | null;
  /** The objects have a share of the whole between these two. */
  readonly objects: readonly [number, number] | null;
  /** Wrong labels have at most this share of what objects have. */
  readonly wrong: number | null;
}

export interface View {
  readonly quantity: Quantity;
  readonly groups: readonly Group[];
  readonly limits: Limits;
}

export interface Answer {
  /** Tenths, 0 … 50. Null until it is chosen. */
  readonly gamma: number | null;
  /** Hundredths, 5 … 95 in steps of five. Null until it is chosen, and where only γ is asked. */
  readonly alpha: number | null;
}

export const GAMMAS: readonly number[] = Array.from({ length: 51 }, (_, i) => i);
export const ALPHAS: readonly number[] = Array.from({ length: 19 }, (_, i) => 5 + 5 * i);

/** What one place of a group weighs, without α: −(1 − pₜ)ᵞ log pₜ, or the size of its slope on the logit. Bit-equal in every engine. */
export function weightOf(pt: number, gamma: number, quantity: Quantity): number {
  const p = pt / 1000;
  const q = (1000 - pt) / 1000;
  const entropy = -log(p);
  const focus = pow(q, gamma / 10);
  return quantity === "value" ? focus * entropy : focus * (q + (gamma / 10) * p * entropy);
}

/** What is shared out at one γ and α. */
export interface Budget {
  /** Of the background, the easy part's share. */
  readonly easy: number;
  /** Of the unsure objects' cross-entropy, what is left. */
  readonly keep: number;
  /** Of the objects, the wrong labels' share. */
  readonly wrong: number;
  /** Of the whole, the objects' share. */
  readonly objects: number;
  /** Each group's share of the whole, in the view's order. */
  readonly shares: readonly number[];
}

interface Totals extends Pick<Budget, "easy" | "keep" | "wrong"> {
  /** Each group's sum, without α. */
  readonly plain: readonly number[];
  readonly object: number;
  readonly background: number;
}

/** The sums of a population at every γ, by its list of groups: every limit and every player asks for the same ones. */
const known = new WeakMap<readonly Group[], Map<string, Totals>>();

function totalsOf(view: Pick<View, "groups" | "quantity">, gamma: number): Totals {
  const all = known.get(view.groups) ?? new Map<string, Totals>();
  known.set(view.groups, all);
  const name = `${view.quantity} ${gamma}`;
  const totals = all.get(name) ?? summed(view, gamma);
  all.set(name, totals);
  return totals;
}

function summed({ groups, quantity }: Pick<View, "groups" | "quantity">, gamma: number): Totals {
  const plain = groups.map(({ count, pt }) => count * weightOf(pt, gamma, quantity));
  const sum = (of: (group: Group) => boolean) => groups.reduce((all, group, i) => (of(group) ? all + plain[i] : all), 0);
  const object = sum(({ id }) => GROUPS[id].object);
  const background = sum(({ id }) => !GROUPS[id].object);
  const unsure = groups.find(({ id }) => id === "unsure");
  return {
    plain,
    object,
    background,
    easy: sum(isEasy) / background,
    keep: unsure ? weightOf(unsure.pt, gamma, quantity) / weightOf(unsure.pt, 0, quantity) : 1,
    wrong: sum(({ id }) => id === "wrong") / object,
  };
}

/** The objects' share of the whole. @param alpha hundredths */
const objectsShare = ({ object, background }: Totals, alpha: number): number =>
  (alpha * object) / (alpha * object + (100 - alpha) * background);

/** @param gamma tenths  @param alpha hundredths; null: off, which is the same shares as a half */
export function budgetOf(view: View, gamma: number, alpha: number | null): Budget {
  const totals = totalsOf(view, gamma);
  const { plain, object, background, easy, keep, wrong } = totals;
  const weight = alpha ?? 50;
  const whole = weight * object + (100 - weight) * background;
  return {
    ...{ easy, keep, wrong },
    objects: objectsShare(totals, weight),
    shares: view.groups.map(({ id }, i) => ((GROUPS[id].object ? weight : 100 - weight) * plain[i]) / whole),
  };
}

export type LimitId = "easy" | "keep" | "wrong" | "objects";

/** The limits on γ that do not hold. */
export function brokenBy({ limits }: Pick<View, "limits">, { easy, keep, wrong }: Pick<Budget, "easy" | "keep" | "wrong">): LimitId[] {
  return [
    ...(1000 * easy > limits.easy ? (["easy"] as const) : []),
    ...(limits.keep !== null && 1000 * keep < limits.keep ? (["keep"] as const) : []),
    ...(limits.wrong !== null && 1000 * wrong > limits.wrong ? (["wrong"] as const) : []),
  ];
}

/** At the first level the smallest γ is asked for, and this many tenths more are as good. */
const SPARE = 3;

/** Every γ that holds the limits on γ; at level 1, where nothing caps it, the smallest ones. */
export function rightGammas(view: View): number[] {
  const right = GAMMAS.filter((gamma) => brokenBy(view, totalsOf(view, gamma)).length === 0);
  const capped = view.limits.keep !== null || view.limits.wrong !== null;
  return capped ? right : right.slice(0, SPARE + 1);
}

/** How far the objects' share lies outside its limits, in thousandths; 0 inside. */
export function outside([low, high]: readonly [number, number], share: number): number {
  return Math.max(0, low - 1000 * share, 1000 * share - high);
}

/** The α whose share of objects lies nearest to the middle of what is asked, at this γ. */
export function bestAlpha(view: View, gamma: number): number | null {
  const { objects } = view.limits;
  if (objects === null) return null;
  const middle = (objects[0] + objects[1]) / 2000;
  const totals = totalsOf(view, gamma);
  const off = (alpha: number) => Math.abs(objectsShare(totals, alpha) - middle);
  return ALPHAS.reduce((best, alpha) => (off(alpha) < off(best) ? alpha : best));
}

export function solve(view: View): Answer {
  const right = rightGammas(view);
  const gamma = right[Math.floor((right.length - 1) / 2)] ?? 0;
  return { gamma, alpha: bestAlpha(view, gamma) };
}

/** Distance of the nearest share from a limit it is compared with, at any γ; of the objects' share at the right γs and any α. */
export function slackOf(view: View): number {
  const { limits } = view;
  let least = Infinity;
  const near = (share: number, limit: number | null) => {
    if (limit !== null) least = Math.min(least, Math.abs(share - limit / 1000));
  };
  for (const gamma of GAMMAS) {
    const { easy, keep, wrong } = totalsOf(view, gamma);
    near(easy, limits.easy);
    near(keep, limits.keep);
    near(wrong, limits.wrong);
  }
  if (limits.objects === null) return least;
  for (const gamma of rightGammas(view)) {
    const totals = totalsOf(view, gamma);
    for (const alpha of ALPHAS) {
      const share = objectsShare(totals, alpha);
      near(share, limits.objects[0]);
      near(share, limits.objects[1]);
    }
  }
  return least;
}
