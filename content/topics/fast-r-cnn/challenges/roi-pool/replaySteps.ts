import type { Locale } from "@/lib/challenges/text";
import { josa } from "@/lib/words";
import type { Step, View } from "./challenge";
import { roundedOf } from "./instance";
import { binName, cellAt, cellsAt, roiName } from "./words";

/** @example "12 ÷ 8 = 1.5 → 2" */
const divided = (pixel: number, stride: number, cell: number) => `${pixel} ÷ ${stride} = ${pixel / stride} → ${cell}`;

/** One sentence a step. */
export function captionsOf(view: View, steps: readonly Step[], locale: Locale): string[] {
  const ko = locale === "ko";
  return steps.map((step) => {
    if (step.type === "extra") {
      const cells = step.cells.map((cell) => cellAt(cell, view.columns)).join("; ");
      return ko
        ? `더 고른 칸: ${cells}. 어느 구획에서도 최댓값이 아니라서 아무것도 받지 않아요.`
        : `Marked besides: ${cells}. They are the maximum of no bin and receive nothing.`;
    }
    const name = roiName(view, step.roi)[locale];
    if (step.type === "roi") {
      const roi = view.rois[step.roi];
      const { x, y } = roundedOf(view, roi);
      if (view.stride === 1)
        return ko
          ? `${name}의 칸은 ${cellsAt(step.cells)}. 두 모서리의 칸도 들어가요.`
          : `${name} has the cells ${cellsAt(step.cells)}, both corners included.`;
      const sums = [x[0], y[0], x[1], y[1]].map((cell, i) => divided(roi[i], view.stride, cell));
      return ko
        ? `${josa(name, "을/를")} 칸에 맞춰요. x: ${sums[0]}, ${sums[2]}. y: ${sums[1]}, ${sums[3]}.`
        : `${name} snaps to cells. x: ${sums[0]}, ${sums[2]}. y: ${sums[1]}, ${sums[3]}.`;
    }
    const bin = binName(view, step.roi, step.bin)[locale];
    const where = cellsAt(step.cells);
    if (step.winner < 0) return ko ? `${bin}: 구획이 지도 밖이라 0이에요.` : `${bin}: the bin lies beyond the map, so it is 0.`;
    const largest = view.values[step.winner];
    if (step.gradient === null)
      return ko
        ? `${bin}: ${where}에서 가장 큰 수는 ${josa(String(largest), "이에요/예요")}.`
        : `${bin}: of ${where} the largest is ${largest}.`;
    const before = step.value - step.gradient;
    const sum = before > 0 ? `${before} + ${step.gradient} = ${step.value}` : String(step.gradient);
    return ko
      ? `${bin}의 기울기 ${josa(String(step.gradient), "은/는")} 가장 큰 ${josa(String(largest), "이/가")} 받아요. 지금까지 받은 것: ${sum}.`
      : `The gradient ${step.gradient} of ${bin} goes to its largest, ${largest}. It has received ${sum}.`;
  });
}
