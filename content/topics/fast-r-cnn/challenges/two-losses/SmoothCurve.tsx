import type { Locale } from "@/lib/challenges/text";
import { smooth } from "./instance";

/** Units of one along x and y. */
const [ACROSS, UP] = [20, 20];
const TENTHS = Array.from({ length: 61 }, (_, i) => i - 30);
const at = (tenths: number, thousandths: number) => `${((tenths / 10) * ACROSS).toFixed(1)} ${((-thousandths / 1000) * UP).toFixed(1)}`;

/** Smooth L1 beside |x| and ½x²: where it bends. Some errors stand on it as dots. */
export function SmoothCurve({ errors = [], locale }: { readonly errors?: readonly number[]; readonly locale: Locale }) {
  const path = (of: (tenths: number) => number) =>
    `M${TENTHS.filter((x) => of(x) <= 3000)
      .map((x) => at(x, of(x)))
      .join("L")}`;
  return (
    <svg
      viewBox="-66 -64 132 76"
      role="img"
      aria-label={
        locale === "ko"
          ? "smooth L1 곡선: −1과 1 사이는 포물선, 밖은 직선이에요"
          : "The curve of smooth L1: a parabola between −1 and 1, straight beyond"
      }
      className="mx-auto block w-full max-w-sm"
    >
      <path d={`M-63 0H63M0 0V-62`} stroke="var(--line-strong)" strokeWidth={0.6} />
      {[-3, -2, -1, 1, 2, 3].map((x) => (
        <text key={x} x={x * ACROSS} y={7} fontSize={5} textAnchor="middle" fill="var(--ink-2)">
          {String(x).replace("-", "−")}
        </text>
      ))}
      {[1, 2].map((y) => (
        <text key={y} x={-2} y={-y * UP + 1.6} fontSize={5} textAnchor="end" fill="var(--ink-2)">
          {y}
        </text>
      ))}
      <path d={`M${-ACROSS} 0V-12M${ACROSS} 0V-12`} stroke="var(--line-strong)" strokeWidth={0.5} strokeDasharray="1.5 1.5" />
      <path d={path((x) => 100 * Math.abs(x))} fill="none" stroke="var(--ink-3)" strokeWidth={0.8} strokeDasharray="3 2" />
      <path d={path((x) => 5 * x * x)} fill="none" stroke="var(--ink-3)" strokeWidth={0.8} strokeDasharray="1 1.6" />
      <path d={path(smooth)} fill="none" stroke="var(--brand)" strokeWidth={1.8} />
      {errors.map((x, i) => (
        <circle
          key={i}
          cx={(x / 10) * ACROSS}
          cy={(-smooth(x) / 1000) * UP}
          r={2.4}
          fill="var(--brand)"
          stroke="var(--sheet)"
          strokeWidth={0.8}
        />
      ))}
    </svg>
  );
}
