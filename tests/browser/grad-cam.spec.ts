/** The topic Grad-CAM as a learner goes through it who has no pointer, in Korean; and its bank reckoned anew in a browser. */
import { expect, test, type Page } from "@playwright/test";
import { challenge } from "@/content/topics/grad-cam/challenges/gradcam-regions/challenge";
import { SIDE } from "@/content/topics/grad-cam/challenges/gradcam-regions/cells";
import type { Answer } from "@/content/topics/grad-cam/challenges/gradcam-regions/instance";
import { rivals } from "@/content/topics/grad-cam/challenges/gradcam-regions/rivals";
import { GRIDS, WHICH } from "@/content/topics/grad-cam/challenges/gradcam-regions/words";
import { topic } from "@/content/topics/grad-cam/topic";
import type { Level } from "@/lib/challenges";
import { markCells } from "@/lib/challenges/keyboard";
import { servePage } from "./bundled";
import type {} from "./gradcam.page";
import { answering, handsOn, Keyboard } from "./hands";

const simulation = (page: Page) => page.getByTestId("grad-cam");
const board = (page: Page) => page.locator("section[data-kind=gradcam-regions]");
const verdict = (page: Page) => page.getByTestId("verdict");

/** Marks an answer and hands it in. */
async function play(page: Page, keyboard: Keyboard, { hot, cold }: Answer): Promise<void> {
  const hands = handsOn(keyboard, board(page));
  await markCells(hands, GRIDS.hot.ko, SIDE, hot);
  for (const cells of cold.length > 0 ? [cold] : []) {
    await hands.choose({ role: "radiogroup", name: WHICH.ko }, 1);
    await markCells(hands, GRIDS.cold.ko, SIDE, cells);
  }
  await keyboard.reach(page.getByTestId("submit"));
  await keyboard.press("Enter");
  await expect(page.getByTestId("settlement")).toHaveAttribute("data-status", "settled");
}

/** The instance of the round on the page. */
async function drawn(page: Page, level: Level) {
  await expect(board(page)).toHaveAttribute("data-phase", "playing");
  await expect(board(page)).toHaveAttribute("data-level", String(level));
  return challenge.generate((await board(page).getAttribute("data-seed")) ?? "", level);
}

test("lesson, simulation, level 1, level 5 by a wrong idea, verdict and card: in Korean, with the keyboard alone", async ({ page }) => {
  test.setTimeout(240_000);
  const keyboard = new Keyboard(page);
  let letThrough = () => {};
  const gate = new Promise<void>((open) => (letThrough = open));
  await page.route("**/models/classifier/**", async (route) => {
    await gate;
    await route.continue();
  });

  await test.step("a guess over the recorded example, then the live one; another class moves the peak", async () => {
    await page.goto("/ko/learn/grad-cam?engine=wasm");
    await expect(simulation(page)).toHaveAttribute("data-status", "recorded");
    const guess = page.getByRole("button", { name: "강아지 위" });
    await answering(guess);
    await keyboard.reach(guess);
    await keyboard.press("Enter");
    await expect(page.getByText("강아지를 짐작했지만 다른 곳이에요.")).toBeVisible();
    await expect(page.getByText("자동차의 맵에서 가장 뜨거운 칸은 자동차 위에 있어요.")).toBeVisible();
    letThrough();
    await expect(simulation(page)).toHaveAttribute("data-status", "live", { timeout: 60_000 });
    const hands = handsOn(keyboard, page.locator("body"));
    await hands.select({ role: "combobox", name: "보려는 클래스" }, "dog");
    await expect(page.getByText("강아지의 맵에서 가장 뜨거운 칸은 강아지 위에 있어요.")).toBeVisible({ timeout: 60_000 });
    await hands.choose({ role: "radiogroup", name: "얼마나 깊이 볼까요?" }, 2);
    const sum = page.getByTestId("cell-sum");
    await expect(sum).toContainText("나머지 122개");
    const before = await sum.innerText();
    await keyboard.reach(sum.getByRole("slider", { name: "행" }));
    await keyboard.press("Home");
    await expect(sum).toContainText("1행");
    expect(await sum.innerText()).not.toBe(before);
    await expect(page).toHaveURL(/grad-cam\.depth=sum/);
  });

  await test.step("from the lesson to level 1, played to three stars; the network runs again and agrees", async () => {
    const link = page.locator('a[href*="/play/gradcam-regions"]').first();
    await keyboard.reach(link);
    await keyboard.press("Enter");
    await expect(page).toHaveURL(/\/ko\/play\/gradcam-regions/);
    await play(page, keyboard, challenge.solve(await drawn(page, 1)));
    await expect(verdict(page)).toContainText("100점");
    await keyboard.reach(verdict(page).getByRole("button", { name: "이 브라우저에서 다시 계산해 보기" }));
    await keyboard.press("Enter");
    await expect(page.getByTestId("witness")).toContainText("49칸의 수가 모두 기록과 같고", { timeout: 60_000 });
  });

  await test.step("level 5 by the largest gradients: the belief is named, and the replay runs to the cells that were missed", async () => {
    await page.goto("/ko/play/gradcam-regions?level=5");
    const { view } = await drawn(page, 5);
    const belief = rivals.beliefs.find(({ misconception }) => misconception === "alpha-is-the-peak");
    const answer = belief?.play(view) ?? challenge.empty(view);
    await play(page, keyboard, answer);
    const { correction } = topic.misconceptions.find(({ id }) => id === "alpha-is-the-peak") ?? { correction: { ko: "", en: "" } };
    await expect(verdict(page)).toContainText(correction.ko);
    await expect(verdict(page).locator("[data-missed]").first()).toBeVisible();
    const slider = verdict(page).getByRole("group", { name: "단계", exact: true }).getByRole("slider");
    await keyboard.reach(slider);
    await keyboard.press("Home");
    await expect(slider).toHaveAttribute("aria-valuetext", /아직 아무것도 더하지 않았어요/);
    await expect(verdict(page).locator("[data-missed]")).toHaveCount(0);
    await keyboard.press("End");
    await expect(slider).toHaveAttribute("aria-valuetext", /내가 고른 칸이에요/);
  });

  await test.step("what was missed comes back as a card", async () => {
    await page.goto("/ko/review");
    await expect(board(page)).toHaveAttribute("data-phase", "playing");
  });
});

test("the bank is what a browser's own pass gives, number by number", async ({ page }) => {
  test.setTimeout(300_000);
  const served = await servePage("tests/browser/gradcam.page.ts");
  await page.goto(served.url);
  const { seen, differ } = await page.evaluate(() => window.plainlyAgain(8));
  await served.close();
  expect(seen).toBeGreaterThanOrEqual(60);
  expect(differ).toEqual([]);
});

for (const backend of ["webgpu", "webgl", "wasm", "cpu"] as const) {
  test(`the maps on ${backend} are the bank's to one in 999, cell by cell`, async ({ page }) => {
    test.setTimeout(300_000);
    const served = await servePage("tests/browser/gradcam.page.ts");
    await page.goto(served.url);
    const report = await page.evaluate((name) => window.onBackend(name, 16), backend);
    await served.close();
    expect(report.backend).toBe(backend);
    expect(report.seen).toBeGreaterThanOrEqual(30);
    expect(report.most).toBeLessThanOrEqual(1);
  });
}
