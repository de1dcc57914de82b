"use client";

import type { ReplayProps } from "@/lib/challenges/play";
import { ReplayFrame } from "@/lib/ui/boards";
import { Stage } from "@/lib/ui/stage";
import { Ruler } from "../../Ruler";
import type { Answer, Step, View } from "./challenge";
import { GridLines, pictureBoxes } from "./pictureBoxes";
import { boxName, reasonOf, sizeOf, toneOf } from "./words";

/** Box by box: its size falls onto the ruler, into the octave of its level. */
export function Replay({ instance: { view }, grade: { steps }, locale }: ReplayProps<View, null, Answer, Step>) {
  const ko = locale === "ko";
  return (
    <ReplayFrame
      captions={steps.map(({ box }) => `${boxName(box)}: ${reasonOf(view, box)[locale]}`)}
      missteps={steps.flatMap(({ box, level, mine }, at) =>
        mine === level
          ? []
          : [
              {
                id: boxName(box),
                at,
                label: `✗ ${boxName(box)}`,
                spoken: mine === null ? (ko ? "비었어요" : "left out") : ko ? `P${mine} 대신 P${level}` : `P${mine} instead of P${level}`,
              },
            ],
      )}
      locale={locale}
      picture={(at) => (
        <div className="flex flex-col gap-3">
          <div className="mx-auto w-full max-w-[26rem]">
            <Stage
              width={view.width}
              height={view.height}
              boxes={pictureBoxes(view, (i) => (i !== at ? "idle" : steps[i].mine === steps[i].level ? "kept" : "wrong"))}
              label={ko ? "상자" : "Boxes"}
              description={boxName(steps[at].box)}
              locale={locale}
              locked
              underlay={<GridLines {...view} />}
            />
          </div>
          <Ruler
            {...view}
            marks={steps.slice(0, at + 1).map(({ box }) => ({
              name: boxName(box),
              size: sizeOf(view, box),
              tone: toneOf(box),
              lit: box === steps[at].box,
            }))}
            locale={locale}
          />
        </div>
      )}
    />
  );
}
