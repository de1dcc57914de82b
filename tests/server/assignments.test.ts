/** Assigned work: what is opened, answered and counted, and that of many at once none is lost or counted twice. */
import { afterAll, describe, expect, it, vi } from "vitest";
import { answerItem, saveItem } from "@/lib/server/assignments/answer";
import { beginWork } from "@/lib/server/assignments/begin";
import { changeAssignment, deleteAssignment } from "@/lib/server/assignments/change";
import { closeOverdue, handIn } from "@/lib/server/assignments/close";
import { setExtension, setTimePercent } from "@/lib/server/assignments/extensions";
import { readAssignment } from "@/lib/server/assignments/home";
import { recountWork, recountWorks } from "@/lib/server/assignments/recount";
import { closeWorks } from "@/lib/server/assignments/seen";
import { calendarAddress, readCalendar } from "@/lib/server/assignments/calendar";
import { regradeItem } from "@/lib/server/assignments/regrade";
import { voidItem } from "@/lib/server/assignments/void";
import { readOwnItem, readWork } from "@/lib/server/assignments/work";
import { forgetUnusedWork } from "@/lib/server/attempts/issue";
import { readAttempt } from "@/lib/server/attempts/read";
import { revealInstance } from "@/lib/server/attempts/reveal";
import { submitAttempt } from "@/lib/server/attempts/submit";
import { endPlace } from "@/lib/server/cohorts/members";
import { changeCohort } from "@/lib/server/cohorts/settings";
import { finishLesson } from "@/lib/server/learn/lessons";
import { answeredSlot, ALL_PARTS, assignmentOf, challenge, challengeOf, lesson, part, quiz, slotOf, TERMS } from "./setup/assignments";
import { freshKey } from "./setup/client";
import { cohortOf, joinedAs } from "./setup/cohorts";
import { services, TOPIC } from "./setup/content";
import { eachDatabase } from "./setup/database";
import { expectInvariants } from "./setup/invariants";
import { breakSecret, secretOf } from "./setup/secret";
import type { Terms } from "@/lib/wire/assignmentParts";

vi.mock("@/app/api/services", () => import("./setup/content"));

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const at = (ms: number): string => new Date(ms).toISOString();

eachDatabase("assignments", (open) => {
  afterAll(() => expectInvariants(open()));

  async function aClass() {
    const made = await cohortOf(open());
    const student = await joinedAs(open(), made, "student", "Bora");
    return { ...made, student };
  }
  const workOf = async (memberId: string, assignmentId: string) =>
    open().client.studentWork.findUniqueOrThrow({ where: { assignmentId_memberId: { assignmentId, memberId } } });
  /** What the row says, which a recount from the items says too. */
  async function sumsOf(memberId: string, assignmentId: string) {
    const { id, earnedAtDue, earnedNow, points, done, slots, lastAt } = await workOf(memberId, assignmentId);
    const said = { id, earnedAtDue, earnedNow, points, done, slots, lastAt: lastAt?.toISOString() ?? null };
    expect(await recountWork(open().client, id)).toEqual(said);
    return { atDue: earnedAtDue, now: earnedNow, points, done, slots };
  }
  const answer = (userId: string, item: string, option: string, now = Date.now(), key = freshKey(), answeredAt = now) =>
    answerItem(userId, { item }, key, { answer: { option } }, { answeredAt, now });

  describe("a challenge", () => {
    it("counts by the first graded answer of a try, and brings XP as ever", async () => {
      const { student, ...made } = await aClass();
      const { id, parts } = await assignmentOf(open(), made, { parts: [part(challenge({ tries: 2 }))] });
      const { attempt, token } = await answeredSlot(open(), student.id, id, parts[0], { right: false });
      expect(attempt).toMatchObject({ score: 0, seed: null });
      expect(await sumsOf(student.member, id)).toEqual({ atDue: 0, now: 0, points: 10, done: 1, slots: 1 });
      const seed = await open().client.issuedWork.findFirstOrThrow({ where: { userId: student.id } });
      const after = await submitAttempt(services, {
        userId: student.id,
        key: freshKey(),
        token,
        answer: secretOf(seed.seed, 1),
        now: Date.now(),
      });
      expect(after, "what is sent once the truth was shown is feedback").toMatchObject({ score: 100, credited: false });
      expect(await sumsOf(student.member, id)).toMatchObject({ now: 0 });
      const second = await answeredSlot(open(), student.id, id, parts[0]);
      expect(second.attempt).toMatchObject({ score: 100, credited: true });
      expect(second.attempt.xp).toBeGreaterThan(0);
      expect(await sumsOf(student.member, id)).toEqual({ atDue: 10, now: 10, points: 10, done: 1, slots: 1 });
      await expect(slotOf(student.id, id, parts[0])).rejects.toMatchObject({ code: "no-tries-left" });
    });

    it("is one try, however often it is opened at once", async () => {
      const { student, ...made } = await aClass();
      const { id, parts } = await assignmentOf(open(), made, { parts: [part(challenge())] });
      const opened = await Promise.all(Array.from({ length: 500 }, () => slotOf(student.id, id, parts[0])));
      expect(new Set(opened.map((each) => each.id)).size).toBe(1);
      expect(await open().client.assignedItem.count({ where: { assignmentId: id } })).toBe(1);
      expect(await open().client.issuedWork.count({ where: { userId: student.id } })).toBe(1);
    });

    it("counts once of many submissions and retries at once", async () => {
      const { student, ...made } = await aClass();
      const { id, parts } = await assignmentOf(open(), made, { parts: [part(challenge({ count: 4, tries: 2 }), 40), part(quiz(), 10)] });
      const slots = await Promise.all([0, 1, 2, 3].map((slot) => challengeOf(open(), student.id, id, parts[0], slot)));
      const questions = await Promise.all([0, 1].map((slot) => slotOf(student.id, id, parts[1], slot)));
      const sends = slots.flatMap(({ token, seed }, i) => {
        const right = i % 2 === 0 ? secretOf(seed, 1) : { guess: 1 };
        return Array.from({ length: 8 }, () => freshKey()).flatMap((key) =>
          Array.from(
            { length: 5 },
            () => () => submitAttempt(services, { userId: student.id, key, token, answer: right, now: Date.now() }),
          ),
        );
      });
      const answers = questions.flatMap(({ id: item }) => {
        const key = freshKey();
        return Array.from({ length: 20 }, () => () => answer(student.id, item, "right", Date.now(), key));
      });
      const all = [...sends, ...answers];
      expect(all).toHaveLength(200);
      await Promise.all(all.map((send) => send()));
      expect(await sumsOf(student.member, id)).toEqual({ atDue: 30, now: 30, points: 50, done: 6, slots: 6 });
      expect(await open().client.attempt.count({ where: { userId: student.id } }), "the same answer is the attempt that it was").toBe(4);
    });

    it("hides its truth until it is answered, from a reveal as well", async () => {
      const { student, ...made } = await aClass();
      const { id, parts } = await assignmentOf(open(), made, { parts: [part(challenge())] });
      const { token, seed, opened, item } = await challengeOf(open(), student.id, id, parts[0]);
      expect(JSON.stringify([opened, await readWork(services, student.id, id, Date.now())])).not.toContain(String(secretOf(seed, 1).guess));
      const reveal = () => revealInstance(services, { userId: student.id, key: freshKey(), token, now: Date.now() });
      await expect(reveal()).rejects.toMatchObject({ code: "assigned" });
      await expect(readOwnItem(student.id, { item }, Date.now())).rejects.toMatchObject({ status: 404 });
      await submitAttempt(services, { userId: student.id, key: freshKey(), token, answer: { guess: 1 }, now: Date.now() });
      expect((await reveal()).solution).toEqual(secretOf(seed, 1));
      expect(await readOwnItem(student.id, { item }, Date.now())).toMatchObject({
        score: 0,
        instance: { truth: { secret: secretOf(seed, 1).guess } },
      });
    });

    it("is drawn anew where it crashed in the server's hands, at no one's cost", async () => {
      const { student, ...made } = await aClass();
      const { id, parts } = await assignmentOf(open(), made, { parts: [part(challenge())] });
      const first = await challengeOf(open(), student.id, id, parts[0]);
      breakSecret("grade");
      const submitting = submitAttempt(services, {
        userId: student.id,
        key: freshKey(),
        token: first.token,
        answer: { guess: 1 },
        now: Date.now(),
      });
      await expect(submitting).rejects.toMatchObject({ code: "broken-instance" });
      breakSecret(null);
      const again = await challengeOf(open(), student.id, id, parts[0]);
      expect([again.item === first.item, again.opened.triesLeft]).toEqual([false, 0]);
      await answeredSlot(open(), student.id, id, parts[0]);
      expect(await sumsOf(student.member, id)).toMatchObject({ now: 10, done: 1 });
    });

    it("stays gradable once its kind has moved on, and is not forgotten while it is open", async () => {
      const { student, ...made } = await aClass();
      const { id, parts } = await assignmentOf(open(), made, { parts: [part(challenge())] });
      const { token, item } = await challengeOf(open(), student.id, id, parts[0]);
      const { issuedId } = await open().client.assignedItem.findUniqueOrThrow({ where: { id: item } });
      await open().client.issuedWork.update({ where: { id: issuedId ?? "" }, data: { version: 0 } });
      await forgetUnusedWork(Date.now() + 400 * DAY);
      const { seed } = await open().client.issuedWork.findUniqueOrThrow({ where: { id: issuedId ?? "" } });
      const sent = { userId: student.id, key: freshKey(), token, answer: secretOf(seed, 1), now: Date.now() };
      expect(await submitAttempt(services, sent)).toMatchObject({ score: 100 });
    });

    it("is read by who teaches the class, and by nobody else", async () => {
      const { student, ...made } = await aClass();
      const { id, parts } = await assignmentOf(open(), made, { parts: [part(challenge())] });
      const { attempt } = await answeredSlot(open(), student.id, id, parts[0]);
      const fellow = await joinedAs(open(), made, "student", "Chan");
      const other = await cohortOf(open(), "Duri");
      const teaching = await joinedAs(open(), made, "instructor", "Eun");
      for (const reader of [made.instructor.id, teaching.id, student.id])
        expect(await readAttempt({ id: reader }, attempt.id)).toMatchObject({ score: 100 });
      for (const reader of [fellow.id, other.instructor.id])
        await expect(readAttempt({ id: reader }, attempt.id)).rejects.toMatchObject({ status: 404 });
      await endPlace(made.instructor.id, { id: made.cohort, member: teaching.member }, Date.now());
      await expect(readAttempt({ id: teaching.id }, attempt.id)).rejects.toMatchObject({ status: 404 });
      await endPlace(student.id, { id: made.cohort, member: student.member }, Date.now());
      await expect(readAttempt({ id: made.instructor.id }, attempt.id)).rejects.toMatchObject({ status: 404 });
      expect(await readAttempt({ id: student.id }, attempt.id)).toMatchObject({ score: 100 });
    });
  });

  describe("a quiz", () => {
    it("asks everybody the same, or each their own, and no question twice", async () => {
      const made = await aClass();
      const chan = await joinedAs(open(), made, "student", "Chan");
      const pool = { topics: [TOPIC], misconceptions: ["slip"], bank: [], count: 6 };
      const both = [true, false].map((same) => part(quiz({ from: pool, same })));
      const { id, parts } = await assignmentOf(open(), made, { parts: both });
      const asked = async (userId: string, partId: string, slots: readonly number[]) => {
        for (const slot of slots) await slotOf(userId, id, partId, slot);
        const rows = await open().client.assignedItem.findMany({ where: { partId, member: { userId } }, orderBy: { slot: "asc" } });
        return rows.map(({ item, instance }) => `${item} ${instance}`);
      };
      const [mine, theirs] = [
        await asked(made.student.id, parts[0], [0, 1, 2, 3, 4, 5]),
        await asked(chan.id, parts[0], [5, 3, 1, 4, 2, 0]),
      ];
      expect(mine).toEqual(theirs);
      expect(new Set(mine.map((each) => each.split(" ")[0])).size).toBe(6);
      expect(await asked(made.student.id, parts[1], [0, 1, 2, 3, 4, 5])).not.toEqual(await asked(chan.id, parts[1], [0, 1, 2, 3, 4, 5]));
    });

    it("says right or wrong at once, and why once nothing is gained by it", async () => {
      const { student, ...made } = await aClass();
      const { id, parts } = await assignmentOf(open(), made, { parts: [part(quiz({ tries: 2 }))] });
      const first = await slotOf(student.id, id, parts[0]);
      const key = freshKey();
      const wrong = await answer(student.id, first.id, "wrong", Date.now(), key);
      expect(wrong).toMatchObject({ score: 0, misconceptions: ["slip"], truth: null, triesLeft: 1, repeated: false });
      expect(await answer(student.id, first.id, "wrong", Date.now(), key)).toEqual({ ...wrong, repeated: true });
      expect(await answer(student.id, first.id, "wrong")).toMatchObject({ repeated: true });
      await expect(answer(student.id, first.id, "right")).rejects.toMatchObject({ code: "item-answered" });
      await expect(readOwnItem(student.id, { item: first.id }, Date.now())).rejects.toMatchObject({ status: 404 });
      const second = await slotOf(student.id, id, parts[0]);
      expect(await answer(student.id, second.id, "right")).toMatchObject({
        score: 100,
        truth: { explanation: { en: "Count." } },
        triesLeft: 0,
      });
      await expect(answer(student.id, second.id, "right", Date.now(), key)).rejects.toMatchObject({ code: "key-reused" });
      expect(await sumsOf(student.member, id)).toEqual({ atDue: 5, now: 5, points: 10, done: 1, slots: 2 });
    });

    it("that is judged at the end says nothing before it is handed in, and takes another answer until then", async () => {
      const { student, ...made } = await aClass();
      const { id, parts } = await assignmentOf(open(), made, { parts: [part(quiz({ feedback: "end", tries: 3 }))] });
      const [one, two] = [await slotOf(student.id, id, parts[0], 0), await slotOf(student.id, id, parts[0], 1)];
      expect(await answer(student.id, one.id, "wrong")).toMatchObject({ score: null, truth: null, misconceptions: [] });
      expect(await answer(student.id, one.id, "right")).toMatchObject({ score: null });
      expect(await slotOf(student.id, id, parts[0], 0)).toMatchObject({ id: one.id, saved: { option: "right" } });
      await saveItem(student.id, { item: two.id }, { option: "wrong" }, Date.now());
      expect(await sumsOf(student.member, id)).toEqual({ atDue: 0, now: 0, points: 10, done: 1, slots: 2 });
      const { standing } = await handIn(services, student.id, id, Date.now());
      expect(standing).toMatchObject({ state: "handed-in", now: 5, done: 2 });
      expect(await handIn(services, student.id, id, Date.now())).toEqual({ standing });
      expect(await sumsOf(student.member, id)).toMatchObject({ now: 5, done: 2 });
      await expect(answer(student.id, two.id, "right")).rejects.toMatchObject({ code: "item-answered" });
      await expect(slotOf(student.id, id, parts[0], 0)).rejects.toMatchObject({ code: "work-closed" });
      expect(await readOwnItem(student.id, { item: two.id }, Date.now())).toMatchObject({ score: 0, misconceptions: ["slip"] });
    });

    it("tells a student neither its questions nor, where scores are hidden, how they did", async () => {
      const { student, ...made } = await aClass();
      const due = Date.now() + DAY;
      const { id, parts } = await assignmentOf(open(), made, { parts: [part(quiz())], terms: { hideScores: true, dueAt: at(due) } });
      expect(JSON.stringify(await readWork(services, student.id, id, Date.now()))).not.toContain("question-1");
      const { id: item } = await slotOf(student.id, id, parts[0]);
      expect(await answer(student.id, item, "right")).toMatchObject({
        score: null,
        truth: null,
        standing: { now: null, atDue: null, done: 1 },
      });
      await expect(readOwnItem(student.id, { item }, Date.now())).rejects.toMatchObject({ status: 404 });
      expect((await readWork(services, student.id, id, due)).parts[0].slots[0]).toMatchObject({ earned: 5, tries: [{ score: 100 }] });
      expect(
        (await readAssignment(services, made.instructor.id, { id: made.cohort, assignment: id }, Date.now())).works[0].standing.now,
      ).toBe(5);
    });

    it.each([
      ["a question of one's own", { questions: [{ bank: "abc", version: 1 }] }, "no-bank"],
      ["a question that is not there", { questions: [{ topic: TOPIC, question: "no-such" }] }, "bad-part"],
      ["a question twice", { questions: [1, 2].map(() => ({ topic: TOPIC, question: "question-1" })) }, "bad-part"],
      ["more than there are", { topics: [TOPIC], misconceptions: [], bank: [], count: 13 }, "bad-part"],
      ["a misconception that is not there", { topics: [TOPIC], misconceptions: ["no-such"], bank: [], count: 1 }, "bad-part"],
    ])("is refused with %s", async (_title, from, code) => {
      const made = await aClass();
      await expect(assignmentOf(open(), made, { parts: [part(challenge()), part(quiz({ from }))] })).rejects.toMatchObject({ code });
    });
  });

  describe("lessons", () => {
    it("count when they are finished while the assignment is open, and not before", async () => {
      const { student, ...made } = await aClass();
      const now = Date.now();
      await finishLesson(services.catalog, student.id, TOPIC, now - DAY);
      const { id, parts } = await assignmentOf(open(), made, { parts: [part(lesson)], now });
      await slotOf(student.id, id, parts[0], 0, now);
      expect(await sumsOf(student.member, id)).toMatchObject({ now: 0, done: 0 });
      expect(await finishLesson(services.catalog, student.id, TOPIC, now + 1)).toMatchObject({ repeated: true });
      expect(await sumsOf(student.member, id)).toMatchObject({ now: 10, done: 1 });
      const later = await assignmentOf(open(), made, { parts: [part(lesson)], now: now - 2 * DAY });
      await slotOf(student.id, later.id, later.parts[0], 0, now);
      expect(await sumsOf(student.member, later.id), "it was finished after this one was published").toMatchObject({ now: 10 });
    });
  });

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

  describe("a score that was wrong", () => {
    const now = Date.now();

    it("is left out by a void, with a reason, after a dry run that says the same; and taken back", async () => {
      const { student, ...made } = await aClass();
      const { id, parts } = await assignmentOf(open(), made, { parts: [part(challenge({ tries: 1 })), part(quiz(), 20)] });
      const where = { id: made.cohort, assignment: id };
      const { item } = await answeredSlot(open(), student.id, id, parts[0], { right: false });
      const question = await slotOf(student.id, id, parts[1], 0);
      await answer(student.id, question.id, "right");
      const before = await sumsOf(student.member, id);
      const wish = { what: { item: `question:${TOPIC}/question-2` }, voided: true, reason: "two answers are right", apply: false };
      const dry = await voidItem(made.instructor.id, where, wish, now);
      expect(dry).toMatchObject({
        applied: false,
        items: 0,
        students: [{ name: "Bora", before: { now: 10, points: 30 }, after: { now: 20, points: 30 } }],
      });
      expect(await sumsOf(student.member, id)).toEqual(before);
      expect(await voidItem(made.instructor.id, where, { ...wish, apply: true }, now)).toEqual({ ...dry, applied: true });
      expect(await sumsOf(student.member, id)).toMatchObject({ now: 20, points: 30, slots: 2 });
      await expect(slotOf(student.id, id, parts[1], 1)).rejects.toMatchObject({ code: "voided" });
      expect((await voidItem(made.instructor.id, where, { ...wish, apply: true }, now)).students, "the same again changes nothing").toEqual(
        [],
      );
      await voidItem(made.instructor.id, where, { ...wish, voided: false, apply: true }, now);
      expect(await sumsOf(student.member, id)).toEqual(before);
      await voidItem(made.instructor.id, where, { ...wish, what: { try: item }, apply: true }, now);
      const shown = (await readWork(services, student.id, id, now)).parts[0].slots[0];
      expect(shown).toMatchObject({ triesLeft: 1, tries: [{ voided: true, voidReason: "two answers are right" }] });
      await answeredSlot(open(), student.id, id, parts[0]);
      expect(await sumsOf(student.member, id)).toMatchObject({ now: 20, points: 30, done: 2 });
      await expect(voidItem(made.instructor.id, where, { ...wish, what: { item: "kind:no:1" } }, now)).rejects.toMatchObject({
        code: "nothing-to-void",
      });
    });

    it.each([
      ["a question", 1, `question:${TOPIC}/question-1`],
      ["a challenge", 0, "kind:secret-number:1"],
    ])(
      "of %s is judged again, from its page: what was graded first stays, and nobody loses unless that is asked for",
      async (_title, at, item) => {
        const { student, ...made } = await aClass();
        const { id, parts } = await assignmentOf(open(), made, { parts: [part(challenge()), part(quiz({ tries: 2 }))] });
        const where = { id: made.cohort, assignment: id };
        const [right, wrong] = [student, await joinedAs(open(), made, "student", "Chan")];
        for (const [who, well] of [
          [right, true],
          [wrong, false],
        ] as const) {
          if (at === 0) await answeredSlot(open(), who.id, id, parts[0], { right: well });
          else await answer(who.id, (await slotOf(who.id, id, parts[1], 0)).id, well ? "right" : "wrong");
        }
        // As a grader that had it the wrong way round would have left them.
        const items = await open().client.assignedItem.findMany({ where: { assignmentId: id, item } });
        for (const each of items) {
          const score = each.score === 100 ? 0 : 100;
          await open().client.assignedItem.update({ where: { id: each.id }, data: { score, firstScore: score } });
          if (each.attemptId !== null) await open().client.attempt.update({ where: { id: each.attemptId }, data: { score } });
        }
        const assignment = await open().client.assignment.findUniqueOrThrow({ where: { id }, include: { parts: true } });
        await open().client.$transaction((tx) => recountWorks(tx, assignment));
        const full = at === 0 ? 10 : 5;
        expect([await sumsOf(right.member, id), await sumsOf(wrong.member, id)].map(({ now: sum }) => sum)).toEqual([0, full]);

        const judge = (mode: "keep-higher" | "exact", apply: boolean) =>
          regradeItem(services, made.instructor.id, where, { item, mode, apply });
        const dry = await judge("keep-higher", false);
        expect(dry).toMatchObject({
          applied: false,
          items: 2,
          rises: 1,
          falls: 0,
          kept: 1,
          unsaid: 0,
          students: [{ name: "Bora", after: { now: full } }],
        });
        expect(await sumsOf(right.member, id)).toMatchObject({ now: 0 });
        expect(await judge("keep-higher", true)).toEqual({ ...dry, applied: true });
        expect([await sumsOf(right.member, id), await sumsOf(wrong.member, id)].map(({ now: sum, atDue }) => [sum, atDue])).toEqual([
          [full, 0],
          [full, full],
        ]);
        expect(await judge("exact", true)).toMatchObject({ falls: 1, students: [{ name: "Chan", after: { now: 0 } }] });
        expect(await judge("exact", true), "a second run finds nothing to do").toMatchObject({ rises: 0, falls: 0, students: [] });
        expect((await readWork(services, right.id, id, now)).parts[at].slots[0].tries[0]).toMatchObject({ score: 100, firstScore: 0 });
      },
    );
  });

  describe("a calendar", () => {
    it("says what is due and nothing else, by an address that can be changed", async () => {
      const { student, ...made } = await aClass();
      const due = Date.UTC(2027, 0, 15, 14, 59);
      await assignmentOf(open(), made, { terms: { title: "NMS, week 3", dueAt: at(due) } });
      await assignmentOf(open(), made, { terms: { title: "never due" } });
      await assignmentOf(open(), made, { terms: { title: "a draft", dueAt: at(due) }, publish: false });
      const secretOfMine = async (fresh: boolean) => (await calendarAddress(student.id, fresh)).path.split("/").at(-1) ?? "";
      const secret = await secretOfMine(false);
      expect(await secretOfMine(false)).toBe(secret);
      const text = new TextDecoder().decode(await readCalendar(secret, Date.now())).replaceAll("\r\n\t", "");
      expect(text.match(/^SUMMARY:.*$/gm)).toEqual([expect.stringContaining("NMS\\, week 3 (Ara's class)")]);
      expect(text).toContain("DTSTART:20270115T145900Z");
      expect(text).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\n[^]*END:VCALENDAR/);
      expect(text, "the class's own midnight").toContain("2027. 1. 15. 오후 11:59");
      for (const never of [student.id, student.member, "Bora", secret]) expect(text).not.toContain(never);
      expect(JSON.stringify(await open().client.user.findUnique({ where: { id: student.id } }))).not.toContain(secret);
      const next = await secretOfMine(true);
      await expect(readCalendar(secret, Date.now())).rejects.toMatchObject({ status: 404 });
      expect((await readCalendar(next, Date.now())).length).toBeGreaterThan(100);
      await endPlace(student.id, { id: made.cohort, member: student.member }, Date.now());
      expect(new TextDecoder().decode(await readCalendar(next, Date.now()))).not.toContain("SUMMARY");
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
