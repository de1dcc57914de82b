/** The topic on class activation maps, as a learner goes through it. */
import { expect, test, type Locator, type Page } from "@playwright/test";
import { challenge } from "@/content/topics/cam/challenges/cam-mixer/challenge";
import { nearest, range } from "@/content/topics/cam/challenges/cam-mixer/mix";
import { LEARNT, scoreOf, shareOf } from "@/content/topics/cam/desk";
import { RECORDED, recordedDesk } from "@/content/topics/cam/recording";
import type { Level } from "@/lib/challenges";
import { num } from "@/lib/words";

const desk = (page: Page) => page.getByTestId("desk");
const twoWays = (page: Page) => page.getByTestId("two-ways");
const board = (page: Page) => page.locator("section[data-kind=cam-mixer]");
const settled = (page: Page) => expect(page.getByTestId("settlement")).toHaveAttribute("data-status", "settled");

/** A round that the server draws for this learner. */
async function openRound(page: Page, level: Level) {
  await page.goto(`/en/play/cam-mixer?level=${level}`);
  await expect(board(page)).toHaveAttribute("data-phase", "playing");
  const instance = challenge.generate((await board(page).getAttribute("data-seed")) ?? "", level);
  return { instance, answer: challenge.solve(instance) };
}

/** Arrow keys from 0 to the weight, as a hand on the fader does. */
async function move(fader: Locator, weight: number) {
  await fader.focus();
  for (let step = 0; step < Math.abs(weight); step++) await fader.press(weight > 0 ? "ArrowRight" : "ArrowLeft");
  await expect(fader).toHaveAttribute("aria-valuenow", String(weight));
}

async function mixBy(page: Page, weights: readonly number[]) {
  for (const [k, weight] of weights.entries()) await move(board(page).getByRole("slider").nth(k), weight);
}

test("the lesson's desk: recorded first, guess, live, and the score both ways to the last digit", async ({ page }) => {
  const recorded = recordedDesk(RECORDED)!;
  let letThrough = () => {};
  const gate = new Promise<void>((open) => (letThrough = open));
  await page.route("**/models/classifier/**", async (route) => {
    await gate;
    await route.continue();
  });
  await page.goto("/en/learn/cam?engine=wasm");
  await expect(desk(page)).toHaveAttribute("data-status", "recorded");
  await expect(twoWays(page)).toContainText(num(scoreOf(recorded, LEARNT), 4));
  await expect(twoWays(page)).toHaveAttribute("data-equal", "true");
  await expect(desk(page).getByRole("slider")).toHaveCount(0);

  await page.getByRole("button", { name: "Only cells where it is on cool, and the score falls" }).click();
  const fader = desk(page).getByRole("slider").first();
  await expect(fader).toHaveAttribute("aria-valuenow", "0");
  const without = num(scoreOf(recorded, LEARNT) - shareOf(recorded, LEARNT, 0), 4);
  await expect(twoWays(page)).toContainText(without);
  await expect(page.getByText(/^Right\. With fader A at 0/)).toBeVisible();

  letThrough();
  await expect(desk(page)).toHaveAttribute("data-status", "live", { timeout: 60_000 });
  // The recording is as good as the live answer, to the last digit shown.
  await expect(twoWays(page)).toContainText(without);
  await fader.press("End");
  await expect(twoWays(page)).toHaveAttribute("data-equal", "true");
  await expect(page).toHaveURL(/cam\.g0=2/);

  await page.getByRole("switch", { name: /Apply a ReLU/ }).click();
  await expect(twoWays(page)).toHaveAttribute("data-equal", "false");
  await page.getByRole("switch", { name: /Apply a ReLU/ }).click();
  await page.getByRole("radio", { name: "Sum" }).click();
  await expect(page.getByTestId("sums")).toContainText("Row 7, column 7");
  await page.getByRole("combobox", { name: "Which class?" }).selectOption("-2");
  await expect(desk(page)).toHaveAttribute("data-status", "live", { timeout: 60_000 });
  await expect(desk(page)).toContainText("asked: bicycle");
  await expect(twoWays(page)).toHaveAttribute("data-equal", "true");
});

test("cam-mixer: level 1 with the mix in sight, a cell asked for, three stars", async ({ page }) => {
  const { instance, answer } = await openRound(page, 1);
  await expect(board(page).getByText("Your mix")).toBeVisible();
  await mixBy(page, answer.weights);
  const { tiles, target } = instance.view;
  const cell = target.indexOf(Math.max(...target));
  await board(page).locator(`[data-cell="${cell}"]`).click();
  const terms = answer.weights.map((weight, k) => `${weight} × ${tiles[k].values[cell]}`).join(" + ");
  await expect(page.getByTestId("probe")).toContainText(`${terms} = ${target[cell]}, T = ${target[cell]}`);
  await page.getByTestId("submit").click();
  await settled(page);
  await expect(page.getByTestId("verdict").getByRole("img", { name: "3 of 3 stars" })).toBeVisible();
  await expect(page.getByTestId("verdict")).toContainText("That is T.");
});

test("cam-mixer: level 5 by who takes a 0 behind the ReLU for a 0, the belief named and the faders put right, then a review card", async ({
  page,
}) => {
  const { instance, answer } = await openRound(page, 5);
  const { view } = instance;
  await expect(board(page).getByText("Your mix")).toHaveCount(0);
  const believed = nearest({ ...view, relu: false }, range(-3, 3))?.weights ?? [];
  await mixBy(page, believed);
  await expect(page.getByTestId("submit")).toContainText("Type the score");
  const sums = view.tiles.map(({ values }) => values.reduce((all, v) => all + v, 0));
  const score = believed.reduce((all, weight, k) => all + (weight * sums[k]) / 49, (view.bias ?? 0) / 10);
  await board(page).getByRole("textbox").fill(score.toFixed(2));
  await page.getByTestId("submit").click();
  await settled(page);
  await expect(page.getByTestId("verdict")).toContainText("Where the map shows 0, the sum was exactly 0.");
  // The replay opens at the first fader that moves to its place, and ends at T.
  const slider = page.getByTestId("verdict").getByRole("group", { name: "Step", exact: true }).getByRole("slider");
  await slider.focus();
  await page.keyboard.press("End");
  await expect(page.getByTestId("verdict")).toContainText("That is T.");
  const right = answer.weights.map((weight, k) => `${"ABCDE"[k]} × ${num(weight)}`);
  for (const chip of right) await expect(page.getByTestId("verdict")).toContainText(chip);

  // The attempt has made a card of this skill, and it is due at once.
  await page.goto("/en/review");
  await expect(board(page)).toHaveAttribute("data-phase", "playing");
});
