/** Faults planted in what the server sends. */
import type { Page } from "@playwright/test";

/** Makes what the page's own code does at `mark` throw, from when `window.planted` is set. */
export async function plantFault(page: Page, mark: RegExp, fault: string) {
  let planted = 0;
  await page.route("**/_next/static/**/*.js", async (route) => {
    const response = await route.fetch();
    const code = await response.text();
    const spoilt = code.replace(mark, (found) => {
      planted++;
      return found + fault;
    });
    await route.fulfill({ response, body: spoilt });
  });
  return () => planted;
}
/** An expression that throws once `window.planted` is set. */
export const THROWS = "(window.planted&&(()=>{throw new Error('planted fault')})(),0)||";
