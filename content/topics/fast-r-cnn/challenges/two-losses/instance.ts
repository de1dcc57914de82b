/** What is asked for each RoI: the loss of its box, or all that it pays. */
export type Asked = "box" | "all";

/** A RoI of the table. What a level does not ask about is empty or null. */
export interface Roi {
  /** The class that it is taught, 0 for background; where `iou` is given, that of the object it overlaps most. */
  readonly object: number;
  /** IoU with that object in hundredths; null where the class is given. */
  readonly iou: number | null;
  /** Probabilities in tenths: background, then the classes. */
  readonly probabilities: readonly number[];
  /** Errors in x and y against the nearest object's box, in tenths. */
  readonly errors: readonly number[];
  /** The smooth L1 of these errors in thousandths, where it is given instead of them. */
  readonly box: number | null;
}

export interface View {
  readonly asked: Asked;
  /** Weight of the box loss. */
  readonly lambda: number;
  readonly rois: readonly Roi[];
}

/** For each RoI its loss in hundredths, null until it is given. */
export interface Answer {
  readonly losses: readonly (number | null)[];
}

/** −log p in hundredths for p = .1, .2 … .8: a table, so that every browser has the same numbers. */
export const MINUS_LOG = [230, 161, 120, 92, 69, 51, 36, 22] as const;
export const minusLog = (tenths: number): number => MINUS_LOG[tenths - 1];

/** IoU in hundredths from which a RoI is taught its object, and from which it is taught background. */
export const [OBJECT_FROM, BACKGROUND_FROM] = [50, 10];

/** How somebody adds up. The right way is RIGHT; each misconception changes one thing. */
export interface Way {
  readonly backgroundPaysBox: boolean;
  readonly objectPaysClass: boolean;
  /** The probability that the class loss reads: the taught class's, or the largest. */
  readonly reads: "taught" | "largest";
  /** Loss of one error: tenths → thousandths. */
  readonly bend: (tenths: number) => number;
  readonly weighs: boolean;
  readonly objectFrom: number;
  readonly backgroundFrom: number;
}

/** Smooth L1: ½x² below 1, else |x| − ½. @example 5 → 125, 30 → 2500 */
export const smooth = (tenths: number): number => {
  const size = Math.abs(tenths);
  return size < 10 ? 5 * size * size : 100 * size - 500;
};

export const RIGHT: Way = {
  backgroundPaysBox: false,
  objectPaysClass: true,
  reads: "taught",
  bend: smooth,
  weighs: true,
  objectFrom: OBJECT_FROM,
  backgroundFrom: BACKGROUND_FROM,
};

export type Role = "object" | "background" | "out";

/** What a RoI is in training: not drawn at all below the least IoU. */
function roleOf({ object, iou }: Roi, way: Way = RIGHT): Role {
  if (iou === null) return object > 0 ? "object" : "background";
  return iou >= way.objectFrom ? "object" : iou >= way.backgroundFrom ? "background" : "out";
}

export interface Bill {
  readonly role: Role;
  /** The class that is taught, 0 for background. */
  readonly taught: number;
  /** −log p in thousandths; null where it is not asked for or not due. */
  readonly cls: number | null;
  /** Losses of the single errors in thousandths; empty where none is due. */
  readonly errors: readonly number[];
  /** Their sum, or what was given for it; 0 where none is due. */
  readonly box: number;
  /** What is asked for, in thousandths. */
  readonly due: number;
}

/** What a RoI pays. */
export function billOf({ asked, lambda }: Pick<View, "asked" | "lambda">, roi: Roi, way: Way = RIGHT): Bill {
  const role = roleOf(roi, way);
  const taught = role === "object" ? roi.object : 0;
  if (role === "out") return { role, taught, cls: null, errors: [], box: 0, due: 0 };
  const pays = role === "object" || way.backgroundPaysBox;
  const errors = pays && roi.box === null ? roi.errors.map(way.bend) : [];
  const box = pays ? (roi.box ?? errors.reduce((sum, each) => sum + each, 0)) : 0;
  if (asked === "box") return { role, taught, cls: null, errors, box, due: box };
  const p = way.reads === "taught" ? roi.probabilities[taught] : Math.max(...roi.probabilities);
  const cls = role === "object" && !way.objectPaysClass ? null : 10 * minusLog(p);
  return { role, taught, cls, errors, box, due: (cls ?? 0) + (way.weighs ? lambda : 1) * box };
}

export const billsOf = (view: View): Bill[] => view.rois.map((roi) => billOf(view, roi));

/** Thousandths as whole hundredths, halves up: what an answer can say of them. */
export const inHundredths = (thousandths: number): number => Math.floor((thousandths + 5) / 10);

/** Within .03, or 3% of a larger loss. */
export const isRight = (due: number, hundredths: number | null | undefined): boolean =>
  hundredths !== null && hundredths !== undefined && 100 * Math.abs(10 * hundredths - due) <= Math.max(3000, 3 * due);

export function pointsOf(view: View, { losses }: Answer): { readonly earned: number; readonly total: number } {
  const bills = billsOf(view);
  return { earned: bills.filter(({ due }, i) => isRight(due, losses[i])).length, total: bills.length };
}
