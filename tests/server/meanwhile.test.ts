/** What happens to a learner's record while their answer is being graded: it comes first, and the answer is written to what it left. */
import { afterAll, expect, it } from "vitest";
import { eraseAccount } from "@/lib/server/account/erase";
import { issueInstance } from "@/lib/server/attempts/issue";
import { submitAttempt } from "@/lib/server/attempts/submit";
import { mergeGuest } from "@/lib/server/auth/merge";
import { changeMe } from "@/lib/server/learn/me";
import { regrade } from "@/lib/server/regrade/run";
import { freshKey, practiceOf, signedIn } from "./setup/client";
import { KIND, perfect, services } from "./setup/content";
import { eachDatabase } from "./setup/database";
import { expectInvariants } from "./setup/invariants";
import { playerOn } from "./setup/player";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

eachDatabase("while an answer is graded", (open) => {
  afterAll(() => expectInvariants(open()));
  const { learner, practise, submit, reveal, hint, xpOf, attemptsOf } = playerOn(open);

  /** Answers perfectly; `meanwhile` is over before the answer is graded. */
  async function answering(userId: string, meanwhile: (token: string) => Promise<unknown>, now = Date.now()) {
    const { token, seed } = practiceOf(await issueInstance(services, userId, { kind: KIND, level: 1 }, now));
    const judge: typeof services.grader.judge = async (task) => {
      await meanwhile(token);
      return services.grader.judge(task);
    };
    const slow = { ...services, grader: { ...services.grader, judge } };
    return submitAttempt(slow, { userId, key: freshKey(), token, answer: perfect(seed, 1), now });
  }
  const answer = async (userId: string, now = Date.now()) => answering(userId, async () => undefined, now);

  it("the solution is shown: no credit", async () => {
    const id = await learner();
    expect(await answering(id, (token) => reveal(id, token))).toMatchObject({ score: 100, xp: 0, credited: false });
    expect(await xpOf(id)).toBe(0);
  });

  it("a hint is opened: it counts", async () => {
    const id = await learner();
    expect(await answering(id, (token) => hint(id, token, 2))).toMatchObject({ hints: 2, stars: 1 });
  });

  it("the same request comes again: one of them is written, both are answered with it", async () => {
    const id = await learner();
    const { token, seed } = practiceOf(await practise(id));
    const key = freshKey();
    const again = () => submit(id, token, perfect(seed, 1), key);
    let first: Awaited<ReturnType<typeof again>> | undefined;
    const judge: typeof services.grader.judge = async (task) => {
      first ??= await again();
      return services.grader.judge(task);
    };
    const grader = { ...services.grader, judge };
    const second = await submitAttempt({ ...services, grader }, { userId: id, key, token, answer: perfect(seed, 1), now: Date.now() });
    expect(second).toMatchObject({ id: first?.id, repeated: true, xp: 15 });
    expect(await attemptsOf(id)).toBe(1);
  });

  it("another answer is written: both add up, on one day", async () => {
    const id = await learner();
    const result = await answering(id, () => answer(id));
    expect(result).toMatchObject({ xp: 15, xpTotal: 30, streak: 1 });
    expect(await xpOf(id)).toBe(30);
  });

  it("a guest moves into an account: the answer belongs to that", async () => {
    const [guest, account] = [await learner(), (await signedIn(open(), { guest: false, email: `${freshKey()}@example.com` })).id];
    await answer(account);
    const result = await answering(guest, () => mergeGuest(guest, account, Date.now()));
    expect(result).toMatchObject({ xp: 15, xpTotal: 30 });
    expect([await attemptsOf(guest), await attemptsOf(account)]).toEqual([0, 2]);
  });

  it("a guest moves into this account: their days and points are not written over", async () => {
    const account = (await signedIn(open(), { guest: false, email: `${freshKey()}@example.com` })).id;
    const guest = await learner();
    const now = Date.now();
    await answer(account, now - 2 * DAY);
    await answer(guest, now - DAY);
    const result = await answering(account, () => mergeGuest(guest, account, now), now);
    expect(result).toMatchObject({ xpTotal: 45, streak: 3 });
  });

  it("another calendar is asked for: the day is read in the one that counts", async () => {
    const id = await learner();
    const noon = Date.UTC(2026, 10, 23, 3);
    await answer(id, noon);
    await answering(id, () => changeMe(id, { timeZone: "Pacific/Kiritimati" }, noon + 1000), noon + 2000);
    const last = await open().client.attempt.findFirstOrThrow({ where: { userId: id }, orderBy: { createdAt: "desc" } });
    expect(last).toMatchObject({ localDate: "2026-11-23", timeZone: "Pacific/Kiritimati" });
  });

  it("the account is erased: nobody", async () => {
    const id = await learner();
    const erase = () => eraseAccount(id, { id, word: "delete" }, { address: "203.0.113.7", now: Date.now() });
    await expect(answering(id, erase)).rejects.toMatchObject({ status: 401 });
    expect(await attemptsOf(id)).toBe(0);
  });

  it("old answers are graded again: the sums hold", async () => {
    const id = await learner();
    await answer(id);
    await open().client.attempt.updateMany({ where: { userId: id }, data: { score: 0, stars: 0, earned: 0 } });
    await answering(id, () => regrade(open().client, services.grader, { kind: KIND, mode: "exact", apply: true }));
    expect(await attemptsOf(id)).toBe(2);
  });

  it("an answer from a day between arrives late: all days are counted, and it joins them", async () => {
    const id = await learner();
    const noon = Date.UTC(2026, 10, 23, 3);
    await answer(id, noon);
    const { token, seed } = practiceOf(await issueInstance(services, id, { kind: KIND, level: 1 }, noon + DAY));
    expect(await answer(id, noon + DAY + 22 * HOUR)).toMatchObject({ xpTotal: 30, streak: 1 });
    const late = { userId: id, key: freshKey(), token, answer: perfect(seed, 1), answeredAt: noon + DAY + HOUR };
    expect(await submitAttempt(services, { ...late, now: noon + DAY + 23 * HOUR })).toMatchObject({ xpTotal: 45, streak: 3 });
  });
});
