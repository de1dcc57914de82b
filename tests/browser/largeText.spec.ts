/** Text at 200 % on a phone: boards of easy and hard rounds and their verdicts fit without scrolling sideways. */
import { expect, test } from "@playwright/test";
import { kinds } from "@/content/_generated/kinds";
import { isThorough } from "../contract/thorough";
import { inTurn } from "./inTurn";
import { textTwiceAsLarge, wider } from "./largeText";
import { LANGUAGES } from "./pages";
import { openSolved } from "./solved";

// A phone zooms out where something sticks out, even of a bar that is fixed; a window would cut it off in silence.
test.use({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, contextOptions: { reducedMotion: "reduce" } });

for (const kind of Object.keys(kinds))
  for (const locale of inTurn(kind, LANGUAGES)) {
    const levels = isThorough(kind) ? ([1, 3, 5] as const) : ([5] as const);
    test(`${kind}: board and verdict fit a phone at 200 % text at level ${levels.join(", ")}, ${locale}`, async ({ page }) => {
      test.setTimeout(180_000);
      await textTwiceAsLarge(page);
      for (const level of levels) {
        await openSolved(page, kind, level, "large", kinds[kind].solution("large", level), locale);
        expect(await wider(page), `board ${level}`).toEqual([]);
        await page.getByTestId("submit").click();
        await expect(page.getByTestId("summary")).toBeVisible();
        expect(await wider(page), `verdict ${level}`).toEqual([]);
      }
    });
  }

/** The maps of two topics, as wide as their columns let them be. */
for (const [topic, address] of [
  ["cam", "cam.open=1"],
  ["grad-cam", "grad-cam.depth=parts"],
] as const)
  test(`${topic}: the picture does not give way to the words beside it at 200 % text`, async ({ page }) => {
    await textTwiceAsLarge(page);
    await page.goto(`/ko/learn/${topic}?engine=wasm&${address}`);
    const picture = page.locator("[data-status=live] canvas").first();
    await expect(picture).toBeVisible({ timeout: 60_000 });
    expect((await picture.boundingBox())?.width).toBeGreaterThan(120);
  });
