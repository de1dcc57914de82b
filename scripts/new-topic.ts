/**
 * `npm run new:topic <id> [kind]`: copies content/topics/_template to content/topics/<id>, with every name put in, and writes
 * the indexes. The result passes the topic contract as it stands; then make it true.
 */
import { cpSync, existsSync, readFileSync, readdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { spawnSync } from "node:child_process";

const SLUG = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

export function newTopic(root: string, id: string, kind: string): string {
  for (const [name, value] of [
    ["topic id", id],
    ["challenge kind", kind],
  ] as const) {
    if (!SLUG.test(value)) throw new Error(`${name} "${value}" must be kebab-case: lower-case letters, digits and single hyphens`);
  }
  const folder = join(root, "content/topics", id);
  if (existsSync(folder)) throw new Error(`content/topics/${id} exists already; ids are never reused`);
  cpSync(join(root, "content/topics/_template"), folder, { recursive: true });
  renameSync(join(folder, "challenges/kind-name"), join(folder, "challenges", kind));
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    writeFileSync(file, readFileSync(file, "utf8").replaceAll("topic-id", id).replaceAll("kind-name", kind));
  }
  // The digests of the copy are its own: its name is part of every seed.
  writeFileSync(join(folder, "challenges", kind, "golden.json"), '{ "versions": {} }\n');
  return folder;
}

if (process.argv[1]?.endsWith("new-topic.ts")) {
  const [id, kind = `${id}-quiz`] = process.argv.slice(2);
  if (!id) {
    console.error("usage: npm run new:topic <id> [kind]");
    process.exit(1);
  }
  try {
    newTopic(process.cwd(), id, kind);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
  for (const step of [["scripts/gen.ts"], ["scripts/golden.ts", id, kind]]) {
    if (spawnSync(process.execPath, ["scripts/run.mjs", ...step], { stdio: "inherit" }).status !== 0) process.exit(1);
  }
  console.log(
    `content/topics/${id} is ready. Write design.md first, then topic.ts, the challenge, the lessons. npm run check holds the contract.`,
  );
}
