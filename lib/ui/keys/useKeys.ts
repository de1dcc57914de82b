"use client";

import { useEffect, useRef } from "react";
import { shortcutOf, type Shortcut } from "./shortcut";

/** Where typing is text, or chooses from a list by its first letters. */
const TAKES_TEXT = "input:not([type=range], [type=checkbox], [type=radio]), textarea, select, [contenteditable]";
/** Controls on which Space has a meaning of its own. */
const TAKES_SPACE = "button, summary, a, input, [role=slider], [role=checkbox], [role=radio]";

const within = ({ target }: KeyboardEvent, controls: string): boolean => target instanceof Element && target.closest(controls) !== null;

export type Bindings = Readonly<Partial<Record<Shortcut, () => void>>>;

/** Listens for shortcuts wherever the focus is, except in fields that take text. A bound key does nothing else. */
export function useKeys(bindings: Bindings): void {
  const latest = useRef(bindings);
  useEffect(() => {
    latest.current = bindings;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      // Somebody has keys: from now on they are named, also where the screen is touched (`key-name` of the style sheet).
      if (!within(event, TAKES_TEXT)) document.documentElement.dataset.keys = "";
      const shortcut = event.defaultPrevented || within(event, TAKES_TEXT) ? null : shortcutOf(event);
      if (shortcut === null || (shortcut === "space" && within(event, TAKES_SPACE))) return;
      const act = latest.current[shortcut];
      if (!act) return;
      event.preventDefault();
      act();
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);
}
