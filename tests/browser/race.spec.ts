import { expect, test, type Page } from "@playwright/test";
import { iou, type BoxXYXY } from "@/lib/engine/boxes";

const DETECTORS = 9;
/** A detection this close to a detector's least score may be there on one backend and not on the other. */
const NEAR_THE_LEAST = 0.01;

interface Found {
  readonly label: number;
  readonly score: number;
  readonly box: BoxXYXY;
}

interface Run {
  readonly found: readonly Found[];
  readonly least: number;
}

async function race(page: Page, query: string): Promise<Record<string, Run>> {
  await page.goto(`/en/race?${query}`);
  await page.getByRole("button", { name: "Start the race" }).click({ timeout: 60_000 });
  await expect(page.locator("[data-done=true]")).toHaveCount(DETECTORS, { timeout: 240_000 });
  const cards = await page
    .locator("[data-detections]")
    .evaluateAll((nodes) =>
      nodes.map((node) => ["data-testid", "data-detections", "data-least"].map((name) => node.getAttribute(name) ?? "")),
    );
  return Object.fromEntries(cards.map(([name, found, least]) => [name, { found: JSON.parse(found) as Found[], least: Number(least) }]));
}

/** Every clear detection of one run is in the other: same class, IoU of at least .99. Returns how many were compared. */
function expectSame(name: string, a: Run, b: Run): number {
  const clear = a.found.filter(({ score }) => score >= a.least + NEAR_THE_LEAST);
  for (const { label, score, box } of clear) {
    const best = Math.max(0, ...b.found.filter((other) => other.label === label).map((other) => iou(other.box, box)));
    expect(best, `${name}: class ${label} with score ${score}`).toBeGreaterThanOrEqual(0.99);
  }
  return clear.length;
}

test("all nine detectors race on WebGPU and on WASM and find the same boxes", async ({ page }) => {
  test.setTimeout(600_000);
  const wasm = await race(page, "engine=wasm&seed=3");
  // What the two kinds of line mean is said where both are.
  await expect(page.getByText("Solid: found. Dashed: false positive.")).toBeVisible();
  const lines = page.locator("[data-testid^=racer-] svg rect");
  await expect(lines.and(page.locator("[stroke-dasharray]"))).not.toHaveCount(0);
  await expect(lines.and(page.locator(":not([stroke-dasharray])"))).not.toHaveCount(0);
  const webgpu = await race(page, "engine=webgpu&seed=3");
  await expect(page.getByTestId("backend")).toContainText("webgpu");
  const compared = Object.keys(wasm).map((name) => {
    expectSame(name, webgpu[name], wasm[name]);
    return expectSame(name, wasm[name], webgpu[name]);
  });
  // HOG may find nothing on a scene; the networks must have been compared.
  expect(compared.filter((count) => count > 0).length).toBeGreaterThanOrEqual(DETECTORS - 1);
});

test("a damaged model file is named, and fetched afresh on Retry", async ({ page }) => {
  test.setTimeout(300_000);
  const damaged = "**/models/hog-svm/weights.bin*";
  await page.route(damaged, (route) => route.fulfill({ status: 200, contentType: "application/octet-stream", body: "not a model" }));
  await page.goto("/en/race?engine=wasm");
  await page.getByRole("button", { name: "Start the race" }).click({ timeout: 60_000 });
  await expect(page.getByRole("main").getByRole("alert")).toContainText("hog-svm");
  await page.unroute(damaged);
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByTestId("racer-hog-svm")).toHaveAttribute("data-done", "true", { timeout: 60_000 });
});

test("measuring many scenes shows its progress and can be cancelled", async ({ page }) => {
  test.setTimeout(300_000);
  await page.goto("/en/race?engine=wasm");
  await page.getByRole("radio", { name: "200" }).click({ timeout: 60_000 });
  await page.getByRole("button", { name: "Measure" }).click();
  await expect(page.getByTestId("measured")).toContainText(/[1-9]\d* of 200 scenes/, { timeout: 120_000 });
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByTestId("measured")).toContainText("Nothing measured yet.", { timeout: 60_000 });
});

test("a scene put together by hand, with keys and by dragging, is raced like any other", async ({ page }) => {
  test.setTimeout(300_000);
  await page.goto("/en/race?engine=wasm");
  await page.getByRole("radio", { name: "Your own" }).click();
  const board = page.getByTestId("board");
  const add = (name: string) => page.getByRole("button", { name: `Add ${name}`, exact: true });
  await add("bus").focus();
  await page.keyboard.press("Enter");
  const bus = board.locator("[data-item='0']");
  await bus.focus();
  for (let n = 0; n < 2; n++) await page.keyboard.press("Shift+ArrowLeft");
  for (let n = 0; n < 2; n++) await page.keyboard.press("Shift+ArrowUp");
  await expect(bus).toHaveAttribute("aria-label", /x 36, y 36/);
  await add("cat").focus();
  await page.keyboard.press("Enter");
  const cat = board.locator("[data-item='1']");
  await cat.focus();
  for (let n = 0; n < 3; n++) await page.keyboard.press("Shift+ArrowDown");
  const [from, to] = [await add("bicycle").boundingBox(), await board.boundingBox()];
  await page.mouse.move(from!.x + from!.width / 2, from!.y + from!.height / 2);
  await page.mouse.down();
  await page.mouse.move(to!.x + to!.width * 0.75, to!.y + to!.height * 0.3, { steps: 6 });
  await page.mouse.up();
  await expect(board.locator("[data-item]")).toHaveCount(3);
  // The address follows when the hand rests.
  await expect(page).toHaveURL(/items=[^&_]+_[^&_]+_[^&_]+/);
  await page.getByRole("button", { name: "Start the race" }).click();
  await expect(page.locator("[data-done=true]")).toHaveCount(DETECTORS, { timeout: 240_000 });
  const found = JSON.parse((await page.getByTestId("racer-centernet").getAttribute("data-detections")) ?? "[]") as Found[];
  expect(found.map(({ label }) => label)).toContain(5);
  // The address holds the scene: opened anew, it is the same.
  const pixels = () =>
    board
      .locator("canvas")
      .first()
      .evaluate((canvas) => (canvas as HTMLCanvasElement).toDataURL());
  const before = await pixels();
  await page.goto(page.url());
  await expect(board.locator("[data-item]")).toHaveCount(3, { timeout: 60_000 });
  await expect.poll(pixels, { timeout: 30_000 }).toBe(before);
});
