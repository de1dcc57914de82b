import { LEVELS, type Level } from "@/lib/challenges/contract";
import { defineRivals } from "@/lib/challenges/rivals";
import { afterMerge, ratedPairs, segmentsOf, type Answer, type Measure, type Pair, type Rated, type View } from "./instance";

/** A way of choosing the next pair out of all pairs of the regions of the moment. */
type Choice = (pairs: readonly Rated[]) => Rated | undefined;

/** Merges as often as asked, by one way of choosing. */
function play(view: View, measures: readonly Measure[], choose: Choice): Answer {
  let names: readonly string[] = segmentsOf(view);
  const merges: Pair[] = [];
  for (let i = 0; i < view.merges; i++) {
    const next = choose(ratedPairs(view, names, measures));
    if (!next) break;
    merges.push(next.pair);
    names = afterMerge(names, next.pair);
  }
  return { merges };
}

const first: Choice = (pairs) => pairs.find(({ touching }) => touching);

const bySize =
  (sign: number): Choice =>
  (pairs) =>
    pairs.filter(({ touching }) => touching).reduce((a, b) => (sign * (b.values.size - a.values.size) > 0 ? b : a));
/** The two smallest that touch, whatever their colours. */
export const smallest = bySize(1);
/** The two largest that touch: the least alike by size. */
const largest = bySize(-1);

/** The pairs of the first moment in their order, never rated anew: a pair whose region has merged stands for what it has become. */
function listMadeOnce(view: View): Answer {
  let names: readonly string[] = segmentsOf(view);
  const merges: Pair[] = [];
  const nameOf = (segment: string) => names.find((name) => name.includes(segment)) ?? segment;
  for (const { pair, touching } of ratedPairs(view, names)) {
    const [a, b] = pair.map(nameOf);
    if (!touching || a === b || merges.length === view.merges) continue;
    const now: Pair = a < b ? [a, b] : [b, a];
    merges.push(now);
    names = afterMerge(names, now);
  }
  return { merges };
}

/** The level that a picture was drawn for. */
const levelOf = ({ measures, merges }: View) => (merges > 1 ? measures.length + merges - 1 : measures.length);

interface Procedure {
  readonly misconception: string;
  readonly levels: readonly Level[];
  readonly play: (view: View) => Answer;
}

/** Wrong ways to choose, each under the id of its misconception. */
const PROCEDURES: readonly Procedure[] = [
  { misconception: "alike-anywhere", levels: LEVELS, play: (view) => play(view, view.measures, (pairs) => pairs[0]) },
  { misconception: "small-first", levels: LEVELS, play: (view) => play(view, ["size"], smallest) },
  { misconception: "colour-is-enough", levels: [2, 3, 4, 5], play: (view) => play(view, ["colour"], first) },
  { misconception: "fill-is-forgotten", levels: [3, 4, 5], play: (view) => play(view, ["colour", "size"], first) },
  { misconception: "list-made-once", levels: [4, 5], play: listMadeOnce },
];

/** The pair at one place in the list by letters, whatever the picture. */
const atPlace =
  (share: number): Choice =>
  (pairs) => {
    const byLetters = pairs.filter(({ touching }) => touching).sort((a, b) => (a.pair.join() < b.pair.join() ? -1 : 1));
    return byLetters[Math.floor(share * (byLetters.length - 1))];
  };

const PLACES = [0, 0.5, 1].map(atPlace);

/** Ways that look at no colour. */
export const WITHOUT_A_LOOK: readonly Choice[] = [largest, ...PLACES];
export const blindAnswers = (view: View): Answer[] => WITHOUT_A_LOOK.map((choose) => play(view, view.measures, choose));

export const rivals = defineRivals<View, Answer>({
  beliefs: PROCEDURES.map(({ misconception, levels, play: answer }) => ({
    misconception,
    levels,
    // Where nothing is asked that a belief leaves out, there is nothing to believe.
    play: (view) => (levels[0] <= levelOf(view) ? answer(view) : null),
  })),
  blind: {
    constants: (view) => PLACES.map((choose) => play(view, view.measures, choose)),
    commonest: { notPlayable: "letters go by place, so no pair is right more often than another" },
    quota: (view) => play(view, view.measures, largest),
    startingValues: { notPlayable: "no region is chosen at first, and an answer without a pair cannot be sent" },
  },
});
