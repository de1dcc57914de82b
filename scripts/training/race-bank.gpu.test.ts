/** The recorded proposals are what the shipped detectors really look at. */
import { readFileSync } from "node:fs";
import * as tf from "@tensorflow/tfjs-core";
import { expect, it } from "vitest";
import { SCENES } from "@/content/topics/one-vs-two-stage/challenges/detector-race/bank";
import type { Source } from "@/content/topics/one-vs-two-stage/challenges/detector-race/recording";
import { boxAt } from "@/lib/engine/boxes";
import { unpackModel, type DetectorName, type ModelFile } from "@/lib/engine/detectors";
import { ZOO, type DetectorKind } from "@/lib/engine/detectors/zoo.gpu";
import { emojiScene } from "@/lib/engine/scenes/emoji";
import { startBackend } from "./backend";
import { loadSources } from "./data";

it("a fresh run proposes the bank's boxes in the bank's places, to a pixel", async () => {
  await startBackend();
  await tf.setBackend("wasm");
  const { train } = await loadSources();
  for (const [source, name] of [
    ["search", "fast-rcnn"],
    ["rpn", "faster-rcnn"],
  ] as const satisfies readonly (readonly [Source, DetectorName])[]) {
    const folder = `public/models/${name}`;
    const kind = ZOO[name] as DetectorKind;
    const detector = kind.load(
      unpackModel(JSON.parse(readFileSync(`${folder}/model.json`, "utf8")) as ModelFile, readFileSync(`${folder}/weights.bin`)),
    );
    for (const { number, objects, lists } of SCENES.slice(0, 6)) {
      const scene = emojiScene(`race/${number}`, { atlases: train, objects: [2, 5] });
      expect(scene.objects.map(({ label, box }) => ({ label, box: box.map(Math.round) }))).toEqual(objects);
      const [{ parts }] = await detector.detect([scene.pixels], { score: kind.shown });
      expect(parts.proposals.shape[0]).toBe(lists[source].count);
      for (const { rank, box } of lists[source].records.flat()) {
        const fresh = boxAt(parts.proposals.data, rank - 1);
        box.forEach((v, k) => expect(Math.abs(v - fresh[k])).toBeLessThanOrEqual(1));
      }
    }
    detector.dispose();
  }
}, 60000);
