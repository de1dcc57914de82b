import { LEVELS, type Level } from "@/lib/challenges/contract";
import { defineRivals } from "@/lib/challenges/rivals";
import { bilinear, RIGHT, tiled, valuesOf, type Answer, type View, type Way } from "./instance";

const by =
  (way: Partial<Way>) =>
  (view: View): Answer => ({ values: valuesOf(view, { ...RIGHT, ...way }) });

/** Of all levels above, the finest one gets the lateral map of the next one alone. */
function neighboursAlone(view: View): Answer {
  const [above, own] = view.laterals.slice(-2);
  return { values: valuesOf({ ...view, top: above, laterals: [own] }) };
}

const PROCEDURES: readonly {
  readonly misconception: string;
  readonly levels: readonly Level[];
  readonly play: (view: View) => Answer | null;
}[] = [
  { misconception: "copies-are-tiled", levels: LEVELS, play: by({ enlarge: tiled }) },
  { misconception: "copies-are-blended", levels: LEVELS, play: by({ enlarge: bilinear }) },
  { misconception: "larger-of-two", levels: LEVELS, play: by({ merge: Math.max }) },
  { misconception: "merge-averages", levels: LEVELS, play: by({ merge: (a, b) => Math.floor((a + b) / 2 + 0.5) }) },
  { misconception: "lateral-is-enough", levels: LEVELS, play: by({ merge: (_, lateral) => lateral }) },
  { misconception: "top-down-carries-resolution", levels: LEVELS, play: by({ merge: (fromAbove) => fromAbove }) },
  {
    misconception: "one-by-one-only-adds",
    levels: [4],
    play: (view) =>
      view.weights === null ? null : { values: valuesOf(view, { ...RIGHT, project: (channels) => channels.reduce((a, b) => a + b, 0) }) },
  },
  { misconception: "only-neighbours-meet", levels: [5], play: (view) => (view.laterals.length < 2 ? null : neighboursAlone(view)) },
];

const everywhere = ({ asked }: View, value: number): Answer => ({ values: asked.map(() => value) });

export const rivals = defineRivals<View, Answer>({
  beliefs: PROCEDURES,
  blind: {
    constants: (view) => [-10, 0, 10, 20, 30, 40, 50, 60, 70, 80, 90].map((value) => everywhere(view, value)),
    commonest: (view) => {
      const [channel] = view.top.channels;
      return everywhere(view, Math.floor(channel.reduce((sum, value) => sum + value, 0) / channel.length + 0.5));
    },
    // The numbers from above in reading order, handed out in turn.
    quota: (view) => ({ values: view.asked.map((_, i) => view.top.channels[0][i % view.top.channels[0].length]) }),
    startingValues: { notPlayable: "every number is open at first, and open numbers cannot be sent" },
  },
});
