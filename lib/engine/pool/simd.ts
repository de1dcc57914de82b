import { compile } from "../assembly";
import type { AlignJob } from "./align-kernels";
import type { Layout, MapShape } from "./inputs";
import { mixModule } from "./simd-module";

const PAGE = 65536;
/** Beyond this many bytes of features the plain kernels are used, so that a tab's memory stays in bounds. */
const MOST_BYTES = 1 << 29;

interface Mixer {
  readonly memory: WebAssembly.Memory;
  mix(to: number, taps: number, tapsEnd: number, bytes: number): void;
}

/** undefined: not tried yet; null: this engine has no WebAssembly SIMD, or a page forbids compiling. */
let mixer: Mixer | null | undefined;

function loadMixer(): Mixer | null {
  if (mixer !== undefined) return mixer;
  const code = compile(mixModule());
  if (code === null) return (mixer = null);
  const { mix, memory } = new WebAssembly.Instance(code).exports;
  mixer = { mix: mix as Mixer["mix"], memory: memory as WebAssembly.Memory };
  return mixer;
}

/** One RoI after another on channels-last single-precision features in WebAssembly memory. */
export interface SimdAligner {
  /** Writes one RoI's bins to `out` from `outBase`, in the layout of the features. */
  align(job: AlignJob, batch: number, out: Float32Array, outBase: number): void;
}

/**
 * Copies the features into WebAssembly memory, channels last, each cell padded to 16 channels.
 * @returns null where there is no SIMD or the features are too large
 */
export function simdAligner(features: Float32Array, map: MapShape, layout: Layout, rows: number, columns: number): SimdAligner | null {
  const { batch, channels, height, width } = map;
  const stride = 16 * Math.ceil(channels / 16);
  const cells = batch * height * width;
  const bins = rows * columns;
  const binsBytes = 4 * stride * bins;
  const tapsBytes = 8 * height * width;
  const needed = 4 * stride * cells + binsBytes + tapsBytes;
  if (needed > MOST_BYTES || cells === 0 || channels === 0) return null;
  const loaded = loadMixer();
  if (loaded === null) return null;
  const { memory, mix } = loaded;
  const missing = needed - memory.buffer.byteLength;
  if (missing > 0 && !grown(memory, Math.ceil(missing / PAGE))) return null;
  const floats = new Float32Array(memory.buffer);
  const ints = new Int32Array(memory.buffer);
  if (layout === "NCHW") transposeIn(features, map, stride, floats);
  else copyIn(features, channels, stride, cells, floats);
  const binsAt = 4 * stride * cells;
  const tapsAt = binsAt + binsBytes;
  const pooled = floats.subarray(binsAt / 4, binsAt / 4 + stride * bins);
  return {
    align({ x, y }, image, out, outBase) {
      const base = image * height * width;
      for (let p = 0, b = 0; p < rows; p++) {
        for (let q = 0; q < columns; q++, b++) {
          let t = tapsAt / 4;
          for (let i = p * y.room, endY = i + y.count[p]; i < endY; i++) {
            const row = base + y.cells[i] * width;
            const wy = y.weights[i];
            for (let j = q * x.room, endX = j + x.count[q]; j < endX; j++, t += 2) {
              ints[t] = (row + x.cells[j]) * stride * 4;
              floats[t + 1] = wy * x.weights[j];
            }
          }
          if (4 * t === tapsAt) pooled.fill(0, b * stride, (b + 1) * stride);
          else mix(binsAt + 4 * b * stride, tapsAt, 4 * t, 4 * stride);
        }
      }
      if (layout === "NCHW") transposeOut(pooled, channels, stride, bins, out, outBase);
      else if (stride === channels) out.set(pooled, outBase);
      else for (let b = 0; b < bins; b++) out.set(pooled.subarray(b * stride, b * stride + channels), outBase + b * channels);
    },
  };
}

/** False when the engine has no more memory to give. */
function grown(memory: WebAssembly.Memory, pages: number): boolean {
  try {
    memory.grow(pages);
    return true;
  } catch {
    return false;
  }
}

/** Channels beyond the last are left as they are: their sums are never read. */
function copyIn(features: Float32Array, channels: number, stride: number, cells: number, to: Float32Array): void {
  if (stride === channels) to.set(features);
  else for (let k = 0; k < cells; k++) to.set(features.subarray(k * channels, (k + 1) * channels), k * stride);
}

/** [N, C, cells] → [N, cells, stride], eight channels at a time so that each touched line is filled while it is near. */
function transposeIn(features: Float32Array, { batch, channels, height, width }: MapShape, stride: number, to: Float32Array): void {
  const cells = height * width;
  for (let n = 0; n < batch; n++) {
    for (let c0 = 0; c0 < channels; c0 += 8) {
      const c1 = Math.min(c0 + 8, channels);
      for (let k = 0; k < cells; k++) {
        let at = (n * cells + k) * stride + c0;
        for (let c = c0, from = (n * channels + c0) * cells + k; c < c1; c++, from += cells) to[at++] = features[from];
      }
    }
  }
}

/** [bins, stride] → [C, bins]. */
function transposeOut(pooled: Float32Array, channels: number, stride: number, bins: number, out: Float32Array, base: number): void {
  for (let c = 0, o = base; c < channels; c++) {
    for (let b = 0, from = c; b < bins; b++, from += stride) out[o++] = pooled[from];
  }
}
