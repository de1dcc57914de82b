/** Who may change accounts and sessions. */
import type { AccountFacts, Owned, Person, Viewer } from "./facts";

/** Runs the site: gives roles. Opens nobody's work. */
export const canAdminister = (viewer: Viewer): boolean => viewer.role === "ADMIN";

/** A session is ended by the one who is signed in with it. */
export const canEndSession = (viewer: Person, session: Owned): boolean => viewer.id === session.ownerId;

/** An account is erased by the one who is signed in with it. */
export const canErase = (viewer: Person, account: Owned): boolean => viewer.id === account.ownerId;

/** Why `viewer` may not change the role of `target`; null when they may. */
export function roleRefusal(viewer: Viewer, target: AccountFacts): "not-admin" | "gone" | "own" | "guest" | null {
  if (!canAdminister(viewer)) return "not-admin";
  // Nobody changes their own, so that an admin always remains.
  if (viewer.id === target.id) return "own";
  if (target.deleted || target.merged) return "gone";
  return target.guest ? "guest" : null;
}

export const canChangeRole = (viewer: Viewer, target: AccountFacts): boolean => roleRefusal(viewer, target) === null;

/** A guest's work moves once, into a living account that is no guest itself. */
export function canTakeOver(account: AccountFacts, guest: AccountFacts): boolean {
  const free = (a: AccountFacts): boolean => !a.deleted && !a.merged;
  return account.id !== guest.id && guest.guest && !account.guest && free(guest) && free(account);
}
