/** The page of twins.spec.ts: the explainers' TF.js twins beside the plain code and beside the reference files, in a browser. */
import * as tf from "@tensorflow/tfjs-core";
import { networkInput } from "@/lib/engine/detectors/input";
import * as E from "@/lib/engine/explain";
import * as G from "@/lib/engine/explain/gpu";
import type { Tensor } from "@/lib/engine/nets";
import { createGpuNetwork } from "@/lib/engine/nets/network.gpu";
import { emojiScene } from "@/lib/engine/scenes/emoji";
import type { Backend } from "@/lib/engine/tensor/backends";
import { classifier, drawings, start } from "./onBackend";
import { parseOracle, type FileResult } from "../oracles/adapter";
import { runTwins } from "../oracles/nets/twin-cases";

export interface Comparison {
  readonly method: string;
  /** Largest difference as a share of the plain map's largest value. */
  readonly difference: number;
}
export interface TwinReport {
  readonly backend: string;
  readonly comparisons: readonly Comparison[];
  readonly tensorsLeft: number;
}

function differenceOf(found: Tensor, want: Tensor): number {
  if (String(found.shape) !== String(want.shape)) return Infinity;
  const top = want.data.reduce((a, b) => Math.max(a, Math.abs(b)), 1e-12);
  return want.data.reduce((worst, v, i) => Math.max(worst, Math.abs(v - found.data[i])), 0) / top;
}

/** Every method for "why class 11, not class 7?" on the shipped classifier and one composed scene. */
async function compareTwins(backend: Backend): Promise<TwinReport> {
  await start(backend);
  const network = await classifier();
  const { pixels } = emojiScene("twins", { atlases: [await drawings("noto")] });
  const image = networkInput(pixels, network.inputShape[1]);
  const target: G.TargetSpec = {
    logits: [
      { index: 11, weight: 1 },
      { index: 7, weight: -1 },
    ],
  };
  const plain = E.subjectOf({ network, image, target: G.targetOf(target) });
  const before = tf.memory().numTensors;
  const gpu = createGpuNetwork(network);
  const subject = G.gpuSubject({ gpu, image, target });
  const comparisons: Comparison[] = [];
  const compare = (method: string, found: Tensor, want: Tensor) => comparisons.push({ method, difference: differenceOf(found, want) });
  compare("saliency", (await G.saliencyGpu(subject, {})).map, E.saliency(plain, {}).map);
  compare(
    "saliency, squared",
    (await G.saliencyGpu(subject, { magnitude: "squared" })).map,
    E.saliency(plain, { magnitude: "squared" }).map,
  );
  compare("gradient × input", (await G.gradientTimesInputGpu(subject, {})).map, E.gradientTimesInput(plain, {}).map);
  compare("deconvnet", (await G.deconvnetGpu(subject, {})).map, E.deconvnet(plain, {}).map);
  compare("guided backpropagation", (await G.guidedBackpropGpu(subject, {})).map, E.guidedBackprop(plain, {}).map);
  const noisy = { seed: "twins", samples: 3 };
  compare("SmoothGrad", (await G.smoothGradGpu(subject, noisy)).map, E.smoothGrad(plain, noisy).map);
  const path = { steps: 3 };
  compare("integrated gradients", (await G.integratedGradientsGpu(subject, path)).map, E.integratedGradients(plain, path).map);
  compare("CAM", (await G.camGpu(subject, { classIndex: 11 })).map, E.cam(plain, { classIndex: 11 }).map);
  for (const layer of ["conv2", "conv3/relu", "conv4", "conv4c/relu"]) {
    compare(`Grad-CAM at ${layer}`, (await G.gradCamGpu(subject, { layer })).map, E.gradCam(plain, { layer }).map);
    compare(`activations of ${layer}`, await G.layerOutputGpu(subject, layer), plain.pass.activations[layer]);
  }
  const top = { layer: "conv4c/relu" };
  compare("Guided Grad-CAM", (await G.guidedGradCamGpu(subject, top)).map, E.guidedGradCam(plain, top).map);
  const unit = { layer: "conv3/relu", channel: 5, threshold: 0 };
  compare("layer activation", (await G.layerActivationGpu(subject, unit)).map, E.layerActivation(plain, unit).map);
  const hide = { patch: 32, stride: 20, fill: 0 };
  compare("occlusion", (await G.occlusionGpu(subject, hide)).map, E.occlusion(plain, hide).map);
  const climb = { steps: 4, learningRate: 0.2, lambda: 1e-3, totalVariation: 1e-3, jitter: 3, seed: "twins", blur: 0.5, blurEvery: 2 };
  compare("class visualization", (await G.ascentGpu(subject, climb)).map, E.ascent(plain, climb).map);
  subject.dispose();
  gpu.dispose();
  return { backend: tf.getBackend(), comparisons, tensorsLeft: tf.memory().numTensors - before };
}

/** The reference files about tiny CNNs, all parts, on a backend. */
async function checkOracle(backend: Backend, name: string, tolerance: number): Promise<FileResult> {
  await start(backend);
  return runTwins(parseOracle(await (await fetch(`/oracles/${name}.json`)).text()), tolerance);
}

declare global {
  interface Window {
    compareTwins: typeof compareTwins;
    checkOracle: typeof checkOracle;
  }
}
window.compareTwins = compareTwins;
window.checkOracle = checkOracle;
