/** The plain facts that the predicates decide by. Whoever asks has read them; nothing in this folder reads anything itself. */
import type { Role } from "../prisma/client";

/** Who asks, as far as their own things go. There is no role in it, so none can decide. */
export interface Person {
  readonly id: string;
}

/** Who asks, where the office held matters: the running of the site, never another person's work. */
export interface Viewer extends Person {
  readonly role: Role;
}

/** Something that belongs to one person. */
export interface Owned {
  readonly ownerId: string;
}

/** What ties a person to a cohort: they learn in it or teach it. */
export interface Membership {
  readonly cohortId: string;
  readonly as: "learner" | "instructor";
}

/** An account, as far as it may be changed. */
export interface AccountFacts extends Person {
  readonly guest: boolean;
  readonly deleted: boolean;
  /** Its work has moved into another account. */
  readonly merged: boolean;
}
