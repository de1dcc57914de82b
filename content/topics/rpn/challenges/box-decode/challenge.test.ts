import { describe, expect, it } from "vitest";
import { LEVELS, scoreOf } from "@/lib/challenges";
import { decodeDeltas, iou, type BoxXYXY } from "@/lib/engine/boxes";
import { describeContract } from "@/tests/contract/describeContract";
import { topic } from "../../topic";
import { challenge } from "./challenge";
import golden from "./golden.json";
import { power, rightBox, stripOf, type Deltas, type View } from "./instance";
import { rivals } from "./rivals";

describeContract(challenge, { rivals, golden, topic });

/**
 * By hand: an anchor 100 wide and 60 high around (150, 100). tx .2 and ty −.5 shift its centre by 20 and −30 to (170, 70); tw .7 makes it
 * 201.4 wide, th −.7 makes it 29.8 high.
 */
const anchor: BoxXYXY = [100, 70, 200, 130];
const viewOf = (deltas: Deltas, more: Partial<View> = {}): View => ({
  width: 360,
  height: 270,
  sprites: [{ cls: "dog", box: [100, 40, 240, 110], flip: false }],
  anchors: [{ box: anchor, deltas }],
  clip: false,
  ...more,
});
const view = viewOf([20, -50, 70, -70]);
const graded = (box: BoxXYXY, of: View = view) => challenge.grade({ view: of, truth: null }, { anchor: 0, box });

describe("box-decode by hand", () => {
  it("decodes as worked out, and as the engine does", () => {
    const [x1, y1, x2, y2] = rightBox(view);
    expect([(x1 + x2) / 2, (y1 + y2) / 2]).toEqual([170, 70]);
    expect(x2 - x1).toBeCloseTo(201.4, 1);
    expect(y2 - y1).toBeCloseTo(29.8, 1);
    decodeDeltas([0.2, -0.5, 0.7, -0.7], [...anchor]).forEach((value, i) => expect(rightBox(view)[i]).toBeCloseTo(value, 1));
    expect(challenge.solve({ view, truth: null })).toEqual({ anchor: 0, box: [69, 55, 271, 85] });
    expect(scoreOf(graded([69, 55, 271, 85]))).toBe(100);
  });

  it("gives nothing for the anchor as it stands, and names each wrong way of decoding", () => {
    expect(graded(anchor).earned).toBe(0);
    const named = (box: BoxXYXY) => graded(box).misconceptions;
    expect(named([120, 40, 220, 100])).toEqual(["size-forgotten"]);
    expect(named([49, 85, 251, 115])).toEqual(["shift-forgotten"]);
    // .7 × 100 and .7 × 60 around (170, 70).
    expect(named([135, 49, 205, 91])).toEqual(["size-times-delta"]);
    // 1.7 × 100 and .3 × 60.
    expect(named([85, 61, 255, 79])).toEqual(["size-grows-linearly"]);
    // From (100 + 20, 70 − 30) on.
    expect(named([120, 40, 321, 70])).toEqual(["grows-from-corner"]);
    expect(named([10, 10, 60, 60])).toEqual([]);
  });

  it("cuts off what reaches over the border, and knows who pushes the box back in", () => {
    const over = viewOf([-100, 0, 70, 70], { clip: true });
    const [x1, , x2] = rightBox(over);
    // Centre 50, width 201.4: from −50.7 to 150.7.
    expect(x1).toBe(0);
    expect(x2).toBeCloseTo(150.7, 1);
    expect(graded([0, 40, 201, 160], over).misconceptions).toEqual(["clip-moves-box"]);
    expect(graded([0, 40, 151, 160], over)).toMatchObject({ earned: 200, total: 200 });
    expect(graded([0, 40, 151, 160], over).steps.map(({ does }) => does)).toEqual([
      "anchor",
      "shift",
      "width",
      "height",
      "clip",
      "compare",
    ]);
  });

  it("gives a third for the right one of three anchors", () => {
    const three = viewOf([0, 0, 0, 0], {
      sprites: [{ cls: "dog", box: [200, 70, 300, 130], flip: false }],
      anchors: [
        { box: anchor, deltas: [0, 0, 30, 0] },
        { box: [110, 60, 190, 140], deltas: [120, 0, 20, -20] },
        { box: [130, 50, 170, 150], deltas: [10, 0, 0, 0] },
      ],
    });
    const solution = challenge.solve({ view: three, truth: null });
    expect(solution.anchor).toBe(1);
    expect(challenge.grade({ view: three, truth: null }, { anchor: 1, box: null })).toMatchObject({ earned: 100, total: 300 });
    expect(challenge.grade({ view: three, truth: null }, solution).earned).toBe(300);
    expect(challenge.check(three, { anchor: null, box: anchor }).ready).toBe(false);
    expect(challenge.check(three, { anchor: 3, box: anchor }).ready).toBe(false);
  });

  it("waits for a box, and for one that can be seen", () => {
    expect(challenge.check(view, { anchor: 0, box: null }).ready).toBe(false);
    expect(challenge.check(view, { anchor: 0, box: [10, 10, 14, 60] }).ready).toBe(false);
    expect(challenge.check(view, { anchor: 0, box: anchor }).ready).toBe(true);
  });

  it("has the powers of e on its strip that are needed, and others", () => {
    expect(stripOf(view)).toEqual([-70, 0, 70]);
    expect(stripOf(viewOf([0, 0, 35, -20]))).toEqual([-70, -20, 0, 35, 70]);
    expect([power(-70), power(0), power(70), power(100)]).toEqual([50, 100, 201, 272]);
  });
});

describe("the anchors of box-decode", () => {
  it.each(LEVELS)("ask for what level %i is about", (level) => {
    for (let seed = 0; seed < 100; seed++) {
      const { view: drawn } = challenge.generate(`about-${seed}`, level);
      expect(drawn.anchors).toHaveLength(level === 5 ? 3 : 1);
      expect(drawn.clip).toBe(level >= 4);
      for (const { deltas } of drawn.anchors) {
        const [tx, ty, tw, th] = deltas.map(Math.abs);
        expect(Math.max(tx, ty)).toBeGreaterThanOrEqual(10);
        // At level 1 along one axis alone.
        expect([Math.min(tx, ty) === 0, tw === 0, th === 0]).toEqual([level === 1, level === 1, level <= 2]);
        expect(Math.min(tw, th)).toBeGreaterThanOrEqual(level === 3 ? 70 : 0);
      }
      const right = rightBox(drawn);
      // At level 4 something is cut off; nobody finds the box by its object.
      const cut = right.some((value, i) => value === [0, 0, 360, 270][i]);
      expect(cut || level !== 4).toBe(true);
      expect(iou(drawn.sprites[0].box, right)).toBeLessThanOrEqual(0.64);
    }
  });
});
