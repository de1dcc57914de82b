/** Scores that are left out or judged again, and the calendar of what is due. */
import { afterAll, describe, expect, it, vi } from "vitest";
import { recountWorks } from "@/lib/server/assignments/recount";
import { calendarAddress, readCalendar } from "@/lib/server/assignments/calendar";
import { regradeItem } from "@/lib/server/assignments/regrade";
import { voidItem } from "@/lib/server/assignments/void";
import { readOwnItem, readWork } from "@/lib/server/assignments/work";
import { endPlace } from "@/lib/server/cohorts/members";
import { answeredSlot, assignmentOf, challenge, part, quiz, slotOf, workOn } from "./setup/assignments";
import { joinedAs } from "./setup/cohorts";
import { services, TOPIC } from "./setup/content";
import { eachDatabase } from "./setup/database";
import { expectInvariants } from "./setup/invariants";

vi.mock("@/app/api/services", () => import("./setup/content"));

const at = (ms: number): string => new Date(ms).toISOString();

eachDatabase("scores of assignments", (open) => {
  afterAll(() => expectInvariants(open()));
  const { aClass, sumsOf, answer } = workOn(open);

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

    it("is seen again by whose it is once its question is left out for all; of one answer that is left out the question is asked again", async () => {
      const { student, ...made } = await aClass();
      const { id, parts } = await assignmentOf(open(), made, { parts: [part(quiz())] });
      const where = { id: made.cohort, assignment: id };
      const slotsNow = async () => (await readWork(services, student.id, id, now)).parts[0].slots;
      const [one, two] = [await slotOf(student.id, id, parts[0], 0), await slotOf(student.id, id, parts[0], 1)];
      for (const item of [one, two]) await answer(student.id, item.id, "wrong");
      expect(await slotsNow()).toMatchObject([0, 1].map(() => ({ triesLeft: 0, tries: [{ readable: true }] })));
      const wish = { voided: true, reason: "two answers are right", apply: true };
      await voidItem(made.instructor.id, where, { ...wish, what: { item: `question:${TOPIC}/question-1` } }, now);
      await voidItem(made.instructor.id, where, { ...wish, what: { try: two.id } }, now);
      expect(await slotsNow()).toMatchObject([
        { triesLeft: 0, tries: [{ voided: true, readable: true }] },
        { triesLeft: 1, tries: [{ voided: true, readable: false }] },
      ]);
      expect(await readOwnItem(student.id, { item: one.id }, now)).toMatchObject({
        answer: { option: "wrong" },
        instance: { truth: { explanation: { en: "Count." } } },
      });
      await expect(readOwnItem(student.id, { item: two.id }, now)).rejects.toMatchObject({ status: 404 });
    });

    const EITHER = [
      ["a question", 1, `question:${TOPIC}/question-1`],
      ["a challenge", 0, "kind:secret-number:1"],
    ] as const;

    /** One answer right and one wrong, scored the wrong way round. */
    async function wrongWayRound(at: 0 | 1, item: string) {
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
      return { id, parts, right, wrong, full, judge };
    }

    it.each(EITHER)(
      "of %s is judged again, from its page: what was graded first stays, and nobody loses unless that is asked for",
      async (_title, at, item) => {
        const { id, right, wrong, full, judge } = await wrongWayRound(at, item);
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

    it.each(EITHER)("of %s is judged again by two at once: one of them changes it, and it is told once", async (_title, at, item) => {
      const { id, right, wrong, full, judge } = await wrongWayRound(at, item);
      const both = await Promise.all([judge("keep-higher", true), judge("keep-higher", true)]);
      expect(both.map(({ rises, students }) => [rises, students.length]).sort()).toEqual([
        [0, 0],
        [1, 1],
      ]);
      expect([await sumsOf(right.member, id), await sumsOf(wrong.member, id)].map((sums) => sums.now)).toEqual([full, full]);
      expect(await open().client.inboxEntry.count({ where: { studentId: { in: [right.member, wrong.member] } } })).toBe(1);
    });
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
      expect(text, "the class's own midnight").toContain("마감: 2027. 1. 15. 23:59 (Asia/Seoul)");
      for (const never of [student.id, student.member, "Bora", secret]) expect(text).not.toContain(never);
      expect(JSON.stringify(await open().client.user.findUnique({ where: { id: student.id } }))).not.toContain(secret);
      const next = await secretOfMine(true);
      await expect(readCalendar(secret, Date.now())).rejects.toMatchObject({ status: 404 });
      expect((await readCalendar(next, Date.now())).length).toBeGreaterThan(100);
      await endPlace(student.id, { id: made.cohort, member: student.member }, Date.now());
      expect(new TextDecoder().decode(await readCalendar(next, Date.now()))).not.toContain("SUMMARY");
    });
  });
});
