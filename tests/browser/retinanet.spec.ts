import { expect, test, type Page } from "@playwright/test";
import { challenge } from "@/content/topics/retinanet/challenges/retina-decode/challenge";
import { keyboard as enter } from "@/content/topics/retinanet/challenges/retina-decode/keyboard";
import { rivals } from "@/content/topics/retinanet/challenges/retina-decode/rivals";
import { topic } from "@/content/topics/retinanet/topic";
import { answering, playByKeys } from "./hands";

const KIND = "retina-decode";
const simulation = (page: Page) => page.getByTestId("retinanet");
/** What easy background pays of the loss in a row of bars: the first share. */
const easyShare = async (page: Page, row: string) =>
  Number((await simulation(page).getByTestId("pay").locator(`[data-row=${row}]`).innerText()).match(/([\d.]+)%/)?.[1]);
const stat = (page: Page, name: string) => simulation(page).locator("dl").filter({ hasText: name }).locator("dd").first();
const numberOf = async (page: Page, name: string) => Number((await stat(page, name).innerText()).replaceAll(",", ""));

test("RetinaNet from the lesson to the card: recorded answers, live ones, an untrained network, rounds at levels 1 and 5, the skill for review", async ({
  page,
}) => {
  test.setTimeout(300_000);
  await test.step("in Korean, the lesson asks how many answers say yes, and who pays", async () => {
    await page.goto("/ko/learn/retinanet?engine=wasm");
    await expect(page.getByRole("heading", { level: 1 })).toContainText("앵커마다 스무 번 묻기");
    const guess = simulation(page).getByRole("button", { name: "백 개가 안 돼요", exact: true });
    await answering(guess);
    await guess.click();
    await expect(simulation(page).getByTestId("guess-answer").first()).toContainText("맞았어요");
    await simulation(page).getByRole("button", { name: "10%쯤" }).click();
    await expect(simulation(page).getByTestId("guess-answer").last()).toContainText("짐작과 달라요. 86%");
  });

  await test.step("the network answers live; a lower cut lets more pairs through, and γ takes the easy ones' share", async () => {
    await expect(simulation(page)).toHaveAttribute("data-status", "live", { timeout: 120_000 });
    const before = await numberOf(page, "임계값을 넘은 짝");
    await page.getByRole("slider", { name: "점수 임계값" }).focus();
    await page.keyboard.press("Home");
    await expect.poll(() => numberOf(page, "임계값을 넘은 짝")).toBeGreaterThan(10 * before);
    expect(await easyShare(page, "focal")).toBeLessThan(10);
    await page.getByRole("slider", { name: /집중/ }).focus();
    await page.keyboard.press("Home");
    await page.getByRole("switch", { name: /α = 0.25/ }).click();
    await expect.poll(() => easyShare(page, "focal")).toBe(await easyShare(page, "entropy"));
    await expect(page).toHaveURL(/retinanet\.gamma=0/);
  });

  await test.step("one anchor has twenty answers that do not add up to 1, and one pair its arithmetic", async () => {
    await page.getByRole("radio", { name: "앵커 하나" }).click();
    await expect(simulation(page)).toContainText("스무 확률의 합은");
    await page.getByRole("radio", { name: "짝 하나" }).click();
    await expect(simulation(page)).toContainText("(1 − pₜ)ᵞ");
  });

  await test.step("untrained, every pair answers π, and the sum at 0.5 dwarfs the one at 0.01", async () => {
    const sum = async () =>
      Number((await simulation(page).locator("[data-row=entropy] .font-mono").first().innerText()).replaceAll(",", ""));
    await page.getByRole("radio", { name: "학습 전" }).click();
    const gentle = await sum();
    await page.getByRole("radio", { name: "0.5", exact: true }).click();
    await expect.poll(sum).toBeGreaterThan(50 * gentle);
  });

  await test.step("a scene that is left before it is computed is dropped, the last one stands", async () => {
    const next = simulation(page).getByRole("button", { name: /다음/ });
    for (let scene = 2; scene <= 4; scene++) await next.click();
    await expect(simulation(page)).toHaveAttribute("data-status", "live", { timeout: 120_000 });
    await expect(page).toHaveURL(/retinanet\.scene=4/);
  });

  await test.step("in English, level 1 answered rightly earns three stars", async () => {
    await playByKeys(page, { challenge, enter, level: 1, answerOf: (view) => challenge.solve({ view, truth: null }) });
    await expect(page.getByRole("img", { name: "3 of 3 stars" })).toBeVisible();
  });

  await test.step("level 5, with NMS within each level, is named, and the replay goes through its steps", async () => {
    const id = "nms-within-a-level";
    const belief = rivals.beliefs.find(({ misconception }) => misconception === id);
    await playByKeys(page, { challenge, enter, level: 5, answerOf: (each) => belief?.play(each) ?? challenge.empty(each) });
    const verdict = page.getByTestId("verdict");
    await expect(verdict).toContainText(topic.misconceptions.find((one) => one.id === id)?.correction.en ?? "");
    const slider = verdict.getByRole("group", { name: "Step", exact: true }).getByRole("slider");
    await slider.focus();
    await page.keyboard.press("End");
    await expect(verdict).toContainText(/Done\. \d detections/);
    await expect(verdict.getByRole("table", { name: "What has become of each pair" })).toContainText("✗");
  });

  await test.step("the skill comes back as a card", async () => {
    await page.goto("/ko/review");
    await expect(page.getByTestId("card").locator(`section[data-kind=${KIND}]`)).toHaveAttribute("data-phase", "playing");
  });
});

test("level 5 measures any two boxes without answering anything", async ({ page }) => {
  await page.goto(`/en/play/${KIND}?level=5&seed=whole`);
  const board = page.locator(`section[data-kind="${KIND}"]`);
  await expect(board).toHaveAttribute("data-phase", "playing");
  const submit = await page.getByTestId("submit").innerText();
  const chips = board.getByRole("list", { name: "Two boxes to measure" });
  await chips.locator('[data-chip="A"]').click();
  await chips.locator('[data-chip="B"]').click();
  await expect(board).toContainText(/A ↔ B|B ↔ A/);
  await expect(page.getByTestId("submit")).toHaveText(submit);
});
