/** What a finger needs on a phone: room around what is tapped, and no line more than there has to be. */
import { expect, test, type Locator } from "@playwright/test";
import { challenge } from "@/content/topics/object-detection/challenges/pr-curve/challenge";
import { REACH } from "./hands";
import { openSolved } from "./solved";

test.use({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true });

/** Whether a finger that comes down this far above or below an element's middle still meets it. */
const meets = (element: Locator) =>
  element.evaluate((node, reach) => {
    node.scrollIntoView({ block: "center", behavior: "instant" });
    const { left, right, top, bottom } = node.getBoundingClientRect();
    return [-reach, reach].every(
      (off) => document.elementFromPoint((left + right) / 2, (top + bottom) / 2 + off)?.closest("button") === node,
    );
  }, REACH);

test("chips, marks and tags of the AP board answer to a finger 44 px wide", async ({ page }) => {
  await page.goto("/ko/play/pr-curve?level=5&seed=fingers");
  const board = page.locator("section[data-kind=pr-curve]");
  await expect(board).toHaveAttribute("data-phase", "playing");
  const { ranked } = challenge.solve(challenge.generate("fingers", 5));
  expect(await meets(page.getByRole("radio", { name: "3", exact: true }))).toBe(true);
  await board.locator(`[data-chip="${ranked[0]}"]`).tap();
  for (const mark of await board.getByRole("radiogroup").getByRole("radio").all()) expect(await meets(mark)).toBe(true);
  expect(await meets(board.getByRole("listitem").locator("button[aria-label*='그림에서 보기']"))).toBe(true);
});

test("cells that are reckoned with are as wide as a finger", async ({ page }) => {
  await page.goto("/ko/play/gradcam-regions?level=5&seed=fingers");
  const board = page.locator("section[data-kind=gradcam-regions]");
  await expect(board).toHaveAttribute("data-phase", "playing");
  const cell = await board.locator("[role=grid] [data-cell]").first().boundingBox();
  expect(cell?.width).toBeGreaterThanOrEqual(44);
  expect(cell?.height).toBeGreaterThanOrEqual(44);
});

test("whoever has the network run again on a recorded scene needs no pointed finger", async ({ page }) => {
  const seed = "fingers";
  await openSolved(page, "gradcam-regions", 2, seed);
  await page.getByTestId("submit").click();
  const again = page.getByRole("button", { name: "이 브라우저에서 다시 계산해 보기" });
  await expect(again).toBeVisible();
  expect(await meets(again)).toBe(true);
});
