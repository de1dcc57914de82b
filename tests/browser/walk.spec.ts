import { expect, test, type Page } from "@playwright/test";
import { challenge } from "@/content/topics/nms/challenges/nms-survivors/challenge";
import type { Level } from "@/lib/challenges";
import { answering } from "./hands";

/** The board on the page: which instance it shows, read from the page itself. */
async function instanceOn(page: Page) {
  const board = page.locator("section[data-kind=nms-survivors]");
  await expect(board).toHaveAttribute("data-phase", "playing");
  const seed = (await board.getAttribute("data-seed")) ?? "";
  const level = Number(await board.getAttribute("data-level")) as Level;
  return { board, instance: challenge.generate(seed, level) };
}

async function xpOf(page: Page): Promise<number> {
  const me = (await (await page.request.get("/api/v1/me")).json()) as { xp: number };
  return me.xp;
}

test("a stranger plays as a guest, learns, is graded, reviews, signs up, and finds everything after a power cut", async ({
  page,
  baseURL,
}) => {
  test.setTimeout(240_000);
  const email = `friend-${test.info().retry}@example.org`;

  await test.step("the landing page opens in the visitor's language and is playable at once", async () => {
    await page.goto("/");
    await expect(page).toHaveURL(/\/ko$/);
    const { board, instance } = await instanceOn(page);
    const [first] = challenge.solve(instance).keep;
    await expect(page.getByTestId("submit")).toContainText("골라요");
    await board.locator(`[data-chip="${first}"]`).click();
    await page.getByTestId("submit").click();
    await expect(page.getByTestId("verdict")).toBeVisible();
    await expect(page.getByTestId("settlement")).toHaveAttribute("data-status", "settled");
  });

  await test.step("the lesson's simulation runs NMS step by step", async () => {
    await page.goto("/ko/learn/nms");
    await expect(page.getByRole("heading", { level: 1 })).toContainText("물체 하나에 상자 하나");
    await page.getByText("몇 개가 살아남을까요?").scrollIntoViewIfNeeded();
    const timeline = page.getByRole("slider", { name: "단계" }).first();
    const guess = page.getByRole("button", { name: "3", exact: true });
    await answering(guess);
    await guess.click();
    await expect(timeline).toHaveAttribute("aria-valuetext", /^1 \/ \d+/);
    await page.getByRole("button", { name: "다음 단계" }).first().click();
    await expect(timeline).toHaveAttribute("aria-valuetext", /^2 \/ \d+: .*남/);
    await page.getByRole("button", { name: /수업을 마쳤어요/ }).click();
    await expect
      .poll(
        async () =>
          ((await (await page.request.get("/api/v1/progress")).json()) as { topics: { topic: string; lessonDone: boolean }[] }).topics.find(
            (t) => t.topic === "nms",
          )?.lessonDone,
      )
      .toBe(true);
  });

  await test.step("a perfect answer earns three stars and XP from the server", async () => {
    const before = await xpOf(page);
    await page.goto("/ko/play/nms-survivors");
    const { board, instance } = await instanceOn(page);
    for (const id of challenge.solve(instance).keep) await board.locator(`[data-chip="${id}"]`).click();
    await page.getByTestId("submit").click();
    await expect(page.getByRole("img", { name: "별 3개 중 3개" })).toBeVisible();
    await expect(page.getByTestId("settlement")).toContainText("XP");
    await expect(page.getByTestId("engine-note")).toHaveAttribute("data-backend", "wasm");
    expect(await xpOf(page)).toBeGreaterThan(before);
  });

  let xp = 0;
  await test.step("the review has due cards", async () => {
    await page.goto("/ko/review");
    await expect(page.getByTestId("card")).toBeVisible();
    await expect(page.getByTestId("due-count")).toHaveText(/^0 \/ [1-9]/);
    xp = await xpOf(page);
    expect(xp).toBeGreaterThan(0);
  });

  await test.step("signing up keeps everything", async () => {
    await page.goto("/ko/signin");
    await page.getByLabel("이름").fill("복이 친구");
    await page.getByLabel("이메일").fill(email);
    await page.getByLabel("비밀번호").fill("a long sentence to remember");
    await page.getByRole("button", { name: "가입하기" }).click();
    await expect(page).toHaveURL(/\/ko\/me$/);
    await expect(page.getByTestId("account")).toContainText(email);
    expect(await xpOf(page)).toBe(xp);
  });

  await test.step("after the server was killed and started again, it is all still there", async () => {
    const control = new URL(baseURL ?? "");
    control.port = String(Number(control.port) + 1);
    const restarted = await page.request.post(`${control.origin}/restart`, { timeout: 60_000 });
    expect(restarted.ok()).toBe(true);
    await page.reload();
    await expect(page.getByTestId("account")).toContainText(email);
    expect(await xpOf(page)).toBe(xp);
    await page.goto("/ko/review");
    await expect(page.getByTestId("card")).toBeVisible();
  });
});
