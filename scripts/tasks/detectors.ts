import { readFileSync } from "node:fs";
import type { TaskContext } from "@/lib/challenges/task";
import { unpackModel, type ModelFile } from "@/lib/engine/detectors/files/weights";
import { kindOf } from "@/lib/engine/detectors/zoo.gpu";
import { nodeContext } from "./context";

/** The context of a task in Node with detectors on whatever backend is set. */
export function detectorContext(signal?: AbortSignal): TaskContext {
  const node = nodeContext(signal);
  const detector = async (name: string) => {
    const folder = `public/models/${name}`;
    const file = JSON.parse(readFileSync(`${folder}/model.json`, "utf8")) as ModelFile;
    return kindOf(name).load(unpackModel(file, readFileSync(`${folder}/weights.bin`)));
  };
  return { ...node, models: { ...node.models, detector } };
}
