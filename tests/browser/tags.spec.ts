import { expect, test, type Locator, type Page } from "@playwright/test";

// What is written on a picture answers for the box it names, wherever tags, areas and handles lie on each other.

const SCREENS = [
  { width: 1280, height: 800 },
  { width: 390, height: 844 },
];
const SEEDS = ["tags", "labels"];

/** The ids of the boxes that have a tag, in the order of drawing. */
const tagged = (board: Locator) =>
  board.locator("[data-tag]").evaluateAll((tags) => tags.map((tag) => (tag as SVGElement).dataset.tag ?? ""));

/** To the middle of the window, clear of the bars at its edges. */
const bring = (thing: Locator) => thing.evaluate((node) => node.scrollIntoView({ block: "center" }));

/** Clicks the middle of a tag as it is drawn. What lies over it is not asked: a learner's pointer does not ask either. */
async function clickTag(board: Locator, id: string) {
  const tag = board.locator(`[data-tag="${id}"]`);
  await bring(tag);
  await tag.click({ force: true });
}

async function openRound(page: Page, kind: string, level: number, seed: string): Promise<Locator> {
  await page.goto(`/en/play/${kind}?level=${level}&seed=${seed}`);
  const board = page.locator(`section[data-kind="${kind}"]`);
  await expect(board).toHaveAttribute("data-phase", "playing");
  await expect(board).toHaveAttribute("data-seed", seed);
  return board;
}

/** Every tag, one after the other: a click on it chooses its own box. */
async function everyTagChoosesItsBox(board: Locator) {
  const ids = await tagged(board);
  expect(ids.length).toBeGreaterThan(3);
  for (const id of ids) {
    await clickTag(board, id);
    await expect(board.locator(`[data-box-id="${id}"]`), `tag ${id}`).toHaveAttribute("aria-checked", "true");
  }
}

/** A click on the tag of a box to move takes it up: it waits for its new place. */
async function everyTagTakesUpItsBox(page: Page, board: Locator, ids: readonly string[]) {
  for (const id of ids) {
    await clickTag(board, id);
    await expect(board.locator(`[data-put-down="${id}"]`), `tag ${id}`).toHaveCount(1);
    await page.keyboard.press("Escape");
    await expect(board.locator("[data-put-down]")).toHaveCount(0);
  }
}

for (const viewport of SCREENS) {
  test.describe(`tags at ${viewport.width} × ${viewport.height}`, () => {
    test.use({ viewport });

    test("the board on the front page", async ({ page }) => {
      await page.goto("/en");
      const board = page.locator('section[data-kind="nms-survivors"]');
      await expect(board).toHaveAttribute("data-phase", "playing");
      // This board is in the page before its script is.
      await page.waitForLoadState("networkidle");
      await everyTagChoosesItsBox(board);
    });

    for (const kind of ["nms-survivors", "nms-threshold"])
      for (const level of [1, 3, 5])
        test(`${kind}, level ${level}`, async ({ page }) => {
          for (const seed of SEEDS) await everyTagChoosesItsBox(await openRound(page, kind, level, seed));
        });

    test("detections to rank, by their tags and by their areas", async ({ page }) => {
      for (const level of [1, 3, 5]) {
        const board = await openRound(page, "pr-curve", level, "rank");
        const ids = (await tagged(board)).filter((id) => !id.startsWith("object-"));
        expect(ids.length).toBeGreaterThan(3);
        for (const id of ids) {
          await clickTag(board, id);
          await expect(board.locator(`[data-chip="${id}"]`), `tag ${id}`).toHaveAttribute("aria-checked", "true");
        }
      }
    });

    test("objects to try anchors on", async ({ page }) => {
      for (const level of [1, 3, 5])
        for (const seed of SEEDS) {
          const board = await openRound(page, "place-anchors", level, seed);
          const objects = board.getByRole("radiogroup", { name: "Try your anchors on (number · width×height)" }).getByRole("radio");
          const ids = await tagged(board);
          await expect(objects).toHaveCount(ids.length);
          for (const id of ids) {
            await clickTag(board, id);
            await expect(objects.nth(Number(id.replace("object-", ""))), `tag ${id}`).toHaveAttribute("aria-checked", "true");
          }
        }
    });

    test("a box to draw, in the middle of others", async ({ page }) => {
      for (const level of [1, 3, 5])
        for (const seed of SEEDS) await everyTagTakesUpItsBox(page, await openRound(page, "iou-draw", level, seed), ["mine"]);
    });

    test("two boxes to move, one over the other", async ({ page }) => {
      for (const [a, b] of PAIRS) await everyTagTakesUpItsBox(page, await openPair(page, a, b), ["a", "b"]);
    });
  });
}

type Corners = readonly [number, number, number, number];
/** Half shifted; the later one inside; the earlier one inside, below the later one. */
const PAIRS: readonly (readonly [Corners, Corners])[] = [
  [
    [85, 90, 205, 210],
    [145, 90, 265, 210],
  ],
  [
    [110, 60, 290, 240],
    [155, 105, 245, 195],
  ],
  [
    [155, 105, 245, 195],
    [110, 60, 290, 240],
  ],
];

/** The simulation of two boxes, past its guess, with boxes of one's own: B is drawn over A. */
async function openPair(page: Page, a: Corners, b: Corners): Promise<Locator> {
  const names = ["x1", "y1", "x2", "y2"];
  const knobs = [...names.map((name, i) => `iou.a${name}=${a[i]}`), ...names.map((name, i) => `iou.b${name}=${b[i]}`)];
  await page.goto(`/en/learn/iou?iou.open=1&${knobs.join("&")}`);
  const board = page.getByRole("region", { name: "IoU of two boxes" });
  await expect(board.locator("[data-box=b]")).toHaveAttribute("aria-label", new RegExp(`x ${b[0]}, y ${b[1]}, width ${b[2] - b[0]}`));
  return board;
}

test.describe("handles that lie on each other", () => {
  /** Drags a point that lies at (x, y) of the picture of 400 × 300, up and to the left. */
  async function drag(page: Page, board: Locator, x: number, y: number) {
    const picture = board.getByRole("figure").first();
    await bring(picture);
    const frame = await picture.boundingBox();
    const [left, top, unit] = [frame?.x ?? NaN, frame?.y ?? NaN, (frame?.width ?? NaN) / 400];
    await page.mouse.move(left + x * unit, top + y * unit);
    await page.mouse.down();
    await page.mouse.move(left + (x - 20) * unit, top + (y - 20) * unit, { steps: 4 });
    await page.mouse.up();
  }
  const widthOf = (board: Locator, id: string, width: number) =>
    expect(board.locator(`[data-box=${id}]`), `width of ${id}`).toHaveAttribute("aria-label", new RegExp(`width ${width}, `));

  test("the nearest one moves, not the one drawn last", async ({ page }) => {
    // B's corner lies a few pixels beside A's, within its reach.
    const board = await openPair(page, [100, 100, 200, 200], [206, 206, 300, 280]);
    await drag(page, board, 200, 200);
    await widthOf(board, "a", 80);
    await widthOf(board, "b", 94);
  });

  test("of two at one place the selected box's moves", async ({ page }) => {
    const board = await openPair(page, [100, 100, 200, 200], [200, 200, 300, 280]);
    await board.locator("[data-box=a]").focus();
    await drag(page, board, 200, 200);
    await widthOf(board, "a", 80);
    await widthOf(board, "b", 100);
  });

  test("a box is put down over another one", async ({ page }) => {
    const board = await openPair(page, [20, 20, 80, 80], [200, 100, 300, 200]);
    await clickTag(board, "a");
    await board.locator("[data-box=b]").click({ force: true });
    await expect(board.locator("[data-box=a]")).toHaveAttribute("aria-label", /x 220, y 120, width 60/);
  });
});

test("only a tap chooses a box: not the menu's button, not a drag that ends there", async ({ page }) => {
  for (const kind of ["nms-survivors", "pr-curve"]) {
    const board = await openRound(page, kind, 2, "taps");
    const chosen = board.locator("[data-chip][aria-checked=true]");
    const tag = board.locator("[data-tag]:not([data-tag^=object])").first();
    await bring(tag);
    await tag.click({ force: true, button: "right" });
    await page.keyboard.press("Escape");
    const box = await tag.boundingBox();
    const [x, y] = [(box?.x ?? NaN) + (box?.width ?? NaN) / 2, (box?.y ?? NaN) + (box?.height ?? NaN) / 2];
    for (const [fromX, fromY] of [
      [4, y],
      [x + 60, y + 40],
    ]) {
      await page.mouse.move(fromX, fromY);
      await page.mouse.down();
      await page.mouse.move(x, y, { steps: 4 });
      await page.mouse.up();
    }
    await expect(chosen).toHaveCount(0);
    await tag.click({ force: true });
    await expect(chosen).toHaveCount(1);
  }
});

test("a detection is ranked by a click on its area, an object is not", async ({ page }) => {
  const board = await openRound(page, "pr-curve", 1, "rank");
  const areas = board.locator("[data-box-id]");
  await expect(areas).toHaveCount(await board.locator("[data-chip]").count());
  // The smallest area comes first wherever it lies.
  const sizes = await areas.evaluateAll((nodes) =>
    nodes.map((node) => Number(node.getAttribute("width")) * Number(node.getAttribute("height"))),
  );
  const smallest = areas.nth(sizes.indexOf(Math.min(...sizes)));
  await bring(smallest);
  const box = await smallest.boundingBox();
  await page.mouse.click((box?.x ?? NaN) + (box?.width ?? NaN) - 4, (box?.y ?? NaN) + (box?.height ?? NaN) - 4);
  await expect(smallest).toHaveAttribute("aria-checked", "true");
  await expect(board.locator("[data-chip][aria-checked=true]")).toHaveCount(1);
});
