import puppeteer from "puppeteer-core";
import { firstOf, type Browser, type Driver } from "./driver";

const binary = firstOf([process.env.BOXUP_FIREFOX, "/usr/bin/firefox-esr", "/usr/bin/firefox"]);

/** Firefox's words for a download that a navigation ended (NS_BINDING_ABORTED). */
const LEFT_BEHIND = /^downloadable font: download failed .*status=2152398850/;

async function start(origin: string): Promise<Driver> {
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: binary ?? "",
    headless: true,
    defaultViewport: { width: 1280, height: 900 },
    extraPrefsFirefox: { "intl.accept_languages": "en" },
  });
  const page = await browser.newPage();
  const seen: string[] = [];
  page.on("pageerror", (error) => seen.push(error instanceof Error ? error.message : String(error)));
  page.on("console", (message) => {
    // A font that was still on its way when the page was left is no error of a page.
    if (message.type() === "error" && !LEFT_BEHIND.test(message.text())) seen.push(message.text());
  });
  // A refusal by the policy is an event, not a message: it is made one.
  await page.evaluateOnNewDocument(() => {
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sourceFile, lineNumber }) =>
      console.error(`refused by the policy: ${violatedDirective} ${blockedURI} at ${sourceFile}:${lineNumber}`),
    );
  });
  return {
    open: async (path) => {
      await page.goto(origin + path, { waitUntil: "load" });
    },
    click: (place) => page.click(`::-p-xpath(${place})`),
    read: (expression) => page.evaluate(expression),
    picture: async () => Buffer.from(await page.screenshot()),
    errors: () => Promise.resolve(seen.splice(0)),
    close: () => browser.close(),
  };
}

export const firefox: Browser = {
  name: "Firefox",
  missing: binary === null ? "no Firefox; Debian: apt-get install firefox-esr" : null,
  start,
};
