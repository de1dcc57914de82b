import type { StageBox } from "@/lib/ui/stage";
import { useStage } from "@/lib/ui/stage/StageContext";
import type { View } from "./instance";
import { boxName, cornersSaid, sidesSaid, toneOf } from "./words";

export const pictureBoxes = (view: View, stateOf: (box: number) => StageBox["state"]): StageBox[] =>
  view.boxes.map((box, i) => ({
    id: boxName(i),
    box,
    label: boxName(i),
    tone: toneOf(i),
    state: stateOf(i),
    description: view.grid > 0 ? `${boxName(i)} ${cornersSaid(box)}` : `${boxName(i)} ${sidesSaid(view, i)}`,
  }));

/** Lines that sides are counted by; every fifth is stronger. */
export function GridLines({ width, height, grid }: Pick<View, "width" | "height" | "grid">) {
  const { scale } = useStage();
  if (grid === 0) return null;
  const lines = (end: number) => Array.from({ length: Math.floor(end / grid) + 1 }, (_, i) => i);
  const look = (i: number) => ({
    stroke: "var(--ink-2)",
    strokeOpacity: i % 5 === 0 ? 0.75 : 0.3,
    strokeWidth: (i % 5 === 0 ? 1.5 : 1) * scale,
  });
  return (
    <g aria-hidden="true" pointerEvents="none">
      {/* The stage's own fine pattern has another step: two grids could not be counted by. */}
      <rect width={width} height={height} fill="var(--sheet)" />
      {lines(width).map((i) => (
        <line key={`x${i}`} x1={i * grid} x2={i * grid} y1={0} y2={height} {...look(i)} />
      ))}
      {lines(height).map((i) => (
        <line key={`y${i}`} x1={0} x2={width} y1={i * grid} y2={i * grid} {...look(i)} />
      ))}
    </g>
  );
}
