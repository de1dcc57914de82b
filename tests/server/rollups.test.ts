/** What is kept of a class's answers against a count of the answers themselves, after much has happened to them at once. */
import { afterAll, expect, it } from "vitest";
import { eraseAccount } from "@/lib/server/account/erase";
import { voidItem } from "@/lib/server/assignments/void";
import { regradeItem } from "@/lib/server/assignments/regrade";
import { issueInstance } from "@/lib/server/attempts/issue";
import { submitAttempt } from "@/lib/server/attempts/submit";
import { mergeGuest } from "@/lib/server/auth/merge";
import { endPlace } from "@/lib/server/cohorts/members";
import { changeCohort } from "@/lib/server/cohorts/settings";
import { listItems } from "@/lib/server/insight/items";
import { readInsight } from "@/lib/server/insight/overview";
import { recountCohort } from "@/lib/server/insight/rollup";
import { mondayOf } from "@/lib/groups";
import { localDate } from "@/lib/review";
import { Prisma } from "@/lib/server/prisma/client";
import { assignmentOf, challenge, challengeOf, part, persisting, quiz, slotOf, workOn } from "./setup/assignments";
import { freshKey, practiceOf, signedIn } from "./setup/client";
import { joinedAs, type InCohort } from "./setup/cohorts";
import { KIND, perfect, services, TOPIC, wrong } from "./setup/content";
import { eachDatabase } from "./setup/database";
import { expectInvariants } from "./setup/invariants";
import { secretOf } from "./setup/secret";

const DAY = 86_400_000;
const NAMES = ["Ara", "Bora", "Chan", "Daon", "Eun", "Garam", "Haneul", "Iseul", "Jiho", "Minji"] as const;
const QUESTION = `question:${TOPIC}/question-2`;

eachDatabase("rollups", (open) => {
  afterAll(() => expectInvariants(open()));
  const { aClass, answer } = workOn(open);

  const standingsIn = (cohortId: string) => open().client.memberStanding.findMany({ where: { cohortId }, orderBy: { memberId: "asc" } });

  /** Answers, first answers and their points by item, as the ledger has them: counted by the database, not by the rule that keeps them. */
  async function ledgerOf(cohortId: string) {
    const rows = await open().client.$queryRaw<{ member: string; item: string; answers: number; firsts: number; points: number }[]>(
      Prisma.sql`SELECT "memberId" AS "member", "item", count(*)::int AS "answers", count(*) FILTER (WHERE "first")::int AS "firsts",
          COALESCE(sum("score") FILTER (WHERE "first"), 0)::int AS "points"
        FROM (SELECT *, "try" = 1 AND ("item" LIKE 'kind:%' OR row_number() OVER (PARTITION BY "memberId", "item" ORDER BY "answeredAt", "id") = 1) AS "first"
          FROM "AssignedItem" WHERE "cohortId" = ${cohortId} AND "score" IS NOT NULL AND "voidedAt" IS NULL AND "item" ~ '^(kind|question|bank):') a
        GROUP BY 1, 2 ORDER BY 1, 2`,
    );
    return rows.map(({ member, item, ...tally }) => [member, item, tally]);
  }
  const keptOf = (standings: Awaited<ReturnType<typeof standingsIn>>) =>
    standings.flatMap(({ memberId, items }) =>
      Object.entries(items as Record<string, { answers: number; firsts: number; points: number }>)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([item, { answers, firsts, points }]) => [memberId, item, { answers, firsts, points }]),
    );
  /** Whatever is kept is what a count says. */
  async function expectCounted(cohortId: string) {
    const kept = await standingsIn(cohortId);
    expect(keptOf(kept)).toEqual(await ledgerOf(cohortId));
    await open().client.$transaction((tx) => recountCohort(tx, cohortId));
    expect(kept).toEqual(await standingsIn(cohortId));
    return kept;
  }

  it("are those of the ledger after 200 submissions at once with retries, a void taken back, a regrade, a merge and an erasure", async () => {
    const { student: first, ...made } = await aClass();
    const people: InCohort[] = [first];
    for (const name of NAMES.slice(1)) people.push(await joinedAs(open(), made, "student", name));
    const [merging, erased, leaving] = people;
    const parts = [part(challenge({ count: 2, tries: 2 }), 20), part(challenge({ kind: KIND, count: 2, tries: 1 }), 20)];
    const work = await assignmentOf(open(), made, { parts });
    // Another assignment: its answers wait for none of the first one's, and count in the same standings.
    const asking = await assignmentOf(open(), made, { parts: [part(quiz(), 10)] });
    const begun = Date.now() - 3 * DAY;
    const sends: (() => Promise<unknown>)[] = [];
    for (const [nth, { id }] of people.entries()) {
      for (const slot of [0, 1])
        for (const [at, kind] of [
          [0, "secret"],
          [1, "numbers"],
        ] as const) {
          const { token, seed } = await challengeOf(open(), id, work.id, work.parts[at], slot, begun);
          const right = kind === "secret" ? secretOf(seed, 1) : perfect(seed, 1);
          const given = (nth + slot) % 2 === 0 ? right : kind === "secret" ? { guess: 1 } : wrong;
          const key = freshKey();
          // Each has its own moment and arrives in another order: some are counted after one that was given later.
          const answeredAt = begun + 1000 + ((nth * 7 + slot * 5 + at * 3) % 11) * 3_600_000;
          for (let again = 0; again < 3; again++)
            sends.push(() => submitAttempt(services, { userId: id, key, token, answer: given, now: Date.now(), answeredAt }));
        }
      for (const slot of [0, 1]) {
        const { id: item } = await slotOf(id, asking.id, asking.parts[0], slot, begun);
        const key = freshKey();
        const answeredAt = begun + 2000 + ((nth * 5 + slot) % 7) * 7_200_000;
        for (let again = 0; again < 4; again++)
          sends.push(() => answer(id, item, nth % 3 === 0 ? "wrong" : "right", Date.now(), key, answeredAt));
      }
    }
    expect(sends).toHaveLength(200);

    const where = { id: made.cohort, assignment: asking.id };
    const voiding = (what: { item: string } | { try: string }, voided: boolean) =>
      voidItem(
        made.instructor.id,
        { ...where, ...("try" in what ? { assignment: work.id } : {}) },
        { what, voided, reason: "two are right", apply: true },
        Date.now(),
      );
    const tryOf = async (userId: string) =>
      (await open().client.assignedItem.findFirstOrThrow({ where: { member: { userId }, partId: work.parts[0], slot: 0 } })).id;
    const [lost, kept] = [await tryOf(people[4].id), await tryOf(people[5].id)];
    const guest = await signedIn(open());
    const played = practiceOf(await issueInstance(services, guest.id, { kind: KIND, level: 1 }, Date.now()));
    const meanwhile: Readonly<Record<number, () => Promise<unknown>>> = {
      20: () => voiding({ item: QUESTION }, true),
      40: () => voiding({ try: lost }, true),
      50: () => voiding({ try: kept }, true),
      60: () =>
        submitAttempt(services, {
          userId: guest.id,
          key: freshKey(),
          token: played.token,
          answer: perfect(played.seed, 1),
          now: Date.now(),
        }),
      80: () => mergeGuest(guest.id, merging.id, Date.now()),
      100: () => eraseAccount(erased.id, { id: erased.id, word: "delete" }, { address: "192.0.2.9", now: Date.now() }),
      120: () => voiding({ item: QUESTION }, false),
      140: () => voiding({ try: kept }, false),
      160: () => endPlace(leaving.id, { id: made.cohort, member: leaving.member }, Date.now()),
      180: () => regradeItem(services, made.instructor.id, where, { item: QUESTION, mode: "exact", apply: true }).catch(() => undefined),
    };
    // Whoever is gone, has left or meets what is voided is refused; what is refused counts nowhere.
    const refused = new Set<string>();
    const send = (act: () => Promise<unknown>) =>
      persisting(act).catch((error: { code?: string }) => {
        if (error.code === undefined || error.code.startsWith("P")) throw error;
        refused.add(error.code);
      });
    // One student's answers to both follow each other closely.
    await Promise.all(sends.flatMap((each, i) => [send(each), ...(i in meanwhile ? [send(meanwhile[i])] : [])]));

    const standings = await expectCounted(made.cohort);
    expect([...refused].filter((code) => !["no-session", "not-found", "voided"].includes(code))).toEqual([]);
    const places = standings.map(({ memberId }) => memberId);
    expect(places).not.toContain(erased.member);
    expect(places).toContain(merging.member);
    expect(
      standings.reduce((sum, { answers }) => sum + answers, 0),
      "nearly all were taken",
    ).toBeGreaterThan(40);

    // What the pages say is what the ledger says.
    const ledger = (await ledgerOf(made.cohort)) as [string, string, { answers: number; firsts: number; points: number }][];
    const { students } = await readInsight(made.instructor.id, made.cohort, services.catalog, Date.now());
    expect(students.map(({ id }) => id).sort()).toEqual(
      people
        .filter((each) => each !== erased && each !== leaving)
        .map(({ member }) => member)
        .sort(),
    );
    for (const { id, answers } of students)
      expect(answers).toBe(ledger.filter(([member]) => member === id).reduce((sum, [, , tally]) => sum + tally.answers, 0));
    const { items } = await listItems(made.instructor.id, made.cohort, undefined, services.catalog, Date.now());
    for (const { item, facility } of items) {
      const own = ledger.filter(([member, name, { firsts }]) => name === item && firsts > 0 && students.some(({ id }) => id === member));
      expect([item, facility.n]).toEqual([item, own.length]);
      expect(facility.value).toBeCloseTo(own.reduce((sum, [, , { points, firsts }]) => sum + points / firsts, 0) / own.length, 9);
    }
  });

  it("tell weeks by the class's time zone, also once it is another", async () => {
    const { student, ...made } = await aClass();
    const work = await assignmentOf(open(), made, { parts: [part(quiz(), 10)] });
    // A Sunday night in Seoul is a Sunday noon in New York, but a Monday in Auckland.
    const sunday = Date.UTC(2026, 10, 22, 14, 30);
    const { id: item } = await slotOf(student.id, work.id, work.parts[0], 0, sunday - 1000);
    await answer(student.id, item, "right", sunday + 1000, freshKey(), sunday);
    const weeks = async () => Object.keys((await standingsIn(made.cohort))[0].weeks as object);
    const mondayIn = (timeZone: string) => mondayOf(localDate(sunday, { timeZone, dayStart: 0 }));
    expect(await weeks()).toEqual([mondayIn("Asia/Seoul")]);
    await changeCohort(made.instructor.id, made.cohort, { timeZone: "Pacific/Auckland" }, sunday + DAY);
    expect(mondayIn("Pacific/Auckland")).not.toBe(mondayIn("Asia/Seoul"));
    expect(await weeks()).toEqual([mondayIn("Pacific/Auckland")]);
    await expectCounted(made.cohort);
  });
});
