import { expect, test, type Page } from "@playwright/test";
import { challenge as mining } from "@/content/topics/ssd/challenges/hard-negatives/challenge";
import { keyboard as mine } from "@/content/topics/ssd/challenges/hard-negatives/keyboard";
import { rivals } from "@/content/topics/ssd/challenges/hard-negatives/rivals";
import { challenge as maps } from "@/content/topics/ssd/challenges/ssd-which-map/challenge";
import { keyboard as choose } from "@/content/topics/ssd/challenges/ssd-which-map/keyboard";
import { topic } from "@/content/topics/ssd/topic";
import { answering, playByKeys } from "./hands";

const simulation = (page: Page) => page.getByTestId("ssd");
const stat = (page: Page, name: string) => simulation(page).locator("dl").filter({ hasText: name }).locator("dd").first();

test("SSD from the lesson to the card: recorded maps, a growing car, rounds at levels 1 and 5, the skill for review", async ({ page }) => {
  test.setTimeout(300_000);
  await test.step("in Korean, the lesson asks which map finds the table", async () => {
    await page.goto("/ko/learn/ssd?engine=wasm");
    await expect(page.getByRole("heading", { level: 1 })).toContainText("크기마다 다른 지도");
    const guess = simulation(page).getByRole("button", { name: "3×3", exact: true });
    await answering(guess);
    await guess.click();
    await expect(simulation(page).getByTestId("guess-answer")).toContainText("맞았어요");
  });

  await test.step("the network answers live: a growing car goes from map to map", async () => {
    await expect(simulation(page)).toHaveAttribute("data-status", /live|recorded/, { timeout: 120_000 });
    await page.getByRole("radio", { name: "자라는 자동차" }).click();
    await expect(simulation(page)).toHaveAttribute("data-status", "live", { timeout: 120_000 });
    await expect(stat(page, "자동차")).toHaveText("14×14");
    const size = page.getByRole("slider", { name: "자동차의 긴 변" });
    await size.focus();
    for (let i = 0; i < 6; i++) await page.keyboard.press("ArrowRight");
    await expect(stat(page, "자동차")).toHaveText("7×7");
    await page.keyboard.press("PageUp");
    await page.keyboard.press("PageUp");
    await expect(stat(page, "자동차")).toHaveText("3×3");
    await expect(page).toHaveURL(/ssd\.size=82/);
  });

  await test.step("what training would teach: three hard negatives for each positive", async () => {
    await page.getByRole("radio", { name: "학습할 상자" }).click();
    const positives = Number(await stat(page, "양성").innerText());
    expect(Number(await stat(page, "어려운 음성").innerText())).toBe(3 * positives);
    await page.getByRole("radio", { name: "칸 하나" }).click();
    await expect(simulation(page)).toContainText("기본 상자 넷의 가장 높은 점수");
    await page.getByRole("radio", { name: "상자 하나" }).click();
    await expect(simulation(page)).toContainText("e^(0.2 ×");
  });

  await test.step("in English, maps at level 1 and negatives at level 2 are answered by keys", async () => {
    await playByKeys(page, { challenge: maps, enter: choose, level: 1, answerOf: (view) => maps.solve({ view, truth: null }) });
    await expect(page.getByRole("img", { name: "3 of 3 stars" })).toBeVisible();
    await playByKeys(page, { challenge: mining, enter: mine, level: 2, answerOf: (view) => mining.solve({ view, truth: null }) });
    await expect(page.getByRole("img", { name: "3 of 3 stars" })).toBeVisible();
  });

  await test.step("all maps and the count at level 5 are answered by keys, and positives that are mined are named", async () => {
    await playByKeys(page, { challenge: maps, enter: choose, level: 5, answerOf: (view) => maps.solve({ view, truth: null }) });
    await expect(page.getByRole("img", { name: "3 of 3 stars" })).toBeVisible();
    const id = "positives-are-mined";
    const belief = rivals.beliefs.find(({ misconception }) => misconception === id);
    await playByKeys(page, { challenge: mining, enter: mine, level: 5, answerOf: (view) => belief?.play(view) ?? mining.empty(view) });
    await expect(page.getByTestId("verdict")).toContainText(topic.misconceptions.find((one) => one.id === id)?.correction.en ?? "");
  });
});
