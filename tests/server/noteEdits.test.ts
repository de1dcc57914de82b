/** Edits of a note: numbered, kept once, judged, merged; versions of it; and what readers hear of them. */
import { afterAll, expect, it, vi } from "vitest";
import * as Y from "yjs";
import { endMembership } from "@/lib/server/groups/members";
import { closeDocuments } from "@/lib/server/notes/documents";
import { readEdits } from "@/lib/server/notes/edits";
import { mergeQuiet } from "@/lib/server/notes/merge";
import { showPresence } from "@/lib/server/notes/presence";
import { noteRooms } from "@/lib/server/notes/rooms";
import { KEEP_EVERY_MS, keepVersion, listVersions, readVersion } from "@/lib/server/notes/versions";
import { NOTE_BYTES, NOTE_TEXT } from "@/lib/wire/noteParts";
import { freshKey } from "./setup/client";
import { eachDatabase } from "./setup/database";
import type { InGroup } from "./setup/groups";
import { listen } from "./setup/listening";
import { aNote as noteOf, base64, bytesOf, Tab } from "./setup/noteTab";
import type { NoteEvent } from "@/lib/wire/notes";

vi.mock("@/app/api/services", () => import("./setup/content"));

eachDatabase("edits of notes", (open) => {
  afterAll(async () => {
    await closeDocuments();
    await (await noteRooms()).close();
  });

  const aNote = (text?: string) => noteOf(open(), text);

  it("are numbered in the order in which they come, and the text beside is what they make", async () => {
    const { owner, bora, edit, stored, tab, path } = await aNote("start ");
    const [a, b] = [await tab(), await tab()];
    expect(
      await edit(
        owner,
        a.update((text) => text.insert(6, "가나다")),
      ),
    ).toEqual({ seq: 2, repeated: false });
    expect(
      await edit(
        bora,
        b.update((text) => text.insert(0, "> ")),
      ),
    ).toEqual({ seq: 3, repeated: false });
    expect(await stored()).toBe("> start 가나다");
    expect((await tab()).text.toString()).toBe("> start 가나다");
    const { updates, seq, state } = await readEdits(owner.id, path, 1);
    expect([seq, state, updates.map((each) => [each.seq, each.by])]).toEqual([
      3,
      null,
      [
        [2, owner.member],
        [3, bora.member],
      ],
    ]);
  });

  it("count once by their key, at any time later, and no other edit comes in under it", async () => {
    const { owner, edit, stored, tab } = await aNote();
    const a = await tab();
    const [first, second] = [a.update((text) => text.insert(0, "one ")), a.update((text) => text.insert(4, "two"))];
    const key = freshKey();
    await edit(owner, first, key);
    await edit(owner, second);
    expect(await edit(owner, first, key)).toEqual({ seq: 1, repeated: true });
    await expect(edit(owner, second, key)).rejects.toMatchObject({ code: "key-reused" });
    expect(await stored()).toBe("one two");
  });

  it("from many at once lose nothing and leave no gap", async () => {
    const { owner, bora, edit, stored, tab, path } = await aNote();
    const tabs = await Promise.all(Array.from({ length: 8 }, tab));
    const words = tabs.flatMap((each, i) =>
      Array.from({ length: 5 }, (_, n) => ({ each, word: `<${i}.${n}>`, who: i % 2 ? owner : bora })),
    );
    const sent = tabs.map(async (tabOf) => {
      for (const { word, who } of words.filter(({ each }) => each === tabOf))
        await edit(
          who,
          tabOf.update((text) => text.insert(0, word)),
        );
    });
    await Promise.all(sent);
    const text = await stored();
    expect(words.filter(({ word }) => text.split(word).length !== 2)).toEqual([]);
    expect((await readEdits(owner.id, path, 0)).updates.map(({ seq }) => seq)).toEqual(Array.from({ length: 40 }, (_, i) => i + 1));
  });

  const foreign = (change: (doc: Y.Doc) => void): string => {
    const doc = new Y.Doc();
    change(doc);
    return base64(Y.encodeStateAsUpdate(doc));
  };
  /** Letters of one tab each of which is put behind the note's beginning, so that they stand the other way round. */
  const crowded = (count: number): string =>
    foreign((doc) => {
      for (let i = 0; i < count; i++) doc.getText(NOTE_TEXT).insert(0, "a");
    });
  const manyTabs = (count: number): string => base64(Y.mergeUpdates(Array.from({ length: count }, () => bytesOf(crowded(1)))));
  it.each<[string, string]>([
    ["no Yjs at all", base64(Buffer.from("hello, this is not an update"))],
    ["cut off", foreign((doc) => doc.getText(NOTE_TEXT).insert(0, "a long enough text")).slice(0, 16)],
    ["nothing", ""],
    ["another text", foreign((doc) => doc.getText("other").insert(0, "a"))],
    ["a map of that name", foreign((doc) => doc.getMap(NOTE_TEXT).set("a", 1))],
    ["a list", foreign((doc) => doc.getArray(NOTE_TEXT).insert(0, [1]))],
    ["formats", foreign((doc) => doc.getText(NOTE_TEXT).insert(0, "a", { bold: true }))],
    ["embedded things", foreign((doc) => doc.getText(NOTE_TEXT).insertEmbed(0, { src: "https://tracker.example" }))],
    ["a character that the database cannot hold", foreign((doc) => doc.getText(NOTE_TEXT).insert(0, "a\0b"))],
    ["no change", base64(Uint8Array.of(0, 0))],
    ["a thousand letters behind one, which Yjs would compare with each other", crowded(1_000)],
    ["documents of forty tabs", manyTabs(40)],
    ["a line end that editors count otherwise", foreign((doc) => doc.getText(NOTE_TEXT).insert(0, "a\r\nb"))],
  ])("are refused as a whole where they carry %s", async (_title, update) => {
    const { owner, edit, path, stored } = await aNote("as it was");
    await expect(edit(owner, update)).rejects.toMatchObject({ status: 400, code: "bad-update" });
    expect((await readEdits(owner.id, path, 0)).seq).toBe(1);
    expect(await stored()).toBe("as it was");
  });

  it("that build on one nobody has are sent back, and are taken once that has come", async () => {
    const { owner, edit, stored, tab } = await aNote();
    const a = await tab();
    const [first, second] = [a.update((text) => text.insert(0, "one ")), a.update((text) => text.insert(4, "two"))];
    await expect(edit(owner, second)).rejects.toMatchObject({ status: 409, code: "note-behind" });
    expect(await stored()).toBe("");
    await edit(owner, first);
    await edit(owner, second);
    expect(await stored()).toBe("one two");
  });

  it("come under a number that is one member's", async () => {
    const { owner, bora, edit, stored } = await aNote();
    const [mine, forged] = [new Tab(), new Tab()];
    forged.doc.clientID = mine.doc.clientID;
    await edit(
      owner,
      mine.update((text) => text.insert(0, "mine")),
    );
    await expect(
      edit(
        bora,
        forged.update((text) => text.insert(0, "forged")),
      ),
    ).rejects.toMatchObject({ code: "number-taken" });
    expect(await stored()).toBe("mine");
  });

  it("come under a number that was shown with its member, and is theirs from then on", async () => {
    const { owner, bora, edit, stored, path } = await aNote();
    const [mine, forged] = [new Tab(), new Tab()];
    forged.doc.clientID = mine.doc.clientID;
    const shown = { client: mine.doc.clientID, cursor: null, here: true };
    await showPresence(owner.id, path, shown);
    await expect(showPresence(bora.id, path, shown)).rejects.toMatchObject({ code: "number-taken" });
    const word = (tab: Tab, written: string) => tab.update((text) => text.insert(0, written));
    await expect(edit(bora, word(forged, "forged"))).rejects.toMatchObject({ code: "number-taken" });
    await edit(owner, word(mine, "mine"));
    expect(await stored()).toBe("mine");
  });

  it("are answered by the megabyte, each answer going on where the last one ended", async () => {
    const { owner, edit, path } = await aNote();
    const tab = new Tab();
    // A letter in, a letter out: much to send, and nothing left of it.
    const long = "가".repeat(20_000);
    for (let i = 0; i < 20; i++) {
      await edit(
        owner,
        tab.update((text) => text.insert(0, long)),
      );
      await edit(
        owner,
        tab.update((text) => text.delete(0, long.length)),
      );
    }
    const seen: number[] = [];
    for (let after = 0; after < 40; after = seen.at(-1) ?? 40) {
      const { updates, seq } = await readEdits(owner.id, path, after);
      expect([seq, updates.length > 0]).toEqual([40, true]);
      expect(updates.reduce((sum, { update }) => sum + update.length, 0)).toBeLessThan(1.5 * 1024 * 1024);
      seen.push(...updates.map((each) => each.seq));
    }
    expect(seen).toEqual(Array.from({ length: 40 }, (_, i) => i + 1));
  });

  it("stop at 64 kB, and go on once there is room", async () => {
    const { owner, edit, stored, tab } = await aNote("가".repeat(Math.floor(NOTE_BYTES / 3)));
    const a = await tab();
    await expect(
      edit(
        owner,
        new Tab().update((text) => text.insert(0, "가나다")),
      ),
    ).rejects.toMatchObject({ status: 422, code: "note-too-long" });
    await edit(
      owner,
      a.update((text) => text.delete(0, 10)),
    );
    await edit(
      owner,
      a.update((text) => text.insert(0, "나다")),
    );
    expect((await stored()).slice(0, 3)).toBe("나다가");
  });

  it("of somebody who was removed, or in an archived group, are refused", async () => {
    const { id, owner, bora, edit, tab, stored } = await aNote();
    const a = await tab();
    const key = freshKey();
    const update = a.update((text) => text.insert(0, "A"));
    await edit(bora, update, key);
    await endMembership(owner.id, { id, member: bora.member }, Date.now());
    await expect(
      edit(
        bora,
        a.update((text) => text.insert(1, "B")),
      ),
    ).rejects.toMatchObject({ status: 404, code: "not-found" });
    await open().client.group.update({ where: { id }, data: { archivedAt: new Date() } });
    await expect(
      edit(
        owner,
        new Tab().update((text) => text.insert(0, "C")),
      ),
    ).rejects.toMatchObject({ code: "group-archived" });
    expect(await stored()).toBe("A");
  });

  it("are merged after two hundred, and in a quiet note; whoever asks from the beginning gets the state, who is near the end single edits", async () => {
    await mergeQuiet(Date.now() + 61_000);
    const { owner, edit, path, tab, stored } = await aNote();
    const a = new Tab();
    const keys = Array.from({ length: 430 }, freshKey);
    const first = a.update((text) => text.insert(0, "0"));
    await edit(owner, first, keys[0]);
    for (let i = 1; i < 430; i++)
      await edit(
        owner,
        a.update((text) => text.insert(text.length, String(i % 10))),
        keys[i],
      );
    const row = () => open().client.note.findUniqueOrThrow({ where: { id: path.note }, select: { stateSeq: true, seq: true } });
    expect(await row()).toEqual({ stateSeq: 400, seq: 430 });
    const whole = await readEdits(owner.id, path, 0);
    expect([whole.state?.seq, whole.updates.length]).toEqual([400, 30]);
    expect((await tab()).text.toString()).toBe(a.text.toString());
    const near = await readEdits(owner.id, path, 300);
    expect([near.state, near.updates[0].seq, near.updates.length]).toEqual([null, 301, 130]);
    expect(await edit(owner, first, keys[0]), "a merged edit is still known by its key").toEqual({ seq: 1, repeated: true });

    expect(await mergeQuiet(Date.now())).toBe(0);
    expect(await mergeQuiet(Date.now() + 61_000)).toBe(1);
    expect(await row()).toEqual({ stateSeq: 430, seq: 430 });
    expect((await tab()).text.toString()).toBe(a.text.toString());
    expect(await stored()).toBe(a.text.toString());
  });

  it("leave versions: by themselves every ten minutes, by hand, and before an older one is brought back", async () => {
    const { owner, bora, edit, path, tab } = await aNote("one");
    const a = await tab();
    const now = Date.now();
    await edit(
      owner,
      a.update((text) => text.insert(3, " two")),
      freshKey(),
      now + 1000,
    );
    expect((await listVersions(owner.id, path)).versions).toEqual([]);
    await edit(
      bora,
      new Tab(await readEdits(owner.id, path, 0)).update((text) => text.insert(7, " three")),
      freshKey(),
      now + 1000 + KEEP_EVERY_MS,
    );
    const hand = await keepVersion(bora.id, path, "by-hand", now + 2000 + KEEP_EVERY_MS);
    expect(await keepVersion(owner.id, path, "by-hand", now + 3000 + KEEP_EVERY_MS), "twice is once").toEqual(hand);
    await keepVersion(owner.id, path, "before-restore", now + 4000 + KEEP_EVERY_MS);
    const { versions } = await listVersions(bora.id, path);
    expect(versions.map(({ reason, by, seq }) => [reason, by, seq])).toEqual([
      ["before-restore", owner.member, 3],
      ["by-hand", bora.member, 3],
      ["automatic", owner.member, 2],
    ]);
    const texts = await Promise.all(versions.map(({ id }) => readVersion(owner.id, { ...path, version: id })));
    expect(texts.map(({ text }) => text)).toEqual(["one two three", "one two three", "one two"]);
  });

  /** What somebody hears of notes, event by event. */
  async function listening(who: InGroup, at: string) {
    const { next, leave } = await listen(who, { at });
    const nextOfNotes = async (): Promise<NoteEvent | null> => {
      const event = await next();
      return event === null || "note" in event ? event : nextOfNotes();
    };
    return { next: nextOfNotes, leave };
  }

  it("are heard by whoever listens, from where they are, in order, with who is there", async () => {
    const { owner, bora, edit, tab, note, path } = await aNote("one");
    const other = await aNote("elsewhere");
    const ear = await listening(owner, `${note}.0,${other.note}.0`);
    expect(await ear.next(), "of another group's note nothing is told").toEqual({ type: "gone", note: other.note });
    expect(await ear.next()).toEqual({ type: "here", note, seq: 1, present: [] });
    expect(await ear.next()).toMatchObject({ type: "edits", note, edits: [{ seq: 1, by: owner.member }] });
    const a = await tab();
    const update = a.update((text) => text.insert(3, " two"));
    await edit(bora, update);
    expect(await ear.next()).toEqual({ type: "edits", note, edits: [{ seq: 2, update, by: bora.member }] });
    const cursor = { anchor: "AAAA", head: "AAAB" };
    await showPresence(bora.id, path, { client: 7, cursor, here: true });
    expect(await ear.next()).toEqual({ type: "present", note, present: [{ client: 7, member: bora.member, cursor }], left: [] });
    const late = await listening(bora, `${note}.2`);
    expect(await late.next()).toEqual({ type: "here", note, seq: 2, present: [{ client: 7, member: bora.member, cursor }] });
    await showPresence(bora.id, path, { client: 7, cursor: null, here: false });
    expect(await ear.next()).toEqual({ type: "present", note, present: [], left: [7] });
    expect(await late.next()).toEqual({ type: "present", note, present: [], left: [7] });
    ear.leave();
    late.leave();
  });

  it("are told of as behind where they are no longer kept singly", async () => {
    const { owner, edit, note } = await aNote();
    const a = new Tab();
    for (let i = 0; i < 401; i++)
      await edit(
        owner,
        a.update((text) => text.insert(0, "x")),
      );
    const ear = await listening(owner, `${note}.5`);
    expect(await ear.next()).toMatchObject({ type: "here", seq: 401 });
    expect(await ear.next()).toEqual({ type: "behind", note, seq: 401 });
    ear.leave();
  });

  it("are heard no more by somebody who is removed, whose tabs go out", async () => {
    const { id, owner, bora, edit, note, path } = await aNote();
    const [ear, removed] = [await listening(owner, `${note}.0`), await listening(bora, `${note}.0`)];
    await Promise.all([ear.next(), removed.next()]);
    await showPresence(bora.id, path, { client: 9, cursor: null, here: true });
    expect(await removed.next()).toMatchObject({ type: "present", present: [{ client: 9 }] });
    await ear.next();
    const before = performance.now();
    await endMembership(owner.id, { id, member: bora.member }, Date.now());
    expect(await removed.next()).toEqual({ type: "gone", note });
    expect(await removed.next(), "and the connection ends").toBeNull();
    expect(performance.now() - before).toBeLessThan(1000);
    expect(await ear.next()).toEqual({ type: "present", note, present: [], left: [9] });
    await edit(
      owner,
      new Tab().update((text) => text.insert(0, "A")),
    );
    expect(await ear.next()).toMatchObject({ type: "edits" });
    ear.leave();
  });
});
