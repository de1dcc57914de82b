import { iou } from "@/lib/engine/boxes";
import { fallenAbove, otherClassAbove, type Instance } from "./instance";
import { RIVALS, type RivalId } from "./rivals";

const RIVAL_IDS: readonly RivalId[] = [
  "only-the-best",
  "fallen-still-suppress",
  "across-classes",
  "overlap-survives",
  "threshold-is-score",
  "one-per-object",
  "always-half",
];

/** More than two corrections at once are not read. */
const MOST = 2;

const same = (a: ReadonlySet<string>, b: readonly string[]) => a.size === b.length && b.every((id) => a.has(id));

/**
 * Which wrong ideas of the topic's list an answer to an instance shows, the clearest first. An answer that is exactly a wrong
 * procedure's names that one alone; otherwise each wrong box is looked at, and the two ideas that account for most are named.
 * Empty for a perfect answer and where nothing speaks.
 */
export function revealedBy(instance: Instance, kept: ReadonlySet<string>, chosen: ReadonlySet<string>): string[] {
  const { boxes, threshold } = instance;
  const missed = boxes.filter((b) => kept.has(b.id) && !chosen.has(b.id));
  const extra = boxes.filter((b) => !kept.has(b.id) && chosen.has(b.id));
  if (missed.length === 0 && extra.length === 0) return [];
  const procedure = RIVAL_IDS.find((id) => same(chosen, RIVALS[id](instance)));
  if (procedure) return [procedure];

  const standing = boxes.filter((b) => kept.has(b.id));
  const touches = (a: (typeof boxes)[number]) =>
    standing.some((k) => k.id !== a.id && k.cls === a.cls && k.score > a.score && iou(k.box, a.box) > 0 && iou(k.box, a.box) <= threshold);
  const scoresDecide = extra.length > 0 && missed.length > 0 && missed.every((m) => extra.every((e) => e.score > m.score));
  const turnedRound = extra.length > 1 && missed.length > 0 && missed.every(touches);
  // How many wrong boxes each idea accounts for.
  const evidence: readonly [string, number][] = [
    // A survivor given up although only a box that had fallen itself overlaps it.
    ["fallen-still-suppress", missed.filter((m) => fallenAbove(instance, kept, m)).length],
    // A survivor given up although only a box of another class overlaps it.
    ["across-classes", missed.filter((m) => otherClassAbove(instance, kept, m)).length],
    // A box that falls was kept, and every survivor given up scores lower: scores were taken for the verdict.
    ["high-score-survives", scoresDecide ? extra.length : 0],
    // Kept what overlaps a survivor too much and gave up what overlaps it little: the rule turned round.
    ["overlap-survives", turnedRound ? extra.length + missed.length : 0],
  ];
  return [...evidence]
    .filter(([, n]) => n > 0)
    .sort((a, b) => b[1] - a[1])
    .slice(0, MOST)
    .map(([id]) => id);
}
