"use client";

import { useSyncExternalStore } from "react";

const ASKED = "(prefers-reduced-motion: reduce)";

function listen(onChange: () => void): () => void {
  const query = window.matchMedia(ASKED);
  query.addEventListener("change", onChange);
  return () => query.removeEventListener("change", onChange);
}

/**
 * True when the reader asked for less motion. False while a prerendered page comes alive, so that its first picture is the
 * server's; then at once what the reader's system says, also when that changes.
 */
export function useReducedMotion(): boolean {
  return useSyncExternalStore(
    listen,
    () => window.matchMedia(ASKED).matches,
    () => false,
  );
}
