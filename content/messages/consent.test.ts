/** What students agree to is kept by the number of its wording: another wording is another number. */
import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { CONSENT_VERSION } from "@/lib/wire/cohortParts";
import en from "./en.json";
import ko from "./ko.json";

/** sha256 of each wording, its beginning, by number. What was agreed to once stays in this list. */
const WORDINGS: Readonly<Record<number, string>> = { 1: "47d73d7c24613d35" };

it("the present wording has the present number", () => {
  const wording = JSON.stringify([ko.classes.seen, ko.classes.agree, en.classes.seen, en.classes.agree]);
  expect(createHash("sha256").update(wording).digest("hex").slice(0, 16)).toBe(WORDINGS[CONSENT_VERSION]);
  expect(Object.keys(WORDINGS)).toHaveLength(CONSENT_VERSION);
});
