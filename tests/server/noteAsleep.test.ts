/**
 * A tab that was frozen or hidden for a quarter of an hour, with an edit whose answer it never heard and another that it had not sent yet,
 * while others wrote so much that their edits are no longer kept singly: it merges when it wakes.
 */
import { afterAll, expect, it } from "vitest";
import { ApiError } from "@/lib/client/api/apiError";
import { toBase64 } from "@/lib/client/notes/bytes";
import { memoryStore } from "@/lib/client/notes/noteStore";
import { NoteSync } from "@/lib/client/notes/noteSync";
import { closeDocuments } from "@/lib/server/notes/documents";
import { editNote } from "@/lib/server/notes/edit";
import { readEdits } from "@/lib/server/notes/edits";
import { mergeQuiet } from "@/lib/server/notes/merge";
import { freshKey } from "./setup/client";
import { eachDatabase } from "./setup/database";
import { aNote } from "./setup/noteTab";

/** Enough to be merged. */
const MEANWHILE = 30;
const MINUTES = 60_000;

eachDatabase("a tab that slept", (open) => {
  afterAll(closeDocuments);

  it("merges what it had with all that was written in a quarter of an hour, once", async () => {
    const { owner, bora, edit, path, stored, tab } = await aNote(open(), "# Together\n");
    const begun = Date.now();
    let now = begun;
    let asleep = false;
    const waiting: (() => void)[] = [];
    const sync = new NoteSync({
      post: async (update, key) => {
        const { seq } = await editNote(bora.id, path, key, { update: toBase64(update) }, now);
        // It is kept, and the tab that would hear so has fallen asleep.
        if (asleep) throw ApiError.unreached();
        return seq;
      },
      since: (after) => readEdits(bora.id, path, after),
      store: memoryStore(),
      newKey: freshKey,
      later: (task) => {
        waiting.push(task);
        return () => void waiting.splice(waiting.indexOf(task) >>> 0, 1);
      },
    });
    const settled = () => expect.poll(() => sync.state.waiting, { timeout: 30_000 }).toBe(0);
    await sync.load();
    sync.text.insert(sync.text.length, "heard of\n");
    waiting.splice(0).forEach((task) => task());
    await settled();

    asleep = true;
    sync.text.insert(sync.text.length, "kept, and never heard of\n");
    waiting.splice(0).forEach((task) => task());
    await expect.poll(stored, { timeout: 30_000 }).toContain("never heard of");
    sync.text.insert(sync.text.length, "typed and not sent\n");
    waiting.splice(0);
    expect(sync.state.waiting).toBeGreaterThan(0);

    const others = await tab();
    for (let n = 0; n < MEANWHILE; n++)
      await edit(
        owner,
        others.update((text) => text.insert(0, `${n}\n`)),
        freshKey(),
        (now = begun + (n * 15 * MINUTES) / MEANWHILE),
      );
    now = begun + 17 * MINUTES;
    expect(await mergeQuiet(now)).toBeGreaterThan(0);
    // As if two hundred more had come: those merged are not kept singly then.
    await open().client.noteUpdate.updateMany({ where: { noteId: path.note }, data: { bytes: null } });
    expect((await readEdits(bora.id, path, sync.seq)).state, "singly they are kept no more").not.toBeNull();

    asleep = false;
    sync.wake();
    for (let rounds = 0; rounds < 100 && sync.state.waiting > 0; rounds++) {
      await new Promise((resolve) => setImmediate(resolve));
      waiting.splice(0).forEach((task) => task());
      await expect.poll(() => sync.state.waiting === 0 || waiting.length > 0, { timeout: 30_000 }).toBe(true);
    }
    await settled();
    const text = await stored();
    expect(sync.text.toString()).toBe(text);
    const lines = [...Array.from({ length: MEANWHILE }, (_, n) => String(n)), "heard of", "kept, and never heard of", "typed and not sent"];
    expect(lines.filter((line) => text.split("\n").filter((each) => each === line).length !== 1)).toEqual([]);
  });
});
