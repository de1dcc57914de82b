import { expect, test, type Page } from "@playwright/test";
import { challenge as graph } from "@/content/topics/autograd/challenges/autograd-graph/challenge";
import { keyboard as enterGraph } from "@/content/topics/autograd/challenges/autograd-graph/keyboard";
import { rivals as graphRivals } from "@/content/topics/autograd/challenges/autograd-graph/rivals";
import { challenge as shapes } from "@/content/topics/autograd/challenges/transpose-shapes/challenge";
import { keyboard as enterShapes } from "@/content/topics/autograd/challenges/transpose-shapes/keyboard";
import { rivals as shapeRivals } from "@/content/topics/autograd/challenges/transpose-shapes/rivals";
import { topic } from "@/content/topics/autograd/topic";
import { answering, playByKeys } from "./hands";

const simulation = (page: Page) => page.getByTestId("autograd");
const drawn = (page: Page) => simulation(page).getByRole("img", { name: /^계산 그래프/ });
const correction = (id: string) => topic.misconceptions.find((one) => one.id === id)?.correction.en ?? "";

test("a tape is rolled back: a guess, arrow by arrow, overwriting, a typed expression, a layer", async ({ page }) => {
  test.setTimeout(240_000);
  await page.goto("/ko/learn/autograd");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("자동 미분");
  const guess = simulation(page).getByRole("button", { name: "2", exact: true });
  await answering(guess);
  await expect(drawn(page)).not.toHaveAccessibleName(/∂L/);
  await guess.click();
  await expect(simulation(page).getByTestId("guess-answer")).toContainText("짐작과 달라요");
  await expect(simulation(page)).toHaveAttribute("data-status", "live", { timeout: 60_000 });

  const next = simulation(page).getByRole("button", { name: "다음 단계" });
  for (let i = 0; i < 3; i++) await next.click();
  await expect(drawn(page)).toHaveAccessibleName(/∂L\/∂a = 3/);
  await page.getByRole("switch", { name: /만나면 더하기/ }).click();
  await expect(drawn(page)).toHaveAccessibleName(/∂L\/∂a = 2/);
  await expect(page).toHaveURL(/autograd\.add=(0|false)/);
  await page.getByRole("switch", { name: /만나면 더하기/ }).click();

  const field = page.getByRole("textbox", { name: "식 적기" });
  await field.fill("p = a + b; p*p +");
  await expect(simulation(page)).toContainText("식이 도중에 끝났어요");
  await field.fill("p = a + b; p*p");
  await expect(drawn(page)).toHaveAccessibleName(/p = a \+ b = 5/);
  await page.getByRole("radio", { name: "한 자리" }).click();
  await page.getByRole("radio", { name: "p", exact: true }).click();
  for (let i = 0; i < 4; i++) await next.click();
  await expect(simulation(page)).toContainText("5 + 5 = 10");
  await expect(simulation(page).getByRole("region", { name: "입력을 0.01 키워 보면" })).toContainText("10");

  await page.getByRole("radio", { name: "행렬의 층" }).click();
  await next.click();
  await expect(simulation(page).getByRole("img", { name: /^∂L\/∂x = G · W: / })).toBeVisible();
  await page.getByRole("radio", { name: "TF.js: in × out" }).click();
  await expect(simulation(page).getByRole("img", { name: /^∂L\/∂x = G · Wᵀ: / })).toBeVisible();
});

test("autograd-graph by keys alone: level 1 right, level 2 of who overwrites is named", async ({ page }) => {
  test.setTimeout(240_000);
  await playByKeys(page, { challenge: graph, enter: enterGraph, level: 1, answerOf: (view) => graph.solve({ view, truth: null }) });
  await expect(page.getByRole("img", { name: "3 of 3 stars" })).toBeVisible();
  const belief = graphRivals.beliefs.find(({ misconception }) => misconception === "fan-out-overwrites");
  await playByKeys(page, { challenge: graph, enter: enterGraph, level: 2, answerOf: (view) => belief?.play(view) ?? graph.empty(view) });
  await expect(page.getByTestId("verdict")).toContainText(correction("fan-out-overwrites"));
});

test("transpose-shapes by keys alone: level 1 right, level 5 of who turns W anyway is named", async ({ page }) => {
  test.setTimeout(240_000);
  await playByKeys(page, { challenge: shapes, enter: enterShapes, level: 1, answerOf: (view) => shapes.solve({ view, truth: null }) });
  await expect(page.getByRole("img", { name: "3 of 3 stars" })).toBeVisible();
  const belief = shapeRivals.beliefs.find(({ misconception }) => misconception === "always-transpose");
  await playByKeys(page, { challenge: shapes, enter: enterShapes, level: 5, answerOf: (view) => belief?.play(view) ?? shapes.empty(view) });
  await expect(page.getByTestId("verdict")).toContainText(correction("always-transpose"));
});
