import { createRequire } from "node:module";
import path from "node:path";
import * as tf from "@tensorflow/tfjs-core";
import "@tensorflow/tfjs-core/dist/register_all_gradients";
import "@tensorflow/tfjs-backend-cpu";
import { setWasmPaths } from "@tensorflow/tfjs-backend-wasm";
import { beforeAll, describe, expect, it } from "vitest";
import { seeded } from "../random";
import { convInputGradient, registerWasmGradients } from "./wasm-gradients.gpu";

beforeAll(async () => {
  const folder = path.dirname(createRequire(import.meta.url).resolve("@tensorflow/tfjs-backend-wasm/package.json"));
  setWasmPaths(`${folder}/dist/`);
  await tf.setBackend("wasm");
  registerWasmGradients();
});

const random = seeded("wasm-gradients");
const values = (n: number) => Float32Array.from({ length: n }, () => random.normal());

interface Case {
  readonly size: readonly [number, number];
  readonly k: number;
  readonly stride: number;
  readonly pad: "same" | "valid" | number;
}

/** Gradients of Σ conv2d(x, W) · signal by x and W, computed by TF.js itself on one backend. */
async function gradients(backend: string, { size: [h, w], k, stride, pad }: Case, data: readonly Float32Array[]) {
  await tf.setBackend(backend);
  const x = tf.tensor4d(data[0], [3, h, w, 4]);
  const filter = tf.tensor4d(data[1], [k, k, 4, 5]);
  const before = tf.memory().numTensors;
  const [dx, dw] = tf.grads((a, b) => {
    const y = tf.conv2d(a as tf.Tensor4D, b as tf.Tensor4D, stride, pad);
    return tf.sum(tf.mul(y, tf.tensor4d(data[2].slice(0, y.size), y.shape)));
  })([x, filter]);
  expect(tf.memory().numTensors).toBe(before + 2);
  const out = [await dx.data<"float32">(), await dw.data<"float32">()];
  tf.dispose([x, filter, dx, dw]);
  return out;
}

describe("WASM gradients of convolutions", () => {
  const cases: Case[] = [];
  for (const stride of [1, 2]) {
    for (const k of [1, 3, 5]) {
      for (const pad of ["same", "valid"] as const)
        for (const size of [
          [8, 10],
          [9, 7],
        ] as const)
          cases.push({ size, k, stride, pad });
    }
  }
  cases.push(
    { size: [8, 8], k: 3, stride: 2, pad: 1 },
    { size: [9, 8], k: 4, stride: 2, pad: 1 },
    { size: [11, 9], k: 4, stride: 3, pad: "valid" },
  );

  it.each(cases)("agree with the cpu backend to 1e-4 for $size, kernel $k, stride $stride, pad $pad", async (c) => {
    const data = [values(3 * c.size[0] * c.size[1] * 4), values(c.k * c.k * 20), values(3 * c.size[0] * c.size[1] * 5)];
    const expected = await gradients("cpu", c, data);
    const actual = await gradients("wasm", c, data);
    for (let g = 0; g < 2; g++) {
      expect(actual[g].length).toBe(expected[g].length);
      const top = expected[g].reduce((most, v) => Math.max(most, Math.abs(v)), 1e-6);
      for (let i = 0; i < expected[g].length; i++) expect(Math.abs(actual[g][i] - expected[g][i]) / top).toBeLessThan(1e-4);
    }
  });

  it("give, for one output cell, the filter itself as the input gradient", async () => {
    await tf.setBackend("wasm");
    const filter = tf.tensor4d([1, 2, 3, 4, 5, 6, 7, 8, 9], [3, 3, 1, 1]);
    const dx = convInputGradient(tf.ones([1, 1, 1, 1]), filter, [1, 3, 3, 1], 2, "valid");
    expect([...(await dx.data())]).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    tf.dispose([filter, dx]);
  });
});
