/**
 * An assignment from its first word to its last answer: an instructor puts it together and publishes it, three students do it (one by
 * keyboard alone, one late, one with extra time and an extension), the table moves, and an answer is seen again on its board.
 */
import { expect, test, type Locator, type Page } from "@playwright/test";
import { blank, type ContentOf } from "@/lib/bank";
import { createAssignment, voidItem } from "@/lib/wire/assignments";
import { addQuestion } from "@/lib/wire/bank";
import { joinClass } from "@/lib/wire/classes";
import { CONSENT_VERSION } from "@/lib/wire/cohortParts";
import { makeCohortInvite } from "@/lib/wire/cohorts";
import { beginWork, readWork } from "@/lib/wire/work";
import { PORT } from "../../playwright.config";
import { DAY_MS, expectAccessible, firstClass, lineOf, somebody, wall, type Somebody } from "./classroom";
import { ask } from "./group";
import { answering, Keyboard } from "./hands";
import { ownServer, type OwnServer } from "./ownServer";

let server: OwnServer;
test.beforeAll(async () => {
  test.setTimeout(240_000);
  server = await ownServer(PORT + 60);
});
test.afterAll(() => server.stop());

const chipsOn = (page: Page): Locator => page.locator("section[data-kind=nms-survivors][data-phase=playing] [data-chip]");

test("an assignment is put together, done by three students in their own ways, and seen by who gave it", async ({ browser }) => {
  test.setTimeout(420_000);
  const { url } = server;
  const teacher = await somebody(browser, url, "Ara", "en-US", 1280);
  const [bora, chan, dan] = [
    await somebody(browser, url, "Bora", "en-US", 1280),
    await somebody(browser, url, "Chan", "ko-KR", 390),
    await somebody(browser, url, "Dan", "en-US", 390),
  ];
  const { page } = teacher;
  const id = await firstClass(server, teacher, "Vision 1");
  const { code } = await ask(teacher.context.request, url, makeCohortInvite, {
    params: { id },
    body: { as: "student", days: 7, maxUses: 10 },
  });
  for (const { context } of [bora, chan, dan])
    await ask(context.request, url, joinClass, { params: { code }, body: { consent: CONSENT_VERSION } });

  await test.step("what is missing is said at its field, and what was typed outlives a reload", async () => {
    await page.goto(`/en/teach/${id}`);
    await page.getByRole("link", { name: "Assignments" }).click();
    await page.getByRole("link", { name: "New assignment" }).click();
    const publish = page.getByRole("button", { name: "Save and publish" });
    await answering(publish);
    await publish.click();
    await expect(page.getByText("Enter a title of 1–120 visible characters.")).toBeVisible();
    await expect(page.getByText("Add at least one thing to do before you publish.")).toBeVisible();
    await expect(page.getByLabel("Title", { exact: true })).toBeFocused();
    await page.getByLabel("Title", { exact: true }).fill("Week 3: overlap");
    await page.getByLabel("What it is about (Markdown)").fill("Look at **overlap**.");
    await page.getByLabel("Due", { exact: true }).fill(wall(Date.now() + DAY_MS));
    await page.getByLabel("Taken off for each day late").fill("20");
    await page.getByRole("switch", { name: "Time limit" }).click();
    await page.getByLabel("Minutes from the beginning").fill("60");
    await page.getByRole("button", { name: "Add puzzles" }).click();
    const puzzles = page.getByRole("region", { name: "1. Puzzles" });
    await puzzles.getByLabel("Kind of puzzle").selectOption("nms-survivors");
    await puzzles.getByRole("radio", { name: "1", exact: true }).click();
    await page.reload();
    await expect(page.getByText("You are going on with changes that were not saved.")).toBeVisible();
    await expect(page.getByLabel("Title", { exact: true })).toHaveValue("Week 3: overlap");
    await expect(puzzles.getByLabel("Kind of puzzle")).toHaveValue("nms-survivors");
    await page.getByRole("radio", { name: "Preview" }).click();
    await expect(page.getByRole("region", { name: "What it is about (Markdown)" }).locator("strong")).toHaveText("overlap");
  });

  await test.step("questions are chosen by their text, parts change places by keys, and it is published", async () => {
    await page.getByRole("button", { name: "Add a quiz" }).click();
    const quiz = page.getByRole("region", { name: "2. Quiz" });
    await quiz.getByLabel("Show the questions of").selectOption("iou");
    await quiz
      .getByRole("checkbox", { name: /enlarged to twice its size/ })
      .first()
      .click();
    await expect(quiz.getByTestId("chosen").getByRole("listitem")).toHaveCount(1);
    await page.getByRole("button", { name: "Add a lesson" }).click();
    await page.getByRole("region", { name: "3. Lesson" }).getByRole("combobox").selectOption("iou");
    const up = page.getByRole("button", { name: "Move up: 3. Lesson" });
    await new Keyboard(page).reach(up);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("button", { name: "Move up: 2. Lesson" })).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("region", { name: "1. Lesson" })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("button", { name: "Save and publish" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Week 3: overlap" })).toBeVisible();
    await expect(page.getByTestId("student-table").getByRole("row")).toHaveCount(4);
    await expect(page.getByTestId("terms")).toContainText("20% off for each day after.");
    await expect(lineOf(page, "Bora")).toContainText("Not begun");
  });
  const assignment = /work\/([^/]+)$/.exec(page.url())?.[1] ?? "";

  await test.step("a student gets extra time and an extension", async () => {
    await lineOf(page, "Dan").getByRole("button", { name: "Dates and time for Dan" }).click();
    const dialog = page.getByRole("dialog", { name: "Dates and time for Dan" });
    await dialog.getByLabel("Due", { exact: true }).fill(wall(Date.now() + 4 * DAY_MS));
    await dialog.getByLabel("Further tries each").fill("1");
    await dialog.getByLabel("Time they get").fill("150");
    await dialog.getByLabel("Why", { exact: true }).fill("Ill");
    await expectAccessible(page);
    await dialog.getByRole("button", { name: "Save" }).click();
    await expect(dialog).toBeHidden();
    await expect(lineOf(page, "Dan")).toContainText("150% time");
  });

  await test.step("by keyboard alone: begun, a puzzle and a question answered, a lesson finished, handed in", async () => {
    const keyboard = new Keyboard(bora.page);
    await bora.page.goto("/en/classes");
    const press = async (element: Locator) => {
      await keyboard.reach(element);
      await keyboard.press("Enter");
    };
    await press(bora.page.getByTestId("due").getByRole("link", { name: "Week 3: overlap" }));
    await expect(bora.page.getByTestId("terms")).toContainText("20% off for each day after.");
    await press(bora.page.getByRole("button", { name: "Begin" }));
    await expect(bora.page.getByTestId("countdown")).toContainText("Time left");
    await expectAccessible(bora.page);
    await press(bora.page.getByRole("link", { name: "Puzzle 1" }));
    await keyboard.reach(chipsOn(bora.page).first());
    await keyboard.press("Space");
    await press(bora.page.getByTestId("submit"));
    await expect(bora.page.getByTestId("settlement")).toHaveAttribute("data-status", "settled");
    await expectAccessible(bora.page);
    await press(bora.page.getByTestId("on").getByRole("link", { name: "Next" }));
    const answer = bora.page.getByTestId("answer");
    await keyboard.reach(answer);
    await expect(answer).toHaveAttribute("aria-disabled", "true");
    await answerQuestion(bora.page, keyboard);
    await press(answer);
    await expect(bora.page.getByTestId("question-verdict")).toBeVisible();
    await press(bora.page.getByTestId("on").getByRole("link", { name: "Next" }));
    await press(bora.page.getByRole("link", { name: "Go to the lesson" }));
    await press(bora.page.getByRole("button", { name: "I finished this lesson" }));
    await expect(bora.page.getByText("Well done! Your review cards are ready.")).toBeVisible();
    await bora.page.goto(`/en/classes/work/${assignment}`);
    await expect(bora.page.getByText("3 of 3 answered")).toBeVisible();
    await expect(bora.page.locator("[data-state=answered]")).toBeVisible();
    await press(bora.page.getByRole("button", { name: "Hand in" }));
    await press(bora.page.getByRole("group", { name: "Hand in as it is?" }).getByRole("button", { name: "Hand in" }));
    await expect(bora.page.locator("[data-state=handed-in]")).toBeVisible();
    await expect(bora.page.getByRole("button", { name: "Begin" })).toHaveCount(0);
  });

  await test.step("the table has moved", async () => {
    await page.reload();
    await expect(lineOf(page, "Bora")).toContainText("Handed in");
    await expect(lineOf(page, "Bora")).toContainText("3 / 3");
    await expect(lineOf(page, "Chan")).toContainText("0 / 3");
  });

  await server.moveClock(DAY_MS + 3_600_000);

  await test.step("what stands on a board outlives a reload and a broken line", async () => {
    await dan.page.goto(`/en/classes/work/${assignment}`);
    await dan.page.getByRole("button", { name: "Begin" }).click();
    await expect(dan.page.locator("[data-state=open]")).toBeVisible();
    await dan.page.getByRole("link", { name: "Puzzle 1" }).click();
    const [first, second] = [chipsOn(dan.page).nth(0), chipsOn(dan.page).nth(1)];
    await first.click();
    await expect(first).toHaveAttribute("aria-checked", "true");
    await dan.page.reload();
    await expect(first).toHaveAttribute("aria-checked", "true");
    await dan.context.setOffline(true);
    await second.click();
    await expect(dan.page.getByTestId("saved")).toHaveAttribute("data-saved", "away");
    await dan.page.getByTestId("submit").click();
    await expect(dan.page.getByTestId("settlement")).toHaveAttribute("data-status", "kept");
    await dan.context.setOffline(false);
    await expect(dan.page.getByTestId("settlement")).toHaveAttribute("data-status", "settled", { timeout: 30_000 });
    await dan.page.getByRole("link", { name: "Back to the assignment" }).click();
    await expect(dan.page.locator("[data-answered=true]")).toHaveCount(1);
    await expect(dan.page.getByTestId("parts")).not.toContainText("late");
  });

  await test.step("late, in Korean on a phone: the same terms in words, and what is unanswered is named before it is handed in", async () => {
    await chan.page.goto(`/ko/classes`);
    await chan.page.getByTestId("due").getByRole("link", { name: "Week 3: overlap" }).click();
    await chan.page.getByRole("button", { name: "과제 시작하기" }).click();
    await expect(chan.page.locator("[data-state=late]")).toBeVisible();
    await chan.page.getByRole("link", { name: "문제 1" }).click();
    await chipsOn(chan.page).first().click();
    await chan.page.getByTestId("submit").click();
    await expect(chan.page.getByTestId("settlement")).toHaveAttribute("data-status", "settled");
    await chan.page.getByRole("link", { name: "과제로 돌아가기" }).click();
    await expect(chan.page.getByTestId("parts")).toContainText("1일 늦음");
    await chan.page.getByRole("button", { name: "제출하기" }).click();
    await expect(chan.page.getByTestId("unanswered").getByRole("listitem")).toHaveCount(2);
    await expectAccessible(chan.page);
    await chan.page.getByRole("button", { name: "더 풀기" }).click();
  });

  await test.step("the table says who is late, can be sorted by it, and leads to an answer on its board", async () => {
    await page.reload();
    const chanCells = lineOf(page, "Chan").getByRole("cell");
    await expect(chanCells.nth(0)).toContainText("Past the due date");
    await expect(chanCells.nth(4)).toHaveText("1");
    await expect(lineOf(page, "Dan").getByRole("cell").nth(4)).toHaveText("–");
    await page.getByRole("button", { name: "Days late" }).click();
    await expect(page.getByTestId("student-table").getByRole("rowheader").first()).toHaveText("Chan");
    await expectAccessible(page);
    await lineOf(page, "Bora").getByRole("link", { name: "Bora" }).click();
    await page.getByRole("button", { name: /level 1.*See the answer again/ }).click();
    await expect(page.getByTestId("board-replay")).toBeVisible();
  });

  await test.step("an item at fault is left out for everybody, looked at before it is done, told of, and taken back", async () => {
    await page.getByText("If this item is at fault").click();
    const recheck = page.getByTestId("recheck");
    const answer = page.getByRole("button", { name: /level 1.*Close/ });
    await recheck.getByRole("button", { name: "See what would change" }).click();
    await expect(recheck.getByText("Give a reason.")).toBeVisible();
    await recheck.getByLabel("Reason (the students see it too)").fill("The picture was missing.");
    await recheck.getByRole("button", { name: "See what would change" }).click();
    await expect(recheck.getByTestId("note")).toContainText("would be concerned");
    await expect(answer).not.toContainText("taken out of the count");
    await expectAccessible(page);
    await recheck.getByRole("button", { name: "Do it" }).click();
    await expect(recheck.getByTestId("note")).toContainText("Done.");
    await expect(answer).toContainText("taken out of the count");
    await bora.page.goto("/en/inbox");
    await expect(bora.page.getByText("A question in “Week 3: overlap” no longer counts")).toBeVisible();
    await expect(bora.page.getByText("The picture was missing.")).toBeVisible();
    await recheck.getByRole("radio", { name: "Put it back for everybody" }).click();
    await recheck.getByRole("button", { name: "See what would change" }).click();
    await recheck.getByRole("button", { name: "Do it" }).click();
    await expect(answer).not.toContainText("taken out of the count");
    await recheck.getByRole("radio", { name: "Grade it again" }).click();
    await recheck.getByRole("button", { name: "See what would change" }).click();
    await expect(recheck.getByTestId("note")).toContainText("would be concerned");
  });

  await test.step("the name is hidden for the projector", async () => {
    await page.getByRole("button", { name: "Hide the name" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "A student" })).toBeVisible();
    await expect(page.getByText("Bora")).toHaveCount(0);
    await expectAccessible(page);
  });

  await test.step("a student's work is closed by who teaches, and nothing more is taken", async () => {
    await page.goto(`/en/teach/${id}/work/${assignment}`);
    await lineOf(page, "Chan").getByRole("button", { name: "Dates and time for Chan" }).click();
    await page.getByRole("button", { name: "Close for this student" }).click();
    await page.getByRole("group", { name: "Close for this student" }).getByRole("button", { name: "Close for this student" }).click();
    await expect(lineOf(page, "Chan")).toContainText("Closed");
    await chan.page.reload();
    await expect(chan.page.locator("[data-state=closed]")).toBeVisible();
    await expect(chan.page.getByRole("button", { name: "제출하기" })).toHaveCount(0);
  });

  await test.step("a name of forty letters breaks, and the table stays in its page", async () => {
    const long = await somebody(browser, url, "Wolfeschlegelsteinhausenbergerdorffherrn", "en-US", 390);
    await ask(long.context.request, url, joinClass, { params: { code }, body: { consent: CONSENT_VERSION } });
    await ask(long.context.request, url, beginWork, { params: { assignment }, body: {} });
    await page.reload();
    await expect(lineOf(page, "Wolfeschlegel").getByRole("link")).toBeVisible();
    await expectAccessible(page);
    await long.context.close();
  });

  await test.step("an instructor's own question is laid out wherever it stands; a topic's own stands as it is", () =>
    ownQuestion({ teacher, bora, dan, id }));
  await Promise.all([teacher, bora, chan, dan].map(({ context }) => context.close()));
});

/** What stands in it is laid out: nothing of its source is left to be read. */
async function expectLaidOut(scope: Locator): Promise<void> {
  await expect(scope.locator(".katex").first()).toBeVisible();
  await expect(scope).not.toContainText(/\$|\*\*/);
}

/** Asked, answered, judged, seen again by both, and left out. */
async function ownQuestion({ teacher, bora, dan, id }: Readonly<Record<"teacher" | "bora" | "dan", Somebody>> & { readonly id: string }) {
  const { url } = server;
  const both = (text: string) => ({ ko: text, en: text });
  const content = blank("single") as ContentOf<"single">;
  const options = content.options.map((option, i) => ({
    ...option,
    text: both(["$\\frac12$", "$\\frac13$ of the **union**", "None"][i]),
    feedback: both(i === 1 ? "That is the share of **one** box." : ""),
  }));
  const prompt = both("**IoU** is $\\frac{|A\\cap B|}{|A\\cup B|}$ of\n\n- the first box\n- the second box");
  const written = { ...content, title: "Own", prompt, options, explanation: both("Count: $\\frac{2}{4}=\\frac12$.") };
  const { id: bank } = await ask(teacher.context.request, url, addQuestion, { body: { content: written } });
  const terms = { title: "Own words", about: "", opensAt: null, dueAt: null, closesAt: null, latePercent: 0, minutes: null, weight: 1 };
  const questions = [
    { bank, version: 1 },
    { topic: "nms", question: "greedy" },
  ];
  const settings = { type: "quiz" as const, from: { questions }, same: true, feedback: "each" as const, tries: 1 };
  const body = { terms: { ...terms, hideScores: false }, parts: [{ id: null, points: 10, settings }], publish: true };
  const { id: assignment } = await ask(teacher.context.request, url, createAssignment, { params: { id }, body });
  const member = new Map<Somebody, string>();
  for (const who of [dan, bora]) {
    await ask(who.context.request, url, beginWork, { params: { assignment }, body: {} });
    const { parts } = await ask(who.context.request, url, readWork, { params: { assignment } });
    member.set(who, `/en/classes/work/${assignment}/${parts[0].id}`);
  }
  const { page } = dan;
  const at = member.get(dan) ?? "";

  await page.goto(`${at}/0`);
  const form = page.locator("form[data-form=choice]");
  await expectLaidOut(form);
  await expect(form.locator("li").filter({ hasText: "the second box" })).toBeVisible();
  await expect(form.getByRole("button", { name: "union" }).locator("strong")).toHaveText("union");
  expect(await shiftOf(page), "nothing moves when formulas come").toBeLessThan(0.02);
  await expectAccessible(page);
  await form.getByRole("button", { name: "union" }).click();
  await page.getByTestId("answer").click();
  const verdict = page.getByTestId("question-verdict");
  await expect(verdict).toContainText("That is the share of one box.");
  await expectLaidOut(form);
  await expect(verdict.locator(".katex")).toHaveCount(1);
  await expectAccessible(page);

  await page.goto(`${at}/1`);
  await expect(page.getByRole("heading", { level: 2, name: /greedy/ })).toBeVisible();
  await expect(page.locator(".note, .katex")).toHaveCount(0);

  const replay = (of: Page) => of.getByTestId("card-replay");
  await page.goto(`${at}/0`);
  await expectLaidOut(replay(page));
  await expect(replay(page)).toContainText("That is the share of one box.");
  await teacher.page.goto(`/en/teach/${id}/work/${assignment}`);
  await lineOf(teacher.page, "Dan").getByRole("link", { name: "Dan" }).click();
  await teacher.page
    .getByRole("button", { name: /See the answer again/ })
    .first()
    .click();
  await expectLaidOut(replay(teacher.page));
  await teacher.page.goto(`/en/teach/${id}/insight?view=items&item=bank:${bank}&answers=`);
  await teacher.page.getByTestId("answers").getByRole("button").first().click();
  await expectLaidOut(replay(teacher.page));
  await expect(replay(teacher.page)).toContainText("That is the share of one box.");

  await teacher.page.goto(`/en/teach/${id}/insight?view=items&item=bank:${bank}`);
  await expectLaidOut(teacher.page.getByRole("figure"));

  const what = { item: `bank:${bank}` };
  const wish = { what, voided: true, reason: "Both are right", apply: true };
  await ask(teacher.context.request, url, voidItem, { params: { id, assignment }, body: wish });
  await page.reload();
  await expect(page.getByTestId("tries")).toContainText("Taken out of the count by your instructor · Both are right");
  await expectLaidOut(replay(page));
  await expect(page.getByRole("alert").filter({ hasText: /./ })).toHaveCount(0);
  await expectAccessible(page);
}

/** How much the page has moved by itself since it was opened. */
const shiftOf = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((done) => {
        new PerformanceObserver((list) => {
          const moved = list.getEntries() as (PerformanceEntry & { readonly value: number; readonly hadRecentInput: boolean })[];
          done(moved.reduce((sum, { value, hadRecentInput }) => sum + (hadRecentInput ? 0 : value), 0));
        }).observe({ type: "layout-shift", buffered: true });
        setTimeout(() => done(0), 500);
      }),
  );

/** Gives the question on the page some answer by keys, whatever its form. */
async function answerQuestion(page: Page, keyboard: Keyboard): Promise<void> {
  const option = page.locator("[data-option]").first();
  await keyboard.reach(option);
  await keyboard.press("Space");
  await expect(option).toHaveAttribute("aria-pressed", "true");
}
