import { reluBack } from "@/lib/engine/nets/relu";
import type { ReluRule } from "@/lib/engine/nets/types";

/** One ReLU on the way back, the upper first. Numbers by cell, row by row; none is 0. */
export interface Gate {
  /** What stood before the ReLU on the way forward. */
  readonly forward: readonly number[];
  /** Factors between this ReLU and the next lower one, −1 or 1; null where the signal goes straight down. */
  readonly weights: readonly number[] | null;
  /** Whether each lower cell also gets the signal of the right neighbour of the cell above it. */
  readonly adds: boolean;
}

export interface View {
  readonly side: number;
  /** The rules that are asked for, each on the same numbers. */
  readonly rules: readonly ReluRule[];
  /** The signal that arrives from above. */
  readonly signal: readonly number[];
  readonly gates: readonly Gate[];
}

export interface Answer {
  /** For each rule asked, the cells through which something other than 0 passes. */
  readonly cells: readonly (readonly number[])[];
}

/** The ReLU just passed under one rule, or null at its start. */
export interface Step {
  readonly rule: number;
  readonly gate: number | null;
  readonly before: readonly number[];
  readonly after: readonly number[];
}

type Way = Pick<View, "side" | "signal" | "gates">;

/** What arrives at the next lower ReLU from what leaves this one: times the weight, and plus the right neighbour where paths add. */
export function below(side: number, after: readonly number[], { weights, adds }: Gate): number[] {
  return after.map((v, i) => v * (weights?.[i] ?? 1) + (adds && i % side < side - 1 ? after[i + 1] : 0));
}

/** The signal on its way down by one rule: what arrives at each ReLU and what leaves it. */
export function wayBack({ side, signal, gates }: Way, rule: ReluRule): Omit<Step, "rule">[] {
  const steps: Omit<Step, "rule">[] = [{ gate: null, before: signal, after: signal }];
  let now: readonly number[] = signal;
  gates.forEach((gate, index) => {
    const after = Array.from(reluBack(now, gate.forward, rule));
    steps.push({ gate: index, before: now, after });
    now = below(side, after, gate);
  });
  return steps;
}

/** Cells where the signal that leaves the last ReLU is not 0, ascending. */
export function openCells(way: Way, rule: ReluRule): number[] {
  const { after } = wayBack(way, rule)[way.gates.length];
  return after.flatMap((v, i) => (v !== 0 ? [i] : []));
}

/** Every rule weighs the same, however many cells it opens. */
export const RULE_POINTS = 12;

/** The open cells found under a rule less the closed cells marked, never below 0: what of them counts. */
export function counting(open: readonly number[], cells: readonly number[]): number {
  const found = cells.filter((cell) => open.includes(cell)).length;
  return Math.max(0, 2 * found - cells.length);
}

/**
 * Points of an answer: for each rule its share of RULE_POINTS by the open cells found less the closed cells marked, never below 0.
 * Only the exact cells of a rule give all of its points.
 */
export function pointsOf(open: readonly (readonly number[])[], cells: Answer["cells"]): { hits: number; extra: number; earned: number } {
  let [hits, extra, earned] = [0, 0, 0];
  open.forEach((right, rule) => {
    const found = (cells[rule] ?? []).filter((cell) => right.includes(cell)).length;
    const wrong = (cells[rule] ?? []).length - found;
    hits += found;
    extra += wrong;
    earned += Math.floor((RULE_POINTS * counting(right, cells[rule] ?? [])) / right.length);
  });
  return { hits, extra, earned };
}
