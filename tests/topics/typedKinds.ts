import { readdirSync } from "node:fs";
import type { Challenge } from "@/lib/challenges";

type Anything = unknown;
const modules = import.meta.glob<{ challenge: Challenge<Anything, Anything, Anything, Anything> }>(
  "../../content/topics/*/challenges/*/challenge.ts",
  { eager: true },
);

/** Every challenge with its own functions (the sealed registry hides `solve` and `view` behind seeds). */
export function typedKinds(): Challenge<Anything, Anything, Anything, Anything>[] {
  return Object.entries(modules)
    .filter(([path]) => !path.includes("/_template/"))
    .map(([, module]) => module.challenge);
}

export function topicFolders(): string[] {
  return readdirSync("content/topics", { withFileTypes: true })
    .filter((d) => d.isDirectory() && !d.name.startsWith("_"))
    .map((d) => d.name);
}
