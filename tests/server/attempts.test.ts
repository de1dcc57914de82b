import { afterAll, describe, expect, it, vi } from "vitest";
import { GET as listRoute, POST as submitRoute } from "@/app/api/v1/attempts/route";
import { GET as readRoute } from "@/app/api/v1/attempts/[id]/route";
import { POST as guestRoute } from "@/app/api/v1/guest/route";
import { POST as instanceRoute } from "@/app/api/v1/instances/route";
import { GET as meRoute } from "@/app/api/v1/me/route";
import { GET as progressRoute } from "@/app/api/v1/progress/route";
import { issueInstance } from "@/lib/server/attempts/issue";
import { submitAttempt } from "@/lib/server/attempts/submit";
import * as account from "@/lib/wire/account";
import * as learn from "@/lib/wire/learn";
import * as play from "@/lib/wire/play";
import { Prisma } from "@/lib/server/prisma/client";
import { freshKey, practiceOf, signedIn, Visitor } from "./setup/client";
import { half, KIND, perfect, services, wrong } from "./setup/content";
import { eachDatabase } from "./setup/database";
import { expectInvariants } from "./setup/invariants";

vi.mock("@/app/api/services", () => import("./setup/content"));

async function draw(visitor: Visitor, more: object = {}) {
  return practiceOf((await visitor.send(instanceRoute, { body: { kind: KIND, ...more } })).json);
}

eachDatabase("attempts", (open) => {
  afterAll(() => expectInvariants(open()));

  it("take a stranger from nothing to graded XP, a streak of one and progress", async () => {
    const visitor = new Visitor();
    expect((await visitor.send(guestRoute, { body: { timeZone: "Asia/Seoul", locale: "ko" } })).status).toBe(201);
    const instance = await draw(visitor, { level: 2 });
    const answer = await visitor.send(submitRoute, { key: freshKey(), body: { token: instance.token, answer: perfect(instance.seed, 2) } });
    expect(answer.status).toBe(201);
    expect(play.submitAttempt.reply.parse(answer.json)).toMatchObject({
      score: 100,
      stars: 3,
      xp: 30,
      xpTotal: 30,
      streak: 1,
      repeated: false,
      kind: KIND,
      level: 2,
    });
    expect(account.readMe.reply.parse((await visitor.get(meRoute)).json)).toMatchObject({
      xp: 30,
      xpToday: 30,
      streak: 1,
      streakToday: true,
      dueCards: 0,
      user: { guest: true, role: "student" },
    });
    const progress = learn.readProgress.reply.parse((await visitor.get(progressRoute)).json);
    expect(progress.last).toBe("numbers");
    expect(progress.topics[0]).toMatchObject({
      topic: "numbers",
      lessonDone: false,
      mastery: 0.2,
      kinds: [{ kind: KIND, bestScore: 100, bestStars: 3, bestLevel: 2, attempts: 1, nextLevel: 2 }],
    });
  });

  it("bring XP once for the same instance, and the first score decides", async () => {
    const { visitor } = await signedIn(open());
    const instance = await draw(visitor, { level: 1 });
    const first = await visitor.send(submitRoute, { key: freshKey(), body: { token: instance.token, answer: wrong } });
    expect(play.submitAttempt.reply.parse(first.json)).toMatchObject({ score: 0, xp: 0, misconceptions: ["slip"] });
    const again = await visitor.send(submitRoute, { key: freshKey(), body: { token: instance.token, answer: perfect(instance.seed, 1) } });
    expect(again.status).toBe(201);
    expect(play.submitAttempt.reply.parse(again.json)).toMatchObject({ score: 100, xp: 0, xpTotal: 0 });
    const shared = await draw(visitor, { level: 1, seed: instance.seed });
    const viaLink = await visitor.send(submitRoute, { key: freshKey(), body: { token: shared.token, answer: perfect(instance.seed, 1) } });
    expect(play.submitAttempt.reply.parse(viaLink.json).xp).toBe(0);
  });

  it("answer the stored attempt when a key comes twice, also after the token has expired", async () => {
    const { visitor, id } = await signedIn(open());
    const instance = await draw(visitor, { level: 1 });
    const key = freshKey();
    const body = { token: instance.token, answer: half(instance.seed, 1) };
    const first = play.submitAttempt.reply.parse((await visitor.send(submitRoute, { key, body })).json);
    const second = await visitor.send(submitRoute, { key, body });
    expect(second.status).toBe(200);
    expect(second.json).toEqual({ ...first, repeated: true });
    const late = await submitAttempt(services, { userId: id, key, ...body, now: Date.now() + 30 * 3_600_000 });
    expect(late).toMatchObject({ id: first.id, repeated: true });
    const other = await visitor.send(submitRoute, { key, body: { ...body, answer: wrong } });
    expect([other.status, other.code]).toEqual([409, "key-reused"]);
  });

  it("become one when the same key arrives 20 times at once", async () => {
    const { id } = await signedIn(open());
    const now = Date.now();
    const instance = await issueInstance(services, id, { kind: KIND, level: 3 }, now);
    const one = { userId: id, key: freshKey(), token: instance.token, answer: perfect(instance.seed, 3), now };
    const results = await Promise.all(Array.from({ length: 20 }, () => submitAttempt(services, one)));
    expect(new Set(results.map((r) => r.id)).size).toBe(1);
    expect(results.filter((r) => !r.repeated)).toHaveLength(1);
    expect(await open().client.attempt.count({ where: { userId: id } })).toBe(1);
    expect((await open().client.user.findUniqueOrThrow({ where: { id } })).xp).toBe(45);
  });

  it("bring XP once when the same instance arrives 20 times at once with different answers", async () => {
    const { id } = await signedIn(open());
    const now = Date.now();
    const { token, seed } = await issueInstance(services, id, { kind: KIND, level: 1 }, now);
    const results = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        submitAttempt(services, { userId: id, key: freshKey(), token, answer: { ...perfect(seed, 1), product: -1 - i }, now }),
      ),
    );
    expect(results.map((r) => r.score)).toEqual(Array.from({ length: 20 }, () => 50));
    expect(results.reduce((sum, r) => sum + r.xp, 0)).toBe(5);
    expect((await open().client.user.findUniqueOrThrow({ where: { id } })).xp).toBe(5);
  });

  it("store the day in the learner's own zone", async () => {
    const { id } = await signedIn(open(), { timeZone: "Pacific/Kiritimati", dayStart: 0 });
    const now = Date.UTC(2026, 5, 1, 10, 30);
    const instance = await issueInstance(services, id, { kind: KIND, level: 1 }, now);
    const { id: attemptId } = await submitAttempt(services, { userId: id, key: freshKey(), token: instance.token, answer: wrong, now });
    expect(await open().client.attempt.findUniqueOrThrow({ where: { id: attemptId } })).toMatchObject({
      localDate: "2026-06-02",
      timeZone: "Pacific/Kiritimati",
      createdAt: new Date(now),
    });
  });

  it("make a skill card when missed, and offer the next level after two good ones", async () => {
    const { visitor } = await signedIn(open());
    const missed = await draw(visitor, { level: 1 });
    await visitor.send(submitRoute, { key: freshKey(), body: { token: missed.token, answer: half(missed.seed, 1) } });
    expect(account.readMe.reply.parse((await visitor.get(meRoute)).json).dueCards).toBe(1);
    for (let i = 0; i < 2; i++) {
      const instance = await draw(visitor, { level: 1 });
      await visitor.send(submitRoute, { key: freshKey(), body: { token: instance.token, answer: perfect(instance.seed, 1) } });
    }
    expect((await draw(visitor)).level).toBe(2);
  });

  describe("in lists", () => {
    /** A learner with `count` attempts, all of one millisecond: pages must not lose or repeat rows of equal time. */
    async function withAttempts(count: number) {
      const me = await signedIn(open());
      const instance = await draw(me.visitor, { level: 1 });
      await me.visitor.send(submitRoute, { key: freshKey(), body: { token: instance.token, answer: wrong } });
      const { id, ...row } = await open().client.attempt.findFirstOrThrow({ where: { userId: me.id } });
      await open().client.attempt.createMany({
        data: Array.from({ length: count - 1 }, () => ({
          ...row,
          idempotencyKey: freshKey(),
          answerHash: null,
          answer: { ...wrong },
          parts: [],
        })),
      });
      // Written past the product, so that what the row keeps of them is to be counted.
      await open().client.user.update({ where: { id: me.id }, data: { tried: Prisma.DbNull } });
      return { ...me, newest: id };
    }

    it("come in pages that hold every attempt once", async () => {
      const me = await withAttempts(53);
      const first = play.listAttempts.reply.parse((await me.visitor.get(listRoute, { path: "/api/v1/attempts" })).json);
      expect(first.attempts).toHaveLength(50);
      const second = play.listAttempts.reply.parse(
        (await me.visitor.get(listRoute, { path: `/api/v1/attempts?cursor=${first.nextCursor}` })).json,
      );
      expect(second.nextCursor).toBeNull();
      expect(new Set([...first.attempts, ...second.attempts].map((a) => a.id)).size).toBe(53);
    });

    it("filter by kind and refuse a cursor that was never given out", async () => {
      const me = await withAttempts(1);
      expect(
        play.listAttempts.reply.parse((await me.visitor.get(listRoute, { path: "/api/v1/attempts?kind=other" })).json).attempts,
      ).toEqual([]);
      expect((await me.visitor.get(listRoute, { path: "/api/v1/attempts?cursor=nonsense" })).status).toBe(422);
      expect((await me.visitor.get(listRoute, { path: "/api/v1/attempts?kind=%00" })).status).toBe(422);
    });

    it("show one attempt with its answer", async () => {
      const me = await withAttempts(1);
      const [newest] = play.listAttempts.reply.parse((await me.visitor.get(listRoute)).json).attempts;
      expect(newest.id).toBe(me.newest);
      const detail = play.readAttempt.reply.parse((await me.visitor.get(readRoute, { params: { id: newest.id } })).json);
      expect(detail).toMatchObject({ id: newest.id, version: 3, answer: wrong });
    });
  });
});
