import type { Text } from "@/lib/challenges/text";
import { iou } from "@/lib/engine/boxes";
import { CLASS_NAMES } from "@/lib/engine/scenes";
import { dashesOf, describeBox, shortScore, tagOf, tonesOf, type BoxState, type StageBox } from "@/lib/ui/stage";

import type { Locale } from "@/lib/words";
import type { View, ViewObject } from "./judging";

const DIFFICULT: Text = { ko: "어려움", en: "difficult" };

const objectTag = ({ difficult }: ViewObject, i: number, locale: Locale): string => `${i + 1}${difficult ? ` ${DIFFICULT[locale]}` : ""}`;

/** What is really there, numbered. A difficult object says so. */
export const thingBoxes = ({ objects }: View, locale: Locale, stateOf: (i: number) => BoxState = () => "truth"): StageBox[] =>
  objects.map((object, i) => ({
    id: `object-${i}`,
    box: object.box,
    label: objectTag(object, i, locale),
    tone: 0,
    dash: 0,
    state: stateOf(i),
    description: `${locale === "ko" ? "물체" : "Object"} ${objectTag(object, i, locale)}, ${CLASS_NAMES[object.cls][locale]}, ${object.box.join(" ")}`,
  }));

/** What the detector says, each with its letter and score. */
export function foundBoxes({ detections }: View, locale: Locale, stateOf: (i: number) => BoxState): StageBox[] {
  const [tone, dash] = [tonesOf(detections), dashesOf(detections)];
  return detections.map((found, i) => ({
    id: found.id,
    box: found.box,
    label: tagOf(found),
    tone: tone(found),
    dash: dash?.(found),
    state: stateOf(i),
    description: describeBox(found, locale),
    score: found.score,
  }));
}

/** The objects that a detection overlaps, the most first: "2 .72 · 1 .11". */
export function overlapsOf({ objects, detections }: View, index: number): string {
  const overlaps = objects
    .map(({ box }, i) => ({ i, overlap: iou(box, detections[index].box) }))
    .filter(({ overlap }) => overlap >= 0.05)
    .sort((a, b) => b.overlap - a.overlap)
    .slice(0, 2);
  return overlaps.map(({ i, overlap }) => `${i + 1} ${shortScore(overlap)}`).join(" · ");
}
