/** The topic on class activation maps, as a learner goes through it. */
import { expect, test, type Locator, type Page } from "@playwright/test";
import { challenge } from "@/content/topics/cam/challenges/cam-mixer/challenge";
import { nearest, range } from "@/content/topics/cam/challenges/cam-mixer/mix";
import { LEARNT, MAP_SIDE, mapOf, scoreOf, shareOf } from "@/content/topics/cam/desk";
import { RECORDED, recordedDesk } from "@/content/topics/cam/recording";
import type { Level } from "@/lib/challenges";
import { num } from "@/lib/words";
import { answering, Keyboard } from "./hands";

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

/** The mix of who takes a 0 behind the ReLU for a sum of 0. */
const believedOf = ({ view }: Awaited<ReturnType<typeof openRound>>["instance"]) =>
  nearest({ ...view, relu: false }, range(-3, 3))?.weights ?? [];

/** A round of level 5 in which that belief moves a fader at all: one in fifty leaves all at 0. */
async function openWhereBelieved(page: Page) {
  let round = await openRound(page, 5);
  while (believedOf(round.instance).every((weight) => weight === 0)) round = await openRound(page, 5);
  return round;
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

  const guess = page.getByRole("button", { name: "Only cells where it is on cool, and the score falls" });
  await answering(guess);
  await guess.click();
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
  const { instance, answer } = await openWhereBelieved(page);
  const { view } = instance;
  await expect(board(page).getByText("Your mix")).toHaveCount(0);
  const believed = believedOf(instance);
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

/** What the strips' formulas add up to with the other channels, as a learner reads it. */
const heres = (page: Page) => page.getByTestId("strips").locator("[data-here]");

test("a cell that is pointed at opens its sum in every map at once, at whatever depth", async ({ page }) => {
  const recorded = recordedDesk(RECORDED)!;
  const sumAt = (row: number, column: number) => num(mapOf(recorded, LEARNT)[(row - 1) * MAP_SIDE + column - 1], 2);
  await page.goto("/en/learn/cam?engine=wasm&cam.open=1");
  const map = desk(page).getByTestId("cell-pointer");
  const line = desk(page).getByTestId("cell-line");
  await answering(map);
  await expect(heres(page)).toHaveCount(0);

  const box = (await map.boundingBox())!;
  const over = (row: number, column: number) => ({
    x: ((column - 0.5) * box.width) / MAP_SIDE,
    y: ((row - 0.5) * box.height) / MAP_SIDE,
  });
  await map.hover({ position: over(6, 7) });
  await expect(line).toContainText("Row 6, column 7");
  await expect(line).toContainText(`= ${sumAt(6, 7)}`);
  await expect(heres(page)).toHaveCount(8);
  const weight = num(recorded.strips[0].weight, 2);
  await expect(heres(page).first()).toContainText(`${weight} × ${num(recorded.strips[0].map[5 * MAP_SIDE + 6], 2)}`);
  // The same cell is ringed in the sum and in each channel.
  await expect(desk(page).locator('[data-ring="76"]')).toHaveCount(9);
  await expect(page).not.toHaveURL(/cam\.depth/);

  // A pointer that leaves closes it, a tap keeps it, also in a link; a fader changes it as it moves.
  await page.getByRole("heading", { level: 1 }).hover();
  await expect(heres(page)).toHaveCount(0);
  await map.click({ position: over(6, 7) });
  await page.getByRole("heading", { level: 1 }).hover();
  await expect(line).toContainText(`= ${sumAt(6, 7)}`);
  await expect(page).toHaveURL(/cam\.read=1/);
  const fader = page.getByTestId("strips").getByRole("slider").first();
  await fader.press("Home");
  await expect(line).not.toContainText(`= ${sumAt(6, 7)}`);
  await expect(heres(page).first()).toContainText(`${num(-2 * recorded.strips[0].weight, 2)} × `);
  await fader.press("End");

  // A channel's own map is pointed at as well.
  await page
    .getByTestId("strips")
    .getByRole("img")
    .first()
    .hover({ position: { x: 2, y: 2 } });
  await expect(line).toContainText("Row 1, column 1");
});

test("a cell is read by keys alone, and Escape ends it", async ({ page }) => {
  await page.goto("/ko/learn/cam?engine=wasm&cam.open=1");
  const keyboard = new Keyboard(page);
  const map = desk(page).getByTestId("cell-pointer");
  await answering(map);
  await keyboard.reach(map);
  await keyboard.press("ArrowUp");
  const line = desk(page).getByTestId("cell-line");
  await expect(line).toContainText("7행 8열");
  const said = desk(page).getByRole("status").filter({ hasText: "7행 8열" });
  await expect(said).toHaveCount(1);
  await keyboard.press("Home");
  await expect(line).toContainText("7행 1열");
  await expect(heres(page)).toHaveCount(8);
  await keyboard.press("Escape");
  await expect(heres(page)).toHaveCount(0);
});
