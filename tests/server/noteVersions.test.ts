/** What a note was can be brought back, whatever one of its writers does to it. */
import { expect, it } from "vitest";
import { readEdits } from "@/lib/server/notes/edits";
import { KEEP_EVERY_MS, KEEP_REMOVED_MS, keepVersion, listVersions, MOST_VERSIONS, readVersion } from "@/lib/server/notes/versions";
import { freshKey } from "./setup/client";
import { eachDatabase } from "./setup/database";
import { aNote, Tab } from "./setup/noteTab";

eachDatabase("versions of notes", (open) => {
  /** Somebody's note that was written for five minutes, with everything that can be brought back of it. */
  async function written() {
    const made = await aNote(open());
    const { owner, path, edit } = made;
    const begun = Date.now();
    const tab = new Tab();
    let now = begun;
    for (let line = 0; line < 30; line++) {
      now = begun + line * 10_000;
      await edit(
        owner,
        tab.update((text) => text.insert(text.length, `${line}. 상자 둘이 얼마나 겹치는지 넓이로 셉니다\n`)),
        freshKey(),
        now,
      );
    }
    const kept = async () => {
      const { versions } = await listVersions(owner.id, path);
      return Promise.all(versions.map(async (each) => ({ ...each, ...(await readVersion(owner.id, { ...path, version: each.id })) })));
    };
    const theirs = async () => new Tab(await readEdits(owner.id, path, 0));
    return { ...made, whole: tab.text.toString(), now, kept, theirs };
  }

  it.each([
    ["at once", Number.POSITIVE_INFINITY],
    ["by and by", 12],
  ])("are there of what somebody takes away %s, minutes after it was written", async (_how, piece) => {
    const { bora, edit, stored, whole, now, kept, theirs } = await written();
    const tab = await theirs();
    for (let n = 1; tab.text.length > 0; n++)
      await edit(
        bora,
        tab.update((text) => text.delete(Math.max(0, text.length - piece), Math.min(piece, text.length))),
        freshKey(),
        now + n * 80,
      );
    expect(await stored()).toBe("");
    const longest = (await kept()).reduce((best, { text }) => (text.length > best.length ? text : best), "");
    expect(whole.startsWith(longest)).toBe(true);
    expect(Buffer.byteLength(whole.slice(longest.length))).toBeLessThan(700);
  });

  it("are not made of slips that are taken back, nor more than one a minute", async () => {
    const { bora, owner, edit, now, kept, theirs } = await written();
    const tab = await theirs();
    for (let n = 1; n <= 20; n++) {
      for (const change of ["slip", ""])
        await edit(
          owner,
          tab.update((text) => (change === "" ? text.delete(text.length - 4, 4) : text.insert(text.length, change))),
          freshKey(),
          now + n * 100,
        );
    }
    expect(await kept()).toEqual([]);
    const other = await theirs();
    for (let n = 1; n <= 30; n++)
      await edit(
        bora,
        other.update((text) => (n % 2 === 1 ? text.insert(0, "ㅁ".repeat(400)) : text.delete(0, 400))),
        freshKey(),
        now + 10_000 + n * 100,
      );
    expect((await kept()).map(({ reason }) => reason)).toEqual(["automatic"]);
    expect(KEEP_REMOVED_MS).toBeLessThan(KEEP_EVERY_MS);
  });

  it("of one are not crowded out by those of another", async () => {
    const { owner, bora, path, edit, now, kept, theirs } = await written();
    const hand = await keepVersion(owner.id, path, "by-hand", now);
    // As if somebody had kept one after each of very many edits.
    const many = Array.from({ length: MOST_VERSIONS - 1 }, (_, n) => ({ seq: 1000 + n, createdAt: new Date(now + 1 + n) }));
    const as = { noteId: path.note, memberId: bora.member, text: "x", reason: "BY_HAND" as const };
    await open().client.noteVersion.createMany({ data: many.map((each) => ({ ...as, ...each })) });
    const tab = await theirs();
    for (let n = 1; n <= 3; n++) {
      await edit(
        bora,
        tab.update((text) => text.insert(0, "x")),
        freshKey(),
        now + 1000 + n,
      );
      await keepVersion(bora.id, path, "by-hand", now + 1000 + n);
    }
    const versions = await kept();
    expect(versions).toHaveLength(MOST_VERSIONS);
    expect(versions.map(({ id }) => id)).toContain(hand.id);
    // Of one's own the oldest make room.
    expect(versions.map(({ seq }) => seq)).not.toContain(1000);
    expect(versions[0]).toMatchObject({ by: bora.member, text: tab.text.toString() });
  });
});
