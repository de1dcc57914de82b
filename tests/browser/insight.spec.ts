/** What a class's answers say, on rows that stand in the database: who needs help, the heat map, wrong ideas, items, answers, the plan. */
import { expect, test, type Page } from "@playwright/test";
import { challenge } from "@/content/topics/nms/challenges/nms-survivors/challenge";
import { readMisconceptions } from "@/lib/wire/insight";
import { PORT } from "../../playwright.config";
import { CODE, expectAccessible, savedCsv } from "./classroom";
import { answering } from "./hands";
import { ownServer, type OwnServer } from "./ownServer";

const WIDTHS = [320, 390, 1280];
const accessible = (page: Page) => expectAccessible(page, WIDTHS);
const kept = async (page: Page, name: string): Promise<string[][]> =>
  (await savedCsv(page, page.getByRole("button", { name: `Save ${name} as CSV` }))).rows;

let server: OwnServer;
test.beforeAll(async () => {
  test.setTimeout(240_000);
  server = await ownServer(PORT + 90);
});
test.afterAll(() => server.stop());

test("an instructor sees who is stuck on what, opens the answers, and gives a review", async ({ browser }) => {
  test.setTimeout(300_000);
  const context = await browser.newContext({ baseURL: server.url, locale: "en-US", viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();

  await page.goto("/en/signin?next=/teach");
  const button = page.getByRole("button", { name: "Sign up", exact: true });
  await answering(button);
  await page.getByLabel("Name", { exact: true }).fill("Ara");
  await page.getByLabel("E-mail").fill(`ara-${test.info().retry}@example.org`);
  await page.getByLabel("Password").fill("a long sentence to remember");
  await button.click();
  await expect(page).toHaveURL(/\/en\/teach$/);
  await expect.poll(() => server.said()).toMatch(CODE);
  await page.getByLabel("Code on the console").fill(CODE.exec(server.said())?.[1] ?? "");
  await page.getByRole("button", { name: "Register me as an instructor" }).click();
  await page.getByLabel("Class name").fill("Vision");
  await page.getByRole("button", { name: "Make the class" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Vision" })).toBeVisible();
  const id = /teach\/([^/]+)$/.exec(page.url())?.[1] ?? "";

  await test.step("a class without answers says so", async () => {
    await page.getByRole("link", { name: "Class insight" }).click();
    await expect(page.getByText("Nobody is stuck right now.")).toBeVisible();
    await accessible(page);
  });
  await server.between("tests/browser/answeredClass.ts", id);
  await page.goto(`/en/teach/${id}/insight`);

  await test.step("who needs help is told with the reason, and kept as a table", async () => {
    const inNeed = page.getByTestId("in-need");
    const silent = inNeed.getByRole("listitem").filter({ hasText: "Student 24" }).first();
    await expect(silent).toContainText("Did not hand in 1 piece of work that was due.");
    await expect(silent).toContainText("No answer yet, 40 days after joining.");
    await expect(page.getByRole("heading", { name: "Week by week" })).toBeVisible();
    const rows = await kept(page, "Who needs help");
    expect(rows[0]).toEqual(["Student", "Standing", "Reason", "Based on"]);
    expect(new Set(rows.slice(1).map(([name]) => name)).size).toBe(24);
    await accessible(page);
  });

  await test.step("the heat map: a table where there is room, a list on a phone; a cell leads to the answers", async () => {
    await page.getByRole("radio", { name: "Topics" }).click();
    await expect(page.getByTestId("heat").getByRole("row")).toHaveCount(25);
    await accessible(page);
    await page.setViewportSize({ width: 390, height: 844 });
    await expect(page.getByTestId("heat")).toBeHidden();
    const list = page.getByTestId("heat-list");
    await expect(list.getByRole("listitem")).toHaveCount(20);
    await page.getByRole("button", { name: "Show 4 more of 4" }).click();
    await expect(list.getByRole("listitem")).toHaveCount(24);
    await expect(list.getByRole("link").first()).toBeHidden();
    await list.getByRole("group").first().locator("summary").click();
    await expect(list.getByRole("link").first()).toBeVisible();
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.getByTestId("heat").getByRole("link").first().click();
    await expect(page.getByTestId("answers").getByRole("listitem")).toHaveCount(5);
    await page.getByRole("link", { name: "Back" }).click();
  });

  await test.step("the board: which idea, how many, how it is computed", async () => {
    await page.getByRole("radio", { name: "Wrong ideas" }).click();
    const ideas = page.getByTestId("ideas");
    await expect(ideas.getByRole("heading")).toHaveText(["“A box that was suppressed still suppresses the boxes it overlaps.”"]);
    await expect(ideas).toContainText("8 hold it");
    await expect(ideas).toContainText(/\d+% to \d+% · n = 24/);
    await expect(ideas, "what nobody did is left out").not.toContainText(/0 more, 0 fewer|0 more students/);
    await page.getByRole("button", { name: "8 hold it: how is this computed?" }).click();
    await expect(page.getByRole("dialog")).toContainText("8 of 24 students");
    await accessible(page);
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toHaveCount(0);
  });

  await test.step("a review is given once, says which idea it is about, and is shown where it was given", async () => {
    const ideas = page.getByTestId("ideas");
    const give = page.getByRole("button", { name: "Give these 8 students a review" });
    await give.click();
    await expect(page.getByText("The review is given, due in a week.")).toBeVisible();
    await expect(give).toBeHidden();
    const given = page.getByTestId("reviews").getByRole("link", { name: "Review given to 8 students, due" });
    await expect(given).toBeVisible();
    await page.reload();
    await expect(given).toBeVisible();
    await expect(give).toBeHidden();
    await accessible(page);
    await given.click();
    const title = page.getByRole("heading", { level: 1 });
    await expect(title).toHaveText("Review: “A box that was suppressed still suppresses the boxes it overlaps.”");
    await page.goto(`/en/teach/${id}/insight?view=ideas`);

    // A tab that was open before knows of no review: it is told, and shows the one that is there.
    let stale = true;
    await page.route(/\/insight\/misconceptions$/, async (route) => {
      if (!stale) return route.fallback();
      const answer = await route.fetch();
      const board = readMisconceptions.reply.parse(await answer.json());
      await route.fulfill({ response: answer, json: { ...board, ideas: board.ideas.map((idea) => ({ ...idea, reviews: [] })) } });
    });
    await page.reload();
    await give.click();
    await expect(ideas.getByText(/There is a review already.*A box that was suppressed/)).toBeVisible();
    stale = false;
    await page.reload();
    await expect(given).toHaveCount(1);
  });

  await test.step("an answer is replayed as its student saw it", async () => {
    const instance = challenge.generate("a seed", 4);
    const seen = { version: challenge.version, level: 4, instance, score: 40, misconceptions: [], answeredAt: null };
    const answer = { keep: [instance.view.boxes[0].id] };
    await page.route(/\/cohorts\/[^/]+\/items\//, (route) =>
      route.fulfill({ json: { ...seen, id: "one", item: "kind:nms-survivors:4", answer } }),
    );
    await page.getByRole("link", { name: "Answers that show it" }).click();
    await page.getByTestId("answers").getByRole("button").filter({ hasText: "NMS survivors, level 4" }).first().click();
    await expect(page.getByTestId("answer")).toContainText("survive");
    await accessible(page);
  });

  await test.step("items: figures with their intervals, options, bands", async () => {
    await page.goto(`/en/teach/${id}/insight?view=items`);
    await expect(page.getByTestId("items").getByRole("listitem").first()).toBeVisible();
    const rows = await kept(page, "Items");
    expect(rows.slice(1).map(([item]) => item)).toContain("kind:nms-survivors:4");
    expect(rows[1].slice(2, 6).every((cell) => Number.isFinite(Number(cell)))).toBe(true);
    await accessible(page);
    await page.getByRole("link", { name: "NMS survivors, level 4" }).click();
    await expect(page.getByTestId("figures")).toContainText("Efficiency");
    await expect(page.getByText("Facility by band: boxes")).toBeVisible();
    await accessible(page);
    await page.getByRole("link", { name: "All items" }).click();
    await page.getByTestId("items").getByRole("link").last().click();
    await expect(page.getByText("First choices")).toBeVisible();
    await accessible(page);
  });

  await test.step("the plan of the next class, to be printed", async () => {
    await page.goto(`/ko/teach/${id}/insight?view=plan`);
    await expect(page.getByTestId("plan").getByRole("listitem").first()).toContainText("학생 24명 가운데 8명이 아직 이렇게 생각해요.");
    await accessible(page);
    await page.emulateMedia({ media: "print" });
    await expect(page.getByRole("button", { name: "인쇄하기" })).toBeHidden();
    await expect(page.getByTestId("plan")).toBeVisible();
  });
});
