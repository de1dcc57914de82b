import { expect, test, type Page } from "@playwright/test";
import { challenge as level } from "@/content/topics/fpn/challenges/fpn-level/challenge";
import { keyboard as enterLevel } from "@/content/topics/fpn/challenges/fpn-level/keyboard";
import { rivals as levelRivals } from "@/content/topics/fpn/challenges/fpn-level/rivals";
import { challenge as merge } from "@/content/topics/fpn/challenges/fpn-merge/challenge";
import { keyboard as enterMerge } from "@/content/topics/fpn/challenges/fpn-merge/keyboard";
import { rivals as mergeRivals } from "@/content/topics/fpn/challenges/fpn-merge/rivals";
import { topic } from "@/content/topics/fpn/topic";
import { answering, playByKeys } from "./hands";

const simulation = (page: Page) => page.getByTestId("fpn");
const found = (page: Page) => simulation(page).locator("dl").filter({ hasText: "찾은 물체" }).locator("dd").first();
const correction = (id: string) => topic.misconceptions.find((one) => one.id === id)?.correction.en ?? "";

test("a pyramid is taken apart: two guesses, the lateral map off and on, a cell, a 1×1, an object that grows", async ({ page }) => {
  test.setTimeout(300_000);
  await page.goto("/ko/learn/fpn?engine=wasm");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("내려가며 더하기");
  const guess = simulation(page).getByRole("button", { name: "P4", exact: true });
  await answering(guess);
  await guess.click();
  await expect(simulation(page).getByTestId("guess-answer").first()).toContainText("맞았어요");
  await simulation(page).getByRole("button", { name: "가장 큰 물체" }).click();
  await expect(simulation(page).getByTestId("guess-answer").last()).toContainText("짐작과 달라요");
  await expect(simulation(page)).toHaveAttribute("data-status", "live", { timeout: 120_000 });

  await expect(found(page)).toHaveText("3 / 3");
  const lateral = page.getByRole("switch", { name: "옆의 지도 더하기" });
  await lateral.click();
  await expect(found(page)).toHaveText("2 / 3");
  await lateral.click();
  await page.getByRole("switch", { name: "내려온 지도 더하기" }).click();
  await expect(found(page)).toHaveText("3 / 3");
  await expect(page).toHaveURL(/fpn\.topDown=(0|false)/);

  await page.getByRole("radio", { name: "칸 하나" }).click();
  await expect(simulation(page)).toContainText("M4");
  await page.getByRole("radio", { name: "1×1 하나" }).click();
  await expect(simulation(page)).toContainText("나머지 123개");

  const next = simulation(page).getByRole("button", { name: /다음/ });
  for (let scene = 2; scene <= 4; scene++) await next.click();
  await page.getByRole("slider", { name: "물체의 크기" }).focus();
  await page.keyboard.press("End");
  await expect(simulation(page)).toHaveAttribute("data-status", "live", { timeout: 120_000 });
  await expect(page).toHaveURL(/fpn\.side=110/);
});

test("fpn-level by keys alone: level 1 right, level 5 by the long side is named", async ({ page }) => {
  test.setTimeout(180_000);
  await playByKeys(page, {
    challenge: level,
    enter: enterLevel,
    level: 1,
    answerOf: (view) => level.solve({ view, truth: null }),
  });
  await expect(page.getByRole("img", { name: "3 of 3 stars" })).toBeVisible();
  const belief = levelRivals.beliefs.find(({ misconception }) => misconception === "long-side-decides");
  await playByKeys(page, { challenge: level, enter: enterLevel, level: 5, answerOf: (view) => belief?.play(view) ?? level.empty(view) });
  const verdict = page.getByTestId("verdict");
  await expect(verdict).toContainText(correction("long-side-decides"));
  await expect(verdict.getByRole("img", { name: /^A ruler of sizes/ })).toBeVisible();
});

test("fpn-merge by keys alone: level 1 right, level 5 with a repeated map is named", async ({ page }) => {
  test.setTimeout(180_000);
  await playByKeys(page, {
    challenge: merge,
    enter: enterMerge,
    level: 1,
    answerOf: (view) => merge.solve({ view, truth: null }),
  });
  await expect(page.getByRole("img", { name: "3 of 3 stars" })).toBeVisible();
  const belief = mergeRivals.beliefs.find(({ misconception }) => misconception === "copies-are-tiled");
  await playByKeys(page, { challenge: merge, enter: enterMerge, level: 5, answerOf: (view) => belief?.play(view) ?? merge.empty(view) });
  await expect(page.getByTestId("verdict")).toContainText(correction("copies-are-tiled"));
});
