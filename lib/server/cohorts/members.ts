/** Places in a cohort: who gives theirs up, whose an instructor ends, and who may come back. */
import { lastInstructor } from "../http/cohortErrors";
import { forbidden, notFound } from "../http/errors";
import { canEndCohortPlace, leavesNoOwner } from "../policy";
import { changeCohortRow, writeInCohort } from "./membership";
import type { Transaction } from "../database";

interface Named {
  readonly id: string;
  readonly member: string;
}

const instructorPlaces = async (tx: Transaction, cohortId: string): Promise<string[]> =>
  (await tx.cohortMember.findMany({ where: { cohortId, role: "INSTRUCTOR", leftAt: null }, select: { id: true } })).map(({ id }) => id);

/** @throws ApiError not-found, forbidden, last-instructor */
export function endPlace(userId: string, { id: cohortId, member: memberId }: Named, now: number): Promise<{ id: string }> {
  return changeCohortRow(userId, cohortId, async (tx, { place }) => {
    const known = await tx.cohortMember.findFirst({ where: { id: memberId, cohortId, leftAt: null }, select: { id: true } });
    // A student asks for nobody else's place, so they learn of none either.
    if (!canEndCohortPlace(place, memberId)) throw forbidden();
    if (known === null) throw notFound();
    if (leavesNoOwner(await instructorPlaces(tx, cohortId), memberId)) throw lastInstructor();
    await tx.cohortMember.update({ where: { id: memberId }, data: { leftAt: new Date(now), removed: place.memberId !== memberId } });
    // What the roster said of them goes: nobody sees it any more.
    await tx.cohortSeat.deleteMany({ where: { memberId } });
    await tx.cohortInvite.updateMany({ where: { memberId, revokedAt: null }, data: { revokedAt: new Date(now) } });
    return { id: memberId };
  });
}

/** @throws ApiError not-found, forbidden, cohort-archived */
export function letBack(userId: string, { id: cohortId, member: memberId }: Named): Promise<{ id: string }> {
  return writeInCohort(userId, cohortId, async (tx) => {
    const { count } = await tx.cohortMember.updateMany({ where: { id: memberId, cohortId }, data: { removed: false } });
    if (count === 0) throw notFound();
    return { id: memberId };
  });
}
