import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { LEVELS, scoreOf, type Level } from "@/lib/challenges";
import { readAtlas, TRAIN_STYLES } from "@/lib/engine/scenes/emoji";
import { raceScene } from "@/scripts/race-drawings";
import { describeContract } from "@/tests/contract/describeContract";
import { topic } from "../../topic";
import { SCENES } from "./bank";
import { challenge, type Answer, type View } from "./challenge";
import { BY_EYE } from "./draw";
import { loadDrawing } from "./drawings";
import golden from "./golden.json";
import { nearestOverlap, reachesOf, type Reach } from "./instance";
import { bestAmong, coverAmong } from "./proposals";
import { bytesOf, packScene, SOURCES, unpackScenes, type BankScene } from "./recording";
import { beliefs, proposalsWin, rivals } from "./rivals";
import { sourceOf } from "./runners";

describeContract(challenge, { rivals, golden, topic });

/**
 * Worked by hand. Object 1 is 40 × 40: selective search's first 10 hold it in a box of 81 × 40 (IoU 40/81 = .494), the RPN's first 4
 * cover it with .9. Object 2 is covered by nobody: selective search has 15/40 = .375 of it, the RPN nothing. Object 3 is covered by the
 * RPN, and by selective search's 12th proposal alone.
 */
const HAND: View = {
  scene: 0,
  seed: "hand",
  objects: [
    { label: 7, box: [0, 0, 40, 40] },
    { label: 11, box: [60, 0, 100, 40] },
    { label: 3, box: [0, 60, 40, 100] },
  ],
  runners: [
    { name: "ssd", fixed: 88.8, each: 0, boxes: 1016 },
    { name: "faster-rcnn", fixed: 78.1, each: 0.23, boxes: 4 },
    { name: "rcnn", fixed: 0, each: 13.95, boxes: 10 },
    { name: "fast-rcnn", fixed: 55.5, each: 0.23, boxes: 10 },
  ],
  looked: { search: 10, rpn: 4 },
  shown: {
    search: [
      [{ rank: 2, box: [0, 0, 81, 40] }],
      [{ rank: 1, box: [60, 0, 100, 15] }],
      [
        { rank: 5, box: [0, 60, 40, 75] },
        { rank: 12, box: [0, 60, 40, 99] },
      ],
    ],
    rpn: [[{ rank: 1, box: [0, 0, 40, 36] }], [], [{ rank: 4, box: [0, 60, 40, 100] }]],
  },
  whole: true,
  complete: true,
};
const TRUTH: Answer = { cheapest: 0, dearest: 2, reach: ["search", "both", "search"] };

const whole = (view: View) => ({ view, truth: null });
const graded = (answer: Partial<Answer>, view = HAND) => challenge.grade(whole(view), { ...TRUTH, ...answer });
const ideas = (answer: Partial<Answer>, view = HAND) => graded(answer, view).misconceptions;

describe("detector-race on a race worked by hand", () => {
  it("adds up fixed + each × proposals and rules out whoever does not reach all", () => {
    expect(challenge.solve(whole(HAND))).toEqual(TRUTH);
    expect(challenge.solve(whole({ ...HAND, complete: false })).cheapest).toBe(3);
    // The 12th proposal counts as soon as twelve are looked at, and IoU .5 itself covers.
    const more = { ...HAND, looked: { search: 12, rpn: 4 } };
    expect(challenge.solve(whole(more)).reach).toEqual(["search", "both", "none"]);
    const exact: View = { ...HAND, shown: { ...HAND.shown, search: [[{ rank: 2, box: [0, 0, 80, 40] }], [], []] } };
    expect(challenge.solve(whole(exact)).reach[0]).toBe("none");
  });

  it("counts three points a bet and one an object, and takes two for a wrong one", () => {
    expect(graded({})).toMatchObject({ earned: 9, total: 9 });
    expect(graded({ dearest: 0 }).earned).toBe(4);
    expect(graded({ reach: ["none", "both", "search"] }).earned).toBe(6);
    expect(graded({ cheapest: 3, dearest: 0 }).earned).toBe(0);
    expect(scoreOf(challenge.grade(whole(HAND), challenge.empty(HAND)))).toBe(0);
  });

  it("says beforehand what a wrong choice takes away, in points of the score", () => {
    expect(challenge.prompt(HAND).en).toContain("a wrong detector costs 56, a wrong object 33");
    expect(100 - scoreOf(graded({ dearest: 0 }))).toBe(56);
    expect(100 - scoreOf(graded({ reach: ["none", "both", "search"] }))).toBe(33);
  });

  it("begins its verdict with what was wrong with this very answer", () => {
    const said = (answer: Partial<Answer>, view = HAND) => graded(answer, view).summary;
    expect(said({ cheapest: 3 }).ko).toMatch(
      /^Fast R-CNN은 물체 1, 2와 3에 닿지 못해요\. 모든 물체에 닿으면서 곱셈이 가장 적은 것은 SSD예요\./,
    );
    expect(said({ dearest: 0 }).en).toMatch(/^R-CNN, not SSD, needs the most multiplications \(139\.5 million against 88\.8 million\)\./);
    expect(said({ dearest: 0 }).ko).toMatch(/^곱셈이 가장 많은 것은 SSD가 아니라 R-CNN이에요 \(1억 3,950만 대 8,880만\)\./);
    expect(said({ reach: ["none", "both", "none"] }).en).toMatch(/^Look again at who cannot reach objects 1 and 3:/);
    expect(said({ cheapest: 2 }, { ...HAND, shown: {}, complete: false }).en).toMatch(
      /^Fast R-CNN, not R-CNN, needs the fewest multiplications/,
    );
    expect(said({}).en).toMatch(/R-CNN multiplies 2\.4 times as much as Fast R-CNN\.$/);
  });

  it("names a belief for the very answer that it gives", () => {
    expect(ideas({ reach: ["none", "both", "search"] })).toEqual(["inside-is-covered"]);
    expect(ideas({ reach: ["search", "all", "search"] })).toEqual(["one-stage-bound"]);
    expect(ideas({ cheapest: 3, reach: ["none", "rpn", "none"] })).toEqual(["longer-list-loses-nothing"]);
    expect(ideas({ reach: ["search", "both", "none"] })).toEqual(["proposals-only-cost"]);
    expect(ideas({ cheapest: 3 })).toEqual(["cheapest-will-do"]);
    expect(ideas({ cheapest: 3, reach: ["none", "none", "none"] })).toEqual(["two-stage-always-better"]);
    expect(ideas({ reach: ["none", "none", "none"] })).toEqual([]);
    const bets = { ...HAND, shown: {}, complete: false };
    expect(ideas({ cheapest: 2, dearest: 0, reach: [] }, bets)).toEqual(["few-proposals-cheap"]);
    expect(ideas({ cheapest: 1, dearest: 0, reach: [] }, bets)).toEqual(["many-boxes-slow"]);
  });

  it("asks for what is missing, one thing after the other", () => {
    const missing = (answer: Partial<Answer>) => challenge.check(HAND, { ...TRUTH, ...answer });
    expect(missing({ cheapest: null })).toMatchObject({ missing: { en: "Choose the one with the fewest multiplications" } });
    expect(missing({ dearest: 9 })).toMatchObject({ missing: { en: "Choose the one with the most multiplications" } });
    expect(missing({ reach: ["none", null, "none"] })).toMatchObject({ missing: { en: "Choose who cannot reach 1 more object" } });
    expect(missing({ reach: ["none"] }).ready).toBe(false);
    const one = { ...HAND, shown: { search: HAND.shown.search } };
    expect(reachesOf(one)).toEqual(["none", "search", "all"]);
    expect(challenge.check(one, { ...TRUTH, reach: ["rpn", "none", "none"] }).ready).toBe(false);
  });

  it("shows the cheapest first, and what is out of its reach", () => {
    expect(graded({}).steps).toEqual([
      { runner: "fast-rcnn", cost: 55.5 + 0.23 * 10, lost: [0, 1, 2] },
      { runner: "faster-rcnn", cost: 78.1 + 0.23 * 4, lost: [1] },
      { runner: "ssd", cost: 88.8, lost: [] },
      { runner: "rcnn", cost: 139.5, lost: [0, 1, 2] },
    ]);
  });
});

describe("the bank", () => {
  it("reads back what was packed", () => {
    const scene: BankScene = {
      number: 700,
      objects: [{ label: 4, box: [1, 2, 30, 40] }],
      lists: {
        search: { count: 100, records: [[{ rank: 3, box: [0, 0, 30, 40] }]] },
        rpn: { count: 40, records: [[]] },
      },
    };
    expect(unpackScenes(Uint8Array.from([...packScene(scene), ...packScene(SCENES[1])]))).toEqual([scene, SCENES[1]]);
  });

  it("reads base64 as Node does, whatever its length", () => {
    for (const length of [0, 1, 2, 3, 255, 256]) {
      const bytes = Uint8Array.from({ length }, (_, i) => (i * 37 + length) % 256);
      expect(bytesOf(Buffer.from(bytes).toString("base64"))).toEqual(bytes);
    }
  });

  it("composes each scene's sharp picture as its number says, every object in its box", async () => {
    const atlases = await Promise.all(TRAIN_STYLES.map((style) => readAtlas(readFileSync(`public/emojivoc/${style}.bin`))));
    for (const [place, { objects }] of SCENES.entries()) {
      const recorded = await loadDrawing(place);
      expect(recorded.sprites.length).toBe(objects.length);
      for (const [k, { cx, cy, width, height, turn }] of recorded.sprites.entries()) {
        // The drawing's frame, tilted, holds the box to two pixels: what is faint at its rim is not the object.
        const [cos, sin] = turn.map(Math.abs);
        const [halfW, halfH] = [(cos * width + sin * height) / 2, (sin * width + cos * height) / 2];
        const [x1, y1, x2, y2] = objects[k].box;
        expect(Math.max(cx - halfW - x1, cy - halfH - y1, x2 - cx - halfW, y2 - cy - halfH)).toBeLessThan(2);
      }
    }
    for (let place = 0; place < SCENES.length; place += 20)
      expect(await loadDrawing(place)).toEqual(raceScene(SCENES[place].number, atlases).drawing);
  });

  it("has a picture for each scene, and proposals that overlap their object more and more", () => {
    expect(SCENES.length).toBeGreaterThanOrEqual(300);
    for (const [i, { objects, lists }] of SCENES.entries()) {
      expect(existsSync(`public/race/${i}.webp`)).toBe(true);
      for (const source of SOURCES) {
        const { count, records } = lists[source];
        for (const [o, list] of records.entries()) {
          const ious = list.map(({ rank }) => coverAmong(objects[o].box, list, rank));
          ious.slice(1).forEach((overlap, k) => expect(overlap).toBeGreaterThan(ious[k]));
          expect(bestAmong(list, count)).toEqual(list.at(-1) ?? null);
          expect(bestAmong(list, 0)).toBeNull();
        }
      }
    }
  });
});

describe.each(LEVELS)("detector-race at level %i", (level: Level) => {
  const views = Array.from({ length: 1000 }, (_, seed) => challenge.generate(String(seed), level).view);
  const answers = views.map((view) => challenge.solve(whole(view)));

  it("draws from at least 200 scenes, with counts, places and winners that vary", () => {
    expect(new Set(views.map(({ scene }) => scene)).size).toBeGreaterThanOrEqual(200);
    const share = (values: readonly (string | number)[]) =>
      Math.max(...[...new Set(values)].map((value) => values.filter((other) => other === value).length / values.length));
    expect(share(answers.map(({ cheapest, dearest }) => `${cheapest}/${dearest}`))).toBeLessThan(0.15);
    expect(share(views.map(({ runners }, i) => runners[answers[i].cheapest ?? 0].name))).toBeLessThan(0.55);
    expect(share(views.map(({ runners }, i) => runners[answers[i].dearest ?? 0].name))).toBeLessThan(0.55);
    expect(share(views.map(({ looked }) => `${looked.search}/${looked.rpn}`))).toBeLessThan(0.2);
  });

  it("keeps what is judged by eye clear of the IoU that covers", () => {
    for (const view of views) expect(nearestOverlap(view)).toBeGreaterThanOrEqual(BY_EYE);
  });

  it("asks one thing more than the level before", () => {
    const asked: Readonly<Record<Level, readonly Reach[]>> = {
      1: [],
      2: ["none", "search", "all"],
      3: ["none", "search", "rpn", "both", "all"],
      4: ["none", "search", "rpn", "both", "all"],
      5: ["none", "search", "rpn", "both", "all"],
    };
    for (const view of views) {
      expect(reachesOf(view)).toEqual(asked[level]);
      expect([view.complete, view.whole]).toEqual([level >= 4, level === 5]);
      const there = new Set(view.runners.map(({ name }) => sourceOf(name)));
      expect([null, ...SOURCES.slice(0, Math.min(2, level - 1))].every((source) => there.has(source))).toBe(true);
    }
  });
});

describe("detector-race where all objects must be in reach", () => {
  it("is won by either family about as often", () => {
    const won =
      Array.from({ length: 400 }, (_, seed) => proposalsWin(challenge.generate(String(seed), 4).view)).filter(Boolean).length / 400;
    expect(won).toBeGreaterThan(0.4);
    expect(won).toBeLessThan(0.6);
  });

  it("is decided by the places in the list at level 5", () => {
    const ignore = beliefs.find(({ misconception }) => misconception === "proposals-only-cost");
    for (let seed = 0; seed < 100; seed++) {
      const { view } = challenge.generate(String(seed), 5);
      expect(ignore?.play(view)).not.toEqual(challenge.solve(whole(view)));
    }
  });
});
