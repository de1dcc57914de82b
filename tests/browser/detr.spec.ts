import { expect, test, type Page } from "@playwright/test";
import { challenge } from "@/content/topics/detr/challenges/detr-matching/challenge";
import { keyboard as enter } from "@/content/topics/detr/challenges/detr-matching/keyboard";
import { rivals } from "@/content/topics/detr/challenges/detr-matching/rivals";
import { topic } from "@/content/topics/detr/topic";
import { answering, playByKeys } from "./hands";

const KIND = "detr-matching";
const simulation = (page: Page) => page.getByTestId("detr");
const stat = (page: Page, name: string) => simulation(page).locator("dl").filter({ hasText: name }).locator("dd").first();

test("DETR from the lesson to the card: recorded answers, live ones, a training, rounds at levels 1 and 5, the skill for review", async ({
  page,
}) => {
  test.setTimeout(300_000);
  await test.step("in Korean, the lesson asks who answers for the sofa, and what NMS takes away", async () => {
    await page.goto("/ko/learn/detr?engine=wasm");
    await expect(page.getByRole("heading", { level: 1 })).toContainText("물체는 집합이에요");
    const guess = simulation(page).getByRole("button", { name: "7", exact: true });
    await answering(guess);
    await guess.click();
    await expect(simulation(page).getByTestId("guess-answer").first()).toContainText("맞았어요. 질의 7");
    await simulation(page)
      .getByRole("button", { name: /DETR에는 중복이 없으니까요/ })
      .click();
    await expect(simulation(page).getByTestId("guess-answer").last()).toContainText("짐작과 달라요. 화분에 질의 4, 3");
  });

  await test.step("the network answers live; NMS drops the second answer for the plant", async () => {
    await expect(simulation(page)).toHaveAttribute("data-status", "live", { timeout: 120_000 });
    await expect(stat(page, "두 번 찾은 물체")).toHaveText("1");
    await page.getByRole("slider", { name: /NMS 임계값/ }).focus();
    await page.keyboard.press("Home");
    await expect(stat(page, "두 번 찾은 물체")).toHaveText("0");
    await expect(page).toHaveURL(/detr\.overlap=0\.3/);
  });

  await test.step("one query has its probabilities, and one pair its arithmetic", async () => {
    await page.getByRole("radio", { name: "질의 하나" }).click();
    await expect(simulation(page)).toContainText("스물한 확률 가운데");
    await page.getByRole("radio", { name: "비용 하나" }).click();
    await expect(simulation(page)).toContainText("질의 7과 물체 A(소파)의 비용");
  });

  await test.step("before its first step the trained run says nothing, and its matching costs more", async () => {
    const total = async () => Number((await stat(page, "짝짓기의 비용").innerText()).replace("−", "-"));
    const trained = await total();
    await page.getByRole("radio", { name: "학습하는 동안" }).click();
    await page.getByRole("slider", { name: "학습 걸음" }).focus();
    await page.keyboard.press("Home");
    await expect(stat(page, "답한 질의")).toHaveText("0");
    await expect.poll(total).toBeGreaterThan(trained + 5);
  });

  await test.step("in English, level 1 answered rightly earns three stars", async () => {
    await playByKeys(page, { challenge, enter, level: 1, answerOf: (view) => challenge.solve({ view, truth: null }) });
    await expect(page.getByRole("img", { name: "3 of 3 stars" })).toBeVisible();
  });

  await test.step("level 5, the cheapest pair first, is named, and the replay ends with all objects matched", async () => {
    const id = "best-pair-first";
    const belief = rivals.beliefs.find(({ misconception }) => misconception === id);
    await playByKeys(page, { challenge, enter, level: 5, answerOf: (each) => belief?.play(each) ?? challenge.empty(each) });
    const verdict = page.getByTestId("verdict");
    await expect(verdict).toContainText(topic.misconceptions.find((one) => one.id === id)?.correction.en ?? "");
    const slider = verdict.getByRole("group", { name: "Step", exact: true }).getByRole("slider");
    await slider.focus();
    await page.keyboard.press("End");
    await expect(verdict).toContainText(/Left over: .*“no object”/);
    await expect(verdict.getByRole("table", { name: "Costs and prices" })).toContainText("✗");
  });

  await test.step("the skill comes back as a card", async () => {
    await page.goto("/ko/review");
    await expect(page.getByTestId("card").locator(`section[data-kind=${KIND}]`)).toHaveAttribute("data-phase", "playing");
  });
});

test("a query's box in the picture is joined to the chosen object, and one that is given twice cannot be sent", async ({ page }) => {
  await page.goto(`/en/play/${KIND}?level=1&seed=twice`);
  const board = page.locator(`section[data-kind="${KIND}"]`);
  await expect(board).toHaveAttribute("data-phase", "playing");
  const box = board.getByRole("group", { name: "Objects and the queries' boxes" }).locator('[data-box-id="2"]');
  await box.focus();
  await page.keyboard.press("Space");
  await expect(board.getByRole("radio", { name: "A → 2" })).toBeVisible();
  await box.focus();
  await page.keyboard.press("Space");
  await expect(page.getByTestId("submit")).toHaveText("Query 2 has two objects");
});
