/**
 * The gradebook on its own pages, and the few who may give the office: what counts how much, a score in place of the earned one, excused
 * work, both scores, a student's own line, what students are told of a void, and how much is due.
 */
import { expect, test, type Page } from "@playwright/test";
import { createAssignment } from "@/lib/wire/assignments";
import { joinClass } from "@/lib/wire/classes";
import { CONSENT_VERSION } from "@/lib/wire/cohortParts";
import { makeCohortInvite } from "@/lib/wire/cohorts";
import { answerItem } from "@/lib/wire/workAnswer";
import { beginWork, handIn, openSlot, readWork } from "@/lib/wire/work";
import { questions } from "@/content/_generated/questions";
import { drawQuestion } from "@/lib/questions";
import { PORT } from "../../playwright.config";
import { expectAccessible, DAY_MS, firstClass, somebody, type Somebody } from "./classroom";
import { ask } from "./group";
import { ownServer, type OwnServer } from "./ownServer";

let server: OwnServer;
test.beforeAll(async () => {
  test.setTimeout(240_000);
  server = await ownServer(PORT + 80);
});
test.afterAll(() => server.stop());

const [LONG, SHORT] = ["Week 1: what a detector answers, and what its numbers say of a picture", "Week 2: NMS"];
const QUESTION = "greedy";

/** A quiz of one question, to all. */
async function quiz({ context }: Somebody, id: string, title: string, dueAt: string): Promise<string> {
  const terms = { title, about: "", opensAt: null, dueAt, closesAt: null, latePercent: 0, minutes: null, hideScores: false, weight: 1 };
  const settings = {
    type: "quiz" as const,
    from: { questions: [{ topic: "nms", question: QUESTION }] },
    ...{ same: true, feedback: "each" as const, tries: 1 },
  };
  const body = { terms, parts: [{ id: null, points: 10, settings }], publish: true };
  return (await ask(context.request, server.url, createAssignment, { params: { id }, body })).id;
}

/** Begins, answers the one question and hands in. */
async function answered({ context: { request } }: Somebody, assignment: string, right: boolean): Promise<void> {
  const { url } = server;
  await ask(request, url, beginWork, { params: { assignment }, body: {} });
  const { parts } = await ask(request, url, readWork, { params: { assignment } });
  const { id: item, what } = await ask(request, url, openSlot, { params: { assignment, part: parts[0].id, slot: "0" }, body: {} });
  const { options } = (
    what as { readonly view: { readonly options: readonly { readonly id: string; readonly text: { readonly en: string } }[] } }
  ).view;
  const option = options.find(({ text }) => (text.en === RIGHT) === right);
  await ask(request, url, answerItem, { params: { item }, body: { answer: { option: option?.id } } });
  await ask(request, url, handIn, { params: { assignment }, body: {} });
}
const RIGHT = "It takes the best and never looks back";

const cell = (page: Page, name: string, title: string) => page.getByRole("button", { name: new RegExp(`^${name}, ${title}`) });
const totalOf = (page: Page, name: string) =>
  page.getByTestId("grades").getByRole("row").filter({ hasText: name }).getByRole("cell").first();

test("a gradebook: weights, a score set with its reason, excused work, both scores, and each student's own line", async ({ browser }) => {
  test.setTimeout(420_000);
  const { url } = server;
  expect(drawQuestion(questions.nms.find(({ id }) => id === QUESTION) ?? questions.nms[0], "a").view.prompt.en).toContain("greedy");
  const teacher = await somebody(browser, url, "Ara", "en-US", 1280);
  const [bora, chan] = [await somebody(browser, url, "Bora", "en-US", 390), await somebody(browser, url, "Chan", "ko-KR", 1280)];
  const { page } = teacher;
  const id = await firstClass(server, teacher, "Vision 1");
  const { code } = await ask(teacher.context.request, url, makeCohortInvite, {
    params: { id },
    body: { as: "student", days: 7, maxUses: 10 },
  });
  for (const { context } of [bora, chan])
    await ask(context.request, url, joinClass, { params: { code }, body: { consent: CONSENT_VERSION } });

  await test.step("nothing assigned says so", async () => {
    await page.goto(`/en/teach/${id}/grades`);
    await expect(page.getByText("Nothing has been assigned yet.")).toBeVisible();
    await expectAccessible(page);
  });

  const within = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString();
  const [first, second] = [await quiz(teacher, id, LONG, within(1)), await quiz(teacher, id, SHORT, within(2))];

  await test.step("how much is due stands at the way to one's own page, and there what is next", async () => {
    await bora.page.goto("/en");
    await expect(bora.page.getByRole("navigation", { name: "Tabs" }).getByTestId("due-work")).toHaveText("22 pieces of work due");
    await bora.page.goto("/en/me");
    await expect(bora.page.getByTestId("due-next")).toContainText(`2 pieces of work are due. Next: “${LONG}”`);
    await expectAccessible(bora.page);
    await chan.page.goto("/ko/me");
    await expect(chan.page.getByTestId("due-next")).toContainText("해야 할 과제가 2개 있어요.");
    await expect(chan.page.getByRole("banner").getByTestId("due-work")).toHaveText("2해야 할 과제 2개");
  });

  await answered(bora, first, true);
  await answered(bora, second, false);
  await answered(chan, first, false);

  await test.step("what was handed in is due no more", async () => {
    await bora.page.goto("/en/me");
    await expect(bora.page.getByText("The classes you learn in, and what their instructors can see of you.")).toBeVisible();
    await expect(bora.page.getByTestId("due-work")).toHaveCount(0);
    await chan.page.goto("/ko/me");
    await expect(chan.page.getByTestId("due-next")).toContainText("해야 할 과제가 1개 있어요.");
  });

  await test.step("totals follow the weights, which a reload keeps", async () => {
    await page.goto(`/en/teach/${id}/grades`);
    await expect(cell(page, "Bora", LONG)).toHaveText("100");
    await expect(cell(page, "Bora", SHORT)).toHaveText("0");
    await expect(cell(page, "Chan", SHORT)).toHaveText("not yet");
    await expect(totalOf(page, "Bora")).toHaveText("50");
    await expect(totalOf(page, "Chan")).toHaveText("0");
    await page.getByText("Weights of the assignments", { exact: true }).click();
    await page.getByLabel(SHORT, { exact: true }).fill("3");
    await page.getByRole("button", { name: "Save the weights" }).click();
    await expect(page.getByText("Saved.", { exact: true })).toBeVisible();
    await expect(totalOf(page, "Bora")).toHaveText("25");
    await page.reload();
    await expect(totalOf(page, "Bora")).toHaveText("25");
    await expectAccessible(page);
  });

  await test.step("a score stands in place of the earned one with its reason; excused work leaves the total; both are taken back", async () => {
    const [form, chosen] = [page.getByTestId("word"), cell(page, "Bora", SHORT)];
    await chosen.hover();
    const place = await chosen.boundingBox();
    await chosen.click();
    await expect(form.getByRole("heading")).toBeFocused();
    await expect(form).toBeInViewport({ ratio: 1 });
    expect(await chosen.boundingBox(), "the table stays where it was").toEqual(place);
    await expect(page.locator("[data-testid=grades] [aria-expanded=true]")).toHaveAccessibleName(new RegExp(`^Bora, ${SHORT}`));
    await page.keyboard.press("Escape");
    await expect(form).toBeHidden();
    await expect(chosen).toBeFocused();
    await chosen.click();
    await form.getByLabel("Score to count instead").fill("80");
    await form.getByRole("button", { name: "Set this score" }).click();
    await expect(form.getByText("Give a reason.")).toBeVisible();
    await expectAccessible(page);
    await form.getByLabel("Reason (the student sees it too)").fill("Shown at the board");
    await form.getByRole("button", { name: "Set this score" }).click();
    await expect(form).toBeHidden();
    await expect(cell(page, "Bora", SHORT)).toHaveText("80");
    await expect(totalOf(page, "Bora")).toHaveText("85");
    await cell(page, "Chan", SHORT).click();
    await form.getByRole("checkbox", { name: "Excused: left out of the total." }).click();
    await form.getByLabel("Reason (the student sees it too)").fill("아팠어요");
    await form.getByRole("button", { name: "Set this score" }).click();
    await expect(cell(page, "Chan", SHORT)).toHaveText("excused");
    await expect(totalOf(page, "Chan")).toHaveText("0");
  });

  await test.step("a student's own line says the same, with the reasons, and of nobody else", async () => {
    await bora.page.goto(`/en/classes/grades/${id}`);
    await expect(bora.page.getByTestId("total")).toHaveText("Total 85.0%. The weights of what counts so far add up to 4.");
    const lines = bora.page.getByTestId("own-grades").getByRole("listitem");
    await expect(lines.filter({ hasText: SHORT })).toContainText("Set by an instructor: Shown at the board");
    await expect(lines.filter({ hasText: LONG })).toContainText("100.0%");
    await expect(bora.page.getByText("Chan")).toHaveCount(0);
    await expectAccessible(bora.page);
    await chan.page.goto(`/ko/classes/grades/${id}`);
    await expect(chan.page.getByTestId("own-grades").getByRole("listitem").filter({ hasText: SHORT })).toContainText("면제");
    await expect(chan.page.getByTestId("own-grades")).toContainText("아팠어요");
    await bora.page.goto(`/en/teach/${id}/grades`);
    await expect(bora.page.getByTestId("not-here")).toBeVisible();
  });

  await test.step("the word is taken back", async () => {
    await cell(page, "Bora", SHORT).click();
    await page.getByTestId("word").getByRole("button", { name: "Take it back" }).click();
    await expect(cell(page, "Bora", SHORT)).toHaveText("0");
    await expect(totalOf(page, "Bora")).toHaveText("25");
  });

  const recheck = page.getByTestId("recheck");
  const press = (name: string) => recheck.getByRole("button", { name, exact: true }).click();
  await test.step("from its own page an item is taken out of one assignment, after a look at what that changes", async () => {
    await page.goto(`/en/teach/${id}/insight?view=items&item=question:nms/${QUESTION}`);
    await page.getByTestId("faulty").getByRole("link", { name: LONG }).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("greedy");
    await press("See what would change");
    await expect(recheck).toContainText("Give a reason.");
    await recheck.getByLabel("Reason (the students see it too)").fill("Two answers are right");
    await press("See what would change");
    await expect(recheck).toContainText("2 answers would be concerned.");
    await expect(page.getByText("As it stands this item counts for nobody.")).toHaveCount(0);
    await expectAccessible(page);
    await press("Do it");
    await expect(recheck).toContainText("Done.");
    await expect(page.getByText("As it stands this item counts for nobody.")).toBeVisible();
    await page.goto(`/en/teach/${id}/insight?view=items&item=question:nms/${QUESTION}`);
    const works = page.getByTestId("faulty").getByRole("listitem");
    await expect(works.filter({ hasText: LONG })).toContainText("counts for nobody there");
    await expect(works.filter({ hasText: SHORT })).not.toContainText("counts for nobody");
    await expectAccessible(page);
  });

  await test.step("a void is told to who answered, with the work, the points before and after and the reason", async () => {
    await bora.page.goto("/en/inbox");
    const entry = bora.page.getByTestId("inbox").getByRole("listitem").first();
    await expect(entry).toContainText(`A question in “${LONG}” no longer counts`);
    await expect(entry).toContainText("Two answers are right");
    await expect(entry).toContainText("Vision 1");
    await expectAccessible(bora.page);
    await entry.getByRole("link").click();
    await expect(bora.page.getByRole("heading", { level: 1, name: LONG })).toBeVisible();
    await chan.page.goto("/ko/inbox");
    await expect(chan.page.getByTestId("inbox").getByRole("listitem").first()).toContainText(`‘${LONG}’에서 한 문항을 채점에서 뺐어요`);
    await expectAccessible(chan.page);
  });

  await test.step("the assignment says what was taken out, and it is put back there", async () => {
    await page.goto(`/en/teach/${id}/work/${first}`);
    await expect(page.getByRole("heading", { name: "1 item counts for nobody" })).toBeVisible();
    await page.getByTestId("voided").getByRole("link").click();
    await recheck.getByLabel("Reason (the students see it too)").fill("It was right after all");
    await press("See what would change");
    await expectAccessible(page);
    await press("Do it");
    await expect(recheck).toContainText("Done.");
    await page.goto(`/en/teach/${id}/work/${first}`);
    await expect(page.getByRole("heading", { name: "2 students" })).toBeVisible();
    await expect(page.getByTestId("voided")).toHaveCount(0);
    await bora.page.goto("/en/inbox");
    await expect(bora.page.getByTestId("inbox").getByRole("listitem").first()).toContainText(`A question in “${LONG}” counts again`);
  });
  await Promise.all([teacher, bora, chan].map(({ context }) => context.close()));
});

test("an admin gives the office by an address and takes it back; nobody else sees the page", async ({ browser }) => {
  test.setTimeout(300_000);
  const { url } = server;
  const [admin, dan] = [await somebody(browser, url, "Ada", "en-US", 1280), await somebody(browser, url, "Dan", "en-US", 390)];
  await dan.page.goto("/en/teach/people");
  await expect(dan.page.getByTestId("not-here")).toBeVisible();
  await server.between("scripts/database.ts", "role", admin.email, "admin");
  const { page } = admin;
  await page.goto("/en/teach/people");
  const offices = page.getByTestId("offices").getByRole("listitem");
  await expect(offices.filter({ hasText: admin.email })).toContainText("Admin");
  await page.getByLabel("E-mail").fill("nobody@example.org");
  await page.getByRole("button", { name: "Register", exact: true }).click();
  await expect(page.getByText("Nobody has signed up with this address.")).toBeVisible();
  await page.getByLabel("E-mail").fill(dan.email);
  await page.getByRole("button", { name: "Register", exact: true }).click();
  await expect(offices.filter({ hasText: dan.email })).toContainText("Instructor");
  await expectAccessible(page);
  await dan.page.goto("/en/teach");
  await expect(dan.page.getByRole("heading", { name: "Make a class" })).toBeVisible();
  await offices.filter({ hasText: dan.email }).getByRole("button").click();
  await expect(offices.filter({ hasText: dan.email })).toHaveCount(0);
  await Promise.all([admin, dan].map(({ context }) => context.close()));
});
