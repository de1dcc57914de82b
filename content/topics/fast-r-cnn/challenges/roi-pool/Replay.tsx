"use client";

import type { ReplayProps } from "@/lib/challenges/play";
import { NumberGrid, ReplayFrame, type Misstep } from "@/lib/ui/boards";
import type { Answer, Step, View } from "./challenge";
import { gridOf, isBack } from "./instance";
import { MapPicture } from "./MapPicture";
import { captionsOf } from "./replaySteps";
import { misstepsOf } from "./steps";
import { binName, cellAt } from "./words";

/** The RoI snaps to cells, its bins open one by one, and the largest number of each goes into the grid, or receives its gradient. */
export function Replay({ instance: { view }, answer, grade, locale }: ReplayProps<View, null, Answer, Step>) {
  const { steps } = grade;
  const ko = locale === "ko";
  const back = isBack(view);
  const captions = captionsOf(view, steps, locale);
  const grid = back ? [] : gridOf(view);
  const missteps = misstepsOf(view, answer, steps).map((at): Misstep => {
    const step = steps[at];
    if (step.type !== "bin")
      return { id: "extra", at, label: `✗ ${ko ? "더 고른 칸" : "Extra cells"}`, spoken: ko ? "잘못 골랐어요" : "marked by mistake" };
    const name = back ? cellAt(step.winner, view.columns) : binName(view, step.roi, step.bin)[locale];
    const mine = back ? answer.marks.find(({ cell }) => cell === step.winner)?.sum : answer.grid[step.bin];
    const said =
      mine === undefined || mine === null
        ? ko
          ? "비었어요"
          : "left out"
        : ko
          ? `${mine} 대신 ${step.value}`
          : `${mine} instead of ${step.value}`;
    return { id: String(at), at, label: `✗ ${name}`, spoken: said };
  });
  return (
    <ReplayFrame
      captions={captions}
      missteps={missteps}
      locale={locale}
      picture={(at) => {
        const step = steps[at];
        const from = steps.slice(0, at + 1).findLast((each) => each.type === "roi");
        return (
          <MapPicture
            view={view}
            roi={from?.type === "roi" && step.type !== "extra" ? from.cells : null}
            bin={step.type === "bin" ? step.cells : null}
            winner={step.type === "bin" ? step.winner : null}
            crossed={step.type === "extra" ? step.cells : []}
            label={captions[at]}
          />
        );
      }}
      below={(at) => {
        if (back) return null;
        const done = steps.slice(0, at + 1).filter(({ type }) => type === "bin").length;
        return (
          <div className="flex flex-wrap gap-6">
            <NumberGrid
              columns={view.bins}
              values={grid}
              title={ko ? "엔진의 결과" : "The engine's grid"}
              format={(value, bin) => (bin < done ? String(value) : "")}
            />
            <NumberGrid
              columns={view.bins}
              values={answer.grid.map((value) => value ?? 0)}
              title={ko ? "내 답" : "Your answer"}
              look={(bin) => (bin >= done ? "plain" : answer.grid[bin] === grid[bin] ? "right" : "wrong")}
              format={(value) => String(value)}
            />
          </div>
        );
      }}
    />
  );
}
