import { describe, expect, it } from "vitest";
import type { Figures } from "@/lib/challenges/figures";
import measured from "./figures.json" with { type: "json" };

const figures: Figures = measured;
const value = (id: string) => figures[id].value;

describe("what the lesson says of its figures", () => {
  it("holds: trying agrees with the way back nearly always, and not always", () => {
    expect(value("agrees")).toBeGreaterThan(0.85);
    expect(value("agrees")).toBeLessThan(1);
  });

  it("holds: a path adds up, one slope does no better than a map of zeros", () => {
    expect(value("gap-integrated")).toBeLessThan(0.05);
    expect(value("gap-times-input")).toBeGreaterThan(0.5);
  });

  it("holds: where the network is sure, the probability's slopes are a small part of the logit's", () => {
    expect(value("probability-shrinks")).toBeLessThan(0.1);
    expect(figures["probability-shrinks"].n).toBeGreaterThanOrEqual(5);
  });

  it("holds: a map belongs to its picture and to its class, far below the 1 of a blind map", () => {
    expect(value("same-class")).toBeLessThan(0.5);
    expect(value("likeness-saliency")).toBeLessThan(0.8);
    expect(value("likeness-guided")).toBeGreaterThan(0.9);
    expect(value("likeness-grad-cam")).toBeLessThan(0);
  });

  it("holds: on this network SmoothGrad puts less heat on the object asked for, and both little more than a blind half", () => {
    expect(value("share-smoothgrad")).toBeLessThan(value("share-saliency"));
    expect(value("share-saliency")).toBeLessThan(0.65);
  });

  it("holds: the readings name the maps far more often than chance", () => {
    expect(value("named")).toBeGreaterThan(0.8);
  });
});
