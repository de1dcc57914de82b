import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { canonical, sha256 } from "./hash";

describe("sha256", () => {
  it("is one hash over lengths and texts, the same for ever: rows of old attempts hold it", () => {
    expect(sha256("ab", "한a", "c")).toBe(createHash("sha256").update("2:ab4:한a1:c").digest("hex"));
  });

  it("tells apart texts that join to the same", () => {
    const hashes = [sha256("ab", "c"), sha256("a", "bc"), sha256("abc"), sha256("", "abc"), sha256("abc", ""), sha256("2:ab1:c")];
    expect(new Set(hashes).size).toBe(hashes.length);
  });
});

describe("canonical", () => {
  it("reads equal for equal answers, however deep their fields lie in another order", () => {
    const one = { boxes: [{ id: "a", at: { x: 1, y: 2 } }, null], side: "left" };
    const other = { side: "left", boxes: [{ at: { y: 2, x: 1 }, id: "a" }, null] };
    expect(canonical(one)).toBe(canonical(other));
    expect(canonical(one)).toBe('{"boxes":[{"at":{"x":1,"y":2},"id":"a"},null],"side":"left"}');
  });

  it("tells apart what differs in order, in type or in what is missing", () => {
    const answers = [[1, 2], [2, 1], [[1], 2], [12], ["1", 2], { 0: 1, 1: 2 }, "1,2", 12, "12", true, null, {}, [], { a: null }, { a: [] }];
    expect(new Set(answers.map(canonical)).size).toBe(answers.length);
  });

  it("is JSON, in which what is not there is null", () => {
    for (const answer of [[1, "a"], { a: { b: [] } }, 'quo"te', 1.5, false, null]) expect(JSON.parse(canonical(answer))).toEqual(answer);
    expect([canonical(undefined), canonical([undefined])]).toEqual(["null", "[null]"]);
  });
});
