import { describe, expect, it } from "vitest";
import { readKnobs, writeKnobs } from "./knobState";

const defaults = { t: 0.5, soft: false, view: "boxes" };

describe("readKnobs", () => {
  it("returns each knob whose text fits the kind of its default", () => {
    expect(readKnobs("?nms.t=0.4&nms.soft=1&nms.view=scores", "nms", defaults)).toEqual({ t: 0.4, soft: true, view: "scores" });
  });
  it("leaves out text of another kind, other ids and unknown knobs", () => {
    expect(readKnobs("?nms.t=abc&nms.soft=maybe&iou.t=0.1&nms.x=1&nms.view=", "nms", defaults)).toEqual({ view: "" });
    expect(readKnobs("?nms.t=Infinity", "nms", defaults)).toEqual({});
    expect(readKnobs(`?nms.view=${"x".repeat(201)}`, "nms", defaults)).toEqual({});
  });
});

describe("writeKnobs", () => {
  it("writes only what differs from the default and keeps the rest of the query", () => {
    expect(writeKnobs("?seed=7", "nms", defaults, { t: 0.4, soft: false, view: "boxes" })).toBe("?seed=7&nms.t=0.4");
    expect(writeKnobs("?nms.t=0.4", "nms", defaults, defaults)).toBe("");
  });
  it("is read back as the same values", () => {
    const knobs = { t: -1.25, soft: true, view: "a b&c=d" };
    expect(readKnobs(writeKnobs("", "nms", defaults, knobs), "nms", defaults)).toEqual(knobs);
  });
});
