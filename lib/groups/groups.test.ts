import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { localDate, type Calendar } from "../review/days";
import {
  codeOf,
  expectedAfter,
  groupStreak,
  mondayOf,
  monthRows,
  neededOf,
  normaliseCode,
  NOTICES,
  questWeek,
  shifted,
  shiftedMonth,
  spacedCode,
  startOf,
  STATUSES,
  statusOf,
  weekday,
  type Said,
} from ".";

const zones = fc.constantFrom(
  "Asia/Seoul",
  "UTC",
  "America/New_York",
  "Pacific/Apia",
  "Pacific/Kiritimati",
  "Asia/Kathmandu",
  "Europe/Berlin",
);
const calendars: fc.Arbitrary<Calendar> = fc.record({ timeZone: zones, dayStart: fc.integer({ min: 0, max: 6 }) });
const instants = fc.integer({ min: Date.UTC(2010, 0, 1), max: Date.UTC(2030, 0, 1) });
const dates = instants.map((at) => new Date(at).toISOString().slice(0, 10));

describe("codes", () => {
  it.each([
    ["abcde-fgh1o", "ABCDEFGH10"],
    [" ABCDE FGHIL ", "ABCDEFGH11"],
    ["ＡＢＣＤＥ１２３４５", "ABCDE12345"],
    ["abcde–fghjk", "ABCDEFGHJK"],
    ["ABCDEFGHJ", null],
    ["ABCDEFGHJKM", null],
    ["ABCDEFGHJU", null],
    ["ABCDEFGHJ!", null],
    ["", null],
  ])("reads “%s” as %s", (typed, code) => {
    expect(normaliseCode(typed)).toBe(code);
  });

  it("are read back as they are shown, in any case", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 10, maxLength: 16 }), (bytes) => {
        const code = codeOf(bytes);
        expect(normaliseCode(spacedCode(code).toLowerCase())).toBe(code);
      }),
    );
  });

  it("have every letter equally often", () => {
    const counts = new Map<string, number>();
    for (let byte = 0; byte < 256; byte++) {
      const letter = codeOf(new Uint8Array(10).fill(byte))[0];
      counts.set(letter, (counts.get(letter) ?? 0) + 1);
    }
    expect([counts.size, ...new Set(counts.values())]).toEqual([32, 8]);
  });
});

describe("attendance", () => {
  const said: fc.Arbitrary<Said | null> = fc.option(
    fc.record({ status: fc.option(fc.constantFrom(...STATUSES)), next: fc.option(fc.constantFrom(...NOTICES)) }),
  );

  it.each<[string, readonly (Said | null)[], string | null]>([
    ["nothing", [], null],
    ["a notice", [{ status: "present", next: "absent" }], "absent"],
    [
      "a notice of the session before the last",
      [
        { status: "present", next: "absent" },
        { status: "present", next: null },
      ],
      null,
    ],
    ["a notice, and then silence", [{ status: "present", next: "late" }, null], null],
    ["leave", [{ status: "on-leave", next: null }, null, null], "on-leave"],
    [
      "leave that ended",
      [
        { status: "on-leave", next: null },
        { status: "present", next: null },
      ],
      null,
    ],
    [
      "having stopped, and a notice since",
      [
        { status: "stopped", next: null },
        { status: null, next: "late" },
      ],
      "late",
    ],
    ["having been absent", [{ status: "absent", next: null }], null],
  ])("expects after %s: %#", (_title, before, expected) => {
    expect(expectedAfter(before)).toBe(expected);
  });

  it("is what somebody says of themselves, whatever was expected", () => {
    fc.assert(
      fc.property(said, fc.array(said), (now, before) => {
        expect(statusOf(now, before)).toBe(now?.status ?? expectedAfter(before));
      }),
    );
  });
});

describe("the shared streak", () => {
  it.each([
    [0, 1],
    [1, 1],
    [2, 1],
    [3, 2],
    [5, 3],
    [50, 25],
  ])("of %i members needs %i", (members, needed) => {
    expect(neededOf(members)).toBe(needed);
  });

  const day = (date: string, active: number) => ({ date, active });
  const two = ["2026-11-01", "2026-11-01"];
  it("counts the days in a row that half of those who share were active on", () => {
    const days = [day("2026-11-23", 2), day("2026-11-24", 1), day("2026-11-25", 1)];
    expect(groupStreak(days, two, "2026-11-25")).toEqual({ length: 3, today: true, needed: 1 });
    expect(groupStreak(days, two, "2026-11-26")).toEqual({ length: 3, today: false, needed: 1 });
    expect(groupStreak(days, two, "2026-11-27")).toEqual({ length: 0, today: false, needed: 1 });
    expect(groupStreak(days, [...two, two[0]], "2026-11-26")).toEqual({ length: 0, today: false, needed: 2 });
  });

  it("misses nobody on the days before they came", () => {
    const days = [day("2026-11-24", 1), day("2026-11-25", 2)];
    expect(groupStreak(days, ["2026-11-24", "2026-11-25", "2026-11-25"], "2026-11-25")).toEqual({ length: 2, today: true, needed: 2 });
    expect(groupStreak(days, ["2026-11-24", "2026-11-24", "2026-11-24"], "2026-11-25").length).toBe(1);
    expect(groupStreak([day("2026-11-23", 9)], [], "2026-11-24")).toEqual({ length: 0, today: false, needed: 1 });
  });

  it("never grows when a day is taken away, and is no longer than the days given", () => {
    const some = fc.uniqueArray(
      fc.record({ date: fc.integer({ min: 0, max: 20 }).map((n) => shifted("2026-11-01", n)), active: fc.nat(4) }),
      {
        selector: ({ date }) => date,
      },
    );
    fc.assert(
      fc.property(some, fc.array(fc.constantFrom("2026-10-01", "2026-11-05", "2026-11-11"), { maxLength: 4 }), (days, joined) => {
        const whole = groupStreak(days, joined, "2026-11-21").length;
        expect(whole).toBeLessThanOrEqual(days.length);
        for (const gone of days)
          expect(
            groupStreak(
              days.filter((d) => d !== gone),
              joined,
              "2026-11-21",
            ).length,
          ).toBeLessThanOrEqual(whole);
      }),
    );
  });
});

describe("weeks and months", () => {
  it("begin on Monday", () => {
    expect([weekday("2026-11-23"), weekday("2026-11-29"), weekday("1969-12-29")]).toEqual([0, 6, 0]);
    fc.assert(
      fc.property(dates, (date) => {
        expect(weekday(mondayOf(date))).toBe(0);
        expect(mondayOf(date) <= date && date < shifted(mondayOf(date), 7)).toBe(true);
      }),
    );
  });

  it("hold now, and end where the next begins, in every zone", () => {
    fc.assert(
      fc.property(instants, calendars, (now, calendar) => {
        const { monday, sunday, from, until } = questWeek(now, calendar);
        expect(from <= now && now < until).toBe(true);
        expect([localDate(from, calendar) >= monday, localDate(from - 1, calendar) < monday]).toEqual([true, true]);
        expect(localDate(until - 1, calendar) <= sunday).toBe(true);
        expect(questWeek(until, calendar).from).toBe(until);
      }),
    );
  });

  it("know when a day begins", () => {
    expect(startOf("2026-11-26", { timeZone: "Asia/Seoul", dayStart: 4 })).toBe(Date.UTC(2026, 10, 25, 19));
    // Samoa had no 30 December 2011.
    expect(startOf("2011-12-30", { timeZone: "Pacific/Apia", dayStart: 0 })).toBe(
      startOf("2011-12-31", { timeZone: "Pacific/Apia", dayStart: 0 }),
    );
  });

  it("have every day of the month once, in whole weeks", () => {
    fc.assert(
      fc.property(dates, (date) => {
        const month = date.slice(0, 7);
        const rows = monthRows(month);
        expect(rows.every((row) => row.length === 7 && weekday(row[0]) === 0)).toBe(true);
        const days = rows.flat();
        expect(days).toEqual(days.map((_, i) => shifted(days[0], i)));
        const inside = days.filter((day) => day.startsWith(month));
        expect(inside[0]).toBe(`${month}-01`);
        expect(shifted(inside[inside.length - 1], 1)).toBe(`${shiftedMonth(month, 1)}-01`);
        expect(rows.every((row) => row.some((day) => day.startsWith(month)))).toBe(true);
      }),
    );
  });
});
