/** Invitations: made and revoked by owners, used by whoever has the code. */
import { localDate } from "@/lib/review";
import { lockUser } from "../auth/users";
import { prisma, type Store } from "../database";
import { accountNeeded, forbidden, groupFull, notFound, tooManyInvites } from "../http/errors";
import { drawCode, lookedUp, notUsedUp, spendUse } from "../invitations/codes";
import { canManageGroup, canReadGroup, joinRefusal } from "../policy";
import { Prisma } from "../prisma/client";
import { refuseOneTooMany } from "./create";
import { tellNews } from "../notes/hints";
import { calendarOf, holdGroup, writeInGroup } from "./membership";
import type { Caller } from "../auth/users";
import type { Invitation, joinGroup as joining, makeInvite as making } from "@/lib/wire/invitations";
import type { GroupHome } from "@/lib/wire/groups";
import type { BodyOf, ReplyOf } from "@/lib/wire/route";

/** People in a group at a time. */
export const MOST_MEMBERS = 50;
/** Codes of a group that can be used at a time. */
export const MOST_INVITES = 5;
const DAY_MS = 86_400_000;

/** Whether a code can still be used at `now`. */
const usable = (now: number) =>
  Prisma.sql`${notUsedUp(now)} AND EXISTS (SELECT 1 FROM "Group" g WHERE g."id" = "groupId" AND g."archivedAt" IS NULL)`;

interface InviteRow {
  readonly id: string;
  readonly groupId: string;
  readonly code: string;
  readonly expiresAt: Date;
  readonly uses: number;
  readonly maxUses: number;
}

const usableOf = (store: Store, where: Prisma.Sql, now: number): Promise<InviteRow[]> =>
  store.$queryRaw(
    Prisma.sql`SELECT "id", "groupId", "code", "expiresAt", "uses", "maxUses" FROM "GroupInvite" WHERE ${where} AND ${usable(now)} ORDER BY "createdAt", "id"`,
  );

/** The codes of a group that can still be used, for its owners. */
export async function invitesOf(store: Store, groupId: string, now: number): Promise<NonNullable<GroupHome["invites"]>> {
  const rows = await usableOf(store, Prisma.sql`"groupId" = ${groupId}`, now);
  return rows.map(({ id, code, expiresAt, uses, maxUses }) => ({ id, code, expiresAt: expiresAt.toISOString(), uses, maxUses }));
}

/** @throws ApiError not-found, forbidden, group-archived, too-many-invites */
export function makeInvite(userId: string, groupId: string, body: BodyOf<typeof making>, now: number): Promise<ReplyOf<typeof making>> {
  return writeInGroup(userId, groupId, now, async (tx, { place }) => {
    if (!canManageGroup(place)) throw forbidden();
    if ((await invitesOf(tx, groupId, now)).length >= MOST_INVITES) throw tooManyInvites(MOST_INVITES);
    const made = await tx.groupInvite.create({
      data: {
        groupId,
        memberId: place.memberId,
        code: drawCode(),
        maxUses: body.maxUses,
        createdAt: new Date(now),
        expiresAt: new Date(now + body.days * DAY_MS),
      },
      select: { id: true, code: true, expiresAt: true },
    });
    return { ...made, expiresAt: made.expiresAt.toISOString() };
  });
}

/** @throws ApiError not-found, forbidden, group-archived */
export function revokeInvite(
  userId: string,
  { id: groupId, invite }: { readonly id: string; readonly invite: string },
  now: number,
): Promise<{ id: string }> {
  return writeInGroup(userId, groupId, now, async (tx, { place }) => {
    if (!canManageGroup(place)) throw forbidden();
    const known = await tx.groupInvite.findFirst({ where: { id: invite, groupId }, select: { id: true } });
    if (known === null) throw notFound();
    await tx.groupInvite.updateMany({ where: { id: invite, revokedAt: null }, data: { revokedAt: new Date(now) } });
    return { id: invite };
  });
}

const placeIn = async (store: Store, groupId: string, userId: string) => {
  const row = await store.groupMember.findUnique({
    where: { groupId_userId: { groupId, userId } },
    select: { id: true, role: true, leftAt: true, removed: true },
  });
  return row && { memberId: row.id, role: row.role, current: row.leftAt === null, removed: row.removed };
};

/** @throws ApiError not-found, rate-limited */
export function readInvite(userId: string | null, typed: string, { address, now }: Pick<Caller, "address" | "now">): Promise<Invitation> {
  return lookedUp(typed, address, async (code) => {
    const store = await prisma();
    const [invite] = await usableOf(store, Prisma.sql`"code" = ${code}`, now);
    if (!invite) return null;
    const place = userId === null ? null : await placeIn(store, invite.groupId, userId);
    if (place?.removed) return null;
    const group = await store.group.findUnique({ where: { id: invite.groupId }, select: { name: true } });
    return group && { group, joined: canReadGroup(place) ? invite.groupId : null };
  });
}

/** @throws ApiError account-needed, not-found, group-full, too-many-groups, rate-limited */
export function joinGroup(
  userId: string,
  typed: string,
  body: BodyOf<typeof joining>,
  { address, now }: Pick<Caller, "address" | "now">,
): Promise<ReplyOf<typeof joining>> {
  return lookedUp(typed, address, async (code) =>
    (await prisma()).$transaction(async (tx) => {
      const user = await lockUser(tx, userId);
      // Before anything is looked up: the answer says nothing of the code.
      if (joinRefusal(user, null) === "guest") throw accountNeeded();
      const [invite] = await usableOf(tx, Prisma.sql`"code" = ${code}`, now);
      if (!invite) return null;
      await holdGroup(tx, invite.groupId);
      const before = await placeIn(tx, invite.groupId, user.id);
      if (joinRefusal(user, before) !== null) return null;
      if (canReadGroup(before)) return { id: invite.groupId };
      if ((await tx.groupMember.count({ where: { groupId: invite.groupId, leftAt: null } })) >= MOST_MEMBERS) throw groupFull(MOST_MEMBERS);
      await refuseOneTooMany(tx, user.id);
      if (!(await spendUse(tx, "GroupInvite", invite.id, usable(now)))) return null;
      const group = await tx.group.findUniqueOrThrow({ where: { id: invite.groupId }, select: { timeZone: true, dayStart: true } });
      const joined = {
        sharesReview: body.sharesReview,
        joinedAt: new Date(now),
        joinedOn: localDate(now, calendarOf(group)),
        leftAt: null,
      };
      await tx.groupMember.upsert({
        where: { groupId_userId: { groupId: invite.groupId, userId: user.id } },
        create: { groupId: invite.groupId, userId: user.id, ...joined },
        update: joined,
      });
      await tellNews(tx, invite.groupId);
      return { id: invite.groupId };
    }),
  );
}
