import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { LANGUAGES, PAGES } from "./pages";

// The longest file: its four rounds may run beside each other.
test.describe.configure({ mode: "parallel" });

for (const colorScheme of ["light", "dark"] as const) {
  for (const language of LANGUAGES) {
    test(`axe finds nothing on any page in ${language}, ${colorScheme}`, async ({ browser }) => {
      test.setTimeout(480_000);
      const context = await browser.newContext({ colorScheme, reducedMotion: "reduce", viewport: { width: 390, height: 844 } });
      const page = await context.newPage();
      for (const path of PAGES) {
        await page.goto(`/${language}${path}`);
        await page.waitForLoadState("networkidle");
        const found = await new AxeBuilder({ page })
          .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
          .analyze();
        expect
          .soft(
            found.violations.map(
              (v) =>
                `${path || "/"}: ${v.id} (${v.impact}) ${v.nodes
                  .map((n) => n.target.join(" "))
                  .slice(0, 3)
                  .join(" | ")}`,
            ),
          )
          .toEqual([]);
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        expect.soft(width, `${path} scrolls sideways at 390 px`).toBeLessThanOrEqual(390);
      }
      await context.close();
    });
  }
}
