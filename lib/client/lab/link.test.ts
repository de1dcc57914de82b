import { describe, expect, it } from "vitest";
import { VOC_CLASSES } from "@/lib/engine/scenes";
import { LAST_LAYER, readLabLink, writeLabLink, type LabLink } from "./link";

describe("the Lab's address", () => {
  it("is read as it was written, whatever it says", () => {
    const links: LabLink[] = [
      {
        view: "classifier",
        origin: { kind: "scene", seed: 7 },
        model: "classifier-boat-on-blue",
        label: VOC_CLASSES.indexOf("dog"),
        versus: VOC_CLASSES.indexOf("cat"),
        layer: "conv2/relu",
      },
      { view: "photo", origin: { kind: "photo", name: "coffee" }, model: "classifier", label: null, versus: null, layer: LAST_LAYER },
    ];
    for (const link of links) expect(readLabLink(writeLabLink(link, ""))).toEqual(link);
  });

  it("falls back where it is damaged", () => {
    expect(readLabLink("?view=x&scene=-3&model=y&class=unicorn&versus=dog&layer=<b>")).toEqual({
      view: "classifier",
      origin: { kind: "scene", seed: 1 },
      model: "classifier",
      label: null,
      versus: null,
      layer: LAST_LAYER,
    });
  });

  it("keeps what is not its own and forgets a picture of one's own", () => {
    expect(writeLabLink({ ...readLabLink(""), origin: { kind: "own" } }, "engine=wasm&scene=4")).toBe("engine=wasm");
  });
});
