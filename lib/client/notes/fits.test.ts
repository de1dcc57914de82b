import { describe, expect, it } from "vitest";
import { NOTE_BYTES } from "@/lib/wire/noteParts";
import { fits } from "./fits";

describe("what is pasted into a note", () => {
  it("fits as far as a note holds, by its bytes", () => {
    expect(fits("", "a".repeat(NOTE_BYTES))).toBe(true);
    expect(fits("", "a".repeat(NOTE_BYTES + 1))).toBe(false);
    const most = Math.floor(NOTE_BYTES / 3);
    expect(fits("", "가".repeat(most))).toBe(true);
    expect(fits("", "가".repeat(most + 1))).toBe(false);
    expect(fits("x", "🟥".repeat(NOTE_BYTES / 4))).toBe(true);
    expect(fits("x", "🟥".repeat(NOTE_BYTES / 4 + 1))).toBe(false);
  });

  it("fits where it makes a note that is too long no longer", () => {
    const long = "a".repeat(NOTE_BYTES + 100);
    expect(fits(long, long.slice(1))).toBe(true);
    expect(fits(long, `${long}a`)).toBe(false);
  });
});
