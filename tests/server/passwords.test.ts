import { createHash } from "node:crypto";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { PUT as changeRoute } from "@/app/api/v1/me/password/route";
import { GET as meRoute } from "@/app/api/v1/me/route";
import { POST as forgottenRoute } from "@/app/api/v1/password/forgotten/route";
import { POST as resetRoute } from "@/app/api/v1/password/reset/route";
import { POST as signUpRoute } from "@/app/api/v1/signup/route";
import { forgetOldLinks, resetsSent } from "@/lib/server/account/reset";
import { knownDevice } from "@/lib/server/auth/device";
import { startSession, sessionCookie } from "@/lib/server/auth";
import { askForReset, readMe } from "@/lib/wire/account";
import { freshKey, signedIn, Visitor, signInFrom } from "./setup/client";
import { eachDatabase } from "./setup/database";
import { dumpOf } from "./setup/dump";

const mails = vi.hoisted(() => ({ sent: [] as { to: string; from: string; text: string }[], gate: () => Promise.resolve() }));
vi.mock("nodemailer", () => ({
  createTransport: () => ({
    sendMail: async (mail: { to: string; from: string; text: string }) => {
      await mails.gate();
      mails.sent.push(mail);
      return { rejected: [] };
    },
  }),
}));
vi.mock("@/app/api/services", () => import("./setup/content"));

const OLD = "correct horse battery";
const NEW = "a longer sentence to remember";
let count = 0;
const newEmail = () => `pass-${++count}@example.com`;
/** Every test knocks from an address of its own: limits count by address. */
const newAddress = () => `198.51.100.${++count}`;

eachDatabase("passwords", (open) => {
  const printed: string[] = [];
  beforeEach(() => {
    printed.length = 0;
    mails.sent.length = 0;
    vi.spyOn(console, "log").mockImplementation((line: string) => void printed.push(line));
  });
  afterEach(() => {
    vi.restoreAllMocks();
    vi.unstubAllEnvs();
  });

  /** An account with a password, signed in here and on a phone. */
  async function account() {
    const email = newEmail();
    const here = new Visitor(newAddress());
    const { user } = readMe.reply.parse((await here.send(signUpRoute, { body: { email, password: OLD, name: "민지" } })).json);
    const id = user?.id ?? "";
    const phone = new Visitor(newAddress());
    phone.cookie = (await sessionCookie(await startSession(open().client, id, "phone", Date.now()))).split(";")[0];
    return { email, id, here, phone };
  }
  const whoIs = async (visitor: Visitor) => readMe.reply.parse((await visitor.get(meRoute)).json).user?.id ?? null;
  const opens = async (email: string, password: string) => (await signInFrom(email, password, newAddress())) !== null;
  const linkIn = (text: string): string => /(http\S+#[\w-]+)/.exec(text)?.[1] ?? "";
  const tokenIn = (text: string): string => linkIn(text).split("#")[1];

  async function ask(email: string, visitor = new Visitor(newAddress())) {
    const answer = await visitor.send(forgottenRoute, { body: { email, locale: "ko" } });
    await resetsSent();
    return answer;
  }
  const reset = (token: string, password = NEW) => new Visitor(newAddress()).send(resetRoute, { body: { token, password } });

  it("are changed with the present one, and every other session ends", async () => {
    const { email, id, here, phone } = await account();
    await ask(email);
    const wrong = await here.send(changeRoute, { body: { current: "not this one", password: NEW } });
    expect([wrong.status, wrong.code, wrong.json]).toMatchObject([403, "wrong-password", { error: { field: "current" } }]);
    expect(await opens(email, OLD)).toBe(true);
    const before = here.cookie;
    expect((await here.send(changeRoute, { body: { current: OLD, password: NEW } })).status).toBe(200);
    expect([await whoIs(here), await whoIs(phone)]).toEqual([id, null]);
    expect(here.cookie).not.toBe(before);
    const stale = new Visitor();
    stale.cookie = before;
    expect(await whoIs(stale)).toBeNull();
    expect([await opens(email, OLD), await opens(email, NEW)]).toEqual([false, true]);
    expect((await reset(tokenIn(printed[0]))).code, "links asked for before work no longer").toBe("stale-reset-link");
  });

  it("cannot be guessed from a borrowed session", async () => {
    const { here } = await account();
    for (let i = 0; i < 10; i++)
      expect((await here.send(changeRoute, { body: { current: `guess ${i}`, password: NEW } })).code).toBe("wrong-password");
    expect((await here.send(changeRoute, { body: { current: OLD, password: NEW } })).code).toBe("rate-limited");
  });

  it("are not given to a guest, nor to an account of a sign-in provider, without proof", async () => {
    for (const data of [{}, { guest: false }, { guest: false, email: newEmail() }]) {
      const { visitor } = await signedIn(open(), data);
      expect((await visitor.send(changeRoute, { body: { current: "anything", password: NEW } })).code).toBe("no-password");
    }
  });

  it("are set anew by a link that the console prints where no mail is set up, once", async () => {
    const { email, here, phone } = await account();
    expect((await ask(` ${email.toUpperCase()} `)).json).toEqual({ by: "console" });
    expect(printed).toHaveLength(1);
    expect(printed[0]).toContain(email);
    expect(linkIn(printed[0])).toMatch(/^http:\/\/localhost:3000\/ko\/reset#[\w-]{43}$/);
    expect((await reset(tokenIn(printed[0]), "too short")).code).toBe("bad-body");
    const uses = await Promise.all(Array.from({ length: 5 }, () => reset(tokenIn(printed[0]))));
    expect(uses.map(({ status }) => status).sort()).toEqual([200, 410, 410, 410, 410]);
    const [used] = uses.filter(({ status }) => status === 200);
    expect(used.headers.getSetCookie().join(), "the browser is known from now on, and nobody is signed in").toMatch(/^boxup-device=/);
    expect(await Promise.all([here, phone].map(whoIs)), "all sessions ended").toEqual([null, null]);
    expect([await opens(email, OLD), await opens(email, NEW)]).toEqual([false, true]);
    expect((await open().client.user.findUniqueOrThrow({ where: { email } })).emailVerified).toBeNull();
  });

  it("are set anew by mail where it is set up, at the site's own address, which proves the e-mail address", async () => {
    vi.stubEnv("EMAIL_SERVER", "smtp://localhost:2525");
    vi.stubEnv("EMAIL_FROM", "boxup@example.com");
    vi.stubEnv("NEXTAUTH_URL", "https://boxup.example");
    const email = newEmail();
    await signedIn(open(), { guest: false, email });
    const origin = { origin: "https://boxup.example", host: "evil.example", "x-forwarded-host": "evil.example" };
    const answer = await new Visitor(newAddress()).send(forgottenRoute, { body: { email, locale: "en" }, headers: origin });
    await resetsSent();
    expect(answer.json).toEqual({ by: "mail" });
    expect(printed).toEqual([]);
    expect(mails.sent).toMatchObject([{ to: email, from: "boxup@example.com" }]);
    expect(linkIn(mails.sent[0].text)).toMatch(/^https:\/\/boxup\.example\/en\/reset#/);
    expect(mails.sent[0].text).toMatch(/새 비밀번호[^]*new password/);
    const token = tokenIn(mails.sent[0].text);
    vi.unstubAllEnvs();
    expect((await reset(token)).status).toBe(200);
    expect(await opens(email, NEW), "an account without a password gets one").toBe(true);
    expect((await open().client.user.findUniqueOrThrow({ where: { email } })).emailVerified).not.toBeNull();
  });

  it("do not tell who has an account: the same answer, before anything is looked up or sent", async () => {
    vi.stubEnv("EMAIL_SERVER", "smtp://localhost:2525");
    vi.stubEnv("EMAIL_FROM", "boxup@example.com");
    vi.stubEnv("NEXTAUTH_URL", "http://localhost:3000");
    const { email } = await account();
    let send = (): void => undefined;
    const waiting = new Promise<void>((resolve) => (send = resolve));
    mails.gate = () => waiting;
    const answers = [];
    for (const address of [email, newEmail()])
      answers.push(await new Visitor(newAddress()).send(forgottenRoute, { body: { email: address } }));
    const [known, unknown] = answers.map(({ status, json, headers }) => ({
      status,
      json: askForReset.reply.parse(json),
      headers: [...headers],
    }));
    expect(known).toEqual(unknown);
    expect(mails.sent, "answered while the mail still waits").toEqual([]);
    send();
    await resetsSent();
    expect(mails.sent).toMatchObject([{ to: email }]);
    const fault = vi.spyOn(console, "error").mockImplementation(() => undefined);
    mails.gate = () => Promise.reject(new Error("no server"));
    expect((await ask(email)).json).toEqual(known.json);
    expect(String(fault.mock.lastCall?.[0])).not.toContain(email);
    mails.gate = () => Promise.resolve();
  });

  it("are not asked for without end: five an hour for an address, known or not, and twenty from one place", async () => {
    const { email } = await account();
    for (const address of [email, newEmail()]) {
      const codes = [];
      for (let i = 0; i < 6; i++) codes.push((await ask(address)).code);
      expect(codes).toEqual([null, null, null, null, null, "rate-limited"]);
    }
    expect(printed).toHaveLength(5);
    const place = new Visitor(newAddress());
    for (let i = 0; i < 20; i++) expect((await ask(newEmail(), place)).code).toBeNull();
    expect((await ask(newEmail(), place)).code).toBe("rate-limited");
    expect((await ask("no address", place)).code).toBe("bad-email");
  });

  it("let their owner in with the new one where the one before was guessed at too often, in the browser that opened the link", async () => {
    const { email, here } = await account();
    const inBrowser = async (password: string) =>
      signInFrom(email, password, here.address, knownDevice(new Headers({ cookie: here.device ?? "" }), Date.now())).then(
        (user) => (user === null ? "wrong" : "in"),
        (error: { code: string }) => error.code,
      );
    for (let i = 0; i < 10; i++) expect(await inBrowser("not this one")).toBe("wrong");
    expect(await inBrowser(OLD)).toBe("rate-limited");
    await ask(email);
    expect((await here.send(resetRoute, { body: { token: tokenIn(printed[0]), password: NEW } })).status).toBe(200);
    expect(await inBrowser(NEW)).toBe("in");
  });

  it("are not guessed: twenty links tried from one place", async () => {
    const place = new Visitor(newAddress());
    const guess = () => place.send(resetRoute, { body: { token: freshKey(), password: NEW } });
    for (let i = 0; i < 20; i++) expect((await guess()).code).toBe("stale-reset-link");
    expect((await guess()).code).toBe("rate-limited");
  });

  it("are not reset for guests, for the erased and for the merged", async () => {
    const account = await signedIn(open(), { guest: false });
    const dead = [{ guest: true }, { guest: false, deletedAt: new Date() }, { guest: false, mergedIntoId: account.id }];
    for (const data of dead) {
      const email = newEmail();
      await signedIn(open(), { ...data, email });
      await ask(email);
    }
    expect(printed).toEqual([]);
  });

  it("stand nowhere, and neither do links: a dump holds hashes that end with their time", async () => {
    const { email } = await account();
    await ask(email);
    const token = tokenIn(printed[0]);
    const dump = await dumpOf(open());
    expect(dump).toContain(createHash("sha256").update(token).digest("hex"));
    for (const secret of [token, OLD]) expect(dump).not.toContain(secret);
    await open().client.passwordReset.updateMany({ data: { expiresAt: new Date(Date.now() - 1) } });
    expect((await reset(token)).code).toBe("stale-reset-link");
    expect(await opens(email, OLD)).toBe(true);
    const over = { identifier: newEmail(), token: freshKey(), expires: new Date(Date.now() - 1) };
    await open().client.verificationToken.create({ data: over });
    await forgetOldLinks(Date.now());
    expect(await open().client.passwordReset.count()).toBe(0);
    expect(await open().client.verificationToken.count()).toBe(0);
  });
});
