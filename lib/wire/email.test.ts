import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normaliseEmail } from "./email";

describe("normaliseEmail", () => {
  it("gives one spelling to one address", () => {
    for (const spelling of [" Min.Ji@Example.COM ", "min.ji@example.com", "ｍｉｎ.ji@example.com", "min.ji＠example.com"])
      expect(normaliseEmail(spelling)).toBe("min.ji@example.com");
  });

  it.each([
    "",
    "a",
    "@",
    "a@",
    "@b.c",
    "a@b@c",
    "a＠b@c.com",
    "a b@c.com",
    "a\u0000b@c.com",
    "a\u202eb@c.com",
    "a,b@c.com",
    "<a@b.com>",
    "a@b..com",
    "a@-b",
    "a@b",
    "a@b.c",
    "a@b.12",
    "a@192.168.0.1",
    "a@-b.com",
    "a@b-.com",
    ".a@b.com",
    "a.@b.com",
    "a..b@c.com",
    "a\u3164@b.com",
    "a\u200b@b.com",
    "a@b\u00adc.com",
    `a@${"b".repeat(64)}.com`,
    `${"a".repeat(65)}@b.com`,
    `a@${"b".repeat(260)}.com`,
  ])("refuses %j", (text) => {
    expect(normaliseEmail(text)).toBeNull();
  });

  it("keeps its own answer, and never answers two at-signs, for any text", () => {
    fc.assert(
      fc.property(fc.oneof(fc.emailAddress(), fc.string({ unit: "binary" })), (text) => {
        const normal = normaliseEmail(text);
        if (normal === null) return;
        expect(normaliseEmail(normal)).toBe(normal);
        expect(normal.split("@")).toHaveLength(2);
      }),
      { numRuns: 500 },
    );
  });
});
