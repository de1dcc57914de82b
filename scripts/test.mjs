// npm test: types, lint, unit, property, oracle, database and browser tests (Chromium, Firefox, WebKit). Ends with one line "N passed, N failed, N skipped".
// `npm test -- --thorough` looks at a thousand seeds of every kind and level instead of a hundred.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { relative } from "node:path";
import { ADVICE, findChromium } from "./browser.mjs";
import { bin, build, generate, install, root } from "./setup.mjs";

if (process.argv.includes("--thorough")) process.env.BOXUP_THOROUGH = "all";

install();
generate();

const reports = "node_modules/.boxup/reports";
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
const total = { passed: 0, failed: 0, skipped: 0 };
/** What failed, said again at the end: the beginning of a long output is often cut off. */
const failures = [];
/** What passed only at the second try: in CI a machine that pauses for a moment is not to stop everything, but it is said. */
const secondTries = [];

function failed(name) {
  total.failed++;
  failures.push(name);
}

/** How long each step took, and each file, said at the end. */
const times = [];
const files = [];
const begun = performance.now();
const minutes = (ms) => `${(ms / 60_000).toFixed(1)} min`;

function step(name, args, env = {}) {
  console.log(`\n=== ${name}`);
  const from = performance.now();
  const result = spawnSync(process.execPath, args, { stdio: "inherit", cwd: root, env: { ...process.env, ...env } });
  times.push(`${name}: ${minutes(performance.now() - from)}`);
  return result.status === 0;
}

const fromRoot = (file) => relative(root, file);

/** Titles of the browser tests that failed at every try. */
function unexpected(suites, above = []) {
  return suites.flatMap(({ title, specs = [], suites: inner = [] }) => [
    ...specs.filter(({ ok }) => !ok).map((spec) => [...above, title, spec.title].join(" › ")),
    ...unexpected(inner, [...above, title]),
  ]);
}

/** How long the tests of each file of the browser took, whatever the try. */
function timesOf(suites) {
  const tests = (suite) => [...(suite.specs ?? []).flatMap(({ tests }) => tests), ...(suite.suites ?? []).flatMap(tests)];
  const spent = (suite) =>
    tests(suite)
      .flatMap(({ results }) => results)
      .reduce((sum, { duration }) => sum + duration, 0);
  return suites.map((suite) => [spent(suite), `browser: ${suite.file}`]);
}

/** Steps without cases of their own, each of which counts as one test, side by side: each of them keeps one core busy. */
async function sideBySide(steps) {
  const from = performance.now();
  const one = ([name, ...args]) =>
    new Promise((resolve) => {
      let said = "";
      const child = spawn(process.execPath, args, { cwd: root });
      for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text) => (said += text));
      child.once("close", (code) => {
        console.log(`\n=== ${name}\n${said}`);
        if (code === 0) total.passed++;
        else failed(name);
        resolve();
      });
    });
  const waiting = [...steps];
  const hand = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await one(next);
  };
  await Promise.all([hand(), hand()]);
  times.push(`${steps.map(([name]) => name).join(", ")}: ${minutes(performance.now() - from)}`);
}

function vitest(project, env = {}) {
  const file = `${reports}/${project}.json`;
  const tries = `${reports}/${project}.second-tries.json`;
  const reporters = ["--reporter=default", "--reporter=json", "--reporter=./scripts/second-try.mjs", `--outputFile.json=${file}`];
  const retry = process.env.CI ? ["--retry=1"] : [];
  const fine = step(project, [bin("vitest/vitest.mjs"), "run", "--project", project, ...retry, ...reporters], {
    ...env,
    BOXUP_SECOND_TRIES: tries,
  });
  if (existsSync(tries)) secondTries.push(...JSON.parse(readFileSync(tries, "utf8")).map((name) => `${project}: ${name}`));
  if (!existsSync(file)) {
    failed(`${project}: no report`);
    return;
  }
  const report = JSON.parse(readFileSync(file, "utf8"));
  total.passed += report.numPassedTests;
  total.skipped += report.numPendingTests;
  for (const { name, message, assertionResults, startTime, endTime } of report.testResults) {
    files.push([endTime - startTime, fromRoot(name)]);
    const cases = assertionResults.filter(({ status }) => status === "failed");
    for (const { fullName, failureMessages } of cases)
      failed(`${project}: ${fromRoot(name)} › ${fullName}\n    ${failureMessages[0] ?? ""}`);
    // A file that cannot be loaded fails without a failed test.
    if (cases.length === 0 && message !== "") failed(`${project}: ${fromRoot(name)}\n    ${message}`);
  }
  if (!fine && report.success) failed(`${project}: ended with an error outside its tests`);
}

const postgres = existsSync("/usr/lib/postgresql") && readdirSync("/usr/lib/postgresql").length > 0;
if (!postgres && !process.env.TEST_DATABASE_URL)
  console.log("No PostgreSQL server found: database tests run on the embedded database only.");

await sideBySide([
  ["generated files are fresh", "scripts/run.mjs", "scripts/gen.ts", "--check"],
  ["route types", bin("next/dist/bin/next"), "typegen"],
]);
// The longest first.
await sideBySide([
  ["lint", bin("eslint/bin/eslint.js"), "."],
  ["types", bin("typescript/bin/tsc"), "--noEmit"],
  ["format", bin("prettier/bin/prettier.cjs"), "--check", "--log-level", "warn", "."],
  ["dead code", bin("knip/bin/knip.js")],
]);
vitest("unit");
vitest("server", postgres ? { BOXUP_TEST_POSTGRES: "1" } : {});

console.log("\n=== build");
const built = performance.now();
build({ typesChecked: true });
times.push(`build: ${minutes(performance.now() - built)}`);

const chromium = await findChromium();
if (chromium === null) {
  console.error(ADVICE);
  if (process.env.CI) failed("browser: none found");
  else {
    console.log("SKIPPED: no browser");
    total.skipped++;
  }
} else {
  const file = `${reports}/browser.json`;
  const fine = step("browser", [bin("@playwright/test/cli.js"), "test"], { BOXUP_CHROMIUM: chromium, PLAYWRIGHT_JSON_OUTPUT_NAME: file });
  if (existsSync(file)) {
    const { stats, suites } = JSON.parse(readFileSync(file, "utf8"));
    total.passed += stats.expected + stats.flaky;
    total.skipped += stats.skipped;
    files.push(...timesOf(suites));
    for (const name of unexpected(suites)) failed(`browser: ${name}`);
    if (!fine && stats.unexpected === 0) failed("browser: ended with an error outside its tests");
  } else failed("browser: no report");
}

// Firefox and WebKit, where they are installed, on the same build.
vitest("browsers");

const list = (title, lines) => {
  if (lines.length > 0) console.log(`\n=== ${title}\n${lines.map((line) => `- ${line.slice(0, 600)}`).join("\n")}`);
};
const slowest = files.sort(([a], [b]) => b - a).slice(0, 30);
list(
  "the files that take longest, two at a time",
  slowest.map(([ms, name]) => `${(ms / 1000).toFixed(0)} s  ${name}`),
);
list("wall time", [...times, `all: ${minutes(performance.now() - begun)}`]);
list("what passed only at the second try", secondTries);
list("what failed", failures);
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exit(total.failed === 0 ? 0 : 1);
