import { describe, expect, it } from "vitest";
import {
  canAdminister,
  canChangeCohort,
  canChangeRole,
  canContinueFrom,
  canEndSession,
  canRateBy,
  canReadAttempt,
  canReviewCard,
  canDecideSharing,
  canDrawPin,
  canEditNote,
  canEndCohortPlace,
  canEndMembership,
  canGiveRole,
  canLeadSession,
  canManageGroup,
  canMark,
  canReadGroup,
  canReadNote,
  canRewrite,
  canTakeOver,
  canTakeSeat,
  canReadOwnItem,
  canUseInstance,
  canWriteInGroup,
  gainsByCode,
  isGiven,
  isInCohort,
  joinRefusal,
  leavesNoOwner,
  mayMakeCohort,
  roleRefusal,
  seesScores,
  teachesCohort,
  type AccountFacts,
  type AttemptFacts,
  type CohortPlace,
  type GroupPlace,
  type Membership,
  type Viewer,
} from ".";

const ROLES = ["STUDENT", "INSTRUCTOR", "ADMIN"] as const;
const viewer = (id: string, role: Viewer["role"] = "STUDENT"): Viewer => ({ id, role });
const teacher: Membership = { cohortId: "blue", as: "instructor" };
const learner: Membership = { cohortId: "blue", as: "learner" };
const alone: AttemptFacts = { ownerId: "mina", ownerGone: false, cohortId: null };
const assigned: AttemptFacts = { ...alone, cohortId: "blue" };

describe("canReadAttempt", () => {
  const table: [string, Viewer, AttemptFacts, readonly Membership[], boolean][] = [
    ["its owner", viewer("mina"), alone, [], true],
    ["its owner, in a cohort", viewer("mina"), assigned, [learner], true],
    ["another learner", viewer("jun"), alone, [], false],
    ["an instructor by role", viewer("jun", "INSTRUCTOR"), alone, [], false],
    ["an admin by role", viewer("jun", "ADMIN"), alone, [], false],
    ["an instructor by role, of cohort work", viewer("jun", "INSTRUCTOR"), assigned, [], false],
    ["who teaches the cohort it was made in", viewer("jun"), assigned, [teacher], true],
    ["who teaches a cohort, of work made alone", viewer("jun"), alone, [teacher], false],
    ["who teaches another cohort", viewer("jun"), assigned, [{ cohortId: "red", as: "instructor" }], false],
    ["a fellow learner of the cohort", viewer("jun"), assigned, [learner], false],
    ["who learns in it and teaches elsewhere", viewer("jun"), assigned, [learner, { cohortId: "red", as: "instructor" }], false],
    ["its owner, whose account is deleted", viewer("mina"), { ...alone, ownerGone: true }, [], false],
    ["its cohort's instructor, after the owner's account is deleted", viewer("jun"), { ...assigned, ownerGone: true }, [teacher], false],
  ];
  it.each(table)("for %s", (_title, who, attempt, memberships, expected) => {
    expect(canReadAttempt(who, attempt, memberships)).toBe(expected);
  });

  it("answers the same whatever the role", () => {
    for (const [, { id }, attempt, memberships, expected] of table)
      for (const role of ROLES) expect(canReadAttempt(viewer(id, role), attempt, memberships)).toBe(expected);
  });
});

describe("one's own things", () => {
  it.each([
    ["canReviewCard", canReviewCard],
    ["canRateBy", canRateBy],
    ["canContinueFrom", canContinueFrom],
    ["canEndSession", canEndSession],
  ])("%s opens them to their owner alone, whatever the role", (_title, predicate) => {
    for (const role of ROLES) {
      expect(predicate(viewer("mina", role), { ownerId: "mina" })).toBe(true);
      expect(predicate(viewer("jun", role), { ownerId: "mina" })).toBe(false);
    }
  });

  it.each([
    ["whom it was issued to", "mina", "mina", null, true],
    ["the account that took the guest over", "mina", "guest", "mina", true],
    ["another", "jun", "mina", null, false],
    ["another than the heir", "jun", "guest", "mina", false],
    ["the guest itself, after the merge", "guest", "guest", "mina", true],
  ])("canUseInstance for %s", (_title, id, issuedTo, heirId, expected) => {
    expect(canUseInstance({ id }, { issuedTo, heirId })).toBe(expected);
  });
});

describe("accounts", () => {
  const account: AccountFacts = { id: "mina", guest: false, deleted: false, merged: false };
  const guest: AccountFacts = { ...account, id: "guest", guest: true };

  it.each([
    ["STUDENT", false],
    ["INSTRUCTOR", false],
    ["ADMIN", true],
  ] as const)("canAdminister as %s is %s", (role, expected) => {
    expect(canAdminister(viewer("a", role))).toBe(expected);
  });

  it.each([
    ["an admin, another's", viewer("a", "ADMIN"), account, null],
    ["an admin, their own", viewer("mina", "ADMIN"), account, "own"],
    ["an admin, a guest's", viewer("a", "ADMIN"), guest, "guest"],
    ["an admin, a deleted one's", viewer("a", "ADMIN"), { ...account, deleted: true }, "gone"],
    ["an admin, a merged one's", viewer("a", "ADMIN"), { ...guest, merged: true }, "gone"],
    ["an instructor", viewer("a", "INSTRUCTOR"), account, "not-admin"],
    ["a student", viewer("a"), account, "not-admin"],
    ["a student, their own", viewer("mina"), account, "not-admin"],
  ] as const)("canChangeRole by %s: %#", (_title, who, target, refusal) => {
    expect(roleRefusal(who, target)).toBe(refusal);
    expect(canChangeRole(who, target)).toBe(refusal === null);
  });

  it.each([
    ["a guest into an account", account, guest, true],
    ["a guest into itself", guest, guest, false],
    ["an account into an account", account, { ...account, id: "jun" }, false],
    ["a guest into a guest", { ...guest, id: "other" }, guest, false],
    ["a guest that moved before", account, { ...guest, merged: true }, false],
    ["a deleted guest", account, { ...guest, deleted: true }, false],
    ["a guest into a deleted account", { ...account, deleted: true }, guest, false],
    ["a guest into an account that moved itself", { ...account, merged: true }, guest, false],
  ])("canTakeOver: %s", (_title, into, from, expected) => {
    expect(canTakeOver(into, from)).toBe(expected);
  });
});

describe("groups", () => {
  const place = (role: GroupPlace["role"], current = true): GroupPlace => ({ memberId: "mina", role, current });
  const [owner, member, left] = [place("OWNER"), place("MEMBER"), place("OWNER", false)];
  const open = { archived: false };
  const session = { moderatorId: "jun", scribeId: null };
  const leading = { moderatorId: null, scribeId: "mina" };

  it.each<[string, (who: GroupPlace | null) => boolean, boolean, boolean]>([
    ["reads", canReadGroup, true, true],
    ["writes", (who) => canWriteInGroup(who, open), true, true],
    ["writes in an archived one", (who) => canWriteInGroup(who, { archived: true }), false, false],
    ["reads a note", canReadNote, true, true],
    ["writes in a note", (who) => canEditNote(who, open), true, true],
    ["writes in a note of an archived one", (who) => canEditNote(who, { archived: true }), false, false],
    ["manages", canManageGroup, false, true],
    ["leaves", (who) => canEndMembership(who, "mina"), true, true],
    ["removes another", (who) => canEndMembership(who, "jun"), false, true],
    ["decides what is seen of oneself", (who) => canDecideSharing(who, "mina"), true, true],
    ["decides what is seen of another", (who) => canDecideSharing(who, "jun"), false, false],
    ["leads a session of another", (who) => canLeadSession(who, session), false, true],
    ["leads a session as its scribe", (who) => canLeadSession(who, leading), true, true],
    ["marks oneself", (who) => canMark(who, session, "mina"), true, true],
    ["marks another", (who) => canMark(who, session, "jun"), false, true],
    ["marks another as scribe", (who) => canMark(who, leading, "jun"), true, true],
    ["takes a role", (who) => canGiveRole(who, session, "mina", "jun"), true, true],
    ["lays down one's own", (who) => canGiveRole(who, session, null, "mina"), true, true],
    ["lays down another's", (who) => canGiveRole(who, session, null, "jun"), false, true],
    ["gives one to another", (who) => canGiveRole(who, session, "ara", null), false, true],
    ["words one's own anew", (who) => canRewrite(who, "mina"), true, true],
    ["words another's anew", (who) => canRewrite(who, "jun"), false, true],
  ])("whoever is in one %s: %#", (_title, may, asMember, asOwner) => {
    expect([may(member), may(owner)]).toEqual([asMember, asOwner]);
    expect([may(null), may(left)], "who never was in it, or is no more").toEqual([false, false]);
  });

  it("have an owner as long as another than who leaves is one", () => {
    expect([leavesNoOwner(["mina"], "mina"), leavesNoOwner(["mina", "jun"], "mina"), leavesNoOwner(["jun"], "mina")]).toEqual([
      true,
      false,
      false,
    ]);
    expect(leavesNoOwner([], "mina")).toBe(true);
  });

  it("are joined by accounts that no owner has removed", () => {
    expect([joinRefusal({ guest: true }, null), joinRefusal({ guest: false }, null)]).toEqual(["guest", null]);
    expect([joinRefusal({ guest: false }, { removed: true }), joinRefusal({ guest: false }, { removed: false })]).toEqual([
      "removed",
      null,
    ]);
  });
});

describe("cohorts", () => {
  const place = (role: CohortPlace["role"], current = true): CohortPlace => ({ memberId: "mina", role, current });
  const [instructor, student, left] = [place("INSTRUCTOR"), place("STUDENT"), place("INSTRUCTOR", false)];
  const seat = { ofCohort: true, school: true };

  it.each<[string, (who: CohortPlace | null) => boolean, boolean, boolean]>([
    ["is in it", isInCohort, true, true],
    ["teaches", teachesCohort, false, true],
    ["changes it", (who) => canChangeCohort(who, { archived: false }), false, true],
    ["changes an archived one", (who) => canChangeCohort(who, { archived: true }), false, false],
    ["leaves", (who) => canEndCohortPlace(who, "mina"), true, true],
    ["removes another", (who) => canEndCohortPlace(who, "jun"), false, true],
    ["draws a PIN", (who) => canDrawPin(who, seat), false, true],
    ["draws one of another cohort", (who) => canDrawPin(who, { ...seat, ofCohort: false }), false, false],
    ["draws one for an account with e-mail", (who) => canDrawPin(who, { ...seat, school: false }), false, false],
  ])("whoever is in one %s: %#", (_title, may, asStudent, asInstructor) => {
    expect([may(student), may(instructor)]).toEqual([asStudent, asInstructor]);
    expect([may(null), may(left)], "who never was in it, or is no more").toEqual([false, false]);
  });

  it.each([
    ["STUDENT", false, true],
    ["INSTRUCTOR", true, false],
    ["ADMIN", true, false],
  ] as const)("are made by an office: %s", (role, makes, gains) => {
    expect([mayMakeCohort({ role, guest: false }), mayMakeCohort({ role, guest: true }), gainsByCode({ role })]).toEqual([
      makes,
      false,
      gains,
    ]);
  });

  it("keep a place for an address or an account, and for nobody besides", () => {
    const mina = { id: "mina", email: "mina@example.com" };
    const nobody = { email: null, userId: null };
    expect(canTakeSeat(mina, { ...nobody, email: "mina@example.com" })).toBe(true);
    expect(canTakeSeat(mina, { ...nobody, userId: "mina" })).toBe(true);
    expect(canTakeSeat({ ...mina, email: null }, nobody), "no address is no address of anybody's").toBe(false);
    expect(canTakeSeat(mina, { email: "jun@example.com", userId: "jun" })).toBe(false);
  });
});

describe("assignments", () => {
  const place = (role: CohortPlace["role"], current = true): CohortPlace => ({ memberId: "mina", role, current });
  const all = { published: true, forSome: false, named: false };

  it.each<[string, CohortPlace | null, typeof all, boolean]>([
    ["a student", place("STUDENT"), all, true],
    ["a student, not published", place("STUDENT"), { ...all, published: false }, false],
    ["a student, for others", place("STUDENT"), { ...all, forSome: true }, false],
    ["a student, for them", place("STUDENT"), { ...all, forSome: true, named: true }, true],
    ["who was one", place("STUDENT", false), all, false],
    ["an instructor", place("INSTRUCTOR"), all, false],
    ["nobody of the class", null, all, false],
  ])("are given to %s: %#", (_title, who, facts, expected) => {
    expect(isGiven(who, facts)).toBe(expected);
  });

  it("show a student's answer to its student once it is graded, and what counts once it may be known", () => {
    const own = { memberId: "mina", graded: true, hidden: false };
    expect(canReadOwnItem(place("STUDENT"), own)).toBe(true);
    expect(canReadOwnItem(place("STUDENT", false), own)).toBe(false);
    expect(canReadOwnItem(null, own)).toBe(false);
    for (const not of [{ memberId: "jun" }, { graded: false }, { hidden: true }])
      expect(canReadOwnItem(place("STUDENT"), { ...own, ...not })).toBe(false);
    const [shown, hidden] = [
      { hideScores: false, over: false, due: false },
      { hideScores: true, over: false, due: false },
    ];
    expect([shown, hidden, { ...hidden, over: true }, { ...hidden, due: true }].map(seesScores)).toEqual([true, false, true, true]);
  });
});
