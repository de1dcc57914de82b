import { describe, expect, it } from "vitest";
import { existsSync, statSync } from "node:fs";
import { networkInput } from "@/lib/engine/detectors/input";
import { cam, classLogit, gradCam, hiResCam, subjectOf } from "@/lib/engine/explain";
import { receptiveFields } from "@/lib/engine/nets";
import { SCENE_SIDE } from "@/lib/engine/scenes/emoji";
import { nodeContext } from "@/scripts/tasks/context";
import { drawingOf, pictureFile, SCENES } from "./challenges/gradcam-regions/bank";
import { loadDrawing } from "./challenges/gradcam-regions/drawings";
import { packScene, SETS, unpackScenes } from "./challenges/gradcam-regions/recording";
import { isThorough } from "@/tests/contract/thorough";
import { bankRecord, recordAgain, sceneOf, wholeMap } from "./record";

const { models, pictures } = nodeContext();
const material = Promise.all([models.network("classifier"), pictures.atlases(false)]);

/** A few places at a push, all of them with BOXUP_THOROUGH. */
const thorough = isThorough("gradcam-regions");
const places = (count: number, few: number) =>
  Array.from({ length: count }, (_, i) => i).filter((i) => thorough || i % Math.ceil(count / few) === 0);

describe("the bank of gradcam-regions", () => {
  it.each(SETS)(
    "of set %s is what the shipped network gives, number by number",
    async (set) => {
      const [network, atlases] = await material;
      for (const place of places(SCENES[set].length, 12)) {
        const record = SCENES[set][place];
        const { record: again } = recordAgain(network, set, record, atlases);
        expect({ ...again, grads: record.grads }, `${set} ${place}`).toEqual(record);
      }
    },
    600_000,
  );

  it("has the gradients of its channels as the script found them", async () => {
    const [network, atlases] = await material;
    for (const place of places(SCENES.three.length, 3))
      expect(bankRecord(network, "three", SCENES.three[place].number, atlases), `three ${place}`).toEqual(SCENES.three[place]);
  }, 600_000);

  it("survives being packed", () => {
    for (const set of SETS) expect(unpackScenes(Uint8Array.from(SCENES[set].flatMap(packScene)))).toEqual(SCENES[set]);
  });

  it("knows how each scene was composed", async () => {
    const [, atlases] = await material;
    for (const set of SETS)
      for (const place of places(SCENES[set].length, 6))
        expect(await loadDrawing(drawingOf(set, place))).toEqual(sceneOf(set, SCENES[set][place].number, atlases).drawing);
  });

  it("has a picture of each scene", () => {
    for (const set of SETS)
      for (const place of SCENES[set].keys()) {
        const file = `public${pictureFile(set, place)}`;
        expect(existsSync(file) && statSync(file).size > 100, file).toBe(true);
      }
  });
});

describe("at the last layer of a network that averages it", () => {
  it("Grad-CAM times the cells is CAM before the ReLU, and HiResCAM is Grad-CAM; one layer earlier they part", async () => {
    const [network, atlases] = await material;
    const { pixels, objects } = sceneOf("three", 1, atlases);
    const { label } = objects[0];
    const subject = subjectOf({ network, image: networkInput(pixels, SCENE_SIDE), target: classLogit(label) });
    const last = { layer: "conv4c/relu" };
    const [mixed, averaged] = [cam(subject, { classIndex: label }).map, gradCam(subject, last)];
    mixed.data.forEach((v, i) => expect(averaged.raw.data[i] * 196).toBeCloseTo(v, 9));
    hiResCam(subject, last).map.data.forEach((v, i) => expect(averaged.map.data[i]).toBeCloseTo(v, 9));
    // The bank's whole numbers are those of either.
    expect(wholeMap(averaged.raw)).toEqual(wholeMap(mixed));
    const before = { layer: "conv4b/relu" };
    const [coarse, fine] = [gradCam(subject, before).map.data, hiResCam(subject, before).map.data];
    expect(Math.max(...coarse.map((v, i) => Math.abs(v - fine[i])))).toBeGreaterThan(0.1 * Math.max(...coarse));
  });

  it("a cell stands for 8 pixels and has seen 71, as the lesson says", async () => {
    const [network] = await material;
    expect(receptiveFields(network)["conv4c/relu"]).toMatchObject({ jump: 8, size: 71 });
  });
});
