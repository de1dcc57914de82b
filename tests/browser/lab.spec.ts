import { expect, test, type Page } from "@playwright/test";

const picture = (page: Page) => page.getByTestId("grad-cam").locator("canvas").evaluate((canvas) => (canvas as HTMLCanvasElement).toDataURL());

test("a picture of one's own gets heat maps, and another class moves them", async ({ page }) => {
  test.setTimeout(180_000);
  await page.goto("/en/lab?engine=wasm");
  const map = page.getByTestId("grad-cam");
  await expect(map).toContainText(/\d+ ms/, { timeout: 60_000 });
  const scene = await picture(page);
  await page.getByTestId("file").setInputFiles("public/race/0.png");
  await expect.poll(() => picture(page), { timeout: 60_000 }).not.toBe(scene);
  await expect(map).toContainText(/\d+ ms/, { timeout: 60_000 });
  const first = await picture(page);
  await page.getByRole("combobox", { name: "Class" }).selectOption({ index: 3 });
  await expect(map).toContainText(/\d+ ms/, { timeout: 60_000 });
  await expect.poll(() => picture(page), { timeout: 60_000 }).not.toBe(first);
});

test("a file that is no picture is refused in words", async ({ page }) => {
  await page.goto("/en/lab?engine=wasm");
  await page.getByTestId("file").setInputFiles({ name: "photo.png", mimeType: "image/png", buffer: Buffer.from("no picture at all") });
  await expect(page.getByRole("main").getByRole("alert")).toContainText("not a picture");
});
