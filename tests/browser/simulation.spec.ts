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
  { topic: "focal-loss", option: "about the same" },
  { topic: "grad-cam", option: /^On the dog/ },
  { topic: "object-detection", option: "It falls" },
  { topic: "nms", option: "3" },
  { topic: "iou", option: "Reveal" },
  { topic: "anchor-boxes", option: "2,294" },
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
  await fader.focus();
  for (let step = 0; step < 12; step++) await fader.press("ArrowLeft");
  await expect(fader).toHaveAttribute("aria-valuenow", "-0.2");
  expect(await order()).toBe(before);
  await expect(strips.locator("[data-strip]").first()).toContainText("×−0.2 × w");
  await fader.blur();
  await expect.poll(order).not.toBe(before);
  await page.getByRole("combobox", { name: "Which class?" }).selectOption("-2");
  await expect(page.getByTestId("desk")).toHaveAttribute("data-status", "live", { timeout: 60_000 });
  await expect(strips.getByRole("slider").first()).toHaveAttribute("aria-valuenow", "1");
  await expect(page.getByRole("button", { name: "All faders to ×1" })).toHaveCount(0);
});

test("which rows depend on the score threshold is told once it was moved", async ({ page }) => {
  await page.goto("/en/learn/object-detection");
  const guess = page.getByRole("button", { name: "It stays", exact: true });
  await answering(guess);
  await guess.click();
  const table = page.getByTestId("ap-table");
  await expect(table).toContainText("all handed in");
  await expect(table).not.toContainText("moves with s");
  await page.getByRole("slider", { name: /Score threshold/ }).press("ArrowRight");
  await expect(table.getByText("moves with s")).toHaveCount(2);
});
