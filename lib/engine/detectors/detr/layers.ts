import { VOC_CLASSES } from "../../scenes/classes";
import type { LayerSpec } from "../../nets";
import { backbone, block } from "../backbone";

/** Width of every token and query. */
export const DETR_WIDTH = 96;
export const DETR_HEADS = 4;
export const DETR_ENCODERS = 1;
export const DETR_DECODERS = 2;
/** Width inside the feed-forward parts. */
export const DETR_INNER = 192;
/** Queries: at most this many objects are found. They start on a 5 × 4 grid over the picture. */
export const DETR_QUERIES = { columns: 5, rows: 4, count: 20 } as const;
/** Tokens: 7×7 cells of 16 pixels. Attention among them grows with the fourth power of this side. */
export const DETR_SIDE = 7;
/** Twenty classes, then "no object". */
export const DETR_CLASSES = VOC_CLASSES.length + 1;

/** The backbone, down to 7×7, and a 1×1 to the tokens' width. Output: "tokens" [96, 7, 7]. */
export function detrLayers(): LayerSpec[] {
  return [...backbone(), ...block("down", 128, 3, 2, 1), { type: "conv", name: "tokens", out: DETR_WIDTH, kernel: 1 }];
}

/** One learnt array of the transformer. */
export interface DetrVariable {
  readonly name: string;
  readonly shape: readonly number[];
  /** How it starts: Xavier's deviation, zeros, ones, the identity (scaled) or the queries' places. */
  readonly start: "xavier" | "zeros" | "ones" | "identity" | "places" | "references" | "sides" | "class-bias";
}

const attention = (prefix: string, local: boolean): DetrVariable[] => [
  ...(["q", "k"] as const).map((name): DetrVariable => ({
    name: `${prefix}/${name}`,
    shape: [DETR_WIDTH, DETR_WIDTH],
    start: local ? "identity" : "xavier",
  })),
  ...(["v", "o"] as const).map((name): DetrVariable => ({ name: `${prefix}/${name}`, shape: [DETR_WIDTH, DETR_WIDTH], start: "xavier" })),
];
const norm = (prefix: string): DetrVariable[] => [
  { name: `${prefix}/gamma`, shape: [DETR_WIDTH], start: "ones" },
  { name: `${prefix}/beta`, shape: [DETR_WIDTH], start: "zeros" },
];
const feedForward = (prefix: string): DetrVariable[] => [
  { name: `${prefix}/in`, shape: [DETR_WIDTH, DETR_INNER], start: "xavier" },
  { name: `${prefix}/in-bias`, shape: [DETR_INNER], start: "zeros" },
  { name: `${prefix}/out`, shape: [DETR_INNER, DETR_WIDTH], start: "xavier" },
  { name: `${prefix}/out-bias`, shape: [DETR_WIDTH], start: "zeros" },
];

const count = (n: number) => Array.from({ length: n }, (_, i) => i);

/** Everything the transformer learns beside the backbone, in a fixed order. Matrices are [in, out]. */
export const DETR_VARIABLES: readonly DetrVariable[] = [
  ...count(DETR_ENCODERS).flatMap((i) => [
    ...norm(`encoder${i}/norm1`),
    ...attention(`encoder${i}/self`, true),
    ...norm(`encoder${i}/norm2`),
    ...feedForward(`encoder${i}/ff`),
  ]),
  ...norm("memory/norm"),
  ...count(DETR_DECODERS).flatMap((i) => [
    ...norm(`decoder${i}/norm1`),
    ...attention(`decoder${i}/self`, false),
    ...norm(`decoder${i}/norm2`),
    ...attention(`decoder${i}/cross`, true),
    ...norm(`decoder${i}/norm3`),
    ...feedForward(`decoder${i}/ff`),
  ]),
  ...norm("output/norm"),
  { name: "queries", shape: [DETR_QUERIES.count, DETR_WIDTH], start: "places" },
  { name: "references", shape: [DETR_QUERIES.count, 2], start: "references" },
  { name: "sides", shape: [2], start: "sides" },
  { name: "class", shape: [DETR_WIDTH, DETR_CLASSES], start: "zeros" },
  { name: "class-bias", shape: [DETR_CLASSES], start: "class-bias" },
  { name: "box/in", shape: [DETR_WIDTH, DETR_WIDTH], start: "xavier" },
  { name: "box/in-bias", shape: [DETR_WIDTH], start: "zeros" },
  { name: "box/out", shape: [DETR_WIDTH, 4], start: "zeros" },
];
