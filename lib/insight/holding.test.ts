import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seeded } from "@/lib/engine/random";
import { afterOne, board, chanceOf, isHeld, NOTHING, recount, shareBefore, type Answered, type Held, type Holding, type Spell } from ".";

let count = 0;
const DAY = 86_400_000;
const answered = (more: Partial<Answered>): Answered => ({
  id: `a${String(++count).padStart(6, "0")}`,
  student: "ara",
  topic: "nms",
  item: "kind:nms-survivors:4",
  band: null,
  try: 1,
  week: "2026-11-23",
  score: 0,
  option: null,
  shown: [],
  couldShow: ["fallen"],
  seconds: null,
  at: count * 1000,
  ...more,
});
const show = (more: Partial<Answered> = {}) => answered({ shown: ["fallen"], ...more });
const right = (more: Partial<Answered> = {}) => answered({ score: 100, ...more });
const wrong = (more: Partial<Answered> = {}) => answered({ score: 20, ...more });
/** An option of a question with two wrong ones. */
const option = (more: Partial<Answered> = {}) => show({ item: "question:nms/a", option: "b", couldShow: ["fallen", "other"], ...more });

const after = (...answers: Answered[]): Holding | undefined => recount(answers).slips["nms/fallen"];
const weightOf = (...answers: Answered[]): number => after(...answers)?.weight ?? 0;
/** Held by somebody of whose class nothing is known. */
const held = (...answers: Answered[]) => isHeld(weightOf(...answers), shareBefore(0, 0));

describe("who holds a wrong idea", () => {
  it("is named by several answers, fewer on a board than by options, and not by one", () => {
    expect(after(wrong({ couldShow: [] }))).toBeUndefined();
    expect(held(show())).toBe(false);
    expect(held(show(), show())).toBe(true);
    expect(held(option(), option())).toBe(false);
    expect(held(option(), option(), option())).toBe(true);
    expect(held(option(), show())).toBe(true);
  });

  it("shows nothing where whoever holds it answers right", () => {
    expect(after(show({ couldShow: [] }), show({ couldShow: ["other"] }))).toBeUndefined();
    expect(weightOf(show(), show({ couldShow: [] }))).toBe(weightOf(show()));
  });

  it("stops by right answers where it could have been shown, sooner where it was shown less", () => {
    expect(held(show(), show(), right())).toBe(true);
    expect(held(show(), show(), right(), right())).toBe(false);
    expect(held(show(), show(), right({ couldShow: [] }), right({ couldShow: ["other"] }), right())).toBe(true);
    const many = Array.from({ length: 20 }, () => show());
    expect(held(...many, right(), right(), right())).toBe(true);
    expect(held(...many, ...Array.from({ length: 5 }, () => right()))).toBe(false);
  });

  it("speaks less for it where the student misses much", () => {
    const missed = Array.from({ length: 20 }, (_, i) => wrong({ item: `question:iou/${i}`, topic: "iou", couldShow: [] }));
    const passing = missed.map((answer) => ({ ...answer, score: 100 }));
    expect(weightOf(...missed, show())).toBeLessThan(weightOf(show()));
    expect(weightOf(...passing, show())).toBe(weightOf(show()));
  });

  it("begins anew once the answers since outweigh it: the evidence is that of the new showings", () => {
    const [a, b, ...since] = [show(), show(), right(), right(), right(), right()];
    const again = [show(), show()];
    expect(after(a, b, ...since)).toMatchObject({ spell: { shown: 2, firstAt: a.at, lastAt: b.at, againstAt: since[3].at } });
    expect(after(a, b, ...since, ...again)).toMatchObject({
      spell: { shown: 2, firstAt: again[0].at, againstAt: null, evidence: again.map(({ id }) => id) },
    });
  });

  it("is the likelier the commoner the idea is among the others, and never without a showing", () => {
    const two = weightOf(option(), option());
    expect([isHeld(two, shareBefore(0, 29)), isHeld(two, shareBefore(9, 29))]).toEqual([false, true]);
    expect(isHeld(0, shareBefore(500, 500))).toBe(false);
    expect(chanceOf(Math.log(24), shareBefore(0, 0))).toBeCloseTo(0.5);
  });

  it("is weighed within bounds, each showing for it, each pass against it, by whoever looks again", () => {
    const kinds = { show, right, wrong, option };
    const kind = fc.constantFrom("show", "right", "wrong", "option");
    fc.assert(
      fc.property(fc.array(kind as fc.Arbitrary<keyof typeof kinds>, { maxLength: 30 }), (names) => {
        const answers = names.map((name) => kinds[name]());
        const weight = weightOf(...answers);
        expect(weight).toBeGreaterThanOrEqual(-3);
        expect(weight).toBeLessThanOrEqual(8);
        for (const more of [show(), option()]) expect(weightOf(...answers, more)).toBeGreaterThanOrEqual(weight);
        for (const less of [right(), wrong()]) expect(weightOf(...answers, less)).toBeLessThanOrEqual(weight);
        expect(weightOf(...answers, show())).toBeGreaterThanOrEqual(weightOf(...answers, option()));
        expect(after(...answers)?.spell === null || names.length === 0).toBe(!names.some((name) => name === "show" || name === "option"));
      }),
    );
  });

  /**
   * Classes of students of whom a quarter hold the idea: they show it at seven of ten items and pass half of the others; who does not hold
   * it shows it by a slip at one item of twenty and passes most others. Twelve items could show it.
   */
  it("is found: precision and recall of the rule", () => {
    const random = seeded("who holds what");
    const tally = { hit: 0, missed: 0, wrong: 0 };
    for (let student = 0; student < 2000; student++) {
      const holder = random.chance(0.25);
      const answers = Array.from({ length: 12 }, () => {
        if (random.chance(holder ? 0.7 : 0.05)) return show();
        return random.chance(holder ? 0.5 : 0.8) ? right() : wrong();
      });
      const found = held(...answers);
      if (holder && found) tally.hit++;
      else if (holder) tally.missed++;
      else if (found) tally.wrong++;
    }
    const [precision, recall] = [tally.hit / (tally.hit + tally.wrong), tally.hit / (tally.hit + tally.missed)];
    console.log(`the rule of holding: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`);
    expect(precision).toBeGreaterThan(0.9);
    expect(recall).toBeGreaterThan(0.9);
  });
});

const drawn = fc.record({
  student: fc.constantFrom("ara", "bora"),
  item: fc.constantFrom("kind:nms-survivors:4", "question:nms/a", "bank:q", "lesson:nms/l"),
  topic: fc.constantFrom("nms", "iou"),
  try: fc.integer({ min: 1, max: 3 }),
  score: fc.constantFrom(0, 50, 75, 100),
  shown: fc.subarray(["fallen", "other"]),
  couldShow: fc.subarray(["fallen", "other"]),
  at: fc.integer({ min: 0, max: 20 }),
});

describe("a standing", () => {
  it("is what a recount gives, in whatever order the rows are read", () => {
    fc.assert(
      fc.property(fc.array(drawn, { maxLength: 25 }), fc.infiniteStream(fc.nat()), (rows, random) => {
        const answers = rows.map((row) => answered(row));
        const sorted = [...answers].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
        const shuffled = answers
          .map((row) => ({ row, by: random.next().value }))
          .sort((a, b) => a.by - b.by)
          .map(({ row }) => row);
        const kept = sorted.reduce(afterOne, NOTHING);
        expect(recount(shuffled)).toEqual(kept);
        expect(Object.values(kept.items).reduce((all, { firsts }) => all + firsts, 0)).toBe(kept.firsts);
        expect(Object.values(kept.weeks).reduce((all, { points }) => all + points, 0)).toBe(
          Object.values(kept.items).reduce((all, { points }) => all + points, 0),
        );
      }),
    );
  });

  it("counts a question's first answer alone, and each new instance of a kind", () => {
    const { items } = recount([
      answered({ item: "question:nms/a", score: 100 }),
      answered({ item: "question:nms/a", score: 0 }),
      answered({ score: 80 }),
      answered({ score: 40 }),
      answered({ score: 100, try: 2 }),
    ]);
    expect(items["question:nms/a"]).toMatchObject({ answers: 2, firsts: 1, points: 100 });
    expect(items["kind:nms-survivors:4"]).toMatchObject({ answers: 3, firsts: 2, points: 120, misses: 0 });
  });
});

describe("the board", () => {
  const now = 100 * DAY;
  const standing = (student: string, weight: number, firstAt: number, more: Partial<Spell> = {}): Held => ({
    ...{ student, topic: "nms", idea: "fallen", weight },
    spell: { shown: 2, firstAt, lastAt: firstAt, peak: weight, againstAt: null, evidence: [`by ${student}`], ...more },
  });
  const unshown = (n: number): Held[] =>
    Array.from({ length: n }, (_, i) => ({ student: `other ${i}`, topic: "nms", idea: "fallen", weight: -1, spell: null }));

  it("says how many hold what, since when, and what changed in a week", () => {
    const [entry, ...more] = board(
      [
        standing("ara", 5, 98 * DAY),
        standing("bora", 5, 50 * DAY),
        standing("chan", -1, 50 * DAY, { peak: 5, againstAt: 95 * DAY }),
        standing("daon", -1, 50 * DAY, { peak: 5, againstAt: 40 * DAY }),
        standing("eun", -1, 50 * DAY, { peak: 1, againstAt: 95 * DAY }),
        standing("faro", 1, 90 * DAY),
        { ...standing("ara", 1, 90 * DAY), idea: "once" },
      ],
      31,
      now,
    );
    expect(more).toEqual([]);
    expect(entry).toMatchObject({
      holders: [
        { student: "bora", since: 50 * DAY },
        { student: "ara", since: 98 * DAY },
      ],
      since: 50 * DAY,
      came: 1,
      went: 1,
      unsure: 1,
      evidence: ["by bora", "by ara"],
      share: { n: 31, few: false },
    });
    expect(entry.share.value).toBeCloseTo(6.45, 2);
    expect(entry.share.how[0].en).toContain("2 of 31 students");
    expect(entry.share.how[2].en).toContain("Of 6 whose answers could show it, 2 do clearly");
  });

  it("names nobody sooner for what they showed themselves: the others say how common an idea is", () => {
    const three = ["ara", "bora", "chan"].map((name, i) => standing(name, 3.1, i));
    expect(board(three.slice(0, 1), 3, now)).toEqual([]);
    expect(board([...three, ...unshown(20)], 23, now)[0].holders).toHaveLength(3);
    expect(board([three[0], ...unshown(22)], 23, now)).toEqual([]);
  });
});
