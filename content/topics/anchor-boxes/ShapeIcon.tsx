"use client";

/** A small drawing of an anchor's shape: its side against the largest on offer, its ratio as height over width. */
export function ShapeIcon({
  scale,
  largest,
  ratio,
  size = 28,
}: {
  readonly scale: number;
  readonly largest: number;
  readonly ratio: number;
  readonly size?: number;
}) {
  const root = Math.sqrt(ratio);
  // Small scales stay visible: the icon tells order, not exact size.
  const side = (0.18 + 0.82 * (scale / largest)) * size * 0.62;
  const [w, h] = [side / root, side * root];
  const fit = Math.min(1, (size - 2) / Math.max(w, h));
  return (
    <svg aria-hidden="true" width={size} height={size} viewBox={`0 0 ${size} ${size}`} className="shrink-0">
      <rect
        x={(size - w * fit) / 2}
        y={(size - h * fit) / 2}
        width={w * fit}
        height={h * fit}
        fill="currentColor"
        fillOpacity={0.15}
        stroke="currentColor"
        strokeWidth={2}
      />
    </svg>
  );
}
