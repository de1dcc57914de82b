import { afterAll, expect, it, vi } from "vitest";
import { POST as submitRoute } from "@/app/api/v1/attempts/route";
import { POST as guestRoute } from "@/app/api/v1/guest/route";
import { POST as instanceRoute } from "@/app/api/v1/instances/route";
import { POST as lessonRoute } from "@/app/api/v1/lessons/done/route";
import { GET as meRoute, PATCH as changeMeRoute } from "@/app/api/v1/me/route";
import { DELETE as endAllRoute, GET as sessionsRoute } from "@/app/api/v1/sessions/route";
import { DELETE as endSessionRoute } from "@/app/api/v1/sessions/[id]/route";
import { POST as signUpRoute } from "@/app/api/v1/signup/route";
import { PATCH as roleRoute } from "@/app/api/v1/users/[id]/role/route";
import { issueInstance } from "@/lib/server/attempts/issue";
import { submitAttempt } from "@/lib/server/attempts/submit";
import { mergeGuest } from "@/lib/server/auth";
import { authAdapter } from "@/lib/server/auth/adapter";
import { authOptions } from "@/lib/server/auth/nextAuth";
import { finishLesson } from "@/lib/server/learn/lessons";
import { listSessions, readMe } from "@/lib/wire/account";
import * as play from "@/lib/wire/play";
import { freshKey, practiceOf, signedIn, Visitor, signInFrom } from "./setup/client";
import { half, KIND, perfect, services, TOPIC } from "./setup/content";
import { eachDatabase } from "./setup/database";
import { expectInvariants } from "./setup/invariants";

vi.mock("@/app/api/services", () => import("./setup/content"));

const PASSWORD = "correct horse battery";
let count = 0;
const newEmail = () => `learner-${++count}@example.com`;

eachDatabase("accounts", (open) => {
  afterAll(() => expectInvariants(open()));

  async function guestWithWork() {
    const visitor = new Visitor();
    await visitor.send(guestRoute, { body: { timeZone: "Asia/Seoul" } });
    const instance = practiceOf((await visitor.send(instanceRoute, { body: { kind: KIND, level: 2 } })).json);
    await visitor.send(submitRoute, { key: freshKey(), body: { token: instance.token, answer: perfect(instance.seed, 2) } });
    await visitor.send(lessonRoute, { body: { topic: TOPIC } });
    const me = readMe.reply.parse((await visitor.get(meRoute)).json);
    return { visitor, me, id: me.user?.id ?? "", instance };
  }

  it("keep everything a guest earned, on the same row, under a new session", async () => {
    const { visitor, me, id } = await guestWithWork();
    expect(me).toMatchObject({ xp: 30, streak: 1 });
    const oldCookie = visitor.cookie;
    const email = newEmail();
    const answer = await visitor.send(signUpRoute, { body: { email: `  ${email.toUpperCase()} `, password: PASSWORD, name: "민지" } });
    expect(answer.status).toBe(201);
    expect(readMe.reply.parse(answer.json)).toMatchObject({
      xp: 30,
      streak: 1,
      dueCards: me.dueCards,
      user: { id, guest: false, email, name: "민지" },
    });
    expect(visitor.cookie).not.toBe(oldCookie);
    const stale = new Visitor();
    stale.cookie = oldCookie;
    expect(readMe.reply.parse((await stale.get(meRoute)).json).user).toBeNull();
    expect((await visitor.send(signUpRoute, { body: { email: newEmail(), password: PASSWORD, name: "x" } })).code).toBe(
      "already-signed-up",
    );
  });

  it("are made once when the same sign-up arrives ten times at once", async () => {
    const { visitor, id } = await guestWithWork();
    const body = { email: newEmail(), password: PASSWORD, name: "Min" };
    const cookie = visitor.cookie;
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => {
        const copy = new Visitor();
        copy.cookie = cookie;
        return copy.send(signUpRoute, { body });
      }),
    );
    expect(answers.filter((a) => a.status === 201)).toHaveLength(1);
    expect(await open().client.user.count({ where: { email: body.email } })).toBe(1);
    expect((await open().client.user.findUniqueOrThrow({ where: { email: body.email } })).id).toBe(id);
  });

  it("refuse a taken address in any spelling, and addresses that are none", async () => {
    const email = newEmail();
    expect((await new Visitor().send(signUpRoute, { body: { email, password: PASSWORD, name: "A" } })).status).toBe(201);
    for (const spelling of [email, email.toUpperCase(), ` ${email}`, email.replace("@", "＠")]) {
      expect((await new Visitor().send(signUpRoute, { body: { email: spelling, password: PASSWORD, name: "B" } })).code).toBe(
        "email-taken",
      );
    }
    for (const nonsense of ["a@b@c.com", "no-at", "@x.com", "a b@x.com", "a@x..com", "a,b@x.com", `"a"@x.com`]) {
      expect((await new Visitor().send(signUpRoute, { body: { email: nonsense, password: PASSWORD, name: "B" } })).code).toBe("bad-email");
    }
  });

  it("open with the right password only, and say the same for an unknown address", async () => {
    const email = newEmail();
    await new Visitor().send(signUpRoute, { body: { email, password: "한글 비밀번호 열 글자", name: "A" } });
    expect(await signInFrom(email, "한글 비밀번호 열 글자".normalize("NFD"), "192.0.2.1")).not.toBeNull();
    expect(await signInFrom(email, "wrong password", "192.0.2.1")).toBeNull();
    expect(await signInFrom("unknown@example.com", "wrong password", "192.0.2.1")).toBeNull();
    expect(await signInFrom("not an address", "wrong password", "192.0.2.1")).toBeNull();
  });

  it("take a guest's work over exactly once, however often the merge is asked for", async () => {
    const guest = await guestWithWork();
    const account = await signedIn(open(), { guest: false, email: newEmail() });
    const merges = await Promise.all(Array.from({ length: 8 }, () => mergeGuest(guest.id, account.id, Date.now())));
    expect(merges.filter(Boolean)).toHaveLength(1);
    expect(readMe.reply.parse((await account.visitor.get(meRoute)).json)).toMatchObject({ xp: 30, streak: 1, dueCards: 10 });
    expect(await open().client.card.count({ where: { userId: account.id } })).toBe(12);
    expect(await open().client.user.findUniqueOrThrow({ where: { id: guest.id } })).toMatchObject({ mergedIntoId: account.id, xp: 0 });
    expect(readMe.reply.parse((await guest.visitor.get(meRoute)).json).user, "the guest's session ended").toBeNull();
  });

  it("count what both had earned once, and keep the card with the longer history", async () => {
    const guest = await guestWithWork();
    const account = await signedIn(open(), { guest: false, email: newEmail() });
    const now = Date.now();
    const same = await issueInstance(services, account.id, { kind: KIND, level: 2, seed: guest.instance.seed }, now);
    await submitAttempt(services, { userId: account.id, key: freshKey(), token: same.token, answer: perfect(same.seed, 2), now });
    await finishLesson(services.catalog, account.id, TOPIC, now);
    await open().client.card.updateMany({
      where: { userId: guest.id, item: "question-1" },
      data: { reps: 5, state: "REVIEW", stability: 9 },
    });
    await open().client.card.updateMany({
      where: { userId: account.id, item: "question-2" },
      data: { reps: 3, state: "REVIEW", stability: 4 },
    });
    expect(await mergeGuest(guest.id, account.id, now)).toBe(true);
    const me = readMe.reply.parse((await account.visitor.get(meRoute)).json);
    expect(me).toMatchObject({ xp: 30, xpToday: 30 });
    const cards = await open().client.card.findMany({ where: { userId: account.id } });
    expect(cards).toHaveLength(12);
    expect(cards.find((c) => c.item === "question-1")).toMatchObject({ reps: 5, stability: 9 });
    expect(cards.find((c) => c.item === "question-2")).toMatchObject({ reps: 3, stability: 4 });
    expect(await open().client.attempt.count({ where: { userId: account.id } })).toBe(2);
  });

  it("accept an answer to an instance that the merged guest had drawn, also while merging", async () => {
    const guest = await guestWithWork();
    const account = await signedIn(open(), { guest: false, email: newEmail() });
    const now = Date.now();
    const issued = await Promise.all(Array.from({ length: 12 }, () => issueInstance(services, guest.id, { kind: KIND, level: 1 }, now)));
    const [before, after] = [issued.slice(0, 11), issued[11]];
    await Promise.all([
      ...before.map((i) => submitAttempt(services, { userId: guest.id, key: freshKey(), token: i.token, answer: perfect(i.seed, 1), now })),
      mergeGuest(guest.id, account.id, now),
    ]);
    const late = await account.visitor.send(submitRoute, { key: freshKey(), body: { token: after.token, answer: perfect(after.seed, 1) } });
    expect(play.submitAttempt.reply.parse(late.json)).toMatchObject({ xp: 15, xpTotal: 30 + 12 * 15 });
    expect(await open().client.attempt.count({ where: { userId: guest.id } })).toBe(0);
  });

  it("do not merge an account, a merged guest or oneself", async () => {
    const a = await signedIn(open(), { guest: false });
    const b = await signedIn(open(), { guest: false });
    const guest = await signedIn(open());
    expect(await mergeGuest(a.id, b.id, Date.now())).toBe(false);
    expect(await mergeGuest(guest.id, guest.id, Date.now())).toBe(false);
    expect(await mergeGuest(guest.id, "nobody", Date.now())).toBe(false);
    expect(await mergeGuest(guest.id, a.id, Date.now())).toBe(true);
    expect(await mergeGuest(guest.id, b.id, Date.now())).toBe(false);
  });

  it("merge the guest when next-auth signs in, and put nothing but a session id into the cookie", async () => {
    const guest = await guestWithWork();
    const account = await signedIn(open(), { guest: false, email: newEmail() });
    const options = await authOptions(new Headers({ cookie: guest.visitor.cookie ?? "", "x-boxup-address": "192.0.2.9" }));
    const token = await options.callbacks?.jwt?.({
      token: { name: "x", email: "x", sub: account.id },
      user: { id: account.id },
      account: null,
    });
    expect(Object.keys(token ?? {})).toEqual(["sid"]);
    expect((await open().client.user.findUniqueOrThrow({ where: { id: account.id } })).xp).toBe(30);
    const sid = String(token?.sid);
    expect(await open().client.authSession.findUnique({ where: { id: sid } })).toMatchObject({ userId: account.id, revokedAt: null });
    await options.events?.signOut?.({ token: { sid }, session: { user: {}, expires: "" } });
    expect((await open().client.authSession.findUniqueOrThrow({ where: { id: sid } })).revokedAt).not.toBeNull();
    await expect(Promise.resolve(options.callbacks?.jwt?.({ token: { sid }, user: undefined as never, account: null }))).rejects.toThrow(
      "revoked",
    );
  });

  it("grow out of the guest's own row at a first OAuth sign-in", async () => {
    const guest = await guestWithWork();
    const adapter = authAdapter(guest.id);
    const created = await adapter.createUser?.({ email: "Someone@Example.com", emailVerified: null, name: "Someone" });
    expect(created).toMatchObject({ id: guest.id, email: "someone@example.com" });
    await adapter.linkAccount?.({ userId: guest.id, type: "oauth", provider: "github", providerAccountId: "42" });
    expect(await adapter.getUserByAccount?.({ provider: "github", providerAccountId: "42" })).toMatchObject({ id: guest.id });
    expect(await adapter.getUserByAccount?.({ provider: "google", providerAccountId: "42" })).toBeNull();
    expect(await open().client.user.findUniqueOrThrow({ where: { id: guest.id } })).toMatchObject({ guest: false, xp: 30 });
  });

  it("drop a password that was set before the address was proven", async () => {
    const email = newEmail();
    const thief = new Visitor();
    await thief.send(signUpRoute, { body: { email, password: PASSWORD, name: "Thief" } });
    const { id } = await open().client.user.findUniqueOrThrow({ where: { email } });
    await authAdapter(null).updateUser?.({ id, emailVerified: new Date() });
    expect(await signInFrom(email, PASSWORD, "192.0.2.11")).toBeNull();
    expect(readMe.reply.parse((await thief.get(meRoute)).json).user).toBeNull();
  });

  it("use a magic link once, also when it is opened five times at once", async () => {
    const adapter = authAdapter(null);
    const link = { identifier: newEmail(), token: freshKey(), expires: new Date(Date.now() + 60_000) };
    await adapter.createVerificationToken?.(link);
    const uses = await Promise.all(Array.from({ length: 5 }, () => adapter.useVerificationToken?.(link)));
    expect(uses.filter(Boolean)).toHaveLength(1);
  });

  it("list their sessions and end one at once", async () => {
    const { visitor, id } = await signedIn(open(), { guest: false });
    const { startSession, sessionCookie } = await import("@/lib/server/auth");
    const phone = new Visitor();
    const userAgent =
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1";
    phone.cookie = (await sessionCookie(await startSession(open().client, id, userAgent, Date.now()))).split(";")[0];
    const { sessions } = listSessions.reply.parse((await visitor.get(sessionsRoute)).json);
    expect(sessions).toHaveLength(2);
    const other = sessions.find((s) => !s.current);
    expect(other).toMatchObject({ browser: "Safari", system: "iOS" });
    expect((await visitor.send(endSessionRoute, { params: { id: other?.id ?? "" } })).status).toBe(200);
    expect(readMe.reply.parse((await phone.get(meRoute)).json).user).toBeNull();
    expect(listSessions.reply.parse((await visitor.get(sessionsRoute)).json).sessions).toHaveLength(1);
  });

  it("end everywhere at once when asked to, here too", async () => {
    const { visitor, id } = await signedIn(open(), { guest: false });
    const bystander = await signedIn(open(), { guest: false });
    const { startSession, sessionCookie } = await import("@/lib/server/auth");
    const phone = new Visitor();
    phone.cookie = (await sessionCookie(await startSession(open().client, id, null, Date.now()))).split(";")[0];
    const here = visitor.cookie;
    expect((await visitor.send(endAllRoute)).json).toEqual({ ended: 2 });
    expect(visitor.cookie, "the cookie is taken back").toBe("boxup-session=");
    visitor.cookie = here;
    for (const gone of [visitor, phone]) expect(readMe.reply.parse((await gone.get(meRoute)).json).user).toBeNull();
    expect(readMe.reply.parse((await bystander.visitor.get(meRoute)).json).user).toMatchObject({ id: bystander.id });
  });

  it("lose and gain rights at the next request, without a new sign-in", async () => {
    const admin = await signedIn(open(), { guest: false, role: "ADMIN" });
    const target = await signedIn(open(), { guest: false });
    const other = await signedIn(open(), { guest: false });
    const promote = (visitor: Visitor, id: string, role: string) => visitor.send(roleRoute, { params: { id }, body: { role } });
    expect((await promote(target.visitor, other.id, "admin")).status).toBe(403);
    expect((await promote(admin.visitor, target.id, "admin")).status).toBe(200);
    expect((await promote(target.visitor, other.id, "instructor")).status).toBe(200);
    expect((await promote(admin.visitor, target.id, "student")).status).toBe(200);
    expect((await promote(target.visitor, other.id, "student")).status).toBe(403);
    expect((await promote(admin.visitor, admin.id, "student")).code).toBe("own-role");
    expect((await promote(admin.visitor, (await signedIn(open())).id, "admin")).code).toBe("guest-role");
  });

  it("change their own settings and refuse a zone that does not exist", async () => {
    const { visitor } = await signedIn(open());
    expect(
      readMe.reply.parse((await visitor.send(changeMeRoute, { body: { name: "준", timeZone: "europe/PARIS", dailyGoal: 100 } })).json),
    ).toMatchObject({
      user: { name: "준" },
      timeZone: "Europe/Paris",
      dailyGoal: 100,
    });
    expect((await visitor.send(changeMeRoute, { body: { timeZone: "Mars/Olympus" } })).code).toBe("bad-time-zone");
    expect((await visitor.send(changeMeRoute, { body: { name: "a\u202eb" } })).code).toBe("bad-body");
    expect((await visitor.send(changeMeRoute, { body: {} })).status).toBe(200);
  });

  it("show the sign-in providers whose variables are set, and magic links only with a fixed address", async () => {
    const providers = async () => readMe.reply.parse((await new Visitor().get(meRoute)).json).providers.map((p) => p.id);
    expect(await providers()).toEqual([]);
    for (const name of ["GOOGLE", "GITHUB", "KAKAO", "NAVER"]) {
      vi.stubEnv(`${name}_CLIENT_ID`, "id");
      vi.stubEnv(`${name}_CLIENT_SECRET`, "secret");
    }
    vi.stubEnv("EMAIL_SERVER", "smtp://localhost:2525");
    vi.stubEnv("EMAIL_FROM", "boxup@example.com");
    expect(await providers()).toEqual(["google", "github", "kakao", "naver"]);
    vi.stubEnv("NEXTAUTH_URL", "http://localhost:3000");
    expect(await providers()).toEqual(["google", "github", "kakao", "naver", "email"]);
    vi.unstubAllEnvs();
  });

  it("count a half-right attempt of a guest as a card that survives the merge", async () => {
    const guest = await signedIn(open());
    const account = await signedIn(open(), { guest: false });
    const now = Date.now();
    const instance = await issueInstance(services, guest.id, { kind: KIND, level: 1 }, now);
    await submitAttempt(services, { userId: guest.id, key: freshKey(), token: instance.token, answer: half(instance.seed, 1), now });
    await mergeGuest(guest.id, account.id, now);
    expect(await open().client.card.findMany({ where: { userId: account.id } })).toMatchObject([{ type: "SKILL", item: KIND }]);
  });
});
