/** The gradebook as its instructors read it, on the page and as a file, and a student's own line. */
import { gradeOf, percentOf, shareOf } from "@/lib/gradebook";
import type { Gradebook, OwnGrades } from "@/lib/wire/grades";
import { enterAsInstructor, enterAsStudent } from "../cohorts/membership";
import { prisma } from "../database";
import { csvHead, csvLine } from "../http/csv";
import { readBook, type BookAssignment } from "./book";

const assignmentJson = ({ id, title, weight, points, dueAt }: BookAssignment) => ({
  ...{ id, title, weight, points },
  dueAt: dueAt?.toISOString() ?? null,
});

/** @throws ApiError not-found, forbidden */
export async function readGrades(userId: string, cohortId: string, now: number): Promise<Gradebook> {
  const store = await prisma();
  const { cohort } = await enterAsInstructor(store, userId, cohortId);
  const { assignments, rows } = await readBook(store, cohortId, now);
  const { id, name, timeZone, archived } = cohort;
  return {
    cohort: { id, name, timeZone, archived },
    assignments: assignments.map(assignmentJson),
    students: rows.map(({ member, name, cells }) => ({ member, name, cells: [...cells] })),
  };
}

/** @throws ApiError not-found, forbidden */
export async function exportGrades(
  userId: string,
  cohortId: string,
  now: number,
): Promise<{ name: string; pieces: AsyncGenerator<Uint8Array> }> {
  const store = await prisma();
  await enterAsInstructor(store, userId, cohortId);
  const book = await readBook(store, cohortId, now);
  const percent = (share: number | null) => (share === null ? null : percentOf(share));
  const titles = book.assignments.map(({ title, weight }) => `${title} (×${weight})`);
  async function* pieces() {
    const bytes = new TextEncoder();
    yield bytes.encode(
      csvHead(["name", ...titles.flatMap((title) => [title, `${title} at due`, `${title} note`]), "total", "total at due"]),
    );
    for (const { name, cells } of book.rows) {
      const columns = cells.flatMap((cell) => [
        percent(shareOf(cell, "now")),
        percent(shareOf(cell, "atDue")),
        cell.override?.reason ?? null,
      ]);
      const totals = (["now", "atDue"] as const).map((when) => percent(gradeOf(book.assignments, cells, when).share));
      yield bytes.encode(csvLine([name, ...columns, ...totals]));
    }
  }
  return { name: "grades.csv", pieces: pieces() };
}

/** What students do not see yet is null, but for an instructor's word. @throws ApiError not-found, forbidden */
export async function readOwnGrades(userId: string, cohortId: string, now: number): Promise<OwnGrades> {
  const store = await prisma();
  const { cohort, place } = await enterAsStudent(store, userId, cohortId);
  const { assignments, rows } = await readBook(store, cohortId, now, place.memberId);
  const own = rows.at(0);
  const hidden = assignments.map(({ hideScores }, i) => {
    const dueAt = own?.dueAts[i] ?? null;
    return hideScores && (dueAt === null || dueAt.getTime() > now);
  });
  return {
    cohort: { id: cohort.id, name: cohort.name, timeZone: cohort.timeZone },
    assignments: assignments.map((assignment, i) => ({
      ...assignmentJson({ ...assignment, dueAt: own?.dueAts[i] ?? assignment.dueAt }),
      hidden: hidden[i],
    })),
    cells: (own?.cells ?? []).map((cell, i) => (hidden[i] ? { ...cell, atDue: null, now: null } : cell)),
  };
}
