/** A linear layer as products of blocks: which factor stands where, and which is turned. Read off the engine's own rules. */
import { matrix, type Factor, type WeightLayout } from "@/lib/engine/autograd";

/** The blocks of a layer: its input, its weight, and the gradient that arrives at its output. */
export type Block = "x" | "W" | "G";
export interface Turned {
  readonly block: Block;
  readonly turned: boolean;
}
export type Product = readonly [left: Turned, right: Turned];
/** What is worked out: the output, the gradient at the input, the gradient of the weight. */
export const QUANTITIES = ["y", "x", "W"] as const;
export type Quantity = (typeof QUANTITIES)[number];

export const LAYOUTS = ["out-in", "in-out"] as const satisfies readonly WeightLayout[];

/** The engine's linear layer on a single number: its rules do not depend on the sizes. */
function rulesOf(layout: WeightLayout): Readonly<Record<Quantity, Product>> {
  const one = () => matrix.matrix(1, 1, [1]);
  const { pulls } = matrix.linear(one(), one(), one(), layout);
  const turned = ({ of, transposed }: Factor): Turned => ({ block: of === "upstream" ? "G" : of === 0 ? "x" : "W", turned: transposed });
  const product = (k: number): Product => {
    const rule = pulls[k];
    if (rule.kind !== "product") throw new Error(`the engine's rule ${k} of a linear layer is no product`);
    return [turned(rule.left), turned(rule.right)];
  };
  return {
    y: [
      { block: "x", turned: false },
      { block: "W", turned: layout === "out-in" },
    ],
    x: product(0),
    W: product(1),
  };
}
export const RULES: Readonly<Record<WeightLayout, ReturnType<typeof rulesOf>>> = {
  "out-in": rulesOf("out-in"),
  "in-out": rulesOf("in-out"),
};

export interface Sizes {
  readonly n: number;
  readonly inputs: number;
  readonly outputs: number;
}
export type Shape = readonly [rows: number, columns: number];

export const weightShape = ({ inputs, outputs }: Sizes, layout: WeightLayout): Shape =>
  layout === "out-in" ? [outputs, inputs] : [inputs, outputs];
export const shapeOf = (block: Block, sizes: Sizes, layout: WeightLayout): Shape =>
  block === "W" ? weightShape(sizes, layout) : [sizes.n, block === "x" ? sizes.inputs : sizes.outputs];
/** The shape that a quantity must have: an output's, or that of what the gradient is of. */
export const resultShape = (of: Quantity, sizes: Sizes, layout: WeightLayout): Shape => shapeOf(of === "y" ? "G" : of, sizes, layout);
export const turnedShape = ([rows, columns]: Shape, turned: boolean): Shape => (turned ? [columns, rows] : [rows, columns]);

/** "W₁ᵀ". */
export const INDEX = ["₁", "₂"] as const;
export const quantityName = (of: Quantity, index: string): string => (of === "y" ? `y${index}` : `∂L/∂${of}${index}`);
export const factorName = ({ block, turned }: Turned, index: string): string => `${block}${index}${turned ? "ᵀ" : ""}`;
export const productName = (product: Product, index: string): string => product.map((factor) => factorName(factor, index)).join(" · ");
export const shapeName = ([rows, columns]: Shape): string => `${rows}×${columns}`;
