import { expect, test, type Page } from "@playwright/test";

/** Browsers and networks that are not as usual. */

async function playOne(page: Page) {
  await page.goto("/en/play/nms-survivors?level=1");
  await expect(page.locator("section[data-kind]")).toHaveAttribute("data-phase", "playing");
  await page.locator("[data-chip]").first().click();
  await page.getByTestId("submit").click();
  await expect(page.getByTestId("settlement")).toHaveAttribute("data-status", "settled");
}

/** As a browser whose zone is called so says it. */
const zoneCalled = (page: Page, name: string) =>
  page.addInitScript((zone) => {
    const real = Intl.DateTimeFormat.prototype.resolvedOptions;
    Intl.DateTimeFormat.prototype.resolvedOptions = function () {
      return { ...real.call(this), timeZone: zone };
    };
  }, name);

for (const zone of ["Etc/Unknown", "+09:00"]) {
  test(`a browser that calls its zone ${zone} plays, is asked once, and keeps what was chosen`, async ({ page }) => {
    await zoneCalled(page, zone);
    await playOne(page);
    const ask = page.getByRole("region", { name: "Which time zone do your days follow?" });
    await expect(ask).toBeVisible();
    await ask.getByRole("combobox").selectOption("Asia/Seoul");
    await ask.getByRole("button", { name: "Use this one" }).click();
    await expect(ask).toHaveCount(0);
    await page.goto("/en/me");
    await expect(page.getByText("Your days follow the time zone Asia/Seoul")).toBeVisible();
    await expect(ask).toHaveCount(0);
  });
}

test("a zone that the server does not know keeps nobody out", async ({ page }) => {
  await zoneCalled(page, "Asia/Newtown");
  await playOne(page);
});

test("a browser that keeps no cookies says so", async ({ page, context }) => {
  await page.route("**/api/v1/rounds", async (route) => {
    const response = await route.fetch();
    await context.clearCookies();
    const { "set-cookie": _, ...headers } = response.headers();
    await route.fulfill({ response, headers });
  });
  await page.goto("/en/play/nms-survivors?level=1");
  await expect(page.getByRole("alert").filter({ hasText: "does not take cookies" })).toBeVisible();
});

test("a browser that knows its zone is not asked", async ({ page }) => {
  await playOne(page);
  await expect(page.getByTestId("again")).toBeVisible();
  await expect(page.getByRole("region", { name: "Which time zone do your days follow?" })).toHaveCount(0);
});

test("without https and so without randomUUID, rounds are played and cards reviewed", async ({ page }) => {
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  await page.addInitScript(() => Object.defineProperty(crypto, "randomUUID", { value: undefined }));
  await playOne(page);
  await page.goto("/en/review");
  await expect(page.getByTestId("card")).toBeVisible();
  expect(errors).toEqual([]);
});

test("a clipboard that refuses does not say that it copied", async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, "clipboard", { value: undefined });
    document.execCommand = () => false;
  });
  await page.goto("/en/lab");
  await page.getByRole("button", { name: "Copy link" }).click();
  await expect(page.getByText("Could not copy.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Link copied" })).toHaveCount(0);
  await playOne(page);
  await page.getByRole("button", { name: "Share this one" }).click();
  await expect(page.getByText(/\/en\/play\/nms-survivors\?level=1&seed=/)).toBeVisible();
  await expect(page.getByText("Link copied")).toHaveCount(0);
});

test("where the clipboard has no interface of its own, links are copied all the same", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read"]);
  await page.addInitScript(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
  await page.goto("/en/lab");
  await page.getByRole("button", { name: "Copy link" }).click();
  await expect(page.getByRole("button", { name: /copied/i })).toBeVisible();
});
