import { iou } from "@/lib/engine/boxes";
import type { Instance } from "./challenge";

/** Which wrong ideas of the topic's list an answer to an instance shows. Empty for a perfect answer. */
export function revealedBy(instance: Instance, kept: ReadonlySet<string>, chosen: ReadonlySet<string>): string[] {
  const { boxes, threshold } = instance;
  const missed = boxes.filter((b) => kept.has(b.id) && !chosen.has(b.id));
  const extra = boxes.filter((b) => !kept.has(b.id) && chosen.has(b.id));
  if (missed.length === 0 && extra.length === 0) return [];
  const found: string[] = [];
  const overlaps = (a: Instance["boxes"][number], b: Instance["boxes"][number]) => iou(a.box, b.box) > threshold;

  const best = boxes.reduce((a, b) => (b.score > a.score ? b : a));
  if (kept.size > 1 && chosen.size === 1 && chosen.has(best.id)) found.push("only-the-best");

  const aboveThreshold = boxes.filter((b) => b.score > threshold).map((b) => b.id);
  if (aboveThreshold.length === chosen.size && aboveThreshold.every((id) => chosen.has(id))) found.push("threshold-is-score");

  // A survivor given up although only a box that had fallen itself overlaps it.
  if (missed.some((m) => boxes.some((o) => !kept.has(o.id) && o.cls === m.cls && o.score > m.score && overlaps(o, m)))) found.push("fallen-still-suppress");

  // A survivor given up although only a box of another class overlaps it.
  if (missed.some((m) => boxes.some((o) => kept.has(o.id) && o.cls !== m.cls && o.score > m.score && overlaps(o, m)))) found.push("across-classes");

  // A box kept because its score is high, although a better one covers it.
  if (extra.some((e) => [...kept].some((id) => (boxes.find((b) => b.id === id)?.score ?? 1) < e.score))) found.push("high-score-survives");
  return found;
}
