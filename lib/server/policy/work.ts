/** Who may see and touch a learner's work: attempts, issued instances, cards, reviews. */
import type { Membership, Owned, Person } from "./facts";

export interface AttemptFacts extends Owned {
  /** The owner's account is deleted. */
  readonly ownerGone: boolean;
  /** The cohort whose assignment it answers; null for what was played alone. */
  readonly cohortId: string | null;
}

/** Its owner reads an attempt, and whoever teaches the cohort it was made in. A role alone opens nothing. */
export function canReadAttempt(viewer: Person, attempt: AttemptFacts, memberships: readonly Membership[]): boolean {
  if (attempt.ownerGone) return false;
  return viewer.id === attempt.ownerId || (attempt.cohortId !== null && teaches(memberships, attempt.cohortId));
}

const teaches = (memberships: readonly Membership[], cohortId: string): boolean =>
  memberships.some((m) => m.as === "instructor" && m.cohortId === cohortId);

export interface IssuedFacts {
  readonly issuedTo: string;
  /** The account that took over the work of the guest it was issued to; null otherwise. */
  readonly heirId: string | null;
}

/** An instance is answered, revealed and reported, and what was done while offline is sent, by the one it was issued to, or by the account their work moved into. */
export const canUseInstance = (viewer: Person, issued: IssuedFacts): boolean =>
  viewer.id === issued.issuedTo || viewer.id === issued.heirId;

/** A card is drawn for and reviewed by its owner. */
export const canReviewCard = (viewer: Person, card: Owned): boolean => viewer.id === card.ownerId;

/** A skill review is rated by an attempt of one's own. */
export const canRateBy = (viewer: Person, attempt: Owned): boolean => viewer.id === attempt.ownerId;

/** A page of one's own list continues after a row of one's own. */
export const canContinueFrom = (viewer: Person, row: Owned): boolean => viewer.id === row.ownerId;
