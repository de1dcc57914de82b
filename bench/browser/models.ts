/** What looking at one picture costs on every backend of the browser, decoding included. */
import { DETECTORS } from "@/lib/engine/detectors/detector";
import { unpackModel, type ModelFile } from "@/lib/engine/detectors/files/weights";
import { ZOO, type LoadedDetector } from "@/lib/engine/detectors/zoo.gpu";
import { emojiScene, readAtlas } from "@/lib/engine/scenes/emoji";
import { demand } from "../timing";
import { bytesOf } from "./explain";
import type { BrowserBenchmark } from "./benchmark";

/** HOG runs no network; R-CNN runs one a crop, which takes minutes on software adapters. */
const NAMES = DETECTORS.filter((name) => name !== "hog-svm" && name !== "rcnn");

export const benchmarks: readonly BrowserBenchmark[] = NAMES.map((name) => ({
  name: `${name}: one picture, decoding included, in Chromium`,
  rounds: 7,
  async prepare(backends) {
    const file = JSON.parse(new TextDecoder().decode(await bytesOf(`/models/${name}/model.json`))) as ModelFile;
    const stored = unpackModel(file, await bytesOf(`/models/${name}/weights.bin`));
    const { pixels } = emojiScene("bench/0", { atlases: [await readAtlas(await bytesOf("/emojivoc/noto.bin"))] });
    const loaded: { readonly label: string; readonly detector: LoadedDetector; select(): Promise<void> }[] = [];
    const found: number[] = [];
    for (const { label, select } of backends) {
      await select();
      const detector = ZOO[name]?.load(stored);
      if (!detector) throw new Error(`there is no detector "${name}"`);
      loaded.push({ label, detector, select });
      found.push((await detector.detect([pixels]))[0].detections.length);
    }
    demand(new Set(found).size === 1, `every backend finds as many objects (${found.join(", ")})`);
    return {
      contestants: loaded.map(({ label, detector, select }) => ({
        label: `TF.js (${label})`,
        async run() {
          await select();
          await detector.detect([pixels]);
        },
      })),
      checked: `${found[0]} objects on each backend`,
      release: () => loaded.forEach(({ detector }) => detector.dispose()),
    };
  },
}));
