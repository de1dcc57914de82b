/** Runs losses, evaluation and autograd on the reference files about them. */
import { buildExpression, matrix, scalar, type Expression, type Scalar, type WeightLayout } from "@/lib/engine/autograd";
import { evaluateCoco, evaluateVoc, type Detection, type GroundTruth } from "@/lib/engine/evaluate";
import { centernetFocalLoss, huber, sigmoidFocalLoss, smoothL1, yoloLoss, type Loss, type Reduction } from "@/lib/engine/losses";
import type { YoloHead } from "@/lib/engine/match";
import { compareDiscrete, compareNumbers, fail, merge, under, type Adapter, type CaseResult, type OracleCase } from "../adapter";

interface Tensor {
  shape: number[];
  data: number[];
}

/** A nested list of numbers, or a {shape, data} tensor, as one flat list. */
function flat(value: unknown): number[] {
  if (typeof value === "number") return [value];
  if (Array.isArray(value)) return value.flatMap(flat);
  if (typeof value === "object" && value !== null && "data" in value) return flat((value as Tensor).data);
  throw new Error(`expected numbers, found ${String(value)}`);
}

function compareLoss(found: Loss, reduction: Reduction, loss: unknown, gradient: unknown): CaseResult {
  return merge(
    under("loss", compareNumbers(reduction === "none" ? found.losses : found.loss, loss)),
    under("gradient", compareNumbers(found.gradient, flat(gradient))),
  );
}

const focal: Adapter = ({ input, params, expected }) => {
  const reduction = (params.reduction ?? "none") as Reduction;
  const found = sigmoidFocalLoss(flat(input.logits), flat(input.targets), {
    alpha: params.alpha as number | undefined,
    gamma: params.gamma as number | undefined,
    reduction,
  });
  return compareLoss(found, reduction, reduction === "none" ? flat(expected.loss) : expected.loss, expected.gradLogits);
};

const bent: Adapter = ({ input, params, expected }) => {
  const reduction = (params.reduction ?? "mean") as Reduction;
  const knee = params.betaOrDelta as number | undefined;
  const pred = flat(input.pred);
  const target = flat(input.target);
  let found: Loss;
  if (params.loss === "smooth_l1") found = smoothL1(pred, target, { beta: knee, reduction });
  else if (params.loss === "huber") found = huber(pred, target, { delta: knee, reduction });
  else return fail(`loss ${String(params.loss)} is not known`);
  return compareLoss(found, reduction, reduction === "none" ? flat(expected.loss) : expected.loss, expected.gradPred);
};

const voc: Adapter = ({ input, params, expected }) => {
  const found = evaluateVoc(input.groundTruth as GroundTruth[], input.detections as Detection[], {
    iouThreshold: params.iouThreshold as number | undefined,
  });
  const wanted = expected.perClass as Record<
    string,
    { positives: number; ap11: number; apAll: number; truePositive: number[]; precision: number[]; recall: number[] }
  >;
  const results = Object.entries(wanted).map(([label, want]) => {
    const got = found.perClass[Number(label)];
    if (!got) return fail(`class ${label} has no result`);
    const truePositive = got.ranked.map((m) => (m.verdict === "true positive" ? 1 : 0));
    return under(
      `class ${label}`,
      merge(
        under("positives", compareDiscrete(got.positives, want.positives)),
        under("truePositive", compareDiscrete(truePositive, want.truePositive)),
        under("precision", compareNumbers(got.curve.precision, want.precision)),
        under("recall", compareNumbers(got.curve.recall, want.recall)),
        under("ap11", compareNumbers(got.ap11, want.ap11)),
        under("apAll", compareNumbers(got.apAll, want.apAll)),
      ),
    );
  });
  return merge(
    under("classes", compareDiscrete(Object.keys(found.perClass), Object.keys(wanted))),
    ...results,
    under("map11", compareNumbers(found.map11, expected.map11)),
    under("mapAll", compareNumbers(found.mapAll, expected.mapAll)),
  );
};

const coco: Adapter = ({ input, params, expected }) => {
  const maxDetections = (params.maxDetections ?? [1, 10, 100]) as number[];
  const found = evaluateCoco(input.groundTruth as GroundTruth[], input.detections as Detection[], {
    iouThresholds: params.iouThresholds as number[] | undefined,
    recallPoints: params.recallPoints as number | undefined,
    maxDetections,
  });
  const numbers: Record<string, unknown> = { ...found };
  maxDetections.forEach((most, i) => (numbers[`ar${most}`] = found.averageRecall[i]));
  return merge(
    ...Object.keys(expected).map((key) =>
      under(key, key in numbers ? compareNumbers(numbers[key], expected[key]) : fail("is not computed")),
    ),
    under("classes", compareDiscrete(Object.keys(found.apPerClass), Object.keys((expected.apPerClass ?? found.apPerClass) as object))),
  );
};

const asMatrix = (value: unknown, name: string) => {
  const rows = Array.isArray(value) && Array.isArray(value[0]) ? (value as number[][]) : [flat(value)];
  return matrix.matrix(rows.length, rows[0].length, flat(rows), name);
};

const linearLayer: Adapter = ({ input, expected }) => {
  const x = asMatrix(input.x, "x");
  const bias = asMatrix(input.bias, "b");
  const seed = flat(input.gradOutput);
  const of = (layout: WeightLayout, weight: unknown, gradWeight: unknown): CaseResult => {
    const W = asMatrix(weight, "W");
    const y = matrix.linear(x, W, bias, layout);
    const grads = matrix.gradients(y, seed);
    return under(
      layout,
      merge(
        under("y", compareNumbers(y.data, flat(expected.y))),
        under("gradX", compareNumbers(grads.get(x), flat(expected.gradX))),
        under("gradWeight", compareNumbers(grads.get(W), flat(gradWeight))),
        under("gradBias", compareNumbers(grads.get(bias), flat(expected.gradBias))),
      ),
    );
  };
  return merge(of("out-in", input.weightOutIn, expected.gradWeightOutIn), of("in-out", input.weightInOut, expected.gradWeightInOut));
};

const scalarAutograd: Adapter = ({ input, expected }) => {
  const variables = input.variables as Record<string, number>;
  const { root, byId, occurrences } = buildExpression(input.tree as Expression, variables);
  const grads = scalar.gradients(root);
  const { nodes } = scalar.tape(root);
  const gradOf = (node: Scalar) => grads.get(node) ?? 0;
  const values = Object.fromEntries([...byId].map(([id, node]) => [id, node.value]));
  const perNode = Object.fromEntries([...byId].map(([id, node]) => [id, gradOf(node)]));
  const perVariable = Object.fromEntries(
    [...occurrences].map(([name, nodes]) => [name, nodes.reduce((sum, node) => sum + gradOf(node), 0)]),
  );
  return merge(
    under("value", compareNumbers(root.value, expected.value)),
    under("values", compareNumbers(values, expected.values)),
    under("grads", compareNumbers(perNode, expected.grads)),
    under("variableGrads", compareNumbers(perVariable, expected.variableGrads)),
    under(
      "tape",
      compareNumbers(
        nodes.map((n) => n.grad),
        [...grads.values()],
      ),
    ),
  );
};

/** The loss cases of yolov1.json. */
export function yoloLossCase({ input, params, expected }: OracleCase): CaseResult {
  const found = yoloLoss(flat(input.prediction), flat(input.boxes), flat(input.labels), params as unknown as YoloHead, {
    lambdaCoord: params.lambdaCoord as number | undefined,
    lambdaNoobj: params.lambdaNoobj as number | undefined,
  });
  const wanted = expected.responsible as { cell: number[]; box: number; iou: number }[];
  return merge(
    under("total", compareNumbers(found.total, expected.total)),
    under("parts", compareNumbers(found.parts, expected.parts)),
    under(
      "cells",
      compareDiscrete(
        found.responsible.map((r) => r.cell),
        wanted.map((r) => r.cell),
      ),
    ),
    under(
      "slots",
      compareDiscrete(
        found.responsible.map((r) => r.box),
        wanted.map((r) => r.box),
      ),
    ),
    under(
      "iou",
      compareNumbers(
        found.responsible.map((r) => r.iou),
        wanted.map((r) => r.iou),
      ),
    ),
    under("gradient", compareNumbers(found.gradient, flat(expected.gradient))),
  );
}

/** The loss cases of centernet.json. */
export function centernetLossCase({ input, params, expected }: OracleCase): CaseResult {
  const found = centernetFocalLoss(flat(input.logits), flat(input.target), {
    alpha: params.alpha as number | undefined,
    beta: params.beta as number | undefined,
  });
  return merge(
    under("loss", compareNumbers(found.loss, expected.loss)),
    under("gradLogits", compareNumbers(found.gradient, flat(expected.gradLogits))),
  );
}

export const adapters: Record<string, Adapter> = {
  sigmoid_focal_loss: focal,
  smooth_l1: bent,
  detection_ap_voc: voc,
  detection_ap_coco: coco,
  linear_layer: linearLayer,
  scalar_autograd: scalarAutograd,
};
