import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { iou } from "@/lib/engine/boxes";
import { SCENE_SIDE } from "@/lib/engine/scenes/emoji/board";
import { nodeContext } from "@/scripts/tasks/context";
import { firstScores, recordingOf } from "@/scripts/tasks/fast-r-cnn";
import { startBackend } from "@/scripts/training/backend";
import { FIRST_ROI } from "./knobs";
import { CHANNELS, PROPOSALS, recordedAnswer, recordedMap, recordedScores, SIDE, type Recording } from "./mapped";
import { between, binsOf, channelOf, channelsByStrength, MOVES, pooledOf, roundedOf, samplesOf, staircaseOf, withRoom } from "./pooling";
import { tasks } from "./tasks";

const mapped = await tasks.mapped({ scene: 1 }, nodeContext());
const [ROI] = FIRST_ROI;
const strongest = channelOf(mapped, channelsByStrength(mapped)[0]);

describe("the simulation's map", () => {
  it("is recorded as it is", async () => {
    const recorded = JSON.parse(readFileSync("content/topics/fast-r-cnn/recorded.json", "utf8")) as Recording;
    expect(JSON.parse(JSON.stringify(await recordingOf(mapped, recorded.scores)))).toEqual(recorded);
    expect(recordedAnswer(2)).toBeNull();
  });

  it("is recorded to a 255th of each channel's largest value", () => {
    const { map } = recordedMap();
    channelsByStrength(mapped).forEach((channel) => {
      const [wanted, kept] = [channelOf(mapped, channel), channelOf({ ...mapped, map }, channel)];
      const most = Math.max(...wanted);
      wanted.forEach((value, cell) => expect(Math.abs(value - kept[cell])).toBeLessThanOrEqual(most / 500 + 1e-5));
    });
  });

  it("has 128 channels of 14 × 14 cells, none below 0, and about a hundred proposals that read from it", () => {
    expect(mapped.map).toHaveLength(CHANNELS * SIDE * SIDE);
    expect(mapped.map.every((value) => value >= 0)).toBe(true);
    expect(mapped.proposals.length).toBeGreaterThan(80);
    expect(mapped.proposals.length).toBeLessThanOrEqual(PROPOSALS);
  });
});

describe("the head's probabilities", () => {
  it("are recorded as they are computed: the first RoI's own class comes first with either pooling", { timeout: 60_000 }, async () => {
    await startBackend();
    const live = await firstScores();
    const [{ label }] = mapped.objects.filter(({ box }) => iou(box, ROI) > 0.9);
    for (const way of ["align", "max"] as const) {
      const kept = recordedScores(way);
      expect(kept).toHaveLength(21);
      expect(kept.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 2);
      kept.forEach((value, at) => expect(Math.abs(value - live[way][at])).toBeLessThan(0.005));
      expect(kept.indexOf(Math.max(...kept))).toBe(1 + label);
    }
  });
});

describe("what is made of it", () => {
  it("rounds the guess's RoI to the same cells once it has moved by a pixel, so that nothing changes", () => {
    const [x1, y1, x2, y2] = ROI;
    expect(roundedOf([x1 + 1, y1, x2 + 1, y2])).toEqual(roundedOf(ROI));
    const { max, align } = staircaseOf(mapped, ROI, 3);
    expect(max[0]).toBe(0);
    expect(max.filter((change) => change === 0).length).toBeGreaterThan(MOVES / 2);
    expect(Math.min(...align)).toBeGreaterThan(0);
    expect(Math.max(...max)).toBeGreaterThan(2 * Math.max(...align));
  });

  it("pools the largest of each bin, and means of what lies between the cells", () => {
    for (const bins of [2, 3, 7]) {
      const { max, winners, align } = pooledOf(strongest, ROI, bins);
      const { xs, ys } = binsOf(ROI, bins);
      max.forEach((value, bin) => {
        const [across, down] = [xs[bin % bins], ys[Math.floor(bin / bins)]];
        const cells = Array.from(strongest.keys()).filter((cell) => {
          const [x, y] = [cell % SIDE, Math.floor(cell / SIDE)];
          return x >= across[0] && x < across[1] && y >= down[0] && y < down[1];
        });
        expect(value).toBe(Math.max(...cells.map((cell) => strongest[cell])));
        expect(cells).toContain(winners[bin]);
      });
      samplesOf(ROI, bins).forEach((points, bin) => {
        const mean = points.reduce((sum, [x, y]) => sum + between(strongest, x, y), 0) / points.length;
        expect(mean).toBeCloseTo(align[bin], 9);
      });
    }
  });

  it("makes room for the walk to the right without changing the RoI's size", () => {
    expect(withRoom(ROI, SCENE_SIDE)[2]).toBeLessThanOrEqual(SCENE_SIDE - MOVES);
    const [x1, , x2] = withRoom([60, 10, 112, 40], SCENE_SIDE);
    expect([x1, x2]).toEqual([44, 96]);
  });
});
