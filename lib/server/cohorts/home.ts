/** A cohort's page for those who teach it: its roster, its instructors and its codes. */
import { prisma } from "../database";
import { codesOf } from "./invites";
import { enterAsInstructor } from "./membership";
import { byName, studentsSeen } from "./seen";
import type { CohortHome } from "@/lib/wire/cohorts";

/** @throws ApiError not-found, forbidden */
export async function readCohort(userId: string, cohortId: string, now: number): Promise<CohortHome> {
  const store = await prisma();
  const { cohort, place } = await enterAsInstructor(store, userId, cohortId);
  const [students, instructors, removed, seats, invites] = await Promise.all([
    studentsSeen(store, { cohortId }),
    store.cohortMember.findMany({
      where: { cohortId, role: "INSTRUCTOR", leftAt: null },
      select: { id: true, user: { select: { name: true } } },
      orderBy: [{ joinedAt: "asc" }, { id: "asc" }],
    }),
    store.cohortMember.findMany({
      where: { cohortId, removed: true },
      select: { id: true, user: { select: { name: true } } },
      orderBy: { id: "asc" },
    }),
    store.cohortSeat.findMany({
      where: { cohortId, memberId: null },
      select: { id: true, name: true, email: true, declinedAt: true, user: { select: { school: { select: { pinHash: true } } } } },
    }),
    codesOf(store, cohortId, now),
  ]);
  return {
    ...cohort,
    me: place.memberId,
    instructors: instructors.map(({ id, user }) => ({ id, name: user.name })),
    students: students
      .map(({ id, seat, seen }) => ({ id, seat, seen }))
      .sort((a, b) => byName(a.seen.rosterName ?? a.seen.name ?? "", b.seen.rosterName ?? b.seen.name ?? "")),
    waiting: seats
      .map(({ id, name, email, declinedAt, user }) => ({
        id,
        name,
        email,
        school: user?.school ? { pin: user.school.pinHash !== null } : null,
        declined: declinedAt !== null,
      }))
      .sort((a, b) => byName(a.name, b.name)),
    removed: removed.map(({ id, user }) => ({ id, name: user.name })),
    invites,
  };
}
