import type { Term } from "./term";

/** The words for the parts of BoxUp itself. */
export const PRODUCT: readonly Term[] = [
  {
    id: "lesson",
    ko: "수업",
    en: "lesson",
    meaning: { ko: "읽고 만지며 배우는 한 편이에요.", en: "One piece to read and try." },
    not: { ko: ["레슨", "강의"] },
  },
  {
    id: "lecture-review",
    ko: "강의 복습 내용",
    en: "Lecture review",
    meaning: {
      ko: "그날 들은 것을 되짚는, 복습 노트의 첫 부분이에요.",
      en: "The first part of a review note, which goes over what was heard that day.",
    },
  },
  {
    id: "topic",
    ko: "주제",
    en: "topic",
    meaning: { ko: "배움 지도의 칸 하나예요.", en: "One place on the learning map." },
    not: { ko: ["토픽"] },
  },
  {
    id: "simulation",
    ko: "시뮬레이션",
    en: "simulation",
    meaning: { ko: "값을 바꾸며 바로 계산해 보는 그림이에요.", en: "A picture that computes as its values are changed." },
  },
  {
    id: "challenge",
    ko: "문제",
    en: "challenge",
    meaning: { ko: "숫자가 매번 새로 나오고 엔진이 채점하는 것이에요.", en: "A task with fresh numbers each time, graded by the engine." },
    not: { ko: ["도전", "챌린지", "퀴즈"] },
  },
  {
    id: "board",
    ko: "판",
    en: "board",
    meaning: { ko: "문제를 푸는 그림이에요.", en: "The picture on which a challenge is answered." },
  },
  {
    id: "replay",
    ko: "다시 보기",
    en: "replay",
    meaning: { ko: "엔진이 한 일을 한 단계씩 보이는 것이에요.", en: "The engine's own steps, shown one by one." },
    not: { ko: ["리플레이"] },
  },
  {
    id: "review",
    ko: "복습",
    en: "review",
    meaning: { ko: "잊기 전에 카드를 다시 푸는 일이에요.", en: "Answering cards again before they are forgotten." },
    not: { ko: ["리뷰"] },
  },
  { id: "card", ko: "카드", en: "card", meaning: { ko: "복습할 질문이나 기술 하나예요.", en: "One question or skill to review." } },
  {
    id: "misconception",
    ko: "흔한 오해",
    en: "misconception",
    meaning: { ko: "많은 사람이 갖는 틀린 생각이에요.", en: "A wrong idea that many people hold." },
    not: { ko: ["오개념"] },
  },
  {
    id: "mastery",
    ko: "숙련도",
    en: "mastery",
    meaning: { ko: "주제를 얼마나 익혔는지예요.", en: "How well a topic is known." },
    not: { ko: ["마스터리"] },
  },
  {
    id: "level",
    ko: "레벨",
    en: "level",
    meaning: { ko: "문제의 어려움으로, 1부터 5까지예요.", en: "How hard a challenge is, from 1 to 5." },
    not: { ko: ["난이도"] },
  },
  {
    id: "streak",
    ko: "연속",
    en: "streak",
    meaning: { ko: "하루도 거르지 않고 배운 날수예요.", en: "Days of learning without a gap." },
    not: { ko: ["스트릭"] },
  },
  {
    id: "lab",
    ko: "실험실",
    en: "Lab",
    meaning: { ko: "그림을 여러 방법으로 들여다보는 곳이에요.", en: "The place to look into a picture by many methods." },
    not: { ko: ["랩실"] },
  },
  {
    id: "race",
    ko: "경주",
    en: "race",
    meaning: { ko: "검출기들이 같은 그림에서 겨루는 일이에요.", en: "Detectors on the same picture, side by side." },
    not: { ko: ["레이스"] },
  },
];
