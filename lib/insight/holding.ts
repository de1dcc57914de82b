/**
 * Whether a student holds a wrong idea. The rule, in one place: it was shown at least twice, by options or on a board, and not mended
 * since by two right answers at items that could have shown it. One answer may be a slip; two right ones are not luck. A wrong answer that
 * is not the idea's own speaks against it as well, half as much: who holds it answers as it does. What nobody who holds it gets wrong shows
 * nothing of it, even where a wrong answer looks like it.
 */
import { passed, type Answered } from "./answered";

const SHOWN_TWICE = 2;
/** Speaks against it: a right answer 2, a wrong one of another kind 1. */
const RIGHT = 2;
const OTHER = 1;
const MENDED_BY = 2 * RIGHT;
/** Answers kept as evidence, the latest. */
const EVIDENCE = 3;

/** One student and one wrong idea. Times are ms. */
export interface Holding {
  /** How often it was shown since it last was mended. */
  readonly shown: number;
  /** What speaks against it since it was last shown. */
  readonly mended: number;
  readonly firstAt: number;
  readonly lastAt: number;
  /** Since when it is held; null while it is not, or was not yet. */
  readonly heldAt: number | null;
  /** When it last stopped being held. */
  readonly mendedAt: number | null;
  /** Ids of the answers that showed it, the latest last. */
  readonly evidence: readonly string[];
}

export const holds = ({ heldAt }: Pick<Holding, "heldAt">): boolean => heldAt !== null;

/** What one more answer makes of it. Null: nothing was ever shown. Answers come in the order of `inOrder`. */
export function afterAnswer(
  before: Holding | null,
  idea: string,
  answer: Pick<Answered, "id" | "at" | "score" | "shown" | "couldShow">,
): Holding | null {
  if (!answer.couldShow.includes(idea)) return before;
  if (answer.shown.includes(idea)) {
    const old = before ?? { shown: 0, mended: 0, firstAt: answer.at, heldAt: null, mendedAt: null, evidence: [] };
    const anew = old.mended >= MENDED_BY;
    const shown = anew ? 1 : old.shown + 1;
    return {
      shown,
      mended: 0,
      firstAt: anew ? answer.at : old.firstAt,
      lastAt: answer.at,
      heldAt: shown < SHOWN_TWICE ? null : (old.heldAt ?? answer.at),
      mendedAt: old.mendedAt,
      evidence: [...(anew ? [] : old.evidence), answer.id].slice(-EVIDENCE),
    };
  }
  if (before === null || before.mended >= MENDED_BY) return before;
  const mended = before.mended + (passed(answer) ? RIGHT : OTHER);
  const over = mended >= MENDED_BY && before.heldAt !== null;
  return { ...before, mended, heldAt: over ? null : before.heldAt, mendedAt: over ? answer.at : before.mendedAt };
}
