/**
 * npm run mutate -- [folder or file…] [--concurrency n] [--force]: changes the folder's code in small ways, one at a time, and runs the tests that
 * answer for it. A change that no test notices survives. Without folders, all of them. What was tried before is remembered; --force forgets.
 * Survivors are printed. The share of a whole folder that was noticed is written to docs/testing.md; a file's is printed alone.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { FOLDERS } from "./mutate-folders";
import { countMutants, LEAST, readTable, survivorsOf, writeTable, type MutationReport } from "./mutants";

const STATE = "node_modules/.boxup/mutants";
const DOCS = "docs/testing.md";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { concurrency: { type: "string", default: "1" }, force: { type: "boolean", default: false } },
});
const places = positionals.length > 0 ? positionals : Object.keys(FOLDERS);
/** The folder of the table that a folder or file belongs to; undefined for a place that nothing answers for. */
const folderOf = (place: string): string | undefined =>
  Object.keys(FOLDERS).find((folder) => place === folder || (place.startsWith(`${folder}/`) && place.endsWith(".ts")));
const unknown = places.filter((place) => folderOf(place) === undefined);
if (unknown.length > 0) {
  console.error(`Not mutated: ${unknown.join(", ")}. Known: ${Object.keys(FOLDERS).join(", ")}`);
  process.exit(2);
}
mkdirSync(STATE, { recursive: true });

/** Mutates a folder or one file of it; the report that was written, or null when the folder's tests fail as they are. */
function mutate(place: string, folder: string): MutationReport | null {
  const name = folder.replaceAll("/", "-");
  const report = `${STATE}/${name}.report.json`;
  const config = `${STATE}/${name}.config.json`;
  rmSync(report, { force: true });
  writeFileSync(
    config,
    JSON.stringify({
      testRunner: "vitest",
      plugins: ["@stryker-mutator/vitest-runner"],
      vitest: { configFile: "scripts/mutate.config.ts", related: false },
      mutate: place === folder ? [`${folder}/**/*.ts`, "!**/*.test.ts"] : [place],
      coverageAnalysis: "perTest",
      incremental: true,
      incrementalFile: `${STATE}/${name}.known.json`,
      force: values.force,
      concurrency: Number(values.concurrency),
      disableTypeChecks: false,
      timeoutMS: 20_000,
      dryRunTimeoutMinutes: 20,
      ignorePatterns: ["/public", "/.next", "/dist", "/.data", "/test-results", "/playwright-report", "/docs", "/bench"],
      reporters: ["json", "progress-append-only"],
      jsonReporter: { fileName: report },
    }),
  );
  spawnSync(process.execPath, ["node_modules/@stryker-mutator/core/bin/stryker.js", "run", config], {
    stdio: "inherit",
    env: { ...process.env, BOXUP_MUTATE: folder },
  });
  try {
    return JSON.parse(readFileSync(report, "utf8")) as MutationReport;
  } catch {
    return null;
  }
}

let failed = false;
for (const place of places) {
  const folder = folderOf(place) ?? place;
  console.log(`\n=== ${place}`);
  const report = mutate(place, folder);
  if (report === null) {
    console.error(`${place}: no report; the tests fail as they are`);
    failed = true;
    continue;
  }
  // What was tried before of other files stands in the report too.
  const tried = place === folder ? report : { files: { [place]: report.files[place] } };
  const counts = countMutants(tried);
  for (const line of survivorsOf(tried)) console.log(line);
  console.log(`${place}: ${counts.killed} of ${counts.total} noticed (${counts.percent} %), ${counts.ignored} left out by name`);
  if (counts.percent < LEAST) failed = true;
  if (place !== folder) continue;
  const text = readFileSync(DOCS, "utf8");
  writeFileSync(DOCS, writeTable(text, { ...readTable(text), [folder]: counts }));
}
process.exit(failed ? 1 : 0);
