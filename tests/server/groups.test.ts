/** Study groups: joining and leaving, and what the members do together. */
import { afterAll, describe, expect, it, vi } from "vitest";
import { GET as readInviteRoute, POST as joinRoute } from "@/app/api/v1/invites/[code]/route";
import { shifted } from "@/lib/groups";
import { mergeGuest } from "@/lib/server/auth";
import { createGroup, listGroups, MOST_GROUPS } from "@/lib/server/groups/create";
import { readGroup } from "@/lib/server/groups/home";
import { makeInvite, MOST_INVITES, MOST_MEMBERS, revokeInvite } from "@/lib/server/groups/invites";
import { changeItem } from "@/lib/server/groups/items";
import { changeMember, endMembership } from "@/lib/server/groups/members";
import { readSession } from "@/lib/server/groups/session";
import { changeGroup } from "@/lib/server/groups/settings";
import { freshKey, signedIn, Visitor } from "./setup/client";
import { perfect } from "./setup/content";
import { eachDatabase } from "./setup/database";
import { ask, begin, codeFor, groupOf, join, memberOf, signedUp } from "./setup/groups";
import { expectInvariants } from "./setup/invariants";
import { playerOn } from "./setup/player";

vi.mock("@/app/api/services", () => import("./setup/content"));

const DAY = 86_400_000;

eachDatabase("groups", (open) => {
  afterAll(() => expectInvariants(open()));

  describe("invitations", () => {
    it("answer alike whatever is wrong with a code, and tell nobody why", async () => {
      const { id, owner } = await groupOf(open(), ["Ara"]);
      const now = Date.now();
      const [expired, revoked, used] = [
        await makeInvite(owner.id, id, { days: 1, maxUses: 5 }, now - 2 * DAY),
        await makeInvite(owner.id, id, { days: 1, maxUses: 5 }, now),
        await makeInvite(owner.id, id, { days: 1, maxUses: 1 }, now),
      ];
      await revokeInvite(owner.id, { id, invite: revoked.id }, now);
      await join((await signedUp(open(), "Bora")).id, used.code);
      const { visitor } = await signedUp(open(), "Chan");
      const answers = [];
      for (const code of [expired.code, revoked.code, used.code, "ABCDE-FGHJK", "no code", "★"])
        for (const handler of [readInviteRoute, joinRoute]) {
          const { status, json } = await visitor.send(handler, {
            params: { code },
            ...(handler === joinRoute ? { body: { sharesReview: true } } : {}),
          });
          answers.push({ status, json });
        }
      expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
      expect(answers[0].status).toBe(404);
    });

    it("let people in however the code is typed, and remember what each wants seen", async () => {
      const { id, owner } = await groupOf(open(), ["Ara"]);
      const code = await codeFor(owner.id, id);
      const bora = await signedUp(open(), "Bora");
      expect((await bora.visitor.get(readInviteRoute, { params: { code } })).json).toEqual({
        group: { name: "Ara's group" },
        joined: null,
      });
      await join(bora.id, ` ${code.slice(0, 5).toLowerCase()}-${code.slice(5)} `, { sharesReview: false });
      expect((await bora.visitor.get(readInviteRoute, { params: { code } })).json).toMatchObject({ joined: id });
      const home = await readGroup(bora.id, id, Date.now());
      expect(home).toMatchObject({ owner: false, sharesReview: false, invites: null });
      expect(home.studied.map(({ member }) => member)).toEqual([owner.member]);
    });

    it("are used up by those who join, not by those who are in the group", async () => {
      const { id, owner } = await groupOf(open(), ["Ara"]);
      const code = await codeFor(owner.id, id, 1);
      await join(owner.id, code);
      expect((await readGroup(owner.id, id, Date.now())).invites).toMatchObject([{ code, uses: 0 }]);
      await join((await signedUp(open(), "Bora")).id, code);
      expect((await readGroup(owner.id, id, Date.now())).invites).toEqual([]);
    });

    it("are five at a time, and none of an archived group lets anybody in", async () => {
      const { id, owner } = await groupOf(open(), ["Ara"]);
      const now = Date.now();
      const codes = [];
      for (let i = 0; i < MOST_INVITES; i++) codes.push(await codeFor(owner.id, id));
      await expect(codeFor(owner.id, id)).rejects.toMatchObject({ code: "too-many-invites" });
      await changeGroup(owner.id, id, { archived: true }, now);
      await expect(join((await signedUp(open(), "Bora")).id, codes[0])).rejects.toMatchObject({ code: "not-found" });
    });

    it("count wrong codes against an address, and right ones not", async () => {
      const { id, owner } = await groupOf(open(), ["Ara"]);
      const code = await codeFor(owner.id, id);
      const visitor = new Visitor("198.51.100.80");
      for (let i = 0; i < 120; i++) expect((await visitor.get(readInviteRoute, { params: { code } })).status).toBe(200);
      for (let i = 0; i < 100; i++) expect((await visitor.get(readInviteRoute, { params: { code: "ABCDEFGHJK" } })).status).toBe(404);
      expect((await visitor.get(readInviteRoute, { params: { code: "ABCDEFGHJK" } })).code).toBe("rate-limited");
      expect((await visitor.get(readInviteRoute, { params: { code } })).code).toBe("rate-limited");
      expect((await new Visitor("198.51.100.81").get(readInviteRoute, { params: { code } })).status).toBe(200);
    });

    it("ask a guest to sign up first, and a guest's work joins no group when it moves", async () => {
      const { id, owner } = await groupOf(open(), ["Ara"]);
      const code = await codeFor(owner.id, id);
      const guest = await signedIn(open());
      await expect(join(guest.id, code)).rejects.toMatchObject({ code: "account-needed" });
      await expect(join(guest.id, "ABCDEFGHJK")).rejects.toMatchObject({ code: "account-needed" });
      const bora = await signedUp(open(), "Bora");
      await mergeGuest(guest.id, bora.id, Date.now());
      await join(guest.id, code);
      expect((await listGroups(bora.id, Date.now())).groups).toMatchObject([{ id, role: "member", members: 2 }]);
    });
  });

  describe("places", () => {
    it("are 50 in a group and 20 a person", async () => {
      const { id, owner } = await groupOf(open(), ["Ara"]);
      const code = await codeFor(owner.id, id);
      const users = Array.from({ length: MOST_MEMBERS - 2 }, (_, i) => ({ id: `full-${id}-${i}`, guest: false }));
      await open().client.user.createMany({ data: users });
      await open().client.groupMember.createMany({
        data: users.map((user) => ({
          groupId: id,
          userId: user.id,
          sharesReview: true,
          joinedAt: new Date(),
          joinedOn: "2026-11-01",
        })),
      });
      const bora = await signedUp(open(), "Bora");
      await join(bora.id, code);
      await expect(join((await signedUp(open(), "Chan")).id, code)).rejects.toMatchObject({ code: "group-full" });

      const make = (i: number) => createGroup(bora.id, freshKey(), { name: `Group ${i}`, sharesReview: true }, Date.now());
      for (let i = 1; i < MOST_GROUPS; i++) await make(i);
      await expect(make(0)).rejects.toMatchObject({ code: "too-many-groups" });
      const other = await groupOf(open(), ["Duri"]);
      await expect(join(bora.id, await codeFor(other.owner.id, other.id))).rejects.toMatchObject({ code: "too-many-groups" });
    });

    it("are lost at once by who is removed, who comes back only when an owner says so", async () => {
      const { id, owner, people, today } = await groupOf(open(), ["Ara", "Bora"]);
      const bora = people[1];
      const now = Date.now();
      const session = await begin(owner.id, id, today);
      const item = await ask(bora.id, id, session, "왜요?");
      await changeItem(owner.id, { id, item }, { assignee: bora.member }, now);
      await endMembership(owner.id, { id, member: bora.member }, now);
      await expect(readGroup(bora.id, id, now)).rejects.toMatchObject({ code: "not-found" });
      await expect(ask(bora.id, id, session, "nochmal")).rejects.toMatchObject({ code: "not-found" });
      expect((await listGroups(bora.id, now)).groups).toEqual([]);
      const home = await readGroup(owner.id, id, now);
      expect(home.people[1]).toMatchObject({ name: "Bora", state: "removed" });
      expect(home.items).toMatchObject([{ by: bora.member, assignee: null }]);
      expect([home.session?.moderator, home.session?.scribe]).not.toContain(bora.member);

      const code = await codeFor(owner.id, id);
      await expect(join(bora.id, code)).rejects.toMatchObject({ code: "not-found" });
      await changeMember(owner.id, { id, member: bora.member }, { removed: false }, now);
      await join(bora.id, code);
      expect(await memberOf(open(), id, bora.id), "the same place").toBe(bora.member);
    });

    it("of an owner are handed on before the last one leaves; the group goes with its last member", async () => {
      const { id, owner, people } = await groupOf(open(), ["Ara", "Bora"]);
      const bora = people[1];
      const now = Date.now();
      const leave = (who: typeof bora) => endMembership(who.id, { id, member: who.member }, now);
      await expect(leave(owner)).rejects.toMatchObject({ code: "last-owner" });
      await expect(changeMember(owner.id, { id, member: owner.member }, { role: "member" }, now)).rejects.toMatchObject({
        code: "last-owner",
      });
      await changeMember(owner.id, { id, member: bora.member }, { role: "owner" }, now);
      await leave(owner);
      await expect(leave(bora)).rejects.toMatchObject({ code: "last-owner" });
      await changeGroup(bora.id, id, { archived: true }, now);
      await leave(bora);
      expect(await open().client.group.count({ where: { id } })).toBe(0);
    });

    it("in an archived group read everything and change nothing but the archive", async () => {
      const { id, owner, people, today } = await groupOf(open(), ["Ara", "Bora"]);
      const now = Date.now();
      const session = await begin(owner.id, id, today);
      await changeGroup(owner.id, id, { archived: true }, now);
      expect(await readSession(people[1].id, { id, session }, now)).toMatchObject({ group: { archived: true } });
      const refused = { code: "group-archived" };
      await expect(ask(owner.id, id, session, "noch etwas")).rejects.toMatchObject(refused);
      await expect(begin(owner.id, id, shifted(today, -1))).rejects.toMatchObject(refused);
      await expect(changeGroup(owner.id, id, { name: "B" }, now)).rejects.toMatchObject(refused);
      await expect(codeFor(owner.id, id)).rejects.toMatchObject(refused);
      await changeGroup(owner.id, id, { archived: false, name: "B" }, now);
      expect(await readGroup(owner.id, id, now)).toMatchObject({ name: "B", archived: false });
    });

    it("are made once under one key, and refused under it for another group", async () => {
      const { id: ara } = await signedUp(open(), "Ara");
      const key = freshKey();
      const body = { name: "Study", timeZone: "asia/seoul", sharesReview: true };
      const first = await createGroup(ara, key, body, Date.now());
      expect(await createGroup(ara, key, body, Date.now())).toEqual({ id: first.id, repeated: true });
      await expect(createGroup(ara, key, { ...body, name: "Other" }, Date.now())).rejects.toMatchObject({ code: "key-reused" });
      await expect(createGroup(ara, freshKey(), { ...body, timeZone: "Mars/Base" }, Date.now())).rejects.toMatchObject({
        code: "bad-time-zone",
      });
      expect(await readGroup(ara, first.id, Date.now())).toMatchObject({ timeZone: "Asia/Seoul", owner: true });
    });
  });

  describe("what members do together", () => {
    const { practise, submit } = playerOn(open);
    const solve = async (userId: string, times = 1) => {
      for (let i = 0; i < times; i++) {
        const { token, seed } = await practise(userId);
        await submit(userId, token, perfect(seed, 1));
      }
    };

    it("is counted from the ledger: since they joined, this week, of those who share, each instance once", async () => {
      const { id, owner, people } = await groupOf(open(), ["Ara", "Bora"]);
      const [, bora] = people;
      const chan = await signedUp(open(), "Chan");
      await solve(chan.id, 2);
      await join(chan.id, await codeFor(owner.id, id));
      await solve(chan.id);
      await solve(owner.id, 2);
      const { token, seed } = await practise(bora.id);
      for (let i = 0; i < 3; i++) await submit(bora.id, token, perfect(seed, 1));
      const quest = async () => (await readGroup(owner.id, id, Date.now())).quest;
      expect(await quest()).toMatchObject({ count: 4, target: 40 });
      await changeMember(bora.id, { id, member: bora.member }, { sharesReview: false }, Date.now());
      expect(await quest()).toMatchObject({ count: 3 });
      await changeGroup(owner.id, id, { questTarget: 5 }, Date.now());
      expect(await quest()).toMatchObject({ count: 3, target: 5 });
      expect((await readGroup(owner.id, id, Date.now() + 7 * DAY)).quest).toMatchObject({ count: 0 });
    });

    it("shows who has studied today to the group, of those who share, and makes a streak of it", async () => {
      const { id, owner, people } = await groupOf(open(), ["Ara", "Bora", "Chan"]);
      const [, bora, chan] = people;
      const home = async () => readGroup(chan.id, id, Date.now());
      expect((await home()).streak).toEqual({ length: 0, today: false, needed: 2, sharing: 3 });
      await solve(owner.id);
      await solve(bora.id);
      const { studied, streak } = await home();
      expect(studied).toEqual([
        { member: owner.member, today: true },
        { member: bora.member, today: true },
        { member: chan.member, today: false },
      ]);
      expect(streak).toEqual({ length: 1, today: true, needed: 2, sharing: 3 });
      await changeMember(bora.id, { id, member: bora.member }, { sharesReview: false }, Date.now());
      expect((await home()).studied.map(({ member }) => member)).toEqual([owner.member, chan.member]);
    });

    it("is not shown in quiet mode, nor is anybody counted", async () => {
      const { id, owner } = await groupOf(open(), ["Ara", "Bora"]);
      await changeGroup(owner.id, id, { quiet: true }, Date.now());
      expect(await readGroup(owner.id, id, Date.now())).toMatchObject({ quiet: true, streak: null, quest: null });
      expect((await listGroups(owner.id, Date.now())).groups).toMatchObject([{ members: null }]);
    });
  });
});
