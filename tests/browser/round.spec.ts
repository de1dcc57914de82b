import { expect, test, type Page } from "@playwright/test";
import { challenge } from "@/content/topics/nms/challenges/nms-survivors/challenge";
import type { ProblemReport } from "@/lib/wire/play";
import { plantFault, THROWS } from "./faults";
import { answering, Keyboard } from "./hands";

const KIND = "nms-survivors";
const board = (page: Page) => page.locator(`section[data-kind=${KIND}]`);
const playing = (page: Page) => expect(board(page)).toHaveAttribute("data-phase", "playing");
const settled = (page: Page) => expect(page.getByTestId("settlement")).toHaveAttribute("data-status", "settled");

async function open(page: Page, seed: string) {
  await page.goto(`/en/play/${KIND}?level=2&seed=${seed}`);
  await playing(page);
  return challenge.generate(seed, 2);
}

/** A round that the server draws for this learner, so that it counts. */
async function openDrawn(page: Page) {
  await page.goto(`/en/play/${KIND}?level=2`);
  await playing(page);
  return challenge.generate((await board(page).getAttribute("data-seed")) ?? "", 2);
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
    await expect(page.getByText(/A puzzle by its address|주소로 연 문제/)).toHaveCount(0);
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

test("a verdict comes back as it was: after a reload, in the other language, by a step back", async ({ page }) => {
  const instance = await openDrawn(page);
  const seed = (await board(page).getAttribute("data-seed")) ?? "";
  await choose(page, challenge.solve(instance).keep);
  await page.getByTestId("submit").click();
  await settled(page);
  const attempts: string[] = [];
  page.on("request", (request) => request.url().endsWith("/api/v1/attempts") && attempts.push(request.url()));
  const summary = { en: await page.getByTestId("summary").innerText(), xp: await page.getByTestId("settlement").innerText() };
  expect(summary.xp).toMatch(/\+\d+ XP/);
  const same = async () => {
    await settled(page);
    await expect(page.getByTestId("settlement")).toHaveText(summary.xp);
    await expect(page.getByTestId("verdict").getByRole("img", { name: /3 of 3|3개 중 3/ })).toBeVisible();
    await expect(board(page)).toHaveAttribute("data-seed", seed);
    await expect(
      page
        .getByTestId("verdict")
        .getByRole("group", { name: /Step|단계/ })
        .first(),
    ).toBeVisible();
  };
  await page.reload();
  await same();
  await expect(page.getByTestId("summary")).toHaveText(summary.en);
  await page.getByRole("link", { name: /한국어/ }).click();
  await expect(page).toHaveURL(/\/ko\/play/);
  await same();
  await page.getByRole("navigation", { name: "주 메뉴" }).getByRole("link", { name: "배우기" }).click();
  await expect(page).toHaveURL(/\/ko\/learn/);
  await page.goBack();
  await same();
  // Nothing is sent again, and the next puzzle is a fresh one.
  expect(attempts).toEqual([]);
  await page.getByTestId("again").click();
  await playing(page);
  await expect(board(page)).not.toHaveAttribute("data-seed", seed);
});

test("a verdict that had not settled when the page was left settles once it is back", async ({ page }) => {
  const { view } = await open(page, "left-early");
  await choose(page, [view.boxes[0].id]);
  await page.route("**/api/v1/attempts", (route) => route.abort());
  await page.getByTestId("submit").click();
  await expect(page.getByTestId("settlement")).toHaveAttribute("data-status", "kept");
  await page.unroute("**/api/v1/attempts");
  await page.reload();
  await settled(page);
  await expect(page.getByTestId("settlement")).not.toHaveText(/same answer/);
  await expect(page.getByTestId("summary")).toBeVisible();
});

test("hints cost stars, say so before they are opened, and come back with the draft", async ({ page }) => {
  const instance = await openDrawn(page);
  const keyboard = new Keyboard(page);
  const cost = page.getByTestId("hint-cost");
  const next = page.getByTestId("take-hint");
  // The key leads to the button, which takes nothing by itself.
  await page.keyboard.press("h");
  await expect(next).toBeFocused();
  await expect(cost).toContainText("2 are left of the 3");
  await expect(cost).toContainText("at most 94 points count instead of 100");
  await expect(cost).toContainText("still finish");
  await expect(page.getByTestId("hint-1")).toHaveCount(0);
  const told = page.waitForResponse("**/api/v1/instances/hint");
  await keyboard.press("Enter");
  expect((await told).status()).toBe(200);
  await expect(page.getByTestId("hint-1")).toContainText("What is asked?");
  await expect(page.getByTestId("hint-1")).toContainText(challenge.hints.asked(instance.view).en);
  await expect(cost).toContainText("1 is left of the 2");
  await expect(cost).toContainText("at most 74 points count instead of 94");
  await keyboard.press("Enter");
  await expect(page.getByTestId("hint-2")).toContainText(challenge.hints.rule(instance.view).en);
  await expect(cost).toContainText("leaves no star, and at most 49 points count");
  await page.reload();
  await playing(page);
  await expect(page.getByTestId("hint-2")).toContainText(challenge.hints.rule(instance.view).en);
  await expect(page.getByTestId("hint-3")).toHaveCount(0);
  await choose(page, challenge.solve(instance).keep);
  await page.getByTestId("submit").click();
  await settled(page);
  await expect(page.getByTestId("verdict").getByText("74 points", { exact: true })).toBeVisible();
  await expect(page.getByTestId("counted")).toHaveText("Scored 100; counts as 74 after 2 hints.");
  await expect(page.getByRole("img", { name: "1 of 3 stars" })).toBeVisible();
  // 10 × level 2 × 74 %, and nothing for perfection.
  await expect(page.getByTestId("settlement")).toHaveText("+15 XP");
  await page.reload();
  await settled(page);
  await expect(page.getByTestId("counted")).toHaveText("Scored 100; counts as 74 after 2 hints.");
  await expect(page.getByTestId("settlement")).toHaveText("+15 XP");
  await page.goto("/en/me");
  await expect(page.getByText(/\b15 XP\b/).first()).toBeVisible();
  await page.goto("/en/play");
  await expect(page.getByRole("link", { name: /NMS survivors.*Best: 1 star/ })).toBeVisible();
});

test("all three hints leave no star, and the puzzle can still be finished", async ({ page }) => {
  const instance = await openDrawn(page);
  await page.getByText("Stuck?").click();
  for (const rung of [1, 2, 3]) {
    await page.getByTestId("take-hint").click();
    await expect(page.getByTestId(`hint-${rung}`)).toBeVisible();
  }
  await expect(page.getByTestId("hint-3")).toContainText(challenge.hints.step(instance).text.en);
  await expect(page.getByTestId("take-hint")).toHaveCount(0);
  await expect(page.getByTestId("hint-cost")).toContainText("brings no star");
  await choose(page, challenge.solve(instance).keep);
  await page.getByTestId("submit").click();
  await settled(page);
  await expect(page.getByTestId("counted")).toHaveText("Scored 100; counts as 49 after 3 hints.");
  await expect(page.getByRole("img", { name: "0 of 3 stars" })).toBeVisible();
  await expect(page.getByTestId("settlement")).toHaveText("XP starts at 50 points");
});

test("a hint opened without a network goes with the answer, and one opened in another tab counts here", async ({ page, context }) => {
  const instance = await open(page, "two-tabs");
  const other = await context.newPage();
  await open(other, "two-tabs");
  await other.keyboard.press("h");
  for (const rung of [1, 2]) {
    const told = other.waitForResponse("**/api/v1/instances/hint");
    await other.getByTestId("take-hint").click();
    await told;
    await expect(other.getByTestId(`hint-${rung}`)).toBeVisible();
  }
  await choose(page, challenge.solve(instance).keep);
  await page.getByTestId("submit").click();
  await settled(page);
  await expect(page.getByTestId("counted")).toHaveText("Scored 100; counts as 74 after 2 hints.");

  const offline = await open(page, "hint-offline");
  await page.route("**/api/v1/instances/hint", (route) => route.abort());
  await page.keyboard.press("h");
  await page.getByTestId("take-hint").click();
  await expect(page.getByTestId("hint-1")).toBeVisible();
  await page.unroute("**/api/v1/instances/hint");
  await choose(page, challenge.solve(offline).keep);
  const sent = page.waitForRequest("**/api/v1/attempts");
  await page.getByTestId("submit").click();
  expect((await sent).postDataJSON()).toMatchObject({ hints: 1 });
  await settled(page);
  await expect(page.getByTestId("counted")).toHaveText("Scored 100; counts as 94 after 1 hint.");
});

test("the landing page's board has hints, and its verdict comes back", async ({ page }) => {
  await page.goto("/en");
  const instance = challenge.generate("hello", 1);
  await answering(board(page).locator("[data-chip]").first());
  await page.keyboard.press("h");
  await page.getByTestId("take-hint").click();
  await expect(page.getByTestId("hint-1")).toContainText(challenge.hints.asked(instance.view).en);
  await choose(page, challenge.solve(instance).keep);
  await page.getByTestId("submit").click();
  await settled(page);
  await expect(page.getByTestId("counted")).toHaveText("Scored 100; counts as 94 after 1 hint.");
  await page.reload();
  await settled(page);
  await expect(page.getByTestId("counted")).toHaveText("Scored 100; counts as 94 after 1 hint.");
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
  await expect(page.getByText(/A puzzle by its address/)).toBeVisible();
  await page.getByRole("radio", { name: "3", exact: true }).click();
  await expect(page).toHaveURL(/level=3&seed=/);
  await playing(page);
  await expect(page.getByText(/A puzzle by its address/)).toHaveCount(0);
});

test("the same answer again changes nothing and says so", async ({ page, context }) => {
  const { view } = await open(page, "same-answer");
  await choose(page, [view.boxes[0].id]);
  await page.getByTestId("submit").click();
  await settled(page);
  // This tab shows the verdict from now on; a link opened in another one shows the board.
  const other = await context.newPage();
  await open(other, "same-answer");
  await choose(other, [view.boxes[0].id]);
  await other.getByTestId("submit").click();
  await expect(other.getByTestId("settlement")).toHaveText("The same answer as before: nothing changes");
});

test("the solution shows itself on the board, and closes the puzzle", async ({ page }) => {
  const instance = await openDrawn(page);
  const seed = (await board(page).getAttribute("data-seed")) ?? "";
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
  await expect(board(page)).not.toHaveAttribute("data-seed", seed);
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

test("in a crowd a box pointed at in the picture stands out in the list, and the other way round", async ({ page }) => {
  await page.goto(`/en/play/${KIND}?level=5&seed=crowd`);
  await playing(page);
  const { view } = challenge.generate("crowd", 5);
  const tag = (id: string) => board(page).locator(`[data-tag="${id}"]`);
  const chip = (id: string) => board(page).locator(`[data-chip="${id}"]`);
  const faded = () =>
    board(page)
      .locator("[data-tag]")
      .evaluateAll((tags) => tags.filter((each) => Number(getComputedStyle(each.parentElement ?? each).opacity) < 0.5).length);
  for (const { id } of view.boxes) {
    await tag(id).hover({ force: true });
    await expect(board(page).locator("[data-chip][data-pointed]")).toHaveAttribute("data-chip", id);
  }
  await expect.poll(faded).toBe(0);
  const [{ id }] = view.boxes;
  await chip(id).hover();
  await expect.poll(faded).toBe(view.boxes.length - 1);
  await expect(board(page).locator("[data-chip][data-pointed]")).toHaveCount(0);
});
