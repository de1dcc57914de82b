/**
 * What is true of an instance, and what an answer earns, must not hang on the backend. The plain code beside each backend
 * says in Chromium what it says in Node, and the truth that follows from the backend's own IoUs, losses and maps is the same. Two instances of
 * each level at a push, six (thirty of a kind) where BOXUP_THOROUGH asks for it: software adapters take minutes for those.
 */
import { expect, test, type Page } from "@playwright/test";
import { LEVELS } from "@/lib/challenges";
import { isThorough } from "../contract/thorough";
import { servePage, type ServedPage } from "./bundled";
import type {} from "./truths/page";
import { RECKONED_KINDS, saidPlainly } from "./truths/plain";

const seedsFor = (kind: string) => Array.from({ length: isThorough(kind) ? 6 : 2 }, (_, seed) => String(seed));

let served: ServedPage;
test.beforeAll(async () => {
  served = await servePage("tests/browser/truths/page.ts");
});
test.afterAll(() => served.close());

for (const backend of ["webgpu", "webgl", "wasm"] as const) {
  test.describe(backend, () => {
    let page: Page;
    test.beforeAll(async ({ browser }) => {
      page = await browser.newPage();
      await page.goto(served.url);
    });
    test.afterAll(() => page.close());

    for (const kind of RECKONED_KINDS) {
      const seeds = seedsFor(kind);
      test(`${seeds.length * LEVELS.length} instances of ${kind} have the same truths and verdicts on ${backend} as in Node`, async () => {
        test.setTimeout(600_000);
        const report = await page.evaluate(([name, of, levels, asked]) => window.truthsOn(name, of, levels, asked), [
          backend,
          kind,
          LEVELS,
          seeds,
        ] as const);
        expect(report.backend).toBe(backend);
        const inNode = LEVELS.flatMap((level) => seeds.map((seed) => saidPlainly(kind, seed, level)));
        const differ = report.seen.filter(({ plainly, agrees, score }, i) => plainly !== inNode[i] || !agrees || score < 100);
        console.log(`${kind} on ${backend}: ${report.seen.length} compared, ${differ.length} differ`);
        expect(report.seen.map(({ plainly }) => plainly)).toEqual(inNode);
        expect(report.seen.filter(({ agrees }) => !agrees)).toEqual([]);
        expect(report.seen.filter(({ score }) => score < 100)).toEqual([]);
        expect(report.tensorsLeft).toBe(0);
      });
    }
  });
}
