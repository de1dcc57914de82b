import type { SceneSprite } from "./types";

/** Where a sprite's drawing lies. */
export const sceneryOf = ({ cls }: Pick<SceneSprite, "cls">): string => `/scenery/${cls}.svg`;

const isSprite = (part: unknown): part is Pick<SceneSprite, "cls"> =>
  typeof part === "object" && part !== null && "cls" in part && typeof part.cls === "string" && /^[a-z]+$/.test(part.cls);

/** Addresses of the drawings that a board shows for `view`, whatever its kind, so that they can be fetched before it is rendered. */
export function picturesOf(view: unknown): string[] {
  const sprites: unknown = typeof view === "object" && view !== null && "sprites" in view ? view.sprites : [];
  return Array.isArray(sprites) ? [...new Set(sprites.filter(isSprite).map(sceneryOf))] : [];
}
