import { scaleLinear, scaleLog } from "d3-scale";
import { num } from "@/lib/words";

/** One axis of a plot. */
export interface Axis {
  /** With its unit: "Recall", "Distance (px)". */
  readonly label: string;
  /** Its ends. Default: those of the data, made round. */
  readonly domain?: readonly [number, number];
  /** Default linear. On a log axis what is not above 0 is left out. */
  readonly scale?: "linear" | "log";
  /** About how many ticks. Default 5. */
  readonly ticks?: number;
  /** How its numbers are written, on the axis, in the reading and in the table. Default: up to three significant figures. */
  readonly format?: (value: number) => string;
}

export interface Tick {
  /** Place on the plot, CSS pixels. */
  readonly at: number;
  readonly label: string;
}

export interface AxisLayout {
  /** Place of a value, CSS pixels; null for what cannot be shown. */
  place(value: number): number | null;
  readonly ticks: readonly Tick[];
  readonly domain: readonly [number, number];
  format(value: number): string;
}

/** Three significant figures, grouped from a thousand on, with a true minus sign. @example 12345 → "12,300"; −0.12345 → "−0.123" */
export function plainNumber(value: number): string {
  const rounded = Number(value.toPrecision(3));
  return Math.abs(rounded) >= 1000 ? num(rounded) : String(rounded).replace("-", "−");
}

/**
 * The ends of an axis for some values: those that can be shown, widened where they are all one, made round. No values: 0 … 1, or
 * 1 … 10 on a log axis.
 */
export function domainOf(values: readonly number[], axis: Axis): readonly [number, number] {
  if (axis.domain) return axis.domain;
  const log = axis.scale === "log";
  const shown = values.filter((value) => Number.isFinite(value) && (!log || value > 0));
  if (shown.length === 0) return log ? [1, 10] : [0, 1];
  const [low, high] = shown.reduce<[number, number]>(([a, b], value) => [Math.min(a, value), Math.max(b, value)], [Infinity, -Infinity]);
  const ends = low < high ? [low, high] : log ? [low / 2, high * 2] : [low - 0.5, high + 0.5];
  const [from, to] = (
    log
      ? scaleLog().domain(ends).nice()
      : scaleLinear()
          .domain(ends)
          .nice(axis.ticks ?? 5)
  ).domain();
  return [from, to];
}

/** Lays an axis over `range` (CSS pixels): ticks and a place for each value. */
export function layAxis(axis: Axis, values: readonly number[], range: readonly [number, number]): AxisLayout {
  const domain = domainOf(values, axis);
  const log = axis.scale === "log";
  const scale = log ? scaleLog(domain, range) : scaleLinear(domain, range);
  const format = axis.format ?? plainNumber;
  const count = axis.ticks ?? 5;
  const all = scale.ticks(count);
  // A log scale offers 1, 2, … 9 of each decade: with several decades their first ones are enough.
  const firsts = all.filter((value) => Number.isInteger(Math.round(Math.log10(value) * 1e9) / 1e9));
  const kept = log && firsts.length >= 2 ? firsts : all;
  const every = Math.max(1, Math.ceil(kept.length / (2 * count)));
  return {
    domain,
    format,
    place(value) {
      const at = Number.isFinite(value) && (!log || value > 0) ? scale(value) : NaN;
      return Number.isFinite(at) ? at : null;
    },
    ticks: kept.filter((_, i) => i % every === 0).map((value) => ({ at: scale(value), label: format(value) })),
  };
}

/** A bar of a histogram: values v with from ≤ v < to (the last one: ≤ to). */
export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/**
 * Counts values in `count` equal bins over [low, high]. Values outside are left out.
 * Throws RangeError unless count ≥ 1 and low < high.
 * @example binsOf([0, 0.1, 0.5, 1], 2, [0, 1]) → counts 2, 2
 */
export function binsOf(values: readonly number[], count: number, [low, high]: readonly [number, number]): Bin[] {
  if (!Number.isInteger(count) || count < 1 || !(low < high))
    throw new RangeError(`bins: count ≥ 1 and low < high (received ${count}, ${low}, ${high})`);
  const width = (high - low) / count;
  const counts = Array.from({ length: count }, () => 0);
  for (const value of values) {
    if (!(value >= low && value <= high)) continue;
    counts[Math.min(count - 1, Math.floor((value - low) / width))]++;
  }
  return counts.map((n, i) => ({ from: low + i * width, to: i === count - 1 ? high : low + (i + 1) * width, count: n }));
}
