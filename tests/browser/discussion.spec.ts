/** Two people and what they ask each other: a puzzle taken into the group from its verdict, and a line of a note. */
import AxeBuilder from "@axe-core/playwright";
import { expect, test, type Browser, type Page } from "@playwright/test";
import { challenge } from "@/content/topics/nms/challenges/nms-survivors/challenge";

import { BASE } from "@/lib/wire/route";
import { answering } from "./hands";

const KIND = "nms-survivors";
const PASSWORD = "a long sentence to remember";
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

async function signUp(page: Page, name: string): Promise<void> {
  const button = page.getByRole("button", { name: "Sign up", exact: true });
  await answering(button);
  await page.getByLabel("Name").fill(name);
  await page.getByLabel("E-mail").fill(`${name}-talk-${test.info().workerIndex}-${test.info().retry}@example.org`.toLowerCase());
  await page.getByLabel("Password").fill(PASSWORD);
  await button.click();
}

async function somebodyElse(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ locale: "en-US", viewport: { width: 390, height: 844 } });
  return context.newPage();
}

async function expectAccessible(page: Page): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await expect(page.locator("html")).toHaveAttribute("data-theme", colorScheme);
    const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
    expect(violations.map(({ id, nodes }) => `${id} ${nodes.map(({ target }) => target.join(" ")).join(" | ")}`)).toEqual([]);
  }
  const size = page.viewportSize() ?? { width: 390, height: 844 };
  for (const width of [320, 390, 768, size.width]) {
    await page.setViewportSize({ ...size, width });
    const widths = () => page.evaluate(() => [window.innerWidth, document.documentElement.scrollWidth]);
    await expect.poll(widths, "scrolls sideways").toEqual([width, width]);
  }
}

/** A picture of the page for whoever looks at the run, in both themes. */
async function show(page: Page, name: string): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.screenshot({ path: test.info().outputPath(`${name}-${colorScheme}.png`), fullPage: true });
  }
}

test("one asks about a puzzle, the other hears of it, sees it as it was played, and answers; a line of a note is asked about", async ({
  page,
  browser,
}) => {
  test.setTimeout(240_000);
  await page.setViewportSize({ width: 1280, height: 900 });
  const bora = await somebodyElse(browser);
  let group = "";
  let thread = "";

  await test.step("Ara makes a group and lets Bora in", async () => {
    await page.goto("/en/signin?next=/groups");
    await page.getByRole("button", { name: "Sign up", exact: true }).waitFor();
    await signUp(page, "Ara");
    await expect(page).toHaveURL(/\/en\/groups$/);
    await page.getByLabel("Group name").fill("Boxes at nine");
    await page.getByRole("radio", { name: "Show it" }).click();
    await page.getByRole("button", { name: "Make the group" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Boxes at nine" })).toBeVisible();
    group = /groups\/([^/]+)$/.exec(page.url())?.[1] ?? "";
    await page.getByRole("button", { name: "New invitation" }).click();
    const code = await page.locator("[data-code]").first().getAttribute("data-code");
    await bora.goto(`/en/groups/join/${code}`);
    await bora.getByRole("link", { name: "Sign up and start" }).click();
    await signUp(bora, "Bora");
    await bora.getByRole("radio", { name: "Keep it to myself" }).click();
    await bora.getByRole("button", { name: "Join the group" }).click();
    await expect(bora.getByRole("heading", { level: 1, name: "Boxes at nine" })).toBeVisible();
  });

  await test.step("Bora takes a puzzle into the group, from its verdict", async () => {
    await bora.goto(`/en/play/${KIND}?level=1`);
    const board = bora.locator(`section[data-kind=${KIND}]`);
    await expect(board).toHaveAttribute("data-phase", "playing");
    const instance = challenge.generate((await board.getAttribute("data-seed")) ?? "", 1);
    for (const chip of challenge.solve(instance).keep.slice(1)) await board.locator(`[data-chip="${chip}"]`).click();
    await board.locator("[data-chip][aria-checked=false]").last().click();
    await bora.getByTestId("submit").click();
    await expect(bora.getByTestId("settlement")).toHaveAttribute("data-status", "settled");
    await bora.getByRole("button", { name: "Ask your group" }).click();
    await bora.getByLabel("What would you like to know?").fill("Why is box 4 still alive?");
    await show(bora, "ask");
    await bora.getByRole("form", { name: "Ask your group" }).getByRole("button", { name: "Ask", exact: true }).click();
    await bora.getByRole("link", { name: "Go to the question" }).click();
    await expect(bora.locator("[data-thread]")).toContainText("Why is box 4 still alive?");
    thread = /discussion\/([^/]+)$/.exec(bora.url())?.[1] ?? "";
  });

  await test.step("Ara finds it first among what waits, replays it in its place, and answers", async () => {
    await page.goto(`/en/groups/${group}`);
    await page.getByRole("link", { name: "See the discussion" }).click();
    const card = page.locator(`[data-thread="${thread}"]`);
    await expect(card).toContainText("Why is box 4 still alive?");
    await expect(page.getByTestId("shared-replay")).toHaveCount(0);
    await card.getByRole("button", { name: "Replay how it was solved" }).click();
    await expect(card.getByTestId("shared-replay")).toContainText("This answer scored");
    await show(page, "replay");
    await expectAccessible(page);
    await card.getByRole("button", { name: "Reply", exact: true }).click();
    await card.getByRole("button", { name: "Mention a member" }).click();
    await card.getByRole("button", { name: "@Bora" }).click();
    const field = card.getByRole("textbox", { name: "Write a reply" });
    await field.press("End");
    await field.pressSequentially("It is of another class.");
    await card.getByRole("button", { name: "Post" }).click();
    await expect(card.getByTestId("replies")).toContainText("@Bora It is of another class.");
    await card.getByRole("button", { name: "I wonder too" }).first().click();
    await expect(card.getByRole("button", { name: "I wonder too, 1: Ara" })).toHaveAttribute("aria-pressed", "true");
  });

  await test.step("Bora sees the badge, opens the inbox, and the badge goes", async () => {
    await bora.goto("/en/learn");
    await expect(bora.getByTestId("unread").filter({ visible: true })).toHaveText(/1 new in your inbox/);
    await bora
      .getByRole("navigation", { name: "Tabs" })
      .getByRole("link", { name: /Groups/ })
      .click();
    await bora.getByRole("link", { name: /See your inbox/ }).click();
    const row = bora.getByTestId("inbox").locator("[data-cause=mention]");
    await expect(row).toContainText("Ara mentioned you");
    await expect(row).toContainText("@Bora It is of another class.");
    await expect(bora.getByTestId("unread").filter({ visible: true })).toHaveCount(0);
    await show(bora, "inbox");
    await expectAccessible(bora);
    await row.getByRole("link").click();
    await expect(bora).toHaveURL(new RegExp(`discussion/${thread}$`));
  });

  await test.step("Bora signs the answer, says that it answers, and Ara sees it", async () => {
    const card = bora.locator(`[data-thread="${thread}"]`);
    const reply = card.getByTestId("replies").locator("[data-comment]").first();
    await reply.getByRole("button", { name: "Now I see" }).click();
    await expect(reply.getByRole("button", { name: "Now I see, 1: Bora" })).toBeVisible();
    await card.getByRole("button", { name: "Mark as answered" }).click();
    await expect(card).toHaveAttribute("data-answered", "true");
    await show(bora, "thread");
    await expectAccessible(bora);
    await page.goto(`/en/groups/${group}/discussion`);
    await expect(page.getByText("No question is waiting.")).toBeVisible();
    await page.getByRole("button", { name: "Show answered questions" }).click();
    await expect(page.getByTestId("answered")).toHaveText("Bora marked this as answered");
  });

  await test.step("a line of a note is asked about, and who began the note hears of it", async () => {
    const made = await page.request.post(`${BASE}/groups/${group}/notes`, {
      headers: { "idempotency-key": crypto.randomUUID(), origin: new URL(page.url()).origin },
      data: { session: null, title: "Day 41", text: "NMS keeps the best box.\nIoU is a share of areas.\n" },
    });
    expect(made.ok(), await made.text()).toBe(true);
    const { id: note } = (await made.json()) as { id: string };
    await bora.goto(`/en/groups/${group}/notes/${note}`);
    await bora.getByRole("radio", { name: "Discussion" }).click();
    await bora.getByRole("button", { name: "Ask about this line: IoU is a share of areas." }).click();
    await bora.getByRole("textbox", { name: "Ask about this line" }).fill("Of which areas?");
    await bora.getByRole("button", { name: "Ask", exact: true }).click();
    await expect(bora.getByTestId("discussion").getByTestId("line")).toContainText("IoU is a share of areas.");
    await show(bora, "note");
    await expectAccessible(bora);
    await page.goto("/en/inbox");
    await expect(page.locator("[data-cause=note]")).toContainText("Bora commented on a note you began");
    await page.goto(`/ko/groups/${group}/notes/${note}`);
    await page.getByRole("radio", { name: "이야기" }).click();
    await expect(page.getByTestId("line")).toContainText("IoU is a share of areas.");
    await show(page, "note-ko");
  });
  await bora.context().close();
});
