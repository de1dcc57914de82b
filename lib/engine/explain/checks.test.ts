import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createNetwork, forward, randomizeLayers, weightedLayers, type NetworkSpec } from "../nets";
import { randomImage, sampleNetwork } from "../nets/sample-networks";
import * as E from ".";

const net = createNetwork(sampleNetwork("checks"));

describe("pointingHit", () => {
  it("hits at 14.5 px when 15 are allowed and misses when 14.5 are: strictly less", () => {
    const map = { shape: [1, 30], data: Array.from({ length: 30 }, (_, i) => (i === 24 ? 1 : 0)) };
    expect(E.pointingHit(map, [[0, 0, 10, 10]], 15)).toBe(true);
    expect(E.pointingHit(map, [[0, 0, 10, 10]], 14.5)).toBe(false);
    expect(
      E.pointingHit(
        map,
        [
          [0, 0, 10, 10],
          [20, 0, 30, 10],
        ],
        0,
      ),
    ).toBe(true);
    expect(E.pointingHit(map, [], 15)).toBe(false);
  });
  it("takes the first of equal peaks", () => {
    expect(E.mapPeak({ shape: [2, 2], data: [0, 3, 3, 1] })).toEqual({ row: 0, column: 1 });
    expect(() => E.mapPeak({ shape: [4], data: [0, 3, 3, 1] })).toThrow("map");
  });
});

describe("causalCurve", () => {
  const spec: NetworkSpec = {
    inputShape: [1, 2, 2],
    layers: [
      { type: "flatten", name: "f" },
      { type: "dense", name: "d", out: 1 },
    ],
    weights: { d: { weight: { shape: [1, 4], data: [4, 3, 2, 1] } } },
  };
  const linear = createNetwork(spec);
  const image = { shape: [1, 2, 2], data: [1, 1, 1, 1] };
  const blank = { shape: [1, 2, 2], data: [0, 0, 0, 0] };
  it("falls 10, 6, 3, 1, 0 when the true weights are the map: area 3.75", () => {
    const { scores, auc } = E.causalCurve(linear, E.classLogit(0), { shape: [2, 2], data: [4, 3, 2, 1] }, image, blank, 1);
    expect(scores).toEqual([10, 6, 3, 1, 0]);
    expect(auc).toBe(3.75);
  });
  it("has its lowest deletion and highest insertion area for the true order, of all orders", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([4, 3, 2, 1], { minLength: 4 }), (order) => {
        const map = { shape: [2, 2], data: order };
        expect(E.causalCurve(linear, E.classLogit(0), map, image, blank, 1).auc).toBeGreaterThanOrEqual(3.75);
        expect(E.causalCurve(linear, E.classLogit(0), map, blank, image, 1).auc).toBeLessThanOrEqual(6.25);
      }),
    );
  });
  it("leaves both images alone and ends with all pixels changed, also when the step does not divide them", () => {
    const { scores } = E.causalCurve(linear, E.classLogit(0), { shape: [2, 2], data: [1, 2, 3, 4] }, image, blank, 3);
    expect(scores).toEqual([10, 4, 0]);
    expect(image.data).toEqual([1, 1, 1, 1]);
    expect(() => E.causalCurve(linear, E.classLogit(0), blank, image, blank, 0)).toThrow("step");
  });
});

describe("rankCorrelation", () => {
  it("gives 0.8 for (1, 2, 3, 4) and (1, 3, 2, 4), 1 and −1 for the same and the reversed order, 0 for a flat map", () => {
    expect(E.rankCorrelation([1, 2, 3, 4], [1, 3, 2, 4])).toBeCloseTo(0.8, 12);
    expect(E.rankCorrelation([1, 2, 9], [0, 5, 6])).toBeCloseTo(1, 12);
    expect(E.rankCorrelation([1, 2, 9], [3, 2, 1])).toBeCloseTo(-1, 12);
    expect(E.rankCorrelation([1, 1, 1], [3, 2, 1])).toBe(0);
  });
  it("gives equal values their mean rank", () => {
    expect(E.rankCorrelation([1, 1, 2, 2], [1, 2, 3, 4])).toBeCloseTo(0.894427191, 9);
  });
});

describe("cascading randomization", () => {
  it("names layers with weights from the last to the first and refuses others", () => {
    expect(weightedLayers(net)).toEqual(["fc", "conv3", "side", "conv2", "conv1"]);
    expect(() => randomizeLayers(net, ["relu1"], 1)).toThrow("names");
  });
  it("changes the logits, keeps everything below the randomized layers and leaves the network itself alone", () => {
    const image = randomImage(net.inputShape, "c");
    const before = forward(net, image);
    const after = forward(randomizeLayers(net, ["fc", "conv3"], 1), image);
    expect(after.activations.pool2).toEqual(before.activations.pool2);
    expect(after.output).not.toEqual(before.output);
    expect(forward(net, image)).toEqual(before);
  });
  it("moves the gradient's map further than guided backpropagation's when only the last layer is drawn anew", () => {
    // The sanity check itself: guided backpropagation hardly looks at the layer that decides the class.
    const changed = randomizeLayers(net, ["fc"], "sanity");
    let gradient = 0;
    let guided = 0;
    for (let i = 0; i < 12; i++) {
      const image = randomImage(net.inputShape, `sanity${i}`);
      const [a, b] = [net, changed].map((network) => E.subjectOf({ network, image, target: E.classLogit(0) }));
      gradient += E.rankCorrelation(a.signal().input.data, b.signal().input.data) / 12;
      guided += E.rankCorrelation(a.signal("guided").input.data, b.signal("guided").input.data) / 12;
    }
    expect(gradient).toBeLessThan(guided);
  });
});
