import { expect, type Page } from "@playwright/test";
import { kinds } from "@/content/_generated/kinds";
import type { Level } from "@/lib/challenges";

/** Opens a round with the perfect answer on its board, as a reload would. */
export async function openSolved(
  page: Page,
  kind: string,
  level: Level,
  seed: string,
  answer: unknown = kinds[kind].solution(seed, level),
  locale = "ko",
): Promise<void> {
  await page.addInitScript(
    ([name, draft]) => sessionStorage.setItem(name, draft),
    [`boxup.draft.${kind}.${level}.${seed}`, JSON.stringify(answer)],
  );
  await page.goto(`/${locale}/play/${kind}?level=${level}&seed=${seed}`);
  await expect(page.locator("section[data-kind]")).toHaveAttribute("data-phase", "playing");
}
