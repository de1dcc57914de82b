import { expect, test, type Page } from "@playwright/test";
import { challenge } from "@/content/topics/occlusion/challenges/occlusion-budget/challenge";
import { keyboard } from "@/content/topics/occlusion/challenges/occlusion-budget/keyboard";
import { rivals } from "@/content/topics/occlusion/challenges/occlusion-budget/rivals";
import { topic } from "@/content/topics/occlusion/topic";
import { answering, playByKeys } from "./hands";

const simulation = (page: Page) => page.getByTestId("occlusion");
const correction = (id: string) => topic.misconceptions.find((one) => one.id === id)?.correction.en ?? "";

test("a patch is put down by keys, follows what is pointed at, and a map is swept, stopped and read to one pixel", async ({ page }) => {
  test.setTimeout(300_000);
  await page.goto("/ko/learn/occlusion?engine=wasm");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("가리고 보기");
  const hide = simulation(page).getByRole("button", { name: "여기를 가려요" });
  await answering(hide);
  await simulation(page).getByTestId("cell-pointer").focus();
  await page.keyboard.press("ArrowUp");
  await expect(page).toHaveURL(/occlusion\.place=17/);
  await hide.click();
  await expect(simulation(page).getByTestId("guess-answer")).toContainText("49곳 가운데");
  await expect(simulation(page)).toHaveAttribute("data-status", "live", { timeout: 120_000 });
  await expect(simulation(page)).toContainText("169 / 169");

  const picture = simulation(page).getByTestId("cell-pointer");
  await picture.hover({ position: { x: 60, y: 60 } });
  await expect(simulation(page).getByTestId("under-patch")).toContainText(/→ −?\d/, { timeout: 60_000 });

  await page.getByRole("radio", { name: "점수표" }).click();
  await expect(simulation(page).getByRole("table")).toBeVisible();
  await page.getByRole("radio", { name: "픽셀 하나" }).click();
  await picture.click({ position: { x: 80, y: 80 } });
  await expect(simulation(page)).toContainText("Σ ÷ n");
  await expect(page).toHaveURL(/occlusion\.row=\d/);

  await page.getByRole("slider", { name: "보폭" }).focus();
  await page.keyboard.press("Home");
  await expect(simulation(page)).toHaveAttribute("data-status", "waiting");
  await simulation(page).getByRole("button", { name: "계산하기" }).click();
  await simulation(page).getByRole("button", { name: "멈추기" }).click();
  await expect(simulation(page)).toHaveAttribute("data-status", "waiting");
});

test("occlusion-budget by keys alone: levels 1, 2 and 4 right, levels 3 and 5 by a wrong idea that is named", async ({ page }) => {
  test.setTimeout(300_000);
  for (const level of [1, 2, 4] as const) {
    await playByKeys(page, {
      challenge,
      enter: keyboard,
      level,
      answerOf: (view) => challenge.solve({ view, truth: null }),
    });
    await expect(page.getByRole("img", { name: "3 of 3 stars" })).toBeVisible();
  }
  for (const [level, id] of [
    [3, "grey-is-nothing"],
    [5, "places-add-up"],
  ] as const) {
    const belief = rivals.beliefs.find(({ misconception }) => misconception === id);
    await playByKeys(page, { challenge, enter: keyboard, level, answerOf: (view) => belief?.play(view) ?? challenge.empty(view) });
    await expect(page.getByTestId("verdict")).toContainText(correction(id));
  }
});
