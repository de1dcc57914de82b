/** A group's home: what is on today, what is open, and what its members do together. */
import { groupStreak, questWeek, shifted, type GroupDay } from "@/lib/groups";
import { prisma, type Store } from "../database";
import { CALENDAR_COLUMNS } from "../learn/calendar";
import { momentOf } from "../learn/record";
import { canManageGroup } from "../policy";
import { Prisma } from "../prisma/client";
import { invitesOf } from "./invites";
import { itemsOf } from "./items";
import { enterGroup, type Entered } from "./membership";
import { isIn, membersOf, peopleOf, type Member } from "./people";
import { pastOf, proposalOf } from "./presence";
import type { GroupHome } from "@/lib/wire/groups";

/** Days that a streak is looked for in. */
const LOOKED_AT = 400;

/** @throws ApiError not-found */
export async function readGroup(userId: string, groupId: string, now: number): Promise<GroupHome> {
  const store = await prisma();
  const entered = await enterGroup(store, userId, groupId, now);
  const { group, place, today } = entered;
  const [members, past, session] = await Promise.all([
    membersOf(store, groupId),
    pastOf(store, groupId, today),
    store.peerSession.findUnique({
      where: { groupId_localDate: { groupId, localDate: today } },
      select: { id: true, closedAt: true, moderatorId: true, scribeId: true },
    }),
  ]);
  const sharing = members.filter((member) => isIn(member) && member.sharesReview);
  const owner = canManageGroup(place);
  return {
    id: group.id,
    name: group.name,
    timeZone: group.timeZone,
    dayStart: group.dayStart,
    quiet: group.quiet,
    questTarget: group.questTarget,
    archived: group.archived,
    today,
    me: place.memberId,
    owner,
    sharesReview: sharing.some(({ id }) => id === place.memberId),
    people: peopleOf(members),
    studied: await studiedToday(store, sharing, now),
    session: session && {
      id: session.id,
      closed: session.closedAt !== null,
      moderator: session.moderatorId,
      scribe: session.scribeId,
    },
    proposal: proposalOf(past, members),
    items: await itemsOf(store, groupId, Prisma.sql`i."closedAt" IS NULL`, today),
    streak: group.quiet ? null : await streakOf(store, groupId, sharing, today),
    quest: group.quiet ? null : await questOf(store, entered, now),
    invites: owner ? await invitesOf(store, groupId, now) : null,
  };
}

/** Of those who share: whether they did something today, each in their own days. */
async function studiedToday(store: Store, sharing: readonly Member[], now: number): Promise<GroupHome["studied"]> {
  const ids = sharing.flatMap(({ userId }) => (userId === null ? [] : [userId]));
  if (ids.length === 0) return [];
  const users = await store.user.findMany({ where: { id: { in: ids } }, select: { id: true, ...CALENDAR_COLUMNS } });
  const days = users.map((user) => ({ userId: user.id, localDate: momentOf(user, now).localDate }));
  const active = new Set((await store.activeDay.findMany({ where: { OR: days }, select: { userId: true } })).map(({ userId }) => userId));
  return sharing.map(({ id, userId }) => ({ member: id, today: userId !== null && active.has(userId) }));
}

async function streakOf(
  store: Store,
  groupId: string,
  sharing: readonly Member[],
  today: string,
): Promise<NonNullable<GroupHome["streak"]>> {
  const days = await store.$queryRaw<GroupDay[]>(
    Prisma.sql`SELECT d."localDate" AS "date", count(*)::int AS "active" FROM "GroupMember" m
      JOIN "ActiveDay" d ON d."userId" = m."userId" AND d."localDate" >= m."joinedOn" AND d."localDate" >= ${shifted(today, -LOOKED_AT)}
      WHERE m."groupId" = ${groupId} AND m."leftAt" IS NULL AND m."sharesReview" GROUP BY 1`,
  );
  const joined = sharing.map(({ joinedOn }) => joinedOn);
  return { ...groupStreak(days, joined, today), sharing: sharing.length };
}

/** Challenges that brought XP this week to those who share, since they joined: each instance once, as the ledger has it. */
async function questOf(store: Store, { group, calendar }: Entered, now: number): Promise<NonNullable<GroupHome["quest"]>> {
  const { monday, sunday, from, until } = questWeek(now, calendar);
  // A learner's date lies at most a day beside the group's; by it the entries are found.
  const [{ count }] = await store.$queryRaw<[{ count: number }]>(
    Prisma.sql`SELECT count(*)::int AS "count" FROM "GroupMember" m JOIN "XpEntry" e ON e."userId" = m."userId" AND e."localDate" >= ${shifted(monday, -2)}
      AND e."attemptId" IS NOT NULL AND e."points" > 0 AND e."createdAt" >= GREATEST(m."joinedAt", ${new Date(from)}) AND e."createdAt" < ${new Date(until)}
      WHERE m."groupId" = ${group.id} AND m."leftAt" IS NULL AND m."sharesReview"`,
  );
  return { count, target: group.questTarget, monday, sunday };
}
