/** Who was at which session, read from what each said: for the rotation, and for what is to be expected of the next session. */
import { expectedAfter, proposed, statusOf, wasThere, type Roles, type Said, type Status, type Turn } from "@/lib/groups";
import { NOTICE_NAMES, STATUS_NAMES } from "./names";
import { isIn, type Member } from "./people";
import type { Store } from "../database";

/** Sessions that the rotation looks back at. */
const LOOKED_AT = 100;

/** The sessions before a day, oldest first, with what each member said. */
export interface Past {
  readonly sessions: readonly {
    readonly id: string;
    readonly localDate: string;
    readonly moderatorId: string | null;
    readonly scribeId: string | null;
  }[];
  /** By member: what they said at each of these sessions. */
  readonly said: (memberId: string) => readonly (Said | null)[];
}

/** @param date the sessions of earlier days */
export async function pastOf(store: Store, groupId: string, date: string): Promise<Past> {
  const rows = await store.peerSession.findMany({
    where: { groupId, localDate: { lt: date } },
    orderBy: { localDate: "desc" },
    take: LOOKED_AT,
    select: {
      id: true,
      localDate: true,
      moderatorId: true,
      scribeId: true,
      attendance: { select: { memberId: true, status: true, next: true } },
    },
  });
  const sessions = rows.reverse();
  const said = sessions.map(
    ({ attendance }) => new Map(attendance.map(({ memberId, status, next }) => [memberId, saidOf({ status, next })])),
  );
  return { sessions, said: (memberId) => said.map((bySession) => bySession.get(memberId) ?? null) };
}

export const saidOf = ({ status, next }: { status: keyof typeof STATUS_NAMES | null; next: keyof typeof NOTICE_NAMES | null }): Said => ({
  status: status === null ? null : STATUS_NAMES[status],
  next: next === null ? null : NOTICE_NAMES[next],
});

/** What is expected of a member after all that they said. */
export const expectedOf = (past: Past, memberId: string): Status | null => expectedAfter(past.said(memberId));

const AWAY: readonly (Status | null)[] = ["absent", "on-leave", "stopped"];
/** Whether somebody with this status can have a role. */
export const isAway = (status: Status | null): boolean => AWAY.includes(status);

function turnsOf(past: Past, members: readonly Member[]): Turn[] {
  const statuses = new Map(
    members.map(({ id }) => {
      const said = past.said(id);
      return [id, said.map((here, i) => statusOf(here, said.slice(0, i)))] as const;
    }),
  );
  return past.sessions.map(({ localDate, moderatorId, scribeId }, at) => {
    const asked = members.filter(
      ({ id, joinedOn }) => joinedOn <= localDate && !["on-leave", "stopped"].includes(statuses.get(id)?.[at] ?? ""),
    );
    return {
      moderator: moderatorId,
      scribe: scribeId,
      there: members.filter(({ id }) => wasThere(statuses.get(id)?.[at] ?? null)).map(({ id }) => id),
      members: asked.map(({ id }) => id),
    };
  });
}

/**
 * What the rotation proposes for the session after `past`.
 * @param away of whoever is not to be asked, beside those of whom it is known already
 */
export function proposalOf(past: Past, members: readonly Member[], away: (memberId: string) => boolean = () => false): Roles {
  const candidates = members.filter((member) => isIn(member) && !isAway(expectedOf(past, member.id)) && !away(member.id));
  return proposed(
    turnsOf(past, members),
    candidates.map(({ id }) => id),
  );
}
