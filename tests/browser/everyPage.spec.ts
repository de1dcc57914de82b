import AxeBuilder from "@axe-core/playwright";
import { expect, test, type Page } from "@playwright/test";
import { inTurn } from "./inTurn";
import { LANGUAGES, PAGES } from "./pages";
import { SNAPSHOT } from "./securityHeaders";
import { textTwiceAsLarge } from "./largeText";

// What every page has to hold is asked in one visit to it: opening it costs more than the questions, and pages grow with the topics.
// The longest file: its pages may be looked at beside each other.
test.describe.configure({ mode: "parallel" });
test.use({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, contextOptions: { reducedMotion: "reduce" } });

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** The rules whose finding depends on colours, and so on the theme. */
const COLOUR_RULES = ["color-contrast", "link-in-text-block"];

const POLICY =
  "default-src 'self'; script-src 'self' 'wasm-unsafe-eval' …; style-src 'self' 'unsafe-inline'; img-src 'self' blob: data:; font-src 'self'; " +
  "connect-src 'self'; worker-src 'self' blob:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/** What the browser refuses to run, load or send on this page, from now on. */
async function watchBlocked(page: Page): Promise<readonly string[]> {
  const blocked: string[] = [];
  page.on("console", (message) => {
    if (/Content Security Policy|Refused to/i.test(message.text())) blocked.push(message.text());
  });
  // What a page tries and catches (a probe with `new Function`, say) reaches no console of Chromium, but this event.
  await page.addInitScript(() =>
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
      console.error(`Content Security Policy: ${violatedDirective} forbids ${blockedURI}`),
    ),
  );
  return blocked;
}

/** Opens the page and holds what its answer says of what may run on it. */
async function open(page: Page, path: string): Promise<void> {
  const response = await page.goto(path);
  const headers = response?.headers() ?? {};
  for (const [name, value] of Object.entries(SNAPSHOT)) expect.soft(headers[name], name).toBe(value);
  const policy = headers["content-security-policy"] ?? "";
  expect.soft(policy.replace(/('wasm-unsafe-eval') [^;]*(?=; style-src)/, "$1 …")).toBe(POLICY);
  const scripts = /script-src ([^;]*)/.exec(policy)?.[1] ?? "";
  expect.soft(scripts).not.toContain("unsafe-inline");
  expect.soft(scripts).toMatch(/sha256-|nonce-/);
  await page.waitForLoadState("networkidle");
}

/** What axe finds, in words: the rule, its weight and three places. */
async function findings(axe: AxeBuilder): Promise<string[]> {
  const { violations } = await axe.analyze();
  const places = (nodes: (typeof violations)[number]["nodes"]) => nodes.map((n) => n.target.join(" ")).slice(0, 3);
  return violations.map((v) => `${v.id} (${v.impact}) ${places(v.nodes).join(" | ")}`);
}

for (const language of LANGUAGES) {
  const here = PAGES.filter((path) => {
    const kind = /^\/play\/(.+)/.exec(path)?.[1];
    return kind === undefined || inTurn(kind, LANGUAGES).includes(language);
  });
  for (const path of [...here, "/no-such-page"]) {
    test(`/${language}${path}: strict policy, nothing blocked, no wider than a phone also at 200 % text, axe finds nothing in light and dark`, async ({
      page,
    }) => {
      await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
      const blocked = await watchBlocked(page);
      await open(page, `/${language}${path}`);
      expect(await findings(new AxeBuilder({ page }).withTags(TAGS)), "light").toEqual([]);
      await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
      await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
      expect(await findings(new AxeBuilder({ page }).withRules(COLOUR_RULES)), "dark").toEqual([]);
      for (const width of [390, 320]) {
        await page.setViewportSize({ width, height: 844 });
        // On a phone the page's own width follows what sticks out, unseen: so it is compared with the screen's.
        const widths = () => page.evaluate(() => [window.innerWidth, document.documentElement.scrollWidth]);
        await expect.poll(widths, "scrolls sideways").toEqual([width, width]);
      }
      await page.setViewportSize({ width: 390, height: 844 });
      await textTwiceAsLarge(page);
      await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth), "scrolls sideways at 200 % text").toBe(390);
      expect(blocked).toEqual([]);
    });
  }
}
