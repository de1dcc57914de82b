/** Enters an answer to a question of any form, as a hand with a mouse or a keyboard does. */
import { expect, type Locator } from "@playwright/test";
import { gradeQuestion, solutionOf, type DrawnQuestion } from "@/lib/questions";
import type { ChoiceAnswer, ChoiceView } from "@/lib/questions/choice/form";
import type { MatchAnswer, MatchView } from "@/lib/questions/match/form";
import type { MistakeAnswer } from "@/lib/questions/mistake/form";
import type { NumericAnswer, NumericView } from "@/lib/questions/numeric/form";
import type { OrderAnswer, OrderView } from "@/lib/questions/order/form";
import { placesOf, type PointAnswer, type PointView } from "@/lib/questions/point/form";

export type Hand = "mouse" | "keyboard";

/** An answer of the question's own form that does not pass. */
export function wrongAnswer(drawn: DrawnQuestion): unknown {
  const { view } = drawn;
  const right = solutionOf(drawn);
  const tried: readonly unknown[] = {
    choice: () => (view as ChoiceView).options.map(({ id }) => ({ option: id })),
    numeric: () => [{ value: (view as NumericView).range.max }, { value: (view as NumericView).range.min }],
    order: () => [{ order: [...(right as OrderAnswer).order].reverse() }],
    match: () => [{ pairs: (view as MatchView).lefts.map(({ id }, i) => [id, turned((right as MatchAnswer).pairs)[i]]) }],
    point: () => placesOf((view as PointView).picture).map((place) => ({ place })),
    mistake: () => [1, 2].map((line) => ({ line: `line-${line}` })),
  }[view.form]();
  const wrong = tried.find((answer) => gradeQuestion(drawn, answer)?.score === 0);
  if (wrong === undefined) throw new Error(`no wrong answer among ${JSON.stringify(tried)}`);
  return wrong;
}

/** Every partner one place further. */
const turned = (pairs: MatchAnswer["pairs"]) => pairs.map((_, i) => pairs[(i + 1) % pairs.length][1]);

/** Moves the focus to `target` by Tab alone, round the page where need be. */
async function tabTo(target: Locator): Promise<void> {
  const there = () => target.evaluate((node) => node === document.activeElement);
  for (let step = 0; step < 120 && !(await there()); step++) await press(target, "Tab");
  expect(await there()).toBe(true);
}

const press = (target: Locator, key: string) => target.page().keyboard.press(key);

const ENTER = {
  async choice(card: Locator, _view: ChoiceView, { option }: ChoiceAnswer, by: Hand) {
    const button = card.locator(`[data-option="${option}"]`);
    if (by === "mouse") return button.click();
    await tabTo(button);
    await press(button, "Enter");
  },
  async numeric(card: Locator, _view: NumericView, { value }: NumericAnswer, by: Hand) {
    const field = card.getByRole("textbox");
    await (by === "mouse" ? field.click() : tabTo(field));
    await press(field, "ControlOrMeta+a");
    await field.page().keyboard.type(String(Number((value ?? 0).toFixed(6))));
    if (by === "keyboard") await press(field, "Enter");
  },
  async order(card: Locator, view: OrderView, { order }: OrderAnswer, by: Hand) {
    const at = view.items.map(({ id }) => id);
    for (const [place, id] of order.entries()) {
      const steps = at.indexOf(id) - place;
      const arrow = card.locator(`[data-move="${id}/up"]`);
      if (by === "keyboard") await tabTo(arrow);
      for (let step = 0; step < steps; step++) await (by === "mouse" ? arrow.click() : press(arrow, "ArrowUp"));
      at.splice(place, 0, ...at.splice(at.indexOf(id), 1));
      await expect(card.locator("[data-row]").nth(place)).toHaveAttribute("data-row", id);
    }
  },
  async match(card: Locator, view: MatchView, { pairs }: MatchAnswer, by: Hand) {
    for (const [left, right] of pairs) {
      const list = card.locator(`[data-left="${left}"] select`);
      const text = view.rights.find(({ id }) => id === right)?.text ?? { ko: "", en: "" };
      if (by === "mouse") await list.selectOption(right);
      else {
        await tabTo(list);
        // By its first letters, as lists are used without a mouse.
        const options = await list.locator("option").allTextContents();
        const steps = options.findIndex((option) => [text.ko, text.en].includes(option));
        for (let step = 0; step < steps; step++) await press(list, "ArrowDown");
      }
      await expect(list).toHaveValue(right ?? "");
    }
  },
  async point(card: Locator, view: PointView, { place }: PointAnswer, by: Hand) {
    const { picture } = view;
    const target = picture.kind === "grid" ? card.locator(`[data-cell="${place}"]`) : card.locator(`[data-chip="${place}"]`);
    if (by === "mouse") return target.click();
    if (picture.kind === "grid") {
      await tabTo(card.locator('[data-cell="0"]'));
      const cell = Number(place);
      for (let row = 0; row < Math.floor(cell / picture.columns); row++) await press(target, "ArrowDown");
      for (let column = 0; column < cell % picture.columns; column++) await press(target, "ArrowRight");
    } else await tabTo(target);
    await press(target, "Space");
  },
  async mistake(card: Locator, _view: unknown, { line }: MistakeAnswer, by: Hand) {
    const option = card.getByRole("radio").nth(Number(line?.split("-")[1]) - 1);
    if (by === "mouse") return option.click();
    await tabTo(card.getByRole("radio").first());
    for (let step = 1; step < Number(line?.split("-")[1]); step++) await press(option, "ArrowDown");
    // Arrows choose what they come to; the first is chosen by Space.
    await press(option, "Space");
    await expect(option).toBeChecked();
  },
};

/** Enters `answer` and hands it in. */
export async function enter(card: Locator, drawn: DrawnQuestion, answer: unknown, by: Hand): Promise<void> {
  const { view } = drawn;
  const hand = ENTER[view.form] as (card: Locator, view: DrawnQuestion["view"], answer: unknown, by: Hand) => Promise<void>;
  await hand(card, view, answer, by);
  const button = card.getByTestId("hand-in");
  const open = (await button.count()) > 0;
  await (open ? (by === "mouse" ? button.click() : tabTo(button).then(() => press(button, "Enter"))) : Promise.resolve());
}
