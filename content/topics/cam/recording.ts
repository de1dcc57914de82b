/** A desk that was recorded: what is on screen before any weight has arrived. */
import { SCENE_SIDE } from "@/lib/engine/scenes/emoji/board";
import { OBJECT, type Desk, type Question } from "./desk";
import recorded from "./recorded.json" with { type: "json" };

/** The question that stands in the recording. */
export const RECORDED = { scene: 1, asked: OBJECT.first } as const satisfies Question;

/** A map as whole steps of `step`, 16 bits each and signed, as base64. */
export interface PackedMap {
  readonly step: number;
  readonly cells: string;
}

/** What is kept of a desk: the picture at half its side, maps in 16 bits. */
export interface Recording extends Omit<Desk, "pixels" | "drawing" | "strips" | "rest"> {
  readonly pixels: string;
  /** JSON of the drawing. */
  readonly drawing: string;
  readonly strips: readonly { readonly channel: number; readonly weight: number; readonly map: PackedMap }[];
  readonly rest: PackedMap;
}

const HALF = SCENE_SIDE / 2;
const bytesOf = (text: string) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));

function mapFrom({ step, cells }: PackedMap): Float32Array {
  const bytes = new DataView(bytesOf(cells).buffer);
  return Float32Array.from({ length: bytes.byteLength / 2 }, (_, i) => bytes.getInt16(2 * i, true) * step);
}

/** The desk of a recording; its picture is half as sharp. */
function unpack({ pixels, drawing, strips, rest, ...kept }: Recording): Desk {
  const colours = bytesOf(pixels);
  return {
    ...kept,
    drawing: JSON.parse(drawing) as Desk["drawing"],
    pixels: Uint8Array.from({ length: SCENE_SIDE * SCENE_SIDE * 3 }, (_, i) => {
      const place = Math.floor(i / 3);
      const [y, x] = [Math.floor(place / SCENE_SIDE), place % SCENE_SIDE];
      return colours[(Math.floor(y / 2) * HALF + Math.floor(x / 2)) * 3 + (i % 3)];
    }),
    strips: strips.map(({ map, ...strip }) => ({ ...strip, map: mapFrom(map) })),
    rest: mapFrom(rest),
  };
}

let unpacked: Desk | null = null;

/** The recorded answer to this question, or null: only one was recorded. */
export function recordedDesk({ scene, asked }: Question): Desk | null {
  if (scene !== RECORDED.scene || asked !== RECORDED.asked) return null;
  return (unpacked ??= unpack(recorded));
}
