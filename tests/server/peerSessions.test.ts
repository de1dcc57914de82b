/** Peer sessions: who leads them, who is there, what carries over; and many at once in one group. */
import { afterAll, describe, expect, it, vi } from "vitest";
import { shifted } from "@/lib/groups";
import { markAttendance } from "@/lib/server/groups/attendance";
import { addCorrection } from "@/lib/server/groups/corrections";
import { readGroup } from "@/lib/server/groups/home";
import { MOST_MEMBERS } from "@/lib/server/groups/invites";
import { addItem, changeItem, MOST_OPEN } from "@/lib/server/groups/items";
import { changeMember, endMembership } from "@/lib/server/groups/members";
import { readSession } from "@/lib/server/groups/session";
import { changeSession, monthOfSessions, startSession } from "@/lib/server/groups/sessions";
import { freshKey } from "./setup/client";
import { eachDatabase } from "./setup/database";
import { ask, begin, codeFor, groupOf, join, joined, signedUp } from "./setup/groups";
import { expectInvariants } from "./setup/invariants";

vi.mock("@/app/api/services", () => import("./setup/content"));

const DAY = 86_400_000;

eachDatabase("peer sessions", (open) => {
  afterAll(() => expectInvariants(open()));

  describe("sessions", () => {
    it("are one a day, today's or one that was; another day's is not begun by what arrives late", async () => {
      const { id, owner, today } = await groupOf(open(), ["Ara"]);
      const first = await startSession(owner.id, id, today, Date.now());
      expect(await startSession(owner.id, id, today, Date.now())).toEqual({ id: first.id, started: false });
      for (const date of [shifted(today, 1), shifted(today, -400)])
        await expect(begin(owner.id, id, date)).rejects.toMatchObject({ code: "bad-body", extra: { field: "date" } });
      await begin(owner.id, id, shifted(today, -31));
      const month = await monthOfSessions(owner.id, id, undefined, Date.now());
      expect(month.sessions).toMatchObject([{ id: first.id, date: today, closed: false, items: 0 }]);
      const before = await monthOfSessions(owner.id, id, shifted(today, -31).slice(0, 7), Date.now());
      expect(before.sessions).toHaveLength(1);
    });

    it("written down afterwards ask of everybody in the group; a newcomer is missed at none that was before", async () => {
      const { id, owner, today } = await groupOf(open(), ["Ara", "Bora"], Date.now() - 1000);
      const session = await begin(owner.id, id, shifted(today, -5));
      await join((await signedUp(open(), "Chan")).id, await codeFor(owner.id, id));
      const { attendance, people } = await readSession(owner.id, { id, session }, Date.now());
      const asked = attendance.map(({ member }) => people.find((person) => person.id === member)?.name);
      expect(asked).toEqual(["Ara", "Bora"]);
    });

    it("hand the roles round, skip who will be absent, and pass a role on when its holder cannot come", async () => {
      const day = Date.now() - 10 * DAY;
      const { id, people } = await groupOf(open(), ["Ara", "Bora", "Chan", "Duri"], day);
      const [ara, bora, chan, duri] = people;
      const dateAt = async (now: number) => (await readGroup(ara.id, id, now)).today;
      const first = await begin(ara.id, id, await dateAt(day), day);
      const seen = await readSession(ara.id, { id, session: first }, day);
      const inTurn = [seen.moderator, seen.scribe];
      const free = people.map(({ member }) => member).filter((member) => !inTurn.includes(member));
      const mark = (who: (typeof people)[number], status: "present" | "absent", next: "absent" | null, session: string, now: number) =>
        markAttendance(who.id, { id, session, member: who.member }, { status, next }, now);
      const [stays, away] = people.filter(({ member }) => free.includes(member));
      for (const who of people) await mark(who, "present", who === away ? "absent" : null, first, day);

      const next = day + DAY;
      const home = await readGroup(ara.id, id, next);
      expect(home.proposal.moderator, "who has waited and will be there").toBe(stays.member);
      expect(home.proposal.scribe, "who was first before").not.toBe(away.member);
      const second = await begin(ara.id, id, home.today, next);
      const shown = await readSession(ara.id, { id, session: second }, next);
      expect(shown).toMatchObject({ moderator: home.proposal.moderator, scribe: home.proposal.scribe });
      expect(shown.attendance.find(({ member }) => member === away.member)).toMatchObject({ status: null, expected: "absent" });

      const after = await mark(stays, "absent", null, second, next);
      expect([after.moderator, after.scribe]).not.toContain(stays.member);
      expect(after.moderator).not.toBeNull();
      expect(after.moderator).not.toBe(after.scribe);

      const third = (await readGroup(ara.id, id, next + DAY)).proposal;
      expect([third.moderator, third.scribe], "both kept their turn").toEqual(expect.arrayContaining([stays.member, away.member]));
      expect(new Set([ara, bora, chan, duri].map(({ member }) => member)).size).toBe(4);
    });

    it("let anybody take a role over; whoever had it takes the other's", async () => {
      const { id, owner, people, today } = await groupOf(open(), ["Ara", "Bora", "Chan"]);
      const now = Date.now();
      const session = await begin(owner.id, id, today);
      const { moderator, scribe } = await readSession(owner.id, { id, session }, now);
      const writer = people.find(({ member }) => member === scribe);
      const swapped = await changeSession(writer?.id ?? "", { id, session }, { moderator: scribe }, now);
      expect(swapped).toMatchObject({ moderator: scribe, scribe: moderator });
      const third = people.find(({ member }) => member !== moderator && member !== scribe);
      expect(await changeSession(third?.id ?? "", { id, session }, { scribe: third?.member }, now)).toMatchObject({
        moderator: scribe,
        scribe: third?.member,
      });
    });

    it("keep leave until it is changed, and a notice for the next session alone", async () => {
      const day = Date.now() - 10 * DAY;
      const { id, owner, people } = await groupOf(open(), ["Ara", "Bora", "Chan"], day);
      const [, bora, chan] = people;
      const sessions: string[] = [];
      for (let i = 0; i < 3; i++) {
        const now = day + i * DAY;
        sessions.push(await begin(owner.id, id, (await readGroup(owner.id, id, now)).today, now));
        if (i > 0) continue;
        await markAttendance(bora.id, { id, session: sessions[0], member: bora.member }, { status: "on-leave", next: null }, now);
        await markAttendance(chan.id, { id, session: sessions[0], member: chan.member }, { status: "present", next: "late" }, now);
      }
      const expected = async (session: string) =>
        Object.fromEntries(
          (await readSession(owner.id, { id, session }, Date.now())).attendance.map(({ member, expected: is }) => [member, is]),
        );
      expect(await expected(sessions[1])).toEqual({ [owner.member]: null, [bora.member]: "on-leave", [chan.member]: "late" });
      expect(await expected(sessions[2])).toEqual({ [owner.member]: null, [bora.member]: "on-leave", [chan.member]: null });
    });

    it("overwrite nobody's agenda", async () => {
      const { id, owner, people, today } = await groupOf(open(), ["Ara", "Bora"]);
      const now = Date.now();
      const session = await begin(owner.id, id, today);
      const write = (userId: string, text: string, version: number) =>
        changeSession(userId, { id, session }, { agenda: { text, version } }, now);
      expect(await write(owner.id, "1. NMS\u202e\r\n\r\n\r\n\r\n  2. IoU \n", 0)).toMatchObject({ agendaVersion: 1 });
      await expect(write(people[1].id, "1. Focal loss", 0)).rejects.toMatchObject({ code: "agenda-moved" });
      expect(await write(people[1].id, "1. NMS\n\n  2. IoU", 0), "the same again").toMatchObject({ agendaVersion: 1 });
      expect((await readSession(owner.id, { id, session }, now)).agenda).toBe("1. NMS\n\n  2. IoU");
    });
  });

  describe("what is open", () => {
    it("stands at the top of every later session, the oldest first, until somebody closes it", async () => {
      const { id, owner, people, today } = await groupOf(open(), ["Ara", "Bora"]);
      const now = Date.now();
      const days = [-4, -2, 0].map((ago) => shifted(today, ago));
      const [first, second, third] = [
        await begin(owner.id, id, days[0]),
        await begin(owner.id, id, days[1]),
        await begin(owner.id, id, days[2]),
      ];
      const young = await ask(owner.id, id, second, "AP가 뭐예요?");
      const old = await ask(people[1].id, id, first, "NMS를 찾아보기", "look-up");
      const carried = async (session: string) =>
        (await readSession(owner.id, { id, session }, now)).carried.map(({ id: item, waited, closed }) => [item, waited, closed?.end]);
      expect(await carried(first)).toEqual([]);
      expect(await carried(second)).toEqual([[old, 1, undefined]]);
      expect(await carried(third)).toEqual([
        [old, 2, undefined],
        [young, 1, undefined],
      ]);
      expect((await readGroup(owner.id, id, now)).items.map((item) => [item.id, item.waited, item.date])).toEqual([
        [old, 2, days[0]],
        [young, 1, days[1]],
      ]);

      await changeItem(owner.id, { id, item: young }, { closed: { end: "done", answer: "넓이예요.", session: third } }, now);
      expect(await carried(third), "closed today it is still seen").toEqual([
        [old, 2, undefined],
        [young, 1, "done"],
      ]);
      expect((await readGroup(owner.id, id, now)).items.map((item) => item.id)).toEqual([old]);
      const tomorrow = now + DAY;
      const fourth = await begin(owner.id, id, shifted(today, 1), tomorrow);
      expect(await carried(fourth)).toEqual([[old, 3, undefined]]);
      await changeItem(owner.id, { id, item: young }, { closed: null }, now);
      expect(await carried(fourth)).toEqual([
        [old, 3, undefined],
        [young, 2, undefined],
      ]);
    });

    it("keeps the first answer of two, and takes the same one twice", async () => {
      const { id, owner, people, today } = await groupOf(open(), ["Ara", "Bora"]);
      const session = await begin(owner.id, id, today);
      const item = await ask(owner.id, id, session, "왜요?");
      const close = (userId: string, answer: string) =>
        changeItem(userId, { id, item }, { closed: { end: "done", answer, session } }, Date.now());
      await close(owner.id, "그래서요.");
      await close(owner.id, "그래서요.");
      await expect(close(people[1].id, "아니요.")).rejects.toMatchObject({ code: "item-closed" });
      const { items } = await readSession(owner.id, { id, session }, Date.now());
      expect(items).toMatchObject([{ closed: { answer: "그래서요.", by: owner.member, on: today } }]);
    });

    it("is made once under one key, holds what can be seen, and is 200 at most", async () => {
      const { id, owner, today } = await groupOf(open(), ["Ara"]);
      const session = await begin(owner.id, id, today);
      const key = freshKey();
      const body = { session, type: "task", text: "read\u202e it", assignee: null } as const;
      const first = await addItem(owner.id, id, key, body, Date.now());
      expect(await addItem(owner.id, id, key, body, Date.now())).toEqual({ id: first.id, repeated: true });
      await expect(addItem(owner.id, id, key, { ...body, text: "other" }, Date.now())).rejects.toMatchObject({ code: "key-reused" });
      await expect(addItem(owner.id, id, freshKey(), { ...body, text: "\u200b\u202e" }, Date.now())).rejects.toMatchObject({
        code: "bad-body",
      });
      expect((await readGroup(owner.id, id, Date.now())).items).toMatchObject([{ text: "read it", type: "task" }]);
      await open().client.openItem.createMany({
        data: Array.from({ length: MOST_OPEN - 1 }, (_, i) => ({
          groupId: id,
          sessionId: session,
          memberId: owner.member,
          createKey: `${id}-${i}`,
          requestHash: "",
          type: "TASK" as const,
          text: "A",
        })),
      });
      await expect(ask(owner.id, id, session, "one more")).rejects.toMatchObject({ code: "too-many-items" });
      expect((await readSession(owner.id, { id, session }, Date.now())).items).toHaveLength(MOST_OPEN);
    });

    it("and what was wrong: a correction stands at both sessions, and only corrects an earlier one", async () => {
      const { id, owner, people, today } = await groupOf(open(), ["Ara", "Bora"]);
      const now = Date.now();
      const [before, session] = [await begin(owner.id, id, shifted(today, -3)), await begin(owner.id, id, today)];
      const body = { session, ofSession: before, statement: "IoU는 2까지 커져요.", text: "0과 1 사이예요." };
      const made = await addCorrection(people[1].id, id, freshKey(), body, now);
      const correction = { id: made.id, by: people[1].member, date: today, ofDate: shifted(today, -3), session, ofSession: before };
      expect((await readSession(owner.id, { id, session }, now)).corrections).toMatchObject([correction]);
      expect((await readSession(owner.id, { id, session: before }, now)).corrected).toMatchObject([correction]);
      const turned = { ...body, session: before, ofSession: session };
      await expect(addCorrection(owner.id, id, freshKey(), turned, now)).rejects.toMatchObject({ code: "bad-body" });
      const month = (await monthOfSessions(owner.id, id, shifted(today, -3).slice(0, 7), now)).sessions;
      expect(month.find((each) => each.id === before)).toMatchObject({ corrected: 1 });
    });
  });

  describe("at once", () => {
    const settled = async <T>(tasks: readonly (() => Promise<T>)[]) => {
      const all = await Promise.allSettled(tasks.map((task) => task()));
      const codes = all.flatMap((each) => (each.status === "rejected" ? [(each.reason as { code: string }).code] : []));
      return { done: all.filter(({ status }) => status === "fulfilled").length, codes };
    };

    it("one of ten gets the last use of a code, and one the last place in the group", async () => {
      const { id, owner } = await groupOf(open(), ["Ara"]);
      const crowd = await Promise.all(Array.from({ length: 10 }, (_, i) => signedUp(open(), `P${i}`)));
      const last = await codeFor(owner.id, id, 1);
      expect(
        await settled(
          crowd.map(
            ({ id: user }) =>
              () =>
                join(user, last),
          ),
        ),
      ).toEqual({ done: 1, codes: Array(9).fill("not-found") });

      const users = Array.from({ length: MOST_MEMBERS - 3 }, (_, i) => ({ id: `crowd-${id}-${i}`, guest: false }));
      await open().client.user.createMany({ data: users });
      const place = { groupId: id, sharesReview: true, joinedAt: new Date(), joinedOn: "2026-11-01" };
      await open().client.groupMember.createMany({ data: users.map((user) => ({ ...place, userId: user.id })) });
      const more = await Promise.all(Array.from({ length: 10 }, (_, i) => signedUp(open(), `Q${i}`)));
      const code = await codeFor(owner.id, id);
      expect(
        await settled(
          more.map(
            ({ id: user }) =>
              () =>
                join(user, code),
          ),
        ),
      ).toEqual({ done: 1, codes: Array(9).fill("group-full") });
    });

    it("one session of today is begun by ten, and one answer of ten closes a question", async () => {
      const { id, owner, people, today } = await groupOf(open(), ["Ara", "Bora", "Chan"]);
      const begun = await Promise.all(Array.from({ length: 10 }, (_, i) => startSession(people[i % 3].id, id, today, Date.now())));
      expect(new Set(begun.map((session) => session.id)).size).toBe(1);
      expect(begun.filter(({ started }) => started)).toHaveLength(1);
      const item = await ask(owner.id, id, begun[0].id, "왜요?");
      const closing = Array.from(
        { length: 9 },
        (_, i) => () => changeItem(people[i % 3].id, { id, item }, { closed: { end: "done", answer: `answer ${i}` } }, Date.now()),
      );
      expect(await settled(closing)).toEqual({ done: 1, codes: Array(8).fill("item-closed") });
      const key = freshKey();
      const body = { session: begun[0].id, type: "task", text: "once", assignee: null } as const;
      const made = await Promise.all(Array.from({ length: 8 }, () => addItem(owner.id, id, key, body, Date.now())));
      expect(new Set(made.map((each) => each.id)).size).toBe(1);
      expect(made.filter(({ repeated }) => !repeated)).toHaveLength(1);
    });

    it("an owner always stays when two step down or leave together", async () => {
      for (let round = 0; round < 5; round++) {
        const { id, owner, people } = await groupOf(open(), ["Ara", "Bora", "Chan"]);
        const bora = people[1];
        await changeMember(owner.id, { id, member: bora.member }, { role: "owner" }, Date.now());
        const { done, codes } = await settled<unknown>([
          () => endMembership(owner.id, { id, member: owner.member }, Date.now()),
          () => changeMember(bora.id, { id, member: bora.member }, { role: "member" }, Date.now()),
        ]);
        expect([done, codes]).toEqual([1, ["last-owner"]]);
      }
    });

    it("who is removed while they write has written before or not at all", async () => {
      const { id, owner, today } = await groupOf(open(), ["Ara"]);
      const session = await begin(owner.id, id, today);
      for (let round = 0; round < 5; round++) {
        const bora = await joined(open(), owner.id, id, "Bora");
        const writes = Array.from({ length: 6 }, (_, i) => () => ask(bora.id, id, session, `round ${round}, item ${i}`));
        const removing = () => endMembership(owner.id, { id, member: bora.member }, Date.now());
        const { done, codes } = await settled<unknown>([...writes.slice(0, 3), removing, ...writes.slice(3)]);
        expect(new Set(codes).size).toBeLessThanOrEqual(1);
        expect(codes.every((code) => code === "not-found")).toBe(true);
        expect(await open().client.openItem.count({ where: { memberId: bora.member } })).toBe(done - 1);
        await expect(ask(bora.id, id, session, "after")).rejects.toMatchObject({ code: "not-found" });
      }
    });
  });
});
