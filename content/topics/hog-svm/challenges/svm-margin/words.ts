/** What is said of streets, in the verdict, the hints and the replay. */
import type { Text } from "@/lib/challenges/text";
import { josa, letter, num } from "@/lib/words";
import type { Point } from "./street";

export const KINDS = {
  object: { ko: "물체", en: "object" },
  rest: { ko: "배경", en: "background" },
} satisfies Record<string, Text>;

const kindOf = ({ object }: Point): Text => (object ? KINDS.object : KINDS.rest);
const place = ({ x, y }: Pick<Point, "x" | "y">): string => `(${num(x)}, ${num(y)})`;
export const pointText = (point: Point): Text => ({
  ko: `${kindOf(point).ko} ${place(point)}`,
  en: `${kindOf(point).en} ${place(point)}`,
});
export const letterText = (index: number, point: Point): Text => ({
  ko: `${letter(index)}(${kindOf(point).ko})`,
  en: `${letter(index)} (${kindOf(point).en})`,
});

/** A width as it is said: one digit. */
export const widthText = (width: number): string => num(width, 1);

/** How many points are on the wrong side. */
export const straysText = (count: number): Text => ({
  ko: `선이 두 무리를 가르지 못해요. 점 ${num(count)}개가 반대쪽에 있어요.`,
  en: `The line does not part the clouds: ${num(count)} ${count === 1 ? "point is" : "points are"} on the wrong side.`,
});

export const streetText = (width: number, best: number): Text => ({
  ko: `내 길의 폭은 ${josa(widthText(width), "이에요/예요")}. 가장 넓은 길은 ${josa(widthText(best), "이에요/예요")}.`,
  en: `Your street is ${widthText(width)} wide; the widest is ${widthText(best)}.`,
});
