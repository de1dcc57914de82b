"use client";

import type { ReplayProps } from "@/lib/challenges/play";
import { ReplayFrame } from "@/lib/ui/boards";
import { Blocks, productParts } from "../../Blocks";
import { INDEX, factorName, resultShape, RULES, shapeOf, turnedShape, weightShape } from "../../layer";
import type { Answer, Step, View } from "./challenge";
import { askName, chosen, ownName } from "./instance";
import { reasonOf, SUM_WORDS } from "./words";

/** Product by product: the blocks as they belong, the two sides that meet, and what is left of them. */
export function Replay({ instance: { view }, answer, grade: { steps }, locale }: ReplayProps<View, null, Answer, Step>) {
  const { layers, asks } = view;
  const ko = locale === "ko";
  const most = Math.max(...layers.flatMap(({ n, inputs, outputs }) => [n, inputs, outputs]));
  const said = (i: number): string => {
    const ask = asks[i];
    const [left, right] = [answer.picks[2 * i], answer.picks[2 * i + 1]];
    if (left === null || right === null || left === undefined || right === undefined) return ko ? "비었어요" : "left out";
    if (ask.of === "shape") return `${left}×${right}`;
    if (ask.of === "b") return SUM_WORDS[left]?.[locale] ?? "";
    return [left, right]
      .map((option) => (ask.palette[option >> 1] ? ownName(ask.palette[option >> 1], chosen(view, ask.palette, option).turned) : "?"))
      .join(" · ");
  };
  return (
    <ReplayFrame
      captions={asks.map((ask) => `${askName(ask)}. ${reasonOf(view, ask)[locale]}`)}
      missteps={steps
        .filter(({ correct }) => !correct)
        .map(({ ask }) => ({ id: String(ask), at: ask, label: `✗ ${askName(asks[ask])}`, spoken: said(ask) }))}
      locale={locale}
      picture={(at) => {
        const ask = asks[at];
        const layer = layers[ask.layer];
        const index = INDEX[ask.layer];
        const label = `${askName(ask)}. ${reasonOf(view, ask)[locale]}`;
        if (ask.of === "shape")
          return <Blocks parts={[{ name: `W${index}`, shape: weightShape(layer, layer.layout) }]} most={most} label={label} />;
        if (ask.of === "b")
          return (
            <Blocks
              parts={[{ name: `G${index}`, shape: [layer.n, layer.outputs] }, "→", { name: askName(ask), shape: [1, layer.outputs] }]}
              most={most}
              label={label}
            />
          );
        const [left, right] = RULES[layer.layout][ask.of].map((factor) => ({
          name: factorName(factor, index),
          shape: turnedShape(shapeOf(factor.block, layer, layer.layout), factor.turned),
        }));
        return (
          <Blocks
            parts={productParts(left, right, { name: askName(ask), shape: resultShape(ask.of, layer, layer.layout) })}
            most={most}
            label={label}
          />
        );
      }}
      below={(at) =>
        steps[at].correct ? null : (
          <p className="m-0 text-sm text-bad">
            {ko ? "적은 답: " : "Answered: "}
            <span className="font-mono">{said(at)}</span>
          </p>
        )
      }
    />
  );
}
