import { expect, test, type Page } from "@playwright/test";
import { challenge as splat } from "@/content/topics/objects-as-points/challenges/center-splat/challenge";
import { keyboard as playSplat } from "@/content/topics/objects-as-points/challenges/center-splat/keyboard";
import { rivals as splatRivals } from "@/content/topics/objects-as-points/challenges/center-splat/rivals";
import { challenge as peaks } from "@/content/topics/objects-as-points/challenges/centernet-peaks/challenge";
import { keyboard as playPeaks } from "@/content/topics/objects-as-points/challenges/centernet-peaks/keyboard";
import { rivals as peaksRivals } from "@/content/topics/objects-as-points/challenges/centernet-peaks/rivals";
import { topic } from "@/content/topics/objects-as-points/topic";
import type { Level } from "@/lib/challenges";
import { answering, handsOn, Keyboard } from "./hands";

const simulation = (page: Page) => page.getByTestId("points");
const board = (page: Page, kind: string) => page.locator(`section[data-kind="${kind}"]`);
const correction = (id: string) => topic.misconceptions.find((one) => one.id === id)?.correction.en ?? "";

/** Opens a round that the server draws, so that it counts; the seed it was drawn by. */
async function open(page: Page, kind: string, level: Level): Promise<string> {
  await page.goto(`/en/play/${kind}?level=${level}`);
  await expect(board(page, kind)).toHaveAttribute("data-phase", "playing");
  return (await board(page, kind).getAttribute("data-seed")) ?? "";
}

async function handIn(page: Page, keys: Keyboard): Promise<void> {
  await keys.reach(page.getByTestId("submit"));
  await keys.press("Enter");
  await expect(page.getByTestId("settlement")).toHaveAttribute("data-status", "settled");
}

test("CenterNet from the lesson to the card: peaks are guessed, depths opened, rounds of both kinds by keys alone", async ({ page }) => {
  test.setTimeout(300_000);
  const keys = new Keyboard(page);
  await test.step("in Korean, the lesson asks how many cells stay", async () => {
    await page.goto("/ko/learn/objects-as-points?engine=wasm");
    const guess = simulation(page).getByRole("button", { name: "2", exact: true });
    await answering(guess);
    await guess.click();
    await expect(simulation(page).getByTestId("guess-answer")).toContainText("맞았어요. 7칸 가운데 2칸이 남아요.");
    await expect(simulation(page)).toHaveAttribute("data-status", "live", { timeout: 120_000 });
  });

  await test.step("arrow keys choose a cell; its window and its box's sums are shown", async () => {
    await page.goto("/en/learn/objects-as-points?engine=wasm&points.open=1&points.depth=window");
    await expect(simulation(page).getByTestId("window-panel")).toContainText("None exceeds it: a peak.");
    await page.getByTestId("cell-pointer").focus();
    await page.keyboard.press("ArrowUp");
    await expect(simulation(page).getByTestId("window-panel")).toContainText("A neighbour exceeds it: no peak.");
    await expect(page).toHaveURL(/points\.cell=\d+/);
    await page.getByRole("radio", { name: "One box" }).click();
    await expect(page.getByTestId("box-sum")).toContainText(/\+ .*\) × 4 =/);
  });

  await test.step("peaks, level 3: rightly, three stars", async () => {
    const instance = peaks.generate(await open(page, "centernet-peaks", 3), 3);
    await playPeaks(handsOn(keys, board(page, "centernet-peaks")), instance.view, peaks.solve(instance));
    await handIn(page, keys);
    await expect(page.getByRole("img", { name: "3 of 3 stars" })).toBeVisible();
  });

  await test.step("level 5, as if four cells were all neighbours: it is named", async () => {
    const { view } = peaks.generate(await open(page, "centernet-peaks", 5), 5);
    const belief = peaksRivals.beliefs.find(({ misconception }) => misconception === "four-neighbours");
    await playPeaks(handsOn(keys, board(page, "centernet-peaks")), view, belief?.play(view) ?? peaks.empty(view));
    await handIn(page, keys);
    await expect(page.getByTestId("verdict")).toContainText(correction("four-neighbours"));
  });

  await test.step("a radius is typed, level 5; at level 4 whoever adds two hills is told so", async () => {
    const fifth = splat.generate(await open(page, "center-splat", 5), 5);
    await playSplat(handsOn(keys, board(page, "center-splat")), fifth.view, splat.solve(fifth));
    await handIn(page, keys);
    await expect(page.getByRole("img", { name: "3 of 3 stars" })).toBeVisible();
    const { view } = splat.generate(await open(page, "center-splat", 4), 4);
    const belief = splatRivals.beliefs.find(({ misconception }) => misconception === "hills-add-up");
    await playSplat(handsOn(keys, board(page, "center-splat")), view, belief?.play(view) ?? splat.empty(view));
    await handIn(page, keys);
    await expect(page.getByTestId("verdict")).toContainText(correction("hills-add-up"));
  });
});
