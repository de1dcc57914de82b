"use client";

import type { Locale, Text } from "@/lib/challenges/text";
import { CROP_SIDE } from "@/lib/engine/detectors/rcnn/crops";
import { CLASS_NAMES, VOC_CLASSES } from "@/lib/engine/scenes/classes";
import { Bars } from "@/lib/ui/plots";
import { Sum } from "@/lib/ui/simulation";
import { num } from "@/lib/words";
import { LargeCrop } from "./Crop";
import { CropGrid } from "./CropGrid";
import { CLASSES, FEATURES, TERMS, type Looked } from "./looked";
import { boxOf, moveOf, movedBox, neighboursOf, scoreOf } from "./simulationModel";

const WORDS = {
  scores: { ko: "SVM 스무 개의 점수 가운데 높은 것", en: "The highest scores of its 20 SVMs" },
  neighbours: { ko: "많이 겹치는 후보 (IoU 0.5 이상)", en: "Proposals that overlap it (IoU 0.5 or more)" },
  alone: { ko: "이만큼 겹치는 후보가 없어요.", en: "No other proposal overlaps it as much." },
} satisfies Record<string, Text>;

/** Scores that are told one by one; neighbours that are shown. */
const [TOLD, SHOWN] = [6, 6];

export interface CropPanelProps {
  readonly looked: Looked;
  readonly crop: number;
  readonly cls: number;
  readonly context: number;
  readonly onChoose: (crop: number) => void;
  readonly locale: Locale;
}

const name = (cls: number, locale: Locale) => CLASS_NAMES[VOC_CLASSES[cls]][locale];
const times = (value: number) => `×${num(value, 2)}`;

/** One crop: how it was warped, what every SVM says of it, and the neighbours that share its pixels. */
export function CropPanel({ looked, crop, cls, context, onChoose, locale }: CropPanelProps) {
  const ko = locale === "ko";
  const box = boxOf(looked, crop);
  const [w, h] = [box[2] - box[0], box[3] - box[1]];
  const order = Array.from({ length: CLASSES }, (_, k) => k).sort((a, b) => scoreOf(looked, crop, b) - scoreOf(looked, crop, a));
  const told = [...new Set([...order.slice(0, TOLD - 1), cls])];
  const rest = Math.max(...order.filter((k) => !told.includes(k)).map((k) => scoreOf(looked, crop, k)));
  const near = neighboursOf(looked, crop);
  const inner = CROP_SIDE - 2 * context;
  return (
    <div className="flex flex-col gap-4">
      <div className="grid grid-cols-[minmax(6rem,11rem)_minmax(0,1fr)] gap-4 @max-3xs:grid-cols-1">
        <LargeCrop
          pixels={looked.pixels}
          drawing={looked.drawing}
          box={box}
          context={context}
          label={ko ? `${looked.ranks[crop]}번째 후보를 누른 그림` : `Proposal ${looked.ranks[crop]}, warped`}
        />
        <p className="m-0 text-sm text-ink">
          {ko
            ? `${looked.ranks[crop]}번째 후보는 ${num(w, 0)}×${num(h, 0)}픽셀이에요. 노란 테 안의 ${inner}×${inner}에 들어가도록 가로 ${times(inner / w)}, 세로 ${times(inner / h)}만큼 늘였어요.`
            : `Proposal ${looked.ranks[crop]} has ${num(w, 0)}×${num(h, 0)} pixels. To fill the ${inner}×${inner} inside the yellow frame it was stretched ${times(inner / w)} across and ${times(inner / h)} down.`}
        </p>
      </div>
      <Bars
        label={WORDS.scores[locale]}
        most={1}
        marked={String(cls)}
        bars={told.map((k) => ({
          id: String(k),
          title: name(k, locale),
          value: scoreOf(looked, crop, k),
          text: num(scoreOf(looked, crop, k), 2),
        }))}
      />
      <p className="m-0 text-sm text-ink-2">
        {ko
          ? `나머지 ${CLASSES - told.length}개는 모두 ${num(rest, 2)} 이하예요. 합이 1일 까닭은 없어요. SVM은 저마다 따로 답해요.`
          : `The other ${CLASSES - told.length} are at ${num(rest, 2)} or below. They need not add up to 1: each SVM answers by itself.`}
      </p>
      <div className="flex flex-col gap-2">
        <p className="m-0 text-sm text-ink">{`${WORDS.neighbours[locale]}: ${near.length}`}</p>
        {near.length === 0 ? (
          <p className="m-0 text-sm text-ink-2">{WORDS.alone[locale]}</p>
        ) : (
          <CropGrid
            looked={looked}
            crops={near.slice(0, SHOWN).map((each) => each.crop)}
            noteOf={(each) => num(scoreOf(looked, each, cls), 2)}
            chosen={null}
            onChoose={onChoose}
            nameOf={(each) =>
              ko
                ? `${looked.ranks[each]}번째 후보, ${name(cls, "ko")} 점수 ${num(scoreOf(looked, each, cls), 2)}`
                : `Proposal ${looked.ranks[each]}, scores ${num(scoreOf(looked, each, cls), 2)} as ${name(cls, "en")}`
            }
            label={WORDS.neighbours[locale]}
          />
        )}
      </div>
    </div>
  );
}

const SUBSCRIPTS = ["₁", "₂", "₃", "₄", "₅"] as const;
const signed = (value: number) => `${value < 0 ? "−" : "+"}${num(Math.abs(value), 2)}`;

/** One score: the SVM's margin from its largest products, Platt's sigmoid, and the box that the class moves. */
export function ScoreSum({ looked, crop, cls, locale }: Pick<CropPanelProps, "looked" | "crop" | "cls" | "locale">) {
  const ko = locale === "ko";
  const at = crop * CLASSES + cls;
  const margin = looked.margins[at];
  const terms = Array.from({ length: TERMS }, (_, t) => ({
    w: looked.terms[(at * TERMS + t) * 2],
    f: looked.terms[(at * TERMS + t) * 2 + 1],
  }));
  const rest = margin - looked.bias[cls] - terms.reduce((sum, { w, f }) => sum + w * f, 0);
  const [a, c] = [looked.platt[2 * cls], looked.platt[2 * cls + 1]];
  const box = boxOf(looked, crop);
  const moved = movedBox(looked, crop, cls);
  const [tx, ty, tw, th] = moveOf(looked, crop, cls);
  const [x, y, w, h] = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2, box[2] - box[0], box[3] - box[1]];
  const corners = (each: readonly number[]) => each.map((value) => num(value, 0)).join(", ");
  return (
    <div className="flex flex-col gap-4">
      <Sum
        lines={[
          ...terms.map((term, t) => ({
            name: `w${SUBSCRIPTS[t]}f${SUBSCRIPTS[t]}`,
            sum: `${num(term.w, 2)} × ${num(term.f, 2)} = ${signed(term.w * term.f)}`,
          })),
          { name: ko ? `나머지 ${FEATURES - TERMS}개` : `other ${FEATURES - TERMS}`, sum: signed(rest) },
          { name: "b", sum: signed(looked.bias[cls]) },
          { name: "s", word: ko ? "SVM의 값" : "the SVM's value", sum: `w · f + b = ${num(margin, 2)}` },
          {
            name: ko ? "점수" : "score",
            sum: `1 ÷ (1 + e^(−(${num(a, 2)} × ${num(margin, 2)} ${signed(c).replace(/^(.)/, "$1 ")}))) = ${num(scoreOf(looked, crop, cls), 2)}`,
            result: true,
          },
        ]}
      />
      <Sum
        lines={[
          { name: "x", sum: `${num(x, 1)} ${signed(tx).replace(/^(.)/, "$1 ")} × ${num(w, 1)} = ${num(x + tx * w, 1)}` },
          { name: "y", sum: `${num(y, 1)} ${signed(ty).replace(/^(.)/, "$1 ")} × ${num(h, 1)} = ${num(y + ty * h, 1)}` },
          { name: "w", sum: `${num(w, 1)} × e^(${num(tw, 2)}) = ${num(w * Math.exp(tw), 1)}` },
          { name: "h", sum: `${num(h, 1)} × e^(${num(th, 2)}) = ${num(h * Math.exp(th), 1)}` },
          { name: ko ? "상자" : "box", sum: `(${corners(box)}) → (${corners(moved)})`, result: true },
        ]}
      />
    </div>
  );
}
