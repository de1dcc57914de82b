import type { BoxState } from "./types";

/** A dash pattern per tone, so that boxes are told apart without colour. Lengths are multiples of the stroke width. */
const DASHES: readonly string[] = ["none", "6 3", "2 2.5", "9 3 2 3", "4 2", "1 2", "12 4", "6 2 1 2"];

export const toneColor = (tone: number): string => `var(--box-${((tone % 8) + 8) % 8})`;

export const toneDash = (tone: number): string => DASHES[((tone % 8) + 8) % 8];

/** A tone's dash as a stroke needs it, with lengths of `unit`; undefined for a whole line. */
export function dashArray(tone: number, unit: number): string | undefined {
  const dash = toneDash(tone);
  if (dash === "none") return undefined;
  return dash
    .split(" ")
    .map((length) => Number(length) * unit)
    .join(" ");
}

/** How each state looks: opacity and width of the line, fill, and a badge that says it without colour. */
export const STATE_LOOK: Readonly<Record<BoxState, { line: number; width: number; fill: number; badge: string; color?: string }>> = {
  idle: { line: 0.9, width: 2, fill: 0.04, badge: "" },
  picked: { line: 1, width: 3.5, fill: 0.22, badge: "✓" },
  measured: { line: 1, width: 2.5, fill: 0, badge: "↔" },
  kept: { line: 1, width: 3.5, fill: 0.2, badge: "✓", color: "var(--good)" },
  suppressed: { line: 0.35, width: 1.5, fill: 0, badge: "×" },
  wrong: { line: 1, width: 3, fill: 0.14, badge: "✗", color: "var(--bad)" },
  missed: { line: 1, width: 3, fill: 0.1, badge: "!", color: "var(--warn)" },
  truth: { line: 1, width: 2.5, fill: 0, badge: "", color: "var(--ink)" },
  ghost: { line: 0.55, width: 1.5, fill: 0, badge: "" },
};
