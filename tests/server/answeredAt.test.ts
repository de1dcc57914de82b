/** Answers that arrive late: whose day they count for, and that no claim about it earns a day on which the learner was not here. */
import { afterAll, expect, it, vi } from "vitest";
import { POST as submitRoute } from "@/app/api/v1/attempts/route";
import { GET as queueRoute } from "@/app/api/v1/review/route";
import { POST as gradeRoute } from "@/app/api/v1/review/grade/route";
import { POST as undoRoute } from "@/app/api/v1/review/undo/route";
import { issueInstance } from "@/lib/server/attempts/issue";
import { submitAttempt } from "@/lib/server/attempts/submit";
import { finishLesson } from "@/lib/server/learn/lessons";
import { streakFor } from "@/lib/server/learn/record";
import { gradeReview, undoReview } from "@/lib/server/review/grade";
import { reviewQueue } from "@/lib/server/review/queue";
import { readQueue } from "@/lib/wire/review";
import { HEADERS } from "@/lib/wire/route";
import { freshKey, inSeoul, signedIn, workOf } from "./setup/client";
import { half, KIND, perfect, services, TOPIC } from "./setup/content";
import { eachDatabase } from "./setup/database";
import { expectInvariants } from "./setup/invariants";
import { SECRET } from "./setup/secret";

vi.mock("@/app/api/services", () => import("./setup/content"));

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Ten at night on 23 November in Seoul. */
const TEN = Date.UTC(2026, 10, 23, 13);

eachDatabase("answeredAt", (open) => {
  afterAll(() => expectInvariants(open()));

  const daysOf = async (userId: string) =>
    (await open().client.activeDay.findMany({ where: { userId }, orderBy: { localDate: "asc" } })).map((day) => day.localDate);

  /** Issued at `shown`, sent at `now` with the claim `answeredAt`. */
  async function attempt(userId: string, shown: number, now: number, answeredAt?: number) {
    const { token, seed } = await issueInstance(services, userId, { kind: KIND, level: 1 }, shown);
    const result = await submitAttempt(services, { userId, key: freshKey(), token, answer: perfect(seed, 1), now, answeredAt });
    return open().client.attempt.findUniqueOrThrow({ where: { id: result.id } });
  }

  it("counts for the day of the answer, and is ordered by its arrival", async () => {
    const { id } = await signedIn(open(), { dayStart: 0 });
    const row = await attempt(id, TEN, TEN + 5 * HOUR, TEN + HOUR);
    expect(row).toMatchObject({ localDate: "2026-11-23", answeredAt: new Date(TEN + HOUR), createdAt: new Date(TEN + 5 * HOUR) });
    expect(await daysOf(id)).toEqual(["2026-11-23"]);
    const [entry] = await open().client.xpEntry.findMany({ where: { userId: id } });
    expect(entry.localDate).toBe("2026-11-23");
  });

  it.each([
    ["before the instance was issued", TEN - 30 * DAY, "2026-11-23", TEN],
    ["a day before it was issued", TEN - DAY, "2026-11-23", TEN],
    ["after now", TEN + 90 * DAY, "2026-11-24", TEN + 3 * HOUR],
  ])("bounds an attempt that claims to be from %s", async (_when, claim, localDate, answeredAt) => {
    const { id } = await signedIn(open(), { dayStart: 0 });
    expect(await attempt(id, TEN, TEN + 3 * HOUR, claim)).toMatchObject({ localDate, answeredAt: new Date(answeredAt) });
    expect(await daysOf(id)).toEqual([localDate]);
  });

  it("earns no day for claims: fifty of them, and the days are those on which the learner was here", async () => {
    const { id } = await signedIn(open(), { dayStart: 0 });
    const visits = [TEN, TEN + 2 * DAY, TEN + 4 * DAY];
    for (const visit of visits)
      for (const days of [-30, -3, -1.5, -1, -0.5, 0, 0.5, 1, 3]) await attempt(id, visit - HOUR, visit, visit + days * DAY);
    expect(await daysOf(id)).toEqual(["2026-11-23", "2026-11-25", "2026-11-27"]);
    expect(await streakFor(open().client, { ...inSeoul(id, 0), run: null }, TEN + 4 * DAY)).toEqual({ length: 1, today: true });
  });

  it("lets practice arrive after its end where it was answered in time: for the day it arrives", async () => {
    const { id } = await signedIn(open(), { dayStart: 0 });
    const late = await attempt(id, TEN, TEN + 5 * DAY, TEN + HOUR);
    expect(late).toMatchObject({ localDate: "2026-11-28", answeredAt: new Date(TEN + 5 * DAY), xp: 15 });
    await expect(attempt(id, TEN, TEN + 5 * DAY)).rejects.toMatchObject({ code: "expired-token" });
    await expect(attempt(id, TEN, TEN + 5 * DAY, TEN + DAY)).rejects.toMatchObject({ code: "expired-token" });
    await expect(attempt(id, TEN, TEN + 8 * DAY, TEN + HOUR)).rejects.toMatchObject({ code: "expired-token" });
    expect((await attempt(id, TEN, TEN + 8 * DAY - 1, TEN + HOUR)).localDate).toBe("2026-12-01");
  });

  it("ends graded work when it ends, whatever is claimed", async () => {
    const { id } = await signedIn(open(), { dayStart: 0 });
    const { token } = await issueInstance(services, id, { kind: SECRET, level: 1, graded: true }, TEN);
    const sent = { userId: id, key: freshKey(), token, answer: {}, now: TEN + DAY, answeredAt: TEN + HOUR };
    await expect(submitAttempt(services, sent)).rejects.toMatchObject({ code: "expired-token" });
  });

  it("widens the day at both ends, in whatever order its answers arrive", async () => {
    const { id } = await signedIn(open(), { dayStart: 0 });
    await attempt(id, TEN, TEN + HOUR);
    await attempt(id, TEN, TEN + 3 * HOUR, TEN + 10 * MINUTE);
    await attempt(id, TEN, TEN + 3 * HOUR, TEN + 90 * MINUTE);
    const [day] = await open().client.activeDay.findMany({ where: { userId: id } });
    expect(day).toMatchObject({ xp: 45, firstAt: new Date(TEN + 10 * MINUTE), lastAt: new Date(TEN + 90 * MINUTE) });
  });

  async function reader(now = TEN) {
    const me = await signedIn(open(), { dayStart: 0 });
    await finishLesson(services.catalog, me.id, TOPIC, now);
    const queue = (at: number) => reviewQueue(services.catalog, inSeoul(me.id, 0), at);
    const rate = async (cardId: string, stamp: string | undefined, at: number, answeredAt?: number) => {
      const { reps: draw } = await open().client.card.findUniqueOrThrow({ where: { id: cardId } });
      const body = { cardId, answer: { option: "right" }, draw, version: 1, rating: 3, stamp };
      return gradeReview(services.catalog, me.id, freshKey(), body, at, answeredAt);
    };
    const logs = () => open().client.reviewLog.findMany({ where: { userId: me.id }, orderBy: { createdAt: "asc" } });
    return { ...me, queue, rate, logs };
  }

  it("schedules a card from the moment it was rated, where the queue's stamp vouches for it", async () => {
    const { id, queue, rate, logs } = await reader();
    const { cards, stamp } = await queue(TEN + HOUR);
    const sent = await rate(cards[0].id, stamp, TEN + 5 * HOUR, TEN + 90 * MINUTE);
    expect(sent.due).toBe(new Date(TEN + 100 * MINUTE).toISOString());
    expect(await logs()).toMatchObject([
      { localDate: "2026-11-23", answeredAt: new Date(TEN + 90 * MINUTE), createdAt: new Date(TEN + 5 * HOUR) },
    ]);
    await rate(cards[1].id, stamp, TEN + 5 * HOUR + 1, TEN);
    expect((await logs())[1]).toMatchObject({ localDate: "2026-11-23", answeredAt: new Date(TEN + HOUR) });
    expect(await daysOf(id)).toEqual(["2026-11-23"]);
  });

  it("takes a rating for the moment it arrives where nothing vouches for another", async () => {
    const { id, queue, rate, logs } = await reader(TEN - 3 * DAY);
    const stranger = await reader();
    const { cards, stamp } = await queue(TEN - 3 * DAY);
    const forged = `${Buffer.from(JSON.stringify({ user: id, shown: TEN - 2 * DAY })).toString("base64url")}.${stamp.split(".")[1]}`;
    const stamps = [undefined, stamp, forged, (await stranger.queue(TEN - HOUR)).stamp, "x".repeat(16)];
    for (const [i, one] of stamps.entries()) await rate(cards[i % cards.length].id, one, TEN + i, TEN - 20 * HOUR);
    expect((await logs()).map((log) => log.answeredAt)).toEqual(stamps.map((_, i) => new Date(TEN + i)));
    expect(await daysOf(id)).toEqual(["2026-11-20", "2026-11-23"]);
  });

  it("makes no old attempt fresh by rating a skill as if it had been earlier", async () => {
    const { id, queue } = await reader();
    const missed = await issueInstance(services, id, { kind: KIND, level: 1 }, TEN);
    await submitAttempt(services, { userId: id, key: freshKey(), token: missed.token, answer: half(missed.seed, 1), now: TEN });
    const { cards, stamp } = await queue(TEN);
    const cardId = cards.filter(({ type }) => type === "skill")[0].id;
    const answer = async (now: number, answerOf: typeof perfect) => {
      const { token, drawnFrom, level } = await workOf(
        open(),
        await issueInstance(services, id, { kind: KIND, cardId, graded: true }, TEN),
      );
      return (await submitAttempt(services, { userId: id, key: freshKey(), token, answer: answerOf(drawnFrom, level), now })).id;
    };
    const [first, second] = [await answer(TEN + MINUTE, perfect), await answer(TEN + 2 * MINUTE, half)];
    const by = (attemptId: string, shown: string, now: number, answeredAt: number) =>
      gradeReview(services.catalog, id, freshKey(), { cardId, attemptId, rating: 3, stamp: shown }, now, answeredAt);
    await by(first, stamp, TEN + HOUR, TEN + MINUTE);
    await expect(by(second, (await queue(TEN + HOUR + 1)).stamp, TEN + HOUR + 1, TEN + HOUR)).rejects.toMatchObject({
      code: "card-mismatch",
    });
  });

  it("takes back the review that it names and no other, also after midnight", async () => {
    const { id, queue, rate } = await reader();
    const { cards, stamp } = await queue(TEN);
    await rate(cards[0].id, stamp, TEN + MINUTE);
    const { lastReview } = await queue(TEN + 2 * MINUTE);
    await rate(cards[1].id, stamp, TEN + 3 * MINUTE);
    const review = lastReview ?? "";
    const midnight = TEN + 2 * HOUR + MINUTE;
    await expect(undoReview(id, freshKey(), midnight, { review })).rejects.toMatchObject({ code: "nothing-to-undo" });
    const key = freshKey();
    const request = { review, answeredAt: TEN + 2 * MINUTE };
    expect(await undoReview(id, key, midnight, request)).toMatchObject({ cardId: cards[0].id, repeated: false });
    expect(await undoReview(id, key, midnight, request)).toMatchObject({ cardId: cards[0].id, repeated: true });
    await expect(undoReview(id, freshKey(), midnight, request)).rejects.toMatchObject({ code: "nothing-to-undo" });
    const other = await signedIn(open(), { dayStart: 0 });
    const { lastReview: second } = await queue(midnight - HOUR);
    await expect(undoReview(other.id, freshKey(), TEN + 4 * MINUTE, { review: second ?? "" })).rejects.toMatchObject({
      code: "nothing-to-undo",
    });
  });

  it("does not take back a review whose card has been reviewed since", async () => {
    const { id, queue, rate } = await reader();
    const { cards, stamp } = await queue(TEN);
    await rate(cards[0].id, stamp, TEN + MINUTE);
    const review = (await queue(TEN + 2 * MINUTE)).lastReview ?? "";
    await rate(cards[0].id, (await queue(TEN + 19 * MINUTE)).stamp, TEN + 20 * MINUTE);
    await expect(undoReview(id, freshKey(), TEN + 21 * MINUTE, { review })).rejects.toMatchObject({ code: "nothing-to-undo" });
  });

  it("comes with every keyed write as a header, and is refused where it is no moment", async () => {
    const { visitor, id } = await signedIn(open(), { dayStart: 0 });
    const now = Date.now();
    const { token, seed } = await issueInstance(services, id, { kind: KIND, level: 1 }, now - HOUR);
    const body = { token, answer: perfect(seed, 1) };
    const claim = (answeredAt: string) => ({ key: freshKey(), headers: { [HEADERS.answeredAt]: answeredAt } });
    for (const nonsense of ["yesterday", "2026-11-23", "2026-13-01T00:00:00Z", "1e12"])
      for (const [handler, sent] of [
        [submitRoute, { body }],
        [gradeRoute, { body: { cardId: "none", answer: { option: "right" }, draw: 0, version: 1, rating: 3 } }],
        [undoRoute, {}],
      ] as const) {
        const refused = await visitor.send(handler, { ...sent, ...claim(nonsense) });
        expect([refused.status, refused.code], nonsense).toEqual([400, "bad-answered-at"]);
      }
    const half = new Date(now - HOUR / 2);
    expect((await visitor.send(submitRoute, { body, ...claim(half.toISOString()) })).status).toBe(201);
    expect(await open().client.attempt.findFirstOrThrow({ where: { userId: id } })).toMatchObject({ answeredAt: half });

    await finishLesson(services.catalog, id, TOPIC, now);
    const { cards, stamp } = readQueue.reply.parse((await visitor.get(queueRoute)).json);
    const rated = {
      body: { cardId: cards[0].id, answer: { option: "right" }, draw: 0, version: 1, rating: 3, stamp },
      ...claim(new Date(now + DAY).toISOString()),
    };
    expect((await visitor.send(gradeRoute, rated)).status).toBe(200);
    const { lastReview } = readQueue.reply.parse((await visitor.get(queueRoute)).json);
    const undone = await visitor.send(undoRoute, { path: `/api/v1/review/undo?review=${lastReview}`, ...claim(new Date().toISOString()) });
    expect(undone.json).toMatchObject({ cardId: cards[0].id });
  });
});
