/** A picture that was looked at before: what is on screen before the engine has answered. */
import type { Asked, Looked } from "./looked";
import recording from "./recorded.json" with { type: "json" };

/** The grid in base64, each number a whole step of 16 bits. */
export interface Recording {
  readonly pixels: string;
  readonly drawing: string;
  readonly objects: Looked["objects"];
  readonly step: number;
  readonly grid: string;
}

const bytesOf = (text: string) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));

function unpack({ pixels, drawing, objects, step, grid }: Recording): Looked {
  const view = new DataView(bytesOf(grid).buffer);
  return {
    pixels: bytesOf(pixels),
    drawing: JSON.parse(drawing) as Looked["drawing"],
    objects,
    grid: Float32Array.from({ length: view.byteLength / 2 }, (_, i) => view.getInt16(2 * i, true) * step),
  };
}

let unpacked: Looked | null = null;
/** The first scene, nothing moved. */
export const recordedLook = (): Looked => (unpacked ??= unpack(recording as unknown as Recording));

/** The recorded answer to this question, or null. */
export const recordedAnswer = ({ scene, dx, dy }: Asked): Looked | null => (scene === 1 && dx === 0 && dy === 0 ? recordedLook() : null);
