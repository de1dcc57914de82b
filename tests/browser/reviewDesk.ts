/** A guest at the review desk: what is due to them, how a card is answered, what the desk says. */
import { expect, type Locator, type Page } from "@playwright/test";
import { challenge } from "@/content/topics/nms/challenges/nms-survivors/challenge";
import { solutionOf, type DrawnQuestion } from "@/lib/questions";
import type { ChoiceAnswer } from "@/lib/questions/choice/form";
import { beginGuest } from "@/lib/wire/account";
import { finishLesson } from "@/lib/wire/learn";
import { issueInstance, submitAttempt } from "@/lib/wire/play";
import { BASE, type ReplyOf, type Route } from "@/lib/wire/route";
import { onlyForm } from "./queue";

export const KIND = "nms-survivors";

/** A call with the page's own cookie, past its buttons. */
export async function ask<R extends Route>(page: Page, route: R, data: object, key?: string): Promise<ReplyOf<R>> {
  const headers = key === undefined ? undefined : { "idempotency-key": key };
  const response = await page.request.fetch(`${BASE}${route.path}`, { method: route.method, data, headers });
  expect(response.ok(), await response.text()).toBe(true);
  return route.reply.parse(await response.json()) as ReplyOf<R>;
}

export const cardOn = (page: Page): Locator => page.getByTestId("card");
export const optionsOn = (page: Page): Locator => cardOn(page).locator("button[data-option]");
export const undoOn = (page: Page): Locator => page.getByRole("button", { name: "되돌리기 (u)" });
export const done = (page: Page, count: number): Promise<void> =>
  expect(page.getByTestId("due-count")).toHaveText(new RegExp(`^${count} / `));

/** A guest who has finished the lesson on NMS: its choices are due. (Every form is answered in questions.spec.ts.) */
export async function openQuestions(page: Page): Promise<() => DrawnQuestion> {
  await ask(page, beginGuest, { locale: "ko", timeZone: "Asia/Seoul" });
  await ask(page, finishLesson, { topic: "nms" });
  const shown = await onlyForm(page, "choice");
  await page.goto("/ko/review");
  await expect(cardOn(page)).toHaveAttribute("data-type", "question");
  return shown;
}

export type View = ReturnType<typeof challenge.generate>["view"];

/** A guest whose skill is due: an answer below the pass mark makes it so, here exactly the boxes that do not survive. */
export async function dueSkill(page: Page): Promise<ReturnType<typeof challenge.generate>> {
  await ask(page, beginGuest, { locale: "ko", timeZone: "Asia/Seoul" });
  const drawn = await ask(page, issueInstance, { kind: KIND, level: 1 });
  const instance = challenge.generate(drawn.seed ?? "", drawn.level);
  const survivors = challenge.solve(instance).keep;
  const missed = instance.view.boxes.map(({ id }) => id).filter((id) => !survivors.includes(id));
  await ask(page, submitAttempt, { token: drawn.token, answer: { keep: missed } }, crypto.randomUUID());
  return instance;
}

/** Answers the question on the page rightly or not, by key, and rates it by key. Answers what it asked. */
export async function answer(page: Page, shown: () => DrawnQuestion, right: boolean, rating: number): Promise<string> {
  const prompt = await cardOn(page).getByRole("heading").innerText();
  const { option } = solutionOf(shown()) as ChoiceAnswer;
  const options = await optionsOn(page).evaluateAll((nodes) => nodes.map((node) => node.getAttribute("data-option")));
  await page.keyboard.press(String(options.findIndex((id) => (id === option) === right) + 1));
  await expect(page.getByTestId(`rate-${rating}`)).toBeEnabled();
  await page.keyboard.press(String(rating));
  return prompt;
}

/** Two questions, the second one missed. */
export async function answerTwo(page: Page, shown: () => DrawnQuestion): Promise<readonly [string, string]> {
  const first = await answer(page, shown, true, 3);
  await done(page, 1);
  const second = await answer(page, shown, false, 1);
  await done(page, 2);
  return [first, second];
}

export const asks = (page: Page, prompt: string): Promise<void> => expect(cardOn(page).getByRole("heading")).toHaveText(prompt);
