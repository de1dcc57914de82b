/** The topic on Fast R-CNN, as a learner goes through it. */
import { expect, test, type Page } from "@playwright/test";
import { challenge as pool } from "@/content/topics/fast-r-cnn/challenges/roi-pool/challenge";
import { keyboard as enterPool } from "@/content/topics/fast-r-cnn/challenges/roi-pool/keyboard";
import { rivals as poolRivals } from "@/content/topics/fast-r-cnn/challenges/roi-pool/rivals";
import { challenge as losses } from "@/content/topics/fast-r-cnn/challenges/two-losses/challenge";
import { keyboard as enterLosses } from "@/content/topics/fast-r-cnn/challenges/two-losses/keyboard";
import { rivals as lossRivals } from "@/content/topics/fast-r-cnn/challenges/two-losses/rivals";
import { topic } from "@/content/topics/fast-r-cnn/topic";
import { answering, playByKeys } from "./hands";

const simulation = (page: Page) => page.getByTestId("fast-rcnn");
const verdict = (page: Page) => page.getByTestId("verdict");
const correctionOf = (id: string) => topic.misconceptions.find((each) => each.id === id)!.correction.en;

test("the lesson's simulation: a guess, a pixel at a time, one bin and the corners' arithmetic", async ({ page }) => {
  await page.goto("/ko/learn/fast-r-cnn");
  const guess = simulation(page).getByRole("button", { name: "하나도 안 바뀌어요" });
  await answering(guess);
  await guess.click();
  await expect(simulation(page).getByTestId("guess-answer")).toContainText("맞아요. 하나도 안 바뀌어요");
  await expect(simulation(page).getByTestId("staircase")).toContainText("RoI 풀링은 16걸음 가운데");
  await simulation(page).getByRole("slider", { name: "오른쪽으로 옮기기" }).focus();
  await page.keyboard.press("ArrowRight");
  await expect(page).toHaveURL(/fast-r-cnn\.move=1/);
  await simulation(page).getByRole("radio", { name: "모서리 계산" }).click();
  await expect(simulation(page)).toContainText("41 ÷ 8 = 5.125 → 5");
  await simulation(page).getByRole("radio", { name: "구획 하나" }).click();
  await expect(simulation(page)).toContainText("구획: 1행 1열, 칸 x\u00a05–6, y\u00a08–9");
  await expect(simulation(page)).toHaveAttribute("data-status", "live", { timeout: 120_000 });
});

test("roi-pool by keys alone: level 1 right, level 5 with a winner that was paid once is named", async ({ page }) => {
  await playByKeys(page, { challenge: pool, enter: enterPool, level: 1, answerOf: (view) => pool.solve({ view, truth: null }) });
  await expect(verdict(page).getByRole("img", { name: "3 of 3 stars" })).toBeVisible();
  const belief = poolRivals.beliefs.find(({ misconception }) => misconception === "shared-winner-once")!;
  await playByKeys(page, { challenge: pool, enter: enterPool, level: 5, answerOf: (view) => belief.play(view)! });
  await expect(verdict(page)).toContainText(correctionOf("shared-winner-once"));
  await expect(verdict(page).getByRole("group", { name: "Step", exact: true })).toBeVisible();
});

test("two-losses by keys alone: level 3 right, level 5 with a forgotten weight is named", async ({ page }) => {
  await playByKeys(page, { challenge: losses, enter: enterLosses, level: 3, answerOf: (view) => losses.solve({ view, truth: null }) });
  await expect(verdict(page).getByRole("img", { name: "3 of 3 stars" })).toBeVisible();
  const belief = lossRivals.beliefs.find(({ misconception }) => misconception === "lambda-is-one")!;
  await playByKeys(page, { challenge: losses, enter: enterLosses, level: 5, answerOf: (view) => belief.play(view)! });
  await expect(verdict(page)).toContainText(correctionOf("lambda-is-one"));
});
