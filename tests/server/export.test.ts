/** The archive that a learner takes along: opened, and compared with what the database holds. */
import { unzipSync } from "fflate";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { GET as exportRoute } from "@/app/api/v1/me/export/route";
import { exportAccount } from "@/lib/server/account/export";
import { archive } from "@/lib/server/account/export/archive";
import { PARTS } from "@/lib/server/account/export/parts";
import { Prisma } from "@/lib/server/prisma/client";
import { freshKey, signedIn, Visitor } from "./setup/client";
import { TOPIC } from "./setup/content";
import { addItem, changeItem } from "@/lib/server/groups/items";
import { eachDatabase } from "./setup/database";
import { ask, begin, groupOf } from "./setup/groups";
import { fullLearner, type FullLearner } from "./setup/learner";

vi.mock("@/app/api/services", () => import("./setup/content"));

type Row = Readonly<Record<string, unknown>>;
/** As it stands, the mark at its beginning too, which a TextDecoder would take away. */
const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString("utf8");

describe("the archive", () => {
  it("has every table but the counts of rate limits and the code on the console, which name nobody", () => {
    expect([...PARTS.map(({ table }) => table), "RateLimiterFlexible", "NoteIndex", "InstructorCode"].sort()).toEqual(
      Object.keys(Prisma.ModelName).sort(),
    );
  });

  it("is written as it is read: its first bytes are there while a file without an end still goes on", async () => {
    let read = 0;
    async function* endless(): AsyncGenerator<string> {
      for (;;) yield `line ${read++} ${Math.sin(read)}\n`.repeat(1000);
    }
    let bytes = 0;
    for await (const piece of archive([{ name: "endless.txt", pieces: endless() }], new Date())) {
      bytes += piece.length;
      if (bytes > 100_000) break;
    }
    expect(bytes).toBeLessThan(1_000_000);
    expect(read).toBeLessThan(1_000);
  });
});

eachDatabase("exporting an account", (open) => {
  let me: FullLearner;
  let other: FullLearner;
  let files: Readonly<Record<string, string>>;
  const rows = (name: string): Row[] => JSON.parse(files[`json/${name}.json`]) as Row[];

  beforeAll(async () => {
    me = await fullLearner(open(), "sodam", 7391);
    other = await fullLearner(open(), "garam", 8462);
    // More than two pages, in a table whose key is made of two columns and in one with an id.
    const days = Array.from({ length: 250 }, (_, i) => new Date(Date.UTC(2025, 0, 1 + i)));
    await open().client.activeDay.createMany({
      data: days.map((at) => ({ userId: me.id, localDate: at.toISOString().slice(0, 10), timeZone: "UTC", firstAt: at, lastAt: at })),
    });
    await open().client.xpEntry.createMany({
      data: days.map((at, i) => ({ userId: me.id, reason: `review:${TOPIC}/x:${i}`, points: 0, localDate: at.toISOString().slice(0, 10) })),
    });
    const answer = await me.visitor.get(exportRoute);
    expect(answer.headers.get("content-disposition")).toMatch(/^attachment; filename="boxup-\d{4}-\d\d-\d\d\.zip"$/);
    expect(answer.headers.get("cache-control")).toBe("no-store");
    files = Object.fromEntries(Object.entries(unzipSync(answer.json as Uint8Array)).map(([name, bytes]) => [name, textOf(bytes)]));
  });

  it("bears the day that the learner's own clock shows", async () => {
    const stands = { id: me.id, dayStart: 0, formerZone: null, formerStart: null, formerUntil: null };
    const nameIn = async (timeZone: string) => (await exportAccount({ ...stands, timeZone }, Date.UTC(2026, 10, 1, 15, 30))).name;
    expect(await nameIn("Asia/Seoul")).toBe("boxup-2026-11-02.zip");
    expect(await nameIn("Europe/London")).toBe("boxup-2026-11-01.zip");
  });

  it("has a text that explains it, and each table as JSON and as CSV", () => {
    const tables = PARTS.flatMap(({ name }) => [`json/${name}.json`, `csv/${name}.csv`]);
    expect(Object.keys(files).sort()).toEqual(["README.txt", ...tables].sort());
    expect(files["README.txt"]).toMatch(/나에 대한 모든 기록[^]*everything kept/i);
  });

  it.each(PARTS)("holds every row of $table, with all columns but what opens the account", async ({ name, table, columns }) => {
    const mine = { userId: { in: [me.id, me.guestId] } };
    const worked = Prisma.sql`SELECT w."assignmentId" FROM "StudentWork" w JOIN "CohortMember" m ON m."id" = w."memberId" WHERE m."userId" = ${me.id}`;
    const kept = await open().client.$queryRaw<{ row: Row }[]>(
      Prisma.sql`SELECT to_jsonb(t) AS "row" FROM ${Prisma.raw(`"${table}"`)} t WHERE to_jsonb(t) ->> 'userId' IN (${Prisma.join(mine.userId.in)})
        OR (${table} = 'User' AND to_jsonb(t) ->> 'id' IN (${Prisma.join(mine.userId.in)})) OR to_jsonb(t) ->> 'identifier' = ${me.email}
        OR to_jsonb(t) ->> 'memberId' IN (SELECT "id" FROM "GroupMember" WHERE "userId" = ${me.id})
        OR to_jsonb(t) ->> 'memberId' IN (SELECT "id" FROM "CohortMember" WHERE "userId" = ${me.id})
        OR to_jsonb(t) ->> 'studentId' IN (SELECT "id" FROM "CohortMember" WHERE "userId" = ${me.id})
        OR (${table} = 'Cohort' AND to_jsonb(t) ->> 'id' IN (SELECT "cohortId" FROM "CohortMember" WHERE "userId" = ${me.id}))
        OR (${table} = 'Assignment' AND to_jsonb(t) ->> 'id' IN (${worked}))
        OR (${table} = 'AssignmentPart' AND to_jsonb(t) ->> 'assignmentId' IN (${worked}))
        OR (${table} = 'CohortSeat' AND to_jsonb(t) ->> 'email' = ${me.email})
        OR (${table} = 'Group' AND to_jsonb(t) ->> 'id' IN (SELECT "groupId" FROM "GroupMember" WHERE "userId" = ${me.id}))
        OR to_jsonb(t) ->> 'readingId' IN (SELECT r."id" FROM "Reading" r JOIN "GroupMember" m ON m."id" = r."memberId" WHERE m."userId" = ${me.id} AND ${table} = 'Slip')
        OR (${table} = 'BankVersion' AND to_jsonb(t) ->> 'questionId' IN (SELECT "id" FROM "BankQuestion" WHERE "userId" = ${me.id}))
        OR (${table} = 'PeerSession' AND to_jsonb(t) ->> 'groupId' IN (SELECT "groupId" FROM "GroupMember" WHERE "userId" = ${me.id}))`,
    );
    expect(kept.length).toBeGreaterThan(0);
    const visible = ({ row }: { row: Row }): Row => Object.fromEntries(columns.map((column) => [column, row[column]]));
    const secretive = (row: Row): Row => (row.id === me.openWork.id ? { ...row, seed: null, instance: null } : row);
    const sorted = (list: Row[]): string[] => list.map((row) => JSON.stringify(row, Object.keys(row).sort())).sort();
    expect(sorted(rows(name))).toEqual(sorted(kept.map(visible).map(secretive)));
    expect(rows(name).map((row) => Object.keys(row))).toEqual(kept.map(() => columns));
  });

  it.each(PARTS)("says the same in CSV: $name", ({ name, columns }) => {
    const [head, ...lines] = files[`csv/${name}.csv`].trimEnd().split(/\r\n/);
    expect(head).toBe(`\ufeff${columns.join(",")}`);
    expect(lines).toHaveLength(rows(name).length);
  });

  it("has what was said and done, of the guest too", () => {
    const all = Object.values(files).join("\n");
    const secret = new Set([...me.secrets, me.openWork.seed]);
    expect(me.traces.filter((trace) => !secret.has(trace) && !all.includes(trace))).toEqual([]);
    expect(rows("active-days")).toHaveLength(251);
    expect(
      rows("account")
        .map(({ id }) => id)
        .sort(),
    ).toEqual([me.id, me.guestId].sort());
  });

  it("has of a group what was given to the learner and what they closed, and nothing that others wrote to each other", async () => {
    const { id, people, today } = await groupOf(open(), ["Ara", "Bora", "Chan"]);
    const [ara, bora, chan] = people;
    const session = await begin(ara.id, id, today);
    const between = { session, type: "task", text: "between ara and bora", assignee: bora.member } as const;
    await addItem(ara.id, id, freshKey(), between, Date.now());
    await addItem(ara.id, id, freshKey(), { ...between, text: "for chan", assignee: chan.member }, Date.now());
    const item = await ask(bora.id, id, session, "closed by chan");
    await changeItem(chan.id, { id, item }, { closed: { end: "done", answer: "an answer of chan's" } }, Date.now());
    const bytes = unzipSync((await chan.visitor.get(exportRoute)).json as Uint8Array);
    const items = JSON.parse(textOf(bytes["json/group-items.json"])) as { text: string }[];
    expect(items.map(({ text }) => text).sort()).toEqual(["closed by chan", "for chan"]);
    const all = Object.values(bytes).map(textOf).join("\n");
    expect(["between ara and bora", "Bora", ara.id, bora.id].filter((text) => all.includes(text))).toEqual([]);
    expect(all).toContain("Ara's group");
  });

  it("has no key to the account, no solution of open work, and nothing of anybody else", () => {
    const all = Object.values(files).join("\n");
    expect([...me.secrets, me.openWork.seed, ...other.traces].filter((trace) => all.includes(trace))).toEqual([]);
    const work = rows("graded-work");
    expect(work.find(({ id }) => id === me.openWork.id)).toMatchObject({ seed: null, instance: null });
    expect(work.find(({ id }) => id !== me.openWork.id)?.instance).toContain("truth");
  });

  it("is whole for somebody about whom nothing is kept but an account", async () => {
    const { visitor, id } = await signedIn(open());
    const empty = unzipSync((await visitor.get(exportRoute)).json as Uint8Array);
    expect(JSON.parse(textOf(empty["json/account.json"]))).toMatchObject([{ id, guest: true }]);
    expect(JSON.parse(textOf(empty["json/attempts.json"]))).toEqual([]);
    expect(textOf(empty["csv/attempts.csv"]).split("\r\n")).toHaveLength(2);
  });

  it("is made six times an hour, and for nobody without a session", async () => {
    const { visitor } = await signedIn(open());
    for (let i = 0; i < 6; i++) expect((await visitor.get(exportRoute)).status).toBe(200);
    expect((await visitor.get(exportRoute)).code).toBe("rate-limited");
    expect((await new Visitor().get(exportRoute, { headers: { "x-test": freshKey() } })).code).toBe("no-session");
  });
});
