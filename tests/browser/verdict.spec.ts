import { expect, test, type Page } from "@playwright/test";
import { kinds } from "@/content/_generated/kinds";
import { answering } from "./hands";

const board = (page: Page) => page.locator("section[data-kind]");

test("boxes that are measured look like none that were chosen", async ({ page }) => {
  await page.goto("/en/play/nms-survivors?level=2&seed=measured");
  await expect(board(page)).toHaveAttribute("data-phase", "playing");
  const chips = board(page).locator("[data-chip]");
  await answering(chips.first());
  await page.getByRole("radio", { name: "measures IoU" }).click();
  for (const i of [0, 1]) await chips.nth(i).click();
  await expect(board(page).locator("[data-look=measure]")).toHaveCount(2);
  await expect(board(page).locator("[data-look=answer]")).toHaveCount(0);
  await expect(board(page).locator("[data-measured]")).toHaveCount(2);
  const [a, b] = await Promise.all([0, 1].map((i) => chips.nth(i).getAttribute("data-chip")));
  await expect(board(page).getByText(new RegExp(`^${a} ↔ ${b} 0\\.\\d\\d$`))).toBeVisible();
});

test("the replay of an estimate opens at the first picture that was missed", async ({ page }) => {
  const seed = "third";
  const { guesses } = kinds["iou-estimate"].solution(seed, 2) as { readonly guesses: readonly number[] };
  const missed = guesses.map((guess, i) => (i === 2 ? (guess > 50 ? guess - 50 : guess + 50) : guess));
  await handInDraft(page, "iou-estimate", 2, seed, { guesses: missed });
  const misstep = page.getByTestId("verdict").getByRole("button", { name: /^✗ / });
  await expect(misstep).toHaveText(/^✗ 3/);
  await expect(misstep).toHaveAttribute("aria-pressed", "true");
});

/** Hands in an answer as it would stand after a reload. */
async function handInDraft(page: Page, kind: string, level: 1 | 2 | 3 | 4 | 5, seed: string, answer: unknown): Promise<void> {
  await page.addInitScript(
    ([name, draft]) => sessionStorage.setItem(name, draft),
    [`boxup.draft.${kind}.${level}.${seed}`, JSON.stringify(answer)],
  );
  await page.goto(`/en/play/${kind}?level=${level}&seed=${seed}`);
  await expect(page.locator("section[data-kind]")).toHaveAttribute("data-phase", "playing");
  await page.getByTestId("submit").click();
}

test("as many misses are listed as are announced", async ({ page }) => {
  const seed = "all-misses";
  const right = kinds["guided-signal"].solution(seed, 5) as { readonly cells: readonly (readonly number[])[] };
  const turned = right.cells.map((cells) => Array.from({ length: 16 }, (_, cell) => cell).filter((cell) => !cells.includes(cell)));
  await handInDraft(page, "guided-signal", 5, seed, { cells: turned });
  const details = page.getByTestId("verdict").locator("details");
  const announced = Number(/\d+/.exec(await details.locator("summary").innerText())?.[0]);
  expect(announced).toBeGreaterThan(12);
  await expect(details.locator("li")).toHaveCount(announced);
});

test("the last picture of a replay shows the cold cells that were missed as well", async ({ page }) => {
  const seed = "cold-misses";
  const { hot, cold } = kinds["gradcam-regions"].solution(seed, 3) as Readonly<Record<"hot" | "cold", readonly number[]>>;
  const free = Array.from({ length: 40 }, (_, cell) => cell).filter((cell) => !hot.includes(cell) && !cold.includes(cell));
  await handInDraft(page, "gradcam-regions", 3, seed, { hot, cold: [...cold.slice(2), ...free.slice(0, 2)] });
  await expect(page.getByTestId("marks-cold").locator("[data-missed]")).toHaveCount(2);
  await expect(page.getByTestId("marks-hot").locator("[data-missed]")).toHaveCount(0);
});
