/** An account that is erased is gone: proved by a search through a dump of the database, beside another learner who keeps everything. */
import { PGlite } from "@electric-sql/pglite";
import { afterAll, expect, it, vi } from "vitest";
import { POST as submitRoute } from "@/app/api/v1/attempts/route";
import { POST as instanceRoute } from "@/app/api/v1/instances/route";
import { POST as lessonRoute } from "@/app/api/v1/lessons/done/route";
import { GET as meRoute, PATCH as changeMeRoute } from "@/app/api/v1/me/route";
import { POST as eraseRoute } from "@/app/api/v1/me/erase/route";
import { POST as reportRoute } from "@/app/api/v1/reports/route";
import { issueInstance } from "@/lib/server/attempts/issue";
import { eraseAccount, finishErasures } from "@/lib/server/account/erase";
import { mergeGuest, startSession } from "@/lib/server/auth";
import { authAdapter } from "@/lib/server/auth/adapter";
import { adoptDatabase } from "@/lib/server/database";
import { fromPGlite } from "@/lib/server/database/open";
import { endpoint } from "@/lib/server/http/endpoint";
import { changeMe as changeSettings } from "@/lib/server/learn/me";
import { Prisma } from "@/lib/server/prisma/client";
import { beginGuest, changeMe, readMe } from "@/lib/wire/account";
import { freshKey, signedIn, signInFrom } from "./setup/client";
import { KIND, perfect, services, TOPIC, VERSION } from "./setup/content";
import { markAttendance } from "@/lib/server/groups/attendance";
import { readGroup } from "@/lib/server/groups/home";
import { addItem, changeItem } from "@/lib/server/groups/items";
import { readSession } from "@/lib/server/groups/session";
import { editNote } from "@/lib/server/notes/edit";
import { readEdits } from "@/lib/server/notes/edits";
import { readNote } from "@/lib/server/notes/read";
import { keepVersion, listVersions } from "@/lib/server/notes/versions";
import { eachDatabase } from "./setup/database";
import { ask, begin, groupOf, noteIn, typed } from "./setup/groups";
import { dumpOf } from "./setup/dump";
import { expectInvariants } from "./setup/invariants";
import { fullLearner, PASSWORD } from "./setup/learner";

vi.mock("@/app/api/services", () => import("./setup/content"));

eachDatabase("erasing an account", (open) => {
  afterAll(() => expectInvariants(open()));

  /** Lines of the dump that hold a word, without those of rate limits, which both learners' requests change. */
  const linesOf = (dump: string, word: string): string[] => dump.split("\n").filter((line) => line.includes(word));

  it("leaves no trace in a dump, and every trace of another learner as it was", async () => {
    const gone = await fullLearner(open(), "sodamonly", 7391);
    const stays = await fullLearner(open(), "garamonly", 8462);
    const before = await dumpOf(open());
    const missing = [...gone.traces, ...stays.traces].filter((trace) => !before.includes(trace));
    expect(missing, "all of it stands in the database first").toEqual([]);

    const answer = await gone.visitor.send(eraseRoute, { body: { id: gone.id, password: PASSWORD } });
    expect([answer.status, answer.json]).toEqual([200, { erased: true }]);

    const after = await dumpOf(open());
    expect(gone.traces.filter((trace) => after.includes(trace))).toEqual([]);
    for (const word of ["sodam", "7391000", "203.0.113.7"]) expect(linesOf(after, word), word).toEqual([]);
    for (const trace of stays.traces) expect(linesOf(after, trace), trace).toEqual(linesOf(before, trace));
    expect(await signInFrom(stays.email, PASSWORD, "192.0.2.1")).toEqual({ id: stays.id });
  });

  it("keeps of crashes what concerns everybody: challenge, version, level, phase and day", async () => {
    await open().client.report.deleteMany();
    const gone = await fullLearner(open(), "haneul", 5120);
    await gone.visitor.send(eraseRoute, { body: { id: gone.id, password: PASSWORD } });
    const kept = await open().client.report.findMany({ orderBy: { phase: "asc" }, omit: { id: true } });
    const day = new Date(kept[0].createdAt);
    expect(day.getTime() % 86_400_000, "the day, not the moment").toBe(0);
    const nothing = { userId: null, message: "", answer: null, seed: null, workId: null, backend: null, build: null };
    const crash = { ...nothing, kind: KIND, version: VERSION, level: 1, byHand: false, createdAt: day };
    expect(kept).toEqual([
      { ...crash, phase: "board" },
      { ...crash, phase: "grade" },
    ]);
  });

  it("takes the name out of a group, and who was there; leaves what the group wrote, and hands the group on", async () => {
    const { id, people, today } = await groupOf(open(), ["Nuri", "Bora", "Chan"]);
    const [gone, bora] = people;
    const now = Date.now();
    const session = await begin(gone.id, id, today);
    const item = await ask(gone.id, id, session, "why is box 4 still alive?");
    const task = { session, type: "task", text: "read the paper", assignee: gone.member } as const;
    await addItem(bora.id, id, freshKey(), task, now);
    await changeItem(bora.id, { id, item }, { closed: { end: "done", answer: "another class" } }, now);
    await markAttendance(gone.id, { id, session, member: gone.member }, { status: "on-leave", next: null }, now);
    await gone.visitor.send(eraseRoute, { body: { id: gone.id, word: "delete" } });

    const home = await readGroup(bora.id, id, now);
    expect(home.owner, "who has been in it longest").toBe(true);
    expect(home.people.map(({ name, state }) => [name, state])).toEqual([
      [null, "erased"],
      ["Bora", "in"],
      ["Chan", "in"],
    ]);
    expect(home.items).toMatchObject([{ text: "read the paper", assignee: null }]);
    const seen = await readSession(bora.id, { id, session }, now);
    expect(seen.items.find((each) => each.id === item)).toMatchObject({
      by: gone.member,
      text: "why is box 4 still alive?",
      closed: { answer: "another class", by: bora.member },
    });
    expect(await open().client.attendance.count({ where: { memberId: gone.member } })).toBe(0);
    const dump = await dumpOf(open());
    expect([gone.id, 'Nuri"'].filter((trace) => dump.includes(trace))).toEqual([]);
  });

  it("takes the name out of a note that was written together, and leaves the text of all of them", async () => {
    const { id, people } = await groupOf(open(), ["Maru", "Bora"]);
    const [gone, bora] = people;
    const note = await noteIn(gone.id, id, { text: "begun by one who leaves" });
    const path = { id, note };
    const edit = (who: string, text: string) => editNote(who, path, freshKey(), { update: typed(text) }, Date.now());
    await edit(bora.id, " and what bora wrote ");
    await edit(gone.id, " and what they wrote later ");
    await keepVersion(gone.id, path, "by-hand", Date.now());
    const before = await readNote(bora.id, path, Date.now());
    await gone.visitor.send(eraseRoute, { body: { id: gone.id, word: "delete" } });

    const after = await readNote(bora.id, path, Date.now());
    expect(after.text).toBe(before.text);
    for (const part of ["begun by one who leaves", "what bora wrote", "what they wrote later"]) expect(after.text).toContain(part);
    expect(after.people.find(({ id: member }) => member === after.by)).toMatchObject({ name: null, state: "erased" });
    const { versions } = await listVersions(bora.id, path);
    expect(versions.map(({ by }) => by)).toEqual([gone.member]);
    expect(await readEdits(bora.id, path, 0)).toMatchObject({
      seq: 3,
      updates: [{ by: gone.member }, { by: bora.member }, { by: gone.member }],
    });
    await expect(edit(gone.id, "no more")).rejects.toMatchObject({ code: "not-found" });
    await edit(bora.id, " goes on");
    const dump = await dumpOf(open());
    expect([gone.id, 'Maru"'].filter((trace) => dump.includes(trace))).toEqual([]);
  });

  it("takes a group away with its last member, and leaves one that others are in to them", async () => {
    const { id, people } = await groupOf(open(), ["Ara", "Bora"]);
    for (const { visitor, id: user } of people) await visitor.send(eraseRoute, { body: { id: user, word: "delete" } });
    expect(await open().client.group.count({ where: { id } })).toBe(0);
  });

  it("ends every session at once, refuses to sign in, and leaves the address free", async () => {
    const gone = await fullLearner(open(), "byeol", 4208);
    const cookie = gone.visitor.cookie;
    expect((await gone.visitor.send(eraseRoute, { body: { id: gone.id, password: PASSWORD } })).status).toBe(200);
    expect(gone.visitor.cookie).toBe("boxup-session=");
    gone.visitor.cookie = cookie;
    expect(readMe.reply.parse((await gone.visitor.get(meRoute)).json).user).toBeNull();
    expect(await signInFrom(gone.email, PASSWORD, "192.0.2.2")).toBeNull();
    const adapter = authAdapter(null);
    expect(await adapter.getUserByAccount?.({ provider: "github", providerAccountId: "byeol-github" })).toBeNull();
    expect(await adapter.useVerificationToken?.({ identifier: gone.email, token: "byeol-link" })).toBeNull();
    expect((await signedIn(open(), { guest: false, email: gone.email })).id).not.toBe(gone.id);
  });

  it("asks for the password, and counts wrong ones", async () => {
    const me = await fullLearner(open(), "noeul", 3317);
    const erase = (body: object) => me.visitor.send(eraseRoute, { body: { id: me.id, ...body } });
    expect([(await erase({})).code, (await erase({ word: "delete" })).code]).toEqual(["wrong-password", "wrong-password"]);
    for (let i = 0; i < 10; i++) expect((await erase({ password: "not the password" })).code).toBe("wrong-password");
    expect((await erase({ password: PASSWORD })).code).toBe("rate-limited");
    expect(await open().client.user.count({ where: { id: me.id, deletedAt: null } })).toBe(1);
  });

  it.each(["delete", " Delete ", "삭제", "삭제".normalize("NFD")])("takes the word “%s” where there is no password", async (word) => {
    const { visitor, id } = await signedIn(open());
    expect((await visitor.send(eraseRoute, { body: { id, word: "yes" } })).code).toBe("wrong-word");
    expect((await visitor.send(eraseRoute, { body: { id } })).code).toBe("wrong-word");
    expect((await visitor.send(eraseRoute, { body: { id, word } })).status).toBe(200);
    expect(await open().client.user.count({ where: { id } })).toBe(0);
  });

  it("erases nobody else: not by another's id, and not the account that took a guest over meanwhile", async () => {
    const account = await signedIn(open(), { guest: false });
    const guest = await signedIn(open());
    expect((await guest.visitor.send(eraseRoute, { body: { id: account.id, word: "delete" } })).code).toBe("not-found");
    await mergeGuest(guest.id, account.id, Date.now());
    const late = eraseAccount(guest.id, { id: guest.id, word: "delete" }, { address: "192.0.2.3", now: Date.now() });
    await expect(late).rejects.toMatchObject({ code: "no-session" });
    expect(await open().client.user.count({ where: { id: { in: [guest.id, account.id] }, deletedAt: null } })).toBe(2);
  });

  /** Rows of any table that name one of `ids` as their user. */
  async function rowsOf(...ids: string[]): Promise<Record<string, number>> {
    const tables = await open().client.$queryRaw<{ name: string }[]>(
      Prisma.sql`SELECT table_name AS "name" FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'userId'`,
    );
    const counts = tables.map(async ({ name }) => {
      const [{ n }] = await open().client.$queryRaw<{ n: number }[]>(
        Prisma.sql`SELECT count(*)::int AS n FROM ${Prisma.raw(`"${name}"`)} WHERE "userId" IN (${Prisma.join(ids)})`,
      );
      return [name, n] as const;
    });
    return Object.fromEntries((await Promise.all(counts)).filter(([, n]) => n > 0));
  }

  it("leaves nothing of what arrives while it erases, and fails at none of it", async () => {
    const { visitor, id } = await signedIn(open());
    const issued = await Promise.all(Array.from({ length: 8 }, () => issueInstance(services, id, { kind: KIND, level: 1 }, Date.now())));
    const answers = issued.map(({ token, seed }) => ({ token, answer: perfect(seed, 1) }));
    const cookie = visitor.cookie;
    const report = { kind: KIND, version: VERSION, level: 1, seed: "abc", phase: "other", message: "late", byHand: true };
    const writes = [
      ...answers.map((body) => () => visitor.send(submitRoute, { key: freshKey(), body })),
      ...Array.from({ length: 6 }, () => () => visitor.send(reportRoute, { body: report })),
      ...Array.from({ length: 6 }, () => () => visitor.send(instanceRoute, { body: { kind: KIND, graded: true } })),
      ...Array.from({ length: 6 }, () => () => visitor.send(lessonRoute, { body: { topic: TOPIC } })),
      ...Array.from({ length: 6 }, () => () => visitor.send(changeMeRoute, { body: { name: "late" } })),
    ];
    const erased = visitor.send(eraseRoute, { body: { id, word: "delete" } });
    const statuses = (await Promise.all(writes.map((write) => write()))).map(({ status }) => status);
    expect((await erased).status).toBe(200);
    expect(statuses.filter((status) => status >= 300 && status !== 401)).toEqual([]);
    visitor.cookie = cookie;
    expect((await visitor.send(submitRoute, { key: freshKey(), body: answers[0] })).status).toBe(401);
    expect(await rowsOf(id)).toEqual({});
    expect(await open().client.user.count({ where: { id } })).toBe(0);
  });

  it("tells a write that was let in before and comes too late that nobody is there any more", async () => {
    const late = [
      endpoint(changeMe, async ({ user, now }) => {
        await open().client.user.delete({ where: { id: user.id } });
        return { json: await changeSettings(user.id, { name: "late" }, now) };
      }),
      endpoint(beginGuest, async ({ user, now }) => {
        await open().client.user.delete({ where: { id: user?.id ?? "" } });
        await startSession(open().client, user?.id ?? "", null, now);
        throw new Error("a session of nobody was begun");
      }),
    ];
    for (const handler of late) expect((await (await signedIn(open())).visitor.send(handler, { body: {} })).code).toBe("no-session");
  });

  it("is finished by the job where a crash interrupted it, and touches nobody else", async () => {
    const half = await fullLearner(open(), "ireum", 6674);
    const stays = await fullLearner(open(), "maru", 9985);
    await open().client.user.updateMany({ where: { id: { in: [half.id, half.guestId] } }, data: { deletedAt: new Date() } });
    const theirs = await rowsOf(stays.id, stays.guestId);
    expect(Object.keys(await rowsOf(half.id, half.guestId)).length).toBeGreaterThan(9);
    expect(await finishErasures()).toBe(2);
    expect(await rowsOf(half.id, half.guestId)).toEqual({});
    expect(await rowsOf(stays.id, stays.guestId)).toEqual(theirs);
    expect(await finishErasures()).toBe(0);
  });
});

/** The files of the tables, as they lie on the disk; the log of changes, which later ones overwrite, is left out. */
async function tableFiles(database: PGlite): Promise<Buffer> {
  const tar = Buffer.from(await (await database.dumpDataDir("none")).arrayBuffer());
  const files: Buffer[] = [];
  for (let at = 0; at + 512 <= tar.length;) {
    const name = tar.toString("utf8", at, at + 100).replace(/\0[^]*/, "");
    const size = Number.parseInt(tar.toString("utf8", at + 124, at + 136), 8) || 0;
    if (name.includes("base/")) files.push(tar.subarray(at + 512, at + 512 + size));
    at += 512 + Math.ceil(size / 512) * 512;
  }
  return Buffer.concat(files);
}

it("is gone from the embedded database's files too, not only from what its tables answer", async () => {
  const folder = await PGlite.create();
  const open = await fromPGlite(folder, () => folder.close());
  adoptDatabase(open);
  const gone = await fullLearner(open, "sodamonly", 7391);
  const stays = await fullLearner(open, "garamonly", 8462);
  await folder.exec("CHECKPOINT");
  const before = await tableFiles(folder);
  // Numbers do not lie there as digits.
  const [words, theirs] = [gone, stays].map(({ traces }) => traces.filter((trace) => !/^\d+$/.test(trace)));
  expect([...words, ...theirs].filter((trace) => !before.includes(trace))).toEqual([]);
  await eraseAccount(gone.id, { id: gone.id, password: PASSWORD }, { address: "192.0.2.4", now: Date.now() });
  const after = await tableFiles(folder);
  expect(words.filter((trace) => after.includes(trace))).toEqual([]);
  expect(theirs.filter((trace) => !after.includes(trace))).toEqual([]);
  adoptDatabase(undefined);
  await open.close();
});
