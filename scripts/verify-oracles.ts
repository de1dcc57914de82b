/**
 * npm run verify:oracles -- <folder>
 * Reads every reference file (*.json) of a folder, runs the engine function it is about and prints one line for each; where
 * the function has a TF.js twin also one line for each backend that Node has.
 * Exits with 1 when a file fails, cannot be read or has no function, with 2 when the folder cannot be read.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseOracle, runFile, type FileResult } from "../tests/oracles/adapter";
import { NODE_BACKENDS, type Twin } from "../tests/oracles/twin";
import { kindOf, resolve, type Adapters } from "../tests/oracles/registry";

const MOST_FAILURES_SHOWN = 5;

/** Every tests/oracles/<area>/adapters.ts brings its own. */
async function loadAdapters(): Promise<Adapters> {
  const root = fileURLToPath(new URL("../tests/oracles", import.meta.url));
  let all: Adapters = {};
  for (const area of readdirSync(root).sort()) {
    const file = path.join(root, area, "adapters.ts");
    if (!existsSync(file)) continue;
    const { adapters } = (await import(pathToFileURL(file).href)) as { adapters: Adapters };
    const twice = Object.keys(adapters).find((name) => name in all);
    if (twice) throw new Error(`two adapters are called ${twice} (the second in ${area})`);
    all = { ...all, ...adapters };
  }
  return all;
}

/** Every tests/oracles/<area>/twins.ts brings the TF.js twins of some of that area's adapters, by the same names. */
async function loadTwins(): Promise<Readonly<Partial<Record<string, Twin>>>> {
  const root = fileURLToPath(new URL("../tests/oracles", import.meta.url));
  let all: Record<string, Twin> = {};
  for (const area of readdirSync(root).sort()) {
    const file = path.join(root, area, "twins.ts");
    if (existsSync(file)) all = { ...all, ...((await import(pathToFileURL(file).href)) as { twins: Record<string, Twin> }).twins };
  }
  return all;
}

interface Line {
  file: string;
  cases: string;
  absolute: string;
  relative: string;
  verdict: "PASS" | "FAIL";
  notes: string[];
}

async function check(folder: string, file: string, adapters: Adapters, twins: Readonly<Partial<Record<string, Twin>>>): Promise<Line[]> {
  const bad = (note: string, cases = "-"): Line[] => [{ file, cases, absolute: "-", relative: "-", verdict: "FAIL", notes: [note] }];
  let oracle;
  try {
    oracle = parseOracle(readFileSync(path.join(folder, file), "utf8"));
  } catch (error) {
    return bad(`not a reference file: ${error instanceof Error ? error.message : String(error)}`);
  }
  const adapter = resolve(adapters, oracle, file);
  if (!adapter)
    return bad(
      `no engine function for "${oracle.function}"${kindOf(oracle, file) ? ` (${kindOf(oracle, file)})` : ""}`,
      String(oracle.cases.length),
    );
  const lines = [lineOf(file, runFile(oracle, adapter))];
  const twin = twins[kindOf(oracle, file) ?? ""];
  if (!twin) return lines;
  for (const backend of NODE_BACKENDS) {
    const named = `${file} (${backend})`;
    lines.push(
      await twin(oracle, backend).then(
        (result) => lineOf(named, result),
        (error: unknown): Line => ({ ...bad(String(error))[0], file: named }),
      ),
    );
  }
  return lines;
}

function lineOf(file: string, { cases, absolute, relative, pass, failures }: FileResult): Line {
  const notes = failures.slice(0, MOST_FAILURES_SHOWN);
  if (failures.length > notes.length) notes.push(`and ${failures.length - notes.length} more`);
  return {
    file,
    cases: String(cases),
    absolute: absolute.toExponential(1),
    relative: relative.toExponential(1),
    verdict: pass ? "PASS" : "FAIL",
    notes,
  };
}

function listFiles(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.toLowerCase().endsWith(".json"))
      .sort();
  } catch (error) {
    console.error(`cannot read the folder ${folder}: ${error instanceof Error ? error.message : String(error)}`);
    process.exit(2);
  }
}

async function main(): Promise<void> {
  const folder = process.argv[2];
  if (!folder) {
    console.error("usage: npm run verify:oracles -- <folder with reference files>");
    process.exit(2);
  }
  const files = listFiles(folder);
  if (files.length === 0) {
    console.error(`no .json files in ${folder}`);
    process.exit(1);
  }
  const adapters = await loadAdapters();
  const twins = await loadTwins();
  const width = Math.max(4, ...files.map((name) => name.length + " (wasm)".length));
  const print = (file: string, cases: string, absolute: string, relative: string, verdict: string) =>
    console.log(`${file.padEnd(width)}  ${cases.padStart(5)}  ${absolute.padStart(9)}  ${relative.padStart(9)}  ${verdict}`);
  print("file", "cases", "worst abs", "worst rel", "verdict");
  const failed: string[] = [];
  for (const file of files) {
    const lines = await check(folder, file, adapters, twins);
    for (const line of lines) {
      print(line.file, line.cases, line.absolute, line.relative, line.verdict);
      for (const note of line.notes) console.log(`    ${note}`);
    }
    if (lines.some(({ verdict }) => verdict === "FAIL")) failed.push(file);
  }
  console.log(
    failed.length === 0 ? `${files.length} files, all passed` : `${failed.length} of ${files.length} files failed: ${failed.join(", ")}`,
  );
  process.exit(failed.length === 0 ? 0 : 1);
}

await main();
