/** Two people and their group: invited, met, a question that waits for the next session, and one who is removed. */
import AxeBuilder from "@axe-core/playwright";
import { expect, test, type Browser, type Page } from "@playwright/test";
import { shifted } from "@/lib/groups";
import { readGroup } from "@/lib/wire/groups";
import { BASE } from "@/lib/wire/route";
import { answering } from "./hands";

const PASSWORD = "a long sentence to remember";
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Fills the sign-up form that the page shows. */
async function signUp(page: Page, name: string): Promise<void> {
  const button = page.getByRole("button", { name: "Sign up", exact: true });
  await answering(button);
  await page.getByLabel("Name").fill(name);
  await page.getByLabel("E-mail").fill(`${name}-${test.info().workerIndex}-${test.info().retry}@example.org`.toLowerCase());
  await page.getByLabel("Password").fill(PASSWORD);
  await button.click();
}

async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(() => window.scrollTo(0, 0));
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await expect(page.locator("html")).toHaveAttribute("data-theme", colorScheme);
    const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
    expect(violations.map(({ id, nodes }) => `${id} ${nodes.map(({ target }) => target.join(" ")).join(" | ")}`)).toEqual([]);
  }
  // Who has an account has one more place in both menus than the visitor of everyPage.spec.ts.
  const size = page.viewportSize() ?? { width: 390, height: 844 };
  for (const width of [320, 390, 768, 1024, size.width]) {
    await page.setViewportSize({ ...size, width });
    const widths = () => page.evaluate(() => [window.innerWidth, document.documentElement.scrollWidth]);
    await expect.poll(widths, "scrolls sideways").toEqual([width, width]);
  }
}

async function somebodyElse(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ locale: "en-US", viewport: { width: 390, height: 844 } });
  return context.newPage();
}

test("two people make a group, meet, carry a question over, close it, and one of them is removed", async ({ page, browser }) => {
  test.setTimeout(240_000);
  await page.setViewportSize({ width: 1280, height: 900 });
  const bora = await somebodyElse(browser);

  await test.step("whoever comes without an account signs up and is back where they were going", async () => {
    await page.goto("/en/groups");
    await page.getByRole("link", { name: "Sign up and start" }).click();
    await signUp(page, "Ara");
    await expect(page).toHaveURL(/\/en\/groups$/);
    await expect(page.getByText("You are in no group yet")).toBeVisible();
    await expect(page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Groups" })).toBeVisible();
    await expectAccessible(page);
  });

  await test.step("a group is made once it is said what it may see", async () => {
    await expect(page.getByRole("button", { name: "First choose what to show" })).toBeDisabled();
    await page.getByLabel("Group name").fill("Boxes at nine");
    await page.getByRole("radio", { name: "Show it" }).click();
    await page.getByRole("button", { name: "Make the group" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Boxes at nine" })).toBeVisible();
    await expectAccessible(page);
  });
  const id = /groups\/([^/]+)$/.exec(page.url())?.[1] ?? "";

  let code: string | null = null;

  await test.step("the invitation survives the sign-up of whoever follows it", async () => {
    await page.getByRole("button", { name: "New invitation" }).click();
    code = await page.locator("[data-code]").first().getAttribute("data-code");
    await bora.goto(`/en/groups/join/${code}`);
    await expect(bora.getByRole("heading", { name: "You are invited to “Boxes at nine”" })).toBeVisible();
    await bora.getByRole("link", { name: "Sign up and start" }).click();
    await signUp(bora, "Bora");
    await expect(bora).toHaveURL(new RegExp(`/en/groups/join/${code}$`));
    await bora.getByRole("radio", { name: "Keep it to myself" }).click();
    await bora.getByRole("button", { name: "Join the group" }).click();
    await expect(bora.getByRole("heading", { level: 1, name: "Boxes at nine" })).toBeVisible();
    await expect(bora.getByTestId("members").getByRole("listitem")).toHaveCount(2);
    await expectAccessible(bora);
  });

  await test.step("a session that was is written down, with a question that nobody could answer", async () => {
    const { today } = readGroup.reply.parse(await (await page.request.get(`${BASE}/groups/${id}`)).json());
    await page.getByLabel("Session of an earlier day").fill(shifted(today, -1));
    await page.getByRole("button", { name: "Write it down" }).click();
    await expect(page.getByText("This is the first session.")).toBeVisible();
    await page.getByRole("textbox", { name: "Question" }).fill("Why is box 4 still alive?");
    await page.getByRole("button", { name: "Add", exact: true }).click();
    await expect(page.getByTestId("arose").locator("[data-item]")).toHaveText(/Why is box 4 still alive\?/);
  });

  await test.step("the next session begins with one tap, and the question stands at its top", async () => {
    await page.goto(`/en/groups/${id}`);
    await page.getByRole("button", { name: "Start today's session" }).click();
    await expect(page.getByTestId("carried").locator("[data-item][data-open=true]")).toContainText("Why is box 4 still alive?");
    await expect(page.getByTestId("carried")).toContainText("has waited 1 session");
    await expect(page.getByTestId("roles")).toContainText("Bora");
  });

  await test.step("an agenda that was saved stands there at once, before the session is read again", async () => {
    await page.getByRole("button", { name: "Write the agenda" }).click();
    await page.getByLabel("What to talk about").fill("Box 4");
    let answer = (): void => undefined;
    const held = new Promise<void>((resolve) => (answer = resolve));
    await page.route(/\/groups\/[^/]+\/sessions\/[^/]+$/, async (route) => {
      if (route.request().method() === "GET") await held;
      await route.continue();
    });
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(page.getByText("The agenda was saved.")).toBeVisible();
    await expect(page.getByText("There is no agenda yet.")).toHaveCount(0);
    await expect(page.getByText("Box 4", { exact: true })).toBeVisible();
    answer();
  });

  await test.step("attendance is one tap, kept by the server, and taken back by another", async () => {
    const here = page.getByTestId("mine").getByRole("button", { name: "Here", exact: true });
    const saved = page.waitForResponse((response) => response.url().includes("/attendance/") && response.ok());
    await here.click();
    await expect(here).toHaveAttribute("aria-pressed", "true");
    await saved;
    await bora.goto(page.url());
    const ara = bora.getByTestId("others").getByRole("listitem").filter({ hasText: "Ara" });
    await expect(ara.getByRole("combobox")).toHaveValue("present");
    await expectAccessible(bora);
    await expectAccessible(page);
  });

  await test.step("whoever knows closes it, with the answer; it can be opened again where it stands", async () => {
    const item = bora.getByTestId("carried").locator("[data-item]");
    await item.getByRole("button", { name: "Answer", exact: true }).click();
    await item.getByRole("textbox", { name: "Answer" }).fill("It is of another class.");
    await item.getByRole("button", { name: "Answer and close" }).click();
    await expect(item).toHaveAttribute("data-open", "false");
    await expect(item).toContainText("It is of another class.");
    await expect(item.getByRole("button", { name: "Open again" })).toBeVisible();
    await expect.poll(async () => readGroup.reply.parse(await (await page.request.get(`${BASE}/groups/${id}`)).json()).items).toEqual([]);
    await page.goto(`/en/groups/${id}`);
    await expect(page.getByText("Nothing is left.")).toBeVisible();
  });

  await test.step("the only owner is told what has to be done first, and is not asked whether to leave", async () => {
    await page.getByRole("button", { name: "Leave the group" }).click();
    const asked = page.getByRole("group", { name: "Leave the group" });
    await expect(asked).toContainText("You are the only owner");
    await expect(asked.getByRole("button")).toHaveText(["Cancel"]);
    await asked.getByRole("button", { name: "Cancel" }).click();
  });

  await test.step("whoever is removed finds nothing there any more", async () => {
    const member = page.getByTestId("members").getByRole("listitem").filter({ hasText: "Bora" });
    await member.getByRole("button", { name: "Remove" }).click();
    const sure = member.getByRole("group", { name: "Remove" });
    const colour = (element: Element) => getComputedStyle(element).color;
    expect(await sure.getByRole("button", { name: "Remove" }).evaluate(colour), "looks like any other").not.toBe(
      await sure.evaluate(colour),
    );
    await sure.getByRole("button", { name: "Remove" }).click();
    await expect(page.getByTestId("members").getByRole("listitem")).toHaveCount(1);
    await bora.reload();
    await expect(bora.getByTestId("not-here")).toBeVisible();
    await expect(bora.getByText("box 4")).toHaveCount(0);
    expect((await bora.request.get(`${BASE}/groups/${id}`)).status()).toBe(404);
    await expectAccessible(bora);
  });

  await test.step("and finds that the invitation is of no use to them", async () => {
    await bora.goto(`/en/groups/join/${code}`);
    await expect(bora.getByRole("heading", { name: "This invitation cannot be used" })).toBeVisible();
    await expect(bora.getByText("ask whoever invited you for a new one")).toBeVisible();
  });
  await bora.context().close();
});
