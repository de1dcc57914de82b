"use client";

import { useState } from "react";
import { labelling } from "@/lib/challenges/answers";
import type { BoardProps } from "@/lib/challenges/play";
import type { Text } from "@/lib/challenges/text";
import { Beside, LabelRows } from "@/lib/ui/boards";
import { Segmented } from "@/lib/ui/components";
import { letter } from "@/lib/words";
import { PART_NAMES } from "../../pipeline";
import type { Answer, View } from "./challenge";
import { optionsOf, type Label } from "./instance";
import { Lanes } from "./Lanes";
import { labelName, sheetName } from "./words";

const WORDS = {
  detector: { ko: "검출기", en: "Detector" },
  question: { ko: "질문", en: "Question" },
  show: { ko: "이 부품", en: "this part" },
  counts: {
    ko: "합성곱이 한 번 일한다는 것은 온 그림이나 잘라 낸 후보 하나가 지나간다는 뜻이에요. 선택적 탐색과 RPN은 한 번 일해서 후보를 모두 내요. 판정은 후보 하나를 모든 클래스에 견주는 것이 한 번이에요.",
    en: "The convolutions work once when a whole picture or one crop passes. Selective search and the RPN work once and give all proposals. To judge one proposal for every class counts once.",
  },
  learnt: {
    ko: "배운다는 것은 학습이 정하는 가중치가 있다는 뜻이에요.",
    en: "Learnt means that it has weights which training sets.",
  },
} satisfies Record<string, Text>;

/** The detector as lanes that fill up as parts are labelled; below or beside it a line a part. */
export function Board({ view, answer, onChange, locale, locked }: BoardProps<View, Answer>) {
  const [chosen, setAt] = useState(0);
  const at = Math.min(chosen, view.sheets.length - 1);
  const { asks, column } = view.sheets[at];
  const labels = answer.labels[at] ?? [];
  const several = view.sheets.length > 1;
  const open = (sheet: number) => answer.labels[sheet]?.filter((label) => label === null).length ?? 0;
  // The lanes show how often parts work, whichever sheet is open.
  const runs = view.sheets.findIndex((sheet) => sheet.column === column && sheet.asks === "runs");
  const placed = view.parts.flatMap((part, i) => {
    const label = answer.labels[runs]?.[i] ?? null;
    return label === null ? [] : [{ part, label, right: null }];
  });
  const set = (part: number, label: Label) =>
    onChange({ labels: answer.labels.map((list, sheet) => (sheet === at ? labelling.put(list, part, label) : list)) });
  return (
    <Beside manyChoices picture={<Lanes view={view} column={column} placed={placed} locale={locale} />}>
      {several ? (
        <Segmented
          label={WORDS[view.columns.length > 1 ? "detector" : "question"][locale]}
          value={at}
          onChange={setAt}
          options={view.sheets.map((_, sheet) => ({
            value: sheet,
            label: open(sheet) === 0 ? `${sheetName(view, sheet)[locale]} ✓` : `${sheetName(view, sheet)[locale]} (${open(sheet)})`,
          }))}
        />
      ) : null}
      <LabelRows
        key={at}
        rows={view.parts.map((part, i) => ({
          tag: letter(i),
          name: PART_NAMES[part][locale],
          tone: i + 1,
          facts: <span className="font-sans">{PART_NAMES[part][locale]}</span>,
        }))}
        options={optionsOf(view, asks).map((value) => ({ value, label: labelName(view, value)[locale] }))}
        labels={labels}
        onLabel={set}
        show={WORDS.show[locale]}
        locked={locked}
      />
      <p className="m-0 text-sm text-ink-2">{WORDS[asks === "runs" ? "counts" : "learnt"][locale]}</p>
    </Beside>
  );
}
