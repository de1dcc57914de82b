import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { Resvg } from "@resvg/resvg-js";
import * as tf from "@tensorflow/tfjs-core";
import { setWasmPaths } from "@tensorflow/tfjs-backend-wasm";
import { loadGraphModel } from "@tensorflow/tfjs-converter";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { BoxXYXY } from "../boxes/types";
import { EngineInputError } from "../errors";
import type { Tensor } from "../nets";
import { seeded } from "../random";
import { COCO_CLASSES } from "./classes";
import { loadCoco, type CocoDetection, type CocoInspection, type CocoModel } from "./detect.gpu";
import { letterbox, letterboxPixels } from "./letterbox";
import type { CocoTarget } from "./explain.gpu";

interface Icons {
  readonly width: number;
  readonly height: number;
  readonly icons: Readonly<Record<string, { readonly body: string }>>;
}

const folder = "node_modules/@vladmandic/human/models";
const json = JSON.parse(readFileSync(`${folder}/centernet.json`, "utf8")) as {
  modelTopology: object;
  weightsManifest: { weights: tf.io.WeightsManifestEntry[] }[];
};
const bytes = new Uint8Array(readFileSync(`${folder}/centernet.bin`));
const noto = JSON.parse(readFileSync("node_modules/@iconify-json/noto/icons.json", "utf8")) as Icons;
const CLOCK = COCO_CLASSES.findIndex((c) => c.en === "clock");
const LAPTOP = COCO_CLASSES.findIndex((c) => c.en === "laptop");

/** Emoji on a plain ground, 512 × 512: [name, left, top, size] each. */
function picture(...objects: readonly (readonly [name: string, left: number, top: number, size: number])[]): Float32Array {
  const drawn = objects.map(
    ([name, left, top, size]) =>
      `<svg x="${left}" y="${top}" width="${size}" height="${size}" viewBox="0 0 ${noto.width} ${noto.height}">${noto.icons[name].body}</svg>`,
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="512" height="512"><rect width="512" height="512" fill="#9ab"/>${drawn.join("")}</svg>`;
  return letterboxPixels(new Resvg(svg).render().pixels, letterbox(512, 512), 4);
}

/** Share of a map's positive heat inside a box. */
function shareInside(map: Tensor, stride: number, [x1, y1, x2, y2]: BoxXYXY): number {
  const [height, width] = map.shape;
  let inside = 0;
  let all = 0;
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      const heat = Math.max(0, map.data[i]);
      const [u, v] = [(x + 0.5) * stride, (y + 0.5) * stride];
      all += heat;
      if (u >= x1 && u <= x2 && v >= y1 && v <= y2) inside += heat;
    }
  }
  return inside / all;
}

const targetOf = ({ label, peak }: CocoDetection, of: CocoTarget["of"] = "score"): CocoTarget => ({ label, peak, of });

let model: CocoModel;
const clocks = picture(["mantelpiece-clock", 20, 130, 220], ["mantelpiece-clock", 272, 150, 220]);

beforeAll(async () => {
  setWasmPaths(`${path.dirname(createRequire(import.meta.url).resolve("@tensorflow/tfjs-backend-wasm/package.json"))}/dist/`);
  await tf.setBackend("wasm");
  model = loadCoco(json, bytes);
});
afterAll(() => model.dispose());

describe("CocoModel.detect", () => {
  it("finds a laptop by its name, in the box where it was drawn", async () => {
    const { detections } = await model.detect(picture(["laptop", 85, 85, 342]));
    expect(detections[0].label).toBe(LAPTOP);
    expect(detections[0].score).toBeGreaterThan(0.6);
    [103, 103, 411, 409].forEach((v, i) => expect(Math.abs(detections[0].box[i] - v)).toBeLessThan(4));
  });

  it("gives the detections of the model's own last part when nothing is dropped", async () => {
    const reference = await loadGraphModel(
      tf.io.fromMemory({
        modelTopology: json.modelTopology,
        weightSpecs: json.weightsManifest.flatMap((g) => g.weights),
        weightData: bytes.slice().buffer,
      }),
    );
    const input = tf.tensor4d(clocks, [1, 512, 512, 3]);
    const output = reference.execute(input, "tower_0/detections") as tf.Tensor;
    const expected = ((await output.array()) as number[][][])[0].filter((row) => row[4] >= 0.05);
    const { detections } = await model.detect(clocks, { score: 0.05, topK: 100, overlap: 1 });
    expect(expected.length).toBeGreaterThan(4);
    expect(detections).toHaveLength(expected.length);
    for (const [i, row] of expected.entries()) {
      expect(detections[i].label).toBe(row[5]);
      expect(detections[i].score).toBeCloseTo(row[4], 4);
      detections[i].box.forEach((v, k) => expect(v).toBeCloseTo(Math.min(Math.max(row[k], 0), 512), 2));
    }
    tf.dispose([input, output]);
    reference.dispose();
  });

  it("shows a class's heat map with its peaks", async () => {
    const answer = await model.detect(clocks);
    const map = answer.heatmap(CLOCK);
    const [first] = answer.detections;
    expect(map.data[first.peak.y * 128 + first.peak.x]).toBe(first.score);
    expect(answer.boxAt(first.peak)).toEqual(first.box);
    expect(answer.peaks(CLOCK, { topK: 1 })).toEqual([{ ...first.peak, label: CLOCK, score: first.score }]);
  });

  it("refuses pixels of another size and leaves no tensor behind", async () => {
    const before = tf.memory().numTensors;
    await expect(model.detect(new Float32Array(12))).rejects.toThrow(EngineInputError);
    await model.detect(clocks);
    await model.explain(clocks, { label: CLOCK, peak: { x: 30, y: 60 }, of: "w" }, "saliency");
    expect(tf.memory().numTensors).toBe(before);
  });
});

describe("CocoModel.inspect", () => {
  it("keeps at most 130 MB beside the weights, and nothing once it is disposed", async () => {
    const before = tf.memory().numBytes;
    const inspection = await model.inspect(clocks);
    const held = tf.memory().numBytes - before;
    inspection.dispose();
    expect(held / 1e6).toBeLessThanOrEqual(130);
    expect(tf.memory().numBytes).toBe(before);
  });
});

describe("a model for a smaller picture", () => {
  const smaller = letterboxPixels(clocks, letterbox(512, 512, 384), 3);
  let small: CocoModel;
  beforeAll(() => {
    small = loadCoco(json, bytes, 384);
  });
  afterAll(() => small.dispose());

  it("finds the same things, in boxes of its own pixels, on maps of a quarter of its side", async () => {
    const { detections, heatmap } = await small.detect(smaller, { score: 0.4 });
    const whole = (await model.detect(clocks, { score: 0.4 })).detections;
    const byLeft = (all: readonly CocoDetection[]) => all.filter(({ label }) => label === CLOCK).sort((a, b) => a.box[0] - b.box[0]);
    expect(byLeft(detections)).toHaveLength(2);
    for (const [i, { box }] of byLeft(detections).entries())
      byLeft(whole)[i].box.forEach((v, k) => expect(Math.abs(box[k] - v * 0.75)).toBeLessThan(12));
    expect(heatmap(CLOCK).shape).toEqual([96, 96]);
  });

  it("explains them on the object asked for, and holds a little more than half the memory", async () => {
    const before = tf.memory().numBytes;
    const inspection = await small.inspect(smaller);
    const held = tf.memory().numBytes - before;
    const [first] = inspection.answer.detections;
    for (const method of ["odam", "gradient-input"] as const) {
      const { map, stride } = await inspection.explain(targetOf(first), method);
      expect(map.shape.map((cells) => cells * stride)).toEqual([384, 384]);
      // Twice what heat spread evenly over the picture would give.
      const [left, top, right, bottom] = first.box;
      expect(shareInside(map, stride, first.box)).toBeGreaterThan((2 * ((right - left) * (bottom - top))) / (384 * 384));
    }
    await expect(inspection.explain({ label: 0, peak: { x: 96, y: 1 }, of: "score" }, "odam")).rejects.toThrow(/target.peak.x.*0..95/);
    inspection.dispose();
    expect(held / 1e6).toBeLessThanOrEqual(75);
    expect(tf.memory().numBytes).toBe(before);
  });

  it("measures in cells of its own maps, and refuses another size and a side that its scales do not divide", async () => {
    const [value] = await small.measure([smaller], { label: CLOCK, peak: { x: 40, y: 40 }, of: "score" });
    expect(Number.isFinite(value)).toBe(true);
    await expect(small.measure([smaller], { label: CLOCK, peak: { x: 96, y: 0 }, of: "score" })).rejects.toThrow(EngineInputError);
    await expect(small.detect(clocks)).rejects.toThrow(/384 · 384 · 3/);
    expect(() => loadCoco(json, bytes, 390)).toThrow(/side/);
  });
});

describe("CocoInspection.explain", () => {
  let inspection: CocoInspection;
  beforeAll(async () => {
    inspection = await model.inspect(clocks);
  });
  afterAll(() => inspection.dispose());

  it("tells two objects of one class apart with odam", async () => {
    const [a, b] = inspection.answer.detections.filter((d) => d.label === CLOCK);
    for (const [one, other] of [
      [a, b],
      [b, a],
    ]) {
      const { map, stride, layer } = await inspection.explain(targetOf(one), "odam");
      expect([layer, stride]).toEqual(["top", 32]);
      expect(shareInside(map, stride, one.box)).toBeGreaterThan(0.6);
      expect(shareInside(map, stride, other.box)).toBeLessThan(0.2);
    }
  });

  it("puts Grad-CAM on both objects of the class", async () => {
    const [a, b] = inspection.answer.detections.filter((d) => d.label === CLOCK);
    const { map, raw, stride } = await inspection.explain(targetOf(a), "grad-cam", "merge-4");
    expect(shareInside(map, stride, a.box) + shareInside(map, stride, b.box)).toBeGreaterThan(0.6);
    map.data.forEach((v, i) => expect(v).toBe(Math.max(0, raw.data[i])));
  });

  it.each(["score", "x", "y", "w", "h"] as const)(
    "has the slope that finite differences of %s have over a random half of the picture",
    async (of) => {
      const random = seeded(`coco-slope-${of}`);
      const target = targetOf(inspection.answer.detections[0], of);
      const { raw, gradient, value } = await inspection.explain(target, "gradient-input");
      const slopes = gradient?.data ?? [];
      expect(raw.data[5000]).toBeCloseTo(
        [0, 1, 2].reduce((sum, c) => sum + slopes[15000 + c] * clocks[15000 + c], 0),
        6,
      );
      // A random half of the numbers, each moved in proportion to its slope, which stands out from rounding at steps
      // so small that the network, which is strongly curved, is still straight.
      const half = Float64Array.from(slopes, (v) => (random.next() < 0.5 ? v : 0));
      const length = Math.sqrt(half.reduce((sum, v) => sum + v * v, 0));
      const [up, down] = [0.4, -0.4].map((step) => clocks.map((v, i) => v + (step * half[i]) / length));
      const values = await model.measure([up, down], target);
      // What rounding to float32 left of the two pictures' difference.
      const expected = up.reduce((sum, v, i) => sum + (v - down[i]) * slopes[i], 0);
      expect(Math.abs((values[0] - values[1]) / expected - 1)).toBeLessThan(1e-2);
      expect((values[0] + values[1]) / 2).toBeCloseTo(value, 2);
    },
  );

  it("refuses an unknown layer, cell or class by name", async () => {
    const peak = { x: 1, y: 1 };
    await expect(inspection.explain({ label: 0, peak, of: "score" }, "odam", "conv9")).rejects.toThrow(
      /layer: must be one of stem, block-1/,
    );
    await expect(inspection.explain({ label: 0, peak: { x: 128, y: 1 }, of: "score" }, "odam")).rejects.toThrow(/target.peak.x/);
    await expect(inspection.explain({ label: 80, peak, of: "score" }, "odam")).rejects.toThrow(/target.label/);
  });
});
