import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { networkInput } from "@/lib/engine/detectors/input";
import { cam, classLogit, subjectOf } from "@/lib/engine/explain";
import { SCENE_SIDE } from "@/lib/engine/scenes/emoji";
import { nodeContext } from "@/scripts/tasks/context";
import { recordingOf } from "@/scripts/tasks/cam";
import { LEARNT, mapOf, OBJECT, scoreOf, SCENES, shareOf } from "./desk";
import { RECORDED, recordedDesk } from "./recording";
import { bankScene, deskScene } from "./scene";
import { tasks } from "./tasks";

describe("the desk of a scene", () => {
  it("is what was recorded, and what the page shows of the recording is the same to four digits", async () => {
    const live = await tasks.desk(RECORDED, nodeContext());
    expect(recordingOf(live)).toEqual(JSON.parse(readFileSync("content/topics/cam/recorded.json", "utf8")));
    const recorded = recordedDesk(RECORDED);
    expect(recorded?.strips.map(({ channel }) => channel)).toEqual(live.strips.map(({ channel }) => channel));
    expect(recorded && scoreOf(recorded, LEARNT)).toBeCloseTo(scoreOf(live, LEARNT), 4);
    expect(recorded?.pixels).toHaveLength(SCENE_SIDE * SCENE_SIDE * 3);
  });

  it("has the network's own score and the engine's own map", async () => {
    const context = nodeContext();
    const live = await tasks.desk({ scene: 2, asked: OBJECT.second }, context);
    expect(live.classIndex).toBe(live.labels[1]);
    const subject = subjectOf({
      network: await context.models.network("classifier"),
      image: networkInput(live.pixels, SCENE_SIDE),
      target: classLogit(live.classIndex),
    });
    expect(scoreOf(live, LEARNT)).toBeCloseTo(subject.value, 5);
    const { map } = cam(subject, { classIndex: live.classIndex });
    const worst = Math.max(...mapOf(live, LEARNT).map((v, i) => Math.abs(v - map.data[i])));
    expect(worst).toBeLessThan(1e-5);
    const shares = live.strips.map((_, k) => Math.abs(shareOf(live, LEARNT, k)));
    expect(shares).toEqual([...shares].sort((a, b) => b - a));
  });

  it("is not computed for a question that was taken back", async () => {
    await expect(tasks.desk(RECORDED, nodeContext(AbortSignal.abort()))).rejects.toThrow(/abort/i);
  });

  it("has a recording for one question alone", () => {
    expect(recordedDesk({ scene: 2, asked: OBJECT.first })).toBeNull();
    expect(recordedDesk({ scene: 1, asked: 3 })).toBeNull();
  });
});

describe("the scenes", () => {
  it("of the desk show two objects of different classes", async () => {
    const atlas = await nodeContext().pictures.atlas("noto");
    for (let scene = 1; scene <= SCENES; scene++) {
      const labels = deskScene(scene, atlas).objects.map(({ label }) => label);
      expect([labels.length, new Set(labels).size]).toEqual([2, 2]);
    }
  });

  it("of the bank are drawn again for its pictures", async () => {
    const context = nodeContext();
    const { pixels, drawing } = bankScene(3, await context.pictures.atlas("noto"));
    expect(await tasks.picture({ number: 3 }, context)).toEqual({ pixels, drawing });
  });
});
