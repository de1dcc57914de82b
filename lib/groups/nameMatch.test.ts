import { describe, expect, it } from "vitest";
import { likest } from "./nameMatch";

const people = (...names: (string | null)[]) => names.map((name, i) => ({ id: String(i), name }));

describe("whom a name in a note may mean", () => {
  it.each([
    ["성익", ["상진", "성익"], "1"],
    ["성익님", ["상진", "김성익"], "1"],
    ["kim", ["Kim Ara", "Lee Bora"], "0"],
    ["Sofia", ["Sophia", "Sofía", "Sofa"], null],
    ["Narea", ["Narae", "Nare"], "1"],
    ["가온", ["나래", null], null],
    ["민", ["김민", "민"], "1"],
    ["민", ["김민", "박민"], null],
    ["이든", ["이든", "최이든"], "0"],
    ["🙂", ["🙂"], null],
  ])("%s among %j is %j", (name, names, id) => {
    expect(likest(name, people(...names))).toBe(id);
  });
});
