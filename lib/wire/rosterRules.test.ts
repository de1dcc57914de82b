import { describe, expect, it } from "vitest";
import { faultsOfRows, nicknameKey } from "./rosterRules";

const NOTHING = { emails: [], nicknames: [] };
const row = (name: string, email = "") => ({ name, email });

describe("rows of a roster", () => {
  it.each([
    [row("보라", "bora@example.com"), []],
    [row("보라"), []],
    [row("  ", "bora@example.com"), ["no-name"]],
    [row(""), ["no-name"]],
    [row("가".repeat(40)), []],
    [row("가".repeat(41)), ["long-name"]],
    [row("보\u202e라"), ["hidden-name"]],
    [row("보라", "bora@example"), ["bad-email"]],
    [row("", "no address"), ["no-name", "bad-email"]],
  ] as const)("%j has %j", (given, faults) => {
    expect(faultsOfRows([given], NOTHING)).toEqual([faults]);
  });

  it("name the second of two, however it is spelt", () => {
    const rows = [row("A", "a@example.com"), row("B", " A@Example.com "), row("김 보라"), row("김보라"), row("김보라", "b@example.com")];
    expect(faultsOfRows(rows, NOTHING)).toEqual([[], ["twice-email"], [], ["twice-name"], []]);
  });

  it("name what is in the class already", () => {
    const known = { emails: ["a@example.com"], nicknames: ["bora"] };
    expect(faultsOfRows([row("A", "A@example.com"), row("Bo Ra"), row("Bora", "c@example.com")], known)).toEqual([
      ["known-email"],
      ["known-name"],
      [],
    ]);
  });

  it("compare nicknames in one spelling, half-width or full, composed or not", () => {
    expect(new Set(["Ｂｏ Ra", "bora", " BORA "].map(nicknameKey))).toEqual(new Set(["bora"]));
    expect(nicknameKey("보라".normalize("NFD"))).toBe("보라");
  });
});
