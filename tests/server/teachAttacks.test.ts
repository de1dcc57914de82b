/** What somebody who wants more than is theirs may try around a class's work, each once seen to work. */
import { expect, it, vi } from "vitest";
import { rowsOf, PARTS } from "@/lib/server/account/export/parts";
import { answerItem, saveItem } from "@/lib/server/assignments/answer";
import { beginWork } from "@/lib/server/assignments/begin";
import { changeAssignment } from "@/lib/server/assignments/change";
import { closeOverdue, handIn, someOverdue } from "@/lib/server/assignments/close";
import { setExtension } from "@/lib/server/assignments/extensions";
import { readAssignment } from "@/lib/server/assignments/home";
import { readStudentWork } from "@/lib/server/assignments/seen";
import { listWork, readWork } from "@/lib/server/assignments/work";
import { voidItem } from "@/lib/server/assignments/void";
import { saveQuestion } from "@/lib/server/bank/questions";
import { endPlace } from "@/lib/server/cohorts/members";
import { readInsight } from "@/lib/server/insight/overview";
import { POST as reportRoute } from "@/app/api/v1/reports/route";
import { answeredSlot, assignmentOf, challenge, challengeOf, part, quiz, slotOf, TERMS, workOn } from "./setup/assignments";
import { questionOf, singleOf } from "./setup/bank";
import { freshKey } from "./setup/client";
import { joinedAs } from "./setup/cohorts";
import { services } from "./setup/content";
import { eachDatabase } from "./setup/database";
import { SECRET } from "./setup/secret";

vi.mock("@/app/api/services", () => import("./setup/content"));

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const at = (ms: number): string => new Date(ms).toISOString();

eachDatabase("around a class's work", (open) => {
  const { aClass, workOf, sumsOf } = workOn(open);

  it("closes the others' work where somebody left with an answer saved, and leaves the page readable", async () => {
    const { student, ...made } = await aClass();
    const other = await joinedAs(open(), made, "student", "Noa");
    const { id, parts } = await assignmentOf(open(), made, { terms: { minutes: 10 }, parts: [part(quiz())] });
    const now = Date.now();
    for (const each of [student, other]) {
      await beginWork(each.id, id, now);
      const { id: item } = await slotOf(each.id, id, parts[0], 0, now);
      await saveItem(each.id, { item }, { option: "right" }, now + 1);
    }
    await endPlace(student.id, { id: made.cohort, member: student.member }, now + 2);
    const later = now + 20 * MINUTE;
    await closeOverdue(services, later);
    await expect(listWork(services, student.id, later), "of their other classes").resolves.toEqual({ work: [] });
    expect((await workOf(other.member, id)).closedAt).not.toBeNull();
    expect(await sumsOf(other.member, id)).toMatchObject({ done: 1 });
    expect(await someOverdue(later)).toBe(false);
    await expect(readAssignment(services, made.instructor.id, { id: made.cohort, assignment: id }, later)).resolves.toMatchObject({ id });
  });

  it("draws no second fresh instance for a page that says to be the server", async () => {
    const { student, ...made } = await aClass();
    const { id, parts } = await assignmentOf(open(), made, { parts: [part(challenge())] });
    const drawn = new Set<string>();
    for (let round = 0; round < 4; round++) {
      const { token, item } = await challengeOf(open(), student.id, id, parts[0]);
      drawn.add(item);
      const report = { kind: SECRET, version: 1, level: 1, work: token, phase: "grade", message: "x", byHand: false };
      const refused = await student.visitor.send(reportRoute, { body: { ...report, backend: "server" } });
      const taken = await student.visitor.send(reportRoute, { body: { ...report, backend: "wasm" } });
      expect([refused.status, taken.status]).toEqual([422, 201]);
    }
    expect(drawn.size).toBe(2);
  });

  it("lets a colleague keep a pinned question, and read no later version of it", async () => {
    const { student: _, ...made } = await aClass();
    const colleague = await joinedAs(open(), made, "instructor", "Uri");
    const bank = await questionOf(made.instructor.id, singleOf());
    const settings = quiz({ from: { questions: [{ bank, version: 1 }] } });
    const { id, parts } = await assignmentOf(open(), made, { parts: [part(settings)] });
    await saveQuestion(made.instructor.id, services.catalog, bank, { base: 1, content: { ...singleOf(), title: "Later" } }, Date.now());
    const change = (version: number) =>
      changeAssignment(
        services.catalog,
        colleague.id,
        { id: made.cohort, assignment: id },
        {
          revision: 0,
          terms: TERMS,
          parts: [{ id: parts[0], points: 10, settings: quiz({ from: { questions: [{ bank, version }] } }) }],
          state: "published",
        },
        Date.now(),
      );
    await expect(change(2)).rejects.toMatchObject({ code: "bad-part" });
    await expect(change(1)).resolves.toMatchObject({ id });
  });

  it("shows instructors when an answer arrived that counts as given in time", async () => {
    const { student, ...made } = await aClass();
    const now = Date.now();
    const due = now + 10 * MINUTE;
    const { id, parts } = await assignmentOf(open(), made, { terms: { dueAt: at(due) }, parts: [part(quiz())] });
    const send = async (slot: number, arrives: number) => {
      const { id: item } = await slotOf(student.id, id, parts[0], slot, now);
      await answerItem(student.id, { item }, freshKey(), { answer: { option: "right" } }, { answeredAt: now + 1, now: arrives });
    };
    const seen = async () => {
      const { works } = await readAssignment(services, made.instructor.id, { id: made.cohort, assignment: id }, due + HOUR);
      const place = { id: made.cohort, assignment: id, member: student.member };
      const { items } = await readStudentWork(services, made.instructor.id, place, due + HOUR);
      return { count: works[0].arrivedLate, items: items.map(({ arrivedLate, arrivedAt }) => [arrivedLate, arrivedAt]) };
    };
    await send(0, due + MINUTE);
    expect(await seen(), "the way of a request").toEqual({ count: 0, items: [[false, at(due + MINUTE)]] });
    await send(1, due + MINUTE + 1);
    expect(await sumsOf(student.member, id)).toMatchObject({ atDue: 10 });
    const late = [true, at(due + MINUTE + 1)];
    expect(await seen()).toEqual({ count: 1, items: [[false, at(due + MINUTE)], late] });
    const more = { dueAt: at(due + HOUR), closesAt: null, extraTries: 0, reason: "" };
    await setExtension(made.instructor.id, { id: made.cohort, assignment: id, member: student.member }, more, now);
    expect((await seen()).count, "of more time nothing is late").toBe(0);
  });

  it("does not hold against a student that they did not do what counts for nobody", async () => {
    const { student, ...made } = await aClass();
    const begun = await joinedAs(open(), made, "student", "Noa");
    const now = Date.now();
    const due = now + HOUR;
    const { id, parts } = await assignmentOf(open(), made, { terms: { dueAt: at(due) }, parts: [part(challenge({ tries: 1 }))] });
    await answeredSlot(open(), begun.id, id, parts[0], { now });
    const missed = async () => {
      const { students } = await readInsight(made.instructor.id, made.cohort, services.catalog, due + HOUR);
      return students.flatMap(({ name, reasons }) => (reasons.some((each) => each.id === "missed-work") ? [name] : []));
    };
    expect(await missed()).toEqual(["Bora"]);
    const wish = { what: { item: `kind:${SECRET}:1` }, voided: true, reason: "it cannot be solved", apply: true };
    await voidItem(made.instructor.id, { id: made.cohort, assignment: id }, wish, now);
    expect(await missed()).toEqual([]);
    expect((await readWork(services, student.id, id, now)).standing).toMatchObject({ slots: 0, points: 0 });
  });

  it("keeps why somebody has more time from the student's pages, and has it in the copy of their data", async () => {
    const { student, ...made } = await aClass();
    const now = Date.now();
    const { id } = await assignmentOf(open(), made, { terms: { dueAt: at(now + HOUR) }, parts: [part(quiz())] });
    const reason = "a letter from the hospital";
    const more = { dueAt: at(now + 2 * HOUR), closesAt: null, extraTries: 0, reason };
    await setExtension(made.instructor.id, { id: made.cohort, assignment: id, member: student.member }, more, now);
    const pages = [await listWork(services, student.id, now), await readWork(services, student.id, id, now)];
    expect(JSON.stringify(pages)).not.toContain(reason);
    const extensions = PARTS.find(({ name }) => name === "class-extensions");
    const rows: string[] = [];
    if (extensions !== undefined)
      for await (const page of rowsOf(open().client, extensions, { ids: [student.id], email: null }, new Date(now))) rows.push(...page);
    expect(rows).toEqual([expect.stringContaining(reason)]);
  });

  it("takes out of an export what the pages keep back: hidden scores, truths, and the questions of a quiz", async () => {
    const { student, ...made } = await aClass();
    const now = Date.now();
    const due = now + HOUR;
    const terms = { dueAt: at(due), hideScores: true };
    const { id, parts } = await assignmentOf(open(), made, { terms, parts: [part(quiz())] });
    const { id: item } = await slotOf(student.id, id, parts[0], 0, now);
    await answerItem(student.id, { item }, freshKey(), { answer: { option: "right" } }, { answeredAt: now, now });
    await handIn(services, student.id, id, now);
    const taken = async (name: string, when: number) => {
      const found = PARTS.find((each) => each.name === name);
      if (found === undefined) throw new Error(name);
      const pages = rowsOf(open().client, found, { ids: [student.id], email: null }, new Date(when));
      const rows: string[] = [];
      for await (const page of pages) rows.push(...page);
      return rows.map((row) => JSON.parse(row) as Record<string, unknown>);
    };
    expect(await taken("class-answers", now)).toMatchObject([{ score: null, firstScore: null, instance: null }]);
    expect(await taken("class-works", now)).toMatchObject([{ earnedNow: null }]);
    expect((await taken("class-answers", due))[0]).toMatchObject({ score: 100, instance: expect.stringContaining("truth") as unknown });
    expect((await taken("class-works", due))[0]).toMatchObject({ earnedNow: 5 });
    expect(JSON.stringify(await taken("class-assignment-parts", due))).not.toContain("question-2");
    const more = { dueAt: at(due + HOUR), closesAt: null, extraTries: 0, reason: "" };
    await setExtension(made.instructor.id, { id: made.cohort, assignment: id, member: student.member }, more, now);
    expect(await taken("class-answers", due), "by the student's own due date").toMatchObject([{ score: null, instance: null }]);
  });
});
