/** Assigned work: what is opened, answered and counted, and that of many at once none is lost or counted twice. */
import { afterAll, describe, expect, it, vi } from "vitest";
import { POST as makeRoute } from "@/app/api/v1/cohorts/[id]/assignments/route";
import { saveItem } from "@/lib/server/assignments/answer";
import { changeAssignment } from "@/lib/server/assignments/change";
import { handIn } from "@/lib/server/assignments/close";
import { readAssignment } from "@/lib/server/assignments/home";
import { readOwnItem, readWork } from "@/lib/server/assignments/work";
import { forgetUnusedWork } from "@/lib/server/attempts/issue";
import { readAttempt } from "@/lib/server/attempts/read";
import { revealInstance } from "@/lib/server/attempts/reveal";
import { submitAttempt } from "@/lib/server/attempts/submit";
import { archiveQuestion } from "@/lib/server/bank/questions";
import { endPlace } from "@/lib/server/cohorts/members";
import { consume } from "@/lib/server/http/limits";
import { finishLesson } from "@/lib/server/learn/lessons";
import {
  answeredSlot,
  assignmentOf,
  challenge,
  challengeOf,
  lesson,
  part,
  quiz,
  slotOf,
  TERMS,
  workOn,
  persisting,
} from "./setup/assignments";
import { questionOf, singleOf } from "./setup/bank";
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
  const { aClass, sumsOf, answer } = workOn(open);

  describe("making them", () => {
    it("is limited by what was made, apart from classes and invitations: refused ones do not count", async () => {
      const { cohort, instructor } = await cohortOf(open());
      const { visitor } = instructor;
      const make = (terms: Partial<Terms> = {}) =>
        visitor.send(makeRoute, {
          params: { id: cohort },
          key: freshKey(),
          body: { terms: { ...TERMS, ...terms }, parts: [], publish: false },
        });
      for (let i = 0; i < 25; i++) expect((await make({ title: "" })).status).toBe(422);
      const before = { dueAt: "2030-01-01T00:00:00.000Z", closesAt: "2029-01-01T00:00:00.000Z" };
      expect((await make(before)).code, "refused by the use case").toBe("bad-terms");
      for (let i = 0; i < 25; i++) expect((await make()).status).toBe(201);
      for (let i = 25; i < 59; i++) await consume("assignment", instructor.id);
      expect((await make({ title: "" })).status).toBe(422);
      expect((await make()).status, "the sixtieth").toBe(201);
      const last = await make();
      expect([last.code, Number(last.headers.get("retry-after"))]).toEqual(["rate-limited", expect.any(Number)]);
      await expect(consume("group", instructor.id), "classes have a count of their own").resolves.toBeUndefined();
    });

    it("is counted among the writes of a minute as well, so that refused ones are not sent without end", async () => {
      const { cohort, instructor } = await cohortOf(open());
      const { visitor } = instructor;
      const codes = [];
      for (let i = 0; i < 61; i++) codes.push((await visitor.send(makeRoute, { params: { id: cohort }, key: freshKey(), body: {} })).code);
      expect(codes).toEqual([...Array<string>(60).fill("bad-body"), "rate-limited"]);
    });
  });

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
      const opened = await Promise.all(Array.from({ length: 500 }, () => persisting(() => slotOf(student.id, id, parts[0]))));
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
      await Promise.all(all.map((send) => persisting<unknown>(send)));
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
      expect(first.what).toMatchObject({ type: "question", markdown: false });
      const key = freshKey();
      const wrong = await answer(student.id, first.id, "wrong", Date.now(), key);
      expect(wrong).toMatchObject({ score: 0, misconceptions: ["slip"], truth: null, triesLeft: 1, repeated: false });
      expect(await answer(student.id, first.id, "wrong", Date.now(), key)).toEqual({ ...wrong, repeated: true });
      expect(await answer(student.id, first.id, "wrong")).toMatchObject({ repeated: true });
      await expect(answer(student.id, first.id, "right")).rejects.toMatchObject({ code: "item-answered" });
      await expect(readOwnItem(student.id, { item: first.id }, Date.now())).rejects.toMatchObject({ status: 404 });
      expect((await readWork(services, student.id, id, Date.now())).parts[0].slots[0].tries).toMatchObject([{ score: 0, readable: false }]);
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
      ["a question of nobody", { questions: [{ bank: "abc", version: 1 }] }, "bad-part"],
      ["a question that is not there", { questions: [{ topic: TOPIC, question: "no-such" }] }, "bad-part"],
      ["a question twice", { questions: [1, 2].map(() => ({ topic: TOPIC, question: "question-1" })) }, "bad-part"],
      ["more than there are", { topics: [TOPIC], misconceptions: [], bank: [], count: 13 }, "bad-part"],
      ["a misconception that is not there", { topics: [TOPIC], misconceptions: ["no-such"], bank: [], count: 1 }, "bad-part"],
    ])("is refused with %s", async (_title, from, code) => {
      const made = await aClass();
      await expect(assignmentOf(open(), made, { parts: [part(challenge()), part(quiz({ from }))] })).rejects.toMatchObject({ code });
    });
  });

  it("keeps the questions of whoever put them in when a colleague saves it, archived ones too, and takes no others of theirs", async () => {
    const made = await aClass();
    await open().client.user.update({ where: { id: made.instructor.id }, data: { role: "INSTRUCTOR" } });
    const [asked, spare] = [await questionOf(made.instructor.id), await questionOf(made.instructor.id, singleOf("spare"))];
    const from = (bank: string) => ({ questions: [{ bank, version: 1 }] });
    const { id, parts } = await assignmentOf(open(), made, { parts: [part(quiz({ from: from(asked) }))] });
    await archiveQuestion(made.instructor.id, asked, true, Date.now());
    const colleague = await joinedAs(open(), made, "instructor", "Dan");
    const save = (userId: string, revision: number, bank: string) =>
      changeAssignment(
        services.catalog,
        userId,
        { id: made.cohort, assignment: id },
        { revision, terms: TERMS, parts: [{ id: parts[0], points: 5, settings: quiz({ from: from(bank) }) }], state: "published" },
        Date.now(),
      );
    const student = await joinedAs(open(), made, "student", "Chan");
    expect(await slotOf(student.id, id, parts[0])).toMatchObject({ what: { type: "question", markdown: true } });
    const { revision: first } = await open().client.assignment.findUniqueOrThrow({ where: { id } });
    const { revision } = await save(colleague.id, first, asked);
    await expect(save(colleague.id, revision, spare)).rejects.toMatchObject({ code: "bad-part" });
    await save(made.instructor.id, revision, asked);
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
});
