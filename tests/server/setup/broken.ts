import { isDeepStrictEqual } from "node:util";
import { countWorks } from "@/lib/server/assignments/recount";
import { countRun } from "@/lib/server/learn/record";
import { Prisma } from "@/lib/server/prisma/client";
import type { Database } from "@/lib/server/database/open";

/** What must hold at any time, by its rows that break it. */
const RULES: Readonly<Record<string, Prisma.Sql>> = {
  "every user's xp is the sum of their entries": Prisma.sql`SELECT u."id", u."xp", COALESCE(SUM(e."points"), 0)::int AS "booked" FROM "User" u
    LEFT JOIN "XpEntry" e ON e."userId" = u."id" GROUP BY u."id" HAVING u."xp" <> COALESCE(SUM(e."points"), 0)`,
  "every day's xp is the sum of its entries": Prisma.sql`SELECT d."userId", d."localDate" FROM "ActiveDay" d
    LEFT JOIN "XpEntry" e ON e."userId" = d."userId" AND e."localDate" = d."localDate"
    GROUP BY d."userId", d."localDate", d."xp" HAVING d."xp" <> COALESCE(SUM(e."points"), 0)`,
  "every attempt's day counts for the streak": Prisma.sql`SELECT DISTINCT a."userId", a."localDate" FROM "Attempt" a
    WHERE NOT EXISTS (SELECT 1 FROM "ActiveDay" d WHERE d."userId" = a."userId" AND d."localDate" = a."localDate")`,
  "every attempt's instance is in the ledger": Prisma.sql`SELECT a."id" FROM "Attempt" a
    WHERE NOT a."chosen" AND NOT EXISTS (SELECT 1 FROM "XpEntry" e WHERE e."userId" = a."userId" AND e."reason" = CASE
      WHEN a."workId" IS NULL THEN 'attempt:' || a."kind" || ':' || a."version" || ':' || a."seed" || ':' || a."level" ELSE 'work:' || a."workId" END)`,
  "an attempt brought what the entry that it decided says, and nothing without credit": Prisma.sql`SELECT a."id" FROM "Attempt" a
    LEFT JOIN "XpEntry" e ON e."attemptId" = a."id" AND e."userId" = a."userId"
    WHERE a."xp" <> COALESCE(e."points", 0) OR (NOT a."credited" AND e."id" IS NOT NULL)`,
  "a group that is not archived has an owner, and every group somebody": Prisma.sql`SELECT g."id" FROM "Group" g WHERE NOT EXISTS (
    SELECT 1 FROM "GroupMember" m WHERE m."groupId" = g."id" AND m."leftAt" IS NULL AND m."userId" IS NOT NULL AND (g."archivedAt" IS NOT NULL OR m."role" = 'OWNER'))`,
  "a group has no more members than it may, and no guest": Prisma.sql`SELECT m."groupId" FROM "GroupMember" m LEFT JOIN "User" u ON u."id" = m."userId"
    WHERE m."leftAt" IS NULL GROUP BY 1 HAVING count(*) > 50 OR bool_or(COALESCE(u."guest", true))`,
  "an invitation is used as often as it may be": Prisma.sql`SELECT "id" FROM "GroupInvite" WHERE "uses" > "maxUses"`,
  "what is closed says how, when and on which day": Prisma.sql`SELECT "id" FROM "OpenItem"
    WHERE ("closedAt" IS NULL) <> ("end" IS NULL) OR ("closedAt" IS NULL) <> ("closedOn" IS NULL) OR ("closedAt" IS NULL AND ("answer" IS NOT NULL OR "closedById" IS NOT NULL))`,
  "nobody has both roles of a session": Prisma.sql`SELECT "id" FROM "PeerSession" WHERE "moderatorId" = "scribeId"`,
  "whatever hangs on a group hangs on one group": Prisma.sql`SELECT i."id" FROM "OpenItem" i JOIN "PeerSession" p ON p."id" = i."sessionId" JOIN "GroupMember" m ON m."id" = i."memberId"
    WHERE p."groupId" <> i."groupId" OR m."groupId" <> i."groupId"
    UNION ALL SELECT a."sessionId" FROM "Attendance" a JOIN "PeerSession" p ON p."id" = a."sessionId" JOIN "GroupMember" m ON m."id" = a."memberId" WHERE p."groupId" <> m."groupId"
    UNION ALL SELECT c."id" FROM "Correction" c JOIN "PeerSession" p ON p."id" = c."sessionId" JOIN "PeerSession" o ON o."id" = c."ofSessionId"
      WHERE p."groupId" <> c."groupId" OR o."groupId" <> c."groupId"
    UNION ALL SELECT r."id" FROM "Reading" r JOIN "PeerSession" p ON p."id" = r."sessionId" JOIN "GroupMember" m ON m."id" = r."memberId"
      WHERE p."groupId" <> r."groupId" OR m."groupId" <> r."groupId"
    UNION ALL SELECT i."id" FROM "OpenItem" i JOIN "Reading" r ON r."id" = i."readingId" WHERE r."sessionId" <> i."sessionId"
    UNION ALL SELECT c."id" FROM "Comment" c JOIN "Thread" t ON t."id" = c."threadId" JOIN "GroupMember" m ON m."id" = c."memberId"
      WHERE t."groupId" <> c."groupId" OR m."groupId" <> c."groupId"
    UNION ALL SELECT t."id" FROM "Thread" t JOIN "GroupMember" m ON m."id" = t."memberId" LEFT JOIN "Note" n ON n."id" = t."noteId"
      WHERE m."groupId" <> t."groupId" OR n."groupId" <> t."groupId"
    UNION ALL SELECT e."id" FROM "InboxEntry" e JOIN "GroupMember" m ON m."id" = e."memberId" JOIN "GroupMember" a ON a."id" = e."actorId"
      WHERE m."groupId" <> e."groupId" OR a."groupId" <> e."groupId"`,
  "a thread has one first comment": Prisma.sql`SELECT t."id" FROM "Thread" t LEFT JOIN "Comment" c ON c."threadId" = t."id" AND c."first"
    GROUP BY 1 HAVING count(c."id") <> 1`,
  "nobody is told of what they did, and a shared attempt is the asker's": Prisma.sql`SELECT "id" FROM "InboxEntry" WHERE "memberId" = "actorId"
    UNION ALL SELECT t."id" FROM "Thread" t JOIN "Attempt" a ON a."id" = t."attemptId" JOIN "GroupMember" m ON m."id" = t."memberId" WHERE a."userId" <> m."userId"`,
  "a card of a deck is its taker's, and comes no sooner than the deck": Prisma.sql`SELECT c."id" FROM "Card" c LEFT JOIN "Deck" d ON d."id" = c."deckId"
    WHERE c."deckId" IS NOT NULL AND (d."userId" <> c."userId" OR c."deckFrom" IS DISTINCT FROM d."dueAt")`,
  "whatever hangs on an assignment hangs on one cohort and one student": Prisma.sql`SELECT i."id" FROM "AssignedItem" i JOIN "Assignment" a ON a."id" = i."assignmentId"
      JOIN "StudentWork" w ON w."id" = i."workId" JOIN "CohortMember" m ON m."id" = i."memberId" JOIN "AssignmentPart" p ON p."id" = i."partId"
    WHERE a."cohortId" <> i."cohortId" OR m."cohortId" <> i."cohortId" OR w."memberId" <> i."memberId" OR w."assignmentId" <> i."assignmentId" OR p."assignmentId" <> i."assignmentId"`,
  "an answer that an attempt gave is that attempt's": Prisma.sql`SELECT i."id" FROM "AssignedItem" i JOIN "Attempt" t ON t."id" = i."attemptId" JOIN "CohortMember" m ON m."id" = i."memberId"
    WHERE t."workId" IS DISTINCT FROM i."issuedId" OR t."score" IS DISTINCT FROM i."score" OR t."userId" <> m."userId"`,
  "a learner's attempts by kind are as many as there are": Prisma.sql`SELECT u."id", u."tried", c."counted" FROM "User" u, LATERAL (
      SELECT COALESCE(jsonb_object_agg(k."kind", k."count"), '{}') AS "counted" FROM (SELECT a."kind", count(*) AS "count" FROM "Attempt" a WHERE a."userId" = u."id" GROUP BY 1) k) c
    WHERE u."tried" IS NOT NULL AND u."tried" <> c."counted"`,
};

/** The rules that do not hold, each with what breaks it. */
export async function brokenRules({ client }: Database): Promise<Record<string, unknown>> {
  const broken: Record<string, unknown> = {};
  for (const [rule, query] of Object.entries(RULES)) {
    const rows = await client.$queryRaw<unknown[]>(query);
    if (rows.length > 0) broken[rule] = rows;
  }
  const assignments = await client.assignment.findMany({ include: { parts: true, works: true } });
  for (const { works, ...assignment } of assignments.filter(({ parts }) =>
    parts.every(({ settings }) => Object.keys(settings as object).length > 0),
  )) {
    const counted = await countWorks(client, assignment);
    for (const sums of counted.works) {
      const { id, earnedAtDue, earnedNow, points, done, slots, arrivedLate, lastAt } = works.find(
        (work) => work.id === sums.id,
      ) as (typeof works)[number];
      const said = { id, earnedAtDue, earnedNow, points, done, slots, arrivedLate, lastAt: lastAt?.toISOString() ?? null };
      if (!isDeepStrictEqual(said, sums)) broken[`the sums of work ${id} are those of its items`] = { said, sums };
    }
    if (counted.late.length > 0) broken[`late days of ${assignment.id} are those of its answers`] = counted.late;
  }
  const runs = await client.user.findMany({ where: { run: { not: Prisma.DbNull } }, select: { id: true, run: true } });
  for (const { id, run } of runs) {
    const counted = await countRun(client, id);
    if (!isDeepStrictEqual(run, counted)) broken[`the run of ${id} is that of their days`] = { run, counted };
  }
  return broken;
}
