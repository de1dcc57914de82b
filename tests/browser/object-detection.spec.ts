import { expect, test, type Page } from "@playwright/test";
import { challenge, type Answer } from "@/content/topics/object-detection/challenges/pr-curve/challenge";
import { keyboard as enter } from "@/content/topics/object-detection/challenges/pr-curve/keyboard";
import { rivals } from "@/content/topics/object-detection/challenges/pr-curve/rivals";
import { topic } from "@/content/topics/object-detection/topic";
import type { Level } from "@/lib/challenges";
import { answering, handsOn, Keyboard } from "./hands";

const KIND = "pr-curve";
const SEED = "browser";

/** Enters an answer to a round by keys alone and hands it in. */
async function play(page: Page, keys: Keyboard, level: Level, answerOf: (view: ReturnType<typeof challenge.generate>["view"]) => Answer) {
  await page.goto(`/en/play/${KIND}?level=${level}&seed=${SEED}`);
  const board = page.locator(`section[data-kind="${KIND}"]`);
  await expect(board).toHaveAttribute("data-phase", "playing");
  await expect(board).toHaveAttribute("data-seed", SEED);
  await expect(board).toHaveAttribute("data-level", String(level));
  const { view } = challenge.generate(SEED, level);
  await enter(handsOn(keys, board), view, answerOf(view));
  await keys.reach(page.getByTestId("submit"));
  await keys.press("Enter");
  await expect(page.getByTestId("settlement")).toHaveAttribute("data-status", "settled");
  return view;
}

test("object-detection by keyboard alone: lesson, threshold lab, AP by hand at levels 1 and 5, and the card that comes of it", async ({
  page,
}) => {
  test.setTimeout(240_000);
  const keys = new Keyboard(page);

  await test.step("the lab asks for a guess, and its AP stays where it is while the score threshold moves", async () => {
    await page.goto("/en/learn/object-detection");
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Marking a detector's answers");
    const lab = page.getByTestId("threshold-lab");
    const guess = page.getByRole("button", { name: "It stays", exact: true });
    await guess.scrollIntoViewIfNeeded();
    await answering(guess);
    await keys.reach(guess);
    await keys.press("Enter");
    await expect(lab).toHaveAttribute("data-status", "live");
    const row = (name: string) => page.getByTestId("ap-table").locator(`[data-row=${name}] td`).nth(1);
    const [whole, cut] = [await row("ap").innerText(), await row("cutAp").innerText()];
    await keys.slide(page.getByRole("slider", { name: "Score threshold" }), 0.7, 0.05);
    // Fewer are handed in, so the cut AP is another one; the whole AP is evaluated again and the same.
    await expect(row("cutAp")).not.toHaveText(cut);
    await expect(lab).toHaveAttribute("data-status", "live");
    await expect(row("ap")).toHaveText(whole);
    await expect(page).toHaveURL(/score/);
    await keys.choose(page.getByRole("radiogroup", { name: "How deep?" }), 1);
    await expect(lab.getByText("missed").first()).toBeVisible();
    await keys.choose(page.getByRole("radiogroup", { name: "How deep?" }), 2);
    await expect(lab.getByText(/÷ 101 = /)).toContainText(/= 0\.\d{3}$/);
  });

  await test.step("another scene is drawn from its seed", async () => {
    const picture = page.getByTestId("threshold-lab").locator("image").first();
    await expect(picture).toHaveAttribute("href", /^data:image/);
    const before = await picture.getAttribute("href");
    await keys.reach(page.getByRole("button", { name: /next scene/i }));
    await keys.press("Enter");
    await expect(picture).not.toHaveAttribute("href", before ?? "");
  });

  await test.step("level 1, answered rightly, earns three stars", async () => {
    await play(page, keys, 1, (view) => challenge.solve({ view, truth: null }));
    await expect(page.getByRole("img", { name: "3 of 3 stars" })).toBeVisible();
  });

  await test.step("level 5, answered as if the match IoU were always 0.5, is named for what it is", async () => {
    const id = "always-half";
    const belief = rivals.beliefs.find(({ misconception }) => misconception === id);
    await play(page, keys, 5, (view) => belief?.play(view) ?? challenge.empty(view));
    await expect(page.getByTestId("verdict")).toContainText(topic.misconceptions.find((one) => one.id === id)?.correction.en ?? "");
    const slider = page.getByTestId("verdict").getByRole("group", { name: "Step", exact: true }).getByRole("slider");
    await keys.reach(slider);
    await keys.press("End");
    await expect(slider).toHaveAttribute("aria-valuetext", /make the AP: .* = 0\.\d\d/);
  });

  await test.step("the skill comes back as a card", async () => {
    await page.goto("/en/review");
    await expect(page.getByTestId("card")).toHaveAttribute("data-type", "skill");
    await expect(page.getByTestId("card")).toContainText(topic.title.en);
  });
});
