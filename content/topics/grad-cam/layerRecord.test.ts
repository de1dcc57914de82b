import { describe, expect, it } from "vitest";
import { existsSync, statSync } from "node:fs";
import { nodeContext } from "@/scripts/tasks/context";
import { pictureFile, SCENES } from "./challenges/gradcam-layer/bank";
import { loadDrawing } from "./challenges/gradcam-layer/drawings";
import { heatIn } from "./challenges/gradcam-layer/heat";
import { packLayers, unpackLayers } from "./challenges/gradcam-layer/recording";
import { averagedMap, bankLayers, layersAgain, layerScene, RISE } from "./layerRecord";

const { models, pictures } = nodeContext();
const material = Promise.all([models.network("classifier"), pictures.atlases(false)]);

/** A few places at a push, all of them with BOXUP_THOROUGH. */
const thorough = /(^|,)(all|gradcam-layer)(,|$)/.test(process.env.BOXUP_THOROUGH ?? "");
const places = (few: number) => [...SCENES.keys()].filter((i) => thorough || i % Math.ceil(SCENES.length / few) === 0);

describe("the bank of gradcam-layer", () => {
  it("is what the shipped network gives, number by number", async () => {
    const [network, atlases] = await material;
    for (const place of places(12)) expect(layersAgain(network, SCENES[place], atlases), `place ${place}`).toEqual(SCENES[place]);
  }, 600_000);

  it("has the head of each scene as the script found it", async () => {
    const [network, atlases] = await material;
    for (const place of places(3)) expect(bankLayers(network, SCENES[place].number, atlases), `place ${place}`).toEqual(SCENES[place]);
  }, 600_000);

  it("has at least 200 scenes of every class, each object asked for, and heat that parts from layer to layer", () => {
    expect(SCENES.length).toBeGreaterThanOrEqual(200);
    expect(new Set(SCENES.map(({ objects, asked }) => objects[asked].label)).size).toBe(20);
    expect(new Set(SCENES.map(({ asked }) => asked)).size).toBe(2);
    for (const { own, objects, asked } of SCENES) {
      const gaps = own.map((map) => heatIn(map, objects[asked].box) - heatIn(map, objects[1 - asked].box));
      gaps.slice(1).forEach((gap, i) => expect(gap - gaps[i]).toBeGreaterThanOrEqual(RISE));
    }
  });

  it("survives being packed", () => {
    for (const record of SCENES) expect(unpackLayers(Uint8Array.from(packLayers(record)))).toEqual(record);
  });

  it("knows how each scene was composed, and has its picture", async () => {
    const [, atlases] = await material;
    for (const place of places(6)) expect(await loadDrawing(place)).toEqual(layerScene(SCENES[place].number, atlases).drawing);
    for (const place of SCENES.keys()) {
      const file = `public${pictureFile(place)}`;
      expect(existsSync(file) && statSync(file).size > 100, file).toBe(true);
    }
  });

  it("averages a map of any layer to 14 × 14 cells, the hottest 15", () => {
    // 28 × 28: the first cell holds 4, 4, 0, 0, the next one 1, 1, 1, 1, the rest nothing.
    const data = Float64Array.from({ length: 28 * 28 }, (_, i) => ({ 0: 4, 1: 4, 2: 1, 3: 1, 30: 1, 31: 1 })[i] ?? 0);
    const map = averagedMap({ shape: [28, 28], data });
    expect(map.slice(0, 3)).toEqual([15, 8, 0]);
    expect(averagedMap({ shape: [14, 14], data: new Float64Array(196) }).every((v) => v === 0)).toBe(true);
  });
});
