import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { iou } from "@/lib/engine/boxes";
import { RPN_ANCHORS, RPN_PER_CELL } from "@/lib/engine/detectors/faster-rcnn/layers";
import { rpnProposals } from "@/lib/engine/detectors/faster-rcnn/proposals";
import { readAtlas } from "@/lib/engine/scenes/emoji";
import { nodeContext } from "@/scripts/tasks/context";
import { detectorContext } from "@/scripts/tasks/detectors";
import { recordingOf } from "@/scripts/tasks/rpn";
import { startBackend } from "@/scripts/training/backend";
import { ANCHOR_COUNT, ANCHORS, CELLS, FUNNEL, PER_CELL, SHAPE_NAMES, STRIDE } from "./looked";
import { recordedAnswer, recordedLook } from "./recording";
import {
  anchorOf,
  bestOf,
  boxOf,
  cellAt,
  countOf,
  coveredBy,
  decoded,
  deltasOf,
  firstCovers,
  funnelOf,
  heatOf,
  ranked,
  recallOf,
  scoreOf,
} from "./simulationModel";
import { SEEDS, shownScene, tasks } from "./tasks";

const looked = recordedLook();

describe("the anchors", () => {
  it("are the detector's own, in its order", () => {
    expect(ANCHORS).toEqual(RPN_ANCHORS);
    expect([PER_CELL, ANCHOR_COUNT]).toEqual([RPN_PER_CELL, RPN_ANCHORS.length / 4]);
    expect(SHAPE_NAMES).toHaveLength(PER_CELL);
    // The first is the smallest and the widest, the last the largest and the tallest.
    const sides = (i: number) => [anchorOf(i)[2] - anchorOf(i)[0], anchorOf(i)[3] - anchorOf(i)[1]];
    expect(SHAPE_NAMES[0]).toBe("18, 2:1");
    expect(sides(0)[0] / sides(0)[1]).toBeCloseTo(2, 6);
    expect(SHAPE_NAMES[8]).toBe("56, 1:2");
    expect(sides(8)[0] / sides(8)[1]).toBeCloseTo(0.5, 6);
  });
});

describe("the recorded picture", () => {
  it("shows what the guess is about: by score alone the first three crowd on one object, after NMS five cover all", () => {
    expect(looked.objects).toHaveLength(3);
    expect(recordedAnswer(2)).toBeNull();
    const [raw, apart] = [funnelOf(looked, null, 200), funnelOf(looked, FUNNEL.overlap, FUNNEL.after)];
    expect(countOf(coveredBy(looked, raw.kept.slice(0, 3)))).toBe(1);
    expect(countOf(coveredBy(looked, apart.kept.slice(0, 3)))).toBe(2);
    expect(countOf(coveredBy(looked, apart.kept.slice(0, 5)))).toBe(3);
    expect(firstCovers(looked, raw.kept).filter((at) => at !== null && at > 8)).toHaveLength(2);
  });

  it("has far more high scores than objects", () => {
    expect(ranked(looked).filter((i) => scoreOf(looked, i) > 0.5).length).toBeGreaterThan(20);
  });
});

describe("what is made of it", () => {
  it("is the detector's own funnel", () => {
    const { kept, ranked: order, large, apart } = funnelOf(looked, FUNNEL.overlap, FUNNEL.after);
    const { boxes } = rpnProposals(looked.logits, Array.from(looked.deltas));
    expect(kept.flatMap((i) => [...boxOf(looked, i)])).toEqual([...boxes]);
    expect([order.length, large.length >= apart.length, apart.length >= kept.length, kept.length]).toEqual([200, true, true, 40]);
    expect(funnelOf(looked, null, 10).kept).toEqual(large.slice(0, 10));
    expect(funnelOf(looked, 0.95, 200).apart.length).toBeGreaterThan(apart.length);
  });

  it("moves an anchor by its own sizes and grows it by powers of e", () => {
    const i = ranked(looked)[0];
    const [x1, y1, x2, y2] = anchorOf(i);
    expect(decoded(i, [0, 0, 0, 0])).toEqual(anchorOf(i));
    const [tx, ty, tw, th] = deltasOf(looked, i);
    const [x, y] = [(x1 + x2) / 2 + tx * (x2 - x1), (y1 + y2) / 2 + ty * (y2 - y1)];
    const [w, h] = [(x2 - x1) * Math.exp(tw), (y2 - y1) * Math.exp(th)];
    decoded(i, [tx, ty, tw, th]).forEach((value, k) => expect(value).toBeCloseTo([x - w / 2, y - h / 2, x + w / 2, y + h / 2][k], 6));
  });

  it("finds a cell at a place, its best anchor, its heat, and the recall of a list", () => {
    expect([cellAt(0, 0), cellAt(15, 8), cellAt(200, 200)]).toEqual([0, CELLS + 1, CELLS * CELLS - 1]);
    const best = ranked(looked)[0];
    const cell = Math.floor(best / PER_CELL);
    const [x, y] = [anchorOf(best)[0] + anchorOf(best)[2], anchorOf(best)[1] + anchorOf(best)[3]].map((sum) => sum / 2);
    expect(cellAt(x, y)).toBe(cell);
    expect([x, y]).toEqual([STRIDE * ((cell % CELLS) + 0.5), STRIDE * (Math.floor(cell / CELLS) + 0.5)]);
    expect(bestOf(looked, cell)).toBe(best);
    expect(heatOf(looked, 0)[cell]).toBeCloseTo(scoreOf(looked, best), 6);
    expect(heatOf(looked, (best % PER_CELL) + 1)[cell]).toBeCloseTo(scoreOf(looked, best), 6);
    const { kept } = funnelOf(looked, FUNNEL.overlap, FUNNEL.after);
    expect(recallOf(looked, kept, 5).map(({ y: share }) => share)).toEqual(
      [1, 2, 3, 4, 5].map((n) => countOf(coveredBy(looked, kept.slice(0, n))) / 3),
    );
  });
});

describe("the live answer", () => {
  it("is not computed for a scene that was left", async () => {
    const context = nodeContext(AbortSignal.abort());
    const detector = { detect: () => Promise.reject(new Error("computed all the same")) };
    const left = { ...context, models: { ...context.models, detector: async () => detector as never } };
    await expect(tasks.look({ scene: 1 }, left)).rejects.toThrow(/abort/i);
  });

  it(
    "is what was recorded, as near as its 16 bits tell, and every scene has three objects that few boxes cover",
    { timeout: 120_000 },
    async () => {
      await startBackend();
      const context = detectorContext();
      const live = await tasks.look({ scene: 1 }, context);
      const again = await recordingOf(live);
      expect(again.drawing).toBe(JSON.stringify(looked.drawing));
      expect([again.logits.data.length, again.deltas.data.length]).toEqual(
        [ANCHOR_COUNT, 4 * ANCHOR_COUNT].map((n) => 4 * Math.ceil((2 * n) / 3)),
      );
      for (let i = 0; i < ANCHOR_COUNT; i++) expect(Math.abs(live.logits[i] - looked.logits[i])).toBeLessThan(0.01);
      for (let i = 0; i < 4 * ANCHOR_COUNT; i++) expect(Math.abs(live.deltas[i] - looked.deltas[i])).toBeLessThan(0.001);
      for (let scene = 1; scene <= SEEDS.length; scene++) {
        const each = scene === 1 ? live : await tasks.look({ scene }, context);
        const { kept } = funnelOf(each, FUNNEL.overlap, FUNNEL.after);
        expect(countOf(coveredBy(each, kept)), `scene ${scene}`).toBe(3);
        const raw = funnelOf(each, null, 200).kept;
        const last = (list: readonly number[]) => Math.max(...firstCovers(each, list).map((at) => at ?? Infinity));
        expect(last(raw), `scene ${scene}`).toBeGreaterThan(last(kept));
      }
    },
  );

  it("is of the recorded picture", async () => {
    const { objects } = shownScene(SEEDS[0], await readAtlas(readFileSync("public/emojivoc/noto.bin")));
    expect(looked.objects).toEqual(objects.map(({ label, box }) => ({ label, box: [...box] })));
    expect(iou(looked.objects[0].box, looked.objects[1].box)).toBeLessThan(0.1);
  });
});
