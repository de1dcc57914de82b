/** From pale to full: what speaks for, and what speaks against. Blue and orange stay apart for colour-blind eyes. */
type Rgb = readonly [number, number, number];
const FOR: readonly [Rgb, Rgb] = [
  [255, 214, 140],
  [226, 84, 24],
];
const AGAINST: readonly [Rgb, Rgb] = [
  [176, 214, 255],
  [24, 92, 196],
];

const between = ([pale, full]: readonly [Rgb, Rgb], share: number): Rgb => {
  const at = Math.min(1, Math.max(0, share));
  const mix = (c: 0 | 1 | 2) => pale[c] + (full[c] - pale[c]) * at;
  return [mix(0), mix(1), mix(2)];
};
/** The colour of a size 0 … 1 that speaks for, and of one that speaks against. */
export const forRgb = (share: number): Rgb => between(FOR, share);
export const againstRgb = (share: number): Rgb => between(AGAINST, share);

/** The colour of a share from −1 (against) to 1 (for). */
export const signedColour = (share: number): string => `rgb(${(share < 0 ? againstRgb(-share) : forRgb(share)).map(Math.round).join(" ")})`;
