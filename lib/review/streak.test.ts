import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalTimeZone, DAY_MS, dayNumber, endOfDay, isTimeZone, localDate, MOST_FORMATS, zonesHeld } from "./days";
import { joinDays, streakOf, type ActiveDay } from "./streak";

const HOUR = 3_600_000;
const zones = fc.constantFrom(
  "Asia/Seoul",
  "Pacific/Honolulu",
  "America/New_York",
  "Europe/London",
  "Australia/Lord_Howe",
  "Pacific/Kiritimati",
  "Pacific/Pago_Pago",
  "Africa/Casablanca",
  "America/St_Johns",
  "Antarctica/Troll",
  "UTC",
);
const instants = fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2030, 11, 31) });

/** The days that a list of plays leaves behind. */
function daysOf(plays: readonly { at: number; zone: string }[]): ActiveDay[] {
  return plays.reduce((days: ActiveDay[], { at, zone }) => joinDays(days, [{ date: localDate(at, zone), firstAt: at, lastAt: at }]), []);
}

describe("localDate", () => {
  it("returns the next day in Seoul when it is afternoon in UTC", () => {
    expect(localDate(Date.UTC(2026, 0, 1, 16, 30), "Asia/Seoul")).toBe("2026-01-02");
  });

  it("gives two dates to one instant on the two sides of the date line", () => {
    const instant = Date.UTC(2026, 5, 1, 10, 30);
    expect(localDate(instant, "Pacific/Kiritimati")).toBe("2026-06-02");
    expect(localDate(instant, "Pacific/Pago_Pago")).toBe("2026-05-31");
  });

  it("writes years of three digits with four, so that dates compare as texts", () => {
    expect(localDate(new Date("0987-06-05T12:00:00Z").getTime(), "UTC")).toBe("0987-06-05");
  });

  it("knows the leap day", () => {
    expect(localDate(Date.UTC(2028, 1, 29, 12), "UTC")).toBe("2028-02-29");
    expect(dayNumber("2028-03-01") - dayNumber("2028-02-28")).toBe(2);
    expect(dayNumber("1970-01-02")).toBe(1);
  });

  it("never goes back while time goes on in one zone", () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: 0, max: 3 * DAY_MS }), zones, (at, later, zone) => {
        expect(localDate(at, zone) <= localDate(at + later, zone)).toBe(true);
      }),
    );
  });
});

describe("endOfDay", () => {
  it("is midnight in Seoul", () => {
    expect(endOfDay(Date.UTC(2026, 0, 1, 3), "Asia/Seoul")).toBe(Date.UTC(2026, 0, 1, 15));
  });

  it("is the first second of a later date in every zone, also when clocks change", () => {
    fc.assert(
      fc.property(instants, zones, (now, zone) => {
        const end = endOfDay(now, zone);
        expect(localDate(end, zone) > localDate(now, zone)).toBe(true);
        if (end - 1000 >= now) expect(localDate(end - 1000, zone)).toBe(localDate(now, zone));
      }),
    );
  });
});

describe("isTimeZone", () => {
  it("accepts IANA names and refuses anything else", () => {
    expect(isTimeZone("Asia/Seoul")).toBe(true);
    expect(isTimeZone("Mars/Olympus")).toBe(false);
    expect(isTimeZone("+09:00")).toBe(false);
    expect(isTimeZone("")).toBe(false);
  });
});

describe("canonicalTimeZone", () => {
  const zones = Intl.supportedValuesOf("timeZone");
  /** The same name with the letters of `mask` large, the others small. */
  const spelled = (zone: string, mask: bigint): string =>
    [...zone].map((letter, i) => ((mask >> BigInt(i)) & 1n ? letter.toUpperCase() : letter.toLowerCase())).join("");
  const spellings = fc.tuple(fc.constantFrom(...zones), fc.bigInt({ min: 0n, max: (1n << 40n) - 1n }));

  it("has one name for every spelling, and none for what is no zone", () => {
    fc.assert(
      fc.property(spellings, ([zone, mask]) => {
        expect(canonicalTimeZone(spelled(zone, mask))).toBe(canonicalTimeZone(zone));
      }),
    );
    for (const text of ["", "+09:00", "Mars/Olympus", "__proto__", "Asia/Seoul "]) expect(canonicalTimeZone(text)).toBeNull();
    expect([canonicalTimeZone("asia/SEOUL"), canonicalTimeZone("utc")]).toEqual(["Asia/Seoul", "UTC"]);
  });

  it("keeps no more than there are zones, however many spellings are asked for, and a handful of formats", () => {
    fc.assert(
      fc.property(spellings, ([zone, mask]) => localDate(0, spelled(zone, mask)).length === 10),
      { numRuns: 3000 },
    );
    for (let i = 0; i < 1000; i++) canonicalTimeZone(`Nowhere/City${i}`);
    const held = zonesHeld();
    expect(held.formats).toBe(MOST_FORMATS);
    expect(held.names).toBeLessThanOrEqual(zones.length + 10);
  });
});

describe("streakOf", () => {
  const days = (...dates: string[]): ActiveDay[] =>
    dates.map((date) => ({ date, firstAt: dayNumber(date) * DAY_MS + 9 * HOUR, lastAt: dayNumber(date) * DAY_MS + 10 * HOUR }));

  it("is empty without a day", () => {
    expect(streakOf([], Date.UTC(2026, 2, 4), "UTC")).toEqual({ length: 0, today: false });
  });

  it("counts three days in a row, stays through the day after and then ends", () => {
    const march = days("2026-03-01", "2026-03-02", "2026-03-03");
    expect(streakOf(march, Date.UTC(2026, 2, 3, 12), "UTC")).toEqual({ length: 3, today: true });
    expect(streakOf(march, Date.UTC(2026, 2, 4, 12), "UTC")).toEqual({ length: 3, today: false });
    expect(streakOf(march, Date.UTC(2026, 2, 5, 12), "UTC")).toEqual({ length: 0, today: false });
  });

  it("starts again after a missed day", () => {
    expect(streakOf(days("2026-03-01", "2026-03-02", "2026-03-04"), Date.UTC(2026, 2, 4, 12), "UTC").length).toBe(1);
  });

  it("ends when 24 hours have passed with a date skipped, and not a millisecond sooner", () => {
    const at = Date.UTC(2026, 5, 1, 10);
    const skipped = (wait: number): ActiveDay[] => [
      { date: "2026-06-01", firstAt: at, lastAt: at },
      { date: "2026-06-03", firstAt: at + wait, lastAt: at + wait },
    ];
    expect(streakOf(skipped(DAY_MS - 1), at + DAY_MS, "UTC").length).toBe(2);
    expect(streakOf(skipped(DAY_MS), at + DAY_MS, "UTC").length).toBe(1);
    // Seen from where it is two dates later already: 13 hours ahead at 10:30, 14 at 10.
    const last = Date.UTC(2026, 5, 1, 10, 30);
    const day = [{ date: "2026-05-31", firstAt: last - 1, lastAt: last - 1 }];
    expect(localDate(last, "Pacific/Kiritimati")).toBe("2026-06-02");
    expect(streakOf(day, last, "Pacific/Kiritimati")).toEqual({ length: 1, today: false });
    expect(streakOf(day, last - 2 + DAY_MS, "Pacific/Kiritimati")).toEqual({ length: 1, today: false });
    expect(streakOf(day, last - 1 + DAY_MS, "Pacific/Kiritimati")).toEqual({ length: 0, today: false });
  });

  it("adds nothing for a date that comes again, flying west", () => {
    const at = Date.UTC(2026, 5, 1, 10);
    const east = { date: "2026-06-02", firstAt: at, lastAt: at };
    const west = { date: "2026-06-01", firstAt: at + 2 * HOUR, lastAt: at + 2 * HOUR };
    expect(streakOf([east, west], at + 3 * HOUR, "UTC").length).toBe(1);
    expect(streakOf([east, { ...east, firstAt: at + HOUR, lastAt: at + HOUR }], at + 3 * HOUR, "UTC").length).toBe(1);
    expect(joinDays([west], [east])).toEqual([east, west]);
  });

  it("takes two dates of one instant by date", () => {
    const at = Date.UTC(2026, 5, 1, 10);
    const [first, second] = ["2026-06-01", "2026-06-02"].map((date) => ({ date, firstAt: at, lastAt: at }));
    expect(streakOf([second, first], at, "UTC")).toEqual(streakOf([first, second], at, "UTC"));
    expect(streakOf([second, first], at, "UTC").length).toBe(2);
    expect(joinDays([second], [first])).toEqual([first, second]);
  });

  it("does not depend on the order in which days arrive, and joining is commutative", () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ at: instants, zone: zones }), { maxLength: 30 }),
        fc.array(fc.record({ at: instants, zone: zones }), { maxLength: 30 }),
        instants,
        zones,
        (a, b, now, zone) => {
          const left = joinDays(daysOf(a), daysOf(b));
          expect(joinDays(daysOf(b), daysOf(a))).toEqual(left);
          expect(streakOf([...left].reverse(), now, zone)).toEqual(streakOf(left, now, zone));
        },
      ),
    );
  });

  it("counts every day of a learner who plays once a day at any hour in one zone, through every change of clocks", () => {
    fc.assert(
      fc.property(
        instants,
        zones,
        fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { minLength: 2, maxLength: 60 }),
        (start, zone, hours) => {
          const plays: { at: number; zone: string }[] = [];
          let from = start;
          for (const share of hours) {
            const end = endOfDay(from, zone);
            plays.push({ at: Math.floor(from + share * (end - 1 - from)), zone });
            from = end;
          }
          const last = plays[plays.length - 1].at;
          expect(streakOf(daysOf(plays), last, zone)).toEqual({ length: plays.length, today: true });
        },
      ),
    );
  });

  it("never gains two days in less than 22 hours, whatever zones are named", () => {
    fc.assert(
      fc.property(
        instants,
        fc.array(fc.record({ wait: fc.integer({ min: 1, max: 6 * HOUR }), zone: zones }), { minLength: 1, maxLength: 12 }),
        (start, hops) => {
          const plays: { at: number; zone: string }[] = [{ at: start, zone: "UTC" }];
          for (const hop of hops) {
            const at = plays[plays.length - 1].at + hop.wait;
            if (at - start >= 22 * HOUR) break;
            plays.push({ at, zone: hop.zone });
          }
          const last = plays[plays.length - 1];
          expect(streakOf(daysOf(plays), last.at, last.zone).length).toBeLessThanOrEqual(2);
        },
      ),
    );
  });

  it("counts a third day from 22 hours after the first on, not a millisecond sooner", () => {
    const from = Date.UTC(2026, 5, 1, 10);
    const hopped = (third: number): ActiveDay[] => [
      { date: "2026-06-01", firstAt: from, lastAt: from },
      { date: "2026-06-02", firstAt: from + HOUR, lastAt: from + HOUR },
      { date: "2026-06-03", firstAt: from + 2 * HOUR, lastAt: from + third },
    ];
    const lengthAt = (third: number) => streakOf(hopped(third), from + third, "UTC").length;
    expect(lengthAt(22 * HOUR - 1)).toBe(2);
    expect(lengthAt(22 * HOUR)).toBe(3);
  });

  it("measures the 22 hours from when a day was earned, so that a hop gains nothing later either", () => {
    const from = Date.UTC(2026, 5, 1, 10);
    const hopped = (fourth: number): ActiveDay[] => [
      { date: "2026-06-01", firstAt: from, lastAt: from },
      { date: "2026-06-02", firstAt: from + HOUR, lastAt: from + HOUR },
      // Begun two hours in, earned at 22.
      { date: "2026-06-03", firstAt: from + 2 * HOUR, lastAt: from + 22 * HOUR },
      { date: "2026-06-04", firstAt: from + 22 * HOUR, lastAt: from + fourth },
    ];
    const lengthAt = (fourth: number, more: ActiveDay[] = []) => streakOf([...hopped(fourth), ...more], from + 44 * HOUR, "UTC").length;
    expect(lengthAt(23 * HOUR - 1)).toBe(3);
    expect(lengthAt(23 * HOUR)).toBe(4);
    // Earned at 23, the fourth day lets the fifth come 22 hours after the third, at 44.
    const fifth = (at: number): ActiveDay[] => [{ date: "2026-06-05", firstAt: from + 24 * HOUR, lastAt: from + at }];
    expect(lengthAt(23 * HOUR, fifth(44 * HOUR - 1))).toBe(4);
    expect(lengthAt(23 * HOUR, fifth(44 * HOUR))).toBe(5);
  });

  it("counts the shortest day there is, 22 hours in Antarctica when the clocks jump by two", () => {
    const plays = [Date.UTC(2026, 2, 29) - 1, Date.UTC(2026, 2, 29, 12), Date.UTC(2026, 2, 29, 22)].map((at) => ({
      at,
      zone: "Antarctica/Troll",
    }));
    expect(plays.map((p) => localDate(p.at, p.zone))).toEqual(["2026-03-28", "2026-03-29", "2026-03-30"]);
    expect(streakOf(daysOf(plays), plays[2].at, "Antarctica/Troll")).toEqual({ length: 3, today: true });
  });

  it("loses nothing to travel as long as less than 24 hours pass between plays", () => {
    fc.assert(
      fc.property(
        instants,
        fc.array(fc.record({ wait: fc.integer({ min: 1, max: 24 * HOUR - 1 }), zone: zones }), { minLength: 1, maxLength: 40 }),
        (start, hops) => {
          const plays: { at: number; zone: string }[] = [{ at: start, zone: "Asia/Seoul" }];
          let longest = 1;
          for (const hop of hops) {
            plays.push({ at: plays[plays.length - 1].at + hop.wait, zone: hop.zone });
            const { length } = streakOf(daysOf(plays), plays[plays.length - 1].at, hop.zone);
            expect(length).toBeGreaterThanOrEqual(longest);
            longest = length;
          }
        },
      ),
    );
  });

  it("keeps the streak of a learner who flies from Honolulu to Seoul over a date that never came", () => {
    const plays = [
      { at: Date.UTC(2026, 10, 22, 5), zone: "Pacific/Honolulu" },
      { at: Date.UTC(2026, 10, 23, 6), zone: "Pacific/Honolulu" },
      { at: Date.UTC(2026, 10, 23, 16), zone: "Asia/Seoul" },
    ];
    expect(plays.map((p) => localDate(p.at, p.zone))).toEqual(["2026-11-21", "2026-11-22", "2026-11-24"]);
    expect(streakOf(daysOf(plays), plays[2].at, "Asia/Seoul")).toEqual({ length: 3, today: true });
  });
});
