import { describe, expect, it } from "vitest";
import { readInstance, signInstance, type InstanceClaims } from "./token";

process.env.NEXTAUTH_SECRET = "a secret of the tests, long enough for anybody";

const NOW = Date.UTC(2026, 10, 23, 3);
const seconds = NOW / 1000;
const claims: InstanceClaims = { kind: "sums", version: 3, seed: "abc", level: 2, user: "learner", iat: seconds, exp: seconds + 60 };
const refusal = (token: string, now = NOW) => {
  try {
    readInstance(token, now);
  } catch (error) {
    return error;
  }
  return null;
};

describe("an instance's token", () => {
  it("is read as it was signed, with its card where it has one", () => {
    expect(readInstance(signInstance(claims), NOW)).toEqual(claims);
    const forCard = { ...claims, card: "card" };
    expect(readInstance(signInstance(forCard), NOW)).toEqual(forCard);
  });

  it("says in plain what it holds, and signs it with 32 bytes", () => {
    const [payload, signature, ...rest] = signInstance(claims).split(".");
    expect(JSON.parse(Buffer.from(payload, "base64url").toString())).toEqual(claims);
    expect(Buffer.from(signature, "base64url")).toHaveLength(32);
    expect(rest).toEqual([]);
  });

  it("ends in the second that it names", () => {
    const token = signInstance(claims);
    expect(refusal(token, claims.exp * 1000 - 1)).toBeNull();
    expect(refusal(token, claims.exp * 1000)).toMatchObject({ code: "expired-token" });
  });

  it("is forged when any part is missing, added or written otherwise", () => {
    const token = signInstance(claims);
    const [payload, signature] = token.split(".");
    const other = signInstance({ ...claims, level: 5 }).split(".");
    const altered = [
      "",
      ".",
      payload,
      `${payload}.`,
      `.${signature}`,
      `${token}.`,
      `${token}.more`,
      // Decodes to the same bytes.
      `${token}=`,
      `${token}AA`,
      `${payload}.${signature.slice(0, -4)}`,
      `${payload}.${other[1]}`,
      `${other[0]}.${signature}`,
    ];
    for (const text of altered) expect(refusal(text), text).toMatchObject({ code: "forged-token" });
  });

  it("is forged when it holds anything but the claims, signed or not", () => {
    const wrong: object[] = [
      { ...claims, more: 1 },
      { ...claims, level: 6 },
      { ...claims, version: 1.5 },
      { ...claims, exp: claims.exp + 0.5 },
      { ...claims, user: undefined },
      { ...claims, card: 7 },
    ];
    for (const one of wrong) expect(refusal(signInstance(one as InstanceClaims))).toMatchObject({ code: "forged-token" });
  });
});
