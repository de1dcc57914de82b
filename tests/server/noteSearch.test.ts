/** Search through notes: it agrees with the notes' text, opens nobody's, and looks at few rows. */
import fc from "fast-check";
import { expect, it, vi } from "vitest";
import { foldNote, wordsOf } from "@/lib/notes/search";
import { endMembership } from "@/lib/server/groups/members";
import { Prisma } from "@/lib/server/prisma/client";
import { indexQuiet, indexRow, QUIET_MS, searchNotes, searchSql } from "@/lib/server/notes/search";
import { eachDatabase } from "./setup/database";
import { begin, groupOf, joined, noteIn } from "./setup/groups";

vi.mock("@/app/api/services", () => import("./setup/content"));

eachDatabase("search through notes", (open) => {
  const found = async (userId: string, q: string, more: { group?: string; after?: string } = {}) =>
    (await searchNotes(userId, { q, ...more })).notes.map(({ id }) => id);

  it("finds Korean by what stands together and not by words, with the hit marked", async () => {
    const { owner, id, today } = await groupOf(open(), ["Ara"]);
    const session = await begin(owner.id, id, today);
    const note = await noteIn(owner.id, id, { session, title: "오늘의 노트", text: "# 강의\n\n- **특징 맵**을 평균 낸다\n- NMS" });
    await noteIn(owner.id, id, { title: "다른 노트", text: "특징만 본다. 맵은 없다." });
    const { notes, asked } = await searchNotes(owner.id, { q: "특징맵" });
    expect(asked).toBe(true);
    expect(notes).toMatchObject([
      {
        id: note,
        title: "오늘의 노트",
        group: { id },
        date: today,
        lines: [{ line: 3, pieces: [{ text: "- **" }, { text: "특징 맵", hit: true }, { text: "**을 평균 낸다" }] }],
      },
    ]);
    expect(await found(owner.id, "nms 특징")).toEqual([note]);
    expect(await found(owner.id, "오늘의")).toEqual([note]);
    expect(await found(owner.id, "특징".normalize("NFD"))).toHaveLength(2);
    expect(await found(owner.id, "특징 안경")).toEqual([]);
  });

  it("asks for two characters", async () => {
    const { owner } = await groupOf(open(), ["Ara"]);
    expect(await searchNotes(owner.id, { q: "상" })).toEqual({ asked: false, notes: [], after: null });
  });

  it("takes any sign, and marks whole ones", async () => {
    const { id, owner } = await groupOf(open(), ["Ara"]);
    await noteIn(owner.id, id, { title: "😀 😀", text: "상자 둘" });
    const { notes } = await searchNotes(owner.id, { q: "😀" });
    expect(notes[0].lines[0].pieces.filter(({ hit }) => hit).map(({ text }) => text)).toEqual(["😀", "😀"]);
    expect((await searchNotes(owner.id, { q: "상자\0둘" })).notes).toHaveLength(1);
  });

  it("finds what one may read and nothing else, at once", async () => {
    const here = await groupOf(open(), ["Ara"]);
    const there = await groupOf(open(), ["Chan"]);
    const mine = await noteIn(here.owner.id, here.id, { text: "교차 엔트로피" });
    const theirs = await noteIn(there.owner.id, there.id, { text: "교차 엔트로피" });
    expect(await found(here.owner.id, "엔트로피")).toEqual([mine]);
    await expect(searchNotes(here.owner.id, { q: "엔트로피", group: there.id })).rejects.toMatchObject({ status: 404 });
    await expect(searchNotes(here.owner.id, { q: "엔트로피", after: theirs })).rejects.toMatchObject({ status: 404 });
    const duri = await joined(open(), there.owner.id, there.id, "Duri");
    expect(await found(duri.id, "엔트로피")).toEqual([theirs]);
    await endMembership(there.owner.id, { id: there.id, member: duri.member }, Date.now());
    expect(await found(duri.id, "엔트로피")).toEqual([]);
  });

  it("misses no note, however many were written after it and after the last search", async () => {
    const { owner, id } = await groupOf(open(), ["Ara"]);
    const now = Date.now();
    const [member] = await open().client.groupMember.findMany({ where: { groupId: id }, select: { id: true } });
    await open().client.note.createMany({
      data: Array.from({ length: 230 }, (_, i) => ({
        ...{ groupId: id, memberId: member.id, title: `Page ${i}`, text: i === 0 ? "잃어버린 낱말" : "다른 것" },
        ...{ createKey: `${id}/${i}`, requestHash: "", updatedAt: new Date(now - 1_000_000 + i) },
      })),
    });
    expect(await found(owner.id, "잃어버린")).toHaveLength(1);
  });

  it("has nothing left to write for notes that have been quiet for a while", async () => {
    const { owner, id } = await groupOf(open(), ["Ara"]);
    const now = Date.now();
    await indexQuiet(now + 2 * QUIET_MS);
    const old = await noteIn(owner.id, id, { text: "앵커" }, now - QUIET_MS - 1000);
    const fresh = await noteIn(owner.id, id, { text: "앵커" }, now);
    expect(await indexQuiet(now)).toBe(1);
    const indexed = await open().client.noteIndex.findMany({ where: { noteId: { in: [old, fresh] } }, select: { noteId: true } });
    expect(indexed).toEqual([{ noteId: old }]);
    expect(await found(owner.id, "앵커")).toEqual([fresh, old]);
  });

  it("gives twenty at a time, the latest written first", async () => {
    const { owner, id } = await groupOf(open(), ["Ara"]);
    const begun: string[] = [];
    const now = Date.now();
    for (let i = 0; i < 25; i++) begun.unshift(await noteIn(owner.id, id, { text: "앵커 상자" }, now + i));
    const first = await searchNotes(owner.id, { q: "앵커" });
    expect(first.notes.map(({ id }) => id)).toEqual(begun.slice(0, 20));
    expect(await found(owner.id, "앵커", { after: first.after ?? "" })).toEqual(begun.slice(20));
    expect((await searchNotes(owner.id, { q: "앵커", after: begun[19] })).after).toBeNull();
  });

  it("agrees with the notes' text, whatever is asked and however often it changed", async () => {
    const { owner, id } = await groupOf(open(), ["Ara"]);
    const { client } = open();
    const texts = [
      "IoU는 겹침의 비율",
      "겹치면 버리고 R-CNN을 본다",
      "Focal Loss α=0.25, γ=2",
      "앵커 상자\n상자 앵커",
      "İstanbul Straße ﬁn ½",
      "😀 이모지",
    ];
    const notes = await Promise.all(texts.map((text) => noteIn(owner.id, id, { text: "옛글" + text })));
    expect(await found(owner.id, "옛글")).toHaveLength(texts.length);
    for (const [index, text] of texts.entries())
      await client.note.update({ where: { id: notes[index] }, data: { text, seq: { increment: 1 } } });
    expect(await found(owner.id, "옛글")).toEqual([]);
    const piece = fc.tuple(fc.nat(texts.length - 1), fc.nat(), fc.integer({ min: 1, max: 6 })).map(([which, from, length]) => {
      const signs = [...texts[which]];
      return signs.slice(from % signs.length, (from % signs.length) + length).join("");
    });
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { minLength: 1, maxLength: 3 }), async (pieces) => {
        const q = pieces.join(" ");
        const words = wordsOf(q);
        const expected = notes.filter((_, index) => words?.every((word) => foldNote("A note", texts[index]).includes(word)) ?? false);
        expect((await found(owner.id, q)).sort()).toEqual(expected.sort());
      }),
      { numRuns: 60 },
    );
  });

  it("is found by a new title, and not at all once it is gone", async () => {
    const { owner, id } = await groupOf(open(), ["Ara"]);
    const note = await noteIn(owner.id, id, { title: "옛 제목", text: "본문" });
    expect(await found(owner.id, "옛 제목")).toEqual([note]);
    await open().client.note.update({ where: { id: note }, data: { title: "새로운 이름" } });
    expect(await found(owner.id, "옛 제목")).toEqual([]);
    expect(await found(owner.id, "새로운")).toEqual([note]);
    await open().client.note.delete({ where: { id: note } });
    expect(await found(owner.id, "새로운")).toEqual([]);
  });

  it("looks at few of 5,000 notes in fifty groups", async () => {
    const { owner, id } = await groupOf(open(), ["Ara"]);
    const { client } = open();
    const groups = [id, ...Array.from({ length: 49 }, (_, index) => `g${index}x${id}`)];
    await client.group.createMany({
      data: groups.slice(1).map((each) => ({ id: each, name: each, timeZone: "UTC", createKey: each, requestHash: "" })),
    });
    const words =
      "상자 겹침 앵커 손실 점수 합성곱 특징맵 기울기 검출 분류 학습 배경 후보 영역 임계값 정밀도 재현율 클래스 가중치 평균".split(" ");
    const textOf = (index: number) =>
      Array.from({ length: 200 }, (_, i) => words[(index * 7 + i * (1 + (index % 5))) % words.length]).join(" ");
    for (const [nth, groupId] of groups.entries()) {
      const rows = Array.from({ length: 100 }, (_, index) => ({
        id: `n${index}x${groupId}`,
        groupId,
        title: "A",
        text: index % 10 === 3 ? `${textOf(nth + index)}\n희귀한 낱말` : textOf(nth + index),
      }));
      await client.note.createMany({ data: rows.map((row) => ({ ...row, memberId: owner.member, createKey: row.id, requestHash: "" })) });
      await client.noteIndex.createMany({ data: rows.map((row) => indexRow({ ...row, seq: 0 })) });
    }
    await client.$executeRaw(Prisma.sql`ANALYZE "NoteIndex"`);
    await client.$executeRaw(Prisma.sql`ANALYZE "Note"`);
    const rows = await client.$queryRaw<{ "QUERY PLAN": string }[]>(
      Prisma.sql`EXPLAIN (ANALYZE, TIMING OFF, SUMMARY OFF) ${searchSql([id], [], wordsOf("희귀한 낱말") ?? [])}`,
    );
    const plan = rows.map((row) => row["QUERY PLAN"]).join("\n");
    expect(plan).not.toMatch(/Seq Scan on "Note(Index)?"/);
    // Of 500 notes with these pairs, those of the group are met, and no other.
    expect(Number(/NoteIndex_grams_idx.*?actual rows=(\d+)/s.exec(plan)?.[1]), plan).toBe(10);
    expect(await found(owner.id, "희귀한 낱말")).toHaveLength(10);
    expect(await found(owner.id, "없는 낱말이에요")).toEqual([]);
    expect(await found(owner.id, "상자 겹침")).toHaveLength(20);
  });
});
