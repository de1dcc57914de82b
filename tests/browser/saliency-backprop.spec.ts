import { expect, test, type Page } from "@playwright/test";
import { challenge, type View } from "@/content/topics/saliency-backprop/challenges/which-saliency/challenge";
import { keyboard } from "@/content/topics/saliency-backprop/challenges/which-saliency/keyboard";
import { expert, rivals } from "@/content/topics/saliency-backprop/challenges/which-saliency/rivals";
import { topic } from "@/content/topics/saliency-backprop/topic";
import { answering, playByKeys } from "./hands";

const simulation = (page: Page) => page.getByTestId("saliency");

test("three guesses over the recording, ten pixels, one pixel turned; then the engine: another class, noise that is averaged", async ({
  page,
}) => {
  test.setTimeout(300_000);
  await page.goto("/ko/learn/saliency-backprop?engine=wasm");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("현저성");
  await expect(simulation(page)).toHaveAttribute("data-status", "recorded");
  for (let guess = 0; guess < 3; guess++) {
    const rises = simulation(page).getByRole("button", { name: "올라가요" });
    await expect(simulation(page)).toContainText(`${guess + 1}/3`);
    await answering(rises);
    await rises.click();
  }
  await expect(simulation(page).getByTestId("guess-answer")).toContainText("세 픽셀의 점수 변화");
  await expect(simulation(page).getByTestId("loupe")).toContainText("max(");

  await page.getByRole("radio", { name: "가장 큰 열 픽셀" }).click();
  await expect(simulation(page).getByTestId("largest").locator("tbody tr")).toHaveCount(10);
  await page.getByRole("radio", { name: "픽셀 하나" }).click();
  await expect(simulation(page).getByTestId("turned")).toContainText("R 역전파");
  await expect(page).toHaveURL(/saliency\.depth=pixel/);

  await page.getByRole("radio", { name: "자동차" }).click();
  await expect(simulation(page)).toHaveAttribute("data-status", "live", { timeout: 120_000 });
  // Any pixel can be read now: by keys, one step a key.
  await simulation(page).getByTestId("cell-pointer").focus();
  const before = await simulation(page).getByTestId("loupe").getAttribute("data-pixel");
  await page.keyboard.press("ArrowRight");
  await expect(simulation(page).getByTestId("loupe")).toHaveAttribute("data-pixel", String(Number(before) + 1));
  await expect(simulation(page).getByTestId("turned")).toHaveAttribute("data-status", "live", { timeout: 60_000 });

  await page.getByRole("radio", { name: "맵", exact: true }).click();
  await page.goto("/en/learn/saliency-backprop?engine=wasm&saliency.guessed=3&saliency.method=smoothgrad&saliency.samples=6");
  await expect(simulation(page)).toContainText(/[1-5] \/ 6/, { timeout: 120_000 });
  await expect(simulation(page)).toHaveAttribute("data-status", "live", { timeout: 120_000 });
});

test("which-saliency by keys alone: level 1 right, level 3 in pairs, level 5 by the wrong idea that is named", async ({ page }) => {
  test.setTimeout(240_000);
  const play = (level: 1 | 3 | 5, answerOf: (view: View) => ReturnType<typeof expert>) =>
    playByKeys(page, { challenge, enter: keyboard, level, answerOf });
  await play(1, expert);
  await expect(page.getByRole("img", { name: "3 of 3 stars" })).toBeVisible();
  await play(3, expert);
  await expect(page.getByRole("img", { name: "3 of 3 stars" })).toBeVisible();
  const belief = rivals.beliefs.find(({ misconception }) => misconception === "saliency-is-contribution");
  await play(5, (view) => belief?.play(view) ?? expert(view));
  const verdict = page.getByTestId("verdict");
  const { correction } = topic.misconceptions.find(({ id }) => id === "saliency-is-contribution") ?? { correction: { en: "?" } };
  await expect(verdict).toContainText(correction.en);
  await expect(verdict.getByTestId("readings").locator("tbody tr")).toHaveCount(5);
  await expect(verdict.locator("[data-shown]")).toBeVisible();
});

test("a finger names the maps: a chosen name goes to the tapped map, and comes back by a second tap", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/ko/play/which-saliency?level=4");
  const maps = page.getByTestId("maps").getByRole("button");
  await expect(maps).toHaveCount(4);
  await answering(maps.first());
  await maps.nth(0).click();
  await expect(maps.nth(0)).toHaveAttribute("aria-pressed", "true");
  await expect(maps.nth(0)).toContainText("기울기 × 입력");
  await maps.nth(1).click();
  await expect(maps.nth(1)).toContainText("적분 기울기");
  await page.getByRole("radio", { name: "기울기 × 입력" }).click();
  await maps.nth(0).click();
  await expect(maps.nth(0)).toHaveAttribute("aria-pressed", "false");
  for (const box of [await maps.nth(0).boundingBox(), await maps.nth(3).boundingBox()]) expect(box?.height ?? 0).toBeGreaterThanOrEqual(44);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(390);
});
