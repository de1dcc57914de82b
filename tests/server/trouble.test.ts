/** A database that is away for a moment is 503 with a time to wait, whatever name the trouble goes by; a bug stays 500. */
import { PGlite } from "@electric-sql/pglite";
import { afterEach, beforeEach, describe, expect, inject, it, vi } from "vitest";
import { adoptDatabase, prisma } from "@/lib/server/database";
import { fromPGlite, openServer } from "@/lib/server/database/open";
import { endpoint } from "@/lib/server/http/endpoint";
import { passingTrouble } from "@/lib/server/http/failure";
import { Prisma } from "@/lib/server/prisma/client";
import { readMe } from "@/lib/wire/account";
import { Visitor } from "./setup/client";
import { eachDatabase } from "./setup/database";

const PASSING = [
  "57P01",
  "57P02",
  "57P03",
  "53000",
  "53100",
  "53200",
  "53300",
  "40001",
  "40P01",
  "55P03",
  "25006",
  "08006",
  "58030",
  "57014",
];
const BUGS = ["22012", "42601", "42703", "XX000"];

beforeEach(() => void vi.spyOn(console, "error").mockImplementation(() => undefined));
afterEach(() => vi.restoreAllMocks());

/** What a client is told when `work` fails under a route. */
const told = async (work: () => Promise<unknown>) => {
  const answer = await new Visitor().get(endpoint(readMe, () => work() as never));
  return { status: answer.status, code: answer.code, wait: Number(answer.headers.get("retry-after")) };
};
const away = { status: 503, code: "unavailable", wait: expect.toSatisfy((seconds: number) => seconds >= 1) };

eachDatabase("trouble that passes", (open) => {
  const raise = (code: string) => `RAISE EXCEPTION 'planted' USING ERRCODE = '${code}'`;

  it.each(PASSING)("%s is 503, in a statement of ours, in one of Prisma's and in a transaction", async (code) => {
    const { client } = open();
    expect(await told(() => client.$executeRawUnsafe(`DO $$ BEGIN ${raise(code)}; END $$`))).toEqual(away);
    const make = `CREATE OR REPLACE FUNCTION planted() RETURNS trigger AS $$ BEGIN ${raise(code)}; END $$ LANGUAGE plpgsql`;
    await client.$executeRawUnsafe(make);
    await client.$executeRawUnsafe(`CREATE TRIGGER planted BEFORE INSERT ON "Report" FOR EACH ROW EXECUTE FUNCTION planted()`);
    const data = { kind: "k", version: 1, level: 1, phase: "other", message: "m", byHand: true } as const;
    expect(await told(() => client.report.create({ data }))).toEqual(away);
    expect(await told(() => client.$transaction((tx) => tx.report.create({ data })))).toEqual(away);
    await client.$executeRawUnsafe(`DROP TRIGGER planted ON "Report"`);
  });

  it.each(BUGS)("%s is no passing trouble", async (code) => {
    expect(await told(() => open().client.$executeRawUnsafe(`DO $$ BEGIN ${raise(code)}; END $$`))).toMatchObject({ status: 500 });
  });

  it("no place in the pool, or in the embedded database's line, is 503", async () => {
    let letGo = (): void => undefined;
    const holding = new Promise<void>((resolve) => (letGo = resolve));
    const { client } = open();
    const held = Array.from({ length: 12 }, () =>
      client
        .$transaction(async (tx) => {
          await tx.user.count();
          await holding;
        })
        .catch(() => undefined),
    );
    expect(await told(() => client.$transaction((tx) => tx.user.count(), { maxWait: 50 }))).toEqual(away);
    letGo();
    await Promise.all(held);
  });
});

describe("a database that is gone", () => {
  afterEach(() => adoptDatabase(undefined));

  it("is 503 when the embedded one was closed, for every way of asking", async () => {
    const database = await PGlite.create();
    const open = await fromPGlite(database, () => Promise.resolve());
    adoptDatabase(open);
    await database.close();
    expect(await told(async () => (await prisma()).user.count())).toEqual(away);
    expect(await told(async () => (await prisma()).$queryRaw(Prisma.sql`SELECT 1`))).toEqual(away);
    expect(await told(async () => (await prisma()).$transaction((tx) => tx.user.count()))).toEqual(away);
  });

  it("is 503 when nothing listens at its address", async () => {
    expect(await told(() => openServer("postgresql://nobody@127.0.0.1:1/none"))).toEqual(away);
  });

  const postgres = inject("postgres");
  it.skipIf(!postgres)("is 503 when the server ends a connection in the middle of a transaction, and then serves again", async () => {
    const open = await openServer(postgres?.url ?? "");
    const cut = () =>
      open.client.$transaction(async (tx) => {
        const [{ pid }] = await tx.$queryRaw<{ pid: number }[]>(Prisma.sql`SELECT pg_backend_pid() AS pid`);
        await open.client.$executeRaw(Prisma.sql`SELECT pg_terminate_backend(${pid})`);
        await tx.$queryRaw(Prisma.sql`SELECT 1`);
      });
    expect(await told(cut)).toEqual(away);
    expect(await open.client.$queryRaw(Prisma.sql`SELECT 1 AS one`)).toEqual([{ one: 1 }]);
    await open.close();
  });
});

describe("what an error says of itself", () => {
  const word = (message: string) => new Error(message);
  it.each<[unknown, boolean]>([
    [word("Connection terminated unexpectedly"), true],
    [word("timeout exceeded when trying to connect"), true],
    [word("PGlite is closed"), true],
    [new Error("outer", { cause: Object.assign(word("inner"), { code: "ECONNRESET" }) }), true],
    [new AggregateError([Object.assign(word("::1"), { code: "ECONNREFUSED" })]), true],
    [{ code: "P2010", meta: { driverAdapterError: { cause: { kind: "postgres", originalCode: "57P03" } } } }, true],
    [{ code: "P2024" }, true],
    [{ code: "P2002", meta: { driverAdapterError: { cause: { kind: "UniqueConstraintViolation", originalCode: "23505" } } } }, false],
    [new TypeError("x is not a function"), false],
    ["57P01", false],
    [null, false],
  ])("%o passes: %s", (error, passes) => expect(passingTrouble(error) !== null).toBe(passes));

  it("is found in a circle of causes without an end", () => {
    const error: { cause?: unknown } = {};
    error.cause = error;
    expect(passingTrouble(error)).toBeNull();
  });
});
