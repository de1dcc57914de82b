import type { Locale } from "@/lib/challenges/text";
import { VOC_CLASSES } from "@/lib/engine/scenes";
import { pictureTag, tonesOf, type BoxState, type ScoredBox, type StageBox } from "@/lib/ui/stage";
import type { FunnelBox } from "./instance";
import { sides, two } from "./words";

/** As the boards' blocks take scored boxes. An RPN knows no classes: all have the same. */
export const asScored = (boxes: readonly FunnelBox[], what: (box: FunnelBox) => "anchor" | "box"): ScoredBox[] =>
  boxes.map((each) => ({ id: each.id, cls: VOC_CLASSES[0], box: each[what(each)], score: each.score }));

export interface Drawn {
  readonly what: "anchor" | "box";
  readonly state: BoxState;
  /** After the tag. */
  readonly mark?: string;
}

/** The boxes of a picture, each as its anchor or as what became of it. */
export function pictureBoxes(boxes: readonly FunnelBox[], locale: Locale, drawn: (box: FunnelBox) => Drawn): StageBox[] {
  // A box keeps its hue, whichever of the two is shown.
  const toneOf = tonesOf(asScored(boxes, () => "box"));
  return boxes.map((each) => {
    const { what, state, mark = "" } = drawn(each);
    const box = each[what];
    const [x1, y1] = box;
    return {
      id: each.id,
      box,
      label: pictureTag(each, boxes) + mark,
      tone: toneOf(each),
      state,
      score: each.score,
      description:
        locale === "ko"
          ? `${what === "anchor" ? "앵커" : "상자"} ${each.id}, 점수 ${two(each.score)}, 왼쪽 ${x1}, 위 ${y1}, 크기 ${sides(box)}`
          : `${what === "anchor" ? "Anchor" : "Box"} ${each.id}, score ${two(each.score)}, left ${x1}, top ${y1}, size ${sides(box)}`,
    };
  });
}
