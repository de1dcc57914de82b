"use client";

import { anchorBox } from "@/lib/engine/anchors";
import { OutlinesLayer } from "@/lib/ui/stage/layers";

export { GridLayer, middleOf, nearestCentre } from "@/lib/ui/stage/layers";

/** The anchors of one location: one hue and dash per scale. */
export function AnchorsAt({
  centre,
  shapes,
}: {
  readonly centre: readonly [number, number];
  readonly shapes: readonly { readonly scale: number; readonly ratio: number; readonly tone: number }[];
}) {
  return (
    <OutlinesLayer
      centre={centre}
      outlines={shapes.map(({ scale, ratio, tone }) => ({ key: `${scale}/${ratio}`, box: anchorBox(...centre, scale, ratio), tone }))}
    />
  );
}
