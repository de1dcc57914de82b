"use client";

import { useSyncExternalStore } from "react";

/**
 * Whether pictures are shown as the network sees them. One wish for all pictures of the tab, like light and dark: no state of a
 * simulation, so no address carries it.
 */
const KEY = "boxup-network-sees";
const listeners = new Set<() => void>();
let now: boolean | null = null;

function read(): boolean {
  if (now !== null) return now;
  try {
    now = sessionStorage.getItem(KEY) === "yes";
  } catch {
    // Where nothing may be kept, the wish lasts as long as the page.
    now = false;
  }
  return now;
}

function write(seen: boolean): void {
  now = seen;
  try {
    sessionStorage.setItem(KEY, seen ? "yes" : "no");
  } catch {
    // See above.
  }
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The wish, and how to change it. */
export function useSeen(): readonly [seen: boolean, see: (seen: boolean) => void] {
  return [useSyncExternalStore(subscribe, read, () => false), write];
}
