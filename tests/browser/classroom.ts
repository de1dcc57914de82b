/** A class for a browser test: people with accounts of their own, its first instructor, and what several tests look at. */
import AxeBuilder from "@axe-core/playwright";
import { expect, test, type Browser, type BrowserContext, type Locator, type Page } from "@playwright/test";
import { parse } from "csv-parse/sync";
import { readFileSync } from "node:fs";
import { signUp } from "@/lib/wire/account";
import { createCohort } from "@/lib/wire/cohorts";
import { useInstructorCode as instructorCode } from "@/lib/wire/instructors";
import { ask } from "./group";
import type { OwnServer } from "./ownServer";

/** What the server prints for who teaches there first. */
export const CODE = /it works once: ([0-9A-Z]{10})/;
const ZONE = "Asia/Seoul";
export const DAY_MS = 86_400_000;
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** A moment as the class's clock shows it. */
export const wall = (ms: number): string => new Date(ms + 9 * 3_600_000).toISOString().slice(0, 16);

/** By the rules of axe in light and dark, and without a scroll sideways at any of the widths. */
export async function expectAccessible(page: Page, widths: readonly number[] = [320, 390, 768, 1280]): Promise<void> {
  // A page that was just gone to has its title a moment after its content.
  await expect(page).toHaveTitle(/./);
  // From the top: what the head of the page half covers on the way down is as large as ever.
  await page.evaluate(() => window.scrollTo({ top: 0, behavior: "instant" }));
  const size = page.viewportSize() ?? { width: 390, height: 844 };
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await expect(page.locator("html")).toHaveAttribute("data-theme", colorScheme);
    const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
    expect(violations.map(({ id, nodes }) => `${id} ${nodes.map(({ target }) => target.join(" ")).join(" | ")}`)).toEqual([]);
  }
  for (const width of [...widths, size.width]) {
    await page.setViewportSize({ ...size, width });
    const seen = () => page.evaluate(() => [window.innerWidth, document.documentElement.scrollWidth]);
    await expect.poll(seen, "scrolls sideways").toEqual([width, width]);
  }
}

export interface Somebody {
  readonly email: string;
  readonly context: BrowserContext;
  readonly page: Page;
}

/** Somebody with an account, in a context of their own. */
export async function somebody(browser: Browser, url: string, name: string, locale: string, width: number): Promise<Somebody> {
  const context = await browser.newContext({ baseURL: url, locale, viewport: { width, height: 900 }, timezoneId: ZONE });
  const email = `${name.toLowerCase()}-${test.info().retry}-${Date.now()}@example.org`;
  await ask(context.request, url, signUp, { body: { name, email, password: "a long sentence to remember", timeZone: ZONE } });
  return { email, context, page: await context.newPage() };
}

/** Makes somebody the first instructor of a server, with a class: its id. */
export async function firstClass(server: OwnServer, { context }: Somebody, name: string): Promise<string> {
  await expect.poll(() => server.said()).toMatch(CODE);
  await ask(context.request, server.url, instructorCode, { body: { code: CODE.exec(server.said())?.[1] ?? "" } });
  const { id } = await ask(context.request, server.url, createCohort, { body: { name, timeZone: ZONE } });
  return id;
}

/** The rows of a file that a button saves, and whether it begins with the mark by which spreadsheet programs know UTF-8. */
export async function savedCsv(page: Page, button: Locator): Promise<{ readonly marked: boolean; readonly rows: string[][] }> {
  const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
  const bytes = readFileSync(await download.path());
  return {
    marked: bytes.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf])),
    rows: parse(bytes.toString("utf8"), { bom: true, relax_column_count: true }) as string[][],
  };
}

/** A student's line in the table of an assignment, for who gave it. */
export const lineOf = (page: Page, name: string): Locator => page.getByTestId("student-table").getByRole("row").filter({ hasText: name });
