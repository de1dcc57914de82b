/** What the demo class is given in its six weeks, and which wrong ideas are planted in it. */
import type { PartSettings } from "../../lib/wire/assignmentParts";

const challenge = (kind: string, level: 1 | 2 | 3 | 4 | 5, count: number, tries = 2): PartSettings => ({
  type: "challenge",
  kind,
  level,
  count,
  tries,
});
const quiz = (topics: readonly string[], count: number, misconceptions: readonly string[] = []): PartSettings => ({
  type: "quiz",
  from: { topics: [...topics], misconceptions: [...misconceptions], bank: [], count },
  same: false,
  feedback: "each",
  tries: 1,
});

export interface PlannedWork {
  readonly title: string;
  /** Days after the class began: opened on, and due on, at 18:00. */
  readonly opens: number;
  readonly due: number;
  readonly parts: readonly PartSettings[];
}

/** Two a week. Each topic comes back later, so that what was held can be seen mended, or not. */
export const WORKS: readonly PlannedWork[] = [
  { title: "1주 · 겹침을 재다", opens: 0, due: 4, parts: [challenge("iou-estimate", 1, 2), quiz(["iou"], 5)] },
  { title: "1주 · 겹침을 그리다", opens: 3, due: 7, parts: [challenge("iou-draw", 2, 2), quiz(["iou"], 4)] },
  {
    title: "2주 · 살아남는 상자",
    opens: 7,
    due: 11,
    parts: [challenge("nms-survivors", 1, 2), challenge("nms-survivors", 3, 2), quiz(["nms"], 4)],
  },
  { title: "2주 · NMS를 깊게", opens: 10, due: 14, parts: [challenge("nms-survivors", 4, 3), quiz(["nms"], 5)] },
  {
    title: "3주 · 앵커의 이름표",
    opens: 14,
    due: 18,
    parts: [challenge("anchor-labels", 1, 2), challenge("anchor-labels", 3, 2), quiz(["anchor-boxes"], 4)],
  },
  { title: "3주 · 다시 보는 NMS", opens: 17, due: 21, parts: [challenge("nms-survivors", 5, 3), quiz(["anchor-boxes"], 5)] },
  {
    title: "4주 · 검출기를 재다",
    opens: 21,
    due: 25,
    parts: [challenge("pr-curve", 1, 1), challenge("pr-curve", 3, 2), quiz(["object-detection"], 5)],
  },
  { title: "4주 · 앵커 복습", opens: 24, due: 28, parts: [challenge("anchor-labels", 4, 3), quiz(["object-detection"], 4)] },
  { title: "5주 · 어려운 것에 집중하기", opens: 28, due: 32, parts: [challenge("focal-gamma", 2, 2), quiz(["focal-loss"], 5)] },
  {
    title: "5주 · 한 단계와 두 단계",
    opens: 31,
    due: 35,
    parts: [quiz(["one-vs-two-stage"], 5), quiz(["nms", "iou"], 4), quiz(["iou"], 5)],
  },
  { title: "6주 · 어디를 보았나", opens: 35, due: 39, parts: [challenge("gradcam-regions", 1, 2), quiz(["cam", "grad-cam"], 6)] },
  {
    title: "6주 · 모두 모아",
    opens: 38,
    due: 42,
    parts: [
      challenge("iou-estimate", 2, 2),
      challenge("nms-survivors", 4, 2),
      challenge("anchor-labels", 5, 2),
      challenge("pr-curve", 4, 2),
    ],
  },
];

export const DAYS = 42;
