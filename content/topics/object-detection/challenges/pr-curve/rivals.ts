import { LEVELS, type Level } from "@/lib/challenges/contract";
import { defineRivals } from "@/lib/challenges/rivals";
import { iou } from "@/lib/engine/boxes";
import { areaUnderEnvelope, hitsOf, precisionRecall, type ClassMatches } from "@/lib/engine/evaluate";
import { answerOf, CONSTANT_AP, hundredths, matchesOf, type Answer, type Found, type View } from "./judging";

const found = (matches: ClassMatches) => hitsOf(matches).filter(Boolean).length;

/** The area under the envelope with another number of objects to find, which may be less than what was found. */
const apWith = (matches: ClassMatches, positives: number) =>
  hundredths(areaUnderEnvelope(precisionRecall(hitsOf(matches), Math.max(1, positives, found(matches)))));

/** IoU with the object of its class that a detection overlaps most. */
const bestIou = ({ objects }: View, { cls, box }: Found) =>
  Math.max(0, ...objects.filter((o) => o.cls === cls).map((o) => iou(o.box, box)));

const byScore = (view: View) => (a: ClassMatches["ranked"][number], b: ClassMatches["ranked"][number]) =>
  view.detections[b.detection].score - view.detections[a.detection].score;

/** A second detection of an object as good as the first. */
function withDuplicates(view: View): Answer {
  const own = matchesOf(view);
  const all: ClassMatches = {
    ...own,
    ranked: own.ranked.map((one) =>
      one.verdict === "false positive" && bestIou(view, view.detections[one.detection]) >= view.match
        ? { ...one, verdict: "true positive" }
        : one,
    ),
  };
  return answerOf(view, all, apWith(all, all.positives));
}

/** Of two detections of an object the one that fits better is right, whatever their scores. */
function byFit(view: View): Answer {
  const own = matchesOf(view, { first: (one) => bestIou(view, one) });
  return answerOf(view, { ...own, ranked: [...own.ranked].sort(byScore(view)) });
}

/** Detections that score less than a half are not handed in. */
function cutAtHalf(view: View): Answer | null {
  const own = matchesOf(view);
  const ranked = own.ranked.filter(({ detection }) => view.detections[detection].score >= 0.5);
  return ranked.length === 0 ? null : answerOf(view, { ...own, ranked });
}

/** What a difficult object's finder is taken for by whoever does not know the word. */
function ignoredIsFalse(view: View): Answer {
  return answerOf(view, matchesOf(view, { difficult: "nothing" }));
}

interface Idea {
  readonly misconception: string;
  readonly levels: readonly Level[];
  readonly play: (view: View) => Answer | null;
}

const IDEAS: readonly Idea[] = [
  { misconception: "any-overlap", levels: LEVELS, play: (view) => answerOf(view, matchesOf(view, { match: 0.01 })) },
  { misconception: "duplicates-count", levels: [2, 3, 4, 5], play: withDuplicates },
  { misconception: "best-fit-wins", levels: [2, 3, 4, 5], play: byFit },
  { misconception: "class-does-not-matter", levels: [3, 4, 5], play: (view) => answerOf(view, matchesOf(view, { classes: false })) },
  { misconception: "ignored-is-false", levels: [4, 5], play: ignoredIsFalse },
  { misconception: "difficult-counts", levels: [4, 5], play: (view) => answerOf(view, matchesOf(view, { difficult: "objects" })) },
  { misconception: "always-half", levels: [5], play: (view) => answerOf(view, matchesOf(view, { match: 0.5 })) },
  { misconception: "score-cut-first", levels: LEVELS, play: cutAtHalf },
  {
    misconception: "order-does-not-matter",
    levels: LEVELS,
    play: (view) => answerOf(view, matchesOf(view, { first: (_, i) => -i })),
  },
  {
    misconception: "ap-is-final-precision",
    levels: LEVELS,
    play: (view) => {
      const own = matchesOf(view);
      return answerOf(view, own, hundredths(found(own) / hitsOf(own).length));
    },
  },
  {
    misconception: "ap-is-accuracy",
    levels: LEVELS,
    play: (view) => {
      const own = matchesOf(view);
      // Right answers among all answers and all misses.
      return answerOf(view, own, hundredths(found(own) / (hitsOf(own).length + own.positives - found(own))));
    },
  },
  {
    misconception: "recall-by-detections",
    levels: LEVELS,
    play: (view) => {
      const own = matchesOf(view);
      return answerOf(view, own, apWith(own, hitsOf(own).length));
    },
  },
  {
    misconception: "misses-are-free",
    levels: LEVELS,
    play: (view) => {
      const own = matchesOf(view);
      return answerOf(view, own, apWith(own, found(own)));
    },
  },
];

/** Every detection by letter, with one mark and one AP. */
export const constants = ({ detections }: View): Answer[] =>
  (["tp", "fp"] as const).map((mark) => ({
    ranked: detections.map(({ id }) => id),
    marks: detections.map(() => mark),
    ap: CONSTANT_AP,
  }));

const ranking = ({ detections, cls }: View): string[] =>
  detections
    .filter((one) => one.cls === cls)
    .sort((a, b) => b.score - a.score)
    .map(({ id }) => id);

/** Ranked as they are to be, each one right. */
const allRight = (view: View): Answer => ({
  ranked: ranking(view),
  marks: view.detections.map(({ cls }) => (cls === view.cls ? "tp" : null)),
  ap: CONSTANT_AP,
});

/** Ranked as they are to be, the better half right. */
export function betterHalf(view: View): Answer {
  const ranked = ranking(view);
  const half = new Set(ranked.slice(0, Math.ceil(ranked.length / 2)));
  return {
    ranked,
    marks: view.detections.map(({ id, cls }) => (cls !== view.cls ? null : half.has(id) ? "tp" : "fp")),
    ap: CONSTANT_AP,
  };
}

export const rivals = defineRivals<View, Answer>({
  beliefs: IDEAS,
  blind: {
    constants,
    commonest: allRight,
    quota: betterHalf,
    startingValues: { notPlayable: "nothing is ranked at first, and an answer without a ranking cannot be sent" },
  },
});
