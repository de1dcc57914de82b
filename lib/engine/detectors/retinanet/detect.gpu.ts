import * as tf from "@tensorflow/tfjs-core";
import { concatenate } from "../../anchors/generator";
import { RPN_WEIGHTS } from "../../boxes";
import { sigmoid } from "../../losses";
import { createNetwork, type NetworkSpec, type Tensor } from "../../nets";
import { multiplications } from "../../nets/cost";
import { createGpuNetwork, forwardGpu, toChannelsFirst, type GpuNetwork } from "../../nets/network.gpu";
import { VOC_CLASSES } from "../../scenes/classes";
import { anchorRows } from "../anchored/rows";
import { decodeAnchors } from "../anchored/decode";
import type { ZooDetection } from "../detector";
import { pictureTensor } from "../outputs.gpu";
import type { DetectorKind } from "../loaded.gpu";
import { PYRAMID_CHANNELS, RETINANET_ANCHORS, RETINANET_LEVELS } from "./layers";

const OVERLAP = 0.5;
const OUTPUTS = ["cls", "box"] as const;

/**
 * RetinaNet's detections of one picture. @param maps "<level>/cls" [180, h, w] logits and "<level>/box" [36, h, w] deltas
 * @param overlap IoU above which NMS drops the weaker box of a class; its own unless given
 */
export function decodeRetinaNet(maps: Readonly<Record<string, Tensor>>, score: number, overlap: number = OVERLAP): ZooDetection[] {
  const logits = concatenate(RETINANET_LEVELS.map(({ name }) => anchorRows(maps[`${name}/cls`], VOC_CLASSES.length)));
  const deltas = concatenate(RETINANET_LEVELS.map(({ name }) => anchorRows(maps[`${name}/box`], 4)));
  return decodeAnchors({ scores: logits.map(sigmoid), deltas, anchors: RETINANET_ANCHORS }, { weights: RPN_WEIGHTS, score, overlap });
}

/** The shared head for one level's side: the same weights, another input. */
function headAt(spec: NetworkSpec, side: number): GpuNetwork {
  return createGpuNetwork(createNetwork({ ...spec, inputShape: [PYRAMID_CHANNELS, side, side] }));
}

/**
 * RetinaNet (arXiv:1708.02002). Parts: for p3, p4, p5 the pyramid's map "<level>" [64, h, w], "<level>/cls" [180, h, w] logits and
 * "<level>/box" [36, h, w] deltas; anchors [2349, 4].
 */
export const RETINANET: DetectorKind = {
  name: "retinanet",
  shown: 0.35,
  evaluated: 0.01,
  load({ networks }) {
    const main = createGpuNetwork(networks.main.network);
    const heads = RETINANET_LEVELS.map(({ side }) => headAt(networks.head.spec, side));
    const fixed = [main, ...heads].reduce((sum, { network }) => sum + multiplications(network), 0);
    return {
      networks: { main, head: heads[0] },
      cost: { fixed, each: 0, candidates: RETINANET_ANCHORS.length / 4 },
      dispose: () => [main, ...heads].forEach((network) => network.dispose()),
      async detect(pictures, { score = RETINANET.shown } = {}) {
        const outputs = tf.tidy(() => {
          const { activations } = forwardGpu(main, pictureTensor(main, pictures));
          return RETINANET_LEVELS.map(({ name }, k) => {
            const head = forwardGpu(heads[k], activations[name] as tf.Tensor4D).activations;
            return {
              [name]: tf.clone(activations[name]),
              ...Object.fromEntries(OUTPUTS.map((output) => [`${name}/${output}`, tf.clone(head[output])])),
            };
          });
        });
        const named = Object.entries(Object.assign({}, ...outputs) as Record<string, tf.Tensor>);
        const read = await Promise.all(named.map(([, tensor]) => toChannelsFirst(tensor)));
        tf.dispose(outputs);
        return pictures.map((_, i) => {
          const maps = Object.fromEntries(named.map(([name], k) => [name, read[k][i]]));
          const parts = { ...maps, anchors: { shape: [RETINANET_ANCHORS.length / 4, 4], data: RETINANET_ANCHORS } };
          return { detections: decodeRetinaNet(maps, score), passes: 1, parts };
        });
      },
    };
  },
};
