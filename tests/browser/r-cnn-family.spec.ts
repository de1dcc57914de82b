/** The topic on the R-CNN family, as a learner goes through it. */
import { expect, test, type Page } from "@playwright/test";
import { challenge } from "@/content/topics/r-cnn-family/challenges/family-tree/challenge";
import { keyboard as enter } from "@/content/topics/r-cnn-family/challenges/family-tree/keyboard";
import { rivals } from "@/content/topics/r-cnn-family/challenges/family-tree/rivals";
import { topic } from "@/content/topics/r-cnn-family/topic";
import { answering, playByKeys } from "./hands";

const simulation = (page: Page) => page.getByTestId("family");
const verdict = (page: Page) => page.getByTestId("verdict");

test("the lesson's simulation: a guess, parts exchanged, and times measured here", async ({ page }) => {
  test.setTimeout(240_000);
  await page.goto("/ko/learn/r-cnn-family?engine=wasm");
  const guess = simulation(page).getByRole("button", { name: "Fast R-CNN", exact: true });
  await answering(guess);
  await guess.click();
  await expect(simulation(page).getByTestId("guess-answer")).toContainText("맞아요.");
  await expect(page).toHaveURL(/r-cnn-family\.guess=fast-r-cnn/);
  const built = simulation(page).getByTestId("built");
  await expect(built).toHaveText("R-CNN");
  await simulation(page).getByRole("radio", { name: "온 그림 한 번" }).click();
  await expect(built).toHaveText("Fast R-CNN");
  await simulation(page).getByRole("radio", { name: "RPN" }).click();
  await expect(built).toHaveText("Faster R-CNN");
  await expect(simulation(page).getByTestId("places")).toContainText("×40");
  await simulation(page).getByRole("radio", { name: "잘라 낸 후보마다" }).click();
  await expect(built).toHaveText("아무도 안 만든 것");
  await expect(simulation(page)).toHaveAttribute("data-status", "live", { timeout: 180_000 });
  await simulation(page).getByRole("radio", { name: "이 기기의 시간" }).click();
  await expect(simulation(page).getByTestId("compared")).toContainText(/R-.?CNN[\d.,]+\sms/);
});

test("family-tree by keys alone: level 2 right, level 5 counted for one picture is named", async ({ page }) => {
  await playByKeys(page, { challenge, enter, level: 2, answerOf: (view) => challenge.solve({ view, truth: null }) });
  await expect(verdict(page).getByRole("img", { name: "3 of 3 stars" })).toBeVisible();
  const belief = rivals.beliefs.find(({ misconception }) => misconception === "one-picture-only")!;
  await playByKeys(page, { challenge, enter, level: 5, answerOf: (view) => belief.play(view)! });
  await expect(verdict(page)).toContainText(topic.misconceptions.find(({ id }) => id === "one-picture-only")!.correction.en);
  await expect(verdict(page).getByRole("group", { name: "Step", exact: true })).toBeVisible();
});
