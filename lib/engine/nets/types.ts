import type { NdArray } from "../boxes/types";

/** A dense array in double precision, row-major. Images and maps are [channels, height, width], vectors [n]. */
export interface Tensor {
  readonly shape: readonly number[];
  readonly data: Float64Array;
}

/**
 * Zero padding of a convolution or a pooling window: a number of cells on every side, "valid" (none), or TensorFlow's
 * "same": output = ⌈n / stride⌉, total = max((output − 1)·stride + kernel − n, 0), ⌊total / 2⌋ before and the rest after.
 * At stride 2 and an even size a 3×3 "same" window therefore pads only after: fields shift right and down.
 */
export type Padding = number | "same" | "valid";

interface Named {
  readonly name: string;
  /** Names of the layers read; the layer before it when left out. "input" is the image. */
  readonly inputs?: readonly string[];
}

interface Windowed extends Named {
  readonly kernel: number;
  /** Default 1 for convolutions, the kernel for pooling. */
  readonly stride?: number;
  /** Default 0. */
  readonly pad?: Padding;
}

export interface ConvSpec extends Windowed {
  readonly type: "conv";
  /** Channels out. */
  readonly out: number;
}
export interface PoolSpec extends Windowed {
  /** Averages count only the cells inside the map (as TensorFlow does; PyTorch counts padded zeros unless told not to). */
  readonly type: "maxpool" | "avgpool";
}
export interface DenseSpec extends Named {
  readonly type: "dense";
  readonly out: number;
}
export interface UpsampleSpec extends Named {
  readonly type: "upsample";
  /** Nearest neighbour, each cell becomes factor × factor. */
  readonly factor: number;
}
export interface PlainSpec extends Named {
  /** gap: mean over height and width, [C]. flatten: [C·H·W], channel first. add and concat (channels) read several inputs. */
  readonly type: "relu" | "batchnorm" | "gap" | "flatten" | "add" | "concat";
}
export type LayerSpec = ConvSpec | PoolSpec | DenseSpec | UpsampleSpec | PlainSpec;

/**
 * Weights of one layer. conv: weight [out, in, k, k]; dense: weight [out, in]; bias [out], zeros when left out.
 * batchnorm (inference): y = gamma · (x − mean) / √(variance + epsilon) + beta, each [channels].
 */
export interface LayerWeights {
  readonly weight?: NdArray;
  readonly bias?: ArrayLike<number>;
  readonly gamma?: ArrayLike<number>;
  readonly beta?: ArrayLike<number>;
  readonly mean?: ArrayLike<number>;
  readonly variance?: ArrayLike<number>;
  readonly epsilon?: number;
}

/** A network as data: layers in an order in which each reads only earlier ones. */
export interface NetworkSpec {
  /** [channels, height, width]. */
  readonly inputShape: readonly number[];
  readonly layers: readonly LayerSpec[];
  readonly weights: Readonly<Record<string, LayerWeights>>;
}

/** A window's place: how many cells are padded before the map, per axis. */
export interface WindowGeometry {
  readonly kernel: number;
  readonly stride: number;
  readonly padTop: number;
  readonly padLeft: number;
}

interface Built {
  readonly name: string;
  /** Indices of the layers read, −1 for the image. */
  readonly from: readonly number[];
  readonly inShapes: readonly (readonly number[])[];
  readonly shape: readonly number[];
}
export interface ConvLayer extends Built, WindowGeometry {
  readonly type: "conv";
  /** [out, in·k·k]. */
  readonly weight: Float64Array;
  /** [in·k·k, out]. */
  readonly transposed: Float64Array;
  readonly bias: Float64Array;
}
export interface PoolLayer extends Built, WindowGeometry {
  readonly type: "maxpool" | "avgpool";
}
export interface DenseLayer extends Built {
  readonly type: "dense";
  /** [out, in]. */
  readonly weight: Float64Array;
  readonly bias: Float64Array;
}
export interface BatchNormLayer extends Built {
  readonly type: "batchnorm";
  /** y = scale · x + shift, per channel. */
  readonly scale: Float64Array;
  readonly shift: Float64Array;
}
export interface UpsampleLayer extends Built {
  readonly type: "upsample";
  readonly factor: number;
}
export interface PlainLayer extends Built {
  readonly type: "relu" | "gap" | "flatten" | "add" | "concat";
}
export type Layer = ConvLayer | PoolLayer | DenseLayer | BatchNormLayer | UpsampleLayer | PlainLayer;

/** A checked network with its shapes worked out. Immutable; weights are copies. */
export interface Network {
  readonly inputShape: readonly number[];
  readonly layers: readonly Layer[];
}

/** One forward pass: everything a reverse pass or an explanation needs. */
export interface ForwardPass {
  readonly input: Tensor;
  /** The output of every layer, by name. */
  readonly activations: Readonly<Record<string, Tensor>>;
  /** For each max-pooling layer: for each output cell, the index of its winner in the input's h·w plane. */
  readonly poolIndices: Readonly<Record<string, Int32Array>>;
  /** The last layer's output. */
  readonly output: Tensor;
}

/**
 * What a ReLU lets through on the way back (arXiv:1412.6806, figure 1), R the incoming signal, x the forward input:
 * "gradient" R·[x > 0]; "deconvnet" R·[R > 0]; "guided" R·[x > 0]·[R > 0]. Only the first is the derivative.
 */
export type ReluRule = "gradient" | "deconvnet" | "guided";

/** What a reverse pass found: the signal at the image and at the output of every layer that it reached. */
export interface BackwardPass {
  readonly input: Tensor;
  /** For layers the signal does not reach there is no entry. */
  readonly layers: Readonly<Record<string, Tensor>>;
}
