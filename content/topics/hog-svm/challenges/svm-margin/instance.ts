/** Two clouds as they are drawn, what may be answered, and what that earns. */
import { selection } from "@/lib/challenges/answers";
import { endsIn, marginOf, spanOf, touching, widestGap, widthOf, type Ends, type Point } from "./street";

export interface View {
  readonly points: readonly Point[];
  /** The support vectors are to be chosen as well. */
  readonly touch: boolean;
}

export interface Answer {
  /** Null until the line is moved. */
  readonly ends: Ends | null;
  /** Indices of the points that touch the widest street; empty where they are not asked for. */
  readonly support: readonly number[];
}

/** Where the line stands before it is moved. */
export const START: Ends = [50, 92, 50, 8];

/** Ends that are closer than this do not say a direction. */
const APART = 30;
export const tooClose = (ends: Ends): boolean => spanOf(ends) < APART * APART;

/** Points for the line where the support vectors are asked for as well, and for those. */
const [LINE, SUPPORT] = [66, 34] as const;
/** A street earns from this share of the widest one on, and everything from that one on. */
const [NOTHING, EVERYTHING] = [0.3, 0.92] as const;

/** The street of a line as a share of the widest one: 0 where it does not part the clouds. */
export function shareOf(ends: Ends | null, points: readonly Point[]): number {
  if (ends === null || spanOf(ends) === 0) return 0;
  return Math.max(0, (2 * marginOf(ends, points)) / widthOf(widestGap(points)));
}

interface Scored {
  readonly earned: number;
  readonly total: number;
  /** The street as a share of the widest. */
  readonly share: number;
  readonly wide: boolean;
  readonly line: { readonly earned: number; readonly total: number };
  /** Null where support vectors are not asked for. */
  readonly support: { readonly earned: number; readonly total: number } | null;
}

export const supportOf = ({ points }: View): number[] => touching(widestGap(points), points);

export function pointsOf(view: View, { ends, support }: Answer): Scored {
  const { points, touch } = view;
  const share = shareOf(ends, points);
  const total = touch ? LINE : 100;
  const earned = Math.floor(total * Math.min(1, Math.max(0, (share - NOTHING) / (EVERYTHING - NOTHING))));
  const line = { earned, total };
  const wide = share >= EVERYTHING;
  if (!touch) return { earned, total, share, wide, line, support: null };
  const ids = points.map((_, i) => i);
  const chosen = selection.points({
    ids,
    truth: supportOf(view),
    chosen: support,
    label: () => ({ ko: "", en: "" }),
  });
  const held = {
    earned: Math.floor((SUPPORT * chosen.earned) / chosen.total),
    total: SUPPORT,
  };
  return {
    earned: earned + held.earned,
    total: LINE + SUPPORT,
    share,
    wide,
    line,
    support: held,
  };
}

export const solutionOf = (view: View): Answer => ({
  ends: endsIn(widestGap(view.points), view.points),
  support: view.touch ? supportOf(view) : [],
});
