/** What an attempt is worth: graded work, reveals, duplicates. */
import { afterAll, describe, expect, it } from "vitest";
import { forgetUnusedWork, issueInstance } from "@/lib/server/attempts/issue";
import { readAttempt } from "@/lib/server/attempts/read";
import { submitAttempt } from "@/lib/server/attempts/submit";
import { signInstance } from "@/lib/server/attempts/token";
import { mergeGuest } from "@/lib/server/auth";
import { progressOf } from "@/lib/server/learn/progress";
import { gradeReview } from "@/lib/server/review/grade";
import { freshKey, signedIn, workOf } from "./setup/client";
import { half, KIND, perfect, services, TOPIC, VERSION, wrong } from "./setup/content";
import { eachDatabase } from "./setup/database";
import { expectInvariants } from "./setup/invariants";
import { playerOn } from "./setup/player";
import { SECRET, SECRET_VERSION, secretOf } from "./setup/secret";

eachDatabase("integrity", (open) => {
  afterAll(() => expectInvariants(open()));

  const { learner, practise, work, submit, reveal, xpOf, attemptsOf, rowOf, claimsOf } = playerOn(open);
  const signed = (user: string, version: number, kind: string, seed = "abc") => {
    const iat = Math.floor(Date.now() / 1000);
    return signInstance({ kind, version, seed, level: 1, user, iat, exp: iat + 60 });
  };

  describe("of graded work", () => {
    it("travels as a view: neither seed nor truth leaves the server before it is answered", async () => {
      const id = await learner();
      const issued = await work(id);
      const row = await rowOf(id);
      const secret = String(secretOf(row.seed, 1).guess);
      expect(issued).toMatchObject({ kind: SECRET, version: SECRET_VERSION, level: 1, seed: null, view: { digits: 7 } });
      expect(row.instance).toContain(secret);
      for (const hidden of [secret, row.seed]) {
        expect(JSON.stringify(issued)).not.toContain(hidden);
        expect(JSON.stringify(claimsOf(issued.token))).not.toContain(hidden);
      }
      expect(Object.keys(claimsOf(issued.token) as object).sort()).toEqual(["exp", "iat", "work"]);
    });

    it("is graded by the stored instance, shows its truth then, and is rewarded once", async () => {
      const id = await learner();
      const issued = await work(id);
      const row = await rowOf(id);
      // Not what the seed would draw: only the stored instance knows this number.
      await open().client.issuedWork.update({ where: { id: row.id }, data: { instance: `{"view":{"digits":7},"truth":{"secret":42}}` } });
      const first = await submit(id, issued.token, { guess: 42 });
      expect(first).toMatchObject({ score: 100, xp: 15, seed: null, credited: true, reveal: { instance: { truth: { secret: 42 } } } });
      expect(await open().client.xpEntry.findMany({ where: { userId: id } })).toMatchObject([
        { reason: `work:${row.id}`, points: 15, attemptId: first.id },
      ]);
      expect(await submit(id, issued.token, { guess: 41 })).toMatchObject({ score: 0, xp: 0, credited: false });
      expect(await readAttempt({ id }, first.id)).toMatchObject({ seed: null, instance: { truth: { secret: 42 } } });
      expect(await xpOf(id)).toBe(15);
    });

    it("closes with its first answer: the truth shown then brings nothing to a second one", async () => {
      const id = await learner();
      const issued = await work(id);
      const missed = await submit(id, issued.token, { guess: 1 });
      expect(missed).toMatchObject({ score: 0, credited: true });
      const { guess } = secretOf((await rowOf(id)).seed, 1);
      expect(await submit(id, issued.token, { guess })).toMatchObject({ score: 100, xp: 0, credited: false });
      expect((await rowOf(id)).closedAt).not.toBeNull();
    });

    it("answers the same key with the same reply, truth and all", async () => {
      const id = await learner();
      const issued = await work(id);
      const key = freshKey();
      const first = await submit(id, issued.token, { guess: 1 }, key);
      expect(await submit(id, issued.token, { guess: 1 }, key)).toEqual({ ...first, repeated: true });
    });

    it("stays gradable when the version moves on, by that version's rules where they are kept and by today's where not", async () => {
      for (const version of [1, 0]) {
        const id = await learner();
        const issued = await work(id);
        await open().client.issuedWork.update({
          where: { id: (await rowOf(id)).id },
          data: { version, instance: `{"view":{"digits":7},"truth":{"secret":7}}` },
        });
        expect(await submit(id, issued.token, { guess: 7 })).toMatchObject({ score: 100, xp: 15 });
      }
    });

    it("is drawn by the server alone, for its owner alone", async () => {
      const [id, other] = [await learner(), await learner()];
      await expect(issueInstance(services, id, { kind: SECRET, level: 1, graded: true, seed: "known" }, Date.now())).rejects.toMatchObject({
        code: "bad-body",
        extra: { field: "seed" },
      });
      const issued = await work(id);
      await expect(submit(other, issued.token, { guess: 1 })).rejects.toMatchObject({ code: "foreign-token" });
      await expect(reveal(other, issued.token)).rejects.toMatchObject({ code: "foreign-token" });
      const late = Date.now() + 25 * 3_600_000;
      await expect(
        submitAttempt(services, { userId: id, key: freshKey(), token: issued.token, answer: { guess: 1 }, now: late }),
      ).rejects.toMatchObject({ code: "expired-token" });
    });

    it("is forgotten a month after it ended, unless it was answered", async () => {
      const id = await learner();
      const [answered, unanswered] = [await work(id), await work(id)];
      await submit(id, answered.token, { guess: 1 });
      await forgetUnusedWork(Date.now());
      expect(await open().client.issuedWork.count({ where: { userId: id } })).toBe(2);
      await forgetUnusedWork(Date.now() + 40 * 86_400_000);
      expect(await open().client.issuedWork.count({ where: { userId: id } })).toBe(1);
      await expect(submit(id, unanswered.token, { guess: 1 })).rejects.toMatchObject({ code: "not-found" });
    });

    it("moves with a guest into their account, closed or open", async () => {
      const [guest, account] = [await learner(), (await signedIn(open(), { guest: false })).id];
      const [openWork, closedWork] = [await work(guest), await work(guest)];
      await reveal(guest, closedWork.token);
      await mergeGuest(guest, account, Date.now());
      const rows = await open().client.issuedWork.findMany({ where: { userId: account } });
      const byToken = (token: string) => rows.find((row) => row.id === (claimsOf(token) as { work: string }).work);
      const answer = (token: string) => secretOf(byToken(token)?.seed ?? "", 1);
      expect(await submit(account, openWork.token, answer(openWork.token))).toMatchObject({ score: 100, xp: 15 });
      expect(await submit(account, closedWork.token, answer(closedWork.token))).toMatchObject({ score: 100, xp: 0, credited: false });
    });
  });

  describe("of practice under an earlier version", () => {
    it("is graded by that version where it is kept, and drawn anew where it is not", async () => {
      const id = await learner();
      expect(await submit(id, signed(id, 1, SECRET), secretOf("abc", 1, 1))).toMatchObject({ score: 100 });
      expect(await submit(id, signed(id, SECRET_VERSION, SECRET), secretOf("abc", 1, 1))).toMatchObject({ score: 0 });
      await expect(submit(id, signed(id, 0, SECRET), { guess: 1 })).rejects.toMatchObject({ code: "stale-version" });
    });
  });

  describe("after a reveal", () => {
    it("gives the solution and closes practice: what follows is feedback without credit", async () => {
      const id = await learner();
      const issued = await practise(id);
      expect(await reveal(id, issued.token)).toEqual({
        kind: KIND,
        version: VERSION,
        instance: { view: expect.anything() as unknown, truth: null },
        solution: perfect(issued.seed, 1),
        repeated: false,
      });
      expect(await submit(id, issued.token, perfect(issued.seed, 1))).toMatchObject({ score: 100, xp: 0, credited: false });
      // The same instance through a shared link is the same instance.
      const shared = await issueInstance(services, id, { kind: KIND, level: 1, seed: issued.seed }, Date.now());
      expect(await submit(id, shared.token, half(issued.seed, 1))).toMatchObject({ score: 50, xp: 0, credited: false });
      const [topic] = (await progressOf(services.catalog, id)).topics;
      expect(topic).toMatchObject({ mastery: 0, kinds: [{ bestScore: 0, bestLevel: 0, attempts: 2, nextLevel: 1 }] });
      // To somebody else the seed is one of their own choosing: no solution was shown to them, and yet there is no credit.
      const other = await learner();
      const theirs = await issueInstance(services, other, { kind: KIND, level: 1, seed: issued.seed }, Date.now());
      expect(await submit(other, theirs.token, perfect(issued.seed, 1))).toMatchObject({ xp: 0, credited: false, chosen: true });
    });

    it("keeps the credit of what came before", async () => {
      const id = await learner();
      const issued = await practise(id);
      await submit(id, issued.token, half(issued.seed, 1));
      await reveal(id, issued.token);
      expect(await submit(id, issued.token, perfect(issued.seed, 1))).toMatchObject({ xp: 0, credited: false });
      const [topic] = (await progressOf(services.catalog, id)).topics;
      expect(topic.kinds[0]).toMatchObject({ bestScore: 50, attempts: 2 });
      expect(await xpOf(id)).toBe(5);
    });

    it("does not move the offered level", async () => {
      const id = await learner();
      for (let i = 0; i < 2; i++) {
        const issued = await practise(id);
        await reveal(id, issued.token);
        await submit(id, issued.token, perfect(issued.seed, 1));
      }
      expect((await issueInstance(services, id, { kind: KIND }, Date.now())).level).toBe(1);
    });

    it("counts as again in the review of a skill, however good the attempt", async () => {
      const id = await learner();
      const card = await open().client.card.create({ data: { userId: id, type: "SKILL", topic: TOPIC, item: KIND, due: new Date() } });
      const issued = await workOf(open(), await issueInstance(services, id, { kind: KIND, cardId: card.id, graded: true }, Date.now()));
      await reveal(id, issued.token);
      const attempt = await submit(id, issued.token, perfect(issued.drawnFrom, issued.level));
      const graded = await gradeReview(services.catalog, id, freshKey(), { cardId: card.id, attemptId: attempt.id, rating: 4 }, Date.now());
      expect(graded).toMatchObject({ correct: false, rating: 1 });
    });

    it("says the same when asked again, under the same key and under another, and refuses a key used for another instance", async () => {
      const id = await learner();
      const [one, two] = [await practise(id), await work(id)];
      const key = freshKey();
      const first = await reveal(id, one.token, key);
      expect(await reveal(id, one.token, key)).toEqual({ ...first, repeated: true });
      expect(await reveal(id, one.token)).toEqual({ ...first, repeated: true });
      await expect(reveal(id, two.token, key)).rejects.toMatchObject({ code: "key-reused" });
      expect((await rowOf(id)).closedAt).toBeNull();
    });

    it("moves with a guest into their account, once", async () => {
      const [guest, account] = [await learner(), (await signedIn(open(), { guest: false })).id];
      const [both, mine] = [await practise(guest), await practise(guest)];
      const same = await issueInstance(services, account, { kind: KIND, level: 1, seed: both.seed }, Date.now());
      await reveal(guest, both.token);
      await reveal(account, same.token);
      await reveal(guest, mine.token);
      await mergeGuest(guest, account, Date.now());
      expect(await open().client.reveal.count({ where: { userId: account } })).toBe(2);
      expect(await submit(account, mine.token, perfect(mine.seed, 1))).toMatchObject({ xp: 0, credited: false });
    });
  });

  describe("of the same answer sent again", () => {
    it("costs nothing and says so: the attempt that it was, no row, no XP, no card made due twice", async () => {
      const id = await learner();
      const issued = await practise(id);
      const first = await submit(id, issued.token, wrong);
      expect(first.duplicate).toBe(false);
      const later = new Date(Date.now() + 86_400_000);
      await open().client.card.updateMany({ where: { userId: id }, data: { due: later } });
      // The same answer, whatever the order of its fields.
      const again = await submit(id, issued.token, { product: wrong.product, sum: wrong.sum });
      expect(again).toEqual({ ...first, duplicate: true });
      expect(await attemptsOf(id)).toBe(1);
      expect(await open().client.card.findMany({ where: { userId: id } })).toMatchObject([{ due: later }]);
      expect((await submit(id, issued.token, half(issued.seed, 1))).duplicate).toBe(false);
      expect(await attemptsOf(id)).toBe(2);
    });

    it("brings its XP once, and not again in the reply", async () => {
      const id = await learner();
      const issued = await work(id, KIND);
      const answer = perfect((await rowOf(id)).seed, 1);
      const first = await submit(id, issued.token, answer);
      expect(await submit(id, issued.token, answer)).toEqual({ ...first, xp: 0, duplicate: true });
      expect(first.xp).toBe(15);
    });

    it("is one attempt when it arrives 20 times at once under different keys", async () => {
      const id = await learner();
      const issued = await practise(id);
      const results = await Promise.all(Array.from({ length: 20 }, () => submit(id, issued.token, wrong)));
      expect(results.filter((r) => !r.duplicate)).toHaveLength(1);
      expect(new Set(results.map((r) => r.id)).size).toBe(1);
      expect(await attemptsOf(id)).toBe(1);
    });

    it("is another attempt on another instance, for another card and by another learner", async () => {
      const [id, other] = [await learner(), await learner()];
      const card = await open().client.card.create({ data: { userId: id, type: "SKILL", topic: TOPIC, item: KIND, due: new Date() } });
      const forCard = await workOf(open(), await issueInstance(services, id, { kind: KIND, cardId: card.id, graded: true }, Date.now()));
      const shared = await issueInstance(services, id, { kind: KIND, level: 1, seed: forCard.drawnFrom }, Date.now());
      const theirs = await issueInstance(services, other, { kind: KIND, level: 1, seed: forCard.drawnFrom }, Date.now());
      const next = await practise(id);
      const results = [
        await submit(id, forCard.token, wrong),
        await submit(id, shared.token, wrong),
        await submit(id, next.token, wrong),
        await submit(other, theirs.token, wrong),
      ];
      expect(results.map((r) => r.duplicate)).toEqual([false, false, false, false]);
    });
  });
});
