"use client";

import type { ReplayProps } from "@/lib/challenges/play";
import { ReplayFrame } from "@/lib/ui/boards";
import { Sum } from "@/lib/ui/simulation";
import { num } from "@/lib/words";
import type { Answer, Step, View } from "./challenge";
import { askedLetter, Maps, MergedMap } from "./Maps";
import { askedName, reasonOf, sumsOf } from "./words";

/** Cell by cell: the coarse cell that is copied, the lateral one beside it, and their sum. */
export function Replay({ instance: { view }, grade: { steps }, locale }: ReplayProps<View, null, Answer, Step>) {
  const ko = locale === "ko";
  return (
    <ReplayFrame
      captions={steps.map(({ asked }) => `${askedName(view, asked)[locale]}. ${reasonOf(view, asked)[locale]}`)}
      missteps={steps.flatMap(({ asked, value, mine }, at) =>
        mine === value
          ? []
          : [
              {
                id: askedLetter(asked),
                at,
                label: `✗ ${askedLetter(asked)}`,
                spoken:
                  mine === null
                    ? ko
                      ? "비었어요"
                      : "left out"
                    : ko
                      ? `${num(mine)} 대신 ${num(value)}`
                      : `${num(mine)} instead of ${num(value)}`,
              },
            ],
      )}
      locale={locale}
      picture={(at) => (
        <div className="flex flex-wrap items-start gap-x-5 gap-y-3">
          <Maps view={view} lit={view.asked[at]} locale={locale} />
          <MergedMap
            view={view}
            look={(i) => (i > at ? "plain" : steps[i].mine === steps[i].value ? "right" : "wrong")}
            mark={(i) => (i > at ? askedLetter(i) : num(steps[i].value))}
            locale={locale}
          />
        </div>
      )}
      below={(at) => {
        const parts = sumsOf(view, view.asked[at]);
        return <Sum lines={parts.map((part, i) => ({ ...part, result: i === parts.length - 1 }))} />;
      }}
    />
  );
}
