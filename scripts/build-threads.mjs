// Bundles the server's threads into dist/, all or those that are named; with --watch again at every change.
import { build, context } from "esbuild";

const THREADS = { grader: "lib/server/grading/worker.ts", notes: "lib/server/notes/documents/worker.ts" };

const named = process.argv.slice(2).filter((name) => name in THREADS);
const all = Object.entries(THREADS).filter(([name]) => named.length === 0 || named.includes(name));
const options = all.map(([name, entry]) => ({
  entryPoints: [entry],
  outfile: `dist/${name}.mjs`,
  bundle: true,
  platform: "node",
  target: "node20",
  format: "esm",
  sourcemap: "inline",
  tsconfig: "tsconfig.json",
  logLevel: "warning",
}));

for (const each of options)
  if (process.argv.includes("--watch")) await (await context(each)).watch();
  else await build(each);
