import { cardSeed } from "@/lib/questions";
import { previews } from "@/lib/review";
import { offeredLevels } from "../attempts/issue";
import { kindOf, questionOf, type Catalog } from "../catalog";
import { prisma } from "../database";
import { momentOf } from "../learn/record";
import type { CalendarRow } from "../learn/calendar";
import { loadQueue } from "./cards";
import { whereFrom } from "./deck";
import { undoable } from "./grade";
import { stampFor } from "./stamp";
import type { ReviewQueue } from "@/lib/wire/review";

/** Today's review. Cards whose question or challenge no longer exists stay out of sight. */
export async function reviewQueue(catalog: Catalog, user: CalendarRow & { readonly id: string }, now: number): Promise<ReviewQueue> {
  const store = await prisma();
  const at = momentOf(user, now);
  const userId = user.id;
  const [queue, last] = await Promise.all([loadQueue(store, userId, at), undoable(store, user, at)]);
  const alive = queue.cards.filter(({ row }) =>
    row.type === "SKILL" ? kindOf(catalog, row.item) !== undefined : questionOf(catalog, row.topic, row.item) !== undefined,
  );
  const kinds = new Set(alive.flatMap(({ row }) => (row.type === "SKILL" ? [row.item] : [])));
  const [levels, from] = await Promise.all([
    offeredLevels(store, userId, [...kinds]),
    whereFrom(
      store,
      alive.map(({ row }) => row),
      userId,
      at,
    ),
  ]);
  return {
    cards: alive.map((card) => ({
      id: card.id,
      type: card.row.type === "SKILL" ? ("skill" as const) : ("question" as const),
      topic: card.row.topic,
      item: card.row.item,
      level: card.row.type === "SKILL" ? (levels.get(card.row.item) ?? null) : null,
      // Other numbers and another order at each review, the same until it is answered.
      seed: cardSeed(card.id, card.reps),
      draw: card.reps,
      state: card.state,
      from: from(card.row),
      previews: previews(card, now, at).map((p) => ({ ...p, due: new Date(p.due).toISOString() })),
    })),
    dueToday: alive.length,
    doneToday: queue.doneToday,
    seenToday: queue.seen.size,
    againToday: alive.filter(({ id }) => queue.seen.has(id)).length,
    nextDue: queue.nextDue === null ? null : new Date(queue.nextDue).toISOString(),
    canUndo: last !== null,
    lastReview: last?.id ?? null,
    stamp: stampFor(userId, now),
  };
}
