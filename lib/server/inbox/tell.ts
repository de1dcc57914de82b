/** Writes what concerns somebody into their inbox, in the transaction of what happened: together or not at all. */
import { mentionedIn } from "@/lib/groups/mentions";
import { tellNews } from "../notes/hints";
import { Prisma, type $Enums } from "../prisma/client";
import type { Transaction } from "../database";

/** Entries of a person's inbox, of all their groups. Those under way in other groups come on top until the next is written. */
export const MOST_ENTRIES = 1000;

interface Happened {
  readonly groupId: string;
  /** The id of a membership. */
  readonly by: string;
  readonly now: number;
}

interface Told {
  readonly cause: $Enums.InboxCause;
  readonly reason: string;
  readonly threadId?: string;
  readonly commentId?: string;
  readonly itemId?: string;
}

/**
 * Tells each of `members` once: whoever has heard of the same thing before hears nothing, nor who did it, nor who is not in the group.
 * The group is held, so nobody leaves meanwhile.
 */
async function tell(tx: Transaction, { groupId, by, now }: Happened, members: readonly string[], told: Told): Promise<void> {
  const here = await reached(
    tx,
    groupId,
    members.filter((id) => id !== by),
  );
  if (here.size === 0) return;
  await tx.inboxEntry.createMany({
    data: [...here.keys()].map((id) => ({ ...told, groupId, memberId: id, actorId: by, createdAt: new Date(now) })),
    skipDuplicates: true,
  });
  await delivered(tx, here);
}

/** Those among memberships that are in the group now, each with its account. */
async function reached(tx: Transaction, groupId: string, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.groupMember.findMany({
    where: { id: { in: [...ids] }, groupId, leftAt: null, userId: { not: null } },
    select: { id: true, userId: true },
  });
  return new Map(rows.flatMap(({ id, userId }) => (userId === null ? [] : [[id, userId] as const])));
}

/**
 * What is too much in the inboxes of these people goes, in one statement: what was read before what was not, then of whoever caused most,
 * the oldest first: one who writes and writes takes nobody else's place. Then their open pages are told.
 */
async function delivered(tx: Transaction, members: ReadonlyMap<string, string>): Promise<void> {
  await tx.$executeRaw(
    Prisma.sql`DELETE FROM "InboxEntry" WHERE "id" IN (
      SELECT r."id" FROM (
        SELECT s."id", row_number() OVER (PARTITION BY s."userId" ORDER BY s."fresh" DESC, s."nth", s."createdAt" DESC, s."id" DESC) AS "n"
        FROM (
          SELECT e."id", e."createdAt", m."userId", e."readAt" IS NULL AS "fresh",
            row_number() OVER (PARTITION BY m."userId", e."actorId", e."readAt" IS NULL ORDER BY e."createdAt" DESC, e."id" DESC) AS "nth"
          FROM "GroupMember" t JOIN "GroupMember" m ON m."userId" = t."userId" JOIN "InboxEntry" e ON e."memberId" = m."id"
          WHERE t."id" IN (${Prisma.join([...members.keys()])})
        ) s
      ) r WHERE r."n" > ${MOST_ENTRIES})`,
  );
  await tellNews(tx, ...members.values());
}

/** A comment was written, or worded anew: of several reasons to hear of it the nearest counts. */
export async function tellComment(
  tx: Transaction,
  { thread, comment, text, ...happened }: Happened & { readonly thread: string; readonly comment: string; readonly text: string },
): Promise<void> {
  const about = { reason: `comment:${comment}`, threadId: thread, commentId: comment };
  await tell(tx, happened, mentionedIn(text), { ...about, cause: "MENTION" });
  const { memberId: asker, note } = await tx.thread.findUniqueOrThrow({
    where: { id: thread },
    select: { memberId: true, note: { select: { memberId: true } } },
  });
  await tell(tx, happened, [asker], { ...about, cause: "REPLY" });
  if (note !== null) await tell(tx, happened, [note.memberId], { ...about, cause: "NOTE" });
}

/** A question was marked as answered by somebody else than who asked. */
export const tellAnswered = (
  tx: Transaction,
  { thread, asker, ...happened }: Happened & { readonly thread: string; readonly asker: string },
): Promise<void> => tell(tx, happened, [asker], { cause: "ANSWERED", reason: `answered:${thread}`, threadId: thread });

/** Things were given to members to do, of which nobody has heard before: their ids, with whose each is. */
export async function tellTasks(tx: Transaction, { groupId, by, now }: Happened, tasks: readonly GivenTask[]): Promise<void> {
  const there = await reached(
    tx,
    groupId,
    tasks.flatMap(({ assignee }) => (assignee === by ? [] : [assignee])),
  );
  const rows = tasks.filter(({ assignee }) => there.has(assignee));
  if (rows.length === 0) return;
  await tx.inboxEntry.createMany({
    data: rows.map(({ item, assignee }) => ({
      ...{ groupId, memberId: assignee, actorId: by, createdAt: new Date(now) },
      ...{ cause: "TASK" as const, reason: `task:${item}`, itemId: item },
    })),
    skipDuplicates: true,
  });
  await delivered(tx, there);
}

export interface GivenTask {
  readonly item: string;
  /** The id of a membership. */
  readonly assignee: string;
}
