import { expect, test, type Page } from "@playwright/test";
import { challenge } from "@/content/topics/nms/challenges/nms-survivors/challenge";

const KIND = "nms-survivors";
const board = (page: Page) => page.locator(`section[data-kind=${KIND}]`);
const chosen = (page: Page) => board(page).locator("[data-chip][aria-checked=true]");

/** A round that the server draws for this learner. */
async function openDrawn(page: Page) {
  await page.goto(`/en/play/${KIND}?level=2`);
  await expect(board(page)).toHaveAttribute("data-phase", "playing");
  return challenge.generate((await board(page).getAttribute("data-seed")) ?? "", 2);
}

test("what was taken back stays taken back after a reload", async ({ page }) => {
  await openDrawn(page);
  await board(page).locator("[data-chip]").first().click();
  await expect(chosen(page)).toHaveCount(1);
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(chosen(page)).toHaveCount(0);
  await page.reload();
  await expect(board(page)).toHaveAttribute("data-phase", "playing");
  await expect(chosen(page)).toHaveCount(0);
});

test("an answer is judged although the engine's WebAssembly never comes", async ({ page }) => {
  // Never answered: a network that takes the question and says nothing.
  await page.route("**/*.wasm", () => undefined);
  const instance = await openDrawn(page);
  for (const id of challenge.solve(instance).keep) await board(page).locator(`[data-chip="${id}"]`).click();
  await page.getByTestId("submit").click();
  await expect(page.getByTestId("verdict")).toBeVisible({ timeout: 30_000 });
  await expect(page.getByTestId("settlement")).toHaveAttribute("data-status", "settled");
});
