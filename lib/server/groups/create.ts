/** Making a group, and the list of those one is in. */
import { canonicalTimeZone, localDate } from "@/lib/review";
import { lockUser } from "../auth/users";
import { prisma, type Store, type Transaction } from "../database";
import { accountNeeded, badTimeZone, tooManyGroups } from "../http/errors";
import { joinRefusal } from "../policy";
import { Prisma, type $Enums } from "../prisma/client";
import { calendarOf, type GroupRow } from "./membership";
import { ROLE_NAMES } from "./names";
import { onceColumns, sameAsBefore } from "./once";
import type { createGroup as route, GroupList } from "@/lib/wire/groups";
import type { BodyOf, ReplyOf } from "@/lib/wire/route";

/** Groups that a person can be in at a time. */
export const MOST_GROUPS = 20;

/** @throws ApiError account-needed, bad-time-zone, too-many-groups, key-reused */
export async function createGroup(userId: string, key: string, body: BodyOf<typeof route>, now: number): Promise<ReplyOf<typeof route>> {
  return (await prisma()).$transaction(async (tx) => {
    const user = await lockUser(tx, userId);
    if (joinRefusal(user, null) !== null) throw accountNeeded();
    const once = onceColumns(user.id, key, body);
    const before = await tx.group.findUnique({ where: { createKey: once.createKey }, select: { id: true, requestHash: true } });
    if (sameAsBefore(before, once.requestHash) !== null && before) return { id: before.id, repeated: true };
    const timeZone = canonicalTimeZone(body.timeZone ?? user.timeZone);
    if (timeZone === null) throw badTimeZone();
    await refuseOneTooMany(tx, user.id);
    const at = { timeZone, dayStart: user.dayStart };
    const { id } = await tx.group.create({
      data: {
        ...once,
        ...at,
        name: body.name,
        createdAt: new Date(now),
        members: {
          create: {
            userId: user.id,
            role: "OWNER",
            sharesReview: body.sharesReview,
            joinedAt: new Date(now),
            joinedOn: localDate(now, calendarOf(at)),
          },
        },
      },
      select: { id: true },
    });
    return { id, repeated: false };
  });
}

/** Refuses one who is in as many groups as one can be. The caller holds their row. */
export async function refuseOneTooMany(tx: Transaction, userId: string): Promise<void> {
  if ((await tx.groupMember.count({ where: { userId, leftAt: null } })) >= MOST_GROUPS) throw tooManyGroups(MOST_GROUPS);
}

type ListedRow = GroupRow & { readonly role: $Enums.GroupRole; readonly members: number; readonly openItems: number };

/** The groups that somebody is in: those in use first, then by name. */
export async function listGroups(userId: string, now: number): Promise<GroupList> {
  const store = await prisma();
  const rows = await store.$queryRaw<ListedRow[]>(
    Prisma.sql`SELECT g."id", g."name", g."timeZone", g."dayStart", g."quiet", g."questTarget", g."archivedAt" IS NOT NULL AS "archived", m."role"::text AS "role",
        (SELECT count(*)::int FROM "GroupMember" n WHERE n."groupId" = g."id" AND n."leftAt" IS NULL) AS "members",
        (SELECT count(*)::int FROM "OpenItem" i WHERE i."groupId" = g."id" AND i."closedAt" IS NULL) AS "openItems"
      FROM "GroupMember" m JOIN "Group" g ON g."id" = m."groupId" WHERE m."userId" = ${userId} AND m."leftAt" IS NULL
      ORDER BY "archived", g."name", g."id"`,
  );
  const begun = await begunToday(store, rows, now);
  return {
    groups: rows.map(({ id, name, role, members, quiet, archived, openItems }) => ({
      id,
      name,
      role: ROLE_NAMES[role],
      members: quiet ? null : members,
      archived,
      openItems,
      sessionToday: begun.has(id),
    })),
  };
}

async function begunToday(store: Store, groups: readonly GroupRow[], now: number): Promise<ReadonlySet<string>> {
  if (groups.length === 0) return new Set();
  const days = groups.map((group) => ({ groupId: group.id, localDate: localDate(now, calendarOf(group)) }));
  const sessions = await store.peerSession.findMany({ where: { OR: days }, select: { groupId: true } });
  return new Set(sessions.map(({ groupId }) => groupId));
}
