import { expect, test, type Locator, type Page } from "@playwright/test";
import { challenge } from "@/content/topics/nms/challenges/nms-survivors/challenge";
import { solutionOf, type DrawnQuestion } from "@/lib/questions";
import type { ChoiceAnswer } from "@/lib/questions/choice/form";
import { beginGuest } from "@/lib/wire/account";
import { finishLesson } from "@/lib/wire/learn";
import { issueInstance, submitAttempt } from "@/lib/wire/play";
import { readQueue } from "@/lib/wire/review";
import { BASE, type ReplyOf, type Route } from "@/lib/wire/route";
import { onlyForm } from "./queue";
import { nextReply } from "./replies";

const KIND = "nms-survivors";

/** A call with the page's own cookie, past its buttons. */
async function ask<R extends Route>(page: Page, route: R, data: object, key?: string): Promise<ReplyOf<R>> {
  const headers = key === undefined ? undefined : { "idempotency-key": key };
  const response = await page.request.fetch(`${BASE}${route.path}`, { method: route.method, data, headers });
  expect(response.ok(), await response.text()).toBe(true);
  return route.reply.parse(await response.json()) as ReplyOf<R>;
}

const cardOn = (page: Page): Locator => page.getByTestId("card");
const optionsOn = (page: Page): Locator => cardOn(page).locator("button[data-option]");
const undoOn = (page: Page): Locator => page.getByRole("button", { name: "되돌리기 (u)" });
const done = (page: Page, count: number): Promise<void> => expect(page.getByTestId("due-count")).toHaveText(new RegExp(`^${count} / `));

/** A guest who has finished the lesson on NMS: its choices are due. (Every form is answered in questions.spec.ts.) */
async function openQuestions(page: Page): Promise<() => DrawnQuestion> {
  await ask(page, beginGuest, { locale: "ko", timeZone: "Asia/Seoul" });
  await ask(page, finishLesson, { topic: "nms" });
  const shown = await onlyForm(page, "choice");
  await page.goto("/ko/review");
  await expect(cardOn(page)).toHaveAttribute("data-type", "question");
  return shown;
}

type View = ReturnType<typeof challenge.generate>["view"];

/** A guest whose skill is due: an answer below the pass mark makes it so, here exactly the boxes that do not survive. */
async function dueSkill(page: Page): Promise<ReturnType<typeof challenge.generate>> {
  await ask(page, beginGuest, { locale: "ko", timeZone: "Asia/Seoul" });
  const drawn = await ask(page, issueInstance, { kind: KIND, level: 1 });
  const instance = challenge.generate(drawn.seed ?? "", drawn.level);
  const survivors = challenge.solve(instance).keep;
  const missed = instance.view.boxes.map(({ id }) => id).filter((id) => !survivors.includes(id));
  await ask(page, submitAttempt, { token: drawn.token, answer: { keep: missed } }, crypto.randomUUID());
  return instance;
}

/** Answers the question on the page rightly or not, by key, and rates it by key. Answers what it asked. */
async function answer(page: Page, shown: () => DrawnQuestion, right: boolean, rating: number): Promise<string> {
  const prompt = await cardOn(page).getByRole("heading").innerText();
  const { option } = solutionOf(shown()) as ChoiceAnswer;
  const options = await optionsOn(page).evaluateAll((nodes) => nodes.map((node) => node.getAttribute("data-option")));
  await page.keyboard.press(String(options.findIndex((id) => (id === option) === right) + 1));
  await expect(page.getByTestId(`rate-${rating}`)).toBeEnabled();
  await page.keyboard.press(String(rating));
  return prompt;
}

/** Two questions, the second one missed. */
async function answerTwo(page: Page, shown: () => DrawnQuestion): Promise<readonly [string, string]> {
  const first = await answer(page, shown, true, 3);
  await done(page, 1);
  const second = await answer(page, shown, false, 1);
  await done(page, 2);
  return [first, second];
}

const asks = (page: Page, prompt: string): Promise<void> => expect(cardOn(page).getByRole("heading")).toHaveText(prompt);

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
