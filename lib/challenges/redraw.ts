import { seeded, type Random } from "@/lib/engine/random";
import type { Level } from "./contract";

/**
 * The seed of a named part of an instance, so that its parts are independent: a change to how the boxes are drawn leaves the
 * scores as they were. Different (seed, part) pairs give different texts, whatever characters they hold.
 * @example subseed("42", "boxes") === '["42","boxes"]'
 */
export const subseed = (seed: string, part: string): string => JSON.stringify([seed, part]);

/** Where the numbers of one draw come from. The same name gives the same, fresh sequence each time it is asked for. */
export interface Parts {
  /** The numbers of a named part in this try; another try has others. */
  part(name: string): Random;
  /**
   * The numbers of a named part that all tries share. What must keep its distribution (a threshold, a class, the right answer) is
   * drawn from these: otherwise the values that are easy to draw for become the usual ones.
   */
  fixed(name: string): Random;
}

/** What an instance is drawn from where no decision of it can flip. */
export type ExactRedraw<T> = Omit<Redraw<T>, "slack" | "margin">;

export interface Redraw<T> {
  readonly kind: string;
  readonly seed: string;
  readonly level: Level;
  /** One try; null where it came to nothing. */
  readonly draw: (parts: Parts) => T | null;
  /** How far the nearest decision of a draft is from flipping. */
  readonly slack: (draft: T) => number;
  /** The smallest slack that will do. */
  readonly margin: number;
  /** What else a draft must hold: that no rival passes, that no count is off. */
  readonly accept?: (draft: T) => boolean;
  /** Tries before it is given up. Default 2,000. */
  readonly tries?: number;
}

/** No try gave an instance. Says kind, seed and level, so that the case can be drawn again. */
export class RedrawError extends Error {
  override readonly name = "RedrawError";
  constructor(
    readonly kind: string,
    readonly seed: string,
    readonly level: Level,
    readonly tries: number,
    why: string,
  ) {
    super(`${kind}: no instance for seed "${seed}" at level ${level} in ${tries} tries (${why})`);
  }
}

/**
 * The first draft of a fixed sequence of tries whose slack is at least `margin` and that `accept` takes. The same kind, seed and
 * level give the same draft everywhere. Throws RedrawError after `tries`; RangeError unless `tries` is a whole number above 0.
 */
export function redraw<T>({ kind, seed, level, draw, slack, margin, accept = () => true, tries = 2000 }: Redraw<T>): T {
  if (!Number.isInteger(tries) || tries < 1) throw new RangeError(`${kind}: tries must be a whole number above 0 (received ${tries})`);
  const name = JSON.stringify([kind, seed, level]);
  let [fruitless, close, refused] = [0, 0, 0];
  for (let attempt = 0; attempt < tries; attempt++) {
    const draft = draw({
      part: (part) => seeded(subseed(`${name}/${attempt}`, part)),
      fixed: (part) => seeded(subseed(name, part)),
    });
    if (draft === null) fruitless++;
    // Written so that a slack of NaN does not pass.
    else if (!(slack(draft) >= margin)) close++;
    else if (!accept(draft)) refused++;
    else return draft;
  }
  throw new RedrawError(kind, seed, level, tries, `${fruitless} came to nothing, ${close} below the margin ${margin}, ${refused} refused`);
}

/**
 * `redraw` where nothing stands on a knife edge: decisions that compare whole numbers, or a truth that stands in a record. The call says
 * why that is so.
 */
export const redrawExact = <T>(asked: ExactRedraw<T>): T => redraw({ ...asked, slack: () => Infinity, margin: 1 });
