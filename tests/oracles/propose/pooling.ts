/** Runs RoIAlign and RoI max pooling on their reference files. */
import { roiAlign, roiAlignGrad, roiMaxPool, roiMaxPoolGrad } from "@/lib/engine/pool";
import type { NdArray } from "@/lib/engine/boxes/types";
import { compareNumbers, FLOAT32, merge, under, type Adapter } from "../adapter";
import { flat, numberOr, pair, tensor } from "./read";

/** The same tensor with the channel axis moved last (or, back, first). */
function moved({ shape: [n, a, b, c], data }: NdArray, toLast: boolean): NdArray {
  const [channels, cells] = toLast ? [a, b * c] : [c, a * b];
  const out = new Float64Array(data.length);
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < cells; k++) {
      for (let ch = 0; ch < channels; ch++) {
        const first = (i * channels + ch) * cells + k;
        const last = (i * cells + k) * channels + ch;
        if (toLast) out[last] = data[first];
        else out[first] = data[last];
      }
    }
  }
  return { shape: toLast ? [n, b, c, a] : [n, c, a, b], data: out };
}

const ones = (shape: readonly number[]): NdArray => ({ shape, data: new Float64Array(shape.reduce((a, b) => a * b, 1)).fill(1) });

export const align: Adapter = ({ input, params, expected }) => {
  const features = tensor(input.features);
  const rois = flat(input.rois);
  const options = {
    outputSize: pair(params.outputSize),
    spatialScale: numberOr(params.spatialScale, 1),
    samplingRatio: numberOr(params.samplingRatio, 0),
    aligned: params.aligned === true,
  };
  const found = roiAlign(features, rois, options);
  const last = roiAlign(moved(features, true), rois, { ...options, layout: "NHWC" });
  const single = roiAlign({ ...features, data: Float32Array.from(features.data) }, rois, options);
  const results = [
    under("output", compareNumbers(found, expected.output)),
    under("output, channels last", compareNumbers(moved(last, false), expected.output)),
    under("output, single precision", compareNumbers(single, expected.output, FLOAT32)),
  ];
  if (expected.gradFeaturesOfSum !== undefined) {
    const grad = roiAlignGrad(ones(found.shape), features.shape, rois, options);
    results.push(under("gradFeaturesOfSum", compareNumbers(grad, expected.gradFeaturesOfSum)));
  }
  return merge(...results);
};

export const maxPool: Adapter = ({ input, params, expected }) => {
  const features = tensor(input.features);
  const rois = flat(input.rois);
  const options = { outputSize: pair(params.outputSize), spatialScale: numberOr(params.spatialScale, 1) };
  const found = roiMaxPool(features, rois, options);
  const last = roiMaxPool(moved(features, true), rois, { ...options, layout: "NHWC" });
  const results = [
    under("output", compareNumbers(found, expected.output)),
    under("output, channels last", compareNumbers(moved(last, false), expected.output)),
  ];
  if (expected.gradFeaturesOfSum !== undefined) {
    const grad = roiMaxPoolGrad(ones(found.shape).data, found, features.shape, rois, options);
    results.push(under("gradFeaturesOfSum", compareNumbers(grad, expected.gradFeaturesOfSum)));
  }
  return merge(...results);
};
