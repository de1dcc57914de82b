import * as tf from "@tensorflow/tfjs-core";
import { multiplications } from "../../nets/cost";
import { createGpuNetwork, forwardGpu } from "../../nets/network.gpu";
import { pictureTensor } from "../outputs.gpu";
import type { DetectorKind } from "../loaded.gpu";
import { decodeDetr, queryBoxes } from "./decode";
import { DETR_CLASSES, DETR_INNER, DETR_QUERIES, DETR_SIDE, DETR_WIDTH } from "./layers";
import { tokenPlaces } from "./positions";
import { transformer, transformerMultiplications } from "./transformer.gpu";

/**
 * DETR (arXiv:2005.12872). Parts: queryLogits [20, 21], queryBoxes [20, 4] xyxy pixels, firstLogits and firstBoxes (the same, after the first
 * decoder layer), queryAttention [20, 7, 7] (mean of the heads, last decoder layer), encoderAttention [49, 49] (row: the cell that looks),
 * references [20, 2] pixels.
 */
export const DETR: DetectorKind = {
  name: "detr",
  shown: 0.5,
  evaluated: 0.005,
  load({ networks, tensors }) {
    const main = createGpuNetwork(networks.main.network);
    const weights = Object.fromEntries(
      Object.entries(tensors).map(([name, { shape, data }]) => [name, tf.tensor(Float32Array.from(data), [...shape])]),
    );
    const places = tf.tensor2d(tokenPlaces(), [DETR_SIDE ** 2, DETR_WIDTH]);
    const references = Float64Array.from(tensors.references.data, (v) => (1 / (1 + Math.exp(-v))) * main.network.inputShape[1]);
    return {
      networks: { main },
      cost: {
        fixed: multiplications(networks.main.network) + transformerMultiplications(DETR_INNER),
        each: 0,
        candidates: DETR_QUERIES.count,
      },
      dispose() {
        main.dispose();
        tf.dispose([weights, places]);
      },
      async detect(pictures, { score = DETR.shown } = {}) {
        const n = pictures.length;
        const outputs = tf.tidy(() => {
          const { activations } = forwardGpu(main, pictureTensor(main, pictures));
          const pass = transformer(activations.tokens as tf.Tensor4D, places, weights);
          const { logits, boxes } = pass.layers[pass.layers.length - 1];
          return [
            tf.reshape(logits, [n, -1]),
            tf.reshape(boxes, [n, -1]),
            tf.reshape(tf.mean(pass.queryAttention, 1), [n, -1]),
            tf.reshape(tf.mean(pass.encoderAttention, 1), [n, -1]),
            tf.reshape(pass.layers[0].logits, [n, -1]),
            tf.reshape(pass.layers[0].boxes, [n, -1]),
          ];
        });
        const [logits, boxes, looks, between, firstLogits, firstBoxes] = (await Promise.all(outputs.map((tensor) => tensor.data()))).map(
          (data) => {
            const size = data.length / n;
            return (i: number) => Float64Array.from(data.subarray(i * size, (i + 1) * size));
          },
        );
        tf.dispose(outputs);
        return pictures.map((_, i) => ({
          detections: decodeDetr(logits(i), boxes(i), score),
          passes: 1,
          parts: {
            queryLogits: { shape: [DETR_QUERIES.count, DETR_CLASSES], data: logits(i) },
            queryBoxes: { shape: [DETR_QUERIES.count, 4], data: queryBoxes(boxes(i)) },
            firstLogits: { shape: [DETR_QUERIES.count, DETR_CLASSES], data: firstLogits(i) },
            firstBoxes: { shape: [DETR_QUERIES.count, 4], data: queryBoxes(firstBoxes(i)) },
            queryAttention: { shape: [DETR_QUERIES.count, DETR_SIDE, DETR_SIDE], data: looks(i) },
            encoderAttention: { shape: [DETR_SIDE ** 2, DETR_SIDE ** 2], data: between(i) },
            references: { shape: [DETR_QUERIES.count, 2], data: references },
          },
        }));
      },
    };
  },
};
