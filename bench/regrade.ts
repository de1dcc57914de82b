/**
 * node scripts/run.mjs bench/regrade.ts [--attempts 100000] [--kind nms-survivors] [--postgres] [--write]
 * Times a regrade of many attempts: reading, drawing and grading in two threads, writing. Every attempt had been given nothing by
 * a wrong grader, so that all of them rise: the most there can be to write. Embedded database in memory, or a throw-away server.
 * Goal: 100,000 attempts in 60 s on two cores, the second run changing nothing. --write puts the row into docs/integrity.md: the
 * processor time for 100,000 attempts shared between two cores, which other work on the machine changes little.
 */
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { loadavg } from "node:os";
import { parseArgs } from "node:util";
import { kinds } from "@/content/_generated/kinds";
import { LEVELS } from "@/lib/challenges/contract";
import type { Database } from "@/lib/server/database/open";
import { closeGradingPool, threadedGrader } from "@/lib/server/grading/pool";
import { Prisma } from "@/lib/server/prisma/client";
import { regrade } from "@/lib/server/regrade/run";
import { openEmbedded, openPostgres } from "./databases";
import { demand } from "./timing";

const USERS = 500;
const ROWS = 1_000;
const DAY = "2026-01-01";

/** Perfect answers that were given nothing. */
async function fill({ client }: Database, kind: string, count: number): Promise<void> {
  const challenge = kinds[kind];
  const users = Array.from({ length: USERS }, (_, i) => `user${i}`);
  const when = { localDate: DAY, timeZone: "UTC" };
  const at = new Date(`${DAY}T12:00:00Z`);
  await client.user.createMany({ data: users.map((id) => ({ id })) });
  await client.activeDay.createMany({ data: users.map((userId) => ({ userId, ...when, firstAt: at, lastAt: at })) });
  for (let begin = 0; begin < count; begin += ROWS) {
    const rows = Array.from({ length: Math.min(ROWS, count - begin) }, (_, k) => {
      const i = begin + k;
      const level = LEVELS[i % LEVELS.length];
      return { id: `attempt${String(i).padStart(7, "0")}`, userId: users[i % USERS], seed: `bench${i}`, level };
    });
    await client.attempt.createMany({
      data: rows.map(({ id, userId, seed, level }) => ({
        ...{ id, userId, seed, level, kind, topic: challenge.topic, version: challenge.version, ...when },
        ...{ idempotencyKey: id, requestHash: id, score: 0, stars: 0, earned: 0, total: 1, parts: [], misconceptions: [], xp: 0 },
        answer: challenge.solution(seed, level) as Prisma.InputJsonValue,
      })),
    });
    await client.xpEntry.createMany({
      data: rows.map(({ id, userId, seed, level }) => ({
        ...{ userId, points: 0, localDate: DAY, attemptId: id },
        reason: `attempt:${kind}:${challenge.version}:${seed}:${level}`,
      })),
    });
  }
}

const PAGE = "docs/integrity.md";
const TABLE = /(<!-- regrade -->\n)([\s\S]*?)(\n<!-- \/regrade -->)/;
const HEAD = ["| kind, database | attempts measured | dry run | applied | again |", "|---|---|---|---|---|"];

/** Puts one row into the table of the page, in the place of the one of the same name. */
function writeRow(name: string, cells: readonly string[]): void {
  const page = readFileSync(PAGE, "utf8");
  const before = TABLE.exec(page)?.[2].split("\n").slice(HEAD.length);
  if (before === undefined) throw new Error(`${PAGE} has no place for the table (<!-- regrade --> … <!-- /regrade -->)`);
  const kept = before.filter((row) => !row.startsWith(`| ${name} |`));
  const rows = [...HEAD, ...[...kept, `| ${[name, ...cells].join(" | ")} |`].sort()].join("\n");
  writeFileSync(
    PAGE,
    page.replace(TABLE, (_, open: string, __, close: string) => open + rows + close),
  );
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      attempts: { type: "string", default: "100000" },
      kind: { type: "string", default: "nms-survivors" },
      postgres: { type: "boolean", default: false },
      write: { type: "boolean", default: false },
    },
  });
  const { kind } = values;
  const attempts = Number(values.attempts);
  demand(
    spawnSync(process.execPath, ["scripts/build-threads.mjs", "grader"], { stdio: "inherit" }).status === 0,
    "the grading threads are built",
  );
  const open = values.postgres ? await openPostgres() : await openEmbedded();
  try {
    await fill(open, kind, attempts);
    console.log(`${attempts} attempts of ${kind} by ${USERS} learners, ${open.kind}, load before ${loadavg()[0].toFixed(1)}`);
    const cells: string[] = [attempts.toLocaleString("en")];
    const timed = async (label: string, apply: boolean) => {
      const [begun, cpu] = [performance.now(), process.cpuUsage()];
      const report = await regrade(open.client, threadedGrader, { kind, mode: "exact", apply });
      const used = process.cpuUsage(cpu);
      const seconds = (performance.now() - begun) / 1000;
      cells.push(`${(((used.user + used.system) / 1e6 / 2) * (100_000 / attempts)).toFixed(0)} s`);
      console.log(
        `${label.padEnd(10)} ${seconds.toFixed(1).padStart(6)} s wall  ${((used.user + used.system) / 1e6).toFixed(1).padStart(6)} s CPU of this process  ${Math.round(attempts / seconds)} attempts/s  ${report.changed} ${apply ? "changed" : "would change"}`,
      );
      return report;
    };
    const dry = await timed("dry run", false);
    const real = await timed("applied", true);
    demand(JSON.stringify(dry) === JSON.stringify(real), "the dry run told what the real one did");
    demand(real.counts.rises === attempts, "every attempt rose");
    demand((await timed("again", true)).changed === 0, "the second run changed nothing");
    const [sums] = await open.client.$queryRaw<{ users: number; days: number; entries: number }[]>(
      Prisma.sql`SELECT (SELECT SUM("xp") FROM "User")::int AS users, (SELECT SUM("xp") FROM "ActiveDay")::int AS days, (SELECT SUM("points") FROM "XpEntry")::int AS entries`,
    );
    demand(sums.entries > 0 && sums.users === sums.entries && sums.days === sums.entries, "totals and days are the ledger's sums");
    if (values.write) writeRow(`${kind}, ${open.kind}`, cells);
    console.log(`load after ${loadavg()[0].toFixed(1)}; ledger ${sums.entries} XP`);
  } finally {
    await closeGradingPool();
    await open.close();
  }
}

await main();
