import { expect, test, type Page } from "@playwright/test";
import { challenge } from "@/content/topics/nms/challenges/nms-survivors/challenge";
import type { ProblemReport } from "@/lib/wire/play";
import { answering } from "./hands";

const KIND = "nms-survivors";
const board = (page: Page) => page.locator(`section[data-kind=${KIND}]`);
const playing = (page: Page) => expect(board(page)).toHaveAttribute("data-phase", "playing");
const settled = (page: Page) => expect(page.getByTestId("settlement")).toHaveAttribute("data-status", "settled");

async function open(page: Page, seed: string) {
  await page.goto(`/en/play/${KIND}?level=2&seed=${seed}`);
  await playing(page);
  return challenge.generate(seed, 2);
}

async function choose(page: Page, ids: readonly string[]) {
  for (const id of ids) await board(page).locator(`[data-chip="${id}"]`).click();
}

const pressed = (page: Page) =>
  board(page)
    .locator("[data-chip][aria-checked=true]")
    .evaluateAll((chips) => chips.map((chip) => chip.getAttribute("data-chip")));

/** The reports that the page sends, each as the real server takes it. */
function reportsOf(page: Page) {
  const sent: { body: ProblemReport; status: Promise<number> }[] = [];
  page.on("request", (request) => {
    if (!request.url().endsWith("/api/v1/reports")) return;
    sent.push({ body: request.postDataJSON() as ProblemReport, status: request.response().then((response) => response?.status() ?? 0) });
  });
  return sent;
}

/** Makes what the page's own code does at `mark` throw, from when `window.planted` is set. */
async function plantFault(page: Page, mark: RegExp, fault: string) {
  let planted = 0;
  await page.route("**/_next/static/**/*.js", async (route) => {
    const response = await route.fetch();
    const code = await response.text();
    const spoilt = code.replace(mark, (found) => {
      planted++;
      return found + fault;
    });
    await route.fulfill({ response, body: spoilt });
  });
  return () => planted;
}
const THROWS = "(window.planted&&(()=>{throw new Error('planted fault')})(),0)||";

test("a round comes back with its draft: after a reload, in the other language, by a step back", async ({ page }) => {
  await page.goto(`/en/play/${KIND}?level=2`);
  await playing(page);
  const seed = await board(page).getAttribute("data-seed");
  const chip = board(page).locator("[data-chip]").first();
  await chip.click();
  const chosen = await pressed(page);
  expect(chosen).toHaveLength(1);
  await expect(page).toHaveURL(new RegExp(`level=2&seed=${seed}$`));
  const same = async () => {
    await expect(board(page)).toHaveAttribute("data-seed", seed ?? "");
    await expect.poll(() => pressed(page)).toEqual(chosen);
    await expect(page.getByText(/shared this one|공유받은/)).toHaveCount(0);
  };
  await page.reload();
  await same();
  await page.getByRole("link", { name: /한국어/ }).click();
  await expect(page).toHaveURL(/\/ko\/play/);
  await same();
  await page.getByRole("navigation", { name: "주 메뉴" }).getByRole("link", { name: "배우기" }).click();
  await expect(page).toHaveURL(/\/ko\/learn/);
  await page.goBack();
  await same();
});

test("the landing page's board keeps what was chosen over a change of language", async ({ page }) => {
  await page.goto("/en");
  const chip = board(page).locator("[data-chip]").first();
  await answering(chip);
  await chip.click();
  const chosen = await pressed(page);
  expect(chosen).toHaveLength(1);
  await page.getByRole("link", { name: /한국어/ }).click();
  await expect(page).toHaveURL(/\/ko$/);
  await expect.poll(() => pressed(page)).toEqual(chosen);
});

test("an answer that settles late does not take the place of the round that is on the board by then", async ({ page }) => {
  const { view } = await open(page, "settles-late");
  await choose(page, [view.boxes[0].id]);
  let letGo = () => {};
  const gate = new Promise<void>((go) => (letGo = go));
  await page.route("**/api/v1/attempts", async (route) => {
    await gate;
    await route.continue();
  });
  await page.getByTestId("submit").click();
  await expect(page.getByTestId("settlement")).toHaveAttribute("data-status", "sending");
  await page.getByTestId("again").click();
  await playing(page);
  const settledLate = page.waitForResponse("**/api/v1/attempts");
  letGo();
  await settledLate;
  // The header says that the late one counted; the board stands.
  await expect(page.getByRole("link", { name: /1 days?|1일/ }).first()).toBeVisible();
  await playing(page);
  await expect(board(page)).not.toHaveAttribute("data-seed", "settles-late");
});

test("the level stands in the address, and a shared link says so until a fresh one is drawn", async ({ page }) => {
  await open(page, "shared-by-a-friend");
  await expect(page.getByText(/shared this one/)).toBeVisible();
  await page.getByRole("radio", { name: "3", exact: true }).click();
  await expect(page).toHaveURL(/level=3&seed=/);
  await playing(page);
  await expect(page.getByText(/shared this one/)).toHaveCount(0);
});

test("the same answer again changes nothing and says so", async ({ page }) => {
  const { view } = await open(page, "same-answer");
  await choose(page, [view.boxes[0].id]);
  await page.getByTestId("submit").click();
  await settled(page);
  await page.reload();
  await playing(page);
  await page.getByTestId("submit").click();
  await expect(page.getByTestId("settlement")).toHaveText("The same answer as before: nothing changes");
});

test("the solution shows itself on the board, and closes the puzzle", async ({ page }) => {
  const instance = await open(page, "shown");
  await page.getByText("Stuck?").click();
  await page.getByTestId("show-solution").click();
  await expect(page.getByTestId("solution")).toBeInViewport();
  await expect(page.getByRole("heading", { name: "The solution" })).toBeFocused();
  const { keep } = challenge.solve(instance);
  expect([...(await pressed(page))].sort()).toEqual([...keep].sort());
  await page.reload();
  await playing(page);
  await choose(page, keep);
  await page.getByTestId("submit").click();
  await expect(page.getByTestId("settlement")).toHaveText("No XP after the solution was shown");
  await expect(page.getByRole("img", { name: "3 of 3 stars" })).toBeVisible();
  await page.getByTestId("again").click();
  await playing(page);
  await expect(board(page)).not.toHaveAttribute("data-seed", "shown");
});

test("a board that throws costs nothing, is reported with all that replays it, and a fresh puzzle follows", async ({ page }) => {
  const planted = await plantFault(page, /"data-chip":/g, THROWS);
  const reports = reportsOf(page);
  const { view } = await open(page, "crash-board");
  expect(planted()).toBeGreaterThan(0);
  await choose(page, [view.boxes[0].id]);
  await page.evaluate(() => Object.assign(window, { planted: true }));
  // Not with the mouse, which would redraw the board before the click.
  await board(page).locator(`[data-chip="${view.boxes[1].id}"]`).dispatchEvent("click");
  await expect(page.getByTestId("broken")).toContainText("our fault");
  await expect.poll(() => reports.length).toBe(1);
  const [{ body, status }] = reports;
  expect(await status).toBe(201);
  expect(body).toMatchObject({ kind: KIND, version: challenge.version, level: 2, seed: "crash-board", phase: "board", byHand: false });
  expect(body.message).toContain("planted fault");
  expect(body.answer).toEqual({ keep: [view.boxes[0].id, view.boxes[1].id] });
  expect(body.backend).toBe("wasm");
  await page.evaluate(() => Object.assign(window, { planted: false }));
  await page.getByRole("button", { name: "Give me a fresh one" }).click();
  await playing(page);
  await expect(board(page)).not.toHaveAttribute("data-seed", "crash-board");
  await expect(board(page)).toHaveAttribute("data-level", "2");
});

test("a puzzle that breaks on the server says so and offers a fresh one", async ({ page }) => {
  const { view } = await open(page, "crash-server");
  const error = { code: "broken-instance", message: { ko: "고장", en: "broken" }, field: "token" };
  await page.route("**/api/v1/attempts", (route) => route.fulfill({ status: 422, json: { error } }));
  await choose(page, [view.boxes[0].id]);
  await page.getByTestId("submit").click();
  await expect(page.getByTestId("broken")).toBeVisible();
  await page.unroute("**/api/v1/attempts");
  await page.getByRole("button", { name: "Give me a fresh one" }).click();
  await playing(page);
});

test("a replay that throws leaves the verdict standing", async ({ page }) => {
  const planted = await plantFault(page, /"aria-valuetext":/g, THROWS);
  const reports = reportsOf(page);
  const { view } = await open(page, "crash-replay");
  expect(planted()).toBeGreaterThan(0);
  await page.evaluate(() => Object.assign(window, { planted: true }));
  await choose(page, [view.boxes[0].id]);
  await page.getByTestId("submit").click();
  await settled(page);
  await expect(page.getByText("The replay could not be drawn.")).toBeVisible();
  await expect(page.getByTestId("again")).toBeVisible();
  await expect.poll(() => reports.map(({ body }) => body.phase)).toEqual(["replay"]);
  expect(await reports[0].status).toBe(201);
});

test("a problem is reported by hand, with the puzzle and the answer as it stands", async ({ page }) => {
  const reports = reportsOf(page);
  const { view } = await open(page, "by-hand");
  await choose(page, [view.boxes[0].id]);
  await page.getByText("Report a problem").click();
  const send = page.getByRole("button", { name: "Send", exact: true });
  await expect(send).toBeDisabled();
  const words = page.getByLabel("What is wrong?");
  await words.fill("Box B looks like two objects.");
  await send.click();
  await expect(page.getByText("Thank you. We will look at it.")).toBeVisible();
  await expect(words).toHaveValue("");
  expect(reports).toHaveLength(1);
  expect(await reports[0].status).toBe(201);
  expect(reports[0].body).toMatchObject({ seed: "by-hand", phase: "other", byHand: true, message: "Box B looks like two objects." });
  expect(reports[0].body.answer).toEqual({ keep: [view.boxes[0].id] });
});
