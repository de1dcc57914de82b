/** Who may see and change what in a study group. Only the place in the group decides; an office of the site opens nothing. */
import type { GroupRole } from "../prisma/client";
import type { Owned, Person } from "./facts";

/** The asker's place in a group, as it stands. */
export interface GroupPlace {
  readonly memberId: string;
  readonly role: GroupRole;
  /** Neither left nor removed. */
  readonly current: boolean;
}

export interface GroupFacts {
  readonly archived: boolean;
}

/** A session, as far as who leads it goes. */
export interface LedSession {
  readonly moderatorId: string | null;
  readonly scribeId: string | null;
}

/** Whoever is in a group reads all of it. @param place null for who never was in it */
export const canReadGroup = (place: GroupPlace | null): place is GroupPlace => place !== null && place.current;

/** Nobody writes in an archived group. */
export const canWriteInGroup = (place: GroupPlace | null, { archived }: GroupFacts): boolean => canReadGroup(place) && !archived;

/** Its owners change a group, its invitations and who is in it, and take it out of the archive. */
export const canManageGroup = (place: GroupPlace | null): boolean => canReadGroup(place) && place.role === "OWNER";

/** A membership is ended by its own member, or by an owner. */
export const canEndMembership = (place: GroupPlace | null, memberId: string): boolean =>
  canReadGroup(place) && (place.memberId === memberId || canManageGroup(place));

/** Each decides for themselves what the group sees. */
export const canDecideSharing = (place: GroupPlace | null, memberId: string): boolean => canReadGroup(place) && place.memberId === memberId;

/** Whether a group would be without an owner once `leaving` is none. @param owners those it has */
export const leavesNoOwner = (owners: readonly string[], leaving: string): boolean => owners.every((owner) => owner === leaving);

/** Moderator, scribe and owners say for everybody who was there, and give roles. */
export const canLeadSession = (place: GroupPlace | null, { moderatorId, scribeId }: LedSession): boolean =>
  canReadGroup(place) && (place.memberId === moderatorId || place.memberId === scribeId || canManageGroup(place));

/** Everybody says for themselves. */
export const canMark = (place: GroupPlace | null, session: LedSession, memberId: string): boolean =>
  canReadGroup(place) && (place.memberId === memberId || canLeadSession(place, session));

/** A role is anybody's to take, and their own to lay down. @param to who is to have it; null for nobody @param from who has it */
export const canGiveRole = (place: GroupPlace | null, session: LedSession, to: string | null, from: string | null): boolean =>
  canReadGroup(place) && (to === place.memberId || (to === null && from === place.memberId) || canLeadSession(place, session));

/** What somebody wrote is worded anew, and taken back, by themselves or by an owner. */
export const canRewrite = (place: GroupPlace | null, byMember: string): boolean =>
  canReadGroup(place) && (place.memberId === byMember || canManageGroup(place));

/** A note is read by whoever is in its group. */
export const canReadNote = (place: GroupPlace | null): place is GroupPlace => canReadGroup(place);

/** Everybody in the group writes in all of its notes. */
export const canEditNote = (place: GroupPlace | null, group: GroupFacts): boolean => canWriteInGroup(place, group);

/** The words of a comment are anew for who wrote it alone: an owner hides, and changes nobody's words. */
export const canEditComment = (place: GroupPlace | null, byMember: string): boolean => canReadGroup(place) && place.memberId === byMember;

/** What an owner hid is read by owners, and by who wrote it; what was taken back by nobody. */
export const canReadComment = (
  place: GroupPlace | null,
  comment: { readonly byMember: string; readonly hidden: boolean; readonly deleted: boolean },
): boolean => canReadGroup(place) && !comment.deleted && (!comment.hidden || place.memberId === comment.byMember || canManageGroup(place));

/** That a question is answered is said by who asked it, or by an owner. */
export const canSettleThread = (place: GroupPlace | null, byMember: string): boolean => canRewrite(place, byMember);

/** A note that an owner hid is read by owners. */
export const canReadNoteText = (place: GroupPlace | null, note: { readonly hidden: boolean }): boolean =>
  canReadNote(place) && (!note.hidden || canManageGroup(place));

/** Only an attempt of one's own is brought into a group, and only after its truth was shown. */
export const canShareAttempt = (viewer: Person, attempt: Owned & { readonly truthShown: boolean }): boolean =>
  viewer.id === attempt.ownerId && attempt.truthShown;

/** Joining asks for an account, and nobody comes back whom an owner has removed. */
export function joinRefusal(viewer: { readonly guest: boolean }, before: { readonly removed: boolean } | null): "guest" | "removed" | null {
  if (viewer.guest) return "guest";
  return before?.removed === true ? "removed" : null;
}
