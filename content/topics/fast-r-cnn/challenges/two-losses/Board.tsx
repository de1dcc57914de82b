"use client";

import type { BoardProps } from "@/lib/challenges/play";
import { Beside } from "@/lib/ui/boards";
import { NumberField } from "@/lib/ui/components";
import type { Answer, View } from "./challenge";
import { LogTable } from "./LogTable";
import { RoiRow } from "./RoiRow";
import { SmoothCurve } from "./SmoothCurve";
import { roiName } from "./words";

/** A row and a field for each RoI; beside them the curve of smooth L1 and the table of logarithms. */
export function Board({ view, answer, onChange, locale, locked }: BoardProps<View, Answer>) {
  const ko = locale === "ko";
  return (
    <Beside
      manyChoices
      picture={
        <div className="flex flex-col gap-3">
          {view.rois[0].box === null ? <SmoothCurve locale={locale} /> : null}
          {view.asked === "all" ? <LogTable locale={locale} /> : null}
        </div>
      }
    >
      <div className="flex flex-col gap-2">
        {view.rois.map((roi, i) => (
          <RoiRow key={i} roi={roi} at={i} locale={locale}>
            <NumberField
              compact
              label={ko ? `RoI ${roiName(i)}의 손실` : `Loss of RoI ${roiName(i)}`}
              value={answer.losses[i] === null ? null : answer.losses[i] / 100}
              min={0}
              max={50}
              step={0.01}
              onChange={(typed) => onChange({ losses: answer.losses.map((old, other) => (other === i ? Math.round(100 * typed) : old)) })}
              locale={locale}
              disabled={locked}
            />
          </RoiRow>
        ))}
      </div>
    </Beside>
  );
}
