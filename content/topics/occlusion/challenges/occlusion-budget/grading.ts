import { selection } from "@/lib/challenges/answers";
import type { Points } from "@/lib/challenges/answers/points";
import type { Part } from "@/lib/challenges/contract";
import type { Text } from "@/lib/challenges/text";
import { cellName, letter } from "@/lib/words";
import {
  alongSide,
  cellsOf,
  columnsOf,
  holds,
  judge,
  rightDesign,
  rightPlaces,
  type Answer,
  type DesignView,
  type PlacesView,
  type Truth,
  type View,
} from "./instance";
import { designSaid, dropSaid } from "./words";

export function placeName(view: PlacesView, place: number): Text {
  if (view.task === "joint") return { ko: `조각 ${letter(place)}`, en: `Patch ${letter(place)}` };
  return cellName(place, columnsOf(view));
}

/** A design that holds earns three of ten, the finest stride the rest. */
const [ASKED, FINEST] = [1, 7] as const;

function designPoints(view: DesignView, { patch, stride }: Answer): Points {
  const right = rightDesign(view);
  const checked = judge(view, patch ?? 0, stride ?? 1);
  const blank = patch === null || stride === null;
  const part = (id: keyof typeof designSaid, correct: boolean, total: number): Part => ({
    id,
    label: designSaid[id].label,
    correct,
    earned: correct ? total : 0,
    total,
    note:
      correct || blank
        ? undefined
        : designSaid[id].note({ ...view, patch, stride, along: alongSide(view.side, patch, stride), finest: right?.stride ?? 0 }),
  });
  const parts = [
    part("size", !blank && checked.size, ASKED),
    part("covers", !blank && checked.covers, ASKED),
    part("within", !blank && checked.within, ASKED),
    part("finest", !blank && holds(checked) && stride === right?.stride, FINEST),
  ];
  return { earned: parts.reduce((sum, { earned }) => sum + earned, 0), total: 3 * ASKED + FINEST, parts };
}

/** What an answer earns, without a word: for who draws instances and plays rivals on them. */
export function earnedOf(view: View, truth: Truth, { places, patch, stride }: Answer): Pick<Points, "earned" | "total"> {
  if (view.task === "design") {
    const checked = judge(view, patch ?? 0, stride ?? 1);
    const finest = holds(checked) && stride === rightDesign(view)?.stride;
    return { earned: ASKED * Object.values(checked).filter(Boolean).length + (finest ? FINEST : 0), total: 3 * ASKED + FINEST };
  }
  const right = rightPlaces(view, truth);
  const hits = places.filter((place) => right.includes(place)).length;
  return { earned: Math.max(0, 2 * hits - places.length), total: right.length };
}

/** Points of an answer. */
export function judged(view: View, truth: Truth, answer: Answer): Points {
  if (view.task === "design") return designPoints(view, answer);
  const right = rightPlaces(view, truth);
  return selection.points({
    ids: cellsOf(view),
    truth: right,
    chosen: answer.places,
    label: (place) => placeName(view, place),
    note: (place) => dropSaid(view, place),
  });
}
