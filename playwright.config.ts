import { defineConfig } from "@playwright/test";

const chromium = process.env.BOXUP_CHROMIUM ?? process.env.CHROMIUM_PATH ?? "/usr/bin/chromium";
/** Free to choose, so that two checkouts can be tested side by side. */
export const PORT = Number(process.env.BOXUP_TEST_PORT ?? 3417);

export default defineConfig({
  testDir: "tests/browser",
  outputDir: "test-results",
  // Two workers: the machine that must pass has two cores, one of which is the server's most of the time.
  workers: 2,
  fullyParallel: false,
  // A second chance on the shared machine of a CI run only; a test that needed it is listed as flaky.
  retries: process.env.CI ? 1 : 0,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [["list"], ["json"]],
  use: {
    baseURL: `http://localhost:${PORT}`,
    locale: "ko-KR",
    timezoneId: "Asia/Seoul",
    // Without these, what hangs says nothing until its test's time is over.
    actionTimeout: 45_000,
    navigationTimeout: 60_000,
    // Recording every step costs a fifth of the time of a run: in CI it is done at the second try.
    trace: process.env.CI ? "on-first-retry" : "retain-on-failure",
    launchOptions: {
      ...(chromium === "bundled" ? {} : { executablePath: chromium }),
      args: [
        "--no-sandbox",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
        // Letters as wide as on a screen: the headless shell would round them to whole pixels.
        "--font-render-hinting=none",
        "--enable-unsafe-webgpu",
        "--use-webgpu-adapter=swiftshader",
        "--enable-unsafe-swiftshader",
      ],
    },
  },
  // The walk pulls the server's plug, so it runs when nobody else is on it.
  projects: [
    { name: "pages", testIgnore: /walk\.spec\.ts/ },
    { name: "walk", testMatch: /walk\.spec\.ts/, dependencies: ["pages"] },
  ],
  webServer: {
    command: "node tests/browser/server.mjs",
    url: `http://localhost:${PORT}/api/v1/health`,
    timeout: 120_000,
    reuseExistingServer: false,
    stdout: "ignore",
    stderr: "pipe",
  },
});
