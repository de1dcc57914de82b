/**
 * node scripts/run.mjs bench/lighthouse.ts [words of a page's address] [--rounds 3] [--table]
 * Lighthouse's mobile simulation (150 ms, 1.6 Mbit/s, processor four times slower) of the built site, the median of each figure over the
 * rounds: largest paint, blocking time, layout shift, best practices, and what a first visit brings. Writes bench/lighthouse-report.json
 * and the table of docs/speed.md. Lighthouse comes by npx: with what it needs it weighs 185 MB, more than a development package should.
 * Run it in a quiet minute: another process on the same cores doubles the times. `npm run build` first.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
// @ts-expect-error -- plain JavaScript, shared with the test scripts
import { ADVICE, findChromium } from "@/scripts/browser.mjs";
import { writeMarked } from "@/scripts/marked";
import { startSite } from "./browser/site";
import { demand } from "./timing";

const LIGHTHOUSE = "lighthouse@12.8.2";
const PAGES = ["/ko", "/en", "/ko/learn", "/ko/learn/nms", "/ko/learn/guided-backprop", "/ko/play/nms-survivors"];
const REPORT = "bench/lighthouse-report.json";
const DOCUMENT = "docs/speed.md";
const PORT = Number(process.env.BOXUP_TEST_PORT ?? 3450);

/** What is read of a Lighthouse report. Times in ms. */
interface Report {
  readonly runtimeError?: { readonly message: string };
  readonly lighthouseVersion: string;
  readonly categories: Readonly<Record<"performance" | "best-practices", { readonly score: number }>>;
  readonly audits: {
    readonly [name in "first-contentful-paint" | "largest-contentful-paint" | "total-blocking-time" | "cumulative-layout-shift"]: {
      readonly numericValue: number;
    };
  } & {
    readonly "network-requests": {
      readonly details: {
        readonly items: readonly { readonly resourceType: string; readonly transferSize: number; readonly url: string }[];
      };
    };
  };
}

/** One visit. Times in ms, sizes in bytes. */
interface Visit {
  readonly performance: number;
  readonly bestPractices: number;
  readonly firstPaint: number;
  readonly largestPaint: number;
  readonly blocking: number;
  readonly shift: number;
  readonly fonts: number;
  readonly whole: number;
}

interface Stored {
  readonly machine: {
    readonly node: string;
    readonly cpu: string;
    readonly cores: number;
    readonly lighthouse: string;
    readonly chromium: string;
  };
  readonly rounds: number;
  readonly pages: Readonly<Record<string, Visit & { readonly loadBefore: number }>>;
}

function visitOf({ categories, audits }: Report): Visit {
  const { items } = audits["network-requests"].details;
  const bytes = (only: (item: (typeof items)[number]) => boolean) =>
    items.filter(only).reduce((sum, { transferSize }) => sum + transferSize, 0);
  return {
    performance: categories.performance.score * 100,
    bestPractices: categories["best-practices"].score * 100,
    firstPaint: audits["first-contentful-paint"].numericValue,
    largestPaint: audits["largest-contentful-paint"].numericValue,
    blocking: audits["total-blocking-time"].numericValue,
    shift: audits["cumulative-layout-shift"].numericValue,
    fonts: bytes(({ resourceType }) => resourceType === "Font"),
    whole: bytes(() => true),
  };
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) / 2)];

/** The median of each figure by itself. */
function medians(visits: readonly Visit[]): Visit {
  const names = Object.keys(visits[0]) as (keyof Visit)[];
  return Object.fromEntries(names.map((name) => [name, median(visits.map((visit) => visit[name]))])) as unknown as Visit;
}

function visit(page: string, browser: string, folder: string): Report {
  const path = join(folder, "report.json");
  const flags = ["--quiet", "--output=json", `--output-path=${path}`, "--only-categories=performance,best-practices"];
  const chrome = "--chrome-flags=--headless=new --no-sandbox --disable-background-networking";
  const look = () =>
    spawnSync("npx", ["--yes", LIGHTHOUSE, `http://localhost:${PORT}${page}`, ...flags, chrome], {
      stdio: ["ignore", "ignore", "inherit"],
      env: { ...process.env, ...(browser === "bundled" ? {} : { CHROME_PATH: browser }) },
    });
  // On a busy machine the browser now and then begins before it is watched.
  const { status } = [look, look, look].reduce((before, again) => (before.status === 0 ? before : again()), {
    status: -1 as number | null,
  });
  demand(status === 0, `Lighthouse on ${page} ended with ${status}`);
  const report = JSON.parse(readFileSync(path, "utf8")) as Report;
  demand(report.runtimeError === undefined, `Lighthouse saw ${page}: ${report.runtimeError?.message}`);
  return report;
}

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;
const kilobytes = (bytes: number): string => (bytes / 1000).toFixed(0);

function tableOf({ machine, rounds, pages }: Stored): string {
  const rows = Object.entries(pages).map(
    ([page, v]) =>
      `| \`${page}\` | ${v.performance.toFixed(0)} | ${v.bestPractices.toFixed(0)} | ${seconds(v.firstPaint)} | ${seconds(v.largestPaint)} | ${v.blocking.toFixed(0)} ms | ${v.shift.toFixed(3)} | ${kilobytes(v.fonts)} | ${kilobytes(v.whole)} | ${v.loadBefore.toFixed(1)} |`,
  );
  return [
    `Lighthouse ${machine.lighthouse}, ${machine.chromium}, Node ${machine.node}, ${machine.cpu}, ${machine.cores} cores; the median of ${rounds} visits each.`,
    "",
    "| page | performance | best practices | first paint | largest paint | blocking time | shift | fonts, kB | whole visit, kB | load before |",
    "|---|---|---|---|---|---|---|---|---|---|",
    ...rows,
  ].join("\n");
}

async function main(): Promise<void> {
  const args = process.argv.slice(2);
  const stored = existsSync(REPORT) ? (JSON.parse(readFileSync(REPORT, "utf8")) as Stored) : null;
  const write = (report: Stored) => writeMarked(process.cwd(), "bench/lighthouse.ts", tableOf(report), DOCUMENT);
  if (args.includes("--table") && stored !== null) return write(stored);
  const at = args.indexOf("--rounds");
  const rounds = at < 0 ? 3 : Number(args[at + 1]);
  const words = args.filter((arg, i) => !arg.startsWith("--") && (at < 0 || i !== at + 1));
  const chosen = PAGES.filter((page) => words.every((word) => page.includes(word)));
  const browser: string | null = await findChromium();
  if (browser === null) throw new Error(ADVICE);
  const version = browser === "bundled" ? "Chromium" : spawnSync(browser, ["--version"], { encoding: "utf8" }).stdout.trim();
  const stop = await startSite(PORT);
  const folder = mkdtempSync(join(tmpdir(), "boxup-lighthouse-"));
  try {
    const pages: Record<string, Visit & { loadBefore: number }> = { ...stored?.pages };
    for (const page of chosen) {
      const loadBefore = loadavg()[0];
      const reports = Array.from({ length: rounds }, () => visit(page, browser, folder));
      pages[page] = { ...medians(reports.map(visitOf)), loadBefore };
      console.log(page, JSON.stringify(pages[page]));
      const lighthouse = reports[0].lighthouseVersion;
      const cpu = cpus()[0]?.model ?? "unknown";
      const machine = { node: process.version, cpu, cores: availableParallelism(), lighthouse, chromium: version };
      // After each page: what was measured stays when the rest is broken off.
      const report: Stored = { machine, rounds, pages };
      writeFileSync(REPORT, `${JSON.stringify(report, null, 1)}\n`);
      write(report);
    }
  } finally {
    stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

await main();
