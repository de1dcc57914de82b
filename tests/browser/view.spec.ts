import { expect, test, type Locator, type Page } from "@playwright/test";
import { kinds } from "@/content/_generated/kinds";
import type { Answer as RaceAnswer } from "@/content/topics/one-vs-two-stage/challenges/detector-race/challenge";
import { answering } from "./hands";
import { inTurn } from "./inTurn";
import { openSolved } from "./solved";

/** Phones upright and on their side, desks, and a desk at 200 % and 400 % zoom. */
const SCREENS = [
  { width: 320, height: 640 },
  { width: 390, height: 844 },
  { width: 844, height: 390 },
  { width: 1280, height: 800 },
  { width: 1440, height: 900 },
  { width: 640, height: 400 },
  { width: 320, height: 256 },
] as const;
/** A phone, a desk, and a desk at 400 %. */
const BOARDS = [SCREENS[1], SCREENS[3], SCREENS[6]] as const;
const MOST_TABS = 90;

/** The first line of a text lies within the screen, and no bar lies over it. */
const firstLineSeen = (text: Locator) =>
  text.evaluate((node) => {
    const range = document.createRange();
    range.selectNodeContents(node);
    const [line] = range.getClientRects();
    const hit = document.elementFromPoint(line.left + 2, (line.top + line.bottom) / 2);
    return line.top >= 0 && line.bottom <= window.innerHeight && hit !== null && node.contains(hit);
  });

for (const kind of Object.keys(kinds)) {
  test(`${kind}: after grading, stars, the first words and the next thing to do are in view`, async ({ page }) => {
    test.setTimeout(240_000);
    for (const screen of inTurn(kind, SCREENS)) {
      const name = `${screen.width}x${screen.height}`;
      await test.step(name, async () => {
        await page.setViewportSize(screen);
        await openSolved(page, kind, 2, `view-${name}`);
        await page.getByTestId("submit").click();
        await expect(page.getByTestId("verdict").getByRole("img", { name: /별/ }).first()).toBeInViewport({ ratio: 1 });
        await expect.poll(() => firstLineSeen(page.getByTestId("summary")), name).toBe(true);
        await expect(page.getByTestId("again")).toBeInViewport();
      });
    }
  });

  test(`${kind}: whatever the keyboard goes to on the board, no bar lies over it`, async ({ page }) => {
    test.setTimeout(240_000);
    for (const screen of inTurn(kind, BOARDS)) {
      const name = `${screen.width}x${screen.height}`;
      await test.step(name, async () => {
        await page.setViewportSize(screen);
        await openSolved(page, kind, 2, `tabs-${name}`);
        const covered: string[] = [];
        let stops = 0;
        for (let tabs = 0; tabs < MOST_TABS; tabs++) {
          await page.keyboard.press("Tab");
          const stop = await page.evaluate(() => {
            const element = document.activeElement;
            if (!element?.closest("section[data-kind]")) return null;
            const box = element.getBoundingClientRect();
            const top = Math.max(0, box.top);
            const bottom = Math.min(window.innerHeight, box.bottom);
            const hit = document.elementFromPoint((box.left + box.right) / 2, (top + bottom) / 2);
            const bar = hit?.closest("[data-bar]");
            const free = bottom > top && (!bar || bar.contains(element));
            return { free, what: `${element.localName} ${element.getAttribute("aria-label") ?? element.textContent}` };
          });
          // The board is behind the keyboard now: what follows belongs to the page.
          if (stop === null && stops > 0) break;
          if (stop === null) continue;
          stops++;
          if (!stop.free) covered.push(stop.what);
        }
        expect(stops, name).toBeGreaterThan(3);
        expect(covered, name).toEqual([]);
      });
    }
  });
}

for (const screen of [SCREENS[1], SCREENS[3]])
  test(`a verdict that has much to say shows its stars and the next thing to do all the same, ${screen.width} px wide`, async ({
    page,
  }) => {
    await page.setViewportSize(screen);
    const seed = "much-to-say";
    const { cheapest, dearest, reach } = kinds["detector-race"].solution(seed, 3) as RaceAnswer;
    const turned = reach.map((label) => (label === "none" ? "both" : "none"));
    await openSolved(page, "detector-race", 3, seed, { cheapest: dearest, dearest: cheapest, reach: turned });
    await page.getByTestId("submit").click();
    await expect(page.getByTestId("verdict").getByRole("img", { name: /별/ }).first()).toBeInViewport({ ratio: 1 });
    await expect.poll(() => firstLineSeen(page.getByTestId("summary"))).toBe(true);
    await expect(page.getByTestId("again")).toBeInViewport({ ratio: 1 });
  });

/** What of a board shows through nowhere, since the round's own bar lies over it. */
const underTheBar = (page: Page) =>
  page.evaluate(() => {
    const bar = document.querySelector("[data-bar=round]");
    const board = bar?.closest("section[data-kind]");
    if (!bar || !board) return ["no board"];
    const over = bar.getBoundingClientRect();
    if (over.top >= window.innerHeight) return [];
    return [...board.querySelectorAll("button, input, svg, p, li, tr")]
      .filter((node) => !bar.contains(node) && !node.contains(bar) && !node.closest(".sr-only"))
      .filter((node) => {
        const box = node.getBoundingClientRect();
        const [width, height] = [
          Math.min(box.right, over.right) - Math.max(box.left, over.left),
          Math.min(box.bottom, over.bottom) - Math.max(box.top, over.top),
        ];
        return width > 1 && height > 1;
      })
      .map((node) => `${node.localName} ${node.textContent.slice(0, 40)}`);
  });

const FIRST_SHOWN = [SCREENS[0], SCREENS[1], SCREENS[3], SCREENS[4]] as const;
for (const screen of FIRST_SHOWN) {
  const name = `${screen.width}x${screen.height}`;
  test(`no bar lies over a board when its page is first shown, ${name}`, async ({ page }) => {
    test.setTimeout(240_000);
    await page.setViewportSize(screen);
    const here = Object.keys(kinds).filter((kind) => inTurn(kind, FIRST_SHOWN).includes(screen));
    for (const path of ["", ...here.map((kind) => `/play/${kind}?level=3&seed=first-${name}`)]) {
      await page.goto(`/ko${path}`);
      const board = page.locator("section[data-kind]");
      await expect(board).toHaveAttribute("data-phase", "playing");
      await expect(page.getByTestId("submit")).toBeVisible();
      expect(await underTheBar(page), path).toEqual([]);
    }
  });
}

for (const path of ["", ...Object.keys(kinds).map((kind) => `/play/${kind}?level=5&seed=begun`)])
  test(`once something was done, no bar lies over what is to be done next: ${path || "/"}`, async ({ page }) => {
    await page.setViewportSize(SCREENS[3]);
    await page.goto(`/ko${path}`);
    await expect(page.locator("section[data-kind]")).toHaveAttribute("data-phase", "playing");
    const clear = page.getByRole("button", { name: "처음부터" });
    await answering(clear);
    await clear.click();
    await expect(page.getByRole("button", { name: "되돌리기" })).toBeEnabled();
    await page.evaluate(() => window.scrollTo(0, 0));
    await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(0);
    expect(await underTheBar(page)).toEqual([]);
  });

test("once a cell is marked the whole grid comes clear of the bar: gradcam-regions on a phone", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.emulateMedia({ reducedMotion: "reduce" });
  for (const level of [1, 5]) {
    await page.goto(`/en/play/gradcam-regions?level=${level}&seed=clear`);
    const cells = page.getByRole("grid").locator("[data-cell]");
    await answering(cells.first());
    const scroll = () => page.evaluate(() => window.scrollY);
    expect(await scroll()).toBe(0);
    await cells.first().click();
    await expect.poll(scroll).toBeGreaterThan(0);
    const last = await cells.last().evaluate((cell) => {
      const { left, top, width, height } = cell.getBoundingClientRect();
      return cell.contains(document.elementFromPoint(left + width / 2, top + height - 2));
    });
    expect(last, `level ${level}`).toBe(true);
  }
});

for (const language of ["ko", "en"])
  test(`gradcam-regions fits a laptop's first screen, with the button that hands it in: ${language}`, async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto(`/${language}/play/gradcam-regions?level=1`);
    await expect(page.locator("section[data-kind]")).toHaveAttribute("data-phase", "playing");
    await expect(page.getByTestId("submit")).toBeInViewport({ ratio: 1 });
  });

for (const kind of ["place-anchors", "anchor-labels", "detector-race", "guided-signal"])
  test(`${kind}: the picture that stays in sight lies beside its choices, never over them`, async ({ page }) => {
    await page.setViewportSize(SCREENS[3]);
    await page.goto(`/en/play/${kind}?level=5&seed=beside`);
    await expect(page.locator("section[data-kind]")).toHaveAttribute("data-phase", "playing");
    const covered = await page.evaluate(async () => {
      const picture = document.querySelector("[data-bar=pinned]") as HTMLElement;
      const board = picture.closest("section[data-kind]") as HTMLElement;
      const found: string[] = [];
      for (let y = 0; y <= document.documentElement.scrollHeight; y += 60) {
        window.scrollTo({ top: y, behavior: "instant" });
        await new Promise(requestAnimationFrame);
        const over = picture.getBoundingClientRect();
        for (const node of board.querySelectorAll("button, p, li, td, th, span")) {
          if (picture.contains(node) || node.contains(picture) || node.closest(".sr-only")) continue;
          const box = node.getBoundingClientRect();
          const width = Math.min(box.right, over.right) - Math.max(box.left, over.left);
          const height = Math.min(box.bottom, over.bottom) - Math.max(box.top, over.top);
          if (width > 1 && height > 1) found.push(`${y}: ${node.textContent.slice(0, 30)}`);
        }
      }
      return found;
    });
    expect(covered).toEqual([]);
  });

for (const screen of [SCREENS[1], SCREENS[3]])
  test(`all numbers that a signal meets are in sight while its cells are marked, ${screen.width} px wide`, async ({ page }) => {
    await page.setViewportSize(screen);
    await page.goto("/ko/play/guided-signal?level=5&seed=in-sight");
    const board = page.locator("section[data-kind=guided-signal]");
    await expect(board).toHaveAttribute("data-phase", "playing");
    const [tables, grids] = [board.getByRole("table"), board.getByRole("grid")];
    await expect(tables).toHaveCount(4);
    await expect(grids).toHaveCount(3);
    for (const grid of await grids.all()) {
      // The last row, as a hand that comes to it sees it.
      await grid.locator("[data-cell]").last().focus();
      await page.keyboard.press("Space");
      for (const table of await tables.all()) await expect(table).toBeInViewport({ ratio: 1 });
      await expect(grid).toBeInViewport({ ratio: 1 });
      const hidden = await grid.locator("[data-cell]").evaluateAll(
        (cells) =>
          cells.filter((cell) => {
            const box = cell.getBoundingClientRect();
            return !cell.contains(document.elementFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2));
          }).length,
      );
      expect(hidden).toBe(0);
    }
  });

for (const screen of [SCREENS[1], SCREENS[3], SCREENS[4]]) {
  test(`the box to be drawn is seen at once and while it is moved, ${screen.width} px wide`, async ({ page }) => {
    await page.setViewportSize(screen);
    await page.goto("/en/play/iou-draw?level=1&seed=own-box");
    const mine = page.locator("[data-box=mine]").first();
    await expect(mine).toBeInViewport({ ratio: 1 });
    await mine.focus();
    await page.keyboard.press("ArrowRight");
    await expect(page.getByTestId("submit")).toBeInViewport();
    await expect(mine).toBeInViewport({ ratio: 1 });
    const over = await page.locator("[data-bar=round]").boundingBox();
    const box = await mine.boundingBox();
    expect((box?.y ?? NaN) + (box?.height ?? NaN)).toBeLessThanOrEqual(over?.y ?? NaN);
  });
}

test("a name with a hyphen is never broken over two lines in a round, its verdict and its replay", async ({ page }) => {
  await openSolved(page, "detector-race", 2, "unbroken");
  const broken = () =>
    page
      .locator("section[data-kind]")
      .evaluate((section) =>
        [...section.querySelectorAll("p, li, td, th, q")]
          .filter((node) => !node.closest(".sr-only"))
          .flatMap(({ textContent }) => textContent.match(/[A-Za-z0-9]-[A-Z0-9]\S*/g) ?? []),
      );
  expect(await broken()).toEqual([]);
  await page.getByTestId("submit").click();
  await expect(page.getByTestId("verdict")).toContainText("R-\u2060CNN");
  expect(await broken()).toEqual([]);
});

for (const width of [320, 390, 1280])
  test(`the map's titles are read whole, ${width} px wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.goto("/en/learn");
    const rows = page.locator("li:has([data-title])");
    await expect(rows).not.toHaveCount(0);
    const cut = await rows.evaluateAll((nodes) =>
      nodes.flatMap((row) => {
        const title = row.querySelector("[data-title]") as HTMLElement;
        const [outer, inner] = [row.getBoundingClientRect(), (title.parentElement as HTMLElement).getBoundingClientRect()];
        const clipped = [title, ...title.querySelectorAll("*")].some(
          (node) => node.scrollWidth > node.clientWidth + 1 && getComputedStyle(node).overflow !== "visible",
        );
        return clipped || inner.top < outer.top || inner.bottom > outer.bottom ? [title.textContent] : [];
      }),
    );
    expect(cut).toEqual([]);
  });

for (const screen of [SCREENS[0], SCREENS[1], SCREENS[3]]) {
  test(`the landing round's verdict is in view, ${screen.width} px wide`, async ({ page }) => {
    await page.setViewportSize(screen);
    await page.goto("/ko");
    const chip = page.locator("section[data-kind] [data-chip]").first();
    await answering(chip);
    await chip.click();
    await page.getByTestId("submit").click();
    await expect(page.getByTestId("verdict").getByRole("img", { name: /별/ }).first()).toBeInViewport({ ratio: 1 });
    await expect.poll(() => firstLineSeen(page.getByTestId("summary"))).toBe(true);
    await expect(page.getByTestId("again")).toBeInViewport();
  });
}

test("where the header scrolls away, the line of what was read lies at the upper edge", async ({ page }) => {
  await page.setViewportSize({ width: 640, height: 400 });
  await page.goto("/en/learn/iou");
  await page.evaluate(() => window.scrollTo({ top: 2000, behavior: "instant" }));
  const line = page.locator("div.fixed.origin-left");
  await expect.poll(async () => (await line.boundingBox())?.y).toBe(0);
  await page.setViewportSize({ width: 1280, height: 800 });
  await expect.poll(async () => (await line.boundingBox())?.y).toBe(60);
});

test("on a phone the answer to the guess in the NMS simulation comes into view", async ({ page }) => {
  await page.setViewportSize(SCREENS[1]);
  await page.goto("/en/learn/nms");
  const guess = page.getByText("How many will survive? Guess first.");
  await guess.scrollIntoViewIfNeeded();
  const button = page.getByRole("button", { name: "3", exact: true }).first();
  await answering(button);
  await button.click();
  await expect(page.getByText(/NMS leaves \d+/).first()).toBeInViewport({ ratio: 1 });
});

test("what stands in a cell of a question stays on one line, 390 px wide", async ({ page }) => {
  await page.setViewportSize(SCREENS[1]);
  await page.goto("/en/learn/guided-backprop");
  const ask = page.getByTestId("ask");
  const cells = ask.locator("[data-cell] span");
  await expect(cells.first()).toBeVisible();
  const lines = await cells.evaluateAll((nodes) => nodes.map((node) => node.getClientRects().length));
  expect(lines).toEqual(lines.map(() => 1));
  const spill = await cells.evaluateAll((nodes) =>
    nodes.filter((node) => node.getBoundingClientRect().width > (node.parentElement?.clientWidth ?? 0)).map((node) => node.textContent),
  );
  expect(spill).toEqual([]);
  await expect(ask.getByTestId("hand-in")).toHaveText("Choose a cell");
});
