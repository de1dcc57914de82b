/** What instructors decide for a cohort. */
import { settingsOf } from "../auth/users";
import { recountDays } from "../assignments/recount";
import { cohortArchived } from "../http/cohortErrors";
import { forbidden } from "../http/errors";
import { recountWeeks } from "../insight/rollup";
import { drawCode } from "../invitations/codes";
import { canChangeCohort, teachesCohort } from "../policy";
import { changeCohortRow } from "./membership";
import type { CohortSettings } from "@/lib/wire/cohorts";

/** @throws ApiError not-found, forbidden, cohort-archived, bad-time-zone */
export function changeCohort(
  userId: string,
  cohortId: string,
  { archived, timeZone, name, classCode }: CohortSettings,
  now: number,
): Promise<{ id: string }> {
  const zone = settingsOf(timeZone === undefined ? {} : { timeZone });
  return changeCohortRow(userId, cohortId, async (tx, { cohort, place }) => {
    if (!teachesCohort(place)) throw forbidden();
    const after = archived ?? cohort.archived;
    const only = name === undefined && timeZone === undefined && classCode === undefined;
    // What is archived now may be changed as it is archived, and what is taken out as it comes out.
    if (!only && !canChangeCohort(place, { archived: cohort.archived && after })) throw cohortArchived();
    const archivedAt = after === cohort.archived ? {} : { archivedAt: after ? new Date(now) : null };
    await tx.cohort.update({
      where: { id: cohortId },
      data: {
        ...(name === undefined ? {} : { name }),
        ...zone,
        ...archivedAt,
        ...(classCode === undefined ? {} : { classCode: drawCode() }),
      },
    });
    if (zone.timeZone !== undefined && zone.timeZone !== cohort.timeZone) {
      await recountWeeks(tx, cohortId);
      await recountDays(tx, cohortId);
    }
    return { id: cohortId };
  });
}
