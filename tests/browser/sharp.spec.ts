import { readFileSync } from "node:fs";
import { expect, test, type Locator, type Page } from "@playwright/test";
import sharp from "sharp";
import { SCENES } from "@/content/topics/one-vs-two-stage/challenges/detector-race/bank";
import { emojiScene, readAtlas, SCENE_SIDE, TRAIN_STYLES, type Atlas, type EmojiScene } from "@/lib/engine/scenes/emoji";
import type { Locale } from "@/lib/challenges/text";

const SEES: Readonly<Record<Locale, string>> = { ko: "신경망이 보는 그림", en: "What the network sees" };

let atlases: readonly Atlas[];
test.beforeAll(async () => {
  atlases = await Promise.all(TRAIN_STYLES.map((style) => readAtlas(readFileSync(`public/emojivoc/${style}.bin`))));
});

/** Where the picture's drawings stand on the page, in the scene's pixels: of each the frame that holds it, tilted as it is. */
const frames = (picture: Locator) =>
  picture.locator("svg[data-scene=sharp]").evaluate((svg, side) => {
    const own = (svg as SVGSVGElement).ownerSVGElement!.getBoundingClientRect();
    const scale = side / own.width;
    return Array.from(svg.querySelectorAll("[data-sprite]"), (sprite) => {
      const { left, top, right, bottom } = sprite.getBoundingClientRect();
      return [left - own.left, top - own.top, right - own.left, bottom - own.top].map((v) => v * scale);
    });
  }, SCENE_SIDE);

/** Each object's box lies in its drawing's frame, and fills it but for the corners that a tilt leaves free. */
function expectInPlace(found: readonly (readonly number[])[], { objects, drawing }: EmojiScene): void {
  expect(found.length).toBe(objects.length);
  for (const [k, { box, visible }] of objects.entries()) {
    const { cx, cy, width, height, turn } = drawing!.sprites[k];
    const [cos, sin] = turn.map(Math.abs);
    const [halfW, halfH] = [(cos * width + sin * height) / 2, (sin * width + cos * height) / 2];
    [cx - halfW, cy - halfH, cx + halfW, cy + halfH].forEach((side, i) => expect(Math.abs(found[k][i] - side)).toBeLessThan(0.5));
    const [x1, y1, x2, y2] = found[k];
    expect(Math.max(x1 - box[0], y1 - box[1], box[2] - x2, box[3] - y2)).toBeLessThan(2);
    const share = ((box[2] - box[0]) * (box[3] - box[1])) / ((x2 - x1) * (y2 - y1));
    expect(share).toBeGreaterThan(0.5 * visible);
  }
}

/** Mean difference, of 255, of what stands on the screen, averaged down, from the network's pixels. */
async function difference(picture: Locator, pixels: Uint8Array): Promise<number> {
  const { data } = await sharp(await picture.screenshot())
    .removeAlpha()
    .resize(SCENE_SIDE, SCENE_SIDE, { fit: "fill", kernel: "lanczos3" })
    .raw()
    .toBuffer({ resolveWithObject: true });
  let sum = 0;
  let count = 0;
  // The rounded corners are the page's.
  for (let y = 8; y < SCENE_SIDE - 8; y++)
    for (let i = (y * SCENE_SIDE + 8) * 3; i < ((y + 1) * SCENE_SIDE - 8) * 3; i++, count++) sum += Math.abs(data[i] - pixels[i]);
  return sum / count;
}

const labScene = (seed: number) => emojiScene(`lab ${seed}`, { atlases, objects: [2, 2], side: [44, 64] });
const see = (page: Page, locale: Locale) => page.getByRole("switch", { name: SEES[locale] }).click();

test("the Lab shows its scenes sharp, each object in its box, and as the network sees them at the switch", async ({ page }) => {
  test.setTimeout(120_000);
  await page.setViewportSize({ width: 1280, height: 900 });
  const picture = page.getByTestId("picture").locator("[data-picture]");
  for (const seed of [1, 2, 3]) {
    const scene = labScene(seed);
    await page.goto(`/ko/lab?engine=wasm&view=layers&scene=${seed}`);
    await expect(picture).toHaveAttribute("data-picture", "sharp", { timeout: 60_000 });
    expectInPlace(await frames(picture), scene);
    // Noise of up to ten is in the network's picture alone.
    await expect.poll(() => difference(picture, scene.pixels)).toBeLessThan(9);
  }
  await expect(page.locator("[data-scene=sharp]").nth(6)).toBeAttached();
  await see(page, "ko");
  await expect(page.locator("[data-scene=sharp]")).toHaveCount(0);
  await expect(picture.locator("canvas")).toHaveCSS("image-rendering", "pixelated");
  await see(page, "ko");
  await expect(picture).toHaveAttribute("data-picture", "sharp");
});

test("a heat map lies exactly over the sharp picture", async ({ page }) => {
  test.setTimeout(120_000);
  await page.goto("/en/lab?engine=wasm&view=layers&scene=2");
  const figure = page.getByTestId("activation");
  await expect(figure).toHaveAttribute("data-ready", "true", { timeout: 60_000 });
  const [sharpBox, heatBox, seenBox] = await Promise.all(
    ["svg:has(> [data-scene=sharp])", "canvas[aria-hidden]", "canvas[role=img]"].map((part) => figure.locator(part).boundingBox()),
  );
  expect(sharpBox).toEqual(heatBox);
  expect(sharpBox).toEqual(seenBox);
});

test("a saved picture is as sharp as the one on the page, its heat map over it", async ({ page }) => {
  test.setTimeout(120_000);
  await page.goto("/en/lab?engine=wasm&view=layers&scene=3");
  const picture = page.getByTestId("picture");
  await expect(picture.locator("[data-picture]")).toHaveAttribute("data-picture", "sharp", { timeout: 60_000 });
  const saved = async (kernel: "lanczos3" | "nearest") => {
    const [download] = await Promise.all([page.waitForEvent("download"), picture.getByRole("button", { name: /PNG/ }).click()]);
    const { data, info } = await sharp(await download.path())
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect(info.width).toBe(896);
    const small = await sharp(data, { raw: { width: 896, height: 896, channels: 3 } })
      .resize(SCENE_SIDE, SCENE_SIDE, { kernel })
      .raw()
      .toBuffer();
    const { pixels } = labScene(3);
    /** How often neighbours of one square of eight differ: never in enlarged pixels. */
    let inside = 0;
    for (let y = 0; y < 896; y++)
      for (let x = 1; x < 896; x++) if (x % 8 !== 0 && data[(y * 896 + x) * 3] !== data[(y * 896 + x - 1) * 3]) inside++;
    return { off: small.reduce((sum, v, i) => sum + Math.abs(v - pixels[i]), 0) / pixels.length, inside };
  };
  const fine = await saved("lanczos3");
  expect(fine.off).toBeLessThan(9);
  expect(fine.inside).toBeGreaterThan(1000);
  await see(page, "en");
  const seen = await saved("nearest");
  expect(seen.off).toBe(0);
  expect(seen.inside).toBe(0);
});

test("the race's boxes lie on the drawings of its sharp picture", async ({ page }) => {
  test.setTimeout(120_000);
  await page.goto("/en/race?engine=wasm&seed=5&objects=4");
  const picture = page.locator("[data-picture]").first();
  await expect(picture).toHaveAttribute("data-picture", "sharp", { timeout: 60_000 });
  const scene = emojiScene("race 5", { atlases, objects: [1, 4] });
  expectInPlace(await frames(picture), scene);
  await see(page, "en");
  await expect(picture).toHaveAttribute("data-picture", "seen");
});

test("a scene of one's own is sharp while it is put together", async ({ page }) => {
  test.setTimeout(120_000);
  await page.goto("/en/race?engine=wasm&scene=own&ground=horizon&items=6.0.40.40.50.-15.1");
  const board = page.getByTestId("board");
  await expect(board.locator("[data-picture]")).toHaveAttribute("data-picture", "sharp", { timeout: 60_000 });
  const [before] = await frames(board);
  await board.locator("[data-item='0']").focus();
  await page.keyboard.press("Shift+ArrowRight");
  await expect.poll(async () => Math.round((await frames(board))[0][0] - before[0])).toBe(10);
});

test("the detector race's board shows its recorded scene sharp, and the recorded pixels at the switch", async ({ page }) => {
  await page.goto("/ko/play/detector-race?seed=sharp&level=1");
  const stage = page.locator("svg:has(> image[href^='/race/'])").first();
  await expect(stage.locator("[data-scene=sharp]")).toBeVisible({ timeout: 60_000 });
  const place = Number(/\/race\/(\d+)\.webp/.exec((await stage.locator("> image").getAttribute("href")) ?? "")?.[1]);
  const scene = emojiScene(`race/${SCENES[place].number}`, { atlases, objects: [2, 5] });
  expectInPlace(await frames(stage), scene);
  await see(page, "ko");
  await expect(stage.locator("[data-scene=sharp]")).toHaveCount(0);
});

test("the guided simulation is sharp from its recording on, and stays with the network's picture where drawings cannot be reached", async ({
  page,
}) => {
  test.setTimeout(120_000);
  await page.route("**/models/classifier/**", (route) => route.abort());
  await page.goto("/ko/learn/guided-backprop?engine=wasm");
  const pictures = page.getByTestId("two-maps").locator("[data-picture]");
  await expect(pictures.first()).toHaveAttribute("data-picture", "sharp");
  await expect(pictures.nth(1)).toHaveAttribute("data-picture", "sharp");
  await page.route("**/emojivoc/**/*.svg", (route) => route.abort());
  const refused = page.waitForEvent("requestfailed", (request) => request.url().endsWith(".svg"));
  await page.reload();
  await refused;
  await expect(pictures.first().locator("canvas")).toBeVisible();
  await expect(pictures.first()).toHaveAttribute("data-picture", "seen");
});
