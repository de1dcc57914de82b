import { LEVELS, type Level } from "@/lib/challenges/contract";
import { defineRivals } from "@/lib/challenges/rivals";
import { answerOf, ordered, RIGHT, turned, type Answer, type View, type Way } from "./instance";

const by =
  (way: Partial<Way>, tasks: readonly View["task"][]) =>
  (view: View): Answer | null =>
    tasks.includes(view.task) ? answerOf(view, { ...RIGHT, ...way }) : null;

/** Patches by a number that is read off a patch, and perhaps off the kernel. */
const read =
  (number: (pixels: readonly number[], weights: readonly number[]) => number, tasks: readonly View["task"][] = ["pick", "rank"]) =>
  (view: View): Answer | null =>
    tasks.includes(view.task)
      ? ordered(
          view,
          view.patches.map((patch) =>
            number(
              patch.flat(),
              view.kernel.flat().map((w) => w ?? 0),
            ),
          ),
        )
      : null;

const sum = (list: readonly number[]) => list.reduce((a, b) => a + b, 0);
const product = (a: readonly number[], b: readonly number[]) => sum(a.map((x, i) => x * b[i]));
const centred = (list: readonly number[]) => list.map((x) => x - sum(list) / list.length);

/** A weight from −4 to 4 has the grey of a pixel from 0 to 9: how far is the patch's picture from the kernel's? */
const likeness = (pixels: readonly number[], weights: readonly number[]) =>
  -sum(pixels.map((x, i) => (x - (4.5 + weights[i] * 1.125)) ** 2));
const contrast = (pixels: readonly number[]) => product(centred(pixels), centred(pixels));
const cosine = (pixels: readonly number[], weights: readonly number[]) => {
  const size = Math.sqrt(product(pixels, pixels) * product(weights, weights));
  return size === 0 ? 0 : product(pixels, weights) / size;
};

/** The right answer with signs taken off: the patch that the kernel likes or dislikes most, weights by their size. */
function unsigned(view: View): Answer | null {
  if (view.task === "slide") return null;
  if (view.task !== "weights") return read((pixels, weights) => Math.abs(product(pixels, weights)))(view);
  const right = answerOf(view);
  return right && { order: [], values: right.values.map((value) => value && Math.abs(value)) };
}

const PROCEDURES: readonly {
  readonly misconception: string;
  readonly levels: readonly Level[];
  readonly play: (view: View) => Answer | null;
}[] = [
  // Those that are right most often by chance stand first: a draw is given up at the first that passes.
  { misconception: "contrast-does-not-count", levels: [3], play: read(cosine, ["rank"]) },
  {
    misconception: "one-filter-one-kernel",
    levels: [2],
    play: (view) => (view.task === "pick" && view.kernel.length > 1 ? answerOf(view, { ...RIGHT, channels: 1 }) : null),
  },
  { misconception: "response-is-likeness", levels: [1, 2, 3], play: read(likeness) },
  { misconception: "sign-does-not-count", levels: [1, 2, 3, 5], play: unsigned },
  { misconception: "kernel-is-turned", levels: LEVELS, play: by({ laid: turned }, ["pick", "rank", "slide", "weights"]) },
  { misconception: "highest-contrast-wins", levels: [1, 2, 3], play: read(contrast) },
  { misconception: "bright-kernel-fires-on-bright", levels: [1, 2, 3], play: read(sum) },
  { misconception: "stride-is-one", levels: [4], play: by({ stride: 1 }, ["slide"]) },
  { misconception: "negatives-stay", levels: [4], play: by({ relu: false }, ["slide"]) },
  { misconception: "bias-is-visible", levels: [4, 5], play: by({ bias: false }, ["slide", "weights"]) },
];

/** Every answer that is the same whatever the picture. */
function constants({ task, patches, asked }: View): readonly Answer[] {
  const places = Array.from({ length: 8 }, (_, i) => i);
  if (task === "pick") return places.map((i) => ({ order: [i], values: [] }));
  const all = patches.map((_, i) => i);
  if (task === "rank")
    return places.map((i) => {
      const from = [...all.slice(i % all.length), ...all.slice(0, i % all.length)];
      return { order: i < all.length ? from : [...from].reverse(), values: [] };
    });
  return [-4, -3, -2, -1, 0, 1, 2, 3, 4, 6, 8, 10, 12, 15, 20].map((value) => ({ order: [], values: asked.map(() => value) }));
}

/** Numbers in turn. */
const inTurn = ({ asked }: View): Answer => ({ order: [], values: asked.map((_, i) => i + 1) });

/** By the first pixel; numbers in turn. */
const quota = (view: View): Answer => read((pixels) => pixels[0])(view) ?? inTurn(view);

/** What is said without a look at the question, where there is more than one thing to say: of a single patch one in eight is right. */
export const withoutLook = (view: View): readonly Answer[] =>
  view.task === "pick" ? [] : view.task === "rank" ? [quota(view)] : [...constants(view), quota(view)];

export const rivals = defineRivals<View, Answer>({
  beliefs: PROCEDURES,
  blind: {
    constants,
    commonest: (view) =>
      view.task === "slide" || view.task === "weights"
        ? { order: [], values: view.asked.map(() => 1) }
        : ordered(
            view,
            view.patches.map(() => 0),
          ),
    quota,
    startingValues: { notPlayable: "nothing is chosen at first and every number is open, and neither can be sent" },
  },
});
