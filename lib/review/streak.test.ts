import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asked, calendarAt, type Calendars } from "./calendar";
import {
  canonicalTimeZone,
  DAY_MS,
  DAY_START,
  dayClock,
  dayNumber,
  endOfDay,
  isTimeZone,
  localDate,
  MOST_FORMATS,
  zonesHeld,
  type Calendar,
} from "./days";
import { advanced, joinDays, lengthOf, runOf, streakAt, streakOf, type ActiveDay, type Run } from "./streak";

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
const at0 = (timeZone: string): Calendar => ({ timeZone, dayStart: 0 });
const at4 = (timeZone: string): Calendar => ({ timeZone, dayStart: DAY_START });
const UTC = at0("UTC");
const calendars = zones.map(at4);
const instants = fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2030, 11, 31) });

interface Play {
  readonly at: number;
  readonly calendar: Calendar;
}
const dayOf = ({ at, calendar }: Play): ActiveDay => ({ date: localDate(at, calendar), firstAt: at, lastAt: at, calendar });

/** The days that a list of plays leaves behind. */
const daysOf = (plays: readonly Play[]): ActiveDay[] => plays.reduce((days: ActiveDay[], play) => joinDays(days, [dayOf(play)]), []);

describe("localDate", () => {
  it("returns the next day in Seoul when it is afternoon in UTC", () => {
    expect(localDate(Date.UTC(2026, 0, 1, 16, 30), at0("Asia/Seoul"))).toBe("2026-01-02");
  });

  it("gives two dates to one instant on the two sides of the date line", () => {
    const instant = Date.UTC(2026, 5, 1, 10, 30);
    expect(localDate(instant, at0("Pacific/Kiritimati"))).toBe("2026-06-02");
    expect(localDate(instant, at0("Pacific/Pago_Pago"))).toBe("2026-05-31");
  });

  it("writes years of three digits with four, so that dates compare as texts", () => {
    expect(localDate(new Date("0987-06-05T12:00:00Z").getTime(), UTC)).toBe("0987-06-05");
  });

  it("knows the leap day", () => {
    expect(localDate(Date.UTC(2028, 1, 29, 12), UTC)).toBe("2028-02-29");
    expect(dayNumber("2028-03-01") - dayNumber("2028-02-28")).toBe(2);
    expect(dayNumber("1970-01-02")).toBe(1);
  });

  it("belongs until four to the evening before, and to the hour the learner chose", () => {
    const before = new Date("2026-01-02T03:59:59.999+09:00").getTime();
    expect(localDate(before, at4("Asia/Seoul"))).toBe("2026-01-01");
    expect(localDate(before + 1, at4("Asia/Seoul"))).toBe("2026-01-02");
    expect(localDate(before, { timeZone: "Asia/Seoul", dayStart: 3 })).toBe("2026-01-02");
    expect(localDate(before, { timeZone: "Asia/Seoul", dayStart: 6 })).toBe("2026-01-01");
  });

  it("keeps the millisecond of the instant, also before 1970", () => {
    expect(dayClock(Date.UTC(2026, 0, 1, 3) + 123, at4("Asia/Seoul"))).toBe(Date.UTC(2026, 0, 1, 8) + 123);
    expect(dayClock(Date.UTC(1969, 11, 31, 3) + 123, UTC)).toBe(Date.UTC(1969, 11, 31, 3) + 123);
  });

  it("never goes back while time goes on in one zone", () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: 0, max: 3 * DAY_MS }), zones, fc.constantFrom(0, 4, 6), (at, later, timeZone, dayStart) => {
        const calendar = { timeZone, dayStart };
        expect(localDate(at, calendar) <= localDate(at + later, calendar)).toBe(true);
      }),
    );
  });
});

describe("endOfDay", () => {
  it("is midnight in Seoul, or the hour the learner chose", () => {
    expect(endOfDay(Date.UTC(2026, 0, 1, 3), at0("Asia/Seoul"))).toBe(Date.UTC(2026, 0, 1, 15));
    expect(endOfDay(Date.UTC(2026, 0, 1, 3), at4("Asia/Seoul"))).toBe(Date.UTC(2026, 0, 1, 19));
  });

  it("is the first second of a later date in every zone, also when clocks change", () => {
    fc.assert(
      fc.property(instants, zones, fc.constantFrom(0, 4, 6), (now, timeZone, dayStart) => {
        const calendar = { timeZone, dayStart };
        const end = endOfDay(now, calendar);
        expect(localDate(end, calendar) > localDate(now, calendar)).toBe(true);
        if (end - 1000 >= now) expect(localDate(end - 1000, calendar)).toBe(localDate(now, calendar));
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

describe("a learner's calendar", () => {
  const at = Date.UTC(2026, 5, 1, 10);
  const settled: Calendars = { chosen: at4("Asia/Seoul"), former: null };
  const moved = asked(settled, at4("Europe/Paris"), at);

  it("is the one they asked for first at once, and what it was before until then", () => {
    expect(calendarAt(settled, at)).toEqual(at4("Asia/Seoul"));
    expect(calendarAt(moved, at)).toEqual(at4("Europe/Paris"));
    expect(calendarAt(moved, at - 1)).toEqual(at4("Asia/Seoul"));
  });

  it("changes again after 24 hours, not a millisecond sooner", () => {
    const back = asked(moved, at4("Asia/Seoul"), at + HOUR);
    expect(calendarAt(back, at + DAY_MS - 1)).toEqual(at4("Europe/Paris"));
    expect(calendarAt(back, at + DAY_MS)).toEqual(at4("Asia/Seoul"));
    // Asked for a third time before that: the latest word counts, from the same moment on.
    const third = asked(back, at4("Asia/Tokyo"), at + 2 * HOUR);
    expect(calendarAt(third, at + DAY_MS - 1)).toEqual(at4("Europe/Paris"));
    expect(calendarAt(third, at + DAY_MS)).toEqual(at4("Asia/Tokyo"));
    // And the next day begins where that one counts.
    const fourth = asked(third, at4("Asia/Seoul"), at + DAY_MS + HOUR);
    expect(calendarAt(fourth, at + 2 * DAY_MS - 1)).toEqual(at4("Asia/Tokyo"));
    expect(calendarAt(fourth, at + 2 * DAY_MS)).toEqual(at4("Asia/Seoul"));
    expect(calendarAt(asked(third, at4("Asia/Seoul"), at + 9 * DAY_MS), at + 9 * DAY_MS)).toEqual(at4("Asia/Seoul"));
  });

  it("is another one when the day begins at another hour, and the same when the same is asked for", () => {
    const early = asked(moved, at0("Europe/Paris"), at + HOUR);
    expect(calendarAt(early, at + HOUR)).toEqual(at4("Europe/Paris"));
    expect(calendarAt(early, at + DAY_MS)).toEqual(at0("Europe/Paris"));
    expect(asked(moved, at4("Europe/Paris"), at + HOUR)).toBe(moved);
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
      fc.property(spellings, ([zone, mask]) => localDate(0, at0(spelled(zone, mask))).length === 10),
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
    dates.map((date) => ({
      date,
      firstAt: dayNumber(date) * DAY_MS + 9 * HOUR,
      lastAt: dayNumber(date) * DAY_MS + 10 * HOUR,
      calendar: UTC,
    }));

  it("is empty without a day", () => {
    expect(streakOf([], Date.UTC(2026, 2, 4), UTC)).toEqual({ length: 0, today: false });
    expect(runOf([])).toBeNull();
  });

  it("counts three days in a row, stays through the day after and then ends", () => {
    const march = days("2026-03-01", "2026-03-02", "2026-03-03");
    expect(streakOf(march, Date.UTC(2026, 2, 3, 12), UTC)).toEqual({ length: 3, today: true });
    expect(streakOf(march, Date.UTC(2026, 2, 4, 12), UTC)).toEqual({ length: 3, today: false });
    expect(streakOf(march, Date.UTC(2026, 2, 5, 12), UTC)).toEqual({ length: 0, today: false });
  });

  it("starts again after a missed day", () => {
    expect(streakOf(days("2026-03-01", "2026-03-02", "2026-03-04"), Date.UTC(2026, 2, 4, 12), UTC).length).toBe(1);
  });

  it("ends when 24 hours have passed with a date skipped, and not a millisecond sooner", () => {
    const at = Date.UTC(2026, 5, 1, 10);
    const skipped = (wait: number): ActiveDay[] => [
      { date: "2026-06-01", firstAt: at, lastAt: at, calendar: UTC },
      { date: "2026-06-03", firstAt: at + wait, lastAt: at + wait, calendar: UTC },
    ];
    expect(streakOf(skipped(DAY_MS - 1), at + DAY_MS, UTC).length).toBe(2);
    expect(streakOf(skipped(DAY_MS), at + DAY_MS, UTC).length).toBe(1);
  });

  it("lasts as long as the last play was yesterday in the calendar of today", () => {
    // 23:30 of 31 May on one side of the date line, 00:30 of 2 June on the other.
    const last = Date.UTC(2026, 5, 1, 10, 30);
    const day = [dayOf({ at: last, calendar: at0("Pacific/Pago_Pago") })];
    expect(day[0].date).toBe("2026-05-31");
    const seen = (now: number) => streakOf(day, now, at0("Pacific/Kiritimati"));
    expect(seen(last)).toEqual({ length: 1, today: false });
    expect(seen(Date.UTC(2026, 5, 3, 10) - 1)).toEqual({ length: 1, today: false });
    expect(seen(Date.UTC(2026, 5, 3, 10))).toEqual({ length: 0, today: false });
    // The same for the day that follows it.
    const next = (at: number) => streakOf([...day, dayOf({ at, calendar: at0("Pacific/Kiritimati") })], at, at0("Pacific/Kiritimati"));
    expect(next(Date.UTC(2026, 5, 3, 10) - 1)).toEqual({ length: 2, today: true });
    expect(next(Date.UTC(2026, 5, 3, 10))).toEqual({ length: 1, today: true });
  });

  it("adds nothing for a date that comes again, flying west", () => {
    const at = Date.UTC(2026, 5, 1, 10);
    const east = { date: "2026-06-02", firstAt: at, lastAt: at, calendar: UTC };
    const west = { date: "2026-06-01", firstAt: at + 2 * HOUR, lastAt: at + 2 * HOUR, calendar: UTC };
    expect(streakOf([east, west], at + 3 * HOUR, UTC).length).toBe(1);
    expect(runOf([east, west])).toMatchObject({ dates: 1, lastDate: "2026-06-02", lastAt: at + 2 * HOUR });
    expect(runOf([east, { ...east, firstAt: at + HOUR, lastAt: at + HOUR }])?.dates).toBe(1);
    expect(joinDays([west], [east])).toEqual([east, west]);
  });

  it("takes two dates of one instant by date, as one day", () => {
    const at = Date.UTC(2026, 5, 1, 10);
    const [first, second] = ["2026-06-01", "2026-06-02"].map((date) => ({ date, firstAt: at, lastAt: at, calendar: UTC }));
    expect(streakOf([second, first], at, UTC)).toEqual(streakOf([first, second], at, UTC));
    expect(streakOf([second, first], at, UTC)).toEqual({ length: 1, today: true });
    expect(joinDays([second], [first])).toEqual([first, second]);
  });

  it("does not depend on the order in which days arrive, and joining is commutative", () => {
    const plays = fc.array(fc.record({ at: instants, calendar: calendars }), { maxLength: 30 });
    fc.assert(
      fc.property(plays, plays, instants, calendars, (a, b, now, calendar) => {
        const left = joinDays(daysOf(a), daysOf(b));
        expect(joinDays(daysOf(b), daysOf(a))).toEqual(left);
        expect(streakOf([...left].reverse(), now, calendar)).toEqual(streakOf(left, now, calendar));
      }),
    );
    const at = Date.UTC(2026, 5, 1, 10);
    const twice = (...zoneNames: string[]) => zoneNames.map((zone) => [{ ...days("2026-06-01")[0], firstAt: at, calendar: at0(zone) }]);
    const [paris, rome] = twice("Europe/Paris", "Europe/Rome");
    expect(joinDays(rome, paris)).toEqual(joinDays(paris, rome));
  });

  it("may be carried on play by play: what the run remembers is all that counts", () => {
    const hops = fc.array(fc.record({ wait: fc.integer({ min: 0, max: 60 * HOUR }), calendar: calendars }), { maxLength: 30 });
    fc.assert(
      fc.property(instants, hops, (start, list) => {
        let at = start;
        let run: Run | null = null;
        const plays: Play[] = [];
        for (const { wait, calendar } of list) {
          at += wait;
          plays.push({ at, calendar });
          run = advanced(run, dayOf({ at, calendar }));
        }
        // A date that came back is joined to its row: the later play of it makes no other row, and tells the run only that it was played.
        const rows = runOf(daysOf(plays));
        expect(rows?.lastDate).toBe(run?.lastDate);
        expect(rows?.lastAt).toBe(run?.lastAt);
      }),
    );
  });

  it("counts every day of a learner who plays once a day at any hour in one zone, through every change of clocks", () => {
    fc.assert(
      fc.property(
        instants,
        calendars,
        fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { minLength: 2, maxLength: 60 }),
        (start, calendar, hours) => {
          const plays: Play[] = [];
          let from = start;
          for (const share of hours) {
            const end = endOfDay(from, calendar);
            plays.push({ at: Math.floor(from + share * (end - 1 - from)), calendar });
            from = end;
          }
          const last = plays[plays.length - 1].at;
          expect(streakOf(daysOf(plays), last, calendar)).toEqual({ length: plays.length, today: true });
        },
      ),
    );
  });

  /** Plays of somebody who asks for another calendar before each, as the server counts them. */
  function hopping(start: number, hops: readonly { readonly wait: number; readonly calendar: Calendar }[]): Play[] {
    let at = start;
    let calendars: Calendars = { chosen: at4("Asia/Seoul"), former: null };
    return hops.map(({ wait, calendar }) => {
      at += wait;
      calendars = asked(calendars, calendar, at);
      return { at, calendar: calendarAt(calendars, at) };
    });
  }
  const anyHops = (longest: number) =>
    fc.array(fc.record({ wait: fc.integer({ min: 1, max: longest }), calendar: calendars }), { minLength: 1, maxLength: 60 });

  it("is never longer than the calendar days that have passed, and one, whatever zones are named", () => {
    fc.assert(
      fc.property(instants, anyHops(50 * HOUR), (start, hops) => {
        const plays = hopping(start, hops);
        const last = plays[plays.length - 1];
        const run = runOf(daysOf(plays));
        const passed = dayNumber(localDate(last.at, plays[0].calendar)) - dayNumber(localDate(plays[0].at, plays[0].calendar));
        expect(run === null ? 0 : lengthOf(run)).toBeLessThanOrEqual(passed + 1);
      }),
    );
  });

  it("gives one day for any number of zones named in a minute", () => {
    fc.assert(
      fc.property(instants, fc.array(calendars, { minLength: 1, maxLength: 20 }), (start, list) => {
        const minute = Math.floor(start / DAY_MS) * DAY_MS + 12 * HOUR;
        const plays = hopping(
          minute,
          list.map((calendar) => ({ wait: 1000, calendar })),
        );
        expect(lengthOf(runOf(daysOf(plays)) as Run)).toBe(1);
      }),
    );
  });

  it("is not kept up by a visit every 48 hours, wherever the learner says they are", () => {
    fc.assert(
      fc.property(
        instants,
        fc.array(fc.array(calendars, { minLength: 1, maxLength: 4 }), { minLength: 4, maxLength: 40 }),
        (start, visits) => {
          const plays = hopping(
            start,
            visits.flatMap((zonesNamed) => zonesNamed.map((calendar, i) => ({ wait: i === 0 ? 48 * HOUR - 120_000 : 30_000, calendar }))),
          );
          const longest = plays.reduce((most, _, i) => Math.max(most, lengthOf(runOf(daysOf(plays.slice(0, i + 1))) as Run)), 0);
          expect(longest).toBeLessThan(visits.length);
        },
      ),
      { numRuns: 100 },
    );
  });

  it("loses nothing to travel as long as less than 24 hours pass between plays", () => {
    fc.assert(
      fc.property(instants, anyHops(24 * HOUR - 1), (start, hops) => {
        const plays = hopping(start, hops);
        let longest = 0;
        plays.forEach((last, i) => {
          const { length } = streakOf(daysOf(plays.slice(0, i + 1)), last.at, last.calendar);
          expect(length).toBeGreaterThanOrEqual(longest);
          longest = length;
        });
      }),
    );
  });

  it("keeps the streak of a learner who flies from Honolulu to Seoul over a date that never came", () => {
    const plays = [
      { at: Date.UTC(2026, 10, 22, 5), calendar: at0("Pacific/Honolulu") },
      { at: Date.UTC(2026, 10, 23, 6), calendar: at0("Pacific/Honolulu") },
      { at: Date.UTC(2026, 10, 23, 16), calendar: at0("Asia/Seoul") },
    ];
    expect(plays.map((p) => localDate(p.at, p.calendar))).toEqual(["2026-11-21", "2026-11-22", "2026-11-24"]);
    expect(streakOf(daysOf(plays), plays[2].at, at0("Asia/Seoul"))).toEqual({ length: 3, today: true });
    // Landed before the day was over where they came from: it counts when it is.
    const early = [...plays.slice(0, 2), { at: Date.UTC(2026, 10, 23, 9), calendar: at0("Asia/Seoul") }];
    expect(streakOf(daysOf(early), early[2].at, at0("Asia/Seoul"))).toEqual({ length: 2, today: true });
    const rested = [...early, { at: Date.UTC(2026, 10, 23, 12), calendar: at0("Asia/Seoul") }];
    expect(streakOf(daysOf(rested), rested[3].at, at0("Asia/Seoul"))).toEqual({ length: 3, today: true });
    expect(streakAt(null, plays[0].at, UTC)).toEqual({ length: 0, today: false });
  });
});
