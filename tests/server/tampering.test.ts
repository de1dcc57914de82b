import { createHmac } from "node:crypto";
import { afterAll, expect, it, vi } from "vitest";
import { POST as submitRoute } from "@/app/api/v1/attempts/route";
import { POST as guestRoute } from "@/app/api/v1/guest/route";
import { POST as instanceRoute } from "@/app/api/v1/instances/route";
import { GET as meGetRoute, PATCH as meRoute } from "@/app/api/v1/me/route";
import { POST as undoRoute } from "@/app/api/v1/review/undo/route";
import { POST as signUpRoute } from "@/app/api/v1/signup/route";
import { signInstance, type InstanceClaims } from "@/lib/server/attempts/token";
import { derivedKey } from "@/lib/server/auth/secret";
import { sessionIdOf } from "@/lib/server/auth/session";
import { endpoint } from "@/lib/server/http/endpoint";
import { readMe } from "@/lib/wire/account";
import * as play from "@/lib/wire/play";
import { apiError } from "@/lib/wire/error";
import { type Answered, freshKey, practiceOf, signedIn, Visitor } from "./setup/client";
import { KIND, perfect, VERSION } from "./setup/content";
import { eachDatabase } from "./setup/database";
import { expectInvariants } from "./setup/invariants";

vi.mock("@/app/api/services", () => import("./setup/content"));

const seconds = (): number => Math.floor(Date.now() / 1000);

eachDatabase("tampering", (open) => {
  afterAll(() => expectInvariants(open()));

  /** A learner with an instance of their own. */
  async function player() {
    const me = await signedIn(open());
    const instance = practiceOf((await me.visitor.send(instanceRoute, { body: { kind: KIND, level: 1 } })).json);
    return { ...me, instance, answer: perfect(instance.seed, 1) };
  }

  const claimsFor = (user: string, more: Partial<InstanceClaims> = {}): InstanceClaims => ({
    kind: KIND,
    version: VERSION,
    seed: "abc",
    level: 1,
    user,
    iat: seconds(),
    exp: seconds() + 60,
    ...more,
  });

  async function expectRefused(answer: Answered, status: number, code: string, userId: string): Promise<void> {
    expect([answer.status, answer.code]).toEqual([status, code]);
    const { error } = apiError.parse(answer.json);
    expect(error.message.ko).toMatch(/[가-힣]/);
    expect(error.message.en.length).toBeGreaterThan(5);
    expect(JSON.stringify(answer.json)).not.toMatch(/\\n +at |node_modules|prisma/i);
    expect(await open().client.attempt.count({ where: { userId } })).toBe(0);
    expect((await open().client.user.findUniqueOrThrow({ where: { id: userId } })).xp).toBe(0);
  }

  it.each(["score", "xp", "stars", "userId", "earned", "correct", "__proto__"])("refuses a forged %s beside the answer", async (field) => {
    const { visitor, id, instance, answer } = await player();
    const body = `{"token":${JSON.stringify(instance.token)},"answer":${JSON.stringify(answer)},"${field}":100}`;
    const refused = await visitor.send(submitRoute, { key: freshKey(), body });
    await expectRefused(refused, 422, "bad-body", id);
    expect(apiError.parse(refused.json).error.field).toBe(field);
  });

  it.each(["score", "xp"])("refuses a forged %s inside the answer", async (field) => {
    const { visitor, id, instance, answer } = await player();
    await expectRefused(
      await visitor.send(submitRoute, { key: freshKey(), body: { token: instance.token, answer: { ...answer, [field]: 100 } } }),
      422,
      "bad-answer",
      id,
    );
  });

  it("refuses somebody else's instance", async () => {
    const other = await player();
    const { visitor, id } = await player();
    await expectRefused(
      await visitor.send(submitRoute, { key: freshKey(), body: { token: other.instance.token, answer: other.answer } }),
      403,
      "foreign-token",
      id,
    );
  });

  it("refuses an expired instance", async () => {
    const { visitor, id } = await player();
    const token = signInstance(claimsFor(id, { iat: seconds() - 90_000, exp: seconds() - 1 }));
    await expectRefused(
      await visitor.send(submitRoute, { key: freshKey(), body: { token, answer: perfect("abc", 1) } }),
      410,
      "expired-token",
      id,
    );
  });

  it("refuses an instance of another version, and of a kind that is gone", async () => {
    const { visitor, id } = await player();
    const stale = signInstance(claimsFor(id, { version: VERSION - 1 }));
    await expectRefused(
      await visitor.send(submitRoute, { key: freshKey(), body: { token: stale, answer: perfect("abc", 1) } }),
      409,
      "stale-version",
      id,
    );
    for (const kind of ["removed", "constructor"]) {
      const gone = signInstance(claimsFor(id, { kind }));
      await expectRefused(await visitor.send(submitRoute, { key: freshKey(), body: { token: gone, answer: {} } }), 404, "unknown-kind", id);
    }
  });

  it("refuses a token altered in any byte", async () => {
    const { visitor, id, instance, answer } = await player();
    const { token } = instance;
    const places = [0, 5, Math.floor(token.length / 3), token.indexOf(".") - 1, token.indexOf(".") + 1, token.length - 1];
    for (const place of places) {
      const altered = token.slice(0, place) + (token[place] === "A" ? "B" : "A") + token.slice(place + 1);
      await expectRefused(await visitor.send(submitRoute, { key: freshKey(), body: { token: altered, answer } }), 400, "forged-token", id);
    }
  });

  it("refuses a token signed with another key, with none, or with this secret for another purpose", async () => {
    const { visitor, id } = await player();
    const payload = Buffer.from(JSON.stringify(claimsFor(id, { level: 5 }))).toString("base64url");
    const by = (key: string | Buffer) => `${payload}.${createHmac("sha256", key).update(payload).digest("base64url")}`;
    const tokens = [
      by("another key"),
      by(process.env.NEXTAUTH_SECRET ?? ""),
      by(derivedKey("session")),
      `${payload}.`,
      `${payload}.${"A".repeat(43)}`,
      `${payload}.${payload}.x`,
      "A".repeat(40),
    ];
    for (const token of tokens)
      await expectRefused(
        await visitor.send(submitRoute, { key: freshKey(), body: { token, answer: perfect("abc", 1) } }),
        400,
        "forged-token",
        id,
      );
  });

  it("takes a replayed instance as practice without XP", async () => {
    const { visitor, instance, answer } = await player();
    const body = { token: instance.token, answer };
    const results = [];
    for (let i = 0; i < 3; i++) results.push(await visitor.send(submitRoute, { key: freshKey(), body }));
    expect(results.map((r) => r.status)).toEqual([201, 200, 200]);
    const replies = results.map((r) => play.submitAttempt.reply.parse(r.json));
    expect(replies.map((r) => [r.xp, r.duplicate])).toEqual([
      [15, false],
      [0, true],
      [0, true],
    ]);
    expect(replies[2].xpTotal).toBe(15);
  });

  it.each([
    ["a text", `"12"`, "answer"],
    ["null", "null", "answer"],
    ["a missing field", `{"sum":1}`, "answer.product"],
    ["a fraction", `{"sum":1.5,"product":2}`, "answer.sum"],
    ["a number beyond all bounds", `{"sum":1e309,"product":2}`, "answer.sum"],
    ["a list", "[1,2]", "answer"],
    ["a deep list", `{"sum":[[[[1]]]],"product":2}`, "answer.sum"],
  ])("refuses %s as an answer and names the field", async (_title, answer, field) => {
    const { visitor, id, instance } = await player();
    const refused = await visitor.send(submitRoute, {
      key: freshKey(),
      body: `{"token":${JSON.stringify(instance.token)},"answer":${answer}}`,
    });
    await expectRefused(refused, 422, "bad-answer", id);
    expect(apiError.parse(refused.json).error.field).toBe(field);
  });

  it("refuses a body without an answer", async () => {
    const { visitor, id, instance } = await player();
    const refused = await visitor.send(submitRoute, { key: freshKey(), body: { token: instance.token } });
    await expectRefused(refused, 422, "bad-body", id);
    expect(apiError.parse(refused.json).error.field).toBe("answer");
  });

  it("says what is missing from an unfinished answer without grading it", async () => {
    const { visitor, id, instance } = await player();
    await expectRefused(
      await visitor.send(submitRoute, { key: freshKey(), body: { token: instance.token, answer: { sum: null, product: 1 } } }),
      422,
      "not-ready",
      id,
    );
  });

  it("refuses a body over the limit, whatever length it claims", async () => {
    const { visitor, id, instance } = await player();
    const body = JSON.stringify({ token: instance.token, answer: "x".repeat(70_000) });
    await expectRefused(await visitor.send(submitRoute, { key: freshKey(), body }), 413, "too-large", id);
    await expectRefused(
      await visitor.send(submitRoute, { key: freshKey(), body, headers: { "content-length": "10" } }),
      413,
      "too-large",
      id,
    );
    await expectRefused(
      await visitor.send(submitRoute, { key: freshKey(), body: "{}", headers: { "content-length": "9999999" } }),
      413,
      "too-large",
      id,
    );
  });

  it("refuses anything that is not JSON", async () => {
    const { visitor, id, instance, answer } = await player();
    const body = { token: instance.token, answer };
    for (const type of ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "application/jsonx"]) {
      await expectRefused(
        await visitor.send(submitRoute, { key: freshKey(), body, headers: { "content-type": type } }),
        415,
        "wrong-content-type",
        id,
      );
    }
    for (const text of ["", "{", "{'a':1}", "NaN", `{"token":"\u0001"`]) {
      await expectRefused(
        await visitor.send(submitRoute, { key: freshKey(), body: text, headers: { "content-type": "application/json; charset=utf-8" } }),
        400,
        "bad-json",
        id,
      );
    }
  });

  it("refuses text that cannot be stored and nesting that cannot be walked", async () => {
    const { visitor, id, instance } = await player();
    const token = JSON.stringify(instance.token);
    for (const answer of [String.raw`"a\u0000b"`, String.raw`"\ud800"`, String.raw`{"\u0000":1}`]) {
      await expectRefused(
        await visitor.send(submitRoute, { key: freshKey(), body: `{"token":${token},"answer":${answer}}` }),
        422,
        "bad-text",
        id,
      );
    }
    const deep = `${"[".repeat(20_000)}${"]".repeat(20_000)}`;
    await expectRefused(
      await visitor.send(submitRoute, { key: freshKey(), body: `{"token":${token},"answer":${deep}}` }),
      422,
      "too-deep",
      id,
    );
  });

  it("refuses writes from another site", async () => {
    const { visitor, id, instance, answer } = await player();
    const body = { token: instance.token, answer };
    const forged: Record<string, string>[] = [
      { "sec-fetch-site": "cross-site" },
      { "sec-fetch-site": "same-site" },
      { "sec-fetch-site": "", origin: "https://evil.example" },
      { "sec-fetch-site": "", origin: "null" },
      { "sec-fetch-site": "", origin: "http://localhost:3001" },
      { "sec-fetch-site": "", origin: "nonsense" },
    ];
    for (const headers of forged)
      await expectRefused(await visitor.send(submitRoute, { key: freshKey(), body, headers }), 403, "cross-site", id);
    expect((await visitor.send(submitRoute, { key: freshKey(), body, headers: { "sec-fetch-site": "", origin: "" } })).status).toBe(201);
  });

  it.each([undefined, "short", "x".repeat(65), "with space in it!!", "한글열쇠한글열쇠한글열쇠한글"])(
    "refuses the idempotency key %s",
    async (key) => {
      const { visitor, id, instance, answer } = await player();
      // Header values are bytes: what is not Latin-1 reaches a server only escaped.
      const sent = key === undefined ? undefined : encodeURI(key);
      await expectRefused(
        await visitor.send(submitRoute, { key: sent, body: { token: instance.token, answer } }),
        400,
        "bad-idempotency-key",
        id,
      );
    },
  );

  it("limits submissions to 30 a minute for a learner, and says when to come back", async () => {
    const { visitor, instance, answer } = await player();
    const answers = [];
    for (let i = 0; i < 31; i++)
      answers.push(await visitor.send(submitRoute, { key: freshKey(), body: { token: instance.token, answer: { ...answer, sum: i } } }));
    expect(answers.slice(0, 30).every((a) => a.status === 201)).toBe(true);
    expect([answers[30].status, answers[30].code]).toEqual([429, "rate-limited"]);
    expect(Number(answers[30].headers.get("retry-after"))).toBeGreaterThan(0);
    expect((await (await player()).visitor.send(meRoute, { body: { name: "Min" } })).status).toBe(200);
  });

  it("counts a burst from one learner exactly", async () => {
    const { visitor, instance, answer } = await player();
    const answers = await Promise.all(
      Array.from({ length: 45 }, (_, sum) =>
        visitor.send(submitRoute, { key: freshKey(), body: { token: instance.token, answer: { ...answer, sum } } }),
      ),
    );
    expect(answers.filter((a) => a.status === 201)).toHaveLength(30);
    expect(answers.filter((a) => a.status === 429)).toHaveLength(15);
  });

  it("limits new guests by address", async () => {
    vi.stubEnv("BOXUP_GUESTS_PER_ADDRESS", "3");
    const statuses = [];
    for (let i = 0; i < 4; i++) statuses.push((await new Visitor("198.51.100.9").send(guestRoute, { body: {} })).status);
    expect(statuses).toEqual([201, 201, 201, 429]);
    expect((await new Visitor("198.51.100.10").send(guestRoute, { body: {} })).status).toBe(201);
    vi.unstubAllEnvs();
  });

  it.each(["role", "xp", "guest", "id", "email", "passwordHash", "deletedAt", "mergedIntoId"])(
    "does not let %s be set through one's own settings or sign-up",
    async (field) => {
      const { visitor, id } = await signedIn(open());
      const patch = await visitor.send(meRoute, { body: { name: "Min", [field]: "ADMIN" } });
      expect([patch.status, patch.code]).toEqual([422, "bad-body"]);
      const account = { email: `${field.toLowerCase()}@example.com`, password: "correct horse battery", name: "Min" };
      const signUp = await visitor.send(signUpRoute, { body: { ...account, [field]: field === "email" ? { toString: "x" } : "ADMIN" } });
      expect(signUp.status).toBe(422);
      expect(await open().client.user.findUniqueOrThrow({ where: { id } })).toMatchObject({
        role: "STUDENT",
        guest: true,
        xp: 0,
        name: null,
      });
    },
  );

  it("does not read a cookie that was altered or made elsewhere", async () => {
    const { visitor } = await signedIn(open());
    const good = visitor.cookie ?? "";
    for (const cookie of [`${good.slice(0, -4)}AAAA`, "boxup-session=e30.e30.e30", "boxup-session=", `other=${good.split("=")[1]}`]) {
      visitor.cookie = cookie;
      expect((await visitor.get(meGetRoute)).json).toMatchObject({ user: null });
    }
    expect(await sessionIdOf("not a token")).toBeNull();
  });

  it("accepts no body where none is expected", async () => {
    const { visitor } = await signedIn(open());
    expect((await visitor.send(undoRoute, { key: freshKey(), body: { cardId: "x" } })).code).toBe("bad-body");
    expect((await visitor.send(undoRoute, { key: freshKey() })).code).toBe("nothing-to-undo");
  });

  it("serves a route whose framework gives no parameters", async () => {
    for (const context of [{}, { params: Promise.resolve(undefined) }])
      expect((await meGetRoute(new Request("http://localhost:3000/api/v1/me"), context)).status).toBe(200);
  });

  it("hides what went wrong inside", async () => {
    const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const broken = endpoint(readMe, () => Promise.reject(new Error("secret detail in /some/path")));
    const answer = await new Visitor().get(broken);
    expect([answer.status, answer.code]).toEqual([500, "internal"]);
    expect(JSON.stringify(answer.json)).not.toContain("secret detail");
    expect(log).toHaveBeenCalledOnce();
    log.mockRestore();
  });
});
