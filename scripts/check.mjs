// npm run check: types, lint, rooms, dead code and the unit tests of what changed since the last commit (or BOXUP_BASE), in under two minutes.
import { bin, generate, install, node } from "./setup.mjs";

install();
generate();
node("scripts/run.mjs", "scripts/gen.ts", "--check");
node(bin("next/dist/bin/next"), "typegen");
node(bin("typescript/bin/tsc"), "--noEmit");
node(bin("prettier/bin/prettier.cjs"), "--check", "--log-level", "warn", "--cache", ".");
node(bin("eslint/bin/eslint.js"), "--cache", "--cache-location", "node_modules/.boxup/eslint", ".");
node(bin("knip/bin/knip.js"));
node(bin("vitest/vitest.mjs"), "run", "--project", "unit", "--passWithNoTests", "--changed", process.env.BOXUP_BASE ?? "HEAD~1");
