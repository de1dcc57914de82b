import type { Text } from "@/lib/words";

/**
 * The colours of the tiles. No two share one of the engine's 25 bins in any channel, so that its colour histograms are the shares of these
 * colours and nothing else.
 */
export const PALETTE: readonly { readonly rgb: readonly [number, number, number]; readonly name: Text }[] = [
  { rgb: [250, 204, 90], name: { ko: "노랑", en: "yellow" } },
  { rgb: [228, 112, 78], name: { ko: "주황", en: "orange" } },
  { rgb: [38, 148, 136], name: { ko: "청록", en: "teal" } },
  { rgb: [62, 74, 150], name: { ko: "남색", en: "navy" } },
  { rgb: [178, 164, 220], name: { ko: "연보라", en: "lilac" } },
];

export const paint = (colour: number): string => `rgb(${PALETTE[colour].rgb.join(" ")})`;
