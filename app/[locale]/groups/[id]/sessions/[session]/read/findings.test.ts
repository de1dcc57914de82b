import { describe, expect, it } from "vitest";
import { linesOf, rawLines, readNote } from "@/lib/notes";
import { textOf } from "@/tests/notes/fixtures";
import { confirmReading } from "@/lib/wire/readings";
import type { Person } from "@/lib/wire/groupParts";
import { AS_TEXT, confirmedOf, emptied, findingsOf, mayMark, type Choices } from "./findings";

const person = (id: string, name: string, state: Person["state"] = "in"): Person => ({ id, name, role: "member", state });
const PEOPLE = [person("me", "민지"), person("si", "김성익"), person("gone", "상진", "left")];
const noteOf = (text: string) => {
  const lines = linesOf(text);
  return {
    reading: readNote(text, { today: "2026-11-26" }),
    lines: rawLines(text).map((raw, i) => ({ raw, text: lines[i].text, task: lines[i].marker === "open-task" })),
  };
};
const found = (text: string, choices: Choices = {}) => findingsOf(noteOf(text), PEOPLE, choices);
const sent = (text: string, choices: Choices = {}) => confirmedOf(found(text, choices), { me: "me", marksAll: true, locale: "ko" });

const NOTE = textOf("00-review-note.ko.txt");

describe("what was found in the original note", () => {
  it("is all of it, each with its line", () => {
    const { slips, people, roles, items, topics } = found(NOTE);
    expect(slips.map(({ line }) => line)).toEqual([34, 42, 76, 98, 106, 114, 124, 179, 191, 208]);
    expect(topics).toHaveLength(32);
    expect(roles).toEqual([]);
    expect(people.map(({ name, status, member }) => [name, status, member])).toEqual([
      ["성익", "absent-tomorrow", "si"],
      ["상진", "on-leave", AS_TEXT],
    ]);
    expect(items.map(({ type, line, source, answer }) => [type, line, source, answer])).toEqual([
      ["look-up", 231, "- RetinaNet", null],
      ["look-up", 232, "- rectified unit(backward pass)", null],
      ["question", 234, "- weight가 transpose되는부분", "nn에서는 weight가 transpose가 자동으로 적용된다."],
    ]);
  });

  it("becomes a request that the route takes, with a name that is nobody's kept as a name", () => {
    const body = sent(NOTE);
    expect(confirmReading.body.safeParse(body).success).toBe(true);
    expect(body.attendance).toEqual([{ member: "si", next: "absent" }]);
    expect(body.others).toEqual([{ name: "상진", status: "on-leave" }]);
  });

  it("has names that outlive lines put in above, so that no choice is lost or lands elsewhere", () => {
    const keys = (text: string) => Object.values(found(text)).flatMap((cards: readonly { key: string }[]) => cards.map(({ key }) => key));
    expect(keys(`# 오늘\n\n${NOTE}`)).toEqual(keys(NOTE));
    expect(new Set(keys(NOTE)).size).toBe(keys(NOTE).length);
  });
});

describe("what the writer chooses", () => {
  const MINUTES =
    "진행: 민지\n\n- [ ] 발표 준비 (가온)\n- 성익님 오늘 지각\n- 성익님 내일 못 오심\n- Q. NMS는 왜 하나요?\n- 네, 점수가 0.5보다 낮은 상자를 지워요\n";

  it("lies over what is proposed", () => {
    const [task] = found(MINUTES).items;
    const body = sent(MINUTES, { [task.key]: { type: "question", text: "발표는 누가?", assignee: "me" } });
    expect(body.items).toContainEqual({ type: "question", text: "발표는 누가?", assignee: "me", source: task.source });
    expect(sent(MINUTES, { [task.key]: { keep: false } }).items).not.toContainEqual(expect.objectContaining({ source: task.source }));
  });

  it("joins what is said of one member, and leaves out whom the writer may not mark", () => {
    expect(sent(MINUTES).attendance).toEqual([{ member: "si", status: "late", next: "absent" }]);
    const { roles } = found(MINUTES);
    const stranger = { me: "else", marksAll: false, locale: "ko" } as const;
    expect(confirmedOf({ ...found(MINUTES), roles: [] }, stranger).attendance).toEqual([]);
    expect(mayMark("si", "me", false, roles)).toBe(true);
    expect(mayMark("si", "else", false, roles)).toBe(false);
  });

  it("is stopped where words are missing", () => {
    const { items, slips } = found(MINUTES);
    expect(emptied(found(MINUTES))).toEqual([]);
    const choices = { [items[0].key]: { text: " " }, ...Object.fromEntries(slips.map(({ key }) => [key, { statement: "" }])) };
    expect(emptied(found(MINUTES, choices))).toHaveLength(1 + slips.length);
  });
});
