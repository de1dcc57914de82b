/**
 * `npm run measure:catalogue`: builds a copy of the tree that has thirty-two topics and compares what its pages load with today's,
 * then times the topics' own tests in both. Writes the figures into docs/testing.md; fails when a page's JavaScript grew by 5 % or
 * more. Takes two builds and two rounds of tests: ten minutes on two free cores.
 */
import { spawnSync } from "node:child_process";
import { copyFileSync, cpSync, linkSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { scan } from "./gen";
import { newTopic } from "./new-topic";
import { writeMarked } from "./marked";
import { kilobytes, pageSizes } from "./payload";

const TOPICS = 32;
/** Of a page's JavaScript, from today's catalogue to `TOPICS` topics. */
const MOST_GROWTH = 0.05;

/** Not part of the sources, or made anew in the copy. */
const LEFT_BEHIND = new Set(["node_modules", ".git", ".next", ".data", "test-results", "playwright-report", "coverage"]);

/** Every file of a folder as a second name for the same bytes; copied where the file systems differ. */
function linkTree(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) linkTree(source, target);
    else if (entry.isSymbolicLink()) cpSync(source, target, { verbatimSymlinks: true });
    else {
      try {
        linkSync(source, target);
      } catch {
        copyFileSync(source, target);
      }
    }
  }
}

/** A copy of the tree at `root` with dummy topics up to `TOPICS`. */
function largerTree(root: string): string {
  const copy = mkdtempSync(join(tmpdir(), "boxup-catalogue-"));
  for (const name of readdirSync(root)) if (!LEFT_BEHIND.has(name)) cpSync(join(root, name), join(copy, name), { recursive: true });
  for (const name of readdirSync(join(root, "node_modules"))) {
    // The stamps of finished steps are written in place, so the copy must not share them.
    if (name === ".boxup") continue;
    const source = join(root, "node_modules", name);
    if (statSync(source).isDirectory()) linkTree(source, join(copy, "node_modules", name));
    else copyFileSync(source, join(copy, "node_modules", name));
  }
  const missing = TOPICS - scan(copy).topics.length;
  // Named by letters: a question may not ask for a number that its topic's text prints, and the name is in the text.
  const names = Array.from({ length: missing }, (_, i) => `dummy-topic-${String.fromCharCode(97 + Math.floor(i / 26), 97 + (i % 26))}`);
  for (const name of names) newTopic(copy, name, `${name}-quiz`);
  node(copy, "scripts/run.mjs", "scripts/gen.ts");
  node(copy, "scripts/run.mjs", "scripts/golden.ts");
  return copy;
}

function node(cwd: string, ...args: string[]): void {
  const { status } = spawnSync(process.execPath, args, { cwd, stdio: "inherit" });
  if (status !== 0) throw new Error(`node ${args.join(" ")} failed in ${cwd}`);
}

interface Seconds {
  readonly wall: number;
  /** Of all threads together. */
  readonly processor: number;
}

/** Times the topics' unit tests, or with `pattern` those whose name fits. */
function timeTests(cwd: string, pattern?: string): Seconds {
  const vitest = ["node_modules/vitest/vitest.mjs", "run", "--project", "unit", "--passWithNoTests", "tests/topics", "content/topics"];
  const args = [process.execPath, ...vitest, "--exclude", "**/newTopic.test.ts", ...(pattern ? ["-t", pattern] : [])];
  const { status, stdout } = spawnSync("bash", ["-c", '{ time -p "$0" "$@" >/dev/null 2>&1; } 2>&1', ...args], { cwd, encoding: "utf8" });
  if (status !== 0) throw new Error(`the topics' tests failed in ${cwd}`);
  const value = (name: string) => Number(new RegExp(`^${name} ([\\d.]+)$`, "m").exec(stdout)?.[1]);
  return { wall: value("real"), processor: value("user") + value("sys") };
}

function sizeTable(
  now: ReturnType<typeof pageSizes>,
  later: ReturnType<typeof pageSizes>,
  topics: number,
): { text: string; grown: string[] } {
  const grown: string[] = [];
  const rows = [...now].map(([page, before]) => {
    const after = later.get(page);
    if (!after) throw new Error(`the larger build has no page "${page}"`);
    const growth = after.bytes / before.bytes - 1;
    if (growth >= MOST_GROWTH) grown.push(page);
    const html = before.html === 0 ? "" : `${kilobytes(before.html)} → ${kilobytes(after.html)}`;
    return `| ${page === "engine worker" ? page : `\`${page}\``} | ${kilobytes(before.bytes)} | ${kilobytes(after.bytes)} | ${(100 * growth).toFixed(2)} % | ${kilobytes(before.gzipped)} → ${kilobytes(after.gzipped)} | ${html} |`;
  });
  const head = `| page | JavaScript with ${topics} topics, kB | with ${TOPICS} | growth | under gzip, kB | the page itself under gzip, kB |`;
  return { text: [head, "|---|---|---|---|---|---|", ...rows].join("\n"), grown };
}

function testText(topics: number, start: Seconds, now: Seconds, later: Seconds): string {
  const dummy = (later.processor - now.processor) / (TOPICS - topics);
  const real = (now.processor - start.processor) / topics;
  const expected = start.processor + TOPICS * real;
  const s = (x: number) => `${x.toFixed(1)} s`;
  return `The topics' unit tests (\`vitest run --project unit tests/topics content/topics\`):

| | processor time | wall time |
|---|---|---|
| start alone, no test run | ${s(start.processor)} | ${s(start.wall)} |
| ${topics} topics | ${s(now.processor)} | ${s(now.wall)} |
| ${TOPICS} topics, ${TOPICS - topics} of them dummies | ${s(later.processor)} | ${s(later.wall)} |

A dummy topic (one kind, the template's few lines) costs ${s(dummy)} of processor time, today's topics ${s(real)} each on average. With ${TOPICS}
topics like today's that makes ${s(expected)} of processor time, at best ${s(expected / 2)} of wall time on two cores against ${s(now.processor / 2)} today.`;
}

function main(): void {
  const root = process.cwd();
  const topics = scan(root).topics.length;
  node(root, "scripts/build.mjs");
  const copy = largerTree(root);
  try {
    node(copy, "scripts/build.mjs");
    const { text, grown } = sizeTable(pageSizes(root), pageSizes(copy), topics);
    console.log(text);
    const tests = testText(topics, timeTests(root, "no test has this name"), timeTests(root), timeTests(copy));
    console.log(tests);
    writeMarked(root, "measure:catalogue", `${text}\n\n${tests}`);
    console.log(`written to ${relative(root, join(root, "docs/testing.md"))}`);
    if (grown.length > 0) throw new Error(`JavaScript grows by ${100 * MOST_GROWTH} % or more: ${grown.join(", ")}`);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

if (process.argv[1]?.endsWith("measure-catalogue.ts")) main();
