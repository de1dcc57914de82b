// Runs one of the project's TypeScript scripts: node scripts/run.mjs scripts/gen.ts [args…]
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";

const tsx = createRequire(import.meta.url).resolve("tsx/cli");
const marker = new URL("server-marker.mjs", import.meta.url).href;
const [script, ...args] = process.argv.slice(2);
const result = spawnSync(process.execPath, [tsx, "--import", marker, script, ...args], { stdio: "inherit" });
process.exit(result.status ?? 1);
