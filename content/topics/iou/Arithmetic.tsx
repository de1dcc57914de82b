"use client";

import type { ReactNode } from "react";
import type { Locale, Text } from "@/lib/challenges";
import { area, enclosing, giou, intersection, iou, iouLegacy, unionArea, type BoxXYXY } from "@/lib/engine/boxes";
import type { Lit } from "./OverlapLayers";

const WORDS = {
  shared: { ko: "교집합", en: "intersection" },
  none: { ko: "겹치지 않음", en: "no overlap" },
  union: { ko: "합집합", en: "union" },
  hull: { ko: "둘을 감싼 상자", en: "enclosing box" },
  legacy: { ko: "옛 +1 방식", en: "legacy +1" },
} satisfies Record<string, Text>;

const whole = (value: number) => value.toLocaleString("en-US");
const decimal = (value: number) => value.toFixed(4).replace("-", "−");
const sides = (box: BoxXYXY) => `${box[2] - box[0]} × ${box[3] - box[1]}`;

/** The sum behind the number, with this picture's numbers, line by line as far as `upTo`. */
export function Arithmetic({
  a,
  b,
  upTo,
  legacy = false,
  locale,
}: {
  readonly a: BoxXYXY;
  readonly b: BoxXYXY;
  readonly upTo: Lit | "result";
  readonly legacy?: boolean;
  readonly locale: Locale;
}) {
  const shared = intersection(a, b);
  const hull = enclosing(a, b);
  const [both, union, all] = [shared ? area(shared) : 0, unionArea(a, b), area(hull)];
  const rank = { areas: 0, shared: 1, union: 2, hull: 3, result: 4 }[upTo];
  return (
    <dl className="m-0 grid grid-cols-[auto_1fr] items-baseline gap-x-3 gap-y-1 font-mono text-sm tabular-nums text-ink">
      <Line name="|A|">{`${sides(a)} = ${whole(area(a))}`}</Line>
      <Line name="|B|">{`${sides(b)} = ${whole(area(b))}`}</Line>
      {rank >= 1 ? (
        <Line name="∩" word={WORDS.shared[locale]}>
          {shared ? `${sides(shared)} = ${whole(both)}` : `0 (${WORDS.none[locale]})`}
        </Line>
      ) : null}
      {rank >= 2 ? (
        <Line
          name="∪"
          word={WORDS.union[locale]}
        >{`|A| + |B| − ∩ = ${whole(area(a))} + ${whole(area(b))} − ${whole(both)} = ${whole(union)}`}</Line>
      ) : null}
      {rank >= 2 ? <Line name="IoU" strong>{`∩ / ∪ = ${whole(both)} / ${whole(union)} = ${decimal(iou(a, b))}`}</Line> : null}
      {rank >= 2 && legacy ? (
        <Line name="IoU₊₁" word={WORDS.legacy[locale]}>
          {decimal(iouLegacy(a, b))}
        </Line>
      ) : null}
      {rank >= 3 ? <Line name="|C|" word={WORDS.hull[locale]}>{`${sides(hull)} = ${whole(all)}`}</Line> : null}
      {rank >= 3 ? (
        <Line
          name="GIoU"
          strong
        >{`IoU − (|C| − ∪) / |C| = ${decimal(iou(a, b))} − ${whole(all - union)} / ${whole(all)} = ${decimal(giou(a, b))}`}</Line>
      ) : null}
    </dl>
  );
}

function Line({
  name,
  word,
  strong = false,
  children,
}: {
  readonly name: string;
  readonly word?: string;
  readonly strong?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <>
      <dt className={strong ? "font-bold text-brand" : "text-ink-2"}>
        {name}
        {word ? <span className="sr-only"> ({word})</span> : null}
      </dt>
      <dd className={`m-0 ${strong ? "font-bold" : ""}`}>{children}</dd>
    </>
  );
}
