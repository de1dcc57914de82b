/** The classes that somebody learns in, and those that wait for them. */
import { prisma } from "../database";
import { canTakeSeat, isInCohort, joinRefusal } from "../policy";
import { instructorsOf, placeOf } from "./join";
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
  const classes: Classes["classes"] = [];
  for (const { id, cohortId, seen, consentAt } of places) {
    const { name, archivedAt } = await store.cohort.findUniqueOrThrow({
      where: { id: cohortId },
      select: { name: true, archivedAt: true },
    });
    classes.push({
      cohort: { id: cohortId, name, archived: archivedAt !== null },
      me: id,
      instructors: await instructorsOf(store, cohortId),
      seen,
      consentAt: (consentAt ?? new Date(seen.joinedAt)).toISOString(),
    });
  }
  const offers: Classes["offers"] = [];
  for (const seat of seats) {
    const place = await placeOf(store, seat.cohortId, user.id);
    if (!canTakeSeat(user, seat) || isInCohort(place) || joinRefusal(user, place) !== null) continue;
    offers.push({ id: seat.id, cohort: seat.cohort.name, instructors: await instructorsOf(store, seat.cohortId), name: seat.name });
  }
  return { classes, offers, pin: school && { setAt: school.pinSetAt?.toISOString() ?? null, drawn: school.pinDrawn } };
}
