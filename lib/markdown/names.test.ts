import { expect, it } from "vitest";
import { cardOf } from "./cards";
import { mentionsIn } from "./mentions";
import { taskEdit } from "./task";
import { topicNamed } from "./topicName";

const TOPICS = [
  { id: "nms", titles: ["NMS: 겹친 상자 지우기", "Non-maximum suppression"] },
  { id: "focal-loss", titles: ["focal loss: 손실의 예산", "Focal loss"] },
];

it.each([
  ["nms", "nms"],
  ["NMS: 겹친 상자 지우기", "nms"],
  ["non maximum suppression", "nms"],
  ["Focalloss", "focal-loss"],
  ["포컬 로스", "focal-loss"],
  ["포컬 로스".normalize("NFD"), "focal-loss"],
  ["selective serach", "selective-search"],
  ["NMS와 focal loss", null],
  ["NMS를 공부한 날", null],
  ["점심", null],
  ["", null],
])("[[%s]] means %s", (name, topic) => {
  expect(topicNamed(name, TOPICS)).toBe(topic);
});

const NAMES = ["아라", "아라솔", "Ara Kim", "Ara"];
it.each([
  ["@아라가 정리", ["아라"]],
  ["@아라솔은", ["아라솔"]],
  ["@아라밖에", []],
  ["@ara kim, @Ara", ["Ara Kim", "Ara"]],
  ["@Arabella", []],
  ["mail@Ara", []],
  ["(@Ara)", ["Ara"]],
  ["@Ara가 왔어요", ["Ara"]],
  ["@@Ara", ["Ara"]],
  ["@없는사람", []],
])("%j mentions %j", (text, names) => {
  expect(mentionsIn(text, NAMES).map(({ name }) => name)).toEqual(names);
});

it("says where a mention stands", () => {
  expect(mentionsIn("a @Ara b", NAMES)).toEqual([{ from: 2, to: 6, name: "Ara" }]);
});

const ORIGIN = "https://boxup.kr";
it.each([
  [
    "https://boxup.kr/ko/play/iou-draw?level=3&seed=k2",
    { type: "round", kind: "iou-draw", level: 3, seed: "k2", path: "/play/iou-draw?level=3&seed=k2" },
  ],
  ["/en/play/iou-draw", { type: "round", kind: "iou-draw", level: 1, seed: null, path: "/play/iou-draw" }],
  [
    "https://boxup.kr/play/iou-draw?level=9&seed=%3Cb%3E",
    { type: "round", kind: "iou-draw", level: 1, seed: null, path: "/play/iou-draw?level=9&seed=%3Cb%3E" },
  ],
  ["https://boxup.kr/ko/learn/nms?nms.t=0.4", { type: "simulation", topic: "nms", search: "?nms.t=0.4", path: "/learn/nms?nms.t=0.4" }],
  ["https://boxup.kr/race?seed=5", { type: "race", path: "/race?seed=5" }],
  ["https://boxup.kr/ko/lab?net=a", { type: "lab", path: "/lab?net=a" }],
  ["https://boxup.kr/learn/nms", null],
  ["https://boxup.kr/ko/groups/abc", null],
  ["https://boxup.kr.evil.example/ko/play/iou-draw?seed=a", null],
  ["https://evil.example/ko/play/iou-draw?seed=a", null],
  ["https://boxup.kr@evil.example/ko/play/iou-draw", null],
  ["https://a:b@boxup.kr/ko/play/iou-draw", null],
  ["http://boxup.kr/ko/play/iou-draw", null],
  ["https://boxup.kr/ko/play/../groups", null],
  ["mailto:a@boxup.kr", null],
])("%s is the card %j", (href, card) => {
  expect(cardOf(href, ORIGIN)).toEqual(card);
});

it.each([
  ["- [ ] a", 0, true, "- [x] a"],
  ["- [x] a", 0, false, "- [ ] a"],
  ["a\r\n\r\n> 1. [ ] b\n", 2, true, "a\r\n\r\n> 1. [x] b\n"],
  ["- a\n  - [X] b", 1, false, "- a\n  - [ ] b"],
  ["- - [ ] c", 0, true, "- - [x] c"],
  ["- [x] a", 0, true, null],
  ["- a", 0, true, null],
  ["[ ] a", 0, true, null],
  ["- [ ] a", 3, true, null],
])("ticks %j, line %i", (text, line, done, after) => {
  const edit = taskEdit(text, line, done);
  expect(edit && text.slice(0, edit.from) + edit.insert + text.slice(edit.to)).toBe(after);
});
