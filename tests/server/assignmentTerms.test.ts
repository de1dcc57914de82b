/** Assigned work in time: when it opens, is due and ends, for whom, and what a change of it leaves to whom. */
import { afterAll, describe, expect, it, vi } from "vitest";
import { saveItem } from "@/lib/server/assignments/answer";
import { beginWork } from "@/lib/server/assignments/begin";
import { changeAssignment, deleteAssignment } from "@/lib/server/assignments/change";
import { closeOverdue, handIn } from "@/lib/server/assignments/close";
import { setExtension, setTimePercent } from "@/lib/server/assignments/extensions";
import { readAssignment } from "@/lib/server/assignments/home";
import { closeWorks, readStudentWork } from "@/lib/server/assignments/seen";
import { readWork } from "@/lib/server/assignments/work";
import { submitAttempt } from "@/lib/server/attempts/submit";
import { changeCohort } from "@/lib/server/cohorts/settings";
import { ALL_PARTS, answeredSlot, assignmentOf, challenge, challengeOf, part, quiz, slotOf, TERMS, workOn } from "./setup/assignments";
import { freshKey } from "./setup/client";
import { joinedAs } from "./setup/cohorts";
import { services } from "./setup/content";
import { eachDatabase } from "./setup/database";
import { expectInvariants } from "./setup/invariants";
import { secretOf } from "./setup/secret";
import type { Terms } from "@/lib/wire/assignmentParts";

vi.mock("@/app/api/services", () => import("./setup/content"));

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const at = (ms: number): string => new Date(ms).toISOString();

eachDatabase("the terms of assignments", (open) => {
  afterAll(() => expectInvariants(open()));
  const { aClass, workOf, sumsOf, answer } = workOn(open);

  describe("time", () => {
    const now = Date.now();

    it.each<[string, Partial<Terms>, number, string]>([
      ["before it opens", { opensAt: at(now + HOUR) }, now, "not-open"],
      ["after it has closed", { closesAt: at(now + HOUR) }, now + HOUR, "work-closed"],
      ["with a limit that was not begun", { minutes: 30 }, now, "not-begun"],
    ])("opens nothing %s", async (_title, terms, when, code) => {
      const { student, ...made } = await aClass();
      const { id, parts } = await assignmentOf(open(), made, { terms, now: now - 1 });
      await expect(slotOf(student.id, id, parts[0], 0, when)).rejects.toMatchObject({ code });
    });

    it("takes of a late answer what the terms say, believes a browser as far as it can be vouched for, and keeps what stood at the due date", async () => {
      const { student, ...made } = await aClass();
      const terms = { dueAt: at(now + HOUR), latePercent: 25 };
      const { id, parts } = await assignmentOf(open(), made, { terms, parts: [part(challenge({ tries: 3 }))] });
      await answeredSlot(open(), student.id, id, parts[0], { right: false, now });
      expect(await sumsOf(student.member, id)).toMatchObject({ atDue: 0, now: 0 });
      await answeredSlot(open(), student.id, id, parts[0], { now: now + HOUR + DAY + 1 });
      expect(await sumsOf(student.member, id), "two days begun").toMatchObject({ atDue: 0, now: 5 });
      // Opened and answered in time, delivered an hour late.
      await answeredSlot(open(), student.id, id, parts[0], { now: now + 2 * HOUR, answeredAt: now + 1 });
      expect(await sumsOf(student.member, id)).toMatchObject({ atDue: 10, now: 10 });
    });

    it("counts days by the class's clock, and anew where the class has another", async () => {
      const { student, ...made } = await aClass();
      const zone = (timeZone: string) => changeCohort(made.instructor.id, made.cohort, { timeZone }, Date.now());
      await zone("Europe/Berlin");
      // On the night of the 25th Berlin's clock shows the hour from two to three twice.
      const due = Date.parse("2026-10-24T16:00:00Z");
      const { id, parts } = await assignmentOf(open(), made, {
        terms: { dueAt: at(due), latePercent: 25 },
        parts: [part(challenge())],
        now: due - DAY,
      });
      await answeredSlot(open(), student.id, id, parts[0], { now: due + 25 * HOUR });
      const seen = async () => {
        const place = { id: made.cohort, assignment: id, member: student.member };
        const { standing, items } = await readStudentWork(services, made.instructor.id, place, due + 30 * HOUR);
        const own = await readWork(services, student.id, id, due + 30 * HOUR);
        const [{ lateDays }] = own.parts[0].slots[0].tries;
        return [standing.lateDays, items[0].lateDays, lateDays, own.standing.now];
      };
      expect(await seen(), "18:00 on the next day").toEqual([1, 1, 1, 7.5]);
      await zone("Asia/Seoul");
      expect(await seen(), "01:00 to 02:00 two days on").toEqual([2, 2, 2, 5]);
      await zone("Europe/Berlin");
      expect(await seen()).toEqual([1, 1, 1, 7.5]);
    });

    it("closes work by the clock, grades what was saved in time, and takes what was under way", async () => {
      const { student, ...made } = await aClass();
      const { id, parts } = await assignmentOf(open(), made, {
        terms: { minutes: 30 },
        parts: [part(challenge({ count: 2 })), part(quiz())],
      });
      await beginWork(student.id, id, now);
      const end = now + HOUR / 2;
      const one = await challengeOf(open(), student.id, id, parts[0], 0, now);
      const two = await challengeOf(open(), student.id, id, parts[0], 1, now);
      const question = await slotOf(student.id, id, parts[1], 0, now);
      await saveItem(student.id, { item: one.item }, secretOf(one.seed, 1), end - 1);
      await saveItem(student.id, { item: question.id }, { option: "right" }, end - 1);
      await expect(saveItem(student.id, { item: one.item }, { guess: 1 }, end)).rejects.toMatchObject({ code: "work-closed" });
      expect((await readWork(services, student.id, id, end)).standing).toMatchObject({ state: "closed", done: 0 });
      const sent = { userId: student.id, key: freshKey(), token: two.token, answer: secretOf(two.seed, 1), answeredAt: end - 1 };
      await submitAttempt(services, { ...sent, now: end + 30_000 });
      expect(await closeOverdue(services, end + 59_000, { assignmentId: id })).toBe(0);
      expect(await closeOverdue(services, end + 60_000, { assignmentId: id })).toBe(1);
      expect(await sumsOf(student.member, id)).toEqual({ atDue: 15, now: 15, points: 20, done: 3, slots: 4 });
      expect(await workOf(student.member, id)).toMatchObject({ closedBy: "TIME", closedAt: new Date(end) });
      expect(await closeOverdue(services, end + 2 * DAY, { assignmentId: id })).toBe(0);
      const { attempt } = await open().client.assignedItem.findUniqueOrThrow({ where: { id: one.item }, include: { attempt: true } });
      expect(attempt).toMatchObject({ userId: student.id, score: 100, answeredAt: new Date(end - 1) });
    });

    it("refuses what arrives after the end, whatever it says of when it was made", async () => {
      const { student, ...made } = await aClass();
      const { id, parts } = await assignmentOf(open(), made, {
        terms: { closesAt: at(now + HOUR) },
        parts: [part(challenge()), part(quiz())],
      });
      const { token, seed } = await challengeOf(open(), student.id, id, parts[0], 0, now);
      const { id: item } = await slotOf(student.id, id, parts[1], 0, now);
      const late = { now: now + HOUR + 60_000, answeredAt: now + 1 };
      const sent = { userId: student.id, key: freshKey(), token, answer: secretOf(seed, 1) };
      await expect(submitAttempt(services, { ...sent, ...late })).rejects.toMatchObject({ code: "expired-token" });
      await expect(answer(student.id, item, "right", late.now, freshKey(), late.answeredAt)).rejects.toMatchObject({ code: "work-closed" });
      await handIn(services, student.id, id, now + 2);
      await expect(submitAttempt(services, { ...sent, now: now + 3 })).rejects.toMatchObject({ code: "work-closed" });
      expect(await open().client.attempt.count({ where: { userId: student.id } })).toBe(0);
    });

    it("leaves what cannot be graded unanswered, and does not try for ever", async () => {
      const { student, ...made } = await aClass();
      const { id, parts } = await assignmentOf(open(), made, { parts: [part(challenge()), part(quiz())] });
      const { item } = await challengeOf(open(), student.id, id, parts[0], 0, now);
      const { id: question } = await slotOf(student.id, id, parts[1], 0, now);
      await saveItem(student.id, { item }, { guess: "half a word" }, now);
      await saveItem(student.id, { item: question }, { option: "no such option" }, now);
      const closing = () => closeWorks(services, made.instructor.id, { id: made.cohort, assignment: id }, undefined, now + 1);
      expect(await closing()).toEqual({ closed: 1, graded: 0 });
      expect(await closing()).toEqual({ closed: 0, graded: 0 });
      expect(await sumsOf(student.member, id)).toMatchObject({ done: 0, now: 0 });
      expect((await readWork(services, student.id, id, now + 2)).standing.state).toBe("closed");
    });

    it("goes on where more of it is given: to one student, by a factor, or to all", async () => {
      const { student, ...made } = await aClass();
      const terms = { minutes: 30, dueAt: at(now + HOUR), latePercent: 50 };
      const { id, parts } = await assignmentOf(open(), made, { terms, parts: [part(challenge({ count: 2 }))] });
      const place = { id: made.cohort, member: student.member };
      await setTimePercent(made.instructor.id, place, 150, now);
      expect(await beginWork(student.id, id, now)).toMatchObject({ endsAt: at(now + 45 * 60_000) });
      await setTimePercent(made.instructor.id, place, 200, now);
      expect(await beginWork(student.id, id, now), "also a time that runs").toMatchObject({ endsAt: at(now + HOUR) });
      await setTimePercent(made.instructor.id, place, 100, now);
      expect(await closeOverdue(services, now + HOUR, { assignmentId: id })).toBe(1);
      await setTimePercent(made.instructor.id, place, 400, now + HOUR);
      expect((await readWork(services, student.id, id, now + HOUR)).standing).toMatchObject({ state: "open", endsAt: at(now + 2 * HOUR) });
      await answeredSlot(open(), student.id, id, parts[0], { now: now + HOUR + 1 });
      expect(await sumsOf(student.member, id)).toMatchObject({ atDue: 0, now: 2.5 });
      await handIn(services, student.id, id, now + HOUR + 2);
      const own = { ...place, assignment: id };
      await setExtension(made.instructor.id, own, { dueAt: at(now + DAY), closesAt: null, extraTries: 1, reason: "ill" }, now + HOUR + 3);
      expect(await sumsOf(student.member, id), "in time after all").toMatchObject({ atDue: 5, now: 5 });
      expect((await readWork(services, student.id, id, now + HOUR + 4)).standing).toMatchObject({ state: "open", dueAt: at(now + DAY) });
      expect((await slotOf(student.id, id, parts[0], 0, now + HOUR + 5)).triesLeft).toBe(0);
      await setExtension(made.instructor.id, own, { dueAt: null, closesAt: null, extraTries: 0, reason: "" }, now + HOUR + 6);
      expect(await sumsOf(student.member, id)).toMatchObject({ atDue: 0, now: 2.5 });
    });

    it("ends with the class: an archived one takes nothing, taken out of the archive it goes on", async () => {
      const { student, ...made } = await aClass();
      const { id, parts } = await assignmentOf(open(), made);
      await changeCohort(made.instructor.id, made.cohort, { archived: true }, now);
      await expect(slotOf(student.id, id, parts[0])).rejects.toMatchObject({ code: "work-closed" });
      await changeCohort(made.instructor.id, made.cohort, { archived: false }, now);
      expect(await slotOf(student.id, id, parts[0])).toMatchObject({ try: 1 });
    });
  });

  describe("changes", () => {
    const now = Date.now();

    it("leave to who has begun a part what they were given, and give the others the new one", async () => {
      const { student, ...made } = await aClass();
      const chan = await joinedAs(open(), made, "student", "Chan");
      const { id, parts } = await assignmentOf(open(), made, { parts: [part(challenge()), part(quiz())] });
      await answeredSlot(open(), student.id, id, parts[0]);
      await beginWork(chan.id, id, now);
      const where = { id: made.cohort, assignment: id };
      const written = [
        { id: parts[0], points: 30, settings: challenge({ count: 3 }) },
        { id: parts[1], points: 20, settings: quiz() },
      ];
      const change = (revision: number) =>
        changeAssignment(services.catalog, made.instructor.id, where, { revision, terms: TERMS, parts: written, state: "published" }, now);
      expect(await change(0)).toEqual({ id, revision: 1 });
      await expect(change(0)).rejects.toMatchObject({ code: "assignment-moved" });
      expect(await sumsOf(student.member, id)).toMatchObject({ points: 30, slots: 3, now: 10 });
      expect(await sumsOf(chan.member, id)).toMatchObject({ points: 50, slots: 5 });
      const mine = await readWork(services, student.id, id, now);
      expect(mine.parts.map(({ id: each, points }) => [each === parts[0], points])).toEqual([
        [true, 10],
        [false, 20],
      ]);
      const { parts: present } = await readAssignment(services, made.instructor.id, where, now);
      expect(present.map(({ begun, points }) => [begun, points])).toEqual([
        [false, 30],
        [false, 20],
      ]);
      await expect(slotOf(chan.id, id, parts[0])).rejects.toMatchObject({ status: 404 });
    });

    it("delete what nobody has begun, and withdraw what somebody has", async () => {
      const { student, ...made } = await aClass();
      const { id, parts } = await assignmentOf(open(), made);
      const where = { id: made.cohort, assignment: id };
      await slotOf(student.id, id, parts[0]);
      await expect(deleteAssignment(made.instructor.id, where)).rejects.toMatchObject({ code: "assignment-begun" });
      const state = async (to: "draft" | "published" | "withdrawn", revision: number) =>
        changeAssignment(services.catalog, made.instructor.id, where, { revision, terms: TERMS, parts: await kept(), state: to }, now);
      const kept = async () =>
        (await readAssignment(services, made.instructor.id, where, now)).parts.map(({ id: each, points, settings }) => ({
          id: each,
          points,
          settings,
        }));
      await expect(state("draft", 0)).rejects.toMatchObject({ code: "assignment-begun" });
      await state("withdrawn", 0);
      expect((await readWork(services, student.id, id, now)).standing.state).toBe("closed");
      await expect(slotOf(student.id, id, parts[1])).rejects.toMatchObject({ code: "work-closed" });
      await state("published", 1);
      expect(await slotOf(student.id, id, parts[1])).toMatchObject({ try: 1 });
      const other = await assignmentOf(open(), made);
      expect(await deleteAssignment(made.instructor.id, { ...where, assignment: other.id })).toEqual({ id: other.id });
      await expect(slotOf(student.id, other.id, other.parts[0])).rejects.toMatchObject({ status: 404 });
    });

    it("and openings at once lose nothing: each try stands in a part that its student has", async () => {
      const made = await aClass();
      const students = await Promise.all(["A", "B", "C", "D"].map((name) => joinedAs(open(), made, "student", name)));
      const { id, parts } = await assignmentOf(open(), made, { parts: [part(challenge({ count: 4 }))] });
      const where = { id: made.cohort, assignment: id };
      const written = [{ id: parts[0], points: 10, settings: challenge({ count: 2 }) }];
      const [change, ...opened] = await Promise.allSettled([
        changeAssignment(
          services.catalog,
          made.instructor.id,
          where,
          { revision: 0, terms: TERMS, parts: written, state: "published" },
          now,
        ),
        ...students.flatMap((each) => [0, 1].map((slot) => slotOf(each.id, id, parts[0], slot))),
      ]);
      expect(change.status).toBe("fulfilled");
      const works = await open().client.studentWork.findMany({ where: { assignmentId: id }, include: { items: true } });
      for (const work of works) await sumsOf(work.memberId, id);
      const kept = opened.filter(({ status }) => status === "fulfilled").length;
      expect(works.reduce((sum, { items }) => sum + items.length, 0)).toBe(kept);
    });

    it.each<[string, Partial<Terms>, string]>([
      ["due before it opens", { opensAt: at(now), dueAt: at(now - 1) }, "terms.dueAt"],
      ["closed before it is due", { dueAt: at(now), closesAt: at(now - 1) }, "terms.closesAt"],
      ["due in another millennium", { dueAt: "2999-01-01T00:00:00.000Z" }, "terms.dueAt"],
    ])("are refused, by the field: %s", async (_title, terms, field) => {
      const made = await aClass();
      await expect(assignmentOf(open(), made, { terms })).rejects.toMatchObject({ code: "bad-terms", extra: { field } });
    });
  });

  it("is for those students alone whom it names", async () => {
    const { student, ...made } = await aClass();
    const chan = await joinedAs(open(), made, "student", "Chan");
    const { id, parts } = await assignmentOf(open(), made, { students: [chan.member] });
    await expect(slotOf(student.id, id, parts[0])).rejects.toMatchObject({ status: 404 });
    expect(await slotOf(chan.id, id, parts[0])).toMatchObject({ try: 1 });
    const home = await readAssignment(services, made.instructor.id, { id: made.cohort, assignment: id }, Date.now());
    expect([home.students, home.works.map(({ member }) => member)]).toEqual([[chan.member], [chan.member]]);
    const strangers = assignmentOf(open(), made, { students: [made.instructor.member] });
    await expect(strangers).rejects.toMatchObject({ code: "unknown-student" });
  });

  it("goes with the student's place, and the class keeps the rest", async () => {
    const { student, ...made } = await aClass();
    const { id, parts } = await assignmentOf(open(), made, { parts: ALL_PARTS });
    await answeredSlot(open(), student.id, id, parts[0]);
    const { eraseAccount } = await import("@/lib/server/account/erase");
    await eraseAccount(student.id, { id: student.id, word: "delete" }, { address: "192.0.2.9", now: Date.now() });
    expect(await open().client.studentWork.count({ where: { assignmentId: id } })).toBe(0);
    expect(await open().client.assignedItem.count({ where: { assignmentId: id } })).toBe(0);
    expect(await open().client.assignment.count({ where: { id } })).toBe(1);
  });
});
