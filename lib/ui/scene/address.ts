import type { DrawnSprite } from "@/lib/engine/scenes/emoji/drawing";

/** Where a drawing's vector lies. */
export const vectorOf = ({ style, sprite }: Pick<DrawnSprite, "style" | "sprite">): string => `/emojivoc/${style}/${sprite}.svg`;
