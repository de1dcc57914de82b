import type { Text } from "@/lib/challenges/text";
import type { BoxXYXY } from "@/lib/engine/boxes";
import { letter, num, signed } from "@/lib/words";
import { centreOf, sizeOf, type Deltas } from "./instance";

export const MINE: Text = { ko: "내 상자", en: "Your box" };

export const T_NAMES = ["tx", "ty", "tw", "th"] as const;

/** A delta as the board writes it: "+0.35". */
export const told = (hundredths: number): string => (hundredths === 0 ? "0" : signed(hundredths / 100, 2));

/** "tx +0.35 · ty 0 · tw −0.70 · th 0" */
export const deltasTold = (deltas: Deltas): string => deltas.map((value, i) => `${T_NAMES[i]} ${told(value)}`).join(" · ");

/** What an anchor is called: by its letter among several. */
export const anchorName = (index: number, several: boolean): Text =>
  several ? { ko: `앵커 ${letter(index)}`, en: `Anchor ${letter(index)}` } : { ko: "앵커", en: "The anchor" };

const short = (value: number): string => num(value, Number.isInteger(value) ? 0 : 1);

/** "(120.5, 80)" and "96 × 64": a box by centre and size. */
export const middle = (box: BoxXYXY): string => `(${centreOf(box).map(short).join(", ")})`;
export const sides = (box: BoxXYXY): string => sizeOf(box).map(short).join(" × ");
