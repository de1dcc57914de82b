import type { Text } from "@/lib/challenges/text";
import { josa, letter, num } from "@/lib/words";
import { byArea, clampTo, floorLevel, sidesOf, type View } from "./instance";

export const boxName = (i: number): string => letter(i);
/** Levels from 8 on need tones, too: the box's own place in the list gives it. */
export const toneOf = (i: number): number => i % 8;

export const sizeOf = (view: View, i: number): number => {
  const [w, h] = sidesOf(view.boxes[i]);
  return Math.sqrt(w * h);
};

export const sidesSaid = (view: View, i: number): string =>
  sidesOf(view.boxes[i])
    .map((side) => num(side))
    .join(" × ");

/** Corners, for whoever cannot see the picture. */
export const cornersSaid = ([x1, y1, x2, y2]: View["boxes"][number]): string => `(${x1}, ${y1})–(${x2}, ${y2})`;

const bound = ({ k0, canonical }: View, k: number): string => {
  const size = k >= k0 ? canonical * (1 << (k - k0)) : canonical / (1 << (k0 - k));
  return num(size, Number.isInteger(size) ? 0 : 1);
};

/** Why a box belongs to its level. */
export function reasonOf(view: View, i: number): Text {
  const [w, h] = sidesOf(view.boxes[i]);
  const k = floorLevel(byArea(w, h, view.canonical), view.k0);
  const level = clampTo(view, k);
  const [low, high] = [bound(view, k), bound(view, k + 1)];
  const size = num(Math.sqrt(w * h), 1);
  const held: Text =
    level === k
      ? { ko: `P${josa(String(k), "이에요/예요")}.`, en: `P${k}.` }
      : {
          ko: `${josa(String(k), "이지만/지만")} 없는 레벨이라 P${josa(String(level), "이에요/예요")}.`,
          en: `${k}, which is not there, so P${level}.`,
        };
  return {
    ko: `√(${num(w)} × ${num(h)}) = ${size}. ${low} 이상 ${high} 미만이라 ${held.ko}`,
    en: `√(${num(w)} × ${num(h)}) = ${size}, from ${low} to under ${high}: ${held.en}`,
  };
}
