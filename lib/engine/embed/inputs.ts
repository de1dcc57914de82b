import { EngineInputError, requireAllFinite, requireLength } from "../errors";
import type { NdArray } from "../boxes/types";

export interface Points {
  readonly n: number;
  readonly d: number;
  /** [n, d], double precision. */
  readonly data: Float64Array;
}

/** Reads points [n, d]. @throws EngineInputError for another rank, a length that does not fit or a number that is not finite */
export function readPoints(argument: string, x: NdArray): Points {
  if (x.shape.length !== 2) throw new EngineInputError(argument, "must have shape [n, d]", `shape [${x.shape.join(", ")}]`);
  const [n, d] = x.shape;
  requireLength(`${argument}.data`, x.data, n * d);
  requireAllFinite(`${argument}.data`, x.data);
  return { n, d, data: x.data instanceof Float64Array ? x.data : Float64Array.from(x.data) };
}
