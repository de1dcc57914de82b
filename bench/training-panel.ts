/**
 * node scripts/run.mjs bench/training-panel.ts [--rounds 3]
 * The training panel of the lesson on focal loss in Chromium on WASM, each round in a fresh browser: training steps a second, and what
 * kept the page's thread busy for more than 50 ms between the first step and the last. Writes the table of the topic's design.md.
 * Run it in a quiet minute; `npm run build` first.
 */
import { availableParallelism, cpus, loadavg } from "node:os";
import { parseArgs } from "node:util";
import { chromium, type Page } from "playwright";
// @ts-expect-error -- plain JavaScript, shared with the test scripts
import { ADVICE, findChromium } from "@/scripts/browser.mjs";
import { writeMarked } from "@/scripts/marked";
import { startSite } from "./browser/site";

const PORT = Number(process.env.BOXUP_TEST_PORT ?? 3450);
const PAGE = "/en/learn/focal-loss?engine=wasm&focal.panel=train";
const DOCUMENT = "content/topics/focal-loss/design.md";
/** A whole run, also on a busy machine. */
const PATIENCE = 300_000;

/** One training from its first step to its last. Times in ms. */
interface Round {
  readonly steps: number;
  readonly time: number;
  /** Of the page's thread, above 50 ms. */
  readonly tasks: readonly number[];
  /** Longest of the frames above 50 ms; 0: none. */
  readonly frame: number;
  /** Tasks above 50 ms while the backbone reads the scenes, before the first step. */
  readonly before: readonly number[];
  readonly load: number;
}

/** Presses "Train" and watches until it is done. Runs in the page. */
function watched(): Promise<Omit<Round, "load">> {
  const panel = document.querySelector<HTMLElement>("[data-testid=training]");
  const button = panel?.querySelector("button");
  if (!panel || !button) throw new Error("no training panel");
  const stepsNow = () => Number(panel.querySelector("dl dd")?.textContent?.replace(/\D/g, "") ?? "0");
  const seen: { readonly type: string; readonly start: number; readonly duration: number }[] = [];
  const note = (list: PerformanceObserverEntryList) =>
    list.getEntries().forEach(({ entryType, startTime, duration }) => seen.push({ type: entryType, start: startTime, duration }));
  const observer = new PerformanceObserver(note);
  observer.observe({ type: "longtask" });
  observer.observe({ type: "long-animation-frame" });
  return new Promise((resolve, reject) => {
    let first: { readonly at: number; readonly steps: number } | null = null;
    const watch = new MutationObserver(() => {
      const { status } = panel.dataset;
      if (status === "failed") reject(new Error("the training failed"));
      if (status === "training") first ??= { at: performance.now(), steps: stepsNow() };
      if (status !== "done" || !first) return;
      watch.disconnect();
      const { at, steps } = first;
      const end = performance.now();
      // Long tasks are told with a delay.
      setTimeout(() => {
        const within = (type: string, from: number, to: number) =>
          seen.filter((one) => one.type === type && one.start >= from && one.start < to).map(({ duration }) => Math.round(duration));
        resolve({
          steps: stepsNow() - steps,
          time: end - at,
          tasks: within("longtask", at, end),
          frame: Math.max(0, ...within("long-animation-frame", at, end)),
          before: within("longtask", 0, at),
        });
      }, 1000);
    });
    watch.observe(panel, { attributes: true, attributeFilter: ["data-status"] });
    button.click();
  });
}

async function round(page: Page): Promise<Round> {
  await page.goto(`http://localhost:${PORT}${PAGE}`);
  await page.getByRole("button", { name: "Train", exact: true }).waitFor();
  // The page's own beginning is not what is measured.
  await page.waitForLoadState("networkidle");
  const load = loadavg()[0];
  page.setDefaultTimeout(PATIENCE);
  return { ...(await page.evaluate(watched)), load };
}

const list = (durations: readonly number[]): string => (durations.length === 0 ? "none" : `${durations.join(", ")} ms`);

function tableOf(version: string, rounds: readonly Round[]): string {
  const rows = rounds.map(
    ({ steps, time, tasks, frame, before, load }, i) =>
      `| ${i + 1} | ${steps} in ${(time / 1000).toFixed(1)} s | ${((1000 * steps) / time).toFixed(0)} | ${list(tasks)} | ${frame === 0 ? "none" : `${frame} ms`} | ${list(before)} | ${load.toFixed(1)} |`,
  );
  return [
    `Chromium ${version} on WASM, ${cpus()[0]?.model ?? "unknown"}, ${availableParallelism()} cores; \`node scripts/run.mjs bench/training-panel.ts\`.`,
    "",
    "| run | steps | a second | tasks over 50 ms while training | longest frame over 50 ms | tasks over 50 ms before the first step | load before |",
    "|---|---|---:|---|---|---|---:|",
    ...rows,
  ].join("\n");
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { rounds: { type: "string", default: "3" } } });
  const found: string | null = await findChromium();
  if (found === null) throw new Error(ADVICE);
  const stop = await startSite(PORT);
  try {
    const rounds: Round[] = [];
    let version = "";
    for (let i = 0; i < Number(values.rounds); i++) {
      const browser = await chromium.launch({ ...(found === "bundled" ? {} : { executablePath: found }), args: ["--no-sandbox"] });
      version = browser.version();
      const page = await browser.newPage();
      // What runs this script wraps the functions of `watched` so that they keep their names; the page has no such wrapper.
      await page.addInitScript("globalThis.__name = (named) => named;");
      rounds.push(await round(page));
      await browser.close();
      console.log(JSON.stringify(rounds[i]));
    }
    writeMarked(process.cwd(), "bench/training-panel.ts", tableOf(version, rounds), DOCUMENT);
  } finally {
    stop();
  }
}

void main();
