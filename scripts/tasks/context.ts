/** What tasks are handed in Node: models and drawings straight from public/, no tensor backend. */
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import type { TaskContext } from "@/lib/challenges/task";
import { unpackModel, type ModelFile } from "@/lib/engine/detectors/files/weights";
import { HELD_OUT_STYLE, readAtlas, TRAIN_STYLES, type EmojiStyle } from "@/lib/engine/scenes/emoji";

const onGpu = (): never => {
  throw new Error("there is no tensor backend here");
};

const atlas = (style: EmojiStyle) => readAtlas(readFileSync(`public/emojivoc/${style}.bin`));

/** @param signal aborts the task at its next pause */
export function nodeContext(signal: AbortSignal = new AbortController().signal): TaskContext<unknown> {
  return {
    models: {
      network: async (name) => {
        const file = JSON.parse(readFileSync(`public/models/${name}/model.json`, "utf8")) as ModelFile;
        return unpackModel(file, readFileSync(`public/models/${name}/weights.bin`)).networks.main.network;
      },
      gpuNetwork: async () => onGpu(),
      detector: async () => onGpu(),
    },
    pictures: { atlas, atlases: (held) => Promise.all(held ? [atlas(HELD_OUT_STYLE)] : TRAIN_STYLES.map(atlas)) },
    backend: async () => onGpu(),
    signal,
    onProgress: () => undefined,
    pause: async () => signal.throwIfAborted(),
    now: () => performance.now(),
  };
}

/** How many scenes a script goes through: its `--scenes`. @param usual where nothing is said */
export function scenesWanted(usual: number): number {
  const { values } = parseArgs({ options: { scenes: { type: "string", default: String(usual) } } });
  return Number(values.scenes);
}

/** The shipped classifier and the drawings it was trained on. */
export async function classifierAndDrawings() {
  const { models, pictures } = nodeContext();
  const [network, atlases] = await Promise.all([models.network("classifier"), pictures.atlases(false)]);
  return { network, atlases };
}
