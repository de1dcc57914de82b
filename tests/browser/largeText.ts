import type { Page } from "@playwright/test";

const grow = () => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("html { font-size: 200% !important; }");
  document.adoptedStyleSheets = [sheet];
};

/** The open page, until another is opened, as somebody sees it who has the browser's text at 200 %. */
export const enlarge = (page: Page): Promise<void> => page.evaluate(grow);

/** What somebody sees who has the browser's text at 200 %: the page that is open and, unlike a change of its style, whatever is opened after it. */
export async function textTwiceAsLarge(page: Page): Promise<void> {
  await page.addInitScript(grow);
  await enlarge(page);
}

/** By how many pixels the page is wider than its window, and what sticks out; nothing where it fits. */
export const wider = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const by = document.documentElement.scrollWidth - width;
    if (by <= 0) return [];
    const scrolls = (node: Element): boolean =>
      node.parentElement !== null && (getComputedStyle(node.parentElement).overflowX !== "visible" || scrolls(node.parentElement));
    const out = [...document.body.querySelectorAll("*")].filter((node) => node.getBoundingClientRect().right > width + 1 && !scrolls(node));
    return [
      `${by} px`,
      ...out.slice(0, 8).map((node) => `${node.localName} ${(node.getAttribute("aria-label") ?? node.textContent).slice(0, 40)}`),
    ];
  });
