/** Things to answer, and how they stand. */
import type { WorkHome } from "@/lib/wire/work";

export type Part = WorkHome["parts"][number];
export type Slot = Part["slots"][number];

export const isAnswered = ({ tries }: Slot): boolean => tries.some(({ answeredAt }) => answeredAt !== null);

/** The way to the first slot that waits for an answer after this one, round and round; null where none waits. */
export function nextSlot(parts: readonly Part[], part: string, slot: number): string | null {
  const all = parts.flatMap(({ id, slots }) => slots.map((each) => ({ part: id, slot: each })));
  const at = all.findIndex((each) => each.part === part && each.slot.slot === slot);
  const next = [...all.slice(at + 1), ...all.slice(0, at)].find((each) => !isAnswered(each.slot));
  return next ? `${next.part}/${next.slot.slot}` : null;
}
