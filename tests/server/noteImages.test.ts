/** Pictures of notes: what is taken, what is kept of it, what is refused, and that it goes with its note. */
import fc from "fast-check";
import sharp from "sharp";
import { expect, it, vi } from "vitest";
import { encodePicture } from "@/lib/server/notes/encode";
import { addNoteImage, GROUP_BYTES, MOST_PICTURES, readNoteImage } from "@/lib/server/notes/images";
import { PICTURE_BYTES } from "@/lib/wire/noteParts";
import { addNoteImage as adding, readNoteImage as reading } from "@/lib/wire/noteImages";
import { nameOf } from "@/lib/wire/route";
import { eachDatabase } from "./setup/database";
import { begin, groupOf, joined, noteIn } from "./setup/groups";
import { findHandlers } from "./setup/handlers";
import { picture, pngOf, textChunk } from "./setup/pictures";

vi.mock("@/app/api/services", () => import("./setup/content"));

const handlers = await findHandlers();
const handlerOf = (route: typeof adding | typeof reading) => handlers.get(nameOf(route)) as NonNullable<ReturnType<typeof handlers.get>>;
const blob = (bytes: Uint8Array, type = "image/png") => new Blob([new Uint8Array(bytes)], { type });
const canvas = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: "#c23320" } });

eachDatabase("pictures of notes", (open) => {
  async function aNote() {
    const group = await groupOf(open(), ["Ara", "Bora"]);
    const session = await begin(group.owner.id, group.id, group.today);
    const note = await noteIn(group.owner.id, group.id, { session });
    const put = (file: Blob, who = group.owner) => who.visitor.send(handlerOf(adding), { params: { id: group.id, note }, body: file });
    const see = (image: string, who = group.owner) => who.visitor.get(handlerOf(reading), { params: { id: group.id, note, image } });
    return { ...group, note, put, see };
  }
  const idOf = ({ json }: { json: unknown }) => (json as { id: string }).id;

  it.each([
    ["PNG", async () => blob(await canvas(30, 20).png().toBuffer())],
    ["JPEG", async () => blob(await canvas(30, 20).jpeg().toBuffer(), "image/jpeg")],
    ["WebP", async () => blob(await canvas(30, 20).webp().toBuffer(), "image/webp")],
    ["a PNG that calls itself a JPEG", async () => blob(await canvas(30, 20).png().toBuffer(), "image/jpeg")],
  ])("takes %s and keeps WebP", async (_name, make) => {
    const { put, see } = await aNote();
    const answer = await put(await make());
    expect([answer.status, answer.json]).toMatchObject([201, { width: 30, height: 20, repeated: false }]);
    const shown = await see(idOf(answer));
    expect(shown.status).toBe(200);
    expect(Object.fromEntries(shown.headers)).toMatchObject({
      "content-type": "image/webp",
      "x-content-type-options": "nosniff",
      "cache-control": "private, max-age=31536000, immutable",
      "content-disposition": "inline",
      "content-security-policy": expect.stringMatching(/default-src 'none'.*sandbox/),
    });
    expect(
      Buffer.from(shown.json as Uint8Array)
        .subarray(8, 12)
        .toString(),
    ).toBe("WEBP");
  });

  it("keeps nothing of where and when it was taken, and turns it as it was meant to be seen", async () => {
    const sent = await canvas(40, 20)
      .withExif({ IFD0: { Copyright: "Ara-was-here" }, IFD3: { GPSLatitude: "37/1 33/1 0/1" } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const { put, see } = await aNote();
    const answer = await put(blob(sent, "image/jpeg"));
    expect(answer.json).toMatchObject({ width: 20, height: 40 });
    const kept = Buffer.from((await see(idOf(answer))).json as Uint8Array);
    const { exif, xmp, icc, orientation } = await sharp(kept).metadata();
    expect({ exif, xmp, icc, orientation }).toEqual({});
    expect(kept.includes("Ara-was-here")).toBe(false);
  });

  it("bounds the longest side", async () => {
    const { put } = await aNote();
    expect((await put(blob(pngOf(4000, 1000)))).json).toMatchObject({ width: 2048, height: 512 });
  });

  it("keeps the first frame of a picture that moves", async () => {
    const frames = await Promise.all(
      ["#c23320", "#13704a"].map((background) =>
        sharp({ create: { width: 16, height: 16, channels: 3, background } })
          .png()
          .toBuffer(),
      ),
    );
    const moving = await sharp(frames, { join: { animated: true } })
      .webp({ loop: 0 })
      .toBuffer();
    expect((await sharp(moving).metadata()).pages).toBe(2);
    const { put, see } = await aNote();
    const answer = await put(blob(moving, "image/webp"));
    expect(answer.json).toMatchObject({ width: 16, height: 16 });
    expect((await sharp(Buffer.from((await see(idOf(answer))).json as Uint8Array)).metadata()).pages ?? 1).toBe(1);
  });

  it.each([
    ["a bomb of 16 megapixels and a row", () => blob(pngOf(4000, 4001)), 422, "too-many-pixels"],
    ["a header of four gigapixels with one row behind it", () => blob(pngOf(65_000, 65_000, { rows: 1 })), 422, "too-many-pixels"],
    ["nothing", () => blob(new Uint8Array()), 422, "no-picture"],
    ["a signature alone", () => blob(pngOf(8, 8).subarray(0, 8)), 422, "no-picture"],
    ["half a picture", () => blob(pngOf(300, 300).subarray(0, 60)), 422, "no-picture"],
    ["an SVG", () => blob(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')), 422, "no-picture"],
    [
      "an SVG behind the signature of a PNG",
      () => blob(Buffer.concat([pngOf(8, 8).subarray(0, 8), Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>")])),
      422,
      "no-picture",
    ],
    ["a GIF", () => blob(Buffer.from("GIF89a\u0001\0\u0001\0\0\0\0;", "latin1")), 422, "no-picture"],
    ["a page", () => blob(Buffer.from("<!doctype html><script>alert(1)</script>")), 422, "no-picture"],
    ["what is called an SVG", () => blob(pngOf(8, 8), "image/svg+xml"), 415, "wrong-content-type"],
    ["JSON", () => blob(Buffer.from("{}"), "application/json"), 415, "wrong-content-type"],
    ["a file of 5 MB and a byte", () => blob(Buffer.concat([pngOf(8, 8), Buffer.alloc(PICTURE_BYTES)])), 413, "too-large"],
  ])("refuses %s", async (_name, make, status, code) => {
    const { put, note } = await aNote();
    const answer = await put(make());
    expect([answer.status, answer.code]).toEqual([status, code]);
    expect(await open().client.noteImage.count({ where: { noteId: note } })).toBe(0);
  });

  it("takes 16 megapixels", async () => {
    expect(await encodePicture(pngOf(4000, 4000))).toMatchObject({ width: 2048, height: 2048 });
  });

  it("keeps of a file that is two things at once the picture alone", async () => {
    const page = "<script>alert(document.cookie)</script>";
    const both = Buffer.concat([pngOf(8, 8, { extra: [textChunk(page)] }), Buffer.from(page), Buffer.from("PK\u0003\u0004")]);
    const { put, see } = await aNote();
    const kept = Buffer.from((await see(idOf(await put(blob(both))))).json as Uint8Array);
    expect(kept.includes("script")).toBe(false);
    expect(kept.includes("PK\u0003\u0004")).toBe(false);
  });

  it("answers every damaged file", async () => {
    const { put } = await aNote();
    const whole = [pngOf(40, 40), await canvas(40, 40).jpeg().toBuffer(), await canvas(40, 40).webp().toBuffer()];
    await open().client.rateLimiterFlexible.deleteMany();
    vi.spyOn(console, "error").mockImplementation(() => undefined);
    await fc.assert(
      fc.asyncProperty(
        fc.nat(),
        fc.nat(),
        fc.nat(),
        fc.uint8Array({ minLength: 1, maxLength: 20 }),
        fc.boolean(),
        async (which, at, cut, noise, cuts) => {
          const bytes = Buffer.from(whole[which % whole.length]);
          bytes.set(noise.slice(0, bytes.length - (at % bytes.length)), at % bytes.length);
          const sent = cuts ? bytes.subarray(0, cut % bytes.length) : bytes;
          await open().client.rateLimiterFlexible.deleteMany();
          expect([201, 422]).toContain((await put(blob(sent))).status);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("has the same file once, however often and by whomever it is put in at once", async () => {
    const { put, people, note } = await aNote();
    const file = picture();
    const answers = await Promise.all([put(file), put(file, people[1]), put(file), put(file, people[1])]);
    expect(new Set(answers.map(idOf)).size).toBe(1);
    expect(answers.filter(({ json }) => !(json as { repeated: boolean }).repeated)).toHaveLength(1);
    expect(await open().client.noteImage.count({ where: { noteId: note } })).toBe(1);
  });

  it("is another note's own, and another group's not at all", async () => {
    const [here, there] = [await aNote(), await aNote()];
    const image = idOf(await here.put(picture()));
    expect((await there.see(image)).status).toBe(404);
    const beside = await noteIn(here.owner.id, here.id);
    await expect(readNoteImage(here.owner.id, { id: here.id, note: beside, image }, Date.now())).rejects.toMatchObject({ status: 404 });
  });

  it("goes with its note, and stays without a name when who put it in is erased", async () => {
    const { put, see, note, id, owner } = await aNote();
    const duri = await joined(open(), owner.id, id, "Duri");
    const image = idOf(await put(picture(), duri));
    await (await import("@/lib/server/groups/erase")).leaveAllGroups([duri.id], Date.now());
    expect((await see(image)).status).toBe(200);
    expect((await see(image, duri)).status).toBe(404);
    await open().client.note.delete({ where: { id: note } });
    expect(await open().client.noteImage.count({ where: { id: image } })).toBe(0);
  });

  it("is not put into an archived group, and still seen there", async () => {
    const { put, see, id } = await aNote();
    const image = idOf(await put(picture()));
    await open().client.group.update({ where: { id }, data: { archivedAt: new Date() } });
    expect((await put(picture())).code).toBe("group-archived");
    expect((await see(image)).status).toBe(200);
  });

  it("has a limit for a note, for a group and for how often", async () => {
    const { put, id, note, owner } = await aNote();
    const fill = (count: number, size: number) =>
      open().client.noteImage.createMany({
        data: Array.from({ length: count }, (_, i) => ({
          noteId: note,
          memberId: owner.member,
          sha256: `${count}-${i}`,
          bytes: new Uint8Array(1),
          size,
          width: 1,
          height: 1,
        })),
      });
    await fill(1, GROUP_BYTES);
    expect((await put(picture())).code).toBe("pictures-full");
    await open().client.noteImage.deleteMany({ where: { noteId: note } });
    await fill(MOST_PICTURES, 1);
    expect((await put(picture())).code).toBe("note-full");
    await open().client.noteImage.deleteMany({ where: { noteId: note } });
    const codes: (string | null)[] = [];
    for (let i = 0; i < 20; i++) codes.push((await put(picture())).code);
    expect(codes.filter((code) => code === "rate-limited")).toHaveLength(2);
    expect(id).not.toBe("");
  });

  it("asks for a place in the group before it looks at the file", async () => {
    const { id, note } = await aNote();
    const outside = await groupOf(open(), ["Chan"]);
    await expect(addNoteImage(outside.owner.id, { id, note }, new Uint8Array(), Date.now())).rejects.toMatchObject({ status: 404 });
  });
});
