import { subseed } from "@/lib/challenges/redraw";
import { seeded, type Random } from "@/lib/engine/random";
import type { Drawable } from "./contract";

const TRIES = 200;

/** The numbers of a question's named part under `seed`. */
export const randomOf = (seed: string, part: string): Random => seeded(subseed(seed, part));

/** What a question asks under `seed`: as written, or drawn. */
export const asked = <T>(asks: Drawable<T>, seed: string): T =>
  // A function is the one thing that no written question is.
  typeof asks === "function" ? (asks as (random: Random) => T)(randomOf(seed, "asks")) : asks;

/** The list in an order of this seed other than the one that `refused` names. */
export function shuffled<T>(list: readonly T[], seed: string, refused: (order: readonly T[]) => boolean = () => false): readonly T[] {
  const random = randomOf(seed, "order");
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const order = random.shuffle(list);
    if (!refused(order)) return order;
  }
  throw new RangeError("questions: every order of this list is refused");
}

/** Draws until `fits`: for generators that need their wrong answers apart. Throws RangeError after 200 tries. */
export function drawnUntil<T>(random: Random, draw: (random: Random) => T, fits: (draft: T) => boolean): T {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const draft = draw(random);
    if (fits(draft)) return draft;
  }
  throw new RangeError("questions: no draft fits");
}
