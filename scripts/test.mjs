// npm test: types, lint, unit, property, oracle, database and browser tests (Chromium, Firefox, WebKit). Ends with one line "N passed, N failed, N skipped".
// `npm test -- --thorough` looks at a thousand seeds of every kind and level instead of a hundred.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { ADVICE, findChromium } from "./browser.mjs";
import { bin, build, generate, install, root } from "./setup.mjs";

if (process.argv.includes("--thorough")) process.env.BOXUP_THOROUGH = "all";

install();
generate();

const reports = "node_modules/.boxup/reports";
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
const total = { passed: 0, failed: 0, skipped: 0 };
let brokenStep = false;

function step(name, args, env = {}) {
  console.log(`\n=== ${name}`);
  const result = spawnSync(process.execPath, args, { stdio: "inherit", cwd: root, env: { ...process.env, ...env } });
  return result.status === 0;
}

/** A step without cases of its own counts as one test. */
function single(name, args, env) {
  if (step(name, args, env)) total.passed++;
  else total.failed++;
}

function vitest(project, env = {}) {
  const file = `${reports}/${project}.json`;
  const fine = step(
    project,
    [bin("vitest/vitest.mjs"), "run", "--project", project, "--reporter=default", "--reporter=json", `--outputFile.json=${file}`],
    env,
  );
  if (!existsSync(file)) {
    total.failed++;
    return;
  }
  const report = JSON.parse(readFileSync(file, "utf8"));
  total.passed += report.numPassedTests;
  total.failed += report.numFailedTests;
  total.skipped += report.numPendingTests;
  // A file that cannot be loaded fails without a failed test.
  if (!fine && report.numFailedTests === 0) total.failed++;
}

const postgres = existsSync("/usr/lib/postgresql") && readdirSync("/usr/lib/postgresql").length > 0;
if (!postgres && !process.env.TEST_DATABASE_URL)
  console.log("No PostgreSQL server found: database tests run on the embedded database only.");

single("generated files are fresh", ["scripts/run.mjs", "scripts/gen.ts", "--check"]);
single("route types", [bin("next/dist/bin/next"), "typegen"]);
single("types", [bin("typescript/bin/tsc"), "--noEmit"]);
single("format", [bin("prettier/bin/prettier.cjs"), "--check", "--log-level", "warn", "."]);
single("lint", [bin("eslint/bin/eslint.js"), "."]);
single("dead code", [bin("knip/bin/knip.js")]);
vitest("unit");
vitest("server", postgres ? { BOXUP_TEST_POSTGRES: "1" } : {});

console.log("\n=== build");
build();

const chromium = await findChromium();
if (chromium === null) {
  console.error(ADVICE);
  if (process.env.CI) total.failed++;
  else {
    console.log("SKIPPED: no browser");
    total.skipped++;
  }
} else {
  const file = `${reports}/browser.json`;
  const fine = step("browser", [bin("@playwright/test/cli.js"), "test"], { BOXUP_CHROMIUM: chromium, PLAYWRIGHT_JSON_OUTPUT_NAME: file });
  if (existsSync(file)) {
    const { stats } = JSON.parse(readFileSync(file, "utf8"));
    total.passed += stats.expected + stats.flaky;
    total.failed += stats.unexpected;
    total.skipped += stats.skipped;
    if (!fine && stats.unexpected === 0) brokenStep = true;
  } else brokenStep = true;
}
if (brokenStep) total.failed++;

// Firefox and WebKit, where they are installed, on the same build.
vitest("browsers");

console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exit(total.failed === 0 ? 0 : 1);
