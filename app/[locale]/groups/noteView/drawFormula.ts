import katex from "katex";
import "katex/dist/katex.min.css";
import { isOutgrown } from "@/lib/markdown/outgrown";

interface Drawing {
  readonly display: boolean;
  /** What is said of a formula that cannot be read. */
  readonly bad: string;
}

/** Nothing that fetches, links or styles; macros and sizes bounded. */
export const HELD = { trust: false, maxExpand: 200, maxSize: 20, strict: "ignore", throwOnError: true } as const;

/** Milliseconds of drawing in one go: between two the page takes what was typed and scrolled. */
const SLICE_MS = 8;

const waiting: { readonly place: HTMLElement; readonly tex: string; readonly drawing: Drawing }[] = [];
let running = false;

/** Until when formulas of this task are drawn at once, which is before they are painted; null before the first. */
let atOnceUntil: number | null = null;
function atOnce(): boolean {
  if (atOnceUntil === null) {
    atOnceUntil = performance.now() + SLICE_MS;
    setTimeout(() => (atOnceUntil = null));
  }
  return waiting.length === 0 && performance.now() < atOnceUntil;
}

/** Draws a formula into `place`: at once, or where there are many once it is its turn. A place that is gone by then is passed over. */
export function drawFormula(place: HTMLElement, tex: string, drawing: Drawing): void {
  if (atOnce()) {
    draw(place, tex, drawing);
    return;
  }
  waiting.push({ place, tex, drawing });
  if (running) return;
  running = true;
  setTimeout(drawSome);
}

function drawSome(): void {
  const until = performance.now() + SLICE_MS;
  while (waiting.length > 0 && performance.now() < until) {
    const next = waiting.shift();
    if (next?.place.isConnected) draw(next.place, next.tex, next.drawing);
  }
  running = waiting.length > 0;
  if (running) setTimeout(drawSome);
}

function draw(place: HTMLElement, tex: string, { display, bad }: Drawing): void {
  try {
    if (isOutgrown(tex)) throw new RangeError("a formula that would not end");
    katex.render(tex, place, { ...HELD, displayMode: display });
    delete place.dataset.bad;
    place.removeAttribute("title");
  } catch {
    place.textContent = tex;
    place.dataset.bad = "";
    place.title = bad;
  }
}
