/** What is refused is said for every field at once, with the limit, in both languages; and passwords that can be guessed are. */
import { expect, it, vi } from "vitest";
import { GET as nowhere } from "@/app/api/v1/[...unknown]/route";
import { GET as listAttempts } from "@/app/api/v1/attempts/route";
import { POST as resetRoute } from "@/app/api/v1/password/reset/route";
import { PATCH as changeMeRoute } from "@/app/api/v1/me/route";
import { PUT as changePasswordRoute } from "@/app/api/v1/me/password/route";
import { POST as signUpRoute } from "@/app/api/v1/signup/route";
import { authAdapter } from "@/lib/server/auth/adapter";
import { isGuessable } from "@/lib/server/auth/strength";
import { apiError } from "@/lib/wire/error";
import { freshKey, signedIn, Visitor, type Answered } from "./setup/client";
import { eachDatabase } from "./setup/database";

vi.mock("@/app/api/services", () => import("./setup/content"));

const faults = ({ json }: Answered) => apiError.parse(json).error.fields ?? [];
const said = (answer: Answered) => Object.fromEntries(faults(answer).map(({ field, message }) => [field, message]));

eachDatabase("an address", (open) => {
  it("that says what cannot be asked is answered as a body is, in both languages", async () => {
    const { visitor } = await signedIn(open());
    const answer = await visitor.get(listAttempts, { path: "/api/v1/attempts?kind=NMS%20survivors" });
    expect(answer.status).toBe(422);
    expect(said(answer)).toEqual({ kind: { ko: expect.stringMatching(/^"kind".*글자/), en: expect.stringMatching(/^"kind" has/) } });
    const turned = await visitor.get(listAttempts, { path: "/api/v1/attempts?cursor=nobodysrow" });
    expect(apiError.parse(turned.json).error.message.ko).not.toMatch(/[a-z]{4,} [a-z]{2,}/);
  });

  it("that leads nowhere is told in the API's own words", async () => {
    const answer = nowhere();
    expect(answer.status).toBe(404);
    expect(apiError.parse(await answer.json()).error.code).toBe("not-found");
  });
});

eachDatabase("a sign-up", (open) => {
  const signUp = (body: object) => new Visitor().send(signUpRoute, { body });
  const right = () => ({ email: `${freshKey()}@example.com`, password: "correct horse battery", name: "민지" });

  it("is told everything that is wrong with it, once each, naming the limit", async () => {
    const answer = await signUp({ email: "mina@example", password: "short", name: "mi\u200bna", role: "ADMIN" });
    expect([answer.status, answer.code]).toEqual([422, "bad-email"]);
    expect(faults(answer).map(({ field }) => field)).toEqual(["email", "password", "name", "role"]);
    expect(said(answer)).toEqual({
      email: {
        ko: "이메일은 주소로 쓸 수 없어요. min@example.com처럼 적어 주세요.",
        en: "The e-mail address is not one. Write it like min@example.com.",
      },
      password: { ko: "비밀번호는 10자 이상이어야 해요.", en: "The password must have at least 10 characters." },
      name: {
        ko: "이름은 보이지 않는 글자나 글 방향을 바꾸는 글자를 쓸 수 없어요.",
        en: "The name must not hold characters that are invisible or turn the direction of the text.",
      },
      role: { ko: expect.stringMatching(/^"role"/), en: '"role" is not known here.' },
    });
    const long = await signUp({ ...right(), password: "x".repeat(201), name: "가".repeat(41) });
    expect(said(long)).toMatchObject({ name: { ko: "이름은 40자 이하여야 해요.", en: "The name must have at most 40 characters." } });
    expect(said(await signUp({ ...right(), name: "  " }))).toMatchObject({
      name: { ko: "이름은 비워 둘 수 없어요.", en: "The name must not be empty." },
    });
    expect(said(await signUp({ name: "A" }))).toMatchObject({
      email: { en: "The e-mail address is missing." },
      password: { ko: "비밀번호는 꼭 있어야 해요." },
    });
  });

  it("is told of a password that can be guessed beside what else is wrong", async () => {
    const answer = await signUp({ ...right(), email: "nobody", password: "password123" });
    expect(faults(answer).map(({ field }) => field)).toEqual(["email", "password"]);
    const weak = await signUp({ ...right(), password: "password123" });
    expect([weak.status, weak.code, said(weak).password.en]).toEqual([422, "weak-password", expect.stringContaining("easy to guess")]);
    expect((await signUp({ ...right(), email: "haneul.kim@example.com", password: "haneul.kim" })).code).toBe("weak-password");
    expect((await signUp(right())).status).toBe(201);
  });

  it("is not the only place where a guessable password is refused", async () => {
    const { visitor } = await signedIn(open(), { guest: false, email: `${freshKey()}@example.com`, name: "haneul-kim" });
    const change = await visitor.send(changePasswordRoute, { body: { current: "x", password: "haneul-kim" } });
    expect([change.status, change.code]).toEqual([422, "weak-password"]);
    expect((await visitor.send(resetRoute, { body: { token: "A".repeat(43), password: "1234567890" } })).code).toBe("weak-password");
  });

  it("says as much for other fields and other routes", async () => {
    const { visitor } = await signedIn(open());
    const answer = await visitor.send(changeMeRoute, { body: { dailyGoal: 7, locale: "fr", timeZone: 5 } });
    expect(faults(answer).map(({ field }) => field)).toEqual(["timeZone", "locale", "dailyGoal"]);
    expect(said(answer).locale).toEqual({ ko: '"locale"은 다음 가운데 하나여야 해요: ko, en', en: '"locale" must be one of: ko, en' });
    for (const { message } of faults(answer)) expect(message.ko).toMatch(/[가-힣]/);
  });

  it("through a provider takes a name that can be seen, or none", async () => {
    const nameOf = async (name: string) =>
      (await authAdapter(null).createUser?.({ email: `${freshKey()}@example.com`, emailVerified: null, name } as never))?.name;
    expect(await nameOf("mi\u202ena\u3164")).toBe("mina");
    expect(await nameOf("\u200b")).toBeNull();
    expect(await nameOf("😀".repeat(30))).toBe("😀".repeat(20));
  });
});

it.each([
  [
    "1234567890",
    "qwertyuiop",
    "password12",
    "Password2026!",
    "aaaaaaaaaa",
    "abcdefghij",
    "iloveyou123",
    "1q2w3e4r5t6y",
    "boxupboxup",
    "qlalfqjsgh1",
    "비밀번호비밀번호",
  ],
])("passwords that everybody tries can be guessed", async (...all) => {
  for (const password of all) expect([password, await isGuessable(password, [])]).toEqual([password, true]);
});

it.each([["correct horse battery", "a long sentence to remember", "한글 비밀번호 열 글자", "the one after it", "T9#kd!2vQz"]])(
  "passwords of unrelated words, or of none, cannot",
  async (...all) => {
    for (const password of all) expect([password, await isGuessable(password, ["mina", "mina@example.com"])]).toEqual([password, false]);
  },
);

it("the account's own words, in whatever order and however they are joined, can be guessed", async () => {
  const own = ["Zebulon Quartermain", "zebulon.quartermain.of.rivendell@example.com"];
  for (const password of ["zebulon.quartermain", "quartermain_zebulon", "Quartermain+1987", "zebulon.quartermain.of.rivendell@example.com"])
    expect([password, await isGuessable(password, own)]).toEqual([password, true]);
  expect(await isGuessable("zebulon plays the oboe at dawn", own)).toBe(false);
});
