import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus, loadavg } from "node:os";
import { adoptDatabase } from "@/lib/server/database";
import { closeGradingPool } from "@/lib/server/grading/pool";
import { brokenRules } from "@/tests/server/setup/broken";
import { openEmbedded, openPostgres } from "../databases";
import { measureCrowd } from "./crowd";
import { measureHistory } from "./history";
import { measureSubmissions } from "./submissions";
import { tableOf, type Report } from "./table";
import { demand } from "../timing";

const REPORT = "bench/server-report.json";
const DOCUMENT = "docs/database.md";
const PARTS = { history: measureHistory, submissions: measureSubmissions, crowd: measureCrowd } as const;
type Part = keyof typeof PARTS;

function writeTable(report: Report): void {
  const [before, rest] = readFileSync(DOCUMENT, "utf8").split("<!-- bench/server.ts -->\n");
  const after = rest.split("<!-- end -->")[1];
  writeFileSync(DOCUMENT, `${before}<!-- bench/server.ts -->\n\n${tableOf(report)}\n<!-- end -->${after}`);
}

/** Runs the parts that the command line names, or all of them. */
export async function main(): Promise<void> {
  process.env.NEXTAUTH_SECRET ??= "a secret of the benchmarks, long enough for anybody";
  const args = process.argv.slice(2);
  const stored = existsSync(REPORT) ? (JSON.parse(readFileSync(REPORT, "utf8")) as Report) : null;
  if (args.includes("--table") && stored !== null) return writeTable(stored);
  const names = Object.keys(PARTS) as Part[];
  const chosen = args.length === 0 ? names : names.filter((name) => args.includes(name));
  demand(
    spawnSync(process.execPath, ["scripts/build-threads.mjs", "grader"], { stdio: "inherit" }).status === 0,
    "the grading threads are built",
  );
  const machine = { node: process.version, cpu: cpus()[0]?.model ?? "unknown", cores: availableParallelism() };
  const report: Record<string, unknown> = { ...stored, machine };
  for (const name of chosen) {
    const results: unknown[] = [];
    for (const openOne of [openEmbedded, openPostgres]) {
      const open = await openOne();
      adoptDatabase(open);
      try {
        const loadBefore = loadavg()[0];
        const result = { database: open.kind, loadBefore, ...(await PARTS[name](open)) };
        const broken = await brokenRules(open);
        demand(Object.keys(broken).length === 0, `the invariants: ${JSON.stringify(broken).slice(0, 2000)}`);
        console.log(name, JSON.stringify(result));
        results.push(result);
      } finally {
        adoptDatabase(undefined);
        await open.close();
      }
    }
    report[name] = results;
    writeFileSync(REPORT, `${JSON.stringify(report, null, 1)}\n`);
    writeTable(report as unknown as Report);
  }
  await closeGradingPool();
}
