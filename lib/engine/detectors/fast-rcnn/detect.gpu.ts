import * as tf from "@tensorflow/tfjs-core";
import type { BoxArray } from "../../boxes";
import { VOC_CLASSES } from "../../scenes/classes";
import { multiplications } from "../../nets/cost";
import { createGpuNetwork, forwardGpu, type GpuNetwork } from "../../nets/network.gpu";
import { BACKBONE_TOP } from "../backbone";
import type { DetectorAnswer } from "../detector";
import { pictureTensor, type Pixels } from "../outputs.gpu";
import { regionScores } from "../region/decode";
import { asRois, decodeHead, type RegionPooling } from "../region/head";
import { regionProposals } from "../region/proposals";
import { headAnswers, poolRegions, type RegionAnswers } from "../region/regions.gpu";
import type { DetectorKind } from "../loaded.gpu";

const CLASSES = VOC_CLASSES.length;

/** The least score shown by default. */
const SHOWN = 0.3;

/**
 * One pass over a picture, and what the head says of each region cut out of its map.
 * @param networks of a detector of this kind  @param rois [n, 4] xyxy pixels  @returns logits [n, 21], background first, and deltas [n, 4]
 */
export async function answersFor(
  { main, head }: Readonly<Record<string, GpuNetwork>>,
  pixels: Pixels,
  rois: BoxArray,
  way: RegionPooling,
): Promise<RegionAnswers> {
  const top = tf.tidy(() => tf.clone(forwardGpu(main, pictureTensor(main, [pixels])).activations[BACKBONE_TOP]));
  const map = { shape: top.shape, data: await top.data<"float32">() };
  top.dispose();
  return headAnswers(head, poolRegions(map, asRois(rois, 0), way));
}

const fastRcnn = (way: RegionPooling): DetectorKind => ({
  name: "fast-rcnn",
  shown: SHOWN,
  evaluated: 0.01,
  load({ networks }) {
    const [main, head] = [networks.main, networks.head].map(({ network }) => createGpuNetwork(network));
    return {
      networks: { main, head },
      cost: { fixed: multiplications(networks.main.network), each: multiplications(networks.head.network), candidates: 0 },
      dispose: () => [main, head].forEach((network) => network.dispose()),
      async detect(pictures, { score = SHOWN } = {}) {
        const answers: DetectorAnswer[] = [];
        for (const pixels of pictures) {
          const rois = regionProposals(pixels);
          const n = rois.length / 4;
          const { logits, deltas } = await answersFor({ main, head }, pixels, rois, way);
          const scores = regionScores(logits, n);
          const best = Float64Array.from({ length: n }, (_, i) => Math.max(...scores.subarray(i * CLASSES, (i + 1) * CLASSES)));
          const parts = {
            proposals: { shape: [n, 4], data: rois },
            proposalScores: { shape: [n], data: best },
            classScores: { shape: [n, CLASSES], data: scores },
          };
          answers.push({ detections: decodeHead(logits, deltas, rois, score), passes: 1, parts });
        }
        return answers;
      },
    };
  },
});

/**
 * Fast R-CNN (arXiv:1504.08083): the backbone runs once, selective search's proposals are pooled from its map (RoIAlign, 3×3 bins; the
 * paper rounds and takes maxima), one head gives classes and a box. Parts: proposals [n, 4], proposalScores [n] (best class),
 * classScores [n, 20].
 */
export const FAST_RCNN: DetectorKind = fastRcnn("align");

/** The same with RoI max pooling, as the paper has it. Its weights are trained with it (`npm run train -- fast-rcnn-max`). */
export const FAST_RCNN_MAX: DetectorKind = fastRcnn("max");
