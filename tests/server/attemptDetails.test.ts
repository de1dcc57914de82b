/** What an attempt leaves behind and what it does not, down to single columns. */
import { afterAll, expect, it, vi } from "vitest";
import { GET as listRoute, POST as submitRoute } from "@/app/api/v1/attempts/route";
import { GET as readRoute } from "@/app/api/v1/attempts/[id]/route";
import { POST as instanceRoute } from "@/app/api/v1/instances/route";
import * as play from "@/lib/wire/play";
import { Prisma } from "@/lib/server/prisma/client";
import { freshKey, practiceOf, signedIn, type Visitor } from "./setup/client";
import { half, KIND, perfect, TOPIC, VERSION, wrong } from "./setup/content";
import { eachDatabase } from "./setup/database";
import { expectInvariants } from "./setup/invariants";

vi.mock("@/app/api/services", () => import("./setup/content"));

const DAY = 86_400_000;

eachDatabase("what an attempt leaves behind", (open) => {
  afterAll(() => expectInvariants(open()));

  const draw = async (visitor: Visitor, more: object = {}) =>
    practiceOf((await visitor.send(instanceRoute, { body: { kind: KIND, level: 1, ...more } })).json);
  const send = (visitor: Visitor, token: string, answer: unknown, key = freshKey()) =>
    visitor.send(submitRoute, { key, body: { token, answer } });
  const submit = async (visitor: Visitor, token: string, answer: unknown) =>
    play.submitAttempt.reply.parse((await send(visitor, token, answer)).json);
  const listed = async (visitor: Visitor, query = "") =>
    play.listAttempts.reply.parse((await visitor.get(listRoute, { path: `/api/v1/attempts${query}` })).json);

  it("has an instance that ends a day after it was drawn, to the second", async () => {
    const { visitor } = await signedIn(open());
    const before = Date.now();
    const ends = Date.parse((await draw(visitor)).expiresAt);
    expect(ends % 1000).toBe(0);
    expect(ends).toBeGreaterThanOrEqual(Math.floor(before / 1000) * 1000 + DAY);
    expect(ends).toBeLessThanOrEqual(Date.now() + DAY);
  });

  it("has an instance with the seed asked for, or with 16 letters that nobody guesses", async () => {
    const { visitor } = await signedIn(open());
    expect((await draw(visitor, { seed: "known" })).seed).toBe("known");
    const [one, other] = [await draw(visitor), await draw(visitor)];
    expect(one.seed).toMatch(/^[\w-]{16}$/);
    expect(other.seed).not.toBe(one.seed);
    expect(one).toMatchObject({ kind: KIND, version: VERSION, level: 1 });
    expect((await visitor.send(instanceRoute, { body: { kind: "gone" } })).code).toBe("unknown-kind");
  });

  it("belongs to the request's token as well as to its answer", async () => {
    const { visitor } = await signedIn(open());
    const key = freshKey();
    const [one, other] = [await draw(visitor), await draw(visitor)];
    expect((await send(visitor, one.token, wrong, key)).status).toBe(201);
    expect((await send(visitor, other.token, wrong, key)).code).toBe("key-reused");
  });

  it("brings XP at each level that the server drew", async () => {
    const { visitor } = await signedIn(open());
    const [easy, hard] = [await draw(visitor, { level: 1 }), await draw(visitor, { level: 2 })];
    expect((await submit(visitor, easy.token, perfect(easy.seed, 1))).xp).toBe(15);
    expect(await submit(visitor, hard.token, perfect(hard.seed, 2))).toMatchObject({ xp: 30, xpTotal: 45 });
  });

  it("counts for the account that a guest's work has moved into, and for no other", async () => {
    const [guest, account, stranger] = [await signedIn(open()), await signedIn(open(), { guest: false }), await signedIn(open())];
    const { token, seed } = await draw(guest.visitor, { level: 1 });
    expect((await send(account.visitor, token, wrong)).code).toBe("foreign-token");
    await open().client.user.update({ where: { id: guest.id }, data: { mergedIntoId: account.id } });
    expect((await send(stranger.visitor, token, wrong)).code).toBe("foreign-token");
    expect(await submit(account.visitor, token, perfect(seed, 1))).toMatchObject({ score: 100, xpTotal: 15 });
    const [attempt] = (await listed(account.visitor)).attempts;
    expect((await stranger.visitor.get(readRoute, { params: { id: attempt.id } })).status).toBe(404);
  });

  it("keeps of each part what counts, and no texts", async () => {
    const { visitor, id } = await signedIn(open());
    const instance = await draw(visitor, { seed: "parts" });
    const attempt = await submit(visitor, instance.token, half("parts", 1));
    const parts = [
      { id: "sum", correct: true, earned: 1, total: 1 },
      { id: "product", correct: false, earned: 0, total: 1 },
    ];
    expect(attempt).toMatchObject({ score: 50, stars: 1, earned: 1, total: 2, parts, misconceptions: [], seed: "parts" });
    const row = await open().client.attempt.findUniqueOrThrow({ where: { id: attempt.id } });
    expect(row).toMatchObject({ userId: id, topic: TOPIC, kind: KIND, version: VERSION, level: 1, parts, cardId: null });
    expect(row.createdAt.toISOString()).toBe(attempt.createdAt);
    const detail = play.readAttempt.reply.parse((await visitor.get(readRoute, { params: { id: attempt.id } })).json);
    expect(detail).toMatchObject({ answer: half("parts", 1), parts, version: VERSION });
  });

  it("is a skill card due at once when it was missed, and none when it was passed", async () => {
    const { visitor, id } = await signedIn(open());
    const passed = await draw(visitor, { seed: "good" });
    await submit(visitor, passed.token, perfect("good", 1));
    expect(await open().client.card.count({ where: { userId: id } })).toBe(0);
    const missed = await draw(visitor, { seed: "bad" });
    const attempt = await submit(visitor, missed.token, wrong);
    const [card, ...more] = await open().client.card.findMany({ where: { userId: id } });
    expect(more).toEqual([]);
    expect(card).toMatchObject({ type: "SKILL", topic: TOPIC, item: KIND, state: "NEW" });
    expect([card.due.toISOString(), card.createdAt.toISOString()]).toEqual([attempt.createdAt, attempt.createdAt]);
  });

  it("leaves a card that waits already where it is, and everybody else's too", async () => {
    const { visitor, id } = await signedIn(open());
    const other = await signedIn(open());
    for (const { visitor: each } of [other, { visitor }]) {
      const missed = await draw(each, { seed: "bad" });
      await submit(each, missed.token, wrong);
    }
    const [yesterday, later] = [new Date(Date.now() - DAY), new Date(Date.now() + 9 * DAY)];
    await open().client.card.updateMany({ where: { userId: id }, data: { due: yesterday } });
    await open().client.card.updateMany({ where: { userId: other.id }, data: { due: later } });
    const again = await draw(visitor, { seed: "worse" });
    await submit(visitor, again.token, wrong);
    const due = async (userId: string) => (await open().client.card.findMany({ where: { userId } })).map((card) => card.due);
    expect(await due(id)).toEqual([yesterday]);
    expect(await due(other.id)).toEqual([later]);
  });

  it("moves the level offered down after two that failed, and keeps a guest's at the first", async () => {
    const { visitor } = await signedIn(open());
    const offered = async () => play.issueInstance.reply.parse((await visitor.send(instanceRoute, { body: { kind: KIND } })).json).level;
    expect(await offered()).toBe(1);
    for (const before of [1, 3]) {
      expect(await offered()).toBe(before);
      await submit(visitor, (await draw(visitor, { level: 3 })).token, wrong);
    }
    expect(await offered()).toBe(2);
    const { token, seed } = await draw(visitor, { level: 5 });
    await submit(visitor, token, perfect(seed, 5));
    expect(await offered()).toBe(5);
  });

  it("stands in lists by time, whatever its id, a page of 50 and no more", async () => {
    const { visitor, id } = await signedIn(open());
    const first = await submit(visitor, (await draw(visitor, { seed: "one" })).token, wrong);
    const row = await open().client.attempt.findUniqueOrThrow({ where: { id: first.id } });
    const begin = row.createdAt.getTime();
    // Ids fall while time rises; the last two are of one instant. A day earlier, so that the one above is the newest.
    const copies = Array.from({ length: 51 }, (_, i) => ({
      ...row,
      id: `z${String(100 - i)}`,
      idempotencyKey: freshKey(),
      answerHash: null,
      answer: { ...wrong },
      parts: [],
      createdAt: new Date(begin - DAY + 1000 * Math.min(i, 49)),
    }));
    await open().client.attempt.createMany({ data: copies });
    // Written past the product, so that what the row keeps of them is to be counted.
    await open().client.user.update({ where: { id }, data: { tried: Prisma.DbNull } });
    const newestFirst = [first.id, "z51", "z50", ...Array.from({ length: 49 }, (_, i) => `z${52 + i}`)];
    const page = await listed(visitor);
    expect(page.attempts.map((one) => one.id)).toEqual(newestFirst.slice(0, 50));
    expect(page.nextCursor).toBe(newestFirst[49]);
    const rest = await listed(visitor, `?cursor=${page.nextCursor}`);
    expect(rest).toMatchObject({ nextCursor: null });
    expect(rest.attempts.map((one) => one.id)).toEqual(newestFirst.slice(50));
    // Between the two of one instant, the lower id follows.
    expect((await listed(visitor, "?cursor=z51")).attempts[0].id).toBe("z50");
    expect((await listed(visitor, `?kind=${KIND}&cursor=z52`)).attempts).toHaveLength(48);
    await open().client.attempt.deleteMany({ where: { userId: id, id: { in: ["z100", "z99"] } } });
    expect(await listed(visitor)).toMatchObject({ nextCursor: null, attempts: { length: 50 } });
    const stranger = await signedIn(open());
    expect((await listed(stranger.visitor)).attempts).toEqual([]);
    expect((await stranger.visitor.get(listRoute, { path: "/api/v1/attempts?cursor=z60" })).status).toBe(422);
  });
});
