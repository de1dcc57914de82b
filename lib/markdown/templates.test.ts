import { describe, expect, it } from "vitest";
import { readNote } from "@/lib/notes";
import { LOCALES } from "@/lib/challenges";
import { layOut } from "./parse";
import { TEMPLATES, templateText, type SessionFacts } from "./templates";

const SESSION: SessionFacts = {
  date: "2026-11-26",
  moderator: "아라",
  scribe: "보라",
  attendance: [
    { name: "아라", status: "present" },
    { name: "보라", status: "late" },
    { name: "찬", status: "absent" },
  ],
  carried: [
    { type: "question", text: "왜 0.5인가요?", assignee: null },
    { type: "task", text: "논문 *읽기*\n# 오기", assignee: "찬" },
    { type: "look-up", text: "mAP의 면적", assignee: null },
  ],
};

describe("a template", () => {
  it("of a review has the note's own sections, in order", () => {
    const headings = templateText("review", "ko", null).match(/^## .*/gm);
    expect(headings).toEqual(["## 강의 복습 내용", "## 얻은 지식", "## 좀더 찾아보기", "## 피어세션 정리"]);
    expect(templateText("review", "en", null).match(/^## .*/gm)).toHaveLength(4);
  });

  it("begins with what the group knows", () => {
    const text = templateText("review", "ko", SESSION);
    expect(text).toContain("- 날짜: 2026-11-26\n- 진행: 아라\n- 기록: 보라\n- 참석: 아라, 보라 (지각), 찬 (결석)\n");
    expect(text).toContain("### 지난 질문\n\n- 왜 0.5인가요?\n");
    expect(text).toContain("- [ ] 논문 \\*읽기\\* # 오기 @찬\n");
    expect(text).toContain("## 좀더 찾아보기\n\n- [ ] mAP의 면적\n");
  });

  it.each(LOCALES)("is read back by the reader of notes (%s)", (locale) => {
    const read = readNote(templateText("minutes", locale, { ...SESSION, attendance: [] }));
    expect(read).toMatchObject({ date: "2026-11-26", roles: { moderator: "아라", scribe: "보라" } });
    expect(read.followUps.length).toBeGreaterThanOrEqual(2);
  });

  it.each(TEMPLATES.flatMap((template) => LOCALES.map((locale) => ({ template, locale }))))(
    "$template in $locale is laid out as it was meant",
    ({ template, locale }) => {
      const hostile = {
        ...SESSION,
        moderator: "<b>](x)\n# a",
        carried: [{ type: "task" as const, text: "$x$ | [a](b) ![c](d) `e` <i>", assignee: "@@" }],
      };
      const laid = JSON.stringify(layOut(templateText(template, locale, hostile)));
      expect(laid).toMatch(/^\{"blocks"/);
      for (const kind of ["math", "link", "image", "elsewhere", "code"]) expect(laid).not.toContain(`"type":"${kind}"`);
    },
  );

  it("that is empty is empty", () => {
    expect(templateText("empty", "ko", SESSION)).toBe("");
  });
});
