import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createNetwork, forward, receptiveFields, type NetworkSpec } from "../nets";
import { randomImage, randomWeights, sampleNetwork } from "../nets/sample-networks";
import * as E from ".";

const net = createNetwork(sampleNetwork("explain"));
const imageOf = (seed: string | number) => randomImage(net.inputShape, `e${seed}`);
const subjectFor = (seed: string | number, c = 1) => E.subjectOf({ network: net, image: imageOf(seed), target: E.classLogit(c) });
const seeds = fc.integer({ min: 0, max: 500 });

/** S = 2·r − 3·g + 0·b of a single pixel: everything can be worked by hand. */
const linear: NetworkSpec = {
  inputShape: [3, 1, 1],
  layers: [
    { type: "flatten", name: "f" },
    { type: "dense", name: "d", out: 1 },
  ],
  weights: { d: { weight: { shape: [1, 3], data: [2, -3, 0] }, bias: [1] } },
};

describe("targets", () => {
  it("gives probability 0.75 and seeds ∓0.1875 for logits 0 and ln 3", () => {
    const two = createNetwork({ inputShape: [2, 1, 1], layers: [{ type: "flatten", name: "f" }], weights: {} });
    const { value, seeds: found } = E.classProbability(1)(forward(two, { shape: [2, 1, 1], data: [0, Math.log(3)] }));
    expect(value).toBeCloseTo(0.75, 12);
    expect([...(found.f as Float64Array)].map((v) => +v.toFixed(10))).toEqual([-0.1875, 0.1875]);
  });
  it("reads one unit, a weighted sum of outputs or a channel's mean", () => {
    const pass = forward(net, imageOf("t"));
    const map = pass.activations.conv3;
    const [, h, w] = map.shape;
    expect(E.unit("conv3", 2, 1, 0)(pass).value).toBe(map.data[2 * h * w + w]);
    expect(
      E.outputs([
        { index: 0, weight: 1 },
        { index: 3, weight: -1 },
      ])(pass).value,
    ).toBe(pass.output.data[0] - pass.output.data[3]);
    const channel = map.data.slice(2 * h * w, 3 * h * w);
    expect(E.channelMean("conv3", 2)(pass).value).toBeCloseTo(channel.reduce((a, b) => a + b) / channel.length, 12);
    expect(() => E.unit("conv3", 9, 0, 0)(pass)).toThrow("channel");
    expect(() => E.classLogit(4)(pass)).toThrow("index");
    expect(() => E.channelMean("none", 0)(pass)).toThrow("layer");
  });
  it("makes every target's seeds the derivative of its value", () => {
    for (const target of [E.classProbability(2), E.unit("conv3", 1, 0, 1), E.channelMean("sum", 2)]) {
      const subject = E.subjectOf({ network: net, image: imageOf("d"), target });
      const gradient = subject.signal().input.data;
      for (let i = 3; i < gradient.length; i += 97) {
        const move = (h: number) =>
          subject.valueAt({ shape: subject.image.shape, data: subject.image.data.map((v, j) => (j === i ? v + h : v)) });
        expect((move(1e-6) - move(-1e-6)) / 2e-6).toBeCloseTo(gradient[i], 6);
      }
    }
  });
});

describe("saliency, gradient × input and SmoothGrad", () => {
  it("gives 3, squared 9, for S = 2·r − 3·g, and gradient × input sums to S without its bias", () => {
    const subject = E.subjectOf({ network: createNetwork(linear), image: { shape: [3, 1, 1], data: [5, 1, 9] }, target: E.classLogit(0) });
    expect([...E.saliency(subject, {}).map.data]).toEqual([3]);
    expect([...E.saliency(subject, { magnitude: "squared" }).map.data]).toEqual([9]);
    expect([...E.gradientTimesInput(subject, {}).map.data]).toEqual([10, -3, 0]);
    expect(subject.value).toBe(8);
  });
  it("is the saliency map itself at noise 0, and the same for the same seed", () => {
    const subject = subjectFor("s");
    const plain = E.saliency(subject, {}).map.data;
    E.smoothGrad(subject, { seed: 1, noise: 0, samples: 3 }).map.data.forEach((v, i) => expect(v).toBeCloseTo(plain[i], 12));
    const a = E.smoothGrad(subject, { seed: "a", samples: 4 }).map.data;
    expect(E.smoothGrad(subject, { seed: "a", samples: 4 }).map.data).toEqual(a);
    expect(E.smoothGrad(subject, { seed: "b", samples: 4 }).map.data).not.toEqual(a);
  });
});

describe("integrated gradients", () => {
  it("approaches S(x) − S(baseline) as steps grow (completeness)", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const found = E.integratedGradients(subjectFor(seed), { steps: 400, baseline: imageOf("base") });
        expect(found.sum).toBeCloseTo(found.value - found.baselineValue, 1);
      }),
      { numRuns: 5 },
    );
  });
  it("is exact for a linear score at one step", () => {
    const subject = E.subjectOf({ network: createNetwork(linear), image: { shape: [3, 1, 1], data: [5, 1, 9] }, target: E.classLogit(0) });
    expect([...E.integratedGradients(subject, { steps: 1, baseline: 1 }).map.data]).toEqual([8, -0, 0]);
  });
});

describe("deconvnet and guided backpropagation", () => {
  it("let only non-negative signals through every ReLU, guided only where the unit was active", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { pass, signal } = subjectFor(seed);
        // The signal that arrives just before a ReLU is what that ReLU let through when the layer feeds nothing else.
        for (const rule of ["deconvnet", "guided"] as const) {
          const before = signal(rule).layers.conv3.data;
          expect(before.every((v) => v >= 0)).toBe(true);
          if (rule === "guided") before.forEach((v, i) => expect(v === 0 || pass.activations.conv3.data[i] > 0).toBe(true));
        }
      }),
      { numRuns: 10 },
    );
  });
  it("all three rules agree in a network without ReLU", () => {
    const plain = createNetwork(
      randomWeights(
        [1, 6, 6],
        [
          { type: "conv", name: "c", out: 2, kernel: 3 },
          { type: "maxpool", name: "p", kernel: 2 },
          { type: "gap", name: "g" },
          { type: "dense", name: "d", out: 2 },
        ],
        "no relu",
      ),
    );
    const subject = E.subjectOf({ network: plain, image: randomImage([1, 6, 6], "n"), target: E.classLogit(0) });
    expect(E.deconvnet(subject, {}).map).toEqual(subject.signal().input);
    expect(E.guidedBackprop(subject, {}).map).toEqual(subject.signal().input);
  });
});

describe("CAM and Grad-CAM", () => {
  it("are equal up to 1 / (H·W) at the layer before global average pooling, and CAM's mean plus bias is the logit", () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 0, max: 3 }), (seed, c) => {
        const subject = subjectFor(seed, c);
        const byWeights = E.cam(subject, { classIndex: c });
        const byGradient = E.gradCam(subject, { layer: byWeights.layer });
        const cells = byWeights.map.data.length;
        byWeights.map.data.forEach((v, i) => expect(byGradient.raw.data[i]).toBeCloseTo(v / cells, 10));
        byGradient.map.data.forEach((v, i) => expect(v).toBe(Math.max(0, byGradient.raw.data[i])));
        const bias = net.layers.at(-1);
        if (bias?.type !== "dense") throw new Error("the sample ends in a dense layer");
        expect(byWeights.map.data.reduce((a, b) => a + b) / cells + bias.bias[c]).toBeCloseTo(subject.value, 10);
      }),
      { numRuns: 20 },
    );
  });
  it("gives a flat map for a layer the target does not depend on, which scales to zeros", () => {
    const subject = E.subjectOf({ network: net, image: imageOf("flat"), target: E.unit("conv1", 0, 0, 0) });
    const { map, weights } = E.gradCam(subject, { layer: "relu3" });
    expect(weights.every((v) => v === 0)).toBe(true);
    expect(E.toUnitRange(map).data.every((v) => v === 0)).toBe(true);
  });
  it("multiplies guided backpropagation with the resized map in Guided Grad-CAM", () => {
    const subject = subjectFor("gg");
    const product = E.guidedGradCam(subject, { layer: "relu3" }).map.data;
    const coarse = E.resizeBilinear(E.gradCam(subject, { layer: "relu3" }).map, 12, 12).data;
    const guided = E.guidedBackprop(subject, {}).map.data;
    product.forEach((v, i) => expect(v).toBe(guided[i] * coarse[i % 144]));
  });
  it("refuse layers without a map and networks without a gap head", () => {
    expect(() => E.gradCam(subjectFor("x"), { layer: "gap" })).toThrow("layer");
    expect(() =>
      E.cam(E.subjectOf({ network: createNetwork(linear), image: { shape: [3, 1, 1], data: [1, 1, 1] }, target: E.classLogit(0) }), {
        classIndex: 0,
      }),
    ).toThrow("global average pooling");
    expect(() => E.cam(subjectFor("x"), { classIndex: 4 })).toThrow("classIndex");
  });
});

describe("occlusion", () => {
  it("gives the weight × hidden value for a linear score, averaged over the patches that cover a pixel", () => {
    const spec: NetworkSpec = {
      inputShape: [1, 3, 3],
      layers: [
        { type: "flatten", name: "f" },
        { type: "dense", name: "d", out: 1 },
      ],
      weights: { d: { weight: { shape: [1, 9], data: [1, 0, 0, 0, 0, 0, 0, 0, 2] } } },
    };
    const subject = E.subjectOf({
      network: createNetwork(spec),
      image: { shape: [1, 3, 3], data: [4, 1, 1, 1, 1, 1, 1, 1, 3] },
      target: E.classLogit(0),
    });
    const { scores, map, covered, value } = E.occlusion(subject, { patch: 2, stride: 1 });
    expect(value).toBe(10);
    expect([...scores.data]).toEqual([6, 10, 10, 4]);
    expect([...covered.data]).toEqual([1, 2, 1, 2, 4, 2, 1, 2, 1]);
    expect([...map.data]).toEqual([4, 2, 0, 2, 2.5, 3, 0, 3, 6]);
  });
  it("places 7×7 patches of 4 at stride 2 on 16 pixels, leaves the image alone and takes one fill for each channel", () => {
    const wide = createNetwork(sampleNetwork("wide", 16));
    const image = randomImage([3, 16, 16], "w");
    const subject = E.subjectOf({ network: wide, image, target: E.classLogit(0) });
    const before = subject.image.data.slice();
    expect(E.occlusion(subject, { patch: 4, stride: 2, fill: [0, 0.5, 1] }).scores.shape).toEqual([7, 7]);
    expect(subject.image.data).toEqual(before);
    expect(() => E.occlusion(subject, { patch: 17, stride: 1 })).toThrow("patch");
    expect(() => E.occlusion(subject, { patch: 2, stride: 1, fill: [0, 1] })).toThrow("fill");
  });
});

describe("gradient ascent", () => {
  it("climbs: the penalised objective rises at every small step, weights and start stay fixed", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const subject = subjectFor(seed);
        const start = subject.image.data.slice();
        const { objective, objectiveAfter } = E.ascent(subject, { steps: 6, learningRate: 1e-3, lambda: 0.01, totalVariation: 0.001 });
        [...objective, objectiveAfter].reduce((a, b) => (expect(b).toBeGreaterThanOrEqual(a - 1e-9), b));
        expect(subject.image.data).toEqual(start);
      }),
      { numRuns: 5 },
    );
  });
  it("shrinks to x·(1 − 2ηλ) where the score is flat, and keeps asked-for steps", () => {
    const flat = createNetwork({ ...linear, weights: { d: { weight: { shape: [1, 3], data: [0, 0, 0] } } } });
    const subject = E.subjectOf({ network: flat, image: { shape: [3, 1, 1], data: [1, 2, -4] }, target: E.classLogit(0) });
    const { kept, map } = E.ascent(subject, { steps: 2, learningRate: 0.5, lambda: 0.5, keep: [0, 1] });
    expect([...kept[0].data]).toEqual([1, 2, -4]);
    expect([...kept[1].data]).toEqual([0.5, 1, -2]);
    expect([...map.data]).toEqual([0.25, 0.5, -1]);
  });
  it("repeats itself for the same jitter seed, stays in range, and demands a seed", () => {
    const subject = subjectFor("j");
    const options = { steps: 4, learningRate: 5, jitter: 3, seed: "roll", blur: 0.7, blurEvery: 2, range: [-1, 1] as const };
    const a = E.ascent(subject, options);
    expect(E.ascent(subject, options)).toEqual(a);
    expect(a.map.data.every((v) => Math.abs(v) <= 1)).toBe(true);
    expect(E.ascent(subject, { ...options, seed: "other" })).not.toEqual(a);
    expect(() => E.ascent(subject, { steps: 1, learningRate: 1, jitter: 1 })).toThrow("seed");
  });
});

describe("unit masks and patches", () => {
  it("selects the pixels whose resized activation exceeds the threshold", () => {
    const subject = subjectFor("m");
    const plane = subject.pass.activations.conv3.data.slice(0, 4);
    const threshold = E.activationThreshold(plane, 0.5);
    const { mask, map, share, activation } = E.layerActivation(subject, { layer: "conv3", channel: 0, threshold });
    expect(activation.data).toEqual(plane);
    expect(mask.length).toBe(144);
    mask.forEach((m, i) => expect(m).toBe(map.data[i] > threshold ? 1 : 0));
    expect(share).toBe(mask.reduce((a, b) => a + b, 0) / 144);
  });
  it("leaves a share `top` of the values above the threshold", () => {
    expect(E.activationThreshold([5, 1, 4, 2, 3, 10, 9, 8, 7, 6], 0.2)).toBe(8);
    expect(() => E.activationThreshold([], 0.5)).toThrow("values");
    expect(() => E.activationThreshold([1], 1)).toThrow("top");
  });
  it("cuts the strongest unit's receptive field out of each image, strongest first", () => {
    const images = ["p0", "p1", "p2"].map(imageOf);
    const found = E.topPatches(net, images, "side", 2, 2);
    expect(found).toHaveLength(2);
    expect(found[0].activation).toBeGreaterThanOrEqual(found[1].activation);
    const { image, row, column, box, crop, activation } = found[0];
    const pass = forward(net, images[image]);
    const [, h, w] = pass.activations.side.shape;
    const plane = pass.activations.side.data.slice(2 * h * w, 3 * h * w);
    expect(activation).toBe(Math.max(...plane));
    expect(plane[row * w + column]).toBe(activation);
    expect(crop.shape).toEqual([3, box[3] - box[1], box[2] - box[0]]);
    expect(crop.data[0]).toBe(images[image].data[box[1] * 12 + box[0]]);
  });
});

describe("maps", () => {
  it("resizes (0, 1) to (0, 0.25, 0.75, 1) and keeps a map of the same size", () => {
    expect([...E.resizeBilinear({ shape: [1, 2], data: [0, 1] }, 1, 4).data]).toEqual([0, 0.25, 0.75, 1]);
    const map = randomImage([2, 3, 4], "same");
    E.resizeBilinear(map, 3, 4).data.forEach((v, i) => expect(v).toBeCloseTo(map.data[i], 12));
  });
  it("puts a cell's value at its field's centre, which differs from a resize under one-sided padding", () => {
    const spec = randomWeights(
      [1, 16, 16],
      [1, 2, 3].map((i) => ({ type: "conv" as const, name: `c${i}`, out: 1, kernel: 3, stride: 2, pad: "same" as const })),
      "place",
    );
    const field = receptiveFields(createNetwork(spec)).c3;
    const placed = E.placeByField({ shape: [2, 2], data: [1, 0, 0, 0] }, field, 16, 16).data;
    expect(field.startX + field.size / 2).toBe(7.5);
    expect(placed[7 * 16 + 7]).toBe(1);
    expect(placed[15 * 16 + 15]).toBeCloseTo(0, 12);
    expect(E.resizeBilinear({ shape: [2, 2], data: [1, 0, 0, 0] }, 16, 16).data[7 * 16 + 7]).toBeLessThan(1);
  });
  it("keeps a constant image constant and the total of a wide one when blurred", () => {
    const flat = E.gaussianBlur({ shape: [1, 5, 5], data: new Float64Array(25).fill(3) }, 1.2).data;
    flat.forEach((v) => expect(v).toBeCloseTo(3, 12));
    const point = E.gaussianBlur({ shape: [1, 21, 21], data: Float64Array.from({ length: 441 }, (_, i) => (i === 220 ? 1 : 0)) }, 1).data;
    expect(point.reduce((a, b) => a + b)).toBeCloseTo(1, 12);
    expect(point[220]).toBeGreaterThan(point[221]);
  });
  it("scales a map to 0..1", () => {
    expect([...E.toUnitRange({ shape: [1, 3], data: [2, 4, 3] }).data]).toEqual([0, 1, 0.5]);
  });
});
