/** What a review shows, writes and takes back, down to single columns and to the day it happened on. */
import { afterAll, expect, it } from "vitest";
import { finishLesson } from "@/lib/server/learn/lessons";
import { gradeReview, undoReview } from "@/lib/server/review/grade";
import { reviewQueue } from "@/lib/server/review/queue";
import { freshKey, inSeoul, signedIn } from "./setup/client";
import { KIND, services, TOPIC } from "./setup/content";
import { eachDatabase } from "./setup/database";
import { expectInvariants } from "./setup/invariants";

const DAY = 86_400_000;
const MINUTE = 60_000;
/** Noon in Seoul. */
const NOON = Date.UTC(2026, 10, 23, 3);

eachDatabase("what a review leaves behind", (open) => {
  afterAll(() => expectInvariants(open()));

  async function learner(now = NOON) {
    const me = await signedIn(open());
    await finishLesson(services.catalog, me.id, TOPIC, now);
    const cards = await open().client.card.findMany({ where: { userId: me.id }, orderBy: { item: "asc" } });
    const drawn = new Map<string, number>();
    const rate = async (card: string, rating: 1 | 2 | 3 | 4, at: number, option = "right", key = freshKey()) => {
      // A key that was used before goes with what it was used for.
      const { reps } = await open().client.card.findUniqueOrThrow({ where: { id: card } });
      const draw = drawn.get(key) ?? reps;
      drawn.set(key, draw);
      return gradeReview(services.catalog, me.id, key, { cardId: card, answer: { option }, draw, version: 1, rating }, at);
    };
    const queue = (at: number) => reviewQueue(services.catalog, inSeoul(me.id), at);
    return { ...me, cards, rate, queue };
  }

  it("is on a card that says all of itself, its options in another order at each review", async () => {
    const { cards, rate, queue } = await learner();
    const before = (await queue(NOON)).cards.find(({ id }) => id === cards[0].id);
    expect(before).toEqual({
      id: cards[0].id,
      type: "question",
      topic: TOPIC,
      item: "question-1",
      level: null,
      seed: `${cards[0].id}-0`,
      draw: 0,
      from: null,
      state: "new",
      previews: expect.arrayContaining([{ rating: 3, due: new Date(NOON + 10 * MINUTE).toISOString(), days: (10 * MINUTE) / DAY }]),
    });
    await rate(cards[0].id, 3, NOON);
    const after = (await queue(NOON + 10 * MINUTE)).cards.find(({ id }) => id === cards[0].id);
    expect(after).toMatchObject({ seed: `${cards[0].id}-1`, state: "learning" });
  });

  it("is written with the answer, the day and what the card was before", async () => {
    const { id, cards, rate } = await learner();
    const at = NOON + MINUTE;
    const graded = await rate(cards[0].id, 4, at);
    const [log] = await open().client.reviewLog.findMany({ where: { userId: id } });
    expect(log).toMatchObject({
      cardId: cards[0].id,
      rating: 4,
      correct: true,
      answer: { option: "right" },
      draw: 0,
      attemptId: null,
      xp: 2,
      localDate: "2026-11-23",
      timeZone: "Asia/Seoul",
      createdAt: new Date(at),
      undoneAt: null,
      undoKey: null,
      before: { state: "new", reps: 0, lapses: 0, due: NOON, lastReview: null },
    });
    expect(log.due.toISOString()).toBe(graded.due);
    const card = await open().client.card.findUniqueOrThrow({ where: { id: cards[0].id } });
    expect(card).toMatchObject({ state: "REVIEW", reps: 1, lastReview: new Date(at), due: log.due });
  });

  it("goes through every state of a card and back again", async () => {
    const { id, cards, rate, queue } = await learner();
    const card = cards[0].id;
    const stateAt = async (at: number) => (await queue(at)).cards.find((one) => one.id === card)?.state;
    const rows = () => open().client.card.findMany({ where: { userId: id }, orderBy: { item: "asc" } });
    await rate(card, 3, NOON);
    expect(await stateAt(NOON + 10 * MINUTE)).toBe("learning");
    await rate(card, 3, NOON + 10 * MINUTE);
    expect(await stateAt(NOON + 3 * DAY)).toBe("review");
    const known = await rows();
    await rate(card, 3, NOON + 3 * DAY, "wrong");
    expect(await stateAt(NOON + 3 * DAY + 10 * MINUTE)).toBe("relearning");
    expect((await rows())[0]).toMatchObject({ state: "RELEARNING", lapses: 1 });
    await undoReview(id, freshKey(), NOON + 3 * DAY + MINUTE);
    expect(await rows()).toEqual(known);
  });

  it("answers the same when it is sent again, whatever has happened since", async () => {
    const { id, cards, rate } = await learner();
    const key = freshKey();
    const first = await rate(cards[0].id, 2, NOON, "right", key);
    expect(first).toMatchObject({ correct: true, rating: 2, xp: 2, xpTotal: 2, streak: 1, repeated: false });
    await rate(cards[1].id, 3, NOON + MINUTE);
    expect(await rate(cards[0].id, 2, NOON + 2 * MINUTE, "right", key)).toEqual({ ...first, xpTotal: 4, repeated: true });
    await expect(rate(cards[0].id, 2, NOON + 2 * MINUTE, "wrong", key)).rejects.toMatchObject({ code: "key-reused" });
    expect(await open().client.reviewLog.count({ where: { userId: id } })).toBe(2);
  });

  it("counts new cards once a day, however often they come again, and gives them back when taken back", async () => {
    const { id, cards, rate, queue } = await learner();
    const fresh = async (at: number) => (await queue(at)).cards.filter(({ state }) => state === "new").length;
    expect(await fresh(NOON)).toBe(10);
    await rate(cards[0].id, 3, NOON, "wrong");
    await rate(cards[0].id, 3, NOON + 2 * MINUTE, "wrong");
    // Ten of them a day, one is seen: nine of the eleven left.
    expect(await fresh(NOON + 3 * MINUTE)).toBe(9);
    expect(await queue(NOON + 3 * MINUTE)).toMatchObject({ doneToday: 2, canUndo: true });
    await undoReview(id, freshKey(), NOON + 4 * MINUTE);
    expect(await queue(NOON + 4 * MINUTE)).toMatchObject({ doneToday: 1, canUndo: true });
    expect(await fresh(NOON + 4 * MINUTE)).toBe(9);
    await undoReview(id, freshKey(), NOON + 4 * MINUTE);
    expect(await queue(NOON + 4 * MINUTE)).toMatchObject({ doneToday: 0, canUndo: false });
    expect(await fresh(NOON + 4 * MINUTE)).toBe(10);
  });

  it("expects as many cards in the evening as in the morning: what comes again is no further card", async () => {
    const { id, cards, rate, queue } = await learner();
    const expected = async (at: number) => {
      const { seenToday, dueToday, againToday } = await queue(at);
      return { of: seenToday + dueToday - againToday, seenToday, againToday };
    };
    expect(await expected(NOON)).toEqual({ of: 10, seenToday: 0, againToday: 0 });
    await rate(cards[0].id, 3, NOON);
    await rate(cards[1].id, 3, NOON + MINUTE, "wrong");
    expect(await expected(NOON + MINUTE)).toEqual({ of: 10, seenToday: 2, againToday: 2 });
    await rate(cards[1].id, 3, NOON + 3 * MINUTE, "wrong");
    expect(await expected(NOON + 3 * MINUTE)).toEqual({ of: 10, seenToday: 2, againToday: 2 });
    await rate(cards[2].id, 4, NOON + 4 * MINUTE);
    expect(await expected(NOON + 4 * MINUTE)).toEqual({ of: 10, seenToday: 3, againToday: 2 });
    await undoReview(id, freshKey(), NOON + 5 * MINUTE);
    expect(await expected(NOON + 5 * MINUTE)).toEqual({ of: 10, seenToday: 2, againToday: 2 });
  });

  it("belongs to its own day: tomorrow nothing is done yet, and nothing can be taken back", async () => {
    const { id, cards, rate, queue } = await learner();
    for (const [i, card] of cards.slice(0, 3).entries()) await rate(card.id, 4, NOON + i * MINUTE);
    expect(await queue(NOON + 3 * MINUTE)).toMatchObject({ doneToday: 3, canUndo: true, dueToday: 7 });
    // Four in the morning in Seoul is at 19:00 UTC.
    const [last, next] = [Date.UTC(2026, 10, 23, 19) - 1, Date.UTC(2026, 10, 23, 19)];
    expect(await queue(last)).toMatchObject({ doneToday: 3, canUndo: true });
    expect(await queue(next)).toMatchObject({ doneToday: 0, canUndo: false, dueToday: 9 });
    await expect(undoReview(id, freshKey(), next)).rejects.toMatchObject({ code: "nothing-to-undo" });
    expect((await undoReview(id, freshKey(), last)).cardId).toBe(cards[2].id);
  });

  it("is taken back from the learner who made it, and from nobody else", async () => {
    const [one, other] = [await learner(), await learner()];
    await one.rate(one.cards[0].id, 3, NOON);
    await other.rate(other.cards[0].id, 3, NOON + MINUTE);
    const key = freshKey();
    const undone = await undoReview(one.id, key, NOON + 2 * MINUTE);
    expect(undone).toEqual({ cardId: one.cards[0].id, due: new Date(NOON).toISOString(), xpTotal: 2, streak: 1, repeated: false });
    expect(await undoReview(one.id, key, NOON + 3 * MINUTE)).toEqual({ ...undone, repeated: true });
    const [log] = await open().client.reviewLog.findMany({ where: { userId: one.id } });
    expect(log).toMatchObject({ undoneAt: new Date(NOON + 2 * MINUTE), undoKey: key, attemptId: null });
    expect(await open().client.reviewLog.count({ where: { userId: other.id, undoneAt: null } })).toBe(1);
    await expect(one.rate(other.cards[1].id, 3, NOON)).rejects.toMatchObject({ code: "not-found" });
  });

  it("refuses an option that the question lacks, and an attempt for a question", async () => {
    const { id, cards, rate } = await learner();
    await expect(rate(cards[0].id, 3, NOON, "neither")).rejects.toMatchObject({ code: "not-an-answer" });
    const byAttempt = gradeReview(services.catalog, id, freshKey(), { cardId: cards[0].id, attemptId: "none", rating: 3 }, NOON);
    await expect(byAttempt).rejects.toMatchObject({ code: "card-mismatch" });
    await open().client.card.update({ where: { id: cards[1].id }, data: { topic: "gone" } });
    await expect(rate(cards[1].id, 3, NOON)).rejects.toMatchObject({ code: "card-gone" });
    expect(await open().client.reviewLog.count({ where: { userId: id } })).toBe(0);
    expect(await open().client.card.findUniqueOrThrow({ where: { id: cards[0].id } })).toEqual(cards[0]);
  });

  it("brings XP for a card once a day, and again on another day", async () => {
    const { cards, rate } = await learner();
    expect((await rate(cards[0].id, 3, NOON)).xp).toBe(2);
    expect((await rate(cards[0].id, 3, NOON + 10 * MINUTE)).xp).toBe(0);
    expect(await rate(cards[0].id, 3, NOON + 3 * DAY)).toMatchObject({ xp: 2, xpTotal: 4 });
    expect((await rate(cards[1].id, 3, NOON + 3 * DAY)).xp).toBe(2);
  });

  it("shows skills of kinds that are there, at the level that fits, and says when the next card comes", async () => {
    const { id } = await signedIn(open());
    const skill = (item: string, due: number) => ({ userId: id, type: "SKILL" as const, topic: TOPIC, item, due: new Date(due) });
    const queue = () => reviewQueue(services.catalog, inSeoul(id), NOON);
    expect(await queue()).toEqual({
      cards: [],
      dueToday: 0,
      doneToday: 0,
      seenToday: 0,
      againToday: 0,
      nextDue: null,
      canUndo: false,
      lastReview: null,
      stamp: expect.any(String),
    });
    await open().client.card.createMany({ data: [skill(KIND, NOON - MINUTE), skill("gone", NOON - MINUTE)] });
    const shown = await queue();
    expect(shown).toMatchObject({ dueToday: 1, nextDue: null });
    expect(shown.cards).toMatchObject([{ type: "skill", item: KIND, topic: TOPIC, level: 1, state: "new" }]);
    await open().client.card.updateMany({
      where: { userId: id },
      data: { state: "REVIEW", due: new Date(NOON + 2 * DAY), scheduledDays: 2 },
    });
    expect(await queue()).toMatchObject({ cards: [], dueToday: 0, nextDue: new Date(NOON + 2 * DAY).toISOString() });
    // A stranger's queue is their own.
    const stranger = await signedIn(open());
    expect(await reviewQueue(services.catalog, inSeoul(stranger.id), NOON)).toMatchObject({ cards: [], nextDue: null });
  });
});
