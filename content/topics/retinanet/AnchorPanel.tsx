"use client";

import type { Locale, Text } from "@/lib/challenges/text";
import { sigmoid } from "@/lib/engine/exact";
import { CLASS_NAMES, VOC_CLASSES } from "@/lib/engine/scenes/classes";
import { Bars } from "@/lib/ui/plots";
import { Sum } from "@/lib/ui/simulation";
import { josa, num, scientific, signed } from "@/lib/words";
import { BACKGROUND, CLASSES, IGNORED, type Looked } from "./looked";
import { anchorBox, bestObject, boxesOf, CROSS_ENTROPY, LEVELS, paid, placeOf, type Loss } from "./simulationModel";

/** Probabilities that are told one by one. */
const TOLD = 5;

const nameOf = (k: number, locale: Locale) => CLASS_NAMES[VOC_CLASSES[k]][locale];
const fine = (value: number) => (value === 0 ? "0" : value < 1e-3 ? scientific(value, 2) : num(value, value < 1 ? 4 : 2));

/** Where an anchor stands, and how large it is. */
function whereOf(anchor: number): Text {
  const { level, cell, shape } = placeOf(anchor);
  const { name, side } = LEVELS[level];
  const [x1, y1, x2, y2] = anchorBox(anchor);
  const [row, column, nth] = [Math.floor(cell / side) + 1, (cell % side) + 1, shape + 1];
  const size = `${num(x2 - x1)}×${num(y2 - y1)}`;
  return {
    ko: `${name.toUpperCase()}의 ${row}번째 줄 ${column}번째 칸, 아홉 가운데 ${nth}번째 앵커(${size})`,
    en: `${name.toUpperCase()}, row ${row}, column ${column}, anchor ${nth} of nine (${size})`,
  };
}

/** What training tells this anchor. */
function taughtText(looked: Looked, anchor: number): Text {
  const best = bestObject(looked, anchor);
  const taught = looked.taught[anchor];
  if (best === null) return { ko: "", en: "" };
  const { label } = looked.objects[best.object];
  const iou = num(best.iou, 2);
  const start = {
    ko: `가장 잘 겹치는 물체는 ${josa(CLASS_NAMES[VOC_CLASSES[label]].ko, "이고/고")} IoU는 ${iou}.`,
    en: `It overlaps the ${nameOf(label, "en")} most, IoU ${iou}:`,
  };
  if (taught === IGNORED)
    return {
      ko: `${start.ko} 0.4와 0.5 사이라 학습에서 손실에 넣지 않아요.`,
      en: `${start.en} between 0.4 and 0.5, so training leaves it out of the loss.`,
    };
  if (taught === BACKGROUND)
    return {
      ko: `${start.ko} 0.4보다 낮아서 스무 클래스 모두 0이라고 배워요.`,
      en: `${start.en} below 0.4, so it is taught 0 for all twenty classes.`,
    };
  const name = { ko: CLASS_NAMES[VOC_CLASSES[taught]].ko, en: nameOf(taught, "en") };
  return best.iou >= 0.5
    ? {
        ko: `${start.ko} 0.5 이상이라 ${name.ko}에만 1이라고 배워요.`,
        en: `${start.en} 0.5 or more, so it is taught 1 for ${name.en} alone.`,
      }
    : {
        ko: `${start.ko} 그 물체에 가장 잘 맞는 앵커라서 ${name.ko}에 1이라고 배워요.`,
        en: `${start.en} no anchor fits that object better, so it is taught 1 for ${name.en}.`,
      };
}

export interface AnchorPanelProps {
  readonly looked: Looked;
  readonly anchor: number;
  /** The class that is asked about. */
  readonly k: number;
  readonly locale: Locale;
}

/** One anchor: twenty separate answers, what it was taught, and the box its deltas make of it. */
export function AnchorPanel({ looked, anchor, k, locale }: AnchorPanelProps) {
  const ko = locale === "ko";
  const scores = Array.from({ length: CLASSES }, (_, i) => sigmoid(looked.logits[anchor * CLASSES + i]));
  const order = scores.map((_, i) => i).sort((a, b) => scores[b] - scores[a]);
  const told = [...new Set([...order.slice(0, TOLD), k])];
  const sum = scores.reduce((all, p) => all + p, 0);
  const [x1, y1, x2, y2] = anchorBox(anchor);
  const [dx, dy, dw, dh] = Array.from({ length: 4 }, (_, i) => looked.deltas[anchor * 4 + i]);
  const [x, y, w, h] = [(x1 + x2) / 2, (y1 + y2) / 2, x2 - x1, y2 - y1];
  const box = Array.from(boxesOf(looked, [anchor]));
  const step = (value: number) =>
    signed(value, 2)
      .replace(/^(.)/, "$1 ")
      .replace(/^(\d) /, "+ $1");
  return (
    <div className="flex flex-col gap-4">
      <p className="m-0 text-sm text-ink">
        <b>{whereOf(anchor)[locale]}</b> {taughtText(looked, anchor)[locale]}
      </p>
      <Bars
        label={ko ? "스무 클래스의 확률 가운데 높은 것" : "The highest of its twenty probabilities"}
        most={1}
        marked={String(k)}
        bars={told.map((i) => ({ id: String(i), title: nameOf(i, locale), value: scores[i], text: num(scores[i], 3) }))}
      />
      <p className="m-0 text-sm text-ink-2">
        {ko
          ? `스무 확률의 합은 ${josa(num(sum, 2), "이에요/예요")}. 시그모이드가 저마다 따로 답하니 1일 까닭이 없고, 배경이라는 칸도 없어요.`
          : `The twenty add up to ${num(sum, 2)}. Each sigmoid answers by itself, so there is no reason for 1, and no bar for background.`}
      </p>
      <Sum
        lines={[
          { name: "x", sum: `${num(x, 1)} ${step(dx)} × ${num(w, 1)} = ${num(x + dx * w, 1)}` },
          { name: "y", sum: `${num(y, 1)} ${step(dy)} × ${num(h, 1)} = ${num(y + dy * h, 1)}` },
          { name: "w", sum: `${num(w, 1)} × e^(${num(dw, 2)}) = ${num(w * Math.exp(dw), 1)}` },
          { name: "h", sum: `${num(h, 1)} × e^(${num(dh, 2)}) = ${num(h * Math.exp(dh), 1)}` },
          { name: ko ? "상자" : "box", sum: `(${box.map((value) => num(value)).join(", ")})`, result: true },
        ]}
      />
    </div>
  );
}

/** One pair's loss, factor by factor. */
export function PairLoss({ looked, anchor, k, loss, locale }: AnchorPanelProps & { readonly loss: Loss }) {
  const ko = locale === "ko";
  const logit = looked.logits[anchor * CLASSES + k];
  const taught = looked.taught[anchor];
  const object = taught === k;
  const pt = sigmoid(object ? logit : -logit);
  const rest = sigmoid(object ? -logit : logit);
  const entropy = paid(logit, object, CROSS_ENTROPY);
  const value = paid(logit, object, loss);
  return (
    <div className="flex flex-col gap-3">
      <p className="m-0 text-sm text-ink">
        <b>{whereOf(anchor)[locale]}</b>{" "}
        {taught === IGNORED
          ? ko
            ? "손실에 들어가지 않는 앵커예요. 들어간다면 이만큼이에요."
            : "This anchor stays out of the loss. If it did not, it would pay this."
          : null}
      </p>
      <Sum
        lines={[
          { name: "x", word: ko ? "로짓" : "logit", sum: `${num(logit, 2)} (${nameOf(k, locale)})` },
          { name: "p", sum: `1 ÷ (1 + e^(${num(-logit, 2)})) = ${fine(sigmoid(logit))}` },
          { name: ko ? "정답" : "target", sum: object ? "1" : "0" },
          { name: "pₜ", sum: object ? `p = ${fine(pt)}` : `1 − p = ${fine(pt)}` },
          { name: "−log pₜ", sum: fine(entropy) },
          { name: "(1 − pₜ)ᵞ", sum: `${fine(rest)}^${num(loss.gamma, 1)} = ${fine(Math.pow(rest, loss.gamma))}` },
          ...(loss.alpha < 0 ? [] : [{ name: "αₜ", sum: num(object ? loss.alpha : 1 - loss.alpha, 2) }]),
          { name: ko ? "손실" : "loss", sum: fine(value), result: true },
          { name: ko ? "교차 엔트로피의" : "of cross-entropy", sum: `× ${fine(entropy === 0 ? 0 : value / entropy)}` },
        ]}
      />
    </div>
  );
}
