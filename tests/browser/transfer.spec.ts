import { expect, test, type Page } from "@playwright/test";

/** What a first visit brings over the wire, by the address's path: bytes as they were sent, under gzip where they were. */
async function firstVisit(page: Page, path: string): Promise<ReadonlyMap<string, number>> {
  const sizes: Promise<readonly [string, number]>[] = [];
  page.on("requestfinished", (request) =>
    sizes.push(
      request
        .sizes()
        .then(({ responseHeadersSize, responseBodySize }) => [new URL(request.url()).pathname, responseHeadersSize + responseBodySize]),
    ),
  );
  await page.goto(path);
  await page.evaluate(() => document.fonts.ready);
  await page.waitForLoadState("networkidle");
  return new Map(await Promise.all(sizes));
}

const sum = (sizes: ReadonlyMap<string, number>, only: RegExp): number =>
  [...sizes].filter(([path]) => only.test(path)).reduce((total, [, bytes]) => total + bytes, 0) / 1000;
const FONT = /\.woff2?$/;

/** Kilobytes of fonts that a page may bring; lessons have those of their formulas too. */
const FONTS: readonly (readonly [page: string, kilobytes: number])[] = [
  ["", 115],
  ["/learn", 115],
  ["/play/nms-survivors?level=1&seed=transfer", 115],
  ["/learn/nms", 195],
  ["/learn/guided-backprop", 195],
];
/** Kilobytes that letters alone weigh: an English page has no Korean syllable but those of the product's name. */
const LETTERS = 40;

for (const [path, kilobytes] of FONTS) {
  test(`no more fonts than its characters need: /ko${path}`, async ({ page }) => {
    const sizes = await firstVisit(page, `/ko${path}`);
    expect([...sizes.keys()].filter((name) => FONT.test(name) && name.includes("letters"))).toHaveLength(1);
    // Of Pretendard's own pieces none: every character of the site's texts is in its own cut.
    expect([...sizes.keys()].filter((name) => name.includes(".subset."))).toEqual([]);
    expect(sum(sizes, FONT)).toBeLessThanOrEqual(kilobytes);
  });
}

test("no more fonts than its characters need: /en", async ({ page }) => {
  const sizes = await firstVisit(page, "/en");
  expect(sum(sizes, FONT)).toBeGreaterThan(0);
  expect(sum(sizes, FONT)).toBeLessThanOrEqual(LETTERS);
});

test("digits are as wide as each other in every weight, and a name in rare syllables is still set in Pretendard", async ({ page }) => {
  await page.goto("/ko");
  const widths = await page.evaluate(async () => {
    await document.fonts.ready;
    const line = document.createElement("span");
    // The page's body is a column, which would stretch it.
    line.style.alignSelf = "start";
    document.body.append(line);
    const all: number[][] = [];
    for (const weight of [400, 500, 600, 700, 800]) {
      line.style.fontWeight = String(weight);
      all.push(["1111", "0000"].map((digits) => ((line.textContent = digits), line.getBoundingClientRect().width)));
    }
    return all;
  });
  for (const [ones, noughts] of widths) expect(ones).toBeCloseTo(noughts, 3);
  // Bolder is wider: the file holds all weights, not one that is smeared.
  const noughts = widths.map(([, width]) => width);
  expect(noughts).toEqual([...noughts].sort((a, b) => a - b));
  expect(new Set(noughts).size).toBe(noughts.length);
  const piece = page.waitForRequest((request) => request.url().includes(".subset."));
  await page.evaluate(() => document.body.append("뷁쀍"));
  await piece;
});

test("syllables are asked for after the first paint of a first visit, and at once when they have come before", async ({ page }) => {
  /** Milliseconds from a visit's first paint until the browser began to fetch the shell's syllables. */
  const lag = () =>
    page.evaluate(async () => {
      await document.fonts.ready;
      const painted = performance.getEntriesByName("first-paint")[0].startTime;
      const font = performance.getEntriesByType("resource").find(({ name }) => /\/shell\.[^/]*\.woff2$/.test(name));
      return (font?.startTime ?? NaN) - painted;
    });
  await page.goto("/ko");
  await expect(page.locator("html")).toHaveAttribute("data-syllables", "");
  await expect.poll(lag).toBeGreaterThan(0);
  await expect.poll(() => page.evaluate(() => localStorage.getItem("boxup.fonts"))).toBe("seen");
  await page.addInitScript(() =>
    requestAnimationFrame(() => (document.documentElement.dataset.before = String(document.documentElement.dataset.syllables === ""))),
  );
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("data-before", "true");
});

test("the first visit of the lesson with a network weighs less than 1 MB, simulation and all", async ({ page }) => {
  const sizes = await firstVisit(page, "/ko/learn/guided-backprop");
  await expect(page.getByTestId("two-maps")).toHaveAttribute("data-status", "recorded");
  await expect(page.getByTestId("two-maps").locator("[data-picture=sharp]")).toHaveCount(2);
  const whole = sum(sizes, /./);
  expect(whole).toBeGreaterThan(300);
  expect(whole).toBeLessThanOrEqual(620);
});

test("a round's picture is on its way before its board is made", async ({ page }) => {
  await page.goto("/ko/play/nms-survivors?level=1&seed=transfer");
  const drawing = page.locator("svg image[href^='/scenery/']").first();
  await expect(drawing).toBeVisible();
  const href = (await drawing.getAttribute("href")) ?? "";
  await expect(page.locator(`link[rel=preload][as=image][href="${href}"]`)).toHaveCount(1);
  await page.waitForLoadState("networkidle");
  const fetched = await page.evaluate(
    (path) => performance.getEntriesByType("resource").filter(({ name }) => name.endsWith(path)).length,
    href,
  );
  expect(fetched, "once, not for the link and for the board").toBe(1);
});

test("a first visit's board takes one question to the server", async ({ page }) => {
  const writes: string[] = [];
  page.on("request", (request) => {
    if (request.method() !== "GET") writes.push(`${request.method()} ${new URL(request.url()).pathname}`);
  });
  await page.goto("/ko/play/nms-survivors");
  await expect(page.locator("section[data-kind=nms-survivors]")).toHaveAttribute("data-phase", "playing");
  await page.waitForLoadState("networkidle");
  expect(writes).toEqual(["POST /api/v1/rounds"]);
});

test("what is coming can be read in the page itself, and stays until the board takes its place", async ({ page, browser }) => {
  const about = /Find the boxes that survive NMS\. Have your answer graded/;
  const still = await browser.newPage({ javaScriptEnabled: false });
  await still.goto("/en/play/nms-survivors");
  await expect(still.getByText(about)).toBeVisible();
  await still.close();
  let answer = (): void => undefined;
  const held = new Promise<void>((resolve) => (answer = resolve));
  await page.route("**/api/v1/rounds", async (route) => {
    await held;
    await route.continue();
  });
  await page.goto("/en/play/nms-survivors");
  // The page has come alive.
  await expect(page.getByRole("radiogroup", { name: "Level" })).toBeVisible();
  await expect(page.getByText(about)).toBeVisible();
  answer();
  await expect(page.locator("section[data-kind=nms-survivors]")).toHaveAttribute("data-phase", "playing");
  await expect(page.getByText(about)).toHaveCount(0);
});
