/** node scripts/run.mjs scripts/tasks/selective-search.ts   writes content/topics/selective-search/recorded.json from the topic's own task. */
import { writeFileSync } from "node:fs";
import sharp from "sharp";
import { RECORDED, type Grown } from "@/content/topics/selective-search/question";
import { tasks } from "@/content/topics/selective-search/tasks";
import { SCENE_SIDE } from "@/lib/engine/scenes/emoji";
import { nodeContext } from "./context";

/** The task's answer as it is kept: its pixels as a picture of a few kilobytes. */
export async function recordingOf(grown: Grown): Promise<Grown> {
  const picture = await sharp(Buffer.from(grown.seen), { raw: { width: SCENE_SIDE, height: SCENE_SIDE, channels: 3 } })
    .webp({ quality: 90, effort: 6 })
    .toBuffer();
  return { ...grown, seen: `data:image/webp;base64,${picture.toString("base64")}` };
}

if (process.argv[1]?.endsWith("tasks/selective-search.ts")) {
  const grown = await tasks.grown(RECORDED, nodeContext());
  writeFileSync("content/topics/selective-search/recorded.json", `${JSON.stringify(await recordingOf(grown))}\n`);
}
