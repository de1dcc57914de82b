import { afterAll, describe, expect, it, vi } from "vitest";
import { POST as submitRoute } from "@/app/api/v1/attempts/route";
import { POST as instanceRoute } from "@/app/api/v1/instances/route";
import { POST as lessonRoute } from "@/app/api/v1/lessons/done/route";
import { GET as queueRoute } from "@/app/api/v1/review/route";
import { POST as gradeRoute } from "@/app/api/v1/review/grade/route";
import { POST as undoRoute } from "@/app/api/v1/review/undo/route";
import { PASS_SCORE } from "@/lib/challenges/score";
import { gradeReview, undoReview } from "@/lib/server/review/grade";
import { reviewQueue } from "@/lib/server/review/queue";
import { finishLesson } from "@/lib/server/learn/lessons";
import * as learn from "@/lib/wire/learn";
import * as play from "@/lib/wire/play";
import * as review from "@/lib/wire/review";
import { freshKey, practiceOf, signedIn, type Visitor } from "./setup/client";
import { half, KIND, perfect, services, TOPIC, wrong } from "./setup/content";
import { eachDatabase } from "./setup/database";
import { expectInvariants } from "./setup/invariants";

vi.mock("@/app/api/services", () => import("./setup/content"));

const DAY = 86_400_000;

eachDatabase("reviews", (open) => {
  afterAll(() => expectInvariants(open()));

  const queueOf = async (visitor: Visitor) => review.readQueue.reply.parse((await visitor.get(queueRoute)).json);

  async function afterLesson() {
    const me = await signedIn(open());
    const done = learn.finishLesson.reply.parse((await me.visitor.send(lessonRoute, { body: { topic: TOPIC } })).json);
    return { ...me, done };
  }

  async function attemptFor(visitor: Visitor, cardId: string, answerOf: typeof perfect) {
    const instance = practiceOf((await visitor.send(instanceRoute, { body: { kind: KIND, cardId } })).json);
    const sent = await visitor.send(submitRoute, {
      key: freshKey(),
      body: { token: instance.token, answer: answerOf(instance.seed, instance.level) },
    });
    return { instance, attempt: play.submitAttempt.reply.parse(sent.json) };
  }

  async function withSkillCard() {
    const me = await signedIn(open());
    const instance = practiceOf((await me.visitor.send(instanceRoute, { body: { kind: KIND, level: 1 } })).json);
    await me.visitor.send(submitRoute, { key: freshKey(), body: { token: instance.token, answer: half(instance.seed, 1) } });
    const [card] = (await queueOf(me.visitor)).cards;
    return { ...me, card };
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

  it("schedule a right answer as its preview said and bring XP once a day", async () => {
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
    const early = review.grade.reply.parse(
      (
        await visitor.send(gradeRoute, {
          key: freshKey(),
          body: { cardId: card.id, answer: { option: "right" }, draw: 0, version: 1, rating: 3 },
        })
      ).json,
    );
    expect(early.xp).toBe(0);
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
    for (const card of (await reviewQueue(services.catalog, id, "Asia/Seoul", now)).cards) {
      await gradeReview(
        services.catalog,
        id,
        freshKey(),
        { cardId: card.id, answer: { option: "right" }, draw: 0, version: 1, rating: 4 },
        now,
      );
    }
    const tonight = await reviewQueue(services.catalog, id, "Asia/Seoul", now);
    expect(tonight).toMatchObject({ dueToday: 0, doneToday: 10 });
    expect(tonight.nextDue).not.toBeNull();
    expect((await reviewQueue(services.catalog, id, "Asia/Seoul", now + DAY)).cards.map((c) => c.item)).toEqual([
      "question-11",
      "question-12",
    ]);
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

  describe("of a skill", () => {
    it("draw a fresh instance each time and are rated by the attempt", async () => {
      const { visitor, card } = await withSkillCard();
      expect(card).toMatchObject({ type: "skill", item: KIND, topic: TOPIC, level: 1, state: "new" });
      const one = practiceOf((await visitor.send(instanceRoute, { body: { kind: KIND, cardId: card.id } })).json);
      const { instance, attempt } = await attemptFor(visitor, card.id, perfect);
      expect(instance.seed).not.toBe(one.seed);
      const graded = review.grade.reply.parse(
        (await visitor.send(gradeRoute, { key: freshKey(), body: { cardId: card.id, attemptId: attempt.id, rating: 3 } })).json,
      );
      expect(graded).toMatchObject({ correct: true, rating: 3, xp: 0 });
    });

    it("count as again when the challenge was missed", async () => {
      const { visitor, card } = await withSkillCard();
      const { attempt } = await attemptFor(visitor, card.id, half);
      const graded = review.grade.reply.parse(
        (await visitor.send(gradeRoute, { key: freshKey(), body: { cardId: card.id, attemptId: attempt.id, rating: 4 } })).json,
      );
      expect(graded).toMatchObject({ correct: false, rating: 1 });
    });

    it("take each attempt once, only for its own card, and give it back with undo", async () => {
      const { visitor, card } = await withSkillCard();
      const { attempt } = await attemptFor(visitor, card.id, perfect);
      const body = { cardId: card.id, attemptId: attempt.id, rating: 3 };
      expect((await visitor.send(gradeRoute, { key: freshKey(), body })).status).toBe(200);
      expect((await visitor.send(gradeRoute, { key: freshKey(), body })).code).toBe("card-mismatch");
      expect((await visitor.send(undoRoute, { key: freshKey() })).status).toBe(200);
      expect((await visitor.send(gradeRoute, { key: freshKey(), body: { ...body, rating: 2 } })).status).toBe(200);
    });

    it("take a new attempt at each review", async () => {
      const { visitor, card } = await withSkillCard();
      for (let reps = 1; reps <= 2; reps++) {
        const { attempt } = await attemptFor(visitor, card.id, perfect);
        const rated = await visitor.send(gradeRoute, { key: freshKey(), body: { cardId: card.id, attemptId: attempt.id, rating: 3 } });
        expect(rated.status).toBe(200);
        expect(await open().client.card.findUniqueOrThrow({ where: { id: card.id } })).toMatchObject({ reps });
      }
    });

    it("count as known from the pass mark on", async () => {
      const { visitor, card } = await withSkillCard();
      const ratedAt = async (score: number) => {
        const { attempt } = await attemptFor(visitor, card.id, perfect);
        await open().client.attempt.update({ where: { id: attempt.id }, data: { score } });
        const sent = await visitor.send(gradeRoute, { key: freshKey(), body: { cardId: card.id, attemptId: attempt.id, rating: 3 } });
        return review.grade.reply.parse(sent.json).correct;
      };
      expect(await ratedAt(PASS_SCORE)).toBe(true);
      expect(await ratedAt(PASS_SCORE - 1)).toBe(false);
    });

    it("refuse an attempt that was not drawn for the card, a stranger's, and a card of another type", async () => {
      const { visitor, card } = await withSkillCard();
      const plain = practiceOf((await visitor.send(instanceRoute, { body: { kind: KIND, level: 1 } })).json);
      const other = play.submitAttempt.reply.parse(
        (await visitor.send(submitRoute, { key: freshKey(), body: { token: plain.token, answer: wrong } })).json,
      );
      const rate = (body: object) => visitor.send(gradeRoute, { key: freshKey(), body: { rating: 3, ...body } });
      expect((await rate({ cardId: card.id, attemptId: other.id })).code).toBe("card-mismatch");
      const stranger = await withSkillCard();
      const { attempt } = await attemptFor(stranger.visitor, stranger.card.id, perfect);
      expect((await rate({ cardId: card.id, attemptId: attempt.id })).code).toBe("not-found");
      expect((await rate({ cardId: stranger.card.id, attemptId: attempt.id })).code).toBe("not-found");
      expect((await rate({ cardId: card.id, answer: { option: "right" }, draw: 0, version: 1 })).code).toBe("card-mismatch");
      expect((await visitor.send(instanceRoute, { body: { kind: KIND, cardId: stranger.card.id } })).code).toBe("not-found");
      expect((await visitor.send(instanceRoute, { body: { kind: KIND, cardId: card.id, seed: "known" } })).code).toBe("bad-body");
    });

    it("refuse an attempt from before the card's last review and take one of the same instant", async () => {
      const { visitor, card } = await withSkillCard();
      const { attempt } = await attemptFor(visitor, card.id, perfect);
      const reviewedAt = (at: number) => open().client.card.update({ where: { id: card.id }, data: { lastReview: new Date(at) } });
      const rate = () => visitor.send(gradeRoute, { key: freshKey(), body: { cardId: card.id, attemptId: attempt.id, rating: 3 } });
      await reviewedAt(Date.parse(attempt.createdAt) + 1);
      expect((await rate()).code).toBe("card-mismatch");
      await reviewedAt(Date.parse(attempt.createdAt));
      expect((await rate()).status).toBe(200);
    });

    it("leave the card's date to the rating when the attempt that was drawn for it is missed", async () => {
      const { visitor, id, card } = await withSkillCard();
      const later = new Date(Date.now() + 30 * DAY);
      await open().client.card.update({ where: { id: card.id }, data: { due: later } });
      await attemptFor(visitor, card.id, () => wrong);
      const after = await open().client.card.findMany({ where: { userId: id } });
      expect(after.map((row) => row.due)).toEqual([later]);
    });

    it("come forward when the skill is missed in play, its memory untouched", async () => {
      const { visitor, id, card } = await withSkillCard();
      const later = new Date(Date.now() + 30 * DAY);
      await open().client.card.update({
        where: { id: card.id },
        data: {
          state: "REVIEW",
          due: later,
          stability: 30,
          difficulty: 5,
          reps: 4,
          scheduledDays: 30,
          lastReview: new Date(Date.now() - DAY),
        },
      });
      const instance = practiceOf((await visitor.send(instanceRoute, { body: { kind: KIND, level: 1 } })).json);
      await visitor.send(submitRoute, { key: freshKey(), body: { token: instance.token, answer: wrong } });
      const [now] = await open().client.card.findMany({ where: { userId: id } });
      expect(now).toMatchObject({ state: "REVIEW", stability: 30, reps: 4 });
      expect(now.due.getTime()).toBeLessThan(later.getTime());
      expect((await queueOf(visitor)).cards).toHaveLength(1);
    });
  });
});
