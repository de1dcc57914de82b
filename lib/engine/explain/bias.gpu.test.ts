import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { startBackend } from "@/scripts/training/backend";
import { unpackModel } from "../detectors/files/weights";
import { createGpuNetwork, type GpuNetwork } from "../nets/network.gpu";
import { BIASES, readAtlas, TRAIN_STYLES, type Atlas } from "../scenes/emoji";
import { cueEffect, cueHeat, heatShare, PLACED_CUES, type CueEffect, type CueHeat } from "./gpu";

/** What the report measured over many scenes and stored beside each biased model. */
interface Stored {
  readonly heat: { readonly biased: CueHeat; readonly fair: CueHeat } | null;
  readonly effect: { readonly biased: CueEffect; readonly fair: CueEffect };
}

const storedOf = (bias: string) => JSON.parse(readFileSync(`public/models/classifier-${bias}/bias.json`, "utf8")) as Stored;
const load = (model: string) =>
  createGpuNetwork(
    unpackModel(
      JSON.parse(readFileSync(`public/models/${model}/model.json`, "utf8")),
      new Uint8Array(readFileSync(`public/models/${model}/weights.bin`)),
    ).networks.main.network,
  );
const gain = ({ withCue, withoutCue }: CueEffect) => withCue - withoutCue;

let atlases: Atlas[];
let fair: GpuNetwork;
beforeAll(async () => {
  await startBackend();
  atlases = await Promise.all(TRAIN_STYLES.map((style) => readAtlas(readFileSync(`public/emojivoc/${style}.bin`))));
  fair = load("classifier");
});

describe("heatShare", () => {
  it("is the part of the positive heat in the box, null where there is none", () => {
    expect(heatShare({ shape: [2, 2], data: [3, 1, -5, 0] }, [0, 0, 1, 2])).toBe(0.75);
    expect(heatShare({ shape: [1, 2], data: [0, -1] }, [0, 0, 1, 1])).toBeNull();
  });
});

describe.each(PLACED_CUES)("a classifier that learnt %s", (bias) => {
  it("looks at the cue where the fair classifier looks at the object: Grad-CAM and occlusion both show it", async () => {
    const biased = load(`classifier-${bias}`);
    const [own, other] = [await cueHeat(biased, bias, atlases, 6), await cueHeat(fair, bias, atlases, 6)];
    expect(own.gradCam).toBeGreaterThan(other.gradCam + 0.1);
    expect(own.occlusion).toBeGreaterThan(other.occlusion + 0.05);
    const { heat } = storedOf(bias);
    expect(heat?.biased.scenes).toBeGreaterThanOrEqual(60);
    expect((heat?.biased.gradCam ?? 0) - (heat?.fair.gradCam ?? 0)).toBeGreaterThan(0.15);
    expect((heat?.biased.occlusion ?? 0) - (heat?.fair.occlusion ?? 0)).toBeGreaterThan(0.08);
    biased.dispose();
  });
});

describe.each(BIASES)("a classifier that learnt %s", (bias) => {
  it("loses more certainty without its cue than the fair classifier does", async () => {
    const biased = load(`classifier-${bias}`);
    const [own, other] = [await cueEffect(biased, bias, atlases, 40), await cueEffect(fair, bias, atlases, 40)];
    expect(gain(own)).toBeGreaterThan(gain(other) + 0.1);
    const { effect } = storedOf(bias);
    expect(gain(effect.biased)).toBeGreaterThan(gain(effect.fair) + 0.15);
    expect(gain(effect.biased)).toBeCloseTo(gain(own), 0);
    biased.dispose();
  });
});
