/** Whose day it is: one calendar a learner, which changes at most once in 24 hours, whatever zones the browser names. */
import { afterAll, expect, it, vi } from "vitest";
import { issueInstance } from "@/lib/server/attempts/issue";
import { submitAttempt } from "@/lib/server/attempts/submit";
import { changeMe, meOf } from "@/lib/server/learn/me";
import { gradeReview } from "@/lib/server/review/grade";
import { finishLesson } from "@/lib/server/learn/lessons";
import { momentOf } from "@/lib/server/learn/record";
import { countQueue, loadQueue } from "@/lib/server/review/cards";
import { freshKey, signedIn } from "./setup/client";
import { KIND, perfect, services, TOPIC } from "./setup/content";
import { eachDatabase } from "./setup/database";
import { expectInvariants } from "./setup/invariants";

vi.mock("@/app/api/services", () => import("./setup/content"));

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Noon in Seoul. */
const NOON = Date.UTC(2026, 10, 23, 3);
const ZONES = ["Pacific/Kiritimati", "Pacific/Pago_Pago", "Asia/Seoul", "America/New_York"];

eachDatabase("days", (open) => {
  afterAll(() => expectInvariants(open()));

  async function play(userId: string, now: number): Promise<number> {
    const { token, seed, level } = await issueInstance(services, userId, { kind: KIND, level: 1 }, now);
    return (await submitAttempt(services, { userId, key: freshKey(), token, answer: perfect(seed, level), now })).streak;
  }

  it("are one for a minute in which every zone is named, and for every hour that a day may begin at", async () => {
    const { id } = await signedIn(open());
    for (const [i, timeZone] of ZONES.entries()) {
      await changeMe(id, { timeZone, dayStart: i }, NOON + i * 10_000);
      await play(id, NOON + i * 10_000 + 1);
    }
    expect((await meOf(id, NOON + MINUTE)).streak).toBe(1);
  });

  it("are not kept up by two minutes every 48 hours", async () => {
    const { id } = await signedIn(open());
    let longest = 0;
    for (let visit = 0; visit < 8; visit++)
      for (const [i, timeZone] of ZONES.entries()) {
        const now = NOON + visit * 2 * DAY + i * 30_000;
        await changeMe(id, { timeZone }, now);
        longest = Math.max(longest, await play(id, now + 1));
      }
    expect(longest).toBeLessThanOrEqual(3);
  });

  it("are counted in the former zone until 24 hours have passed since the last change, and say so", async () => {
    const { id } = await signedIn(open(), { dayStart: 0 });
    expect((await meOf(id, NOON)).counted).toBeNull();
    expect(await changeMe(id, { timeZone: "Europe/Paris" }, NOON)).toMatchObject({ timeZone: "Europe/Paris", counted: null });
    const asked = await changeMe(id, { timeZone: "Pacific/Kiritimati", dayStart: 4 }, NOON + HOUR);
    expect(asked).toMatchObject({
      timeZone: "Pacific/Kiritimati",
      dayStart: 4,
      counted: { timeZone: "Europe/Paris", dayStart: 0, until: new Date(NOON + DAY).toISOString() },
    });
    await play(id, NOON + DAY - 1);
    await play(id, NOON + DAY);
    const days = await open().client.activeDay.findMany({ where: { userId: id }, orderBy: { firstAt: "asc" } });
    expect(days).toMatchObject([
      // 03:59 in Paris; 17:00 on Kiritimati.
      { localDate: "2026-11-24", timeZone: "Europe/Paris", dayStart: 0 },
    ]);
    expect((await meOf(id, NOON + DAY)).counted).toBeNull();
    await play(id, NOON + DAY + 11 * HOUR);
    expect(
      await open().client.activeDay.findUniqueOrThrow({ where: { userId_localDate: { userId: id, localDate: "2026-11-25" } } }),
    ).toMatchObject({
      timeZone: "Pacific/Kiritimati",
      dayStart: 4,
    });
  });

  it("let an honest traveller keep the streak on a flight over the date line and back", async () => {
    const { id } = await signedIn(open());
    const [home, away] = ["Asia/Seoul", "Pacific/Honolulu"];
    const flights = [home, home, away, away, away, home, home];
    let before = 0;
    for (const [i, timeZone] of flights.entries()) {
      const now = NOON + i * 20 * HOUR;
      await changeMe(id, { timeZone }, now);
      const streak = await play(id, now + MINUTE);
      expect(streak, `flight ${i}`).toBeGreaterThanOrEqual(before);
      before = streak;
    }
    expect(before).toBeGreaterThanOrEqual(5);
  });

  it("bring their new cards once, whichever zone or hour makes another date of the same hours", async () => {
    const { id } = await signedIn(open());
    const names = Array.from({ length: 40 }, (_, i) => `new-${i}`);
    await open().client.card.createMany({
      data: names.map((item) => ({
        userId: id,
        type: "QUESTION" as const,
        topic: TOPIC,
        item,
        due: new Date(NOON),
        createdAt: new Date(NOON),
      })),
    });
    const at = async (now: number) => momentOf(await open().client.user.findUniqueOrThrow({ where: { id } }), now);
    /** Sees all the new cards that the queue offers, and says how many they were. */
    const seeNew = async (now: number): Promise<number> => {
      const moment = await at(now);
      const offered = (await loadQueue(open().client, id, moment)).cards.filter(({ state }) => state === "new");
      expect(await countQueue(open().client, id, moment)).toBe(offered.length);
      for (const card of offered) {
        await open().client.card.update({ where: { id: card.id }, data: { state: "REVIEW", due: new Date(now + 9 * DAY) } });
        const before = { state: "new" };
        const log = { userId: id, cardId: card.id, idempotencyKey: freshKey(), requestHash: "", rating: 3, correct: true, before, xp: 0 };
        const when = { localDate: moment.localDate, timeZone: moment.timeZone, answeredAt: new Date(now), createdAt: new Date(now) };
        await open().client.reviewLog.create({ data: { ...log, ...when, due: new Date(now + 9 * DAY) } });
      }
      return offered.length;
    };
    expect(await seeNew(NOON)).toBe(10);
    await changeMe(id, { timeZone: "Pacific/Kiritimati", dayStart: 0 }, NOON + 8 * HOUR);
    expect((await at(NOON + 8 * HOUR)).localDate).not.toBe((await at(NOON)).localDate);
    expect(await seeNew(NOON + 8 * HOUR)).toBe(0);
    // A day after those, the next ones come; and again when a day has passed without a change.
    expect(await seeNew(NOON + DAY + 1)).toBe(10);
    expect(await seeNew(NOON + 2 * DAY)).toBe(10);
    expect(await seeNew(NOON + 2 * DAY + HOUR)).toBe(0);
  });

  it("are the learner's for a card's memory too: 08:55 and 09:05 in Seoul are one day", async () => {
    const { id } = await signedIn(open());
    const early = Date.UTC(2026, 10, 23, 23, 55);
    await finishLesson(services.catalog, id, TOPIC, early);
    const [card] = await open().client.card.findMany({ where: { userId: id }, orderBy: { createdAt: "asc" } });
    for (const [draw, now] of [early, early + 10 * MINUTE].entries()) {
      const body = { cardId: card.id, answer: { option: "right" }, draw, version: 1, rating: 3 };
      await gradeReview(services.catalog, id, freshKey(), body, now);
    }
    const after = await open().client.card.findUniqueOrThrow({ where: { id: card.id } });
    expect(after).toMatchObject({ elapsedDays: 0, scheduledDays: 2, due: new Date(early + 10 * MINUTE + 2 * DAY) });
    expect(after.stability).toBeCloseTo(2.3065, 4);
  });
});
