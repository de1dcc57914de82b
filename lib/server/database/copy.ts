/** Moves everything from one database to another of the same schema: from the embedded one to a server, or back. */
import type { SqlConnection } from "./sql";

/** In the order in which rows may refer to each other, each with the order that keeps references behind what they refer to. */
const TABLES = [
  ["User", `("mergedIntoId" IS NOT NULL), "id"`],
  ["AuthSession", `"id"`],
  ["Account", `"id"`],
  ["VerificationToken", `"token"`],
  ["PasswordReset", `"tokenHash"`],
  ["IssuedWork", `"id"`],
  ["Attempt", `"id"`],
  ["Reveal", `"id"`],
  ["Hint", `"userId", "instance"`],
  ["Report", `"id"`],
  ["XpEntry", `"id"`],
  ["ActiveDay", `"userId", "localDate"`],
  ["LessonDone", `"userId", "topic"`],
  ["Group", `"id"`],
  ["GroupMember", `"id"`],
  ["GroupInvite", `"id"`],
  ["PeerSession", `"id"`],
  ["Attendance", `"sessionId", "memberId"`],
  ["Reading", `"id"`],
  ["OpenItem", `"id"`],
  ["Correction", `"id"`],
  ["Slip", `"id"`],
  ["Deck", `"id"`],
  ["Card", `"id"`],
  ["ReviewLog", `"id"`],
  ["Note", `"id"`],
  ["NoteUpdate", `"noteId", "seq"`],
  ["NoteClient", `"noteId", "client"`],
  ["NoteVersion", `"id"`],
  ["NoteIndex", `"noteId"`],
  // A picture is large: few at a time.
  ["NoteImage", `"id"`, 10],
  ["Thread", `"id"`],
  ["Comment", `"id"`],
  ["Reaction", `"commentId", "memberId", "sign"`],
  ["Complaint", `"id"`],
  ["Cohort", `"id"`],
  ["CohortMember", `"id"`],
  ["CohortInvite", `"id"`],
  ["CohortSeat", `"id"`],
  ["RosterImport", `"id"`],
  ["SchoolAccount", `"userId"`],
  ["BankQuestion", `"id"`],
  ["BankVersion", `"questionId", "version"`],
  ["BankPicture", `"id"`, 10],
  ["BankImport", `"id"`],
  ["Assignment", `"id"`],
  ["AssignmentPart", `"id"`],
  ["AssignedTo", `"assignmentId", "memberId"`],
  ["Extension", `"assignmentId", "memberId"`],
  ["StudentWork", `"id"`],
  ["GradeOverride", `"assignmentId", "memberId"`],
  ["AssignedItem", `"id"`],
  ["InboxEntry", `"id"`],
  ["MemberStanding", `"memberId"`],
  ["InstructorCode", `"codeHash"`],
] as const satisfies readonly (readonly [table: string, order: string, page?: number])[];
/** Tables that hold nothing worth moving: counts of rate limits, and the record of migrations, which the target has of its own. */
export const LEFT_BEHIND = ["RateLimiterFlexible", "_prisma_migrations"] as const;
export const COPIED = TABLES.map(([name]) => name);

const PAGE = 500;

/**
 * Copies all rows in one transaction of the target and answers how many of each table.
 * @throws when the target holds users already
 */
export async function copyDatabase(from: SqlConnection, to: SqlConnection): Promise<Record<string, number>> {
  const [{ users }] = await to.query<{ users: number }>(`SELECT count(*)::int AS users FROM "User"`);
  if (users > 0) throw new Error(`The target holds ${users} users already; copy into an empty database.`);
  const counts: Record<string, number> = {};
  await to.exec("BEGIN");
  try {
    for (const [table, order, most = PAGE] of TABLES as readonly (readonly [string, string, number?])[]) {
      counts[table] = 0;
      for (;;) {
        // Rows travel as JSON text and are read by the target's own row type, so that enums, lists and times keep their types.
        const [{ rows, n }] = await from.query<{ rows: string; n: number }>(
          `SELECT COALESCE(jsonb_agg(to_jsonb(page)), '[]')::text AS rows, count(*)::int AS n FROM (SELECT * FROM "${table}" ORDER BY ${order} LIMIT ${most} OFFSET ${counts[table]}) page`,
        );
        if (n > 0)
          await to.query(`INSERT INTO "${table}" SELECT * FROM jsonb_populate_recordset(NULL::"${table}", $1::text::jsonb)`, [rows]);
        counts[table] += n;
        if (n < most) break;
      }
    }
    await to.exec("COMMIT");
  } catch (error) {
    await to.exec("ROLLBACK");
    throw error;
  }
  return counts;
}
