/** Edits that ask more of the server than anybody's typing, and notes that such edits have worn out. */
import { afterAll, expect, it } from "vitest";
import * as Y from "yjs";
import { continueNote } from "@/lib/server/notes/create";
import { closeDocuments } from "@/lib/server/notes/documents";
import { readEdits } from "@/lib/server/notes/edits";
import { UPDATE_BYTES } from "@/lib/wire/noteParts";
import { freshKey } from "./setup/client";
import { crowding } from "./setup/crowding";
import { eachDatabase } from "./setup/database";
import { aNote, base64, bytesOf, Tab } from "./setup/noteTab";

eachDatabase("hostile edits of notes", (open) => {
  afterAll(closeDocuments);

  const WORD = "ABCDEFGH";
  /** Makes a note of one word into one that was crowded for a while: a crowd behind each of its letters takes Yjs many seconds. */
  async function crowdedNote() {
    const made = await aNote(open(), WORD);
    const { updates } = await readEdits(made.owner.id, made.path, 0);
    const word = bytesOf(updates[0].update);
    const [{ id }] = Y.decodeUpdate(word).structs;
    const letters = [...WORD].map((_, i) => Y.createID(id.client, id.clock + i));
    const crowds = Array.from({ length: 30 }, (_, i) => crowding(id.client + 1 + i, [letters[7]]));
    await open().client.note.update({
      where: { id: made.note },
      data: { state: Buffer.from(Y.mergeUpdates([word, ...crowds])), stateSeq: 1 },
    });
    return { ...made, letters };
  }

  it("that would take too long are refused, in a thread of their own: others go on meanwhile, and so does the note", async () => {
    const { owner, bora, edit, path, stored, letters } = await crowdedNote();
    const quiet = await aNote(open());
    const answered: string[] = [];
    const theirs = edit(bora, base64(crowding(letters[0].client + 1000, letters))).catch((error: unknown) => {
      answered.push("theirs");
      return error;
    });
    for (const word of ["one ", "two ", "three "])
      await quiet.edit(
        quiet.owner,
        new Tab(await readEdits(quiet.owner.id, quiet.path, 0)).update((text) => text.insert(text.length, word)),
      );
    answered.push("mine");
    expect(await theirs).toMatchObject({ status: 422, code: "edit-too-heavy" });
    expect(answered).toEqual(["mine", "theirs"]);
    expect(await stored()).toBe(WORD);
    expect(
      await edit(
        owner,
        new Tab(await readEdits(owner.id, path, 0)).update((text) => text.insert(8, "!")),
      ),
    ).toEqual({ seq: 2, repeated: false });
    expect(await stored()).toBe(`${WORD}!`);
  });

  /** Letters behind each of the word's letters, one before the other, and deleted again: what is left of each is its place. */
  const worn = (tab: Tab): string =>
    tab.update((text) => {
      for (let letter = WORD.length; letter > 0; letter--) {
        for (let i = 0; i < 480; i++) text.insert(letter, "x");
        text.delete(letter, 480);
      }
    });

  it("are taken until the note as it is now is as large as a note may become, merged or not", async () => {
    const { owner, bora, edit, stored, tab, path } = await aNote(open(), WORD);
    const theirs = await tab();
    let refused: unknown = null;
    let taken = 0;
    for (; refused === null && taken < 60; taken++) {
      const update = worn(theirs);
      expect(bytesOf(update).length).toBeLessThan(UPDATE_BYTES);
      await edit(bora, update).catch((error: unknown) => (refused = error));
    }
    expect(refused).toMatchObject({ status: 409, code: "note-worn" });
    expect(Y.encodeStateAsUpdate((await tab()).doc).length).toBeLessThan(2 * 1024 * 1024);
    expect(await stored()).toBe(WORD);
    expect(
      await edit(
        owner,
        (await tab()).update((text) => text.insert(0, "!")),
      ),
    ).toMatchObject({ repeated: false });
    // And it goes on in another, with what was refused.
    expect((await continueNote(bora.id, path, freshKey(), { text: `${WORD}x` }, Date.now())).repeated).toBe(false);
  });
});
