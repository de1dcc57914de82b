"use client";

import type { ReplayProps } from "@/lib/challenges/play";
import type { Text } from "@/lib/challenges/text";
import { iou } from "@/lib/engine/boxes";
import { CLASS_NAMES } from "@/lib/engine/scenes";
import { ReplayFrame } from "@/lib/ui/boards";
import { Bars } from "@/lib/ui/plots";
import { Sum } from "@/lib/ui/simulation";
import { Stage, type StageBox } from "@/lib/ui/stage";
import { OutlinesLayer, OverlapGlow } from "@/lib/ui/stage/layers";
import { josa, num } from "@/lib/words";
import { GridLines } from "../../GridLines";
import { WORDS as BOARD } from "./Board";
import type { Answer, Step, View } from "./challenge";
import { bestOf, numbersOf, scoresOf, trueBox } from "./instance";
import { NumberTable } from "./NumberTable";
import { linesOf, placeOf, productOf } from "./words";

const WORDS = {
  stage: { ko: "다시 보기", en: "Replay" },
  right: { ko: "맞는 상자", en: "Right box" },
  scores: { ko: "점수 = 확신값 × 가장 큰 클래스 값", en: "Score = confidence × largest class value" },
} satisfies Record<string, Text>;

function captionOf(view: View, step: Step, overlap: number): Text {
  const best = bestOf(view);
  const cell = view.cells[best.cell];
  const lines = linesOf(view, best);
  if (step === "score") {
    const product = productOf(numbersOf(view, best), cell.values[best.cls]);
    const name = CLASS_NAMES[view.classes[best.cls]];
    return {
      ko: `점수가 가장 높은 것은 ${placeOf(cell).ko}의 상자 ${josa(String(best.box + 1), "이에요/예요")}: ${product}. ${josa(name.ko, "이에요/예요")}.`,
      en: `The highest score is that of box ${best.box + 1} in ${placeOf(cell).en.toLowerCase()}: ${product}. Class: ${name.en}.`,
    };
  }
  if (step === "centre")
    return {
      ko: `가운데는 칸 안에서 재요: ${lines[0].sum}, ${lines[1].sum}.`,
      en: `The centre is measured in the cell: ${lines[0].sum}, ${lines[1].sum}.`,
    };
  if (step === "size")
    return {
      ko: `크기는 그림에서 재요: ${lines[2].sum}, ${lines[3].sum}.`,
      en: `The size is measured in the picture: ${lines[2].sum}, ${lines[3].sum}.`,
    };
  const value = num(overlap, 2);
  return { ko: `${josa(BOARD.mine.ko, "과/와")}의 IoU는 ${josa(value, "이에요/예요")}.`, en: `Your box has an IoU of ${value} with it.` };
}

/** The score, the centre in its cell, the size in the picture, then the learner's box beside the right one. */
export function Replay({ instance: { view }, answer, grade, locale }: ReplayProps<View, null, Answer, Step>) {
  const { steps } = grade;
  const best = bestOf(view);
  const truth = trueBox(view);
  const overlap = answer.box === null ? 0 : iou(answer.box, truth);
  const captions = steps.map((step) => captionOf(view, step, overlap)[locale]);
  const { row, column } = view.cells[best.cell];
  const picture = (at: number) => {
    const step = steps[at];
    const right: StageBox = {
      id: "right",
      box: truth,
      label: WORDS.right[locale],
      tone: 0,
      state: "kept",
      description: WORDS.right[locale],
    };
    const mine: StageBox[] =
      answer.box === null
        ? []
        : [{ id: "mine", box: answer.box, label: BOARD.mine[locale], tone: 1, state: "idle", description: BOARD.mine[locale] }];
    const whole = step === "size" || step === "compare";
    return (
      <Stage
        width={view.width}
        height={view.height}
        boxes={whole ? [right, ...(step === "compare" ? mine : [])] : []}
        label={WORDS.stage[locale]}
        description={captions[at]}
        locale={locale}
        locked
        underlay={
          <>
            <GridLines
              width={view.width}
              height={view.height}
              grid={view.grid}
              filled={[{ cell: row * view.grid + column, strong: true }]}
            />
            {step === "compare" && answer.box ? <OverlapGlow a={truth} b={answer.box} /> : null}
          </>
        }
      >
        {step === "centre" || step === "size" ? (
          <OutlinesLayer outlines={[]} centre={[(truth[0] + truth[2]) / 2, (truth[1] + truth[3]) / 2]} />
        ) : null}
      </Stage>
    );
  };
  const below = (at: number) =>
    steps[at] === "score" ? (
      <Bars
        label={WORDS.scores[locale]}
        most={1}
        marked={`${best.cell} ${best.box}`}
        bars={scoresOf(view).map((each) => ({
          id: `${each.cell} ${each.box}`,
          title: `${placeOf(view.cells[each.cell])[locale]} · ${each.box + 1}`,
          value: each.score / 10_000,
          text: num(each.score / 10_000, 3),
        }))}
      />
    ) : (
      <div className="flex flex-col gap-3">
        <Sum lines={linesOf(view, best).slice(0, steps[at] === "centre" ? 2 : 6)} quiet />
        {view.classes.length === 0 ? <NumberTable view={view} locale={locale} lit={`${best.cell} ${best.box}`} /> : null}
      </div>
    );
  return <ReplayFrame captions={captions} locale={locale} picture={picture} below={below} />;
}
