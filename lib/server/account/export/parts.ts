/** What is kept about a learner, table by table, and how it is read: a page at a time, whatever there is. */
import { Prisma } from "../../prisma/client";
import type { Store } from "../../database";

export interface Part {
  /** The files' name. */
  readonly name: string;
  readonly table: Prisma.ModelName;
  /** Columns in the order of the schema. */
  readonly columns: readonly string[];
  /** The column that says whose a row is; or, for what stands in a group, which of its columns are ids of what. */
  readonly owner: "id" | "userId" | "identifier" | OfGroups;
  /** Columns that tell rows apart, all of them text. */
  readonly key: readonly string[];
}

/** A row of a group is somebody's where one of these columns is among the ids. */
interface OfGroups {
  readonly columns: readonly string[];
  /**
   * Ids of the learner's memberships, of the groups they are in, of the sessions at which they are marked, or of the readings they
   * confirmed; of their places in cohorts, of those and of memberships, or of the cohorts; of rows of rosters that are about them; of their questions; of
   * assignments in which they have work.
   */
  readonly are: "memberships" | "groups" | "sessions" | "readings" | "places" | "members" | "cohorts" | "seats" | "bank" | "assignments";
}

/** The accounts whose rows are exported: the learner's and those of guests whose work it took over. */
export interface Owners {
  readonly ids: readonly string[];
  readonly email: string | null;
}

/**
 * Never exported: what opens an account (the key that sets a password, the one in a cookie, those in links), and what a whole group
 * wrote or is given, which is not one learner's: a note takes its own way out, and what a student was asked stands with their answers.
 */
const LEFT_OUT: Readonly<Partial<Record<Prisma.ModelName, readonly string[]>>> = {
  User: ["passwordHash", "calendarHash"],
  AssignmentPart: ["settings"],
  AuthSession: ["id"],
  VerificationToken: ["token"],
  PasswordReset: ["tokenHash"],
  GroupInvite: ["code"],
  Cohort: ["classCode"],
  CohortInvite: ["code"],
  SchoolAccount: ["pinHash"],
  Note: ["text", "state"],
  NoteVersion: ["text"],
  NoteImage: ["bytes"],
  BankPicture: ["bytes"],
};

function part(
  name: string,
  table: Prisma.ModelName,
  columns: Readonly<Record<string, string>>,
  { owner = "userId", key = ["id"] }: Partial<Pick<Part, "owner" | "key">> = {},
): Part {
  return { name, table, owner, key, columns: Object.keys(columns).filter((column) => !LEFT_OUT[table]?.includes(column)) };
}

/** Counts of rate limits and the code for the first instructor are not here: they stand under hashes and name nobody. What notes are found by is made of their text and says nothing more. */
export const PARTS: readonly Part[] = [
  part("account", "User", Prisma.UserScalarFieldEnum, { owner: "id" }),
  part("devices", "AuthSession", Prisma.AuthSessionScalarFieldEnum),
  part("sign-in-providers", "Account", Prisma.AccountScalarFieldEnum),
  part("sign-in-links", "VerificationToken", Prisma.VerificationTokenScalarFieldEnum, { owner: "identifier", key: ["token"] }),
  part("password-links", "PasswordReset", Prisma.PasswordResetScalarFieldEnum, { key: ["tokenHash"] }),
  part("attempts", "Attempt", Prisma.AttemptScalarFieldEnum),
  part("graded-work", "IssuedWork", Prisma.IssuedWorkScalarFieldEnum),
  part("solutions-shown", "Reveal", Prisma.RevealScalarFieldEnum),
  part("hints-opened", "Hint", Prisma.HintScalarFieldEnum, { key: ["userId", "instance"] }),
  part("xp", "XpEntry", Prisma.XpEntryScalarFieldEnum),
  part("active-days", "ActiveDay", Prisma.ActiveDayScalarFieldEnum, { key: ["userId", "localDate"] }),
  part("lessons", "LessonDone", Prisma.LessonDoneScalarFieldEnum, { key: ["userId", "topic"] }),
  part("cards", "Card", Prisma.CardScalarFieldEnum),
  part("decks", "Deck", Prisma.DeckScalarFieldEnum),
  part("reviews", "ReviewLog", Prisma.ReviewLogScalarFieldEnum),
  part("reports", "Report", Prisma.ReportScalarFieldEnum),
  part("groups", "Group", Prisma.GroupScalarFieldEnum, { owner: { columns: ["id"], are: "groups" } }),
  part("group-memberships", "GroupMember", Prisma.GroupMemberScalarFieldEnum),
  part("group-invitations", "GroupInvite", Prisma.GroupInviteScalarFieldEnum, { owner: { columns: ["memberId"], are: "memberships" } }),
  part("group-sessions", "PeerSession", Prisma.PeerSessionScalarFieldEnum, { owner: { columns: ["id"], are: "sessions" } }),
  part("group-attendance", "Attendance", Prisma.AttendanceScalarFieldEnum, {
    owner: { columns: ["memberId"], are: "memberships" },
    key: ["sessionId", "memberId"],
  }),
  part("group-items", "OpenItem", Prisma.OpenItemScalarFieldEnum, {
    owner: { columns: ["memberId", "assigneeId", "closedById"], are: "memberships" },
  }),
  part("group-corrections", "Correction", Prisma.CorrectionScalarFieldEnum, { owner: { columns: ["memberId"], are: "memberships" } }),
  part("group-readings", "Reading", Prisma.ReadingScalarFieldEnum, { owner: { columns: ["memberId"], are: "memberships" } }),
  part("group-slips", "Slip", Prisma.SlipScalarFieldEnum, { owner: { columns: ["readingId"], are: "readings" } }),
  part("group-notes", "Note", Prisma.NoteScalarFieldEnum, { owner: { columns: ["memberId"], are: "memberships" } }),
  part("group-note-edits", "NoteUpdate", Prisma.NoteUpdateScalarFieldEnum, {
    owner: { columns: ["memberId"], are: "memberships" },
    key: ["createKey"],
  }),
  part("group-note-writers", "NoteClient", Prisma.NoteClientScalarFieldEnum, {
    owner: { columns: ["memberId"], are: "memberships" },
    key: ["noteId", "client"],
  }),
  part("group-note-versions", "NoteVersion", Prisma.NoteVersionScalarFieldEnum, {
    owner: { columns: ["memberId"], are: "memberships" },
  }),
  part("group-note-pictures", "NoteImage", Prisma.NoteImageScalarFieldEnum, { owner: { columns: ["memberId"], are: "memberships" } }),
  part("group-questions", "Thread", Prisma.ThreadScalarFieldEnum, { owner: { columns: ["memberId"], are: "memberships" } }),
  part("group-comments", "Comment", Prisma.CommentScalarFieldEnum, { owner: { columns: ["memberId"], are: "memberships" } }),
  part("group-reactions", "Reaction", Prisma.ReactionScalarFieldEnum, {
    owner: { columns: ["memberId"], are: "memberships" },
    key: ["commentId", "memberId", "sign"],
  }),
  part("inbox", "InboxEntry", Prisma.InboxEntryScalarFieldEnum, { owner: { columns: ["memberId", "studentId"], are: "members" } }),
  part("group-complaints", "Complaint", Prisma.ComplaintScalarFieldEnum, { owner: { columns: ["memberId"], are: "memberships" } }),
  part("classes", "Cohort", Prisma.CohortScalarFieldEnum, { owner: { columns: ["id"], are: "cohorts" } }),
  part("class-places", "CohortMember", Prisma.CohortMemberScalarFieldEnum),
  part("class-invitations", "CohortInvite", Prisma.CohortInviteScalarFieldEnum, { owner: { columns: ["memberId"], are: "places" } }),
  part("class-roster-rows", "CohortSeat", Prisma.CohortSeatScalarFieldEnum, { owner: { columns: ["id"], are: "seats" } }),
  part("class-rosters", "RosterImport", Prisma.RosterImportScalarFieldEnum, { owner: { columns: ["memberId"], are: "places" } }),
  part("bank-questions", "BankQuestion", Prisma.BankQuestionScalarFieldEnum),
  part("bank-versions", "BankVersion", Prisma.BankVersionScalarFieldEnum, {
    owner: { columns: ["questionId"], are: "bank" },
    key: ["questionId", "version"],
  }),
  part("bank-pictures", "BankPicture", Prisma.BankPictureScalarFieldEnum),
  part("bank-imports", "BankImport", Prisma.BankImportScalarFieldEnum),
  part("class-grades", "GradeOverride", Prisma.GradeOverrideScalarFieldEnum, {
    owner: { columns: ["memberId"], are: "places" },
    key: ["assignmentId", "memberId"],
  }),
  part("class-assignments", "Assignment", Prisma.AssignmentScalarFieldEnum, { owner: { columns: ["id"], are: "assignments" } }),
  part("class-assignment-parts", "AssignmentPart", Prisma.AssignmentPartScalarFieldEnum, {
    owner: { columns: ["assignmentId"], are: "assignments" },
  }),
  part("class-assignments-named", "AssignedTo", Prisma.AssignedToScalarFieldEnum, {
    owner: { columns: ["memberId"], are: "places" },
    key: ["assignmentId", "memberId"],
  }),
  part("class-extensions", "Extension", Prisma.ExtensionScalarFieldEnum, {
    owner: { columns: ["memberId"], are: "places" },
    key: ["assignmentId", "memberId"],
  }),
  part("class-works", "StudentWork", Prisma.StudentWorkScalarFieldEnum, { owner: { columns: ["memberId"], are: "places" } }),
  part("class-answers", "AssignedItem", Prisma.AssignedItemScalarFieldEnum, { owner: { columns: ["memberId"], are: "places" } }),
  part("class-standing", "MemberStanding", Prisma.MemberStandingScalarFieldEnum, {
    owner: { columns: ["memberId"], are: "places" },
    key: ["memberId"],
  }),
  part("school-account", "SchoolAccount", Prisma.SchoolAccountScalarFieldEnum, { key: ["userId"] }),
];

/** Rows in memory at a time. */
const PAGE = 100;

const column = (name: string): Prisma.Sql => Prisma.raw(`"${name}"`);

/** A column's value. Graded work that can still be answered keeps its solution to itself, and scores that are hidden stay so. */
function valueOf({ table }: Part, name: string, now: Date): Prisma.Sql {
  const shownTo = (condition: Prisma.Sql) => Prisma.sql`CASE WHEN ${condition} THEN ${column(name)} END`;
  if (table === "IssuedWork" && (name === "seed" || name === "instance"))
    return shownTo(Prisma.sql`("closedAt" IS NOT NULL OR "expiresAt" <= ${now}) AND NOT EXISTS (SELECT 1 FROM "AssignedItem" i
      JOIN "StudentWork" w ON w."id" = i."workId" WHERE i."issuedId" = "IssuedWork"."id" AND i."answeredAt" IS NULL AND w."closedAt" IS NULL)`);
  const seen = (workId: Prisma.Sql): Prisma.Sql => Prisma.sql`EXISTS (${worksShown(workId, now)})`;
  const closed = Prisma.sql`EXISTS (SELECT 1 FROM "StudentWork" c WHERE c."id" = "AssignedItem"."workId" AND c."closedAt" IS NOT NULL)`;
  if (table === "AssignedItem" && name === "instance")
    return shownTo(Prisma.sql`${closed} AND ${seen(Prisma.sql`"AssignedItem"."workId"`)}`);
  if (table === "AssignedItem" && OF_THE_SCORE.has(name)) return shownTo(seen(Prisma.sql`"AssignedItem"."workId"`));
  if (table === "StudentWork" && OF_THE_SCORE.has(name)) return shownTo(seen(Prisma.sql`"StudentWork"."id"`));
  // Which questions a quiz asks, and of which it draws, its student learns as they open them.
  if (table === "AssignmentPart" && name === "settings")
    return Prisma.sql`CASE WHEN "type" = 'QUIZ' THEN "settings" - 'from' ELSE "settings" END`;
  if (table === "InboxEntry" && POINTS_TOLD.has(name)) return shownTo(seen(Prisma.sql`"InboxEntry"."workId"`));
  return column(name);
}

/** The work, where its student sees its scores by now: as `seesScores` of the policy has it, by the student's own due date. */
const worksShown = (workId: Prisma.Sql, now: Date): Prisma.Sql =>
  Prisma.sql`SELECT 1 FROM "StudentWork" w JOIN "Assignment" a ON a."id" = w."assignmentId"
    LEFT JOIN "Extension" e ON e."assignmentId" = w."assignmentId" AND e."memberId" = w."memberId"
    WHERE w."id" = ${workId} AND (NOT a."hideScores" OR COALESCE(e."dueAt", a."dueAt") <= ${now}
      OR (COALESCE(e."dueAt", a."dueAt") IS NULL AND w."closedAt" IS NOT NULL))`;

const POINTS_TOLD = new Set(["before", "beforeOf", "after", "afterOf"]);
const OF_THE_SCORE = new Set(["score", "firstScore", "misconceptions", "earnedAtDue", "earnedNow", "override"]);

/** The ids that the columns of a row are compared with. */
function idsOf(are: OfGroups["are"], { ids, email }: Owners): Prisma.Sql {
  const theirs = Prisma.sql`"userId" IN (${Prisma.join(ids)})`;
  const memberships = Prisma.sql`SELECT "id" FROM "GroupMember" WHERE ${theirs}`;
  switch (are) {
    case "memberships":
      return memberships;
    case "groups":
      return Prisma.sql`SELECT "groupId" FROM "GroupMember" WHERE ${theirs}`;
    case "sessions":
      return Prisma.sql`SELECT "sessionId" FROM "Attendance" WHERE "memberId" IN (${memberships})`;
    case "readings":
      return Prisma.sql`SELECT "id" FROM "Reading" WHERE "memberId" IN (${memberships})`;
    case "places":
      return Prisma.sql`SELECT "id" FROM "CohortMember" WHERE ${theirs}`;
    case "members":
      return Prisma.sql`${memberships} UNION ALL ${idsOf("places", { ids, email })}`;
    case "cohorts":
      return Prisma.sql`SELECT "cohortId" FROM "CohortMember" WHERE ${theirs}`;
    case "bank":
      return Prisma.sql`SELECT "id" FROM "BankQuestion" WHERE ${theirs}`;
    case "assignments":
      return Prisma.sql`SELECT "assignmentId" FROM "StudentWork" WHERE "memberId" IN (${idsOf("places", { ids, email })})`;
    case "seats":
      return Prisma.sql`SELECT "id" FROM "CohortSeat" WHERE ${theirs} OR "email" = ${email} OR "memberId" IN (${idsOf("places", { ids, email })})`;
  }
}

/** Whether a row is one of theirs. */
function isTheirs({ owner }: Part, owners: Owners): Prisma.Sql {
  if (typeof owner === "string")
    return Prisma.sql`${column(owner)} IN (${Prisma.join(owner === "identifier" ? [owners.email ?? ""] : owners.ids)})`;
  const each = owner.columns.map((name) => Prisma.sql`${column(name)} IN (${idsOf(owner.are, owners)})`);
  return Prisma.sql`(${Prisma.join(each, " OR ")})`;
}

/** The rows of one part as JSON texts, a page at a time. Rows that are written meanwhile may be among them or not. */
export async function* rowsOf(store: Store, part: Part, owners: Owners, now: Date): AsyncGenerator<readonly string[]> {
  const key = Prisma.join(part.key.map(column), " || '/' || ");
  const fields = part.columns.map((name) => Prisma.sql`${Prisma.raw(`'${name}'`)}, ${valueOf(part, name, now)}`);
  let after = "";
  for (;;) {
    const page = await store.$queryRaw<{ row: string; key: string }[]>(
      Prisma.sql`SELECT json_build_object(${Prisma.join(fields)})::text AS "row", ${key} AS "key" FROM ${column(part.table)}
        WHERE ${isTheirs(part, owners)} AND ${key} > ${after} ORDER BY 2 LIMIT ${PAGE}`,
    );
    if (page.length > 0) yield page.map(({ row }) => row);
    if (page.length < PAGE) return;
    after = page[page.length - 1].key;
  }
}
