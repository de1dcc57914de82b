/** Questions of every form on the page: answered with the mouse and with the keyboard alone, rightly and wrongly. */
import AxeBuilder from "@axe-core/playwright";
import { expect, test, type Locator, type Page } from "@playwright/test";
import { questions } from "@/content/_generated/questions";
import { drawQuestion, FORM_NAMES, solutionOf, type DrawnQuestion, type FormName } from "@/lib/questions";
import { beginGuest } from "@/lib/wire/account";
import { finishLesson } from "@/lib/wire/learn";
import { BASE } from "@/lib/wire/route";
import { enter, wrongAnswer } from "./answers";
import { answering } from "./hands";
import { onlyForm, stopAnswering } from "./queue";
import { nextReply } from "./replies";

test.afterEach(stopAnswering);

/** The topic whose first day of review asks a question of the form. */
const topicAsking = (form: FormName): string | undefined =>
  Object.keys(questions).find((id) => questions[id].slice(0, 10).some((question) => question.form === form));
const IN_REVIEW = FORM_NAMES.filter((form) => topicAsking(form) !== undefined);

test("every form is answered here, but those that instructors alone ask with: the test of their bank answers these", () => {
  expect(FORM_NAMES.filter((form) => !IN_REVIEW.includes(form)).toSorted()).toEqual(["hotspot", "multiple", "short"]);
});

/** A guest to whom questions of `form` alone are due. */
async function openForm(page: Page, form: FormName): Promise<DrawnQuestion> {
  const topic = topicAsking(form) ?? "";
  await page.request.post(`${BASE}${beginGuest.path}`, { data: { locale: "ko", timeZone: "Asia/Seoul" } });
  await page.request.post(`${BASE}${finishLesson.path}`, { data: { topic } });
  const shown = await onlyForm(page, form);
  await page.goto("/ko/review");
  await expect(page.locator(`[data-form=${form}]`)).toBeVisible();
  return shown();
}

const verdictOf = (scope: Page | Locator): Locator => scope.getByTestId("question-verdict");

for (const form of IN_REVIEW)
  for (const [by, right] of [
    ["mouse", true],
    ["keyboard", false],
    ["keyboard", true],
    ["mouse", false],
  ] as const)
    test(`${form}: answered ${right ? "rightly" : "wrongly"} by ${by} in review, judged by page and server alike`, async ({ page }) => {
      const drawn = await openForm(page, form);
      const card = page.getByTestId("card");
      await enter(card, drawn, right ? solutionOf(drawn) : wrongAnswer(drawn), by);
      const verdict = verdictOf(card);
      await expect(verdict).toHaveAttribute("data-outcome", right ? "right" : /^(wrong|partly)$/);
      await expect(verdict.getByRole("paragraph").first()).toBeInViewport({ ratio: 1 });
      await expect(verdict).toContainText(drawn.truth.explanation.ko.slice(0, 12));
      const graded = await nextReply(page, "**/review/grade");
      await page.keyboard.press(right ? "3" : "1");
      expect(await graded()).toMatchObject({ correct: right, rating: right ? 3 : 1 });
    });

for (const form of IN_REVIEW)
  test(`${form}: nothing on the card breaks the rules of accessibility, before and after the verdict`, async ({ page }) => {
    const drawn = await openForm(page, form);
    const problems = async () =>
      (await new AxeBuilder({ page }).include("[data-testid=card]").analyze()).violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`);
    expect(await problems()).toEqual([]);
    await enter(page.getByTestId("card"), drawn, solutionOf(drawn), "mouse");
    await expect(verdictOf(page)).toBeVisible();
    expect(await problems()).toEqual([]);
  });

test("what was entered is there after a reload, handed in or not, and is gone once it is rated", async ({ page }) => {
  const drawn = await openForm(page, "numeric");
  await page.getByRole("textbox", { name: "답" }).fill("7");
  await page.reload();
  await expect(page.getByRole("textbox", { name: "답" })).toHaveValue("7");
  await enter(page.getByTestId("card"), drawn, wrongAnswer(drawn), "keyboard");
  await expect(verdictOf(page)).toHaveAttribute("data-outcome", "wrong");
  await page.reload();
  await expect(verdictOf(page)).toHaveAttribute("data-outcome", "wrong");
  await page.keyboard.press("1");
  await expect(page.getByTestId("due-count")).toHaveText(/^1 \//);
  await page.keyboard.press("u");
  await expect(page.getByTestId("due-count")).toHaveText(/^0 \//);
  await expect(page.getByRole("textbox", { name: "답" })).toHaveValue("");
});

test("a question in a lesson is answered where it stands, wrongly and rightly, with the verdict in view", async ({ page }) => {
  for (const locale of ["ko", "en"] as const) {
    await page.goto(`/${locale}/learn/one-vs-two-stage`);
    const ask = page.getByTestId("ask");
    const question = questions["one-vs-two-stage"].find(({ id }) => id === "reach-of-list");
    const drawn = question && drawQuestion(question, "lesson/one-vs-two-stage/reach-of-list");
    if (!drawn) throw new Error("the question is gone");
    await enter(ask, drawn, locale === "ko" ? wrongAnswer(drawn) : solutionOf(drawn), locale === "ko" ? "keyboard" : "mouse");
    await expect(verdictOf(ask)).toHaveAttribute("data-outcome", locale === "ko" ? "wrong" : "right");
    await expect(verdictOf(ask).getByRole("paragraph").first()).toBeInViewport({ ratio: 1 });
  }
});

test("the line rightly chosen as the mistake is painted as right, a line wrongly chosen as wrong", async ({ page }) => {
  await page.goto("/en/learn/iou");
  const ask = page.getByTestId("ask");
  const question = questions.iou.find(({ id }) => id === "worked-iou");
  const drawn = question && drawQuestion(question, "lesson/iou/worked-iou");
  if (!drawn) throw new Error("the question is gone");
  await answering(ask.getByRole("radio").first());
  await enter(ask, drawn, solutionOf(drawn), "mouse");
  await expect(verdictOf(ask)).toHaveAttribute("data-outcome", "right");
  await expect(ask.locator("[role=radio][aria-checked=true]")).toHaveAttribute("data-verdict", "right");
  await page.reload();
  await answering(ask.getByRole("radio").first());
  await enter(ask, drawn, wrongAnswer(drawn), "mouse");
  await expect(verdictOf(ask)).toHaveAttribute("data-outcome", "wrong");
  await expect(ask.locator("[role=radio][aria-checked=true]")).toHaveAttribute("data-verdict", "wrong");
  await expect(ask.locator("[role=radio][data-verdict=right]")).toContainText("Here is the mistake.");
});
