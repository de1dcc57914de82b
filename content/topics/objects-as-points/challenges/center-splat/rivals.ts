import { defineRivals, type Belief } from "@/lib/challenges/rivals";
import { CODES, hillAt, MOST_RADIUS, radiusOf, solutionOf, THREE, type Answer, type Hills, type View } from "./instance";

const ALL = [1, 2, 3, 4, 5] as const;
const tenths = (radius: number) => Math.min(MOST_RADIUS, Math.max(1, Math.round(10 * radius)));

/** This radius, and the right values and codes. */
const radius =
  (of: (view: View) => number) =>
  (view: View): Answer => ({ ...solutionOf(view), radius: tenths(of(view)) });

/** The right radius, and these values. */
const values =
  (of: (hills: Hills, cell: number) => number) =>
  (view: View): Answer => ({ ...solutionOf(view), values: view.hills?.asked.map((cell) => of(view.hills as Hills, cell)) ?? [] });

const shorter = ({ width, height }: View) => Math.min(width, height);
const longer = ({ width, height }: View) => Math.max(width, height);

/** Where both boxes are moved the same way: (h − r)(w − r)(1 + t) = 2t·hw. */
function shiftRadius({ width, height, overlap }: View): number {
  const [sum, t] = [width + height, overlap / 100];
  return (sum - Math.sqrt(sum * sum - (4 * width * height * (1 - t)) / (1 + t))) / 2;
}

export const beliefs: readonly Belief<View, Answer>[] = [
  { misconception: "released-roots", levels: ALL, play: radius((view) => radiusOf(view, "released")) },
  { misconception: "gaussian-is-extent", levels: ALL, play: radius((view) => shorter(view) / 2) },
  { misconception: "slack-of-a-side", levels: ALL, play: radius((view) => ((1 - view.overlap / 100) / 2) * shorter(view)) },
  { misconception: "shift-is-worst", levels: ALL, play: radius(shiftRadius) },
  {
    misconception: "longer-side-decides",
    levels: [2, 3, 4, 5],
    play: radius((view) => radiusOf({ ...view, width: longer(view), height: longer(view) })),
  },
  { misconception: "always-seventy", levels: [3, 4, 5], play: radius((view) => radiusOf({ ...view, overlap: 70 })) },
  {
    misconception: "hills-add-up",
    levels: [4],
    play: values((hills, cell) => Math.min(100, hillAt(hills, 0, cell) + hillAt(hills, 1, cell))),
  },
  { misconception: "later-hill-wins", levels: [4], play: values((hills, cell) => hillAt(hills, 1, cell) || hillAt(hills, 0, cell)) },
  {
    misconception: "wider-hill-is-released",
    levels: [5],
    play(view) {
      const mean = view.targets.reduce((sum, target) => sum + target.radius, 0) / view.targets.length;
      return { ...solutionOf(view), codes: view.targets.map((target) => CODES[target.radius > mean ? 1 : 0]) };
    },
  },
];

/** The opposite sign, which would be as blind: small boxes are the released code's. */
export const smallIsReleased = (view: View): Answer => {
  const mean = view.targets.reduce((sum, { side }) => sum + side, 0) / view.targets.length;
  return { ...solutionOf(view), codes: view.targets.map(({ side }) => CODES[side < mean ? 1 : 0]) };
};

/** One radius, one value and one code everywhere. */
const everywhere = (view: View, of: number, value: number, code: 0 | 1): Answer => ({
  radius: of,
  values: view.hills === null ? [] : Array.from({ length: THREE }, () => value),
  codes: view.targets.map(() => CODES[code]),
});

export const rivals = defineRivals<View, Answer>({
  beliefs,
  blind: {
    constants: (view) =>
      [12, 15, 18, 20, 22, 25, 28, 32, 36, 40].flatMap((of) => [everywhere(view, of, 48, 0), everywhere(view, of, 23, 1)]),
    commonest: (view) => everywhere(view, 20, 48, 0),
    /** A tenth of the shorter side, the values in turn, every other hill by the released code. */
    quota: (view) => ({
      radius: tenths(shorter(view) / 16),
      values: view.hills === null ? [] : [69, 48, 23],
      codes: view.targets.map((_, i) => CODES[i % 2]),
    }),
    startingValues: { notPlayable: "no radius is set at first, and an answer without one cannot be sent" },
  },
});
