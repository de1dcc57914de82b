/** Somebody's inbox: what waits in it, how much of it is new, and that it was seen. */
import { piecesOf } from "@/lib/groups/mentions";
import { INBOX_PAGE, MOST_COUNTED } from "@/lib/wire/inboxParts";
import { readGivens, standingOf } from "../assignments/rows";
import { prisma, type Store } from "../database";
import { readFacts } from "../discussion/show";
import { mailServer } from "../env";
import { badBody } from "../http/errors";
import { canReadComment } from "../policy";
import { Prisma, type $Enums } from "../prisma/client";
import type { Inbox } from "@/lib/wire/inbox";

const CAUSE_NAMES: Readonly<Record<$Enums.InboxCause, Inbox["entries"][number]["cause"]>> = {
  MENTION: "mention",
  REPLY: "reply",
  ANSWERED: "answered",
  NOTE: "note",
  TASK: "task",
  VOIDED: "voided",
  RESTORED: "restored",
  REGRADED: "regraded",
};

/** Letters of a text that the list shows. */
const EXCERPT = 160;

/** Entries at the places that somebody has now: what they left, or were removed from, tells them nothing more. */
export const ofPerson = (userId: string) => {
  const here = { userId, leftAt: null };
  return {
    OR: [{ member: here }, { student: here, work: { assignment: { publishedAt: { not: null } } } }],
  } satisfies Prisma.InboxEntryWhereInput;
};

/** @throws ApiError bad-body */
export async function readInbox(userId: string, before: string | undefined, now = Date.now()): Promise<Inbox> {
  const store = await prisma();
  const since =
    before === undefined
      ? null
      : await store.inboxEntry.findFirst({ where: { id: before, ...ofPerson(userId) }, select: { id: true, createdAt: true } });
  if (before !== undefined && since === null) throw badBody("before", "서버가 준 값이 아니에요.", "is not one that was given out.");
  const user = await store.user.findUnique({ where: { id: userId }, select: { email: true, inboxMail: true } });
  const rows = await store.inboxEntry.findMany({
    where: {
      AND: [
        ofPerson(userId),
        since === null ? {} : { OR: [{ createdAt: { lt: since.createdAt } }, { createdAt: since.createdAt, id: { lt: since.id } }] },
      ],
    },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: INBOX_PAGE + 1,
    select: {
      id: true,
      cause: true,
      createdAt: true,
      readAt: true,
      threadId: true,
      group: { select: { id: true, name: true } },
      member: { select: { id: true, role: true } },
      actor: { select: { user: { select: { name: true } } } },
      comment: { select: { text: true, memberId: true, hiddenAt: true, deletedAt: true } },
      thread: { select: { comments: { where: { first: true }, select: { text: true, memberId: true, hiddenAt: true, deletedAt: true } } } },
      item: { select: { text: true, sessionId: true } },
      work: { select: { assignmentId: true } },
      note: true,
      before: true,
      beforeOf: true,
      after: true,
      afterOf: true,
    },
  });
  const page = rows.slice(0, INBOX_PAGE);
  const texts = page.map(({ member, comment, thread, item, note }) => {
    if (member === null) return note;
    const said = comment ?? thread?.comments[0] ?? null;
    if (said === null) return item?.text ?? null;
    const place = { memberId: member.id, role: member.role, current: true };
    return canReadComment(place, readFacts(said)) ? said.text : null;
  });
  const named = await excerptsOf(
    store,
    page.map(({ group }, i) => ({ text: texts[i], group: group?.id ?? "" })),
  );
  const works = await worksOf(
    store,
    userId,
    page.flatMap(({ work }) => work?.assignmentId ?? []),
    now,
  );
  return {
    entries: page.map(({ id, group, cause, actor, threadId, item, createdAt, readAt, work, ...sums }, i) => ({
      id,
      group,
      work: work === null ? null : pointsIn(works.get(work.assignmentId), sums),
      cause: CAUSE_NAMES[cause],
      by: actor?.user?.name ?? null,
      thread: threadId,
      session: item?.sessionId ?? null,
      text: named[i],
      createdAt: createdAt.toISOString(),
      read: readAt !== null,
    })),
    before: rows.length > INBOX_PAGE ? page[INBOX_PAGE - 1].id : null,
    mail: mailServer() !== undefined && user?.email != null ? { on: user.inboxMail } : null,
  };
}

/** Assignments of a student's entries, each with whether its points are shown to them by now. */
async function worksOf(store: Store, userId: string, assignments: readonly string[], now: number) {
  if (assignments.length === 0) return new Map<string, never>();
  const givens = await readGivens(store, userId, { id: { in: [...assignments] } });
  return new Map(
    givens.map((given) => {
      const { assignment, cohort } = given;
      return [
        assignment.id,
        { id: assignment.id, title: assignment.title, cohort: cohort.name, shown: standingOf(given, now, true).shown },
      ];
    }),
  );
}

type Work = NonNullable<Inbox["entries"][number]["work"]>;
interface Points {
  readonly before: number | null;
  readonly beforeOf: number | null;
  readonly after: number | null;
  readonly afterOf: number | null;
}

function pointsIn(
  work: (Pick<Work, "id" | "title" | "cohort"> & { readonly shown: boolean }) | undefined,
  { before, beforeOf, after, afterOf }: Points,
): Work | null {
  if (work === undefined) return null;
  const { shown, ...named } = work;
  const points = before === null || beforeOf === null || after === null || afterOf === null ? null : { before, beforeOf, after, afterOf };
  return { ...named, points: shown ? points : null };
}

/** The beginnings of texts, members by the names they have now: those of the text's own group, since any id can be written down. */
async function excerptsOf(
  store: Store,
  texts: readonly { readonly text: string | null; readonly group: string }[],
): Promise<(string | null)[]> {
  const pieces = texts.map(({ text }) => (text === null ? null : piecesOf(text)));
  const ids = new Set(pieces.flatMap((all) => (all ?? []).flatMap((piece) => (typeof piece === "string" ? [] : [piece.member]))));
  const members = await store.groupMember.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, groupId: true, user: { select: { name: true } } },
  });
  const names = new Map(members.map(({ id, groupId, user }) => [`${groupId} ${id}`, user?.name ?? "…"]));
  return pieces.map((all, i) => {
    if (all === null) return null;
    const whole = all
      .map((piece) => (typeof piece === "string" ? piece : `@${names.get(`${texts[i].group} ${piece.member}`) ?? "…"}`))
      .join("");
    const letters = [...whole.replace(/\s+/g, " ")];
    return letters.length > EXCERPT ? `${letters.slice(0, EXCERPT).join("")}…` : letters.join("");
  });
}

/** One statement, which looks at a hundred rows at most. */
export async function countInbox(userId: string): Promise<{ unread: number }> {
  const [row] = await (
    await prisma()
  ).$queryRaw<[{ unread: number }]>(
    Prisma.sql`SELECT count(*)::int AS "unread" FROM (
      SELECT 1 FROM "GroupMember" m JOIN "InboxEntry" e ON e."memberId" = m."id" AND e."readAt" IS NULL
        WHERE m."userId" = ${userId} AND m."leftAt" IS NULL
      UNION ALL
      SELECT 1 FROM "CohortMember" m JOIN "InboxEntry" e ON e."studentId" = m."id" AND e."readAt" IS NULL
        JOIN "StudentWork" w ON w."id" = e."workId" JOIN "Assignment" a ON a."id" = w."assignmentId" AND a."publishedAt" IS NOT NULL
        WHERE m."userId" = ${userId} AND m."leftAt" IS NULL
      LIMIT ${MOST_COUNTED}) n`,
  );
  return row;
}

/** Marks entries as read; those of others, or read before, stay as they are. */
export async function markRead(userId: string, entries: readonly string[], now: number): Promise<{ unread: number }> {
  const store = await prisma();
  await store.inboxEntry.updateMany({
    where: { id: { in: [...entries] }, readAt: null, ...ofPerson(userId) },
    data: { readAt: new Date(now) },
  });
  return countInbox(userId);
}
