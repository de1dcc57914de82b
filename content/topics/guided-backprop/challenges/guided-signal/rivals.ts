import { LEVELS } from "@/lib/challenges/contract";
import { defineRivals } from "@/lib/challenges/rivals";
import { openCells, type Answer, type View } from "./way";

const cellsOf = ({ side }: View) => Array.from({ length: side * side }, (_, cell) => cell);
const forEachRule = (view: View, cells: readonly number[]): Answer => ({ cells: view.rules.map(() => cells) });

/** Marks the cells of the strongest signal, as many as a row has, under every rule. */
export function strongest(view: View): Answer {
  const ranked = cellsOf(view).sort((a, b) => view.signal[b] - view.signal[a] || a - b);
  return forEachRule(
    view,
    ranked.slice(0, view.side).sort((a, b) => a - b),
  );
}

export const rivals = defineRivals<View, Answer>({
  beliefs: [
    {
      misconception: "one-gate",
      levels: LEVELS,
      play: (view) => forEachRule(view, openCells(view, "deconvnet")),
    },
    {
      misconception: "it-is-the-gradient",
      levels: LEVELS,
      play: (view) => ({ cells: view.rules.map((rule) => openCells(view, rule === "guided" ? "gradient" : rule)) }),
    },
    {
      misconception: "one-relu-is-enough",
      levels: [3, 4, 5],
      play: (view) => ({ cells: view.rules.map((rule) => openCells({ ...view, gates: view.gates.slice(0, 1) }, rule)) }),
    },
    {
      misconception: "weights-keep-signs",
      levels: [4, 5],
      play: (view) => {
        const gates = view.gates.map((gate) => ({ ...gate, weights: null }));
        return { cells: view.rules.map((rule) => openCells({ ...view, gates }, rule)) };
      },
    },
    {
      misconception: "paths-do-not-add",
      levels: [5],
      play: (view) => {
        const gates = view.gates.map((gate) => ({ ...gate, adds: false }));
        return { cells: view.rules.map((rule) => openCells({ ...view, gates }, rule)) };
      },
    },
  ],
  blind: {
    constants: (view) => {
      const all = cellsOf(view);
      const { side } = view;
      const half = Math.floor(all.length / 2);
      return [
        all,
        all.slice(0, half),
        all.slice(half),
        all.filter((cell) => cell % 2 === 0),
        all.filter((cell) => cell % side === 0),
        all.filter((cell) => cell < side),
        [0],
      ].map((cells) => forEachRule(view, cells));
    },
    commonest: { notPlayable: "a cell is closed more often than open, and an answer without a cell cannot be sent" },
    quota: strongest,
    startingValues: (view) => forEachRule(view, [0]),
  },
});
