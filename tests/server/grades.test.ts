/** The gradebook: what instructors read and decide, what a student sees of it, and what a spreadsheet program makes of the file. */
import { parse } from "csv-parse/sync";
import { expect, it, vi } from "vitest";
import { gradeOf, shareOf } from "@/lib/gradebook";
import { readBook } from "@/lib/server/grades/book";
import { overrideGrade, weighAssignments } from "@/lib/server/grades/change";
import { exportGrades, readGrades, readOwnGrades } from "@/lib/server/grades/read";
import { endPlace } from "@/lib/server/cohorts/members";
import { changeCohort } from "@/lib/server/cohorts/settings";
import { cohortOf, joinedAs, type InCohort } from "./setup/cohorts";
import { eachDatabase } from "./setup/database";
import { assignmentRow, workRow } from "./setup/grades";
import { sentDuring } from "./setup/sent";

vi.mock("@/app/api/services", () => import("./setup/content"));

const DAY = 86_400_000;
const now = Date.now();
const past = new Date(now - DAY);
const later = new Date(now + DAY);

const textOf = async ({ pieces }: { readonly pieces: AsyncGenerator<Uint8Array> }): Promise<string> => {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(Buffer.concat(all));
};

eachDatabase("the gradebook", (open) => {
  async function aClass() {
    const made = await cohortOf(open());
    const [bora, chan] = [await joinedAs(open(), made, "student", "보라"), await joinedAs(open(), made, "student", "=찬")];
    return { ...made, bora, chan };
  }
  const sharesOf = async (instructor: InCohort, cohort: string) => {
    const { assignments, students } = await readGrades(instructor.id, cohort, now);
    return Object.fromEntries(
      students.map(({ name, cells }) => [
        name,
        { cells: cells.map((cell) => shareOf(cell, "now")), total: gradeOf(assignments, cells, "now").share },
      ]),
    );
  };

  it("weighs what is due or handed in, and tells the score at the due date from the present one", async () => {
    const { cohort, instructor, bora, chan } = await aClass();
    const due = await assignmentRow(open(), cohort, { title: "첫째", weight: 3, dueAt: past });
    const open2 = await assignmentRow(open(), cohort, { title: "둘째", weight: 1, dueAt: later });
    await workRow(open(), due, bora.member, { atDue: 5, now: 10 });
    await workRow(open(), open2, bora.member, { atDue: 5, now: 5, closed: true });
    await workRow(open(), open2, chan.member, { atDue: 9, now: 9 });
    expect(await sharesOf(instructor, cohort)).toEqual({
      보라: { cells: [1, 0.5], total: 3.5 / 4 },
      // Overdue and never begun counts 0; what is open does not count yet.
      "=찬": { cells: [0, null], total: 0 },
    });
    const { students } = await readGrades(instructor.id, cohort, now);
    expect(students.find(({ name }) => name === "보라")?.cells[0]).toMatchObject({ atDue: 0.5, now: 1, due: true, begun: true });
  });

  it("goes by the student's own due date, leaves out drafts and what was withdrawn, and spares whom it is not for", async () => {
    const { cohort, instructor, bora, chan } = await aClass();
    const first = await assignmentRow(open(), cohort, { dueAt: past });
    await assignmentRow(open(), cohort, { published: false, dueAt: past });
    const gone = await assignmentRow(open(), cohort, { dueAt: past });
    await open().client.assignment.update({ where: { id: gone }, data: { withdrawnAt: new Date() } });
    await assignmentRow(open(), cohort, { dueAt: past, only: [chan.member] });
    await open().client.extension.create({ data: { assignmentId: first, memberId: bora.member, dueAt: later } });
    expect(await sharesOf(instructor, cohort)).toEqual({
      보라: { cells: [null, null], total: null },
      "=찬": { cells: [0, 0], total: 0 },
    });
  });

  it("takes an instructor's word with its reason, also where nothing was begun, and gives it back", async () => {
    const { cohort, instructor, bora } = await aClass();
    const id = await assignmentRow(open(), cohort, { dueAt: past });
    const place = { id: cohort, assignment: id, member: bora.member };
    await overrideGrade(instructor.id, place, { percent: 80, reason: "구두로 답했어요" }, now);
    await overrideGrade(instructor.id, place, { percent: 90, reason: "다시 들었어요" }, now);
    const { students } = await readGrades(instructor.id, cohort, now);
    const cell = students.find(({ member }) => member === bora.member)!.cells[0];
    expect(cell).toMatchObject({ begun: false, override: { percent: 90, reason: "다시 들었어요", by: "Ara" } });
    expect(shareOf(cell, "atDue")).toBe(0.9);
    await overrideGrade(instructor.id, place, { percent: null, reason: "아팠어요" }, now);
    expect((await sharesOf(instructor, cohort))["보라"]).toEqual({ cells: [null], total: null });
    await overrideGrade(instructor.id, place, null, now);
    expect((await sharesOf(instructor, cohort))["보라"]).toEqual({ cells: [0], total: 0 });
  });

  it("takes weights together or not at all, none of another cohort, and none once it is archived", async () => {
    const { cohort, instructor } = await aClass();
    const other = await cohortOf(open(), "Chan");
    const [mine, theirs] = [await assignmentRow(open(), cohort, { dueAt: past }), await assignmentRow(open(), other.cohort)];
    await expect(
      weighAssignments(instructor.id, cohort, [
        { assignment: mine, weight: 5 },
        { assignment: theirs, weight: 9 },
      ]),
    ).rejects.toMatchObject({ status: 404 });
    expect((await readGrades(instructor.id, cohort, now)).assignments[0].weight).toBe(1);
    await weighAssignments(instructor.id, cohort, [{ assignment: mine, weight: 5 }]);
    expect((await readGrades(instructor.id, cohort, now)).assignments[0].weight).toBe(5);
    await changeCohort(instructor.id, cohort, { archived: true }, now);
    await expect(weighAssignments(instructor.id, cohort, [{ assignment: mine, weight: 1 }])).rejects.toMatchObject({
      code: "cohort-archived",
    });
  });

  it("refuses a word on work of another cohort, on a draft, on an instructor and on who has left", async () => {
    const { cohort, instructor, bora } = await aClass();
    const other = await cohortOf(open(), "Chan");
    const word = { percent: 1, reason: "x" };
    const mine = await assignmentRow(open(), cohort, { dueAt: past });
    const refused = [
      { assignment: await assignmentRow(open(), other.cohort), member: bora.member },
      { assignment: await assignmentRow(open(), cohort, { published: false }), member: bora.member },
      { assignment: mine, member: instructor.member },
      { assignment: mine, member: other.instructor.member },
    ];
    for (const place of refused)
      await expect(overrideGrade(instructor.id, { id: cohort, ...place }, word, now)).rejects.toMatchObject({ status: 404 });
    await endPlace(instructor.id, { id: cohort, member: bora.member }, now);
    await expect(overrideGrade(instructor.id, { id: cohort, assignment: mine, member: bora.member }, word, now)).rejects.toMatchObject({
      status: 404,
    });
    expect(await open().client.gradeOverride.count({ where: { assignment: { cohortId: cohort } } })).toBe(0);
  });

  it("writes a file that spreadsheet programs read back as it is, and that runs nothing", async () => {
    const { cohort, instructor, bora, chan } = await aClass();
    const id = await assignmentRow(open(), cohort, { title: '=SUM(A1), "둘"', weight: 2, dueAt: past });
    await workRow(open(), id, bora.member, { atDue: 1, now: 10 / 3 });
    await overrideGrade(instructor.id, { id: cohort, assignment: id, member: chan.member }, { percent: 0, reason: "@cmd\n두 줄" }, now);
    const text = await textOf(await exportGrades(instructor.id, cohort, now));
    expect(text.startsWith("\ufeff")).toBe(true);
    const title = `'=SUM(A1), "둘" (×2)`;
    expect(parse(text, { bom: true })).toEqual([
      ["name", title, `${title} at due`, `${title} note`, "total", "total at due"],
      ["'=찬", "0", "0", "'@cmd\n두 줄", "0", "0"],
      ["보라", "33.3", "10", "", "33.3", "10"],
    ]);
  });

  it("shows a student their own line alone, without what is hidden until it is due", async () => {
    const { cohort, instructor, bora, chan } = await aClass();
    const shown = await assignmentRow(open(), cohort, { title: "보임", dueAt: past, hideScores: true });
    const hidden = await assignmentRow(open(), cohort, { title: "가림", dueAt: later, hideScores: true });
    for (const id of [shown, hidden]) {
      await workRow(open(), id, bora.member, { atDue: 10, now: 10, closed: true });
      await workRow(open(), id, chan.member, { atDue: 3, now: 3 });
    }
    const own = await readOwnGrades(bora.id, cohort, now);
    expect(own.assignments.map(({ title, hidden: is }) => [title, is])).toEqual([
      ["보임", false],
      ["가림", true],
    ]);
    expect(own.cells.map(({ now: share }) => share)).toEqual([1, null]);
    expect(JSON.stringify(own)).not.toContain("0.3");
    await expect(readOwnGrades(instructor.id, cohort, now)).rejects.toMatchObject({ status: 403 });
  });

  it("asks as many statements for thirty students as for two", async () => {
    const { cohort, instructor, bora } = await aClass();
    const id = await assignmentRow(open(), cohort, { dueAt: past });
    await workRow(open(), id, bora.member, { atDue: 1, now: 1 });
    const few = (await sentDuring(open(), () => readBook(open().client, cohort, now))).length;
    await open().client.user.createMany({ data: Array.from({ length: 28 }, (_, i) => ({ id: `${cohort}-${i}`, name: `학생 ${i}` })) });
    await open().client.cohortMember.createMany({
      data: Array.from({ length: 28 }, (_, i) => ({
        cohortId: cohort,
        userId: `${cohort}-${i}`,
        role: "STUDENT" as const,
        joinedAt: new Date(),
      })),
    });
    const many = (await sentDuring(open(), () => readBook(open().client, cohort, now))).length;
    expect((await readGrades(instructor.id, cohort, now)).students).toHaveLength(30);
    expect(many).toBe(few);
  });
});
