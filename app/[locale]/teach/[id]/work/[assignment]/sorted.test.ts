import { describe, expect, it } from "vitest";
import { COLUMNS, sortedBy, type Column, type Work } from "./sorted";

const work = (name: string, standing: Partial<Work["standing"]>, own: Partial<Work> = {}): Work => ({
  ...{ member: name, name, timePercent: 100, arrivedLate: 0, extension: null, ...own },
  standing: {
    ...{ state: "open", startedAt: null, dueAt: null, closesAt: null, endsAt: null, done: 0, slots: 3, points: 10 },
    ...{ atDue: 0, now: 0, override: null, lateDays: 0, ...standing },
  },
});
const works = [
  work("Chan", { state: "late", done: 2, atDue: 1, now: 6, lateDays: 2 }),
  work("Ara", { state: "handed-in", done: 3, atDue: 9, now: 9 }),
  work("Bora", { state: "not-begun", atDue: null, now: null }, { timePercent: 150 }),
];
const names = (column: Column, down = false) =>
  sortedBy(works, column, down, "en")
    .map(({ name }) => name[0])
    .join("");

describe("students of an assignment", () => {
  it.each([
    ["name", "ABC", "CBA"],
    ["state", "BCA", "ACB"],
    ["done", "BCA", "ACB"],
    ["atDue", "BCA", "ACB"],
    ["now", "BCA", "ACB"],
    ["lateDays", "ABC", "CAB"],
    ["extension", "ACB", "BAC"],
  ] as const)("by %s: %s, the other way %s", (column, up, down) => {
    expect([names(column), names(column, true)]).toEqual([up, down]);
  });

  it("can be sorted by every column", () => {
    expect(COLUMNS.map((column) => names(column).length)).toEqual(COLUMNS.map(() => 3));
  });
});
