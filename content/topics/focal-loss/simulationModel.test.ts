import { describe, expect, it } from "vitest";
import { sigmoidFocalLoss } from "@/lib/engine/losses";
import { percent } from "@/lib/words";
import { easyShareAt } from "./Budget";
import figures from "./figures.json" with { type: "json" };
import losses from "./losses.json" with { type: "json" };
import places from "./places.json" with { type: "json" };
import { packHistogram, packPlaces, PLACES, WIDTH, type LossRecord, type PlacesRecord } from "./recording";
import {
  binsOfMoment,
  carriedOf,
  CROSS_ENTROPY,
  entriesOf,
  loudestAt,
  sharesOf,
  stretchesOf,
  sumsOf,
  totalOf,
  weightAt,
} from "./simulationModel";

const RECORD = losses as LossRecord;
const SCENES = (places as unknown as PlacesRecord).scenes;
const PAPER = { gamma: 2, alpha: 0.25 };
const sum = (values: ArrayLike<number>) => Array.from(values).reduce((all, value) => all + value, 0);

describe("what one place adds", () => {
  it("is the engine's focal loss, and the size of its gradient", () => {
    for (const z of [-8, -2, -0.3, 0, 1.5, 6, 20]) {
      for (const object of [true, false]) {
        for (const loss of [CROSS_ENTROPY, PAPER, { gamma: 0.7, alpha: 0.9 }]) {
          const engine = sigmoidFocalLoss([object ? z : -z], [object ? 1 : 0], loss);
          expect(weightAt(z, object, loss, "value")).toBeCloseTo(sum(engine.losses), 10);
          expect(weightAt(z, object, loss, "gradient")).toBeCloseTo(Math.abs(engine.gradient[0]), 10);
        }
      }
    }
  });
});

describe("shares", () => {
  it("are parts of one whole", () => {
    for (const moment of RECORD.moments) {
      const { easy, hard, object } = sharesOf(sumsOf(binsOfMoment(moment), PAPER, "gradient"));
      expect(easy + hard + object).toBeCloseTo(1, 12);
    }
  });

  it.each([
    ["prior-focal-easy", "prior", "value", "easy"],
    ["late-focal-easy", "late", "value", "easy"],
    ["late-focal-object", "late", "value", "object"],
    ["late-focal-object-gradient", "late", "gradient", "object"],
  ] as const)("are printed as the lesson's figure %s is", (figure, id, quantity, who) => {
    const moment = RECORD.moments.find((one) => one.id === id) ?? RECORD.moments[0];
    const share = sharesOf(sumsOf(binsOfMoment(moment), { gamma: 2, alpha: -1 }, quantity))[who];
    expect(percent(share, 1)).toBe(percent(figures[figure].value, 1));
  });
});

describe("the recorded losses", () => {
  it("hold every logit of every anchor that counts, at four moments", () => {
    expect(RECORD.scenes).toBeGreaterThanOrEqual(50);
    expect(RECORD.moments.map(({ id }) => id)).toEqual(["no-prior", "prior", "early", "late"]);
    for (const moment of RECORD.moments) expect(totalOf(sumsOf(binsOfMoment(moment), PAPER, "count"))).toBe(20 * RECORD.anchors);
  });

  it("start at a half without the prior and near π with it", () => {
    const middle = (id: string) => {
      const bins = binsOfMoment(RECORD.moments.find((moment) => moment.id === id) ?? RECORD.moments[0]);
      return bins.reduce((all, { pt, count }) => all + pt * count, 0) / bins.reduce((all, { count }) => all + count, 0);
    };
    expect(middle("no-prior")).toBeCloseTo(0.5, 1);
    expect(middle("prior")).toBeCloseTo(0.99, 1.5);
  });

  it("turn at γ 2: easy background holds most of cross-entropy, objects most of the focal value", () => {
    for (const id of ["prior", "early", "late"]) {
      const bins = binsOfMoment(RECORD.moments.find((moment) => moment.id === id) ?? RECORD.moments[0]);
      const [entropy, focal] = [CROSS_ENTROPY, { gamma: 2, alpha: -1 }].map((loss) => sumsOf(bins, loss, "value"));
      expect(entropy.easy / totalOf(entropy)).toBeGreaterThan(0.6);
      expect(focal.object / totalOf(focal)).toBeGreaterThan(0.6);
      expect(totalOf(focal)).toBeLessThan(totalOf(entropy));
    }
  });

  it("are split by pₜ into stretches that miss nothing", () => {
    const bins = binsOfMoment(RECORD.moments[3]);
    const stretches = stretchesOf(bins, PAPER, "gradient");
    expect(sum(stretches.map(({ count }) => count))).toBe(20 * RECORD.anchors);
    expect(sum(stretches.map(({ entropy }) => entropy))).toBeCloseTo(1, 10);
    expect(sum(stretches.map(({ focal }) => focal))).toBeCloseTo(1, 10);
  });
});

describe("the recorded places", () => {
  it("hold every cell of four scenes at four moments, with each object's anchors", () => {
    expect(SCENES).toHaveLength(4);
    for (const { objects, moments } of SCENES) {
      for (const packed of Object.values(moments)) {
        const entries = entriesOf(packed);
        expect(entries).toHaveLength(PLACES);
        expect(entries.flat().filter(({ object }) => object).length).toBeGreaterThanOrEqual(objects.length);
        expect(sum(entries.flat().map(({ count }) => count))).toBeLessThanOrEqual(20 * 9 * PLACES);
      }
    }
  });

  it("spread a coarse place's loss over what it covers: nothing gets lost except beyond the picture's edge", () => {
    const entries = entriesOf(SCENES[2].moments.late);
    const all = sum(entries.flat().map(({ z, object, count }) => count * weightAt(z, object, PAPER, "value")));
    const carried = sum(carriedOf(entries, PAPER, "value"));
    expect(carried).toBeLessThanOrEqual(all + 1e-9);
    expect(carried).toBeGreaterThan(0.8 * all);
  });

  it("name as the loudest of a cell the one entry that adds the most", () => {
    const entries = entriesOf(packPlaces([-3, 2, 6].map((z, place) => ({ z, object: z === -3, place: place * 0 }))));
    expect(loudestAt(entries, 0, PAPER, "value")).toEqual({ z: -3, count: 1, object: true });
  });
});

describe("packing", () => {
  it("counts each z in its bin", () => {
    const { first, counts } = packHistogram([-0.01, 0.01, 0.02, WIDTH * 2]);
    expect(first).toBe(-1);
    expect(counts).toEqual([1, 2, 0, 1]);
  });

  it("brings places back within half a bin", () => {
    const entries = entriesOf(packPlaces([{ z: 3.3, object: false, place: 5 }]));
    expect(entries[5]).toEqual([{ z: 3.25, count: 1, object: false }]);
  });
});

it("the guess of the simulation has its right answer among the buttons, and no other one near it", () => {
  const answer = Math.round(100 * easyShareAt(1));
  expect([60, 30, 6].filter((offered) => Math.abs(offered - answer) <= 1)).toEqual([6]);
});
