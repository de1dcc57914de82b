import { expect, test, type Page } from "@playwright/test";
import { challenge } from "@/content/topics/filter-weights/challenges/filter-response/challenge";
import { keyboard } from "@/content/topics/filter-weights/challenges/filter-response/keyboard";
import { rivals } from "@/content/topics/filter-weights/challenges/filter-response/rivals";
import { topic } from "@/content/topics/filter-weights/topic";
import { answering, playByKeys } from "./hands";

const simulation = (page: Page) => page.getByTestId("filter");
const stat = (page: Page, name: string) => simulation(page).locator("dl").filter({ hasText: name }).locator("dd").first();
const correction = (id: string) => topic.misconceptions.find((one) => one.id === id)?.correction.en ?? "";

test("a filter is slid: guessed, turned, faded to its bias, read cell by cell, and a deep one whose kernels are counted", async ({
  page,
}) => {
  test.setTimeout(300_000);
  await page.goto("/ko/learn/filter-weights?engine=wasm");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("필터를 그림으로 보기");
  const guess = simulation(page).getByRole("button", { name: "B", exact: true });
  await answering(guess);
  await guess.click();
  await expect(simulation(page).getByTestId("guess-answer")).toContainText("맞았어요. B, 곧 필터 7이에요.");
  await expect(simulation(page)).toHaveAttribute("data-status", "live", { timeout: 120_000 });
  await expect(stat(page, "가장 큰 반응")).toHaveText("23.38");

  // Turned by half a turn the edge is another filter's.
  const direction = page.getByRole("slider", { name: "방향" });
  await direction.focus();
  for (let i = 0; i < 4; i++) await page.keyboard.press("ArrowRight");
  await expect(stat(page, "가장 큰 반응")).toHaveText("3.60");
  await expect(page).toHaveURL(/filter\.eighths=4/);
  await page.keyboard.press("Home");

  // Without contrast only the bias is left, and a ReLU leaves nothing of a negative one.
  await page.getByRole("slider", { name: "대비" }).focus();
  await page.keyboard.press("Home");
  await expect(stat(page, "가장 큰 반응")).toHaveText("−0.01");
  await page.getByRole("switch", { name: "ReLU 거치기" }).click();
  await expect(stat(page, "가장 큰 반응")).toHaveText("0.00");
  await page.getByRole("switch", { name: "ReLU 거치기" }).click();
  await page.getByRole("slider", { name: "대비" }).focus();
  await page.keyboard.press("End");
  await expect(stat(page, "가장 큰 반응")).toHaveText("23.38");

  // By keys through the map; the arithmetic follows the cell.
  await page.getByRole("radio", { name: "합 하나" }).click();
  await expect(simulation(page)).toContainText("나머지 22개");
  const map = simulation(page).getByTestId("cell-pointer");
  await map.focus();
  await page.keyboard.press("ArrowRight");
  await expect(page).toHaveURL(/filter\.column=29/);
  await expect(stat(page, "이 칸의 반응")).not.toHaveText("23.38");

  await page.getByRole("radio", { name: "곱", exact: true }).click();
  await expect(simulation(page)).toContainText("곱 27개");
  await page.goto("/ko/learn/filter-weights?engine=wasm&filter.open=1&filter.layer=7&filter.filter=5&filter.picture=1&filter.depth=bars");
  await expect(simulation(page)).toHaveAttribute("data-status", "live", { timeout: 120_000 });
  await expect(simulation(page)).toContainText("모두 96개예요. 이 층에는 커널이 12,288개 있어요.");
  await expect(simulation(page)).toContainText("커널 96개가 더한 값");
});

test("filter-response by keys alone: level 1 right, then each level with a wrong idea that is named", async ({ page }) => {
  test.setTimeout(300_000);
  await playByKeys(page, { challenge, enter: keyboard, level: 1, answerOf: (view) => challenge.solve({ view, truth: null }) });
  await expect(page.getByRole("img", { name: "3 of 3 stars" })).toBeVisible();
  for (const [level, id] of [
    [3, "contrast-does-not-count"],
    [4, "negatives-stay"],
    [5, "bias-is-visible"],
  ] as const) {
    const belief = rivals.beliefs.find(({ misconception }) => misconception === id);
    await playByKeys(page, { challenge, enter: keyboard, level, answerOf: (view) => belief?.play(view) ?? challenge.empty(view) });
    await expect(page.getByTestId("verdict")).toContainText(correction(id));
  }
});

test("a patch is chosen by a tap and taken back by another", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/en/play/filter-response?level=3&seed=contrast");
  const patch = page.locator('[data-patch="B"]');
  await answering(patch);
  const box = await patch.boundingBox();
  expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
  await patch.click();
  await expect(patch).toHaveAttribute("aria-pressed", "true");
  await page.locator('[data-patch="A"]').click();
  await expect(page.locator('[data-patch="A"]')).toContainText("2");
  await patch.click();
  await expect(patch).toHaveAttribute("aria-pressed", "false");
  await expect(page.locator('[data-patch="A"]')).toContainText("1");
});
