import { expect, type Locator, type Page } from "@playwright/test";
import { challenge as anchorLabels, letter } from "@/content/topics/anchor-boxes/challenges/anchor-labels/challenge";
import { challenge as placeAnchors, ratioName, shapeName } from "@/content/topics/anchor-boxes/challenges/place-anchors/challenge";
import { challenge as guidedSignal } from "@/content/topics/guided-backprop/challenges/guided-signal/challenge";
import { challenge as iouDraw } from "@/content/topics/iou/challenges/iou-draw/challenge";
import { challenge as iouEstimate } from "@/content/topics/iou/challenges/iou-estimate/challenge";
import { challenge as nmsSurvivors } from "@/content/topics/nms/challenges/nms-survivors/challenge";
import { challenge as nmsThreshold } from "@/content/topics/nms/challenges/nms-threshold/challenge";
import { challenge as detectorRace } from "@/content/topics/one-vs-two-stage/challenges/detector-race/challenge";
import type { Challenge, Level } from "@/lib/challenges";
import { BACKGROUND, IGNORED } from "@/lib/engine/match";

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

/** A learner without a pointer: keys are all that ever reaches the page. */
export class Keyboard {
  constructor(readonly page: Page) {}

  press(key: string): Promise<void> {
    return this.page.keyboard.press(key);
  }

  /** Tabs, or tabs back, until the element has the focus. */
  async reach(element: Locator): Promise<void> {
    await expect(element).toBeVisible();
    for (let tabs = 0; tabs < MOST_TABS; tabs++) {
      const focus = await focusFrom(element);
      if (focus === "here") {
        await expect(element).toBeInViewport();
        return;
      }
      await this.press(focus === "before" ? "Tab" : "Shift+Tab");
    }
    throw new Error(`${element.toString()} cannot be reached with ${MOST_TABS} presses of Tab`);
  }

  /** Turns a checkbox or a pressed/unpressed button with Space. */
  async turn(element: Locator, attribute: "aria-checked" | "aria-pressed", on: boolean): Promise<void> {
    await this.reach(element);
    if ((await element.getAttribute(attribute)) !== String(on)) await this.press("Space");
    await expect(element).toHaveAttribute(attribute, String(on));
  }

  /** Chooses one of a radio group: Tab into it, arrows to the radio, Space where the arrow has not chosen it already. */
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
    if ((await radios.nth(index).getAttribute("aria-checked")) !== "true") await this.press("Space");
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

interface At {
  readonly keyboard: Keyboard;
  readonly board: Locator;
}

/** How one kind's perfect answer is entered with the keyboard alone. */
export type Driver = (at: At, seed: string, level: Level) => Promise<void>;

function driver<I, V, A, S>(challenge: Challenge<I, V, A, S>, enter: (at: At, view: V, answer: A) => Promise<void>): Driver {
  return (at, seed, level) => {
    const instance = challenge.generate(seed, level);
    return enter(at, challenge.view(instance), challenge.solve(instance));
  };
}

/** Moves (or with "Alt+" resizes) the focused box by a whole number of pixels: tens with Shift, then ones. */
async function nudge({ keyboard, board }: At, [dx, dy]: readonly [number, number], modifier: "" | "Alt+" = ""): Promise<void> {
  const box = board.locator("[data-box=mine]");
  for (const [by, back, forth] of [
    [dx, "ArrowLeft", "ArrowRight"],
    [dy, "ArrowUp", "ArrowDown"],
  ] as const) {
    const key = by < 0 ? back : forth;
    const size = Math.abs(by);
    for (let i = 0; i < Math.floor(size / 10); i++) await keyboard.pressAndSee(`${modifier}Shift+${key}`, box, "aria-label");
    for (let i = 0; i < size % 10; i++) await keyboard.pressAndSee(`${modifier}${key}`, box, "aria-label");
  }
}

/** A driver for every kind, by name. */
export const drivers: Readonly<Record<string, Driver>> = {
  "nms-survivors": driver(nmsSurvivors, async ({ keyboard, board }, _, { keep }) => {
    for (const id of keep) await keyboard.turn(board.locator(`[data-chip="${id}"]`), "aria-checked", true);
  }),

  "guided-signal": driver(guidedSignal, async ({ keyboard, board }, { side }, { cells }) => {
    for (const cell of cells)
      await keyboard.turn(
        board.getByRole("button", { name: `Row ${Math.floor(cell / side) + 1}, column ${(cell % side) + 1}`, exact: true }),
        "aria-pressed",
        true,
      );
  }),

  "nms-threshold": driver(nmsThreshold, async ({ keyboard, board }, _, { hundredths }) => {
    const slider = board.getByRole("slider");
    await keyboard.slide(slider, (hundredths ?? 0) / 100, 0.05);
    // Where the slider stood there already, Enter says that it is meant.
    if ((await slider.getAttribute("aria-valuetext")) === "?") await keyboard.pressAndSee("Enter", slider, "aria-valuetext");
  }),

  "iou-estimate": driver(iouEstimate, async ({ keyboard, board }, _, { guesses }) => {
    const slider = board.getByRole("slider");
    for (const [i, guess] of guesses.entries()) {
      await keyboard.choose(board.getByRole("radiogroup"), i);
      await keyboard.slide(slider, guess ?? 0, 1);
      if ((await slider.getAttribute("aria-valuetext")) !== "?") continue;
      for (const key of ["ArrowRight", "ArrowLeft"]) await keyboard.pressAndSee(key, slider, "aria-valuenow");
    }
  }),

  "iou-draw": driver(iouDraw, async (at, { start, rule }, { box }) => {
    const [x1, y1, x2, y2] = box ?? start;
    const [width, height] = [start[2] - start[0], start[3] - start[1]];
    const grow = [x2 - x1 - width, y2 - y1 - height] as const;
    await at.keyboard.reach(at.board.locator("[data-box=mine]"));
    // First smaller, then there, then larger: so the picture's edge is never in the way.
    if (rule !== "move") await nudge(at, [Math.min(0, grow[0]), Math.min(0, grow[1])], "Alt+");
    await nudge(at, [x1 - start[0], y1 - start[1]]);
    if (rule !== "move") await nudge(at, [Math.max(0, grow[0]), Math.max(0, grow[1])], "Alt+");
  }),

  "anchor-labels": driver(anchorLabels, async ({ keyboard, board }, { objects }, { labels }) => {
    const options = [BACKGROUND, IGNORED, ...objects.keys()];
    for (const [anchor, label] of labels.entries()) {
      await keyboard.choose(
        board.getByRole("radiogroup", { name: `Anchor ${letter(anchor)}`, exact: true }),
        options.indexOf(label ?? BACKGROUND),
      );
    }
  }),

  "place-anchors": driver(placeAnchors, async ({ keyboard, board }, view, { scales, ratios, pairs }) => {
    const names = [
      ...scales.map((s) => `${view.scales[s]} px`),
      ...ratios.map((r) => `Ratios h:w ${ratioName(view.ratios[r])}`),
      ...pairs.map((pair) => shapeName(view, pair)),
    ];
    for (const name of names) await keyboard.turn(board.getByRole("button", { name, exact: true }), "aria-pressed", true);
  }),

  "detector-race": driver(detectorRace, async ({ keyboard, board }, { runners }, { most, cheapest, errors }) => {
    await keyboard.choose(board.getByRole("radiogroup").nth(0), most ?? 0);
    await keyboard.choose(board.getByRole("radiogroup").nth(1), cheapest ?? 0);
    for (const i of errors.length > 0 ? runners.keys() : []) {
      const select = board.getByRole("combobox").nth(i);
      await keyboard.reach(select);
      // Arrows walk the closed list.
      while ((await select.inputValue()) !== errors[i]) {
        const before = await select.inputValue();
        await keyboard.press("ArrowDown");
        await expect(select).not.toHaveValue(before);
      }
    }
  }),
};
