import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import * as tf from "@tensorflow/tfjs-core";
import "@tensorflow/tfjs-core/dist/register_all_gradients";
import "@tensorflow/tfjs-backend-cpu";
import { setWasmPaths } from "@tensorflow/tfjs-backend-wasm";
import { loadGraphModel } from "@tensorflow/tfjs-converter";
import { beforeAll, describe, expect, it } from "vitest";
import { seeded } from "../random";
import { parseGraph } from "./graph";
import { createRunner } from "./run.gpu";

type ModelJson = { modelTopology: object; weightsManifest: { weights: tf.io.WeightsManifestEntry[] }[] };

beforeAll(() => {
  const folder = path.dirname(createRequire(import.meta.url).resolve("@tensorflow/tfjs-backend-wasm/package.json"));
  setWasmPaths(`${folder}/dist/`);
});

const loadReference = ({ modelTopology, weightsManifest }: ModelJson, bytes: Uint8Array) =>
  loadGraphModel(
    tf.io.fromMemory({ modelTopology, weightSpecs: weightsManifest.flatMap((g) => g.weights), weightData: bytes.slice().buffer }),
  );

/** Greatest |a − b| relative to the greatest |b|. */
function difference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  expect(a.length).toBe(b.length);
  let worst = 0;
  let scale = 0;
  for (let i = 0; i < a.length; i++) {
    worst = Math.max(worst, Math.abs(a[i] - b[i]));
    scale = Math.max(scale, Math.abs(b[i]));
  }
  return worst / scale;
}

describe("createRunner on the COCO CenterNet", () => {
  it("gives what TF.js's own interpreter gives, on WASM, and frees every tensor", async () => {
    await tf.setBackend("wasm");
    const folder = "node_modules/@vladmandic/human/models";
    const json = JSON.parse(readFileSync(`${folder}/centernet.json`, "utf8")) as ModelJson;
    const bytes = new Uint8Array(readFileSync(`${folder}/centernet.bin`));
    const before = tf.memory().numTensors;
    const random = seeded("coco-run");
    const picture = tf.tensor4d(
      Float32Array.from({ length: 512 * 512 * 3 }, (_, i) => 128 + 100 * Math.sin(i / 997) + 27 * random.normal()),
      [1, 512, 512, 3],
    );
    const names = ["tower_0/keypoints", "tower_0/wh"];

    const reference = await loadReference(json, bytes);
    const expected = reference.execute(picture, names) as tf.Tensor[];
    const runner = createRunner(parseGraph(json, bytes, names));
    const pass = runner.run(picture, names);
    for (const [i, name] of names.entries()) expect(difference(await pass.value(name).data(), await expected[i].data())).toBeLessThan(1e-3);

    pass.dispose();
    runner.dispose();
    reference.dispose();
    tf.dispose([picture, expected]);
    expect(tf.memory().numTensors).toBe(before);
  });
});

/** A model file with every operation, written as the converter writes it. */
function syntheticModel(): { json: ModelJson; bytes: Uint8Array } {
  const random = seeded("coco-synthetic");
  const b64 = (s: string) => ({ s: btoa(s) });
  const weights: tf.io.WeightsManifestEntry[] = [];
  const values: number[][] = [];
  const node: object[] = [];
  const constant = (name: string, shape: number[], data?: number[]) => {
    weights.push({ name, shape, dtype: data && data.every(Number.isInteger) ? "int32" : "float32" });
    values.push(data ?? Array.from({ length: shape.reduce((p, s) => p * s, 1) }, () => 0.5 * random.normal()));
    node.push({
      name,
      op: "Const",
      attr: { dtype: { type: weights[weights.length - 1].dtype === "int32" ? "DT_INT32" : "DT_FLOAT" }, value: { tensor: {} } },
    });
    return name;
  };
  const op = (name: string, kind: string, input: string[], attr: object = {}) => {
    node.push({ name, op: kind, input, attr: { T: { type: "DT_FLOAT" }, ...attr } });
    return name;
  };
  const convolution = (name: string, kind: string, x: string, filter: number[], stride: number, padding: string, fused: string[] = []) =>
    op(
      name,
      kind,
      [
        x,
        constant(`${name}/w`, filter),
        ...(fused.length > 0 ? [constant(`${name}/b`, [kind.includes("epthwise") ? filter[2] : filter[3]])] : []),
      ],
      {
        strides: { list: { i: ["1", `${stride}`, `${stride}`, "1"] } },
        dilations: { list: { i: ["1", "1", "1", "1"] } },
        padding: b64(padding),
        data_format: b64("NHWC"),
        ...(fused.length > 0 ? { fused_ops: { list: { s: fused.map((f) => btoa(f)) } }, num_args: { i: "1" } } : {}),
      },
    );

  op("x", "Placeholder", [], {
    shape: { shape: { dim: [-1, 10, 11, 3].map((size) => ({ size: `${size}` })) } },
    dtype: { type: "DT_FLOAT" },
  });
  const first = convolution("first", "_FusedConv2D", "x", [3, 3, 3, 4], 2, "SAME", ["BiasAdd"]);
  const gate = op("gate", "Relu6", [op("gate/add", "Add", [first, constant("three", [], [3.0001])])]);
  const swish = op("swish", "Mul", [op("swish/part", "Mul", [constant("sixth", [], [1 / 6]), first]), gate]);
  const even = convolution("even", "FusedDepthwiseConv2dNative", swish, [5, 5, 4, 1], 2, "SAME", ["BiasAdd", "Relu"]);
  const same = convolution("same", "DepthwiseConv2dNative", even, [3, 3, 4, 1], 1, "SAME");
  const valid = convolution("valid", "_FusedConv2D", same, [2, 2, 4, 5], 1, "VALID", ["BiasAdd", "Relu6"]);
  const squeeze = op("mean", "Mean", [valid, constant("axes", [2], [1, 2])], { keep_dims: { b: true } });
  const excite = op("sigmoid", "Sigmoid", [convolution("excite", "Conv2D", squeeze, [1, 1, 5, 5], 1, "SAME")]);
  const scaled = op("scaled", "Mul", [valid, excite]);
  const up = op("up", "ResizeBilinear", [scaled, constant("size", [2], [5, 6])], {
    align_corners: { b: false },
    half_pixel_centers: { b: false },
  });
  const joined = op("joined", "ConcatV2", [swish, up, constant("axis", [], [3])], { N: { i: "2" } });
  op("out", "Identity", [op("last", "Relu", [op("shifted", "Add", [joined, constant("offset", [9])])])]);

  const bytes = new Uint8Array(values.reduce((sum, v) => sum + 4 * v.length, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const [i, data] of values.entries()) {
    for (const v of data) {
      if (weights[i].dtype === "int32") view.setInt32(at, v, true);
      else view.setFloat32(at, v, true);
      at += 4;
    }
  }
  return {
    json: { format: "graph-model", modelTopology: { node, library: {}, versions: {} }, weightsManifest: [{ weights }] } as ModelJson,
    bytes,
  };
}

describe("GraphPass.backward", () => {
  it.each(["cpu", "wasm"])("equals automatic differentiation for every operation, on %s", async (backend) => {
    const { json, bytes } = syntheticModel();
    const random = seeded("coco-backward");
    const data = Float32Array.from({ length: 2 * 10 * 11 * 3 }, () => random.normal());
    const weightsOfSum = Float32Array.from({ length: 2 * 5 * 6 * 9 }, () => random.normal());

    await tf.setBackend("cpu");
    const reference = await loadReference(json, bytes);
    const gradient = tf.tidy(() =>
      tf.grad((x) => tf.sum(tf.mul(reference.execute(x, "out") as tf.Tensor, tf.tensor(weightsOfSum, [2, 5, 6, 9]))))(
        tf.tensor4d(data, [2, 10, 11, 3]),
      ),
    );
    const expected = await gradient.data();

    await tf.setBackend(backend);
    const runner = createRunner(parseGraph(json, bytes, ["out"]));
    const x = tf.tensor4d(data, [2, 10, 11, 3]);
    const signal = tf.tensor4d(weightsOfSum, [2, 5, 6, 9]);
    const before = tf.memory().numTensors;
    const pass = runner.run(x, ["x", "even", "out"], ["out"]);
    const results = pass.backward("out", signal, ["x", "even", "out"]);
    expect(difference(await (results.get("x") as tf.Tensor).data(), expected)).toBeLessThan(1e-4);
    expect(difference(await (results.get("out") as tf.Tensor).data(), weightsOfSum)).toBe(0);
    expect(results.get("even")?.shape).toEqual(pass.value("even").shape);
    tf.dispose([...results.values()]);
    pass.dispose();
    expect(tf.memory().numTensors).toBe(before);
  });
});
