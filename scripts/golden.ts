/**
 * `npm run gen:golden [kind … | topic …]`: writes what each kind's version draws and judges into its golden.json, and what each topic's
 * questions draw into its asked.golden.json. A version that stands there already is never changed: raise the version instead.
 * `--rewrite` is for a version that nobody has played yet.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Challenge } from "../lib/challenges/contract";
import { goldenOf, type Golden } from "../lib/challenges/golden";
import type { Rivals } from "../lib/challenges/rivals";
import type { Question } from "../lib/questions/forms";
import { recorded, type QuestionsGolden } from "../lib/questions/golden";
import { scan } from "./gen";

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** Brings one kind's golden.json up to date. Answers what was done, or throws when a recorded version has changed. */
export async function writeGolden(folder: string, rewrite = false): Promise<"written" | "up to date"> {
  const load = <M>(file: string) => import(pathToFileURL(join(folder, file)).href) as Promise<M>;
  const { challenge } = await load<{ challenge: Challenge<unknown, unknown, unknown> }>("challenge.ts");
  const { rivals } = await load<{ rivals: Rivals<unknown, unknown> }>("rivals.ts");
  const path = join(folder, "golden.json");
  const golden: Golden = existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as Golden) : { versions: {} };
  const now = goldenOf(challenge, rivals);
  const version = String(challenge.version);
  const recorded = golden.versions[version];
  if (same(recorded, now)) return "up to date";
  if (recorded && !rewrite) {
    throw new Error(
      `${challenge.kind}: version ${version} is recorded with other digests; raise the version, or --rewrite one that nobody has played`,
    );
  }
  writeFileSync(path, `${JSON.stringify({ versions: { ...golden.versions, [version]: now } }, null, 2)}\n`);
  return "written";
}

/** Brings the record of one topic's questions up to date. */
export async function writeQuestionsGolden(folder: string, rewrite = false): Promise<"written" | "up to date"> {
  const { questions } = (await import(pathToFileURL(join(folder, "questions.ts")).href)) as { questions: readonly Question[] };
  const path = join(folder, "asked.golden.json");
  const before = !rewrite && existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as QuestionsGolden) : {};
  const now = recorded(before, questions);
  if (same(before, now)) return "up to date";
  writeFileSync(path, `${JSON.stringify(now, null, 2)}\n`);
  return "written";
}

async function main(): Promise<void> {
  const root = process.cwd();
  const named = process.argv.slice(2).filter((a) => !a.startsWith("--"));
  const { topics } = scan(root);
  let failed = false;
  const report = async (name: string, write: Promise<string>) => {
    try {
      console.log(`${name}: ${await write}`);
    } catch (error) {
      failed = true;
      console.error(error instanceof Error ? error.message : error);
    }
  };
  const rewrite = process.argv.includes("--rewrite");
  for (const { id, kinds } of topics) {
    const folder = join(root, "content/topics", id);
    if (named.length === 0 || named.includes(id)) await report(`questions of ${id}`, writeQuestionsGolden(folder, rewrite));
    for (const kind of kinds.filter((k) => named.length === 0 || named.includes(k))) {
      await report(kind, writeGolden(join(folder, "challenges", kind), rewrite));
    }
  }
  if (failed) process.exit(1);
}

if (process.argv[1]?.endsWith("golden.ts")) await main();
