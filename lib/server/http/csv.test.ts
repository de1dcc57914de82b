import { expect, it } from "vitest";
import { csvHead, csvLines } from "./csv";

it("begins with the mark by which spreadsheets know UTF-8", () => {
  expect(csvHead(["id", "name"])).toBe("\ufeffid,name\r\n");
});

it.each([
  ["민지", "민지"],
  ['say "hi"', '"say ""hi"""'],
  ["a,b", '"a,b"'],
  ["two\nlines", '"two\nlines"'],
  ["=1+1", "'=1+1"],
  ["@cmd", "'@cmd"],
  ["＝1+1", "'＝1+1"],
  ["\n=1+1", '"\'\n=1+1"'],
  ["Noa;=1+1", '"Noa;=1+1"'],
  ["Noa\t=1+1", '"Noa\t=1+1"'],
  [-1, "-1"],
  [null, ""],
  [true, "true"],
  [["slip", "a,b"], '"[""slip"",""a,b""]"'],
  [{ sum: 3 }, '"{""sum"":3}"'],
])("writes %j as %s", (value, cell) => {
  expect(csvLines(["value"], [JSON.stringify({ value })])).toBe(`${cell}\r\n`);
});

it("keeps the columns' order and leaves an unknown one empty", () => {
  expect(csvLines(["b", "c", "a"], ['{"a":1,"b":2}', '{"b":4,"a":3,"c":5}'])).toBe("2,,1\r\n4,5,3\r\n");
});
