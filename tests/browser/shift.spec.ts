import { fileURLToPath } from "node:url";
import { expect, test, type Browser, type Page, type Route } from "@playwright/test";
import { keyboards } from "@/content/_generated/keyboards";
import { handsOn, Keyboard } from "./hands";

/** A fifth of what Web Vitals calls good (0.1). */
const MOST_SHIFT = 0.02;

interface LayoutShift extends PerformanceEntry {
  readonly value: number;
  readonly hadRecentInput: boolean;
}

/** Adds up every layout shift of the page that no input has caused, from its first paint on. */
async function watchShifts(page: Page): Promise<() => Promise<{ sum: number; moved: string[] }>> {
  const moved: string[] = [];
  let sum = 0;
  await page.exposeFunction("reportShift", (value: number, what: string) => {
    sum += value;
    moved.push(`${value.toFixed(4)} ${what}`);
  });
  await page.addInitScript(() => {
    const report = (window as unknown as { reportShift: (value: number, what: string) => void }).reportShift;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (LayoutShift & { sources?: readonly { node: Node | null }[] })[]) {
        if (entry.hadRecentInput) continue;
        const nodes = (entry.sources ?? []).map(({ node }) =>
          node instanceof Element ? `<${node.localName} class="${node.getAttribute("class") ?? ""}">` : String(node?.nodeName),
        );
        report(entry.value, nodes.join(" "));
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
  return async () => {
    // The observer is called after a frame, never within one.
    await painted(page);
    return { sum, moved };
  };
}

/** Two frames on, what the page shows now has been painted. */
const painted = (page: Page) => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

/**
 * Keeps every web font back until the returned function is called, which lets them come one after the other: the swap that a slow
 * line would bring, with every state in between, every time.
 */
async function holdFonts(page: Page): Promise<() => Promise<void>> {
  const held: Route[] = [];
  let open = false;
  await page.route("**/*.woff2", async (route) => {
    if (open) await route.continue();
    else held.push(route);
  });
  return async () => {
    await expect.poll(() => held.length).toBeGreaterThan(0);
    open = true;
    for (const route of held) {
      await route.fulfill({ response: await route.fetch() });
      await painted(page);
    }
    await page.waitForFunction(() => document.fonts.status === "loaded");
  };
}

/** Reads the page to its end, a screen at a time, and waits for what each screen loads. */
async function readToTheEnd(page: Page): Promise<void> {
  for (let screen = 0; screen < 60; screen++) {
    const atEnd = await page.evaluate(() => {
      window.scrollBy({ top: window.innerHeight * 0.9, behavior: "instant" });
      return new Promise<boolean>((done) =>
        requestAnimationFrame(() =>
          requestAnimationFrame(() => done(window.scrollY + window.innerHeight >= document.documentElement.scrollHeight - 1)),
        ),
      );
    });
    await page.waitForLoadState("networkidle");
    if (atEnd) return;
  }
}

const SCREENS = [
  { width: 390, height: 844 },
  { width: 1280, height: 800 },
] as const;

/** What a page is set in until Pretendard is there is the machine's choice: so two machines, by their fontconfig file. */
const MACHINES = [
  { file: "dejavu.conf", name: "DejaVu alone", has: ["DejaVu Sans"], lacks: ["Noto Sans CJK KR"] },
  { file: "noto-cjk.conf", name: "Noto CJK", has: ["DejaVu Sans", "Noto Sans CJK KR"], lacks: [] },
] as const;

/** Which of these faces the browser finds on its machine, by full name. */
async function facesFound(browser: Browser, faces: readonly string[]): Promise<string[]> {
  const page = await browser.newPage();
  const found = await page.evaluate(async (names) => {
    const loaded = await Promise.allSettled(names.map((name) => new FontFace("probe", `local("${name}")`).load()));
    return names.filter((_, i) => loaded[i].status === "fulfilled");
  }, faces);
  await page.close();
  return found;
}

const PATHS = ["", "/learn", "/learn/nms", "/play/nms-survivors?level=3&seed=shift"] as const;
/** What has to stand on a page before its fonts come. */
const READY: Readonly<Record<(typeof PATHS)[number], string>> = {
  "": "section[data-kind][data-phase=playing]",
  "/learn": "main",
  "/learn/nms": "main h1",
  "/play/nms-survivors?level=3&seed=shift": "section[data-kind][data-phase=playing]",
};

for (const machine of MACHINES) {
  for (const viewport of SCREENS) {
    for (const path of PATHS) {
      test(`nothing jumps on ${path || "/"}, ${viewport.width} px wide, ${machine.name}`, async ({ playwright, launchOptions }) => {
        const fonts = fileURLToPath(new URL(`fonts/${machine.file}`, import.meta.url));
        const browser = await playwright.chromium.launch({ ...launchOptions, env: { ...process.env, FONTCONFIG_FILE: fonts } });
        const found = await facesFound(browser, [...machine.has, ...machine.lacks]);
        const asWanted = String(found) === String(machine.has);
        // On somebody's own machine a word will do; where everything is installed, a missing font is a fault.
        test.skip(!asWanted && !process.env.CI, `needs ${machine.has.join(" and ")} and a browser that reads fontconfig`);
        expect(found).toEqual(machine.has);
        const page = await browser.newPage({ viewport });
        const shifts = await watchShifts(page);
        const release = await holdFonts(page);
        await page.goto(`/ko${path}`, { waitUntil: "commit" });
        await expect(page.locator(READY[path])).toBeVisible();
        await painted(page);
        await release();
        await page.waitForLoadState("networkidle");
        await readToTheEnd(page);
        const { sum, moved } = await shifts();
        expect(sum, moved.join("\n")).toBeLessThan(MOST_SHIFT);
        await browser.close();
      });
    }
  }
}

/** Plays one round and steps its replay from the first caption to the last. */
async function replayUnder(browser: Browser, reducedMotion: "reduce" | "no-preference") {
  const context = await browser.newContext({ reducedMotion });
  const page = await context.newPage();
  await page.goto("/en/play/nms-survivors?level=2&seed=motion");
  const board = page.locator("section[data-kind=nms-survivors]");
  await expect(board).toHaveAttribute("data-phase", "playing");
  const keyboard = new Keyboard(page);
  await keyboards["nms-survivors"](handsOn(keyboard, board), "motion", 2);
  await keyboard.reach(page.getByTestId("submit"));
  await keyboard.press("Enter");
  await expect(page.getByTestId("settlement")).toHaveAttribute("data-status", "settled");
  const timeline = page.getByTestId("verdict").getByRole("group", { name: "Step", exact: true });
  const slider = timeline.getByRole("slider");
  await keyboard.reach(slider);
  await keyboard.press("Home");
  const last = Number(await slider.getAttribute("aria-valuemax"));
  const captions: string[] = [];
  const read = async (step: number) => {
    await expect(slider).toHaveAttribute("aria-valuenow", String(step));
    captions.push((await slider.getAttribute("aria-valuetext")) ?? "");
  };
  await read(0);
  for (let step = 1; step <= last; step++) {
    await keyboard.press("ArrowRight");
    await read(step);
  }
  const plays = await timeline.getByRole("button", { name: /^(Play|Pause|From the start)$/ }).count();
  await context.close();
  return { captions, plays };
}

test("under reduced motion a replay offers no playing by itself, and the same captions", async ({ browser }) => {
  test.setTimeout(180_000);
  const moving = await replayUnder(browser, "no-preference");
  const still = await replayUnder(browser, "reduce");
  expect(moving.plays).toBe(1);
  expect(still.plays).toBe(0);
  expect(moving.captions.length).toBeGreaterThan(2);
  expect(still.captions).toEqual(moving.captions);
});
