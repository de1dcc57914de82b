import { SCENE_SIDE } from "@/lib/engine/scenes/emoji";

const HALF = SCENE_SIDE / 2;

/** A scene at half its side as base64: means over 2 × 2 places, rounded to bytes. @param values `channels` numbers a place, 0 … 255 */
export function halved(values: ArrayLike<number>, channels: number): string {
  const bytes = Uint8Array.from({ length: HALF * HALF * channels }, (_, i) => {
    const [place, channel] = [Math.floor(i / channels), i % channels];
    const [top, left] = [2 * Math.floor(place / HALF), 2 * (place % HALF)];
    const at = (dy: number, dx: number) => values[((top + dy) * SCENE_SIDE + left + dx) * channels + channel];
    return Math.round((at(0, 0) + at(0, 1) + at(1, 0) + at(1, 1)) / 4);
  });
  return Buffer.from(bytes).toString("base64");
}
