import type { BoxXYXY } from "@/lib/engine/boxes/types";

/** What a detector has to look at: a name and a place. */
export interface SceneObject {
  /** Index into VOC_CLASSES. */
  readonly label: number;
  readonly box: BoxXYXY;
}

/** A proposal and its place in the list it stands in, 1 being the best ranked. */
export interface Ranked {
  readonly rank: number;
  readonly box: BoxXYXY;
}

/** One source's list of proposals on one scene. */
export interface ProposalList {
  readonly count: number;
  /** For each object the proposals that overlap it more than all before them, in the order of the list. */
  readonly records: readonly (readonly Ranked[])[];
}

/** Who proposes: selective search, which R-CNN and Fast R-CNN look at, and the RPN, which Faster R-CNN looks at. */
export const SOURCES = ["search", "rpn"] as const;
export type Source = (typeof SOURCES)[number];

/** One scene with what was proposed on it, in whole pixels. */
export interface BankScene {
  /** The scene is `emojiScene("race/<number>")`. */
  readonly number: number;
  readonly objects: readonly SceneObject[];
  readonly lists: Readonly<Record<Source, ProposalList>>;
}

/** A scene as bytes: two for the number, one for each count, five for an object, five for a proposal. */
export const packScene = ({ number, objects, lists }: BankScene): number[] => [
  number >> 8,
  number & 255,
  objects.length,
  ...objects.flatMap(({ label, box }) => [label, ...box]),
  ...SOURCES.flatMap((source) => [
    lists[source].count,
    ...lists[source].records.flatMap((records) => [records.length, ...records.flatMap(({ rank, box }) => [rank, ...box])]),
  ]),
];

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** Reads base64. Written out, since a bare JavaScript engine, in which the kinds are compared, has no `atob`. */
export function bytesOf(base64: string): Uint8Array {
  const digits = base64.replace(/=+$/, "");
  const bytes = new Uint8Array(Math.floor((digits.length * 3) / 4));
  let [bits, held, at] = [0, 0, 0];
  for (const digit of digits) {
    bits = ((bits << 6) | DIGITS.indexOf(digit)) & 0xffff;
    held += 6;
    if (held < 8) continue;
    held -= 8;
    bytes[at++] = (bits >> held) & 255;
  }
  return bytes;
}

/** Reads the scenes back. */
export function unpackScenes(bytes: Uint8Array): BankScene[] {
  let at = 0;
  const next = () => bytes[at++];
  const times = <X>(length: number, item: () => X): X[] => Array.from({ length }, item);
  const box = (): BoxXYXY => [next(), next(), next(), next()];
  const scenes: BankScene[] = [];
  while (at < bytes.length) {
    const number = (next() << 8) | next();
    const objects = times(next(), () => ({ label: next(), box: box() }));
    const list = (): ProposalList => ({
      count: next(),
      records: objects.map(() => times(next(), () => ({ rank: next(), box: box() }))),
    });
    scenes.push({ number, objects, lists: { search: list(), rpn: list() } });
  }
  return scenes;
}
