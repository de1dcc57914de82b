/** node scripts/run.mjs scripts/tasks/selective-search.ts   writes content/topics/selective-search/recorded.json from the topic's own task. */
import { writeFileSync } from "node:fs";
import { RECORDED } from "@/content/topics/selective-search/question";
import { tasks } from "@/content/topics/selective-search/tasks";
import { nodeContext } from "./context";

writeFileSync("content/topics/selective-search/recorded.json", `${JSON.stringify(await tasks.grown(RECORDED, nodeContext()))}\n`);
