/** Notes of a group: begun once, listed, read. */
import { expect, it, vi } from "vitest";
import * as Y from "yjs";
import { createNote } from "@/lib/server/notes/create";
import { listNotes, readNote } from "@/lib/server/notes/read";
import { NOTE_BYTES, NOTE_TEXT } from "@/lib/wire/noteParts";
import { freshKey } from "./setup/client";
import { eachDatabase } from "./setup/database";
import { begin, groupOf, noteIn } from "./setup/groups";

vi.mock("@/app/api/services", () => import("./setup/content"));

eachDatabase("notes", (open) => {
  async function aGroup() {
    const group = await groupOf(open(), ["Ara", "Bora"]);
    return { ...group, session: await begin(group.owner.id, group.id, group.today), bora: group.people[1] };
  }
  const rowOf = (id: string) =>
    open().client.note.findUniqueOrThrow({ where: { id }, include: { updates: { orderBy: { seq: "asc" } }, clients: true } });

  it("has one note for a session, whoever begins it and however many do at once", async () => {
    const { id, owner, bora, session } = await aGroup();
    const begun = await Promise.all(
      [owner, bora, owner, bora].map((who) => createNote(who.id, id, freshKey(), { session, title: "Today", text: "- IoU" }, Date.now())),
    );
    expect(new Set(begun.map(({ id: note }) => note)).size).toBe(1);
    expect(begun.filter(({ repeated }) => !repeated)).toHaveLength(1);
    expect(await open().client.noteUpdate.count({ where: { noteId: begun[0].id } })).toBe(1);
  });

  it("has as many pages of its own as somebody begins, each once by its key", async () => {
    const { id, owner } = await aGroup();
    const key = freshKey();
    const body = { session: null, title: "A page", text: "" };
    const first = await createNote(owner.id, id, key, body, Date.now());
    expect(await createNote(owner.id, id, key, body, Date.now())).toEqual({ id: first.id, repeated: true });
    await expect(createNote(owner.id, id, key, { ...body, title: "Another" }, Date.now())).rejects.toMatchObject({ code: "key-reused" });
    expect((await createNote(owner.id, id, freshKey(), body, Date.now())).id).not.toBe(first.id);
  });

  it("begins with the text of a template as its first edit, from which Yjs makes that very text", async () => {
    const { id, owner } = await aGroup();
    const text = "# 강의 복습 내용\n\n- 🙂 **NMS**\n";
    const note = await noteIn(owner.id, id, { text: text.replaceAll("\n", "\r\n") });
    const { updates, clients, ...row } = await rowOf(note);
    expect(row).toMatchObject({ seq: 1, text, state: null, stateSeq: 0 });
    const doc = new Y.Doc();
    for (const { bytes } of updates) Y.applyUpdate(doc, bytes ?? new Uint8Array());
    expect(doc.getText(NOTE_TEXT).toString()).toBe(text);
    expect(clients.map(({ client, memberId }) => [Number(client), memberId])).toEqual([[[...doc.store.clients.keys()][0], owner.member]]);
    expect(await readNote(owner.id, { id, note }, Date.now())).toMatchObject({ text, seq: 1, writes: true, me: owner.member });
  });

  it("leaves out the text that the reader has, and no other", async () => {
    const { id, owner, bora } = await aGroup();
    const note = await noteIn(owner.id, id, { text: "A" });
    const read = (has?: number, reader = bora.id) => readNote(reader, { id, note }, Date.now(), has);
    expect(await read()).toMatchObject({ same: false, text: "A", seq: 1 });
    expect(await read(1)).toMatchObject({ same: true, text: "", seq: 1 });
    expect(await read(0)).toMatchObject({ same: false, text: "A", seq: 1 });
    await open().client.note.update({ where: { id: note }, data: { seq: 2, text: "AB" } });
    expect(await read(1)).toMatchObject({ same: false, text: "AB", seq: 2 });
    await open().client.note.update({ where: { id: note }, data: { hiddenAt: new Date() } });
    expect(await read(2), "what an owner hid, nobody has").toMatchObject({ same: false, text: "", hidden: true });
    expect(await read(2, owner.id)).toMatchObject({ same: true, hidden: true });
  });

  it("takes 64 kB and no byte more, counted as UTF-8", async () => {
    const { id, owner } = await aGroup();
    const full = "가".repeat(Math.floor(NOTE_BYTES / 3));
    const note = await noteIn(owner.id, id, { text: full });
    expect((await readNote(owner.id, { id, note }, Date.now())).text).toBe(full);
    await expect(noteIn(owner.id, id, { text: `${full}가` })).rejects.toMatchObject({ status: 422, code: "note-too-long" });
  });

  it("lists a group's notes, the latest first, a hundred at a time, and none of another group's", async () => {
    const { id, owner, session, today } = await aGroup();
    const other = await aGroup();
    await noteIn(other.owner.id, other.id);
    const begun: string[] = [];
    const now = Date.now();
    for (let i = 0; i < 101; i++) begun.unshift(await noteIn(owner.id, id, i === 0 ? { session } : {}, now + i));
    const first = await listNotes(owner.id, id, undefined, now);
    expect(first.notes.map((note) => note.id)).toEqual(begun.slice(0, 100));
    const rest = await listNotes(owner.id, id, first.before ?? "", now);
    expect(rest).toMatchObject({ before: null, notes: [{ id: begun[100], session: { id: session, date: today }, by: owner.member }] });
    await expect(listNotes(owner.id, id, await noteIn(other.owner.id, other.id), now)).rejects.toMatchObject({ code: "not-found" });
  });

  it("is read and not begun in an archived group", async () => {
    const { id, owner } = await aGroup();
    const note = await noteIn(owner.id, id, { text: "A" });
    await open().client.group.update({ where: { id }, data: { archivedAt: new Date() } });
    await expect(noteIn(owner.id, id)).rejects.toMatchObject({ code: "group-archived" });
    expect(await readNote(owner.id, { id, note }, Date.now())).toMatchObject({ text: "A", writes: false });
  });
});
