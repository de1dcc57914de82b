/** What the server says to the page. */
import type { Page } from "@playwright/test";

/**
 * The next reply to `glob`, as JSON. It is read on its way: the page takes replies piece by piece, and of those the browser keeps no copy.
 * @example const graded = await nextReply(page, "**\/review/grade"); await rate(); expect(await graded()).toEqual(…)
 */
export async function nextReply(page: Page, glob: string): Promise<() => Promise<unknown>> {
  let tell: (json: unknown) => void;
  const told = new Promise<unknown>((resolve) => (tell = resolve));
  await page.route(
    glob,
    async (route) => {
      const response = await route.fetch();
      tell(await response.json());
      await route.fulfill({ response });
    },
    { times: 1 },
  );
  return () => told;
}
