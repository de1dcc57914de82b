import { expect, test } from "@playwright/test";
import { challenge } from "@/content/topics/nms/challenges/nms-survivors/challenge";
import { answering } from "./hands";

test("who comes for the first time reads the rule beside the board; who comes back goes on where they were", async ({ page }) => {
  await page.goto("/ko");
  await expect(page.getByText("점수가 가장 높은 상자를 남기고")).toBeInViewport();
  await expect(page.getByText("가입 없이 바로 시작해요.")).toBeVisible();
  await page.goto("/ko/learn");
  await expect(page.getByText("여기서 시작해요")).toBeVisible();
  await page.goto("/ko");
  const chip = page.locator("section[data-kind] [data-chip]").first();
  await answering(chip);
  await chip.click();
  await page.getByTestId("submit").click();
  await expect(page.getByTestId("settlement")).toHaveAttribute("data-status", "settled");
  await page.goto("/ko");
  // What was played was NMS: there it goes on, not at the start of the map.
  await expect(page.getByTestId("continue")).toHaveText("이어서: 비최대 억제 (NMS)");
  await page.goto("/ko/learn");
  await expect(page.getByText("여기서 이어 가요")).toBeVisible();
  await page.goto("/ko");
  await page.getByTestId("continue").click();
  await expect(page).toHaveURL(/\/ko\/learn\/[a-z-]+$/);
});

test("a report that was sent closes its form, says thanks, and gives the focus back", async ({ page }) => {
  await page.goto("/en/play/nms-survivors?level=1&seed=report");
  const opener = page.locator("summary", { hasText: "Report a problem" });
  await opener.click();
  const field = page.getByRole("textbox", { name: /What is wrong/ });
  await field.fill("Box B has no number.");
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await expect(page.getByTestId("note").filter({ hasText: "Thank you" })).toBeVisible();
  await expect(field).toBeHidden();
  await expect(opener).toBeFocused();
  // Opened again, it is empty and ready, and the thanks are gone.
  await page.keyboard.press("Enter");
  await expect(field).toHaveValue("");
  await expect(page.getByTestId("note").filter({ hasText: "Thank you" })).toHaveCount(0);
});

test("a puzzle that was too hard offers the level below, one tap away", async ({ page }) => {
  const seed = "too-hard";
  await page.goto(`/en/play/nms-survivors?level=3&seed=${seed}`);
  await expect(page.locator("section[data-kind]")).toHaveAttribute("data-phase", "playing");
  const instance = challenge.generate(seed, 3);
  const { keep } = challenge.solve(instance);
  const wrong = instance.view.boxes.filter(({ id }) => !keep.includes(id))[0].id;
  await page.locator(`[data-chip="${wrong}"]`).click();
  await page.getByTestId("submit").click();
  await expect(page.getByTestId("easier")).toBeInViewport();
  await page.getByTestId("easier").click();
  await expect(page.locator("section[data-kind]")).toHaveAttribute("data-level", "2");
  await expect(page).toHaveURL(/level=2&seed=/);
});

test("every page of the menu is in a phone's menu too", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await page.goto("/en/learn");
  const tabs = page.getByRole("navigation", { name: "Tabs" });
  for (const name of ["Learn", "Practice", "Review", "Lab", "Race", "You"]) {
    const box = await tabs.getByRole("link", { name }).boundingBox();
    expect(box?.width, name).toBeGreaterThanOrEqual(44);
    expect(box?.height, name).toBeGreaterThanOrEqual(44);
  }
  await tabs.getByRole("link", { name: "Race" }).click();
  await expect(page).toHaveURL(/\/en\/race$/);
});
