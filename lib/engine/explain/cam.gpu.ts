/** TF.js twins of the class activation maps: sums of a layer's maps, weighed by the head or by a gradient. */
import * as tf from "@tensorflow/tfjs-core";
import { EngineInputError } from "../errors";
import { camHead, type Cam, type CamOptions } from "./cam";
import type { GradCam, GradCamOptions } from "./grad-cam";
import { resizeBilinear } from "./maps";
import type { Explanation } from "./subject";
import { readPlain, type GpuMethod } from "./subject.gpu";

/** The twin of `cam`, [H, W] of the layer before global average pooling. */
export const camGpu: GpuMethod<CamOptions, Cam> = async ({ network, pass }, { classIndex }) => {
  const { layer, weights } = camHead(network, classIndex);
  const mixed = tf.tidy(() => mix(pass.activations[layer] as tf.Tensor4D, tf.tensor1d(Float32Array.from(weights))));
  const data = await mixed.data().finally(() => mixed.dispose());
  return { map: { shape: mixed.shape.slice(1), data: Float64Array.from(data) }, layer, weights };
};

/** The twin of `gradCam`: ReLU(Σ_k α_k A_k), α_k = mean over cells of ∂S/∂A_k, [H, W] of the layer. */
export const gradCamGpu: GpuMethod<GradCamOptions, GradCam> = async (subject, { layer }) => {
  const maps = subject.pass.activations[layer] as tf.Tensor4D | undefined;
  if (maps?.rank !== 4) throw new EngineInputError("layer", "must name a layer whose output is [channels, height, width]", layer);
  const signal = subject.signalAt(layer);
  const [alpha, mixed] = tf.tidy(() => {
    // A layer the target does not depend on has no signal: all weights 0, a flat map.
    const weights = signal ? (tf.mean(signal, [0, 1, 2]) as tf.Tensor1D) : tf.zeros<tf.Rank.R1>([maps.shape[3]]);
    return [weights, mix(maps, weights)];
  });
  const [weights, data] = await Promise.all([alpha.data(), mixed.data()]).finally(() => tf.dispose([alpha, mixed]));
  const raw = { shape: maps.shape.slice(1, 3), data: Float64Array.from(data) };
  return { map: { shape: raw.shape, data: raw.data.map((v) => (v > 0 ? v : 0)) }, weights: Float64Array.from(weights), raw };
};

/** The twin of `hiResCam`, [H, W] of the layer. */
export const hiResCamGpu: GpuMethod<GradCamOptions, Explanation> = async (subject, { layer }) => {
  const maps = subject.pass.activations[layer] as tf.Tensor4D | undefined;
  if (maps?.rank !== 4) throw new EngineInputError("layer", "must name a layer whose output is [channels, height, width]", layer);
  const signal = subject.signalAt(layer);
  const mixed = tf.tidy(() => (signal ? tf.relu(tf.sum(tf.mul(maps, signal), 3)) : tf.zeros(maps.shape.slice(0, 3))));
  const data = await mixed.data().finally(() => mixed.dispose());
  return { map: { shape: maps.shape.slice(1, 3), data: Float64Array.from(data) } };
};

/** The twin of `guidedGradCam`, [C, H, W]. */
export const guidedGradCamGpu: GpuMethod<GradCamOptions, Explanation> = async (subject, options) => {
  const coarse = await gradCamGpu(subject, options);
  const { shape, data } = await readPlain(subject.signal("guided").input);
  const [, height, width] = shape;
  const fine = resizeBilinear(coarse.map, height, width).data;
  return { map: { shape, data: data.map((v, i) => v * fine[i % (height * width)]) } };
};

/** Σ_k weights[k] · maps[k]: [1, H, W, K] → [1, H, W]. */
function mix(maps: tf.Tensor4D, weights: tf.Tensor1D): tf.Tensor3D {
  return tf.sum(tf.mul(maps, weights), 3);
}
