import { existsSync } from "node:fs";

/** What the smoke walk needs of a browser. Places are XPath, which both protocols speak. */
export interface Driver {
  /** Loads a page of the server. @param path from its root */
  open(path: string): Promise<void>;
  /** Clicks the one element that is at this place, as a person would: scrolled into view, at its middle. */
  click(place: string): Promise<void>;
  /** The value of a JavaScript expression in the page: plain JSON. */
  read(expression: string): Promise<unknown>;
  /** A PNG of the window. */
  picture(): Promise<Buffer>;
  /** Uncaught errors, console errors and refusals by the Content-Security-Policy of the page since it was opened or last asked. */
  errors(): Promise<string[]>;
  close(): Promise<void>;
}

/** A browser that may be on this machine. */
export interface Browser {
  readonly name: string;
  /** What is missing and how Debian has it; null when everything is here. */
  readonly missing: string | null;
  /** @param origin where the product is served */
  start(origin: string): Promise<Driver>;
}

/** The first of these files that exists. */
export const firstOf = (paths: readonly (string | undefined)[]): string | null => paths.find((path) => path && existsSync(path)) ?? null;

/** Waits until `check` gives something other than null, asking often; then the last refusal says what was waited for. */
export async function until<T>(what: string, check: () => Promise<T | null>, limitMs: number): Promise<T> {
  const end = Date.now() + limitMs;
  for (;;) {
    const found = await check();
    if (found !== null) return found;
    if (Date.now() > end) throw new Error(`after ${limitMs / 1000} s still waiting for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
