import { expect, test, type Page } from "@playwright/test";
import { challenge as decode } from "@/content/topics/yolo/challenges/yolo-decode/challenge";
import { keyboard as playDecode } from "@/content/topics/yolo/challenges/yolo-decode/keyboard";
import { rivals as decodeRivals } from "@/content/topics/yolo/challenges/yolo-decode/rivals";
import { challenge as responsible } from "@/content/topics/yolo/challenges/yolo-responsible/challenge";
import { keyboard as playResponsible } from "@/content/topics/yolo/challenges/yolo-responsible/keyboard";
import { rivals as responsibleRivals } from "@/content/topics/yolo/challenges/yolo-responsible/rivals";
import { topic } from "@/content/topics/yolo/topic";
import type { Level } from "@/lib/challenges";
import { answering, handsOn, Keyboard } from "./hands";

const simulation = (page: Page) => page.getByTestId("yolo");
const board = (page: Page, kind: string) => page.locator(`section[data-kind="${kind}"]`);
const correction = (id: string) => topic.misconceptions.find((one) => one.id === id)?.correction.en ?? "";

/** Opens a round that the server draws, so that it counts; the seed it was drawn by. */
async function open(page: Page, kind: string, level: Level): Promise<string> {
  await page.goto(`/en/play/${kind}?level=${level}`);
  await expect(board(page, kind)).toHaveAttribute("data-phase", "playing");
  return (await board(page, kind).getAttribute("data-seed")) ?? "";
}

async function handIn(page: Page, keys: Keyboard): Promise<void> {
  await keys.reach(page.getByTestId("submit"));
  await keys.press("Enter");
  await expect(page.getByTestId("settlement")).toHaveAttribute("data-status", "settled");
}

test("YOLO from the lesson to the card: the cell is guessed, an object changes hands, rounds of both kinds by keys alone", async ({
  page,
}) => {
  test.setTimeout(300_000);
  const keys = new Keyboard(page);
  await test.step("in Korean, the lesson asks which cell will answer", async () => {
    await page.goto("/ko/learn/yolo?engine=wasm");
    await expect(page.getByRole("heading", { level: 1 })).toContainText("모든 칸이 한꺼번에 답해요");
    const guess = simulation(page).getByRole("button", { name: "B", exact: true });
    await answering(guess);
    await guess.click();
    await expect(simulation(page).getByTestId("guess-answer")).toContainText("맞았어요. B가 답해요.");
    await expect(simulation(page)).toHaveAttribute("data-status", "live", { timeout: 120_000 });
    await expect(simulation(page).getByTestId("finders")).toHaveText(/강아지 제 칸이 찾음.*배 제 칸이 찾음.*병 제 칸이 찾음/);
  });

  await test.step("moved by three pixels the dog is still found by the cell that it has left", async () => {
    const across = page.getByRole("slider", { name: "물체를 가로로 옮기기" });
    await across.focus();
    for (let step = 0; step < 3; step++) await page.keyboard.press("ArrowRight");
    await expect(page).toHaveURL(/yolo\.dx=3/);
    await expect(simulation(page).getByTestId("finders")).toContainText("강아지 다른 칸이 찾음");
    for (let step = 0; step < 3; step++) await page.keyboard.press("ArrowRight");
    await expect(simulation(page).getByTestId("finders")).toContainText("강아지 제 칸이 찾음");
  });

  await test.step("arrow keys choose a cell; its thirty numbers and one box's sums are shown", async () => {
    await page.goto("/en/learn/yolo?engine=wasm&yolo.open=1&yolo.depth=cell");
    await expect(simulation(page)).toHaveAttribute("data-status", "live", { timeout: 120_000 });
    await expect(page.getByTestId("cell-panel")).toContainText("Row 4, column 3: 30 numbers");
    await page.getByTestId("cell-pointer").focus();
    await page.keyboard.press("ArrowUp");
    await expect(page.getByTestId("cell-panel")).toContainText("Row 3, column 3");
    await expect(page).toHaveURL(/yolo\.cell=16/);
    await page.getByRole("radio", { name: "One box" }).click();
    await expect(page.getByTestId("box-sum")).toContainText(/\(2 \+ .*\) × 16 =/);
  });

  await test.step("who answers, level 1: rightly, three stars", async () => {
    const instance = responsible.generate(await open(page, "yolo-responsible", 1), 1);
    await playResponsible(handsOn(keys, board(page, "yolo-responsible")), instance.view, responsible.solve(instance));
    await handIn(page, keys);
    await expect(page.getByRole("img", { name: "3 of 3 stars" })).toBeVisible();
  });

  await test.step("level 4, as if both objects of a cell had a box: it is named, and the replay ends with the last object", async () => {
    const { view } = responsible.generate(await open(page, "yolo-responsible", 4), 4);
    const belief = responsibleRivals.beliefs.find(({ misconception }) => misconception === "everybody-has-a-box");
    await playResponsible(handsOn(keys, board(page, "yolo-responsible")), view, belief?.play(view) ?? responsible.empty(view));
    await handIn(page, keys);
    const verdict = page.getByTestId("verdict");
    await expect(verdict).toContainText(correction("everybody-has-a-box"));
    await expect(verdict.getByRole("group", { name: "Go to a misstep" }).getByRole("button")).toHaveCount(2);
  });

  await test.step("a box is typed, level 2; at level 5 whoever takes confidence for the score is told so", async () => {
    const second = decode.generate(await open(page, "yolo-decode", 2), 2);
    await playDecode(handsOn(keys, board(page, "yolo-decode")), second.view, decode.solve(second));
    await handIn(page, keys);
    await expect(page.getByRole("img", { name: "3 of 3 stars" })).toBeVisible();
    const { view } = decode.generate(await open(page, "yolo-decode", 5), 5);
    const belief = decodeRivals.beliefs.find(({ misconception }) => misconception === "confidence-is-the-score");
    await playDecode(handsOn(keys, board(page, "yolo-decode")), view, belief?.play(view) ?? decode.empty(view));
    await handIn(page, keys);
    await expect(page.getByTestId("verdict")).toContainText(correction("confidence-is-the-score"));
  });

  await test.step("the skills come back as cards", async () => {
    await page.goto("/ko/review");
    await expect(page.getByTestId("card").locator("section[data-kind^=yolo]")).toHaveAttribute("data-phase", "playing");
  });
});

test("level 5 measures any two boxes without answering anything", async ({ page }) => {
  await page.goto("/en/play/yolo-responsible?level=5&seed=shared");
  await expect(board(page, "yolo-responsible")).toHaveAttribute("data-phase", "playing");
  const submit = await page.getByTestId("submit").innerText();
  const chips = board(page, "yolo-responsible").getByRole("list", { name: "Two boxes to measure" });
  await chips.locator('[data-chip="A"]').click();
  await chips.locator('[data-chip="2"]').click();
  await expect(board(page, "yolo-responsible")).toContainText(/A ↔ 2|2 ↔ A/);
  await expect(page.getByTestId("submit")).toHaveText(submit);
});
