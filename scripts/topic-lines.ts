/**
 * `npm run topic-lines`: what each topic costs in lines of TypeScript, by what they are for, into docs/blocks.md. Lessons, golden
 * digests, recorded data and generated files do not count: no block could take them over.
 */
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const TOPICS = "content/topics";

/** The columns of the table; a file belongs to the first one that fits its path inside the topic. */
const PARTS = [
  { name: "tests", fits: /\.test\.tsx?$/ },
  { name: "facts, questions, examples", fits: /^(topic|questions|asked|examples)\.ts$/ },
  { name: "boards, replays", fits: /^challenges\/.*\.tsx$/ },
  { name: "drawing, grading, rivals, keys", fits: /^challenges\/.*\.ts$/ },
  { name: "simulation, what kinds share", fits: /\.tsx?$/ },
] as const;

/** Written by scripts/drawings.ts. */
const RECORDED = /\/drawings\/[^/]+\.ts$/;

/** Lines of each part, and of all; tests included. */
function linesOf(folder: string): readonly number[] {
  const lines = PARTS.map(() => 0);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    const part = PARTS.findIndex(({ fits }) => fits.test(file.slice(folder.length + 1)));
    if (entry.isFile() && part >= 0 && !RECORDED.test(file)) lines[part] += readFileSync(file, "utf8").trimEnd().split("\n").length;
  }
  return [...lines, lines.reduce((sum, each) => sum + each, 0)];
}

function table(root: string): string {
  const topics = readdirSync(join(root, TOPICS), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const rows = topics.map(({ name }) => {
    const folder = join(root, TOPICS, name);
    const kinds = readdirSync(join(folder, "challenges")).length;
    const lines = linesOf(folder);
    return `| ${name === "_template" ? "what `new:topic` gives" : name} | ${kinds} | ${lines.map((each) => each.toLocaleString("en")).join(" | ")} |`;
  });
  const names = ["topic", "kinds", ...PARTS.map(({ name }) => name), "all"];
  return [`| ${names.join(" | ")} |`, `|---|${"---:|".repeat(names.length - 1)}`, ...rows].join("\n");
}

function main(): void {
  const file = join(process.cwd(), "docs/blocks.md");
  const [begin, end] = ["<!-- topic-lines -->", "<!-- /topic-lines -->"];
  const [head, rest] = readFileSync(file, "utf8").split(begin);
  const tail = rest?.split(end)[1];
  if (tail === undefined) throw new Error(`docs/blocks.md needs the two marks ${begin} and ${end}`);
  const text = table(process.cwd());
  console.log(text);
  writeFileSync(file, `${head}${begin}\n${text}\n${end}${tail}`);
}

main();
