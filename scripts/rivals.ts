/**
 * `npm run rivals`: plays everybody who must not pass, over every kind and level, prints the table and writes it into
 * docs/challenges.md between the two marks. `--check` writes nothing and fails when the page is stale. `--fresh <name>` plays them on
 * seeds that nobody has looked at, "<name> 0" …, and only prints: `npm run rivals -- --fresh today --seeds 500 cam-mixer gradcam-layer`.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { LEVELS, type Challenge } from "../lib/challenges/contract";
import type { Rivals } from "../lib/challenges/rivals";
import { MOST_PASSES, RIVAL_SEEDS, rivalTable, type RivalRow } from "../tests/contract/rivalTable";
import { scan } from "./gen";

const PAGE = "docs/challenges.md";
const [BEGIN, END] = ["<!-- rivals: begin -->", "<!-- rivals: end -->"];

const percent = (rate: number) => (Number.isNaN(rate) ? "–" : `${Math.round(100 * rate)}%`);

/** One line of the table. A level that a belief is not about is shown in brackets: there it may pass. */
function line(kind: string, version: number, row: RivalRow): string {
  const name = row.blind ? `*${row.rival}*` : row.rival;
  const cells = row.notPlayable
    ? LEVELS.map((_, i) => (i === 0 ? `not playable: ${row.notPlayable}` : ""))
    : LEVELS.map((level, i) => (row.levels.includes(level) ? percent(row.rates[i]) : `(${percent(row.rates[i])})`));
  return `| ${kind} ${version} | ${name} | ${cells.join(" | ")} |`;
}

interface Asked {
  /** Before a seed's number; null: the page's own seeds. */
  readonly fresh: string | null;
  readonly seeds: number;
  /** Empty: all. */
  readonly kinds: readonly string[];
}

async function tableOf(root: string, { fresh, seeds, kinds: wanted }: Asked): Promise<string> {
  const lines: string[] = [];
  for (const { id, kinds } of scan(root).topics) {
    for (const kind of kinds) {
      if (wanted.length > 0 && !wanted.includes(kind)) continue;
      const load = <M>(file: string) =>
        import(pathToFileURL(join(root, "content/topics", id, "challenges", kind, file)).href) as Promise<M>;
      const { challenge } = await load<{ challenge: Challenge<unknown, unknown, unknown> }>("challenge.ts");
      const { rivals } = await load<{ rivals: Rivals<unknown, unknown> }>("rivals.ts");
      const seedAt = (i: number) => (fresh === null ? String(i) : `${fresh} ${i}`);
      const rows = rivalTable(challenge, rivals, (level, i) => challenge.generate(seedAt(i), level), seeds);
      lines.push(...rows.map((row) => line(kind, challenge.version, row)));
    }
  }
  return [
    `| kind and version | rival | ${LEVELS.map((level) => `L${level}`).join(" | ")} |`,
    `|---|---|${LEVELS.map(() => "---:|").join("")}`,
    ...lines,
  ].join("\n");
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { check: { type: "boolean" }, fresh: { type: "string" }, seeds: { type: "string" } },
    allowPositionals: true,
  });
  const fresh = values.fresh ?? null;
  const seeds = fresh === null ? RIVAL_SEEDS : Number(values.seeds ?? RIVAL_SEEDS);
  const table = await tableOf(process.cwd(), { fresh, seeds, kinds: fresh === null ? [] : positionals });
  console.log(table);
  if (fresh !== null) return;
  const text = existsSync(PAGE) ? readFileSync(PAGE, "utf8") : `${BEGIN}\n${END}\n`;
  const [before, rest] = text.split(BEGIN);
  const after = rest?.split(END)[1];
  if (after === undefined) throw new Error(`${PAGE} lacks "${BEGIN}" or "${END}"`);
  const conditions = `${RIVAL_SEEDS} instances a level (seeds 0 …). Beliefs: share that passes (75 points); blind players, in italics: share that earns XP (50 points). At most ${percent(MOST_PASSES)} is allowed at the levels a rival belongs to.`;
  const next = `${before}${BEGIN}\n${conditions}\n\n${table}\n${END}${after}`;
  if (values.check) process.exit(next === text ? 0 : 1);
  writeFileSync(PAGE, next);
}

await main();
