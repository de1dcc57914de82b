import { expect, test, type Page } from "@playwright/test";
import { challenge } from "@/content/topics/r-cnn/challenges/rcnn-labels/challenge";
import { keyboard as enter } from "@/content/topics/r-cnn/challenges/rcnn-labels/keyboard";
import { rivals } from "@/content/topics/r-cnn/challenges/rcnn-labels/rivals";
import { topic } from "@/content/topics/r-cnn/topic";
import { answering, playByKeys } from "./hands";

const KIND = "rcnn-labels";
const simulation = (page: Page) => page.getByTestId("rcnn");
const crops = (page: Page) => simulation(page).getByTestId("crops").locator("button");

test("R-CNN from the lesson to the card: recorded crops, a live look at every proposal, rounds at levels 1 and 5, the skill for review", async ({
  page,
}) => {
  test.setTimeout(300_000);
  await test.step("in Korean, the lesson asks which crop scores highest and how often the CNN ran", async () => {
    await page.goto("/ko/learn/r-cnn?engine=wasm");
    await expect(page.getByRole("heading", { level: 1 })).toContainText("분류기에게 이천 번 묻기");
    const guess = simulation(page).getByRole("button", { name: "F", exact: true });
    await answering(guess);
    await guess.click();
    await expect(simulation(page).getByTestId("guess-answer").first()).toContainText("맞았어요");
    await expect(crops(page)).toHaveCount(0);
    await simulation(page).getByRole("button", { name: "한 번: 그림 전체를" }).click();
    await expect(simulation(page).getByTestId("guess-answer").last()).toContainText("짐작과 달라요. 96번이에요");
  });

  await test.step("every proposal is looked at live; fewer proposals mean fewer passes", async () => {
    await expect(simulation(page)).toHaveAttribute("data-status", "live", { timeout: 120_000 });
    await expect(crops(page)).toHaveCount(96);
    await page.getByRole("slider", { name: "보는 후보 수" }).focus();
    await page.keyboard.press("Home");
    await expect(crops(page)).toHaveCount(1);
    await page.keyboard.press("End");
    await expect(crops(page)).toHaveCount(96);
    await expect(page).toHaveURL(/r-cnn\.counted/);
  });

  await test.step("the arrow keys choose a crop, and its SVMs answer by themselves", async () => {
    const chosen = simulation(page).locator('[data-crop][aria-pressed="true"]');
    const first = await chosen.getAttribute("data-crop");
    await chosen.focus();
    await page.keyboard.press("ArrowRight");
    await expect(chosen).not.toHaveAttribute("data-crop", first ?? "");
    await expect(chosen).toBeFocused();
    await simulation(page).locator('[data-crop="22"]').click();
    await expect(page).toHaveURL(/r-cnn\.crop=22/);
    await page.getByRole("radio", { name: "한 후보" }).click();
    await expect(simulation(page)).toContainText("22번째 후보는");
    await expect(simulation(page).getByRole("listitem").filter({ hasText: "고양이" }).first()).toContainText("0.89");
    await page.getByRole("radio", { name: "점수 하나" }).click();
    await expect(simulation(page)).toContainText("w · f + b =");
  });

  await test.step("a scene that is left before it is computed is dropped, the last one stands", async () => {
    const next = simulation(page).getByRole("button", { name: /다음/ });
    for (let scene = 2; scene <= 4; scene++) await next.click();
    await expect(simulation(page)).toHaveAttribute("data-status", "live", { timeout: 120_000 });
    await expect(page).toHaveURL(/r-cnn\.scene=4/);
    await expect(simulation(page).getByRole("combobox")).toHaveValue("horse");
  });

  await test.step("in English, level 1 answered rightly earns three stars", async () => {
    await playByKeys(page, { challenge, enter, level: 1, answerOf: (view) => challenge.solve({ view, truth: null }) });
    await expect(page.getByRole("img", { name: "3 of 3 stars" })).toBeVisible();
  });

  await test.step("level 5, answered as if any object counted, is named, and the replay places box after box on its rulers", async () => {
    const id = "any-class-counts";
    const belief = rivals.beliefs.find(({ misconception }) => misconception === id);
    const view = await playByKeys(page, { challenge, enter, level: 5, answerOf: (each) => belief?.play(each) ?? challenge.empty(each) });
    const verdict = page.getByTestId("verdict");
    await expect(verdict).toContainText(topic.misconceptions.find((one) => one.id === id)?.correction.en ?? "");
    await expect(verdict.getByRole("group", { name: "Labels on the IoU rulers" })).toContainText("✗");
    const slider = verdict.getByRole("group", { name: "Step", exact: true }).getByRole("slider");
    await slider.focus();
    await page.keyboard.press("End");
    await expect(slider).toHaveAttribute("aria-valuenow", String(view.boxes.length));
  });

  await test.step("the skill comes back as a card", async () => {
    await page.goto("/ko/review");
    await expect(page.getByTestId("card").locator(`section[data-kind=${KIND}]`)).toHaveAttribute("data-phase", "playing");
  });
});

test("level 5 measures any two boxes without answering anything", async ({ page }) => {
  await page.goto(`/en/play/${KIND}?level=5&seed=measured`);
  const board = page.locator(`section[data-kind="${KIND}"]`);
  await expect(board).toHaveAttribute("data-phase", "playing");
  const submit = await page.getByTestId("submit").innerText();
  const chips = board.getByRole("list", { name: "Two boxes to measure" });
  await chips.locator('[data-chip="1"]').click();
  await chips.locator('[data-chip="A"]').click();
  await expect(board).toContainText(/1 ↔ A|A ↔ 1/);
  await expect(page.getByTestId("submit")).toHaveText(submit);
});
