import { expect, test, type Page } from "@playwright/test";

const field = (page: Page, name: string) => page.getByLabel(name, { exact: true });

/** The board on which a box is drawn: its numbers stand below the picture. */
async function openBoard(page: Page) {
  await page.goto("/en/play/iou-draw?level=1&seed=numbers");
  await expect(page.locator("section[data-kind]")).toHaveAttribute("data-phase", "playing");
  const fields = page.getByRole("table", { name: "Box coordinates (pixels)" }).getByRole("textbox");
  await expect(fields).toHaveCount(4);
  return fields;
}

for (const order of [
  [0, 1, 2, 3],
  [3, 2, 1, 0],
  [2, 0, 3, 1],
]) {
  test(`four coordinates may be typed in the order ${order.map((i) => ["x1", "y1", "x2", "y2"][i]).join(", ")}`, async ({ page }) => {
    const fields = await openBoard(page);
    const target = ["20", "30", "90", "120"];
    const far = ["150", "160", "190", "195"];
    // There and back: whatever the order, one of the ways leads over numbers that are no box.
    for (const box of [far, target, far, target]) {
      for (const i of order) await fields.nth(i).fill(box[i]);
      for (const i of order) await expect(fields.nth(i)).toHaveValue(box[i]);
      await expect(page.getByText("What you typed is kept.")).toHaveCount(0);
    }
    await page.reload();
    for (const i of order) await expect(fields.nth(i)).toHaveValue(target[i]);
  });
}

test("numbers that are no box are kept and explained, and the box stays until they are one", async ({ page }) => {
  const fields = await openBoard(page);
  for (const [i, text] of ["20", "30", "90", "110"].entries()) await fields.nth(i).fill(text);
  await fields.nth(0).fill("120");
  const why = page.getByText(/x2 has to be at least \d+ more than x1\. What you typed is kept\./).last();
  await expect(why).toBeVisible();
  await fields.nth(1).focus();
  await expect(fields.nth(0)).toHaveValue("120");
  await expect(fields.nth(0)).toHaveAttribute("aria-invalid", "true");
  await expect(fields.nth(1)).not.toHaveAttribute("aria-invalid", "true");
  // Nothing is graded in place of what stands there.
  await expect(page.getByTestId("submit")).toHaveText("Correct the numbers first");
  await page.getByTestId("submit").click({ force: true });
  await expect(page.locator("section[data-kind]")).toHaveAttribute("data-phase", "playing");
  await fields.nth(2).fill("150");
  await expect(page.getByTestId("submit")).toHaveText("Grade it");
  await expect(why).toHaveCount(0);
  await expect(fields.nth(0)).not.toHaveAttribute("aria-invalid", "true");
});

test("a number outside the picture is kept and explained, not made another one", async ({ page }) => {
  const fields = await openBoard(page);
  await fields.nth(2).fill("5000");
  await fields.nth(3).focus();
  await expect(fields.nth(2)).toHaveValue("5000");
  await expect(fields.nth(2)).toHaveAccessibleDescription(/Enter a number from 0 to \d+\./);
  await expect(page.getByTestId("submit")).toHaveText("Correct the numbers first");
});

test("the wheel over a focused number scrolls and changes nothing", async ({ page }) => {
  const fields = await openBoard(page);
  await fields.nth(2).fill("90");
  await fields.nth(2).hover();
  await page.mouse.wheel(0, 300);
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(0);
  await expect(fields.nth(2)).toHaveValue("90");
});

test("a decimal comma is a decimal point, typed and pasted; arrows step", async ({ page }) => {
  const fields = await openBoard(page);
  await fields.nth(2).focus();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("92,5");
  await expect(fields.nth(2)).toHaveValue("92.5");
  await page.keyboard.press("Tab");
  // Coordinates are whole pixels.
  await expect(fields.nth(2)).toHaveValue("93");
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("ArrowUp");
  await expect(fields.nth(2)).toHaveValue("94");
});

for (const width of [320, 390, 1280]) {
  test(`three digits fit, ${width} px wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    const fields = await openBoard(page);
    await fields.nth(0).fill("188");
    await fields.nth(2).fill("199");
    const cut = await fields.evaluateAll((nodes) => nodes.filter((node) => node.scrollWidth > node.clientWidth).length);
    expect(cut).toBe(0);
  });
}

test("a seed that is out of range is kept and explained", async ({ page }) => {
  await page.goto("/ko/race");
  const seed = field(page, "장면 번호");
  await seed.fill("0");
  await page.keyboard.press("Tab");
  await expect(seed).toHaveValue("0");
  await expect(page.getByText(/^1부터 .*까지의 수를 적어 주세요\.$/)).toBeVisible();
});

test("what is pasted is read as typed, and what is no number is kept and explained", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const fields = await openBoard(page);
  const paste = async (i: number, text: string) => {
    await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
    await fields.nth(i).focus();
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.press("ControlOrMeta+v");
  };
  await paste(0, " 20 ");
  await expect(fields.nth(0)).toHaveValue("20");
  await paste(1, "30,5");
  await expect(fields.nth(1)).toHaveValue("30.5");
  await paste(3, "120");
  await expect(fields.nth(3)).toHaveValue("120");
  for (const text of ["1/4", "abc", "90%"]) {
    await paste(2, text);
    await expect(fields.nth(2)).toHaveValue(text);
    await expect(fields.nth(2)).toHaveAttribute("aria-invalid", "true");
    await expect(fields.nth(2)).toHaveAccessibleDescription(new RegExp(`“${text}” could not be read as a number`));
    await fields.nth(3).focus();
    await expect(fields.nth(2)).toHaveValue(text);
    await expect(page.getByTestId("submit")).toHaveText("Correct the numbers first");
  }
  await fields.nth(2).fill("150");
  await expect(fields.nth(2)).not.toHaveAttribute("aria-invalid", "true");
  await expect(page.getByTestId("submit")).toHaveText("Grade it");
  // Without a paste, as when a text is dropped into the field.
  await fields.nth(2).fill("151,0");
  await expect(fields.nth(2)).toHaveValue("151.0");
});

test("letters are never left out of a number, and what could be two numbers is asked about", async ({ page }) => {
  const fields = await openBoard(page);
  for (const text of ["1e2", "0x10", "1,000"]) {
    await fields.nth(2).focus();
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type(text);
    await expect(fields.nth(2)).toHaveValue(text);
    await fields.nth(3).focus();
    await expect(fields.nth(2)).toHaveValue(text);
    await expect(fields.nth(2)).toHaveAccessibleDescription(new RegExp(`“${text}” could not be read as a number`));
    await expect(page.getByTestId("submit")).toHaveText("Correct the numbers first");
  }
  // Typed on without a mend: 1,0005 is one number only.
  await fields.nth(2).focus();
  await page.keyboard.press("End");
  await page.keyboard.type("5");
  await expect(fields.nth(2)).toHaveValue("1.0005");
});

test("digits that come out of an input method are digits", async ({ page, context }) => {
  const fields = await openBoard(page);
  const session = await context.newCDPSession(page);
  await fields.nth(2).focus();
  await page.keyboard.press("ControlOrMeta+a");
  for (const text of ["３", "３５", "３５０"])
    await session.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
  await expect(fields.nth(2)).toHaveValue("３５０");
  await session.send("Input.insertText", { text: "３５０" });
  await expect(fields.nth(2)).toHaveValue("350");
  await expect(fields.nth(2)).not.toHaveAttribute("aria-invalid", "true");
});
