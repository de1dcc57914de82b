/** Runs the networks and explainers on the reference files about tiny CNNs. */
import type { NdArray } from "@/lib/engine/boxes/types";
import * as E from "@/lib/engine/explain";
import { createNetwork, forward, receptiveFields, softmax, type LayerSpec, type LayerWeights, type Network } from "@/lib/engine/nets";
import { compareDiscrete, compareNumbers, fail, merge, under, type Adapter, type CaseResult, type OracleFile } from "../adapter";

/** A layer as the files write it. */
interface FileLayer {
  type: string;
  name: string;
  out?: number;
  kernel?: number;
  stride?: number;
  pad?: number | "same" | "valid";
}
interface FileNetwork {
  layers: FileLayer[];
  weights: Record<string, LayerWeights>;
  inputShape: number[];
  receptiveField?: Record<string, { size: number; jump: number; start: number }>;
}

function layerOf({ type, name, out = 0, kernel = 0, stride, pad }: FileLayer): LayerSpec {
  switch (type) {
    case "conv":
      return { type, name, out, kernel, stride, pad };
    case "maxpool":
    case "avgpool":
      return { type, name, kernel, stride, pad };
    case "linear":
    case "dense":
      return { type: "dense", name, out };
    case "relu":
    case "gap":
    case "flatten":
    case "batchnorm":
      return { type, name };
    default:
      throw new Error(`layer type ${type} is not known`);
  }
}

const built = new WeakMap<OracleFile, Network>();

export function networkOf(file: OracleFile): Network {
  let network = built.get(file);
  if (!network) {
    const { layers, weights, inputShape } = file.network as FileNetwork;
    network = createNetwork({ inputShape, layers: layers.map(layerOf), weights });
    built.set(file, network);
  }
  return network;
}

export interface Ascent {
  start: NdArray;
  lambda: number;
  learningRate: number;
  objective: number[];
  objectiveAfter: number;
}
export interface Integrated {
  steps: number;
  baseline: number | NdArray;
  midpoint: NdArray;
  right: NdArray;
  sumMidpoint: number;
  logitMinusBaseline: number;
}
export interface TargetExpectation {
  class: number;
  gradCam?: Record<string, { weights: number[]; raw: NdArray; relu: NdArray }>;
  occlusion?: { patch: number; stride: number; fill: number; logit: NdArray; probability: NdArray }[];
  gradientAscent?: Ascent;
  integratedGradients?: Integrated;
  [part: string]: unknown;
}
type Part = (expected: never) => CaseResult;

/** The answers of a part, without the settings it was made with. */
export function without(part: object, settings: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(part).filter(([name]) => !settings.includes(name)));
}

function checkTarget(network: Network, image: NdArray, expected: TargetExpectation): CaseResult {
  const { class: c } = expected;
  const subject = E.subjectOf({ network, image, target: E.classLogit(c) });
  const parts: Record<string, Part> = {
    gradient: (e: NdArray) => compareNumbers(E.saliency(subject, {}).gradient, e),
    saliencyMaxAbs: (e: NdArray) => compareNumbers(E.saliency(subject, {}).map, e),
    gradientTimesInput: (e: NdArray) => compareNumbers(E.gradientTimesInput(subject, {}).map, e),
    deconvnet: (e: NdArray) => compareNumbers(E.deconvnet(subject, {}).map, e),
    guidedBackprop: (e: NdArray) => compareNumbers(E.guidedBackprop(subject, {}).map, e),
    cam: (e: NdArray) => compareNumbers(E.cam(subject, { classIndex: c }).map, e),
    gradCam: (e: NonNullable<TargetExpectation["gradCam"]>) =>
      merge(
        ...Object.entries(e).map(([layer, want]) => {
          const { weights, raw, map } = E.gradCam(subject, { layer });
          return under(layer, compareNumbers({ weights, raw, relu: map }, want));
        }),
      ),
    occlusion: (e: NonNullable<TargetExpectation["occlusion"]>) =>
      merge(
        ...e.map(({ logit, probability, ...options }) => {
          const byLogit = E.occlusion(subject, options).scores;
          const byProbability = E.explain(E.occlusion, { network, image, target: E.classProbability(c) }, options).scores;
          return compareNumbers({ logit: byLogit, probability: byProbability }, { logit, probability });
        }),
      ),
    gradientAscent: (e: Ascent) => {
      const stepsOf = Object.keys(e)
        .flatMap((key) => /^afterStep(\d+)$/.exec(key)?.[1] ?? [])
        .map(Number);
      const options = { steps: e.objective.length, learningRate: e.learningRate, lambda: e.lambda, keep: stepsOf };
      const { objective, objectiveAfter, kept } = E.explain(E.ascent, { network, image: e.start, target: E.classLogit(c) }, options);
      const images = Object.fromEntries(stepsOf.map((n) => [`afterStep${n}`, kept[n]]));
      return compareNumbers({ ...images, objective, objectiveAfter }, without(e, ["start", "lambda", "learningRate"]));
    },
    integratedGradients: (e: Integrated) => {
      const midpoint = E.integratedGradients(subject, { ...e, rule: "midpoint" });
      const right = E.integratedGradients(subject, { ...e, rule: "right" });
      const found = {
        midpoint: midpoint.map,
        right: right.map,
        sumMidpoint: midpoint.sum,
        logitMinusBaseline: midpoint.value - midpoint.baselineValue,
      };
      return compareNumbers(found, without(e, ["steps", "baseline"]));
    },
  };
  const results = Object.entries(expected)
    .filter(([name]) => name !== "class")
    .map(([name, want]) => under(name, parts[name] ? parts[name](want as never) : fail("is not a part this adapter knows")));
  return under(`class ${c}`, merge(...results));
}

const cnnVisualization: Adapter = ({ input, expected }, file) => {
  const network = networkOf(file);
  const image = input.image as NdArray;
  const pass = forward(network, image);
  const whole: Record<string, Part> = {
    logits: (e: number[]) => compareNumbers(pass.output, e),
    probabilities: (e: number[]) => compareNumbers(softmax(pass.output.data), e),
    activations: (e: Record<string, NdArray>) => compareNumbers(pass.activations, e),
    poolIndices: (e: Record<string, NdArray>) => compareDiscrete(pass.poolIndices, e),
    targets: (e: TargetExpectation[]) => merge(...e.map((want) => checkTarget(network, image, want))),
  };
  const fields = (file.network as FileNetwork).receptiveField ?? {};
  const found = receptiveFields(network);
  return merge(
    ...Object.entries(expected).map(([name, want]) =>
      under(name, whole[name] ? whole[name](want as never) : fail("is not a part this adapter knows")),
    ),
    ...Object.entries(fields).map(([layer, { size, jump, start }]) =>
      under(`receptiveField.${layer}`, compareDiscrete(found[layer], { size, jump, startX: start, startY: start })),
    ),
  );
};

export const adapters: Record<string, Adapter> = { cnn_visualization: cnnVisualization };
