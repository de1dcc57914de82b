import { EQUAL, evaluate, pairsOf, scoreOf, type Evaluation, type Judged, type Row, type Shape } from "./coverage";

/** What was changed between two steps of the improvement: indices into scales, ratios, or single shapes. */
export type Move =
  | { readonly kind: "yours" }
  | { readonly kind: "change"; readonly axis: "scale" | "ratio"; readonly out: number | null; readonly into: number | null }
  | { readonly kind: "change"; readonly axis: "shape"; readonly out: Shape | null; readonly into: Shape | null }
  | { readonly kind: "search"; readonly examined: number };

export interface Choice {
  readonly scales: readonly number[];
  readonly ratios: readonly number[];
  /** Single shapes; used in "shapes" mode only. */
  readonly pairs: readonly Shape[];
}

export interface Candidate {
  readonly choice: Choice;
  readonly move: Move;
}

export const shapesOf = ({ mode }: Pick<Judged, "mode">, { scales, ratios, pairs }: Choice): readonly Shape[] =>
  mode === "product" ? pairsOf(scales, ratios) : pairs;

const ascending = (list: readonly number[]) => [...list].sort((a, b) => a - b);

/** A list with one entry gone, one come, or one exchanged. */
function changes(all: number, chosen: readonly number[]): { list: number[]; out: number | null; into: number | null }[] {
  const free = Array.from({ length: all }, (_, i) => i).filter((i) => !chosen.includes(i));
  const added = free.map((into) => ({ list: ascending([...chosen, into]), out: null, into }));
  const dropped = chosen.length < 2 ? [] : chosen.map((out) => ({ list: chosen.filter((c) => c !== out), out, into: null }));
  const swapped = chosen.flatMap((out) => free.map((into) => ({ list: ascending([...chosen.filter((c) => c !== out), into]), out, into })));
  return [...added, ...swapped, ...dropped];
}

/** All choices one change away that keep to the budget. */
function neighbours(rules: Judged, choice: Choice): Candidate[] {
  const S = rules.scales.length;
  if (rules.mode === "shapes") {
    const shapeAt = (index: number): Shape => [index % S, Math.floor(index / S)];
    return changes(
      S * rules.ratios.length,
      choice.pairs.map(([s, r]) => r * S + s),
    )
      .filter(({ list }) => list.length <= rules.budget)
      .map(({ list, out, into }) => ({
        choice: { ...choice, pairs: list.map(shapeAt) },
        move: { kind: "change", axis: "shape", out: out === null ? null : shapeAt(out), into: into === null ? null : shapeAt(into) },
      }));
  }
  const scales = changes(S, choice.scales).map(({ list, out, into }): Candidate => ({
    choice: { ...choice, scales: list },
    move: { kind: "change", axis: "scale", out, into },
  }));
  const ratios = changes(rules.ratios.length, choice.ratios).map(({ list, out, into }): Candidate => ({
    choice: { ...choice, ratios: list },
    move: { kind: "change", axis: "ratio", out, into },
  }));
  return [...scales, ...ratios].filter((c) => c.choice.scales.length * c.choice.ratios.length <= rules.budget);
}

/** The best single change, or null when none helps. */
export function bestChange(rules: Judged, table: readonly Row[], choice: Choice): { candidate: Candidate; evaluation: Evaluation } | null {
  let found: Candidate | null = null;
  let high = scoreOf(rules, table, shapesOf(rules, choice));
  for (const candidate of neighbours(rules, choice)) {
    const score = scoreOf(rules, table, shapesOf(rules, candidate.choice));
    if (score > high + EQUAL) {
      high = score;
      found = candidate;
    }
  }
  return found && { candidate: found, evaluation: evaluate(rules, table, shapesOf(rules, found.choice)) };
}

/** Most changes a replay shows before it jumps to the search's result. */
const LONGEST = 5;

/**
 * From a choice uphill by the best single change each time, then, where that road ends short of the optimum, the jump to
 * what looking at every choice finds.
 */
export function improvementPath(
  rules: Judged,
  table: readonly Row[],
  from: Choice,
  optimum: Choice,
  examined: number,
): (Candidate & { readonly evaluation: Evaluation })[] {
  const score = (choice: Choice) => evaluate(rules, table, shapesOf(rules, choice));
  const path = [{ choice: from, move: { kind: "yours" } as Move, evaluation: score(from) }];
  const goal = score(optimum);
  for (let step = 0; step < LONGEST; step++) {
    const next = bestChange(rules, table, path[path.length - 1].choice);
    if (next === null) break;
    path.push({ ...next.candidate, evaluation: next.evaluation });
  }
  if (path[path.length - 1].evaluation.score < goal.score - EQUAL)
    path.push({ choice: optimum, move: { kind: "search", examined }, evaluation: goal });
  return path;
}
