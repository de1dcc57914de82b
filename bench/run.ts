/**
 * npm run bench            times the engine against TF.js and plain loops, prints a table, writes bench/results.json
 *                          and the table in docs/engine.md
 * npm run bench -- --peers also times torchvision, scikit-image, scikit-learn and SciPy where Python has them
 * npm run bench -- --table writes the table in docs/engine.md from bench/results.json and measures nothing
 * npm run bench -- nms     only benchmarks whose name contains a word (both files are left alone)
 */
import { readFileSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus, loadavg } from "node:os";
import { fileURLToPath } from "node:url";
import { benchmarks as focal } from "./focal";
import { benchmarks as hungarian } from "./hungarian";
import { benchmarks as iou } from "./iou";
import { benchmarks as network } from "./network";
import { benchmarks as nms } from "./nms";
import { benchmarks as proposals } from "./proposals";
import { benchmarks as roiAlign } from "./roi-align";
import { startPeer } from "./peers";
import { benchmarks as tsne } from "./tsne";
import { LEAST_ROUNDS, race, type Benchmark, type Timing } from "./timing";

const ALL: readonly Benchmark[] = [...nms, ...iou, ...roiAlign, ...hungarian, ...proposals, ...tsne, ...focal, ...network];

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
}

const figure = (ms: number): string => (ms >= 100 ? ms.toFixed(0) : ms >= 10 ? ms.toFixed(1) : ms >= 1 ? ms.toFixed(2) : ms.toFixed(3));

async function measure(benchmark: Benchmark, peers: boolean): Promise<Result> {
  const prepared = await benchmark.prepare();
  const rounds = Math.max(benchmark.rounds ?? LEAST_ROUNDS, LEAST_ROUNDS);
  const peer = peers && prepared.peer ? await startPeer(prepared.peer) : undefined;
  const present = peer && "contestant" in peer ? peer : undefined;
  const timings = await race(present ? [...prepared.contestants, present.contestant] : prepared.contestants, rounds, prepared.per, benchmark.warmUps);
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

function print({ name, goal, checked, rows, peerMissing }: Result): void {
  console.log(`\n${name}${goal ? `  [goal: ${goal}]` : ""}\n  checked: ${checked}`);
  const width = Math.max(...rows.map(({ label }) => label.length));
  for (const { label, median, min, max, n, ratio, note } of rows) {
    console.log(`  ${label.padEnd(width)}  ${figure(median).padStart(8)} ms  (${figure(min)} - ${figure(max)}, n=${n})  ${`${ratio.toFixed(2)}×`.padStart(8)}${note ? `  ${note}` : ""}`);
  }
  if (peerMissing) console.log(`  reference library not measured: ${peerMissing}`);
}

const RESULTS = fileURLToPath(new URL("./results.json", import.meta.url));

const PAGE = fileURLToPath(new URL("../docs/engine.md", import.meta.url));
const TABLE = /(<!-- bench -->\n)[\s\S]*(\n<!-- \/bench -->)/;

/** One line for each benchmark: the engine's median, then every other's as a multiple of it. */
function writeTable(): void {
  const { results } = JSON.parse(readFileSync(RESULTS, "utf8")) as { results: Result[] };
  const lines = results.map(({ name, goal, rows: [engine, ...others] }) => {
    const beside = others.map(({ label, ratio }) => `${label} ${ratio.toFixed(ratio < 10 ? 1 : 0)}×`).join(" · ");
    return `| ${name} | ${figure(engine.median)} | ${beside || "–"} | ${goal ?? "–"} |`;
  });
  const table = ["| work | engine, ms | others, as a multiple of the engine's time | goal |", "|---|---|---|---|", ...lines].join("\n");
  const page = readFileSync(PAGE, "utf8");
  if (!TABLE.test(page)) throw new Error("docs/engine.md has no place for the table (<!-- bench --> … <!-- /bench -->)");
  writeFileSync(PAGE, page.replace(TABLE, (_, before: string, after: string) => before + table + after));
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
  console.log(`Node ${machine.node}, ${machine.cpu}, ${machine.cores} cores, load ${machine.loadBefore.toFixed(2)}. Median of at least ${LEAST_ROUNDS}; × is against the engine in the same run.`);
  const results: Result[] = [];
  for (const benchmark of chosen) {
    const result = await measure(benchmark, peers);
    print(result);
    results.push(result);
  }
  const whole = words.length === 0;
  if (whole) {
    writeFileSync(RESULTS, `${JSON.stringify({ machine: { ...machine, loadAfter: loadavg()[0] }, peers, results }, null, 1)}\n`);
    writeTable();
    console.log("\nwritten to bench/results.json and docs/engine.md");
  }
}

await main();
