import fc from "fast-check";
import { expect, it } from "vitest";
import { wayOn } from "./wayOn";

it.each(["/groups", "/groups/join/ABCDE12345", "/groups/abc_-1/sessions/x"])("leads on to %s", (next) => {
  expect(wayOn(next)).toBe(next);
});

it.each([
  null,
  "",
  "/",
  "//evil.example",
  "/\\evil.example",
  "https://evil.example",
  "javascript:alert(1)",
  "/groups?x=//y",
  "/a/../b",
  "/groups/",
])("leads from “%s” to one's own page", (next) => {
  expect(wayOn(next)).toBe("/me");
});

it("never leads to another site", () => {
  const texts = fc.oneof(fc.webUrl(), fc.string(), fc.stringMatching(/^[/\\]{1,3}[a-z.:@/\\]{0,20}$/));
  fc.assert(fc.property(texts, (next) => new URL(wayOn(next), "https://boxup.example").origin === "https://boxup.example"));
});
