/** Classes with work, written by statements over whole sets; what the product sums up is summed up by the product and copied. */
import pg from "pg";
import { recountWorks } from "@/lib/server/assignments/recount";
import { recountMembers } from "@/lib/server/insight/rollup";
import { demand } from "../timing";
import { ANSWERS, ASSIGNMENTS, DAYS, PLAN, partsOf } from "./plan";
import type { Database } from "@/lib/server/database/open";

/** Classes from which on indexes are made after the rows. */
const MANY = 10;
/** Members whose standings are counted in one transaction. */
const AT_ONCE = 50;

export const classId = (i: number): string => `c${String(i).padStart(3, "0")}`;

export interface Filler {
  /** Classes of `students` each, with their assignments and without any answer. */
  classes(ids: readonly string[], students: number): Promise<void>;
  /** Answers `from` up to `until` of everybody in these classes. @param drawn whether questions keep what was drawn, as all do in the product */
  answers(ids: readonly string[], students: number, from: number, until: number, drawn: boolean): Promise<void>;
  /** What the product sums up of a class, by the product's own recount. */
  sum(id: string): Promise<void>;
  /** The same for classes that are copies of one that was summed up. */
  copySums(from: string, to: readonly string[]): Promise<void>;
  tidy(): Promise<void>;
  size(): Promise<{ readonly answers: number; readonly attempts: number; readonly bytes: number }>;
  close(): Promise<void>;
}

/** A connection of its own, past the product's. */
export interface Direct {
  query(sql: string, values: unknown[]): Promise<{ readonly rows: readonly unknown[] }>;
  end(): Promise<void>;
}

/** A connection to a server that is about to be filled with a lot. */
export async function directTo(url: string): Promise<Direct> {
  const direct = new pg.Client({ connectionString: url, options: "-c timezone=UTC -c synchronous_commit=off" });
  await direct.connect();
  await direct.query("ALTER SYSTEM SET max_wal_size = '4GB'");
  await direct.query("SELECT pg_reload_conf()");
  await direct.query("SET maintenance_work_mem = '1GB'");
  return direct;
}

export async function fillerOf(direct: Direct, open: Database): Promise<Filler> {
  const run = (sql: string, values: readonly unknown[] = []) => direct.query(sql, [...values]);
  // Rows refer to each other as they are written here; a check of each reference would take longer than all the rest.
  await run("SET session_replication_role = replica");
  const begin = `date_trunc('hour', now()) - interval '60 days'`;
  const parts = JSON.stringify(Array.from({ length: ASSIGNMENTS }, (_, i) => ({ i, ...partsOf(i) })));

  /** Indexes of tables, all but their primary keys, and how each is made. */
  const waysTo = async (tables: readonly string[]) =>
    (
      await run(
        `SELECT indexname AS "name", indexdef AS "made" FROM pg_indexes WHERE schemaname = 'public' AND tablename = ANY($1) AND indexname NOT LIKE '%\_pkey'`,
        [tables],
      )
    ).rows as { name: string; made: string }[];

  const filler: Filler = {
    async classes(ids, students) {
      const values = [ids, students];
      const people = `unnest($1::text[]) AS c, generate_series(0, $2::int - 1) AS s`;
      await run(
        `INSERT INTO "Cohort" ("id", "name", "timeZone", "classCode", "createKey", "requestHash") SELECT c, 'Class ' || c, 'Asia/Seoul', c, c, '' FROM unnest($1::text[]) AS c`,
        [ids],
      );
      await run(
        `INSERT INTO "User" ("id", "name", "guest", "email") SELECT 'u-' || c || '-' || s, 'Student ' || s || ' of ' || c, false, s || '@' || c || '.test' FROM ${people}`,
        values,
      );
      await run(
        `INSERT INTO "CohortMember" ("id", "cohortId", "userId", "role", "joinedAt", "consentAt", "consentVersion")
        SELECT 'm-' || c || '-' || s, c, 'u-' || c || '-' || s, 'STUDENT', ${begin}, ${begin}, 1 FROM ${people}`,
        values,
      );
      await run(
        `INSERT INTO "Assignment" ("id", "cohortId", "title", "opensAt", "dueAt", "publishedAt", "createKey", "requestHash", "createdAt")
        SELECT 'a-' || c || '-' || i, c, 'Week ' || i, ${begin} + i * interval '${DAYS} days', ${begin} + (i + 2) * interval '${DAYS} days',
          ${begin} + i * interval '${DAYS} days', 'a-' || c || '-' || i, '', ${begin} + i * interval '${DAYS} days'
        FROM unnest($1::text[]) AS c, generate_series(0, ${ASSIGNMENTS - 1}) AS i`,
        [ids],
      );
      await run(
        `INSERT INTO "AssignmentPart" ("id", "assignmentId", "position", "type", "points", "settings")
        SELECT 'p' || t || '-' || c || '-' || p."i", 'a-' || c || '-' || p."i", CASE t WHEN 'k' THEN 0 ELSE 1 END, (CASE t WHEN 'k' THEN 'CHALLENGE' ELSE 'QUIZ' END)::"PartType", 10,
          CASE t WHEN 'k' THEN p."k" ELSE p."q" END
        FROM unnest($1::text[]) AS c, jsonb_to_recordset($2::jsonb) AS p("i" int, "k" jsonb, "q" jsonb), unnest(ARRAY['k', 'q']) AS t`,
        [ids, parts],
      );
    },

    async answers(ids, students, from, until, drawn) {
      // Everybody begins an assignment at another of its slots, so that a few answers of a class are of many items.
      const plan = PLAN.slice(from - (from % ANSWERS), until - 1 - ((until - 1) % ANSWERS) + ANSWERS).map(({ instance, ...rest }) => ({
        ...rest,
        instance: drawn ? instance : null,
        // What is not drawn still was answered by an option where it has some: a wrong option weighs less than a wrong board.
        options: instance !== null && "options" in ((JSON.parse(instance) as { view?: object }).view ?? {}),
      }));
      if (from >= until) return;
      const planned = JSON.stringify(plan);
      const each = `unnest($1::text[]) AS c, generate_series(0, $2::int - 1) AS s,
        jsonb_to_recordset($3::jsonb) AS p("nth" int, "assignment" int, "part" text, "slot" int, "try" int, "item" text, "topic" text, "kind" text, "level" int, "could" jsonb, "instance" text, "options" boolean),
        LATERAL (SELECT abs(hashtext(s || ':' || p."nth")) AS h, lpad(p."nth"::text, 3, '0') AS n,
          p."nth" - p."nth" % ${ANSWERS} + (p."nth" + ${ANSWERS} - s % ${ANSWERS}) % ${ANSWERS} AS turn,
          ${begin} + p."assignment" * interval '${DAYS} days' + p."nth" * interval '5 minutes' + s * interval '1 second' AS at) AS x,
        LATERAL (SELECT CASE WHEN p."part" = 'q' THEN CASE WHEN h % 100 < 65 THEN 100 ELSE 0 END ELSE CASE WHEN h % 100 < 45 THEN 100 ELSE h % 100 END END AS score) AS y,
        LATERAL (SELECT CASE WHEN y.score < 60 AND h % 3 > 0 AND jsonb_array_length(p."could") > 0 THEN ARRAY[p."could" ->> (h % jsonb_array_length(p."could"))] ELSE '{}'::text[] END AS shown) AS z`;
      // A class at a time, so that a statement stays small; of many classes the ways to the rows are built afterwards, all at once.
      const ways = ids.length < MANY ? [] : await waysTo(["Attempt", "AssignedItem"]);
      for (const { name } of ways) await run(`DROP INDEX "${name}"`);
      for (const id of ids) {
        const values = [[id], students, planned];
        await run(
          `INSERT INTO "StudentWork" ("id", "assignmentId", "memberId", "startedAt")
          SELECT DISTINCT 'w-' || c || '-' || p."assignment" || '-' || s, 'a-' || c || '-' || p."assignment", 'm-' || c || '-' || s, ${begin} + p."assignment" * interval '${DAYS} days'
          FROM unnest($1::text[]) AS c, generate_series(0, $2::int - 1) AS s, jsonb_to_recordset($3::jsonb) AS p("assignment" int) ON CONFLICT DO NOTHING`,
          values,
        );
        await run(
          `INSERT INTO "Attempt" ("id", "userId", "idempotencyKey", "requestHash", "topic", "kind", "version", "seed", "level", "answer", "score", "stars", "earned", "total",
            "parts", "misconceptions", "xp", "localDate", "timeZone", "answerHash", "answeredAt", "createdAt")
          SELECT 't-' || c || '-' || s || '-' || n, 'u-' || c || '-' || s, 'k' || n, md5(h::text), p."topic", p."kind", 1, 'seed' || h, p."level", '{"boxes":[1,2,3]}', score, 1, score, 100,
            '[]', shown, 1, '2026-01-01', 'Asia/Seoul', md5(c || s || n), at, at
          FROM ${each} WHERE turn >= ${from} AND turn < ${until} AND p."part" = 'k'`,
          values,
        );
        await run(
          `INSERT INTO "AssignedItem" ("id", "cohortId", "assignmentId", "partId", "workId", "memberId", "slot", "try", "item", "topic", "level", "band", "attemptId", "instance", "answer",
            "score", "firstScore", "misconceptions", "couldShow", "idempotencyKey", "openedAt", "answeredAt")
          SELECT 'i-' || c || '-' || s || '-' || n, c, 'a-' || c || '-' || p."assignment", 'p' || p."part" || '-' || c || '-' || p."assignment", 'w-' || c || '-' || p."assignment" || '-' || s,
            'm-' || c || '-' || s, p."slot", p."try", p."item", p."topic", p."level", CASE WHEN p."part" = 'k' THEN 'iou .' || 1 + h % 5 END,
            CASE WHEN p."part" = 'k' THEN 't-' || c || '-' || s || '-' || n END, p."instance",
            CASE WHEN p."part" = 'k' THEN '{"boxes":[1,2,3]}' ELSE COALESCE(
              (SELECT jsonb_build_object('option', o -> 'id') FROM jsonb_array_elements(p."instance"::jsonb -> 'view' -> 'options') AS o ORDER BY md5((o ->> 'id') || h) LIMIT 1), CASE WHEN p."options" THEN '{"option":"undrawn"}'::jsonb ELSE '{}' END) END,
            score, score, shown, ARRAY(SELECT jsonb_array_elements_text(p."could")), 'k' || n, at - h % 300 * interval '1 second', at
          FROM ${each} WHERE turn >= ${from} AND turn < ${until}`,
          values,
        );
      }
      for (const { made } of ways) await run(made);
    },

    async sum(id) {
      const assignments = await open.client.assignment.findMany({ where: { cohortId: id }, include: { parts: true } });
      for (const assignment of assignments) await open.client.$transaction((tx) => recountWorks(tx, assignment));
      const members = await open.client.cohortMember.findMany({ where: { cohortId: id, role: "STUDENT" }, select: { id: true } });
      for (let i = 0; i < members.length; i += AT_ONCE)
        await open.client.$transaction((tx) =>
          recountMembers(
            tx,
            id,
            members.slice(i, i + AT_ONCE).map((member) => member.id),
          ),
        );
    },

    async copySums(from, to) {
      const copied = (column: string) => `replace(${column}::text, '-${from}-', '-' || c || '-')`;
      await run(
        `UPDATE "StudentWork" w SET "earnedAtDue" = f."earnedAtDue", "earnedNow" = f."earnedNow", "points" = f."points", "done" = f."done", "slots" = f."slots", "lastAt" = f."lastAt"
        FROM "StudentWork" f, unnest($1::text[]) AS c WHERE f."id" LIKE 'w-${from}-%' AND w."id" = ${copied(`f."id"`)}`,
        [to],
      );
      await run(`DELETE FROM "MemberStanding" WHERE "cohortId" = ANY($1)`, [to]);
      await run(
        `INSERT INTO "MemberStanding" ("memberId", "cohortId", "answers", "firsts", "recent", "lastId", "lastAt", "topics", "items", "slips", "weeks")
        SELECT ${copied(`"memberId"`)}, c, "answers", "firsts", "recent", ${copied(`"lastId"`)}, "lastAt", "topics", "items", ${copied(`"slips"`)}::jsonb, "weeks"
        FROM "MemberStanding", unnest($1::text[]) AS c WHERE "cohortId" = '${from}'`,
        [to],
      );
      // A copy is what a recount of it says.
      const [last] = to.slice(-1);
      const kept = () => open.client.memberStanding.findMany({ where: { cohortId: last }, orderBy: { memberId: "asc" } });
      const before = await kept();
      await filler.sum(last);
      demand(JSON.stringify(before) === JSON.stringify(await kept()), `the standings of ${last} are those of a recount`);
    },

    tidy: async () => void (await run("VACUUM (ANALYZE)")),

    async size() {
      const { rows } = await run(
        `SELECT (SELECT count(*) FROM "AssignedItem")::int AS "answers", (SELECT count(*) FROM "Attempt")::int AS "attempts", pg_database_size(current_database())::float8 AS "bytes"`,
      );
      return rows[0] as { answers: number; attempts: number; bytes: number };
    },

    async close() {
      await run("SET session_replication_role = DEFAULT");
      await direct.end();
    },
  };
  return filler;
}

export const MOST_ANSWERS = ASSIGNMENTS * ANSWERS;
