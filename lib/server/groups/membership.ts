/** The way into a group: who asks, and their place in it. Whoever is not in it is told that it does not exist. */
import { isTimeZone, localDate, type Calendar } from "@/lib/review";
import { lockUser, type LockedUser } from "../auth/users";
import { prisma, type Store, type Transaction } from "../database";
import { groupArchived, notFound } from "../http/errors";
import { tellNews } from "../notes/hints";
import { canReadGroup, canWriteInGroup, type GroupPlace } from "../policy";
import { Prisma } from "../prisma/client";

export interface GroupRow {
  readonly id: string;
  readonly name: string;
  readonly timeZone: string;
  readonly dayStart: number;
  readonly quiet: boolean;
  readonly questTarget: number;
  readonly archived: boolean;
}

/** A group as somebody in it sees it. */
export interface Entered {
  readonly group: GroupRow;
  readonly place: GroupPlace;
  readonly calendar: Calendar;
  /** The group's day. */
  readonly today: string;
}

/** Reads a group for somebody in it. @throws ApiError not-found */
export async function enterGroup(store: Store, userId: string, groupId: string, now: number): Promise<Entered> {
  const [row] = await store.$queryRaw<(GroupRow & GroupPlace)[]>(
    Prisma.sql`SELECT g."id", g."name", g."timeZone", g."dayStart", g."quiet", g."questTarget", g."archivedAt" IS NOT NULL AS "archived",
        m."id" AS "memberId", m."role"::text AS "role", m."leftAt" IS NULL AS "current"
      FROM "GroupMember" m JOIN "Group" g ON g."id" = m."groupId" WHERE m."groupId" = ${groupId} AND m."userId" = ${userId}`,
  );
  const place = row === undefined ? null : { memberId: row.memberId, role: row.role, current: row.current };
  if (row === undefined || !canReadGroup(place)) throw notFound();
  const calendar = calendarOf(row);
  return { group: row, place, calendar, today: localDate(now, calendar) };
}

/** A zone that this system does not know counts as UTC. */
export const calendarOf = ({ timeZone, dayStart }: Pick<GroupRow, "timeZone" | "dayStart">): Calendar => ({
  timeZone: isTimeZone(timeZone) ? timeZone : "UTC",
  dayStart,
});

/** Holds a group until the transaction ends, so that what is counted, then written, is written one at a time. */
export async function holdGroup(tx: Transaction, groupId: string): Promise<void> {
  await tx.$queryRaw(Prisma.sql`SELECT "id" FROM "Group" WHERE "id" = ${groupId} FOR UPDATE`);
}

/**
 * Runs `act` in a transaction that holds the group, and tells who listens that something was written in it. The place is read once the group is held: who was removed a moment ago writes nothing.
 * @throws ApiError not-found, group-archived
 */
export function writeInGroup<T>(
  userId: string,
  groupId: string,
  now: number,
  act: (tx: Transaction, entered: Entered) => Promise<T>,
): Promise<T> {
  return changeGroupRow(userId, groupId, now, async (tx, entered) => {
    if (!canWriteInGroup(entered.place, entered.group)) throw groupArchived();
    return act(tx, entered);
  });
}

/** The same for what is done to an archived group too: leaving it, taking it out of the archive. */
export async function changeGroupRow<T>(
  userId: string,
  groupId: string,
  now: number,
  act: (tx: Transaction, entered: Entered) => Promise<T>,
): Promise<T> {
  return (await prisma()).$transaction(async (tx) => {
    await holdGroup(tx, groupId);
    const written = await act(tx, await enterGroup(tx, userId, groupId, now));
    await tellNews(tx, groupId);
    return written;
  });
}

/**
 * The same for what is written in the group and in the writer's own record, or there alone: their row is held first, as wherever both are
 * (docs/decisions/0017). @param act decides itself whether an archived group refuses it
 */
export async function writeOwnInGroup<T>(
  userId: string,
  groupId: string,
  now: number,
  act: (tx: Transaction, entered: Entered, user: LockedUser) => Promise<T>,
): Promise<T> {
  return (await prisma()).$transaction(async (tx) => {
    const user = await lockUser(tx, userId);
    await holdGroup(tx, groupId);
    const written = await act(tx, await enterGroup(tx, user.id, groupId, now), user);
    await tellNews(tx, groupId);
    return written;
  });
}

/** The place of a current member of the group. @throws ApiError not-found */
export async function currentMember(store: Store, groupId: string, memberId: string): Promise<GroupPlace> {
  const row = await store.groupMember.findFirst({ where: { id: memberId, groupId, leftAt: null }, select: { role: true } });
  if (row === null) throw notFound();
  return { memberId, role: row.role, current: true };
}

/** That all of these are current members of the group, in one statement. @throws ApiError not-found */
export async function currentMembers(store: Store, groupId: string, memberIds: Iterable<string>): Promise<void> {
  const ids = [...new Set(memberIds)];
  if (ids.length === 0) return;
  if ((await store.groupMember.count({ where: { id: { in: ids }, groupId, leftAt: null } })) < ids.length) throw notFound();
}
