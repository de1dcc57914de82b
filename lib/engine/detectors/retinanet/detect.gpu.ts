import { concatenate } from "../../anchors/generator";
import { RPN_WEIGHTS } from "../../boxes";
import { sigmoid } from "../../losses";
import { createNetwork, type Tensor } from "../../nets";
import { multiplications } from "../../nets/cost";
import { createGpuNetwork } from "../../nets/network.gpu";
import { VOC_CLASSES } from "../../scenes/classes";
import { anchorRows } from "../anchored/rows";
import { decodeAnchors } from "../anchored/decode";
import type { ZooDetection } from "../detector";
import { layerOutputs } from "../outputs.gpu";
import type { DetectorKind } from "../loaded.gpu";
import { RETINANET_ANCHORS, RETINANET_LEVELS, wholeRetinaNet } from "./layers";

const OVERLAP = 0.5;
const NAMES = RETINANET_LEVELS.flatMap(({ name }) => [name, `${name}/cls`, `${name}/box`]);

/**
 * RetinaNet's detections of one picture. @param maps "<level>/cls" [180, h, w] logits and "<level>/box" [36, h, w] deltas
 * @param overlap IoU above which NMS drops the weaker box of a class; its own unless given
 */
export function decodeRetinaNet(maps: Readonly<Record<string, Tensor>>, score: number, overlap: number = OVERLAP): ZooDetection[] {
  const logits = concatenate(RETINANET_LEVELS.map(({ name }) => anchorRows(maps[`${name}/cls`], VOC_CLASSES.length)));
  const deltas = concatenate(RETINANET_LEVELS.map(({ name }) => anchorRows(maps[`${name}/box`], 4)));
  return decodeAnchors({ scores: logits.map(sigmoid), deltas, anchors: RETINANET_ANCHORS }, { weights: RPN_WEIGHTS, score, overlap });
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
    const main = createGpuNetwork(createNetwork(wholeRetinaNet(networks.main.spec, networks.head.spec)));
    return {
      networks: { main },
      cost: { fixed: multiplications(main.network), each: 0, candidates: RETINANET_ANCHORS.length / 4 },
      dispose: () => main.dispose(),
      async detect(pictures, { score = RETINANET.shown } = {}) {
        const outputs = await layerOutputs(main, pictures, NAMES);
        return pictures.map((_, i) => {
          const maps = Object.fromEntries(NAMES.map((name, k) => [name, outputs[k][i]]));
          const parts = { ...maps, anchors: { shape: [RETINANET_ANCHORS.length / 4, 4], data: RETINANET_ANCHORS } };
          return { detections: decodeRetinaNet(maps, score), passes: 1, parts };
        });
      },
    };
  },
};
