import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { nodeContext } from "@/scripts/tasks/context";
import { recordingOf } from "@/scripts/tasks/selective-search";
import { labelsOf, MEASURES, RECORDED, recordedAnswer, regionsAfter } from "./question";
import { bordersOf, channelBins, foundAfter, foundInList, middleOfRegion, recallSteps, stageOf, totalOf, valueOf } from "./simulationModel";
import { tasks } from "./tasks";

const grown = await tasks.grown(RECORDED, nodeContext());

describe("the simulation's grouping", () => {
  it("is recorded as it is", async () => {
    const recorded: unknown = JSON.parse(readFileSync("content/topics/selective-search/recorded.json", "utf8"));
    expect(JSON.parse(JSON.stringify(await recordingOf(grown)))).toEqual(recorded);
    expect(recordedAnswer(RECORDED)).not.toBeNull();
    expect(recordedAnswer({ ...RECORDED, scale: 50 })).toBeNull();
  });

  it("lists before each merge the pair that merges, and none that is more alike", () => {
    expect(grown.pairs).toHaveLength(grown.count - 1);
    for (const [first, ...others] of grown.pairs)
      for (const other of others) expect(totalOf(first, MEASURES)).toBeGreaterThanOrEqual(totalOf(other, MEASURES) - 1e-3);
  });

  it("grows from segments to one region, whose box is the picture", () => {
    expect(new Set(labelsOf(grown)).size).toBe(grown.count);
    expect(new Set(regionsAfter(grown, 0)).size).toBe(grown.count);
    expect(new Set(regionsAfter(grown, grown.count - 1))).toEqual(new Set([2 * grown.count - 2]));
    expect(grown.boxes.at(-1)).toEqual([0, 0, 112, 112]);
    expect(bordersOf(grown, grown.count - 1, []).all).toBe("");
    expect(bordersOf(grown, 0, []).all.length).toBeGreaterThan(1000);
  });

  it("finds objects among all regions so far: never fewer later on", () => {
    const overlaps = grown.pairs.map((_, merges) => foundAfter(grown, merges).map(({ iou }) => iou));
    overlaps.slice(1).forEach((now, i) => now.forEach((iou, object) => expect(iou).toBeGreaterThanOrEqual(overlaps[i][object])));
    const [first, , sofa] = foundAfter(grown, grown.count - 1);
    expect(first.when).toBeGreaterThan(0);
    expect(sofa.when).toBe(0);
    expect(foundInList(grown, 1).every(({ when }) => when === 1)).toBe(true);
  });

  it("draws histograms whose common share is the colour similarity, of segments and of merged regions", () => {
    for (const [row] of grown.pairs) {
      const sum = channelBins(grown, row[0], row[1]).reduce((all, { overlap }) => all + overlap, 0);
      expect(sum).toBeCloseTo(valueOf(row, "colour"), 3);
    }
  });

  it("puts a region's number on the region", () => {
    const labels = labelsOf(grown);
    grown.pairs.forEach(([[first, second]], merges) => {
      const belongs = regionsAfter(grown, merges);
      for (const region of [first, second]) {
        const [x, y] = middleOfRegion(grown, merges, region);
        expect(belongs[labels[Math.floor(y) * 112 + Math.floor(x)]]).toBe(region);
      }
    });
  });

  it("climbs to the share of objects that the kept boxes find", () => {
    for (const kept of [1, 10, 60, 200]) {
      const hits = foundInList(grown, kept).filter(({ iou }) => iou >= 0.5).length;
      expect(recallSteps(grown, kept).at(-1)).toEqual({ x: kept, y: hits / grown.objects.length });
    }
  });

  it("tells the halves of the merges apart", () => {
    expect([0, 1, 10, 11, 20].map((when) => stageOf(when, 20))).toEqual(["segment", "early", "early", "late", "late"]);
  });
});
