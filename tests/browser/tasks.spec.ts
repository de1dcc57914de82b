import { expect, test, type Page } from "@playwright/test";
import { RECORDED, recordedAnswer, SCENES } from "@/content/topics/guided-backprop/question";
import { tasks } from "@/content/topics/guided-backprop/tasks";
import { nodeContext } from "@/scripts/tasks/context";
import { answering } from "./hands";

const WEIGHTS = "**/models/classifier/**";
const maps = (page: Page) => page.getByTestId("two-maps");
/** How much of the first picture is drawn: 0 for an empty canvas. */
const drawn = (page: Page) =>
  maps(page)
    .locator("canvas[role=img]")
    .evaluateAll((all) =>
      all.map(
        (canvas) =>
          (canvas as HTMLCanvasElement)
            .getContext("2d")!
            .getImageData(0, 0, 112, 112)
            .data.filter((_, i) => i % 4 === 3 && _ > 0).length,
      ),
    );
const figure = (page: Page) => page.getByText("Rank correlation of the two maps").locator("..");
const pictures = (page: Page) =>
  maps(page)
    .locator("canvas[role=img]")
    .evaluateAll((all) => all.map((canvas) => (canvas as HTMLCanvasElement).toDataURL()));

/** What a live answer needs and a recording does not. */
const HEAVY = /\/models\/|\/wasm\/|\/emojivoc\/[^/]+\.bin$/;
const compute = (page: Page) => maps(page).getByRole("button", { name: "Compute it in this browser" });

test("a simulation shows its recorded example and fetches no model for it; asked to, it computes, and shows the live one", async ({
  page,
}) => {
  const recorded = recordedAnswer(RECORDED)!;
  const heavy: string[] = [];
  page.on("request", (request) => {
    if (HEAVY.test(new URL(request.url()).pathname)) heavy.push(request.url());
  });
  let letThrough = () => {};
  const gate = new Promise<void>((open) => (letThrough = open));
  await page.route(WEIGHTS, async (route) => {
    await gate;
    await route.continue();
  });
  await page.goto("/en/learn/guided-backprop?engine=wasm");
  await expect(maps(page)).toHaveAttribute("data-status", "recorded");
  await expect(figure(page)).toContainText(recorded.likeness.toFixed(2));
  await expect.poll(() => drawn(page)).toEqual([112 * 112, 112 * 112]);
  const before = await pictures(page);
  expect(before[0]).not.toBe(before[1]);
  await page.waitForLoadState("networkidle");
  expect(heavy).toEqual([]);
  await answering(compute(page));
  await compute(page).click();
  await expect(maps(page)).toContainText("It is computed again once the model has loaded.");
  await expect(maps(page)).toHaveAttribute("data-status", "recorded");
  letThrough();
  await expect(maps(page)).toHaveAttribute("data-status", "live", { timeout: 60_000 });
  await expect(figure(page)).toContainText(recorded.likeness.toFixed(2));
  // The recording has half the sharpness.
  await expect.poll(() => pictures(page)).not.toEqual(before);
});

test("scenes asked for one after the other end on the last one, and no answer ever stands under another question", async ({ page }) => {
  const likeness: string[] = [];
  for (let scene = 1; scene <= SCENES; scene++)
    likeness.push((await tasks.twoMaps({ scene, method: "grad-cam" }, nodeContext())).likeness.toFixed(2));
  await page.goto("/en/learn/guided-backprop?engine=wasm&guided.method=grad-cam");
  await expect(maps(page)).toHaveAttribute("data-status", "live", { timeout: 60_000 });
  const scene = page.getByRole("slider", { name: "Scene" });
  await scene.focus();
  // Whatever the reader could see: the scene's number and the figure beside it, after each change of the page.
  await page.evaluate(() => {
    const seen: [string, string][] = [];
    Object.assign(window, { seen });
    const slider = document.activeElement as HTMLElement;
    const figure = Array.from(document.querySelectorAll("dt")).find(
      ({ textContent }) => textContent === "Rank correlation of the two maps",
    )!.nextElementSibling as HTMLElement;
    new MutationObserver(() => seen.push([slider.getAttribute("aria-valuenow") ?? "", figure.textContent ?? ""])).observe(document.body, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
    });
  });
  // Each press asks anew while the worker is still at the one before.
  for (let n = 1; n < SCENES; n++) await page.keyboard.press("ArrowRight");
  await expect(scene).toHaveAttribute("aria-valuenow", String(SCENES));
  await expect(maps(page)).toHaveAttribute("data-status", "live", { timeout: 60_000 });
  await expect(figure(page)).toContainText(likeness[SCENES - 1]);
  const seen = await page.evaluate(() => (window as unknown as { seen: [string, string][] }).seen);
  const answers = seen.filter(([, text]) => text !== "…");
  expect(answers).not.toEqual([]);
  expect(answers.filter(([at, text]) => text !== likeness[Number(at) - 1])).toEqual([]);
  const ended = await pictures(page);
  await page.goto(`/en/learn/guided-backprop?engine=wasm&guided.method=grad-cam&guided.scene=${SCENES}`);
  await expect(maps(page)).toHaveAttribute("data-status", "live", { timeout: 60_000 });
  await expect.poll(() => pictures(page)).toEqual(ended);
});

test("weights that cannot be reached leave the recording, say so, and come on a second try", async ({ page }) => {
  await page.route(WEIGHTS, (route) => route.abort());
  await page.goto("/en/learn/guided-backprop?engine=wasm");
  await answering(compute(page));
  await compute(page).click();
  await expect(maps(page)).toHaveAttribute("data-status", "failed", { timeout: 60_000 });
  await expect(maps(page)).toContainText("could not be reached");
  await expect.poll(() => drawn(page)).toEqual([112 * 112, 112 * 112]);
  await page.unroute(WEIGHTS);
  await maps(page).getByRole("button", { name: "Try again" }).click();
  await expect(maps(page)).toHaveAttribute("data-status", "live", { timeout: 60_000 });
});
