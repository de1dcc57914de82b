import fc from "fast-check";
import { afterAll, expect, it, vi } from "vitest";
import * as z from "zod";
import { issueInstance } from "@/lib/server/attempts/issue";
import { routes } from "@/lib/wire";
import { BASE, nameOf } from "@/lib/wire/route";
import { ALL_PARTS, TERMS } from "./setup/assignments";
import { GIFT, singleOf } from "./setup/bank";
import { freshKey, signedIn, type Answered } from "./setup/client";
import { KIND, perfect, services, TOPIC } from "./setup/content";
import { eachDatabase } from "./setup/database";
import { readOf, typed } from "./setup/groups";
import { findHandlers } from "./setup/handlers";
import { expectInvariants } from "./setup/invariants";

vi.mock("@/app/api/services", () => import("./setup/content"));

/** Values that have broken servers before. */
const nasty = fc.oneof(
  fc.jsonValue({ maxDepth: 4 }),
  fc.constantFrom<unknown>(
    "",
    " ",
    "\u202e",
    "\u0001",
    "\u0000",
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

/** A valid body for each route that takes one, to be mutated. */
const BODIES: Readonly<Record<string, (userId: string) => Promise<Record<string, unknown>>>> = {
  "POST /guest": async () => ({ timeZone: "Asia/Seoul", locale: "ko" }),
  "POST /signup": async () => ({
    email: `${freshKey()}@example.com`,
    password: "correct horse battery",
    name: "A",
    timeZone: "UTC",
    locale: "en",
  }),
  "PATCH /me": async () => ({ name: "A", timeZone: "UTC", locale: "en", dailyGoal: 50 }),
  "POST /instances": async () => ({ kind: KIND, level: 2, seed: "abc" }),
  "POST /rounds": async () => ({ kind: KIND, level: 2, seed: "abc", timeZone: "Asia/Seoul", locale: "ko" }),
  "POST /attempts": async (userId) => {
    const { token, seed } = await issueInstance(services, userId, { kind: KIND, level: 1 }, Date.now());
    return { token, answer: perfect(seed, 1) };
  },
  "POST /instances/reveal": async (userId) => ({
    token: (await issueInstance(services, userId, { kind: KIND, graded: true }, Date.now())).token,
  }),
  "POST /instances/hint": async (userId) => ({
    token: (await issueInstance(services, userId, { kind: KIND, graded: true }, Date.now())).token,
    rung: 2,
  }),
  "POST /reports": async () => ({
    kind: KIND,
    version: 3,
    level: 1,
    seed: "abc",
    phase: "grade",
    answer: { sum: 1, product: null },
    backend: "wasm",
    build: "b1",
    message: "threw",
    byHand: false,
  }),
  "POST /lessons/done": async () => ({ topic: TOPIC }),
  "POST /review/grade": async () => ({ cardId: "abc", answer: { option: "right" }, draw: 0, version: 1, rating: 3 }),
  "PUT /me/password": async () => ({ current: "the one before", password: "the one after it" }),
  "POST /me/erase": async (id) => ({ id, word: "delete" }),
  "POST /password/forgotten": async () => ({ email: `${freshKey()}@example.com`, locale: "en" }),
  "POST /password/reset": async () => ({ token: "A".repeat(43), password: "the one after it" }),
  "PATCH /users/:id/role": async () => ({ role: "student" }),
  "PUT /me/pin": async () => ({ current: "123457", pin: "271828" }),
  "POST /instructors/code": async () => ({ code: "ABCDE-FGHJK" }),
  "POST /bank/questions": async () => ({ content: singleOf() }),
  "PUT /bank/questions/:id": async () => ({ base: 1, content: singleOf() }),
  "PATCH /bank/questions/:id": async () => ({ archived: true }),
  "POST /bank/imports/check": async () => ({ format: "gift", text: GIFT, language: "en" }),
  "POST /bank/imports": async () => ({ format: "gift", text: GIFT, language: "en" }),
  "POST /cohorts": async () => ({ name: "A", timeZone: "UTC" }),
  "PATCH /cohorts/:id": async () => ({ name: "A", timeZone: "UTC", archived: false, classCode: "new" }),
  "POST /cohorts/:id/invites": async () => ({ as: "student", days: 7, maxUses: 10 }),
  "PATCH /cohorts/:id/members/:member": async () => ({ removed: false }),
  "POST /cohorts/:id/roster/check": async () => ({ text: "A,a@example.com" }),
  "POST /cohorts/:id/roster": async () => ({ rows: [{ name: "A", email: "a@example.com" }] }),
  "POST /cohorts/:id/pins": async () => ({ seats: ["abc"] }),
  "POST /cohorts/:id/assignments": async () => ({ terms: TERMS, parts: [...ALL_PARTS], publish: true, students: ["abc"] }),
  "PUT /cohorts/:id/assignments/:assignment": async () => ({ revision: 0, terms: TERMS, parts: [...ALL_PARTS], state: "published" }),
  "PUT /cohorts/:id/assignments/:assignment/students/:member/extension": async () => ({
    dueAt: "2026-11-26T09:00:00.000Z",
    closesAt: null,
    extraTries: 1,
    reason: "ill",
  }),
  "PUT /cohorts/:id/members/:member/time": async () => ({ percent: 150 }),
  "POST /cohorts/:id/assignments/:assignment/close": async () => ({ member: "abc" }),
  "POST /cohorts/:id/assignments/:assignment/void": async () => ({
    what: { item: "kind:a:1" },
    voided: true,
    reason: "wrong",
    apply: false,
  }),
  "POST /cohorts/:id/assignments/:assignment/regrade": async () => ({ item: "kind:a:1", mode: "exact", apply: false }),
  // Where nothing is asked for, anything else is tried.
  "POST /work/:assignment/begin": async () => ({ nothing: 1 }),
  "POST /work/:assignment/hand-in": async () => ({ nothing: 1 }),
  "POST /work/:assignment/parts/:part/slots/:slot": async () => ({ nothing: 1 }),
  "PUT /work/items/:item/saved": async () => ({ answer: { guess: 1 } }),
  "POST /work/items/:item": async () => ({ answer: { option: "right" } }),
  "POST /me/calendar": async () => ({ fresh: true }),
  "PUT /cohorts/:id/grades/weights": async () => ({ weights: [{ assignment: "abc", weight: 1 }] }),
  "PUT /cohorts/:id/grades/:assignment/:member": async () => ({ override: { percent: 50, reason: "IoU" } }),
  "POST /class-invites/:code": async () => ({ consent: 1 }),
  "POST /seats/:seat": async () => ({ consent: 1 }),
  "POST /groups": async () => ({ name: "A", timeZone: "UTC", sharesReview: true }),
  "PATCH /groups/:id": async () => ({ name: "A", timeZone: "UTC", dayStart: 4, quiet: true, questTarget: 40, archived: false }),
  "PATCH /groups/:id/members/:member": async () => ({ sharesReview: true, role: "owner", removed: false }),
  "POST /groups/:id/invites": async () => ({ days: 7, maxUses: 10 }),
  "POST /invites/:code": async () => ({ sharesReview: true }),
  "POST /groups/:id/sessions": async () => ({ date: "2026-11-26" }),
  "PATCH /groups/:id/sessions/:session": async () => ({
    agenda: { text: "IoU", version: 0 },
    moderator: "abc",
    scribe: null,
    closed: false,
  }),
  "PUT /groups/:id/sessions/:session/attendance/:member": async () => ({ status: "present", next: "late" }),
  "POST /groups/:id/items": async () => ({ session: "abc", type: "task", text: "IoU", assignee: null }),
  "PATCH /groups/:id/items/:item": async () => ({ text: "IoU", assignee: null, closed: { end: "done", answer: "yes", session: "abc" } }),
  "POST /groups/:id/notes": async () => ({ session: null, title: "A", text: "- IoU" }),
  "POST /groups/:id/threads": async () => ({ on: { note: "abc", anchor: "0,1.0", quote: "IoU" }, text: "why?" }),
  "PATCH /groups/:id/threads/:thread": async () => ({ answered: true }),
  "POST /groups/:id/threads/:thread/comments": async () => ({ text: "IoU" }),
  "PATCH /groups/:id/comments/:comment": async () => ({ text: "IoU", hidden: true }),
  "PUT /groups/:id/comments/:comment/signs/:sign": async () => ({ on: true }),
  "PUT /groups/:id/complaints": async () => ({ about: { comment: "abc" }, reason: "other" }),
  "PUT /groups/:id/notes/:note/hidden": async () => ({ hidden: true }),
  "PUT /inbox/read": async () => ({ entries: ["abc"] }),
  "PUT /inbox/mail": async () => ({ on: false }),
  "POST /inbox/mail/off": async () => ({ token: "A".repeat(43) }),
  "PATCH /groups/:id/notes/:note": async () => ({ title: "A" }),
  "POST /groups/:id/notes/:note/next": async () => ({ text: "- IoU" }),
  "POST /groups/:id/notes/:note/updates": async () => ({ update: typed("IoU") }),
  "POST /groups/:id/notes/:note/presence": async () => ({ client: 7, cursor: { anchor: "AAAA", head: "AAAA" }, here: true }),
  "POST /groups/:id/notes/:note/versions": async () => ({ reason: "by-hand" }),
  "POST /groups/:id/corrections": async () => ({ session: "abc", ofSession: "def", statement: "IoU", text: "yes" }),
  "POST /groups/:id/sessions/:session/readings": async () =>
    readOf({
      slips: [{ ...readOf().slips[0], corrects: { session: "abc", text: "yes" } }],
      roles: { moderator: "abc", scribe: "def" },
      attendance: [{ member: "abc", status: "late", next: "absent" }],
      items: [{ ...readOf().items[0], assignee: "abc", answer: "yes" }],
    }),
};

const handlers = await findHandlers();
const all = routes.map((route) => {
  const name = nameOf(route);
  const handler = handlers.get(name);
  if (!handler) throw new Error(`${name} has no handler`);
  // Any name will do: the handler is called with it, whatever stands in the address.
  const params = Object.fromEntries([...route.path.matchAll(/:(\w+)/g)].map(([, param]) => [param, "abc"]));
  return { name, route, handler, params };
});
const withBody = all.filter(({ route }) => route.body);

it("every body is tried", () => {
  expect(Object.keys(BODIES).sort()).toEqual(withBody.map(({ name }) => name).sort());
});

eachDatabase("hostile requests", (open) => {
  afterAll(() => expectInvariants(open()));

  /** Whatever was sent: an answer below 500, in JSON, or the file that the route promises. */
  function expectAnswered(answer: Answered, sent: unknown, file?: string): void {
    expect(answer.status, JSON.stringify([sent, answer.json])).toBeLessThan(500);
    const type = file !== undefined && answer.status < 300 ? file : "application/json";
    expect(answer.headers.get("content-type")).toContain(type);
  }
  const admin = async () => signedIn(open(), { role: "ADMIN" });

  it.each(withBody)("never bring $name down: every mutation of a valid body is answered", async ({ name, handler, params }) => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), nasty, fc.boolean(), fc.string({ minLength: 1, maxLength: 12 }), async (pick, value, asNewKey, newKey) => {
        const { visitor, id } = await admin();
        const valid = await BODIES[name](id);
        const keys = Object.keys(valid);
        const changed = { ...valid, [asNewKey ? newKey : keys[pick % keys.length]]: value };
        expectAnswered(await visitor.send(handler, { params, key: freshKey(), body: JSON.stringify(changed) }), changed);
      }),
      { numRuns: 40 },
    );
  });

  it.each(all.filter(({ route }) => route.method !== "GET"))(
    "never bring $name down: every text is answered",
    async ({ handler, params }) => {
      const { visitor } = await admin();
      await fc.assert(
        fc.asyncProperty(fc.oneof(fc.string({ unit: "binary", maxLength: 200 }), fc.json()), async (body) => {
          expectAnswered(await visitor.send(handler, { params, key: freshKey(), body }), body);
        }),
        { numRuns: 30 },
      );
    },
  );

  it.each(all.filter(({ route }) => route.params))(
    "never bring $name down: every parameter is answered",
    async ({ name, handler, params }) => {
      const { visitor, id } = await admin();
      const body = await BODIES[name]?.(id);
      await fc.assert(
        fc.asyncProperty(
          fc.oneof(fc.string({ unit: "binary", maxLength: 80 }), fc.constantFrom("", "a".repeat(9_999), "__proto__")),
          async (text) => {
            const changed = Object.fromEntries(Object.keys(params).map((param) => [param, text]));
            expectAnswered(await visitor.send(handler, { params: changed, key: freshKey(), body }), changed);
          },
        ),
        { numRuns: 30 },
      );
    },
  );

  it.each(all.filter(({ route }) => route.method === "GET"))(
    "never bring $name down: every query is answered",
    async ({ route, handler, params }) => {
      const { visitor } = await admin();
      // The shape of a query's schema is an object's; a route without one is asked with names that others know.
      const known = route.query instanceof z.ZodObject ? Object.keys(route.query.shape) : ["kind", "cursor"];
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.tuple(fc.constantFrom(...known, "__proto__", ""), fc.string({ unit: "binary", maxLength: 80 })), { maxLength: 4 }),
          async (pairs) => {
            const sent = { params, path: `${BASE}/test?${new URLSearchParams(pairs)}` };
            expectAnswered(await visitor.send(handler, sent), pairs, route.events ? "text/event-stream" : route.file);
          },
        ),
        { numRuns: 30 },
      );
    },
  );

  it.each(all.filter(({ route }) => route.params))(
    "$name refuses a parameter that cannot be stored, by its name",
    async ({ name, route, handler, params }) => {
      const { visitor, id } = await admin();
      // Where a body may hold nothing, it holds nothing.
      const valid = Object.entries((await BODIES[name]?.(id)) ?? {}).filter(([key]) => key !== "nothing");
      const json = route.body && Object.fromEntries(valid);
      const body = route.upload ? new Blob(["x"], { type: route.upload.types[0] }) : json;
      for (const param of Object.keys(params)) {
        const answer = await visitor.send(handler, { params: { ...params, [param]: "a\0b" }, key: freshKey(), body });
        expect([answer.status, answer.json]).toMatchObject([422, { error: { code: "bad-text", field: param } }]);
      }
    },
  );

  it.each(all.filter(({ route }) => route.query))(
    "$name refuses a query that cannot be stored, by its name",
    async ({ route, handler, params }) => {
      const { visitor } = await admin();
      const names = route.query instanceof z.ZodObject ? Object.keys(route.query.shape) : [];
      expect(names).not.toEqual([]);
      for (const asked of names) {
        const answer = await visitor.send(handler, {
          params,
          key: freshKey(),
          path: `${BASE}/test?${new URLSearchParams({ [asked]: "a\0b" })}`,
        });
        expect([answer.status, answer.json]).toMatchObject([422, { error: { code: "bad-text", field: asked } }]);
      }
    },
  );

  it.each(all.filter(({ route }) => route.keyed))("never bring $name down: every key is answered", async ({ name, handler, params }) => {
    const { visitor, id } = await admin();
    const body = await BODIES[name]?.(id);
    // What a header can carry: visible Latin-1.
    const text = fc.string({
      unit: fc
        .integer({ min: 0x21, max: 0xff })
        .filter((code) => code < 0x7f || code > 0xa0)
        .map((code) => String.fromCharCode(code)),
      maxLength: 90,
    });
    await fc.assert(
      fc.asyncProperty(text, async (key) => expectAnswered(await visitor.send(handler, { params, key, body }), key)),
      { numRuns: 30 },
    );
  });
});
