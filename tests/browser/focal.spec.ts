import { expect, test, type Page } from "@playwright/test";
import { keyboard as play } from "@/content/topics/focal-loss/challenges/focal-gamma/keyboard";
import { challenge } from "@/content/topics/focal-loss/challenges/focal-gamma/challenge";
import training from "@/content/topics/focal-loss/training.json" with { type: "json" };
import type { Level } from "@/lib/challenges";
import { answering, handsOn, Keyboard } from "./hands";

const KIND = "focal-gamma";
const board = (page: Page) => page.locator(`section[data-kind=${KIND}]`);
const panel = (page: Page) => page.getByTestId("training");
/** The number under a name, as the panel shows it. */
const stat = (page: Page, name: string) => panel(page).locator("dl").filter({ hasText: name }).locator("dd");
const steps = async (page: Page) => Number((await stat(page, "스텝").first().innerText()).replace(",", ""));

/** A round that the server draws for this learner, so that it counts. */
async function openDrawn(page: Page, level: Level) {
  await page.goto(`/ko/play/${KIND}?level=${level}`);
  await expect(board(page)).toHaveAttribute("data-phase", "playing");
  return challenge.generate((await board(page).getAttribute("data-seed")) ?? "", level);
}

test("focal loss from the lesson to the card: the budget turns with γ, a head trains and goes on, rounds are judged, the skill comes up for review", async ({
  page,
}) => {
  test.setTimeout(300_000);
  await test.step("the lesson asks first, then shows the recorded losses", async () => {
    await page.goto("/ko/learn/focal-loss?engine=wasm");
    await expect(page.getByRole("heading", { level: 1 })).toContainText("focal loss");
    await expect(page.getByTestId("budget")).toHaveCount(0);
    const guess = page.getByRole("button", { name: "30%쯤", exact: true });
    await answering(guess);
    await guess.click();
    await expect(page.getByTestId("budget")).toContainText("γ 0.0 값");
  });

  await test.step("at γ 0 the focal bar is cross-entropy's, and it leaves it as γ grows", async () => {
    const row = (id: string) => page.getByTestId("budget").locator(`[data-row=${id}]`);
    const shares = async (id: string) => (await row(id).innerText()).match(/[\d.]+%/g);
    expect(await shares("focal")).toEqual(await shares("entropy"));
    await page.getByRole("slider", { name: /집중/ }).focus();
    await page.keyboard.press("End");
    await expect(page.getByTestId("budget")).toContainText("γ 5.0 값");
    expect(await shares("focal")).not.toEqual(await shares("entropy"));
  });

  await test.step("a recorded run stands there; a live one starts, stops and goes on from where it was", async () => {
    await page.getByRole("radio", { name: "직접 학습" }).click();
    await expect(panel(page)).toHaveAttribute("data-status", "recorded");
    await expect(stat(page, "스텝").first()).toHaveText(String(training.steps));
    await panel(page).getByRole("button", { name: "학습 시작" }).click();
    await expect(panel(page)).toHaveAttribute("data-status", "training", { timeout: 120_000 });
    await expect.poll(() => steps(page), { timeout: 60_000 }).toBeGreaterThan(20);
    await panel(page).getByRole("button", { name: "멈추기" }).click();
    await expect(panel(page)).toHaveAttribute("data-status", "stopped");
    const stopped = await steps(page);
    await panel(page).getByRole("button", { name: "이어서 학습" }).click();
    await expect.poll(() => steps(page), { timeout: 60_000 }).toBeGreaterThan(stopped);
  });

  await test.step("another γ stops it, and with the same one again it goes on from there", async () => {
    await page.getByRole("slider", { name: /집중/ }).focus();
    await page.keyboard.press("ArrowRight");
    await expect(panel(page)).toHaveAttribute("data-status", "recorded");
    await page.keyboard.press("ArrowLeft");
    await expect(panel(page)).toHaveAttribute("data-status", "stopped");
    await expect(panel(page).getByRole("button", { name: "이어서 학습" })).toBeVisible();
  });

  await test.step("level 1 is played to three stars", async () => {
    const instance = await openDrawn(page, 1);
    await play(handsOn(new Keyboard(page), board(page)), instance.view, challenge.solve(instance));
    await page.getByTestId("submit").click();
    await expect(page.getByTestId("verdict").getByRole("img", { name: "별 3개 중 3개" })).toBeVisible();
    await expect(page.getByTestId("settlement")).toHaveAttribute("data-status", "settled");
  });

  await test.step("at level 5 too large a γ is seen through, and the replay shows the limit that breaks", async () => {
    const instance = await openDrawn(page, 5);
    const { alpha } = challenge.solve(instance);
    await play(handsOn(new Keyboard(page), board(page)), instance.view, { gamma: 50, alpha });
    await page.getByTestId("submit").click();
    const verdict = page.getByTestId("verdict");
    await expect(verdict).toContainText("γ가 더 작아야 해요");
    await expect(verdict.getByRole("group", { name: "단계", exact: true })).toBeVisible();
    await expect(verdict).toContainText("γ 5.0");
    await expect(page.getByTestId("settlement")).toHaveAttribute("data-status", "settled");
  });

  await test.step("the skill is due, as a card with fresh numbers", async () => {
    await page.goto("/ko/review");
    await expect(page.getByTestId("card").locator(`section[data-kind=${KIND}]`)).toHaveAttribute("data-phase", "playing");
  });
});

test("a training stopped before its first step leaves nothing behind, and the next one begins at the beginning", async ({ page }) => {
  test.setTimeout(240_000);
  let letThrough = () => {};
  const gate = new Promise<void>((open) => (letThrough = open));
  await page.route("**/models/classifier/**", async (route) => {
    await gate;
    await route.continue();
  });
  await page.goto("/ko/learn/focal-loss?engine=wasm&focal.panel=train");
  const button = (name: string) => panel(page).getByRole("button", { name, exact: true });
  await button("학습 시작").click();
  await expect(panel(page)).toHaveAttribute("data-status", "reading");
  await button("멈추기").click();
  // There is nothing to go on from: what was recorded stands there again.
  await expect(panel(page)).toHaveAttribute("data-status", "recorded");
  await expect(button("이어서 학습")).toHaveCount(0);
  await expect(button("처음부터")).toHaveCount(0);
  await expect(stat(page, "스텝").first()).toHaveText(String(training.steps));
  letThrough();

  await button("학습 시작").click();
  await expect(panel(page)).toHaveAttribute("data-status", "training", { timeout: 120_000 });
  // The run that was taken back has not gone on: this one counts from its own first steps.
  expect(await steps(page)).toBeLessThan(training.steps);
  await button("멈추기").click();
  await expect(panel(page)).toHaveAttribute("data-status", "stopped");
  const stopped = await steps(page);
  await button("이어서 학습").click();
  await button("멈추기").click();
  // Taken back before it went a step further, a run that goes on keeps what it had.
  await expect(panel(page)).toHaveAttribute("data-status", "stopped");
  expect(await steps(page)).toBeGreaterThanOrEqual(stopped);
});

test("a training whose WebGL context is lost says so, and another backend trains on", async ({ page }) => {
  test.setTimeout(300_000);
  await page.goto("/ko/learn/focal-loss?engine=webgl&focal.panel=train");
  await panel(page).getByRole("button", { name: "학습 시작" }).click();
  // The first scenes are read: the backend is at work.
  await expect(panel(page)).toContainText("/160)", { timeout: 120_000 });
  const [worker] = page.workers();
  await worker.evaluate(() => {
    const { _tfengine } = globalThis as unknown as { _tfengine: { backend: { gpgpu: { gl: WebGL2RenderingContext } } } };
    _tfengine.backend.gpgpu.gl.getExtension("WEBGL_lose_context")?.loseContext();
  });
  await expect(panel(page)).toHaveAttribute("data-status", "failed");
  await panel(page).getByRole("button", { name: "학습 시작" }).click();
  await expect(panel(page)).toContainText("/160)", { timeout: 120_000 });
});

for (const screen of [
  { width: 390, height: 844 },
  { width: 1280, height: 800 },
])
  test(`the sliders stay in place whatever is weighed and however small it is, ${screen.width} px wide`, async ({ page }) => {
    await page.setViewportSize(screen);
    for (const locale of ["ko", "en"]) {
      await page.goto(`/${locale}/play/${KIND}?level=5&seed=still`);
      await expect(board(page)).toHaveAttribute("data-phase", "playing");
      const keys = new Keyboard(page);
      const slider = board(page).getByRole("slider").first();
      const place = () =>
        board(page)
          .getByTestId("scale")
          .evaluate((node) => node.getBoundingClientRect().height);
      const before = await place();
      await keys.slide(slider, 5, 0.1);
      for (const group of await board(page).locator("button[aria-pressed]").all()) {
        await group.click();
        await expect(group).toHaveAttribute("aria-pressed", "true");
        expect(await place()).toBe(before);
      }
      await keys.slide(slider, 0, 0.1);
      expect(await place()).toBe(before);
    }
  });
