import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EngineInputError } from "../errors";
import { backward, createNetwork, foldBatchNorm, forward, reluBack, sizeOf, softmax, type NetworkSpec } from ".";
import { multiply } from "./matrix";
import { randomImage, randomWeights, sampleNetwork } from "./sample-networks";

const oneHot = (n: number, at: number) => Array.from({ length: n }, (_, i) => (i === at ? 1 : 0));

describe("createNetwork", () => {
  it("works out shapes: conv 6, kernel 3, pad 1 keeps 16×16 and maxpool 2 halves it", () => {
    const net = createNetwork(
      randomWeights(
        [3, 16, 16],
        [
          { type: "conv", name: "a", out: 6, kernel: 3, pad: 1 },
          { type: "maxpool", name: "b", kernel: 2 },
        ],
        "s",
      ),
    );
    expect(net.layers.map((l) => l.shape)).toEqual([
      [6, 16, 16],
      [6, 8, 8],
    ]);
  });
  it("names the layer in every error", () => {
    const spec = sampleNetwork();
    const broken = (change: Partial<NetworkSpec>) => () => createNetwork({ ...spec, ...change });
    expect(broken({ layers: [] })).toThrow(EngineInputError);
    expect(broken({ layers: [...spec.layers, spec.layers[0]] })).toThrow("used twice");
    expect(broken({ layers: [{ type: "relu", name: "r", inputs: ["later"] }] })).toThrow("layers.r.inputs");
    expect(broken({ layers: [{ type: "dense", name: "d", out: 2 }] })).toThrow("gap or flatten");
    expect(broken({ layers: [{ type: "conv", name: "c", out: 2, kernel: 3 }], weights: {} })).toThrow("weights.c.weight");
    expect(broken({ layers: [{ type: "maxpool", name: "p", kernel: 40 }] })).toThrow("does not fit");
    expect(
      broken({
        layers: [
          { type: "add", name: "s", inputs: ["input", "input"] },
          { type: "gap", name: "g" },
          { type: "add", name: "t", inputs: ["g", "s"] },
        ],
      }),
    ).toThrow("layers.t.inputs");
    expect(() =>
      createNetwork({ ...spec, weights: { ...spec.weights, fc: { weight: { shape: [4, 7], data: new Array(28).fill(NaN) } } } }),
    ).toThrow("finite");
  });
});

describe("forward", () => {
  it("computes a hand-worked convolution, pooling and dense layer", () => {
    const net = createNetwork({
      inputShape: [1, 3, 3],
      layers: [
        { type: "conv", name: "c", out: 1, kernel: 2 },
        { type: "relu", name: "r" },
        { type: "maxpool", name: "p", kernel: 2 },
        { type: "flatten", name: "f" },
        { type: "dense", name: "d", out: 2 },
      ],
      weights: {
        c: { weight: { shape: [1, 1, 2, 2], data: [1, 0, 0, -1] }, bias: [1] },
        d: { weight: { shape: [2, 1], data: [2, -1] }, bias: [0, 5] },
      },
    });
    const { activations, poolIndices, output } = forward(net, { shape: [1, 3, 3], data: [5, 1, 0, 2, 3, 4, 9, 1, 1] });
    expect([...activations.c.data]).toEqual([3, -2, 2, 3]);
    expect([...activations.r.data]).toEqual([3, 0, 2, 3]);
    expect([...poolIndices.p]).toEqual([0]);
    expect([...output.data]).toEqual([6, 2]);
  });
  it("leaves the image and the weights as they were and refuses a wrong image", () => {
    const spec = sampleNetwork();
    const net = createNetwork(spec);
    const image = randomImage(net.inputShape, "i");
    const before = JSON.stringify([image.data, spec]);
    const pass = forward(net, image);
    backward(net, pass, { fc: [1, 0, 0, 0] }, "guided");
    expect(JSON.stringify([image.data, spec])).toBe(before);
    expect(() => forward(net, { shape: [3, 11, 12], data: new Float64Array(396) })).toThrow("shape [3, 12, 12]");
    expect(() => forward(net, { ...image, data: Float64Array.from(image.data).fill(NaN, 0, 1) })).toThrow("finite");
  });
  it("gives 0.25 and 0.75 as the softmax of 0 and ln 3, also far from 0", () => {
    expect(softmax([0, Math.log(3)])[1]).toBeCloseTo(0.75, 12);
    expect(softmax([1e4, 1e4 + Math.log(3)])[1]).toBeCloseTo(0.75, 9);
  });
  it("computes the same logits after batch norm is folded into the convolutions", () => {
    const spec = sampleNetwork("fold");
    const folded = foldBatchNorm(spec);
    expect(folded.layers.map((l) => l.type)).not.toContain("batchnorm");
    const image = randomImage(spec.inputShape, "fold");
    const a = forward(createNetwork(spec), image).output.data;
    const b = forward(createNetwork(folded), image).output.data;
    a.forEach((v, i) => expect(b[i]).toBeCloseTo(v, 10));
  });
});

describe("multiply", () => {
  it("equals the definition for any size", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 600 }), (m, k, p) => {
        const a = Float64Array.from({ length: m * k }, (_, i) => (i % 7) - 3);
        const b = Float64Array.from({ length: k * p }, (_, i) => (i % 5) - 2);
        const out = new Float64Array(m * p).fill(99);
        multiply(a, b, out, m, k, p);
        for (const [r, c] of [
          [0, 0],
          [m - 1, p - 1],
          [m >> 1, p >> 1],
        ]) {
          let sum = 0;
          for (let i = 0; i < k; i++) sum += a[r * k + i] * b[i * p + c];
          expect(out[r * p + c]).toBe(sum);
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe("backward", () => {
  it("equals central differences of the logit for every layer type", () => {
    const net = createNetwork(sampleNetwork("grad"));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 0, max: 3 }), (seed, c) => {
        const image = randomImage(net.inputShape, `g${seed}`);
        const pass = forward(net, image);
        const gradient = backward(net, pass, { fc: oneHot(4, c) }).input.data;
        const at = (i: number, h: number) =>
          forward(net, { ...image, data: Float64Array.from(image.data, (v, j) => (j === i ? v + h : v)) }).output.data[c];
        const h = 1e-6;
        for (let i = seed % 13; i < gradient.length; i += 61) {
          const left = (at(i, 0) - at(i, -h)) / h;
          const right = (at(i, h) - at(i, 0)) / h;
          // Where the one-sided slopes differ there is a kink between them, and no derivative to compare with.
          if (Math.abs(left - right) > 1e-4) continue;
          expect(Math.abs((left + right) / 2 - gradient[i])).toBeLessThan(1e-6 + 1e-5 * Math.abs(gradient[i]));
        }
      }),
      { numRuns: 15 },
    );
  });
  it("adds the signals of several seeds", () => {
    const net = createNetwork(sampleNetwork("seeds"));
    const pass = forward(net, randomImage(net.inputShape, "x"));
    const middle = randomImage(pass.activations.relu2.shape, "m").data;
    const both = backward(net, pass, { fc: oneHot(4, 2), relu2: middle }).input.data;
    const one = backward(net, pass, { fc: oneHot(4, 2) }).input.data;
    const two = backward(net, pass, { relu2: middle }).input.data;
    both.forEach((v, i) => expect(v).toBeCloseTo(one[i] + two[i], 10));
  });
  it("gates as the three rules say", () => {
    const signal = [-2, 3, -1, 4];
    const x = [1, 2, -3, -4];
    expect([...reluBack(signal, x, "gradient")]).toEqual([-2, 3, 0, 0]);
    expect([...reluBack(signal, x, "deconvnet")]).toEqual([0, 3, 0, 4]);
    expect([...reluBack(signal, x, "guided")]).toEqual([0, 3, 0, 0]);
  });
  it("is the adjoint of the forward pass in a network without ReLU", () => {
    const net = createNetwork(
      randomWeights(
        [2, 9, 7],
        [
          { type: "conv", name: "a", out: 3, kernel: 4, stride: 3, pad: "same" },
          { type: "avgpool", name: "b", kernel: 2, stride: 1, pad: "same" },
          { type: "upsample", name: "c", factor: 3 },
          { type: "conv", name: "d", out: 2, kernel: 1, stride: 2 },
        ],
        "adjoint",
      ),
    );
    const zero = forward(net, { shape: net.inputShape, data: new Float64Array(sizeOf(net.inputShape)) }).output;
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const x = randomImage(net.inputShape, `x${seed}`);
        const y = randomImage(zero.shape, `y${seed}`).data;
        const pass = forward(net, x);
        const forwards = pass.output.data.reduce((s, v, i) => s + (v - zero.data[i]) * y[i], 0);
        const backwards = backward(net, pass, { d: y }).input.data.reduce((s, v, i) => s + v * x.data[i], 0);
        expect(forwards).toBeCloseTo(backwards, 8);
      }),
      { numRuns: 20 },
    );
  });
  it("refuses unknown layers, rules and seeds of the wrong length", () => {
    const net = createNetwork(sampleNetwork());
    const pass = forward(net, randomImage(net.inputShape, "x"));
    expect(() => backward(net, pass, { nowhere: [1] })).toThrow("seeds");
    expect(() => backward(net, pass, { fc: [1] })).toThrow("seeds.fc");
    expect(() => backward(net, pass, { fc: oneHot(4, 0) }, "other" as "guided")).toThrow("rule");
  });
});
