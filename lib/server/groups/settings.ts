/** What owners decide for a group. */
import { settingsOf } from "../auth/users";
import { forbidden, groupArchived } from "../http/errors";
import { canManageGroup, canWriteInGroup } from "../policy";
import { changeGroupRow } from "./membership";
import type { GroupSettings } from "@/lib/wire/groups";

/** @throws ApiError not-found, forbidden, group-archived, bad-time-zone */
export function changeGroup(userId: string, groupId: string, body: GroupSettings, now: number): Promise<{ id: string }> {
  const { archived, timeZone, ...others } = body;
  const zone = settingsOf(timeZone === undefined ? {} : { timeZone });
  return changeGroupRow(userId, groupId, now, async (tx, { group, place }) => {
    if (!canManageGroup(place)) throw forbidden();
    const after = archived ?? group.archived;
    const only = Object.keys(body).every((name) => name === "archived");
    // What is archived now may be changed as it is archived, and what is taken out as it comes out.
    if (!only && !canWriteInGroup(place, { archived: group.archived && after })) throw groupArchived();
    const given = Object.fromEntries(Object.entries(others).filter(([, value]) => value !== undefined));
    const archivedAt = after === group.archived ? {} : { archivedAt: after ? new Date(now) : null };
    await tx.group.update({ where: { id: groupId }, data: { ...given, ...zone, ...archivedAt } });
    return { id: groupId };
  });
}
