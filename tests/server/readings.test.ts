/** What is read out of a note and confirmed: written whole and once, the decks that come of it, and whom they are for. */
import { afterAll, describe, expect, it, vi } from "vitest";
import { kindFacts } from "@/content/_generated/kindFacts";
import { questions } from "@/content/_generated/questions";
import { topics } from "@/content/_generated/topics";
import { shifted } from "@/lib/groups";
import { misconceptionsOf } from "@/lib/questions";
import { DECK_CARDS, endOfDay, NEW_CARDS_A_DAY } from "@/lib/review";
import { finishLesson } from "@/lib/server/learn/lessons";
import { momentOf } from "@/lib/server/learn/record";
import { eraseAccount } from "@/lib/server/account/erase";
import { confirmReading, dropSlip, listReadings, takeDeck } from "@/lib/server/groups/readings";
import { endMembership } from "@/lib/server/groups/members";
import { readInbox } from "@/lib/server/inbox/read";
import { readSession } from "@/lib/server/groups/session";
import { changeSession } from "@/lib/server/groups/sessions";
import { gradeReview } from "@/lib/server/review/grade";
import { reviewQueue } from "@/lib/server/review/queue";
import { mendOf } from "@/lib/server/review/deck";
import { SLIPS } from "@/lib/notes/slips";
import { cardSeed, drawQuestion, solutionOf, versionOf } from "@/lib/questions";
import { ERASE_WORDS } from "@/lib/wire/scalars";
import type { Catalog } from "@/lib/server/catalog";
import type { Confirmed } from "@/lib/wire/readings";
import { freshKey } from "./setup/client";
import { eachDatabase } from "./setup/database";
import { begin, groupOf, joined, readOf } from "./setup/groups";
import { expectInvariants } from "./setup/invariants";

vi.mock("@/app/api/services", () => import("./setup/content"));

/** What the product teaches: the decks are of its own cards. */
const catalog: Catalog = { kinds: kindFacts, topics, questions };
const DAY = 86_400_000;

const nothing: Confirmed = { topics: [], slips: [], roles: {}, attendance: [], others: [], items: [] };
const ofTopics = (...ids: string[]): Confirmed => ({ ...nothing, topics: ids.map((topic) => ({ topic, matched: topic })) });

describe("the card that mends a slip", () => {
  const built = SLIPS.filter(({ topic }) => topics.some(({ id }) => id === topic));

  it.each(built.map(({ topic, misconception }) => ({ topic, misconception })))(
    "of $topic: $misconception is a question that carries it",
    ({ topic, misconception }) => {
      const mend = mendOf(catalog, topic, misconception);
      const question = questions[topic].find(({ id }) => id === mend?.item);
      expect(question && misconceptionsOf(question)).toContain(misconception);
    },
  );

  it("is none where the topic has no lesson yet", () => {
    expect(mendOf(catalog, "dimensionality-reduction", "any-misconception")).toBeNull();
  });
});

eachDatabase("readings", (open) => {
  afterAll(() => expectInvariants(open()));

  async function scene(names: readonly string[] = ["Ara", "Bora"], now = Date.now()) {
    const { id, owner, people, today } = await groupOf(open(), names, now);
    const session = await begin(owner.id, id, today, now);
    const confirm = (userId: string, body: Confirmed, key = freshKey(), at = now) =>
      confirmReading(catalog, userId, { id, session }, key, body, at);
    const read = (userId = owner.id, at = now) => readSession(userId, { id, session }, at);
    return { id, owner, people, today, session, confirm, read, now };
  }
  const rowOf = (id: string) => open().client.user.findUniqueOrThrow({ where: { id } });
  const queueAt = async (userId: string, now: number) => reviewQueue(catalog, await rowOf(userId), now);
  const tomorrowOf = async (userId: string, now: number) => endOfDay(now, momentOf(await rowOf(userId), now));
  const countAll = async () =>
    Promise.all([open().client.reading.count(), open().client.openItem.count(), open().client.slip.count(), open().client.deck.count()]);

  describe("confirmed", () => {
    it("become attendance, roles, open and answered items with their line, corrections and slips", async () => {
      const { id, owner, people, today, session, confirm, read } = await scene(["Ara", "Bora", "Chan"]);
      const [, bora, chan] = people;
      const earlier = await begin(owner.id, id, shifted(today, -1));
      const [slip] = readOf().slips;
      const reply = await confirm(owner.id, {
        topics: [
          { topic: "nms", matched: "NMS" },
          { topic: "yolo", matched: "YOLO" },
        ],
        slips: [slip, { ...slip, line: 9, statement: "상자를 점수로 거른다", corrects: { session: earlier, text: "IoU로 걸러요." } }],
        roles: { moderator: bora.member, scribe: owner.member },
        attendance: [
          { member: bora.member, status: "late" },
          { member: chan.member, next: "absent" },
        ],
        others: [{ name: "상진", status: "on-leave" }],
        items: [
          { type: "look-up", text: "RetinaNet", assignee: null, source: "- RetinaNet" },
          { type: "task", text: "발표 준비", assignee: chan.member, source: "- [ ] 발표 준비 (찬)" },
          { type: "question", text: "왜 0.5인가요?", assignee: null, source: "Q. 왜 0.5인가요?", answer: "관습이에요." },
        ],
      });
      expect(reply).toMatchObject({ items: 3, marks: 2, slips: 2, repeated: false });
      expect((await readInbox(chan.id, undefined)).entries.map(({ cause, text }) => [cause, text])).toEqual([["task", "발표 준비"]]);
      const shown = await read();
      expect(shown).toMatchObject({ moderator: bora.member, scribe: owner.member });
      expect(shown.attendance).toEqual(
        expect.arrayContaining([
          expect.objectContaining({ member: bora.member, status: "late", next: null }),
          expect.objectContaining({ member: chan.member, status: null, next: "absent" }),
        ]),
      );
      expect(shown.items.map(({ type, text, source, assignee, closed }) => [type, text, source, assignee, closed?.answer ?? null])).toEqual(
        [
          ["look-up", "RetinaNet", "- RetinaNet", null, null],
          ["task", "발표 준비", "- [ ] 발표 준비 (찬)", chan.member, null],
          ["question", "왜 0.5인가요?", "Q. 왜 0.5인가요?", null, "관습이에요."],
        ],
      );
      expect(shown.corrections).toMatchObject([{ ofSession: earlier, statement: "상자를 점수로 거른다", text: "IoU로 걸러요." }]);
      const { readings, slips } = await listReadings(catalog, bora.id, id, session, Date.now());
      expect(slips).toMatchObject([{ line: 3, statement: slip.statement, topic: "nms", by: owner.member }]);
      expect(slips[0].correction.ko).toMatch(/[가-힣]/);
      expect(readings).toMatchObject([
        { by: owner.member, topics: [{ topic: "nms" }, { topic: "yolo", matched: "YOLO" }], others: [{ name: "상진" }] },
      ]);
      // A notice stands on the next session.
      const next = await begin(owner.id, id, shifted(today, 1), Date.now() + DAY);
      const { attendance } = await readSession(owner.id, { id, session: next }, Date.now() + DAY);
      expect(attendance.find(({ member }) => member === chan.member)?.expected).toBe("absent");
    });

    it("are written whole or not at all", async () => {
      const { id, owner, confirm } = await scene();
      const outsider = await groupOf(open(), ["Eun"]);
      const before = await countAll();
      const [slip] = readOf().slips;
      const [item] = readOf().items;
      const stranger = outsider.owner.member;
      const bodies: [Partial<Confirmed>, string][] = [
        [{ items: [item, { ...item, text: "B", assignee: stranger }] }, "not-found"],
        [
          {
            attendance: [
              { member: owner.member, status: "late" },
              { member: stranger, status: "late" },
            ],
          },
          "not-found",
        ],
        [{ roles: { scribe: stranger } }, "not-found"],
        [{ slips: [slip, { ...slip, corrects: { session: "no-such-session", text: "B" } }] }, "not-found"],
        [{ items: [item, { ...item, text: "\u3164" }] }, "bad-body"],
        [{ slips: [{ ...slip, misconception: "made-up" }] }, "bad-body"],
        [{ topics: [{ topic: "made-up", matched: "A" }] }, "bad-body"],
        [
          {
            attendance: [
              { member: owner.member, status: "late" },
              { member: owner.member, next: "late" },
            ],
          },
          "bad-body",
        ],
      ];
      for (const [more, code] of bodies)
        await expect(confirm(owner.id, readOf(more)), JSON.stringify(more)).rejects.toMatchObject({ code });
      await expect(confirm(owner.id, nothing)).rejects.toMatchObject({ code: "bad-body" });
      expect(await countAll()).toEqual(before);
      expect(await open().client.attendance.count({ where: { session: { groupId: id } } })).toBe(0);
    });

    it("are written once for a key, and another body under it is refused", async () => {
      const { owner, confirm, read } = await scene();
      const key = freshKey();
      const [first, ...others] = await Promise.all(Array.from({ length: 4 }, () => confirm(owner.id, readOf(), key)));
      expect([first, ...others].filter(({ repeated }) => !repeated)).toHaveLength(1);
      for (const other of others) expect({ ...other, repeated: first.repeated }).toEqual(first);
      expect((await read()).items).toHaveLength(1);
      await expect(confirm(owner.id, ofTopics("nms"), key)).rejects.toMatchObject({ code: "key-reused" });
    });

    it("stand once where two members confirm the same note at once, each with a deck of their own", async () => {
      const { id, people, session, confirm, read } = await scene(["Ara", "Bora", "Chan"]);
      const [ara, bora, chan] = people;
      const replies = await Promise.all([ara, bora].map(({ id: user }) => confirm(user, readOf())));
      expect(replies.map(({ items }) => items).sort()).toEqual([0, 1]);
      expect((await read()).items).toHaveLength(1);
      const { slips, readings } = await listReadings(catalog, chan.id, id, session, Date.now());
      expect([slips.length, readings.length]).toEqual([1, 2]);
      expect(await open().client.deck.count({ where: { userId: { in: [ara.id, bora.id] } } })).toBe(2);
      // Taken back, it is gone with its twin; by who confirmed neither it is not.
      await expect(dropSlip(chan.id, { id, slip: slips[0].id }, Date.now())).rejects.toMatchObject({ code: "forbidden" });
      await dropSlip(ara.id, { id, slip: slips[0].id }, Date.now());
      expect((await listReadings(catalog, chan.id, id, session, Date.now())).slips).toEqual([]);
    });

    it("say for others only where the confirmer leads the session, also by the role they take with it", async () => {
      const { id, people, session, confirm, read } = await scene(["Ara", "Bora", "Chan"]);
      const [ara, , chan] = people;
      await changeSession(ara.id, { id, session }, { moderator: ara.member, scribe: null }, Date.now());
      const late = { attendance: [{ member: ara.member, status: "late" as const }] };
      await expect(confirm(chan.id, readOf(late))).rejects.toMatchObject({ code: "forbidden" });
      await confirm(chan.id, readOf({ ...late, roles: { scribe: chan.member } }));
      expect(await read()).toMatchObject({ scribe: chan.member });
    });

    it("are refused to who was removed, and nothing is written", async () => {
      const { id, owner, session, confirm } = await scene(["Ara"]);
      const duri = await joined(open(), owner.id, id, "Duri");
      const { id: reading } = await confirm(owner.id, readOf());
      await endMembership(owner.id, { id, member: duri.member }, Date.now());
      const before = await countAll();
      await expect(confirm(duri.id, readOf())).rejects.toMatchObject({ code: "not-found" });
      await expect(takeDeck(catalog, duri.id, { id, reading }, Date.now())).rejects.toMatchObject({ code: "not-found" });
      await expect(listReadings(catalog, duri.id, id, session, Date.now())).rejects.toMatchObject({ code: "not-found" });
      expect(await countAll()).toEqual(before);
      expect(await open().client.card.count({ where: { userId: duri.id } })).toBe(0);
    });
  });

  describe("a deck", () => {
    it("is served on the learner's tomorrow, whole and in its order, with where it came from; not before", async () => {
      const { id, owner, session, today, confirm, now } = await scene();
      const body = { ...ofTopics("iou", "nms", "cam"), slips: readOf().slips };
      const { deck } = await confirm(owner.id, body);
      expect(deck).toMatchObject({ cards: DECK_CARDS, already: 0 });
      expect((await queueAt(owner.id, now)).cards).toEqual([]);
      const tomorrow = await tomorrowOf(owner.id, now);
      expect(deck.on).toBe(momentOf(await rowOf(owner.id), tomorrow).localDate);
      expect((await queueAt(owner.id, tomorrow - 1)).cards).toEqual([]);
      const { cards } = await queueAt(owner.id, tomorrow);
      expect(cards).toHaveLength(DECK_CARDS);
      expect(cards[0]).toMatchObject({ topic: "nms", item: mendOf(catalog, "nms", "threshold-is-score")?.item });
      expect(new Set(cards.map(({ topic }) => topic))).toEqual(new Set(["iou", "nms", "cam"]));
      expect(cards.some(({ type }) => type === "skill")).toBe(true);
      const group = { id: session, group: id, name: "Ara's group" };
      for (const { from } of cards) expect(from).toEqual({ date: today, yesterday: true, session: group });
    });

    it("may be rated beyond the day's limit of new cards, and leaves the others what the limit leaves", async () => {
      const { owner, confirm, now } = await scene();
      await finishLesson(catalog, owner.id, "focal-loss", now);
      await confirm(owner.id, ofTopics("iou"));
      const tomorrow = await tomorrowOf(owner.id, now);
      const seen: string[] = [];
      for (;;) {
        const { cards, stamp } = await queueAt(owner.id, tomorrow);
        const card = cards.find(({ type, state, topic }) => type === "question" && state === "new" && topic === "iou");
        expect(cards.filter(({ topic }) => topic === "focal-loss")).toEqual([]);
        if (card === undefined) break;
        const question = questions.iou.find(({ id: each }) => each === card.item);
        if (question === undefined) throw new Error("unknown question");
        const answer = solutionOf(drawQuestion(question, cardSeed(card.id, card.draw)));
        const rating = { cardId: card.id, answer, draw: card.draw, version: versionOf(question), rating: 4, stamp };
        await gradeReview(catalog, owner.id, freshKey(), rating as Parameters<typeof gradeReview>[3], tomorrow);
        seen.push(card.item);
      }
      expect(seen.length).toBeGreaterThan(NEW_CARDS_A_DAY);
    });

    it("keeps the schedule of what the learner has, counts it, and lets what waited unseen come", async () => {
      const { owner, confirm, now } = await scene();
      await finishLesson(catalog, owner.id, "nms", now - DAY);
      const where = { userId: owner.id, topic: "nms" };
      const [first, second] = questions.nms;
      const later = { state: "REVIEW" as const, due: new Date(now + 9 * DAY), reps: 2, scheduledDays: 9, lastReview: new Date(now - DAY) };
      await open().client.card.updateMany({ where: { ...where, item: first.id }, data: later });
      const overdue = { ...later, due: new Date(now - DAY) };
      await open().client.card.updateMany({ where: { ...where, item: second.id }, data: overdue });
      const before = await open().client.card.findMany({ where: { ...where, type: "QUESTION" } });
      const { deck } = await confirm(owner.id, ofTopics("nms"));
      expect(deck).toMatchObject({ already: 2, cards: questions.nms.length });
      const after = await open().client.card.findMany({ where: { ...where, type: "QUESTION" } });
      const dates = (rows: typeof before) => new Map(rows.map(({ id, due, state, version }) => [id, [due.getTime(), state, version]]));
      expect(dates(after)).toEqual(dates(before));
      // Seventeen that wait unseen and the two skills come tomorrow; today ten of the seventeen, as before.
      expect((await queueAt(owner.id, now)).cards.filter(({ state }) => state === "new")).toHaveLength(NEW_CARDS_A_DAY);
      const tomorrow = await queueAt(owner.id, await tomorrowOf(owner.id, now));
      expect(tomorrow.cards.filter(({ state }) => state === "new")).toHaveLength(questions.nms.length);
    });

    it("brings no XP, no day and no mastery", async () => {
      const { owner, confirm } = await scene();
      await confirm(owner.id, ofTopics("nms"));
      const { xp, run } = await rowOf(owner.id);
      expect([xp, run]).toEqual([0, null]);
      const { client } = open();
      const where = { where: { userId: owner.id } };
      expect([await client.xpEntry.count(where), await client.activeDay.count(where), await client.attempt.count(where)]).toEqual([
        0, 0, 0,
      ]);
    });

    it("is offered to the others of the group and taken once, in each one's own days", async () => {
      const { id, people, session, confirm, now } = await scene(["Ara", "Bora"]);
      const [ara, bora] = people;
      await open().client.user.update({ where: { id: bora.id }, data: { timeZone: "Pacific/Auckland" } });
      const { id: reading, deck } = await confirm(ara.id, ofTopics("nms"));
      const offered = async () => (await listReadings(catalog, bora.id, id, undefined, now)).readings;
      expect(await offered()).toMatchObject([{ id: reading, session, deck: { cards: deck.cards, on: null } }]);
      const taken = await Promise.all(Array.from({ length: 4 }, () => takeDeck(catalog, bora.id, { id, reading }, now)));
      expect(taken.filter(({ repeated }) => !repeated)).toHaveLength(1);
      expect(await open().client.card.count({ where: { userId: bora.id } })).toBe(deck.cards);
      const [{ on }] = (await offered()).map((each) => each.deck);
      expect(on).toBe(momentOf(await rowOf(bora.id), await tomorrowOf(bora.id, now)).localDate);
      // A week later the group's home offers it no more; the session still says so.
      expect((await listReadings(catalog, bora.id, id, undefined, now + 8 * DAY)).readings).toEqual([]);
      expect((await listReadings(catalog, bora.id, id, session, now + 8 * DAY)).readings).toHaveLength(1);
    });

    it("is for the day after it was taken, also where that arrives days later, and for no other by a wrong clock", async () => {
      const { id, owner, people, session, now } = await scene(["Ara", "Bora", "Chan", "Duri", "Eun"]);
      const [, bora, chan, duri, eun] = people;
      const late = now + 2 * DAY;
      const confirmedAt = async (userId: string, claimed: number, arrived = late) =>
        (await confirmReading(catalog, userId, { id, session }, freshKey(), ofTopics("nms"), arrived, claimed)).deck.on;
      const dayAfter = async (userId: string, moment: number) => {
        const user = await rowOf(userId);
        return momentOf(user, endOfDay(moment, momentOf(user, moment))).localDate;
      };
      const next = await dayAfter(owner.id, now);
      expect(await confirmedAt(owner.id, now + 1000)).toBe(next);
      expect((await queueAt(owner.id, late)).cards.length).toBeGreaterThan(0);
      // Before the session there was, in time to come, and longer ago than a deck is offered.
      expect(await confirmedAt(bora.id, now - 30 * DAY)).toBe(next);
      expect(await confirmedAt(chan.id, late + 30 * DAY)).toBe(await dayAfter(chan.id, late));
      expect(await confirmedAt(duri.id, now, now + 20 * DAY)).toBe(await dayAfter(duri.id, now + 13 * DAY));
      // The one that was confirmed first.
      const reading = (await listReadings(catalog, eun.id, id, session, late)).readings.at(-1)?.id ?? "";
      expect((await takeDeck(catalog, eun.id, { id, reading }, late + 3 * DAY, late + DAY)).on).toBe(await dayAfter(eun.id, late + DAY));
    });

    it("of topics that have no lesson yet is empty, and the topics stay", async () => {
      const { id, owner, session, confirm } = await scene();
      const { deck } = await confirm(owner.id, ofTopics("dimensionality-reduction", "class-visualization"));
      expect(deck).toMatchObject({ cards: 0, already: 0 });
      const { readings } = await listReadings(catalog, owner.id, id, session, Date.now());
      expect(readings[0].topics.map(({ topic }) => topic)).toEqual(["dimensionality-reduction", "class-visualization"]);
    });

    it("stays with who took it when the group is left or gone, without naming the group", async () => {
      const { id, owner, people, confirm, now } = await scene(["Ara", "Bora"]);
      const [, bora] = people;
      const { id: reading } = await confirm(owner.id, ofTopics("nms"));
      await takeDeck(catalog, bora.id, { id, reading }, now);
      const tomorrow = await tomorrowOf(bora.id, now);
      await endMembership(owner.id, { id, member: bora.member }, now);
      const fromOf = async (user: string) => (await queueAt(user, tomorrow)).cards.map(({ from }) => from?.session);
      expect(new Set(await fromOf(bora.id))).toEqual(new Set([null]));
      await open().client.group.delete({ where: { id } });
      expect((await fromOf(owner.id)).length).toBe((await fromOf(bora.id)).length);
    });

    it("goes with its taker's account; what they read out of the note stays for the others", async () => {
      const { id, owner, people, session, confirm, now } = await scene(["Ara", "Bora"]);
      const [, bora] = people;
      await confirm(bora.id, readOf());
      const { passwordHash } = await rowOf(bora.id);
      expect(passwordHash).toBeNull();
      await eraseAccount(bora.id, { id: bora.id, word: ERASE_WORDS.en }, { address: "192.0.2.9", now });
      expect(await open().client.deck.count({ where: { userId: bora.id } })).toBe(0);
      const { readings, slips } = await listReadings(catalog, owner.id, id, session, now);
      expect([readings.length, slips.length]).toEqual([1, 1]);
      const { items, people: shown } = await readSession(owner.id, { id, session }, now);
      expect(items).toHaveLength(1);
      expect(shown.find(({ id: member }) => member === bora.member)).toMatchObject({ name: null, state: "erased" });
    });
  });
});
