import { boxAt, clipBoxes, decodeDeltas, encodeDeltas, removeSmall, type BoxArray } from "../../boxes";
import { sigmoid } from "../../losses";
import { matchAnchors } from "../../match";
import type { Random } from "../../random";
import { nms } from "../../suppress";
import { INPUT_SHAPE } from "../backbone";
import { RPN_ANCHORS } from "./layers";

/** Anchors looked at before NMS, IoU of the NMS, proposals kept. */
const RPN_LIMITS = { before: 200, overlap: 0.7, after: 40, smallest: 4 } as const;

export interface Proposals {
  /** [n, 4] xyxy pixels, best first. */
  readonly boxes: Float64Array;
  /** [n] in [0, 1]: "an object". */
  readonly scores: Float64Array;
}

/** The region proposals of one picture (arXiv:1506.01497 §3.1). @param logits [1764]  @param deltas [1764, 4] */
export function rpnProposals(logits: ArrayLike<number>, deltas: BoxArray): Proposals {
  const [, height, width] = INPUT_SHAPE;
  const order = Array.from(logits, (_, i) => i)
    .sort((a, b) => logits[b] - logits[a] || a - b)
    .slice(0, RPN_LIMITS.before);
  const pick = (list: ArrayLike<number>, rows: readonly number[]) =>
    Float64Array.from({ length: 4 * rows.length }, (_, i) => list[4 * rows[i >> 2] + (i & 3)]);
  const all = clipBoxes(decodeDeltas(pick(deltas, order), pick(RPN_ANCHORS, order)), width, height);
  const large = removeSmall(all, RPN_LIMITS.smallest);
  const boxes = pick(all, large);
  const scores = large.map((i) => sigmoid(logits[order[i]]));
  const kept = nms(boxes, scores, RPN_LIMITS.overlap).slice(0, RPN_LIMITS.after);
  return { boxes: pick(boxes, kept), scores: Float64Array.from(kept, (i) => scores[i]) };
}

/** What the RPN of one picture is compared with. */
export interface RpnTarget {
  /** [1764]: 1 object, 0 background or not counted. */
  readonly objects: Float32Array;
  /** [1764]: 1 for the anchors that were drawn for this step. */
  readonly counted: Float32Array;
  /** [1764, 4]; zeros where no object is matched. */
  readonly deltas: Float32Array;
}

/** Anchors drawn a picture, at most half of them objects (the paper draws 256 of 20,000). */
const DRAWN = 64;

/** Matches anchors (≥ .7 object, < .3 background, each object's best) and draws the anchors of a step. @param boxes [g, 4] */
export function rpnTarget(boxes: BoxArray, random: Random): RpnTarget {
  const total = RPN_ANCHORS.length / 4;
  const { matches } = matchAnchors(RPN_ANCHORS, boxes, { rescueNeedsOverlap: true });
  const target = { objects: new Float32Array(total), counted: new Float32Array(total), deltas: new Float32Array(4 * total) };
  const positive: number[] = [];
  const negative: number[] = [];
  for (let a = 0; a < total; a++) {
    if (matches[a] >= 0) positive.push(a);
    else if (matches[a] === -1) negative.push(a);
  }
  const drawn = random.shuffle(positive).slice(0, DRAWN / 2);
  for (const a of drawn) {
    target.objects[a] = 1;
    target.counted[a] = 1;
    const g = matches[a];
    target.deltas.set(encodeDeltas(boxAt(boxes, g), RPN_ANCHORS.subarray(4 * a, 4 * a + 4)), 4 * a);
  }
  for (const a of random.shuffle(negative).slice(0, DRAWN - drawn.length)) target.counted[a] = 1;
  return target;
}
