/**
 * Both sides of every route: the browser's own `call` goes through the real handler, and what comes back is exactly what the
 * route's object says. Routes are enumerated from lib/wire and handlers from app/api/v1, so neither can be forgotten.
 */
import { resolveObjectURL } from "node:buffer";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ApiError, call, forgetGuest } from "@/lib/client/api";
import { download } from "@/lib/client/api/download";
import { openRound } from "@/lib/client/api/openRound";
import { deliver } from "@/lib/client/api/call";
import { outbox } from "@/lib/client/outbox";
import { routes } from "@/lib/wire";
import * as account from "@/lib/wire/account";
import * as learn from "@/lib/wire/learn";
import * as play from "@/lib/wire/play";
import * as rounds from "@/lib/wire/rounds";
import * as review from "@/lib/wire/review";
import * as service from "@/lib/wire/service";
import { nameOf } from "@/lib/wire/route";
import { resetsSent } from "@/lib/server/account/reset";
import { sessionCookie, startSession } from "@/lib/server/auth";
import { hashPassword } from "@/lib/server/auth/password";
import { freshKey, practiceOf, signedIn, Visitor, workOf } from "./setup/client";
import { half, KIND, perfect, TOPIC } from "./setup/content";
import { eachDatabase } from "./setup/database";
import { ASSIGNMENT_CALLS } from "./setup/assignmentCalls";
import { BANK_CALLS } from "./setup/bankCalls";
import { COHORT_CALLS } from "./setup/cohortCalls";
import { DISCUSSION_CALLS } from "./setup/discussionCalls";
import { GROUP_CALLS, type Call, type Scene } from "./setup/groupCalls";
import { findHandlers } from "./setup/handlers";
import { Page, type Exchange } from "./setup/page";

vi.mock("@/app/api/services", () => import("./setup/content"));

const handlers = await findHandlers();
const names = routes.map(nameOf);
const named = routes.map((route) => ({ name: nameOf(route), route }));
const keyed = names.filter((_, i) => routes[i].keyed);

describe("route objects and route files", () => {
  it("name each route once", () => {
    expect(new Set(names).size).toBe(names.length);
  });

  it("belong together: no object without a handler, no handler without an object", () => {
    expect([...handlers.keys()].sort()).toEqual([...names].sort());
  });

  it.each(named)("stand in their own place: $name", ({ name, route }) => {
    expect(handlers.get(name)?.route).toBe(route);
  });
});

const attempt = async (): Promise<play.AttemptResult> => {
  const { token, seed, level } = practiceOf(await call(play.issueInstance, { body: { kind: KIND } }));
  return call(play.submitAttempt, { body: { token, answer: perfect(seed, level) }, key: freshKey() });
};
const firstCard = async (): Promise<string> => {
  await call(learn.finishLesson, { body: { topic: TOPIC } });
  return (await call(review.readQueue)).cards[0].id;
};

/** For each route: prepare what it needs, then answer how the page calls it. */
const CALLS: Readonly<Record<string, (scene: Scene) => Promise<Call>>> = {
  "POST /guest": async () => () => call(account.beginGuest, { body: { locale: "en", timeZone: "Asia/Seoul" } }),
  "POST /signup": async () => () =>
    call(account.signUp, { body: { email: `${freshKey()}@example.com`, password: "correct horse battery", name: "A", timeZone: "UTC" } }),
  "GET /me": async () => () => call(account.readMe),
  "PATCH /me": async () => () => call(account.changeMe, { body: { name: "보기", dailyGoal: 100 } }),
  "PUT /me/password": async ({ withPassword }) => {
    await withPassword("the one before");
    return () => call(account.changePassword, { body: { current: "the one before", password: "the one after it" } });
  },
  "GET /me/export": async () => {
    await attempt();
    return async () => {
      const link = { click: vi.fn(), href: "", download: "" };
      vi.stubGlobal("document", { createElement: () => link });
      await download(account.exportMe);
      expect(link.click).toHaveBeenCalledOnce();
      expect(link.download).toMatch(/\.zip$/);
      return new Uint8Array((await resolveObjectURL(link.href)?.arrayBuffer()) ?? []);
    };
  },
  "POST /me/erase": async () => {
    const { user } = await call(account.readMe);
    return () => call(account.eraseMe, { body: { id: user?.id ?? "", word: "delete" } });
  },
  "POST /password/forgotten": async () => () => call(account.askForReset, { body: { email: `${freshKey()}@example.com`, locale: "ko" } }),
  "POST /password/reset": async ({ withPassword }) => {
    const log = vi.spyOn(console, "log").mockImplementation(() => undefined);
    await call(account.askForReset, { body: { email: await withPassword("the one before") } });
    await resetsSent();
    const token = /#([\w-]+)/.exec(String(log.mock.lastCall?.[0]))?.[1] ?? "";
    log.mockRestore();
    return () => call(account.resetPassword, { body: { token, password: "the one after it" } });
  },
  "DELETE /sessions": async () => () => call(account.endAllSessions),
  "GET /sessions": async () => () => call(account.listSessions),
  "DELETE /sessions/:id": async ({ otherSession }) => {
    const id = await otherSession();
    return () => call(account.endSession, { params: { id } });
  },
  "PATCH /users/:id/role": async ({ otherUser }) => {
    const id = await otherUser();
    return () => call(account.changeRole, { params: { id }, body: { role: "instructor" } });
  },
  "GET /progress": async () => {
    await attempt();
    return () => call(learn.readProgress);
  },
  "POST /lessons/done": async () => () => call(learn.finishLesson, { body: { topic: TOPIC } }),
  "POST /instances": async () => () => call(play.issueInstance, { body: { kind: KIND, level: 2, seed: "shared" } }),
  "POST /rounds": async () => () => call(rounds.openRound, { body: { kind: KIND, level: 2 } }),
  "POST /attempts": async () => {
    const { token, seed, level } = practiceOf(await call(play.issueInstance, { body: { kind: KIND, level: 1 } }));
    return (key) => call(play.submitAttempt, { body: { token, answer: perfect(seed, level) }, key });
  },
  "POST /instances/reveal": async () => {
    const { token } = await call(play.issueInstance, { body: { kind: KIND, level: 1, graded: true } });
    return (key) => call(play.revealInstance, { body: { token }, key });
  },
  "POST /instances/hint": async () => {
    const { token } = await call(play.issueInstance, { body: { kind: KIND, level: 1, graded: true } });
    return () => call(play.takeHint, { body: { token, rung: 3 } });
  },
  "POST /reports": async () => {
    const { token, version } = await call(play.issueInstance, { body: { kind: KIND, level: 1, graded: true } });
    const report = { kind: KIND, version, level: 1, phase: "grade", work: token, answer: half("abc", 1), message: "threw" } as const;
    return () => call(play.reportProblem, { body: { ...report, backend: "wasm", build: "b1", byHand: false } });
  },
  "GET /attempts": async () => {
    await attempt();
    const { id } = await attempt();
    return () => call(play.listAttempts, { query: { kind: KIND, cursor: id } });
  },
  "GET /attempts/:id": async () => {
    const { id } = await attempt();
    return () => call(play.readAttempt, { params: { id } });
  },
  "GET /review": async () => {
    await firstCard();
    return () => call(review.readQueue);
  },
  "POST /review/grade": async () => {
    const cardId = await firstCard();
    return (key) => call(review.grade, { body: { cardId, answer: { option: "right" }, draw: 0, version: 1, rating: 3 }, key });
  },
  "POST /review/undo": async () => {
    const cardId = await firstCard();
    await call(review.grade, { body: { cardId, answer: { option: "right" }, draw: 0, version: 1, rating: 3 }, key: freshKey() });
    return (key) => call(review.undo, { key });
  },
  "GET /health": async () => () => call(service.health),
  ...GROUP_CALLS,
  ...DISCUSSION_CALLS,
  ...COHORT_CALLS,
  ...ASSIGNMENT_CALLS,
  ...BANK_CALLS,
};

/** The reply's schema drops what it does not know: equal afterwards means that nothing unknown was in the answer. */
function expectExact({ route, status, json }: Exchange): void {
  expect(status, `${nameOf(route)}: ${JSON.stringify(json)}`).toBeLessThan(300);
  expect(route.reply.parse(json), nameOf(route)).toStrictEqual(json);
}

it("every route is called", () => {
  expect(Object.keys(CALLS).sort()).toEqual([...names].sort());
});

eachDatabase("contract", (open) => {
  let page: Page;
  const show = (next: Page): Page => {
    forgetGuest();
    vi.stubGlobal("fetch", next.fetch);
    vi.stubGlobal("document", { documentElement: { lang: "ko" } });
    return (page = next);
  };
  beforeEach(() => {
    show(new Page(handlers));
  });
  afterEach(async () => {
    // What a test leaves waiting is not sent on the next one's page, to another database.
    for (const { id } of outbox.entries()) await outbox.discard(id);
    vi.unstubAllGlobals();
  });

  /** A page of somebody who may call `name`: an admin where it takes one, a guest otherwise. */
  async function prepared(name: string): Promise<Call> {
    const role = routes.find((route) => nameOf(route) === name)?.access === "admin" ? ("ADMIN" as const) : ("STUDENT" as const);
    const me = await signedIn(open(), { role });
    show(new Page(handlers, me.visitor));
    return CALLS[name]({
      otherSession: () => startSession(open().client, me.id, "other device", Date.now()),
      otherUser: async () => (await signedIn(open(), { guest: false })).id,
      signedUp: async () => {
        await open().client.user.update({ where: { id: me.id }, data: { guest: false } });
      },
      withPassword: async (password) => {
        const email = `${freshKey()}@example.com`;
        await open().client.user.update({
          where: { id: me.id },
          data: { guest: false, email, passwordHash: await hashPassword(password, "tests") },
        });
        return email;
      },
    });
  }

  it.each(names)("%s: the client's call reaches its handler and understands all of the answer", async (name) => {
    const send = await prepared(name);
    const reply = await send(freshKey());
    const last = page.exchanges[page.exchanges.length - 1];
    expect(nameOf(last.route)).toBe(name);
    expect(reply).toStrictEqual(last.json);
    page.exchanges.forEach(expectExact);
  });

  it.each(keyed)("%s: the same key again brings the same answer", async (name) => {
    const send = await prepared(name);
    const key = freshKey();
    const first = await send(key);
    expect(first).toMatchObject({ repeated: false });
    expect(await send(key)).toStrictEqual({ ...(first as object), repeated: true });
  });

  it.each(keyed)("%s: is refused without a key", async (name) => {
    const send = await prepared(name);
    await send(freshKey());
    const { url, init } = page.exchanges[page.exchanges.length - 1];
    const headers = new Headers(init.headers);
    headers.delete("idempotency-key");
    const refused = await page.fetch(url, { ...init, headers });
    expect([refused.status, await refused.json()]).toMatchObject([400, { error: { code: "bad-idempotency-key" } }]);
  });

  it.each(named)(
    "$name: a visitor's session begins with the first write that needs one, and with nothing else",
    async ({ name, route }) => {
      await Promise.allSettled([deliver(route, { params: { id: "nothing" }, key: freshKey() })]);
      const begins = route.method !== "GET" && route.access === "user";
      expect(page.exchanges.map((exchange) => nameOf(exchange.route))).toEqual(begins ? ["GET /me", "POST /guest", name] : [name]);
    },
  );

  it("rates a skill card by its attempt, and shows both types of cards as the contract says", async () => {
    const { token, seed } = practiceOf(await call(play.issueInstance, { body: { kind: KIND, level: 1 } }));
    await call(play.submitAttempt, { body: { token, answer: half(seed, 1) }, key: freshKey() });
    await call(learn.finishLesson, { body: { topic: TOPIC } });
    const { cards } = await call(review.readQueue);
    expect(new Set(cards.map(({ type }) => type))).toEqual(new Set(["question", "skill"]));
    const skill = cards.filter(({ type }) => type === "skill")[0];
    const drawn = await workOf(open(), await call(play.issueInstance, { body: { kind: KIND, cardId: skill.id, graded: true } }));
    const answered = { body: { token: drawn.token, answer: perfect(drawn.drawnFrom, drawn.level) }, key: freshKey() };
    const { id: attemptId } = await call(play.submitAttempt, answered);
    const graded = await call(review.grade, { body: { cardId: skill.id, attemptId, rating: 3 }, key: freshKey() });
    expect(graded).toMatchObject({ cardId: skill.id, correct: true });
    expect(await call(review.undo, { key: freshKey() })).toMatchObject({ cardId: skill.id, repeated: false });
    page.exchanges.forEach(expectExact);
  });

  it("begins one session for writes that start together", async () => {
    await Promise.all([1, 2, 3].map(() => call(learn.finishLesson, { body: { topic: TOPIC } })));
    expect(page.exchanges.filter((exchange) => exchange.route === account.beginGuest)).toHaveLength(1);
    expect(await open().client.lessonDone.count({ where: { userId: (await call(account.readMe)).user?.id } })).toBe(1);
  });

  it("opens a visitor's round with one question, and looks afterwards whether the browser kept the session", async () => {
    const [{ ticket, kept }] = await Promise.all([openRound({ kind: KIND }), call(learn.finishLesson, { body: { topic: TOPIC } })]);
    expect(page.exchanges.map((exchange) => nameOf(exchange.route)).slice(0, 1)).toEqual(["POST /rounds"]);
    expect(await kept).toBe(true);
    await call(play.submitAttempt, { body: { token: ticket.token, answer: perfect(ticket.seed, ticket.level) }, key: freshKey() });
    const asked = page.exchanges.map((exchange) => nameOf(exchange.route));
    expect(asked.toSorted()).toEqual(["GET /me", "POST /attempts", "POST /lessons/done", "POST /rounds"]);
    page.exchanges.forEach(expectExact);
  });

  it("notices that a browser keeps no session, and begins another one for the next round", async () => {
    vi.stubGlobal("fetch", async (url: string, init?: RequestInit) => {
      const answer = await page.fetch(url, init);
      page.visitor.cookie = null;
      return answer;
    });
    expect(await (await openRound({ kind: KIND })).kept).toBe(false);
    vi.stubGlobal("fetch", page.fetch);
    expect(await (await openRound({ kind: KIND })).kept).toBe(true);
    expect(page.exchanges.map(({ json }) => json)).toMatchObject([{ begun: true }, { user: null }, { begun: true }, { user: {} }]);
  });

  it("opens the next round after one that failed", async () => {
    await expect(openRound({ kind: "no-kind" })).rejects.toMatchObject({ code: "unknown-kind" });
    expect(await openRound({ kind: KIND })).toMatchObject({ ticket: { kind: KIND } });
  });

  it("holds a write whose session ended for its learner: it is not sent as anybody else's, and not lost", async () => {
    const mine = await signedIn(open());
    show(new Page(handlers, mine.visitor));
    const cardId = await firstCard();
    await open().client.authSession.updateMany({ where: { userId: mine.id }, data: { revokedAt: new Date() } });
    const key = freshKey();
    const body = { cardId, answer: { option: "right" }, draw: 0, version: 1, rating: 3 };
    const problems: string[] = [];
    let graded: Promise<unknown> = Promise.resolve();
    await new Promise<void>((kept) => {
      const onKept = ({ code }: { code: string }) => kept(void problems.push(code));
      graded = call(review.grade, { body, key, onKept });
    });
    expect(problems).toEqual(["no-session"]);
    expect(outbox.entries().filter(({ id }) => id === key)).toMatchObject([{ state: "held", learner: mine.id }]);

    // Somebody else signs in, and does something.
    show(new Page(handlers, (await signedIn(open())).visitor));
    await call(learn.finishLesson, { body: { topic: TOPIC } });
    const refused = page.exchanges.filter(({ status }) => status === 409);
    expect(refused.map(({ json }) => json)).toMatchObject([{ error: { code: "other-learner" } }]);
    expect(problems).toEqual(["no-session", "other-learner"]);

    const back = new Visitor();
    back.cookie = (await sessionCookie(await startSession(open().client, mine.id, "tests", Date.now()))).split(";")[0];
    show(new Page(handlers, back));
    expect(await graded).toMatchObject({ cardId, correct: true, repeated: false });
    expect(page.exchanges.map(({ init }) => new Headers(init.headers).get("idempotency-key"))).toContain(key);
    expect(await open().client.reviewLog.count({ where: { userId: mine.id, idempotencyKey: key } })).toBe(1);
  });

  it("tells what the server refused, in both languages, and which field", async () => {
    const refused = call(learn.finishLesson, { body: { topic: "No Topic" } });
    await expect(refused).rejects.toBeInstanceOf(ApiError);
    await expect(refused).rejects.toMatchObject({
      status: 422,
      code: "bad-body",
      field: "topic",
      text: { ko: expect.stringMatching(/[가-힣]/) },
    });
    await expect(call(play.readAttempt, { params: { id: "../me" } })).rejects.toMatchObject({ status: 404 });
    await expect(call(play.listAttempts, { query: { kind: "Not a kind" } })).rejects.toMatchObject({ status: 422, field: "kind" });
  });

  it("is not reached, or not understood, without a word being lost", async () => {
    vi.stubGlobal("fetch", () => Promise.reject(new TypeError("Failed to fetch")));
    await expect(call(account.readMe)).rejects.toMatchObject({ status: 0, code: "offline" });
    vi.stubGlobal("fetch", () => Promise.resolve(new Response("<html>", { status: 502 })));
    await expect(call(account.readMe)).rejects.toMatchObject({ status: 502, code: "unclear-answer" });
    vi.stubGlobal("fetch", () => Promise.resolve(Response.json({ user: null })));
    await expect(call(account.readMe)).rejects.toMatchObject({ status: 200, code: "unclear-answer" });
  });
});
