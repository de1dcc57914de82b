import { expect, test } from "@playwright/test";
import { challenge } from "@/content/topics/selective-search/challenges/selective-search-merge/challenge";
import { topic } from "@/content/topics/selective-search/topic";

test.describe("selective search, from the lesson to the verdict", () => {
  test("the simulation is guessed, stepped through and read down to its sums", async ({ page }) => {
    await page.goto("/en/learn/selective-search");
    const simulation = page.getByTestId("selective-search");
    await simulation.scrollIntoViewIfNeeded();
    await simulation.getByRole("button", { name: "In the second half of the merges" }).click();
    await expect(simulation).toContainText("fits best, IoU");
    await simulation.getByRole("button", { name: "Next step" }).click();
    await expect(page).toHaveURL(/selective-search\.step=1/);
    await simulation.getByRole("radio", { name: "Parts" }).click();
    await expect(simulation.getByTestId("pair-table").getByRole("row")).toHaveCount(6);
  });

  for (const level of [1, 5] as const)
    test(`the right merges of level ${level} earn everything, and twins apart are named`, async ({ page }) => {
      const seed = "twins";
      const { view } = challenge.generate(seed, level);
      const { merges } = challenge.solve({ view, truth: null });
      await page.goto(`/en/play/selective-search-merge?seed=${seed}&level=${level}`);
      for (const [i, pair] of merges.entries()) {
        for (const name of pair) await page.locator(`[data-chip="${name}"]`).click();
        if (i + 1 < merges.length) await page.locator("[data-merge]").click();
      }
      await page.getByRole("button", { name: "Check the answer" }).click();
      await expect(page.getByText(level === 1 ? "Right: of the pairs that touch" : "All 3 merges are right.")).toBeVisible();
    });

  test("whoever takes twins that do not touch is told so", async ({ page }) => {
    const seed = "twins";
    const { view } = challenge.generate(seed, 1);
    const { rivals } = await import("@/content/topics/selective-search/challenges/selective-search-merge/rivals");
    const twins = rivals.beliefs.find(({ misconception }) => misconception === "alike-anywhere")?.play(view)?.merges[0] ?? [];
    await page.goto(`/ko/play/selective-search-merge?seed=${seed}&level=1`);
    for (const name of twins) await page.locator(`[data-chip="${name}"]`).click();
    await page.getByRole("button", { name: "답 확인하기" }).click();
    await expect(page.getByText(topic.misconceptions.find(({ id }) => id === "alike-anywhere")?.correction.ko ?? "")).toBeVisible();
  });
});
