/** TF.js twins of looking at a layer: all of its maps, and one of them laid over the picture. */
import * as tf from "@tensorflow/tfjs-core";
import { EngineInputError } from "../errors";
import { sizeOf, type Tensor } from "../nets";
import { activationThreshold, overlay, requireChannel, type LayerActivation } from "./layer-activation";
import { readPlain, type GpuMethod, type GpuSubject } from "./subject.gpu";

export interface LayerActivationGpuOptions {
  readonly layer: string;
  readonly channel: number;
  /** A value, or the share `top` of this picture's pixels (0 to 1, both excluded) that lie above the threshold sought. */
  readonly threshold: number | { readonly top: number };
}

/** The twin of `layerActivation`; with `{ top }` the threshold is that quantile of the resized map itself. */
export const layerActivationGpu: GpuMethod<LayerActivationGpuOptions, LayerActivation> = async (
  { pass, image },
  { layer, channel, threshold },
) => {
  const maps = pass.activations[layer] as tf.Tensor4D | undefined;
  requireChannel(layer, maps && plainShape(maps), channel);
  const [, h, w] = (maps as tf.Tensor4D).shape;
  const chosen = tf.slice(maps as tf.Tensor4D, [0, 0, 0, channel], [1, h, w, 1]);
  const data = Float64Array.from(await chosen.data().finally(() => chosen.dispose()));
  const limit = typeof threshold === "number" ? () => threshold : (map: Tensor) => activationThreshold(map.data, threshold.top);
  return overlay({ shape: [h, w], data }, image.shape[1], image.shape[2], limit);
};

/**
 * A layer's output as the plain pass has it, [C, H, W] or [k].
 * @throws EngineInputError for a layer the network does not have
 */
export async function layerOutputGpu({ pass }: GpuSubject, layer: string): Promise<Tensor> {
  return readPlain(layerOf(pass.activations, layer));
}

/** The signal at a layer under a rule, [C, H, W] or [k]; zeros where the target does not depend on the layer. */
export async function layerSignalGpu(subject: GpuSubject, layer: string, rule?: Parameters<GpuSubject["signal"]>[0]): Promise<Tensor> {
  const shape = plainShape(layerOf(subject.pass.activations, layer));
  const found = subject.signalAt(layer, rule);
  if (found) return readPlain(found);
  return { shape, data: new Float64Array(sizeOf(shape)) };
}

function layerOf(activations: Readonly<Record<string, tf.Tensor>>, layer: string): tf.Tensor {
  const found = activations[layer] as tf.Tensor | undefined;
  if (!found) throw new EngineInputError("layer", "is not a layer of the network", layer);
  return found;
}

function plainShape({ shape }: tf.Tensor): number[] {
  return shape.length === 4 ? [shape[3], shape[1], shape[2]] : shape.slice(1);
}
