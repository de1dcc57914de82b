/** What is open in a group: it carries over from session to session until somebody closes it. */
import { visibleLines } from "@/lib/wire/visible";
import { badBody, forbidden, itemClosed, notFound, tooManyItems } from "../http/errors";
import { tellTasks } from "../inbox/tell";
import { canReadGroup, canRewrite } from "../policy";
import { Prisma, type $Enums } from "../prisma/client";
import { currentMember, writeInGroup } from "./membership";
import { ENDS, END_NAMES, TYPE_NAMES, TYPES } from "./names";
import { onceColumns, sameAsBefore } from "./once";
import type { Store, Transaction } from "../database";
import type { OpenItem } from "@/lib/wire/groupParts";
import type { addItem as adding, changeItem as changing, ItemChange, NewItem } from "@/lib/wire/peerSessions";
import type { ReplyOf } from "@/lib/wire/route";

/** Open at a time in one group. */
export const MOST_OPEN = 200;
/** Of one session, the closed ones too. */
const MOST_OF_SESSION = 300;

interface ItemRow {
  readonly id: string;
  readonly type: $Enums.ItemType;
  readonly text: string;
  readonly source: string | null;
  readonly session: string;
  readonly date: string;
  readonly waited: number;
  readonly by: string;
  readonly assignee: string | null;
  readonly end: $Enums.ItemEnd | null;
  readonly answer: string | null;
  readonly closedBy: string | null;
  readonly closedOn: string | null;
}

/** Those of a group that fit `where` (i an item, o the session it arose in), the oldest first. @param until sessions up to this day count as waited through */
export async function itemsOf(store: Store, groupId: string, where: Prisma.Sql, until: string): Promise<OpenItem[]> {
  const rows = await store.$queryRaw<ItemRow[]>(
    Prisma.sql`SELECT i."id", i."type"::text AS "type", i."text", i."source", i."sessionId" AS "session", o."localDate" AS "date", i."memberId" AS "by", i."assigneeId" AS "assignee",
        i."end"::text AS "end", i."answer", i."closedById" AS "closedBy", i."closedOn",
        (SELECT count(*)::int FROM "PeerSession" p WHERE p."groupId" = i."groupId" AND p."localDate" > o."localDate" AND p."localDate" <= ${until}) AS "waited"
      FROM "OpenItem" i JOIN "PeerSession" o ON o."id" = i."sessionId" WHERE i."groupId" = ${groupId} AND ${where}
      ORDER BY o."localDate", i."createdAt", i."id" LIMIT ${MOST_OPEN + MOST_OF_SESSION}`,
  );
  return rows.map(({ end, answer, closedBy, closedOn, type, ...row }) => ({
    ...row,
    type: TYPE_NAMES[type],
    closed: end === null || closedOn === null ? null : { end: END_NAMES[end], answer, by: closedBy, on: closedOn },
  }));
}

/** A session of the group. @throws ApiError not-found */
export async function sessionOf(store: Store, groupId: string, id: string) {
  const session = await store.peerSession.findFirst({ where: { id, groupId } });
  if (session === null) throw notFound();
  return session;
}

/** What is left of a text once what cannot be seen is gone. @throws ApiError bad-body where nothing is */
export function visibleOr(field: string, text: string): string {
  const visible = visibleLines(text);
  if (visible === "") throw badBody(field, "보이는 글자가 없어요.", "has no character that can be seen.");
  return visible;
}

/** Refuses more items than a group and a session may hold. @param more to be written, and how many of these are open @throws ApiError too-many-items */
export async function refuseTooMany(
  tx: Transaction,
  { id: sessionId, groupId }: { readonly id: string; readonly groupId: string },
  more: { readonly open: number; readonly all: number },
): Promise<void> {
  if ((await tx.openItem.count({ where: { groupId, closedAt: null } })) + more.open > MOST_OPEN) throw tooManyItems(MOST_OPEN);
  if ((await tx.openItem.count({ where: { sessionId } })) + more.all > MOST_OF_SESSION) throw tooManyItems(MOST_OF_SESSION);
}

/** @throws ApiError not-found, group-archived, key-reused, too-many-items, bad-body */
export function addItem(userId: string, groupId: string, key: string, body: NewItem, now: number): Promise<ReplyOf<typeof adding>> {
  return writeInGroup(userId, groupId, now, async (tx, { place }) => {
    const once = onceColumns(userId, key, [groupId, body]);
    const before = await tx.openItem.findUnique({ where: { createKey: once.createKey }, select: { id: true, requestHash: true } });
    if (sameAsBefore(before, once.requestHash) !== null && before) return { id: before.id, repeated: true };
    const session = await sessionOf(tx, groupId, body.session);
    if (body.assignee !== null) await currentMember(tx, groupId, body.assignee);
    await refuseTooMany(tx, session, { open: 1, all: 1 });
    const { id } = await tx.openItem.create({
      data: {
        ...once,
        groupId,
        sessionId: session.id,
        memberId: place.memberId,
        type: TYPES[body.type],
        text: visibleOr("text", body.text),
        assigneeId: body.assignee,
        createdAt: new Date(now),
      },
      select: { id: true },
    });
    if (body.assignee !== null) await tellTasks(tx, { groupId, by: place.memberId, now }, [{ item: id, assignee: body.assignee }]);
    return { id, repeated: false };
  });
}

/** @throws ApiError not-found, forbidden, group-archived, item-closed, too-many-items, bad-body */
export function changeItem(
  userId: string,
  { id: groupId, item: itemId }: { readonly id: string; readonly item: string },
  body: ItemChange,
  now: number,
): Promise<ReplyOf<typeof changing>> {
  return writeInGroup(userId, groupId, now, async (tx, { place, today }) => {
    const item = await tx.openItem.findFirst({ where: { id: itemId, groupId } });
    if (item === null || !canReadGroup(place)) throw notFound();
    const { text, assignee, closed } = body;
    if (text !== undefined && !canRewrite(place, item.memberId)) throw forbidden();
    if (assignee !== undefined && assignee !== null) await currentMember(tx, groupId, assignee);
    const data = {
      ...(text === undefined ? {} : { text: visibleOr("text", text) }),
      ...(assignee === undefined ? {} : { assigneeId: assignee }),
    };
    if (Object.keys(data).length > 0) await tx.openItem.update({ where: { id: itemId }, data });
    if (assignee && item.closedAt === null) await tellTasks(tx, { groupId, by: place.memberId, now }, [{ item: itemId, assignee }]);
    if (closed === undefined) return { id: itemId, open: item.closedAt === null };
    if (closed === null) await reopen(tx, groupId, item);
    else await close(tx, groupId, item, closed, { memberId: place.memberId, today, now });
    return { id: itemId, open: closed === null };
  });
}

type Row = NonNullable<Awaited<ReturnType<Transaction["openItem"]["findFirst"]>>>;

async function reopen(tx: Transaction, groupId: string, { id, closedAt }: Row): Promise<void> {
  if (closedAt === null) return;
  if ((await tx.openItem.count({ where: { groupId, closedAt: null } })) >= MOST_OPEN) throw tooManyItems(MOST_OPEN);
  const open = { end: null, answer: null, closedAt: null, closedOn: null, closedById: null, closedInId: null };
  await tx.openItem.update({ where: { id }, data: open });
}

/** Of two who close it the first one's word stands; the same again changes nothing. */
async function close(
  tx: Transaction,
  groupId: string,
  item: Row,
  { end, answer: said, session }: NonNullable<ItemChange["closed"]>,
  { memberId, today, now }: { readonly memberId: string; readonly today: string; readonly now: number },
): Promise<void> {
  const answer = said === undefined || said === "" ? null : visibleOr("closed.answer", said);
  if (item.closedAt !== null) {
    if (item.closedById === memberId && item.end === ENDS[end] && item.answer === answer) return;
    throw itemClosed();
  }
  const closedInId = session === undefined ? null : (await sessionOf(tx, groupId, session)).id;
  await tx.openItem.update({
    where: { id: item.id },
    data: { end: ENDS[end], answer, closedAt: new Date(now), closedOn: today, closedById: memberId, closedInId },
  });
}
