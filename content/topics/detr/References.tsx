"use client";

import { toneColor, useStage } from "@/lib/ui/stage";
import { QUERIES, type Heard } from "./looked";
import { referenceOf } from "./simulationModel";

/** Where the queries start: numbered while none has answered, then grey dots for those that say "no object". */
export function References({
  heard,
  numbered,
  speaking,
}: {
  readonly heard: Heard;
  readonly numbered: boolean;
  readonly speaking: ReadonlySet<number>;
}) {
  const { scale: px } = useStage();
  return (
    <g aria-hidden="true" pointerEvents="none">
      {Array.from({ length: QUERIES }, (_, query) => {
        const [x, y] = referenceOf(heard, query);
        if (!numbered)
          return (
            <circle
              key={query}
              cx={x}
              cy={y}
              r={(speaking.has(query) ? 4.5 : 3.5) * px}
              fill={speaking.has(query) ? toneColor(query + 1) : "var(--ink-3)"}
              stroke="var(--box-halo)"
              strokeWidth={1.5 * px}
            />
          );
        return (
          <g key={query}>
            <circle cx={x} cy={y} r={10 * px} fill="var(--sheet)" stroke="var(--ink)" strokeWidth={1.5 * px} />
            <text
              x={x}
              y={y + 4 * px}
              textAnchor="middle"
              fontSize={11.5 * px}
              fontWeight={700}
              fontFamily="var(--font-mono)"
              fill="var(--ink)"
            >
              {query + 1}
            </text>
          </g>
        );
      })}
    </g>
  );
}
