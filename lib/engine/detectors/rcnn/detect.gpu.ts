import { VOC_CLASSES } from "../../scenes/classes";
import { multiplications } from "../../nets/cost";
import { decodeRegions } from "../region/decode";
import { linearRows, probabilities, storedTensor } from "../region/linear";
import { regionProposals } from "../region/proposals";
import type { DetectorKind } from "../loaded.gpu";
import { cropFeatures, cropNetwork, RCNN_FEATURES } from "./features.gpu";

const CLASSES = VOC_CLASSES.length;
/** IoU above which the weaker of two boxes of one class is dropped (R-CNN, section 2.2: a learned threshold; here Fast R-CNN's code's .3). */
const OVERLAP = 0.3;

/**
 * R-CNN (arXiv:1311.2524): selective search, every proposal warped and sent through the network on its own, a support vector machine
 * and a box regression a class. Parts: proposals [n, 4], proposalScores [n] (best class) and classScores [n, 20], in [0, 1]; what they come
 * of: features [n, 640] (standardised), svm [20, 640] and svmBias [20], margins [n, 20] = features · svm + svmBias, platt [20, 2]; and
 * deltas [n, 20 · 4], which ROI_HEAD_WEIGHTS divide.
 */
export const RCNN: DetectorKind = {
  name: "rcnn",
  shown: 0.3,
  evaluated: 0.01,
  load({ networks, tensors }) {
    const network = cropNetwork(networks.main.spec);
    const [mean, scale] = ["features/mean", "features/scale"].map((name) => storedTensor(tensors, name, [RCNN_FEATURES]).data);
    const [svm, deltas] = [[CLASSES, "svm"] as const, [4 * CLASSES, "deltas"] as const].map(([k, name]) => ({
      weight: storedTensor(tensors, `${name}/weight`, [k, RCNN_FEATURES]),
      bias: storedTensor(tensors, `${name}/bias`, [k]),
    }));
    const platt = storedTensor(tensors, "svm/platt", [CLASSES, 2]);
    return {
      networks: { main: network.main },
      cost: { fixed: 0, each: multiplications(network.crops.network) + 5 * CLASSES * RCNN_FEATURES, candidates: 0 },
      dispose: () => network.main.dispose(),
      async detect(pictures, { score = RCNN.shown } = {}) {
        const answers = [];
        for (const pixels of pictures) {
          const rois = regionProposals(pixels);
          const n = rois.length / 4;
          const features = (await cropFeatures(network, pixels, rois)).map(
            (v, i) => (v - mean[i % RCNN_FEATURES]) / scale[i % RCNN_FEATURES],
          );
          const margins = linearRows(features, n, svm.weight, svm.bias);
          const scores = probabilities(margins, platt);
          const moves = linearRows(features, n, deltas.weight, deltas.bias);
          const detections = decodeRegions({ scores, deltas: moves, rois }, { score, overlap: OVERLAP });
          const best = Float64Array.from({ length: n }, (_, i) => Math.max(...scores.subarray(i * CLASSES, (i + 1) * CLASSES)));
          const parts = {
            proposals: { shape: [n, 4], data: rois },
            proposalScores: { shape: [n], data: best },
            classScores: { shape: [n, CLASSES], data: scores },
            features: { shape: [n, RCNN_FEATURES], data: Float64Array.from(features) },
            svm: svm.weight,
            svmBias: svm.bias,
            margins: { shape: [n, CLASSES], data: margins },
            platt,
            deltas: { shape: [n, 4 * CLASSES], data: moves },
          };
          answers.push({ detections, passes: n, parts });
        }
        return answers;
      },
    };
  },
};
