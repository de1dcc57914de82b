import { expect, test, type Page } from "@playwright/test";

const KIND = "nms-survivors";
const board = (page: Page) => page.locator(`section[data-kind=${KIND}]`);
const playing = (page: Page) => expect(board(page)).toHaveAttribute("data-phase", "playing");

test("a round that comes after another level was chosen takes neither the board nor the address", async ({ page }) => {
  await page.goto(`/en/play/${KIND}?level=2&seed=hops`);
  await playing(page);
  const held: (() => Promise<void>)[] = [];
  await page.route("**/api/v1/rounds", async (route) => {
    const response = await route.fetch();
    const pass = () => route.fulfill({ response });
    if ((route.request().postDataJSON() as { level?: number }).level === 4) held.push(pass);
    else await pass();
  });
  await page.getByRole("radio", { name: "4", exact: true }).click();
  await expect.poll(() => held.length).toBe(1);
  await page.getByRole("radio", { name: "3", exact: true }).click();
  await expect(board(page)).toHaveAttribute("data-level", "3");
  await playing(page);
  const seed = await board(page).getAttribute("data-seed");
  // A request counts among the page's resources once its answer has come.
  const answered = () =>
    page.evaluate(() => performance.getEntriesByType("resource").filter(({ name }) => name.endsWith("/rounds")).length);
  const before = await answered();
  await held[0]();
  await expect.poll(answered).toBe(before + 1);
  await expect(page).toHaveURL(new RegExp(`level=3&seed=${seed}$`));
  await page.reload();
  await expect(board(page)).toHaveAttribute("data-seed", seed ?? "");
});
