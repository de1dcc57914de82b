import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DAY_MS } from "@/lib/review";
import {
  endOf,
  fixedItems,
  GRACE_MS,
  instantOf,
  isOverdue,
  isTaken,
  lateDays,
  partsFor,
  slotEarned,
  slotsOf,
  stateOf,
  takesAnswer,
  termFaults,
  termsFor,
  triesLeft,
  triesOf,
  wallOf,
  workEarned,
  type Begun,
  type PartSettingsLike,
  type PartWork,
  type Rules,
  type Terms,
  type Try,
} from ".";

const HOUR = 3_600_000;
const NOW = Date.UTC(2026, 10, 26, 12);
const plain: Terms = { opensAt: null, dueAt: null, closesAt: null, latePercent: 0, minutes: null };
const begunAt = (startedAt: number, more: Partial<Begun> = {}): Begun => ({ startedAt, closedAt: null, closedBy: null, ...more });
const given: Rules = { latePercent: 25, voided: new Set() };
const oneTry = (more: Partial<Try> = {}): Try => {
  const score = more.score === undefined ? 100 : more.score;
  return { slot: 0, item: "kind:a:1", score, firstScore: score, lateDays: 0, answeredAt: NOW, voided: false, ...more };
};

describe("the terms of a student", () => {
  it.each<[string, Partial<Terms>, Parameters<typeof termsFor>[1], number, Partial<ReturnType<typeof termsFor>>]>([
    ["are everybody's", { dueAt: 1, closesAt: 2, minutes: 30 }, null, 100, { dueAt: 1, closesAt: 2, limitMs: 30 * 60_000, extraTries: 0 }],
    [
      "have an own due date",
      { dueAt: 1, closesAt: 9 },
      { dueAt: 5, closesAt: null, extraTries: 1 },
      100,
      { dueAt: 5, closesAt: 9, extraTries: 1 },
    ],
    ["end no sooner than their own due date", { closesAt: 2 }, { dueAt: 5, closesAt: null, extraTries: 0 }, 100, { dueAt: 5, closesAt: 5 }],
    ["have an own end", { closesAt: 2 }, { dueAt: null, closesAt: 7, extraTries: 0 }, 100, { closesAt: 7 }],
    ["have half as much time again", { minutes: 30 }, null, 150, { limitMs: 45 * 60_000 }],
    ["have no limit, however much longer", {}, null, 400, { limitMs: null }],
  ])("%s", (_title, terms, own, percent, expected) => {
    expect(termsFor({ ...plain, ...terms }, own, percent)).toMatchObject(expected);
  });

  it("end with the student's minutes or with the assignment, whichever is first", () => {
    const terms = termsFor({ ...plain, closesAt: NOW + HOUR, minutes: 30 }, null, 150);
    expect(endOf(terms, null)).toBe(NOW + HOUR);
    expect(endOf(terms, begunAt(NOW))).toBe(NOW + 45 * 60_000);
    expect(endOf(terms, begunAt(NOW + 30 * 60_000))).toBe(NOW + HOUR);
    expect(endOf(termsFor(plain, null, 100), begunAt(NOW))).toBeNull();
  });
});

describe("how work stands", () => {
  const terms = termsFor({ ...plain, opensAt: NOW, dueAt: NOW + HOUR, closesAt: NOW + 2 * HOUR }, null, 100);
  it.each<[string, Begun | null, number, boolean, string]>([
    ["before it opens", null, NOW - 1, false, "not-open"],
    ["once it opens", null, NOW, false, "not-begun"],
    ["begun", begunAt(NOW), NOW, false, "open"],
    ["at its due date", begunAt(NOW), NOW + HOUR, false, "open"],
    ["after it", begunAt(NOW), NOW + HOUR + 1, false, "late"],
    ["at its end", begunAt(NOW), NOW + 2 * HOUR, false, "closed"],
    ["never begun, at its end", null, NOW + 2 * HOUR, false, "closed"],
    ["handed in", begunAt(NOW, { closedAt: NOW, closedBy: "HANDED_IN" }), NOW, false, "handed-in"],
    ["closed by an instructor", begunAt(NOW, { closedAt: NOW, closedBy: "INSTRUCTOR" }), NOW, false, "closed"],
    ["of a class that is archived", begunAt(NOW), NOW, true, "closed"],
  ])("%s", (_title, begun, now, over, state) => {
    expect(stateOf(terms, begun, now, over)).toBe(state);
  });

  it("takes what was given in time a little after the end, and nothing else then", () => {
    const end = NOW + 2 * HOUR;
    const begun = begunAt(NOW);
    expect(takesAnswer(terms, begun, end - 1, end - 1)).toBe(true);
    expect(takesAnswer(terms, begun, end - 1, end + GRACE_MS - 1)).toBe(true);
    expect(takesAnswer(terms, begun, end, end)).toBe(false);
    expect(takesAnswer(terms, begun, end - 1, end + GRACE_MS)).toBe(false);
    expect(takesAnswer(terms, begun, end - 1, end, true)).toBe(false);
    expect(takesAnswer(terms, begunAt(NOW, { closedAt: NOW, closedBy: "HANDED_IN" }), NOW, NOW)).toBe(false);
  });

  it("is over by the clock only once it takes nothing any more", () => {
    fc.assert(
      fc.property(fc.integer({ min: -5, max: 300 }), fc.integer({ min: -5, max: 300 }), (minute, before) => {
        const now = NOW + minute * 60_000;
        const begun = begunAt(NOW);
        if (isOverdue(terms, begun, now)) expect(takesAnswer(terms, begun, now - Math.abs(before) * 1000, now)).toBe(false);
        expect(isTaken(stateOf(terms, begun, now)) && isOverdue(terms, begun, now)).toBe(false);
      }),
    );
  });
});

describe("late days", () => {
  it.each([
    [0, 0],
    [1, 1],
    [DAY_MS, 1],
    [DAY_MS + 1, 2],
    [-DAY_MS, 0],
    [400 * DAY_MS, 400],
  ])("of an answer %d ms after the due date are %d where no clock is changed", (after, days) => {
    expect(lateDays(NOW + after, { at: NOW, timeZone: "Asia/Seoul" })).toBe(days);
  });
  it("are none without a due date", () => {
    expect(lateDays(NOW, null)).toBe(0);
  });

  it.each([
    // An hour longer, and shorter, in each zone; Lord Howe moves by half an hour; Santiago and Cairo change at midnight.
    ["Europe/Berlin", "2026-10-24T18:00", 25],
    ["Europe/Berlin", "2026-03-28T18:00", 23],
    ["America/New_York", "2026-10-31T23:59", 25],
    ["America/New_York", "2026-03-07T23:59", 23],
    ["Australia/Sydney", "2026-04-04T09:00", 25],
    ["Australia/Lord_Howe", "2026-04-04T18:00", 24.5],
    ["America/Santiago", "2026-04-04T12:00", 25],
    ["Africa/Cairo", "2026-04-23T18:00", 23],
    ["Asia/Seoul", "2026-10-24T18:00", 24],
  ])("in %s begin anew at the hour of the due date: the day after %s has %d hours", (timeZone, wall, hours) => {
    const due = { at: Date.parse(instantOf(wall, timeZone) ?? ""), timeZone };
    const next = due.at + hours * HOUR;
    expect([next, next + 1].map((answered) => lateDays(answered, due))).toEqual([1, 2]);
    expect([next + DAY_MS, next + DAY_MS + 1].map((answered) => lateDays(answered, due))).toEqual([2, 3]);
  });

  it("are as many as the class's clock has gone past the hour of the due date, in every zone that changes its clock", () => {
    const zones = Intl.supportedValuesOf("timeZone").filter((timeZone) => {
      const shown = [0, 6].map((month) => wallOf(new Date(Date.UTC(2026, month, 1, 12)).toISOString(), timeZone).slice(11));
      return shown[0] !== shown[1];
    });
    expect(zones.length).toBeGreaterThan(50);
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: Date.UTC(2026, 0, 1) / 60_000, max: Date.UTC(2026, 11, 20) / 60_000 }),
        fc.integer({ min: 1, max: 40 * 24 * 60 }),
        (timeZone, dueMinute, after) => {
          const due = { at: dueMinute * 60_000, timeZone };
          const days = lateDays(due.at + after * 60_000, due);
          const wall = (instant: number) => Date.parse(`${wallOf(new Date(instant).toISOString(), timeZone)}Z`);
          const byClock = (wall(due.at + after * 60_000) - wall(due.at)) / DAY_MS;
          // But for the hours that a clock shows twice or leaves out, where it is at most one off.
          expect(Math.abs(days - Math.max(1, Math.ceil(byClock)))).toBeLessThanOrEqual(
            Number(Math.abs(byClock - Math.round(byClock)) <= 1 / 24),
          );
          expect(lateDays(due.at + after * 60_000 + 1, due)).toBeGreaterThanOrEqual(days);
        },
      ),
      { numRuns: 400 },
    );
  });
});

const trying = fc.record({
  slot: fc.integer({ min: 0, max: 3 }),
  item: fc.constantFrom("kind:a:1", "question:iou/x", "question:iou/y"),
  score: fc.option(fc.integer({ min: 0, max: 100 }), { nil: null }),
  firstScore: fc.option(fc.integer({ min: 0, max: 100 }), { nil: null }),
  lateDays: fc.integer({ min: 0, max: 6 }),
  answeredAt: fc.option(fc.integer({ min: NOW, max: NOW + DAY_MS }), { nil: null }),
  voided: fc.boolean(),
});
const part: fc.Arbitrary<PartWork> = fc.record({
  points: fc.integer({ min: 1, max: 100 }),
  slots: fc.constant(4),
  tries: fc.array(trying, { maxLength: 12 }),
});
const rules: fc.Arbitrary<Rules> = fc.record({
  latePercent: fc.integer({ min: 0, max: 100 }),
  voided: fc.subarray(["kind:a:1", "question:iou/x"]).map((items) => new Set(items)),
});

describe("what is earned", () => {
  it("is of a slot its best try, each with what lateness took of it", () => {
    const tries = [oneTry({ score: 60 }), oneTry({ score: 100, lateDays: 1 }), oneTry({ score: 100, lateDays: 4 })];
    expect(slotEarned(tries, given)).toEqual({ atDue: 0.6, now: 0.75, answered: true, out: false });
  });

  it("keeps at the due date what was graded first, and now what is graded today", () => {
    expect(slotEarned([oneTry({ score: 90, firstScore: 50 })], given)).toMatchObject({ atDue: 0.5, now: 0.9 });
  });

  it("takes a part's points apart evenly, and a voided slot's to the others", () => {
    const work = { points: 10, slots: 2, tries: [oneTry(), oneTry({ slot: 1, item: "kind:b:1", score: 0 })] };
    expect(workEarned([work], given)).toMatchObject({ points: 10, now: 5, slots: 2, done: 2 });
    expect(workEarned([work], { ...given, voided: new Set(["kind:b:1"]) })).toMatchObject({ points: 10, now: 10, slots: 1, done: 1 });
    expect(workEarned([work], { ...given, voided: new Set(["kind:a:1", "kind:b:1"]) })).toMatchObject({ points: 0, now: 0, slots: 0 });
    const unopened = { points: 10, slots: 2, tries: [], fixed: ["kind:a:1", "kind:b:1"] };
    expect(workEarned([unopened], { ...given, voided: new Set(["kind:b:1"]) })).toMatchObject({ points: 10, slots: 1 });
  });

  it("lies between nothing and all of it, is the sum of its parts, and asks for no order", () => {
    fc.assert(
      fc.property(fc.array(part, { maxLength: 4 }), rules, (parts, by) => {
        const all = workEarned(parts, by);
        for (const sum of [all.atDue, all.now]) {
          expect(sum).toBeGreaterThanOrEqual(0);
          expect(sum).toBeLessThanOrEqual(all.points + 1e-6);
        }
        const apart = parts.map((each) => workEarned([each], by));
        expect(all.now).toBeCloseTo(
          apart.reduce((sum, each) => sum + each.now, 0),
          4,
        );
        expect(all.done).toBeLessThanOrEqual(all.slots);
        const turned = parts.map((each) => ({ ...each, tries: each.tries.toReversed() })).toReversed();
        expect(workEarned(turned, by)).toEqual(all);
      }),
    );
  });

  it("never falls by another try, and never rises by lateness", () => {
    fc.assert(
      fc.property(fc.array(trying, { maxLength: 6 }), trying, rules, (tries, more, by) => {
        const same = { ...by, voided: new Set<string>() };
        const before = slotEarned(tries, same);
        const after = slotEarned([...tries, more], same);
        expect(after.now).toBeGreaterThanOrEqual(before.now);
        expect(after.atDue).toBeGreaterThanOrEqual(before.atDue);
        const later = tries.map((each) => ({ ...each, lateDays: each.lateDays + 1 }));
        expect(slotEarned(later, same).now).toBeLessThanOrEqual(before.now);
      }),
    );
  });
});

describe("parts", () => {
  const quiz = (feedback: "each" | "end"): PartSettingsLike => ({
    type: "quiz",
    from: {
      questions: [
        { topic: "iou", question: "x" },
        { bank: "b1", version: 2 },
      ],
    },
    feedback,
    tries: 3,
  });
  it.each<[PartSettingsLike, number, number, readonly (string | null)[]]>([
    [{ type: "lesson", topic: "iou", lesson: "iou" }, 1, 1, ["lesson:iou/iou"]],
    [{ type: "simulation", topic: "iou" }, 1, 1, ["simulation:iou"]],
    [{ type: "challenge", kind: "nms", level: 2, count: 2, tries: 3 }, 2, 5, ["kind:nms:2", "kind:nms:2"]],
    [quiz("each"), 2, 5, ["question:iou/x", "bank:b1"]],
    [quiz("end"), 2, 1, ["question:iou/x", "bank:b1"]],
    [{ type: "quiz", from: { count: 2 }, feedback: "each", tries: 1 }, 2, 3, [null, null]],
  ])("%j have slots, tries with two more, and what is fixed of them", (settings, slots, tries, fixed) => {
    expect([slotsOf(settings), triesOf(settings, 2), fixedItems(settings)]).toEqual([slots, tries, fixed]);
  });

  it("count a try that was voided for nothing", () => {
    expect([triesLeft(2, [oneTry({ voided: true })]), triesLeft(2, [oneTry(), oneTry()]), triesLeft(1, [oneTry(), oneTry()])]).toEqual([
      2, 0, 0,
    ]);
  });

  const row = (id: string, replacesId: string | null = null, removed = false) => ({ id, replacesId, removedAt: removed ? 1 : null });
  it.each([
    ["nobody's beginning", [], ["c", "d"]],
    ["the first of three", ["a"], ["a", "d"]],
    ["the second", ["b"], ["b", "d"]],
    ["the last", ["c"], ["c", "d"]],
    ["one that was taken out", ["e"], ["c", "d", "e"]],
  ])("stay with who has begun them: %s", (_title, begun, ids) => {
    const parts = [row("a", null, true), row("b", "a", true), row("c", "b"), row("d"), row("e", null, true)];
    expect(partsFor(parts, new Set(begun)).map(({ id }) => id)).toEqual(ids);
  });
});

describe("terms", () => {
  it.each<[string, Partial<Terms>, string[]]>([
    ["fit", { opensAt: NOW, dueAt: NOW, closesAt: NOW + 1 }, []],
    ["are due before they open", { opensAt: NOW, dueAt: NOW - 1 }, ["dueAt before-opening"]],
    ["end before they are due", { dueAt: NOW, closesAt: NOW - 1 }, ["closesAt before-due"]],
    ["end as they open", { opensAt: NOW, closesAt: NOW }, ["closesAt before-opening"]],
    ["lie too far away", { dueAt: Date.UTC(2300, 0) }, ["dueAt too-far"]],
  ])("%s", (_title, terms, faults) => {
    expect(termFaults({ ...plain, ...terms }).map(({ field, fault }) => `${field} ${fault}`)).toEqual(faults);
  });
});
