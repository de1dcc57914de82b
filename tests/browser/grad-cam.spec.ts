/** The topic Grad-CAM as a learner goes through it who has no pointer, in Korean; and its bank reckoned anew in a browser. */
import { expect, test, type Page } from "@playwright/test";
import { challenge } from "@/content/topics/grad-cam/challenges/gradcam-regions/challenge";
import { SIDE } from "@/content/topics/grad-cam/challenges/gradcam-regions/cells";
import type { Answer } from "@/content/topics/grad-cam/challenges/gradcam-regions/instance";
import { rivals } from "@/content/topics/grad-cam/challenges/gradcam-regions/rivals";
import { challenge as layerChallenge } from "@/content/topics/grad-cam/challenges/gradcam-layer/challenge";
import { keyboard as playLayers } from "@/content/topics/grad-cam/challenges/gradcam-layer/keyboard";
import { rivals as layerRivals } from "@/content/topics/grad-cam/challenges/gradcam-layer/rivals";
import { GRIDS, WHICH } from "@/content/topics/grad-cam/challenges/gradcam-regions/words";
import { topic } from "@/content/topics/grad-cam/topic";
import type { Level } from "@/lib/challenges";
import { markCells } from "@/lib/challenges/keyboard";
import { isThorough } from "../contract/thorough";
import { servePage } from "./bundled";
import type {} from "./gradcam.page";
import { answering, handsOn, Keyboard } from "./hands";

/** Every eighth scene of the bank of layers where its kind changed, every twenty-fourth at a push. */
const LAYERS_EACH = isThorough("gradcam-layer") ? 8 : 24;

const simulation = (page: Page) => page.getByTestId("grad-cam");
const board = (page: Page) => page.locator("section[data-kind=gradcam-regions]");
const verdict = (page: Page) => page.getByTestId("verdict");

/** Marks an answer and hands it in. */
async function play(page: Page, keyboard: Keyboard, { hot, cold }: Answer): Promise<void> {
  const hands = handsOn(keyboard, board(page));
  await markCells(hands, GRIDS.hot.ko, SIDE, hot);
  for (const cells of cold.length > 0 ? [cold] : []) {
    await hands.choose({ role: "radiogroup", name: WHICH.ko }, 1);
    await markCells(hands, GRIDS.cold.ko, SIDE, cells);
  }
  await keyboard.reach(page.getByTestId("submit"));
  await keyboard.press("Enter");
  await expect(page.getByTestId("settlement")).toHaveAttribute("data-status", "settled");
}

/** The instance of the round on the page. */
async function drawn(page: Page, level: Level) {
  await expect(board(page)).toHaveAttribute("data-phase", "playing");
  await expect(board(page)).toHaveAttribute("data-level", String(level));
  return challenge.generate((await board(page).getAttribute("data-seed")) ?? "", level);
}

test("lesson, simulation, level 1, level 5 by a wrong idea, verdict and card: in Korean, with the keyboard alone", async ({ page }) => {
  test.setTimeout(240_000);
  const keyboard = new Keyboard(page);
  let letThrough = () => {};
  const gate = new Promise<void>((open) => (letThrough = open));
  await page.route("**/models/classifier/**", async (route) => {
    await gate;
    await route.continue();
  });

  await test.step("a guess over the recorded example, then the live one; another class moves the peak", async () => {
    await page.goto("/ko/learn/grad-cam?engine=wasm");
    await expect(simulation(page)).toHaveAttribute("data-status", "recorded");
    const guess = page.getByRole("button", { name: "강아지 위" });
    await answering(guess);
    await keyboard.reach(guess);
    await keyboard.press("Enter");
    await expect(page.getByText("강아지를 짐작했지만 다른 곳이에요.")).toBeVisible();
    await expect(page.getByText("자동차의 맵에서 가장 뜨거운 칸은 자동차 위에 있어요.")).toBeVisible();
    letThrough();
    await expect(simulation(page)).toHaveAttribute("data-status", "live", { timeout: 60_000 });
    const hands = handsOn(keyboard, page.locator("body"));
    await hands.select({ role: "combobox", name: "보려는 클래스" }, "dog");
    await expect(page.getByText("강아지의 맵에서 가장 뜨거운 칸은 강아지 위에 있어요.")).toBeVisible({ timeout: 60_000 });
    await hands.choose({ role: "radiogroup", name: "얼마나 깊이 볼까요?" }, 2);
    const sum = page.getByTestId("cell-sum");
    await expect(sum).toContainText("나머지 122개");
    const before = await sum.innerText();
    await keyboard.reach(sum.getByRole("slider", { name: "행" }));
    await keyboard.press("Home");
    await expect(sum).toContainText("1행");
    expect(await sum.innerText()).not.toBe(before);
    await expect(page).toHaveURL(/grad-cam\.depth=sum/);
  });

  await test.step("from the lesson to level 1, played to three stars; the network runs again and agrees", async () => {
    const link = page.locator('a[href*="/play/gradcam-regions"]').first();
    await keyboard.reach(link);
    await keyboard.press("Enter");
    await expect(page).toHaveURL(/\/ko\/play\/gradcam-regions/);
    await play(page, keyboard, challenge.solve(await drawn(page, 1)));
    await expect(verdict(page)).toContainText("100점");
    await keyboard.reach(verdict(page).getByRole("button", { name: "이 브라우저에서 다시 계산해 보기" }));
    await keyboard.press("Enter");
    await expect(page.getByTestId("witness")).toContainText("49칸의 수가 모두 기록과 같고", { timeout: 60_000 });
  });

  await test.step("level 5 by the largest gradients: the belief is named, and the replay runs to the cells that were missed", async () => {
    await page.goto("/ko/play/gradcam-regions?level=5");
    const { view } = await drawn(page, 5);
    const belief = rivals.beliefs.find(({ misconception }) => misconception === "alpha-is-the-peak");
    const answer = belief?.play(view) ?? challenge.empty(view);
    await play(page, keyboard, answer);
    const { correction } = topic.misconceptions.find(({ id }) => id === "alpha-is-the-peak") ?? { correction: { ko: "", en: "" } };
    await expect(verdict(page)).toContainText(correction.ko);
    await expect(verdict(page).locator("[data-missed]").first()).toBeVisible();
    const slider = verdict(page).getByRole("group", { name: "단계", exact: true }).getByRole("slider");
    await keyboard.reach(slider);
    await keyboard.press("Home");
    await expect(slider).toHaveAttribute("aria-valuetext", /아직 아무것도 더하지 않았어요/);
    await expect(verdict(page).locator("[data-missed]")).toHaveCount(0);
    await keyboard.press("End");
    await expect(slider).toHaveAttribute("aria-valuetext", /내가 고른 칸이에요/);
  });

  await test.step("what was missed comes back as a card", async () => {
    await page.goto("/ko/review");
    await expect(board(page)).toHaveAttribute("data-phase", "playing");
  });
});

test("the bank is what a browser's own pass gives, number by number", async ({ page }) => {
  test.setTimeout(300_000);
  const served = await servePage("tests/browser/gradcam.page.ts");
  await page.goto(served.url);
  const { seen, differ } = await page.evaluate(() => window.plainlyAgain(8));
  await served.close();
  expect(seen).toBeGreaterThanOrEqual(60);
  expect(differ).toEqual([]);
});

for (const backend of ["webgpu", "webgl", "wasm", "cpu"] as const) {
  test(`the maps on ${backend} are the bank's to one in 999, cell by cell`, async ({ page }) => {
    test.setTimeout(300_000);
    const served = await servePage("tests/browser/gradcam.page.ts");
    await page.goto(served.url);
    const report = await page.evaluate((name) => window.onBackend(name, 16), backend);
    await served.close();
    expect(report.backend).toBe(backend);
    expect(report.seen).toBeGreaterThanOrEqual(30);
    expect(report.most).toBeLessThanOrEqual(1);
  });
}

test("gradcam-layer by keys, in English: level 1 to three stars, level 5 by a wrong idea, and the replay names what did not belong", async ({
  page,
}) => {
  test.setTimeout(240_000);
  const keyboard = new Keyboard(page);
  const layers = page.locator("section[data-kind=gradcam-layer]");
  const begun = async (level: Level) => {
    await page.goto(`/en/play/gradcam-layer?level=${level}`);
    await expect(layers).toHaveAttribute("data-phase", "playing");
    await expect(layers).toHaveAttribute("data-level", String(level));
    return layerChallenge.generate((await layers.getAttribute("data-seed")) ?? "", level);
  };
  const handIn = async () => {
    await keyboard.reach(page.getByTestId("submit"));
    await keyboard.press("Enter");
    await expect(page.getByTestId("settlement")).toHaveAttribute("data-status", "settled");
  };

  await test.step("level 1: maps are placed, one is moved with the arrow keys and back, and all is right", async () => {
    const instance = await begun(1);
    const answer = layerChallenge.solve(instance);
    await playLayers(handsOn(keyboard, layers), instance.view, answer);
    const first = layers.locator(`[data-placed="${answer.order[0]}"]`);
    await keyboard.reach(first);
    await keyboard.press("ArrowRight");
    await expect(layers.locator("[data-placed]").nth(1)).toHaveAttribute("data-placed", answer.order[0]);
    await keyboard.press("ArrowLeft");
    await expect(layers.locator("[data-placed]").first()).toHaveAttribute("data-placed", answer.order[0]);
    await handIn();
    await expect(verdict(page)).toContainText("3 of 3 pairs of maps are in order.");
    await expect(verdict(page).getByTestId("shares").getByRole("listitem")).toHaveCount(3);
  });

  await test.step("level 5 by noise for random weights: the belief is named, the replay leads to what was missed", async () => {
    const { view, truth } = await begun(5);
    const belief = layerRivals.beliefs.find(({ misconception }) => misconception === "random-is-noise");
    await playLayers(handsOn(keyboard, layers), view, belief?.play(view) ?? layerChallenge.empty(view));
    await handIn();
    const { correction } = topic.misconceptions.find(({ id }) => id === "random-is-noise") ?? { correction: { ko: "", en: "" } };
    await expect(verdict(page)).toContainText(correction.en);
    await expect(verdict(page)).toContainText("Of what did not belong, 1 went unnoticed.");
    const slider = verdict(page).getByRole("group", { name: "Step", exact: true }).getByRole("slider");
    await keyboard.reach(slider);
    await keyboard.press("End");
    await expect(slider).toHaveAttribute("aria-valuetext", new RegExp(`Map ${truth.random}: only the last, dense layer was made random`));
    await keyboard.press("Home");
    await expect(slider).toHaveAttribute("aria-valuetext", /is the earliest, of conv4\./);
  });
});

test("maps are dragged to another place, and a tap takes one back", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/ko/play/gradcam-layer?level=3&seed=drag");
  const layers = page.locator("section[data-kind=gradcam-layer]");
  await expect(layers).toHaveAttribute("data-phase", "playing");
  for (const id of ["A", "B", "C"]) await layers.locator(`[data-map="${id}"]`).click();
  const placed = layers.locator("[data-placed]");
  const order = () => placed.evaluateAll((nodes) => nodes.map((node) => node.getAttribute("data-placed")).join(""));
  expect(await order()).toBe("ABC");
  await placed.first().scrollIntoViewIfNeeded();
  const [from, to] = [await placed.nth(0).boundingBox(), await placed.nth(2).boundingBox()];
  const middle = (box: typeof from) => [(box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2] as const;
  await page.mouse.move(...middle(from));
  await page.mouse.down();
  await page.mouse.move(...middle(to), { steps: 8 });
  await page.mouse.up();
  await expect.poll(order).toBe("BCA");
  await layers.locator('[data-placed="C"]').click();
  await expect.poll(order).toBe("BA");
  await expect(layers.locator('[data-map="C"]')).toHaveAttribute("aria-pressed", "false");
});

test("the bank of layers is what a browser's own pass gives, number by number", async ({ page }) => {
  test.setTimeout(300_000);
  const served = await servePage("tests/browser/gradcam.page.ts");
  await page.goto(served.url);
  const { seen, differ } = await page.evaluate(() => window.layersPlainly(12));
  await served.close();
  expect(seen).toBeGreaterThanOrEqual(15);
  expect(differ).toEqual([]);
});

for (const backend of ["webgpu", "webgl", "wasm", "cpu"] as const) {
  test(`the maps of layers on ${backend} are the bank's to one in 15, and lead to the same answer`, async ({ page }) => {
    // Six passes a scene, on adapters that are all software.
    test.setTimeout(600_000);
    const served = await servePage("tests/browser/gradcam.page.ts");
    await page.goto(served.url);
    const report = await page.evaluate(([name, each]) => window.layersOnBackend(name, each), [backend, LAYERS_EACH] as const);
    await served.close();
    expect(report.backend).toBe(backend);
    expect(report.seen).toBeGreaterThanOrEqual(240 / LAYERS_EACH);
    expect(report.most).toBeLessThanOrEqual(1);
    expect(report.otherwise).toEqual([]);
  });
}

test("numbers fly from the cell that is pointed at into their formulas, and nothing is seen to where motion is reduced", async ({
  page,
}) => {
  const flights = (inside: string) => page.getByTestId(inside).locator("[data-flight]");
  const cellAt = async (row: number, column: number) => {
    const box = await map.boundingBox();
    return { x: ((column - 0.5) / 14) * (box?.width ?? 0), y: ((row - 0.5) / 14) * (box?.height ?? 0) };
  };
  await page.goto("/en/learn/grad-cam?engine=wasm&grad-cam.depth=parts");
  const map = simulation(page).getByTestId("cell-pointer");
  await answering(map);
  // The recorded example's numbers are rounded more.
  await expect(simulation(page)).toHaveAttribute("data-status", "live", { timeout: 60_000 });
  await expect(flights("channels")).toHaveCount(0);
  await map.hover({ position: await cellAt(3, 4) });
  await expect(flights("channels")).toHaveCount(8);
  const products = await page.getByTestId("channels").locator("[data-here] b").allInnerTexts();
  expect(await flights("channels").allInnerTexts()).toEqual(products);
  // The cell's own sum leaves the picture for the line below it.
  await expect(simulation(page).locator("figure [data-flight]").first()).toHaveAttribute("data-flight", "31");

  await page.goto("/en/learn/grad-cam?engine=wasm&grad-cam.depth=sum&grad-cam.row=2&grad-cam.column=3");
  await expect(simulation(page)).toHaveAttribute("data-status", "live", { timeout: 60_000 });
  await expect(flights("cell-sum")).toHaveCount(6);
  const sum = await page.getByTestId("cell-sum").innerText();
  for (const number of await flights("cell-sum").allInnerTexts()) expect(sum).toContain(`= ${number}`);

  await page.emulateMedia({ reducedMotion: "reduce" });
  await answering(map);
  await map.hover({ position: await cellAt(5, 5) });
  const late = flights("cell-sum").first();
  await expect(late).toHaveAttribute("data-flight", "60");
  await expect.poll(() => late.evaluate((node) => node.getAnimations().every(({ playState }) => playState === "finished"))).toBe(true);
  await expect(late).toHaveCSS("opacity", "0");
});
