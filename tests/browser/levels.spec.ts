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
  const late = page.waitForResponse((response) => response.url().endsWith("/api/v1/rounds"));
  await held[0]();
  await (await late).finished();
  await expect(page).toHaveURL(new RegExp(`level=3&seed=${seed}$`));
  await page.reload();
  await expect(board(page)).toHaveAttribute("data-seed", seed ?? "");
});
