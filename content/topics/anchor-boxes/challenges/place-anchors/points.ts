import { EQUAL, reachOf, scoreOf, type Judged, type Shape } from "./coverage";

export const TOTAL = 100;

/** Points of a score between what a blind pick reaches (0) and what the search reaches (100). */
export function pointsBetween(score: number, blind: number, most: number): number {
  if (score >= most - EQUAL) return TOTAL;
  return Math.max(0, Math.min(TOTAL, Math.round((TOTAL * (score - blind)) / (most - blind))));
}

/** Points of a choice of shapes. */
export function pointsOf(rules: Judged, shapes: readonly Shape[]): number {
  const { table, most, blind } = reachOf(rules);
  return pointsBetween(scoreOf(rules, table, shapes), blind, scoreOf(rules, table, most.shapes));
}
