import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";

/** Pages that show a plot, and its name. */
const PLOTS = [
  { view: "curve", name: "What more proposals cost", first: /^R-CNN: Proposals 10, / },
  { view: "map", name: "Cost and accuracy", first: /^R-CNN \(Pays per proposal\): |^Fast(er)? R-CNN \(Pays per proposal\): / },
] as const;

for (const { view, name, first } of PLOTS) {
  test(`the plot "${name}" is read by arrow keys and as a table`, async ({ page }) => {
    await page.goto(`/en/learn/one-vs-two-stage?stages.view=${view}`);
    const figure = page.getByRole("figure", { name });
    const plot = figure.getByRole("group", { name });
    await plot.focus();
    await page.keyboard.press("ArrowRight");
    const said = figure.getByRole("status");
    await expect(said).toHaveText(first);
    const before = await said.textContent();
    await page.keyboard.press("End");
    await expect(said).not.toHaveText(before ?? "");
    await page.keyboard.press("ArrowDown");
    await expect(said).not.toHaveText(first);

    const toggle = figure.getByRole("button", { name: "Show as a table" });
    await toggle.focus();
    await page.keyboard.press("Enter");
    const table = figure.getByRole("table");
    await expect(table.getByRole("row").nth(3)).toBeVisible();
    await figure.getByRole("button", { name: "Hide the table" }).click();
    await expect(table).toHaveCount(0);
  });

  for (const colorScheme of ["light", "dark"] as const) {
    test(`axe finds nothing on the plot "${name}" with its table open, ${colorScheme}`, async ({ browser }) => {
      const context = await browser.newContext({ colorScheme, reducedMotion: "reduce", viewport: { width: 390, height: 844 } });
      const page = await context.newPage();
      await page.goto(`/en/learn/one-vs-two-stage?stages.view=${view}`);
      const figure = page.getByRole("figure", { name });
      await figure.getByRole("button", { name: "Show as a table" }).click();
      await expect(figure.getByRole("table")).toBeVisible();
      const found = await new AxeBuilder({ page }).analyze();
      expect(found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(" | ")}`)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
      await context.close();
    });
  }
}
