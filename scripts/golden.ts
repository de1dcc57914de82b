/**
 * `npm run gen:golden [kind …]`: writes what each kind's version draws and judges into its golden.json. A version that stands there
 * already is never changed: raise the version instead. `--rewrite` is for a version that nobody has played yet.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Challenge } from "../lib/challenges/contract";
import { goldenOf, type Golden } from "../lib/challenges/golden";
import type { Rivals } from "../lib/challenges/rivals";
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

async function main(): Promise<void> {
  const root = process.cwd();
  const named = process.argv.slice(2).filter((a) => !a.startsWith("--"));
  const { topics } = scan(root);
  let failed = false;
  for (const { id, kinds } of topics) {
    for (const kind of kinds.filter((k) => named.length === 0 || named.includes(k))) {
      try {
        console.log(
          `${kind}: ${await writeGolden(join(root, "content/topics", id, "challenges", kind), process.argv.includes("--rewrite"))}`,
        );
      } catch (error) {
        failed = true;
        console.error(error instanceof Error ? error.message : error);
      }
    }
  }
  if (failed) process.exit(1);
}

if (process.argv[1]?.endsWith("golden.ts")) await main();
