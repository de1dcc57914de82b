import { expect, type Locator, type Page } from "@playwright/test";
import type { Challenge, Level } from "@/lib/challenges";
import type { Hands, KeyboardPlay, Target } from "@/lib/challenges/keyboard";

/** Half of what a finger is wide, in pixels. */
export const REACH = 21;
/** More Tab stops than lie between any two places of a page. */
const MOST_TABS = 120;
/** More arrow presses than any board needs for one value. */
const MOST_ARROWS = 400;

/** Where the focus is, seen from an element: on it, or before or after it in the page's order. */
const focusFrom = (element: Locator) =>
  element.evaluate((node) => {
    const active = document.activeElement;
    if (active === node || active === null) return active === node ? "here" : "before";
    return node.compareDocumentPosition(active) & Node.DOCUMENT_POSITION_FOLLOWING ? "after" : "before";
  });

/** What the server sent is in the page before its script is: React has taken an element over once its props hang on it. */
export const answering = (element: Locator) =>
  expect.poll(() => element.evaluate((node) => Object.keys(node).some((key) => key.startsWith("__reactProps")))).toBe(true);

/** Where Tab comes to the row of things, one Tab stop together, that an element is one of: itself where it is none's. */
export const stopOf = async (element: Locator): Promise<Locator> =>
  (await element.getAttribute("tabindex")) === "-1"
    ? element.locator('xpath=ancestor::*[.//*[@tabindex="0"]][1]').locator('[tabindex="0"]').first()
    : element;

/** A learner without a pointer: keys are all that ever reaches the page. */
export class Keyboard {
  constructor(readonly page: Page) {}

  press(key: string): Promise<void> {
    return this.page.keyboard.press(key);
  }

  /** Tabs, or tabs back, until the element has the focus, or its row, in which the arrow keys lead to it. */
  async reach(element: Locator): Promise<void> {
    await expect(element).toBeVisible();
    await this.tabTo(await stopOf(element));
    for (let steps = 0; (await focusFrom(element)) !== "here" && steps < MOST_ARROWS; steps++) await this.press("ArrowRight");
    await expect(element).toBeFocused();
    await expect(element).toBeInViewport();
  }

  private async tabTo(element: Locator): Promise<void> {
    for (let tabs = 0; tabs < MOST_TABS; tabs++) {
      const focus = await focusFrom(element);
      if (focus === "here") return;
      await this.press(focus === "before" ? "Tab" : "Shift+Tab");
    }
    throw new Error(`${element.toString()} cannot be reached with ${MOST_TABS} presses of Tab`);
  }

  /** Turns a checkbox or a toggle button, which stands the other way, with Space. */
  async turn(element: Locator, attribute: "aria-checked" | "aria-pressed", on: boolean): Promise<void> {
    await this.reach(element);
    await expect(element).toHaveAttribute(attribute, String(!on));
    await this.press("Space");
    await expect(element).toHaveAttribute(attribute, String(on));
  }

  /** Chooses one of a radio group: Tab into it, arrows to the radio, Space, which leaves a chosen radio chosen. */
  async choose(group: Locator, index: number): Promise<void> {
    const radios = group.getByRole("radio");
    // A group is one Tab stop: the chosen radio, or the first one while none is.
    const chosen = group.locator("[role=radio][aria-checked=true]");
    await this.reach((await chosen.count()) === 1 ? chosen : radios.first());
    const count = await radios.count();
    for (let at = await this.focused(radios); at !== index; at = await this.focused(radios)) {
      const forward = at < index;
      const next = (at + (forward ? 1 : count - 1)) % count;
      // Held until the focus has moved: a radio group chooses what an arrow key that is down has led to.
      const key = forward ? "ArrowRight" : "ArrowLeft";
      await this.page.keyboard.down(key);
      await expect(radios.nth(next)).toBeFocused();
      await this.page.keyboard.up(key);
    }
    await this.press("Space");
    await expect(radios.nth(index)).toHaveAttribute("aria-checked", "true");
  }

  private focused(of: Locator): Promise<number> {
    return of.evaluateAll((nodes) => nodes.findIndex((node) => node === document.activeElement));
  }

  /** Sets a slider: from the nearer end or from where it stands, by tens (Page keys) and ones (arrows). */
  async slide(slider: Locator, target: number, step: number): Promise<void> {
    await this.reach(slider);
    const read = async (name: string) => Number(await slider.getAttribute(`aria-value${name}`));
    const [low, high] = [await read("min"), await read("max")];
    for (let presses = 0; presses < MOST_ARROWS; presses++) {
      const now = await read("now");
      const off = Math.round((target - now) / step);
      if (off === 0) return;
      const end = Math.round((off > 0 ? high - target : target - low) / step);
      const key =
        Math.abs(off) > end + 10
          ? off > 0
            ? "End"
            : "Home"
          : Math.abs(off) >= 10
            ? off > 0
              ? "PageUp"
              : "PageDown"
            : off > 0
              ? "ArrowRight"
              : "ArrowLeft";
      await this.pressAndSee(key, slider, "aria-valuenow");
    }
    throw new Error(`${slider.toString()} does not reach ${target}`);
  }

  /** Presses a key and waits until the element says something else. */
  async pressAndSee(key: string, element: Locator, attribute: string): Promise<void> {
    const before = await element.getAttribute(attribute);
    await this.press(key);
    await expect(element).not.toHaveAttribute(attribute, before ?? "");
  }
}

/** The keyboard as a kind's own `keyboard.ts` knows it: things are named inside the board. */
export function handsOn(keyboard: Keyboard, board: Locator): Hands {
  const find = (target: Target): Locator => {
    const named =
      "css" in target
        ? board.locator(target.css)
        : board.getByRole(
            target.role as Parameters<Locator["getByRole"]>[0],
            target.name === undefined ? {} : { name: target.name, exact: true },
          );
    return target.nth === undefined ? named : named.nth(target.nth);
  };
  return {
    press: (key) => keyboard.press(key),
    reach: (target) => keyboard.reach(find(target)),
    async turn(target, on) {
      const element = find(target);
      await expect(element).toBeVisible();
      const attribute = (await element.getAttribute("aria-pressed")) === null ? "aria-checked" : "aria-pressed";
      await keyboard.turn(element, attribute, on);
    },
    choose: (group, index) => keyboard.choose(find(group), index),
    slide: (slider, value, step) => keyboard.slide(find(slider), value, step),
    async select(list, value) {
      const element = find(list);
      await keyboard.reach(element);
      // Arrows walk the closed list.
      while ((await element.inputValue()) !== value) {
        const before = await element.inputValue();
        await keyboard.press("ArrowDown");
        await expect(element).not.toHaveValue(before);
      }
    },
    async type(field, text) {
      const element = find(field);
      await keyboard.reach(element);
      await keyboard.press("ControlOrMeta+a");
      await keyboard.page.keyboard.type(text);
      await expect(element).toHaveValue(text);
    },
    pressAndSee: (key, target, attribute) => keyboard.pressAndSee(key, find(target), attribute),
    attribute: (target, name) => find(target).getAttribute(name),
  };
}

interface Round<V, T, A, S> {
  readonly challenge: Challenge<V, T, A, S>;
  readonly enter: KeyboardPlay<V, A>;
  readonly level: Level;
  readonly answerOf: (view: V) => A;
}

/** Opens a round that the server draws, so that it counts, enters an answer by keys alone and hands it in: what was asked. */
export async function playByKeys<V, T, A, S>(page: Page, { challenge, enter, level, answerOf }: Round<V, T, A, S>): Promise<V> {
  await page.goto(`/en/play/${challenge.kind}?level=${level}`);
  const board = page.locator(`section[data-kind="${challenge.kind}"]`);
  await expect(board).toHaveAttribute("data-phase", "playing");
  const { view } = challenge.generate((await board.getAttribute("data-seed")) ?? "", level);
  const keys = new Keyboard(page);
  await enter(handsOn(keys, board), view, answerOf(view));
  await keys.reach(page.getByTestId("submit"));
  await keys.press("Enter");
  await expect(page.getByTestId("settlement")).toHaveAttribute("data-status", "settled");
  return view;
}
