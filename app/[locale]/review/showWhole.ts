/** What a hand does that decides where the page stands from then on. */
const ACTS = ["pointerdown", "keydown", "wheel", "touchmove"] as const;

/**
 * Brings a card into view, and no farther than that: with the whole desk above it where both fit the screen, the card alone where that
 * fits, and its beginning where it is longer. A card grows while its question loads, so it is looked at again until somebody acts.
 * The function that comes back ends that.
 */
export function showWhole(desk: HTMLElement, card: HTMLElement): () => void {
  const show = () => {
    const room = roomOf(document.documentElement);
    const [first, last] = [desk.getBoundingClientRect(), card.getBoundingClientRect()];
    if (last.bottom - first.top <= room) {
      desk.scrollIntoView({ block: "nearest" });
    } else card.scrollIntoView({ block: last.height <= room ? "nearest" : "start" });
  };
  const watcher = new ResizeObserver(show);
  const end = () => {
    watcher.disconnect();
    for (const act of ACTS) window.removeEventListener(act, end, { capture: true });
  };
  show();
  watcher.observe(card);
  for (const act of ACTS) window.addEventListener(act, end, { capture: true });
  return end;
}

/** Height between the page's bars, in CSS pixels. */
function roomOf(page: HTMLElement): number {
  const { scrollPaddingTop, scrollPaddingBottom } = getComputedStyle(page);
  return window.innerHeight - (parseFloat(scrollPaddingTop) || 0) - (parseFloat(scrollPaddingBottom) || 0);
}
