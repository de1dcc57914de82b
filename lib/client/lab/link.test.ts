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

  it("takes a layer's name of 20 letters, not of 21, and the last scene, not one more", () => {
    expect(readLabLink(`?layer=${"a".repeat(20)}`).layer).toBe("a".repeat(20));
    expect(readLabLink(`?layer=${"a".repeat(21)}`).layer).toBe(LAST_LAYER);
    expect(readLabLink("?layer=a").layer).toBe("a");
    expect(readLabLink("?layer=").layer).toBe(LAST_LAYER);
    expect(readLabLink("?layer=conv1/relu%0A").layer).toBe(LAST_LAYER);
    expect(readLabLink("?scene=1000000").origin).toEqual({ kind: "scene", seed: 1_000_000 });
    expect(readLabLink("?scene=1000001").origin).toEqual({ kind: "scene", seed: 1 });
  });

  it("keeps what is not its own and forgets a picture of one's own", () => {
    expect(writeLabLink({ ...readLabLink(""), origin: { kind: "own" } }, "engine=wasm&scene=4")).toBe("engine=wasm");
  });
});
