import { describe, expect, it } from "vitest";
import { readClaims, readInstance, signInstance, type InstanceClaims, type WorkClaims } from "./token";

process.env.NEXTAUTH_SECRET = "a secret of the tests, long enough for anybody";

const NOW = Date.UTC(2026, 10, 23, 3);
const seconds = NOW / 1000;
const claims: InstanceClaims = { kind: "sums", version: 3, seed: "abc", level: 2, user: "learner", iat: seconds, exp: seconds + 60 };
const work: WorkClaims = { work: "row", iat: seconds, exp: seconds + 60 };
const refusal = (token: string, now = NOW, answeredAt?: number) => {
  try {
    readInstance(token, now, answeredAt);
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

  it("names graded work by its row, and says nothing of what is in it", () => {
    expect(readInstance(signInstance(work), NOW)).toEqual(work);
    for (const wrong of [
      { ...work, seed: "abc" },
      { ...work, work: 7 },
      { ...work, exp: undefined },
    ])
      expect(refusal(signInstance(wrong as WorkClaims))).toMatchObject({ code: "forged-token" });
  });

  it("takes practice for a week after its end where it was answered before, so that a weekend without a network costs no work", () => {
    const token = signInstance(claims);
    const [end, week] = [claims.exp * 1000, 7 * 86_400_000];
    expect(refusal(token, end + week - 1, end - 1)).toBeNull();
    expect(refusal(token, end + week, end - 1)).toMatchObject({ code: "expired-token" });
    expect(refusal(token, end + 1, end)).toMatchObject({ code: "expired-token" });
  });

  it("ends graded work when it ends, whatever is claimed: its truth may have been shown since", () => {
    const end = work.exp * 1000;
    expect(refusal(signInstance(work), end - 1, 0)).toBeNull();
    expect(refusal(signInstance(work), end, end - 1)).toMatchObject({ code: "expired-token" });
  });

  it("can be recalled after its end, by us alone", () => {
    const old = { ...claims, exp: seconds - 60 };
    expect(readClaims(signInstance(old))).toEqual(old);
    expect(() => readClaims(`${signInstance(old)}x`)).toThrow(expect.objectContaining({ code: "forged-token" }));
  });
});
