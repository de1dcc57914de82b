/**
 * npm run regrade -- --kind <kind>                says who would rise and fall under today's rules, and writes nothing
 * npm run regrade -- --kind <kind> --apply        writes it; nobody loses (--keep-higher, the default)
 * npm run regrade -- --kind <kind> --apply --exact   every figure becomes what today's rules say, also downwards
 * With the embedded database the server must be stopped.
 */
import { spawnSync } from "node:child_process";
import { parseArgs } from "node:util";
import { kinds } from "@/content/_generated/kinds";
import { openDatabase } from "@/lib/server/database/open";
import { closeGradingPool, threadedGrader } from "@/lib/server/grading/pool";
import { regrade, type RegradeReport } from "@/lib/server/regrade/run";

/** Learners listed by name of their row; the rest is a count. */
const LISTED = 50;

function print(report: RegradeReport, apply: boolean): void {
  const { counts, users } = report;
  console.log(`${report.attempts} attempts: ${report.changed} ${apply ? "changed" : "would change"}`);
  console.log(`  ${counts.rises} rise, ${counts.falls} fall, ${counts.retold} keep their score and are told otherwise`);
  console.log(`  ${counts.same} are as they should be, ${counts["kept-higher"]} would fall and keep their higher score`);
  const kept = Object.entries(report.stale).map(([version, n]) => `${n} of version ${version}`);
  if (kept.length > 0) console.log(`  kept as they were, for want of their version's rules: ${kept.join(", ")}`);
  if (counts.refused > 0) console.log(`  kept as they were, because today's rules do not take their answer: ${counts.refused}`);
  if (counts.crashed > 0)
    console.log(`  kept as they were, because the challenge throws: ${counts.crashed} (${report.crashed.join(", ")})`);
  for (const { userId, rises, falls, xp } of users.slice(0, LISTED))
    console.log(`  ${userId}  ${rises} up, ${falls} down, ${xp >= 0 ? "+" : ""}${xp} XP`);
  if (users.length > LISTED) console.log(`  … and ${users.length - LISTED} more learners`);
  if (!apply && report.changed > 0) console.log("Nothing was written. Run again with --apply.");
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      kind: { type: "string" },
      apply: { type: "boolean", default: false },
      exact: { type: "boolean", default: false },
      "keep-higher": { type: "boolean", default: false },
    },
  });
  const { kind, apply, exact } = values;
  if (kind === undefined || !Object.hasOwn(kinds, kind) || (exact && values["keep-higher"])) {
    console.error("Usage: npm run regrade -- --kind <kind> [--apply] [--keep-higher | --exact]");
    console.error(`Kinds: ${Object.keys(kinds).join(", ")}`);
    return 2;
  }
  // The threads grade by a bundle: it must be of the rules that are to be applied.
  if (spawnSync(process.execPath, ["scripts/build-threads.mjs", "grader"], { stdio: "inherit" }).status !== 0) return 1;
  const open = await openDatabase();
  try {
    const onPage = (done: number): void => void process.stderr.write(`\r${done} attempts`);
    const report = await regrade(open.client, threadedGrader, { kind, apply, mode: exact ? "exact" : "keep-higher", onPage });
    process.stderr.write("\r");
    print(report, apply);
    return 0;
  } finally {
    await closeGradingPool();
    await open.close();
  }
}

process.exit(await main());
