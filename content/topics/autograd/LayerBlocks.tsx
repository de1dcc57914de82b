"use client";

import type { Locale } from "@/lib/challenges/text";
import { Timeline } from "@/lib/ui/components";
import { Sum, wholeWithin } from "@/lib/ui/simulation";
import { num } from "@/lib/words";
import { Blocks, productParts, type BlockPicture } from "./Blocks";
import {
  factorName,
  productName,
  QUANTITIES,
  quantityName,
  resultShape,
  RULES,
  shapeName,
  shapeOf,
  turnedShape,
  type Turned,
} from "./layer";
import type { LayerAsked, Layered } from "./rolled";

export interface LayerProps {
  readonly sizes: LayerAsked;
  readonly layered: Layered | null;
  /** Which of y, ∂L/∂x and ∂L/∂W. */
  readonly product: number;
  /** The looked-at place of the result, 1-based; null: the whole. */
  readonly place: readonly [row: number, column: number] | null;
  readonly locale: Locale;
}

/** Blocks with more columns than this in a row carry no numbers. */
const READABLE = 14;

function turnedData(data: readonly number[], [rows, columns]: readonly [number, number], turned: boolean): number[] {
  return turned ? Array.from({ length: data.length }, (_, i) => data[(i % rows) * columns + Math.floor(i / rows)]) : [...data];
}

/** The product that is looked at, with its factors' numbers. */
function productOf({ sizes, layered, product, place }: LayerProps) {
  const of = QUANTITIES[wholeWithin(product, 0, QUANTITIES.length - 1)];
  const rule = RULES[sizes.layout][of];
  const shape = resultShape(of, sizes, sizes.layout);
  const at = place && ([wholeWithin(place[0], 1, shape[0]) - 1, wholeWithin(place[1], 1, shape[1]) - 1] as const);
  const factor = ({ block, turned }: Turned) => {
    const own = shapeOf(block, sizes, sizes.layout);
    return {
      name: factorName({ block, turned }, ""),
      shape: turnedShape(own, turned),
      data: layered ? turnedData(layered[block], own, turned) : [],
    };
  };
  return { of, rule, shape, at, left: factor(rule[0]), right: factor(rule[1]), name: quantityName(of, "") };
}

/** A linear layer's product as rectangles true to their shapes; a turned one stands turned. */
export function LayerPicture(props: LayerProps) {
  const { sizes, layered } = props;
  const { of, rule, shape, at, left, right, name } = productOf(props);
  const most = Math.max(sizes.n, sizes.inputs, sizes.outputs);
  const readable = left.shape[1] + right.shape[1] + shape[1] <= READABLE;
  const shown = ({ data, ...block }: BlockPicture): BlockPicture => (readable && layered ? { ...block, data } : block);
  const result = { name, shape, ...(layered ? { data: layered.made[of] } : {}), row: at?.[0], column: at?.[1] };
  return (
    <Blocks
      parts={productParts(shown({ ...left, row: at?.[0] }), shown({ ...right, column: at?.[1] }), shown(result))}
      most={most}
      label={`${name} = ${productName(rule, "")}: ${shapeName(left.shape)} · ${shapeName(right.shape)} → ${shapeName(shape)}`}
    />
  );
}

/** Forward, then the two gradients, one after the other; and the arithmetic of one place. */
export function LayerSteps({
  onProduct,
  arithmetic,
  ...props
}: LayerProps & { readonly onProduct: (product: number) => void; readonly arithmetic: boolean }) {
  const { sizes, locale, product } = props;
  const ko = locale === "ko";
  const { layout } = sizes;
  const torch = layout === "out-in";
  const said = {
    y: torch
      ? { ko: "in끼리 맞물리도록 W를 돌려요.", en: "W is turned so that the inputs meet." }
      : { ko: "in끼리 이미 맞물려요.", en: "The inputs meet as they stand." },
    x: torch
      ? { ko: "앞에서 돌린 W가 그대로 서요.", en: "W, turned going forward, stands as it is." }
      : { ko: "앞에서 그대로였던 W를 돌려요.", en: "W, as it stood going forward, is turned." },
    W: { ko: "n이 맞물려 사라지고 W의 모양이 남아요.", en: "n meets and vanishes; W's shape is left." },
  };
  const { left, right, at, name } = productOf(props);
  const terms =
    at &&
    Array.from(
      { length: left.shape[1] },
      (_, k) => [left.data[at[0] * left.shape[1] + k], right.data[k * right.shape[1] + at[1]]] as const,
    );
  const wrapped = (value: number) => (value < 0 ? `(${num(value)})` : num(value));
  return (
    <div className="flex flex-col gap-3">
      <Timeline
        step={wholeWithin(product, 0, QUANTITIES.length - 1)}
        count={QUANTITIES.length}
        onStep={onProduct}
        locale={locale}
        captions={QUANTITIES.map((of) => `${quantityName(of, "")} = ${productName(RULES[layout][of], "")}. ${said[of][locale]}`)}
      />
      {at && terms && props.layered ? (
        <Sum
          lines={[
            { name: left.name, sum: `${ko ? "줄" : "row"} ${at[0] + 1}: ${terms.map(([l]) => num(l)).join(", ")}` },
            { name: right.name, sum: `${ko ? "칸" : "column"} ${at[1] + 1}: ${terms.map(([, r]) => num(r)).join(", ")}` },
            ...(arithmetic
              ? [
                  {
                    name,
                    sum: `${terms.map(([l, r]) => `${wrapped(l)} × ${wrapped(r)}`).join(" + ")} = ${num(terms.reduce((sum, [l, r]) => sum + l * r, 0))}`,
                    result: true,
                  },
                ]
              : []),
          ]}
        />
      ) : null}
    </div>
  );
}
