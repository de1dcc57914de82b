"use client";

import type { Locale, Text } from "@/lib/challenges/text";
import { clipBox, iou } from "@/lib/engine/boxes";
import { exp } from "@/lib/engine/exact";
import { CLASS_NAMES, VOC_CLASSES } from "@/lib/engine/scenes/classes";
import { SCENE_SIDE } from "@/lib/engine/scenes/emoji/board";
import { Bars } from "@/lib/ui/plots";
import { Sum } from "@/lib/ui/simulation";
import { equality, num, signed } from "@/lib/words";
import { PER_CELL, SHAPE_NAMES, type Looked } from "./looked";
import { anchorOf, anchorsAt, decoded, deltasOf, scoreOf } from "./simulationModel";

const WORDS = {
  scores: { ko: "앵커 아홉 개의 물체 점수 (크기, 가로:세로)", en: "Objectness of its nine anchors (scale, width:height)" },
} satisfies Record<string, Text>;

export interface AnchorPanelProps {
  readonly looked: Looked;
  /** The anchor that is looked at. */
  readonly anchor: number;
  readonly locale: Locale;
}

/** "+ 0.35": a term that is added. */
const term = (value: number, digits: number) => `${value < 0 ? "−" : "+"} ${num(Math.abs(value), digits)}`;

/** One cell: the scores of its nine anchors, and the four numbers of the one that is looked at. */
export function CellPanel({ looked, anchor, locale }: AnchorPanelProps) {
  const ko = locale === "ko";
  const cell = Math.floor(anchor / PER_CELL);
  const deltas = deltasOf(looked, anchor).map((value) => signed(value, 2));
  return (
    <div className="flex flex-col gap-3" data-testid="cell">
      <Bars
        label={WORDS.scores[locale]}
        most={1}
        marked={String(anchor)}
        bars={anchorsAt(cell).map((i, k) => ({
          id: String(i),
          title: SHAPE_NAMES[k],
          value: scoreOf(looked, i),
          text: num(scoreOf(looked, i), 2),
        }))}
      />
      <p className="m-0 text-sm text-ink">
        {ko
          ? `이 칸이 내놓는 수는 점수 ${PER_CELL}개와 델타 ${4 * PER_CELL}개예요. 고른 앵커(${SHAPE_NAMES[anchor % PER_CELL]})의 델타: tx ${deltas[0]}, ty ${deltas[1]}, tw ${deltas[2]}, th ${deltas[3]}.`
          : `This cell gives ${PER_CELL} scores and ${4 * PER_CELL} deltas. Those of the chosen anchor (${SHAPE_NAMES[anchor % PER_CELL]}): tx ${deltas[0]}, ty ${deltas[1]}, tw ${deltas[2]}, th ${deltas[3]}.`}
      </p>
    </div>
  );
}

/** One box: the score from its logit, the box from anchor and deltas, and how well both cover the nearest object. */
export function BoxSum({ looked, anchor, deltas, locale }: AnchorPanelProps & { readonly deltas: readonly number[] }) {
  const ko = locale === "ko";
  const from = anchorOf(anchor);
  const to = decoded(anchor, deltas);
  const cut = clipBox(to, SCENE_SIDE, SCENE_SIDE);
  const [xa, ya, wa, ha] = [(from[0] + from[2]) / 2, (from[1] + from[3]) / 2, from[2] - from[0], from[3] - from[1]];
  const [tx, ty, tw, th] = deltas;
  const logit = looked.logits[anchor];
  const nearest = looked.objects.reduce((a, b) => (iou(b.box, from) > iou(a.box, from) ? b : a));
  const [before, after] = [iou(nearest.box, from), iou(nearest.box, cut)];
  const grown = (side: number, t: number) => {
    const printed = Number(num(side, 1)) * exp(Number(num(t, 2).replace("−", "-")));
    const result = side * exp(t);
    return `${num(side, 1)} × e^(${num(t, 2)}) ${equality(printed, result, 1)} ${num(result, 1)}`;
  };
  const moved = (at: number, t: number, side: number) => {
    const printed = Number(num(at, 1)) + Number(num(t, 2).replace("−", "-")) * Number(num(side, 1));
    return `${num(at, 1)} ${term(t, 2)} × ${num(side, 1)} ${equality(printed, at + t * side, 1)} ${num(at + t * side, 1)}`;
  };
  const corners = (box: readonly number[]) => `(${box.map((value) => num(value, 0)).join(", ")})`;
  return (
    <div className="flex flex-col gap-3" data-testid="box-sum">
      <Sum
        lines={[
          { name: ko ? "점수" : "score", sum: `1 ÷ (1 + e^(${num(-logit, 2)})) = ${num(scoreOf(looked, anchor), 2)}` },
          { name: "x", sum: moved(xa, tx, wa) },
          { name: "y", sum: moved(ya, ty, ha) },
          { name: "w", sum: grown(wa, tw) },
          { name: "h", sum: grown(ha, th) },
          { name: ko ? "상자" : "box", sum: `${corners(from)} → ${corners(cut)}`, result: true },
          {
            name: "IoU",
            sum: `${num(before, 2)} → ${num(after, 2)} (${CLASS_NAMES[VOC_CLASSES[nearest.label]][locale]})`,
            result: true,
          },
        ]}
      />
      <p className="m-0 text-xs text-ink-2">
        {ko
          ? "tw와 th는 아무리 커도 ln(1000/16) ≈ 4.14로 쳐요. 엉뚱한 수 하나가 상자를 끝없이 키우지 못하게 하려는 거예요."
          : "tw and th are taken for ln(1000/16) ≈ 4.14 at most, so that one wild number cannot blow up a box."}
      </p>
    </div>
  );
}
