import { afterAll, expect, it, vi } from "vitest";
import { POST as submitRoute } from "@/app/api/v1/attempts/route";
import { POST as instanceRoute } from "@/app/api/v1/instances/route";
import { GET as queueRoute } from "@/app/api/v1/review/route";
import { POST as gradeRoute } from "@/app/api/v1/review/grade/route";
import { POST as undoRoute } from "@/app/api/v1/review/undo/route";
import { PASS_SCORE } from "@/lib/challenges/score";
import { mergeGuest } from "@/lib/server/auth/merge";
import * as play from "@/lib/wire/play";
import * as review from "@/lib/wire/review";
import { freshKey, practiceOf, signedIn, workOf, type Visitor } from "./setup/client";
import { half, KIND, perfect, TOPIC, wrong } from "./setup/content";
import { eachDatabase } from "./setup/database";
import { expectInvariants } from "./setup/invariants";

vi.mock("@/app/api/services", () => import("./setup/content"));

const DAY = 86_400_000;

eachDatabase("reviews of a skill", (open) => {
  afterAll(() => expectInvariants(open()));

  const queueOf = async (visitor: Visitor) => review.readQueue.reply.parse((await visitor.get(queueRoute)).json);

  /** When the queue was shown, just now. */
  const stampOf = async (visitor: Visitor) => (await queueOf(visitor)).stamp;

  async function attemptFor(visitor: Visitor, cardId: string, answerOf: typeof perfect) {
    const instance = await workOf(open(), (await visitor.send(instanceRoute, { body: { kind: KIND, cardId, graded: true } })).json);
    const sent = await visitor.send(submitRoute, {
      key: freshKey(),
      body: { token: instance.token, answer: answerOf(instance.drawnFrom, instance.level) },
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

  it("keep their instance until it is rated, whatever level is asked for, then draw a fresh one", async () => {
    const { visitor, card } = await withSkillCard();
    expect(card).toMatchObject({ type: "skill", item: KIND, topic: TOPIC, level: 1, state: "new" });
    const draw = async (more: object = {}) =>
      workOf(open(), (await visitor.send(instanceRoute, { body: { kind: KIND, cardId: card.id, graded: true, ...more } })).json);
    const one = await draw();
    expect((await draw({ level: 5 })).drawnFrom).toBe(one.drawnFrom);
    const { instance, attempt } = await attemptFor(visitor, card.id, perfect);
    expect(instance).toMatchObject({ drawnFrom: one.drawnFrom, level: 1, view: one.view });
    expect((await draw({ level: 5 })).drawnFrom).toBe(one.drawnFrom);
    const graded = review.grade.reply.parse(
      (await visitor.send(gradeRoute, { key: freshKey(), body: { cardId: card.id, attemptId: attempt.id, rating: 3 } })).json,
    );
    expect(graded).toMatchObject({ correct: true, rating: 3, xp: 0 });
    expect((await draw({ level: 5 })).level).toBe(1);
    expect((await draw()).drawnFrom).not.toBe(one.drawnFrom);
  });

  it("draw another instance for one that crashed in the learner's hands", async () => {
    const { visitor, id, card } = await withSkillCard();
    const draw = async () =>
      workOf(open(), (await visitor.send(instanceRoute, { body: { kind: KIND, cardId: card.id, graded: true } })).json);
    const one = await draw();
    const { id: workId, version } = await open().client.issuedWork.findFirstOrThrow({ where: { userId: id } });
    const report = { userId: id, kind: KIND, version, level: 1, workId, phase: "board", message: "It broke." };
    await open().client.report.create({ data: { ...report, byHand: true } });
    expect((await draw()).drawnFrom).toBe(one.drawnFrom);
    await open().client.report.create({ data: { ...report, byHand: false } });
    const two = await draw();
    expect(two.drawnFrom).not.toBe(one.drawnFrom);
    // Once: that each of them crashes is hardly chance.
    const second = await open().client.issuedWork.findFirstOrThrow({ where: { userId: id, seed: two.drawnFrom } });
    await open().client.report.create({ data: { ...report, workId: second.id, byHand: false } });
    expect((await draw()).drawnFrom).toBe(two.drawnFrom);
  });

  it("have one instance, though twelve tabs ask for it at once", async () => {
    const { visitor, id, card } = await withSkillCard();
    const body = { kind: KIND, cardId: card.id, graded: true };
    const sent = await Promise.all(Array.from({ length: 12 }, () => visitor.send(instanceRoute, { body })));
    const views = sent.map(({ json }) => JSON.stringify((play.issueInstance.reply.parse(json) as play.GradedInstance).view));
    expect(new Set(views).size).toBe(1);
    expect(await open().client.issuedWork.count({ where: { userId: id, cardId: card.id } })).toBe(1);
  });

  it("are rated by what the guest was drawn, after their card has joined the account's", async () => {
    const [account, guest] = [await withSkillCard(), await withSkillCard()];
    await open().client.user.update({ where: { id: account.id }, data: { guest: false, email: `${freshKey()}@example.com` } });
    const body = { kind: KIND, cardId: guest.card.id, graded: true };
    const drawn = await workOf(open(), (await guest.visitor.send(instanceRoute, { body })).json);
    expect(await mergeGuest(guest.id, account.id, Date.now())).toBe(true);
    const answer = perfect(drawn.drawnFrom, drawn.level);
    const sent = await account.visitor.send(submitRoute, { key: freshKey(), body: { token: drawn.token, answer } });
    const { id: attemptId } = play.submitAttempt.reply.parse(sent.json);
    const rated = await account.visitor.send(gradeRoute, { key: freshKey(), body: { cardId: account.card.id, attemptId, rating: 3 } });
    expect(review.grade.reply.parse(rated.json)).toMatchObject({ correct: true, rating: 3 });
  });

  it("are decided by the first attempt, whichever is named, and are not practice", async () => {
    const { visitor, card } = await withSkillCard();
    await attemptFor(visitor, card.id, half);
    const { attempt } = await attemptFor(visitor, card.id, perfect);
    const graded = await visitor.send(gradeRoute, { key: freshKey(), body: { cardId: card.id, attemptId: attempt.id, rating: 4 } });
    expect(review.grade.reply.parse(graded.json)).toMatchObject({ correct: false, rating: 1 });
    expect((await visitor.send(instanceRoute, { body: { kind: KIND, cardId: card.id } })).code).toBe("bad-body");
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
    const again = { ...body, stamp: await stampOf(visitor) };
    expect((await visitor.send(gradeRoute, { key: freshKey(), body: again })).code).toBe("card-mismatch");
    expect((await visitor.send(undoRoute, { key: freshKey() })).status).toBe(200);
    expect((await visitor.send(gradeRoute, { key: freshKey(), body: { ...body, rating: 2 } })).status).toBe(200);
  });

  it("take a new attempt at each review", async () => {
    const { visitor, card } = await withSkillCard();
    for (let reps = 1; reps <= 2; reps++) {
      const { attempt } = await attemptFor(visitor, card.id, perfect);
      const body = { cardId: card.id, attemptId: attempt.id, rating: 3, stamp: await stampOf(visitor) };
      const rated = await visitor.send(gradeRoute, { key: freshKey(), body });
      expect(rated.status).toBe(200);
      expect(await open().client.card.findUniqueOrThrow({ where: { id: card.id } })).toMatchObject({ reps });
    }
  });

  it("count as known from the pass mark on", async () => {
    const { visitor, card } = await withSkillCard();
    const ratedAt = async (score: number) => {
      const { attempt } = await attemptFor(visitor, card.id, perfect);
      await open().client.attempt.update({ where: { id: attempt.id }, data: { score } });
      const body = { cardId: card.id, attemptId: attempt.id, rating: 3, stamp: await stampOf(visitor) };
      const sent = await visitor.send(gradeRoute, { key: freshKey(), body });
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
    expect((await visitor.send(instanceRoute, { body: { kind: KIND, cardId: stranger.card.id, graded: true } })).code).toBe("not-found");
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

  it("are not taken back over a newer state: a miss in play has brought the card forward since", async () => {
    const { visitor, card } = await withSkillCard();
    const { attempt } = await attemptFor(visitor, card.id, perfect);
    await visitor.send(gradeRoute, { key: freshKey(), body: { cardId: card.id, attemptId: attempt.id, rating: 4 } });
    expect(await queueOf(visitor)).toMatchObject({ canUndo: true });
    const { token } = practiceOf((await visitor.send(instanceRoute, { body: { kind: KIND, level: 1 } })).json);
    await visitor.send(submitRoute, { key: freshKey(), body: { token, answer: wrong } });
    const before = await open().client.card.findUniqueOrThrow({ where: { id: card.id } });
    expect(await queueOf(visitor)).toMatchObject({ canUndo: false, lastReview: null });
    expect((await visitor.send(undoRoute, { key: freshKey() })).code).toBe("nothing-to-undo");
    expect(await open().client.card.findUniqueOrThrow({ where: { id: card.id } })).toEqual(before);
  });

  it("are not taken back once a guest's card has joined them", async () => {
    const account = await withSkillCard();
    const guest = await withSkillCard();
    await open().client.user.update({ where: { id: account.id }, data: { guest: false, email: `${freshKey()}@example.com` } });
    for (const { visitor, card } of [account, guest]) {
      const { attempt } = await attemptFor(visitor, card.id, perfect);
      await visitor.send(gradeRoute, { key: freshKey(), body: { cardId: card.id, attemptId: attempt.id, rating: 4 } });
    }
    // The guest knows it longer: their schedule stays, and neither review is the one that made it what it is.
    await open().client.card.update({
      where: { id: guest.card.id },
      data: { reps: 5, stability: 60, due: new Date(Date.now() + 60 * DAY) },
    });
    expect(await mergeGuest(guest.id, account.id, Date.now())).toBe(true);
    const before = await open().client.card.findUniqueOrThrow({ where: { id: account.card.id } });
    expect(before).toMatchObject({ reps: 5, stability: 60 });
    expect((await account.visitor.send(undoRoute, { key: freshKey() })).code).toBe("nothing-to-undo");
    expect(await open().client.card.findUniqueOrThrow({ where: { id: account.card.id } })).toEqual(before);
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
