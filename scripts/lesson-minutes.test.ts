import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { minutes } from "@/content/_generated/minutes";
import { topics } from "@/content/_generated/topics";
import { LOCALES } from "@/lib/words";
import { lessonMinutes } from "./lesson-minutes";

describe("the minutes of a lesson", () => {
  it("are read at 500 syllables or 180 words a minute", () => {
    expect(lessonMinutes("가나 ".repeat(1250))).toBe(5);
    expect(lessonMinutes("two words ".repeat(540))).toBe(6);
    expect(lessonMinutes("가".repeat(500) + " word".repeat(180))).toBe(2);
    expect(lessonMinutes("short")).toBe(1);
  });

  it("leave out what is not read, and count what is played", () => {
    const tags = `---\ntitle: ${"word ".repeat(999)}\n---\n<Aside title="${"word ".repeat(999)}">\n`;
    expect(lessonMinutes(tags + "word ".repeat(360))).toBe(2);
    expect(lessonMinutes("word ".repeat(180) + "<Simulation />\n<Challenge kind='a' />\n<Predict>\n<Ask id='a' />\n<Predict>")).toBe(8);
    expect(lessonMinutes("$x + y = z + a + b + c$ ".repeat(180))).toBe(1);
  });

  it("are those of every lesson as it stands, in either language", () => {
    for (const { id } of topics)
      for (const locale of LOCALES)
        expect([id, locale, minutes[id][locale]]).toEqual([
          id,
          locale,
          lessonMinutes(readFileSync(`content/topics/${id}/lesson.${locale}.mdx`, "utf8")),
        ]);
  });
});
