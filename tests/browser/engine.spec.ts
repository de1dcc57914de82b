import { expect, test } from "@playwright/test";
import { kinds } from "@/content/_generated/kinds";
import { LEVELS } from "@/lib/challenges";
import { digestInstances } from "@/lib/challenges/digest";
import { isThorough } from "../contract/thorough";

/** Seeds a level at a push, and of a kind that changed. */
const seedsFor = (kind: string) => (isThorough(kind) ? 500 : 30);

for (const [name, kind] of Object.entries(kinds)) {
  const seeds = seedsFor(name);
  test(`instances of ${name} in Chromium are those of Node, ${seeds} seeds and five levels`, async ({ page }) => {
    test.setTimeout(300_000);
    await page.goto(`/en/engine?engine=cpu&kind=${name}&seeds=${seeds}`);
    await page.getByTestId("compare").click();
    const expected = LEVELS.map((level) => digestInstances(kind, 0, seeds, level)).join("-");
    await expect(page.locator(`[data-testid=digests] tr[data-kind="${name}"]`)).toHaveAttribute("data-digest", expected, {
      timeout: 240_000,
    });
  });
}

for (const backend of ["webgpu", "webgl", "wasm", "cpu"] as const) {
  test(`the ${backend} backend computes the same IoUs as the plain twin`, async ({ page }) => {
    await page.goto(`/en/engine?engine=${backend}`);
    await page.getByTestId("measure").click();
    await expect(page.getByTestId("evidence")).toHaveAttribute("data-backend", backend, { timeout: 60_000 });
    await expect(page.getByTestId("evidence")).toHaveAttribute("data-pairs", "160000");
  });
}

test("a software GPU is refused in favour of WASM, and the page says why", async ({ page }) => {
  await page.goto("/en/engine");
  await page.getByTestId("measure").click();
  await expect(page.getByTestId("evidence")).toHaveAttribute("data-backend", "wasm", { timeout: 60_000 });
  await expect(page.getByText(/software adapter/)).toBeVisible();
});

for (const backend of ["webgpu", "webgl"] as const) {
  test(`a lost ${backend} device is replaced by the next backend without an error`, async ({ page }) => {
    await page.goto(`/en/engine?engine=${backend}`);
    await page.getByTestId("measure").click();
    await expect(page.getByTestId("evidence")).toHaveAttribute("data-backend", backend, { timeout: 60_000 });
    await page.getByTestId("lose").click();
    await expect(page.getByTestId("measure")).toBeEnabled();
    await page.getByTestId("measure").click();
    await expect(page.getByTestId("evidence")).toHaveAttribute("data-backend", "cpu", { timeout: 60_000 });
    await expect(page.getByText(/^lost: /)).toBeVisible();
  });
}
