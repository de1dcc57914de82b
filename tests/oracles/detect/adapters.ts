/** Runs boxes, suppression, anchors and matching on the reference files about detection. */
import { cellAnchors, defaultBoxes, generateAnchors, ssd300Boxes, type LevelAnchors } from "@/lib/engine/anchors";
import {
  areas,
  clipBoxes,
  convertBoxes,
  decodeDeltas,
  encodeDeltas,
  pairwiseGiou,
  pairwiseIou,
  removeSmall,
  type BoxFormat,
  type DeltaWeights,
} from "@/lib/engine/boxes";
import { assign, detrMatch, fpnLevels, fpnLevelsReal, hungarianTrace, matchQuality, matchSsd, matchSsdQuality } from "@/lib/engine/match";
import { batchedNms, nms, nmsTrace } from "@/lib/engine/suppress";
import { compareDiscrete, compareNumbers, fail, merge, under, type Adapter, type CaseResult } from "../adapter";
import { centernet } from "./centernet";
import { flat, rows } from "./read";
import { yolov1 } from "./yolov1";

/** SSD's own tolerance: the library keeps its width and height table in float32. */
const PIXELS = { abs: 1e-3, rel: 2e-5 };

const pairwise =
  (overlap: (a: number[], b: number[]) => Float64Array): Adapter =>
  ({ input, expected }) => {
    const a = flat(input.boxes1);
    const b = flat(input.boxes2);
    return compareNumbers(rows(overlap(a, b), a.length / 4, b.length / 4), expected.matrix);
  };

const boxConvert: Adapter = ({ input, params, expected }) =>
  compareNumbers(convertBoxes(flat(input.boxes), params.from as BoxFormat, params.to as BoxFormat), flat(expected.boxes));

const clip: Adapter = ({ input, params, expected }) => {
  const clipped = clipBoxes(flat(input.boxes), params.width as number, params.height as number);
  return merge(
    under("clipped", compareNumbers(clipped, flat(expected.clipped))),
    under("keptBySize", compareDiscrete(removeSmall(clipped, params.minSize as number), expected.keptBySize)),
    under("area", compareNumbers(areas(clipped), expected.area)),
  );
};

const greedyNms: Adapter = ({ input, params, expected }) => {
  const boxes = flat(input.boxes);
  const scores = input.scores as number[];
  const threshold = params.iouThreshold as number;
  return merge(
    under("keep", compareDiscrete(nms(boxes, scores, threshold), expected.keep)),
    under(
      "trace",
      compareDiscrete(
        nmsTrace(boxes, scores, null, threshold).map((step) => step.picked),
        expected.keep,
      ),
    ),
  );
};

const classNms: Adapter = ({ input, params, expected }) => {
  const boxes = flat(input.boxes);
  const scores = input.scores as number[];
  const labels = input.labels as number[];
  const threshold = params.iouThreshold as number;
  return merge(
    under("keep", compareDiscrete(batchedNms(boxes, scores, labels, threshold), expected.keep)),
    under(
      "trace",
      compareDiscrete(
        nmsTrace(boxes, scores, labels, threshold).map((step) => step.picked),
        expected.keep,
      ),
    ),
  );
};

const boxCoder: Adapter = ({ input, params, expected }) => {
  const weights = params.weights as unknown as DeltaWeights;
  const results: CaseResult[] = [];
  const truth = flat(input.groundTruth);
  const proposals = flat(input.proposals);
  if (truth.length > 0) {
    results.push(under("encoded", compareNumbers(encodeDeltas(truth, proposals, weights), flat(expected.encoded))));
  }
  if (input.codes !== undefined) {
    const decoded = decodeDeltas(flat(input.codes), proposals, weights, params.dwdhClip as number | undefined);
    results.push(under("decoded", compareNumbers(decoded, flat(expected.decoded))));
  }
  return merge(...results);
};

const matcher: Adapter = ({ input, params, expected }) => {
  const quality = input.quality as number[][];
  const anchors = quality[0]?.length ?? (expected.matches as number[]).length;
  const { matches } = matchQuality(flat(quality), quality.length, anchors, {
    positive: params.highThreshold as number,
    negative: params.lowThreshold as number,
    lowQuality: params.allowLowQuality as boolean,
  });
  return compareDiscrete(matches, expected.matches);
};

const ssdMatcher: Adapter = ({ input, params, expected }) => {
  const threshold = params.threshold as number;
  if (input.quality !== undefined) {
    const quality = input.quality as number[][];
    const anchors = quality[0]?.length ?? (expected.matches as number[]).length;
    return compareDiscrete(matchSsdQuality(flat(quality), quality.length, anchors, threshold).matches, expected.matches);
  }
  if (!String(params.defaultBoxes).startsWith("SSD300")) return fail(`default boxes ${String(params.defaultBoxes)} are not known`);
  const { matches } = matchSsd(ssd300Boxes().boxes, flat(input.groundTruth), threshold);
  const positives = [...matches.entries()].filter(([, object]) => object >= 0);
  return merge(
    under("positives", compareDiscrete(positives, expected.positives)),
    under("numPositive", compareDiscrete(positives.length, expected.numPositive)),
    under("numNegative", compareDiscrete(matches.length - positives.length, expected.numNegative)),
  );
};

/** A complete list or a sample of it, whichever the file gives. */
function listOrSample(boxes: Float64Array, all: unknown, index: unknown, sample: unknown, tolerance?: typeof PIXELS): CaseResult {
  const results: CaseResult[] = [];
  if (all !== undefined) results.push(under("list", compareNumbers(boxes, flat(all), tolerance)));
  if (index !== undefined) {
    const picked = (index as number[]).flatMap((i) => [...boxes.subarray(4 * i, 4 * i + 4)]);
    results.push(under("sample", compareNumbers(picked, flat(sample), tolerance)));
  }
  return results.length > 0 ? merge(...results) : fail("the case expects neither a list nor a sample");
}

const anchorGenerator: Adapter = ({ input, params, expected }) => {
  const sizes = params.sizes as number[][];
  const ratios = params.aspectRatios as number[][];
  const made: LevelAnchors = generateAnchors({
    imageHeight: input.imageHeight as number,
    imageWidth: input.imageWidth as number,
    featureSizes: input.featureSizes as [number, number][],
    sizes,
    ratios,
  });
  const cells = sizes.map((level, i) => rows(cellAnchors(level, ratios[i]), level.length * ratios[i].length, 4));
  return merge(
    under("cellAnchors", compareNumbers(cells, expected.cellAnchors)),
    under("countPerLevel", compareDiscrete(made.countPerLevel, expected.countPerLevel)),
    under("total", compareDiscrete(made.anchors.length / 4, expected.total)),
    under("strides", compareDiscrete(made.strides, expected.strides)),
    listOrSample(made.anchors, expected.anchors, expected.sampleIndex, expected.sampleAnchors),
  );
};

const defaultBoxesSsd: Adapter = ({ input, params, expected }) => {
  const made = defaultBoxes({
    imageHeight: input.imageHeight as number,
    imageWidth: input.imageWidth as number,
    featureSizes: input.featureSizes as [number, number][],
    aspectRatios: params.aspectRatios as number[][],
    scales: params.scales as number[] | undefined,
    minRatio: params.minRatio as number | undefined,
    maxRatio: params.maxRatio as number | undefined,
    steps: params.steps as number[] | undefined,
    clip: params.clip as boolean | undefined,
  });
  return merge(
    under("countPerLevel", compareDiscrete(made.countPerLevel, expected.countPerLevel)),
    under("boxesPerCell", compareDiscrete(made.boxesPerCell, expected.boxesPerCell)),
    under("total", compareDiscrete(made.boxes.length / 4, expected.total)),
    under("scalesUsed", compareNumbers(made.scales, expected.scalesUsed)),
    under("cellWidthHeight", compareNumbers(made.cellWidthHeight, expected.cellWidthHeight)),
    listOrSample(made.boxes, expected.boxes, expected.sampleIndex, expected.sampleBoxes, PIXELS),
  );
};

const linearSumAssignment: Adapter = ({ input, params, expected }) => {
  const cost = input.cost as number[][];
  const columns = cost[0]?.length ?? 0;
  const maximize = params.maximize === true;
  const found = assign(flat(cost), cost.length, columns, { maximize });
  const { steps } = hungarianTrace(flat(cost), cost.length, columns, { maximize });
  const results = [
    under("total", compareNumbers(found.total, expected.total)),
    under("trace total", compareNumbers(steps.at(-1)?.total ?? 0, expected.total)),
    under("pairs", compareDiscrete(found.rows.length, (expected.rows as number[]).length)),
    under("columns twice", compareDiscrete(new Set(found.cols).size, found.cols.length)),
  ];
  if (expected.unique === true) {
    results.push(under("rows", compareDiscrete(found.rows, expected.rows)), under("cols", compareDiscrete(found.cols, expected.cols)));
  }
  return merge(...results);
};

const detrMatching: Adapter = ({ input, params, expected }) => {
  const targetLabels = input.targetLabels as number[];
  const queries = (input.predBoxesCxcywh as number[][]).length;
  const found = detrMatch(
    {
      logits: flat(input.logits),
      predBoxes: flat(input.predBoxesCxcywh),
      targetBoxes: flat(input.targetBoxesCxcywh),
      targetLabels,
    },
    params as { costClass?: number; costL1?: number; costGiou?: number },
  );
  const results = [
    under("costMatrix", compareNumbers(rows(found.cost, queries, targetLabels.length), expected.costMatrix)),
    under("total", compareNumbers(found.total, expected.total)),
  ];
  if (expected.unique === true) {
    results.push(
      under("queries", compareDiscrete(found.queries, expected.queries)),
      under("targets", compareDiscrete(found.targets, expected.targets)),
    );
  }
  return merge(...results);
};

const fpnLevel: Adapter = ({ input, params, expected }) => {
  const boxes = flat(input.boxes);
  return merge(
    under("level", compareDiscrete(fpnLevels(boxes, params), expected.level)),
    expected.unclampedReal === undefined
      ? compareDiscrete(0, 0)
      : under("unclampedReal", compareNumbers(fpnLevelsReal(boxes, params), expected.unclampedReal)),
  );
};

export const adapters: Record<string, Adapter> = {
  box_iou: pairwise(pairwiseIou),
  generalized_box_iou: pairwise(pairwiseGiou),
  box_convert: boxConvert,
  clip_boxes: clip,
  nms: greedyNms,
  batched_nms: classNms,
  box_coder: boxCoder,
  matcher,
  ssd_matcher: ssdMatcher,
  anchor_generator: anchorGenerator,
  default_boxes_ssd: defaultBoxesSsd,
  linear_sum_assignment: linearSumAssignment,
  detr_matching: detrMatching,
  fpn_level: fpnLevel,
  centernet,
  yolov1,
};
