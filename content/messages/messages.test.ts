import { describe, expect, it } from "vitest";
import en from "./en.json";
import ko from "./ko.json";

/** Every sentence with its path: { "shell.skip": "…" }. */
function sentences(node: object, path = ""): Record<string, string> {
  return Object.fromEntries(
    Object.entries(node).flatMap(([key, value]: [string, unknown]) => {
      const here = path === "" ? key : `${path}.${key}`;
      return typeof value === "object" && value !== null ? Object.entries(sentences(value, here)) : [[here, String(value)]];
    }),
  );
}

/** The names that a sentence is filled with, sorted; what a plural says in its cases is no name. */
function slots(sentence: string): string[] {
  const cases = /(?:\b(?:one|other)|=\d+) \{[^{}]*\}/g;
  return [...new Set([...sentence.replaceAll(cases, "").matchAll(/\{(\w+)/g)].map(([, name]) => name))].sort();
}

const both = { ko: sentences(ko), en: sentences(en) };

describe("the shell's sentences", () => {
  it("have the same keys in both languages", () => {
    expect(Object.keys(both.en).sort()).toEqual(Object.keys(both.ko).sort());
  });
  it.each(Object.entries(both))("are never empty in %s", (_, all) => {
    expect(Object.entries(all).filter(([, text]) => text.trim() === "")).toEqual([]);
  });
  it("are filled with the same values in both languages; only Korean has a particle", () => {
    const values = (sentence: string) => slots(sentence).filter((name) => name !== "josa");
    const differing = Object.keys(both.ko).filter((key) => values(both.ko[key]).join() !== slots(both.en[key] ?? "").join());
    expect(differing).toEqual([]);
  });
});
