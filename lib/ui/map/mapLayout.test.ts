import { describe, expect, it } from "vitest";
import { groupsOf, linesOf, nextTopic } from "./mapLayout";

const topic = (id: string, ...prerequisites: string[]) => ({
  id,
  track: "detection",
  prerequisites: prerequisites.map((p) => ({ id: p, title: p })),
});
const track = [topic("iou"), topic("nms", "iou"), topic("anchor-boxes", "iou")];

describe("linesOf", () => {
  it("joins each topic to its prerequisites, straight to the neighbour and bowed past others", () => {
    expect(linesOf(track)).toEqual([
      { from: 0, to: 1, span: 1 },
      { from: 0, to: 2, span: 2 },
    ]);
  });
  it("leaves out prerequisites of another track and those that stand below", () => {
    expect(linesOf([topic("cam", "iou", "grad-cam"), topic("grad-cam")])).toEqual([]);
  });
});

describe("groupsOf", () => {
  it("puts topics that follow each other under one heading, and keeps those without one", () => {
    const [iou, nms, yolo, cam] = [{ group: "task" }, { group: "task" }, { group: "one-stage" }, { group: null }];
    expect(groupsOf([iou, nms, yolo, cam])).toEqual([
      { group: "task", from: 0, topics: [iou, nms] },
      { group: "one-stage", from: 2, topics: [yolo] },
      { group: null, from: 3, topics: [cam] },
    ]);
    expect(groupsOf([])).toEqual([]);
  });
});

describe("nextTopic", () => {
  it("returns the first open topic whose prerequisites are done", () => {
    expect(nextTopic(track, new Set())).toBe("iou");
    expect(nextTopic(track, new Set(["iou"]))).toBe("nms");
    expect(nextTopic([topic("rpn", "anchor-boxes"), topic("cam")], new Set())).toBe("cam");
  });
  it("follows what the learner did last", () => {
    const all = [...track, topic("stages", "iou", "nms")];
    // Played, its lesson not finished: there it goes on.
    expect(nextTopic(all, new Set(), "nms")).toBe("nms");
    expect(nextTopic(track, new Set(["anchor-boxes"]), "anchor-boxes")).toBe("iou");
    expect(nextTopic(track, new Set(["iou"]), "gone")).toBe("nms");
  });
  it("leads to what was left out before it leads to what builds on it", () => {
    const all = [...track, topic("stages", "iou", "nms", "anchor-boxes")];
    expect(nextTopic(all, new Set(["nms"]), "nms")).toBe("iou");
    expect(nextTopic(all, new Set(["iou", "nms"]), "nms")).toBe("anchor-boxes");
    expect(nextTopic(all, new Set(["iou", "nms", "anchor-boxes"]), "nms")).toBe("stages");
    // Ready by its place in the list alone: its prerequisites are not done.
    expect(nextTopic([topic("rpn", "anchor-boxes"), ...track], new Set(["nms"]), "nms")).toBe("iou");
  });
  it("stays in the track of what was done last, and goes on to another once nothing there is ready", () => {
    const all = [...track, { ...topic("saliency"), track: "visualization" }, { ...topic("cam", "saliency"), track: "visualization" }];
    expect(nextTopic(all, new Set(["saliency"]), "saliency")).toBe("cam");
    expect(nextTopic(all, new Set(["saliency", "cam"]), "cam")).toBe("iou");
    expect(nextTopic(all, new Set(["iou", "nms", "anchor-boxes"]), "nms")).toBe("saliency");
  });
  it("returns the first open topic when none is ready, and null when all are done", () => {
    expect(nextTopic([topic("rpn", "anchor-boxes")], new Set())).toBe("rpn");
    expect(nextTopic(track, new Set(["iou", "nms", "anchor-boxes"]))).toBeNull();
  });
});
