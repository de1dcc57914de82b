import { PGlite } from "@electric-sql/pglite";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { issueInstance } from "@/lib/server/attempts/issue";
import { submitAttempt } from "@/lib/server/attempts/submit";
import { mergeGuest } from "@/lib/server/auth";
import { authAdapter } from "@/lib/server/auth/adapter";
import { COPIED, copyDatabase, LEFT_BEHIND } from "@/lib/server/database/copy";
import { applyMigrations, migrationsFolder, readMigrations } from "@/lib/server/database/migrations";
import { connectionOf } from "@/lib/server/database/open";
import { finishLesson } from "@/lib/server/learn/lessons";
import { gradeReview } from "@/lib/server/review/grade";
import { freshKey, signedIn } from "./setup/client";
import { half, KIND, services, TOPIC } from "./setup/content";
import { eachDatabase } from "./setup/database";
import type { SqlConnection } from "@/lib/server/database/sql";

vi.mock("@/app/api/services", () => import("./setup/content"));

eachDatabase("copying a database", (open) => {
  let empty: PGlite;
  let source: SqlConnection;
  beforeAll(async () => {
    empty = await PGlite.create();
    await applyMigrations(connectionOf(empty), readMigrations(migrationsFolder()));
    const { client } = open();
    source = { exec: async () => undefined, query: <Row>(sql: string) => client.$queryRawUnsafe<Row[]>(sql) };
    const guest = await signedIn(open(), { name: "손님" });
    const account = await signedIn(open(), { guest: false, role: "INSTRUCTOR", email: "a@example.com" });
    const now = Date.now();
    for (let i = 0; i < 3; i++) {
      const instance = await issueInstance(services, guest.id, { kind: KIND, level: 2 }, now);
      await submitAttempt(services, { userId: guest.id, key: freshKey(), token: instance.token, answer: half(instance.seed, 2), now });
    }
    await mergeGuest(guest.id, account.id, now);
    await finishLesson(services.catalog, account.id, TOPIC, now);
    const card = await client.card.findFirstOrThrow({ where: { userId: account.id, type: "QUESTION" } });
    await gradeReview(
      services.catalog,
      account.id,
      freshKey(),
      { cardId: card.id, answer: { option: "right" }, draw: 0, version: 1, rating: 3 },
      now,
    );
    await authAdapter(null).linkAccount?.({ userId: account.id, type: "oauth", provider: "github", providerAccountId: "1" });
    await authAdapter(null).createVerificationToken?.({ identifier: "b@example.com", token: "t", expires: new Date(now) });
    // More than a page of rows, sorted so that those merged come before the accounts they point to.
    await client.user.createMany({ data: Array.from({ length: 700 }, (_, i) => ({ id: `a${i}`, mergedIntoId: account.id })) });
  });
  afterAll(() => empty.close());

  it("knows every table of the schema", async () => {
    const rows = await connectionOf(empty).query<{ tablename: string }>("SELECT tablename FROM pg_tables WHERE schemaname = 'public'");
    expect(rows.map((r) => r.tablename).sort()).toEqual([...COPIED, ...LEFT_BEHIND].sort());
  });

  it("brings every row over unchanged, and refuses to do it twice", async () => {
    const target = connectionOf(empty);
    const counts = await copyDatabase(source, target);
    expect(counts).toMatchObject({ User: 702, Attempt: 3, LessonDone: 1, Card: 13, ReviewLog: 1, Account: 1, VerificationToken: 1 });
    for (const table of COPIED) {
      const all = `SELECT to_jsonb(t)::text AS row FROM "${table}" t ORDER BY 1`;
      expect(await target.query(all)).toEqual(await source.query(all));
    }
    await expect(copyDatabase(source, target)).rejects.toThrow("702 users already");
  });
});
