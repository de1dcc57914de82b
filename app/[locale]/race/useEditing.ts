"use client";

import { useState } from "react";
import { fitted, SIDE, type DrawnItem } from "@/lib/client/race/drawn";
import { MOST_PLACED } from "@/lib/engine/scenes/emoji/placed";

export interface Editing {
  readonly items: readonly DrawnItem[];
  /** Index of the item that the tools work on, or null. */
  readonly selected: number | null;
  readonly full: boolean;
  select(index: number | null): void;
  /** Adds an emoji, in the middle when no place is given; false where there is no room for one more. */
  add(label: number, place?: readonly [number, number]): boolean;
  change(index: number, by: Partial<DrawnItem>): DrawnItem;
  remove(index: number): void;
  front(index: number): void;
  clear(): void;
}

const SIZE = 40;
const MIDDLE = SIDE / 2;
/** Where emoji that are added without a place go: the middle, then around it, so that none hides the one before. */
const PLACES = [
  [0, 0],
  [-28, -28],
  [28, 28],
  [28, -28],
  [-28, 28],
  [0, -32],
  [0, 32],
  [-32, 0],
  [32, 0],
].map(([dx, dy]) => [MIDDLE + dx, MIDDLE + dy] as const);

/** The changes that a learner makes to a drawn scene. */
export function useEditing(items: readonly DrawnItem[], onItems: (items: readonly DrawnItem[]) => void): Editing {
  const [chosen, setChosen] = useState<number | null>(null);
  const selected = chosen !== null && chosen < items.length ? chosen : null;
  const full = items.length >= MOST_PLACED;
  return {
    items,
    selected,
    full,
    select: setChosen,
    add(label, place) {
      if (full) return false;
      const near = ([x, y]: readonly [number, number]) => items.some((item) => Math.hypot(item.x - x, item.y - y) < 8);
      const [x, y] = place ?? PLACES.find((spot) => !near(spot)) ?? PLACES[0];
      onItems([...items, fitted({ label, pick: 0, x, y, size: SIZE, tilt: 0, flip: false })]);
      setChosen(items.length);
      return true;
    },
    change(index, by) {
      const next = fitted({ ...items[index], ...by });
      onItems(items.map((item, i) => (i === index ? next : item)));
      return next;
    },
    remove(index) {
      onItems(items.filter((_, i) => i !== index));
      setChosen(null);
    },
    front(index) {
      onItems([...items.filter((_, i) => i !== index), items[index]]);
      setChosen(items.length - 1);
    },
    clear() {
      onItems([]);
      setChosen(null);
    },
  };
}
