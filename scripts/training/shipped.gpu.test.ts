import * as tf from "@tensorflow/tfjs-core";
import { expect, it } from "vitest";
import { BACKBONE_TOP } from "@/lib/engine/detectors/backbone";
import { layerOutputs } from "@/lib/engine/detectors/outputs.gpu";
import { createGpuNetwork } from "@/lib/engine/nets/network.gpu";
import { seeded } from "@/lib/engine/random";
import { startBackend } from "./backend";
import { DETECTOR_TRAINING, loadSources, toBatch, trainingScene } from "./data";
import { fastRcnn } from "./fast-rcnn";
import { loadShipped, readShipped } from "./shipped";

it("starts where the shipped backbone stands: the same map, through batch norms that were set anew", { timeout: 60_000 }, async () => {
  await startBackend();
  const sources = await loadSources();
  const scenes = Array.from({ length: 4 }, (_, i) => trainingScene(sources, DETECTOR_TRAINING, "test", i));
  const images = tf.tensor4d(toBatch(scenes), [4, 112, 112, 3]);
  const [model, stored] = [fastRcnn.create(seeded("test"), () => 1), readShipped("centernet")];
  const set = loadShipped(stored, model, images);
  expect(set.has("conv1") && set.has("conv4c/bn")).toBe(true);

  const statistics = model.statistics();
  const [map] = model.networks.main.forward(images, [BACKBONE_TOP], statistics.main);
  const ours = await map.data();
  const cells = 14 * 14;
  const shipped = await layerOutputs(createGpuNetwork(stored.networks.main.network), [scenes[0].pixels], [BACKBONE_TOP]);
  const wanted = shipped[0][0].data;
  const most = wanted.reduce((a: number, b: number) => Math.max(a, b), 0);
  for (let c = 0; c < 128; c++)
    for (let cell = 0; cell < cells; cell++) expect(Math.abs(ours[cell * 128 + c] - wanted[c * cells + cell])).toBeLessThan(0.01 * most);
});
