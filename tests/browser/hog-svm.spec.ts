/** The topic on HOG and SVM, as a learner goes through it. */
import { expect, test, type Page } from "@playwright/test";
import { challenge as cell } from "@/content/topics/hog-svm/challenges/hog-cell/challenge";
import { keyboard as playCell } from "@/content/topics/hog-svm/challenges/hog-cell/keyboard";
import { rivals as cellRivals } from "@/content/topics/hog-svm/challenges/hog-cell/rivals";
import { challenge as street } from "@/content/topics/hog-svm/challenges/svm-margin/challenge";
import { START, supportOf } from "@/content/topics/hog-svm/challenges/svm-margin/instance";
import { rivals as streetRivals } from "@/content/topics/hog-svm/challenges/svm-margin/rivals";
import { SIDE, widestGap, widthOf, type Ends } from "@/content/topics/hog-svm/challenges/svm-margin/street";
import type { Level } from "@/lib/challenges";
import { num } from "@/lib/words";
import { answering, handsOn, Keyboard } from "./hands";

const board = (page: Page, kind: string) => page.locator(`section[data-kind=${kind}]`);
const settled = (page: Page) => expect(page.getByTestId("settlement")).toHaveAttribute("data-status", "settled");
const simulation = (page: Page) => page.getByTestId("hog");
/** The number under a name, as the simulation shows it. */
const stat = (page: Page, name: string) => simulation(page).locator("dl").filter({ hasText: name }).locator("dd");

/** A round that the server draws for this learner, so that it counts. */
async function open(page: Page, locale: string, kind: string, level: Level): Promise<string> {
  await page.goto(`/${locale}/play/${kind}?level=${level}`);
  await expect(board(page, kind)).toHaveAttribute("data-phase", "playing");
  return (await board(page, kind).getAttribute("data-seed")) ?? "";
}

test("HOG from the lesson to the card: the negative changes nothing, a vote's sum is right, the window is scored, cells are filled", async ({
  page,
}) => {
  test.setTimeout(300_000);
  await test.step("the lesson asks first; the negative has the same directions, unless signs count", async () => {
    await page.goto("/ko/learn/hog-svm?engine=wasm");
    const guess = page.getByRole("button", { name: "아무것도 변하지 않아요", exact: true });
    await answering(guess);
    await guess.click();
    await expect(page.getByTestId("guess-answer")).toContainText("맞았어요.");
    await expect(stat(page, "기술자의 변화")).toHaveText("0.0%");
    await simulation(page).getByRole("switch", { name: "부호까지 보기 (360°)" }).click();
    await expect(stat(page, "기술자의 변화")).not.toHaveText("0.0%", { timeout: 60_000 });
  });

  await test.step("half the contrast halves a descriptor that no block norm evens out", async () => {
    await page.goto("/ko/learn/hog-svm?engine=wasm&hog-svm.open=1&hog-svm.contrast=0.5");
    await expect(stat(page, "기술자의 변화")).toHaveText("0.0%", { timeout: 60_000 });
    await simulation(page).getByRole("radio", { name: "없음" }).click();
    await expect(stat(page, "기술자의 변화")).toHaveText("50.0%", { timeout: 60_000 });
  });

  await test.step("one pixel's vote adds up from the numbers that stand there", async () => {
    await simulation(page).getByRole("radio", { name: "한 픽셀" }).click();
    const said = await page.getByTestId("cell-panel").innerText();
    const read = (pattern: RegExp) => Number((pattern.exec(said)?.[1] ?? "").replace("−", "-").replace(",", ""));
    const [x, y, size] = [read(/gx\s+(−?[\d.,]+)/), read(/gy\s+(−?[\d.,]+)/), read(/√.*[=≈]\s*([\d.,]+)/)];
    expect(size).toBeCloseTo(Math.sqrt(x * x + y * y), 0);
    const [folded, bin] = [read(/⌊(\d+) ÷ 20⌋/), read(/⌋ = (\d)/)];
    expect(Math.floor(folded / 20)).toBe(bin);
  });

  await test.step("the window is scored where it stands, and nowhere better than at its best place", async () => {
    await simulation(page).getByRole("radio", { name: "미는 창" }).click();
    const numberOf = async (name: string) => Number((await stat(page, name).innerText()).replace("−", "-"));
    await expect(stat(page, "창의 점수")).toHaveText(/\d/, { timeout: 60_000 });
    expect(await numberOf("창의 점수")).toBe(await numberOf("이 크기에서 최고"));
    await simulation(page).getByRole("switch", { name: "점수가 가장 높은 자리" }).click();
    await expect.poll(() => numberOf("창의 점수")).toBeLessThan(await numberOf("이 크기에서 최고"));
  });

  await test.step("level 1 is filled by keys alone", async () => {
    const seed = await open(page, "ko", "hog-cell", 1);
    const instance = cell.generate(seed, 1);
    const keys = new Keyboard(page);
    await playCell(handsOn(keys, board(page, "hog-cell")), instance.view, cell.solve(instance));
    await keys.reach(page.getByTestId("submit"));
    await keys.press("Enter");
    await expect(page.getByTestId("verdict").getByRole("img", { name: "별 3개 중 3개" })).toBeVisible();
    await settled(page);
  });

  await test.step("at level 5 whoever stops at the clip is seen through, and the replay ends at the right number", async () => {
    const seed = await open(page, "ko", "hog-cell", 5);
    const instance = cell.generate(seed, 5);
    const believed = cellRivals.beliefs.find(({ misconception }) => misconception === "clip-is-final")?.play(instance.view);
    await playCell(handsOn(new Keyboard(page), board(page, "hog-cell")), instance.view, believed ?? cell.empty(instance.view));
    await page.getByTestId("submit").click();
    const verdict = page.getByTestId("verdict");
    await expect(verdict).toContainText("를 거치면 0.2보다 큰 수는 없어요.");
    const timeline = verdict.getByRole("group", { name: "단계", exact: true }).getByRole("slider");
    await timeline.focus();
    await page.keyboard.press("End");
    await expect(verdict).toContainText(`가장 큰 수는 ${num((cell.solve(instance).largest ?? 0) / 100, 2)}`);
    await settled(page);
  });

  await test.step("the skill is due, as a card with a fresh cell", async () => {
    await page.goto("/ko/review");
    await expect(page.getByTestId("card").locator("section[data-kind=hog-cell]")).toHaveAttribute("data-phase", "playing");
  });
});

/** Drags an end of the line to a place of the picture. */
async function drag(page: Page, end: number, from: readonly number[], to: readonly number[]) {
  const picture = (await board(page, "svm-margin").locator("svg:has([data-end])").boundingBox())!;
  const at = ([x, y]: readonly number[]) => [picture.x + (x * picture.width) / SIDE, picture.y + (y * picture.height) / SIDE] as const;
  await page.mouse.move(...at(from));
  await page.mouse.down();
  await page.mouse.move(...at(to), { steps: 4 });
  await page.mouse.up();
  await expect(page.locator(`[data-end="${end}"]`)).toHaveAttribute("aria-label", new RegExp(`x ${to[0]}, y ${to[1]}\\.`));
}

test("the widest street: dragged and tapped, seen through where the means decide, and moved by the arrow keys", async ({ page }) => {
  test.setTimeout(180_000);
  await page.setViewportSize({ width: 1280, height: 1000 });

  await test.step("at level 5 the line is dragged and its support vectors are tapped", async () => {
    const seed = await open(page, "en", "svm-margin", 5);
    const { view } = street.generate(seed, 5);
    const { ends } = street.solve({ view, truth: null });
    expect(ends).not.toBeNull();
    const line = ends ?? START;
    await board(page, "svm-margin").locator("svg:has([data-end])").scrollIntoViewIfNeeded();
    await drag(page, 0, START.slice(0, 2), line.slice(0, 2));
    await drag(page, 1, START.slice(2), line.slice(2));
    const picture = (await board(page, "svm-margin").locator("svg:has([data-end])").boundingBox())!;
    for (const i of supportOf(view)) {
      const { x, y } = view.points[i];
      await page.mouse.click(picture.x + (x * picture.width) / SIDE, picture.y + (y * picture.height) / SIDE);
      await expect(page.locator(`[data-point="${i}"] button`)).toHaveAttribute("aria-pressed", "true");
    }
    await page.getByTestId("submit").click();
    await expect(page.getByTestId("verdict")).toContainText("That is the widest street. You chose 3 of 3 support vectors.");
    await settled(page);
  });

  await test.step("a line halfway between the means is seen through, and the replay turns it to the widest street", async () => {
    const seed = await open(page, "en", "svm-margin", 2);
    const { view } = street.generate(seed, 2);
    const believed = streetRivals.beliefs.find(({ misconception }) => misconception === "means-decide")?.play(view);
    const ends: Ends = believed?.ends ?? START;
    for (const [i, value] of ends.entries()) await page.locator(`[data-number="${i}"] input[type=text]`).fill(String(value));
    await page.getByTestId("submit").click();
    const verdict = page.getByTestId("verdict");
    await expect(verdict).toContainText("The border lies halfway between the two classes' means.");
    const timeline = verdict.getByRole("group", { name: "Step", exact: true }).getByRole("slider");
    await timeline.focus();
    await page.keyboard.press("End");
    await page.keyboard.press("ArrowLeft");
    await expect(verdict).toContainText(`the widest street is ${num(widthOf(widestGap(view.points)), 1)} wide`);
    await settled(page);
  });

  await test.step("level 1 by the arrow keys on the line's ends alone", async () => {
    const seed = await open(page, "en", "svm-margin", 1);
    const instance = street.generate(seed, 1);
    const ends = street.solve(instance).ends ?? START;
    const keys = new Keyboard(page);
    for (const end of [0, 1]) {
      const handle = page.locator(`[data-end="${end}"]`);
      await keys.reach(handle);
      for (const [axis, back, forth] of [
        [0, "ArrowLeft", "ArrowRight"],
        [1, "ArrowUp", "ArrowDown"],
      ] as const) {
        const off = ends[2 * end + axis] - START[2 * end + axis];
        for (let k = Math.abs(off); k > 0; k -= k >= 10 ? 10 : 1)
          await keys.pressAndSee(`${k >= 10 ? "Shift+" : ""}${off < 0 ? back : forth}`, handle, "aria-label");
      }
    }
    await keys.reach(page.getByTestId("submit"));
    await keys.press("Enter");
    await expect(page.getByTestId("verdict").getByRole("img", { name: "3 of 3 stars" })).toBeVisible();
    await settled(page);
  });

  await test.step("the skill is due, as a card with fresh clouds", async () => {
    await page.goto("/en/review");
    await expect(page.getByTestId("card").locator("section[data-kind=svm-margin]")).toHaveAttribute("data-phase", "playing");
  });
});

for (const width of [390, 1280])
  test(`what is written on the tiles of a cell stays on them, and the block's numbers fit, ${width} px wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 });
    await page.goto("/ko/play/hog-cell?level=5&seed=block");
    await expect(board(page, "hog-cell")).toHaveAttribute("data-phase", "playing");
    /** Words that reach over the border of what they stand in. */
    const over = (selector: string) =>
      board(page, "hog-cell")
        .locator(selector)
        .evaluateAll((nodes) =>
          nodes.flatMap((node) => {
            const range = document.createRange();
            range.selectNodeContents(node);
            const [words, own] = [range.getBoundingClientRect(), node.getBoundingClientRect()];
            return node.textContent !== "" && (words.left < own.left - 0.5 || words.right > own.right + 0.5) ? [node.textContent] : [];
          }),
        );
    await expect(board(page, "hog-cell").locator("li p")).not.toHaveCount(0);
    expect(await over("li p, li p span")).toEqual([]);
    await expect(board(page, "hog-cell").locator("table td")).not.toHaveCount(0);
    expect(await over("table td, table th")).toEqual([]);
  });
