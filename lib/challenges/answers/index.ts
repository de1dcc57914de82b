/**
 * Forms of answers. Each has a strict, bounded `schema` for one field of an answer, `empty`, `check` (with what is missing, for the
 * button) and `points` (whole points in parts, to be spread into the grade).
 */
export * as estimate from "./estimate";
export * as labelling from "./labelling";
export * as matching from "./matching";
export * as ordering from "./ordering";
export type { Id, Naming, Points } from "./points";
export * as region from "./region";
export * as selection from "./selection";
