/** Signing in under attack and in class (docs/decisions/0012). */
import { hash } from "@node-rs/argon2";
import { NextRequest } from "next/server";
import { availableParallelism } from "node:os";
import { afterEach, expect, it, vi } from "vitest";
import { PUT as changePasswordRoute } from "@/app/api/v1/me/password/route";
import { POST as signUpRoute } from "@/app/api/v1/signup/route";
import { knownDevice } from "@/lib/server/auth/device";
import { authOptions, finished, serveAuth } from "@/lib/server/auth/nextAuth";
import { hashPassword } from "@/lib/server/auth/password";
import { rateLimited } from "@/lib/server/http/errors";
import { signInFrom, Visitor } from "./setup/client";
import { eachDatabase } from "./setup/database";

/** What every check of a password was given, and how many ran together. */
const checks = vi.hoisted(() => ({ hashes: [] as string[], now: 0, most: 0, gate: Promise.resolve() }));
vi.mock("@node-rs/argon2", async (original) => {
  const argon2 = await original<typeof import("@node-rs/argon2")>();
  return {
    ...argon2,
    verify: async (...given: Parameters<typeof argon2.verify>) => {
      checks.hashes.push(String(given[0]));
      checks.most = Math.max(checks.most, ++checks.now);
      await checks.gate;
      return argon2.verify(...given).finally(() => checks.now--);
    },
  };
});

const RIGHT = "correct horse battery";
const WRONG = "Spring2026! or so";
let count = 0;
const newName = () => `pupil-${++count}`;
const newAddress = () => `198.18.${++count >> 8}.${count & 255}`;
const costOf = (passwordHash: string): string => passwordHash.split("$").slice(0, 4).join("$");

eachDatabase("signing in", (open) => {
  afterEach(() => vi.restoreAllMocks());

  /** Accounts whose passwords are checked in a moment; what a check costs is not what these tests are about. */
  async function accounts(size: number) {
    const passwordHash = await hash(RIGHT, { memoryCost: 64, timeCost: 1, parallelism: 1 });
    const emails = Array.from({ length: size }, () => `${newName()}@school.example`);
    await open().client.user.createMany({ data: emails.map((email) => ({ email, passwordHash, guest: false })) });
    return emails;
  }
  const account = async () => (await accounts(1))[0];
  const outcome = (try_: Promise<{ id: string } | null>): Promise<string> =>
    try_.then(
      (user) => (user === null ? "wrong" : "in"),
      (error: { code: string }) => error.code,
    );
  const tally = (outcomes: readonly string[]) =>
    Object.fromEntries(["in", "wrong", "rate-limited"].map((name) => [name, outcomes.filter((o) => o === name).length]));
  const signIn = (email: string, password: string, address: string, device: Parameters<typeof signInFrom>[3] = null) =>
    outcome(signInFrom(email, password, address, device));

  /** An account with the browser that it was made in. */
  async function atHome() {
    const browser = new Visitor(newAddress());
    const email = `${newName()}@home.example`;
    expect((await browser.send(signUpRoute, { body: { email, password: RIGHT, name: "Home" } })).status).toBe(201);
    const device = knownDevice(new Headers({ cookie: browser.device ?? "" }), Date.now());
    return { browser, email, device };
  }

  it("lets a class of 30 in at once from one address, and the same six again and again", async () => {
    const [school, pupils] = [newAddress(), await accounts(30)];
    expect(tally(await Promise.all(pupils.map((email) => signIn(email, RIGHT, school))))).toMatchObject({ in: 30 });
    for (let round = 0; round < 5; round++) for (const email of pupils.slice(0, 6)) expect(await signIn(email, RIGHT, school)).toBe("in");
  });

  it("lets a school of 500 in through one address, one in ten of whom mistypes first", async () => {
    const [school, pupils] = [newAddress(), await accounts(500)];
    const outcomes: string[] = [];
    for (let from = 0; from < pupils.length; from += 50) {
      const room = pupils.slice(from, from + 50);
      outcomes.push(...(await Promise.all(room.filter((_, i) => i % 10 === 0).map((email) => signIn(email, WRONG, school)))));
      outcomes.push(...(await Promise.all(room.map((email) => signIn(email, RIGHT, school)))));
    }
    expect(tally(outcomes)).toEqual({ in: 500, wrong: 50, "rate-limited": 0 });
  });

  it("stops a stranger after ten wrong tries, and the owner neither elsewhere nor in a browser that has signed in before", async () => {
    const { email, device } = await atHome();
    const stranger = newAddress();
    for (let i = 0; i < 10; i++) expect(await signIn(email, WRONG, stranger)).toBe("wrong");
    expect(await signIn(email, RIGHT, stranger), "also with the right password").toBe("rate-limited");
    expect(await signIn(email, RIGHT, newAddress())).toBe("in");
    expect(await signIn(email, RIGHT, stranger, device), "behind the stranger's own address").toBe("in");
    expect(await signIn(await account(), RIGHT, stranger), "nobody else behind that address").toBe("in");
  });

  it("closes an account to strangers after a hundred wrong tries from anywhere, and never to its own browser", async () => {
    const { email, device } = await atHome();
    for (let place = 0; place < 10; place++) {
      const stranger = newAddress();
      for (let i = 0; i < 10; i++) expect(await signIn(email, WRONG, stranger)).toBe("wrong");
    }
    expect(await signIn(email, WRONG, newAddress())).toBe("rate-limited");
    expect(await signIn(email, RIGHT, newAddress(), device)).toBe("in");
  });

  it("catches one password sprayed over 60 accounts from one address, whether or not they exist", async () => {
    for (const emails of [await accounts(60), Array.from({ length: 60 }, () => `${newName()}@nowhere.example`)]) {
      const { email, device } = await atHome();
      const place = newAddress();
      const outcomes: string[] = [];
      for (const target of emails) outcomes.push(await signIn(target, WRONG, place));
      expect(tally(outcomes)).toEqual({ in: 0, wrong: 30, "rate-limited": 30 });
      expect(await signIn(email, RIGHT, place)).toBe("rate-limited");
      expect(await signIn(email, RIGHT, place, device)).toBe("in");
      expect(await signIn(email, RIGHT, newAddress())).toBe("in");
    }
  });

  it("hears no more of a burst of guesses than of guesses one by one", async () => {
    const [email, place] = [await account(), newAddress()];
    const outcomes = await Promise.all(Array.from({ length: 60 }, () => signIn(email, WRONG, place)));
    // As many as are checked together may pass the count before the first of them is counted.
    expect(tally(outcomes).wrong).toBeGreaterThanOrEqual(10);
    expect(tally(outcomes).wrong).toBeLessThanOrEqual(12);
    const sprayed = newAddress();
    const spray = await Promise.all((await accounts(60)).map((target) => signIn(target, WRONG, sprayed)));
    expect(tally(spray).wrong).toBeLessThanOrEqual(32);
  });

  it("lets a browser that has signed in guess no more often than anybody, and takes no other for one", async () => {
    const { email, browser, device } = await atHome();
    const other = await atHome();
    const place = newAddress();
    for (let i = 0; i < 10; i++) expect(await signIn(email, WRONG, place, device)).toBe("wrong");
    expect(await signIn(email, RIGHT, newAddress(), device)).toBe("rate-limited");
    expect(await signIn(email, RIGHT, place), "without the cookie it is a stranger like any").toBe("in");
    for (let i = 0; i < 10; i++) expect(await signIn(email, WRONG, place, other.device)).toBe("wrong");
    expect(await signIn(email, RIGHT, place, other.device), "a browser of somebody else").toBe("rate-limited");
    const [name, value] = (browser.device ?? "").split("=");
    const forged = [`${name}=${value.slice(0, -4)}AAAA`, `${name}=${btoa('{"id":"0123456789abcdef"}')}.`, `${name}=`, "x"];
    for (const cookie of forged) expect(knownDevice(new Headers({ cookie }), Date.now())).toBeNull();
    expect(knownDevice(new Headers({ cookie: browser.device ?? "" }), Date.now() + 401 * 86_400_000), "it ends").toBeNull();
  });

  it("remembers each account of a browser, whichever way it signed in, in a cookie that no script reads", async () => {
    const { browser, device } = await atHome();
    browser.cookie = null;
    const email = `${newName()}@home.example`;
    const second = await browser.send(signUpRoute, { body: { email, password: RIGHT, name: "Second" } });
    const set = second.headers.getSetCookie().find((cookie) => cookie.startsWith("boxup-device="));
    expect(set).toMatch(/; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax$/);
    const both = knownDevice(new Headers({ cookie: browser.device ?? "" }), Date.now());
    expect(both?.id).toBe(device?.id);
    expect(both?.users.slice(1)).toEqual(device?.users);
    const elsewhere = new Headers({ cookie: "" });
    const answer = finished(new Response(null, { status: 302 }), { signedIn: "somebody" }, elsewhere);
    const cookie = answer.headers.getSetCookie()[0].split(";")[0];
    expect(knownDevice(new Headers({ cookie }), Date.now())?.users).toEqual(["somebody"]);
    await browser.send(changePasswordRoute, { body: { current: RIGHT, password: "another long sentence" } });
    expect(knownDevice(new Headers({ cookie: browser.device ?? "" }), Date.now())?.users).toEqual(both?.users);
  });

  it("does not show whether there is an account, in what it does for an answer", async () => {
    const email = `${newName()}@example.com`;
    await open().client.user.create({ data: { email, guest: false, passwordHash: await hashPassword(RIGHT, "tests") } });
    const withoutPassword = `${newName()}@example.com`;
    await open().client.user.create({ data: { email: withoutPassword, guest: false } });
    for (const tried of [email, withoutPassword, `${newName()}@example.com`, "no address"]) {
      checks.hashes = [];
      expect(await signIn(tried, WRONG, newAddress())).toBe("wrong");
      expect(checks.hashes.map(costOf), tried).toEqual([costOf(await hashPassword("any", "tests"))]);
    }
  });

  it("checks a few at a time when 500 come at once: some wait, the rest are told when to come back, and others get their turn", async () => {
    const [email] = await accounts(1);
    const together = Math.max(1, Math.min(3, availableParallelism() - 1));
    let openGate = (): void => undefined;
    checks.gate = new Promise((resolve) => (openGate = resolve));
    checks.most = 0;
    const [flood, refused] = [newAddress(), [] as unknown[]];
    const all = Array.from({ length: 500 }, () =>
      signInFrom(email, RIGHT, flood).catch((error: unknown) => {
        refused.push(error);
        return null;
      }),
    );
    await vi.waitFor(() => expect(refused).toHaveLength(500 - 192 - together), { timeout: 60_000 });
    for (const error of refused)
      expect(error).toMatchObject({ status: 503, code: "sign-in-busy", extra: { retryAfter: expect.any(Number) } });
    const visitor = signIn(email, RIGHT, newAddress());
    openGate();
    expect(await visitor, "the room that one address may fill is not all there is").toBe("in");
    expect((await Promise.all(all)).filter((user) => user !== null)).toHaveLength(192 + together);
    expect(checks.most).toBe(together);
  });

  it("refuses what cannot be stored, and what is no text, field by field and before it is counted", async () => {
    const forms = { credentials: ["email", "password"], school: ["code", "nickname", "pin"] };
    for (const [form, names] of Object.entries(forms))
      for (const name of names)
        for (const [value, code] of [
          ["a\0b", "bad-text"],
          [{ a: 1 }, "bad-body"],
        ] as const) {
          const outcome: { failure?: { status: number; code: string; extra: { field?: string } } } = {};
          const { providers } = await authOptions(new Headers(), outcome as Parameters<typeof authOptions>[1]);
          const { authorize } = providers.find(({ options }) => options?.id === form)?.options as {
            authorize: (typed: Record<string, unknown>) => Promise<unknown>;
          };
          const typed = Object.fromEntries(names.map((each) => [each, each === name ? value : "ABCDEFGHJK"]));
          await expect(authorize(typed), `${form} ${name}`).rejects.toThrow(code);
          expect(outcome.failure).toMatchObject({ status: 422, code, extra: { field: name } });
        }
    const asked = new NextRequest("http://localhost:3000/api/auth/callback/email?token=a%00b");
    const answer = await serveAuth(asked, { params: Promise.resolve({ nextauth: ["callback", "email"] }) });
    expect([answer.status, await answer.json()]).toMatchObject([422, { error: { code: "bad-text", field: "token" } }]);
  });

  it("says by status and header how long to wait, and signs nobody out for it", async () => {
    const clears = { "Set-Cookie": "boxup-session=; Max-Age=0", "Content-Type": "application/json" };
    const failure = rateLimited(77);
    const form = finished(
      Response.json({ url: "/signin?error=rate-limited" }, { status: 401, headers: clears }),
      { failure },
      new Headers(),
    );
    expect([form.status, form.headers.get("retry-after"), await form.json()]).toEqual([429, "77", { url: "/signin?error=rate-limited" }]);
    const session = finished(Response.json({}, { headers: clears }), { failure }, new Headers());
    expect([session.status, session.headers.get("retry-after")]).toEqual([429, "77"]);
    const redirect = finished(
      new Response(null, { status: 302, headers: { Location: "/signin?error=x", ...clears } }),
      { failure },
      new Headers(),
    );
    expect([redirect.status, redirect.headers.get("location")]).toEqual([302, "/signin?error=x"]);
    for (const answer of [form, session, redirect]) expect(answer.headers.getSetCookie()).toEqual([]);
  });
});
