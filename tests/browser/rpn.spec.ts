/** The topic on the RPN, as a learner without a pointer goes through it; then its boards by hand. */
import { expect, test, type Page } from "@playwright/test";
import { challenge as decode } from "@/content/topics/rpn/challenges/box-decode/challenge";
import { keyboard as playDecode } from "@/content/topics/rpn/challenges/box-decode/keyboard";
import { challenge as funnel } from "@/content/topics/rpn/challenges/rpn-funnel/challenge";
import { keyboard as playFunnel } from "@/content/topics/rpn/challenges/rpn-funnel/keyboard";
import { rivals } from "@/content/topics/rpn/challenges/rpn-funnel/rivals";
import { topic } from "@/content/topics/rpn/topic";
import type { Level } from "@/lib/challenges";
import { answering, handsOn, Keyboard } from "./hands";

const simulation = (page: Page) => page.getByTestId("rpn");
const board = (page: Page, kind: string) => page.locator(`section[data-kind=${kind}]`);
const settled = (page: Page) => expect(page.getByTestId("settlement")).toHaveAttribute("data-status", "settled");
/** The number under a name, as the simulation shows it. */
const stat = (page: Page, name: string) => simulation(page).locator("dl").filter({ hasText: name }).locator("dd");

/** A round that the server draws for this learner, so that it counts. */
async function open(page: Page, locale: string, kind: string, level: Level): Promise<string> {
  await page.goto(`/${locale}/play/${kind}?level=${level}`);
  await expect(board(page, kind)).toHaveAttribute("data-phase", "playing");
  return (await board(page, kind).getAttribute("data-seed")) ?? "";
}

test("the RPN by keys alone: a guess, the funnel, four deltas turned by hand, rounds of both kinds, the card", async ({ page }) => {
  test.setTimeout(300_000);
  const keys = new Keyboard(page);

  await test.step("in Korean, the lesson asks how many objects three boxes cover; NMS off shows it", async () => {
    await page.goto("/ko/learn/rpn?engine=wasm");
    const guess = simulation(page).getByRole("button", { name: "1", exact: true });
    await answering(guess);
    await keys.reach(guess);
    await keys.press("Enter");
    await expect(simulation(page).getByTestId("guess-answer")).toContainText("맞았어요.");
    await expect(stat(page, "덮은 물체")).toHaveText("3/3");
    await keys.turn(simulation(page).getByRole("switch", { name: "NMS" }), "aria-checked", false);
    await expect(stat(page, "덮은 물체")).toHaveText("1/3");
  });

  await test.step("a longer list covers them without NMS as well", async () => {
    const kept = simulation(page).getByRole("slider", { name: "남기는 후보 수" });
    await keys.slide(kept, 40, 1);
    await expect(stat(page, "덮은 물체")).toHaveText("3/3");
    await expect(page).toHaveURL(/rpn\.kept=40/);
  });

  await test.step("all deltas at 0 are the anchor; tw at 0.7 makes it twice as wide", async () => {
    await keys.choose(simulation(page).getByRole("radiogroup").first(), 2);
    await keys.turn(simulation(page).getByRole("switch", { name: "델타를 직접 돌리기" }), "aria-checked", true);
    for (const name of ["tx", "ty", "tw", "th"]) await keys.slide(simulation(page).getByRole("slider", { name, exact: true }), 0, 0.05);
    const box = simulation(page).getByTestId("box-sum");
    const [from, to] = (await box.getByText(/→/).first().innerText()).split("→").map((text) => text.trim());
    expect(to).toBe(from);
    await keys.slide(simulation(page).getByRole("slider", { name: "tw", exact: true }), 0.7, 0.05);
    await expect(box).toContainText("e^(0.70)");
    const said = await box.innerText();
    const [before, after] = /([\d.]+) × e\^\(0\.70\) [=≈] ([\d.]+)/.exec(said)?.slice(1).map(Number) ?? [0, 0];
    expect(after / before).toBeCloseTo(2.01, 1);
  });

  await test.step("another scene is looked at live", async () => {
    await keys.reach(simulation(page).getByRole("button", { name: /다음/ }));
    await keys.press("Enter");
    await expect(page).toHaveURL(/rpn\.scene=2/);
    await expect(simulation(page)).toHaveAttribute("data-status", "live", { timeout: 120_000 });
  });

  await test.step("in English, a box is put where its deltas lead", async () => {
    const seed = await open(page, "en", "box-decode", 1);
    const instance = decode.generate(seed, 1);
    await playDecode(handsOn(keys, board(page, "box-decode")), instance.view, decode.solve(instance));
    await keys.reach(page.getByTestId("submit"));
    await keys.press("Enter");
    await expect(page.getByTestId("verdict").getByRole("img", { name: "3 of 3 stars" })).toBeVisible();
    await settled(page);
  });

  await test.step("in Korean, whoever keeps tiny boxes is seen through, and the replay ends at the proposals", async () => {
    const seed = await open(page, "ko", "rpn-funnel", 4);
    const { view } = funnel.generate(seed, 4);
    const id = "small-ones-stay";
    const believed = rivals.beliefs.find(({ misconception }) => misconception === id)?.play(view);
    await playFunnel(handsOn(keys, board(page, "rpn-funnel")), view, believed ?? funnel.empty(view));
    await keys.reach(page.getByTestId("submit"));
    await keys.press("Enter");
    const verdict = page.getByTestId("verdict");
    await expect(verdict).toContainText(topic.misconceptions.find((one) => one.id === id)?.claim.ko ?? "");
    await keys.reach(verdict.getByRole("group", { name: "단계", exact: true }).getByRole("slider"));
    await keys.press("End");
    const right = view.boxes.length;
    await expect(verdict).toContainText(
      `끝났어요. ${right}개 가운데 ${funnel.solve({ view, truth: null }).keep.length}개가 후보로 남았어요`,
    );
    await settled(page);
  });

  await test.step("the skill is due, as a card with a fresh picture", async () => {
    await page.goto("/ko/review");
    await expect(page.getByTestId("card").locator("section[data-kind]")).toHaveAttribute("data-phase", "playing");
    await expect(page.getByTestId("card").locator("section[data-kind]")).toHaveAttribute("data-kind", /^(box-decode|rpn-funnel)$/);
  });
});

test("box-decode at level 5: an anchor is chosen, the numbers are typed, the replay decodes all three", async ({ page }) => {
  const seed = await open(page, "en", "box-decode", 5);
  const instance = decode.generate(seed, 5);
  const { anchor, box } = decode.solve(instance);
  await board(page, "box-decode")
    .getByRole("radio")
    .nth(anchor ?? 0)
    .click();
  for (const [i, name] of ["x1", "y1", "x2", "y2"].entries()) {
    const field = board(page, "box-decode").getByRole("textbox", { name: `Your box ${name}` });
    await field.fill(String(box?.[i]));
    await field.blur();
  }
  await page.getByTestId("submit").click();
  const verdict = page.getByTestId("verdict");
  await expect(verdict.getByRole("img", { name: "3 of 3 stars" })).toBeVisible();
  await expect(verdict).toContainText("Anchor A: once moved, its IoU with the object is");
});

test("rpn-funnel at level 5: a box is drawn where it has gone while it is measured, which answers nothing", async ({ page }) => {
  await page.goto("/en/play/rpn-funnel?level=5&seed=blind");
  const { view } = funnel.generate("blind", 5);
  const kind = board(page, "rpn-funnel");
  await expect(kind).toHaveAttribute("data-phase", "playing");
  const submit = await page.getByTestId("submit").innerText();
  await kind.getByRole("radio", { name: "measures IoU" }).click();
  const [a, b] = [...view.boxes].sort((one, other) => other.score - one.score);
  const sides = ({ box: [x1, y1, x2, y2] }: (typeof view.boxes)[number]) => `${x2 - x1} × ${y2 - y1} px`;
  await expect(kind).not.toContainText(sides(a));
  await kind.locator(`[data-chip="${a.id}"]`).click();
  await kind.locator(`[data-chip="${b.id}"]`).click();
  await expect(kind).toContainText(sides(a));
  await expect(kind).toContainText(sides(b));
  await expect(page.getByTestId("submit")).toHaveText(submit);
});
