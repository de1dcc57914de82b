import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import measured from "@/content/topics/guided-backprop/figures.json" with { type: "json" };
import { printed } from "@/lib/challenges/figures";
import { josa } from "@/lib/words";

const guided = measured["pointing-guided"];

test("a measured number opens its conditions by keyboard and by tap, inside the window, and closes again", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto("/ko/learn/guided-backprop");
  await expect(page.locator("article")).toContainText(`가리키기는 ${printed(guided)}`);
  await expect(page.locator("article")).toContainText(josa(printed(measured["random-2-guided"]), "이에요/예요").slice(-2));
  const figure = page.locator('[data-figure="pointing-guided"]').last();
  const note = page.getByRole("note").filter({ hasText: guided.conditions.ko });
  await expect(note).toHaveCount(0);

  await figure.focus();
  await page.keyboard.press("Enter");
  await expect(note).toBeVisible();
  await expect(note).toContainText("질문 600개");
  await expect(note).toContainText(`${printed({ ...guided, value: guided.baseline.value })}예요`);
  await expect(note).toContainText(guided.script);
  const box = await note.boundingBox();
  expect(box).not.toBeNull();
  expect(box!.x).toBeGreaterThanOrEqual(0);
  expect(box!.x + box!.width).toBeLessThanOrEqual(390);
  expect(box!.y).toBeGreaterThanOrEqual(0);
  expect(box!.y + box!.height).toBeLessThanOrEqual(800);
  const { violations } = await new AxeBuilder({ page })
    .include("article")
    .withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"])
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`)).toEqual([]);

  await page.keyboard.press("Escape");
  await expect(note).toHaveCount(0);
  await expect(figure).toBeFocused();
  await figure.click();
  await expect(note).toBeVisible();
  await page.getByRole("heading", { level: 1 }).click();
  await expect(note).toHaveCount(0);
});

test("the same numbers stand in the English lesson", async ({ page }) => {
  await page.goto("/en/learn/guided-backprop");
  await expect(page.locator("article")).toContainText(`Its pointing is ${printed(guided)}`);
  await expect(page.locator("article")).not.toContainText("undefined");
});
