import type { Text } from "@/lib/challenges/text";
import { intersectionArea, type BoxXYXY } from "@/lib/engine/boxes";

/** What the drawn box must keep to: any place and size, the given size, around A, inside A, off B, off A, or two targets at once. */
export type Rule = "free" | "move" | "contain" | "inside" | "avoid" | "apart" | "pair";

/** The least width and height of a drawn box, pixels. */
export const SMALLEST = 8;

const holds = (outer: BoxXYXY, inner: BoxXYXY) =>
  outer[0] <= inner[0] && outer[1] <= inner[1] && outer[2] >= inner[2] && outer[3] >= inner[3];

/** What a rule looks at: the picture, the objects in it, and where the box stood at first. */
interface Ruled {
  readonly width: number;
  readonly height: number;
  readonly rule: Rule;
  readonly objects: readonly { readonly box: BoxXYXY }[];
  readonly start: BoxXYXY;
}

/** What a drawn box breaks, in words for the button and the verdict; null when it keeps to the rule. */
export function brokenRule({ width, height, rule, objects, start }: Ruled, box: BoxXYXY): Text | null {
  const [w, h] = [box[2] - box[0], box[3] - box[1]];
  if (w < SMALLEST || h < SMALLEST) return { ko: "상자가 너무 작아요", en: "The box is too small" };
  if (!holds([0, 0, width, height], box)) return { ko: "상자가 그림 밖으로 나갔어요", en: "The box leaves the picture" };
  const a = objects[0].box;
  if (rule === "move" && (w !== start[2] - start[0] || h !== start[3] - start[1]))
    return { ko: "크기는 바꿀 수 없어요", en: "The size must stay as it was" };
  if (rule === "contain" && !holds(box, a)) return { ko: "A를 통째로 담아야 해요", en: "All of A must be inside your box" };
  if (rule === "inside" && !holds(a, box)) return { ko: "상자가 A 안에 있어야 해요", en: "Your box must stay inside A" };
  if (rule === "avoid" && intersectionArea(objects[1].box, box) > 0) return { ko: "B를 건드리면 안 돼요", en: "Your box must not touch B" };
  if (rule === "apart" && intersectionArea(a, box) > 0) return { ko: "A와 겹치면 안 돼요", en: "Your box must not overlap A" };
  return null;
}
