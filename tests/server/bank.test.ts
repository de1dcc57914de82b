/** The bank of questions: versions, what is refused and why, files taken whole or not at all, and what others' work keeps. */
import { XMLParser } from "fast-xml-parser";
import { afterAll, describe, expect, it, vi } from "vitest";
import { blank, toQuestion, type Content, type ContentOf } from "@/lib/bank";
import { readCsv } from "@/lib/bank/csv/read";
import { readGift } from "@/lib/bank/gift/read";
import { drawQuestion, gradeQuestion, solutionOf } from "@/lib/questions";
import { leaveBank } from "@/lib/server/bank/erase";
import { csvOf, giftOf, xmlOf } from "@/lib/server/bank/exports";
import { checkFile, importFile } from "@/lib/server/bank/imports";
import { listQuestions } from "@/lib/server/bank/list";
import { addPicture, readPicture } from "@/lib/server/bank/pictures";
import { ownQuestions, pinnedQuestions, pinnedVersion } from "@/lib/server/bank/pinned";
import { addQuestion, archiveQuestion, dropQuestion, readQuestion, readVersion, saveQuestion } from "@/lib/server/bank/questions";
import { BANK } from "@/lib/wire/bankParts";
import { both, GIFT, pictureOf, questionOf, singleOf, SLIP } from "./setup/bank";
import { freshKey, signedIn } from "./setup/client";
import { services, TOPIC } from "./setup/content";
import { eachDatabase } from "./setup/database";
import { pngOf, textChunk } from "./setup/pictures";
import { expectInvariants } from "./setup/invariants";

vi.mock("@/app/api/services", () => import("./setup/content"));

const { catalog } = services;
const same = (text: string) => text;
const textOf = async ({ pieces }: { readonly pieces: AsyncGenerator<Uint8Array> }): Promise<string> => {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all).toString("utf8");
};
const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => "taken",
    (error: { code?: string }) => error.code,
  );

eachDatabase("the bank of questions", (open) => {
  afterAll(() => expectInvariants(open()));
  const author = async () => {
    const { id } = await signedIn(open(), { guest: false, role: "INSTRUCTOR" });
    return { id, guest: false, role: "INSTRUCTOR" } as const;
  };
  /** Whose exports bear their own days. */
  const inSeoul = (id: string) => ({ id, timeZone: "Asia/Seoul", dayStart: 4, formerZone: null, formerStart: null, formerUntil: null });
  const spotOf = async (userId: string): Promise<Content> => {
    const { id, width, height } = await pictureOf(userId);
    return {
      ...(blank("hotspot") as ContentOf<"hotspot">),
      prompt: both("where?"),
      picture: { id, width, height },
      regions: [{ box: [1, 1, 9, 9], right: true, misconception: null }],
    };
  };

  describe("versions", () => {
    it("are made by saving, stay readable, and are none where nothing changed", async () => {
      const me = await author();
      const id = await questionOf(me.id, singleOf("first"));
      const save = (base: number, mark: string) => saveQuestion(me.id, catalog, id, { base, content: singleOf(mark) }, Date.now());
      expect(await save(1, "second")).toEqual({ id, version: 2 });
      expect(await save(2, "second"), "nothing new").toEqual({ id, version: 2 });
      expect(await save(1, "second"), "sent twice").toEqual({ id, version: 2 });
      expect(await codeOf(save(1, "third"))).toBe("bank-question-changed");
      const read = await readQuestion(me, id);
      expect([read.version, read.content.title, read.versions.map(({ version }) => version)]).toEqual([2, "second", [2, 1]]);
      expect((await readVersion(me.id, { id, version: "1" })).content).toEqual(singleOf("first"));
      expect(await codeOf(readVersion(me.id, { id, version: "3" }))).toBe("not-found");
    });

    it("are never made twice over one: of ten at once one is saved", async () => {
      const me = await author();
      const id = await questionOf(me.id);
      const codes = await Promise.all(
        Array.from({ length: 10 }, (_, i) =>
          codeOf(saveQuestion(me.id, catalog, id, { base: 1, content: singleOf(`at once ${i}`) }, Date.now())),
        ),
      );
      expect(codes.sort()).toEqual([...Array<string>(9).fill("bank-question-changed"), "taken"]);
    });

    it("begin once for each key", async () => {
      const me = await author();
      const key = freshKey();
      const add = (mark: string) => addQuestion(me.id, catalog, key, singleOf(mark), Date.now());
      const [one, two] = [await add("a"), await add("a")];
      expect([two.id, one.repeated, two.repeated]).toEqual([one.id, false, true]);
      expect(await codeOf(add("b"))).toBe("key-reused");
    });
  });

  describe("what is refused", () => {
    it.each([
      ["a question without a text", { prompt: both("") }, "content.prompt"],
      ["a misconception that there is not", { options: blankOptions("numbers/none") }, "content.slips"],
      ["a topic that there is not", { topic: "none" }, "content.topic"],
    ])("%s, by its field", async (_, more, field) => {
      const me = await author();
      await expect(addQuestion(me.id, catalog, freshKey(), singleOf("m", more), Date.now())).rejects.toMatchObject({
        code: "bad-question",
        extra: { field },
      });
    });

    it("somebody else's picture, and one of another size", async () => {
      const [me, other] = [await author(), await author()];
      const spot = (await spotOf(other.id)) as ContentOf<"hotspot">;
      expect(await codeOf(addQuestion(me.id, catalog, freshKey(), spot, Date.now()))).toBe("bad-question");
      const wide = { ...spot, picture: { id: spot.picture?.id ?? "", width: 9999, height: 30 } };
      expect(await codeOf(addQuestion(other.id, catalog, freshKey(), wide, Date.now()))).toBe("bad-question");
      expect(await codeOf(addQuestion(other.id, catalog, freshKey(), spot, Date.now()))).toBe("taken");
    });

    it("one question more than a bank holds", async () => {
      const me = await author();
      const id = await questionOf(me.id);
      const { createKey, ...row } = await open().client.bankQuestion.findUniqueOrThrow({ where: { id }, omit: { id: true } });
      await open().client.bankQuestion.createMany({
        data: Array.from({ length: BANK.questions - 2 }, (_, i) => ({ ...row, createKey: `${createKey}${i}` })),
      });
      expect(await codeOf(questionOf(me.id))).toBe("taken");
      expect(await codeOf(questionOf(me.id))).toBe("bank-full");
      expect(await codeOf(importFile(me.id, catalog, freshKey(), { format: "gift", text: GIFT, language: "en" }, Date.now()))).toBe(
        "bank-full",
      );
    });
  });

  describe("the list", () => {
    it("is searched, filtered and paged, and shows nothing of others", async () => {
      const [me, other] = [await author(), await author()];
      await questionOf(other.id, singleOf("mine 100%"));
      for (let i = 0; i < BANK.page + 3; i++) await questionOf(me.id, singleOf(`mine ${i}`));
      const plain = await questionOf(me.id, singleOf("odd 100%_", { topic: null, options: blankOptions(null) }));
      const first = await listQuestions(me, {});
      expect([first.mayWrite, first.count, first.questions.length, first.questions[0].id]).toEqual([true, BANK.page + 4, BANK.page, plain]);
      const rest = await listQuestions(me, { after: first.after ?? "" });
      expect([rest.questions.length, rest.after]).toEqual([4, null]);
      expect(new Set([...first.questions, ...rest.questions].map(({ id }) => id)).size).toBe(BANK.page + 4);
      const found = async (query: Parameters<typeof listQuestions>[1]) =>
        (await listQuestions(me, query)).questions.map(({ title }) => title);
      expect(await found({ search: "ODD" })).toEqual(["odd 100%_"]);
      expect(await found({ search: "%_" })).toEqual(["odd 100%_"]);
      expect(await found({ search: "44 mine" })).toEqual(["mine 44"]);
      expect((await found({ slip: SLIP })).length).toBe(BANK.page);
      expect(await found({ topic: TOPIC, search: "odd" })).toEqual([]);
      expect(await found({ kind: "match" })).toEqual([]);
    });

    it("says which language is missing, and has an archive of its own", async () => {
      const me = await author();
      const id = await questionOf(me.id, singleOf("half", { explanation: { ko: "왜냐하면", en: "" } }));
      expect((await listQuestions(me, {})).questions[0].missing).toEqual(["en"]);
      await archiveQuestion(me.id, id, true, Date.now());
      expect((await listQuestions(me, {})).count).toBe(0);
      expect((await listQuestions(me, { archived: "yes" })).questions.map((each) => [each.id, each.archived])).toEqual([[id, true]]);
    });

    it("is empty and not to be written for who has no office, until they teach a class", async () => {
      const { id } = await signedIn(open(), { guest: false });
      const student = { id, guest: false, role: "STUDENT" } as const;
      expect(await listQuestions(student, {})).toEqual({ mayWrite: false, questions: [], count: 0, after: null });
      expect(await codeOf(questionOf(id))).toBe("forbidden");
      const cohort = await open().client.cohort.create({
        data: { name: "A", timeZone: "UTC", classCode: freshKey(), createKey: freshKey(), requestHash: "x" },
      });
      await open().client.cohortMember.create({ data: { cohortId: cohort.id, userId: id, role: "INSTRUCTOR", joinedAt: new Date() } });
      expect(await codeOf(questionOf(id))).toBe("taken");
    });
  });

  describe("files", () => {
    const gift = (text: string) => ({ format: "gift", text, language: "en" }) as const;

    it("are looked at row by row, and taken whole or not at all", async () => {
      const me = await author();
      const bad = gift('One {T}\n\nTwo {#x}\n\n// boxup: {"topic":"none"}\nThree {F}');
      expect(
        (await checkFile(me, catalog, bad)).rows.map(({ line, kind, faults }) => [line, kind, faults.map((fault) => fault.line)]),
      ).toEqual([
        [1, "single", []],
        [3, null, [3]],
        [6, null, [6]],
      ]);
      await expect(importFile(me.id, catalog, freshKey(), bad, Date.now())).rejects.toMatchObject({ code: "bad-lines" });
      expect((await listQuestions(me, {})).count).toBe(0);
      const key = freshKey();
      const file = gift("One {T}\n\nTwo {#2}\n\nThree {F}");
      expect(await importFile(me.id, catalog, key, file, Date.now())).toEqual({ made: 3, repeated: false });
      expect(await importFile(me.id, catalog, key, file, Date.now())).toEqual({ made: 3, repeated: true });
      expect((await listQuestions(me, {})).questions.map(({ prompt }) => prompt.en)).toEqual(["One", "Two", "Three"]);
      expect(await codeOf(checkFile(me, catalog, gift("// nothing\n")))).toBe("no-questions");
      expect(await codeOf(checkFile(me, catalog, gift("a {T}\n\n".repeat(BANK.rows + 1))))).toBe("too-many-questions");
    });

    it("are named by the author's day, not by the server's", async () => {
      const me = await author();
      const nameAt = async (instant: string) => (await csvOf(inSeoul(me.id), Date.parse(instant))).name;
      expect(await nameAt("2026-03-01T18:59:00Z")).toBe("boxup-questions-2026-03-01.csv");
      expect(await nameAt("2026-03-01T19:00:00Z")).toBe("boxup-questions-2026-03-02.csv");
    });

    it("bring back what was taken out, in GIFT and in CSV", async () => {
      const me = await author();
      const contents = [singleOf("one"), await spotOf(me.id), singleOf("two", { category: "a/b", explanation: { ko: "그래서", en: "" } })];
      for (const content of contents) await questionOf(me.id, content);
      const away = await questionOf(me.id, singleOf("away"));
      await archiveQuestion(me.id, away, true, Date.now());
      const now = Date.now();
      const read = (rows: readonly { readonly content: Content | null }[]) => rows.map(({ content }) => content);
      expect(read(readGift(await textOf(await giftOf(inSeoul(me.id), "ko", now)), { language: "ko", toMarkdown: same }))).toEqual(contents);
      expect(read(readCsv(await textOf(await csvOf(inSeoul(me.id), now))))).toEqual(contents);
      const text = await textOf(await csvOf(inSeoul(me.id), now));
      expect(await importFile(me.id, catalog, freshKey(), { format: "csv", text, language: "ko" }, now)).toMatchObject({ made: 3 });
    });

    it("keep of a picture that is a page as well, or hides a drawing that runs, the picture alone", async () => {
      const me = await author();
      const page = "<svg onload=alert(1)><script>alert(document.cookie)</script>";
      const behind = Buffer.concat([pngOf(8, 8, { extra: [textChunk(page)] }), Buffer.from(page)]);
      const { id } = await addPicture(me, new Uint8Array(behind), Date.now());
      const kept = Buffer.from(await readPicture(me.id, id));
      expect([kept.subarray(8, 12).toString(), kept.includes("script"), kept.includes("svg")]).toEqual(["WEBP", false, false]);
      const drawing = new TextEncoder().encode(page);
      await expect(addPicture(me, drawing, Date.now())).rejects.toMatchObject({ code: "no-picture" });
    });

    it("carry pictures in XML", async () => {
      const me = await author();
      const spot = (await spotOf(me.id)) as ContentOf<"hotspot">;
      await questionOf(me.id, spot);
      const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: "@" });
      const parsed = parser.parse(await textOf(await xmlOf(inSeoul(me.id), "ko", Date.now()))) as {
        quiz: { question: { "@type": string; file: { "#text": string } } };
      };
      expect(parsed.quiz.question["@type"]).toBe("ddmarker");
      const bytes = Buffer.from(parsed.quiz.question.file["#text"], "base64");
      expect(bytes.equals(Buffer.from(await readPicture(me.id, spot.picture?.id ?? "")))).toBe(true);
      expect(bytes.subarray(8, 12).toString()).toBe("WEBP");
    });
  });

  describe("questions that a quiz has pinned", () => {
    it("are archived instead of deleted, and stay as they were pinned", async () => {
      const me = await author();
      const [kept, loose] = [await questionOf(me.id, singleOf("kept")), await questionOf(me.id)];
      const [pin] = await pinnedQuestions(open().client, [kept]);
      expect(pin).toEqual({ id: kept, version: 1, content: singleOf("kept") });
      await saveQuestion(me.id, catalog, kept, { base: 1, content: singleOf("changed") }, Date.now());
      expect(await pinnedVersion(open().client, kept, 1)).toEqual(singleOf("kept"));
      expect(await dropQuestion(me.id, kept, Date.now())).toEqual({ id: kept, archived: true });
      expect(await dropQuestion(me.id, loose, Date.now())).toEqual({ id: loose, archived: false });
      expect(await ownQuestions(open().client, me.id, [kept, loose])).toEqual([]);
      expect((await pinnedQuestions(open().client, [loose, kept])).map(({ version }) => version)).toEqual([2]);
    });

    it("are drawn and graded as any other question", async () => {
      const me = await author();
      const [{ content, id, version }] = await pinnedQuestions(open().client, [await questionOf(me.id)]);
      const question = toQuestion(content, { id, version });
      if (question === null) throw new Error("not asked");
      const drawn = drawQuestion(question, "seed");
      expect(gradeQuestion(drawn, solutionOf(drawn))).toEqual({ score: 100, misconceptions: [] });
    });

    it("stay without their owner once the account is erased; everything else of the bank goes", async () => {
      const me = await author();
      const spot = (await spotOf(me.id)) as ContentOf<"hotspot">;
      const [kept, gone] = [await questionOf(me.id, spot), await questionOf(me.id)];
      const unused = await pictureOf(me.id, 50);
      await pinnedQuestions(open().client, [kept]);
      await leaveBank([me.id], Date.now());
      await leaveBank([me.id], Date.now());
      const { client } = open();
      expect(await client.bankQuestion.findUnique({ where: { id: gone } })).toBeNull();
      expect(await client.bankQuestion.findUnique({ where: { id: kept } })).toMatchObject({
        userId: null,
        archivedAt: expect.any(Date) as Date,
      });
      expect(
        await client.bankPicture.findMany({
          where: { id: { in: [unused.id, spot.picture?.id ?? ""] } },
          select: { id: true, userId: true },
        }),
      ).toEqual([{ id: spot.picture?.id, userId: null }]);
      expect(await pinnedVersion(client, kept, 1)).toEqual(spot);
    });
  });
});

function blankOptions(misconception: string | null) {
  return (singleOf("m") as ContentOf<"single">).options.map((option, i) => ({ ...option, misconception: i === 2 ? misconception : null }));
}
