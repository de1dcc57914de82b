/** Enters an answer to a question of any form, as a hand with a mouse or a keyboard does. */
import { expect, type Locator } from "@playwright/test";
import { stopOf } from "./hands";
import { gradeQuestion, solutionOf, type DrawnQuestion } from "@/lib/questions";
import type { ChoiceAnswer, ChoiceView } from "@/lib/questions/choice/form";
import type { HotspotAnswer, HotspotView } from "@/lib/questions/hotspot/form";
import type { MatchAnswer, MatchView } from "@/lib/questions/match/form";
import type { MistakeAnswer } from "@/lib/questions/mistake/form";
import type { MultipleAnswer, MultipleView } from "@/lib/questions/multiple/form";
import type { NumericAnswer, NumericView } from "@/lib/questions/numeric/form";
import type { OrderAnswer, OrderView } from "@/lib/questions/order/form";
import { placesOf, type PointAnswer, type PointView } from "@/lib/questions/point/form";
import type { ShortAnswer } from "@/lib/questions/short/form";

export type Hand = "mouse" | "keyboard";

/** An answer of the question's own form that does not pass. */
export function wrongAnswer(drawn: DrawnQuestion): unknown {
  const { view } = drawn;
  const right = solutionOf(drawn);
  const tried: readonly unknown[] = {
    choice: () => (view as ChoiceView).options.map(({ id }) => ({ option: id })),
    multiple: () => (view as MultipleView).options.map(({ id }) => ({ options: [id] })),
    short: () => [{ text: "?" }, { text: "!" }],
    hotspot: () => [0, (view as HotspotView).picture.width].map((x) => ({ at: { x, y: 0 } })),
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

/** Moves the focus to `target` by Tab alone, round the page where need be, and by the arrows along a row that is one Tab stop. */
async function tabTo(target: Locator): Promise<void> {
  const on = (element: Locator) => element.evaluate((node) => node === document.activeElement);
  const there = () => on(target);
  const stop = await stopOf(target);
  for (let step = 0; step < 120 && !(await on(stop)); step++) await press(target, "Tab");
  for (let step = 0; step < 120 && !(await there()); step++) await press(target, "ArrowRight");
  expect(await there()).toBe(true);
}

const press = (target: Locator, key: string) => target.page().keyboard.press(key);

/** Moves each line up by as many places as it stands too low; `up` is one such move. */
async function sort(card: Locator, { items }: OrderView, { order }: OrderAnswer, begin: Begin, up: (arrow: Locator) => Promise<void>) {
  const at = items.map(({ id }) => id);
  for (const [place, id] of order.entries()) {
    const arrow = card.locator(`[data-move="${id}/up"]`);
    await begin(arrow);
    for (let steps = at.indexOf(id) - place; steps > 0; steps--) await up(arrow);
    at.splice(place, 0, ...at.splice(at.indexOf(id), 1));
    await expect(card.locator("[data-row]").nth(place)).toHaveAttribute("data-row", id);
  }
}
type Begin = (target: Locator) => Promise<void>;

async function type(field: Locator, { value }: NumericAnswer, begin: Begin) {
  await begin(field);
  await press(field, "ControlOrMeta+a");
  await field.page().keyboard.type(String(Number((value ?? 0).toFixed(6))));
}

const listOf = (card: Locator, left: string) => card.locator(`[data-left="${left}"] select`);
const lineOf = (line: string | null | undefined) => Number(line?.split("-")[1]) - 1;
const handIn = (card: Locator) => card.getByTestId("hand-in");
/** Where a place is chosen: the cell of a grid, the chip of a box. */
const spotOf = (card: Locator, { picture }: PointView, place: string | null) =>
  card.locator({ grid: `[data-cell="${place}"]`, boxes: `[data-chip="${place}"]` }[picture.kind]);

const clickIn = async (card: Locator) => handIn(card).click();
const keyIn = async (card: Locator) => {
  await tabTo(handIn(card));
  await press(card, "Enter");
};

/** What a hand with a mouse does, to the end. */
const MOUSE = {
  async choice(card: Locator, _view: ChoiceView, { option }: ChoiceAnswer) {
    await card.locator(`[data-option="${option}"]`).click();
  },
  async multiple(card: Locator, _view: MultipleView, { options }: MultipleAnswer) {
    for (const id of options) await card.locator(`[data-option="${id}"]`).click();
    await clickIn(card);
  },
  async short(card: Locator, _view: unknown, { text }: ShortAnswer) {
    await card.getByRole("textbox").fill(text);
    await clickIn(card);
  },
  async hotspot(card: Locator, { picture }: HotspotView, { at }: HotspotAnswer) {
    const frame = card.getByTestId("hotspot");
    const box = await frame.boundingBox();
    if (at === null || box === null) throw new Error("nothing to point at");
    await frame.click({ position: { x: (at.x / picture.width) * box.width, y: (at.y / picture.height) * box.height } });
    await clickIn(card);
  },
  async numeric(card: Locator, _view: NumericView, answer: NumericAnswer) {
    await type(card.getByRole("textbox"), answer, (field) => field.click());
    await clickIn(card);
  },
  async order(card: Locator, view: OrderView, answer: OrderAnswer) {
    await sort(
      card,
      view,
      answer,
      () => Promise.resolve(),
      (arrow) => arrow.click(),
    );
    await clickIn(card);
  },
  async match(card: Locator, _view: MatchView, { pairs }: MatchAnswer) {
    for (const [left, right] of pairs) await listOf(card, left).selectOption(right);
    await clickIn(card);
  },
  async point(card: Locator, view: PointView, { place }: PointAnswer) {
    await spotOf(card, view, place).click();
    await clickIn(card);
  },
  async mistake(card: Locator, _view: unknown, { line }: MistakeAnswer) {
    await card.getByRole("radio").nth(lineOf(line)).click();
    await clickIn(card);
  },
};

/** Keys that lead to a place: over the cells by arrows, to the chips by Tab. */
const REACH = {
  async grid(card: Locator, { picture }: PointView, place: string | null) {
    await tabTo(card.locator('[data-cell="0"]'));
    const { columns } = picture as Extract<PointView["picture"], { kind: "grid" }>;
    for (let row = Math.floor(Number(place) / columns); row > 0; row--) await press(card, "ArrowDown");
    for (let column = Number(place) % columns; column > 0; column--) await press(card, "ArrowRight");
  },
  boxes: (card: Locator, view: PointView, place: string | null) => tabTo(spotOf(card, view, place)),
};

/** What keys alone do, to the end. */
const KEYBOARD = {
  async choice(card: Locator, _view: ChoiceView, { option }: ChoiceAnswer) {
    await tabTo(card.locator(`[data-option="${option}"]`));
    await press(card, "Enter");
  },
  async multiple(card: Locator, _view: MultipleView, { options }: MultipleAnswer) {
    for (const id of options) {
      await tabTo(card.locator(`[data-option="${id}"]`));
      await press(card, "Space");
    }
    await keyIn(card);
  },
  async short(card: Locator, _view: unknown, { text }: ShortAnswer) {
    await tabTo(card.getByRole("textbox"));
    await card.page().keyboard.type(text);
    await press(card, "Enter");
  },
  /** From the middle, where the mark begins, by as many steps of a hundredth of the width as it takes. */
  async hotspot(card: Locator, { picture: { width, height } }: HotspotView, { at }: HotspotAnswer) {
    await tabTo(card.getByTestId("hotspot"));
    const steps = (to: number, from: number) => Math.round((to - from) / (width / 100));
    const [across, below] = [steps(at?.x ?? 0, width / 2), steps(at?.y ?? 0, height / 2)];
    for (let i = 0; i < Math.abs(across); i++) await press(card, across < 0 ? "ArrowLeft" : "ArrowRight");
    for (let i = 0; i < Math.abs(below); i++) await press(card, below < 0 ? "ArrowUp" : "ArrowDown");
    await keyIn(card);
  },
  async numeric(card: Locator, _view: NumericView, answer: NumericAnswer) {
    await type(card.getByRole("textbox"), answer, tabTo);
    // Enter in the field hands in.
    await press(card, "Enter");
  },
  async order(card: Locator, view: OrderView, answer: OrderAnswer) {
    await sort(card, view, answer, tabTo, (arrow) => press(arrow, "ArrowUp"));
    await keyIn(card);
  },
  async match(card: Locator, { rights }: MatchView, { pairs }: MatchAnswer) {
    for (const [left, right] of pairs) {
      const list = listOf(card, left);
      await tabTo(list);
      const texts = rights.filter(({ id }) => id === right).flatMap(({ text }) => [text.ko, text.en]);
      const options = await list.locator("option").allTextContents();
      for (let steps = options.findIndex((option) => texts.includes(option)); steps > 0; steps--) await press(list, "ArrowDown");
      await expect(list).toHaveValue(right ?? "");
    }
    await keyIn(card);
  },
  async point(card: Locator, view: PointView, { place }: PointAnswer) {
    await REACH[view.picture.kind](card, view, place);
    await press(card, "Space");
    await keyIn(card);
  },
  async mistake(card: Locator, _view: unknown, { line }: MistakeAnswer) {
    const lines = card.getByRole("radio");
    await tabTo(lines.first());
    // The focus follows an arrow a moment later; the next key is meant for where it has come to.
    for (let step = 1; step <= lineOf(line); step++) {
      await press(card, "ArrowDown");
      await expect(lines.nth(step)).toBeFocused();
    }
    // Arrows choose what they come to; the first is chosen by Space.
    await press(card, "Space");
    await expect(card.getByRole("radio").nth(lineOf(line))).toBeChecked();
    await keyIn(card);
  },
};

/** Enters `answer` and hands it in. */
export async function enter(card: Locator, drawn: DrawnQuestion, answer: unknown, by: Hand): Promise<void> {
  const { view } = drawn;
  const hands = { mouse: MOUSE, keyboard: KEYBOARD }[by];
  await (hands[view.form] as (card: Locator, view: DrawnQuestion["view"], answer: unknown) => Promise<void>)(card, view, answer);
}
