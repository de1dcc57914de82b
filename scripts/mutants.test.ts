import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { countMutants, LEAST, readTable, survivorsOf, writeTable, type MutationReport } from "./mutants";
import { FOLDERS } from "./mutate-folders";

const mutant = (status: MutationReport["files"][string]["mutants"][number]["status"], line = 1, replacement?: string) => ({
  mutatorName: "EqualityOperator",
  status,
  location: { start: { line, column: 3 } },
  replacement,
});

const report: MutationReport = {
  files: {
    "a.ts": { mutants: [...Array.from({ length: 16 }, () => mutant("Killed")), mutant("Timeout"), mutant("Ignored")] },
    "b.ts": { mutants: [mutant("Survived", 7, "a >=\n   b"), mutant("NoCoverage", 9), mutant("RuntimeError"), mutant("Survived", 8)] },
  },
};

describe("a mutation report", () => {
  it("counts an endless loop as noticed, code that nothing runs as not noticed, and what was left out as not tried", () => {
    expect(countMutants(report)).toEqual({ killed: 17, total: 20, ignored: 1, percent: 85 });
    expect(countMutants({ files: {} })).toEqual({ killed: 0, total: 0, ignored: 0, percent: 100 });
  });

  it("rounds down, so that 84.9 is not 85", () => {
    const mutants = [...Array.from({ length: 849 }, () => mutant("Killed")), ...Array.from({ length: 151 }, () => mutant("Survived"))];
    expect(countMutants({ files: { "a.ts": { mutants } } }).percent).toBe(84);
  });

  it("names the survivors by place and change", () => {
    expect(survivorsOf(report)).toEqual([
      "b.ts:7:3 EqualityOperator: a >= b",
      "b.ts:9:3 EqualityOperator (no test runs it)",
      "b.ts:8:3 EqualityOperator",
    ]);
  });
});

describe("the table of mutants", () => {
  const text = "Before\n<!-- mutants: written by npm run mutate -->\nold\n<!-- end of mutants -->\nAfter\n";
  const figures = { b: { killed: 9, total: 10, ignored: 2, percent: 90 }, a: { killed: 1, total: 1, ignored: 0, percent: 100 } };

  it("is read as it was written, and leaves the text around it", () => {
    const written = writeTable(text, figures);
    expect(readTable(written)).toEqual(figures);
    expect(written.startsWith("Before\n")).toBe(true);
    expect(written.endsWith("<!-- end of mutants -->\nAfter\n")).toBe(true);
    expect(written.indexOf("`a`")).toBeLessThan(written.indexOf("`b`"));
    expect(writeTable(written, readTable(written))).toBe(written);
    expect(() => writeTable("no place", figures)).toThrow("no lines");
  });

  it("in docs/testing.md has every mutated folder, each at the least share or above", () => {
    const known = readTable(readFileSync("docs/testing.md", "utf8"));
    expect(Object.keys(known).sort()).toEqual(Object.keys(FOLDERS).sort());
    expect(Object.entries(known).filter(([, { percent }]) => percent < LEAST)).toEqual([]);
  });
});
