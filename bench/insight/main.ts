import { PGlite } from "@electric-sql/pglite";
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus, loadavg } from "node:os";
import { parseArgs } from "node:util";
import { adoptDatabase } from "@/lib/server/database";
import { fromPGlite, openServer } from "@/lib/server/database/open";
import { closeGradingPool } from "@/lib/server/grading/pool";
import { findPostgres, startPostgres } from "@/tests/server/setup/postgres";
import { signedIn, type Visitor } from "@/tests/server/setup/client";
import { questionOf } from "@/tests/server/setup/bank";
import { demand } from "../timing";
import { classId, directTo, fillerOf, MOST_ANSWERS, type Direct, type Filler } from "./fill";
import { costsOf, countStatements, openingOf } from "./measure";
import { asksOf, opening } from "./pages";
import { measureRollup, type RollupCost } from "./submissions";
import { tableOf, type Growth, type Report } from "./table";
import type { Database } from "@/lib/server/database/open";

const REPORT = "bench/insight-report.json";
const DOCUMENT = "docs/insight.md";
const MARK = "<!-- bench/insight.ts -->\n";
/** Students of a class, and answers of each in the class that stays as it is and in the great one. */
const STUDENTS = 50;
const STEADY = 100;
const GREAT = "g";
/** Students who submit. */
const TAKING_PART = 150;
const BANK = 500;

function options() {
  const { values } = parseArgs({
    options: {
      classes: { type: "string", default: "200" },
      sizes: { type: "string", default: "10000,100000,1000000,5000000" },
      learners: { type: "string", default: "2000" },
      rounds: { type: "string", default: "20" },
      rollup: { type: "boolean", default: false },
      dry: { type: "boolean", default: false },
      table: { type: "boolean", default: false },
    },
  });
  return {
    ...{ classes: Number(values.classes), learners: Number(values.learners), rounds: Number(values.rounds) },
    ...{ sizes: values.sizes.split(",").map(Number), dry: values.dry, onlyTable: values.table, onlyRollup: values.rollup },
  };
}

function writeTable(report: Report): void {
  const [before, rest] = readFileSync(DOCUMENT, "utf8").split(MARK);
  writeFileSync(DOCUMENT, `${before}${MARK}\n${tableOf(report)}\n<!-- end -->${rest.split("<!-- end -->")[1]}`);
}

const said = (what: string): void => console.log(`${new Date().toISOString().slice(11, 19)}  ${what}`);

/** Answers of each student of the classes that grow, so that all together are about as many. */
const eachOf = (size: number, classes: number): number => Math.min(MOST_ANSWERS, Math.max(1, Math.round(size / (classes * STUDENTS))));

async function grow(
  filler: Filler,
  visitor: Visitor,
  growing: readonly string[],
  steady: string,
  { sizes, rounds }: ReturnType<typeof options>,
): Promise<Growth[]> {
  const [template, ...copies] = growing;
  const found: Growth[] = [];
  let have = 0;
  for (const size of sizes) {
    const each = eachOf(size, growing.length + 1);
    await filler.answers([template], STUDENTS, have, each, true);
    await filler.answers(copies, STUDENTS, have, each, false);
    have = each;
    await filler.sum(template);
    await filler.copySums(template, copies);
    await filler.tidy();
    const filled = await filler.size();
    said(`${filled.answers} answers, ${filled.attempts} attempts, ${(filled.bytes / 2 ** 30).toFixed(1)} GiB`);
    const classes: Growth["classes"][number][] = [];
    for (const [which, id] of [
      ["steady", steady],
      ["growing", template],
    ] as const) {
      const asks = Object.entries(asksOf(visitor, id)).flatMap(([page, list]) => list.map((ask) => ({ page, ...ask })));
      const costs = await costsOf(asks, rounds);
      classes.push({ which, rows: asks.map(({ page, name }, i) => ({ page, name, ...costs[i] })) });
      for (const [i, { name }] of asks.entries())
        said(
          `  ${which.padEnd(8)} ${name.padEnd(32)} ${costs[i].statements} statements  ${costs[i].p50.toFixed(1)} ms, p95 ${costs[i].p95.toFixed(1)} ms`,
        );
    }
    found.push({ ...filled, size, loadBefore: loadavg()[0], classes });
  }
  return found;
}

/** Somebody who teaches these classes, with a bank. */
async function instructorOf(open: Database, classes: readonly string[]): Promise<{ visitor: Visitor; id: string }> {
  const { visitor, id } = await signedIn(open, { guest: false, name: "Instructor", role: "INSTRUCTOR" });
  await open.client.cohortMember.createMany({
    data: classes.map((cohortId) => ({ cohortId, userId: id, role: "INSTRUCTOR" as const, joinedAt: new Date() })),
  });
  for (let i = 0; i < BANK / 10; i++) await questionOf(id);
  return { visitor, id };
}

async function measure(open: Database, url: string, chosen: ReturnType<typeof options>): Promise<Omit<Report, "rollup">> {
  const filler = await fillerOf(await directTo(url), open);
  try {
    const ids = Array.from({ length: chosen.classes }, (_, i) => classId(i));
    const steady = ids[ids.length - 1];
    const growing = ids.slice(0, -1);
    await filler.classes(ids, STUDENTS);
    await filler.classes([GREAT], chosen.learners);
    await filler.answers([steady], STUDENTS, 0, STEADY, true);
    await filler.sum(steady);
    const { visitor } = await instructorOf(open, [steady, growing[0], GREAT]);
    const growth = await grow(filler, visitor, growing, steady, chosen);

    await filler.answers([GREAT], chosen.learners, 0, STEADY, true);
    await filler.sum(GREAT);
    await filler.tidy();
    const pages = Object.entries(asksOf(visitor, GREAT));
    const great = [];
    for (const [page, asks] of pages) great.push(await openingOf(page, opening(page, asks), chosen.rounds));
    const asks = pages.flatMap(([, list]) => list);
    const costs = await costsOf(asks, chosen.rounds);
    for (const { page, first, all } of great)
      said(`${chosen.learners} learners: ${page}: first ${first.toFixed(0)} ms, all ${all.toFixed(0)} ms`);
    for (const [i, { name }] of asks.entries())
      said(`  ${name.padEnd(32)} ${costs[i].statements} statements  ${costs[i].p50.toFixed(1)} ms, p95 ${costs[i].p95.toFixed(1)} ms`);

    return {
      machine: { node: process.version, cpu: cpus()[0]?.model ?? "unknown", cores: availableParallelism() },
      ...{ classes: chosen.classes, students: STUDENTS, steady: STEADY, rounds: chosen.rounds, growth },
      great: { learners: chosen.learners, pages: great, rows: asks.map(({ name }, i) => ({ name, ...costs[i] })) },
    };
  } finally {
    await filler.close();
  }
}

export async function main(): Promise<void> {
  process.env.NEXTAUTH_SECRET ??= "a secret of the benchmarks, long enough for anybody";
  const chosen = options();
  if (chosen.onlyTable && existsSync(REPORT)) return writeTable(JSON.parse(readFileSync(REPORT, "utf8")) as Report);
  demand(
    spawnSync(process.execPath, ["scripts/build-threads.mjs", "grader"], { stdio: "inherit" }).status === 0,
    "the grading threads are built",
  );
  const bin = findPostgres();
  if (bin === null) throw new Error("No PostgreSQL server is installed");
  const server = await startPostgres(bin);
  const open = await openServer(server.url);
  adoptDatabase(open);
  countStatements();
  try {
    const rollup: RollupCost[] = [];
    const costs = async (which: Database, direct: Direct) => {
      rollup.push(...(await rollupOn(which, direct)));
      for (const { database, what, n, quickest, ...ms } of rollup.filter((each) => each.database === which.kind))
        said(
          `${database}: a ${what} without the rollup ${ms.without.toFixed(1)} ms, with it ${ms.with.toFixed(1)} ms: ${(100 * (ms.with / ms.without - 1)).toFixed(1)} % more (${n} each); the quickest tenth ${quickest.map((each) => each.toFixed(1)).join(" → ")} ms`,
        );
    };
    const rest = chosen.onlyRollup ? (JSON.parse(readFileSync(REPORT, "utf8")) as Report) : await measure(open, server.url, chosen);
    await costs(open, await directTo(server.url));
    await onEmbedded(costs);
    const report: Report = { ...rest, rollup };
    if (chosen.dry) return void console.log(tableOf(report));
    writeFileSync(REPORT, `${JSON.stringify(report, null, 1)}\n`);
    writeTable(report);
  } finally {
    await closeGradingPool();
    adoptDatabase(undefined);
    await open.close();
    await server.stop();
  }
}

/** What the rollup costs students of a class of its own, who have answered before. */
async function rollupOn(open: Database, direct: Direct): Promise<RollupCost[]> {
  const id = "r";
  const filler = await fillerOf(direct, open);
  await filler.classes([id], TAKING_PART);
  await filler.answers([id], TAKING_PART, 0, STEADY, true);
  await filler.sum(id);
  await filler.tidy();
  await filler.close();
  const instructor = await instructorOf(open, [id]);
  return measureRollup(open, id, instructor.id, TAKING_PART);
}

async function onEmbedded(act: (open: Database, direct: Direct) => Promise<void>): Promise<void> {
  const database = await PGlite.create();
  await database.exec("SET TIME ZONE 'UTC'");
  const open = await fromPGlite(database, () => database.close());
  adoptDatabase(open);
  try {
    await act(open, { query: (sql, values) => database.query(sql, values), end: async () => undefined });
  } finally {
    await open.close();
  }
}
