import { describe, expect, it } from "vitest";
import { loadCases, runFile } from "../adapter";
import { resolve } from "../registry";
import { adapters } from "./adapters";

/** Reference files of this room and how many cases each holds: a truncated copy must not pass. */
const FILES: Readonly<Record<string, number>> = {
  felzenszwalb: 11,
  selective_search: 5,
  hog: 14,
  linear_svm: 6,
  roi_align: 23,
  roi_pool: 16,
  tsne: 6,
  tsne_affinities: 7,
  nearest_neighbors: 9,
};

describe("reference vectors of proposals, pooling and embeddings", () => {
  for (const [name, cases] of Object.entries(FILES)) {
    it(`agrees with the reference on every case of ${name}`, () => {
      const file = loadCases(name);
      const adapter = resolve(adapters, file, `${name}.json`);
      expect(adapter).toBeDefined();
      const result = runFile(file, adapter!);
      expect(result.failures).toEqual([]);
      expect(result.cases).toBe(cases);
    });
  }
});
