/** What a finger needs on a phone: room around what is tapped, and no line more than there has to be. */
import { expect, test, type Locator } from "@playwright/test";
import { challenge } from "@/content/topics/object-detection/challenges/pr-curve/challenge";
import { DEPTHS } from "./depths";
import { answering } from "./hands";
import { LANGUAGES } from "./pages";
import { openSolved } from "./solved";

test.use({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true });

/** Half of what a finger is wide, in pixels. */
const REACH = 21;

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

/** The controls of a simulation that a finger 44 px high or wide does not meet, by name. */
const missed = (frame: Locator) =>
  frame.evaluate((section, reach) => {
    const controls = [...section.querySelectorAll("button, select, input:not([type=hidden], [aria-hidden=true]), [role=slider]")].filter(
      (node) => node.checkVisibility({ visibilityProperty: true, opacityProperty: true }),
    );
    return controls.flatMap((node) => {
      node.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
      const { left, right, top, bottom } = node.getBoundingClientRect();
      const [x, y] = [(left + right) / 2, (top + bottom) / 2];
      // What holds a slider's thumb slides as well.
      const own = (hit: Element | null) => hit !== null && (node.contains(hit) || (node.matches("[role=slider]") && hit.contains(node)));
      // Along its track a thumb need not be met: wherever the track is, it follows.
      const across = node.matches("[role=slider]") ? [] : [-reach, reach];
      const points = [...[-reach, reach].map((dy) => [0, dy]), ...across.map((dx) => [dx, 0])];
      const fits = points.every(([dx, dy]) => own(document.elementFromPoint(x + dx, y + dy)));
      return fits ? [] : [`${node.localName} ${node.getAttribute("aria-label") ?? node.textContent}`];
    });
  }, REACH);

for (const [topic, addresses] of Object.entries(DEPTHS))
  test(`${topic}: a finger 44 px wide meets every control of its simulation`, async ({ page }) => {
    test.setTimeout(180_000);
    for (const [address, there] of addresses) {
      await page.goto(`/ko/learn/${topic}?engine=wasm&${address}`);
      await expect(page.locator(there).first()).toBeVisible({ timeout: 60_000 });
      const frame = page.locator("section:has(> header)").first();
      await answering(frame.getByRole("button").first());
      expect(await missed(frame), address).toEqual([]);
    }
  });

test("whoever has the network run again on a recorded scene needs no pointed finger", async ({ page }) => {
  const seed = "fingers";
  await openSolved(page, "gradcam-regions", 2, seed);
  await page.getByTestId("submit").click();
  const again = page.getByRole("button", { name: "이 브라우저에서 다시 계산해 보기" });
  await expect(again).toBeVisible();
  expect(await meets(again)).toBe(true);
});

for (const [i, topic] of Object.keys(DEPTHS).entries()) {
  const locale = LANGUAGES[i % 2];
  test(`${topic}: a simulation's title and its two buttons stand in one line of a phone, ${locale}`, async ({ page }) => {
    await page.goto(`/${locale}/learn/${topic}?engine=wasm`);
    const header = page.locator("section > header").first();
    const name = locale === "ko" ? { reset: "처음 값으로", share: "링크 복사" } : { reset: "Reset", share: "Copy link" };
    const [title, reset, share] = [
      header.locator("p"),
      header.getByRole("button", { name: name.reset }),
      header.getByRole("button", { name: name.share }),
    ];
    const boxes = await Promise.all([title, reset, share].map((part) => part.boundingBox()));
    const middles = boxes.map((box) => Math.round((box?.y ?? 0) + (box?.height ?? 0) / 2));
    expect(new Set(middles).size).toBe(1);
    for (const button of boxes.slice(1)) {
      expect(button?.width).toBeGreaterThanOrEqual(44);
      expect(button?.height).toBeGreaterThanOrEqual(44);
    }
  });
}
