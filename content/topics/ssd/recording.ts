/** A picture that was looked at before: what is on screen before the engine has answered. */
import type { Looked } from "./looked";
import recording from "./recorded.json" with { type: "json" };

/** Numbers in base64, a byte each: offset + step · byte. */
interface Packed {
  readonly step: number;
  readonly offset: number;
  readonly data: string;
}
export type Recording = Pick<Looked, "objects" | "seen"> & Readonly<Record<"logits" | "deltas", Packed>> & { readonly drawing: string };

function numbersOf({ step, offset, data }: Packed): Float32Array {
  const bytes = Int8Array.from(atob(data), (letter) => letter.charCodeAt(0));
  return Float32Array.from(bytes, (byte) => offset + step * byte);
}

let unpacked: Looked | null = null;

/** All default boxes of the first scene. */
export function recordedLook(): Looked {
  const { seen, drawing, objects, logits, deltas } = recording as unknown as Recording;
  return (unpacked ??= {
    seen,
    drawing: JSON.parse(drawing) as Looked["drawing"],
    objects,
    logits: numbersOf(logits),
    deltas: numbersOf(deltas),
  });
}

/** The recorded answer to this scene, or null. */
export const recordedAnswer = (scene: number, size: number | null): Looked | null => (scene === 1 && size === null ? recordedLook() : null);
