import { LEVELS, type Level } from "@/lib/challenges/contract";
import { defineRivals } from "@/lib/challenges/rivals";
import { billOf, inHundredths, RIGHT, type Answer, type View, type Way } from "./instance";

const play = (view: View, way: Way): Answer => ({ losses: view.rois.map((roi) => inHundredths(billOf(view, roi, way).due)) });

interface Procedure {
  readonly misconception: string;
  readonly levels: readonly Level[];
  readonly way: Partial<Way>;
  /** Where nothing is asked that a belief is about, there is nothing to believe. */
  readonly about?: (view: View) => boolean;
}

const asksClass = ({ asked }: View) => asked === "all";
const asksErrors = ({ rois }: View) => rois.every(({ box }) => box === null);
const asksDrawing = ({ rois }: View) => rois.every(({ iou }) => iou !== null);

const PROCEDURES: readonly Procedure[] = [
  { misconception: "background-pays-for-its-box", levels: LEVELS, way: { backgroundPaysBox: true } },
  { misconception: "object-pays-for-box-alone", levels: [1, 4, 5], way: { objectPaysClass: false }, about: asksClass },
  { misconception: "loss-of-the-likeliest", levels: [1, 4, 5], way: { reads: "largest" }, about: asksClass },
  { misconception: "box-loss-is-absolute", levels: [2, 3, 4, 5], way: { bend: (x) => 100 * Math.abs(x) }, about: asksErrors },
  { misconception: "box-loss-is-squared", levels: [3, 4, 5], way: { bend: (x) => 5 * x * x }, about: asksErrors },
  {
    misconception: "half-forgotten",
    levels: [2, 3, 4, 5],
    way: { bend: (x) => (Math.abs(x) < 10 ? 10 * x * x : 100 * Math.abs(x)) },
    about: asksErrors,
  },
  { misconception: "lambda-is-one", levels: [4, 5], way: { weighs: false }, about: ({ lambda }) => lambda !== 1 },
  { misconception: "any-overlap-is-object", levels: [5], way: { objectFrom: 10 }, about: asksDrawing },
  { misconception: "rest-is-background", levels: [5], way: { backgroundFrom: 0 }, about: asksDrawing },
];

const same = (view: View, hundredths: number): Answer => ({ losses: view.rois.map(() => hundredths) });

export const rivals = defineRivals<View, Answer>({
  beliefs: PROCEDURES.map(({ misconception, levels, way, about = () => true }) => ({
    misconception,
    levels,
    play: (view) => (about(view) ? play(view, { ...RIGHT, ...way }) : null),
  })),
  blind: {
    constants: (view) => [0, 25, 50, 100, 200].map((hundredths) => same(view, hundredths)),
    commonest: (view) => same(view, view.asked === "box" ? 0 : 100),
    quota: { notPlayable: "numbers, not shares of a whole: there is nothing to hand out" },
    startingValues: { notPlayable: "every loss is open at first, and open losses cannot be sent" },
  },
});
