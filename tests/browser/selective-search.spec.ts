/** The topic on selective search, as a learner goes through it. */
import { expect, test, type Page } from "@playwright/test";
import { challenge } from "@/content/topics/selective-search/challenges/selective-search-merge/challenge";
import { keyboard as play } from "@/content/topics/selective-search/challenges/selective-search-merge/keyboard";
import { rivals } from "@/content/topics/selective-search/challenges/selective-search-merge/rivals";
import { MEASURES, RECORDED, recordedAnswer } from "@/content/topics/selective-search/question";
import { channelBins, foundAfter, totalOf } from "@/content/topics/selective-search/simulationModel";
import { topic } from "@/content/topics/selective-search/topic";
import type { Level } from "@/lib/challenges";
import { answering, handsOn, Keyboard } from "./hands";

const KIND = "selective-search-merge";
const grown = recordedAnswer(RECORDED)!;
const LAST = grown.count - 1;
const simulation = (page: Page) => page.getByTestId("selective-search");
const board = (page: Page) => page.locator(`section[data-kind=${KIND}]`);
const verdict = (page: Page) => page.getByTestId("verdict");
const settled = (page: Page) => expect(page.getByTestId("settlement")).toHaveAttribute("data-status", "settled");

/** A round that the server draws for this learner, so that it counts. */
async function openDrawn(page: Page, locale: "ko" | "en", level: Level) {
  await page.goto(`/${locale}/play/${KIND}?level=${level}`);
  await expect(board(page)).toHaveAttribute("data-phase", "playing");
  return challenge.generate((await board(page).getAttribute("data-seed")) ?? "", level);
}

/** Chooses pair after pair in the list beside the picture. */
async function merge(page: Page, merges: readonly (readonly string[])[]) {
  const choose = async (pair: readonly string[]) => {
    for (const name of pair) await board(page).locator(`[data-chip="${name}"]`).click();
  };
  for (const pair of merges.slice(0, -1)) {
    await choose(pair);
    await board(page).locator("[data-merge]").click();
  }
  // The last pair is merged by what grades it.
  await choose(merges[merges.length - 1]);
}

test("the lesson's simulation: a guess, every merge with its numbers down to the bins, and what is kept of eight runs", async ({
  page,
}) => {
  const [asked] = foundAfter(grown, LAST);
  const [next, second] = grown.pairs;
  const sum = (row: (typeof next)[number]) => totalOf(row, MEASURES).toFixed(2);
  await page.goto("/en/learn/selective-search");
  const guess = simulation(page).getByRole("button", { name: "In the second half of the merges" });
  await answering(guess);
  await expect(simulation(page).getByRole("group", { name: "Step", exact: true })).toHaveCount(0);
  await guess.click();
  await expect(simulation(page)).toContainText(
    `The region of merge ${asked.when} of ${LAST} fits the cat best, IoU ${asked.iou.toFixed(2)}. You guessed it.`,
  );
  await expect(simulation(page)).toContainText(`${grown.count} regions. Next ${next[0][0]} and ${next[0][1]} merge.`);

  await simulation(page).getByRole("radio", { name: "Parts" }).click();
  const table = simulation(page).getByTestId("pair-table");
  await expect(table.getByRole("row").nth(1)).toContainText(sum(next[0]));
  await simulation(page).getByRole("button", { name: "Next step" }).click();
  await expect(page).toHaveURL(/selective-search\.step=1/);
  await expect(table.getByRole("row").nth(1)).toContainText(`${second[0][0]}–${second[0][1]}`);

  await simulation(page).getByRole("radio", { name: "Sum" }).click();
  const arithmetic = simulation(page).getByTestId("pair-sum");
  const bins = channelBins(grown, second[0][0], second[0][1]);
  await expect(arithmetic.getByRole("img")).toHaveCount(bins.length);
  for (const [i, { overlap }] of bins.entries())
    await expect(arithmetic.getByRole("img", { name: `Channel ${"HSV"[i]}: overlap ${overlap.toFixed(2)}` })).toBeVisible();
  await expect(arithmetic).toContainText(sum(second[0]));

  // Without a measure its term is gone; at the end one region is left, and every region has given a box.
  await simulation(page).getByRole("switch", { name: "Add colour" }).click();
  await expect(arithmetic.getByRole("img")).toHaveCount(0);
  await simulation(page).getByRole("switch", { name: "Add colour" }).click();
  await simulation(page).getByRole("group", { name: "Step", exact: true }).getByRole("slider").focus();
  await page.keyboard.press("End");
  await expect(simulation(page)).toContainText(`${2 * grown.count - 1} regions have existed by now.`);

  await simulation(page).getByRole("radio", { name: "boxes of eight" }).click();
  await expect(simulation(page).getByTestId("recall")).toContainText("boxes put anywhere");
  await simulation(page).getByRole("button", { name: "Show as a table" }).click();
  await expect(simulation(page).getByRole("rowheader", { name: "200", exact: true })).toBeVisible();
});

test("smoothing splits the picture otherwise, and the picture is shown as it is split", async ({ page }) => {
  await page.goto("/ko/learn/selective-search?selective-search.step=1");
  const segments = simulation(page).locator("dl").filter({ hasText: "처음 조각" }).locator("dd").first();
  await expect(simulation(page)).toHaveAttribute("data-status", "live");
  await expect(segments).toHaveText(String(grown.count));
  await simulation(page)
    .getByRole("slider", { name: /흐리는 정도/ })
    .focus();
  await page.keyboard.press("Home");
  await expect(page).toHaveURL(/selective-search\.sigma=0/);
  await expect(simulation(page)).toHaveAttribute("data-status", "live");
  await expect(segments).not.toHaveText(String(grown.count));
  await simulation(page).getByRole("switch", { name: "선택적 탐색이 보는 그림" }).click();
  // The drawings' own vectors are gone: what is left is one picture of 112 pixels.
  await expect(simulation(page).locator("svg image")).toHaveCount(1);
  await expect(simulation(page).locator("svg image")).toHaveAttribute("width", "112");
});

test("selective-search-merge: level 1, taps on the picture's list, three stars", async ({ page }) => {
  const instance = await openDrawn(page, "en", 1);
  await merge(page, challenge.solve(instance).merges);
  await page.getByTestId("submit").click();
  await settled(page);
  await expect(verdict(page).getByRole("img", { name: "3 of 3 stars" })).toBeVisible();
  await expect(verdict(page)).toContainText("Right: of the pairs that touch");
});

test("selective-search-merge: at level 5 twins that do not touch are named, the replay shows them beside the right pair, and the skill comes up as a card", async ({
  page,
}) => {
  const instance = await openDrawn(page, "ko", 5);
  const { merges } = challenge.solve(instance);
  const belief = rivals.beliefs.find(({ misconception }) => misconception === "alike-anywhere")!;
  const believed = belief.play(instance.view)!.merges;
  const correction = topic.misconceptions.find(({ id }) => id === belief.misconception)!.correction.ko;
  await merge(page, believed);
  await page.getByTestId("submit").click();
  await settled(page);
  await expect(verdict(page)).toContainText(correction);
  await expect(verdict(page).getByRole("group", { name: "단계", exact: true })).toBeVisible();
  await expect(verdict(page)).toContainText("고른 짝은");
  await verdict(page).getByRole("group", { name: "단계", exact: true }).getByRole("slider").focus();
  await page.keyboard.press("End");
  await expect(verdict(page)).toContainText(`${[...merges[2].join("")].sort().join("")}`);

  await page.goto("/ko/review");
  await expect(page.getByTestId("card").locator(`section[data-kind=${KIND}]`)).toHaveAttribute("data-phase", "playing");
});

test("selective-search-merge by keyboard alone: three merges in a row, one taken back and made again", async ({ page }) => {
  const instance = await openDrawn(page, "ko", 5);
  const answer = challenge.solve(instance);
  const keyboard = new Keyboard(page);
  const [first] = answer.merges;
  for (const name of first) await keyboard.turn(board(page).locator(`[data-chip="${name}"]`), "aria-checked", true);
  await keyboard.reach(board(page).locator("[data-merge]"));
  await keyboard.press("Enter");
  await expect(board(page).locator(`[data-chip="${[...first.join("")].sort().join("")}"]`)).toBeVisible();
  await keyboard.reach(board(page).getByRole("button", { name: "다시 나누기" }));
  await keyboard.press("Enter");
  // Taken back, the pair is chosen still: it is merged again, and the others after it.
  for (const name of first) await expect(board(page).locator(`[data-chip="${name}"]`)).toBeChecked();
  await keyboard.reach(board(page).locator("[data-merge]"));
  await keyboard.press("Enter");
  await play(handsOn(keyboard, board(page)), instance.view, { merges: answer.merges.slice(1) });
  await keyboard.reach(page.getByTestId("submit"));
  await keyboard.press("Enter");
  await settled(page);
  await expect(verdict(page).getByRole("img", { name: "별 3개 중 3개" })).toBeVisible();
  await expect(verdict(page)).toContainText("합치기 3번이 모두 맞아요.");
});
