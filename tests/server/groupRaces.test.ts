/** What members of a group do at the same moment, to each other and to the group, comes out as if it had been done one after the other. */
import { afterAll, expect, it, vi } from "vitest";
import { eraseAccount } from "@/lib/server/account/erase";
import { markAttendance } from "@/lib/server/groups/attendance";
import { makeInvite, MOST_MEMBERS, revokeInvite } from "@/lib/server/groups/invites";
import { changeMember, endMembership } from "@/lib/server/groups/members";
import { confirmReading, listReadings, takeDeck } from "@/lib/server/groups/readings";
import { readSession } from "@/lib/server/groups/session";
import { changeGroup } from "@/lib/server/groups/settings";
import { hideNote } from "@/lib/server/discussion/complaints";
import { closeDocuments } from "@/lib/server/notes/documents";
import { readEdits } from "@/lib/server/notes/edits";
import { keepVersion, readVersion } from "@/lib/server/notes/versions";
import { NOTE_BYTES } from "@/lib/wire/noteParts";
import { ERASE_WORDS } from "@/lib/wire/scalars";
import { freshKey } from "./setup/client";
import { services } from "./setup/content";
import { eachDatabase } from "./setup/database";
import { answer, ask, begin, codeFor, groupOf, join, noteIn, readOf, signedUp, wonder } from "./setup/groups";
import { expectInvariants } from "./setup/invariants";
import { listen } from "./setup/listening";
import { aNote, Tab } from "./setup/noteTab";

vi.mock("@/app/api/services", () => import("./setup/content"));

eachDatabase("at the same moment", (open) => {
  afterAll(async () => {
    await expectInvariants(open());
    await closeDocuments();
  });
  const now = Date.now();

  /** Does all at once; what was refused, by code. Anything but a refusal is thrown. */
  async function refusals(tasks: readonly (() => Promise<unknown>)[]): Promise<string[]> {
    const all = await Promise.allSettled(tasks.map((task) => task()));
    return all.flatMap((each) => {
      if (each.status === "fulfilled") return [];
      const { code } = each.reason as { readonly code?: string };
      if (code === undefined || /^[A-Z0-9]+$/.test(code)) throw each.reason;
      return [code];
    });
  }
  const owners = (groupId: string) => open().client.groupMember.count({ where: { groupId, leftAt: null, role: "OWNER" } });

  it("fifty join by two codes where there are five places, while one leaves and one is removed", async () => {
    const { id, owner, people } = await groupOf(open(), ["Ara", "Bora", "Chan"]);
    const users = Array.from({ length: MOST_MEMBERS - 8 }, (_, i) => ({ id: `seat-${id}-${i}`, guest: false }));
    await open().client.user.createMany({ data: users });
    const place = { groupId: id, sharesReview: true, joinedAt: new Date(), joinedOn: "2026-11-01" };
    await open().client.groupMember.createMany({ data: users.map((user) => ({ ...place, userId: user.id })) });
    const codes = await Promise.all([codeFor(owner.id, id), codeFor(owner.id, id)]);
    const crowd = Array.from({ length: 50 }, (_, i) => ({ id: `crowd-${id}-${i}`, guest: false }));
    await open().client.user.createMany({ data: crowd });
    const refused = await refusals([
      ...crowd.map((user, i) => () => join(user.id, codes[i % 2])),
      () => endMembership(people[1].id, { id, member: people[1].member }, now),
      () => endMembership(owner.id, { id, member: people[2].member }, now),
    ]);
    expect(new Set(refused)).toEqual(new Set(["group-full"]));
    const inIt = await open().client.groupMember.count({ where: { groupId: id, leftAt: null } });
    expect(inIt).toBe(MOST_MEMBERS - 5 - 2 + 50 - refused.length);
    expect(inIt).toBeLessThanOrEqual(MOST_MEMBERS);
    const { uses } = await open()
      .client.groupInvite.aggregate({ where: { groupId: id, code: { in: codes } }, _sum: { uses: true } })
      .then(({ _sum }) => _sum);
    expect(uses).toBe(50 - refused.length);
  });

  it("one joins by a code in four tabs while it is revoked: once and by one use, or not at all, and nobody after that", async () => {
    for (let round = 0; round < 4; round++) {
      const { id, owner } = await groupOf(open(), ["Ara"]);
      const { id: invite, code } = await makeInvite(owner.id, id, { days: 1, maxUses: 50 }, now);
      const bora = await signedUp(open(), "Bora");
      const tab = () => join(bora.id, code);
      const refused = await refusals([tab, tab, () => revokeInvite(owner.id, { id, invite }, now), tab, tab]);
      expect(refused.filter((each) => each !== "not-found")).toEqual([]);
      const { uses } = await open().client.groupInvite.findUniqueOrThrow({ where: { id: invite } });
      expect(await open().client.groupMember.count({ where: { groupId: id, userId: bora.id } })).toBe(uses);
      expect(uses).toBeLessThanOrEqual(1);
      await expect(join((await signedUp(open(), "Chan")).id, code)).rejects.toMatchObject({ status: 404 });
    }
  });

  it("one who is removed joins again, writes and makes a code meanwhile: what came after is not there", async () => {
    for (let round = 0; round < 4; round++) {
      const { id, owner, people } = await groupOf(open(), ["Ara", "Bora"]);
      const [, bora] = people;
      await changeMember(owner.id, { id, member: bora.member }, { role: "owner" }, now);
      const code = await codeFor(owner.id, id);
      const refused = await refusals([
        () => makeInvite(bora.id, id, { days: 7, maxUses: 50 }, now),
        () => join(bora.id, code),
        () => endMembership(owner.id, { id, member: bora.member }, now),
        () => join(bora.id, code),
        () => noteIn(bora.id, id),
        () => makeInvite(bora.id, id, { days: 7, maxUses: 50 }, now),
      ]);
      expect(refused.filter((each) => each !== "not-found")).toEqual([]);
      expect(await open().client.groupMember.count({ where: { id: bora.member, leftAt: null } })).toBe(0);
      expect(await open().client.groupInvite.count({ where: { memberId: bora.member, revokedAt: null } })).toBe(0);
    }
  });

  it("two owners make each other members, hand on and leave: one is left", async () => {
    for (let round = 0; round < 4; round++) {
      const { id, owner, people } = await groupOf(open(), ["Ara", "Bora", "Chan"]);
      const [, bora, chan] = people;
      await changeMember(owner.id, { id, member: bora.member }, { role: "owner" }, now);
      const refused = await refusals([
        () => changeMember(owner.id, { id, member: bora.member }, { role: "member" }, now),
        () => changeMember(bora.id, { id, member: owner.member }, { role: "member" }, now),
        () => changeMember(bora.id, { id, member: chan.member }, { role: "owner" }, now),
        () => endMembership(owner.id, { id, member: owner.member }, now),
        () => endMembership(bora.id, { id, member: bora.member }, now),
      ]);
      expect(refused.filter((code) => !["forbidden", "last-owner", "not-found"].includes(code))).toEqual([]);
      expect(await owners(id)).toBeGreaterThan(0);
    }
  });

  it("the last one archives and leaves while others join: the group is whole or gone", async () => {
    for (let round = 0; round < 4; round++) {
      const { id, owner } = await groupOf(open(), ["Ara"]);
      const code = await codeFor(owner.id, id);
      const others = await Promise.all(["Bora", "Chan", "Duri"].map((name) => signedUp(open(), name)));
      const leave = async () => {
        await changeGroup(owner.id, id, { archived: true }, now);
        await endMembership(owner.id, { id, member: owner.member }, now);
      };
      const refused = await refusals([...others.map((other) => () => join(other.id, code)), leave]);
      expect(refused.filter((each) => each !== "not-found")).toEqual([]);
      const there = await open().client.groupMember.count({ where: { groupId: id } });
      const left = await open().client.group.count({ where: { id } });
      expect(left === 0 ? there : 1).toBe(left === 0 ? 0 : 1);
      expect(others.length - refused.length).toBe(left === 0 ? 0 : there - 1);
    }
  });

  it("everybody says how they are there, and who leads says it for all: each once, and who is away leads nothing", async () => {
    const { id, owner, people, today } = await groupOf(open(), ["Ara", "Bora", "Chan", "Duri", "Eun"]);
    const session = await begin(owner.id, id, today);
    const mark = (by: { id: string }, member: string, status: "present" | "absent") =>
      markAttendance(by.id, { id, session, member }, { status, next: null }, Date.now());
    const refused = await refusals(
      people.flatMap(({ id: user, member }, i) => [
        () => mark({ id: user }, member, i < 3 ? "absent" : "present"),
        () => mark(owner, member, i < 3 ? "absent" : "present"),
        () => mark({ id: user }, member, i < 3 ? "absent" : "present"),
      ]),
    );
    expect(refused).toEqual([]);
    const { attendance, moderator, scribe } = await readSession(owner.id, { id, session }, Date.now());
    expect(attendance.map(({ status }) => status)).toEqual(["absent", "absent", "absent", "present", "present"]);
    expect([moderator, scribe].sort()).toEqual(
      people
        .slice(3)
        .map(({ member }) => member)
        .sort(),
    );
  });

  it("one confirms a note in four tabs under four keys, and takes its deck in four more: all stands once", async () => {
    const { id, owner, people, today } = await groupOf(open(), ["Ara", "Bora"]);
    const session = await begin(owner.id, id, today);
    const confirm = () => confirmReading(services.catalog, owner.id, { id, session }, freshKey(), readOf(), Date.now());
    expect(await refusals([confirm, confirm, confirm, confirm])).toEqual([]);
    const { items } = await readSession(owner.id, { id, session }, Date.now());
    expect(items).toHaveLength(1);
    const { readings, slips } = await listReadings(services.catalog, owner.id, id, session, Date.now());
    expect([readings.length, slips.length]).toEqual([1, 1]);
    const take = () => takeDeck(services.catalog, people[1].id, { id, reading: readings[0].id }, Date.now());
    const taken = await Promise.all([take(), take(), take(), take()]);
    expect(taken.filter(({ repeated }) => !repeated)).toHaveLength(1);
    expect(await open().client.deck.count({ where: { userId: people[1].id } })).toBe(1);
  });

  it("one brings an older version back while another types: nothing that was typed is lost", async () => {
    const { owner, bora, edit, path, stored } = await aNote(open(), "one\ntwo\n");
    const kept = await keepVersion(owner.id, path, "by-hand", now);
    const [here, there] = [new Tab(await readEdits(owner.id, path, 0)), new Tab(await readEdits(owner.id, path, 0))];
    await edit(
      owner,
      here.update((text) => text.delete(0, 4)),
    );
    const { text: before } = await readVersion(owner.id, { ...path, version: kept.id });
    const typed = Array.from({ length: 12 }, (_, i) => there.update((text) => text.insert(text.length, `b${i} `)));
    const typing = async () => {
      for (const update of typed) await edit(bora, update);
    };
    const restoring = async () => {
      await keepVersion(owner.id, path, "before-restore", Date.now());
      await edit(
        owner,
        here.update((text) => text.insert(0, before.slice(0, 4))),
      );
    };
    expect(await refusals([typing, restoring])).toEqual([]);
    expect(await stored()).toBe(`one\ntwo\n${Array.from({ length: 12 }, (_, i) => `b${i} `).join("")}`);
  });

  it("an owner hides a note that others write in and hear: they write no more, and hear that it is gone", async () => {
    const { id, owner, bora, edit, path, note } = await aNote(open(), "one");
    const ear = await listen(bora, { at: `${note}.1` });
    const tab = new Tab(await readEdits(bora.id, path, 0));
    const updates = Array.from({ length: 6 }, (_, i) => tab.update((text) => text.insert(text.length, ` ${i}`)));
    const typing = async () => {
      for (const update of updates) await edit(bora, update);
    };
    const refused = await refusals([typing, () => hideNote(owner.id, { id, note }, true, Date.now())]);
    expect(refused.filter((code) => code !== "not-found")).toEqual([]);
    await expect(
      edit(
        bora,
        tab.update((text) => text.insert(0, "!")),
      ),
    ).rejects.toMatchObject({ status: 404 });
    const heard: string[] = [];
    for (let event = await ear.next(); event !== null && event.type !== "gone"; event = await ear.next()) heard.push(event.type);
    ear.leave();
    expect(heard).not.toContain("gone");
  });

  it("an owner's account is erased while the others write, ask and answer: what they wrote stays, without the name", async () => {
    const { id, owner, people, today } = await groupOf(open(), ["Ara Namgung", "Bora", "Chan"]);
    const [, bora, chan] = people;
    const session = await begin(owner.id, id, today);
    const note = await noteIn(owner.id, id, { text: "Ara wrote this\n" });
    const thread = await wonder(bora.id, id, `why, @${owner.member}?`);
    const code = await codeFor(owner.id, id);
    const late = await signedUp(open(), "Duri");
    const tab = new Tab(await readEdits(chan.id, { id, note }, 0));
    const { editNote } = await import("@/lib/server/notes/edit");
    const updates = Array.from({ length: 5 }, (_, i) => tab.update((text) => text.insert(text.length, `c${i} `)));
    const refused = await refusals([
      () => ask(bora.id, id, session, "왜요?"),
      () => eraseAccount(owner.id, { id: owner.id, word: ERASE_WORDS.en }, { address: "192.0.2.9", now: Date.now() }),
      () => ask(owner.id, id, session, "mine"),
      () => answer(chan.id, id, thread, "because"),
      () => answer(owner.id, id, thread, "mine too"),
      () => join(late.id, code),
      async () => {
        for (const update of updates) await editNote(chan.id, { id, note }, freshKey(), { update }, Date.now());
      },
    ]);
    expect(refused.filter((each) => !["not-found", "not-signed-in", "no-such-account"].includes(each))).toEqual([]);
    expect(await owners(id)).toBe(1);
    const { text } = await open().client.note.findUniqueOrThrow({ where: { id: note }, select: { text: true } });
    expect(text).toBe(`Ara wrote this\n${Array.from({ length: 5 }, (_, i) => `c${i} `).join("")}`);
    expect(Buffer.byteLength(text)).toBeLessThan(NOTE_BYTES);
    const { people: shown } = await readSession(bora.id, { id, session }, Date.now());
    expect(shown.find(({ id: member }) => member === owner.member)).toMatchObject({ name: null });
    expect(await open().client.openItem.count({ where: { groupId: id, text: "왜요?" } })).toBe(1);
    expect(await open().client.comment.count({ where: { groupId: id, text: "because" } })).toBe(1);
  });
});
