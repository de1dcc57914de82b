/** From one round to the next, and what of it is there after a reload. */
import { expect, test, type Page } from "@playwright/test";
import { answering } from "./hands";

const KIND = "nms-survivors";
const board = (page: Page) => page.locator(`section[data-kind=${KIND}]`);
const playing = (page: Page) => expect(board(page)).toHaveAttribute("data-phase", "playing");
const settled = (page: Page) => expect(page.getByTestId("settlement")).toHaveAttribute("data-status", "settled");

async function open(page: Page, seed: string) {
  await page.goto(`/en/play/${KIND}?level=2&seed=${seed}`);
  await playing(page);
}

const pressed = (page: Page) =>
  board(page)
    .locator("[data-chip][aria-checked=true]")
    .evaluateAll((chips) => chips.map((chip) => chip.getAttribute("data-chip")));

for (const path of ["/en", `/en/play/${KIND}?level=1`])
  test(`the next puzzle begins at its prompt, which is in view and has the focus, ${path}`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 700 });
    await page.goto(path);
    await playing(page);
    const chip = board(page).locator("[data-chip]").first();
    await answering(chip);
    await chip.click();
    await page.getByTestId("submit").click();
    await settled(page);
    await page.getByTestId("again").click();
    await playing(page);
    await expect(page.getByTestId("prompt")).toBeFocused();
    await expect(page.getByTestId("prompt")).toBeInViewport({ ratio: 1 });
  });

test("on the landing page a reload brings back the round under way, not the first one's verdict", async ({ page }) => {
  await page.goto("/en");
  const first = board(page).locator("[data-chip]").first();
  await answering(first);
  await first.click();
  await page.getByTestId("submit").click();
  await settled(page);
  await page.getByTestId("again").click();
  await playing(page);
  await expect(board(page)).not.toHaveAttribute("data-seed", "hello");
  const seed = (await board(page).getAttribute("data-seed")) ?? "";
  await board(page).locator("[data-chip]").first().click();
  const chosen = await pressed(page);
  expect(chosen).toHaveLength(1);
  await page.reload();
  await expect(board(page)).toHaveAttribute("data-seed", seed);
  await expect.poll(() => pressed(page)).toEqual(chosen);
  await expect(page.getByTestId("verdict")).toHaveCount(0);
  // Its verdict comes back as well.
  await page.getByTestId("submit").click();
  await settled(page);
  await page.reload();
  await settled(page);
  await expect(board(page)).toHaveAttribute("data-seed", seed);
});

test("the key that leads to the hints is named where there are keys, and not on a phone", async ({ page, browser, baseURL }) => {
  await open(page, "key");
  await expect(page.getByText("(h)", { exact: true })).toBeVisible();
  const phone = await browser.newContext({ viewport: { width: 390, height: 800 }, isMobile: true, hasTouch: true, baseURL });
  const touched = await phone.newPage();
  await open(touched, "key");
  await expect(touched.getByText("Stuck?")).toBeVisible();
  await expect(touched.getByText("(h)", { exact: true })).toBeHidden();
  await phone.close();
});
