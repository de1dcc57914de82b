import { expect, test } from "@playwright/test";
import { challenge } from "@/content/topics/nms/challenges/nms-survivors/challenge";
import { solutionOf } from "@/lib/questions";
import type { ChoiceAnswer } from "@/lib/questions/choice/form";
import { finishLesson } from "@/lib/wire/learn";
import { issueInstance } from "@/lib/wire/play";
import { nextReply } from "./replies";
import { KIND, ask, cardOn, optionsOn, undoOn, done, openQuestions, type View, dueSkill, answer, answerTwo, asks } from "./reviewDesk";
import { stopAnswering } from "./queue";

test.afterEach(stopAnswering);

test("ratings of questions are taken back one after the other with the key u, and the counter goes back with them", async ({ page }) => {
  const shown = await openQuestions(page);
  const start = await page.getByTestId("due-count").innerText();
  await done(page, 0);
  await expect(undoOn(page)).toBeDisabled();
  const [first, second] = await answerTwo(page, shown);
  expect(first).not.toBe(second);
  await page.keyboard.press("u");
  await done(page, 1);
  await asks(page, second);
  await page.keyboard.press("u");
  await expect(page.getByTestId("due-count")).toHaveText(start);
  await asks(page, first);
  await expect(undoOn(page)).toBeDisabled();
});

test("the day's number of cards stays, and what comes again is said in words", async ({ page }) => {
  const shown = await openQuestions(page);
  const count = page.getByTestId("due-count");
  await expect(count).toHaveText("0 / 10장");
  await expect(page.getByTestId("due-more")).toHaveCount(0);
  await answerTwo(page, shown);
  await expect(count).toHaveText("2 / 10장");
  await expect(page.getByTestId("due-more")).toHaveText("오늘 다시 볼 카드 2장");
  await expect(page.getByRole("progressbar", { name: "오늘의 진행" })).toHaveAttribute("aria-valuetext", "2 / 10장");
  // Another lesson is finished elsewhere: the measure of this sitting stays, the rest is said.
  await ask(page, finishLesson, { topic: "iou" });
  await answer(page, shown, true, 4);
  await expect(count).toHaveText("3 / 10장");
});

test("after a wrong answer there is nothing to choose but again, and what a rating brought is said in the page", async ({ page }) => {
  const shown = await openQuestions(page);
  const { option } = solutionOf(shown()) as ChoiceAnswer;
  await cardOn(page).locator(`button[data-option]:not([data-option="${option}"])`).first().click();
  const ratings = cardOn(page).getByRole("group", { name: "틀린 카드는 곧 다시 나와요" }).getByRole("button");
  await expect(ratings).toHaveCount(1);
  await expect(ratings).toBeEnabled();
  // The keys of the ratings that are not there do nothing.
  await page.keyboard.press("3");
  await expect(ratings).toBeVisible();
  await done(page, 0);
  await page.keyboard.press("1");
  await done(page, 1);
  await answer(page, shown, true, 4);
  await expect(page.getByTestId("note")).toHaveText("+2 XP");
  await done(page, 2);
  await page.keyboard.press("u");
  await expect(page.getByTestId("note")).toHaveText("방금 매긴 것을 되돌렸어요");
});

test("ratings are taken back with the button, also after a reload, and rated anew", async ({ page }) => {
  const shown = await openQuestions(page);
  const start = await page.getByTestId("due-count").innerText();
  const [first, second] = await answerTwo(page, shown);
  await undoOn(page).click();
  await done(page, 1);
  await asks(page, second);
  expect(await answer(page, shown, true, 4)).toBe(second);
  await done(page, 2);
  await page.reload();
  await done(page, 2);
  await undoOn(page).click();
  await done(page, 1);
  await asks(page, second);
  await page.reload();
  await done(page, 1);
  await page.keyboard.press("u");
  await expect(page.getByTestId("due-count")).toHaveText(start);
  await asks(page, first);
  await expect(undoOn(page)).toBeDisabled();
});

test("an undo whose answer was lost is asked again and takes back nothing more", async ({ page }) => {
  const shown = await openQuestions(page);
  const [, second] = await answerTwo(page, shown);
  const keys: (string | undefined)[] = [];
  await page.route(
    "**/review/undo**",
    async (route) => {
      keys.push(route.request().headers()["idempotency-key"]);
      // The server hears it, the page never learns of it.
      await route.fetch();
      await route.abort();
    },
    { times: 1 },
  );
  await page.keyboard.press("u");
  await expect.poll(() => keys.length).toBe(1);
  // Nothing is pressed for the second time.
  const again = page.waitForRequest("**/review/undo**");
  keys.push((await again).headers()["idempotency-key"]);
  await done(page, 1);
  await asks(page, second);
  expect(keys[0]).toMatch(/^[\w-]{16,64}$/);
  expect(keys[1]).toBe(keys[0]);
});

test("a skill's rating is taken back by key and by button, and each review draws a fresh instance", async ({ page }) => {
  const instance = await dueSkill(page);
  const board = cardOn(page).locator(`section[data-kind=${KIND}]`);
  const views: (typeof instance.view)[] = [];
  /** Does what draws an instance for the card, plays that perfectly and rates it "good". */
  const playAndRate = async (draw: () => Promise<unknown>) => {
    const drawn = await nextReply(page, "**/api/v1/instances");
    await draw();
    const ticket = issueInstance.reply.parse(await drawn());
    // A review is graded work: its view travels, its seed does not.
    expect(ticket.seed).toBeNull();
    const { view } = ticket as { readonly view: typeof instance.view };
    views.push(view);
    await expect(board).toHaveAttribute("data-phase", "playing");
    await expect(board).not.toHaveAttribute("data-seed");
    for (const id of challenge.solve({ view, truth: instance.truth }).keep) await board.locator(`[data-chip="${id}"]`).click();
    await page.getByTestId("submit").click();
    await expect(page.getByTestId("verdict").getByRole("group", { name: "단계", exact: true })).toBeVisible();
    await page.getByTestId("rate-3").click();
    await done(page, 1);
    // Its next step is minutes away, so it is on again: with an instance of its own.
    await expect(board).toHaveAttribute("data-phase", "playing");
  };

  await playAndRate(() => page.goto("/ko/review"));
  await playAndRate(async () => {
    await expect(undoOn(page)).toBeEnabled();
    await page.keyboard.press("u");
    await done(page, 0);
  });
  await page.reload();
  await expect(board).toHaveAttribute("data-phase", "playing");
  await playAndRate(async () => {
    await undoOn(page).click();
    await done(page, 0);
  });
  expect(new Set(views.map((view) => JSON.stringify(view))).size).toBe(3);
});

test("hints of a skill's review come from the server where only it knows, and decide how the review counts", async ({ page }) => {
  await dueSkill(page);
  const board = cardOn(page).locator(`section[data-kind=${KIND}]`);
  const drawn = await nextReply(page, "**/api/v1/instances");
  await page.goto("/ko/review");
  const { view } = (await drawn()) as { readonly view: View };
  await expect(board).toHaveAttribute("data-phase", "playing");
  await page.keyboard.press("h");
  await expect(page.getByTestId("take-hint")).toBeFocused();
  const texts = [challenge.hints.asked(view), challenge.hints.rule(view), challenge.hints.step({ view, truth: null }).text];
  for (const [i, text] of texts.entries()) {
    await page.getByTestId("take-hint").click();
    await expect(page.getByTestId(`hint-${i + 1}`)).toContainText(text.ko);
  }
  for (const id of challenge.solve({ view, truth: null }).keep) await board.locator(`[data-chip="${id}"]`).click();
  await page.getByTestId("submit").click();
  await expect(page.getByTestId("counted")).toHaveText("100점을 받았고, 힌트 3개를 열어서 49점으로 쳐요.");
  // Not passed, however right the answer was: the card comes again soon.
  await expect(page.getByTestId("rate-3")).toHaveCount(0);
  await expect(page.getByTestId("rate-1")).toHaveText("1다음 카드이 카드는 1분 뒤 다시 나와요");
  const rated = await nextReply(page, "**/review/grade");
  await page.getByTestId("rate-1").click();
  expect(await rated()).toMatchObject({ correct: false, rating: 1 });
});

test("a skill's review comes back after a reload: the answer as it stood, the hints, and then the verdict to be rated", async ({
  page,
}) => {
  await dueSkill(page);
  const board = cardOn(page).locator(`section[data-kind=${KIND}]`);
  const drawn = await nextReply(page, "**/api/v1/instances");
  await page.goto("/ko/review");
  const { view } = (await drawn()) as { readonly view: View };
  const again = async () => {
    await page.reload();
    await expect(board).toBeVisible();
  };
  await expect(board).toHaveAttribute("data-phase", "playing");
  await page.keyboard.press("h");
  await expect(page.getByTestId("take-hint")).toBeFocused();
  for (const rung of [1, 2, 3]) {
    await page.getByTestId("take-hint").click();
    await expect(page.getByTestId(`hint-${rung}`)).toBeVisible();
  }
  const { keep } = challenge.solve({ view, truth: null });
  for (const id of keep) await board.locator(`[data-chip="${id}"]`).click();
  await again();
  await expect(board.locator("[data-chip][aria-checked=true]")).toHaveCount(keep.length);
  await expect(page.getByTestId("hint-3")).toContainText(challenge.hints.step({ view, truth: null }).text.ko);
  await page.getByTestId("submit").click();
  const counted = page.getByTestId("counted");
  await expect(counted).toHaveText("100점을 받았고, 힌트 3개를 열어서 49점으로 쳐요.");
  await again();
  await expect(counted).toHaveText("100점을 받았고, 힌트 3개를 열어서 49점으로 쳐요.");
  await expect(page.getByTestId("verdict").getByRole("group", { name: "단계", exact: true })).toBeVisible();
  await page.getByTestId("rate-1").click();
  await done(page, 1);
  // The next review of the card is another round.
  await expect(board).toHaveAttribute("data-phase", "playing");
  await expect(board.locator("[data-chip][aria-checked=true]")).toHaveCount(0);
});

test("a key that is held down rates one card", async ({ page }) => {
  const shown = await openQuestions(page);
  await answer(page, shown, true, 3);
  await done(page, 1);
  await page.keyboard.press("1");
  await expect(page.getByTestId("rate-1")).toBeEnabled();
  const asked: string[] = [];
  page.on("request", (request) => request.url().endsWith("/review/grade") && asked.push(request.url()));
  for (let held = 0; held < 6; held++) await page.keyboard.down("1");
  await done(page, 2);
  // Held on over the next card as well: it stays unanswered.
  for (let held = 0; held < 6; held++) await page.keyboard.down("1");
  await page.keyboard.up("1");
  await expect(cardOn(page).locator("button[aria-pressed=true]")).toHaveCount(0);
  expect(asked).toHaveLength(1);
});

test("cards are answered, rated and taken back on AZERTY and with a Korean input method", async ({ page }) => {
  await openQuestions(page);
  const press = (key: string, code: string) =>
    page.evaluate((init) => document.body.dispatchEvent(new KeyboardEvent("keydown", { ...init, bubbles: true, cancelable: true })), {
      key,
      code,
    });
  await expect(cardOn(page).getByRole("heading")).toBeVisible();
  await press("&", "Digit1");
  await expect(optionsOn(page).first()).toHaveAttribute("aria-pressed", "true");
  const sent = page.waitForRequest("**/review/grade");
  await press("&", "Digit1");
  expect((await sent).postDataJSON()).toMatchObject({ rating: 1 });
  await done(page, 1);
  await press("ㅕ", "KeyU");
  await done(page, 0);
});

for (const screen of [
  { width: 390, height: 844 },
  { width: 1280, height: 800 },
]) {
  test(`in review the next thing to do is in view after each step, ${screen.width} px wide`, async ({ page }) => {
    await page.setViewportSize(screen);
    await openQuestions(page);
    for (const count of [1, 2, 3]) {
      await expect(cardOn(page).getByRole("heading")).toBeVisible();
      await page.keyboard.press("1");
      // Whatever the answer was, its card may be rated "again".
      await expect(page.getByTestId("rate-1")).toBeInViewport({ ratio: 1 });
      await page.keyboard.press("1");
      await done(page, count);
      await expect(cardOn(page).getByRole("heading")).toBeInViewport({ ratio: 1 });
      await expect(optionsOn(page).first()).toBeInViewport({ ratio: 1 });
    }
  });
}
