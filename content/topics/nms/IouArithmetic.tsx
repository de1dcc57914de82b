"use client";

import { area, intersection, iou } from "@/lib/engine/boxes";
import type { Locale } from "@/lib/challenges/text";
import { CLASS_NAMES } from "@/lib/engine/scenes";
import type { ScoredBox } from "./stageBoxes";

/** The third level of depth: the arithmetic of one IoU, with the numbers of this very picture. */
export function IouArithmetic({
  a,
  b,
  threshold,
  locale,
}: {
  readonly a: ScoredBox;
  readonly b: ScoredBox;
  readonly threshold?: number;
  readonly locale: Locale;
}) {
  const shared = intersection(a.box, b.box);
  const common = shared ? area(shared) : 0;
  const [areaA, areaB] = [area(a.box), area(b.box)];
  const value = iou(a.box, b.box);
  const format = new Intl.NumberFormat(locale);
  const ko = locale === "ko";
  return (
    <dl className="m-0 grid grid-cols-[auto_1fr] gap-x-3 gap-y-0.5 font-mono text-xs tabular-nums text-ink-2 sm:text-sm">
      <dt>
        |{a.id}∩{b.id}|
      </dt>
      <dd className="m-0">{shared ? `${shared[2] - shared[0]} × ${shared[3] - shared[1]} = ${format.format(common)}` : "0"}</dd>
      <dt>
        |{a.id}∪{b.id}|
      </dt>
      <dd className="m-0">{`${format.format(areaA)} + ${format.format(areaB)} − ${format.format(common)} = ${format.format(areaA + areaB - common)}`}</dd>
      <dt>IoU</dt>
      <dd className="m-0 font-bold text-ink">
        {value.toFixed(3)}
        {threshold === undefined ? "" : value > threshold ? ` > ${threshold}` : ` ≤ ${threshold}`}
        {a.cls === b.cls
          ? ""
          : ko
            ? ` (${CLASS_NAMES[a.cls].ko}·${CLASS_NAMES[b.cls].ko}: 클래스가 달라 비교하지 않아요)`
            : ` (${CLASS_NAMES[a.cls].en}/${CLASS_NAMES[b.cls].en}: other class, never compared)`}
      </dd>
    </dl>
  );
}
