/** Somebody's inbox: what waits in it, how much of it is new, and that it was seen. */
import { piecesOf } from "@/lib/groups/mentions";
import { INBOX_PAGE, MOST_COUNTED } from "@/lib/wire/inboxParts";
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
};

/** Letters of a text that the list shows. */
const EXCERPT = 160;

/** Entries at the places that somebody has now: what they left, or were removed from, tells them nothing more. */
const ofPerson = (userId: string) => ({ member: { userId, leftAt: null } }) satisfies Prisma.InboxEntryWhereInput;

/** @throws ApiError bad-body */
export async function readInbox(userId: string, before: string | undefined): Promise<Inbox> {
  const store = await prisma();
  const since =
    before === undefined
      ? null
      : await store.inboxEntry.findFirst({ where: { id: before, ...ofPerson(userId) }, select: { id: true, createdAt: true } });
  if (before !== undefined && since === null) throw badBody("before", "서버가 준 값이 아니에요.", "is not one that was given out.");
  const user = await store.user.findUnique({ where: { id: userId }, select: { email: true, inboxMail: true } });
  const rows = await store.inboxEntry.findMany({
    where: {
      ...ofPerson(userId),
      ...(since && { OR: [{ createdAt: { lt: since.createdAt } }, { createdAt: since.createdAt, id: { lt: since.id } }] }),
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
    },
  });
  const page = rows.slice(0, INBOX_PAGE);
  const texts = page.map(({ member, comment, thread, item }) => {
    const said = comment ?? thread?.comments[0] ?? null;
    if (said === null) return item?.text ?? null;
    const place = { memberId: member.id, role: member.role, current: true };
    return canReadComment(place, readFacts(said)) ? said.text : null;
  });
  const named = await excerptsOf(
    store,
    page.map(({ group }, i) => ({ text: texts[i], group: group.id })),
  );
  return {
    entries: page.map(({ id, group, cause, actor, threadId, item, createdAt, readAt }, i) => ({
      id,
      group,
      cause: CAUSE_NAMES[cause],
      by: actor.user?.name ?? null,
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
    Prisma.sql`SELECT count(*)::int AS "unread" FROM (SELECT 1 FROM "GroupMember" m JOIN "InboxEntry" e ON e."memberId" = m."id" AND e."readAt" IS NULL
      WHERE m."userId" = ${userId} AND m."leftAt" IS NULL LIMIT ${MOST_COUNTED}) n`,
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
