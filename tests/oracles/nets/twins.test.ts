import { describe, expect, it } from "vitest";
import { loadCases } from "../adapter";
import { NODE_BACKENDS } from "../twin";
import { TWIN_TOLERANCE, twins } from "./twins";

for (const backend of NODE_BACKENDS) {
  describe(`the explainers' twins on ${backend}`, () => {
    for (const name of ["cnn_visualization_1", "cnn_visualization_2", "cnn_visualization_3"]) {
      it(`agree with torch on every activation, map and gradient of ${name} to ${TWIN_TOLERANCE} of the largest value`, async () => {
        const file = loadCases(name);
        const result = await twins.cnn_visualization(file, backend);
        expect(result.failures).toEqual([]);
        expect(result.cases).toBe(file.cases.length);
        expect(result.relative).toBeLessThan(TWIN_TOLERANCE);
      });
    }
    it("fail on a map with one wrong number, and name it", async () => {
      const file = loadCases("cnn_visualization_3");
      const [target] = file.cases[1].expected.targets as { gradient: { data: number[] } }[];
      const { data } = target.gradient;
      data[5] += 2 * TWIN_TOLERANCE * Math.max(...data.map(Math.abs));
      const { pass, failures } = await twins.cnn_visualization(file, backend);
      expect(pass).toBe(false);
      expect(failures).toHaveLength(1);
      expect(failures[0]).toContain("gradient");
    });
  });
}
