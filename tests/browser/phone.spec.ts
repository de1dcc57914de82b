/** The simulations on a phone, at every depth: a finger meets what it is for, the title keeps its line, and at 200 % text nothing scrolls sideways. */
import { expect, test, type Locator } from "@playwright/test";
import { DEPTHS } from "./depths";
import { answering, REACH } from "./hands";
import { enlarge, wider } from "./largeText";
import { LANGUAGES } from "./pages";

// A long file: its topics may be looked at beside each other.
test.describe.configure({ mode: "parallel" });
test.use({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, contextOptions: { reducedMotion: "reduce" } });

/** The controls of a simulation that a finger 44 px high or wide does not meet, by name. */
const missed = (frame: Locator) =>
  frame.evaluate((section, reach) => {
    const controls = [...section.querySelectorAll("button, select, input:not([type=hidden], [aria-hidden=true]), [role=slider]")].filter(
      (node) => node.checkVisibility({ visibilityProperty: true, opacityProperty: true }),
    );
    return controls.flatMap((node) => {
      node.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
      const { left, right, top, bottom } = node.getBoundingClientRect();
      const [x, y] = [(left + right) / 2, (top + bottom) / 2];
      // What holds a slider's thumb slides as well.
      const own = (hit: Element | null) => hit !== null && (node.contains(hit) || (node.matches("[role=slider]") && hit.contains(node)));
      // Along its track a thumb need not be met: wherever the track is, it follows.
      const across = node.matches("[role=slider]") ? [] : [-reach, reach];
      const points = [...[-reach, reach].map((dy) => [0, dy]), ...across.map((dx) => [dx, 0])];
      const fits = points.every(([dx, dy]) => own(document.elementFromPoint(x + dx, y + dy)));
      return fits ? [] : [`${node.localName} ${node.getAttribute("aria-label") ?? node.textContent}`];
    });
  }, REACH);

const BUTTONS = { ko: { reset: "처음 값으로", share: "링크 복사" }, en: { reset: "Reset", share: "Copy link" } };

/** The title of a simulation and its two buttons stand in one line, each button as large as a finger. */
async function headerInLine(frame: Locator, locale: (typeof LANGUAGES)[number]): Promise<void> {
  const header = frame.locator("> header");
  const parts = [header.locator("p"), ...Object.values(BUTTONS[locale]).map((name) => header.getByRole("button", { name }))];
  const boxes = await Promise.all(parts.map((part) => part.boundingBox()));
  const middles = boxes.map((box) => Math.round((box?.y ?? 0) + (box?.height ?? 0) / 2));
  expect(new Set(middles).size).toBe(1);
  for (const button of boxes.slice(1)) {
    expect(button?.width).toBeGreaterThanOrEqual(44);
    expect(button?.height).toBeGreaterThanOrEqual(44);
  }
}

// Every depth in one language, the next in the other; opening a lesson costs more than what is asked of it, so it is opened once for all of it.
for (const [nth, [topic, addresses]] of Object.entries(DEPTHS).entries())
  test(`${topic}: on a phone a finger 44 px wide meets every control of its simulation, and at 200 % text it fits at every depth`, async ({
    page,
  }) => {
    test.setTimeout(240_000);
    for (const [i, [address, there]] of addresses.entries()) {
      const locale = LANGUAGES[(nth + i) % LANGUAGES.length];
      await page.goto(`/${locale}/learn/${topic}?engine=wasm&${address}`);
      await expect(page.locator(there).first()).toBeVisible({ timeout: 60_000 });
      const frame = page.locator("section:has(> header)").first();
      await answering(frame.getByRole("button").first());
      await headerInLine(frame, locale);
      expect(await missed(frame), address).toEqual([]);
      await enlarge(page);
      await expect.poll(() => wider(page), address).toEqual([]);
    }
  });
