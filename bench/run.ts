/**
 * npm run bench            times the engine against TF.js and plain loops, prints a table, writes bench/results.json
 *                          and the table in docs/engine.md
 * npm run bench -- --peers also times torchvision, scikit-image, scikit-learn and SciPy where Python has them
 * npm run bench -- --table writes the table in docs/engine.md from bench/results.json and measures nothing
 * npm run bench -- nms     only benchmarks whose name contains a word (both files are left alone; with --update these
 *                          rows are replaced in both)
 * npm run bench -- --browser  the browser's benchmarks instead, on every backend of a headless Chromium
 */
import { readFileSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus, loadavg } from "node:os";
import { fileURLToPath } from "node:url";
import { runInBrowser } from "./browser/launch";
import { benchmarks as explain } from "./explain";
import { benchmarks as focal } from "./focal";
import { benchmarks as hungarian } from "./hungarian";
import { benchmarks as iou } from "./iou";
import { benchmarks as models } from "./models";
import { benchmarks as network } from "./network";
import { benchmarks as nms } from "./nms";
import { benchmarks as proposals } from "./proposals";
import { benchmarks as roiAlign } from "./roi-align";
import { startPeer } from "./peers";
import { benchmarks as tsne } from "./tsne";
import { LEAST_ROUNDS, race, type Benchmark, type Timing } from "./timing";

const ALL: readonly Benchmark[] = [
  ...nms,
  ...iou,
  ...roiAlign,
  ...hungarian,
  ...proposals,
  ...tsne,
  ...focal,
  ...network,
  ...models,
  ...explain,
];

interface Row extends Timing {
  /** This row's median over the engine's. */
  readonly ratio: number;
  readonly note?: string;
}
interface Result {
  readonly name: string;
  readonly goal?: string;
  readonly checked: string;
  readonly rows: readonly Row[];
  readonly peerMissing?: string;
  /** The browser's version, for what ran in one. */
  readonly browser?: string;
  /** Backends that the browser lacked. */
  readonly absent?: readonly string[];
}

interface Stored {
  readonly machine: unknown;
  readonly peers: boolean;
  readonly results: readonly Result[];
}

const figure = (ms: number): string => (ms >= 100 ? ms.toFixed(0) : ms >= 10 ? ms.toFixed(1) : ms >= 1 ? ms.toFixed(2) : ms.toFixed(3));

async function measure(benchmark: Benchmark, peers: boolean): Promise<Result> {
  const prepared = await benchmark.prepare();
  const rounds = Math.max(benchmark.rounds ?? LEAST_ROUNDS, LEAST_ROUNDS);
  const peer = peers && prepared.peer ? await startPeer(prepared.peer) : undefined;
  const present = peer && "contestant" in peer ? peer : undefined;
  const timings = await race(
    present ? [...prepared.contestants, present.contestant] : prepared.contestants,
    rounds,
    prepared.per,
    benchmark.warmUps,
  );
  present?.stop();
  prepared.release?.();
  const engine = timings[0].median;
  return {
    name: benchmark.name,
    goal: benchmark.goal,
    checked: prepared.checked,
    rows: timings.map((t) => ({ ...t, ratio: t.median / engine, note: t.label === present?.contestant.label ? present.note : undefined })),
    peerMissing: peer && "missing" in peer ? peer.missing : undefined,
  };
}

async function measureInBrowser(words: readonly string[]): Promise<Result[]> {
  const { version, results } = await runInBrowser(words);
  return results.map(({ timings, ...rest }) => ({
    ...rest,
    browser: version,
    rows: timings.map((t) => ({ ...t, ratio: t.median / timings[0].median })),
  }));
}

function print({ name, goal, checked, rows, peerMissing, absent = [] }: Result): void {
  console.log(`\n${name}${goal ? `  [goal: ${goal}]` : ""}\n  checked: ${checked}`);
  const width = Math.max(...rows.map(({ label }) => label.length));
  for (const { label, median, min, max, n, ratio, note } of rows) {
    console.log(
      `  ${label.padEnd(width)}  ${figure(median).padStart(8)} ms  (${figure(min)} - ${figure(max)}, n=${n})  ${`${ratio.toFixed(2)}×`.padStart(8)}${note ? `  ${note}` : ""}`,
    );
  }
  for (const backend of absent) console.log(`  not measured: ${backend}`);
  if (peerMissing) console.log(`  reference library not measured: ${peerMissing}`);
}

const RESULTS = fileURLToPath(new URL("./results.json", import.meta.url));

const PAGE = fileURLToPath(new URL("../docs/engine.md", import.meta.url));
const TABLE = /(<!-- bench -->\n)[\s\S]*(\n<!-- \/bench -->)/;

/** One line for each benchmark: the engine's median, then every other's as a multiple of it. */
function writeTable(): void {
  const { results } = JSON.parse(readFileSync(RESULTS, "utf8")) as Stored;
  const lines = results.map(({ name, goal, rows: [engine, ...others] }) => {
    const beside = others.map(({ label, ratio }) => `${label} ${ratio.toFixed(ratio < 10 ? 1 : 0)}×`).join(" · ");
    return `| ${name} | ${figure(engine.median)} | ${beside || "–"} | ${goal ?? "–"} |`;
  });
  const table = ["| work | engine, ms | others, as a multiple of the engine's time | goal |", "|---|---|---|---|", ...lines].join("\n");
  const page = readFileSync(PAGE, "utf8");
  if (!TABLE.test(page)) throw new Error("docs/engine.md has no place for the table (<!-- bench --> … <!-- /bench -->)");
  writeFileSync(
    PAGE,
    page.replace(TABLE, (_, before: string, after: string) => before + table + after),
  );
}

/** Puts new results in the place of those of the same name, or at the end. */
function merge(before: readonly Result[], now: readonly Result[]): Result[] {
  const added = now.filter(({ name }) => !before.some((old) => old.name === name));
  return [...before.map((old) => now.find(({ name }) => name === old.name) ?? old), ...added];
}

async function main(): Promise<void> {
  const args = process.argv.slice(2);
  if (args.includes("--table")) {
    writeTable();
    return;
  }
  const peers = args.includes("--peers");
  const words = args.filter((a) => !a.startsWith("--")).map((a) => a.toLowerCase());
  const chosen = ALL.filter(({ name }) => words.every((word) => name.toLowerCase().includes(word)));
  const machine = { node: process.version, cpu: cpus()[0]?.model ?? "unknown", cores: availableParallelism(), loadBefore: loadavg()[0] };
  console.log(
    `Node ${machine.node}, ${machine.cpu}, ${machine.cores} cores, load ${machine.loadBefore.toFixed(2)}. Median of at least ${LEAST_ROUNDS}; × is against the engine in the same run.`,
  );
  const inBrowser = args.includes("--browser");
  const results: Result[] = inBrowser ? await measureInBrowser(words) : [];
  results.forEach(print);
  for (const benchmark of inBrowser ? [] : chosen) {
    const result = await measure(benchmark, peers);
    print(result);
    results.push(result);
  }
  const stored = JSON.parse(readFileSync(RESULTS, "utf8")) as Stored;
  const part = inBrowser || words.length > 0;
  if (part && !inBrowser && !args.includes("--update")) return;
  const next: Stored = part
    ? { ...stored, results: merge(stored.results, results) }
    : {
        machine: { ...machine, loadAfter: loadavg()[0] },
        peers,
        results: [...results, ...stored.results.filter(({ browser }) => browser)],
      };
  writeFileSync(RESULTS, `${JSON.stringify(next, null, 1)}\n`);
  writeTable();
  console.log("\nwritten to bench/results.json and docs/engine.md");
}

await main();
