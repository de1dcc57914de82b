/** What a learner can earn: by instances that the server drew, and through guests no more than by themselves. */
import { afterAll, expect, it, vi } from "vitest";
import { FIRST_ROUND } from "@/lib/challenges/firstRound";
import { mergeGuest } from "@/lib/server/auth/merge";
import { issueInstance } from "@/lib/server/attempts/issue";
import { drawSeed, isDrawn } from "@/lib/server/attempts/seed";
import { submitAttempt } from "@/lib/server/attempts/submit";
import { consume } from "@/lib/server/http/limits";
import { finishLesson } from "@/lib/server/learn/lessons";
import { changeMe } from "@/lib/server/learn/me";
import { progressOf } from "@/lib/server/learn/progress";
import { gradeReview } from "@/lib/server/review/grade";
import { freshKey, signedIn } from "./setup/client";
import { KIND, perfect, services, TOPIC } from "./setup/content";
import { eachDatabase } from "./setup/database";
import { expectInvariants } from "./setup/invariants";

vi.mock("@/app/api/services", () => import("./setup/content"));

/** The beginning of a minute. */
const NOW = Date.UTC(2026, 10, 23, 3);
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

eachDatabase("what is earned", (open) => {
  afterAll(() => expectInvariants(open()));

  async function answer(userId: string, now: number, wish: { readonly level?: 1 | 2 | 3 | 4 | 5; readonly seed?: string } = { level: 1 }) {
    const { token, seed, level } = await issueInstance(services, userId, { kind: KIND, ...wish }, now);
    return { seed, level, result: await submitAttempt(services, { userId, key: freshKey(), token, answer: perfect(seed, level), now }) };
  }
  const account = async () => signedIn(open(), { guest: false, email: `${freshKey()}@example.com` });
  const guest = async () => signedIn(open());
  const xpOf = async (id: string) => (await open().client.user.findUniqueOrThrow({ where: { id } })).xp;

  it("is a mark without XP, mastery or a level for a seed of one's own choosing", async () => {
    const { id } = await account();
    for (const level of [1, 2, 3, 4, 5] as const)
      expect((await answer(id, NOW, { seed: "a", level })).result).toMatchObject({
        score: 100,
        stars: 3,
        xp: 0,
        credited: false,
        chosen: true,
      });
    expect(await xpOf(id)).toBe(0);
    const progress = await progressOf(services.catalog, id);
    expect(progress.topics.map(({ mastery }) => mastery)).toEqual(progress.topics.map(() => 0));
    expect((await issueInstance(services, id, { kind: KIND }, NOW)).level).toBe(1);
  });

  it("is whole for a seed that the server drew for this learner, kind and level, whenever it is asked for again", async () => {
    const { id } = await account();
    const { seed } = await issueInstance(services, id, { kind: KIND, level: 3 }, NOW);
    expect((await answer(id, NOW + MINUTE, { seed, level: 3 })).result).toMatchObject({ credited: true, chosen: false, xp: 45 });
    const elsewhere = await issueInstance(services, id, { kind: KIND, level: 3 }, NOW);
    expect((await answer(id, NOW + MINUTE, { seed: elsewhere.seed, level: 4 })).result).toMatchObject({ xp: 0, chosen: true });
  });

  it("is nothing for an instance that was looked at under another name first", async () => {
    const [looking, playing] = [await guest(), await account()];
    const seen = await answer(looking.id, NOW, { level: 5 });
    expect((await answer(playing.id, NOW, { seed: seen.seed, level: 5 })).result).toMatchObject({ xp: 0, credited: false, chosen: true });
  });

  it("knows a drawn seed by learner, kind and level, and the landing page's by itself", () => {
    const drawn = { userId: "learner", kind: KIND, level: 2 } as const;
    const seed = drawSeed(drawn);
    expect(seed).toMatch(/^[A-Za-z0-9_-]{16}$/);
    expect(isDrawn(seed, drawn)).toBe(true);
    for (const other of [{ userId: "another" }, { kind: "other" }, { level: 3 as const }])
      expect(isDrawn(seed, { ...drawn, ...other })).toBe(false);
    for (const text of [seed.slice(0, 15), `${seed}a`, `A${seed.slice(1)}`.replace(seed, "x"), "", "a"])
      expect(isDrawn(text, drawn), text).toBe(false);
    const { seed: first, ...place } = FIRST_ROUND;
    expect(isDrawn(first, { userId: "anybody", ...place })).toBe(true);
    expect(isDrawn(first, { userId: "anybody", ...place, level: 2 })).toBe(false);
  });

  it("is, through six guests in one minute, what the account could have earned in it", async () => {
    const { id } = await account();
    await answer(id, NOW);
    const guests = await Promise.all(Array.from({ length: 6 }, guest));
    for (const one of guests) for (let i = 0; i < 12; i++) await answer(one.id, NOW + 1000 * i);
    for (const one of guests) expect(await mergeGuest(one.id, id, NOW + MINUTE)).toBe(true);
    // Thirty answers a minute, of 15 XP each.
    expect(await xpOf(id)).toBe(30 * 15);
    expect(await open().client.attempt.count({ where: { userId: id } })).toBe(73);
  });

  it("is no more through guests who say that they answered in other minutes than they did", async () => {
    const { id } = await account();
    const guests = await Promise.all(Array.from({ length: 3 }, guest));
    for (const [g, one] of guests.entries())
      for (let i = 0; i < 24; i++) {
        const drawn = await issueInstance(services, one.id, { kind: KIND, level: 1 }, NOW);
        // All of it arrives in one minute; by the browser's clock every answer has a minute of its own.
        const when = { now: NOW + 90 * MINUTE + i, answeredAt: NOW + (1 + g * 24 + i) * MINUTE };
        await submitAttempt(services, { userId: one.id, key: freshKey(), token: drawn.token, answer: perfect(drawn.seed, 1), ...when });
      }
    for (const one of guests) expect(await mergeGuest(one.id, id, NOW + 92 * MINUTE)).toBe(true);
    expect(await xpOf(id)).toBe(30 * 15);
  });

  it("is whole through a guest who played within what one learner may, before and after", async () => {
    const { id } = await account();
    const before = await guest();
    for (let i = 0; i < 29; i++) await answer(before.id, NOW + i);
    for (let i = 0; i < 30; i++) await answer(before.id, NOW + MINUTE + i);
    await answer(id, NOW);
    expect(await mergeGuest(before.id, id, NOW + 2 * MINUTE)).toBe(true);
    expect(await xpOf(id)).toBe(60 * 15);
  });

  it("is no more for answers of guests that arrive after the merge", async () => {
    const { id } = await account();
    for (let i = 0; i < 25; i++) await answer(id, NOW + i);
    const one = await guest();
    const drawn = await Promise.all(Array.from({ length: 10 }, () => issueInstance(services, one.id, { kind: KIND, level: 1 }, NOW)));
    expect(await mergeGuest(one.id, id, NOW + 100)).toBe(true);
    const sent = drawn.map(({ token, seed }) => ({ userId: one.id, key: freshKey(), token, answer: perfect(seed, 1), now: NOW + 200 }));
    for (const submission of sent) await submitAttempt(services, submission);
    expect(await xpOf(id)).toBe(30 * 15);
  });

  it("is once for a card within hours, whatever date another zone or a guest makes of them", async () => {
    const rate = async (userId: string, draw: number, now: number) => {
      const [{ id: cardId }] = await open().client.card.findMany({ where: { userId }, orderBy: { createdAt: "asc" }, take: 1 });
      const body = { cardId, answer: { option: "right" }, draw, version: 1, rating: 3 };
      return (await gradeReview(services.catalog, userId, freshKey(), body, now)).xp;
    };
    const { id } = await account();
    await finishLesson(services.catalog, id, TOPIC, NOW);
    expect(await rate(id, 0, NOW)).toBe(2);
    await changeMe(id, { timeZone: "Pacific/Pago_Pago" }, NOW + MINUTE);
    expect(await rate(id, 1, NOW + 11 * MINUTE)).toBe(0);
    const one = await signedIn(open(), { timeZone: "Pacific/Kiritimati", dayStart: 0 });
    await finishLesson(services.catalog, one.id, TOPIC, NOW);
    expect(await rate(one.id, 0, NOW + 12 * 60 * MINUTE - 1)).toBe(2);
    expect(await mergeGuest(one.id, id, NOW + DAY)).toBe(true);
    expect(await xpOf(id)).toBe(2);
    const late = await signedIn(open());
    await finishLesson(services.catalog, late.id, TOPIC, NOW);
    await rate(late.id, 0, NOW + 2 * DAY);
    expect(await mergeGuest(late.id, id, NOW + 3 * DAY)).toBe(true);
    expect(await xpOf(id)).toBe(4);
  });

  it("is limited by what the guest had used up, too", async () => {
    const [{ id }, one] = [await account(), await guest()];
    for (let i = 0; i < 20; i++) await consume("submit", one.id);
    for (let i = 0; i < 10; i++) await consume("submit", id);
    expect(await mergeGuest(one.id, id, Date.now())).toBe(true);
    await expect(consume("submit", id)).rejects.toMatchObject({ code: "rate-limited" });
  });
});
