import { readFileSync } from "node:fs";
import { expect, test, type Page } from "@playwright/test";
import sharp from "sharp";
import { emojiScene, readAtlas, TRAIN_STYLES } from "@/lib/engine/scenes/emoji";

const drawn = (page: Page, id: string) =>
  page
    .getByTestId(id)
    .locator("canvas[role=img]")
    .evaluate((canvas) => (canvas as HTMLCanvasElement).toDataURL());
const answered = (page: Page, id: string) => expect(page.getByTestId(id)).toContainText(/\d+ ms/, { timeout: 90_000 });

test("a picture of one's own gets heat maps, and another class moves them", async ({ page }) => {
  test.setTimeout(180_000);
  await page.goto("/en/lab?engine=wasm");
  await answered(page, "grad-cam");
  const scene = await drawn(page, "grad-cam");
  await page.getByTestId("file").setInputFiles("public/race/0.webp");
  await expect.poll(() => drawn(page, "grad-cam"), { timeout: 60_000 }).not.toBe(scene);
  await answered(page, "grad-cam");
  expect(new URL(page.url()).search).toBe("?engine=wasm");
  const first = await drawn(page, "grad-cam");
  await page.getByRole("combobox", { name: "Class" }).selectOption({ index: 3 });
  await answered(page, "grad-cam");
  await expect.poll(() => drawn(page, "grad-cam"), { timeout: 60_000 }).not.toBe(first);
  await expect(page.getByTestId("maps-done")).toHaveText("10 of 10 methods", { timeout: 90_000 });
});

test("a photo of one's own gets boxes and a class's heat map, and another class moves both the map and the reasons", async ({ page }) => {
  test.setTimeout(240_000);
  await page.goto("/en/lab?engine=wasm&view=photo&photo=astronaut");
  const found = page.getByTestId("photo-detections");
  await expect(found).toContainText("person", { timeout: 120_000 });
  await page.getByTestId("file").setInputFiles("public/lab/coffee.jpg");
  await expect(found).toContainText("cup", { timeout: 120_000 });
  await expect(page.getByTestId("photo-boxes").locator("svg rect")).not.toHaveCount(0);
  await answered(page, "photo-gradient-input");
  const [heat, why] = [await drawn(page, "photo-heat"), await drawn(page, "photo-odam")];
  await page.getByRole("combobox", { name: "Class" }).selectOption({
    label: (await page.getByRole("combobox", { name: "Class" }).locator("option").filter({ hasText: "dining table" }).textContent()) ?? "",
  });
  await expect(page.getByRole("heading", { name: "Why dining table, here?" })).toBeVisible();
  await expect.poll(() => drawn(page, "photo-heat"), { timeout: 60_000 }).not.toBe(heat);
  await expect.poll(() => drawn(page, "photo-odam"), { timeout: 60_000 }).not.toBe(why);
  await answered(page, "photo-gradient-input");
  const score = await drawn(page, "photo-odam");
  await page.getByRole("radio", { name: "Width" }).click();
  await expect.poll(() => drawn(page, "photo-odam"), { timeout: 60_000 }).not.toBe(score);
});

test("hiding patches of a photo tells how far it is and stops when asked", async ({ page }) => {
  test.setTimeout(180_000);
  await page.goto("/en/lab?engine=wasm&view=photo&photo=coffee");
  await answered(page, "photo-gradient-input");
  await page.getByRole("button", { name: "Hide patches" }).click();
  await expect(page.getByTestId("photo-occlusion-state")).toHaveText(/^[1-9]\d* \/ 49$/, { timeout: 60_000 });
  await page.getByTestId("photo-occlusion").getByRole("button", { name: "Stop" }).click();
  await expect(page.getByTestId("photo-occlusion-state")).toHaveText("–", { timeout: 60_000 });
});

test("a link leads to the same scene, classes and layer, and follows what is chosen", async ({ page }) => {
  await page.goto("/en/lab?engine=wasm&scene=3&class=dog&versus=cat&layer=conv3%2Frelu");
  await expect(page.getByRole("combobox", { name: "Class" })).toHaveValue("11", { timeout: 60_000 });
  await expect(page.getByRole("combobox", { name: "Compared with" })).toHaveValue("7");
  await expect(page.getByRole("slider", { name: "Layer" })).toHaveAttribute("aria-valuetext", "conv3/relu");
  await page.getByRole("button", { name: "Scene 4" }).click();
  await expect.poll(() => new URL(page.url()).searchParams.get("scene")).toBe("4");
});

test("a pointer over one map shows its place in all, and PNG saves what is seen", async ({ page }) => {
  await page.goto("/en/lab?engine=wasm");
  await answered(page, "saliency");
  await page
    .getByTestId("grad-cam")
    .getByRole("group")
    .hover({ position: { x: 40, y: 60 } });
  for (const id of ["picture", "grad-cam", "saliency"])
    await expect(page.getByTestId(id).locator("span.mix-blend-difference")).toHaveCount(2);
  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save Grad-CAM as PNG" }).click();
  expect((await saved).suggestedFilename()).toBe("boxup-grad-cam.png");
});

test("a layer's channels can be looked through, and a class climbs to its picture", async ({ page }) => {
  test.setTimeout(120_000);
  await page.goto("/en/lab?engine=wasm&view=layers&layer=conv2%2Frelu&class=bus");
  await expect(page.getByTestId("layer-facts")).toContainText("7 × 7 pixels", { timeout: 60_000 });
  await expect(page.getByTestId("activation")).toHaveAttribute("data-ready", "true", { timeout: 60_000 });
  const before = await drawn(page, "activation");
  await page.getByRole("slider", { name: "Channel" }).press("ArrowRight");
  await expect.poll(() => drawn(page, "activation")).not.toBe(before);
  await page.getByRole("button", { name: "Climb" }).click();
  await expect(page.getByTestId("dream-picture-state")).toHaveText(/^160 \/ 160 · score [1-9]\d\.\d$/, { timeout: 90_000 });
});

test("a large photo that is still being read does not take the place of the small one chosen after it", async ({ page }) => {
  const photo = (side: number, background: string) =>
    sharp({ create: { width: side, height: side, channels: 3, background } })
      .png()
      .toBuffer();
  const [large, small] = await Promise.all([photo(900, "#f00"), photo(40, "#00f")]);
  // The first file waits in the decoder until it is let go.
  await page.addInitScript(() => {
    const decode = window.createImageBitmap.bind(window) as (blob: Blob, options?: ImageBitmapOptions) => Promise<ImageBitmap>;
    let go = () => {};
    const gate = new Promise<void>((open) => (go = open));
    let reads = 0;
    let first: Promise<ImageBitmap> | null = null;
    const held = async (blob: Blob, options?: ImageBitmapOptions) => {
      if (reads++ > 0) return decode(blob, options);
      return (first = gate.then(() => decode(blob, options)));
    };
    Object.assign(window, { createImageBitmap: held, reads: () => reads, letGo: () => (go(), first) });
  });
  await page.goto("/en/lab?engine=wasm");
  await answered(page, "grad-cam");
  const bring = (name: string, buffer: Buffer) => page.getByTestId("file").setInputFiles({ name, mimeType: "image/png", buffer });
  const colour = () =>
    page
      .getByTestId("picture")
      .locator("canvas")
      .evaluate((canvas) => {
        const context = (canvas as HTMLCanvasElement).getContext("2d")!;
        return Array.from(context.getImageData(20, 20, 1, 1).data.slice(0, 3));
      });
  await bring("large.png", large);
  await expect.poll(() => page.evaluate(() => (window as unknown as { reads: () => number }).reads())).toBe(1);
  await bring("small.png", small);
  await expect.poll(colour).toEqual([0, 0, 255]);
  await page.evaluate(async () => {
    await (window as unknown as { letGo: () => Promise<ImageBitmap> }).letGo();
    // Its reader has been told; React draws within a frame.
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  });
  expect(await colour()).toEqual([0, 0, 255]);
});

test("a file that is no picture is refused in words", async ({ page }) => {
  await page.goto("/en/lab?engine=wasm");
  await page.getByTestId("file").setInputFiles({ name: "photo.png", mimeType: "image/png", buffer: Buffer.from("no picture at all") });
  await expect(page.getByRole("main").getByRole("alert")).toContainText("not a picture");
});

test("one box is explained from the score and from its sides, and any detector answers as a black box", async ({ page }) => {
  test.setTimeout(240_000);
  await page.goto("/en/lab?engine=wasm&view=detector&scene=4");
  await answered(page, "why-saliency");
  const score = await drawn(page, "why-hirescam");
  await page.getByRole("radio", { name: "Left" }).click();
  await expect.poll(() => drawn(page, "why-hirescam"), { timeout: 60_000 }).not.toBe(score);
  await page.getByRole("combobox", { name: "Detector" }).selectOption({ label: "SSD" });
  await answered(page, "why-saliency");
  await page.getByRole("combobox", { name: "Detector" }).selectOption({ label: "Faster R-CNN" });
  await expect(page.getByTestId("why-hirescam")).toHaveCount(0);
  await expect(page.getByTestId("detections").getByRole("button")).not.toHaveCount(0, { timeout: 60_000 });
  await page.getByRole("radio", { name: "Score" }).click();
  await page.getByRole("button", { name: "Throw masks" }).click();
  await expect(page.getByTestId("why-rise-state")).toHaveText(/^[1-9]\d* \/ 400$/, { timeout: 60_000 });
  await page.getByTestId("why-rise").getByRole("button", { name: "Stop" }).click();
  await page.getByRole("button", { name: "Hide patches" }).click();
  await answered(page, "why-occlusion");
});

test("the sanity check tells which maps stay when weights are thrown away", async ({ page }) => {
  test.setTimeout(120_000);
  await page.goto("/en/lab?engine=wasm&view=sanity");
  await expect(page.getByTestId("sanity-guided")).toContainText("take care", { timeout: 90_000 });
  await expect(page.getByTestId("sanity-table").getByRole("row")).toHaveCount(9);
  const trained = await drawn(page, "sanity-saliency");
  await page.getByRole("slider", { name: "Layers with random weights" }).press("End");
  await expect.poll(() => drawn(page, "sanity-saliency")).not.toBe(trained);
});

test("a biased network is surer with its cue, and the stored measure says how much", async ({ page }) => {
  test.setTimeout(120_000);
  await page.goto("/ko/lab?engine=wasm&view=bias");
  await answered(page, "biased-occlusion");
  await expect(page.getByTestId("bias-table").getByRole("row")).toHaveCount(4);
  await page.getByRole("combobox", { name: "사례" }).selectOption("bus-only-large");
  await expect(page.getByTestId("bias-table").getByRole("row")).toHaveCount(2);
});

test("a picture finds its neighbours in the classifier's feature space, a channel its strongest patches", async ({ page }) => {
  test.setTimeout(120_000);
  await page.goto("/en/lab?engine=wasm&view=space&scene=4");
  await expect(page.getByTestId("space-map")).toHaveAttribute("data-ready", "true", { timeout: 90_000 });
  await expect(page.getByTestId("space-map").locator("circle")).toHaveCount(300);
  await expect(page.getByTestId("neighbours")).toContainText("bird");
  await page.getByRole("tab", { name: "Inside the layers" }).click();
  await expect(page.getByTestId("patches")).toHaveAttribute("data-ready", "true", { timeout: 90_000 });
});

test("a photo is turned as its EXIF data say", async ({ page }) => {
  // 80 × 40, red on the left, blue on the right; orientation 6 turns it clockwise: red on top.
  const half = (background: string) =>
    sharp({ create: { width: 40, height: 40, channels: 3, background } })
      .png()
      .toBuffer();
  const [red, blue] = await Promise.all([half("#f00"), half("#00f")]);
  const buffer = await sharp({ create: { width: 80, height: 40, channels: 3, background: "#fff" } })
    .composite([
      { input: red, left: 0, top: 0 },
      { input: blue, left: 40, top: 0 },
    ])
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
  await page.goto("/en/lab?engine=wasm");
  await answered(page, "grad-cam");
  await page.getByTestId("file").setInputFiles({ name: "turned.jpg", mimeType: "image/jpeg", buffer });
  const colourAt = (x: number, y: number) =>
    page
      .getByTestId("picture")
      .locator("canvas")
      .evaluate(
        (canvas, [u, v]) =>
          Array.from(
            (canvas as HTMLCanvasElement)
              .getContext("2d")!
              .getImageData(u * (canvas as HTMLCanvasElement).width, v * (canvas as HTMLCanvasElement).height, 1, 1)
              .data.slice(0, 3),
          ).map((c) => (c > 200 ? 1 : c < 60 ? 0 : 0.5)),
        [x, y],
      );
  await expect.poll(() => colourAt(0.5, 0.2)).toEqual([1, 0, 0]);
  expect(await colourAt(0.5, 0.8)).toEqual([0, 0, 1]);
  expect(await colourAt(0.05, 0.5)).toEqual([0.5, 0.5, 0.5]);
});

/** 80 × 40, red on the left, blue on the right, and EXIF data that say: turn clockwise. */
async function turnedPicture(format: "jpeg" | "webp" | "png" | "avif"): Promise<Buffer> {
  const blue = await sharp({ create: { width: 40, height: 40, channels: 3, background: "#00f" } })
    .png()
    .toBuffer();
  return sharp({ create: { width: 80, height: 40, channels: 3, background: "#f00" } })
    .composite([{ input: blue, left: 40, top: 0 }])
    .withMetadata({ orientation: 6 })
    [format]()
    .toBuffer();
}

for (const format of ["jpeg", "webp", "png", "avif"] as const)
  test(`an oriented ${format} is seen as the browser shows it`, async ({ page }) => {
    const buffer = await turnedPicture(format);
    await page.goto("/en/lab?engine=wasm");
    await expect(page.getByText("It is rotated the way your browser shows it")).toBeVisible();
    await answered(page, "grad-cam");
    /** Redder or bluer in the upper left and lower right quarter, of what <img> shows fitted whole into a square. */
    const shown = await page.evaluate(async (data) => {
      const image = new Image();
      image.src = URL.createObjectURL(new Blob([Uint8Array.from(atob(data), (char) => char.charCodeAt(0))]));
      await image.decode();
      const side = Math.max(image.naturalWidth, image.naturalHeight);
      const canvas = Object.assign(document.createElement("canvas"), { width: side, height: side });
      const context = canvas.getContext("2d")!;
      context.drawImage(image, (side - image.naturalWidth) / 2, (side - image.naturalHeight) / 2);
      const at = (x: number, y: number) => {
        const [red, , blue] = context.getImageData(x * side, y * side, 1, 1).data;
        return red > blue ? "red" : "blue";
      };
      return [at(0.4, 0.4), at(0.6, 0.4), at(0.4, 0.6), at(0.6, 0.6)];
    }, buffer.toString("base64"));
    expect(new Set(shown).size).toBe(2);
    await page.getByTestId("file").setInputFiles({ name: `turned.${format}`, mimeType: `image/${format}`, buffer });
    const seen = () =>
      page
        .getByTestId("picture")
        .locator("canvas")
        .evaluate((node) => {
          const canvas = node as HTMLCanvasElement;
          const at = (x: number, y: number) => {
            const [red, green, blue] = canvas.getContext("2d")!.getImageData(x * canvas.width, y * canvas.height, 1, 1).data;
            return green > 60 ? "other" : red > blue ? "red" : "blue";
          };
          return [at(0.4, 0.4), at(0.6, 0.4), at(0.4, 0.6), at(0.6, 0.6)];
        });
    await expect.poll(seen).toEqual(shown);
  });

test("gallery scenes have the same pixels in the browser as in Node", async ({ page }) => {
  const atlases = await Promise.all(TRAIN_STYLES.map((style) => readAtlas(readFileSync(`public/emojivoc/${style}.bin`))));
  for (const seed of [1, 2, 3]) {
    const { pixels } = emojiScene(`lab ${seed}`, { atlases, objects: [2, 2], side: [44, 64] });
    await page.goto(`/en/lab?engine=wasm&view=layers&scene=${seed}`);
    await expect(page.getByTestId("activation")).toHaveAttribute("data-ready", "true", { timeout: 60_000 });
    const shown = await page
      .getByTestId("picture")
      .locator("canvas")
      .evaluate((canvas) => {
        const { data } = (canvas as HTMLCanvasElement).getContext("2d")!.getImageData(0, 0, 112, 112);
        return Array.from(data).filter((_, i) => i % 4 < 3);
      });
    expect(shown).toEqual(Array.from(pixels));
  }
});

for (const [width, height] of [
  [3000, 2],
  [2, 3000],
] as const) {
  test(`a picture of ${width} × ${height} pixels is a whole line, not nothing`, async ({ page }) => {
    const buffer = await sharp({ create: { width, height, channels: 3, background: "#00f" } })
      .png()
      .toBuffer();
    await page.goto("/en/lab?engine=wasm");
    await answered(page, "grad-cam");
    await page.getByTestId("file").setInputFiles({ name: "thin.png", mimeType: "image/png", buffer });
    const line = () =>
      page
        .getByTestId("picture")
        .locator("canvas")
        .evaluate((node) => {
          const canvas = node as HTMLCanvasElement;
          const { data } = canvas.getContext("2d")!.getImageData(0, 0, canvas.width, canvas.height);
          let blue = 0;
          for (let i = 0; i < data.length; i += 4) if (data[i] === 0 && data[i + 1] === 0 && data[i + 2] === 255) blue++;
          return blue / canvas.width;
        });
    await expect.poll(line).toBe(1);
  });
}

test("the photo view keeps at most 150 MB of tensors, and lets go of them when it is left", async ({ page }) => {
  test.setTimeout(240_000);
  await page.goto("/en/lab?engine=wasm&view=photo&photo=coffee");
  await answered(page, "photo-gradient-input");
  await expect(page.getByTestId("photo-smaller")).toHaveCount(0);
  /** Bytes of all tensors in the engine worker: TF.js keeps its engine on the worker's own global. */
  const held = () =>
    page
      .workers()[0]
      .evaluate(() => (globalThis as unknown as { _tfengine: { memory(): { numBytes: number } } })._tfengine.memory().numBytes);
  const there = await held();
  expect(there / 1e6).toBeGreaterThan(50);
  expect(there / 1e6).toBeLessThanOrEqual(150);
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Learn" }).click();
  await expect(page).toHaveURL(/\/en\/learn$/);
  // The weights stay, for who comes back.
  await expect.poll(async () => (await held()) / 1e6).toBeLessThanOrEqual(20);
});

for (const [locale, said] of [
  ["ko", "이 기기에서는 메모리를 아끼려고 사진을 512 × 512 대신 384 × 384픽셀로 줄여서 봐요."],
  ["en", "To save memory on this device, the detector sees the photo at 384 × 384 pixels instead of 512 × 512."],
] as const) {
  test(`on a phone the photo view sees a smaller picture, says so, and keeps at most 85 MB of tensors, ${locale}`, async ({ browser }) => {
    test.setTimeout(240_000);
    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, screen: { width: 390, height: 844 } });
    const page = await context.newPage();
    await page.goto(`/${locale}/lab?engine=wasm&view=photo&photo=coffee`);
    await expect(page.getByTestId("photo-detections")).toContainText(locale === "ko" ? "컵" : "cup", { timeout: 120_000 });
    await expect(page.getByTestId("photo-smaller")).toContainText(said);
    await expect(page.getByTestId("photo-heat").locator("..")).toContainText("96 × 96");
    await answered(page, "photo-gradient-input");
    const held = await page
      .workers()[0]
      .evaluate(() => (globalThis as unknown as { _tfengine: { memory(): { numBytes: number } } })._tfengine.memory().numBytes);
    expect(held / 1e6).toBeGreaterThan(30);
    expect(held / 1e6).toBeLessThanOrEqual(85);
    await context.close();
  });
}

test("the view of biased networks has its own scenes, and no picker beside it that does nothing", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto("/en/lab");
  await expect(page.getByRole("region", { name: "Picture", exact: true })).toBeVisible();
  await page.goto("/en/lab?view=bias");
  await expect(page.getByTestId("bias-table")).toBeVisible();
  await expect(page.getByRole("region", { name: "Picture", exact: true })).toHaveCount(0);
});
