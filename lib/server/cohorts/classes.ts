/** The classes that somebody learns in, and those that wait for them. */
import { prisma } from "../database";
import { canTakeSeat, isInCohort, joinRefusal } from "../policy";
import { instructorsOf, placesOf } from "./join";
import { studentsSeen } from "./seen";
import type { SessionUser } from "../auth/session";
import type { Classes } from "@/lib/wire/classes";

export async function listClasses(user: Pick<SessionUser, "id" | "email" | "guest">): Promise<Classes> {
  const store = await prisma();
  const [places, seats, school] = await Promise.all([
    studentsSeen(store, { userId: user.id }),
    store.cohortSeat.findMany({
      where: {
        memberId: null,
        declinedAt: null,
        cohort: { archivedAt: null },
        OR: [{ userId: user.id }, ...(user.email === null ? [] : [{ email: user.email }])],
      },
      select: { id: true, name: true, email: true, userId: true, cohortId: true, cohort: { select: { name: true } } },
      orderBy: { createdAt: "asc" },
    }),
    store.schoolAccount.findUnique({ where: { userId: user.id }, select: { pinSetAt: true, pinDrawn: true } }),
  ]);
  const ids = [...places, ...seats].map(({ cohortId }) => cohortId);
  const [cohorts, taughtBy, own] = await Promise.all([
    store.cohort.findMany({ where: { id: { in: ids } }, select: { id: true, name: true, archivedAt: true } }),
    instructorsOf(store, ids),
    placesOf(store, ids, user.id),
  ]);
  const classes = places.flatMap(({ id: me, cohortId, seen, consentAt }) =>
    cohorts
      .filter(({ id }) => id === cohortId)
      .map(({ id, name, archivedAt }) => ({
        cohort: { id, name, archived: archivedAt !== null },
        me,
        instructors: taughtBy(id),
        seen,
        consentAt: consentAt?.toISOString() ?? seen.joinedAt,
      })),
  );
  const offers = seats
    .filter((seat) => {
      const place = own.get(seat.cohortId) ?? null;
      return canTakeSeat(user, seat) && !isInCohort(place) && joinRefusal(user, place) === null;
    })
    .map(({ id, name, cohortId, cohort }) => ({ id, cohort: cohort.name, instructors: taughtBy(cohortId), name }));
  return { classes, offers, pin: school && { setAt: school.pinSetAt?.toISOString() ?? null, drawn: school.pinDrawn } };
}
