import type { Challenge, Level } from "./contract";

/** A thing on the page, as somebody without a pointer knows it: by its role and name, or by a data attribute of the board. */
export type Target =
  | { readonly role: string; readonly name?: string; /** 0-based, among equals. */ readonly nth?: number }
  | { readonly css: string; readonly nth?: number };

/** Hands that know only keys. The browser test gives them; every call fails when the page does not follow. */
export interface Hands {
  press(key: string): Promise<void>;
  /** Tabs to the target. */
  reach(target: Target): Promise<void>;
  /** Turns a checkbox (aria-checked) or a toggle button (aria-pressed), which stands the other way, with Space. */
  turn(target: Target, on: boolean): Promise<void>;
  /** Chooses the radio at `index` of a group with the arrow keys. */
  choose(group: Target, index: number): Promise<void>;
  /** Brings a slider to `value` with the arrow keys; `step` is what one arrow changes. */
  slide(slider: Target, value: number, step: number): Promise<void>;
  /** Walks a closed list to the option with this value. */
  select(list: Target, value: string): Promise<void>;
  /** Types a number into a field, in place of what stands there. */
  type(field: Target, text: string): Promise<void>;
  /** Presses a key and waits until the target's attribute says something else. */
  pressAndSee(key: string, target: Target, attribute: string): Promise<void>;
  attribute(target: Target, name: string): Promise<string | null>;
}

/** Enters an answer on the kind's board by keys alone. */
export type KeyboardPlay<V, A> = (hands: Hands, view: V, answer: A) => Promise<void>;

/** Enters the perfect answer to the instance of (seed, level). */
export type PerfectPlay = (hands: Hands, seed: string, level: Level) => Promise<void>;

/** Closes a kind's keyboard play over its own types. */
export function perfectPlay<V, T, A, S>(challenge: Challenge<V, T, A, S>, keyboard: KeyboardPlay<V, A>): PerfectPlay {
  return (hands, seed, level) => {
    const instance = challenge.generate(seed, level);
    return keyboard(hands, instance.view, challenge.solve(instance));
  };
}

/**
 * Marks cells of a `CellGrid` by keys: Tab to the grid, Ctrl+Home to its first cell, arrows from cell to cell, Space on each.
 * @param label the grid's name @param cells numbered row by row; those that are not marked yet
 */
export async function markCells(hands: Hands, label: string, columns: number, cells: readonly number[]): Promise<void> {
  const grid = `[role="grid"][aria-label=${JSON.stringify(label)}]`;
  await hands.reach({ css: `${grid} [data-cell][tabindex="0"]` });
  await hands.press("Control+Home");
  let at = 0;
  for (const cell of [...cells].sort((a, b) => a - b)) {
    for (; Math.floor(at / columns) < Math.floor(cell / columns); at += columns) await hands.press("ArrowDown");
    for (; at < cell; at++) await hands.press("ArrowRight");
    for (; at > cell; at--) await hands.press("ArrowLeft");
    await hands.pressAndSee("Space", { css: `${grid} [data-cell="${cell}"]` }, "aria-pressed");
  }
}

/** x1, y1, x2, y2 in whole pixels. */
type Corners = readonly [number, number, number, number];

/** Moves (or with "Alt+" resizes) the focused box by a whole number of pixels: tens with Shift, then ones. */
async function nudge(hands: Hands, box: Target, [dx, dy]: readonly [number, number], modifier: "" | "Alt+" = ""): Promise<void> {
  for (const [by, back, forth] of [
    [dx, "ArrowLeft", "ArrowRight"],
    [dy, "ArrowUp", "ArrowDown"],
  ] as const) {
    const key = by < 0 ? back : forth;
    const size = Math.abs(by);
    for (let i = 0; i < Math.floor(size / 10); i++) await hands.pressAndSee(`${modifier}Shift+${key}`, box, "aria-label");
    for (let i = 0; i < size % 10; i++) await hands.pressAndSee(`${modifier}${key}`, box, "aria-label");
  }
}

/** Brings an `EditableBox` from one place to another by its keys; one that cannot be resized has the same size at both. */
export async function fitBox(hands: Hands, box: Target, from: Corners, to: Corners): Promise<void> {
  const grow = [to[2] - to[0] - (from[2] - from[0]), to[3] - to[1] - (from[3] - from[1])] as const;
  await hands.reach(box);
  // First smaller, then there, then larger: so the picture's edge is never in the way.
  await nudge(hands, box, [Math.min(0, grow[0]), Math.min(0, grow[1])], "Alt+");
  await nudge(hands, box, [to[0] - from[0], to[1] - from[1]]);
  await nudge(hands, box, [Math.max(0, grow[0]), Math.max(0, grow[1])], "Alt+");
}
