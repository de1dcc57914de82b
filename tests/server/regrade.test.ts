/** A planted wrong grader, mended in the next version: every figure ends as if the mended one had graded from the start. */
import { afterAll, expect, it } from "vitest";
import { defineChallenge, seal, type Level } from "@/lib/challenges";
import { z } from "@/lib/challenges/schema";
import { xpOf } from "@/lib/challenges/score";
import { seeded } from "@/lib/engine/random";
import { issueInstance } from "@/lib/server/attempts/issue";
import { revealInstance } from "@/lib/server/attempts/reveal";
import { submitAttempt } from "@/lib/server/attempts/submit";
import { mergeGuest } from "@/lib/server/auth";
import { inlineGrader } from "@/lib/server/grading/inline";
import { progressOf } from "@/lib/server/learn/progress";
import { regrade, type RegradeOptions } from "@/lib/server/regrade/run";
import { freshKey, signedIn } from "./setup/client";
import { services as plain } from "./setup/content";
import { eachDatabase } from "./setup/database";
import { expectInvariants } from "./setup/invariants";
import type { Services } from "@/lib/server/catalog";
import type { EarlierVersion, Grade } from "@/lib/challenges";

const both = (text: string) => ({ ko: text, en: text });
interface View {
  readonly level: number;
}
interface Truth {
  readonly n: number;
}
interface Answer {
  readonly guess: number;
}
type Kept = Readonly<Record<number, EarlierVersion<View, Truth, Answer, never>>>;

const KIND = "near-number";
const generate = (seed: string, level: Level) => ({ view: { level }, truth: { n: seeded(`${seed}/${level}`).int(10, 90) } });

/** Four points, one less for every step the guess is off. */
const gradedFrom = (n: number, guess: number): Grade<never> => {
  const earned = Math.max(0, 4 - Math.abs(guess - n));
  return {
    earned,
    total: 4,
    parts: [{ id: "guess", label: both("guess"), correct: earned === 4, earned, total: 4 }],
    steps: [],
    misconceptions: guess > n ? ["high"] : [],
    summary: both("done"),
  };
};

const versionOf = (version: number, offset: number, versions?: Kept) =>
  seal(
    defineChallenge<View, Truth, Answer, never>({
      kind: KIND,
      topic: "near",
      version,
      versions,
      title: both("Near"),
      skill: both("Guess"),
      answerSchema: z.strictObject({
        guess: z
          .number()
          .int()
          .max(version === 3 ? 50 : 1000),
      }),
      margin: 0,
      emptyScore: 0,
      needsPointer: false,
      generate,
      prompt: () => both("guess"),
      empty: () => ({ guess: 0 }),
      check: () => ({ ready: true }),
      hints: {
        asked: () => both("a number"),
        rule: () => both("guess"),
        step: ({ truth }) => ({ text: both(`above ${truth.n - 5}`), answer: { guess: truth.n - 5 } }),
      },
      solve: ({ truth }) => ({ guess: truth.n + offset }),
      grade: ({ truth }, { guess }) => gradedFrom(truth.n + offset, guess),
      slack: () => Number.POSITIVE_INFINITY,
    }),
  );
/** Version 1 takes every number for one more than it is; version 2 mends that and keeps how version 1 drew. */
const wrong = versionOf(1, 1);
const mended = versionOf(2, 0, { 1: { generate } });
const forgetful = versionOf(2, 0);
const serving = (sealed: typeof wrong): Services => ({
  catalog: { ...plain.catalog, kinds: { [KIND]: sealed } },
  grader: inlineGrader({ [KIND]: sealed }),
});

interface Act {
  readonly seed: string;
  readonly level: Level;
  readonly off: number;
  readonly graded: boolean;
  readonly reveal: boolean;
  /** Days before today. */
  readonly day: number;
}
/** What a learner does: some instances twice, some revealed first, some as graded work, over five days. */
function actsOf(learner: number, count: number): Act[] {
  const random = seeded(`acts/${learner}`);
  return Array.from({ length: count }, (_, i) => ({
    seed: `s${learner}-${random.int(0, Math.ceil(count * 0.7))}`,
    level: random.int(1, 5) as Level,
    off: random.int(-4, 5),
    graded: random.int(0, 3) === 0,
    reveal: random.int(0, 7) === 0,
    day: Math.floor((5 * (count - i)) / (count + 1)),
  }));
}

eachDatabase("regrade", (open) => {
  afterAll(() => expectInvariants(open()));
  const NOW = Date.now();

  /** Plays `acts` as `userId` under the rules of `services`; answers the attempts' ids in order. */
  async function play(services: Services, userId: string, acts: readonly Act[]): Promise<string[]> {
    const ids = [];
    for (const { seed, level, off, graded, reveal, day } of acts) {
      const now = NOW - day * 86_400_000;
      let token: string;
      if (graded) {
        // The server draws graded work; here it is given the act's number, the same for whoever plays it.
        const issued = await issueInstance(services, userId, { kind: KIND, level, graded: true }, now);
        const { work } = JSON.parse(Buffer.from(issued.token.split(".")[0], "base64url").toString("utf8")) as { work: string };
        await open().client.issuedWork.update({ where: { id: work }, data: { instance: JSON.stringify(generate(seed, level)) } });
        token = issued.token;
      } else token = (await issueInstance(services, userId, { kind: KIND, level, seed }, now)).token;
      if (reveal) await revealInstance(services, { userId, key: freshKey(), token, now });
      const answer = { guess: generate(seed, level).truth.n + off };
      ids.push((await submitAttempt(services, { userId, key: freshKey(), token, answer, now })).id);
    }
    return ids;
  }
  const run = (sealed: typeof wrong, options: Omit<RegradeOptions, "kind">) =>
    regrade(open().client, inlineGrader({ [KIND]: sealed }), { kind: KIND, pageSize: 37, ...options });
  /** All that a regrade may touch of a learner, without the names of rows. */
  async function figuresOf(userId: string, ids: readonly string[]) {
    const { client } = open();
    const select = { score: true, stars: true, earned: true, total: true, parts: true, misconceptions: true, xp: true, credited: true };
    const rows = await client.attempt.findMany({ where: { userId }, select: { id: true, ...select } });
    const byId = new Map(rows.map(({ id, ...figures }) => [id, figures]));
    const entries = await client.xpEntry.findMany({ where: { userId } });
    return {
      attempts: ids.map((id) => byId.get(id)),
      xp: (await client.user.findUniqueOrThrow({ where: { id: userId } })).xp,
      days: await client.activeDay.findMany({ where: { userId }, select: { localDate: true, xp: true }, orderBy: { localDate: "asc" } }),
      ledger: entries.map((e) => e.points).sort((a, b) => a - b),
      mastery: (await progressOf(serving(mended).catalog, userId)).topics,
    };
  }
  const learner = async () => (await signedIn(open())).id;

  it("ends in the figures that the mended grader would have given from the start, and finds nothing at its second run", async () => {
    const learners = [];
    for (let i = 0; i < 4; i++) {
      const acts = actsOf(i, 25);
      const [was, fresh] = [await learner(), await learner()];
      learners.push({ was, fresh, ids: await play(serving(wrong), was, acts), freshIds: await play(serving(mended), fresh, acts) });
    }
    const before = await Promise.all(learners.map(({ was, ids }) => figuresOf(was, ids)));
    const wanted = await Promise.all(learners.map(({ fresh, freshIds }) => figuresOf(fresh, freshIds)));
    expect(before).not.toEqual(wanted);

    const dry = await run(mended, { mode: "exact", apply: false });
    expect(await Promise.all(learners.map(({ was, ids }) => figuresOf(was, ids))), "a dry run writes nothing").toEqual(before);
    expect(dry.counts.rises).toBeGreaterThan(10);
    expect(dry.counts.falls).toBeGreaterThan(10);
    const real = await run(mended, { mode: "exact", apply: true });
    expect(real, "a dry run tells what the real one does").toEqual(dry);
    expect(await Promise.all(learners.map(({ was, ids }) => figuresOf(was, ids)))).toEqual(wanted);
    await Promise.all(
      learners.map(async ({ was }, i) => expect(real.users.find((u) => u.userId === was)?.xp ?? 0).toBe(wanted[i].xp - before[i].xp)),
    );
    await expectInvariants(open());
    const second = await run(mended, { mode: "exact", apply: true });
    expect([second.changed, second.counts.same, second.users]).toEqual([0, second.attempts, []]);
  });

  it("lets nobody lose by default, and what it kept higher stays kept", async () => {
    const id = await learner();
    const ids = await play(serving(wrong), id, actsOf(50, 60));
    const before = await figuresOf(id, ids);
    const { counts } = await run(mended, { mode: "keep-higher", apply: true });
    const after = await figuresOf(id, ids);
    expect(counts["kept-higher"]).toBeGreaterThan(5);
    expect(counts.rises).toBeGreaterThan(5);
    expect(counts.falls).toBe(0);
    const acts = actsOf(50, 60);
    expect(after.attempts.map((a) => a?.score)).toEqual(
      acts.map(({ off }, i) => Math.max(before.attempts[i]?.score ?? 0, 25 * Math.max(0, 4 - Math.abs(off)))),
    );
    expect(after.xp).toBeGreaterThan(before.xp);
    expect(after.attempts.every((a, i) => (a?.xp ?? 0) >= (before.attempts[i]?.xp ?? 0))).toBe(true);
    const second = await run(mended, { mode: "keep-higher", apply: true });
    expect([second.changed, second.counts["kept-higher"]]).toEqual([0, counts["kept-higher"]]);
    expect(await figuresOf(id, ids)).toEqual(after);
    await run(mended, { mode: "exact", apply: true });
  });

  it("keeps attempts as they were where their version is not kept, where their answer is refused today, and where it throws", async () => {
    const id = await learner();
    const ids = await play(serving(wrong), id, actsOf(70, 20));
    const before = await figuresOf(id, ids);
    const stale = await run(forgetful, { mode: "exact", apply: true });
    const ofVersion1 = await open().client.attempt.count({ where: { kind: KIND, version: 1 } });
    expect(stale.stale).toEqual({ 1: ofVersion1 });
    expect(stale.counts.stale).toBe(ofVersion1);
    expect(await figuresOf(id, ids)).toEqual(before);
    const throwing = versionOf(2, 0, {
      1: {
        generate: () => {
          throw new Error("planted");
        },
      },
    });
    const crashed = await run(throwing, { mode: "exact", apply: true });
    expect(crashed.counts.crashed).toBeGreaterThan(0);
    expect(crashed.crashed.length).toBeLessThanOrEqual(20);
    const strict = await run(versionOf(3, 0, { 1: { generate }, 2: { generate } }), { mode: "exact", apply: false });
    expect(strict.counts.refused).toBeGreaterThan(0);
    await run(mended, { mode: "exact", apply: true });
  });

  it("judges by a version's own rules where they are kept", async () => {
    const id = await learner();
    const ids = await play(serving(wrong), id, actsOf(71, 20));
    const before = await figuresOf(id, ids);
    const kept = versionOf(2, 0, { 1: { generate, grade: ({ truth }, { guess }) => gradedFrom(truth.n + 1, guess) } });
    const rows = await open().client.attempt.findMany({ where: { userId: id }, select: { id: true } });
    await run(kept, { mode: "exact", apply: true });
    expect(rows).toHaveLength(ids.length);
    expect(await figuresOf(id, ids)).toEqual(before);
    await run(mended, { mode: "exact", apply: true });
  });

  it("leaves the ledger true after a merge that brought two attempts to one instance", async () => {
    const [guest, account] = [await learner(), (await signedIn(open(), { guest: false })).id];
    const act: Act = { seed: "shared", level: 2, off: 1, graded: false, reveal: false, day: 0 };
    await play(serving(wrong), guest, [act]);
    await play(serving(wrong), account, [{ ...act, off: 3 }]);
    await mergeGuest(guest, account, Date.now());
    await expectInvariants(open());
    await run(mended, { mode: "exact", apply: true });
    // The account's own attempt had decided: off by 3 is one point of four, which is no star.
    expect((await open().client.user.findUniqueOrThrow({ where: { id: account } })).xp).toBe(xpOf(25, 2));
    await expectInvariants(open());
  });

  it("agrees with itself when it runs twice at once while learners submit and merge", async () => {
    const [one, guest, account] = [await learner(), await learner(), (await signedIn(open(), { guest: false })).id];
    await play(serving(wrong), one, actsOf(80, 30));
    await play(serving(wrong), guest, actsOf(81, 30));
    await Promise.all([
      run(mended, { mode: "exact", apply: true }),
      run(mended, { mode: "exact", apply: true }),
      play(serving(mended), one, actsOf(82, 10)),
      mergeGuest(guest, account, Date.now()),
    ]);
    await expectInvariants(open());
    await run(mended, { mode: "exact", apply: true });
    expect((await run(mended, { mode: "exact", apply: true })).changed).toBe(0);
    await expectInvariants(open());
    const rows = await open().client.attempt.findMany({ where: { userId: account } });
    const practice = rows.filter((row) => row.workId === null);
    expect(practice.length).toBeGreaterThan(10);
    for (const row of practice) {
      const { n } = generate(row.seed, row.level as Level).truth;
      expect(row.score).toBe(25 * Math.max(0, 4 - Math.abs((row.answer as { guess: number }).guess - n)));
    }
  });
});
