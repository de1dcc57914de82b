import type { WeightLayout } from "@/lib/engine/autograd";
import {
  INDEX,
  quantityName,
  RULES,
  shapeOf,
  turnedShape,
  weightShape,
  type Block,
  type Product,
  type Quantity,
  type Shape,
  type Sizes,
} from "../../layer";

export interface LayerView extends Sizes {
  readonly layout: WeightLayout;
}
/** A block of one of the layers: [block, layer]. */
export type Own = readonly [block: Block, layer: 0 | 1];

/** What is asked of a layer. */
export type Ask =
  /** Two factors, each one of the palette's blocks as it stands or turned: option 2i is the i-th block, 2i + 1 its transpose. */
  | { readonly of: Quantity; readonly layer: 0 | 1; readonly palette: readonly Own[] }
  /** The rows and columns of W. */
  | { readonly of: "shape"; readonly layer: 0 | 1 }
  /** How ∂L/∂b comes from G: summed over the examples, over the outputs or over nothing. */
  | { readonly of: "b"; readonly layer: 0 | 1 };

export interface View {
  readonly layers: readonly [LayerView, LayerView];
  /** Layer 1 hands its output to layer 2; otherwise they are two networks of one layer each. */
  readonly chained: boolean;
  readonly asks: readonly Ask[];
}

export interface Answer {
  /** Two entries an ask, in order; of "b" the second one is not used and stays 0. */
  readonly picks: readonly (number | null)[];
}

/** How somebody answers a product of a layer. */
export type Rule = (layer: LayerView, of: Quantity) => Product;
export const rightRule: Rule = ({ layout }, of) => RULES[layout][of];

const optionOf = (palette: readonly Own[], own: Own, turned: boolean): number =>
  2 * palette.findIndex(([block, layer]) => block === own[0] && layer === own[1]) + (turned ? 1 : 0);

/** The picks of a rule: each factor's block belongs to the asked layer, unless `other` says which gradient is taken. */
export function picksBy(
  { layers, asks }: View,
  rule: Rule,
  layoutOf = (layer: LayerView) => layer.layout,
  gradientOf = (layer: 0 | 1): 0 | 1 => layer,
): Answer {
  return {
    picks: asks.flatMap((ask) => {
      const layer = layers[ask.layer];
      if (ask.of === "shape") return [...weightShape(layer, layoutOf(layer))];
      if (ask.of === "b") return [0, 0];
      return rule(layer, ask.of).map(({ block, turned }) =>
        optionOf(ask.palette, [block, block === "G" ? gradientOf(ask.layer) : ask.layer], turned),
      );
    }),
  };
}
export const solve = (view: View): Answer => picksBy(view, rightRule);

/** A chosen factor's block, whether it is turned, and its shape. */
export function chosen(
  { layers }: View,
  palette: readonly Own[],
  option: number,
): { readonly own: Own; readonly turned: boolean; readonly shape: Shape } {
  const own = palette[option >> 1];
  const turned = option % 2 === 1;
  const layer = layers[own[1]];
  return { own, turned, shape: turnedShape(shapeOf(own[0], layer, layer.layout), turned) };
}
export const ownName = ([block, layer]: Own, turned = false): string => `${block}${INDEX[layer]}${turned ? "ᵀ" : ""}`;
export const askName = ({ of, layer }: Ask): string =>
  of === "shape" ? `W${INDEX[layer]}` : of === "b" ? `∂L/∂b${INDEX[layer]}` : quantityName(of, INDEX[layer]);

export interface Point {
  readonly correct: boolean;
  readonly earned: number;
  readonly total: number;
}
/**
 * The two layers keep their weights differently: a product counts in full where it is right in both, and half of that where it is right in
 * one, as one way for both is right in one of them by itself.
 */
export function pointsOf(view: View, truth: Answer, { picks }: Answer): Point[] {
  const correct = view.asks.map(
    ({ of }, i) => picks[2 * i] === truth.picks[2 * i] && (of === "b" || picks[2 * i + 1] === truth.picks[2 * i + 1]),
  );
  return view.asks.map(({ of }, i) => {
    if (of === "b" || of === "shape") return { correct: correct[i], earned: correct[i] ? 1 : 0, total: 1 };
    const twin = view.asks.findIndex((other, k) => other.of === of && k !== i);
    return { correct: correct[i], earned: correct[i] ? (correct[twin] ? 4 : 1) : 0, total: 4 };
  });
}
