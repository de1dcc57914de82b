import { expect, test, type Page } from "@playwright/test";
import { keyboards } from "@/content/_generated/keyboards";
import { handsOn, Keyboard } from "./hands";

const SEED = "keyboard";
const LEVEL = 3;

async function openRound(page: Page, kind: string) {
  await page.goto(`/en/play/${kind}?level=${LEVEL}&seed=${SEED}`);
  const board = page.locator(`section[data-kind="${kind}"]`);
  await expect(board).toHaveAttribute("data-phase", "playing");
  await expect(board).toHaveAttribute("data-seed", SEED);
  await expect(board).toHaveAttribute("data-level", String(LEVEL));
  return { keyboard: new Keyboard(page), board };
}

for (const [kind, play] of Object.entries(keyboards)) {
  test(`${kind} is played to three stars, and its replay stepped, with the keyboard alone`, async ({ page }) => {
    test.setTimeout(180_000);
    const { keyboard, board } = await openRound(page, kind);

    await test.step("the perfect answer goes in", () => play(handsOn(keyboard, board), SEED, LEVEL));

    await test.step("submitting it earns three stars", async () => {
      await keyboard.reach(page.getByTestId("submit"));
      await keyboard.press("Enter");
      await expect(page.getByRole("img", { name: "3 of 3 stars" })).toBeVisible();
      await expect(page.getByTestId("settlement")).toHaveAttribute("data-status", "settled");
    });

    await test.step("the focus is in the verdict, and the replay's timeline steps", async () => {
      await expect(page.locator(":focus").getByTestId("verdict")).toBeVisible();
      const slider = page.getByTestId("verdict").getByRole("group", { name: "Step", exact: true }).getByRole("slider");
      // Where a perfect answer leaves nothing to climb to, the replay is one step and its slider rests.
      if ((await slider.getAttribute("data-disabled")) !== null) {
        await expect(slider).toHaveAttribute("aria-valuetext", /^1 \/ 1/);
        return;
      }
      await keyboard.reach(slider);
      const last = Number(await slider.getAttribute("aria-valuemax"));
      expect(last).toBeGreaterThan(0);
      await keyboard.press("End");
      await expect(slider).toHaveAttribute("aria-valuenow", String(last));
      await keyboard.press("Home");
      await expect(slider).toHaveAttribute("aria-valuenow", "0");
      const first = await slider.getAttribute("aria-valuetext");
      await keyboard.press("ArrowRight");
      await expect(slider).toHaveAttribute("aria-valuenow", "1");
      await expect(slider).not.toHaveAttribute("aria-valuetext", first ?? "");
    });
  });
}

test("boxes are walked with the arrow keys on the picture itself, and Ctrl+Z takes back one choice at a time", async ({ page }) => {
  await page.clock.install();
  const { keyboard, board } = await openRound(page, "nms-survivors");
  const boxes = board.locator("[data-box-id]");
  const chosen = board.locator("[data-box-id][aria-checked=true]");
  await keyboard.reach(boxes.first());
  await keyboard.press("Space");
  await expect(boxes.nth(0)).toHaveAttribute("aria-checked", "true");
  // Choices that follow each other at once are one step of undo; these two do not.
  await page.clock.fastForward(1000);
  await keyboard.press("ArrowRight");
  await expect(boxes.nth(1)).toBeFocused();
  await keyboard.press("ArrowRight");
  await expect(boxes.nth(2)).toBeFocused();
  await keyboard.press("Enter");
  await expect(chosen).toHaveCount(2);

  await keyboard.press("Control+z");
  await expect(chosen).toHaveCount(1);
  await expect(boxes.nth(0)).toHaveAttribute("aria-checked", "true");
  await expect(boxes.nth(2)).toBeFocused();
  await keyboard.press("Control+z");
  await expect(chosen).toHaveCount(0);
});

test("the grid of single anchors is one Tab stop, and arrow keys move among its cells", async ({ page }) => {
  await page.goto(`/en/play/place-anchors?level=5&seed=${SEED}`);
  const board = page.locator('section[data-kind="place-anchors"]');
  await expect(board).toHaveAttribute("data-phase", "playing");
  const keyboard = new Keyboard(page);
  const grid = board.getByRole("grid");
  const cells = grid.getByRole("button");
  await expect(grid.locator('[data-cell][tabindex="0"]')).toHaveCount(1);
  await keyboard.reach(cells.first());
  await keyboard.press("ArrowRight");
  await expect(cells.nth(1)).toBeFocused();
  await keyboard.press("Control+End");
  await expect(cells.last()).toBeFocused();
  await keyboard.press("Tab");
  await expect(grid.locator(":focus")).toHaveCount(0);
  await keyboards["place-anchors"](handsOn(keyboard, board), SEED, 5);
  await keyboard.reach(page.getByTestId("submit"));
  await keyboard.press("Enter");
  await expect(page.getByRole("img", { name: "3 of 3 stars" })).toBeVisible();
});

test("boxes and chips of an NMS board are one Tab stop each, and going on to the chips leaves the page where it stands", async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  const { keyboard, board } = await openRound(page, "nms-survivors");
  for (const things of ["[data-box-id]", "[data-chip]"]) await expect(board.locator(`${things}[tabindex="0"]`)).toHaveCount(1);
  await keyboard.reach(board.locator("[data-box-id]").last());
  const before = await page.evaluate(() => window.scrollY);
  await keyboard.press("Tab");
  await keyboard.press("Tab");
  await expect(board.locator("[data-chip]:focus")).toHaveCount(1);
  expect(Math.abs((await page.evaluate(() => window.scrollY)) - before)).toBeLessThan(160);
  await keyboard.press("End");
  await expect(board.locator("[data-chip]").last()).toBeFocused();
  await keyboard.press("Home");
  await expect(board.locator("[data-chip]").first()).toBeFocused();
});

test("a slider that nothing was chosen on takes the value where it rests, by a tap or by a key", async ({ page }) => {
  for (const take of ["tap", "Space", "Enter"]) {
    const { board } = await openRound(page, "iou-estimate");
    const slider = board.getByRole("slider");
    await expect(slider).toHaveAttribute("aria-valuetext", "?");
    await slider.focus();
    await (take === "tap" ? slider.click() : page.keyboard.press(take));
    await expect(slider).not.toHaveAttribute("aria-valuetext", "?");
    await expect(slider).toHaveAttribute("aria-valuenow", /^(50|0)$/);
    await page.evaluate(() => sessionStorage.clear());
  }
});
