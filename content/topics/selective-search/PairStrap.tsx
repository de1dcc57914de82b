"use client";

import { useStage } from "@/lib/ui/stage";

/** One end of the strap: where a region lies, and its number. */
interface End {
  readonly at: readonly [number, number];
  readonly name: string;
}

/** Joins the two regions that merge next, and says which is which. */
export function PairStrap({ ends }: { readonly ends: readonly [End, End] }) {
  const { scale } = useStage();
  const [[x1, y1], [x2, y2]] = ends.map(({ at }) => at);
  return (
    <g aria-hidden="true">
      <path d={`M${x1} ${y1}L${x2} ${y2}`} stroke="#fff" strokeWidth={6 * scale} strokeLinecap="round" />
      <path d={`M${x1} ${y1}L${x2} ${y2}`} stroke="#d8341c" strokeWidth={3 * scale} />
      {ends.map(({ at: [x, y], name }) => {
        const wide = (10 + 8 * name.length) * scale;
        return (
          <g key={name}>
            <rect
              x={x - wide / 2}
              y={y - 9 * scale}
              width={wide}
              height={18 * scale}
              rx={5 * scale}
              fill="#d8341c"
              stroke="#fff"
              strokeWidth={1.5 * scale}
            />
            <text x={x} y={y + 4.5 * scale} textAnchor="middle" fontSize={13 * scale} fontWeight={700} fill="#fff" className="font-mono">
              {name}
            </text>
          </g>
        );
      })}
    </g>
  );
}
