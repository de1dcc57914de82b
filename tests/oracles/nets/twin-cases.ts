/** The TF.js network and explainers on the reference files about tiny CNNs, on whatever backend is set: in Node or a browser. */
import * as tf from "@tensorflow/tfjs-core";
import type { NdArray } from "@/lib/engine/boxes/types";
import * as G from "@/lib/engine/explain/gpu";
import { createGpuNetwork, type GpuNetwork } from "@/lib/engine/nets/network.gpu";
import { compareNumbers, fail, merge, under, type CaseResult, type FileResult, type OracleCase, type OracleFile } from "../adapter";
import { networkOf, without, type Ascent, type Integrated, type TargetExpectation } from "./adapters";

type Numbers = number | ArrayLike<number> | NdArray;
type Close = (actual: Numbers, expected: Numbers) => CaseResult;

/** Compares one array; `relative` is the difference as a share of the array's largest value. */
const closeTo =
  (tolerance: number): Close =>
  (actual, expected) => {
    const values = typeof expected === "number" ? [expected] : "data" in expected ? expected.data : expected;
    let top = 1e-12;
    for (let i = 0; i < values.length; i++) top = Math.max(top, Math.abs(values[i]));
    return compareNumbers(actual, expected, { abs: tolerance * top, rel: tolerance });
  };

type Part = (expected: never) => Promise<CaseResult>;

async function checkTarget(close: Close, gpu: GpuNetwork, image: NdArray, expected: TargetExpectation): Promise<CaseResult> {
  const { class: c } = expected;
  const subject = G.gpuSubject({ gpu, image, target: { logit: c } });
  const parts: Record<string, Part> = {
    gradient: async (e: NdArray) => close((await G.saliencyGpu(subject, {})).gradient, e),
    saliencyMaxAbs: async (e: NdArray) => close((await G.saliencyGpu(subject, {})).map, e),
    gradientTimesInput: async (e: NdArray) => close((await G.gradientTimesInputGpu(subject, {})).map, e),
    deconvnet: async (e: NdArray) => close((await G.deconvnetGpu(subject, {})).map, e),
    guidedBackprop: async (e: NdArray) => close((await G.guidedBackpropGpu(subject, {})).map, e),
    cam: async (e: NdArray) => close((await G.camGpu(subject, { classIndex: c })).map, e),
    gradCam: async (e: NonNullable<TargetExpectation["gradCam"]>) => {
      const results: CaseResult[] = [];
      for (const [layer, want] of Object.entries(e)) {
        const { weights, raw, map } = await G.gradCamGpu(subject, { layer });
        results.push(under(layer, merge(close(weights, want.weights), close(raw, want.raw), close(map, want.relu))));
      }
      return merge(...results);
    },
    occlusion: async (e: NonNullable<TargetExpectation["occlusion"]>) => {
      const results: CaseResult[] = [];
      for (const { logit, probability, ...options } of e) {
        results.push(close((await G.occlusionGpu(subject, options)).scores, logit));
        const byProbability = await G.explainOnGpu(G.occlusionGpu, { gpu, image, target: { probability: c } }, options);
        results.push(close(byProbability.scores, probability));
      }
      return merge(...results);
    },
    gradientAscent: async (e: Ascent) => {
      const wanted = without(e, ["start", "lambda", "learningRate", "objective", "objectiveAfter"]) as Record<string, NdArray>;
      const keep = Object.keys(wanted).map((key) => Number(/^afterStep(\d+)$/.exec(key)?.[1]));
      const options = { steps: e.objective.length, learningRate: e.learningRate, lambda: e.lambda, keep };
      const { objective, objectiveAfter, kept } = await G.explainOnGpu(G.ascentGpu, { gpu, image: e.start, target: { logit: c } }, options);
      return merge(
        close([...objective, objectiveAfter], [...e.objective, e.objectiveAfter]),
        ...keep.map((n) => close(kept[n], wanted[`afterStep${n}`])),
      );
    },
    integratedGradients: async (e: Integrated) => {
      const options = { steps: e.steps, baseline: e.baseline };
      const midpoint = await G.integratedGradientsGpu(subject, { ...options, rule: "midpoint" });
      const right = await G.integratedGradientsGpu(subject, { ...options, rule: "right" });
      return merge(
        close(midpoint.map, e.midpoint),
        close(right.map, e.right),
        close(midpoint.sum, e.sumMidpoint),
        close(midpoint.value - midpoint.baselineValue, e.logitMinusBaseline),
      );
    },
  };
  try {
    return under(`class ${c}`, await checkParts(parts, without(expected, ["class"])));
  } finally {
    subject.dispose();
  }
}

async function checkParts(parts: Readonly<Record<string, Part>>, expected: Readonly<Record<string, unknown>>): Promise<CaseResult> {
  const results: CaseResult[] = [];
  for (const [name, want] of Object.entries(expected)) {
    results.push(under(name, parts[name] ? await parts[name](want as never) : fail("is not a part the twins know")));
  }
  return merge(...results);
}

async function checkCase(close: Close, gpu: GpuNetwork, { input, expected }: OracleCase): Promise<CaseResult> {
  const image = input.image as NdArray;
  const last = gpu.network.layers[gpu.network.layers.length - 1].name;
  const subject = G.gpuSubject({ gpu, image, target: { logit: 0 } });
  const whole: Record<string, Part> = {
    logits: async (e: number[]) => close((await G.layerOutputGpu(subject, last)).data, e),
    probabilities: async (e: number[]) => {
      const found: number[] = [];
      for (const c of e.keys()) {
        const one = G.gpuSubject({ gpu, image, target: { probability: c } });
        found.push(await one.value());
        one.dispose();
      }
      return close(found, e);
    },
    activations: async (e: Record<string, NdArray>) => {
      const results: CaseResult[] = [];
      for (const [layer, want] of Object.entries(e)) results.push(under(layer, close(await G.layerOutputGpu(subject, layer), want)));
      return merge(...results);
    },
    targets: async (e: TargetExpectation[]) => {
      const results: CaseResult[] = [];
      for (const want of e) results.push(await checkTarget(close, gpu, image, want));
      return merge(...results);
    },
  };
  try {
    // Winners of pooling are no output of the twins; the maps they lead the signal to are compared instead.
    return await checkParts(whole, without(expected, ["poolIndices"]));
  } finally {
    subject.dispose();
  }
}

/**
 * Runs all cases of a file; tensors left behind fail it.
 * @param tolerance the largest difference allowed, as a share of the largest value of the array compared
 */
export async function runTwins(file: OracleFile, tolerance: number): Promise<FileResult> {
  const before = tf.memory().numTensors;
  const gpu = createGpuNetwork(networkOf(file));
  const failures: string[] = [];
  const results: CaseResult[] = [];
  for (const oracle of file.cases) {
    const result = await checkCase(closeTo(tolerance), gpu, oracle).catch((error: unknown) =>
      fail(error instanceof Error ? `${error.name}: ${error.message}` : String(error)),
    );
    results.push(result);
    if (!result.pass) failures.push(`${oracle.name}: ${result.detail ?? "differs"}`);
  }
  gpu.dispose();
  const left = tf.memory().numTensors - before;
  if (left !== 0) failures.push(`${left} tensors are left behind`);
  if (file.cases.length === 0) failures.push("the file has no cases");
  const { absolute, relative } = merge(...results);
  return { cases: file.cases.length, absolute, relative, pass: failures.length === 0, failures };
}
