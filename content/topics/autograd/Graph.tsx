"use client";

import type { Locale } from "@/lib/challenges/text";
import { ruleOf, signOf, type GraphNode } from "./expression";
import { short } from "./said";
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
type Place = readonly [x: number, y: number];
type Ends = readonly [x1: number, y1: number, x2: number, y2: number];
/** Between two columns: where a detour turns. */
const GAP = STEP - WIDE - 6;
/** What the text below a node takes. */
const BELOW = 34;
const LOOKS = { plain: "var(--line-strong)", right: "var(--good)", wrong: "var(--bad)" } as const;
/** A size of monospaced letters at which a text keeps inside its node. */
const sizeIn = (text: string, most: number, room = WIDE - 12) => Math.min(most, room / (0.6 * text.length));

/** An arrow: straight over where nothing is in its way, else along the nearest free height between two columns. */
function routeOf([x1, y1, x2, y2]: Ends, others: readonly Place[], height: number): { readonly path: string; readonly middle: Place } {
  const bend = Math.min(30, (x2 - x1) / 2);
  const [low, high] = [x1 + GAP, x2 - GAP];
  const hits = (heightAt: (x: number) => number, from: number, to: number) =>
    others.filter(([cx, cy]) => {
      const [left, right] = [Math.max(from, cx - WIDE / 2), Math.min(to, cx + WIDE / 2)];
      if (left >= right) return false;
      const [a, b] = [heightAt(left), heightAt(right)];
      return Math.max(a, b) > cy - HIGH / 2 - 4 && Math.min(a, b) < cy + HIGH / 2 + BELOW;
    }).length;
  const eased = (x: number) => {
    const t = Math.min(1, Math.max(0, (x - x1) / (x2 - x1)));
    return y1 + (y2 - y1) * t * t * (3 - 2 * t);
  };
  const straight = hits(eased, x1, x2);
  const far = (lane: number) => Math.abs(lane - y1) + Math.abs(lane - y2);
  const lane =
    straight === 0 || low >= high
      ? null
      : [y1, y2, ...others.flatMap(([, cy]) => [cy - HIGH / 2 - 10, cy + HIGH / 2 + BELOW + 4])]
          .filter((at) => at >= 4 && at <= height - 4)
          .map((at) => ({ at, cost: 1e4 * hits(() => at, low, high) + far(at) }))
          .reduce((best, one) => (one.cost < best.cost ? one : best));
  // Nearer to its end, where arrows that cross have parted.
  if (lane === null || lane.cost >= 1e4 * straight)
    return {
      path: `M${x1} ${y1} C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`,
      middle: [(x1 + x2) / 2, y1 + (y2 - y1) * (x2 - x1 < STEP ? 0.7 : 0.5)],
    };
  const { at } = lane;
  const half = GAP / 2;
  return {
    path: `M${x1} ${y1} C${x1 + half} ${y1} ${low - half} ${at} ${low} ${at} L${high} ${at} C${high + half} ${at} ${x2 - half} ${y2} ${x2} ${y2}`,
    middle: [(low + high) / 2, at],
  };
}

/** A graph from its inputs to L: the forward value in each node, what comes back below it. */
export function Graph({ nodes, grad, arrow, look = () => "plain", ring, lit, onNode, locale }: GraphProps) {
  const { at, columns, rows } = layoutOf(nodes);
  const [width, height] = [(columns - 1) * STEP + WIDE + 2 * EDGE, (rows - 1) * ROW + HIGH + BELOW + 2 * EDGE];
  const x = (node: number) => EDGE + WIDE / 2 + at[node][0] * STEP;
  const y = (node: number) => EDGE + HIGH / 2 + at[node][1] * ROW;
  const said = nodes
    .map((node, i) => {
      const rule = ruleOf(nodes, node);
      const back = grad(i);
      return `${node.name}${rule ? ` = ${rule}` : ""} = ${short(node.value, 2)}${back === null ? "" : `, ∂L/∂${node.name} = ${back}`}`;
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
          const { path, middle } = routeOf(
            [x1, y1, x2, y2],
            nodes
              .map((_, i) => i)
              .filter((i) => i !== to && i !== from)
              .map((i) => [x(i), y(i)]),
            height,
          );
          return (
            <g key={`${from} ${input}`} stroke={on ? "var(--brand)" : "var(--ink-3)"} fill="none" strokeWidth={on ? 5 : 2.5}>
              <path d={path} />
              <path d={`M${x2 - 8} ${y2 - 6} L${x2 + 3} ${y2} L${x2 - 8} ${y2 + 6}`} />
              {text === null ? null : (
                <text
                  x={middle[0]}
                  y={middle[1] + 7}
                  textAnchor="middle"
                  fontSize={sizeIn(text, 21, GAP + 18)}
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
            <text
              x={x(i)}
              y={top + 25}
              textAnchor="middle"
              fontSize={sizeIn(leaf ? node.name : `${node.name} ${signOf(node)}`, 21)}
              fill="var(--ink-2)"
            >
              {node.name}
              {leaf ? "" : <tspan fill="var(--ink-3)">{` ${signOf(node)}`}</tspan>}
            </text>
            <text x={x(i)} y={top + 51} textAnchor="middle" fontSize={sizeIn(short(node.value, 2), 25)} fontWeight={700} fill="var(--ink)">
              {short(node.value, 2)}
            </text>
            {back === null ? null : (
              <text
                x={x(i)}
                y={top + HIGH + 26}
                textAnchor="middle"
                fontSize={sizeIn(`∂ ${back}`, 23, STEP - 16)}
                fontWeight={700}
                stroke="var(--sheet)"
                strokeWidth={7}
                paintOrder="stroke"
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
