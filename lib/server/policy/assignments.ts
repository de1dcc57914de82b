/** Who meets an assignment. The place in the cohort decides (cohorts.ts); to whom it is not given, it does not exist. */
import { isInCohort, type CohortPlace } from "./cohorts";

export interface AssignmentFacts {
  readonly published: boolean;
  /** It is for some students only. */
  readonly forSome: boolean;
  /** The asker is one of them. */
  readonly named: boolean;
}

/** A student is given what is published for them. What was withdrawn they still see, as closed. */
export const isGiven = (place: CohortPlace | null, { published, forSome, named }: AssignmentFacts): place is CohortPlace =>
  isInCohort(place) && place.role === "STUDENT" && published && (!forSome || named);

export interface ItemFacts {
  /** The member whose it is. */
  readonly memberId: string;
  readonly graded: boolean;
  /** Scores are hidden from students for now. */
  readonly hidden: boolean;
}

/** One's own answer is seen with its truth once it was graded, and scores are not hidden. */
export const canReadOwnItem = (place: CohortPlace | null, item: ItemFacts): boolean =>
  isInCohort(place) && place.memberId === item.memberId && item.graded && !item.hidden;

/** Students see scores at once, or, where they are hidden, once their work is over or due. */
export const seesScores = ({
  hideScores,
  over,
  due,
}: {
  readonly hideScores: boolean;
  readonly over: boolean;
  readonly due: boolean;
}): boolean => !hideScores || over || due;
