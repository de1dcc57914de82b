/** Boards whose picture and choices belong together: seen in one window, on a desk and on a phone that lies on its side. */
import { expect, test, type Locator, type Page } from "@playwright/test";

const SIDEWAYS = [
  { width: 844, height: 390 },
  { width: 667, height: 375 },
] as const;

async function open(page: Page, kind: string, level: number): Promise<Locator> {
  await page.goto(`/en/play/${kind}?level=${level}&seed=side`);
  const board = page.locator(`section[data-kind="${kind}"]`);
  await expect(board).toHaveAttribute("data-phase", "playing");
  return board;
}

/** Brings an element's upper edge to that of the window, below the page's bar, or its lower edge to the window's. */
const scrollTo = (element: Locator, block: "start" | "end") =>
  element.evaluate((node, block) => node.scrollIntoView({ block, behavior: "instant" }), block);

test("cam-mixer at level 5 shows T, its five faders and the score in one window of a desk", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  const board = await open(page, "cam-mixer", 5);
  await scrollTo(board.getByRole("grid"), "start");
  await expect(board.getByRole("slider")).toHaveCount(5);
  for (const part of [board.getByRole("grid"), ...(await board.getByRole("slider").all()), board.getByRole("textbox")])
    await expect(part).toBeInViewport({ ratio: 1 });
});

/** The last thing that is chosen by the picture, and the picture. */
const BOARDS = [
  { kind: "pr-curve", level: 5, last: "input:not([aria-hidden])", seen: "[data-bar=pinned] svg" },
  { kind: "cam-mixer", level: 5, last: "[role=slider]", seen: "[data-bar=pinned] [role=grid]" },
  { kind: "gradcam-layer", level: 5, last: "[data-map]", seen: "[data-bar=pinned] svg" },
  { kind: "gradcam-regions", level: 5, last: "table", seen: "[data-bar=pinned] [role=grid]" },
] as const;

for (const { kind, level, last, seen } of BOARDS)
  test(`${kind}: on a phone on its side the picture stands beside the choices and stays while they scroll`, async ({ page }) => {
    for (const screen of SIDEWAYS) {
      await page.setViewportSize(screen);
      const board = await open(page, kind, level);
      const [choice, picture] = [board.locator(last).last(), board.locator(seen).first()];
      await scrollTo(choice, "end");
      await expect(choice).toBeInViewport({ ratio: 0.9 });
      await expect(picture).toBeInViewport({ ratio: 0.9 });
      const [left, right] = [await picture.boundingBox(), await choice.boundingBox()];
      expect((left?.x ?? 0) + (left?.width ?? 0)).toBeLessThanOrEqual(right?.x ?? 0);
    }
  });

test("focal-gamma: on a phone on its side γ and α stay beside the last of the groups", async ({ page }) => {
  for (const screen of SIDEWAYS) {
    await page.setViewportSize(screen);
    const board = await open(page, "focal-gamma", 5);
    const group = board.locator("button[aria-pressed]").last();
    await scrollTo(group, "end");
    await expect(group).toBeInViewport({ ratio: 1 });
    for (const knob of await board.getByRole("slider").all()) await expect(knob).toBeInViewport({ ratio: 1 });
  }
});

test("gradcam-regions: on a phone on its side all cells and the choice of hot or cold are seen at once", async ({ page }) => {
  for (const screen of SIDEWAYS) {
    await page.setViewportSize(screen);
    const board = await open(page, "gradcam-regions", 3);
    await scrollTo(board.getByRole("radiogroup"), "start");
    await expect(board.getByRole("radiogroup")).toBeInViewport({ ratio: 1 });
    await expect(board.getByRole("grid")).toBeInViewport({ ratio: 1 });
  }
});
