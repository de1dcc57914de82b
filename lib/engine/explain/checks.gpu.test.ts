import "@tensorflow/tfjs-backend-cpu";
import * as tf from "@tensorflow/tfjs-core";
import { expect, it } from "vitest";
import { createNetwork } from "../nets";
import { createGpuNetwork } from "../nets/network.gpu";
import { randomImage, sampleNetwork } from "../nets/sample-networks";
import { causalCurve, classProbability } from ".";
import { causalCurveGpu, gpuSubject } from "./gpu";

it("the twin of causalCurve reads the same numbers in batches of any size", async () => {
  await tf.setBackend("cpu");
  const network = createNetwork(sampleNetwork("causal"));
  const [, h, w] = network.inputShape;
  const [from, to] = [randomImage(network.inputShape, "from"), randomImage(network.inputShape, "to")];
  const map = randomImage([h, w], "map");
  const plain = causalCurve(network, classProbability(1), map, from, to, 10);
  const gpu = createGpuNetwork(network);
  const subject = gpuSubject({ gpu, image: from, target: { probability: 1 } });
  const twin = await causalCurveGpu(subject, { map, from, to, step: 10, batch: 4 });
  expect(twin.scores).toHaveLength(plain.scores.length);
  twin.scores.forEach((score, i) => expect(score).toBeCloseTo(plain.scores[i], 4));
  expect(twin.auc).toBeCloseTo(plain.auc, 4);
  subject.dispose();
  gpu.dispose();
});
