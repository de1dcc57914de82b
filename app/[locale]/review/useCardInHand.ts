"use client";

import { useState } from "react";
import type { ReviewQueue } from "@/lib/wire/review";

type Card = ReviewQueue["cards"][number];

interface Hand {
  /** The review that is on: its card and its seed, which the card's next review does not have. */
  readonly on: Pick<Card, "id" | "seed"> | null;
  /** A card whose rating was taken back, and the queue that did not know of that yet. */
  readonly undone: { readonly id: string; readonly before: ReviewQueue | undefined } | null;
}

/**
 * The card that is on. Once shown it stays, however the queue is sorted anew meanwhile (a card that was missed comes due again while
 * another one is worked on), until it is rated: from then on the queue has another review of it, or none.
 * @param open the queue's cards that have not been rated yet, in its order
 * @param queue the answer that they come from; another one is another object
 */
export function useCardInHand(open: readonly Card[] | undefined, queue: ReviewQueue | undefined) {
  const [{ on, undone }, setHand] = useState<Hand>({ on: null, undone: null });
  const back = undone !== null && undone.before !== queue;
  const card =
    (back ? open?.find(({ id }) => id === undone.id) : undefined) ??
    open?.find(({ id, seed }) => id === on?.id && seed === on.seed) ??
    open?.[0];
  if (card !== undefined && (back || card.id !== on?.id || card.seed !== on.seed))
    setHand({ on: { id: card.id, seed: card.seed }, undone: back ? null : undone });
  return {
    card,
    /** A card whose rating was taken back comes on again, whatever stands first in the queue that knows of it. */
    takeUp: (id: string) => setHand({ on, undone: { id, before: queue } }),
  };
}
