import AxeBuilder from "@axe-core/playwright";
import { expect, test, type Browser, type Page } from "@playwright/test";
import { unzipSync } from "fflate";
import { readFileSync } from "node:fs";
import { challenge } from "@/content/topics/nms/challenges/nms-survivors/challenge";
import { answering } from "./hands";

const PASSWORD = "a long sentence to remember";
const NEW = "another sentence, longer still";
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

let count = 0;
/** An address that no other test and no earlier try of this one has signed up with. */
const newEmail = () => `account-${test.info().workerIndex}-${test.info().retry}-${++count}@example.org`;

async function signUp(page: Page, email: string): Promise<void> {
  await page.goto("/en/signin");
  const button = page.getByRole("button", { name: "Sign up", exact: true });
  await answering(button);
  await page.getByLabel("Name").fill("Boki's friend");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(PASSWORD);
  await button.click();
  await expect(page.getByTestId("account")).toContainText(email);
}

async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.goto("/en/signin?mode=in");
  const button = page.getByRole("button", { name: "Sign in", exact: true });
  await answering(button);
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(password);
  await button.click();
}

async function expectSignedIn(page: Page, email: string): Promise<void> {
  await expect(page).toHaveURL(/\/en\/me$/);
  await expect(page.getByTestId("account")).toContainText(email);
}

async function expectRefused(page: Page): Promise<void> {
  await expect(page.getByRole("alert").filter({ hasText: "E-mail or password do not match" })).toBeVisible();
}

const idOf = async (page: Page): Promise<string | undefined> =>
  ((await (await page.request.get("/api/v1/me")).json()) as { user: { id: string } | null }).user?.id;

async function expectAccessible(page: Page): Promise<void> {
  // From the page's beginning: a button that the sticky header covers for the moment would count as too small.
  await page.evaluate(() => window.scrollTo(0, 0));
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes.map(({ target }) => target.join(" ")).join(" | ")}`)).toEqual([]);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(wide, "scrolls sideways").toBeLessThanOrEqual(0);
}

/** A second device of the same learner. */
async function elsewhere(browser: Browser, email: string, password: string): Promise<Page> {
  const context = await browser.newContext({ locale: "en-US" });
  const page = await context.newPage();
  await signIn(page, email, password);
  await expectSignedIn(page, email);
  return page;
}

test("a form that is sent empty says all that is missing, at once and at its field", async ({ page }) => {
  await page.goto("/en/signin");
  const button = page.getByRole("button", { name: "Sign up", exact: true });
  await answering(button);
  await page.getByLabel("E-mail").fill("no address");
  await page.getByLabel("Password").fill("short");
  await button.click();
  await expect(page.getByLabel("Name")).toHaveAccessibleDescription(/1–40 visible characters/);
  await expect(page.getByLabel("E-mail")).toHaveAccessibleDescription(/Check the e-mail/);
  await expect(page.getByLabel("Password")).toHaveAccessibleDescription(/10–200 characters/);
  await expect(page.getByLabel("Name")).toBeFocused();
  await expectAccessible(page);
});

test("name and password are changed, the other device is signed out, and the new password signs in", async ({ page, browser }) => {
  const email = newEmail();
  await signUp(page, email);
  const phone = await elsewhere(browser, email, PASSWORD);

  await page.getByLabel("Name").fill("Haneul");
  await page.getByRole("button", { name: "Save name" }).click();
  await expect(page.getByTestId("account")).toContainText("Haneul");

  await page.reload();
  await expect(page.getByTestId("devices").getByRole("listitem")).toHaveCount(2);
  await expect(page.getByTestId("devices")).toContainText("Chrome on Linux");
  await page.getByText("Change password").click();
  await page.getByLabel("Current password").fill("not this one");
  await page.getByLabel("New password").fill(NEW);
  await page.getByRole("button", { name: "Set the new password" }).click();
  await expect(page.getByLabel("Current password")).toHaveAccessibleDescription("The password does not match.");
  await expectAccessible(page);
  await page.getByLabel("Current password").fill(PASSWORD);
  await page.getByRole("button", { name: "Set the new password" }).click();
  await expect(page.getByText("Your password was changed.")).toBeVisible();
  await expect(page.getByTestId("devices").getByRole("listitem")).toHaveCount(1);
  expect(await idOf(phone)).toBeUndefined();
  await phone.context().close();

  await page.getByRole("button", { name: "Sign out", exact: true }).click();
  await expect(page.getByRole("link", { name: "Sign up and keep it" })).toBeVisible();
  await signIn(page, email, PASSWORD);
  await expectRefused(page);
  await signIn(page, email, NEW);
  await expectSignedIn(page, email);
});

test("signing out on every device ends this session and the others", async ({ page, browser }) => {
  const email = newEmail();
  await signUp(page, email);
  const phone = await elsewhere(browser, email, PASSWORD);
  await page.getByRole("button", { name: "Sign out on every device" }).click();
  await expect(page.getByRole("link", { name: "Sign up and keep it" })).toBeVisible();
  expect([await idOf(page), await idOf(phone)]).toEqual([undefined, undefined]);
  await phone.context().close();
});

test("a forgotten password is set anew by the link that the server prints, once", async ({ page, browser, baseURL }) => {
  const email = newEmail();
  await signUp(page, email);
  const phone = await elsewhere(browser, email, PASSWORD);
  // On another device: who is signed in is led away from this page.
  await page.context().clearCookies();
  await page.goto("/en/signin?mode=in");
  await page.getByRole("link", { name: "I forgot my password" }).click();
  await expect(page).toHaveURL(/\/en\/reset$/);
  const said: (string | null)[] = [];
  for (const address of [`nobody-${email}`, email]) {
    await page.getByLabel("E-mail").fill(address);
    await page.getByRole("button", { name: "Get a link" }).click();
    const status = page.getByRole("status").filter({ hasText: "If the address has an account" });
    await expect(status).toBeVisible();
    said.push(await status.textContent());
  }
  expect(said[0], "the same words for an address without an account").toBe(said[1]);

  const control = new URL("/console", baseURL);
  control.port = String(Number(control.port) + 1);
  const printed = async () => (await page.request.get(control.href)).text();
  await expect.poll(printed).toContain(`[password] ${email} asked for a new password`);
  expect(await printed()).not.toContain(`nobody-${email}`);
  const link = new RegExp(`${email.replaceAll(".", "\\.")}[^\\n]*\\n\\[password\\] (\\S+)`).exec(await printed())?.[1] ?? "";

  await page.goto(link);
  const field = page.getByLabel("New password");
  await field.fill("short");
  await page.getByRole("button", { name: "Set new password" }).click();
  await expect(field).toHaveAccessibleDescription(/10–200 characters/);
  await expectAccessible(page);
  await field.fill(NEW);
  await page.getByRole("button", { name: "Set new password" }).click();
  await expect(page.getByText("Sign in with the new one.")).toBeVisible();
  expect(await idOf(phone), "every session has ended").toBeUndefined();
  await phone.context().close();
  await page.getByRole("main").getByRole("link", { name: "Sign in" }).click();
  await signIn(page, email, PASSWORD);
  await expectRefused(page);
  await signIn(page, email, NEW);
  await expectSignedIn(page, email);

  await page.goto(link);
  await page.getByLabel("New password").fill(PASSWORD);
  await page.getByRole("button", { name: "Set new password" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "has been used or has expired" })).toBeVisible();
  await page.getByRole("link", { name: "Get a new link" }).click();
  await expect(page.getByLabel("E-mail")).toBeVisible();
});

test("the export is opened and holds what was done; the account is erased and signs in no more", async ({ page }) => {
  const email = newEmail();
  await signUp(page, email);
  const id = (await idOf(page)) ?? "";
  expect((await page.request.post("/api/v1/lessons/done", { data: { topic: "nms" } })).ok()).toBe(true);
  await page.reload();

  const file = page.waitForEvent("download");
  await page.getByRole("button", { name: "Get my data" }).click();
  const download = await file;
  expect(download.suggestedFilename()).toMatch(/^boxup-\d{4}-\d\d-\d\d\.zip$/);
  const opened = unzipSync(new Uint8Array(readFileSync(await download.path())));
  const read = (name: string) => JSON.parse(Buffer.from(opened[name]).toString("utf8")) as Record<string, unknown>[];
  expect(read("json/account.json")).toMatchObject([{ id, email, name: "Boki's friend" }]);
  expect(read("json/lessons.json")).toMatchObject([{ userId: id, topic: "nms" }]);
  expect(read("json/cards.json").length).toBeGreaterThan(5);
  expect(read("json/devices.json")[0].userAgent).toContain("Chrome");
  expect(Buffer.from(opened["csv/account.csv"]).toString("utf8")).toContain(email);

  await page.getByText("Erase account and record").click();
  const password = page.getByLabel("Password, to confirm");
  await password.fill("not this one");
  await page.getByRole("button", { name: "Erase everything" }).click();
  await expect(password).toHaveAccessibleDescription("The password does not match.");
  await expectAccessible(page);
  await password.fill(PASSWORD);
  await page.getByRole("button", { name: "Erase everything" }).click();
  await expect(page).toHaveURL(/\/en\/me$/);
  await expect(page.getByText("Your account and record were erased.")).toBeVisible();
  expect(await idOf(page)).toBeUndefined();
  await signIn(page, email, PASSWORD);
  await expectRefused(page);
});

test("a guest erases what was kept by typing a word", async ({ page }) => {
  await page.goto("/ko/me");
  await page.request.post("/api/v1/guest", { data: { locale: "ko" } });
  const id = await idOf(page);
  expect(id).toBeDefined();
  await page.reload();
  await page.getByText("계정과 기록 지우기").click();
  const word = page.getByLabel("확인을 위해 “삭제” 적기");
  await word.fill("네");
  await page.getByRole("button", { name: "모두 지우기" }).click();
  await expect(word).toHaveAccessibleDescription(/삭제/);
  await word.fill("삭제");
  await page.getByRole("button", { name: "모두 지우기" }).click();
  await expect(page.getByText("계정과 기록을 모두 지웠어요.")).toBeVisible();
  expect(await idOf(page)).not.toBe(id);
});

test("who signs out leaves no draft behind in the tab", async ({ page }) => {
  await signUp(page, newEmail());
  const open = async () => {
    await page.goto("/en/play/nms-survivors?level=1&seed=left-behind");
    await expect(page.locator("section[data-kind]")).toHaveAttribute("data-phase", "playing");
  };
  await open();
  const chosen = page.locator("[data-chip][aria-checked=true]");
  await page.locator("[data-chip]").first().click();
  await page.reload();
  await expect(chosen).toHaveCount(1);
  await page.goto("/en/me");
  await page.getByRole("button", { name: "Sign out", exact: true }).click();
  await expect(page.getByRole("link", { name: "Sign up and keep it" })).toBeVisible();
  await open();
  await expect(chosen).toHaveCount(0);
});

test("who is signed in is led from the sign-in page to their own", async ({ page }) => {
  const email = newEmail();
  await signUp(page, email);
  await page.goto("/en/signin");
  await expectSignedIn(page, email);
});

test("the sign-in page speaks of what is kept only where something is", async ({ page }) => {
  await page.goto("/en/signin");
  await answering(page.getByRole("button", { name: "Sign up", exact: true }));
  await page.waitForLoadState("networkidle");
  await expect(page.getByText(/Everything you have earned/)).toHaveCount(0);
  await page.goto("/en");
  const instance = challenge.generate("hello", 1);
  const board = page.locator("section[data-kind]");
  await answering(board.locator("[data-chip]").first());
  for (const id of challenge.solve(instance).keep) await board.locator(`[data-chip="${id}"]`).click();
  await page.getByTestId("submit").click();
  await expect(page.getByTestId("settlement")).toHaveAttribute("data-status", "settled");
  await page.goto("/en/signin");
  await expect(page.getByText(/Everything you have earned/)).toBeVisible();
});
