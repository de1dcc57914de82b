"use client";

import type { Locale, Text } from "@/lib/challenges/text";
import { CLASS_NAMES, VOC_CLASSES } from "@/lib/engine/scenes/classes";
import { Bars } from "@/lib/ui/plots";
import { Sum } from "@/lib/ui/simulation";
import { josa, letter, num, percent } from "@/lib/words";
import { NO_OBJECT, type Looked } from "./looked";
import { costOf, insideOf, partsOf, sharesOf, type Weights } from "./simulationModel";

const NONE: Text = { ko: "물체 없음", en: "no object" };

interface OneQueryProps {
  readonly looked: Looked;
  /** 0: after the first decoder layer. */
  readonly layer: 0 | 1;
  readonly query: number;
  readonly locale: Locale;
}

/** The likeliest of a query's 21 probabilities, and how much of its attention lies in its own box. */
export function QueryPanel({ looked, layer, query, locale }: OneQueryProps) {
  const shares = sharesOf(looked.layers[layer], query);
  const top = shares
    .map((share, c) => ({ share, c }))
    .sort((a, b) => b.share - a.share)
    .slice(0, 5);
  const inside = insideOf(looked, query);
  const ko = locale === "ko";
  return (
    <div className="flex flex-col gap-2">
      <Bars
        label={ko ? `질의 ${query + 1}의 스물한 확률 가운데 가장 큰 다섯` : `The five largest of query ${query + 1}'s 21 probabilities`}
        most={1}
        marked={String(top[0].c)}
        bars={top.map(({ share, c }) => ({
          id: String(c),
          title: c === NO_OBJECT ? NONE[locale] : CLASS_NAMES[VOC_CLASSES[c]][locale],
          value: share,
          text: num(share, 2),
        }))}
      />
      <p className="m-0 text-sm text-ink-2">
        {ko
          ? `마지막 층에서 이 질의의 어텐션 ${josa(percent(inside.attention), "이/가")} 제 상자(반 칸 넓힌) 안에 있어요. 그 상자는 칸의 ${josa(percent(inside.cells), "이에요/예요")}.`
          : `In the last layer ${percent(inside.attention)} of its attention lies in its own box, grown by half a cell; that box covers ${percent(inside.cells)} of the cells.`}
      </p>
    </div>
  );
}

/** One pair's cost, term by term. */
export function CostPanel({
  looked,
  layer,
  query,
  object,
  weights,
  locale,
}: OneQueryProps & { readonly object: number; readonly weights: Weights }) {
  const parts = partsOf(looked, looked.layers[layer], query, object);
  const name = CLASS_NAMES[VOC_CLASSES[looked.objects[object].label]][locale];
  const ko = locale === "ko";
  const cost = costOf(parts, weights);
  // Whoever reckons with what is printed is to get what is printed.
  const shown = { p: num(parts.p, 3), l1: num(parts.l1, 3), giou: num(parts.giou, 3) };
  const rounded = (value: number) => Number(value.toFixed(3));
  const again = costOf({ p: rounded(parts.p), l1: rounded(parts.l1), giou: rounded(parts.giou) }, weights);
  const same = num(again, 2) === num(cost, 2);
  return (
    <div className="flex flex-col gap-2">
      <p className="m-0 text-sm text-ink">
        {ko
          ? `질의 ${josa(String(query + 1), "과/와")} 물체 ${letter(object)}(${name})의 비용`
          : `The cost of query ${query + 1} and object ${letter(object)}, ${name}`}
      </p>
      <Sum
        lines={[
          { name: "p", word: ko ? "이 물체의 클래스일 확률" : "probability of the object's class", sum: shown.p },
          {
            name: "L1",
            word: ko ? "가운데 x, y, 너비, 높이의 차이" : "differences of centre x, y, width, height",
            sum: `${parts.apart.map((v) => num(v, 3)).join(" + ")} = ${shown.l1}`,
          },
          { name: "GIoU", sum: shown.giou },
          {
            name: ko ? "비용" : "cost",
            sum: `−${num(weights.cls, 1)} × ${shown.p} + ${num(weights.l1, 1)} × ${shown.l1} − ${num(weights.giou, 1)} × ${parts.giou < 0 ? `(${shown.giou})` : shown.giou} ${same ? "=" : "≈"} ${num(cost, 2)}`,
            result: true,
          },
        ]}
      />
    </div>
  );
}
