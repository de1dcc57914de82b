/** Reasons of single detections, on the shipped detectors. */
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { iou } from "../../boxes";
import { decodeCenterNet } from "../../detectors/centernet/maps";
import type { DetectorName, ZooDetection } from "../../detectors/detector";
import { unpackModel } from "../../detectors/files/weights";
import { networkInput } from "../../detectors/input";
import { decodeRetinaNet } from "../../detectors/retinanet/detect.gpu";
import { decodeSsd } from "../../detectors/ssd/detect.gpu";
import { yoloGrid } from "../../detectors/yolo/grid";
import { YOLO_HEAD } from "../../detectors/yolo/layers";
import { ZOO, type LoadedDetector } from "../../detectors/zoo.gpu";
import { decodeYolo } from "../../match/yolo";
import type { Tensor } from "../../nets";
import { emojiScene, readAtlas, SCENE_SIDE, TRAIN_STYLES, type Atlas } from "../../scenes/emoji";
import { startBackend } from "@/scripts/training/backend";
import { explainOnGpu, hiResCamGpu } from "../gpu";
import { resizeBilinear } from "../maps";
import { DETECTION_NUMBERS, detectionTargets } from ".";
import { DETECTION_LAYER } from "./layers";

const WHITE = ["centernet", "yolo", "ssd", "retinanet"] as const;
type White = (typeof WHITE)[number];

let atlases: Atlas[];
const detectors: Partial<Record<DetectorName, LoadedDetector>> = {};
beforeAll(async () => {
  await startBackend();
  atlases = await Promise.all(TRAIN_STYLES.map((style) => readAtlas(readFileSync(`public/emojivoc/${style}.bin`))));
  for (const name of WHITE) {
    const stored = unpackModel(
      JSON.parse(readFileSync(`public/models/${name}/model.json`, "utf8")),
      new Uint8Array(readFileSync(`public/models/${name}/weights.bin`)),
    );
    detectors[name] = ZOO[name]?.load(stored);
  }
});

const DECODE: Readonly<Record<White, (parts: Readonly<Record<string, Tensor>>) => readonly ZooDetection[]>> = {
  centernet: (parts) => decodeCenterNet({ heatmap: parts.heatmap, offset: parts.offset, size: parts.size }, { score: 0.05 }),
  yolo: ({ grid }) => decodeYolo(yoloGrid(grid), YOLO_HEAD, { score: 0.05, nms: 0.5 }).detections,
  ssd: (parts) => decodeSsd(parts, 0.05),
  retinanet: (parts) => decodeRetinaNet(parts, 0.05),
};

const scene = (seed: string) =>
  emojiScene(seed, {
    atlases,
    plan: (random) => ({ objects: Array.from({ length: 2 }, ((label) => () => ({ label, side: [30, 44] as const }))(random.int(0, 19))) }),
    overlap: 0.02,
  });

const sigmoidSlope = (p: number) => p * (1 - p);

describe.each(WHITE)("the targets of a %s detection", (name) => {
  it("are the decoding's own derivatives: a nudge along the weights moves that number as far as they say", async () => {
    const detector = detectors[name] as LoadedDetector;
    let checked = 0;
    for (let n = 0; n < 4; n++) {
      const [{ detections, parts }] = await detector.detect([scene(`slopes ${n}`).pixels]);
      for (const target of detections.slice(0, 2)) {
        const [x1, y1, x2, y2] = target.box;
        if (Math.min(x1, y1) <= 1 || Math.max(x2, y2) >= SCENE_SIDE - 1) continue;
        const targets = detectionTargets(name, parts, target);
        for (const [k, number] of DETECTION_NUMBERS.entries()) {
          const spec = targets?.[number];
          if (!spec || !("layers" in spec)) throw new Error("no targets");
          const step = 1e-5;
          let expected = 0;
          const nudged = Object.fromEntries(
            Object.entries(parts).map(([layer, { shape, data }]) => {
              const weights = spec.layers[layer];
              if (weights) expected += Array.from(weights).reduce((sum, w) => sum + w * w, 0);
              return [layer, { shape, data: weights ? data.map((v, i) => v + step * weights[i]) : data }];
            }),
          );
          const near = DECODE[name](nudged).find(
            ({ label, box }) => label === target.label && Math.abs(box[0] - x1) + Math.abs(box[3] - y2) < 1,
          ) as ZooDetection;
          const before = number === "score" ? target.score : target.box[k - 1];
          const after = number === "score" ? near.score : near.box[k - 1];
          const slope = number !== "score" ? 1 : name === "yolo" ? 1 : sigmoidSlope(target.score);
          // SSD's score is a softmax over 21 logits: its slope along one logit is p (1 − p) as well.
          expect((after - before) / step / (expected * slope)).toBeCloseTo(1, 2);
          checked++;
        }
      }
    }
    expect(checked).toBeGreaterThanOrEqual(10);
  });

  it("tell two objects of one class apart", async () => {
    const detector = detectors[name] as LoadedDetector;
    const heat = async (pixels: Uint8Array, parts: Readonly<Record<string, Tensor>>, one: ZooDetection) => {
      const targets = detectionTargets(name, parts, one);
      if (!targets) throw new Error("no targets");
      const { map } = await explainOnGpu(
        hiResCamGpu,
        { gpu: detector.networks.main, image: networkInput(pixels, SCENE_SIDE), target: targets.score },
        { layer: DETECTION_LAYER[name] ?? "" },
      );
      return resizeBilinear(map, SCENE_SIDE, SCENE_SIDE).data;
    };
    const within = (data: Float64Array, [x1, y1, x2, y2]: ArrayLike<number> & Iterable<number>) => {
      let sum = 0;
      for (let y = Math.max(0, Math.round(y1)); y < Math.min(SCENE_SIDE, y2); y++)
        for (let x = Math.max(0, Math.round(x1)); x < Math.min(SCENE_SIDE, x2); x++) sum += data[y * SCENE_SIDE + x];
      return sum;
    };
    let [pairs, apart] = [0, 0];
    for (let n = 0; pairs < 10 && n < 60; n++) {
      const { pixels, objects } = scene(`apart ${n}`);
      const [{ detections, parts }] = await detector.detect([pixels]);
      if (objects.length < 2 || detections.length < 2 || detections[0].label !== detections[1].label) continue;
      const [first, second] = detections;
      // RetinaNet may find one object on two levels: such two share its heat, and are no two objects.
      if (name === "retinanet" && iou(first.box, second.box) > 0.1) continue;
      for (const [own, other] of [
        [first, second],
        [second, first],
      ]) {
        const data = await heat(pixels, parts, own);
        pairs++;
        if (within(data, own.box) > 2 * within(data, other.box)) apart++;
      }
    }
    expect(pairs).toBeGreaterThanOrEqual(10);
    expect(apart / pairs).toBeGreaterThanOrEqual(0.9);
  });
});
