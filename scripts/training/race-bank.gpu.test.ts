/** The recorded races are what the shipped detectors really do. */
import { existsSync, readFileSync } from "node:fs";
import * as tf from "@tensorflow/tfjs-core";
import { expect, it } from "vitest";
import { BANK } from "@/content/topics/one-vs-two-stage/challenges/detector-race/bank";
import { unpackModel, type DetectorName, type ModelFile } from "@/lib/engine/detectors";
import { ZOO, type DetectorKind } from "@/lib/engine/detectors/zoo.gpu";
import { emojiScene } from "@/lib/engine/scenes/emoji";
import { startBackend } from "./backend";
import { loadSources } from "./data";

it("a fresh run of the quick detectors gives the bank's boxes, to a pixel", async () => {
  await startBackend();
  await tf.setBackend("wasm");
  const { train } = await loadSources();
  for (const name of ["yolo", "ssd", "centernet"] as const satisfies readonly DetectorName[]) {
    const folder = `public/models/${name}`;
    const kind = ZOO[name] as DetectorKind;
    const detector = kind.load(
      unpackModel(JSON.parse(readFileSync(`${folder}/model.json`, "utf8")) as ModelFile, readFileSync(`${folder}/weights.bin`)),
    );
    for (const { id, seed, objects, runs } of BANK.scenes.slice(0, 6)) {
      const scene = emojiScene(seed, { atlases: train, objects: [2, 5] });
      expect(existsSync(`public/race/${id}.png`)).toBe(true);
      expect(scene.objects.flatMap(({ label, box }) => [label, ...box])).toEqual(objects);
      const [{ detections }] = await detector.detect([scene.pixels], { score: kind.shown });
      const { found } = runs.find(({ model }) => model === name) ?? { found: [] };
      expect(detections.length).toBe(found.length / 6);
      detections.forEach(({ label, box }, i) => {
        expect(label).toBe(found[i * 6]);
        box.forEach((v, k) => expect(Math.abs(v - found[i * 6 + 2 + k])).toBeLessThan(1));
      });
    }
    detector.dispose();
  }
}, 60000);
