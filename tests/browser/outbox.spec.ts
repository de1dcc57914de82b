/** Writes that the server could not be given at once: nothing is pressed, nothing is lost, nothing counts twice. */
import { expect, test, type Locator, type Page } from "@playwright/test";
import { questions } from "@/content/_generated/questions";
import { challenge } from "@/content/topics/nms/challenges/nms-survivors/challenge";
import type { Level } from "@/lib/challenges";
import type { ChoiceQuestion } from "@/lib/questions/choice/form";
import { beginGuest, readMe } from "@/lib/wire/account";
import { finishLesson } from "@/lib/wire/learn";
import { listAttempts } from "@/lib/wire/play";
import { BASE, HEADERS, type ReplyOf, type Route } from "@/lib/wire/route";
import { unbroken } from "@/lib/words";
import { answering } from "./hands";
import { onlyForm } from "./queue";

const ATTEMPTS = `**${BASE}/attempts`;
const GRADES = `**${BASE}/review/grade`;

/** A call with the page's own cookie, past its buttons. */
async function ask<R extends Route>(page: Page, route: R, data?: object): Promise<ReplyOf<R>> {
  const response = await page.request.fetch(`${BASE}${route.path}`, { method: route.method, data });
  expect(response.ok(), await response.text()).toBe(true);
  return route.reply.parse(await response.json()) as ReplyOf<R>;
}

const attemptsOf = async (page: Page) => (await ask(page, listAttempts)).attempts;
const settlement = (page: Page): Locator => page.getByTestId("settlement");
const trayButton = (page: Page): Locator => page.getByTestId("outbox-open");
const xpShown = (page: Page): Locator => page.locator("header").getByText(/^경험치 /);

async function openChallenge(page: Page): Promise<void> {
  await ask(page, beginGuest, { locale: "ko", timeZone: "Asia/Seoul" });
  await page.goto("/ko/play/nms-survivors?level=1");
  await expect(page.locator("section[data-kind=nms-survivors]")).toHaveAttribute("data-phase", "playing");
  await expect(xpShown(page)).toHaveText(/^경험치 0,/);
}

/** Answers the instance on the board perfectly. */
async function answer(page: Page): Promise<void> {
  const board = page.locator("section[data-kind=nms-survivors]");
  const seed = (await board.getAttribute("data-seed")) ?? "";
  const level = Number(await board.getAttribute("data-level")) as Level;
  for (const id of challenge.solve(challenge.generate(seed, level)).keep) await board.locator(`[data-chip="${id}"]`).click();
  await page.getByTestId("submit").click();
}

test("an answer given offline is kept, and sent by itself once the network is back", async ({ page, context }) => {
  await openChallenge(page);
  await context.setOffline(true);
  await answer(page);
  await expect(settlement(page)).toHaveAttribute("data-status", "kept");
  await expect(settlement(page)).toContainText("저절로 보내요");
  await expect(page.getByRole("img", { name: "별 3개 중 3개" })).toBeVisible();
  await trayButton(page).click();
  await expect(page.getByTestId("outbox")).toContainText("문제의 답");
  await page.keyboard.press("Escape");
  await expect(page.getByTestId("outbox")).toBeHidden();
  const before = Date.now();

  await context.setOffline(false);
  await expect(settlement(page)).toHaveAttribute("data-status", "settled");
  await expect(settlement(page)).toContainText(/\+\d+ XP/);
  await expect(trayButton(page)).toHaveCount(0);
  const attempts = await attemptsOf(page);
  expect(attempts).toHaveLength(1);
  expect(attempts[0].score).toBe(100);
  await expect(xpShown(page)).toHaveText(new RegExp(`^경험치 ${attempts[0].xp},`));
  expect(Date.parse(attempts[0].createdAt)).toBeGreaterThanOrEqual(before);
});

test("an answer whose reply was lost is asked again with its key, and counts once", async ({ page }) => {
  await openChallenge(page);
  const sent: Record<string, string>[] = [];
  await page.route(
    ATTEMPTS,
    async (route) => {
      sent.push(route.request().headers());
      // The server hears it, the page never learns of it.
      await route.fetch();
      await route.abort();
    },
    { times: 1 },
  );
  await answer(page);
  await expect(settlement(page)).toHaveAttribute("data-status", "kept");
  const again = page.waitForRequest(ATTEMPTS);
  sent.push((await again).headers());
  await expect(settlement(page)).toHaveAttribute("data-status", "settled");
  expect(sent[0][HEADERS.key]).toMatch(/^[\w-]{16,64}$/);
  for (const name of [HEADERS.key, HEADERS.answeredAt, HEADERS.learner]) expect(sent[1][name], name).toBe(sent[0][name]);
  const attempts = await attemptsOf(page);
  expect(attempts).toHaveLength(1);
  expect((await ask(page, readMe)).xp).toBe(attempts[0].xp);
  await expect(xpShown(page)).toHaveText(new RegExp(`^경험치 ${attempts[0].xp},`));
});

test("an answer on its way when the tab is closed is sent by the next page, whichever it is", async ({ page, context }) => {
  await openChallenge(page);
  const requests: string[] = [];
  // The request leaves the page and nothing comes of it.
  await page.route(ATTEMPTS, (route) => void requests.push(route.request().headers()[HEADERS.key]));
  await answer(page);
  await expect.poll(() => requests.length).toBe(1);
  await page.close();

  const next = await context.newPage();
  const sent = next.waitForRequest(ATTEMPTS);
  await next.goto("/ko/credits");
  expect((await sent).headers()[HEADERS.key]).toBe(requests[0]);
  await expect(xpShown(next)).not.toHaveText(/^경험치 0,/);
  await expect.poll(async () => (await attemptsOf(next)).map(({ score }) => score)).toEqual([100]);
  await next.reload();
  await expect(xpShown(next)).not.toHaveText(/^경험치 0,/);
  expect(await attemptsOf(next)).toHaveLength(1);
});

test("what the server refuses is shown with the reason on every page, sent again or discarded by hand", async ({ page }) => {
  await openChallenge(page);
  await page.route(
    ATTEMPTS,
    async (route) => {
      const body = route.request().postDataJSON() as object;
      await route.continue({ postData: JSON.stringify({ ...body, token: "not.a.token.of.ours" }) });
    },
    { times: 2 },
  );
  await answer(page);
  await expect(settlement(page)).toHaveAttribute("data-status", "unsent");
  await page.goto("/ko/credits");
  await trayButton(page).click();
  const parked = page.getByTestId("outbox").locator("[data-state=parked]");
  await expect(parked).toHaveCount(1);
  await expect(parked).toContainText("문제의 답");
  const reason = await parked.locator("span").nth(1).innerText();
  expect(reason).toMatch(/[가-힣]/);

  // Refused once more, then taken.
  const refused = page.waitForResponse(ATTEMPTS);
  await page.getByRole("button", { name: "다시 보내기" }).click();
  expect((await refused).status()).toBe(400);
  await expect(parked).toContainText(reason);
  await page.reload();
  await trayButton(page).click();
  await page.getByRole("button", { name: "다시 보내기" }).click();
  await expect.poll(async () => (await attemptsOf(page)).length).toBe(1);
  await expect(trayButton(page)).toHaveCount(0);

  await page.route(GRADES, (route) =>
    route.continue({ postData: JSON.stringify({ cardId: "none", answer: { option: "x" }, draw: 0, version: 1, rating: 3 }) }),
  );
  await ask(page, finishLesson, { topic: "nms" });
  await onlyForm(page, "choice");
  await page.goto("/ko/review");
  await rate(page);
  await trayButton(page).click();
  await page.getByTestId("outbox").getByRole("button", { name: "버리기" }).click();
  await expect(trayButton(page)).toHaveCount(0);
  await page.reload();
  await expect(page.getByTestId("card")).toBeVisible();
  await expect(trayButton(page)).toHaveCount(0);
});

/** Answers the question on the card rightly and rates it, by key. Answers what it asked. */
async function rate(page: Page): Promise<string> {
  const card = page.locator("[data-testid=card][data-type=question]");
  const prompt = await card.getByRole("heading").innerText();
  const options = await card.locator("button[data-option]").evaluateAll((nodes) => nodes.map((node) => node.getAttribute("data-option")));
  await page.keyboard.press(String(options.indexOf(rightTo(prompt)) + 1));
  await expect(page.getByTestId("rate-3")).toBeEnabled();
  await page.keyboard.press("3");
  return prompt;
}

/** The right option of the question of nms that asks `prompt`. */
function rightTo(prompt: string): string {
  const asked = questions.nms.flatMap((one) =>
    one.form === "choice" && unbroken(one.prompt.ko) === prompt ? [one as ChoiceQuestion] : [],
  );
  expect(asked, prompt).toHaveLength(1);
  return asked[0].options.filter(({ correct }) => correct === true)[0].id;
}

test("ratings given offline are kept, the review goes on, and the counter moves once for each", async ({ page, context }) => {
  await ask(page, beginGuest, { locale: "ko", timeZone: "Asia/Seoul" });
  await ask(page, finishLesson, { topic: "nms" });
  await onlyForm(page, "choice");
  await page.goto("/ko/review");
  const asked = page.locator("[data-testid=card][data-type=question]").getByRole("heading");
  const start = await page.getByTestId("due-count").innerText();
  expect(start).toMatch(/^0 \//);
  await expect(asked).toBeVisible();
  let answered = 0;
  page.on("response", (response) => (answered += Number(response.url().endsWith("/review/grade") && response.ok())));

  await context.setOffline(true);
  const first = await rate(page);
  await expect(page.getByTestId("kept")).toContainText("평가 1개를");
  await expect(asked).not.toHaveText(first);
  const second = await rate(page);
  await expect(page.getByTestId("kept")).toContainText("평가 2개를");
  await expect(asked).not.toHaveText(second);
  await expect(asked).not.toHaveText(first);
  await expect(page.getByTestId("due-count")).toHaveText(start);
  await expect(page.getByRole("button", { name: "되돌리기 (u)" })).toBeDisabled();

  await context.setOffline(false);
  await expect(page.getByTestId("due-count")).toHaveText(/^2 \//);
  await expect(page.getByTestId("kept")).toHaveCount(0);
  expect(answered).toBe(2);
  await page.reload();
  await expect(page.getByTestId("due-count")).toHaveText(/^2 \//);
  await page.keyboard.press("u");
  await expect(page.getByTestId("due-count")).toHaveText(/^1 \//);
});

test("what one learner did is never sent as another's, and waits for them", async ({ page, context }) => {
  await openChallenge(page);
  const mine = await context.cookies();
  await page.route(ATTEMPTS, (route) => route.abort());
  await answer(page);
  await expect(settlement(page)).toHaveAttribute("data-status", "kept");
  await page.unroute(ATTEMPTS);

  await context.clearCookies();
  const other = await context.newPage();
  await page.close();
  await ask(other, beginGuest, { locale: "ko", timeZone: "Asia/Seoul" });
  const refused = other.waitForResponse(ATTEMPTS);
  await other.goto("/ko/credits");
  expect((await refused).status()).toBe(409);
  await trayButton(other).click();
  await expect(other.getByTestId("outbox-held")).toContainText("1개가 이 브라우저에 남아 있어요");
  expect(await attemptsOf(other)).toEqual([]);

  await context.clearCookies();
  await context.addCookies(mine);
  await other.reload();
  await expect(xpShown(other)).not.toHaveText(/^경험치 0,/);
  expect(await attemptsOf(other)).toHaveLength(1);
});

test("without IndexedDB an answer is kept by the page itself", async ({ page, context }) => {
  await page.addInitScript(() => Object.defineProperty(window, "indexedDB", { get: () => undefined }));
  await openChallenge(page);
  await context.setOffline(true);
  await answer(page);
  await expect(settlement(page)).toHaveAttribute("data-status", "kept");
  await context.setOffline(false);
  await expect(settlement(page)).toHaveAttribute("data-status", "settled");
  expect(await attemptsOf(page)).toHaveLength(1);
});

test("the landing page's first answer, given offline before there is a session, is sent once there can be one", async ({
  page,
  context,
}) => {
  await page.goto("/ko");
  await expect(page.locator("section[data-kind=nms-survivors]")).toHaveAttribute("data-phase", "playing");
  await page.waitForLoadState("networkidle");
  await context.setOffline(true);
  await answer(page);
  await expect(settlement(page)).toHaveAttribute("data-status", "kept");
  await context.setOffline(false);
  await expect(settlement(page)).toHaveAttribute("data-status", "settled");
  await expect(xpShown(page)).not.toHaveText(/^경험치 0,/);
  expect(await attemptsOf(page)).toHaveLength(1);
});

test("a link followed without a network leaves the page as it is and says why", async ({ page, context }) => {
  await page.goto("/en/learn");
  const link = page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Race" });
  await answering(link);
  await context.setOffline(true);
  await link.click();
  await expect(page.getByTestId("offline")).toContainText("You are offline");
  await expect(page).toHaveURL(/\/en\/learn$/);
  await expect(page.getByRole("heading", { level: 1, name: "The map" })).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByTestId("offline")).toBeEmpty();
  await link.click();
  await expect(page).toHaveURL(/\/en\/race$/);
});
