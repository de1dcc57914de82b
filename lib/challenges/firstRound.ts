import type { Level } from "./contract";

/**
 * The round on the landing page: fixed, so that its board is already in the page that the server sends, before anybody is known. It is
 * nobody's choice, so it counts as if the server had drawn it.
 */
export const FIRST_ROUND = { kind: "nms-survivors", seed: "hello", level: 1 } as const satisfies {
  readonly kind: string;
  readonly seed: string;
  readonly level: Level;
};
