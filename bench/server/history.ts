/** Reads of learners whose histories differ in length only: as many cards are due for each of them today. */
import { GET as readMe } from "@/app/api/v1/me/route";
import { GET as readProgress } from "@/app/api/v1/progress/route";
import { GET as readReview } from "@/app/api/v1/review/route";
import { Prisma } from "@/lib/server/prisma/client";
import { recountRun } from "@/lib/server/learn/record";
import { race } from "../timing";
import { KIND, makePlayers, type Player } from "./players";
import type { Database } from "@/lib/server/database/open";
import type { RouteHandler } from "@/lib/server/http/endpoint";

const ROWS = [10, 1_000, 20_000] as const;
const DUE = 5;
const ROUNDS = 40;
const READS: Readonly<Record<string, RouteHandler>> = { "/me": readMe, "/review": readReview, "/progress": readProgress };

export interface History {
  /** Milliseconds, the median, for each of `ROWS`. */
  readonly reads: Readonly<Record<string, readonly number[]>>;
}

/** As many attempts, cards and reviews as `rows` says, one a quarter of an hour into the past; days and ledger with them. */
async function fill({ client }: Database, { id }: Player, rows: number): Promise<void> {
  const past = Prisma.sql`now() - (i + 96) * interval '15 minutes'`;
  const day = Prisma.sql`to_char(${past}, 'YYYY-MM-DD')`;
  const each = Prisma.sql`generate_series(1, ${rows}::int) AS i`;
  await client.$executeRaw(Prisma.sql`INSERT INTO "Attempt" ("id", "userId", "idempotencyKey", "requestHash", "topic", "kind", "version", "seed", "level", "answer", "score",
      "stars", "earned", "total", "parts", "misconceptions", "xp", "localDate", "timeZone", "createdAt")
    SELECT ${id} || 'a' || i, ${id}, 'key' || i, '', 'nms', ${KIND}, 1, 'seed' || i, 1 + i % 5, '{}', 50 + i % 51, 1, 1, 2, '[]', '{}', 1, ${day}, 'UTC', ${past} FROM ${each}`);
  await client.$executeRaw(Prisma.sql`INSERT INTO "XpEntry" ("id", "userId", "reason", "points", "attemptId", "localDate", "createdAt")
    SELECT a."id", a."userId", 'attempt:' || a."kind" || ':1:' || a."seed" || ':' || a."level", 1, a."id", a."localDate", a."createdAt" FROM "Attempt" a WHERE a."userId" = ${id}`);
  await client.$executeRaw(Prisma.sql`INSERT INTO "ActiveDay" ("userId", "localDate", "timeZone", "xp", "firstAt", "lastAt")
    SELECT "userId", "localDate", 'UTC', count(*), min("createdAt"), max("createdAt") FROM "Attempt" WHERE "userId" = ${id} GROUP BY 1, 2`);
  // What a write leaves on the learner's row, so that no read counts it.
  const tried = JSON.stringify({ [KIND]: rows });
  await client.$executeRaw(Prisma.sql`UPDATE "User" SET "xp" = ${rows}, "tried" = ${tried}::jsonb WHERE "id" = ${id}`);
  // Skill cards among those that are due: each is shown at a level of its own.
  await client.$executeRaw(Prisma.sql`INSERT INTO "Card" ("id", "userId", "type", "topic", "item", "due", "state", "scheduledDays", "createdAt")
    SELECT ${id} || 'c' || i, ${id}, 'SKILL', 'nms', CASE WHEN i = 1 THEN ${KIND} ELSE 'item' || i END,
      now() + CASE WHEN i <= ${DUE} THEN -1 ELSE i END * interval '2 days', 'REVIEW', 2, ${past} FROM ${each}`);
  await client.$executeRaw(Prisma.sql`INSERT INTO "ReviewLog" ("id", "userId", "cardId", "idempotencyKey", "requestHash", "rating", "correct", "before", "due", "xp",
      "localDate", "timeZone", "createdAt")
    SELECT ${id} || 'l' || i, ${id}, ${id} || 'c' || i, 'key' || i, '', 3, true, '{"state":"review"}', now(), 0, ${day}, 'UTC', ${past} FROM ${each}`);
}

/** The run of days is counted before, as the last write would have done. */
export async function measureHistory(open: Database): Promise<History> {
  const players = await makePlayers(open, ROWS.length);
  for (const [i, rows] of ROWS.entries()) await fill(open, players[i], rows);
  await open.client.$transaction(async (tx) => {
    for (const { id } of players) await recountRun(tx, id);
  });
  // A server does this by itself after a minute; for the embedded one ours does (lib/server/start.ts).
  await open.client.$executeRawUnsafe("ANALYZE");
  const reads: Record<string, readonly number[]> = {};
  for (const [path, handler] of Object.entries(READS)) {
    const contestants = players.map(({ visitor }, i) => ({ label: String(ROWS[i]), run: () => visitor.get(handler) }));
    reads[path] = (await race(contestants, ROUNDS)).map(({ median }) => median);
  }
  return { reads };
}
