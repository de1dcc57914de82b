import type { MouseEvent } from "react";

/** Where an event happened, in the coordinates of the stage it happened on; null outside any picture. */
export function stagePoint(
  event: MouseEvent<SVGElement>,
  { width, height }: { readonly width: number; readonly height: number },
): readonly [x: number, y: number] | null {
  const svg = event.currentTarget.ownerSVGElement ?? event.currentTarget;
  const rect = svg.getBoundingClientRect();
  if (rect.width === 0 || rect.height === 0) return null;
  return [((event.clientX - rect.left) * width) / rect.width, ((event.clientY - rect.top) * height) / rect.height];
}
