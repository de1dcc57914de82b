/** Who hears that something was written in a group, or stands in an inbox: its members, at once, and nobody else. */
import { afterAll, expect, it, vi } from "vitest";
import { markAttendance } from "@/lib/server/groups/attendance";
import { addItem } from "@/lib/server/groups/items";
import { endMembership } from "@/lib/server/groups/members";
import { noteRooms } from "@/lib/server/notes/rooms";
import { freshKey, signedIn } from "./setup/client";
import { eachDatabase } from "./setup/database";
import { ask, begin, groupOf, joined, noteIn } from "./setup/groups";
import { asking, listen } from "./setup/listening";

vi.mock("@/app/api/services", () => import("./setup/content"));

eachDatabase("news", (open) => {
  afterAll(async () => (await noteRooms()).close());

  async function scene() {
    const { id, owner, people, today } = await groupOf(open(), ["Ara", "Bora"]);
    const session = await begin(owner.id, id, today);
    return { id, owner, bora: people[1], session, group: { type: "group", group: id } as const };
  }
  const inbox = { type: "inbox" } as const;

  it("of a group come to a member once it is written, and that there may be some as soon as they listen", async () => {
    const { id, owner, bora, session, group } = await scene();
    const ear = await listen(owner, { groups: id });
    expect(await ear.next()).toEqual(inbox);
    expect(await ear.next()).toEqual(group);
    await markAttendance(bora.id, { id, session, member: bora.member }, { status: "present", next: null }, Date.now());
    expect(await ear.next()).toEqual(group);
    await ask(bora.id, id, session, "Why is box 4 still alive?");
    expect(await ear.next()).toEqual(group);
    await joined(open(), owner.id, id, "Chan");
    expect(await ear.next()).toEqual(group);
    ear.leave();
  });

  it("come with what is heard of notes, over the same connection", async () => {
    const { id, owner, bora, session, group } = await scene();
    const note = await noteIn(owner.id, id, { text: "" });
    const ear = await listen(owner, { at: `${note}.0`, groups: id });
    expect(await ear.next()).toMatchObject({ type: "here", note });
    expect([await ear.next(), await ear.next()]).toEqual([inbox, group]);
    await ask(bora.id, id, session, "And why is this?");
    expect(await ear.next()).toEqual(group);
    ear.leave();
  });

  it("of an inbox come to the one person whom something concerns, whatever they have open", async () => {
    const { id, owner, bora, session } = await scene();
    const [theirs, others] = [await listen(bora, {}), await listen(owner, {})];
    expect([await theirs.next(), await others.next()]).toEqual([inbox, inbox]);
    const task = { session, type: "task", text: "Read the paper", assignee: bora.member } as const;
    await addItem(owner.id, id, freshKey(), task, Date.now());
    expect(await theirs.next()).toEqual(inbox);
    // What concerns the other comes first: the task told them nothing.
    await addItem(bora.id, id, freshKey(), { ...task, text: "Write it down", assignee: owner.member }, Date.now());
    expect(await others.next()).toEqual(inbox);
    const heard = vi.fn();
    void others.next().then(heard);
    await Promise.resolve();
    expect(heard).not.toHaveBeenCalled();
    theirs.leave();
    others.leave();
  });

  it("end for a member who is removed: they hear of it once, and the connection ends", async () => {
    const { id, owner, bora, session, group } = await scene();
    const ear = await listen(bora, { groups: id });
    expect([await ear.next(), await ear.next()]).toEqual([inbox, group]);
    await endMembership(owner.id, { id, member: bora.member }, Date.now());
    await ask(owner.id, id, session, "Without you");
    expect(await ear.next()).toEqual(group);
    expect(await ear.next()).toBeNull();
    expect((await asking(bora, { groups: id })).status).toBe(404);
  });

  it("of a group tell nothing to whoever is not in it, also beside a group that they are in", async () => {
    const { id, owner, session } = await scene();
    const outsider = await signedIn(open(), { guest: false, name: "Eun" });
    expect((await asking(outsider, { groups: id })).status).toBe(404);
    const theirs = await groupOf(open(), ["Fay"]);
    const ear = await listen(theirs.owner, { groups: `${id},${theirs.id}` });
    const first = [await ear.next(), await ear.next(), await ear.next()];
    expect(first).toEqual([inbox, { type: "group", group: id }, { type: "group", group: theirs.id }]);
    await ask(owner.id, id, session, "Only for us");
    const own = await begin(theirs.owner.id, theirs.id, theirs.today);
    expect(own).not.toBe("");
    expect(await ear.next(), "the next of all is of their own").toEqual({ type: "group", group: theirs.id });
    ear.leave();
  });

  it.each([
    ["groups", "a group,b"],
    ["groups", Array.from({ length: 9 }, (_, i) => `g${i}`).join(",")],
    ["at", "note"],
  ])("are refused for %s=%s", async (name, value) => {
    const { owner } = await scene();
    expect((await asking(owner, { [name]: value })).status).toBeGreaterThanOrEqual(400);
  });
});
