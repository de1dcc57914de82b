// npm run check: types, lint, rooms, dead code and unit tests, in under two minutes: a tenth of the seeds that `npm test` looks at.
import { bin, generate, install, node } from "./setup.mjs";

process.env.BOXUP_SEEDS ??= "100";

install();
generate();
node("scripts/run.mjs", "scripts/gen.ts", "--check");
node(bin("next/dist/bin/next"), "typegen");
node(bin("typescript/bin/tsc"), "--noEmit");
node(bin("prettier/bin/prettier.cjs"), "--check", "--log-level", "warn", "--cache", ".");
node(bin("eslint/bin/eslint.js"), "--cache", "--cache-location", "node_modules/.boxup/eslint", ".");
node(bin("knip/bin/knip.js"));
node(bin("vitest/vitest.mjs"), "run", "--project", "unit");
