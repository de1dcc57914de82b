/** The one pipeline of all explainers: a network, an image and a target go in, a method is the hole. */
import type { NdArray } from "../boxes/types";
import { backward, forward, type BackwardPass, type ForwardPass, type Network, type ReluRule, type Tensor } from "../nets";
import type { Target } from "./target";

export interface Question {
  readonly network: Network;
  /** [channels, height, width]. */
  readonly image: NdArray;
  readonly target: Target;
}

/** What a method gets to work with. Passes are run when first asked for and kept. */
export interface Subject {
  readonly network: Network;
  readonly image: Tensor;
  readonly pass: ForwardPass;
  /** The explained number for this image. */
  readonly value: number;
  /** The signal from the target back to the image under a ReLU rule, with every layer on the way. */
  signal(rule?: ReluRule): BackwardPass;
  /** The explained number for another image of the same shape. */
  valueAt(image: NdArray): number;
  /** The explained number and its derivative by the pixels, for another image. */
  gradientAt(image: NdArray): { readonly value: number; readonly gradient: Float64Array };
}

/** Every method answers with a map over pixels or cells, [H, W] or [C, H, W], and with whatever else it found. */
export interface Explanation {
  readonly map: Tensor;
}

export type Method<Options, Result extends Explanation> = (subject: Subject, options: Options) => Result;

/** Prepares the pipeline for one image and target. @throws EngineInputError for a wrong image or a target outside the network. */
export function subjectOf({ network, image, target }: Question): Subject {
  const pass = forward(network, image);
  const reading = target(pass);
  const signals = new Map<ReluRule, BackwardPass>();
  return {
    network,
    image: pass.input,
    pass,
    value: reading.value,
    signal(rule = "gradient") {
      let found = signals.get(rule);
      if (!found) signals.set(rule, (found = backward(network, pass, reading.seeds, rule)));
      return found;
    },
    valueAt: (other) => target(forward(network, other)).value,
    gradientAt(other) {
      const there = forward(network, other);
      const { value, seeds } = target(there);
      return { value, gradient: backward(network, there, seeds).input.data };
    },
  };
}

/** Runs one method. Example: `explain(gradCam, { network, image, target: classLogit(3) }, { layer: "relu4" })`. */
export function explain<Options, Result extends Explanation>(
  method: Method<Options, Result>,
  question: Question,
  options: Options,
): Result {
  return method(subjectOf(question), options);
}
