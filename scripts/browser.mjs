// Finds a Chromium for the browser tests, or installs one, or says exactly what to do.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

/** Debian's Chromium without a window's own pages: it takes two fifths of the processor time of `chromium --headless`. */
const SHELL = "/usr/bin/chromium-headless-shell";
const PLACES = [
  process.env.CHROMIUM_PATH,
  SHELL,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/google-chrome",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
];

/** What the pages fall back on until their own fonts have come: tests look at both (tests/browser/fonts). */
const FONTS = [
  { name: "fonts-noto-cjk", file: "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc" },
  { name: "fonts-dejavu-core", file: "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf" },
];

function aptInstall(packages) {
  spawnSync("apt-get", ["update", "-qq"], { stdio: "inherit" });
  spawnSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...packages], { stdio: ["ignore", "ignore", "inherit"] });
}

const installed = () => PLACES.find((path) => path && existsSync(path)) ?? null;

/** The path of a Chromium; "bundled" for Playwright's own; null when there is none and none could be installed. */
export async function findChromium() {
  const debian = existsSync("/usr/bin/apt-get") && process.getuid?.() === 0;
  const missing = debian ? FONTS.filter(({ file }) => !existsSync(file)).map(({ name }) => name) : [];
  // By itself: a distribution that does not have it refuses all that is asked for with it.
  if (debian && !process.env.CHROMIUM_PATH && !existsSync(SHELL)) aptInstall(["chromium-headless-shell"]);
  const found = installed();
  if (found) {
    if (missing.length > 0) aptInstall(missing);
    return found;
  }
  const bundled = async () => {
    const { chromium } = await import("playwright");
    return existsSync(chromium.executablePath()) ? "bundled" : null;
  };
  if (await bundled()) return "bundled";
  console.log("No Chromium found; installing one…");
  if (debian) {
    aptInstall(["chromium", ...missing]);
    if (installed()) return installed();
  }
  spawnSync(process.execPath, ["node_modules/playwright/cli.js", "install", "chromium"], { stdio: "inherit" });
  return bundled();
}

export const ADVICE = `No Chromium could be found or installed. Do one of these and run again:
  - Debian/Ubuntu:  sudo apt-get install chromium
  - macOS/Windows:  install Google Chrome, or run  npx playwright install chromium
  - elsewhere:      set CHROMIUM_PATH to the browser's executable`;
