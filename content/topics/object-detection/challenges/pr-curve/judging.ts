import { estimate, labelling, ordering } from "@/lib/challenges/answers";
import type { Part } from "@/lib/challenges/contract";
import type { Text } from "@/lib/challenges/text";
import { iou, type BoxXYXY } from "@/lib/engine/boxes";
import {
  areaUnderEnvelope,
  hitsOf,
  matchDetections,
  precisionRecall,
  type ClassMatches,
  type Detection,
  type GroundTruth,
} from "@/lib/engine/evaluate";
import { VOC_CLASSES, type VocClass } from "@/lib/engine/scenes";
import { josa } from "@/lib/words";

/** Something that is really there. */
export interface ViewObject {
  readonly cls: VocClass;
  /** Whole pixels. */
  readonly box: BoxXYXY;
  readonly flip: boolean;
  /** Marked "difficult" by whoever labelled the picture: nobody has to find it, and finding it is no mistake. */
  readonly difficult: boolean;
}

/** What the detector says. */
export interface Found {
  /** "A", "B", …: the tag on the picture. */
  readonly id: string;
  readonly cls: VocClass;
  /** Whole pixels. */
  readonly box: BoxXYXY;
  /** Whole hundredths, no two alike. */
  readonly score: number;
}

export interface View {
  readonly width: number;
  readonly height: number;
  readonly objects: readonly ViewObject[];
  /** By letter. */
  readonly detections: readonly Found[];
  /** The class whose AP is asked for. */
  readonly cls: VocClass;
  /** IoU from which on a detection finds an object. */
  readonly match: number;
}

export const MARKS = ["tp", "fp", "ignored"] as const;
export type Mark = (typeof MARKS)[number];

export interface Answer {
  /** Ids of the detections that take part, best score first. */
  readonly ranked: readonly string[];
  /** Entry i belongs to the view's detection i; null while it has none. */
  readonly marks: readonly (Mark | null)[];
  /** AP in hundredths. */
  readonly ap: number | null;
}

/** No picture has more detections. */
export const MOST_DETECTIONS = 12;

const MARK_OF = { "true positive": "tp", "false positive": "fp", ignored: "ignored" } as const;

/** How an evaluation reads a picture. What is left out is read as the view says. */
export interface Reading {
  readonly match?: number;
  /** Whether classes are told apart. Default true. */
  readonly classes?: boolean;
  /** What "difficult" objects are: as the rules have them, objects like any other, or nothing at all. Default "ignored". */
  readonly difficult?: "ignored" | "objects" | "nothing";
  readonly rule?: "voc" | "coco";
  /** What matching goes by instead of the score. */
  readonly first?: (found: Found, index: number) => number;
}

/** The engine's matching of the class that is asked for, by index of the view's detections. */
export function matchesOf(view: View, reading: Reading = {}): ClassMatches {
  const { match = view.match, classes = true, difficult = "ignored", rule = "voc", first = ({ score }) => score } = reading;
  const label = (cls: VocClass) => (classes ? VOC_CLASSES.indexOf(cls) : 0);
  const objects = view.objects
    .filter((object) => !object.difficult || difficult !== "nothing")
    .map(({ cls, box, difficult: hard }): GroundTruth => ({
      image: 0,
      label: label(cls),
      box,
      difficult: hard && difficult === "ignored",
    }));
  const detections = view.detections.map((found, i): Detection => ({
    image: 0,
    label: label(found.cls),
    box: found.box,
    score: first(found, i),
  }));
  const own = matchDetections(objects, detections, { rule, iouThreshold: match }).find((one) => one.label === label(view.cls));
  if (!own) throw new Error(`nothing of class ${view.cls} is on the picture`);
  return own;
}

/** The answer that a matching amounts to. @param ap hundredths; by default the area under the envelope of its curve */
export function answerOf(view: View, { ranked, positives }: ClassMatches, ap?: number): Answer {
  const marks: (Mark | null)[] = view.detections.map(() => null);
  for (const { detection, verdict } of ranked) marks[detection] = MARK_OF[verdict];
  const hits = ranked.filter(({ verdict }) => verdict !== "ignored").map(({ verdict }) => verdict === "true positive");
  return {
    ranked: ranked.map(({ detection }) => view.detections[detection].id),
    marks,
    ap: ap ?? hundredths(areaUnderEnvelope(precisionRecall(hits, positives))),
  };
}

export const hundredths = (ap: number): number => Math.round(100 * ap);
/** @example shownAp(7) → "0.07" */
export const shownAp = (ap: number): string => (ap / 100).toFixed(2);

export const perfect = (view: View): Answer => answerOf(view, matchesOf(view));

/** The AP in hundredths that follows from an answer's own ranking and marks. */
function ownAp(view: View, { ranked, marks }: Pick<Answer, "ranked" | "marks">): number {
  const said = ranked.map((id) => marks[view.detections.findIndex((found) => found.id === id)]);
  const hits = said.filter((mark) => mark !== "ignored").map((mark) => mark === "tp");
  // More TPs than there are objects cannot be on any curve; it then ends at recall 1.
  const objects = Math.max(matchesOf(view).positives, hits.filter(Boolean).length);
  return hundredths(areaUnderEnvelope(precisionRecall(hits, objects)));
}

/**
 * Whether a wrong AP is what the learner's own ranking and marks give: the error lies there and is not to be paid for twice. Marks that are
 * all alike make a curve of 0 or 1 without any work, and do not count.
 */
export function followsFrom(view: View, answer: Answer): boolean {
  const right = perfect(view).ap ?? 0;
  const said = new Set(answer.ranked.map((id) => answer.marks[view.detections.findIndex((found) => found.id === id)]));
  if (answer.ap === null || Math.abs(answer.ap - right) <= FULL || !said.has("tp") || !said.has("fp")) return false;
  return Math.abs(ownAp(view, answer) - answer.ap) <= FULL;
}

/** What the true curve is made of. */
export const curveOf = (view: View) => {
  const matches = matchesOf(view);
  return precisionRecall(hitsOf(matches), matches.positives);
};

/** Whether those of the right detections that were ranked stand in the order of their scores: who leaves one out has not ranked wrongly. */
export function inOrder(view: View, { ranked }: Pick<Answer, "ranked">): boolean {
  const right = perfect(view).ranked;
  const common = ranked.filter((id) => right.includes(id));
  return right.filter((id) => common.includes(id)).every((id, i) => id === common[i]);
}

/** Points: the order of the ranking, the marks, the AP. */
const WORTH = { order: 20, marks: 40, ap: 40 } as const;
/** Of the AP's points, what one earns that is right for the learner's own marks alone: so few that no wrong mark passes by it (20 + 39 + 15). */
const FOLLOWS = 15;
/** An AP within so many hundredths earns all, one off by as many as `ZERO` nothing. */
export const FULL = 2;
const ZERO = 6;
/** The AP that is least far off on average; an instance whose AP is near it is drawn anew. */
export const CONSTANT_AP = 53;

export interface Judged {
  readonly earned: number;
  readonly total: number;
  readonly parts: readonly Part[];
}

/** What is said of one detection, where it was misjudged. */
export type Notes = (index: number, said: Mark | "out") => Text | undefined;

const share = (worth: number, { earned, total }: { readonly earned: number; readonly total: number }) =>
  Math.floor((worth * earned) / total);

/** Points and parts of an answer; `notes` is asked for what went wrong with a detection. */
export function judge(view: View, answer: Answer, notes: Notes = () => undefined): Judged {
  const right = perfect(view);
  const truth = view.detections.map(({ id }, i): Mark | "out" => (right.ranked.includes(id) ? (right.marks[i] ?? "out") : "out"));
  const said = view.detections.map(({ id }, i): Mark | "out" | null => (answer.ranked.includes(id) ? (answer.marks[i] ?? null) : "out"));
  const marks = labelling.points<number, Mark | "out">({
    ids: [...view.detections.keys()],
    truth,
    labels: said,
    aboveConstant: true,
    label: (i) => ({ ko: `검출 ${view.detections[i].id}`, en: `Detection ${view.detections[i].id}` }),
    note: (i, mark) => (mark === null ? undefined : notes(i, mark)),
  });
  const order = ordering.points<string>({
    ids: right.ranked,
    rank: (id) => right.ranked.indexOf(id),
    order: answer.ranked.filter((id) => right.ranked.includes(id)),
    label: (id) => ({ ko: id, en: id }),
  });
  const truthAp = right.ap ?? 0;
  const ap = estimate.points({
    truth: [truthAp],
    values: [answer.ap],
    band: () => estimate.bandOf({ truth: truthAp, full: FULL, constant: CONSTANT_AP, limit: ZERO }),
    each: WORTH.ap,
    label: () => ({ ko: "AP", en: "AP" }),
    note: (_, value) => ({
      ko: `${value === null ? "" : `${josa(shownAp(value), "이라고/라고")} 했지만 `}곡선 아래 넓이는 ${shownAp(truthAp)}.`,
      en: `${value === null ? "" : `You said ${shownAp(value)}; `}the area under the curve is ${shownAp(truthAp)}.`,
    }),
  });
  const apEarned = Math.max(ap.earned, followsFrom(view, answer) ? FOLLOWS : 0);
  const placed = share(WORTH.order, order);
  const orderPart: Part = {
    id: "order",
    label: { ko: "순위", en: "Ranking" },
    correct: placed === WORTH.order,
    earned: placed,
    total: WORTH.order,
    note:
      placed === WORTH.order
        ? undefined
        : { ko: `점수가 높은 것부터 ${right.ranked.join(", ")}.`, en: `Best score first: ${right.ranked.join(", ")}.` },
  };
  return {
    earned: placed + share(WORTH.marks, marks) + apEarned,
    total: WORTH.order + WORTH.marks + WORTH.ap,
    parts: [
      ...marks.parts.map((part, i) => ({ ...part, id: view.detections[i].id })),
      orderPart,
      ...ap.parts.map((part) => ({ ...part, id: "ap", earned: apEarned })),
    ],
  };
}

/** The nearest that a decision comes to flipping: an IoU to the match IoU, or the object overlapped most to the next one. */
export function slackOf(view: View): number {
  let slack = Infinity;
  view.detections.forEach((found, i) => {
    if (view.detections.slice(0, i).some(({ score }) => score === found.score)) slack = 0;
    const overlaps = view.objects
      .filter(({ cls }) => cls === found.cls)
      .map(({ box }) => iou(box, found.box))
      .sort((a, b) => b - a);
    for (const overlap of overlaps) slack = Math.min(slack, Math.abs(overlap - view.match));
    if (overlaps.length > 1 && overlaps[0] > 0) slack = Math.min(slack, overlaps[0] - overlaps[1]);
  });
  return slack;
}
