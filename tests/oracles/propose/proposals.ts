/** Runs segmentation, selective search, HOG and the linear SVM on their reference files. */
import { pairwiseIou } from "@/lib/engine/boxes";
import {
  felzenszwalb,
  hog,
  selectiveSearch,
  svmAccuracy,
  svmDecision,
  svmObjective,
  trainLinearSvm,
  type BlockNorm,
  type LinearModel,
  type SelectiveSearchOptions,
  type SvmLoss,
} from "@/lib/engine/propose";
import { atMost, compareDiscrete, compareNumbers, merge, under, type Adapter } from "../adapter";
import { flat, image, matrix, numberOr, pair } from "./read";

/** Labels renumbered by first pixel, so that two numberings of one partition are equal. */
function renumber(labels: readonly number[]): number[] {
  const seen = new Map<number, number>();
  return labels.map((label) => {
    if (!seen.has(label)) seen.set(label, seen.size);
    return seen.get(label) ?? 0;
  });
}

export const segmentation: Adapter = ({ input, params, expected }) => {
  const found = felzenszwalb(image(input.image), {
    scale: numberOr(params.scale, 1),
    sigma: numberOr(params.sigma, 0.8),
    minSize: numberOr(params.minSize, 20),
  });
  const sizes = [...found.sizes].sort((a, b) => b - a);
  return merge(
    under("numSegments", compareDiscrete(found.count, expected.numSegments)),
    under("labels", compareDiscrete(renumber([...found.labels]), renumber(flat(expected.labels)))),
    under(
      "segmentSizes",
      compareDiscrete(
        sizes,
        flat(expected.segmentSizes).sort((a, b) => b - a),
      ),
    ),
  );
};

/** The paper's least k, and those of the library's runs: from baseK in steps of incK, three in fast mode, five in quality mode. */
function scales(params: Record<string, unknown>): number[] | undefined {
  const { baseK, incK, mode } = params;
  if (typeof baseK !== "number") return undefined;
  const runs = typeof incK !== "number" || mode === "single" ? 1 : mode === "quality" ? 5 : 3;
  return [50, ...Array.from({ length: runs }, (_, i) => baseK + i * numberOr(incK, 0))];
}

export const proposals: Adapter = ({ input, params, expected }) => {
  const found = selectiveSearch(image(input.image), {
    mode: params.mode as SelectiveSearchOptions["mode"],
    scales: scales(params),
    sigma: numberOr(params.sigma, 0.8),
    maxProposals: Math.max(100, 2 * numberOr(expected.numProposals, 0)),
  });
  const objects = flat(input.objects);
  const overlaps = pairwiseIou(objects, found.boxes);
  const planted = objects.length / 4;
  let total = 0;
  for (let i = 0; i < planted; i++) total += Math.max(...overlaps.subarray(i * found.count, (i + 1) * found.count));
  return atMost("shortfall of meanBestOverlap", numberOr(expected.meanBestOverlap, 0) - total / planted, 0.05);
};

export const gradients: Adapter = ({ input, params, expected }) => {
  const found = hog(image(input.image), {
    orientations: numberOr(params.orientations, 9),
    pixelsPerCell: pair(params.pixelsPerCell ?? 8),
    cellsPerBlock: pair(params.cellsPerBlock ?? 3),
    blockNorm: (params.blockNorm ?? "L2-Hys") as BlockNorm,
    transformSqrt: params.transformSqrt === true,
  });
  return compareNumbers({ shape: found.shape, data: found.features }, expected.features);
};

export const svm: Adapter = ({ input, params, expected }) => {
  const x = matrix(input.x);
  const y = flat(input.y);
  const settings = { C: numberOr(params.C, 1), loss: (params.loss ?? "squared_hinge") as SvmLoss };
  const given: LinearModel = { weights: Float64Array.from(flat(expected.weights)), bias: numberOr(expected.bias, 0) };
  const own = trainLinearSvm(x, y, settings);
  const results = [
    under("objective", compareNumbers(svmObjective(given, x, y, settings), expected.objective)),
    atMost("objective of the own solution", svmObjective(own, x, y, settings), 1.01 * numberOr(expected.objective, 0)),
  ];
  if (input.probeWeights !== undefined) {
    const probe: LinearModel = { weights: Float64Array.from(flat(input.probeWeights)), bias: numberOr(input.probeBias, 0) };
    results.push(under("objectiveAtProbe", compareNumbers(svmObjective(probe, x, y, settings), expected.objectiveAtProbe)));
  }
  if (expected.trainAccuracy !== undefined)
    results.push(under("trainAccuracy", compareNumbers(svmAccuracy(given, x, y), expected.trainAccuracy)));
  if (input.xTest !== undefined) {
    const test = matrix(input.xTest);
    results.push(under("decisionTest", compareNumbers(svmDecision(given, test), expected.decisionTest)));
    if (expected.testAccuracy !== undefined) {
      results.push(under("testAccuracy", compareNumbers(svmAccuracy(given, test, flat(input.yTest)), expected.testAccuracy)));
    }
  }
  return merge(...results);
};
