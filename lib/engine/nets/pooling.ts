import type { PoolLayer } from "./types";

/** Visits each output cell with the part of its window that lies inside the map. */
function eachWindow(layer: PoolLayer, visit: (out: number, plane: number, y0: number, y1: number, x0: number, x1: number) => void): void {
  const [channels, h, w] = layer.inShapes[0];
  const [, oh, ow] = layer.shape;
  const { kernel, stride, padTop, padLeft } = layer;
  let out = 0;
  for (let c = 0; c < channels; c++) {
    for (let oy = 0; oy < oh; oy++) {
      const top = oy * stride - padTop;
      for (let ox = 0; ox < ow; ox++, out++) {
        const left = ox * stride - padLeft;
        visit(out, c * h * w, Math.max(top, 0), Math.min(top + kernel, h), Math.max(left, 0), Math.min(left + kernel, w));
      }
    }
  }
}

/** Largest value of each window and its index in the h·w plane; of equal values the first in row-major order wins. */
export function maxPool(layer: PoolLayer, x: Float64Array): { data: Float64Array; winners: Int32Array } {
  const w = layer.inShapes[0][2];
  const n = layer.shape[0] * layer.shape[1] * layer.shape[2];
  const data = new Float64Array(n);
  const winners = new Int32Array(n);
  eachWindow(layer, (out, plane, y0, y1, x0, x1) => {
    let best = -Infinity;
    let at = y0 * w + x0;
    for (let y = y0; y < y1; y++) {
      for (let i = y * w + x0; i < y * w + x1; i++) {
        if (x[plane + i] > best) {
          best = x[plane + i];
          at = i;
        }
      }
    }
    data[out] = best;
    winners[out] = at;
  });
  return { data, winners };
}

/** Unpooling: each signal goes back to its window's winner ("switches", arXiv:1311.2901); overlaps add up. */
export function maxPoolBack(layer: PoolLayer, signal: Float64Array, winners: Int32Array): Float64Array {
  const [channels, h, w] = layer.inShapes[0];
  const cells = layer.shape[1] * layer.shape[2];
  const out = new Float64Array(channels * h * w);
  for (let i = 0; i < signal.length; i++) out[Math.floor(i / cells) * h * w + winners[i]] += signal[i];
  return out;
}

/** Mean over the cells of each window that lie inside the map. */
export function averagePool(layer: PoolLayer, x: Float64Array): Float64Array {
  const w = layer.inShapes[0][2];
  const data = new Float64Array(layer.shape[0] * layer.shape[1] * layer.shape[2]);
  eachWindow(layer, (out, plane, y0, y1, x0, x1) => {
    let sum = 0;
    for (let y = y0; y < y1; y++) for (let i = plane + y * w + x0; i < plane + y * w + x1; i++) sum += x[i];
    data[out] = sum / ((y1 - y0) * (x1 - x0));
  });
  return data;
}

/** The adjoint of `averagePool`. */
export function averagePoolBack(layer: PoolLayer, signal: Float64Array): Float64Array {
  const [channels, h, w] = layer.inShapes[0];
  const back = new Float64Array(channels * h * w);
  eachWindow(layer, (out, plane, y0, y1, x0, x1) => {
    const share = signal[out] / ((y1 - y0) * (x1 - x0));
    for (let y = y0; y < y1; y++) for (let i = plane + y * w + x0; i < plane + y * w + x1; i++) back[i] += share;
  });
  return back;
}
