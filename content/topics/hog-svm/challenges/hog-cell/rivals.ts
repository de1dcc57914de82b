import { LEVELS, type Level } from "@/lib/challenges/contract";
import { defineRivals } from "@/lib/challenges/rivals";
import { BINS, barsOf, CLIP, hysteresis, sum, type Arrow } from "../../bins";
import { arrowsOf, blockWith, gradientsOf, hundredths, largestWith, MOST, noBars, rightBars, type Answer, type View } from "./instance";

/** What a belief makes of a cell's gradients. */
type Believed = (arrows: readonly Arrow[], view: View) => readonly Arrow[];

const strongest = (arrows: readonly Arrow[]): Arrow => arrows.reduce((top, arrow) => (arrow.size > top.size ? arrow : top));
const total = (arrows: readonly Arrow[]): number => sum(arrows.map(({ size }) => size));

/** Every vote alike: the sizes' mean, so that all bars together are as high as they should be. */
function alike(arrows: readonly Arrow[], { shared }: View): readonly Arrow[] {
  const unit = shared ? 4 : 1;
  const size = unit * Math.round(total(arrows) / arrows.length / unit);
  return arrows.map(({ degrees }) => ({ size, degrees }));
}

const BARS: readonly { readonly misconception: string; readonly levels: readonly Level[]; readonly believed: Believed }[] = [
  {
    misconception: "gradient-of-each-object",
    levels: LEVELS,
    believed: (arrows) => [{ size: total(arrows), degrees: strongest(arrows).degrees }],
  },
  { misconception: "counts-pixels", levels: LEVELS, believed: alike },
  {
    misconception: "bars-along-the-edge",
    levels: LEVELS,
    believed: (arrows) => arrows.map(({ size, degrees }) => ({ size, degrees: (degrees + 90) % 360 })),
  },
  { misconception: "signed-directions", levels: [2, 3, 4, 5], believed: (arrows) => arrows.filter(({ degrees }) => degrees < 180) },
  {
    misconception: "next-pixel",
    levels: [3],
    believed: (arrows, { pixels }) => (pixels ? gradientsOf(pixels, "forward") : arrows),
  },
];

/** What is said of the block by somebody whose bars are right. */
const BLOCKS: readonly { readonly misconception: string; readonly said: (block: readonly number[]) => number }[] = [
  { misconception: "clip-is-final", said: () => CLIP },
  { misconception: "strong-edge-rules", said: (block) => hysteresis(block).before },
];

const answered = (view: View, bars: readonly number[]): Answer => ({ bars, largest: largestWith(view, bars) });

export const rivals = defineRivals<View, Answer>({
  beliefs: [
    ...BARS.map(({ misconception, levels, believed }) => ({
      misconception,
      levels,
      play: (view: View): Answer | null => {
        const bars = barsOf(believed(arrowsOf(view), view), view.shared);
        return sum(bars) === 0 || Math.max(...bars) > MOST ? null : answered(view, bars);
      },
    })),
    {
      misconception: "whole-votes",
      levels: [4, 5],
      play: (view) => answered(view, barsOf(arrowsOf(view), false)),
    },
    ...BLOCKS.map(({ misconception, said }) => ({
      misconception,
      levels: [5] as const,
      play: (view: View): Answer | null => {
        const bars = rightBars(view);
        return view.block === null ? null : { bars, largest: hundredths(said(blockWith(bars, view.block))) };
      },
    })),
  ],
  blind: {
    constants: (view) =>
      Array.from({ length: 12 }, (_, k) => ({
        bars: noBars().map(() => k + 1),
        largest: view.block === null ? null : 20 + 2 * k,
      })),
    commonest: { notPlayable: "most bars are 0, and an answer without a bar cannot be sent" },
    // The strongest gradient into the first bar, the next into the second, and so on.
    quota: (view) => {
      const ranked = arrowsOf(view)
        .map(({ size }) => size)
        .sort((a, b) => b - a);
      return { bars: Array.from({ length: BINS }, (_, bin) => ranked[bin] ?? 0), largest: view.block === null ? null : 25 };
    },
    startingValues: (view) => ({ bars: noBars().map((_, bin) => (bin === 0 ? 1 : 0)), largest: view.block === null ? null : 0 }),
  },
});

/** Beliefs about the bars, and those about the block's number: an answer may show one of each. */
export const isOfBlock = (misconception: string): boolean => BLOCKS.some((each) => each.misconception === misconception);
