import { afterAll, expect, it, vi } from "vitest";
import { POST as lessonRoute } from "@/app/api/v1/lessons/done/route";
import { GET as queueRoute } from "@/app/api/v1/review/route";
import { POST as gradeRoute } from "@/app/api/v1/review/grade/route";
import { POST as undoRoute } from "@/app/api/v1/review/undo/route";
import { gradeReview, undoReview } from "@/lib/server/review/grade";
import { reviewQueue } from "@/lib/server/review/queue";
import { finishLesson } from "@/lib/server/learn/lessons";
import * as learn from "@/lib/wire/learn";
import * as review from "@/lib/wire/review";
import { freshKey, inSeoul, signedIn, type Visitor } from "./setup/client";
import { services, TOPIC } from "./setup/content";
import { eachDatabase } from "./setup/database";
import { expectInvariants } from "./setup/invariants";

vi.mock("@/app/api/services", () => import("./setup/content"));

const DAY = 86_400_000;

eachDatabase("reviews", (open) => {
  afterAll(() => expectInvariants(open()));

  const queueOf = async (visitor: Visitor) => review.readQueue.reply.parse((await visitor.get(queueRoute)).json);

  /** When the queue was shown, just now. */
  const stampOf = async (visitor: Visitor) => (await queueOf(visitor)).stamp;

  async function afterLesson() {
    const me = await signedIn(open());
    const done = learn.finishLesson.reply.parse((await me.visitor.send(lessonRoute, { body: { topic: TOPIC } })).json);
    return { ...me, done };
  }

  it("begin with the questions of a finished lesson, ten new ones a day, and finishing counts once", async () => {
    const { visitor, done } = await afterLesson();
    expect(done).toMatchObject({ xpTotal: 0, cards: 12, streak: 1, repeated: false });
    const queue = await queueOf(visitor);
    expect(queue.cards.map((c) => c.item)).toEqual(Array.from({ length: 10 }, (_, i) => `question-${i + 1}`));
    expect(queue).toMatchObject({ dueToday: 10, doneToday: 0, canUndo: false });
    expect(queue.cards[0].previews.map((p) => p.rating)).toEqual([1, 2, 3, 4]);
    const again = learn.finishLesson.reply.parse((await visitor.send(lessonRoute, { body: { topic: TOPIC } })).json);
    expect(again).toMatchObject({ xpTotal: 0, cards: 0, repeated: true });
    expect((await visitor.send(lessonRoute, { body: { topic: "unknown" } })).code).toBe("unknown-topic");
  });

  it("finish a lesson once when it is sent ten times at once", async () => {
    const { id } = await signedIn(open());
    const now = Date.now();
    const results = await Promise.all(Array.from({ length: 10 }, () => finishLesson(services.catalog, id, TOPIC, now)));
    expect(results.filter((r) => !r.repeated)).toHaveLength(1);
    expect(await open().client.lessonDone.count({ where: { userId: id } })).toBe(1);
    expect((await open().client.user.findUniqueOrThrow({ where: { id } })).xp).toBe(0);
  });

  it("schedule a right answer as its preview said and bring XP, once while the card is due", async () => {
    const { visitor } = await afterLesson();
    const [card] = (await queueOf(visitor)).cards;
    const graded = review.grade.reply.parse(
      (
        await visitor.send(gradeRoute, {
          key: freshKey(),
          body: { cardId: card.id, answer: { option: "right" }, draw: 0, version: 1, rating: 4 },
        })
      ).json,
    );
    expect(graded).toMatchObject({ cardId: card.id, correct: true, rating: 4, xp: 2, xpTotal: 2, repeated: false });
    const preview = card.previews.find((p) => p.rating === 4);
    expect(Math.abs(Date.parse(graded.due) - Date.parse(preview?.due ?? ""))).toBeLessThan(60_000);
    const after = await queueOf(visitor);
    expect(after.cards.map((c) => c.id)).not.toContain(card.id);
    expect(after).toMatchObject({ dueToday: 9, doneToday: 1, canUndo: true });
    const body = { cardId: card.id, answer: { option: "right" }, draw: 1, version: 1, rating: 3 };
    expect((await visitor.send(gradeRoute, { key: freshKey(), body })).code).toBe("card-not-due");
  });

  it("count a wrong answer as again, whatever it felt like", async () => {
    const { visitor } = await afterLesson();
    const [card] = (await queueOf(visitor)).cards;
    const graded = review.grade.reply.parse(
      (
        await visitor.send(gradeRoute, {
          key: freshKey(),
          body: { cardId: card.id, answer: { option: "wrong" }, draw: 0, version: 1, rating: 4 },
        })
      ).json,
    );
    expect(graded).toMatchObject({ correct: false, rating: 1, xp: 0, xpTotal: 0 });
    expect((await queueOf(visitor)).cards.find((c) => c.id === card.id)?.state).toBe("learning");
  });

  it("happen once when the same key arrives ten times at once", async () => {
    const { visitor, id } = await afterLesson();
    const [card] = (await queueOf(visitor)).cards;
    const key = freshKey();
    const now = Date.now();
    const body = { cardId: card.id, answer: { option: "right" }, draw: 0, version: 1, rating: 3 };
    const results = await Promise.all(Array.from({ length: 10 }, () => gradeReview(services.catalog, id, key, body, now)));
    expect(results.filter((r) => !r.repeated)).toHaveLength(1);
    expect(new Set(results.map((r) => r.due)).size).toBe(1);
    expect(await open().client.reviewLog.count({ where: { userId: id } })).toBe(1);
    expect((await open().client.card.findUniqueOrThrow({ where: { id: card.id } })).reps).toBe(1);
    await expect(gradeReview(services.catalog, id, key, { ...body, rating: 4 }, now)).rejects.toMatchObject({ code: "key-reused" });
  });

  it("move a card once when ten ratings of it arrive at once, with the queue's stamp or without", async () => {
    for (const stamped of [true, false]) {
      const { visitor, id } = await afterLesson();
      const { cards, stamp } = await queueOf(visitor);
      const body = { cardId: cards[0].id, answer: { option: "right" }, draw: 0, version: 1, rating: 4, ...(stamped ? { stamp } : {}) };
      const sent = await Promise.all(Array.from({ length: 10 }, () => visitor.send(gradeRoute, { key: freshKey(), body })));
      expect(sent.filter(({ status }) => status === 200)).toHaveLength(1);
      expect(sent.filter(({ code }) => code === (stamped ? "card-moved" : "card-not-due"))).toHaveLength(9);
      expect((await open().client.card.findUniqueOrThrow({ where: { id: cards[0].id } })).reps).toBe(1);
      expect(await open().client.reviewLog.count({ where: { userId: id } })).toBe(1);
    }
  });

  it("are of cards that are due: not one that waits for tomorrow, nor an eleventh new one", async () => {
    const { visitor, id } = await afterLesson();
    const all = await open().client.card.findMany({ where: { userId: id }, orderBy: { createdAt: "asc" } });
    const rate = async (card: string) => {
      const { reps: draw } = await open().client.card.findUniqueOrThrow({ where: { id: card } });
      const body = { cardId: card, answer: { option: "right" }, draw, version: 1, rating: 4, stamp: await stampOf(visitor) };
      return visitor.send(gradeRoute, { key: freshKey(), body });
    };
    for (const { id: card } of all.slice(0, 10)) expect((await rate(card)).status).toBe(200);
    expect((await rate(all[10].id)).code).toBe("card-not-due");
    expect((await rate(all[0].id)).code).toBe("card-not-due");
    await open().client.card.update({ where: { id: all[0].id }, data: { due: new Date() } });
    expect((await rate(all[0].id)).status).toBe(200);
  });

  it("can be taken back, leaving the card exactly as it was, one after the other", async () => {
    const { visitor, id } = await afterLesson();
    const cards = (await queueOf(visitor)).cards.slice(0, 2);
    const before = await open().client.card.findMany({ where: { userId: id }, orderBy: { item: "asc" } });
    const now = Date.now();
    await gradeReview(
      services.catalog,
      id,
      freshKey(),
      { cardId: cards[0].id, answer: { option: "right" }, draw: 0, version: 1, rating: 3 },
      now,
    );
    const middle = await open().client.card.findMany({ where: { userId: id }, orderBy: { item: "asc" } });
    await gradeReview(
      services.catalog,
      id,
      freshKey(),
      { cardId: cards[1].id, answer: { option: "wrong" }, draw: 0, version: 1, rating: 1 },
      now + 1,
    );
    const key = freshKey();
    const undone = review.undo.reply.parse((await visitor.send(undoRoute, { key })).json);
    expect(undone).toMatchObject({ cardId: cards[1].id, repeated: false });
    expect(await open().client.card.findMany({ where: { userId: id }, orderBy: { item: "asc" } })).toEqual(middle);
    expect(review.undo.reply.parse((await visitor.send(undoRoute, { key })).json), "the same key takes back nothing more").toMatchObject({
      cardId: cards[1].id,
      repeated: true,
    });
    expect(review.undo.reply.parse((await visitor.send(undoRoute, { key: freshKey() })).json).cardId).toBe(cards[0].id);
    expect(await open().client.card.findMany({ where: { userId: id }, orderBy: { item: "asc" } })).toEqual(before);
    expect((await visitor.send(undoRoute, { key: freshKey() })).code).toBe("nothing-to-undo");
    expect(await queueOf(visitor)).toMatchObject({ dueToday: 10, doneToday: 0, canUndo: false });
  });

  it("bring nothing for taking back a wrong answer and choosing the right one", async () => {
    const { visitor, id } = await afterLesson();
    const [card] = (await queueOf(visitor)).cards;
    const now = Date.now();
    await gradeReview(
      services.catalog,
      id,
      freshKey(),
      { cardId: card.id, answer: { option: "wrong" }, draw: 0, version: 1, rating: 1 },
      now,
    );
    await undoReview(id, freshKey(), now);
    expect(
      await gradeReview(
        services.catalog,
        id,
        freshKey(),
        { cardId: card.id, answer: { option: "right" }, draw: 0, version: 1, rating: 3 },
        now,
      ),
    ).toMatchObject({
      correct: true,
      xp: 0,
      xpTotal: 0,
    });
  });

  it("return another day when the day's new cards are done", async () => {
    const { id } = await afterLesson();
    const now = Date.now();
    for (const card of (await reviewQueue(services.catalog, inSeoul(id), now)).cards) {
      const body = { cardId: card.id, answer: { option: "right" }, draw: 0, version: 1, rating: 4 };
      await gradeReview(services.catalog, id, freshKey(), body, now);
    }
    const tonight = await reviewQueue(services.catalog, inSeoul(id), now);
    expect(tonight).toMatchObject({ dueToday: 0, doneToday: 10 });
    expect(tonight.nextDue).not.toBeNull();
    expect((await reviewQueue(services.catalog, inSeoul(id), now + DAY)).cards.map((c) => c.item)).toEqual(["question-11", "question-12"]);
  });

  it("leave out cards whose question is gone", async () => {
    const { visitor, id } = await afterLesson();
    const [card] = (await queueOf(visitor)).cards;
    await open().client.card.update({ where: { id: card.id }, data: { item: "removed" } });
    expect((await queueOf(visitor)).cards.map((c) => c.item)).not.toContain("removed");
    expect(
      (
        await visitor.send(gradeRoute, {
          key: freshKey(),
          body: { cardId: card.id, answer: { option: "right" }, draw: 0, version: 1, rating: 3 },
        })
      ).code,
    ).toBe("card-gone");
    expect(await open().client.reviewLog.count({ where: { userId: id } })).toBe(0);
  });
});
