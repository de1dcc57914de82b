import { describe, expect, it } from "vitest";
import { loadCases, runFile } from "../adapter";
import { resolve } from "../registry";
import { adapters } from "./adapters";

describe("reference vectors of the CNN explainers", () => {
  for (const name of ["cnn_visualization_1", "cnn_visualization_2", "cnn_visualization_3"]) {
    it(`agrees with torch on every map, gradient and receptive field of ${name}`, () => {
      const file = loadCases(name);
      const adapter = resolve(adapters, file, `${name}.json`);
      expect(adapter).toBeDefined();
      const result = runFile(file, adapter!);
      expect(result.failures).toEqual([]);
      expect(result.cases).toBe(file.cases.length);
    });
  }
});
