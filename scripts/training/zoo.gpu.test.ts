/** Every trainable detector: a step lowers its loss, and what it exports detects the same on two backends and leaves no tensor behind. */
import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import { packModel, unpackModel } from "@/lib/engine/detectors/files/weights";
import { ZOO, type DetectorKind } from "@/lib/engine/detectors/zoo.gpu";
import type { DetectorName } from "@/lib/engine/detectors";
import { seeded } from "@/lib/engine/random";
import { MuonAdam } from "@/lib/engine/train/optimizer.gpu";
import { startBackend } from "./backend";
import { loadSources, testScene, DETECTOR_TEST, type Sources } from "./data";
import { detr } from "./detr";
import { fasterRcnn } from "./faster-rcnn";
import { retinanet } from "./retinanet";
import { ssd } from "./ssd";

/** Eight were not enough for DETR on every machine: the order in which WASM threads add differs. */
const STEPS = 14;

let sources: Sources;
beforeAll(async () => {
  await startBackend();
  sources = await loadSources();
});

describe.each([ssd, retinanet, fasterRcnn, detr])("$name", (task) => {
  it("learns two scenes by heart: the loss falls by a third; exported, it detects without leaking, on WASM as on CPU", async () => {
    await tf.setBackend("wasm");
    const model = task.create(seeded("test"), () => 1);
    const optimizer = new MuonAdam(model.slots(), task.optimizer);
    const { images, targets } = task.batchTensors(sources, "test", 0, 2);
    const losses: number[] = [];
    for (let step = 0; step < STEPS; step++) {
      const statistics = model.statistics();
      const { value, grads } = tf.variableGrads(
        () => task.loss(model, images, targets, statistics),
        optimizer.slots.map(({ variable }) => variable),
      );
      optimizer.step(grads, 1);
      model.absorb(statistics, step === 0);
      losses.push((await value.data())[0]);
      tf.dispose([value, grads]);
    }
    expect(losses.every(Number.isFinite)).toBe(true);
    expect(losses[STEPS - 1]).toBeLessThan(losses[0] * 0.7);

    const parts = await model.export();
    tf.dispose([images, ...targets]);
    model.dispose();
    optimizer.dispose();
    const { file, bytes } = packModel(task.name, parts, { classes: [], input: { scale: 1, shift: 0 } });
    expect(bytes.length).toBeLessThan(1.5e6);
    const stored = unpackModel(JSON.parse(JSON.stringify(file)), bytes);
    const kind = ZOO[task.name as DetectorName] as DetectorKind;
    const { pixels } = testScene(sources, DETECTOR_TEST, "seen", "validation", 0);
    const answers = [];
    for (const backend of ["wasm", "cpu"]) {
      await tf.setBackend(backend);
      const detector = kind.load(stored);
      const before = tf.memory().numTensors;
      answers.push((await detector.detect([pixels], { score: 0.02 }))[0]);
      expect(tf.memory().numTensors).toBe(before);
      detector.dispose();
    }
    await tf.setBackend("wasm");
    const [wasm, cpu] = answers;
    expect(Object.keys(wasm.parts).length).toBeGreaterThan(3);
    for (const [name, part] of Object.entries(wasm.parts)) {
      expect(part.data.length, name).toBe(part.shape.reduce((product, n) => product * n, 1));
      if (cpu.parts[name].data.length !== part.data.length) continue;
      const worst = part.data.reduce((most, v, i) => Math.max(most, Math.abs(v - cpu.parts[name].data[i])), 0);
      if (!/roposal|region/.test(name)) expect(worst, name).toBeLessThan(2e-2);
    }
  }, 60000);
});
