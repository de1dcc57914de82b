/** Who may see and change what in a cohort. Only the place in it decides; an office of the site lets its holder make one, and opens none. */
import type { CohortRole } from "../prisma/client";
import type { Membership, Person, Viewer } from "./facts";

/** The asker's place in a cohort, as it stands. */
export interface CohortPlace {
  readonly memberId: string;
  readonly role: CohortRole;
  /** Neither left nor removed. */
  readonly current: boolean;
}

/** Instructors make cohorts, and so does who runs the site. */
export const mayMakeCohort = (viewer: Pick<Viewer, "role"> & { readonly guest: boolean }): boolean =>
  !viewer.guest && viewer.role !== "STUDENT";

/** That there is such a cohort is known to those who are in it. */
export const isInCohort = (place: CohortPlace | null): place is CohortPlace => place !== null && place.current;

/** Its instructors read a cohort and change it, what it is called and who is in it. */
export const teachesCohort = (place: CohortPlace | null): place is CohortPlace => isInCohort(place) && place.role === "INSTRUCTOR";

/** Its students read what is said of themselves in it. */
export const learnsInCohort = (place: CohortPlace | null): place is CohortPlace => isInCohort(place) && place.role === "STUDENT";

/** What a place in a cohort makes of somebody there. */
export const membershipIn = (cohortId: string, role: CohortRole): Membership => ({
  cohortId,
  as: role === "INSTRUCTOR" ? "instructor" : "learner",
});

/** Nobody is asked into an archived cohort, and nothing in it changes. */
export const canChangeCohort = (place: CohortPlace | null, { archived }: { readonly archived: boolean }): boolean =>
  teachesCohort(place) && !archived;

/** A place is given up by whoever has it, also in an archived cohort, or ended by an instructor. */
export const canEndCohortPlace = (place: CohortPlace | null, memberId: string): boolean =>
  isInCohort(place) && (place.memberId === memberId || teachesCohort(place));

/** A kept place is taken, or declined, by whose address or account it is kept for. */
export const canTakeSeat = (
  viewer: Person & { readonly email: string | null },
  seat: { readonly email: string | null; readonly userId: string | null },
): boolean => viewer.id === seat.userId || (seat.email !== null && viewer.email === seat.email);

/** A PIN is drawn anew by an instructor for an account of their cohort, as long as its owner stays in the roster. */
export const canDrawPin = (place: CohortPlace | null, seat: { readonly ofCohort: boolean; readonly school: boolean }): boolean =>
  teachesCohort(place) && seat.ofCohort && seat.school;

/** The code on the console makes a student an instructor; who holds an office keeps it. */
export const gainsByCode = (viewer: Pick<Viewer, "role">): boolean => viewer.role === "STUDENT";
