import { describe, expect, it } from "vitest";
import { readNote } from "@/lib/notes";
import { NOTES, textOf } from "./fixtures";

const sorted = <T>(list: readonly T[]): string[] => list.map((each) => JSON.stringify(each)).sort();

describe.each(NOTES.map((expected) => [expected.file, expected] as const))("%s", (file, expected) => {
  const reading = readNote(textOf(file));
  const linesRead = [reading.topics, reading.slips, reading.attendance, reading.followUps, reading.questions].flatMap((list) =>
    list.map(({ line }) => line),
  );

  it("names every topic", () => {
    const topics = new Set(reading.topics.map(({ topic }) => topic));
    expect(expected.topics.filter((topic) => !topics.has(topic))).toEqual([]);
  });

  it("flags the slips, each with the topic that corrects it, and nothing else", () => {
    expect(sorted(reading.slips.map(({ line, topic }) => ({ line, topic })))).toEqual(sorted(expected.slips));
    expect(reading.slips.filter(({ line }) => expected.noSlip.includes(line))).toEqual([]);
  });

  it("finds roles, attendance, open work, questions and the date", () => {
    expect(reading.roles).toEqual(expected.roles);
    expect(sorted(reading.attendance.map(({ name, status }) => ({ name, status })))).toEqual(sorted(expected.attendance));
    expect(sorted(reading.followUps.map(({ line, assignee }) => ({ line, assignee })))).toEqual(sorted(expected.followUps));
    expect(sorted(reading.questions)).toEqual(sorted(expected.questions));
    expect(reading.date).toBe(expected.date ?? null);
  });

  it("reads nothing out of front matter, contents, comments and code", () => {
    expect(expected.noContent.filter((line) => !reading.skipped.includes(line))).toEqual([]);
    expect(linesRead.filter((line) => reading.skipped.includes(line))).toEqual([]);
  });
});

describe("the reading", () => {
  it("says what the note's own words were", () => {
    const matched = readNote(textOf("00-review-note.ko.txt")).topics.map(({ line, topic, matched: words }) => [line, topic, words]);
    expect(matched).toContainEqual([8, "focal-loss", "Focalloss"]);
    expect(matched).toContainEqual([13, "why-visualize", "analsis of model behaviors"]);
    expect(matched).toContainEqual([64, "iou", "overlab"]);
    expect(matched).toContainEqual([128, "detr", "DEtection TRsformer"]);
  });

  it("takes a date without a year from the given day on, and from the file's name", () => {
    expect(readNote("3월 15일 피어세션", { today: "2026-03-16" }).date).toBe("2026-03-15");
    expect(readNote("12/30 회의록", { today: "2027-01-02" }).date).toBe("2026-12-30");
    expect(readNote("1118 피어세션", { today: "2026-11-19" }).date).toBe("2026-11-18");
    expect(readNote("피어세션 정리 (11/11)", { today: "2026-11-19" }).date).toBe("2026-11-11");
    expect(readNote("1118장 사진 데이터", { today: "2026-11-19" }).date).toBeNull();
    expect(readNote("3월 15일 피어세션").date).toBeNull();
    expect(readNote("# 복습", { name: "2021-03-15-day41.md" }).date).toBe("2021-03-15");
  });

  it.each([
    ["2021.03.15 회의록", "2021-03-15"],
    ["21-03-15 복습", "2021-03-15"],
    ["210315 피어세션", "2021-03-15"],
    ["2021년 3월 5일", "2021-03-05"],
    ["Minutes, Mar 15, 2021", "2021-03-15"],
    ["# 15th of March 2021", "2021-03-15"],
    ["# 3/5/2021", "2021-03-05"],
    ["arXiv 1512.04150", null],
    ["2021.13.45", null],
    ["마감 2021.03.15까지", null],
  ])("reads the date of %s", (text, date) => {
    expect(readNote(text).date).toBe(date);
  });

  it("leaves tomorrow's offices to tomorrow", () => {
    expect(readNote("다음 모더레이터: 가온\nNext scribe: Jun\n모더레이터: 나래").roles).toEqual({ moderator: "나래" });
    expect(readNote("모더레이터: 가온 → 내일 모더레이터: 나래").roles).toEqual({ moderator: "가온" });
    expect(readNote("[다음 시간까지]\n* 모더레이터: 라온").roles).toEqual({});
  });

  it.each([
    ["가온님 지각, 나래님 내일 불참", ["가온 late", "나래 absent-tomorrow"]],
    ["성익님, 상진님 내일 못 오심", ["성익 absent-tomorrow", "상진 absent-tomorrow"]],
    ["내일 성익님 불참, 상진님 지각", ["성익 absent-tomorrow", "상진 late-tomorrow"]],
    ["다솜님 4시에 먼저 나가심", ["다솜 left-early"]],
    ["라온님 부트캠프 하차", ["라온 stopped"]],
    ["세아님 불참 아님", []],
    ["멘토님이 늦으셨다", []],
    ["Narae dropped out.", ["Narae stopped"]],
    ["Gaon won't be here tomorrow", ["Gaon absent-tomorrow"]],
    ["Dasom left early", ["Dasom left-early"]],
    ["참석: T1001_가온, 나래(지각), 전원", ["가온 present", "나래 late"]],
    ["참석자\n- 가온\n- 나래님", ["가온 present", "나래 present"]],
    ["- 가온: 내일 병원 때문에 늦게 참여\n- 나래님 오늘 2시까지만 참여", ["가온 late-tomorrow", "나래 left-early"]],
    ["참여자 : 가온, 다솜(15:30~)", ["가온 present", "다솜 late"]],
    ["|이름|출결|\n|---|---|\n|가온|휴가|\n|나래|출석|", ["가온 on-leave", "나래 present"]],
  ])("reads attendance: %s", (text, expected) => {
    expect(readNote(text).attendance.map(({ name, status }) => `${name} ${status}`)).toEqual(expected);
  });

  it.each([
    ["### 질문\n1. NMS threshold는 어떻게 정하나요\n   - 보통 0.5\n2. gamma 최적값\n   - 내일 멘토님께 질문", ["2 true", "4 false"]],
    ["Q: Why does ReLU backward matter?\nA: TBD\n\nQ: What is GAP?\nGlobal average pooling.", ["1 false", "4 true"]],
    ["- Q) RPN과 selective search 차이?\n- A) RPN은 학습된다\n- Q) CAM은 왜 GAP이 필요?\n- A)", ["1 true", "3 false"]],
    ["❓ t-SNE 축의 의미는?\n➡ 의미 없음\n❓ perplexity 추천값?\n➡ (미정)", ["1 true", "3 false"]],
    ["| 질문 | 답변 |\n|---|---|\n| IoU가 0.5면 절반인가요? | 아니요, 1/3 |\n| RoIAlign은? | 다음 시간에 |", ["3 true", "4 false"]],
    ["피어세션 정리\n- weight가 transpose되는 부분\n- 자동으로 적용된다.", ["2 true"]],
  ])("reads questions: %s", (text, expected) => {
    const { questions, followUps } = readNote(text);
    expect(questions.map(({ line, answered }) => `${line} ${answered}`)).toEqual(expected);
    expect(followUps.map(({ line }) => line)).toEqual(questions.filter(({ answered }) => !answered).map(({ line }) => line));
  });

  it.each([
    ["# 목차\n- R-CNN\n- YOLO\n\n# R-CNN", [2, 3]],
    ["```\nNMS\n\n- YOLO", [1, 2]],
    ["<!-- NMS\n- YOLO\n-->\n- SSD", [1, 2, 3]],
    ["- SSD <!-- NMS -->\n<!-- never closed\n- YOLO", [2]],
    ["---\n- YOLO\n---\n- SSD", []],
    ["$$\nIoU\n$$", [1, 2, 3]],
  ])("skips what is no content of %s", (text, skipped) => {
    expect(readNote(text).skipped).toEqual(skipped);
  });

  it.each([
    ["- [ ] mAP 계산 코드 짜기 @다솜", "다솜"],
    ["- [ ] [다솜] mAP 계산 코드", "다솜"],
    ["- [ ] mAP 계산 코드 → 다솜", "다솜"],
    ["- [ ] 담당: 다솜, mAP 계산 코드", "다솜"],
    ["- [ ] read the paper (Priya)", "Priya"],
    ["- [ ] 코드: NMS 짜기", undefined],
    ["- [ ] FPN 논문 읽기 (필수)", undefined],
  ])("reads whose work it is: %s", (text, assignee) => {
    expect(readNote(text).followUps.map((work) => work.assignee)).toEqual([assignee]);
  });

  it("reads two offices of one line, the second in brackets", () => {
    expect(readNote("* 모더레이터 : 이한별님 (기록: 김새봄님)").roles).toEqual({ moderator: "이한별", scribe: "김새봄" });
    expect(readNote("Moderator: Inès (notes: Tomás)").roles).toEqual({ moderator: "Inès", scribe: "Tomás" });
  });
});
