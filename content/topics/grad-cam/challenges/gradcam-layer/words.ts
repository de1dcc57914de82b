import type { Text } from "@/lib/challenges/text";
import { CLASS_NAMES, VOC_CLASSES } from "@/lib/engine/scenes/classes";
import type { Odd, View } from "./instance";
import { DEPTHS } from "./recording";

/** What is chosen for, on the board: for the learner, the keyboard and the verdict alike. */
export const WHICH: Text = { ko: "누른 맵을", en: "A tapped map is" };
export const TARGETS: Readonly<Record<"order" | Odd, Text>> = {
  order: { ko: "순서에 놓기", en: "placed in order" },
  other: { ko: "다른 클래스로", en: "other class" },
  random: { ko: "무작위 층으로", en: "random layer" },
};

export const nameOf = (label: number): Text => CLASS_NAMES[VOC_CLASSES[label]];
export const askedName = ({ objects, asked }: View): Text => nameOf(objects[asked].label);
export const otherName = ({ objects, asked }: View): Text => nameOf(objects[1 - asked].label);
export const mapName = (id: string): Text => ({ ko: `맵 ${id}`, en: `Map ${id}` });
/** "conv4a". */
export const layerName = (depth: number): string => DEPTHS[depth].split("/")[0];
