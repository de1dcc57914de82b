"use client";

import type { ReplayProps } from "@/lib/challenges/play";
import { ReplayFrame } from "@/lib/ui/boards";
import { Sum } from "@/lib/ui/simulation";
import { num } from "@/lib/words";
import type { Answer, Step, View } from "./challenge";
import { isRight } from "./instance";
import { RoiRow } from "./RoiRow";
import { SmoothCurve } from "./SmoothCurve";
import { billWords, NAMES, roiName, sumOf, tenths, thousandths } from "./words";

/** RoI by RoI: what it is taught, what that costs, and what its box adds. */
export function Replay({ instance: { view }, grade, locale }: ReplayProps<View, null, Answer, Step>) {
  const ko = locale === "ko";
  const { steps } = grade;
  const wrong = steps.flatMap(({ roi, bill, mine }) =>
    isRight(bill.due, mine)
      ? []
      : [
          {
            id: String(roi),
            at: roi,
            label: `✗ RoI ${roiName(roi)}`,
            spoken: ko
              ? `${num((mine ?? 0) / 100, 2)} 대신 ${thousandths(bill.due)}`
              : `${num((mine ?? 0) / 100, 2)} instead of ${thousandths(bill.due)}`,
          },
        ],
  );
  return (
    <ReplayFrame
      captions={steps.map(({ roi, bill }) => `RoI ${roiName(roi)}: ${billWords(view, view.rois[roi], bill)[locale]}`)}
      missteps={wrong}
      locale={locale}
      picture={(at) => {
        const { roi, bill, mine } = steps[at];
        return (
          <div className="flex flex-col gap-3">
            <RoiRow roi={view.rois[roi]} at={roi} locale={locale} lit>
              <p className="m-0 text-right font-mono tabular-nums text-ink">
                <span className={isRight(bill.due, mine) ? "text-good" : "text-bad"}>{mine === null ? "–" : num(mine / 100, 2)}</span>
              </p>
            </RoiRow>
            {view.rois[roi].box === null ? (
              <SmoothCurve errors={bill.role === "object" ? view.rois[roi].errors : []} locale={locale} />
            ) : null}
          </div>
        );
      }}
      below={(at) => {
        const { roi, bill } = steps[at];
        const own = view.rois[roi];
        const half = (x: number) =>
          Math.abs(x) < 10
            ? `½ × ${num(Math.abs(x) / 10, 1)}² = ${thousandths(5 * x * x)}`
            : `${num(Math.abs(x) / 10, 1)} − ½ = ${thousandths(100 * Math.abs(x) - 500)}`;
        return (
          <div className="min-h-[7rem]">
            <Sum
              lines={[
                ...(bill.cls === null
                  ? []
                  : [
                      {
                        name: `p(${NAMES[bill.taught][locale]})`,
                        sum: `−log ${num(own.probabilities[bill.taught] / 10, 1)} = ${thousandths(bill.cls)}`,
                      },
                    ]),
                ...bill.errors.map((_, i) => ({ name: `${i === 0 ? "x" : "y"} ${tenths(own.errors[i])}`, sum: half(own.errors[i]) })),
                { name: ko ? "손실" : "loss", sum: sumOf(view, own, bill), result: true },
              ]}
            />
          </div>
        );
      }}
    />
  );
}
