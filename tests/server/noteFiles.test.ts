/** Notes taken out: under names that every file system takes, with the pictures where the text names them. */
import { unzipSync } from "fflate";
import { expect, it, vi } from "vitest";
import { changeGroup } from "@/lib/server/groups/settings";
import { addNoteImage } from "@/lib/server/notes/images";
import { exportNote, exportNotes } from "@/lib/server/notes/files";
import { eachDatabase } from "./setup/database";
import { begin, groupOf, noteIn } from "./setup/groups";
import { pngOf } from "./setup/pictures";

vi.mock("@/app/api/services", () => import("./setup/content"));

eachDatabase("notes as files", (open) => {
  const bytesOf = async (pieces: AsyncIterable<Uint8Array>) => {
    const found: Uint8Array[] = [];
    for await (const piece of pieces) found.push(piece);
    return new Uint8Array(Buffer.concat(found));
  };

  it("are Markdown under their title", async () => {
    const { owner, id, today } = await groupOf(open(), ["Ara"]);
    const session = await begin(owner.id, id, today);
    const note = await noteIn(owner.id, id, { session, title: "오늘", text: "- IoU\n\n\n" });
    const { name, pieces } = await exportNote(owner.id, { id, note }, Date.now());
    expect(name).toBe(`note-${today}.md`);
    expect(Buffer.from(await bytesOf(pieces)).toString()).toBe("# 오늘\n\n- IoU\n");
  });

  it("are of the day that the group's clock shows when they are begun, not of London's", async () => {
    // Half past midnight on the 2nd in Seoul, and the evening before in UTC; of yesterday still where days begin at four.
    const begun = Date.UTC(2026, 10, 1, 15, 30);
    const { owner, id } = await groupOf(open(), ["Ara"], begun - 1_000);
    const note = await noteIn(owner.id, id, { title: "밤" }, begun);
    const names = async () => [
      (await exportNote(owner.id, { id, note }, begun)).name,
      ...Object.keys(unzipSync(await bytesOf((await exportNotes(owner.id, id, begun)).pieces))),
    ];
    await changeGroup(owner.id, id, { dayStart: 4 }, begun);
    expect(await names()).toEqual(["note-2026-11-01.md", "2026-11-01 밤.md"]);
    await changeGroup(owner.id, id, { dayStart: 0 }, begun);
    expect(await names()).toEqual(["note-2026-11-02.md", "2026-11-02 밤.md"]);
  });

  it("are under names that a file system takes, however long their titles are", async () => {
    const { owner, id } = await groupOf(open(), ["Ara"]);
    const titles = ["👩‍🔬".repeat(24), "겹".repeat(120), "겹".repeat(120), "a".repeat(120)];
    for (const title of titles) await noteIn(owner.id, id, { title });
    const names = Object.keys(unzipSync(await bytesOf((await exportNotes(owner.id, id, Date.now())).pieces)));
    expect(names).toHaveLength(titles.length);
    expect(names.filter((name) => Buffer.byteLength(name) > 255 || !name.endsWith(".md") || name.includes("\ufffd"))).toEqual([]);
  });

  it("are all of a group's in one archive, and nothing of another's", async () => {
    const { owner, id, today } = await groupOf(open(), ["Ara"]);
    const session = await begin(owner.id, id, today);
    const other = await groupOf(open(), ["Chan"]);
    await noteIn(other.owner.id, other.id, { title: "Theirs", text: "theirs" });
    const note = await noteIn(owner.id, id, { session, title: "../a:b?*", text: "# Its own\n" });
    const image = await addNoteImage(owner.id, { id, note }, new Uint8Array(pngOf(8, 8)), Date.now());
    const [first, second] = [
      await noteIn(owner.id, id, { title: "같은 이름", text: "A" }),
      await noteIn(owner.id, id, { title: "같은 이름", text: "B" }),
    ];
    const { name, pieces } = await exportNotes(owner.id, id, Date.now());
    expect(name).toBe(`notes-${today}.zip`);
    const files = unzipSync(await bytesOf(pieces));
    const later = first > second ? first : second;
    expect(Object.keys(files).sort()).toEqual(
      [`${today} a b.md`, `${today} 같은 이름.md`, `${today} 같은 이름 ${later}.md`, `images/${image.id}.webp`].sort(),
    );
    expect(Buffer.from(files[`${today} a b.md`]).toString()).toBe("# Its own\n");
    expect(Buffer.from(files[`images/${image.id}.webp`]).subarray(8, 12).toString()).toBe("WEBP");
  });
});
