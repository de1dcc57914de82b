import { binsOf, gridOf, isBack, roiRanges, winnersOf, type Answer, type Bin, type View } from "./instance";

/** One moment of the replay. */
export type Step =
  /** The RoI snaps to whole cells. */
  | { readonly type: "roi"; readonly roi: number; readonly cells: Bin }
  /** A bin opens and its largest number goes into the grid, or its gradient to the winner. */
  | {
      readonly type: "bin";
      readonly roi: number;
      readonly bin: number;
      readonly cells: Bin;
      /** −1: the bin lies beyond the map. */
      readonly winner: number;
      /** The number that goes into the grid, or what the winner has received by now. */
      readonly value: number;
      /** On the way back: the gradient that arrives here. */
      readonly gradient: number | null;
    }
  /** Cells that the learner marked and that receive nothing. */
  | { readonly type: "extra"; readonly cells: readonly number[] };

export function stepsOf(view: View, answer: Answer): Step[] {
  const winners = winnersOf(view);
  const back = isBack(view);
  const grid = gridOf(view);
  const sums = new Map<number, number>();
  const steps = view.rois.flatMap((roi, r): Step[] => [
    { type: "roi", roi: r, cells: roiRanges(view, roi) },
    ...binsOf(view, roi).map((cells, bin): Step => {
      const winner = winners[r][bin];
      const gradient = back ? view.gradients[r][bin] : null;
      if (gradient !== null) sums.set(winner, (sums.get(winner) ?? 0) + gradient);
      return { type: "bin", roi: r, bin, cells, winner, value: gradient === null ? grid[bin] : (sums.get(winner) ?? 0), gradient };
    }),
  ]);
  const extra = back ? answer.marks.map(({ cell }) => cell).filter((cell) => !winners.some((each) => each.includes(cell))) : [];
  return extra.length === 0 ? steps : [...steps, { type: "extra", cells: extra }];
}

/** The steps at which the answer goes another way: a wrong number of the grid, a winner that was left out or received another sum. */
export function misstepsOf(view: View, answer: Answer, steps: readonly Step[]): number[] {
  const last = new Map<number, number>();
  steps.forEach((step, at) => {
    if (step.type === "bin") last.set(isBack(view) ? step.winner : step.bin, at);
  });
  const wrong = [...last].flatMap(([id, at]) => {
    const step = steps[at];
    if (step.type !== "bin") return [];
    const mine = isBack(view) ? answer.marks.find(({ cell }) => cell === id)?.sum : answer.grid[id];
    return mine === step.value ? [] : [at];
  });
  return [...wrong, ...steps.flatMap((step, at) => (step.type === "extra" ? [at] : []))].sort((a, b) => a - b);
}
