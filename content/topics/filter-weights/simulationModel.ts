/** What the simulation makes of an answer: pictures of kernels and maps, and the arithmetic of one response. */
import type { Looked } from "./looked";

export const largest = (values: ArrayLike<number>): number => Array.from(values).reduce((most, v) => Math.max(most, Math.abs(v)), 0);

/** Numbers as greys, or as colours where each has three: 0 is the middle, the largest size black or white. */
const byte = (value: number, most: number) => Math.min(255, Math.max(0, Math.round(127.5 + (127.5 * value) / (most || 1))));

/** A map or kernel as RGB bytes, by its own largest size. */
export function greyOf(values: ArrayLike<number>, most = largest(values)): Uint8Array {
  return Uint8Array.from({ length: values.length * 3 }, (_, i) => byte(values[Math.floor(i / 3)], most));
}

/** A filter of the first layer, [3, 9], as a colour picture by its own largest size: RGB bytes of 3×3. */
export function colourOf(filter: ArrayLike<number>): Uint8Array {
  const most = largest(filter);
  return Uint8Array.from({ length: 27 }, (_, i) => byte(filter[(i % 3) * 9 + Math.floor(i / 3)], most));
}

export const firstFilter = ({ first }: Pick<Looked, "first">, filter: number): number[] =>
  Array.from(first).slice(filter * 27, (filter + 1) * 27);

/** The wall: every filter of the first layer in colour, or every kernel of one deep filter in grey. */
export function wallOf(looked: Looked): { readonly count: number; readonly pixels: Uint8Array } {
  if (looked.reads !== 3) return { count: looked.reads, pixels: greyOf(looked.kernels) };
  const count = looked.first.length / 27;
  const pixels = new Uint8Array(count * 27);
  for (let k = 0; k < count; k++) pixels.set(colourOf(firstFilter(looked, k)), k * 27);
  return { count, pixels };
}

/** The map as it is asked for: with or without the bias, before or after the ReLU. */
export const shownMap = ({ map, bias }: Looked, withBias: boolean, relu: boolean): Float32Array =>
  Float32Array.from(map, (value) => {
    const sum = withBias ? value : value - bias;
    return relu ? Math.max(0, sum) : sum;
  });

/** The cell with the largest number. */
export const loudest = (map: ArrayLike<number>): number =>
  Array.from(map).reduce((best, value, i, all) => (value > all[best] ? i : best), 0);

export interface Product {
  readonly channel: number;
  /** 0 … 8 in the kernel. */
  readonly place: number;
  readonly weight: number;
  readonly value: number;
  readonly product: number;
}

/** Weight by value under the filter at a cell, channel by channel; outside of the map the value is 0. */
export function productsAt({ reads, from, read, stride, padded, kernels, side }: Looked, cell: number): Product[] {
  const [top, left] = [Math.floor(cell / side) * stride - padded, (cell % side) * stride - padded];
  return Array.from({ length: reads * 9 }, (_, i) => {
    const [channel, place] = [Math.floor(i / 9), i % 9];
    const [y, x] = [top + Math.floor(place / 3), left + (place % 3)];
    const inside = y >= 0 && x >= 0 && y < from && x < from;
    const value = inside ? read[channel * from * from + y * from + x] : 0;
    return { channel, place, weight: kernels[i], value, product: kernels[i] * value };
  });
}

/** What each channel's kernel adds to a response. */
export function byChannel(products: readonly Product[], reads: number): number[] {
  const sums = Array.from({ length: reads }, () => 0);
  for (const { channel, product } of products) sums[channel] += product;
  return sums;
}
