import { describe, expect, it } from "vitest";
import { classifierLayers, INPUT_SHAPE } from "../detectors";
import { multiplications } from "./cost";
import { createNetwork, type LayerSpec } from "./index";
import { randomWeights } from "./sample-networks";

describe("multiplications", () => {
  it("are k·k·in·out a cell for a convolution and in·out for a dense layer", () => {
    const layers: LayerSpec[] = [
      { type: "conv", name: "c", out: 16, kernel: 3, stride: 2, pad: "same" },
      { type: "relu", name: "r" },
      { type: "gap", name: "g" },
      { type: "dense", name: "d", out: 20 },
    ];
    expect(multiplications(createNetwork(randomWeights([3, 112, 112], layers, "cost")))).toBe(1_354_752 + 320);
  });

  it("are about 55 million for the shared backbone", () => {
    const layers = classifierLayers()
      .filter(({ type }) => type !== "batchnorm")
      .map((layer) => (layer.type === "relu" ? { ...layer, inputs: undefined } : layer));
    const network = createNetwork(randomWeights([...INPUT_SHAPE], layers, "cost"));
    expect(multiplications(network) / 1e6).toBeCloseTo(55.5, 0);
  });
});
