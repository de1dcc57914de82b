/** What all simulations of the lessons share: where a guess is answered, what stays in sight, what stays in place. */
import { expect, test, type Page } from "@playwright/test";
import { answering } from "./hands";

const SCREENS = [
  { width: 390, height: 844 },
  { width: 1280, height: 800 },
] as const;

/** A lesson's simulation and one of its guesses. */
const GUESSES = [
  { topic: "cam", option: "The whole map cools alike, and the score falls" },
  { topic: "focal-loss", option: "about 30%" },
  { topic: "grad-cam", option: /^On the dog/ },
  { topic: "object-detection", option: "It falls" },
  { topic: "nms", option: "3" },
  { topic: "iou", option: "Reveal" },
  { topic: "anchor-boxes", option: "2,294" },
  { topic: "hog-svm", option: "Nothing changes at all" },
  { topic: "selective-search", option: "It is a first segment" },
  { topic: "r-cnn", option: "F" },
  { topic: "retinanet", option: "Fewer than a hundred" },
  { topic: "yolo", option: "B" },
  { topic: "objects-as-points", option: "2" },
  { topic: "rpn", option: "1" },
  { topic: "filter-weights", option: "B" },
  { topic: "fpn", option: "P4" },
  { topic: "detr", option: "13" },
  { topic: "ssd", option: "3×3" },
] as const;

for (const screen of SCREENS)
  for (const { topic, option } of GUESSES)
    test(`${topic}: the guess is answered in view, with the focus on it, ${screen.width} px wide`, async ({ page }) => {
      await page.setViewportSize(screen);
      await page.goto(`/en/learn/${topic}?engine=wasm`);
      const guess = page.getByRole("button", { name: option, exact: true }).first();
      await guess.scrollIntoViewIfNeeded();
      await answering(guess);
      await guess.click();
      const answer = page.getByTestId("guess-answer");
      await expect(answer).toBeFocused();
      await expect(answer).toBeInViewport({ ratio: 1 });
    });

/** The picture that stays in sight, and the middle of what is scrolled to under it. */
const pinned = (page: Page) => page.locator("[data-pins]").first();

for (const { topic, knob } of [
  { topic: "cam?engine=wasm&cam.open=1", knob: { role: "switch", name: /Apply a ReLU/ } },
  { topic: "focal-loss?focal.gamma=1", knob: { role: "slider", name: /Focus/ } },
  { topic: "grad-cam?engine=wasm&grad-cam.cls=person", knob: { role: "combobox", name: "Layer" } },
  { topic: "object-detection", knob: { role: "slider", name: /Score threshold/ } },
  { topic: "hog-svm?hog-svm.open=1", knob: { role: "switch", name: "Negative" } },
  { topic: "selective-search?selective-search.step=8", knob: { role: "slider", name: /Smoothing/ } },
] as const)
  test(`on a phone the picture stays in sight while a knob is moved, and never lies over it: ${topic}`, async ({ page }) => {
    await page.setViewportSize(SCREENS[0]);
    await page.goto(`/en/learn/${topic}`);
    const hand = page.getByRole(knob.role, { name: knob.name }).first();
    await answering(hand);
    await hand.focus();
    await expect(hand).toBeInViewport({ ratio: 1 });
    await expect(pinned(page)).toBeInViewport({ ratio: 0.9 });
    const [over, under] = [await pinned(page).boundingBox(), await hand.boundingBox()];
    expect(under?.y ?? 0).toBeGreaterThanOrEqual((over?.y ?? 0) + (over?.height ?? 0));
    // On its side, and enlarged fourfold, there is no room for both.
    for (const low of [
      { width: 844, height: 390 },
      { width: 320, height: 256 },
    ]) {
      await page.setViewportSize(low);
      await expect(pinned(page)).toHaveAttribute("data-pins", "false");
    }
  });

test("the faders keep their places while one is in use, tell gain and weight apart, and start anew with another class", async ({
  page,
}) => {
  await page.goto("/en/learn/cam?engine=wasm&cam.open=1&cam.depth=parts");
  const strips = page.getByTestId("strips");
  const order = () => strips.locator("[data-strip]").evaluateAll((rows) => rows.map((row) => row.getAttribute("data-strip")).join(""));
  const fader = strips.getByRole("slider").first();
  await answering(fader);
  const before = await order();
  const [weight, adds] = await strips.locator("[data-strip]").first().locator("dd").allInnerTexts();
  await fader.focus();
  for (let step = 0; step < 12; step++) await fader.press("ArrowLeft");
  await expect(fader).toHaveAttribute("aria-valuenow", "-0.2");
  expect(await order()).toBe(before);
  // The learnt weight is one number, what the fader makes of it another.
  const facts = strips.locator("[data-strip]").first().locator("dd");
  await expect(facts.first()).toHaveText(weight);
  await expect(facts.last()).not.toHaveText(adds);
  await fader.blur();
  await expect.poll(order).not.toBe(before);
  await page.getByRole("combobox", { name: "Which class?" }).selectOption("-2");
  await expect(page.getByTestId("desk")).toHaveAttribute("data-status", "live", { timeout: 60_000 });
  await expect(strips.getByRole("slider").first()).toHaveAttribute("aria-valuenow", "1");
  await expect(page.getByRole("button", { name: "All faders to ×1" })).toHaveCount(0);
});

test("with nothing left to take back the focus stays on Undo", async ({ page }) => {
  await page.goto("/en/play/cam-mixer?level=1&seed=3");
  const fader = page.locator("[data-kind=cam-mixer]").getByRole("slider").first();
  await answering(fader);
  await fader.press("ArrowRight");
  const undo = page.getByRole("button", { name: "Undo" });
  await undo.focus();
  await undo.press("Enter");
  await expect(undo).toHaveAttribute("aria-disabled", "true");
  await expect(undo).toBeFocused();
});

test("a lesson that is finished leads on: the focus goes to what takes the button's place", async ({ page }) => {
  await page.goto("/en/learn/cam");
  const finish = page.getByRole("button", { name: "I finished this lesson" });
  await answering(finish);
  await finish.press("Enter");
  const next = page.getByRole("link", { name: "Go to today's review" });
  await expect(next).toBeFocused();
});

test("the contents mark the section that is read, also after leaping over others and back", async ({ page }) => {
  await page.setViewportSize(SCREENS[1]);
  await page.goto("/en/learn/object-detection");
  const marked = page.getByRole("navigation", { name: "In this lesson" }).locator("[aria-current=location]");
  const titles = page.locator("#lesson h2[id]");
  /** Scrolls at once to so many pixels below a section's title: no other title is seen on the way. */
  const leap = (at: number, below: number) =>
    titles
      .nth(at)
      .evaluate((title, by) => window.scrollTo({ top: title.getBoundingClientRect().top + scrollY + by, behavior: "instant" }), below);
  const lab = await titles.evaluateAll((all) => all.findIndex(({ id }) => id === "the-threshold-lab"));
  const last = (await titles.count()) - 1;
  for (const [at, below] of [
    [lab, 500],
    [last - 2, -150],
    [lab, 500],
  ]) {
    await leap(at, below);
    await expect(marked).toHaveAttribute("href", `#${(await titles.nth(at).getAttribute("id")) ?? ""}`);
  }
});

test("weighed groups keep their sums in the rows, of the present γ", async ({ page }) => {
  await page.goto("/en/play/focal-gamma?level=1&seed=5");
  const board = page.locator("[data-kind=focal-gamma]");
  const rows = board.locator("li button[aria-pressed]");
  await answering(rows.first());
  await expect(board.locator("li b")).toHaveCount(1);
  await rows.nth(1).click();
  await expect(board.locator("li b")).toHaveCount(2);
  await expect(board.getByTestId("weighed-at")).toContainText("γ 2.0");
  const sum = board.locator("li").first().locator("b");
  const before = (await sum.textContent()) ?? "";
  await board.getByRole("slider").first().press("ArrowRight");
  await expect(board.getByTestId("weighed-at")).toContainText("γ 2.1");
  await expect(sum).not.toHaveText(before);
});

test("what lies under a picture that stays in sight is not seen above it", async ({ page }) => {
  await page.setViewportSize(SCREENS[0]);
  await page.goto("/en/play/pr-curve?level=2&seed=4");
  const picture = page.locator("[data-bar=pinned]");
  const field = page.getByRole("textbox", { name: "AP" });
  await answering(field);
  await field.focus();
  await expect(picture).toBeInViewport();
  const [header, box] = [await page.getByRole("banner").boundingBox(), await picture.boundingBox()];
  expect(box?.y ?? Infinity).toBeLessThanOrEqual((header?.y ?? 0) + (header?.height ?? 0));
  expect([box?.x, box?.width]).toEqual([0, SCREENS[0].width]);
  expect(await picture.evaluate((node) => getComputedStyle(node).backgroundColor)).not.toBe("rgba(0, 0, 0, 0)");
});

for (const [locale, words] of [
  ["ko", "(반올림 오차 안)"],
  ["en", "(up to rounding)"],
] as const)
  test(`CAM and Grad-CAM at the last layer differ by 0, in words that fit the screen: ${locale}`, async ({ page }) => {
    await page.setViewportSize(SCREENS[0]);
    await page.goto(`/${locale}/learn/grad-cam?engine=wasm&grad-cam.scene=2`);
    const frame = page.getByTestId("grad-cam");
    await expect(frame).toContainText(`0${words}`);
    await expect(frame).not.toContainText("10⁻¹");
    // Of the words themselves: their box may be narrower than they are.
    const right = await frame.getByText(words).evaluate((node) => {
      const range = document.createRange();
      range.selectNodeContents(node);
      return Math.max(...[...range.getClientRects()].map((line) => line.right));
    });
    expect(right).toBeLessThanOrEqual(SCREENS[0].width - 16);
  });

test("which rows depend on the score threshold is told once it was moved", async ({ page }) => {
  await page.goto("/en/learn/object-detection");
  const guess = page.getByRole("button", { name: "It stays", exact: true });
  await answering(guess);
  await guess.click();
  const table = page.getByTestId("ap-table");
  await expect(table).toContainText("AP (dog), all detections");
  await expect(table).not.toContainText("moves with s");
  await page.getByRole("slider", { name: /Score threshold/ }).press("ArrowRight");
  await expect(table.getByText("moves with s")).toHaveCount(2);
});

test("on a phone the map that has to come out stays in sight beside every fader of cam-mixer", async ({ page }) => {
  await page.setViewportSize(SCREENS[0]);
  await page.goto("/en/play/cam-mixer?level=5&seed=3");
  const board = page.locator("[data-kind=cam-mixer]");
  const target = board.getByRole("grid", { name: /^T: the mix/ });
  await answering(board.getByRole("slider").first());
  for (const fader of await board.getByRole("slider").all()) {
    await fader.focus();
    await expect(fader).toBeInViewport({ ratio: 1 });
    await expect(target).toBeInViewport({ ratio: 1 });
    const [map, hand] = [await target.boundingBox(), await fader.boundingBox()];
    expect(hand?.y ?? 0).toBeGreaterThanOrEqual((map?.y ?? 0) + (map?.height ?? 0));
  }
});

for (const level of [4, 5])
  test(`gradcam-regions at level ${level}: what is asked, the channels and the button fit one screen`, async ({ page }) => {
    await page.setViewportSize(SCREENS[1]);
    await page.goto(`/en/play/gradcam-regions?level=${level}&seed=3`);
    const board = page.locator("[data-kind=gradcam-regions]");
    await answering(board.locator("[data-cell]").first());
    const [header, whole, button] = [
      await page.getByRole("banner").boundingBox(),
      await board.boundingBox(),
      await page.getByTestId("submit").boundingBox(),
    ];
    const height = (button?.y ?? Infinity) + (button?.height ?? 0) - (whole?.y ?? 0);
    expect(height).toBeLessThanOrEqual(SCREENS[1].height - (header?.height ?? 0));
  });

test("on Grad-CAM's picture a tap opens the cell's sum where one is, and the depth stays", async ({ page }) => {
  await page.goto("/en/learn/grad-cam?engine=wasm&grad-cam.cls=person");
  const frame = page.getByTestId("grad-cam");
  const map = frame.getByTestId("cell-pointer");
  await answering(map);
  const box = (await map.boundingBox())!;
  const line = frame.getByTestId("cell-line");
  await map.hover({ position: { x: box.width / 28, y: box.height / 28 } });
  await expect(line).toContainText("Row 1, column 1: Σ α·A =");
  await expect(frame.getByTestId("cell-sum")).toHaveCount(0);
  await map.click({ position: { x: box.width / 2 + 5, y: box.height / 2 + 5 } });
  await expect(frame.getByTestId("cell-sum")).toContainText("Row 8, column 8");
  await expect(page).not.toHaveURL(/grad-cam\.depth/);
  await page.getByRole("radio", { name: "Parts" }).click();
  await expect(frame.locator("[data-here='105']")).toHaveCount(8);
  await map.press("ArrowRight");
  await expect(frame.locator("[data-here='106']")).toHaveCount(8);
  await map.press("Escape");
  await expect(frame.locator("[data-here]")).toHaveCount(0);
});
