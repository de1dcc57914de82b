/** What students are told when the points of their work change: which work, from what to what, why; once, and nobody else. */
import { afterAll, expect, it, vi } from "vitest";
import { recountWorks } from "@/lib/server/assignments/recount";
import { regradeItem } from "@/lib/server/assignments/regrade";
import { voidItem } from "@/lib/server/assignments/void";
import { endPlace } from "@/lib/server/cohorts/members";
import { countInbox, markRead, readInbox } from "@/lib/server/inbox/read";
import { assignmentOf, part, quiz, slotOf, workOn } from "./setup/assignments";
import { joinedAs } from "./setup/cohorts";
import { services, TOPIC } from "./setup/content";
import { eachDatabase } from "./setup/database";
import { expectInvariants } from "./setup/invariants";

vi.mock("@/app/api/services", () => import("./setup/content"));

const ITEM = `question:${TOPIC}/question-1`;

eachDatabase("news of work", (open) => {
  afterAll(() => expectInvariants(open()));
  const { aClass, answer } = workOn(open);
  const now = Date.now();

  /** A quiz that Bora has answered right and Chan wrong; Duri has not begun it. */
  async function aQuiz(terms: NonNullable<Parameters<typeof assignmentOf>[2]>["terms"] = {}) {
    const made = await aClass();
    const bora = made.student;
    const [chan, duri] = [await joinedAs(open(), made, "student", "Chan"), await joinedAs(open(), made, "student", "Duri")];
    const { id, parts } = await assignmentOf(open(), made, { parts: [part(quiz(), 20)], terms });
    await answer(bora.id, (await slotOf(bora.id, id, parts[0], 0)).id, "right");
    await answer(chan.id, (await slotOf(chan.id, id, parts[0], 0)).id, "wrong");
    const where = { id: made.cohort, assignment: id };
    const voids = (voided: boolean, apply = true, reason = "two answers are right") =>
      voidItem(made.instructor.id, where, { what: { item: ITEM }, voided, reason, apply }, now);
    /** As a grader that had it the wrong way round would have left them, judged again. */
    const regraded = async () => {
      for (const { id: item, score } of await open().client.assignedItem.findMany({ where: { assignmentId: id, item: ITEM } }))
        await open().client.assignedItem.update({ where: { id: item }, data: { score: 100 - (score ?? 0) } });
      const assignment = await open().client.assignment.findUniqueOrThrow({ where: { id }, include: { parts: true } });
      await open().client.$transaction((tx) => recountWorks(tx, assignment));
      return regradeItem(services, made.instructor.id, where, { item: ITEM, mode: "exact", apply: true });
    };
    return { ...made, bora, chan, duri, id, where, voids, regraded };
  }
  const inboxOf = async ({ id }: { readonly id: string }, at = now) => (await readInbox(id, undefined, at)).entries;

  it("tells whoever answered of a void and its reason, nothing while it is only tried, and of its end in the same place", async () => {
    const { bora, chan, duri, instructor, id, voids } = await aQuiz();
    await voids(true, false);
    expect(await inboxOf(bora)).toEqual([]);
    await voids(true);
    const [told] = await inboxOf(bora);
    expect(told).toMatchObject({ cause: "voided", group: null, by: null, text: "two answers are right", read: false });
    expect(told.work).toMatchObject({ id, points: { before: 10, beforeOf: 20, after: 0, afterOf: 20 } });
    expect((await inboxOf(chan)).map(({ cause }) => cause)).toEqual(["voided"]);
    expect([await countInbox(bora.id), await countInbox(duri.id)]).toEqual([{ unread: 1 }, { unread: 0 }]);
    expect([await inboxOf(duri), await inboxOf(instructor)]).toEqual([[], []]);
    await voids(false);
    const after = await inboxOf(bora);
    expect(after.map(({ cause, text }) => [cause, text])).toEqual([["restored", null]]);
    expect(after[0].work?.points, "from before the first that was not read").toEqual({ before: 10, beforeOf: 20, after: 10, afterOf: 20 });
  });

  it("tells of a regrade whose points it changed, and again once that was read", async () => {
    const { bora, duri, regraded } = await aQuiz();
    await regraded();
    const [first] = await inboxOf(bora);
    expect(first).toMatchObject({ cause: "regraded", text: null });
    expect(await inboxOf(duri)).toEqual([]);
    expect(await markRead(duri.id, [first.id], now), "nobody marks another's").toEqual({ unread: 0 });
    expect(await countInbox(bora.id)).toEqual({ unread: 1 });
    expect(await markRead(bora.id, [first.id], now)).toEqual({ unread: 0 });
    await regraded();
    expect((await inboxOf(bora)).map(({ cause, read }) => [cause, read])).toEqual([["regraded", false]]);
  });

  it("says no points while they are hidden from the student", async () => {
    const dueAt = now + 3_600_000;
    const { bora, voids } = await aQuiz({ hideScores: true, dueAt: new Date(dueAt).toISOString() });
    await voids(true);
    expect((await inboxOf(bora))[0].work).toMatchObject({ points: null });
    expect((await inboxOf(bora, dueAt + 1))[0].work?.points).toMatchObject({ after: 0 });
  });

  it("tells who has left nothing any more", async () => {
    const { bora, cohort, voids } = await aQuiz();
    await voids(true);
    await endPlace(bora.id, { id: cohort, member: bora.member }, now);
    expect([await inboxOf(bora), await countInbox(bora.id)]).toEqual([[], { unread: 0 }]);
    await voids(false);
    const rows = await open().client.inboxEntry.findMany({ where: { studentId: bora.member }, select: { cause: true } });
    expect(rows).toEqual([{ cause: "VOIDED" }]);
  });
});
