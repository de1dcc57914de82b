/** What explaining one picture costs beside looking at it once: the same contestants in Node and in a browser. */
import * as tf from "@tensorflow/tfjs-core";
import { classLogit, gradCam, guidedBackprop, saliency, subjectOf } from "@/lib/engine/explain";
import * as G from "@/lib/engine/explain/gpu";
import type { Tensor } from "@/lib/engine/nets";
import { backwardGpu, createGpuNetwork, forwardGpu, toChannelsLast, type GpuNetwork } from "@/lib/engine/nets/network.gpu";
import { demand, type Contestant } from "./timing";

const EXPLAIN_LAYER = "conv4c/relu";
export const EXPLAIN_GOAL = "guided backward pass ≤ 3×";
/** Looked at in one run of the methods that look many times; the time is divided by it. */
const TIMES = 4;
const CLASS = 11;

/** A contestant whose time is that of one of `TIMES` looks. */
function each(label: string, run: () => Promise<unknown>): Contestant {
  return {
    label,
    timesItself: true,
    async run() {
      const start = performance.now();
      await run();
      return (performance.now() - start) / TIMES;
    },
  };
}

export interface ExplainBench {
  readonly contestants: readonly Contestant[];
  release(): void;
}

/**
 * The classifier's contestants on the backend that is set; the first is one forward pass. Every method's time holds its own
 * forward pass and reading the answer back, the guided backward pass alone holds neither forward pass nor upload.
 */
export function explainContestants(network: GpuNetwork["network"], image: Tensor): ExplainBench {
  const gpu = createGpuNetwork(network);
  const question = { gpu, image, target: { logit: CLASS } } as const;
  const input = toChannelsLast([image]) as tf.Tensor4D;
  const pass = forwardGpu(gpu, input);
  const { name, shape } = network.layers[network.layers.length - 1];
  const seed = toChannelsLast([{ shape, data: Array.from({ length: shape[0] }, (_, i) => (i === CLASS ? 1 : 0)) }]);
  const method =
    <Options, Result extends { readonly map: Tensor }>(twin: G.GpuMethod<Options, Result>, options: Options) =>
    () =>
      G.explainOnGpu(twin, question, options);
  const contestants: Contestant[] = [
    {
      label: "one forward pass",
      async run() {
        const batch = toChannelsLast([image]) as tf.Tensor4D;
        const { activations, output } = forwardGpu(gpu, batch);
        await output.data();
        tf.dispose([batch, activations]);
      },
    },
    {
      label: "guided backward pass alone",
      async run() {
        const { input: map, layers } = backwardGpu(gpu, pass, { [name]: seed }, "guided");
        await map.data();
        tf.dispose([map, layers]);
      },
    },
    { label: "layer activation", run: method(G.layerActivationGpu, { layer: EXPLAIN_LAYER, channel: 0, threshold: 0 }) },
    { label: "CAM", run: method(G.camGpu, { classIndex: CLASS }) },
    { label: "saliency", run: method(G.saliencyGpu, {}) },
    { label: "gradient × input", run: method(G.gradientTimesInputGpu, {}) },
    { label: "deconvnet", run: method(G.deconvnetGpu, {}) },
    { label: "guided backpropagation", run: method(G.guidedBackpropGpu, {}) },
    { label: "Grad-CAM", run: method(G.gradCamGpu, { layer: EXPLAIN_LAYER }) },
    { label: "Guided Grad-CAM", run: method(G.guidedGradCamGpu, { layer: EXPLAIN_LAYER }) },
    each("SmoothGrad, each noisy copy", method(G.smoothGradGpu, { seed: 0, samples: TIMES })),
    each("integrated gradients, each step", method(G.integratedGradientsGpu, { steps: TIMES })),
    each("occlusion, each place", method(G.occlusionGpu, { patch: 56, stride: 56 })),
    each(
      "class visualization, each step",
      method(G.ascentGpu, { steps: TIMES, learningRate: 0.1, lambda: 1e-4, jitter: 4, seed: 0, blur: 0.5, blurEvery: 4 }),
    ),
  ];
  const release = () => {
    tf.dispose([input, seed, pass.activations]);
    gpu.dispose();
  };
  return { contestants, release };
}

/** Throws unless saliency, guided backpropagation and Grad-CAM on the backend that is set agree with the plain code. */
export async function demandAgreement(network: GpuNetwork["network"], image: Tensor, backend: string, tolerance: number): Promise<void> {
  const plain = subjectOf({ network, image, target: classLogit(CLASS) });
  const gpu = createGpuNetwork(network);
  const question = { gpu, image, target: { logit: CLASS } } as const;
  const pairs: [string, Tensor, Tensor][] = [
    ["saliency", (await G.explainOnGpu(G.saliencyGpu, question, {})).map, saliency(plain, {}).map],
    ["guided backpropagation", (await G.explainOnGpu(G.guidedBackpropGpu, question, {})).map, guidedBackprop(plain, {}).map],
    [
      "Grad-CAM",
      (await G.explainOnGpu(G.gradCamGpu, question, { layer: EXPLAIN_LAYER })).map,
      gradCam(plain, { layer: EXPLAIN_LAYER }).map,
    ],
  ];
  gpu.dispose();
  for (const [what, found, want] of pairs) {
    const top = want.data.reduce((a, b) => Math.max(a, Math.abs(b)), 0);
    demand(
      want.data.every((v, i) => Math.abs(v - found.data[i]) <= tolerance * top),
      `${what} on ${backend} agrees to ${tolerance} of its largest value`,
    );
  }
}
