import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { recordingOf } from "@/scripts/tasks/guided-backprop";
import { nodeContext } from "@/scripts/tasks/context";
import { RECORDED, recordedAnswer } from "./question";
import { tasks } from "./tasks";

describe("two maps of one picture", () => {
  it("are what was recorded", async () => {
    const live = await tasks.twoMaps(RECORDED, nodeContext());
    const recorded = recordedAnswer(RECORDED);
    expect(recorded?.labels).toEqual(live.labels);
    expect(recorded?.likeness).toBeCloseTo(live.likeness, 6);
    expect(recordingOf(live)).toEqual(JSON.parse(readFileSync("content/topics/guided-backprop/recorded.json", "utf8")));
  });

  it("hardly differ with guided backpropagation, and do with Grad-CAM", async () => {
    const likeness = async (method: "guided" | "grad-cam") => (await tasks.twoMaps({ scene: 1, method }, nodeContext())).likeness;
    expect(await likeness("guided")).toBeGreaterThan(0.8);
    expect(await likeness("grad-cam")).toBeLessThan(0.5);
  });

  it("are not computed for a question that was taken back", async () => {
    await expect(tasks.twoMaps(RECORDED, nodeContext(AbortSignal.abort()))).rejects.toThrow(/abort/i);
  });

  it("have a recording for one question alone, at the picture's size", () => {
    expect(recordedAnswer({ scene: 2, method: "guided" })).toBeNull();
    expect(recordedAnswer({ scene: 1, method: "deconvnet" })).toBeNull();
    const recorded = recordedAnswer(RECORDED);
    expect(recorded?.pixels).toHaveLength(112 * 112 * 3);
    expect(recorded?.maps.map((map) => [map.length, Math.max(...map) <= 1, Math.min(...map) >= 0])).toEqual([
      [112 * 112, true, true],
      [112 * 112, true, true],
    ]);
  });
});
