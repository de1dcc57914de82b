import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { LANGUAGES, PAGES } from "./pages";

// The longest file: its pages may be looked at beside each other.
test.describe.configure({ mode: "parallel" });

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme, viewport: { width: 390, height: 844 }, contextOptions: { reducedMotion: "reduce" } });
    for (const language of LANGUAGES) {
      for (const path of PAGES) {
        test(`axe finds nothing on /${language}${path}, ${colorScheme}`, async ({ page }) => {
          await page.goto(`/${language}${path}`);
          await page.waitForLoadState("networkidle");
          const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
          const places = (nodes: (typeof violations)[number]["nodes"]) => nodes.map((n) => n.target.join(" ")).slice(0, 3);
          expect(violations.map((v) => `${v.id} (${v.impact}) ${places(v.nodes).join(" | ")}`)).toEqual([]);
          const width = await page.evaluate(() => document.documentElement.scrollWidth);
          expect(width, "scrolls sideways at 390 px").toBeLessThanOrEqual(390);
        });
      }
    }
  });
}
