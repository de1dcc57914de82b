/** Everybody who is or was in a group, as its members see them. */
import type { Person } from "@/lib/wire/groupParts";
import { ROLE_NAMES } from "./names";
import type { Store } from "../database";

export interface Member extends Person {
  readonly userId: string | null;
  readonly joinedAt: Date;
  readonly joinedOn: string;
  readonly sharesReview: boolean;
}

/** In the order in which they came. */
export async function membersOf(store: Store, groupId: string): Promise<Member[]> {
  const rows = await store.groupMember.findMany({
    where: { groupId },
    select: {
      id: true,
      userId: true,
      role: true,
      joinedAt: true,
      joinedOn: true,
      leftAt: true,
      removed: true,
      sharesReview: true,
      user: { select: { name: true } },
    },
    orderBy: [{ joinedAt: "asc" }, { id: "asc" }],
  });
  return rows.map(({ user, role, leftAt, removed, ...row }) => ({
    ...row,
    name: user?.name ?? null,
    role: ROLE_NAMES[role],
    state: row.userId === null ? "erased" : removed ? "removed" : leftAt === null ? "in" : "left",
  }));
}

export const isIn = ({ state }: Person): boolean => state === "in";

/** As the wire shows them. */
export const peopleOf = (members: readonly Member[]): Person[] => members.map(({ id, name, role, state }) => ({ id, name, role, state }));
