import * as tf from "@tensorflow/tfjs-core";
import { multiplications } from "../../nets/cost";
import { createGpuNetwork, forwardGpu, type GpuNetwork } from "../../nets/network.gpu";
import { BACKBONE_TOP } from "../backbone";
import type { DetectorAnswer } from "../detector";
import { pictureTensor, type Pixels } from "../outputs.gpu";
import { asRois, decodeHead, REGION_CLASSES } from "../region/head";
import { headAnswers, poolRegions } from "../region/regions.gpu";
import type { DetectorKind } from "../loaded.gpu";
import { RPN_ANCHORS, RPN_PER_CELL } from "./layers";
import { rpnProposals } from "./proposals";

const OUTPUTS = [BACKBONE_TOP, "rpn/cls", "rpn/box"] as const;

/** The maps of a batch, channels last, as they lie on the backend. */
async function mapsOf(main: GpuNetwork, pictures: readonly Pixels[]) {
  const outputs = tf.tidy(() => {
    const { activations } = forwardGpu(main, pictureTensor(main, pictures));
    return OUTPUTS.map((name) => tf.clone(activations[name]));
  });
  const read = await Promise.all(outputs.map(async (tensor) => ({ shape: tensor.shape, data: (await tensor.data()) as Float32Array })));
  tf.dispose(outputs);
  return read;
}

/**
 * Faster R-CNN (arXiv:1506.01497). Parts: objectness [9, 14, 14] logits, rpnDeltas [36, 14, 14], anchors [1764, 4], proposals [n, 4] and
 * proposalScores [n] after NMS, regionLogits [n, 21] (background first), regionDeltas [n, 4].
 */
export const FASTER_RCNN: DetectorKind = {
  name: "faster-rcnn",
  shown: 0.5,
  evaluated: 0.01,
  load({ networks }) {
    const main = createGpuNetwork(networks.main.network);
    const head = createGpuNetwork(networks.head.network);
    return {
      networks: { main, head },
      cost: { fixed: multiplications(main.network), each: multiplications(head.network), candidates: 0 },
      dispose: () => [main, head].forEach((network) => network.dispose()),
      async detect(pictures, { score = FASTER_RCNN.shown } = {}) {
        const [map, cls, box] = await mapsOf(main, pictures);
        const size = (tensor: { data: Float32Array }) => tensor.data.length / pictures.length;
        const part = (tensor: { data: Float32Array }, i: number) =>
          Float64Array.from(tensor.data.subarray(i * size(tensor), (i + 1) * size(tensor)));
        const proposals = pictures.map((_, i) => rpnProposals(part(cls, i), part(box, i)));
        const pooled = poolRegions(map, Float64Array.from(proposals.flatMap(({ boxes }, i) => [...asRois(boxes, i)])));
        const { logits, deltas } = await headAnswers(head, pooled);
        let from = 0;
        return proposals.map(({ boxes, scores }, i): DetectorAnswer => {
          const n = scores.length;
          const regionLogits = Float64Array.from(logits.subarray(from * REGION_CLASSES, (from + n) * REGION_CLASSES));
          const regionDeltas = Float64Array.from(deltas.subarray(from * 4, (from + n) * 4));
          from += n;
          return {
            detections: decodeHead(regionLogits, regionDeltas, boxes, score),
            passes: 1,
            parts: {
              objectness: channelsFirst(part(cls, i), RPN_PER_CELL),
              rpnDeltas: channelsFirst(part(box, i), RPN_PER_CELL * 4),
              anchors: { shape: [RPN_ANCHORS.length / 4, 4], data: RPN_ANCHORS },
              proposals: { shape: [n, 4], data: boxes },
              proposalScores: { shape: [n], data: scores },
              regionLogits: { shape: [n, REGION_CLASSES], data: regionLogits },
              regionDeltas: { shape: [n, 4], data: regionDeltas },
            },
          };
        });
      },
    };
  },
};

/** [h·w, channels] → [channels, h, w] of a square map. */
function channelsFirst(data: Float64Array, channels: number) {
  const cells = data.length / channels;
  const side = Math.sqrt(cells);
  const out = new Float64Array(data.length);
  for (let p = 0, i = 0; p < cells; p++) for (let c = 0; c < channels; c++, i++) out[c * cells + p] = data[i];
  return { shape: [channels, side, side], data: out };
}
