"use client";

import type { ReplayProps } from "@/lib/challenges/play";
import type { Text } from "@/lib/challenges/text";
import { ReplayFrame, type Misstep } from "@/lib/ui/boards";
import { PART_NAMES } from "../../pipeline";
import type { Answer, Step, View } from "./challenge";
import { Lanes } from "./Lanes";
import { reasonOf } from "./words";

const WRONG: Text = { ko: "다르게 골랐어요", en: "chosen otherwise" };

/** Part by part into its lane, with the reason; then all of them, those that were labelled otherwise marked. */
export function Replay({ instance: { view }, grade, locale }: ReplayProps<View, null, Answer, Step>) {
  const { steps, parts } = grade;
  const wrong = parts.filter(({ correct }) => !correct).length;
  const end: Text =
    wrong === 0
      ? { ko: "모든 부품이 제자리에 있어요.", en: "Every part is in its lane." }
      : { ko: `${wrong}개는 다르게 골랐어요. ✗로 표시했어요.`, en: `${wrong} were chosen otherwise: ✗.` };
  const captions = [
    ...steps.map(({ part }) => {
      const reasons = view.columns.map((_, column) => reasonOf(view, column, part)[locale]);
      return `${PART_NAMES[part][locale]}: ${reasons.join(" · ")}`;
    }),
    end[locale],
  ];
  const missteps = parts.flatMap(({ id, correct, label }, at): Misstep[] =>
    correct ? [] : [{ id, at, label: `✗ ${label[locale]}`, spoken: WRONG[locale] }],
  );
  return (
    <ReplayFrame
      captions={captions}
      missteps={missteps}
      start={steps.length}
      locale={locale}
      picture={(at) => (
        <div className="flex flex-col gap-3">
          {view.columns.map((_, column) => {
            const sheet = view.sheets.findIndex((each) => each.column === column && each.asks === "runs");
            return (
              <Lanes
                key={column}
                view={view}
                column={column}
                placed={steps.slice(0, at + 1).map(({ part, labels }, i) => ({
                  part,
                  label: labels[sheet],
                  right: at >= steps.length ? parts[i].correct : null,
                  lit: i === at,
                }))}
                locale={locale}
              />
            );
          })}
        </div>
      )}
    />
  );
}
