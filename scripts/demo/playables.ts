import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Playable } from "./answers";

/** Every kind with those who must not pass it, by kind: rivals stand in no index, since only tests and this ask them. */
export async function playablesUnder(root: string): Promise<Map<string, Playable>> {
  const found = new Map<string, Playable>();
  for (const topic of readdirSync(root)) {
    const folder = join(root, topic, "challenges");
    if (topic.startsWith("_") || !existsSync(folder)) continue;
    for (const kind of readdirSync(folder)) {
      const load = async (file: string): Promise<object> => (await import(pathToFileURL(join(folder, kind, file)).href)) as object;
      found.set(kind, { ...(await load("challenge.ts")), ...(await load("rivals.ts")) } as Playable);
    }
  }
  return found;
}
