/** Questions about lines and puzzles, what is said to them, and who hears of it: once, and nobody outside the group. */
import { afterAll, expect, it, vi } from "vitest";
import { GET as exportRoute } from "@/app/api/v1/me/export/route";
import { POST as eraseRoute } from "@/app/api/v1/me/erase/route";
import { issueInstance } from "@/lib/server/attempts/issue";
import { submitAttempt } from "@/lib/server/attempts/submit";
import { addReply, changeComment, deleteComment, setSign } from "@/lib/server/discussion/comments";
import { complain, hideNote, listComplaints } from "@/lib/server/discussion/complaints";
import { readPuzzle } from "@/lib/server/discussion/puzzle";
import { beginThread, changeThread, listThreads, readThread } from "@/lib/server/discussion/threads";
import { addItem, changeItem } from "@/lib/server/groups/items";
import { endMembership } from "@/lib/server/groups/members";
import { changeGroup } from "@/lib/server/groups/settings";
import { countInbox, markRead, readInbox } from "@/lib/server/inbox/read";
import { changeNote } from "@/lib/server/notes/change";
import { exportNote, exportNotes } from "@/lib/server/notes/files";
import { addNoteImage, readNoteImage } from "@/lib/server/notes/images";
import { readNote } from "@/lib/server/notes/read";
import { searchNotes } from "@/lib/server/notes/search";
import { COMMENT_BYTES } from "@/lib/wire/discussionParts";
import { unzipSync } from "fflate";
import { freshKey, workOf } from "./setup/client";
import { KIND, perfect, services, VERSION } from "./setup/content";
import { eachDatabase } from "./setup/database";
import { dumpOf } from "./setup/dump";
import { answer, attemptOf, begin, groupOf, joined, lineOf, noteIn, signedUp, wonder } from "./setup/groups";
import { expectInvariants } from "./setup/invariants";
import { pngOf } from "./setup/pictures";

vi.mock("@/app/api/services", () => import("./setup/content"));

eachDatabase("discussion", (open) => {
  afterAll(() => expectInvariants(open()));
  const now = Date.now();

  async function aGroup() {
    const group = await groupOf(open(), ["Ara", "Bora", "Chan"]);
    const [ara, bora, chan] = group.people;
    return { ...group, ara, bora, chan };
  }
  const begun = (userId: string, group: string, on: Parameters<typeof beginThread>[4]["on"], key = freshKey(), text = "why?") =>
    beginThread(services.catalog, userId, group, key, { on, text }, now);
  const whole = async (pieces: AsyncIterable<Uint8Array>) => {
    const all: Uint8Array[] = [];
    for await (const piece of pieces) all.push(piece);
    return Buffer.concat(all);
  };
  const inboxOf = async (userId: string) => (await readInbox(userId, undefined)).entries.map(({ cause, text }) => [cause, text]);

  it("shows members the attempt that was shared, as it was answered, and nothing else of its owner", async () => {
    const { id, ara, bora } = await aGroup();
    const shared = await attemptOf(ara.id);
    const other = await attemptOf(ara.id);
    const { id: thread } = await begun(ara.id, id, { attempt: shared.id });
    const seen = await readPuzzle(bora.id, { id, thread }, now);
    const row = await open().client.attempt.findUniqueOrThrow({ where: { id: shared.id } });
    expect(seen).toEqual({
      kind: KIND,
      version: VERSION,
      level: 1,
      seed: shared.seed,
      instance: null,
      answer: row.answer,
      score: row.score,
    });
    expect(JSON.stringify(await readThread(bora.id, { id, thread }, now))).not.toContain(other.id);
    // One's own alone, and none that is nobody's.
    for (const attempt of [other.id, "zzzzzzzzzzzzzzzzzzzzzzzz"])
      await expect(begun(bora.id, id, { attempt })).rejects.toMatchObject({ status: 404 });
  });

  it("never shows the truth of graded work that is open, and all of it once it was graded", async () => {
    const { id, ara, bora } = await aGroup();
    const work = await workOf(open(), await issueInstance(services, ara.id, { kind: KIND, level: 1, graded: true }, now));
    await expect(begun(ara.id, id, { kind: KIND, level: 1, seed: work.drawnFrom.slice(0, 32) })).rejects.toMatchObject({ status: 404 });
    const submission = { userId: ara.id, key: freshKey(), token: work.token, answer: perfect(work.drawnFrom, 1), now };
    const { id: attempt } = await submitAttempt(services, submission);
    // As if it had been opened again: the rule looks at the work, not at the order of things.
    const { workId } = await open().client.attempt.findUniqueOrThrow({ where: { id: attempt }, select: { workId: true } });
    await open().client.issuedWork.update({ where: { id: workId ?? "" }, data: { closedAt: null } });
    await expect(begun(ara.id, id, { attempt })).rejects.toMatchObject({ status: 404 });
    await open().client.issuedWork.update({ where: { id: workId ?? "" }, data: { closedAt: new Date(now) } });
    const { id: thread } = await begun(ara.id, id, { attempt });
    const { seed, instance } = await readPuzzle(bora.id, { id, thread }, now);
    expect([seed, instance]).toEqual([null, expect.objectContaining({ view: expect.anything() as unknown })]);
    expect((await readThread(bora.id, { id, thread }, now)).subject).toMatchObject({ type: "puzzle", seed: null, answered: true });
  });

  it("takes a round of practice that was drawn for the asker, and no seed that was chosen", async () => {
    const { id, ara, bora } = await aGroup();
    const { seed } = await issueInstance(services, ara.id, { kind: KIND, level: 2 }, now);
    const { id: thread } = await begun(ara.id, id, { kind: KIND, level: 2, seed: seed ?? "" });
    expect((await readThread(bora.id, { id, thread }, now)).subject).toMatchObject({ type: "puzzle", seed, answered: false });
    await expect(readPuzzle(bora.id, { id, thread }, now)).rejects.toMatchObject({ status: 404 });
    await expect(begun(bora.id, id, { kind: KIND, level: 2, seed: seed ?? "" })).rejects.toMatchObject({ status: 404 });
    await expect(begun(ara.id, id, { kind: KIND, level: 3, seed: seed ?? "" })).rejects.toMatchObject({ status: 404 });
    await expect(begun(ara.id, id, { kind: "constructor", level: 1, seed: "abc" })).rejects.toMatchObject({ code: "unknown-kind" });
  });

  it("begins a question once under one key, however many ask at once, and tells of it once", async () => {
    const { id, ara, bora } = await aGroup();
    const note = await noteIn(bora.id, id, { text: "A\nB" });
    const key = freshKey();
    const all = await Promise.all([1, 2, 3, 4].map(() => begun(ara.id, id, lineOf(note), key, `look @${bora.member}`)));
    expect(new Set(all.map((each) => each.id)).size).toBe(1);
    expect(all.filter(({ repeated }) => !repeated)).toHaveLength(1);
    expect(await inboxOf(bora.id)).toEqual([["mention", "look @Bora"]]);
    await expect(begun(ara.id, id, lineOf(note), key, "something else")).rejects.toMatchObject({ code: "key-reused" });
    const { threads } = await listThreads(bora.id, id, { note }, now);
    expect(threads).toMatchObject([{ subject: { type: "note", note, quote: "A" }, first: { text: `look @${bora.member}` }, replies: 0 }]);
  });

  it("tells who asked, who is mentioned and who began the note: each once, the nearest reason, and never oneself", async () => {
    const { id, ara, bora, chan } = await aGroup();
    const note = await noteIn(chan.id, id, { text: "A" });
    const thread = await wonder(ara.id, id, `why? @${ara.member}`, note, now);
    expect([await inboxOf(ara.id), await inboxOf(bora.id)]).toEqual([[], []]);
    expect(await inboxOf(chan.id)).toEqual([["note", "why? @Ara"]]);
    const key = freshKey();
    const text = `because @${chan.member} @${bora.member}`;
    for (let i = 0; i < 2; i++) await addReply(bora.id, { id, thread }, key, { text }, now + 1000);
    expect(await inboxOf(ara.id)).toEqual([["reply", "because @Chan @Bora"]]);
    expect((await inboxOf(chan.id))[0]).toEqual(["mention", "because @Chan @Bora"]);
    expect(await inboxOf(bora.id)).toEqual([]);
  });

  it("tells who is mentioned later by an edit, and nobody twice", async () => {
    const { id, ara, bora, chan } = await aGroup();
    const thread = await wonder(ara.id, id, `@${bora.member}`);
    const { first } = await readThread(ara.id, { id, thread }, now);
    for (const text of [`@${bora.member} and @${chan.member}`, `@${bora.member} again`])
      await changeComment(ara.id, { id, comment: first.id }, { text }, now);
    expect(await inboxOf(bora.id)).toHaveLength(1);
    expect(await inboxOf(chan.id)).toHaveLength(1);
    expect(await readThread(bora.id, { id, thread }, now)).toMatchObject({ first: { edited: true } });
  });

  it("never reaches anybody outside the group by a mention, nor who has left", async () => {
    const { id, ara, chan } = await aGroup();
    const there = await groupOf(open(), ["Duri"]);
    const thread = await wonder(ara.id, id, `@${there.owner.member} @${there.owner.id}`);
    await answer(ara.id, id, thread, `@${chan.member}`);
    expect(await countInbox(chan.id)).toEqual({ unread: 1 });
    await endMembership(chan.id, { id, member: chan.member }, now);
    await answer(ara.id, id, thread, `once more @${chan.member}`);
    expect([await inboxOf(there.owner.id), await inboxOf(chan.id), await countInbox(chan.id)]).toEqual([[], [], { unread: 0 }]);
    expect(await open().client.inboxEntry.count({ where: { groupId: id } })).toBe(1);
  });

  it("tells who is given a task, once", async () => {
    const { id, ara, bora, today } = await aGroup();
    const session = await begin(ara.id, id, today);
    const body = { session, type: "task", text: "read the paper", assignee: bora.member } as const;
    const { id: item } = await addItem(ara.id, id, freshKey(), body, now);
    await changeItem(ara.id, { id, item }, { assignee: null }, now);
    await changeItem(ara.id, { id, item }, { assignee: bora.member }, now);
    await changeItem(bora.id, { id, item }, { assignee: bora.member }, now);
    expect((await readInbox(bora.id, undefined)).entries).toMatchObject([{ cause: "task", text: "read the paper", session, thread: null }]);
  });

  it("is marked as answered by who asked or an owner, and open again; the asker hears of it once", async () => {
    const { id, ara, bora, chan } = await aGroup();
    const thread = await wonder(bora.id, id);
    await expect(changeThread(chan.id, { id, thread }, { answered: true }, now)).rejects.toMatchObject({ status: 403 });
    for (const answered of [true, false, true]) await changeThread(ara.id, { id, thread }, { answered }, now);
    expect(await inboxOf(bora.id)).toEqual([["answered", "why?"]]);
    expect((await listThreads(chan.id, id, {}, now)).threads).toEqual([]);
    expect((await listThreads(chan.id, id, { state: "answered" }, now)).threads).toMatchObject([
      { id: thread, answered: { by: ara.member } },
    ]);
    await changeThread(bora.id, { id, thread }, { answered: false }, now);
    expect((await listThreads(chan.id, id, {}, now)).threads).toHaveLength(1);
  });

  it("counts what is new, up to a hundred, and marks what was shown as read: one's own alone", async () => {
    const { id, ara, bora, chan } = await aGroup();
    const thread = await wonder(ara.id, id);
    await answer(bora.id, id, thread, "one");
    await answer(chan.id, id, thread, "two");
    const { entries } = await readInbox(ara.id, undefined);
    expect(await countInbox(ara.id)).toEqual({ unread: 2 });
    expect(await markRead(bora.id, [entries[0].id], now)).toEqual({ unread: 0 });
    expect(await countInbox(ara.id)).toEqual({ unread: 2 });
    for (let i = 0; i < 2; i++) expect(await markRead(ara.id, [entries[0].id], now)).toEqual({ unread: 1 });
    const many = Array.from({ length: 150 }, (_, i) => ({ groupId: id, memberId: ara.member, actorId: bora.member, reason: `x:${i}` }));
    await open().client.inboxEntry.createMany({ data: many.map((each) => ({ ...each, cause: "NOTE" as const })) });
    expect(await countInbox(ara.id)).toEqual({ unread: 100 });
    await open().client.inboxEntry.deleteMany({ where: { memberId: ara.member } });
  });

  it("counts a sign once for each person and kind, however often and however many at once", async () => {
    const { id, ara, bora, chan } = await aGroup();
    const thread = await wonder(ara.id, id);
    const { first } = await readThread(ara.id, { id, thread }, now);
    const on = (who: { id: string }, to: boolean) => setSign(who.id, { id, comment: first.id, sign: "thanks" }, to, now);
    await Promise.all([bora, bora, bora, chan, chan].map((who) => on(who, true)));
    const signs = async () => (await readThread(ara.id, { id, thread }, now)).first.signs;
    expect((await signs()).map(({ sign, members }) => [sign, [...members].sort()])).toEqual([
      ["thanks", [bora.member, chan.member].sort()],
    ]);
    await Promise.all([on(bora, false), on(bora, false)]);
    expect(await signs()).toEqual([{ sign: "thanks", members: [chan.member] }]);
  });

  it("goes when it is taken back; where others replied its place stays, without words and without the puzzle", async () => {
    const { id, ara, bora } = await aGroup();
    const alone = await wonder(ara.id, id);
    const firstOf = async (thread: string) => (await readThread(ara.id, { id, thread }, now)).first.id;
    await deleteComment(ara.id, { id, comment: await firstOf(alone) }, now);
    await expect(readThread(ara.id, { id, thread: alone }, now)).rejects.toMatchObject({ status: 404 });
    const thread = await wonder(ara.id, id, "a question that is taken back");
    const reply = await answer(bora.id, id, thread, "because");
    await deleteComment(ara.id, { id, comment: await firstOf(thread) }, now);
    const left = await readThread(bora.id, { id, thread }, now);
    expect(left).toMatchObject({
      subject: { type: "gone" },
      first: { text: null, state: "deleted" },
      comments: [{ id: reply, text: "because" }],
    });
    await expect(readPuzzle(bora.id, { id, thread }, now)).rejects.toMatchObject({ status: 404 });
    await expect(changeComment(ara.id, { id, comment: left.first.id }, { text: "x" }, now)).rejects.toMatchObject({ code: "comment-gone" });
    expect(await open().client.comment.count({ where: { text: { contains: "taken back" } } })).toBe(0);
  });

  it("shows owners what was reported, once for each person and without their names; what they hide, the others do not get", async () => {
    const { id, ara, bora, chan } = await aGroup();
    const log = vi.spyOn(console, "log").mockImplementation(() => undefined);
    const thread = await wonder(bora.id, id, "words of bora");
    const { first } = await readThread(bora.id, { id, thread }, now);
    for (const who of [chan, chan, ara]) await complain(who.id, id, { about: { comment: first.id }, reason: "unkind" }, now);
    const { complaints, people } = await listComplaints(ara.id, id, now);
    expect(complaints).toEqual([
      {
        about: { comment: first.id, thread, text: "words of bora" },
        by: bora.member,
        hidden: false,
        reasons: [{ reason: "unkind", count: 2 }],
      },
    ]);
    expect(people).toHaveLength(3);
    await changeComment(ara.id, { id, comment: first.id }, { hidden: true }, now);
    const seen = async (who: { id: string }) => (await readThread(who.id, { id, thread }, now)).first.text;
    expect([await seen(ara), await seen(bora), await seen(chan)]).toEqual(["words of bora", "words of bora", null]);
    expect((await readThread(chan.id, { id, thread }, now)).subject).toEqual({ type: "gone" });
    await expect(readPuzzle(chan.id, { id, thread }, now)).rejects.toMatchObject({ status: 404 });
    await expect(setSign(chan.id, { id, comment: first.id, sign: "agree" }, true, now)).rejects.toMatchObject({ status: 404 });
    await changeComment(ara.id, { id, comment: first.id }, { hidden: false }, now);
    expect(await seen(chan)).toBe("words of bora");
    const logged = log.mock.calls.flat().join("\n");
    log.mockRestore();
    expect(logged).toMatch(/reported \(unkind\), 2 in all[^]*hidden[^]*shown again/);
    expect(["words of bora", "Chan", chan.member].filter((word) => logged.includes(word))).toEqual([]);
  });

  it("hides a note from all but owners, with the lines that are quoted from it", async () => {
    const { id, ara, bora } = await aGroup();
    const note = await noteIn(bora.id, id, { title: "a title", text: "a line" });
    const thread = await wonder(bora.id, id, "why?", note);
    await complain(bora.id, id, { about: { note }, reason: "private" }, now);
    const log = vi.spyOn(console, "log").mockImplementation(() => undefined);
    await hideNote(ara.id, { id, note }, true, now);
    expect(await readNote(bora.id, { id, note }, now)).toMatchObject({ hidden: true, title: "", text: "", writes: false });
    expect(await readNote(ara.id, { id, note }, now)).toMatchObject({ hidden: true, title: "a title", text: "a line" });
    const subject = async (who: { id: string }) => (await readThread(who.id, { id, thread }, now)).subject;
    expect([await subject(bora), await subject(ara)]).toMatchObject([
      { quote: null, title: "" },
      { quote: "A", title: "a title" },
    ]);
    await expect(begun(bora.id, id, lineOf(note))).rejects.toMatchObject({ status: 404 });
    // Nor is it found, taken out or looked into by another way.
    const found = async (who: { id: string }) => (await searchNotes(who.id, { q: "a line" })).notes.map((hit) => hit.id);
    expect([await found(bora), await found(ara)]).toEqual([[], [note]]);
    await expect(changeNote(bora.id, { id, note }, { title: "x" }, now)).rejects.toMatchObject({ status: 404 });
    const image = new Uint8Array(pngOf(9, 9));
    await expect(addNoteImage(bora.id, { id, note }, image, now)).rejects.toMatchObject({ status: 404 });
    const { id: kept } = await addNoteImage(ara.id, { id, note }, image, now);
    await expect(readNoteImage(bora.id, { id, note, image: kept }, now)).rejects.toMatchObject({ status: 404 });
    expect(await readNoteImage(ara.id, { id, note, image: kept }, now)).toBeInstanceOf(Uint8Array);
    await expect(exportNote(bora.id, { id, note }, now)).rejects.toMatchObject({ status: 404 });
    const files = async (who: { id: string }) => Object.keys(unzipSync(await whole((await exportNotes(who.id, id, now)).pieces))).length;
    expect([await files(bora), await files(ara)]).toEqual([0, 2]);
    await hideNote(ara.id, { id, note }, false, now);
    log.mockRestore();
    expect(await readNote(bora.id, { id, note }, now)).toMatchObject({ hidden: false, text: "a line", writes: true });
  });

  it("names nobody of another group in an inbox, whatever id was written down", async () => {
    const { id, ara, bora } = await aGroup();
    const { people } = await groupOf(open(), ["Outsider"]);
    const thread = await wonder(ara.id, id, "why?");
    await addReply(bora.id, { id, thread }, freshKey(), { text: `ask @${people[0].member}` }, now);
    expect(await inboxOf(ara.id)).toEqual([["reply", "ask @…"]]);
  });

  it("begins under a key that a reply was written under", async () => {
    const { id, ara } = await aGroup();
    const [thread, key] = [await wonder(ara.id, id, "why?"), freshKey()];
    await addReply(ara.id, { id, thread }, key, { text: "because" }, now);
    const note = await noteIn(ara.id, id, { text: "a line" });
    expect(await begun(ara.id, id, lineOf(note), key)).toMatchObject({ repeated: false });
  });

  it("is read in an archived group, and not added to; what should not be read there is reported and hidden still", async () => {
    const { id, ara, bora } = await aGroup();
    const thread = await wonder(bora.id, id);
    const { first } = await readThread(bora.id, { id, thread }, now);
    await changeGroup(ara.id, id, { archived: true }, now);
    expect((await readThread(bora.id, { id, thread }, now)).archived).toBe(true);
    const comment = first.id;
    for (const late of [
      () => answer(bora.id, id, thread, "late"),
      () => changeComment(bora.id, { id, comment }, { text: "late" }, now),
      () => deleteComment(bora.id, { id, comment }, now),
      () => setSign(bora.id, { id, comment, sign: "same" }, true, now),
      () => changeComment(bora.id, { id, comment }, { text: "late", hidden: true }, now),
      () => changeThread(bora.id, { id, thread }, { answered: true }, now),
    ])
      await expect(late()).rejects.toMatchObject({ code: "group-archived" });
    await complain(ara.id, id, { about: { comment }, reason: "other" }, now);
    await changeComment(ara.id, { id, comment }, { hidden: true }, now);
    expect((await readThread(bora.id, { id, thread }, now)).first.state).toBe("hidden");
  });

  it("takes 4 kB and no byte more, and nothing that cannot be seen", async () => {
    const { id, ara } = await aGroup();
    const thread = await wonder(ara.id, id, "가".repeat(Math.floor(COMMENT_BYTES / 3)));
    await expect(answer(ara.id, id, thread, "가".repeat(Math.ceil(COMMENT_BYTES / 3)))).rejects.toMatchObject({ code: "comment-too-long" });
    await expect(answer(ara.id, id, thread, "\u3164 \n")).rejects.toMatchObject({ code: "bad-body" });
  });

  it("lists by session what was asked on its day or on its note, the latest moved first, and page by page", async () => {
    const { id, ara, bora, today } = await aGroup();
    const session = await begin(ara.id, id, today);
    const old = await wonder(ara.id, id, "of today", undefined, now);
    await wonder(ara.id, id, "later", undefined, now + 5);
    await answer(bora.id, id, old, "moved", now + 10);
    const { threads } = await listThreads(bora.id, id, { session }, now);
    expect(threads.map(({ first }) => first.text)).toEqual(["of today", "later"]);
    await open().client.thread.updateMany({ where: { groupId: id }, data: { localDate: "2020-01-01" } });
    expect((await listThreads(bora.id, id, { session }, now)).threads).toEqual([]);
    const { before } = await listThreads(bora.id, id, { before: old }, now);
    expect(before).toBeNull();
    expect((await listThreads(bora.id, id, { before: old }, now)).threads.map(({ first }) => first.text)).toEqual(["later"]);
  });

  it("keeps what somebody wrote once their account is erased, without the name and without their puzzle", async () => {
    const { id, people } = await groupOf(open(), ["Ara", "Byeolha", "Chan"]);
    const [ara, bora, chan] = people;
    const thread = await wonder(bora.id, id, "a question of somebody who goes");
    const other = await wonder(ara.id, id, `ask @${bora.member}`);
    const reply = await answer(bora.id, id, other, "an answer that stays");
    await setSign(bora.id, { id, comment: reply, sign: "same" }, true, now);
    await bora.visitor.send(eraseRoute, { body: { id: bora.id, word: "delete" } });
    const seen = await readThread(chan.id, { id, thread: other }, now);
    expect(seen.comments).toMatchObject([{ by: bora.member, text: "an answer that stays", signs: [] }]);
    expect(seen.people.find((person) => person.id === bora.member)).toMatchObject({ name: null, state: "erased" });
    const asked = await readThread(chan.id, { id, thread }, now);
    expect(asked).toMatchObject({ subject: { type: "puzzle", answered: false }, first: { text: "a question of somebody who goes" } });
    await expect(readPuzzle(chan.id, { id, thread }, now)).rejects.toMatchObject({ status: 404 });
    expect(await open().client.inboxEntry.count({ where: { memberId: bora.member } })).toBe(0);
    expect((await readInbox(ara.id, undefined)).entries).toMatchObject([{ cause: "reply", by: null }]);
    const dump = await dumpOf(open());
    expect([bora.id, "Byeolha"].filter((trace) => dump.includes(trace))).toEqual([]);
  });

  it("goes into the export of who wrote it, and not into that of others", async () => {
    const { id, ara, bora } = await aGroup();
    const thread = await wonder(ara.id, id, "ara's own question");
    await answer(bora.id, id, thread, "bora's own answer");
    const bytes = unzipSync((await bora.visitor.get(exportRoute)).json as Uint8Array);
    const all = Object.values(bytes)
      .map((file) => Buffer.from(file).toString("utf8"))
      .join("\n");
    expect(all).toContain("bora's own answer");
    expect(all).not.toContain("ara's own question");
  });

  it("is closed to whoever was removed, at once", async () => {
    const { id, ara } = await aGroup();
    const duri = await joined(open(), ara.id, id, "Duri");
    const thread = await wonder(ara.id, id, `@${duri.member}`);
    await endMembership(ara.id, { id, member: duri.member }, now);
    await expect(readThread(duri.id, { id, thread }, now)).rejects.toMatchObject({ status: 404 });
    await expect(answer(duri.id, id, thread, "x")).rejects.toMatchObject({ status: 404 });
    expect(await inboxOf(duri.id)).toEqual([]);
    await expect(readThread((await signedUp(open(), "Eun")).id, { id, thread }, now)).rejects.toMatchObject({ status: 404 });
  });
});
