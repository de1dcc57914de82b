/** What hints cost: counted by the server, whatever the page says. */
import { afterAll, describe, expect, it } from "vitest";
import { mergeGuest } from "@/lib/server/auth";
import { issueInstance } from "@/lib/server/attempts/issue";
import { submitAttempt } from "@/lib/server/attempts/submit";
import { takeHint } from "@/lib/server/attempts/hint";
import { progressOf } from "@/lib/server/learn/progress";
import { meOf } from "@/lib/server/learn/me";
import { regrade } from "@/lib/server/regrade/run";
import { gradeReview } from "@/lib/server/review/grade";
import { freshKey, signedIn } from "./setup/client";
import { KIND, perfect, services, TOPIC, wrong } from "./setup/content";
import { eachDatabase } from "./setup/database";
import { expectInvariants } from "./setup/invariants";
import { playerOn } from "./setup/player";
import { breakSecret, secretOf } from "./setup/secret";

eachDatabase("hints", (open) => {
  afterAll(() => expectInvariants(open()));

  const { learner, practise, work, submit, reveal, hint, xpOf, rowOf } = playerOn(open);
  const hintRows = (userId: string) => open().client.hint.findMany({ where: { userId } });

  it.each([
    [1, { score: 94, stars: 2, xp: 9, hints: 1 }],
    [2, { score: 74, stars: 1, xp: 7, hints: 2 }],
    [3, { score: 49, stars: 0, xp: 0, hints: 3 }],
  ])("after %i of them a perfect answer counts as much as that leaves", async (rung, counts) => {
    const id = await learner();
    const issued = await practise(id);
    expect(await hint(id, issued.token, rung)).toEqual({ hints: rung, step: null });
    const attempt = await submit(id, issued.token, perfect(issued.seed, 1));
    expect(attempt).toMatchObject({ ...counts, earned: 2, total: 2, xpTotal: counts.xp });
    // Stars, XP, mastery and the day all go by what counted.
    const [topic] = (await progressOf(services.catalog, id)).topics;
    expect(topic.kinds[0]).toMatchObject({ bestScore: counts.score, bestStars: counts.stars });
    expect(await meOf(id, Date.now())).toMatchObject({ xp: counts.xp, xpToday: counts.xp });
  });

  it("cost nothing where the answer is worth less anyway", async () => {
    const id = await learner();
    const issued = await practise(id);
    await hint(id, issued.token, 1);
    expect(await submit(id, issued.token, wrong)).toMatchObject({ score: 0, hints: 1 });
  });

  it("count the highest one, however often and in which order they were opened", async () => {
    const id = await learner();
    const issued = await practise(id);
    for (const [rung, hints] of [[2, 2] as const, [1, 2] as const, [2, 2] as const]) {
      expect(await hint(id, issued.token, rung)).toMatchObject({ hints });
    }
    expect(await hintRows(id)).toMatchObject([{ rung: 2 }]);
  });

  it("count the larger of the server's record and what came with the answer", async () => {
    for (const [noted, told, hints] of [[1, 3, 3] as const, [2, 0, 2] as const, [2, undefined, 2] as const]) {
      const id = await learner();
      const issued = await practise(id);
      await hint(id, issued.token, noted);
      expect(await submit(id, issued.token, perfect(issued.seed, 1), freshKey(), told)).toMatchObject({ hints });
    }
  });

  it("are of the instance, through whatever link or tab it was opened, and of nobody else", async () => {
    const id = await learner();
    const issued = await practise(id);
    await hint(id, issued.token, 2);
    const again = await issueInstance(services, id, { kind: KIND, level: 1, seed: issued.seed }, Date.now());
    expect(await submit(id, again.token, perfect(issued.seed, 1))).toMatchObject({ score: 74, hints: 2 });
    const other = await learner();
    const theirs = await issueInstance(services, other, { kind: KIND, level: 1, seed: issued.seed }, Date.now());
    expect(await submit(other, theirs.token, perfect(issued.seed, 1))).toMatchObject({ score: 100, hints: 0 });
    await expect(hint(other, issued.token, 1)).rejects.toMatchObject({ code: "foreign-token" });
  });

  it("change nothing about what was submitted before, and count for what comes after", async () => {
    const id = await learner();
    const issued = await practise(id);
    const key = freshKey();
    const first = await submit(id, issued.token, wrong, key);
    await hint(id, issued.token, 3);
    expect(await submit(id, issued.token, wrong, key)).toEqual({ ...first, repeated: true });
    expect(await submit(id, issued.token, perfect(issued.seed, 1))).toMatchObject({ score: 49, hints: 3 });
  });

  it("are part of a request: the same key with more of them is another one", async () => {
    const id = await learner();
    const issued = await practise(id);
    const key = freshKey();
    await submit(id, issued.token, wrong, key, 1);
    expect(await submit(id, issued.token, wrong, key, 1)).toMatchObject({ repeated: true });
    await expect(submit(id, issued.token, wrong, key, 2)).rejects.toMatchObject({ code: "key-reused" });
  });

  it("give one step of graded work, which no page could work out, and only with its price", async () => {
    const id = await learner();
    const issued = await work(id);
    const { guess } = secretOf((await rowOf(id)).seed, 1);
    expect(await hint(id, issued.token, 2)).toEqual({ hints: 2, step: null });
    const step = `it begins with ${String(guess).slice(0, 3)}`;
    expect(await hint(id, issued.token, 3)).toEqual({ hints: 3, step: { ko: step, en: step } });
    expect(await submit(id, issued.token, { guess })).toMatchObject({ score: 49, stars: 0, xp: 0, credited: true });
  });

  it("that cannot be given cost nothing", async () => {
    const id = await learner();
    const issued = await work(id);
    breakSecret("solve");
    await expect(hint(id, issued.token, 3)).rejects.toMatchObject({ code: "broken-instance" });
    breakSecret(null);
    expect(await hintRows(id)).toEqual([]);
  });

  it("decide a review as the score that counts does: two of them make it an again", async () => {
    for (const [rung, correct] of [[1, true] as const, [2, false] as const]) {
      const id = await learner();
      const card = await open().client.card.create({ data: { userId: id, type: "SKILL", topic: TOPIC, item: KIND, due: new Date() } });
      const wish = { kind: KIND, cardId: card.id, graded: true } as const;
      const issued = await issueInstance(services, id, wish, Date.now());
      await hint(id, issued.token, rung);
      const { seed } = await rowOf(id);
      const attempt = await submit(id, issued.token, perfect(seed, issued.level));
      const rated = await gradeReview(services.catalog, id, freshKey(), { cardId: card.id, attemptId: attempt.id, rating: 3 }, Date.now());
      expect(rated).toMatchObject({ correct, rating: correct ? 3 : 1 });
    }
  });

  it("stay what they cost when everything is graded again", async () => {
    const id = await learner();
    const issued = await practise(id);
    await hint(id, issued.token, 2);
    const attempt = await submit(id, issued.token, perfect(issued.seed, 1));
    const again = () => regrade(open().client, services.grader, { kind: KIND, mode: "exact", apply: true });
    await again();
    const figures = () =>
      open().client.attempt.findUniqueOrThrow({ where: { id: attempt.id }, select: { score: true, stars: true, xp: true } });
    expect(await figures()).toEqual({ score: 74, stars: 1, xp: 7 });
    // As a mended fault would leave it.
    await open().client.attempt.update({ where: { id: attempt.id }, data: { score: 10, stars: 0 } });
    await again();
    expect(await figures()).toEqual({ score: 74, stars: 1, xp: 7 });
    expect(await xpOf(id)).toBe(7);
  });

  it("move with a guest into their account: the most that either had opened", async () => {
    const [guest, account] = [await learner(), (await signedIn(open(), { guest: false })).id];
    const issued = await practise(guest);
    const alone = await practise(guest);
    const same = await issueInstance(services, account, { kind: KIND, level: 1, seed: issued.seed }, Date.now());
    await hint(guest, issued.token, 3);
    await hint(guest, alone.token, 1);
    await hint(account, same.token, 2);
    await mergeGuest(guest, account, Date.now());
    expect((await hintRows(account)).map(({ rung }) => rung).sort()).toEqual([1, 3]);
    expect(await hintRows(guest)).toEqual([]);
    expect(await submit(account, same.token, perfect(issued.seed, 1))).toMatchObject({ hints: 3, score: 49 });
  });

  it("opened offline arrive late, when the token has ended, and count like the answer that comes with them", async () => {
    const id = await learner();
    const issued = await practise(id);
    const now = Date.now() + 25 * 3_600_000;
    expect(await takeHint(services, { userId: id, token: issued.token, rung: 1, now })).toMatchObject({ hints: 1 });
    const late = { userId: id, key: freshKey(), token: issued.token, answer: perfect(issued.seed, 1), now, answeredAt: Date.now() };
    expect(await submitAttempt(services, late)).toMatchObject({ score: 94, hints: 1 });
  });

  describe("and the solution", () => {
    it("cost no more than the solution alone", async () => {
      const id = await learner();
      const issued = await practise(id);
      await hint(id, issued.token, 1);
      await reveal(id, issued.token);
      expect(await submit(id, issued.token, perfect(issued.seed, 1))).toMatchObject({ score: 94, xp: 0, credited: false });
    });
  });

  it("and answers that race leave either the whole price or none", async () => {
    for (let i = 0; i < 20; i++) {
      const id = await learner();
      const issued = await practise(id);
      const [attempt] = await Promise.all([submit(id, issued.token, perfect(issued.seed, 1)), hint(id, issued.token, 2)]);
      expect([0, 2]).toContain(attempt.hints);
      expect(attempt.score).toBe(attempt.hints === 2 ? 74 : 100);
    }
  });
});
