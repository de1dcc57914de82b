"use client";

import type { Locale } from "@/lib/challenges/text";
import type { BoxXYXY } from "@/lib/engine/boxes/types";
import { NumberGrid } from "@/lib/ui/boards";
import { Sum } from "@/lib/ui/simulation";
import { num } from "@/lib/words";
import { SIDE, STRIDE } from "./mapped";
import { between, binsOf, roundedOf, SAMPLES, samplesOf, type Pooled } from "./pooling";

export interface PanelProps {
  readonly values: Float64Array;
  readonly roi: BoxXYXY;
  readonly bins: number;
  readonly pooled: Pooled;
  readonly bin: number;
  readonly locale: Locale;
}

const range = (first: number, end: number) => (end - first <= 1 ? String(first) : `${first}–${end - 1}`);

/** Which cells belong to a bin, behind its name. @example ", x 5–6, y 8–9" */
export function cellsOf(roi: BoxXYXY, bins: number, bin: number, locale: Locale): string {
  const { xs, ys } = binsOf(roi, bins);
  return `${locale === "ko" ? ", 칸" : ", cells"} x\u00a0${range(...xs[bin % bins])}, y\u00a0${range(...ys[Math.floor(bin / bins)])}`;
}

/** One bin: its cells with the largest, and the samples that RoIAlign reads for the same place. */
export function BinPanel({ values, roi, bins, pooled, bin, locale }: PanelProps) {
  const ko = locale === "ko";
  const { xs, ys } = binsOf(roi, bins);
  const [across, down] = [xs[bin % bins], ys[Math.floor(bin / bins)]];
  const columns = across[1] - across[0];
  const cells = Array.from(
    { length: Math.max(0, columns * (down[1] - down[0])) },
    (_, i) => (down[0] + Math.floor(i / columns)) * SIDE + across[0] + (i % columns),
  );
  const samples = samplesOf(roi, bins)[bin];
  const read = samples.map(([x, y]) => between(values, x, y));
  return (
    <div className="flex flex-col gap-4">
      {cells.length > 0 ? (
        <NumberGrid
          compact
          columns={columns}
          values={cells.map((cell) => values[cell])}
          title={ko ? "칸" : "Cells"}
          look={(at) => (cells[at] === pooled.winners[bin] ? "right" : "plain")}
          format={(value) => num(value, 1)}
        />
      ) : (
        <p className="m-0 text-sm text-ink">{ko ? "구획이 지도 밖이라 0이에요." : "The bin lies beyond the map: 0."}</p>
      )}
      <Sum
        lines={[
          { name: "max", sum: num(pooled.max[bin], 2), result: true },
          ...samples.map(([x, y], i) => ({ name: `(${num(x, 2)}, ${num(y, 2)})`, sum: num(read[i], 2) })),
          {
            name: "RoIAlign",
            sum: `(${read.map((value) => num(value, 2)).join(" + ")}) ÷ ${SAMPLES * SAMPLES} = ${num(pooled.align[bin], 2)}`,
            result: true,
          },
        ]}
      />
    </div>
  );
}

/** Where rounding comes in: the corners, then the bins; RoIAlign does neither. */
export function CornerSum({ roi, bins, bin, locale }: Omit<PanelProps, "values" | "pooled">) {
  const ko = locale === "ko";
  const { x, y } = roundedOf(roi);
  const { xs, ys } = binsOf(roi, bins);
  const corner = (name: string, pixel: number, cell: number) => ({
    name,
    sum: `${pixel} ÷ ${STRIDE} = ${num(pixel / STRIDE, 3)} → ${cell}`,
  });
  const edge = (name: string, [first, last]: readonly [number, number], p: number, [from, end]: readonly [number, number]) => {
    const n = last - first + 1;
    return {
      name,
      sum: `n = ${n}: ${first} + ⌊${p} × ${n} ÷ ${bins}⌋ = ${from}, ${first} + ⌈${p + 1} × ${n} ÷ ${bins}⌉ − 1 = ${first + Math.ceil(((p + 1) * n) / bins) - 1}${end <= last && end === SIDE && first + Math.ceil(((p + 1) * n) / bins) > SIDE ? ` → ${SIDE - 1}` : ""}`,
    };
  };
  const aligned = (pixel: number) => `${pixel} ÷ ${STRIDE} = ${num(pixel / STRIDE, 3)}`;
  return (
    <div className="flex flex-col gap-4">
      <Sum
        lines={[
          corner("x1", roi[0], x[0]),
          corner("y1", roi[1], y[0]),
          corner("x2", roi[2], x[1]),
          corner("y2", roi[3], y[1]),
          { ...edge(ko ? "구획의 x" : "bin, x", x, bin % bins, xs[bin % bins]), result: true },
          { ...edge(ko ? "구획의 y" : "bin, y", y, Math.floor(bin / bins), ys[Math.floor(bin / bins)]), result: true },
        ]}
      />
      <Sum
        lines={[
          { name: "RoIAlign", sum: ko ? "반올림하지 않아요" : "nothing is rounded" },
          { name: "x1, x2", sum: `${aligned(roi[0])}, ${aligned(roi[2])}` },
          { name: "y1, y2", sum: `${aligned(roi[1])}, ${aligned(roi[3])}` },
        ]}
      />
    </div>
  );
}
