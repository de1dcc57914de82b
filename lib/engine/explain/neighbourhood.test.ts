import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createNetwork, forward } from "../nets";
import { randomImage, sampleNetwork } from "../nets/sample-networks";
import { seeded } from "../random";
import * as E from ".";

/** Three clouds of twelve points around three axes of a space of eight. */
function clouds(seed: string): { embeddings: { shape: number[]; data: Float64Array }; labels: number[] } {
  const random = seeded(seed);
  const labels = Array.from({ length: 36 }, (_, i) => i % 3);
  const data = Float64Array.from({ length: 36 * 8 }, (_, i) => (i % 8 === labels[Math.floor(i / 8)] ? 5 : 0) + 0.3 * random.normal());
  return { embeddings: { shape: [36, 8], data }, labels };
}

describe("embeddingsOf", () => {
  it("has one row an image: the layer's output", () => {
    const net = createNetwork(sampleNetwork("embed"));
    const images = ["a", "b"].map((seed) => randomImage(net.inputShape, seed));
    const { shape, data } = E.embeddingsOf(net, images, "gap");
    expect(shape).toEqual([2, 7]);
    expect(data.slice(7)).toEqual(forward(net, images[1]).activations.gap.data);
    expect(() => E.embeddingsOf(net, images, "none")).toThrow("layer");
  });
});

describe("similarPictures", () => {
  it("gives pictures 1 and 2, both at distance 1, for rows 0, 1, 3 and the query 2", () => {
    const line = { shape: [3, 1], data: [0, 1, 3] };
    expect(E.similarPictures(line, [2], 2, "euclidean")).toEqual([
      { index: 1, distance: 1 },
      { index: 2, distance: 1 },
    ]);
    expect(E.similarPictures(line, 1, 2, "euclidean")).toEqual([
      { index: 0, distance: 1 },
      { index: 2, distance: 2 },
    ]);
  });
  it("never lists the picture itself, also when others are the same, and is blind to length under cosine", () => {
    const twins = { shape: [4, 2], data: [1, 1, 1, 1, 1, 1, 5, 5] };
    for (let i = 0; i < 4; i++) {
      const found = E.similarPictures(twins, i, 3);
      expect(found.map(({ index }) => index).sort()).toEqual([0, 1, 2, 3].filter((j) => j !== i));
      found.forEach(({ distance }) => expect(distance).toBeCloseTo(0, 12));
    }
  });
  it("lists distances in rising order, each no larger than that of any picture left out", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: -9, max: 9 })), { minLength: 4, maxLength: 20 }),
        (rows) => {
          const found = E.similarPictures({ shape: [rows.length, 2], data: rows.flat() }, 0, 2, "euclidean");
          const away = (i: number) => Math.hypot(rows[i][0] - rows[0][0], rows[i][1] - rows[0][1]);
          expect(found[0].distance).toBeLessThanOrEqual(found[1].distance);
          rows.forEach((_, i) => {
            if (i > 0 && !found.some(({ index }) => index === i)) expect(away(i)).toBeGreaterThanOrEqual(found[1].distance - 1e-12);
          });
        },
      ),
    );
  });
  it("refuses a picture that is not there, too many neighbours and a query of another width", () => {
    const line = { shape: [3, 1], data: [0, 1, 3] };
    expect(() => E.similarPictures(line, 3, 1)).toThrow("of");
    expect(() => E.similarPictures(line, 0, 3)).toThrow("k");
    expect(() => E.similarPictures(line, [1, 2], 1)).toThrow("of");
  });
});

describe("labelAgreement and pictureMap", () => {
  it("is 1 for clouds that lie apart and near a third for labels dealt at random", () => {
    const { embeddings, labels } = clouds("agree");
    expect(E.labelAgreement(embeddings, labels, 5)).toBe(1);
    const dealt = seeded("deal").shuffle(labels);
    expect(E.labelAgreement(embeddings, dealt, 5)).toBeLessThan(0.6);
  });
  for (const method of ["tsne", "pca"] as const) {
    it(`keeps clouds together inside the unit square (${method}), the same way every time`, () => {
      const { embeddings, labels } = clouds(method);
      const options = { method, iterations: 400, perplexity: 8, seed: "m" };
      const { points, trust, quality } = E.pictureMap(embeddings, options);
      expect(points.every((v) => v >= 0 && v <= 1)).toBe(true);
      expect(E.labelAgreement({ shape: [36, 2], data: points }, labels, 5, "euclidean")).toBe(1);
      expect(trust).toBeGreaterThan(0.8);
      expect(quality).toBeGreaterThan(method === "pca" ? 0.8 : 0);
      expect(E.pictureMap(embeddings, options).points).toEqual(points);
    });
  }
  it("puts coinciding pictures at the centre, keeps one scale for both axes and refuses fewer than three", () => {
    const same = E.pictureMap({ shape: [4, 3], data: new Float64Array(12).fill(2) }, { method: "pca" });
    expect([...same.points]).toEqual(new Array(8).fill(0.5));
    const line = E.pictureMap({ shape: [3, 1], data: [0, 1, 4] }, { method: "pca", metric: "euclidean" });
    expect([...line.points].map((v) => +v.toFixed(12))).toEqual([0, 0.5, 0.25, 0.5, 1, 0.5]);
    expect(line.trust).toBeNaN();
    expect(() => E.pictureMap({ shape: [2, 2], data: [0, 1, 2, 3] })).toThrow("embeddings");
  });
});
