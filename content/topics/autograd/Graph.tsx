"use client";

import type { Locale } from "@/lib/challenges/text";
import { num } from "@/lib/words";
import { ruleOf, signOf, type GraphNode } from "./expression";
import { layoutOf } from "./walk";

export interface GraphProps {
  readonly nodes: readonly GraphNode[];
  /** What has come back to a node; null: nothing yet. */
  readonly grad: (node: number) => string | null;
  /** What stands on an arrow. */
  readonly arrow: (from: number, input: number) => string | null;
  readonly look?: (node: number) => "plain" | "right" | "wrong";
  readonly ring: number | null;
  readonly lit: { readonly from: number; readonly input: number } | null;
  /** A tap chooses the nearest node. Beside it there must be a knob that does the same. */
  readonly onNode?: (node: number) => void;
  readonly locale: Locale;
}

const [STEP, ROW, WIDE, HIGH, EDGE] = [122, 122, 88, 62, 8] as const;
const LOOKS = { plain: "var(--line-strong)", right: "var(--good)", wrong: "var(--bad)" } as const;
const short = (value: number) => num(value, Number.isInteger(value) ? 0 : 2);

/** A graph from its inputs to L: the forward value in each node, what comes back below it. */
export function Graph({ nodes, grad, arrow, look = () => "plain", ring, lit, onNode, locale }: GraphProps) {
  const { at, columns, rows } = layoutOf(nodes);
  const [width, height] = [(columns - 1) * STEP + WIDE + 2 * EDGE, (rows - 1) * ROW + HIGH + 34 + 2 * EDGE];
  const x = (node: number) => EDGE + WIDE / 2 + at[node][0] * STEP;
  const y = (node: number) => EDGE + HIGH / 2 + at[node][1] * ROW;
  const said = nodes
    .map((node, i) => {
      const rule = ruleOf(nodes, node);
      const back = grad(i);
      return `${node.name}${rule ? ` = ${rule}` : ""} = ${short(node.value)}${back === null ? "" : `, ∂L/∂${node.name} = ${back}`}`;
    })
    .join("; ");
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={locale === "ko" ? `계산 그래프. ${said}` : `A graph. ${said}`}
      className={`mx-auto block h-auto max-h-(--view,70dvh) w-full font-mono ${onNode ? "cursor-pointer" : ""}`}
      onClick={
        onNode &&
        (({ clientX, clientY, currentTarget }) => {
          const matrix = currentTarget.getScreenCTM()?.inverse();
          if (!matrix) return;
          const point = new DOMPoint(clientX, clientY).matrixTransform(matrix);
          const far = (node: number) => (x(node) - point.x) ** 2 + (y(node) - point.y) ** 2;
          onNode(nodes.map((_, i) => i).reduce((best, i) => (far(i) < far(best) ? i : best)));
        })
      }
    >
      {nodes.flatMap(({ inputs }, from) =>
        inputs.map((to, input) => {
          const on = lit !== null && lit.from === from && lit.input === input;
          const text = arrow(from, input);
          // Two arrows between the same two nodes lie side by side.
          const apart = inputs.length > 1 && inputs[0] === inputs[1] ? (input === 0 ? -14 : 14) : 0;
          const [x1, y1, x2, y2] = [
            x(to) + WIDE / 2,
            y(to) + apart,
            x(from) - WIDE / 2 - 5,
            y(from) + apart + (apart === 0 && inputs.length > 1 ? (y(to) < y(from) ? -8 : y(to) > y(from) ? 8 : 0) : 0),
          ];
          const bend = Math.min(30, (x2 - x1) / 2);
          return (
            <g key={`${from} ${input}`} stroke={on ? "var(--brand)" : "var(--ink-3)"} fill="none" strokeWidth={on ? 5 : 2.5}>
              <path d={`M${x1} ${y1} C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`} />
              <path d={`M${x2 - 8} ${y2 - 6} L${x2 + 3} ${y2} L${x2 - 8} ${y2 + 6}`} />
              {text === null ? null : (
                <text
                  x={(x1 + x2) / 2}
                  y={(y1 + y2) / 2 + 7}
                  textAnchor="middle"
                  fontSize={21}
                  fontWeight={700}
                  fill={on ? "var(--brand)" : "var(--ink-2)"}
                  stroke="var(--sheet)"
                  strokeWidth={7}
                  paintOrder="stroke"
                >
                  {text}
                </text>
              )}
            </g>
          );
        }),
      )}
      {nodes.map((node, i) => {
        const [left, top] = [x(i) - WIDE / 2, y(i) - HIGH / 2];
        const leaf = node.inputs.length === 0;
        const back = grad(i);
        const now = look(i);
        return (
          <g key={i} data-node={node.name}>
            <rect
              x={left}
              y={top}
              width={WIDE}
              height={HIGH}
              rx={leaf ? 30 : 10}
              fill={leaf ? "var(--paper-2)" : "var(--sheet)"}
              stroke={i === ring ? "var(--brand)" : LOOKS[now]}
              strokeWidth={i === ring || now !== "plain" ? 5 : 2.5}
            />
            <text x={x(i)} y={top + 25} textAnchor="middle" fontSize={21} fill="var(--ink-2)">
              {node.name}
              {leaf ? "" : <tspan fill="var(--ink-3)">{` ${signOf(node)}`}</tspan>}
            </text>
            <text x={x(i)} y={top + 51} textAnchor="middle" fontSize={25} fontWeight={700} fill="var(--ink)">
              {short(node.value)}
            </text>
            {back === null ? null : (
              <text
                x={x(i)}
                y={top + HIGH + 26}
                textAnchor="middle"
                fontSize={23}
                fontWeight={700}
                fill={now === "wrong" ? "var(--bad)" : now === "right" ? "var(--good)" : "var(--brand)"}
              >
                ∂ {back}
                {now === "plain" ? "" : now === "right" ? " ✓" : " ✗"}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
}
