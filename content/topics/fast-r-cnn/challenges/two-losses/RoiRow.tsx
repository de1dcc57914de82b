import type { ReactNode } from "react";
import type { Locale } from "@/lib/challenges/text";
import { josa, num } from "@/lib/words";
import type { Roi } from "./instance";
import { NAMES, roiName, tenths, thousandths } from "./words";

export interface RoiRowProps {
  readonly roi: Roi;
  readonly at: number;
  readonly locale: Locale;
  /** What is written beside it: a field, a verdict. */
  readonly children: ReactNode;
  readonly lit?: boolean;
}

/** One RoI of the table: what it is taught, what the head said, how far its box is off. */
export function RoiRow({ roi, at, locale, children, lit = false }: RoiRowProps) {
  const ko = locale === "ko";
  const { object, iou, probabilities, errors, box } = roi;
  return (
    <div
      data-roi={at}
      className={`grid grid-cols-[minmax(0,1fr)_5.5rem] items-center gap-3 rounded-[var(--radius)] border-2 px-3 py-2 ${lit ? "border-brand bg-brand-wash" : "border-line bg-sheet"}`}
    >
      <div className="flex min-w-0 flex-col gap-0.5 text-sm text-ink">
        <p className="m-0 font-semibold">
          {`RoI ${roiName(at)}: `}
          {iou === null
            ? NAMES[object][locale]
            : ko
              ? `${josa(NAMES[object].ko, "과/와")}의 IoU ${num(iou / 100, 2)}`
              : `IoU ${num(iou / 100, 2)} with a ${NAMES[object].en}`}
        </p>
        {probabilities.length > 0 ? (
          <p className="m-0 flex flex-wrap gap-x-3 tabular-nums text-ink-2">
            <span>p:</span>
            {probabilities.map((p, k) => (
              <span key={k} className="whitespace-nowrap">{`${NAMES[k][locale]} ${num(p / 10, 1)}`}</span>
            ))}
          </p>
        ) : null}
        {errors.length > 0 ? (
          <p className="m-0 tabular-nums text-ink-2">
            {`${ko ? "가장 가까운 물체와의 오차" : "Errors to the nearest object"}: `}
            <span className="whitespace-nowrap">{`x ${tenths(errors[0])}, y ${tenths(errors[1])}`}</span>
          </p>
        ) : null}
        {box === null ? null : (
          <p className="m-0 tabular-nums text-ink-2">
            {ko ? "가장 가까운 물체와의 " : "To the nearest object: "}
            <span className="whitespace-nowrap">{`smooth L1 ${thousandths(box)}`}</span>
          </p>
        )}
      </div>
      {children}
    </div>
  );
}
