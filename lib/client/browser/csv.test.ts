import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, it } from "vitest";
import { cellOf, csvOf } from "./csv";

it("says nothing that a spreadsheet program would run", () => {
  expect(["=1+1", "+1", "-1", "-1.5", "@a", "-a", "\t=1", "＝1", "a;=1", "plain", null, 2.5].map(cellOf)).toEqual([
    "'=1+1",
    "'+1",
    "-1",
    "-1.5",
    "'@a",
    "'-a",
    '"\'\t=1"',
    "'＝1",
    '"a;=1"',
    "plain",
    "",
    "2.5",
  ]);
});

it("is read as it was written, by another program's reader", () => {
  const text = fc.string().filter((value) => cellOf(value).replaceAll('"', "") === value.replaceAll('"', "") && value !== "");
  fc.assert(
    fc.property(fc.array(fc.array(text, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 5 }), (rows) => {
      expect(parse(csvOf(rows), { bom: true })).toEqual(rows);
    }),
  );
  expect(csvOf([["이름"]])).toBe("\uFEFF이름\r\n");
});
