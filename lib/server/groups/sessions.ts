/** Peer sessions: begun, led, and their month. */
import { monthOf, shifted, takenOver, type Roles } from "@/lib/groups";
import { visibleLines } from "@/lib/wire/visible";
import { prisma, type Transaction } from "../database";
import { agendaMoved, badBody, forbidden } from "../http/errors";
import { canGiveRole, type GroupPlace, type LedSession } from "../policy";
import { Prisma } from "../prisma/client";
import { sessionOf } from "./items";
import { currentMember, enterGroup, writeInGroup } from "./membership";
import { membersOf, peopleOf } from "./people";
import { pastOf, proposalOf } from "./presence";
import type { changeSession as changing, SessionChange, SessionMonth, startSession as starting } from "@/lib/wire/peerSessions";
import type { ReplyOf } from "@/lib/wire/route";

/** How long after a session it may still be written down, in days. */
const WRITTEN_DOWN = 366;

/** Begins the session of a day, with the roles that the rotation proposes for today. @throws ApiError not-found, group-archived, bad-body */
export function startSession(userId: string, groupId: string, date: string, now: number): Promise<ReplyOf<typeof starting>> {
  return writeInGroup(userId, groupId, now, async (tx, { today }) => {
    if (date > today || date < shifted(today, -WRITTEN_DOWN))
      throw badBody("date", "오늘이거나 지난 한 해 안의 날짜여야 해요.", "must be today or a day of the past year.");
    const known = await tx.peerSession.findUnique({ where: { groupId_localDate: { groupId, localDate: date } }, select: { id: true } });
    if (known) return { id: known.id, started: false };
    // Of a session that was long ago nobody has to be asked.
    const { moderator, scribe } =
      date === today ? proposalOf(await pastOf(tx, groupId, date), await membersOf(tx, groupId)) : { moderator: null, scribe: null };
    const { id } = await tx.peerSession.create({
      data: { groupId, localDate: date, moderatorId: moderator, scribeId: scribe, createdAt: new Date(now) },
      select: { id: true },
    });
    return { id, started: true };
  });
}

/** @throws ApiError not-found, forbidden, group-archived, agenda-moved */
export function changeSession(
  userId: string,
  { id: groupId, session: sessionId }: { readonly id: string; readonly session: string },
  body: SessionChange,
  now: number,
): Promise<ReplyOf<typeof changing>> {
  return writeInGroup(userId, groupId, now, async (tx, { place }) => {
    const session = await sessionOf(tx, groupId, sessionId);
    const { agenda, closed } = body;
    const roles = await givenRoles(tx, place, session, body);
    const text = agenda && visibleLines(agenda.text);
    const same = text === undefined || text === session.agenda;
    if (agenda && !same && agenda.version !== session.agendaVersion) throw agendaMoved();
    const after = await tx.peerSession.update({
      where: { id: sessionId },
      data: {
        moderatorId: roles.moderator,
        scribeId: roles.scribe,
        ...(same ? {} : { agenda: text, agendaVersion: { increment: 1 } }),
        ...(closed === undefined || closed === (session.closedAt !== null) ? {} : { closedAt: closed ? new Date(now) : null }),
      },
      select: { agendaVersion: true },
    });
    return { id: sessionId, agendaVersion: after.agendaVersion, ...roles };
  });
}

/** The roles of a session once `place` has given them. @throws ApiError not-found, forbidden */
export async function givenRoles(
  tx: Transaction,
  place: GroupPlace,
  session: LedSession & { readonly groupId: string },
  to: Partial<Roles>,
): Promise<Roles> {
  let roles: Roles = { moderator: session.moderatorId, scribe: session.scribeId };
  for (const role of ["moderator", "scribe"] as const) {
    const whom = to[role];
    if (whom === undefined || whom === roles[role]) continue;
    if (whom !== null) await currentMember(tx, session.groupId, whom);
    if (!canGiveRole(place, session, whom, roles[role])) throw forbidden();
    roles = takenOver(roles, role, whom);
  }
  return roles;
}

interface MonthRow {
  readonly id: string;
  readonly date: string;
  readonly closed: boolean;
  readonly moderator: string | null;
  readonly scribe: string | null;
  readonly items: number;
  readonly open: number;
  readonly corrected: number;
}

/** @throws ApiError not-found */
export async function monthOfSessions(userId: string, groupId: string, asked: string | undefined, now: number): Promise<SessionMonth> {
  const store = await prisma();
  const { group, today } = await enterGroup(store, userId, groupId, now);
  const month = asked ?? monthOf(today);
  const sessions = await store.$queryRaw<MonthRow[]>(
    Prisma.sql`SELECT p."id", p."localDate" AS "date", p."closedAt" IS NOT NULL AS "closed", p."moderatorId" AS "moderator", p."scribeId" AS "scribe",
        (SELECT count(*)::int FROM "OpenItem" i WHERE i."sessionId" = p."id") AS "items",
        (SELECT count(*)::int FROM "OpenItem" i WHERE i."sessionId" = p."id" AND i."closedAt" IS NULL) AS "open",
        (SELECT count(*)::int FROM "Correction" c WHERE c."ofSessionId" = p."id") AS "corrected"
      FROM "PeerSession" p WHERE p."groupId" = ${groupId} AND p."localDate" >= ${`${month}-01`} AND p."localDate" <= ${`${month}-31`} ORDER BY p."localDate"`,
  );
  const people = peopleOf(await membersOf(store, groupId));
  return { name: group.name, month, today, archived: group.archived, people, sessions };
}
