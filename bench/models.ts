/** The models: what a training step and what looking at one picture cost, on the backends Node has. */
import { existsSync, readFileSync } from "node:fs";
import "@tensorflow/tfjs";
import { DETECTORS } from "@/lib/engine/detectors";
import { unpackModel, type ModelFile } from "@/lib/engine/detectors/files/weights";
import { ZOO, type LoadedDetector } from "@/lib/engine/detectors/zoo.gpu";
import { seeded } from "@/lib/engine/random";
import { emojiScene } from "@/lib/engine/scenes/emoji";
import { registerWasmGradients } from "@/lib/engine/tensor/wasm-gradients.gpu";
import { MuonAdam } from "@/lib/engine/train/optimizer.gpu";
import { classifier } from "@/scripts/training/classifier";
import { loadSources } from "@/scripts/training/data";
import { NODE_BACKENDS, switchBackend, tf } from "./backends";
import { demand, type Benchmark } from "./timing";

const BATCH = 4;

const training: Benchmark = {
  name: `training step of the classifier, ${BATCH} pictures of 112×112`,
  goal: "TF.js's CPU backend ≥ 20×",
  async prepare() {
    const sources = await loadSources();
    registerWasmGradients();
    const losses = new Map<string, number>();
    const steps = new Map<string, () => Promise<void>>();
    for (const backend of NODE_BACKENDS) {
      await switchBackend(backend);
      const model = classifier.create(seeded("bench"), () => 1);
      const optimizer = new MuonAdam(model.slots(), classifier.optimizer);
      const { images, targets } = classifier.batchTensors(sources, "bench", 0, BATCH);
      steps.set(backend, async () => {
        await switchBackend(backend);
        const statistics = model.statistics();
        const { value, grads } = tf.variableGrads(
          () => classifier.loss(model, images, targets, statistics),
          optimizer.slots.map(({ variable }) => variable),
        );
        optimizer.step(grads, 0);
        model.absorb(statistics, true);
        losses.set(backend, (await value.data())[0]);
        tf.dispose([value, grads]);
      });
      await steps.get(backend)?.();
    }
    const [wasm, cpu] = NODE_BACKENDS.map((backend) => losses.get(backend) ?? NaN);
    demand(Math.abs(wasm - cpu) < 1e-3, "both backends find the same loss");
    return {
      contestants: NODE_BACKENDS.map((backend) => ({
        label: `TF.js ${backend}${backend === "wasm" ? " with the engine's gradient kernels" : ""}`,
        run: () => steps.get(backend)?.(),
      })),
      checked: "both backends find the same loss",
    };
  },
};

const folderOf = (name: string) => `public/models/${name}`;

const inference: readonly Benchmark[] = DETECTORS.filter((name) => ZOO[name] && existsSync(`${folderOf(name)}/model.json`)).map((name) => ({
  name: `${name}: one picture, decoding included`,
  async prepare() {
    const stored = unpackModel(
      JSON.parse(readFileSync(`${folderOf(name)}/model.json`, "utf8")) as ModelFile,
      readFileSync(`${folderOf(name)}/weights.bin`),
    );
    const { pixels } = emojiScene("bench/0", { atlases: (await loadSources()).train });
    const loaded = new Map<string, LoadedDetector>();
    const found = new Map<string, number>();
    let passes = 0;
    for (const backend of NODE_BACKENDS) {
      await switchBackend(backend);
      const detector = ZOO[name]?.load(stored) as LoadedDetector;
      loaded.set(backend, detector);
      const [answer] = await detector.detect([pixels]);
      found.set(backend, answer.detections.length);
      passes = answer.passes;
    }
    demand(new Set(found.values()).size === 1, "both backends find as many objects");
    const run = (backend: (typeof NODE_BACKENDS)[number]) => async () => {
      await switchBackend(backend);
      await loaded.get(backend)?.detect([pixels]);
    };
    return {
      contestants: NODE_BACKENDS.map((backend) => ({ label: `TF.js ${backend}`, run: run(backend) })),
      checked: `${found.get("wasm")} objects on both, ${passes} network passes`,
      release: () => loaded.forEach((detector) => detector.dispose()),
    };
  },
}));

export const benchmarks: readonly Benchmark[] = [training, ...inference];
