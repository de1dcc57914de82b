/** An anchor, four deltas, and the box that they make of it. */
import { area, boxAt, clipBox, decodeDeltas, iou, type BoxXYXY } from "@/lib/engine/boxes";
import { exp } from "@/lib/engine/exact";
import type { VocClass } from "@/lib/engine/scenes";

export const [WIDTH, HEIGHT] = [360, 270] as const;

/** tx, ty, tw, th in hundredths. */
export type Deltas = readonly [number, number, number, number];

export interface Anchor {
  /** Whole pixels. */
  readonly box: BoxXYXY;
  readonly deltas: Deltas;
}

export interface View {
  readonly width: number;
  readonly height: number;
  /** One: what the proposal is meant for. The proposal does not fit it exactly. */
  readonly sprites: readonly { readonly cls: VocClass; readonly box: BoxXYXY; readonly flip: boolean }[];
  /** One, or several of the same cell: A, B, C. */
  readonly anchors: readonly Anchor[];
  /** Whether what reaches over the border is cut off. */
  readonly clip: boolean;
}

export interface Answer {
  /** Index into `anchors`; null: not chosen yet. */
  readonly anchor: number | null;
  /** Whole pixels; null: the box has not been moved yet. */
  readonly box: BoxXYXY | null;
}

/** Points of the choice among several anchors, and of the box. */
export const [PICK, BOX] = [100, 200] as const;
/** The IoU with the right box that earns everything, and the one that earns nothing; more where the anchor itself has more. */
export const [FULL, NONE] = [0.88, 0.55] as const;

/** Sides are kept to 64ths of a pixel, which doubles and floats hold exactly. */
const kept = (box: readonly number[]): BoxXYXY => {
  const [x1, y1, x2, y2] = box.map((value) => Math.round(64 * value) / 64 + 0);
  return [x1, y1, x2, y2];
};

const shares = (deltas: Deltas) => deltas.map((hundredths) => hundredths / 100);

/** What an anchor's deltas make of it, before anything is cut off. */
export const reached = ({ box, deltas }: Anchor): BoxXYXY => kept(boxAt(decodeDeltas(shares(deltas), [...box]), 0));

/** The proposal: decoded, and cut to the picture where the view says so. */
export const proposalOf = (view: View, anchor: Anchor): BoxXYXY => {
  const box = reached(anchor);
  return view.clip ? clipBox(box, view.width, view.height) : box;
};

/** The anchor whose proposal covers the object best, by `decode`. */
export function bestOf({ anchors, sprites }: View, decode: (anchor: Anchor) => BoxXYXY): number {
  const covers = anchors.map((anchor) => iou(decode(anchor), sprites[0].box));
  return covers.indexOf(Math.max(...covers));
}

export const rightAnchor = (view: View): number => (view.anchors.length === 1 ? 0 : bestOf(view, (anchor) => proposalOf(view, anchor)));

export const rightBox = (view: View): BoxXYXY => proposalOf(view, view.anchors[rightAnchor(view)]);

/** The right box in whole pixels. */
export const drawn = (box: BoxXYXY): BoxXYXY => {
  const [x1, y1, x2, y2] = box.map((value) => Math.round(value) + 0);
  return [x1, y1, x2, y2];
};

/** Points of a box out of BOX: by its IoU with the right one, above what the anchor left as it is would have. */
export function boxPoints(view: View, box: BoxXYXY): number {
  const right = rightBox(view);
  const least = Math.max(NONE, iou(view.anchors[rightAnchor(view)].box, right));
  return Math.round(BOX * Math.min(1, Math.max(0, (iou(box, right) - least) / (FULL - least))));
}

export const totalOf = ({ anchors }: View): number => (anchors.length > 1 ? PICK : 0) + BOX;

export const pointsOf = (view: View, { anchor, box }: Answer): number =>
  (view.anchors.length > 1 && anchor === rightAnchor(view) ? PICK : 0) + (box === null ? 0 : boxPoints(view, box));

/** e^t in hundredths, as the strip on the board has it. */
export const power = (hundredths: number): number => Math.round(100 * exp(hundredths / 100));

/** The exponents on the strip: those that the anchors use, and some that nobody needs. */
export function stripOf({ anchors }: View): number[] {
  const used = anchors.flatMap(({ deltas }) => deltas.slice(2));
  return [...new Set([-70, 0, 70, ...used])].sort((a, b) => a - b);
}

export const centreOf = ([x1, y1, x2, y2]: BoxXYXY): readonly [number, number] => [(x1 + x2) / 2, (y1 + y2) / 2];
export const sizeOf = ([x1, y1, x2, y2]: BoxXYXY): readonly [number, number] => [x2 - x1, y2 - y1];

/** A box by centre and size. */
export const boxAround = ([x, y]: readonly [number, number], [w, h]: readonly [number, number]): BoxXYXY => [
  x - w / 2,
  y - h / 2,
  x + w / 2,
  y + h / 2,
];

/** The share of a box that lies within the picture. */
export const visible = (view: Pick<View, "width" | "height">, box: BoxXYXY): number =>
  area(clipBox(box, view.width, view.height)) / area(box);
