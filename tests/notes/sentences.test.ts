import { describe, expect, it } from "vitest";
import { topics } from "@/content/_generated/topics";
import { readNote } from "@/lib/notes";
import { SLIPS } from "@/lib/notes/slips";
import { TERMS } from "@/lib/notes/terms";
import { SENTENCES, SPELLINGS } from "./sentences";

/** The places a sentence can stand in below its heading. */
const SHAPES = [
  (heading: string, sentence: string) => `# Note\n\n## ${heading}\n- ${sentence}\n`,
  (heading: string, sentence: string) => `${heading}\n-\n- ${sentence}\n`,
  (heading: string, sentence: string) => `- ${heading}\n\t- ${sentence}\n`,
  (heading: string, sentence: string) => `${heading}: ${sentence}`,
];

describe("statements that contradict the curriculum", () => {
  it.each(SENTENCES)("%s: %s → %s", (heading, sentence, topic) => {
    for (const shape of SHAPES) {
      const found = readNote(shape(heading, sentence)).slips.map((slip) => slip.topic);
      expect(found).toEqual(topic === null ? [] : [topic]);
    }
  });

  it("are none when they are asked, withdrawn, struck or put right", () => {
    for (const text of [
      "CAM\n- CAM은 아무 CNN에나 쓸 수 있나요?",
      "CAM\n- CAM은 아무 CNN에나 쓸 수 있다고 생각했는데 틀렸다",
      "CAM\n- ~~CAM은 아무 CNN에나 쓸 수 있다~~",
      "CAM\n- 흔한 오해: CAM은 아무 CNN에나 쓸 수 있다",
      '## 정정\n- "CAM은 아무 CNN에나 쓸 수 있다" → GAP이 있어야 한다',
      "## 지난 기록 정정\n- CAM은 아무 CNN에나 된다 → GAP이 있어야 한다",
      "CAM\n- I thought CAM works on any CNN.",
      "Q. CAM은 아무 CNN에나 쓸 수 있나요?\nA. 아니요, GAP이 있어야 합니다.",
    ]) {
      expect(readNote(text).slips, text).toEqual([]);
    }
  });

  it("are flagged on the answer that says yes to them", () => {
    const { slips } = readNote("Q. CAM은 아무 CNN에나 쓸 수 있나요?\nA. 네, 맞습니다.");
    expect(slips.map(({ line, misconception }) => [line, misconception])).toEqual([[2, "needs-no-special-head"]]);
    const said = readNote("Q. occlusion map은 gradient가 필요한가\nA. 필요하다").slips;
    expect(said.map(({ line, misconception }) => [line, misconception])).toEqual([[2, "needs-the-gradient"]]);
    expect(readNote("Q. saliency map은 gradient가 필요한가\nA. 필요하다").slips).toEqual([]);
  });
});

describe("names of topics", () => {
  it.each(SPELLINGS)("%s → %s", (written, topic) => {
    const found = readNote(`- ${written}`).topics.map((each) => each.topic);
    expect(topic === null ? found : found.includes(topic)).toEqual(topic === null ? [] : true);
  });
});

describe("what the reader knows", () => {
  const kebab = /^[a-z0-9]+(-[a-z0-9]+)*$/;

  it("covers 32 topics by name, each once, and those there are", () => {
    const ids = TERMS.map(({ topic }) => topic);
    expect(new Set(ids).size).toBe(32);
    expect(ids).toHaveLength(32);
    expect(topics.map(({ id }) => id).filter((id) => !ids.includes(id))).toEqual([]);
  });

  it("names misconceptions that their topics have", () => {
    for (const { id, misconceptions } of topics) {
      const known = new Set(misconceptions.map((each) => each.id));
      expect(
        SLIPS.filter(({ topic, misconception }) => topic === id && !known.has(misconception)).map((each) => each.misconception),
      ).toEqual([]);
    }
  });

  it("has one rule a misconception, for every topic, with both texts", () => {
    const keys = SLIPS.map(({ topic, misconception }) => `${topic}/${misconception}`);
    expect(new Set(keys).size).toBe(keys.length);
    expect(TERMS.map(({ topic }) => topic).filter((topic) => !SLIPS.some((slip) => slip.topic === topic))).toEqual([]);
    for (const { topic, misconception, correction, about = [], notAbout = [] } of SLIPS) {
      expect(misconception).toMatch(kebab);
      expect(correction.ko).toMatch(/[가-힣]요[.:(]/);
      expect(correction.en).toMatch(/[.!]$/);
      expect([topic, ...about, ...notAbout].filter((each) => !TERMS.some((terms) => terms.topic === each))).toEqual([]);
    }
  });
});
