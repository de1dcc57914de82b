/** node scripts/run.mjs scripts/tasks/occlusion.ts   writes content/topics/occlusion/recorded.json from the topic's own task. */
import { writeFileSync } from "node:fs";
import type { Swept } from "@/content/topics/occlusion/looked";
import { RECORDED, type Recording } from "@/content/topics/occlusion/recording";
import { tasks } from "@/content/topics/occlusion/tasks";
import type { TaskContext } from "@/lib/challenges/task";
import { createGpuNetwork } from "@/lib/engine/nets/network.gpu";
import { startBackend } from "../training/backend";
import { nodeContext } from "./context";
import { halved } from "./halved";

/** The context of a task in Node with networks on whatever backend is set. */
export function classifierContext(signal?: AbortSignal): TaskContext<unknown> {
  const node = nodeContext(signal);
  return { ...node, models: { ...node.models, gpuNetwork: async (name) => createGpuNetwork(await node.models.network(name)) } };
}

/** The recorded example: the picture at half its side, scores in thousandths. */
export async function recordingOf(): Promise<Recording> {
  const [{ pixels, drawing, labels }, { value, scores }] = [
    await tasks.scene(RECORDED, classifierContext() as TaskContext),
    await tasks.sweep(RECORDED, classifierContext() as TaskContext<Swept>),
  ];
  const round = (score: number) => Number(score.toFixed(3));
  return { value: round(value), scores: Array.from(scores, round), labels, pixels: halved(pixels, 3), drawing: JSON.stringify(drawing) };
}

if (process.argv[1]?.endsWith("tasks/occlusion.ts")) {
  await startBackend();
  writeFileSync("content/topics/occlusion/recorded.json", `${JSON.stringify(await recordingOf())}\n`);
}
