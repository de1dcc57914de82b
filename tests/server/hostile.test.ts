import fc from "fast-check";
import { afterAll, expect, it, vi } from "vitest";
import { POST as submitRoute } from "@/app/api/v1/attempts/route";
import { POST as guestRoute } from "@/app/api/v1/guest/route";
import { POST as instanceRoute } from "@/app/api/v1/instances/route";
import { POST as lessonRoute } from "@/app/api/v1/lessons/done/route";
import { PATCH as meRoute } from "@/app/api/v1/me/route";
import { POST as gradeRoute } from "@/app/api/v1/review/grade/route";
import { POST as signUpRoute } from "@/app/api/v1/signup/route";
import { PATCH as roleRoute } from "@/app/api/v1/users/[id]/role/route";
import { issueInstance } from "@/lib/server/attempts/issue";
import { freshKey, signedIn } from "./setup/client";
import { KIND, perfect, services, TOPIC } from "./setup/content";
import { eachDatabase } from "./setup/database";
import { expectInvariants } from "./setup/invariants";
import type { RouteHandler } from "@/lib/server/http/endpoint";

vi.mock("@/app/api/services", () => import("./setup/content"));

/** Values that have broken servers before. */
const nasty = fc.oneof(
  fc.jsonValue({ maxDepth: 4 }),
  fc.constantFrom<unknown>(
    "",
    " ",
    "\u202e",
    "\u0001",
    "😀".repeat(300),
    "a".repeat(10_000),
    '\'; DROP TABLE "User"; --',
    "../../etc/passwd",
    "__proto__",
    "constructor",
    -0,
    1e21,
    -1,
    0.1,
    Number.MAX_SAFE_INTEGER,
    [],
    {},
    [[]],
    true,
    null,
  ),
  fc.string({ unit: "binary", maxLength: 80 }),
);

interface Case {
  readonly name: string;
  readonly handler: RouteHandler;
  readonly method: "POST" | "PATCH";
  body(userId: string): Promise<Record<string, unknown>>;
  readonly params?: Record<string, string>;
}
const cases: readonly Case[] = [
  { name: "POST guest", handler: guestRoute, method: "POST", body: async () => ({ timeZone: "Asia/Seoul", locale: "ko" }) },
  {
    name: "POST signup",
    handler: signUpRoute,
    method: "POST",
    body: async () => ({ email: `${freshKey()}@example.com`, password: "correct horse battery", name: "A", timeZone: "UTC", locale: "en" }),
  },
  { name: "PATCH me", handler: meRoute, method: "PATCH", body: async () => ({ name: "A", timeZone: "UTC", locale: "en", dailyGoal: 50 }) },
  { name: "POST instances", handler: instanceRoute, method: "POST", body: async () => ({ kind: KIND, level: 2, seed: "abc" }) },
  {
    name: "POST attempts",
    handler: submitRoute,
    method: "POST",
    body: async (userId) => {
      const { token, seed } = await issueInstance(services, userId, { kind: KIND, level: 1 }, Date.now());
      return { token, answer: perfect(seed, 1) };
    },
  },
  { name: "POST lessons/done", handler: lessonRoute, method: "POST", body: async () => ({ topic: TOPIC }) },
  { name: "POST review/grade", handler: gradeRoute, method: "POST", body: async () => ({ cardId: "abc", optionId: "right", rating: 3 }) },
  { name: "PATCH users/[id]/role", handler: roleRoute, method: "PATCH", params: { id: "abc" }, body: async () => ({ role: "student" }) },
];

eachDatabase("hostile bodies", (open) => {
  afterAll(() => expectInvariants(open()));

  it.each(cases)(
    "never bring $name down: every mutation of a valid body gets an answer below 500",
    async ({ handler, method, body, params }) => {
      await fc.assert(
        fc.asyncProperty(
          fc.nat(),
          nasty,
          fc.boolean(),
          fc.string({ minLength: 1, maxLength: 12 }),
          async (pick, value, asNewKey, newKey) => {
            const { visitor, id } = await signedIn(open(), { role: "ADMIN" });
            const valid = await body(id);
            const keys = Object.keys(valid);
            const changed = { ...valid, [asNewKey ? newKey : keys[pick % keys.length]]: value };
            const answer = await visitor.send(handler, { method, params, key: freshKey(), body: JSON.stringify(changed) });
            expect(answer.status, JSON.stringify([changed, answer.json])).toBeLessThan(500);
            expect(answer.headers.get("content-type")).toContain("application/json");
          },
        ),
        { numRuns: 40 },
      );
    },
  );

  it("answer every string of bytes below 500", async () => {
    const { visitor } = await signedIn(open());
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string({ unit: "binary", maxLength: 200 }), fc.json()), async (text) => {
        const answer = await visitor.send(meRoute, { method: "PATCH", body: text });
        expect(answer.status).toBeLessThan(500);
      }),
      { numRuns: 50 },
    );
  });
});
