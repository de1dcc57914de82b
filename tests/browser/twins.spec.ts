import { expect, test } from "@playwright/test";
import { isThorough } from "../contract/thorough";
import { servePage, type ServedPage } from "./bundled";
import type {} from "./twins.page";

/** Largest difference from the plain code, as a share of a map's largest value. Graphics cards round more freely. */
const TOLERANCES = { webgpu: 1e-3, webgl: 1e-3, wasm: 1e-4, cpu: 1e-4 } as const;

let served: ServedPage;
test.beforeAll(async () => {
  served = await servePage("tests/browser/twins.page.ts");
});
test.afterAll(() => served.close());

for (const [backend, tolerance] of Object.entries(TOLERANCES) as [keyof typeof TOLERANCES, number][]) {
  test(`every explainer on ${backend} agrees with the plain code on the shipped classifier to ${tolerance}`, async ({ page }) => {
    test.setTimeout(300_000);
    await page.goto(served.url);
    const report = await page.evaluate((name) => window.compareTwins(name), backend);
    expect(report.backend).toBe(backend);
    expect(report.comparisons.length).toBeGreaterThan(15);
    expect(report.comparisons.filter(({ difference }) => !(difference < tolerance))).toEqual([]);
    expect(report.tensorsLeft).toBe(0);
  });
}

/** One file at a push, all where BOXUP_THOROUGH is "all": they hold the same methods, and the software adapter takes a minute for each. */
const FILES = ["cnn_visualization_1", "cnn_visualization_2", "cnn_visualization_3"].slice(0, isThorough("twins") ? 3 : 1);

for (const name of FILES) {
  test(`every map of ${name} agrees with torch to ${TOLERANCES.webgpu} on WebGPU`, async ({ page }) => {
    test.setTimeout(300_000);
    await page.goto(served.url);
    const result = await page.evaluate(([file, tolerance]) => window.checkOracle("webgpu", file, tolerance), [
      name,
      TOLERANCES.webgpu,
    ] as const);
    expect(result.failures).toEqual([]);
    expect(result.cases).toBe(3);
  });
}
