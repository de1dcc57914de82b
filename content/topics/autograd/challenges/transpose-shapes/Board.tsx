"use client";

import type { BoardProps } from "@/lib/challenges/play";
import type { Text } from "@/lib/challenges/text";
import { NumberField, Select } from "@/lib/ui/components";
import { Blocks, productParts, type BlockPicture } from "../../Blocks";
import { INDEX, resultShape, shapeOf, turnedShape, type Shape } from "../../layer";
import { SIDE, type Answer, type View } from "./challenge";
import { askName, ownName, type Ask } from "./instance";
import { LAYOUT_WORDS, SUM_WORDS } from "./words";

const WORDS = {
  left: { ko: "왼쪽", en: "left" },
  right: { ko: "오른쪽", en: "right" },
  rows: { ko: "줄 수", en: "rows" },
  columns: { ko: "칸 수", en: "columns" },
  choose: { ko: "고르기", en: "choose" },
  fits: { ko: "맞물려요", en: "The sides meet." },
  apart: { ko: "맞물리지 않아요", en: "The sides do not meet." },
} satisfies Record<string, Text>;

const mostOf = ({ layers }: View) => Math.max(...layers.flatMap(({ n, inputs, outputs }) => [n, inputs, outputs]));

/** The two layers as blocks, and for each product two lists to choose the factors from. W has the shape that was typed, where it is asked for. */
export function Board({ view, answer, onChange, locale, locked }: BoardProps<View, Answer>) {
  const { layers, asks, chained } = view;
  const most = mostOf(view);
  const pick = (at: number, value: number) => onChange({ picks: answer.picks.map((old, i) => (i === at ? value : old)) });
  const typedShape = (layer: 0 | 1): Shape | null => {
    const i = asks.findIndex(({ of, layer: own }) => of === "shape" && own === layer);
    if (i < 0) return shapeOf("W", layers[layer], layers[layer].layout);
    const [rows, columns] = [answer.picks[2 * i], answer.picks[2 * i + 1]];
    return rows && columns ? [rows, columns] : null;
  };
  const blockOf = (own: readonly ["x" | "W" | "G", 0 | 1], turned = false): BlockPicture => {
    const layer = layers[own[1]];
    const shape = own[0] === "W" ? typedShape(own[1]) : shapeOf(own[0], layer, layer.layout);
    return { name: ownName(own, turned), shape: shape && turnedShape(shape, turned) };
  };
  const gradients = asks.some(({ of }) => of === "x");
  const factor = (ask: Ask, at: number): BlockPicture => {
    const option = answer.picks[at];
    if (!("palette" in ask) || option === null || option === undefined) return { name: "?", shape: null };
    return blockOf(ask.palette[option >> 1], option % 2 === 1);
  };
  return (
    <div className="flex flex-col gap-5">
      <div className="grid grid-cols-1 gap-3 sm:grid-cols-2">
        {([0, 1] as const).map((layer) => {
          const { n, inputs, outputs, layout } = layers[layer];
          const head = `${layer + 1}. ${LAYOUT_WORDS[layout][locale]}`;
          const sizes = `n = ${n}, in = ${inputs}, out = ${outputs}`;
          return (
            <section key={layer} className="flex flex-col gap-1 rounded-[var(--radius)] border border-line bg-sheet p-3" aria-label={head}>
              <p className="m-0 text-sm font-semibold text-ink">{head}</p>
              <p className="m-0 font-mono text-sm text-ink-2">
                {sizes}
                {chained && layer === 1 ? ", x₂ = y₁" : ""}
              </p>
              <Blocks
                parts={[blockOf(["x", layer]), blockOf(["W", layer]), ...(gradients ? [blockOf(["G", layer])] : [])]}
                most={most}
                label={`${head}: ${sizes}`}
                low
              />
            </section>
          );
        })}
      </div>
      {asks.map((ask, i) => {
        const name = askName(ask);
        const index = INDEX[ask.layer];
        if (ask.of === "shape")
          return (
            <div key={`shape ${index}`} className="grid max-w-md grid-cols-2 gap-3">
              {(["rows", "columns"] as const).map((side, k) => (
                <div key={side} data-pick={2 * i + k}>
                  <NumberField
                    label={`${name}: ${WORDS[side][locale]}`}
                    value={answer.picks[2 * i + k] ?? null}
                    min={1}
                    max={SIDE}
                    step={1}
                    onChange={(value) => pick(2 * i + k, Math.round(value))}
                    locale={locale}
                    disabled={locked}
                  />
                </div>
              ))}
            </div>
          );
        if (ask.of === "b")
          return (
            <div key="b" data-pick={2 * i} className="max-w-md">
              <Select
                label={locale === "ko" ? `${name}: G${index}의 수를 어떻게 더하나요?` : `${name}: how are the numbers of G${index} added?`}
                options={SUM_WORDS.map((words, value) => ({ value, label: words[locale] }))}
                value={answer.picks[2 * i] ?? null}
                placeholder={WORDS.choose[locale]}
                onChange={(value) => pick(2 * i, value)}
                disabled={locked}
              />
            </div>
          );
        const [left, right] = [factor(ask, 2 * i), factor(ask, 2 * i + 1)];
        const known = left.shape !== null && right.shape !== null;
        const fits = known && left.shape![1] === right.shape![0];
        const layer = layers[ask.layer];
        const verdict = known ? WORDS[fits ? "fits" : "apart"][locale] : "";
        return (
          <fieldset key={name} className="m-0 flex min-w-0 flex-col gap-2 rounded-[var(--radius)] border border-line bg-sheet p-3">
            <legend className="px-1 font-mono text-sm font-bold text-ink">
              {name} [{resultShape(ask.of, layer, layer.layout).join("×")}]{" "}
            </legend>
            <div className="grid grid-cols-[1fr_auto_1fr] items-end gap-2">
              {(["left", "right"] as const).map((side, k) => (
                <div key={side} data-pick={2 * i + k} className={k === 1 ? "col-start-3" : ""}>
                  <Select
                    label={`${name} = ${k === 0 ? `? · …` : `… · ?`} (${WORDS[side][locale]})`}
                    options={ask.palette.flatMap((own, b) =>
                      [0, 1].map((turned) => ({ value: 2 * b + turned, label: ownName(own, turned === 1) })),
                    )}
                    value={answer.picks[2 * i + k] ?? null}
                    placeholder={WORDS.choose[locale]}
                    onChange={(value) => pick(2 * i + k, value)}
                    disabled={locked}
                  />
                </div>
              ))}
            </div>
            {left.name === "?" && right.name === "?" ? null : (
              <Blocks parts={productParts(left, right, null)} most={most} label={`${left.name} · ${right.name}. ${verdict}`} low />
            )}
            <p className={`m-0 min-h-5 text-sm font-medium ${fits ? "text-good" : "text-bad"}`} aria-live="polite">
              {verdict}
            </p>
          </fieldset>
        );
      })}
    </div>
  );
}
