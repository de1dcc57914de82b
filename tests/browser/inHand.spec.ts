import { expect, test, type Page } from "@playwright/test";
import { questions } from "@/content/_generated/questions";
import { topic as iou } from "@/content/topics/iou/topic";
import { drawQuestion, solutionOf, type DrawnQuestion } from "@/lib/questions";
import type { ChoiceAnswer } from "@/lib/questions/choice/form";
import { beginGuest } from "@/lib/wire/account";
import { finishLesson } from "@/lib/wire/learn";
import { readQueue } from "@/lib/wire/review";
import { KIND, ask, cardOn, undoOn, done, openQuestions, dueSkill, answer } from "./reviewDesk";
import { stopAnswering } from "./queue";

test.afterEach(stopAnswering);

/** Whoever finished the lesson on NMS and missed its skill: the skill's card comes first until `turn()`, and the questions do afterwards. */
async function openTurning(page: Page): Promise<{ readonly turn: () => void; readonly turned: () => number }> {
  await dueSkill(page);
  await ask(page, finishLesson, { topic: "nms" });
  let first: "skill" | "question" = "skill";
  let turned = 0;
  await page.route("**/api/v1/review", async (route) => {
    const response = await route.fetch();
    const queue = readQueue.reply.parse(await response.json());
    const cards = [...queue.cards.filter(({ type }) => type === first), ...queue.cards.filter(({ type }) => type !== first)];
    await route.fulfill({ response, json: { ...queue, cards } });
    if (first === "question") turned++;
  });
  await page.goto("/ko/review");
  await expect(cardOn(page)).toHaveAttribute("data-type", "skill");
  return { turn: () => void (first = "question"), turned: () => turned };
}

test("a card that comes due meanwhile waits until the one under the learner's hand is rated", async ({ page }) => {
  const { turn, turned } = await openTurning(page);
  const board = cardOn(page).locator(`section[data-kind=${KIND}]`);
  await expect(board).toHaveAttribute("data-phase", "playing");
  turn();
  await board.locator("[data-chip]").first().click();
  await page.getByTestId("submit").click();
  // The attempt has the queue asked for anew, and now another card stands first in it.
  await expect.poll(turned).toBeGreaterThan(0);
  await expect(page.getByTestId("rate-1")).toBeEnabled();
  await expect(cardOn(page)).toHaveAttribute("data-type", "skill");
  await expect(page.getByTestId("verdict")).toBeVisible();
  await page.getByTestId("rate-1").click();
  await expect(cardOn(page)).toHaveAttribute("data-type", "question");
});

for (const screen of [
  { width: 390, height: 844 },
  { width: 1280, height: 900 },
])
  test(`a next card that fits the screen leaves the day's count and undo in sight, ${screen.width} px wide`, async ({ page }) => {
    await page.setViewportSize(screen);
    const shown = await openQuestions(page);
    for (const count of [1, 2, 3]) {
      await answer(page, shown, false, 1);
      await done(page, count);
      await expect(page.getByTestId("due-count")).toBeInViewport({ ratio: 1 });
      await expect(undoOn(page)).toBeInViewport({ ratio: 1 });
      await expect(cardOn(page)).toBeInViewport({ ratio: 1 });
    }
  });

test("what a card brought stands outside the next card, and goes with the next thing that is done", async ({ page }) => {
  const shown = await openQuestions(page);
  await answer(page, shown, true, 4);
  await expect(page.getByTestId("note")).toHaveText("+2 XP");
  await done(page, 1);
  await expect(page.getByTestId("note")).toHaveText("+2 XP");
  await expect(cardOn(page).getByTestId("note")).toHaveCount(0);
  await page.keyboard.press("1");
  await expect(page.getByTestId("rate-1")).toBeEnabled();
  await expect(page.getByTestId("note")).toHaveCount(0);
});

test.describe("with fingers alone", () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });
  test("no key is named to who has none", async ({ page }) => {
    const shown = await openQuestions(page);
    const { option } = solutionOf(shown()) as ChoiceAnswer;
    await cardOn(page).locator(`button[data-option="${option}"]`).tap();
    await expect(page.getByTestId("rate-3")).toBeEnabled();
    await expect(cardOn(page).locator("kbd").filter({ visible: true })).toHaveCount(0);
    // Once a key was used they are named.
    await page.keyboard.press("Shift");
    await expect(page.getByTestId("rate-3").locator("kbd")).toBeVisible();
  });
});

/** A guest who has finished the lesson on IoU, and of its cards only the one that asks `item`. */
async function openItem(page: Page, item: string): Promise<DrawnQuestion> {
  await ask(page, beginGuest, { locale: "ko", timeZone: "Asia/Seoul" });
  await ask(page, finishLesson, { topic: "iou" });
  let drawn: DrawnQuestion | undefined;
  const question = questions.iou.find(({ id }) => id === item);
  await page.route("**/api/v1/review", async (route) => {
    const response = await route.fetch();
    const queue = readQueue.reply.parse(await response.json());
    const cards = queue.cards.filter((card) => card.item === item);
    drawn = question && drawQuestion(question, cards[0]?.seed ?? "");
    await route.fulfill({ response, json: { ...queue, cards } });
  });
  await page.goto("/ko/review");
  await expect(cardOn(page)).toHaveAttribute("data-type", "question");
  if (!drawn) throw new Error(`${item} is not due`);
  return drawn;
}

test("what corrects a belief is told of that belief, below the working with the question's own numbers", async ({ page }) => {
  const drawn = await openItem(page, "half-shift");
  const { wrong } = drawn.truth as unknown as { readonly wrong: readonly { readonly misconception: string; readonly said: number }[] };
  const said = wrong.find(({ misconception }) => misconception === "half-overlap")?.said ?? NaN;
  await cardOn(page).getByRole("textbox").fill(said.toFixed(2));
  await page.getByTestId("hand-in").click();
  const verdict = page.getByTestId("question-verdict");
  await expect(verdict).toContainText(drawn.truth.explanation.ko);
  const { claim, correction } = iou.misconceptions.find(({ id }) => id === "half-overlap") ?? { claim: null, correction: null };
  await expect(verdict.getByTestId("belief")).toContainText(claim?.ko ?? "no claim");
  await expect(verdict.getByTestId("belief")).toContainText(correction?.ko ?? "no correction");
});

test("after a wrong choice in a picture the right place and the chosen one are marked, each as what it is", async ({ page }) => {
  const drawn = await openItem(page, "best-overlap");
  const { place } = solutionOf(drawn) as { readonly place: string };
  const chips = cardOn(page).locator("[data-chip]");
  const mine = cardOn(page).locator(`[data-chip]:not([data-chip="${place}"])`).first();
  await mine.click();
  await page.getByTestId("hand-in").click();
  await expect(cardOn(page).locator(`[data-chip="${place}"]`)).toHaveAttribute("data-look", "right");
  await expect(cardOn(page).locator(`[data-chip="${place}"]`)).toContainText("여기예요");
  await expect(mine).toHaveAttribute("data-look", "wrong");
  await expect(mine).toContainText("고른 곳");
  await expect(chips.and(page.locator("[data-look=right], [data-look=wrong]"))).toHaveCount(2);
  await expect(page.getByTestId("question-verdict")).toContainText(`답: ${place.toUpperCase()}`);
});
