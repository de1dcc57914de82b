/** What the simulation makes of an answer: who speaks, what the matching says, which objects come out twice. */
import { boxAt, clipBoxes, giou, iou, type BoxXYXY } from "@/lib/engine/boxes";
import { exp } from "@/lib/engine/exact";
import { assign } from "@/lib/engine/match";
import { SCENE_SIDE } from "@/lib/engine/scenes/emoji/board";
import { batchedNms } from "@/lib/engine/suppress";
import { CLASSES, NO_OBJECT, QUERIES, TOKENS, type Heard, type Looked, type Said } from "./looked";

export interface Weights {
  readonly cls: number;
  readonly l1: number;
  readonly giou: number;
}
export const PAPER: Weights = { cls: 1, l1: 5, giou: 2 };

/** The 21 probabilities of a query. */
export function sharesOf({ logits }: Said, query: number): number[] {
  const row = Array.from({ length: CLASSES }, (_, c) => logits[query * CLASSES + c]);
  const top = Math.max(...row);
  const raised = row.map((logit) => exp(logit - top));
  const sum = raised.reduce((a, b) => a + b, 0);
  return raised.map((each) => each / sum);
}

export interface Answered {
  readonly query: number;
  /** The likeliest of the twenty classes. */
  readonly label: number;
  readonly score: number;
  readonly box: BoxXYXY;
  /** Whether an NMS within the classes would drop it. */
  readonly dropped: boolean;
}

export const boxOf = ({ boxes }: Said, query: number): BoxXYXY =>
  boxAt(
    clipBoxes(
      Float64Array.from({ length: 4 }, (_, i) => boxes[4 * query + i]),
      SCENE_SIDE,
      SCENE_SIDE,
    ),
    0,
  );

/** The queries whose likeliest class is at or above the cut, best first. @param overlap NMS threshold; 1: no NMS */
export function answersOf(said: Said, cut: number, overlap = 1): Answered[] {
  const found = Array.from({ length: QUERIES }, (_, query) => {
    const shares = sharesOf(said, query).slice(0, NO_OBJECT);
    const score = Math.max(...shares);
    return { query, label: shares.indexOf(score), score, box: boxOf(said, query) };
  })
    .filter(({ score }) => score >= cut)
    .sort((a, b) => b.score - a.score || a.query - b.query);
  const boxes = found.flatMap(({ box }) => [...box]);
  const kept =
    overlap >= 1 || found.length === 0
      ? null
      : new Set(
          batchedNms(
            boxes,
            found.map(({ score }) => score),
            found.map(({ label }) => label),
            overlap,
          ),
        );
  return found.map((each, i) => ({ ...each, dropped: kept !== null && !kept.has(i) }));
}

/** For each object the answers of its class that overlap it by half or more, best first; dropped ones left out. */
export const hitsOf = ({ objects }: Pick<Looked, "objects">, answers: readonly Answered[]): Answered[][] =>
  objects.map(({ label, box }) => answers.filter((each) => !each.dropped && each.label === label && iou(each.box, box) >= 0.5));

/** The parts of a pair's cost. Boxes are centre and size as fractions of the picture, as a query gives them, not clipped. */
interface Parts {
  readonly p: number;
  readonly l1: number;
  readonly giou: number;
  /** |Δ| of centre x and y, width and height. */
  readonly apart: readonly number[];
}

const fractions = ([x1, y1, x2, y2]: readonly number[]) => [(x1 + x2) / 2, (y1 + y2) / 2, x2 - x1, y2 - y1].map((v) => v / SCENE_SIDE);

export function partsOf({ objects }: Pick<Looked, "objects">, said: Said, query: number, object: number): Parts {
  const raw: BoxXYXY = [0, 1, 2, 3].map((i) => said.boxes[4 * query + i]) as unknown as BoxXYXY;
  const target = fractions(objects[object].box);
  const apart = fractions(raw).map((v, i) => Math.abs(v - target[i]));
  return {
    p: sharesOf(said, query)[objects[object].label],
    l1: apart.reduce((a, b) => a + b, 0),
    giou: giou(raw, objects[object].box),
    apart,
  };
}

export const costOf = ({ p, l1, giou }: Omit<Parts, "apart">, { cls, l1: far, giou: over }: Weights): number =>
  far * l1 - cls * p - over * giou;

interface Matched {
  /** [query][object]. */
  readonly costs: readonly (readonly number[])[];
  /** Entry i: the query of object i. */
  readonly query: readonly number[];
  readonly total: number;
}

export function matchedOf(looked: Pick<Looked, "objects">, said: Said, weights: Weights): Matched {
  const costs = Array.from({ length: QUERIES }, (_, query) =>
    looked.objects.map((_o, object) => costOf(partsOf(looked, said, query, object), weights)),
  );
  const query = looked.objects.map(() => 0);
  const { rows, cols, total } = assign(costs.flat(), QUERIES, looked.objects.length);
  rows.forEach((row, i) => (query[cols[i]] = row));
  return { costs, query, total };
}

/** The rows of the table that say most: matched or chosen queries, and the cheapest ones of each object, by number. */
export function rowsShown({ costs, query }: Matched, chosen: number | null, each = 3): number[] {
  const cheapest = query.flatMap((_, object) =>
    costs
      .map((row, q) => [row[object], q] as const)
      .sort((a, b) => a[0] - b[0])
      .slice(0, each)
      .map(([, q]) => q),
  );
  return [...new Set([...query, ...cheapest, ...(chosen === null ? [] : [chosen])])].sort((a, b) => a - b);
}

/** [49]: where a query looks, or a token, brought to 0 … 1 by its own peak. */
export function heatOf({ attention, encoder }: Heard, from: { readonly query: number } | { readonly token: number }): number[] {
  const cells = TOKENS * TOKENS;
  const [list, row] = "query" in from ? [attention, from.query] : [encoder, from.token];
  const values = Array.from({ length: cells }, (_, cell) => list[row * cells + cell]);
  const top = Math.max(...values);
  return values.map((value) => value / top);
}

/** The share of a query's attention that lies in its own box, grown by half a cell, and the share of the cells that this box covers. */
export function insideOf({ attention, layers }: Heard, query: number): { readonly attention: number; readonly cells: number } {
  const cell = SCENE_SIDE / TOKENS;
  const [x1, y1, x2, y2] = boxOf(layers[1], query);
  let [inside, covered] = [0, 0];
  for (let i = 0; i < TOKENS * TOKENS; i++) {
    const [x, y] = [((i % TOKENS) + 0.5) * cell, (Math.floor(i / TOKENS) + 0.5) * cell];
    if (x < x1 - cell / 2 || x > x2 + cell / 2 || y < y1 - cell / 2 || y > y2 + cell / 2) continue;
    covered++;
    inside += attention[query * TOKENS * TOKENS + i];
  }
  return { attention: inside, cells: covered / (TOKENS * TOKENS) };
}

export const referenceOf = ({ references }: Heard, query: number): readonly [number, number] => [
  references[2 * query],
  references[2 * query + 1],
];

/** The query whose reference point lies nearest to the middle of a box. */
export function nearestReference(heard: Heard, [x1, y1, x2, y2]: BoxXYXY): number {
  const far = Array.from({ length: QUERIES }, (_, query) => {
    const [x, y] = referenceOf(heard, query);
    return (x - (x1 + x2) / 2) ** 2 + (y - (y1 + y2) / 2) ** 2;
  });
  return far.indexOf(Math.min(...far));
}
