import { createRequire } from "node:module";
import path from "node:path";
import * as tf from "@tensorflow/tfjs-core";
import { setWasmPaths } from "@tensorflow/tfjs-backend-wasm";
import { beforeAll, describe, expect, it } from "vitest";
import { EngineInputError } from "../errors";
import { sigmoidFocalLoss } from "../losses";
import { seeded } from "../random";
import { answersOf, initialHeads, type HeadLoss } from "./linear-heads";
import { LinearHeads } from "./linear-heads.gpu";

beforeAll(async () => {
  const folder = path.dirname(createRequire(import.meta.url).resolve("@tensorflow/tfjs-backend-wasm/package.json"));
  setWasmPaths(`${folder}/dist/`);
  await tf.setBackend("wasm");
});

const ROWS = 60;
const COLUMNS = 5;
const LOSSES: readonly HeadLoss[] = [
  { gamma: 0, alpha: -1 },
  { gamma: 2, alpha: 0.25 },
];
const random = seeded("heads");
const features = Float32Array.from({ length: ROWS * COLUMNS }, () => random.normal());
const targets = Float32Array.from({ length: ROWS }, (_, r) => (features[r * COLUMNS] > 0.8 ? 1 : 0));
const positives = targets.reduce((sum, target) => sum + target, 0);
const first = initialHeads([0.1, -0.2, 0.3, 0, 0.05], -2, LOSSES.length);
const heads = () => new LinearHeads({ features, targets, losses: LOSSES, rate: 0.05 });

describe("linear heads", () => {
  it("answer with features · weights + bias", () => {
    const [ce, focal] = answersOf(first, 2, Float32Array.from([1, 1, 1, 1, 1]));
    expect(ce[0]).toBeCloseTo(0.25 - 2, 5);
    expect(focal[0]).toBe(ce[0]);
  });

  it("report the engine's own losses, divided by the positives, and step against their gradients", async () => {
    const trained = heads();
    const { state, losses } = await trained.step(first);
    trained.dispose();
    answersOf(first, 2, features).forEach((logits, h) => {
      const plain = sigmoidFocalLoss(logits, targets, { ...LOSSES[h], reduction: "none" });
      expect(losses[h]).toBeCloseTo(plain.losses.reduce((sum, loss) => sum + loss, 0) / positives, 4);
      // Adam's first step is the sign of the gradient times the rate.
      for (let c = 0; c < COLUMNS; c++) {
        const slope = plain.gradient.reduce((sum, g, r) => sum + g * features[r * COLUMNS + c], 0);
        const moved = state.weights[c * 2 + h] - first.weights[c * 2 + h];
        expect(moved).toBeCloseTo(-0.05 * Math.sign(slope), 4);
      }
    });
    expect(state.step).toBe(1);
  });

  it("go on from a state as if they had not stopped, and learn", async () => {
    const trained = heads();
    let through = first;
    const seen: number[] = [];
    for (let k = 0; k < 40; k++) {
      const { state, losses } = await trained.step(through);
      through = state;
      seen.push(losses[1]);
    }
    let stopped = first;
    for (let k = 0; k < 15; k++) stopped = (await trained.step(stopped)).state;
    stopped = structuredClone(stopped);
    for (let k = 15; k < 40; k++) stopped = (await trained.step(stopped)).state;
    trained.dispose();
    expect([...stopped.weights]).toEqual([...through.weights]);
    expect(seen[39]).toBeLessThan(seen[0] / 2);
  });

  it("leave no tensor behind, and refuse features that make no whole rows", async () => {
    const before = tf.memory().numTensors;
    const trained = heads();
    await trained.step(first);
    trained.dispose();
    expect(tf.memory().numTensors).toBe(before);
    expect(() => new LinearHeads({ features: features.subarray(1), targets, losses: LOSSES, rate: 0.05 })).toThrow(EngineInputError);
  });
});
