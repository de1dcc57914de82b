// Bundles the grading thread (lib/server/grading/worker.ts) into dist/grader.mjs.
import { build } from "esbuild";

await build({
  entryPoints: ["lib/server/grading/worker.ts"],
  outfile: "dist/grader.mjs",
  bundle: true,
  platform: "node",
  target: "node20",
  format: "esm",
  sourcemap: "inline",
  tsconfig: "tsconfig.json",
  logLevel: "warning",
});
