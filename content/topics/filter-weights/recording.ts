/** The first filter on the first card, as it was looked at before: on screen before the engine has answered. */
import { INPUT_SCALE, INPUT_SHIFT } from "@/lib/engine/detectors/backbone";
import { SCENE_SIDE } from "@/lib/engine/scenes/emoji/board";
import { cardPixels } from "./cards";
import type { Asked, Looked } from "./looked";
import recording from "./recorded.json" with { type: "json" };
import { firstFilter } from "./simulationModel";

/** The filter whose picture is one everybody can read: dark on the left, bright on the right. */
export const RECORDED = { picture: "edge", eighths: 0, period: 8, contrast: 1, layer: 1, filter: 7 } as const satisfies Asked;

/** Numbers in base64, a byte each: offset + step · byte. */
interface Packed {
  readonly step: number;
  readonly offset: number;
  readonly data: string;
}
export interface Recording extends Pick<Looked, "field" | "stride" | "padded" | "side"> {
  readonly first: readonly number[];
  readonly firstBias: readonly number[];
  readonly map: Packed;
}

function unpack({ map: { step, offset, data }, first, firstBias, ...rest }: Recording): Looked {
  const seen = cardPixels(RECORDED.picture, RECORDED.eighths, RECORDED.period);
  const plane = SCENE_SIDE * SCENE_SIDE;
  return {
    ...rest,
    layer: RECORDED.layer,
    filter: RECORDED.filter,
    seen,
    drawing: null,
    reads: 3,
    from: SCENE_SIDE,
    read: Float32Array.from({ length: 3 * plane }, (_, i) => seen[(i % plane) * 3 + Math.floor(i / plane)] * INPUT_SCALE + INPUT_SHIFT),
    kernels: firstFilter({ first }, RECORDED.filter - 1),
    bias: firstBias[RECORDED.filter - 1],
    map: Float32Array.from(
      Int8Array.from(atob(data), (letter) => letter.charCodeAt(0)),
      (byte) => offset + step * byte,
    ),
    first,
    firstBias,
  };
}

let unpacked: Looked | null = null;
export const recordedLook = (): Looked => (unpacked ??= unpack(recording));

/** The recorded answer to this question, or null. */
export const recordedAnswer = (asked: Asked): Looked | null =>
  (Object.keys(RECORDED) as (keyof Asked)[]).every((name) => name === "period" || asked[name] === RECORDED[name]) ? recordedLook() : null;
