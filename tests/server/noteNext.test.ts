/** A note that was edited so often that it ends: it goes on in one other, and nothing of it is lost. */
import { afterAll, expect, it, vi } from "vitest";
import { hideNote } from "@/lib/server/discussion/complaints";
import { endMembership } from "@/lib/server/groups/members";
import { readSession } from "@/lib/server/groups/session";
import { changeGroup } from "@/lib/server/groups/settings";
import { continueNote } from "@/lib/server/notes/create";
import { closeDocuments } from "@/lib/server/notes/documents";
import { addNoteImage, readNoteImage } from "@/lib/server/notes/images";
import { listNotes, readNote } from "@/lib/server/notes/read";
import { NOTE_BYTES } from "@/lib/wire/noteParts";
import { freshKey } from "./setup/client";
import { eachDatabase } from "./setup/database";
import { begin, noteIn, typed, wearOut } from "./setup/groups";
import { aNote } from "./setup/noteTab";
import { pngOf } from "./setup/pictures";

vi.mock("@/app/api/services", () => import("./setup/content"));

eachDatabase("a note that is worn out", (open) => {
  afterAll(closeDocuments);
  const now = Date.now();

  async function worn(text = "IoU") {
    const made = await aNote(open(), text);
    await wearOut(made.note);
    const goOn = (who: { id: string }, words = `${text}, and what was not saved`, key = freshKey()) =>
      continueNote(who.id, made.path, key, { text: words }, now);
    const read = (note: string, who: { id: string } = made.owner) => readNote(who.id, { id: made.id, note }, now);
    return { ...made, goOn, read };
  }

  it("goes on in a new one of the same title with all that its writer has, and each leads to the other", async () => {
    const { note, bora, goOn, read, id } = await worn();
    const { id: next, repeated } = await goOn(bora);
    expect(repeated).toBe(false);
    expect(await read(next)).toMatchObject({
      title: "A note",
      text: "IoU, and what was not saved",
      former: note,
      next: null,
      writes: true,
    });
    expect(await read(note)).toMatchObject({ text: "IoU", former: null, next, writes: false });
    expect((await listNotes(bora.id, id, undefined, now)).notes.map((each) => [each.id, each.next]).sort()).toEqual(
      [
        [note, next],
        [next, null],
      ].sort(),
    );
  });

  it("is written in by nobody any more, however small the edit", async () => {
    const { owner, bora, goOn, edit, stored } = await worn();
    await goOn(bora);
    await open().client.note.updateMany({ where: { text: "IoU" }, data: { state: null, stateSeq: 0 } });
    await expect(edit(owner, typed("!"))).rejects.toMatchObject({ status: 409, code: "note-worn" });
    expect(await stored()).toBe("IoU");
  });

  it("goes on once: of eight who ask at once all are led to one note, and the same key is the same note", async () => {
    const { owner, bora, goOn, id } = await worn();
    const key = freshKey();
    const all = await Promise.all([
      goOn(owner, "mine", key),
      ...Array.from({ length: 6 }, (_, i) => goOn(i % 2 ? owner : bora, `${i}`)),
      goOn(bora),
    ]);
    expect(new Set(all.map((each) => each.id)).size).toBe(1);
    expect(all.filter(({ repeated }) => !repeated)).toHaveLength(1);
    expect(await open().client.note.count({ where: { groupId: id } })).toBe(2);
    expect(await goOn(owner, "mine", key)).toEqual({ id: all[0].id, repeated: true });
  });

  it("hands on its session and shows its pictures, to whoever may still see where they came from", async () => {
    const { id, owner, bora } = await aNote(open());
    const { today } = await import("@/lib/server/groups/home").then(({ readGroup }) => readGroup(owner.id, id, now));
    const session = await begin(owner.id, id, today);
    const note = await noteIn(owner.id, id, { session, text: "IoU" });
    const { id: image } = await addNoteImage(owner.id, { id, note }, new Uint8Array(pngOf(8, 8)), now);
    await wearOut(note);
    const { id: second } = await continueNote(bora.id, { id, note }, freshKey(), { text: "IoU" }, now);
    await wearOut(second);
    const { id: third } = await continueNote(bora.id, { id, note: second }, freshKey(), { text: "IoU" }, now);
    expect((await readSession(bora.id, { id, session }, now)).note).toBe(third);
    expect((await readNoteImage(bora.id, { id, note: third, image }, now)).length).toBeGreaterThan(0);
    // Not the other way round, and in no other note.
    await expect(readNoteImage(bora.id, { id, note: await noteIn(owner.id, id), image }, now)).rejects.toMatchObject({ status: 404 });
    await hideNote(owner.id, { id, note }, true, now);
    await expect(readNoteImage(bora.id, { id, note: third, image }, now)).rejects.toMatchObject({ status: 404 });
    expect((await readNoteImage(owner.id, { id, note: third, image }, now)).length).toBeGreaterThan(0);
  });

  it("does not go on while it can be written in, for whoever is not in the group, from the archive, or with too long a text", async () => {
    const { id, owner, bora, goOn, path } = await worn();
    const fresh = await noteIn(owner.id, id);
    await expect(continueNote(owner.id, { id, note: fresh }, freshKey(), { text: "" }, now)).rejects.toMatchObject({
      code: "note-not-worn",
    });
    await expect(async () => goOn(owner, "a".repeat(NOTE_BYTES + 1))).rejects.toMatchObject({ code: "note-too-long" });
    const stranger = await aNote(open());
    await expect(goOn(stranger.owner)).rejects.toMatchObject({ status: 404 });
    await expect(
      continueNote(stranger.owner.id, { id: stranger.id, note: path.note }, freshKey(), { text: "" }, now),
    ).rejects.toMatchObject({
      status: 404,
    });
    await changeGroup(owner.id, id, { archived: true }, now);
    await expect(goOn(bora)).rejects.toMatchObject({ code: "group-archived" });
    await changeGroup(owner.id, id, { archived: false }, now);
    await endMembership(owner.id, { id, member: bora.member }, now);
    await expect(goOn(bora)).rejects.toMatchObject({ status: 404 });
    await hideNote(owner.id, path, true, now);
    expect((await goOn(owner)).repeated).toBe(false);
  });
});
