/** Runs YOLOv1's target encoding, decoding and loss on its reference file. */
import { decodeYolo, encodeYoloTarget, yoloCellLength, type YoloHead } from "@/lib/engine/match";
import { compareDiscrete, compareNumbers, fail, merge, under, type Adapter } from "../adapter";
import { yoloLossCase } from "../losses/adapters";
import { flat } from "./read";

const encode: Adapter = ({ input, params, expected }) => {
  const head = params as unknown as YoloHead;
  const { target, cells } = encodeYoloTarget(flat(input.boxes), input.labels as number[], head);
  const length = yoloCellLength(head);
  const nonZero: number[][] = [];
  target.forEach((value, at) => {
    const cell = Math.floor(at / length);
    if (value !== 0) nonZero.push([Math.floor(cell / head.S), cell % head.S, at % length, value]);
  });
  return merge(under("cells", compareDiscrete(cells, expected.cells)), under("nonZero", compareNumbers(nonZero, expected.nonZero)));
};

const decode: Adapter = ({ input, params, expected }) => {
  const found = decodeYolo(flat(input.prediction), params as unknown as YoloHead, {
    score: params.scoreThreshold as number,
    nms: params.nmsThreshold as number,
  });
  const detections = expected.detections as { label: number; score: number; box: number[] }[];
  return merge(
    under("candidates", compareDiscrete(found.candidates, expected.candidates)),
    under(
      "labels",
      compareDiscrete(
        found.detections.map((d) => d.label),
        detections.map((d) => d.label),
      ),
    ),
    under(
      "scores",
      compareNumbers(
        found.detections.map((d) => d.score),
        detections.map((d) => d.score),
      ),
    ),
    under(
      "boxes",
      compareNumbers(
        found.detections.map((d) => d.box),
        detections.map((d) => d.box),
      ),
    ),
  );
};

export const yolov1: Adapter = (oracle, file) => {
  switch (oracle.params.kind) {
    case "encode":
      return encode(oracle, file);
    case "decode":
      return decode(oracle, file);
    case "loss":
      return yoloLossCase(oracle);
    default:
      return fail(`kind ${String(oracle.params.kind)} is not known`);
  }
};
