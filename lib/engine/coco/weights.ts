/** Weights of a TF.js model: one run of bytes, cut up and decoded by the manifest. */
import { fromHalf } from "../detectors/files/half";
import { EngineInputError } from "../errors";

/** A decoded constant, row-major. */
export interface StoredArray {
  readonly shape: readonly number[];
  readonly data: Float32Array | Int32Array;
}

/** One entry of the manifest. */
export interface WeightEntry {
  readonly name: string;
  readonly shape: readonly number[];
  readonly dtype: string;
  /** How it is stored: float16, or uint8/uint16 q with value = q · scale + min. */
  readonly quantization?: { readonly dtype: string; readonly scale?: number; readonly min?: number };
}

const BYTES: Readonly<Record<string, number>> = { float32: 4, int32: 4, float16: 2, uint16: 2, uint8: 1, bool: 1 };

/**
 * Decodes every entry. Numbers are little-endian and not aligned.
 * @example float16 bytes 00 3C are 1; uint8 2 with scale 0.5 and min −1 is 0
 * @throws EngineInputError for an unknown type, or when the bytes are fewer or more than the manifest says
 */
export function readWeights(entries: readonly WeightEntry[], bytes: Uint8Array): ReadonlyMap<string, StoredArray> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const arrays = new Map<string, StoredArray>();
  let at = 0;
  for (const { name, shape, dtype, quantization } of entries) {
    const stored = quantization?.dtype ?? dtype;
    const size = BYTES[stored];
    if ((dtype !== "float32" && dtype !== "int32" && dtype !== "bool") || size === undefined)
      throw new EngineInputError(`weights.${name}`, "unknown type", `${dtype} as ${stored}`);
    const count = shape.reduce((product, side) => product * side, 1);
    if (at + count * size > bytes.byteLength) throw new EngineInputError("bytes", `end inside ${name}`, `${bytes.byteLength} bytes`);
    const read = reader(stored, view);
    const { scale = 1, min = 0 } = quantization ?? {};
    const affine = quantization !== undefined && stored !== "float16";
    const data = dtype === "float32" ? new Float32Array(count) : new Int32Array(count);
    for (let i = 0; i < count; i++, at += size) {
      const value = read(at);
      const real = affine ? value * scale + min : value;
      data[i] = dtype === "float32" ? real : Math.round(real);
    }
    arrays.set(name, { shape, data });
  }
  if (at !== bytes.byteLength) throw new EngineInputError("bytes", `must be the manifest's ${at} bytes`, `${bytes.byteLength} bytes`);
  return arrays;
}

function reader(type: string, view: DataView): (at: number) => number {
  switch (type) {
    case "float32":
      return (at) => view.getFloat32(at, true);
    case "int32":
      return (at) => view.getInt32(at, true);
    case "float16":
      return (at) => fromHalf(view.getUint16(at, true));
    case "uint16":
      return (at) => view.getUint16(at, true);
    default:
      return (at) => view.getUint8(at);
  }
}
