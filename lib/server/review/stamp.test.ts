import { describe, expect, it } from "vitest";
import { sign } from "../auth/signed";
import { shownAt, stampFor } from "./stamp";

process.env.NEXTAUTH_SECRET = "a secret of the tests, long enough for anybody";

const NOW = Date.UTC(2026, 10, 23, 3);

describe("a queue's stamp", () => {
  it("vouches for the moment at which its learner was shown the queue", () => {
    expect(shownAt(stampFor("learner", NOW), "learner")).toBe(NOW);
  });

  it("vouches for nothing where it is missing, another learner's or not ours", () => {
    const [payload, signature] = stampFor("learner", NOW).split(".");
    expect(shownAt(undefined, "learner")).toBeNull();
    expect(shownAt(stampFor("stranger", NOW), "learner")).toBeNull();
    const earlier = stampFor("learner", NOW - 1).split(".")[0];
    for (const text of ["", payload, `${payload}.`, `${earlier}.${signature}`]) expect(shownAt(text, "learner"), text).toBeNull();
  });

  it("is signed for reviews alone, and says who and when and nothing else", () => {
    const claims = { user: "learner", shown: NOW };
    expect(shownAt(sign("review", claims), "learner")).toBe(NOW);
    expect(shownAt(sign("instance", claims), "learner")).toBeNull();
    for (const wrong of [{ user: "learner" }, { ...claims, shown: NOW + 0.5 }, { ...claims, shown: String(NOW) }, { ...claims, more: 1 }])
      expect(shownAt(sign("review", wrong), "learner")).toBeNull();
  });
});
