/** What a class's answers say: standings equal to a recount, who needs help, wrong ideas, items, and the bounded cost of reading it. */
import { afterAll, afterEach, describe, expect, it, vi } from "vitest";
import type { Holding } from "@/lib/insight";
import { createAssignment } from "@/lib/server/assignments/create";
import { endPlace } from "@/lib/server/cohorts/members";
import { listItems, listTries, readItemFigures } from "@/lib/server/insight/items";
import { readMisconceptions } from "@/lib/server/insight/misconceptions";
import { readInsight } from "@/lib/server/insight/overview";
import { recountCohort, recountMembers } from "@/lib/server/insight/rollup";
import type { NewAssignment } from "@/lib/wire/assignments";
import { persisting, TERMS } from "./setup/assignments";
import { freshKey } from "./setup/client";
import { KIND, services } from "./setup/content";
import { cohortOf, joinedAs } from "./setup/cohorts";
import { eachDatabase } from "./setup/database";
import { answer, assignmentOf, type Given, type Work } from "./setup/insight";
import { expectInvariants } from "./setup/invariants";
import { sentDuring } from "./setup/sent";

vi.mock("@/app/api/services", () => import("./setup/content"));

const two = KIND;
const catalog = {
  ...services.catalog,
  kinds: {
    ...services.catalog.kinds,
    [two]: { ...services.catalog.kinds[two], beliefs: [{ misconception: "slip", levels: [2, 3] }], measure: { ko: "합", en: "sum" } },
  },
};
const BOARD = `kind:${two}:2`;
const question = (n: number) => `question:numbers/question-${n}`;
const wrong: Given = { item: question(1), score: 0, option: "wrong", misconceptions: ["slip"] };
const DAY = 86_400_000;

eachDatabase("insight", (open) => {
  afterAll(() => expectInvariants(open()));
  afterEach(() => vi.restoreAllMocks());

  /** A class with students and one piece of work. */
  async function classOf(names: readonly string[]) {
    const { cohort, instructor } = await cohortOf(open());
    const students = [];
    for (const name of names) students.push(await joinedAs(open(), { cohort, instructor }, "student", name));
    const work = await assignmentOf(open(), cohort);
    const by = (memberId: string, given: Given, slip?: string, on: Work = work) =>
      answer(open(), catalog, cohort, on, memberId, given, slip);
    return { cohort, instructor, students, work, by };
  }
  const standingsIn = (cohortId: string) => open().client.memberStanding.findMany({ where: { cohortId }, orderBy: { memberId: "asc" } });

  describe("standings", () => {
    it("are what a recount gives, after answers at once, late ones and retries", async () => {
      const { cohort, students, work, by } = await classOf(["Bora", "Chan"]);
      const other = await assignmentOf(open(), cohort);
      const now = Date.now();
      const given = Array.from({ length: 24 }, (_, i): Given => ({
        item: i % 3 === 0 ? BOARD : question(1 + (i % 4)),
        score: i % 2 === 0 ? 0 : 100,
        misconceptions: i % 2 === 0 ? ["slip"] : [],
        try: 1 + (i % 2),
        // Answers arrive in another order than they were given in, some in one moment.
        at: now - 1000 * ((i * 7) % 12) - (i % 5) * DAY,
      }));
      await Promise.all(given.map((each, i) => by(students[i % 2].member, each, "slip", i % 3 === 0 ? other : work)));
      const kept = await standingsIn(cohort);
      expect(kept.map(({ answers }) => answers)).toEqual([12, 12]);
      await open().client.$transaction((tx) => recountCohort(tx, cohort));
      expect(await standingsIn(cohort)).toEqual(kept);
    });

    it("follow a regrade and a voided item once they are counted again", async () => {
      const { cohort, students, by } = await classOf(["Bora"]);
      const [bora] = students;
      const first = await by(bora.member, wrong);
      await by(bora.member, { ...wrong, item: question(2) });
      const shown = async () => ((await standingsIn(cohort))[0].slips as unknown as Record<string, Holding>)["numbers/slip"].spell?.shown;
      expect(await shown()).toBe(2);
      await open().client.assignedItem.update({ where: { id: first }, data: { voidedAt: new Date() } });
      await open().client.$transaction((tx) => recountMembers(tx, cohort, [bora.member]));
      expect(await shown()).toBe(1);
      expect((await standingsIn(cohort))[0]).toMatchObject({ answers: 1, firsts: 1, recent: [0] });
    });

    it("cost an answer two statements", async () => {
      const { cohort, students, work, by } = await classOf(["Bora"]);
      await by(students[0].member, wrong);
      const sent = await sentDuring(open(), () => answer(open(), catalog, cohort, work, students[0].member, wrong));
      // What the embedded database is asked inside a transaction goes past the counter.
      expect(sent.filter(({ text }) => text.includes('"MemberStanding"')).length).toBe({ postgres: 2, embedded: 0 }[open().kind]);
    });

    it("go with the place", async () => {
      const { cohort, students, by } = await classOf(["Bora"]);
      await by(students[0].member, wrong);
      await open().client.cohortMember.delete({ where: { id: students[0].member } });
      expect(await standingsIn(cohort)).toEqual([]);
    });
  });

  describe("the class at a glance", () => {
    it("says who needs help and why, and what the next class is for", async () => {
      const { cohort, instructor, students, by } = await classOf(["Bora", "Chan", "Daon"]);
      const [bora, chan] = students;
      const now = Date.now();
      await open().client.cohortMember.updateMany({ where: { cohortId: cohort }, data: { joinedAt: new Date(now - 20 * DAY) } });
      await assignmentOf(open(), cohort, { title: "Due", dueAt: new Date(now - DAY) });
      for (let i = 0; i < 5; i++)
        await by(bora.member, { item: BOARD, score: 10, misconceptions: ["slip"], try: 1 + i, at: now - 1000 + i });
      for (let i = 0; i < 2; i++) await by(chan.member, { ...wrong, item: question(1 + i), at: now - 8 * DAY + i });
      const { students: seen, topics, plan, weeks } = await readInsight(instructor.id, cohort, catalog, now);
      expect(seen.map(({ name, bucket, reasons }) => [name, bucket, reasons.map(({ id }) => id)])).toEqual([
        ["Bora", "not-enough-information", ["missed-work", "needs-help"]],
        ["Chan", "not-enough-information", ["missed-work", "inactive"]],
        ["Daon", "not-enough-information", ["missed-work", "inactive"]],
      ]);
      expect(topics).toMatchObject([{ id: "numbers", score: { value: 5, n: 2, few: true } }]);
      expect(weeks.reduce((sum, { answers }) => sum + answers, 0)).toBe(3);
      expect(plan.map(({ about }) => about.type)).toEqual(["idea", "people", "people"]);
      expect(plan[0].text.en).toContain("2 of 3 still think");

      // A pass clears the need; work that is begun is not missed.
      await by(bora.member, { item: BOARD, score: 100, at: now });
      const after = await readInsight(instructor.id, cohort, catalog, now);
      expect(after.students[0].reasons.map(({ id }) => id)).toEqual(["missed-work"]);
    });

    it("says nothing of who has left, and finds nothing in a class without answers", async () => {
      const { cohort, instructor, students, by } = await classOf(["Bora", "Chan"]);
      await by(students[0].member, wrong);
      await by(students[0].member, wrong);
      await endPlace(students[0].id, { id: cohort, member: students[0].member }, Date.now());
      const now = Date.now();
      expect((await readInsight(instructor.id, cohort, catalog, now)).students.map(({ name }) => name)).toEqual(["Chan"]);
      expect((await readMisconceptions(instructor.id, cohort, catalog, now)).ideas).toEqual([]);
      expect((await listItems(instructor.id, cohort, undefined, catalog, now)).items).toEqual([]);
      expect((await listTries(instructor.id, cohort, {}, catalog)).tries).toEqual([]);
    });
  });

  it("the board: who holds what since when, by options and on boards, and a review of exactly that", async () => {
    const { cohort, instructor, students, by } = await classOf(["Bora", "Chan", "Daon"]);
    const [bora, chan, daon] = students;
    const evidence = [await by(bora.member, wrong), await by(bora.member, { item: BOARD, score: 30, misconceptions: ["slip"] })];
    await by(chan.member, wrong);
    for (let i = 0; i < 2; i++) await by(daon.member, { item: BOARD, score: 30, misconceptions: ["slip"] });
    for (let i = 0; i < 3; i++) await by(daon.member, { item: question(3), score: 100, option: "right" });
    const { ideas, students: count } = await readMisconceptions(instructor.id, cohort, catalog, Date.now());
    expect(count).toBe(3);
    expect(ideas).toMatchObject([
      {
        topic: "numbers",
        idea: "slip",
        holders: [{ id: bora.member, name: "Bora" }],
        unsure: 1,
        came: 1,
        went: 1,
        evidence,
        review: [
          { type: "quiz", from: { topics: ["numbers"], misconceptions: ["slip"], count: 3 } },
          { type: "challenge", kind: two, level: 2 },
        ],
      },
    ]);
    const { tries } = await listTries(instructor.id, cohort, { idea: "slip", topic: "numbers", member: bora.member }, catalog);
    expect(tries.map(({ id }) => id).sort()).toEqual([...evidence].sort());
  });

  describe("a review of a wrong idea", () => {
    /** Bora and Chan hold the idea. */
    async function held() {
      const { by, ...made } = await classOf(["Bora", "Chan"]);
      for (const { member } of made.students)
        for (let i = 0; i < 3; i++) await by(member, { item: BOARD, score: 30, misconceptions: ["slip"] });
      const ideaNow = async (now = Date.now()) => (await readMisconceptions(made.instructor.id, made.cohort, catalog, now)).ideas[0];
      const { review } = await ideaNow();
      const give = (students: readonly string[], more: Partial<NewAssignment> = {}, now = Date.now()) => {
        const terms = { ...TERMS, title: "Review: “slip”", dueAt: new Date(now + 7 * DAY).toISOString() };
        const parts = review.map((settings) => ({ id: null, points: 10, settings }));
        const body = { terms, parts, publish: true, students: [...students], review: { topic: "numbers", idea: "slip" }, ...more };
        return createAssignment(catalog, made.instructor.id, made.cohort, freshKey(), body, now);
      };
      const [bora, chan] = made.students.map(({ member }) => member);
      return { ...made, ideaNow, give, bora, chan };
    }

    it("is given once to each student while it is open, and the board shows it", async () => {
      const { ideaNow, give, bora, chan, cohort, instructor } = await held();
      expect((await ideaNow()).reviews).toEqual([]);
      const { id } = await give([bora]);
      const [shown] = (await ideaNow()).reviews;
      expect(shown).toEqual({ id, dueAt: expect.any(String), students: [bora] });
      const second = give([chan, bora]);
      await expect(second).rejects.toMatchObject({ status: 409, code: "review-there", message: expect.stringContaining("Review: “slip”") });
      await expect(give([bora], { students: undefined }), "to everybody").rejects.toMatchObject({ code: "review-there" });
      const other = await give([chan]);
      expect((await ideaNow()).reviews.map((each) => [each.id, each.students])).toEqual([
        [id, [bora]],
        [other.id, [chan]],
      ]);
      // It is over: withdrawn, or past its due date.
      await open().client.assignment.update({ where: { id }, data: { withdrawnAt: new Date() } });
      await give([bora]);
      const later = Date.now() + 8 * DAY;
      expect((await readMisconceptions(instructor.id, cohort, catalog, later)).ideas[0].reviews).toEqual([]);
      await give([bora, chan], {}, later);
    });

    it("is given once also to who asks for it twice at the same moment", async () => {
      const { ideaNow, give, bora, chan } = await held();
      const codes = await Promise.all(
        [1, 2, 3].map(() =>
          persisting(() => give([bora, chan])).then(
            () => "given",
            (error: { code: string }) => error.code,
          ),
        ),
      );
      expect(codes.sort()).toEqual(["given", "review-there", "review-there"]);
      expect((await ideaNow()).reviews).toHaveLength(1);
    });

    it("is of an idea that there is", async () => {
      const { give, bora } = await held();
      await expect(give([bora], { review: { topic: "numbers", idea: "none" } })).rejects.toMatchObject({
        status: 422,
        code: "unknown-idea",
      });
    });
  });

  it("items: first answers, bands, options, time, and a key that is probably wrong", async () => {
    const { cohort, instructor, work } = await classOf([]);
    const members = await Promise.all(
      Array.from({ length: 24 }, async (_, i) => {
        const { id: userId } = await open().client.user.create({ data: { name: `S${String(i).padStart(2, "0")}` }, select: { id: true } });
        const { id } = await open().client.cohortMember.create({
          data: { cohortId: cohort, userId, role: "STUDENT", joinedAt: new Date() },
          select: { id: true },
        });
        return id;
      }),
    );
    const by = (memberId: string, given: Given) => answer(open(), catalog, cohort, work, memberId, given);
    for (const [i, member] of members.entries()) {
      const good = i < 8;
      await by(member, { item: question(1), score: good ? 0 : 100, option: good ? "wrong" : "right", seconds: 10 * (1 + i) });
      await by(member, { item: question(1), score: 100, option: "right", try: 2 });
      await by(member, { item: BOARD, score: good ? 100 : 20, band: good ? "0–9" : "10–19" });
    }
    const now = Date.now();
    const list = await listItems(instructor.id, cohort, work.assignment, catalog, now);
    expect(
      list.items.map(({ item, facility, flags }) => [item, Math.round(facility.value ?? -1), facility.n, flags.map(({ id }) => id)]),
    ).toEqual([
      [BOARD, 47, 24, ["against-the-rest"]],
      [question(1), 67, 24, ["against-the-rest"]],
    ]);
    expect(list.whole.n).toBe(24);
    const all = await listItems(instructor.id, cohort, undefined, catalog, now);
    expect({ ...all, assignment: work.assignment }).toEqual(list);

    const one = await readItemFigures(instructor.id, cohort, question(1), catalog, now);
    expect(one.flags.map(({ id }) => id)).toEqual(["key-probably-wrong", "against-the-rest", "implausible-options"]);
    expect(one.options.map(({ option, right, share }) => [option, right, Math.round(share.value ?? -1)])).toEqual([
      ["other", false, 0],
      ["right", true, 67],
      ["wrong", false, 33],
    ]);
    expect(one.time).toEqual({ n: 24, quartiles: [67.5, 125, 182.5] });
    const board = await readItemFigures(instructor.id, cohort, BOARD, catalog, now);
    expect(board.measure?.en).toBe("sum");
    expect(board.bands.map(({ band, facility }) => [band, facility.value, facility.n])).toEqual([
      ["0–9", 100, 8],
      ["10–19", 20, 16],
    ]);
    expect(board.works).toEqual([{ id: work.assignment, title: expect.any(String), voided: false }]);
    await expect(readItemFigures(instructor.id, cohort, question(9), catalog, now)).rejects.toMatchObject({ code: "not-found" });

    // Taken out of everything that asks it, it has no figures, and is still there to be put back.
    const { client } = open();
    const take = async (voided: boolean) => {
      await client.assignment.update({ where: { id: work.assignment }, data: { voidedItems: voided ? [BOARD] : [] } });
      await client.assignedItem.updateMany({ where: { cohortId: cohort, item: BOARD }, data: { voidedAt: voided ? new Date() : null } });
      await recountCohort(client, cohort);
    };
    await take(true);
    const out = await readItemFigures(instructor.id, cohort, BOARD, catalog, now);
    expect(out.works).toMatchObject([{ id: work.assignment, voided: true }]);
    expect([out.facility.value, out.discrimination.value, out.bands, out.flags]).toEqual([null, null, [], []]);
    expect((await listItems(instructor.id, cohort, undefined, catalog, now)).items.map(({ item }) => item)).not.toContain(BOARD);
    await take(false);
    expect(await readItemFigures(instructor.id, cohort, BOARD, catalog, now)).toEqual(board);

    // All answers, page by page, each once.
    const ids: string[] = [];
    for (let after: string | undefined; ;) {
      const { tries, next } = await listTries(instructor.id, cohort, { after }, catalog);
      ids.push(...tries.map(({ id }) => id));
      if (next === null) break;
      after = next;
    }
    expect(new Set(ids).size).toBe(72);
    expect(ids.length).toBe(72);
  });

  it("is read in as many statements for two hundred as for five", async () => {
    const sizes = [5, 200];
    const counts = [];
    for (const size of sizes) {
      const { cohort, instructor, work } = await classOf([]);
      const { client } = open();
      const people = Array.from({ length: size }, (_, i) => ({ id: `${cohort}${i}`, name: `S${i}` }));
      await client.user.createMany({ data: people });
      await client.cohortMember.createMany({
        data: people.map(({ id }) => ({ id, cohortId: cohort, userId: id, role: "STUDENT" as const, joinedAt: new Date() })),
      });
      await client.memberStanding.createMany({
        data: people.map(({ id }) => ({
          memberId: id,
          cohortId: cohort,
          answers: 2,
          firsts: 2,
          recent: [50, 50],
          lastId: id,
          lastAt: new Date(),
          topics: { numbers: { firsts: 2, recent: [50, 50] } },
          items: { [question(1)]: { topic: "numbers", answers: 2, firsts: 1, points: 50, misses: 1 } },
        })),
      });
      const now = Date.now();
      const reads = [
        () => readInsight(instructor.id, cohort, catalog, now),
        () => readMisconceptions(instructor.id, cohort, catalog, now),
        () => listItems(instructor.id, cohort, undefined, catalog, now),
        () => listItems(instructor.id, cohort, work.assignment, catalog, now),
        () => readItemFigures(instructor.id, cohort, question(1), catalog, now),
        () => listTries(instructor.id, cohort, {}, catalog),
      ];
      const own = [];
      for (const read of reads) own.push((await sentDuring(open(), read)).length);
      counts.push(own);
    }
    expect(counts[1]).toEqual(counts[0]);
    expect(Math.max(...counts[0])).toBeLessThanOrEqual(12);
    expect(Math.min(...counts[0])).toBeGreaterThan(1);
  });
});
