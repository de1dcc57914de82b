import { describe, expect, it } from "vitest";
import { challenge as anchorLabels } from "@/content/topics/anchor-boxes/challenges/anchor-labels/challenge";
import { challenge as gradcamLayer } from "@/content/topics/grad-cam/challenges/gradcam-layer/challenge";
import { challenge as guidedSignal } from "@/content/topics/guided-backprop/challenges/guided-signal/challenge";
import { challenge as detectorRace } from "@/content/topics/one-vs-two-stage/challenges/detector-race/challenge";
import { lossesOf } from "@/content/topics/one-vs-two-stage/challenges/detector-race/instance";
import { BACKGROUND, IGNORED } from "@/lib/engine/match";

// Where a wrong choice takes more than itself, the verdict says so, with the numbers that the points are made of.
describe("a verdict whose points are fewer than what was right", () => {
  it("anchor-labels: how many labels are left", () => {
    const instance = anchorLabels.generate("counts", 3);
    const [first, ...others] = anchorLabels.solve(instance).labels;
    const grade = anchorLabels.grade(instance, { labels: [first === BACKGROUND ? IGNORED : BACKGROUND, ...others] });
    expect(grade.earned).toBe(others.length - 3);
    expect(grade.summary.en).toContain(`takes 3 right ones away, so only ${grade.earned} of ${grade.total} count`);
    expect(grade.summary.ko).toContain(`맞은 이름표 3개를 지워서 ${grade.earned}개만 점수가 돼요.`);
    expect(anchorLabels.grade(instance, anchorLabels.solve(instance)).summary.en).not.toContain("away");
  });

  it("detector-race: what each choice costs", () => {
    const instance = detectorRace.generate("counts", 3);
    const right = detectorRace.solve(instance);
    const { bet, label } = lossesOf(right.reach.length);
    const said = detectorRace.grade(instance, { ...right, cheapest: right.dearest }).summary;
    expect(said.en).toContain(`Each wrong detector costs ${bet} points.`);
    const reach = right.reach.map((each) => (each === "none" ? ("both" as const) : ("none" as const)));
    const both = detectorRace.grade(instance, { ...right, cheapest: right.dearest, reach }).summary;
    expect(both.en).toContain(`Each wrong detector costs ${bet} points, each wrong object costs ${label} points.`);
    expect(both.ko).toContain(`틀리면 검출기 하나에 ${bet}점, 물체 하나에 ${label}점이 빠져요.`);
    expect(detectorRace.grade(instance, right).summary.en).not.toContain("costs");
  });

  it("gradcam-layer: what the order earns", () => {
    const instance = gradcamLayer.generate("counts", 1);
    const right = gradcamLayer.solve(instance);
    const [first, second, ...others] = right.order;
    const grade = gradcamLayer.grade(instance, { ...right, order: [second, first, ...others] });
    const whole = Math.round((100 * grade.earned) / grade.total);
    expect(grade.summary.en).toContain(`the order earns ${whole} of 100.`);
    expect(grade.summary.ko).toContain(`차례는 100점 가운데 ${whole}점이에요.`);
    expect(gradcamLayer.grade(instance, right).summary.en).not.toContain("flawless");
  });

  it("guided-signal: what counts under each rule, and none below 0", () => {
    const instance = guidedSignal.generate("counts", 5);
    const right = guidedSignal.solve(instance);
    const all = instance.view.signal.map((_, cell) => cell);
    const [open, ...others] = right.cells;
    const closed = all.filter((cell) => !open.includes(cell));
    const grade = guidedSignal.grade(instance, { cells: [[...open, closed[0]], ...others.map(() => all)] });
    expect(grade.summary.en).toContain(`so what counts is ${open.length - 1} of ${open.length} for`);
    expect(grade.summary.en).toMatch(/0 of \d+ for/);
    expect(guidedSignal.grade(instance, right).summary.en).not.toContain("counts");
  });
});
