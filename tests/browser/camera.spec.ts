import { expect, test } from "@playwright/test";
import config from "../../playwright.config";

const { launchOptions } = config.use ?? {};
test.use({
  launchOptions: {
    ...launchOptions,
    args: [...(launchOptions?.args ?? []), "--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"],
  },
});

test("a picture can be taken with the camera, which goes off afterwards", async ({ page, context }) => {
  await context.grantPermissions(["camera"]);
  await page.goto("/en/lab?engine=wasm");
  await expect(page.getByTestId("grad-cam")).toContainText(/\d+ ms/, { timeout: 60_000 });
  await page.getByRole("button", { name: "Camera" }).click();
  await page.getByRole("button", { name: "Take the picture" }).click({ timeout: 30_000 });
  await expect(page.getByTestId("camera")).toHaveCount(0);
  await expect(page.getByTestId("picture")).toContainText("stays with you");
  await expect(page.getByTestId("picture").locator("canvas")).toHaveAttribute("width", "512");
});
