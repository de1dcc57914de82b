import { multiplications } from "../../nets/cost";
import { createGpuNetwork } from "../../nets/network.gpu";
import { concatenate } from "../../anchors/generator";
import type { Tensor } from "../../nets";
import { anchorRows } from "../anchored/rows";
import { decodeAnchors } from "../anchored/decode";
import { foregroundScores } from "../anchored/scores";
import type { ZooDetection } from "../detector";
import { layerOutputs } from "../outputs.gpu";
import type { DetectorKind } from "../loaded.gpu";
import { SSD_BOXES, SSD_CLASSES, SSD_LEVELS, SSD_WEIGHTS } from "./layers";

const NAMES = SSD_LEVELS.flatMap(({ name }) => [`${name}/cls`, `${name}/box`]);
const OVERLAP = 0.45;

/** SSD's detections of one picture. @param maps by layer name: "<map>/cls" [84, h, w] and "<map>/box" [16, h, w] */
export function decodeSsd(maps: Readonly<Record<string, Tensor>>, score: number): ZooDetection[] {
  const logits = concatenate(SSD_LEVELS.map(({ name }) => anchorRows(maps[`${name}/cls`], SSD_CLASSES)));
  const deltas = concatenate(SSD_LEVELS.map(({ name }) => anchorRows(maps[`${name}/box`], 4)));
  return decodeAnchors(
    { scores: foregroundScores(logits, SSD_CLASSES, 0), deltas, anchors: SSD_BOXES },
    { weights: SSD_WEIGHTS, score, overlap: OVERLAP },
  );
}

/** SSD (arXiv:1512.02325). Parts: for each of three maps "<map>/cls" [84, h, w] logits and "<map>/box" [16, h, w] deltas; anchors [1016, 4]. */
export const SSD: DetectorKind = {
  name: "ssd",
  shown: 0.4,
  evaluated: 0.01,
  load({ networks }) {
    const main = createGpuNetwork(networks.main.network);
    return {
      networks: { main },
      cost: { fixed: multiplications(networks.main.network), each: 0, candidates: SSD_BOXES.length / 4 },
      dispose: () => main.dispose(),
      async detect(pictures, { score = SSD.shown } = {}) {
        const outputs = await layerOutputs(main, pictures, NAMES);
        return pictures.map((_, i) => {
          const maps = Object.fromEntries(NAMES.map((name, k) => [name, outputs[k][i]]));
          const parts = { ...maps, anchors: { shape: [SSD_BOXES.length / 4, 4], data: SSD_BOXES } };
          return { detections: decodeSsd(maps, score), passes: 1, parts };
        });
      },
    };
  },
};
