// Bundles the grading thread (lib/server/grading/worker.ts) into dist/grader.mjs; with --watch again at every change.
import { build, context } from "esbuild";

const options = {
  entryPoints: ["lib/server/grading/worker.ts"],
  outfile: "dist/grader.mjs",
  bundle: true,
  platform: "node",
  target: "node20",
  format: "esm",
  sourcemap: "inline",
  tsconfig: "tsconfig.json",
  logLevel: "warning",
};

if (process.argv.includes("--watch")) await (await context(options)).watch();
else await build(options);
