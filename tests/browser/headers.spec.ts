import { expect, test } from "@playwright/test";
import { LANGUAGES, PAGES } from "./pages";

const SNAPSHOT = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "strict-origin-when-cross-origin",
  "cross-origin-opener-policy": "same-origin",
  "x-frame-options": "DENY",
  "permissions-policy": "camera=(self), microphone=(), geolocation=(), browsing-topics=()",
};

const POLICY =
  "default-src 'self'; script-src 'self' 'wasm-unsafe-eval' …; style-src 'self' 'unsafe-inline'; img-src 'self' blob: data:; font-src 'self'; " +
  "connect-src 'self'; worker-src 'self' blob:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

test("the icons that browsers ask for are there", async ({ request }) => {
  for (const [path, type] of [
    ["/favicon.ico", "image/x-icon"],
    ["/icon.svg", "image/svg+xml"],
    ["/apple-icon.png", "image/png"],
  ]) {
    const response = await request.get(path);
    expect(response.status(), path).toBe(200);
    expect(response.headers()["content-type"], path).toContain(type);
  }
});

for (const language of LANGUAGES) {
  test(`every ${language} page sends the strict policy, and no script of it is blocked`, async ({ page }) => {
    test.setTimeout(180_000);
    const blocked: string[] = [];
    page.on("console", (message) => {
      if (/Content Security Policy|Refused to/i.test(message.text())) blocked.push(`${page.url()}: ${message.text()}`);
    });
    // What a page tries and catches (a probe with `new Function`, say) reaches no console of Chromium, but this event.
    await page.addInitScript(() =>
      document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
        console.error(`Content Security Policy: ${violatedDirective} forbids ${blockedURI}`),
      ),
    );
    for (const path of [...PAGES, "/no-such-page"]) {
      const response = await page.goto(`/${language}${path}`);
      const headers = response?.headers() ?? {};
      for (const [name, value] of Object.entries(SNAPSHOT)) expect.soft(headers[name], `${path}: ${name}`).toBe(value);
      const policy = headers["content-security-policy"] ?? "";
      const allowed = policy.replace(/('wasm-unsafe-eval') [^;]*(?=; style-src)/, "$1 …");
      expect.soft(allowed, path).toBe(POLICY);
      const scripts = /script-src ([^;]*)/.exec(policy)?.[1] ?? "";
      expect.soft(scripts, path).not.toContain("unsafe-inline");
      expect.soft(scripts, path).toMatch(/sha256-|nonce-/);
      await page.waitForLoadState("networkidle");
    }
    expect(blocked).toEqual([]);
  });
}

test("redirects and addresses without a page let nothing run", async ({ request }) => {
  for (const [path, status] of [
    ["/ko/", 308],
    ["/nothing.txt", 404],
    ["/_next/static/chunks/nothing.js", 404],
    ["/models/nothing.bin", 404],
  ] as const) {
    const response = await request.get(path, { maxRedirects: 0 });
    expect(response.status(), path).toBe(status);
    expect(response.headers()["content-security-policy"], path).toMatch(/^default-src 'none'; style-src/);
    for (const [name, value] of Object.entries(SNAPSHOT)) expect(response.headers()[name], `${path}: ${name}`).toBe(value);
  }
});

test("an answer of the API allows nothing to be loaded and is never cached", async ({ request }) => {
  const response = await request.get("/api/v1/me");
  expect(response.headers()["content-security-policy"]).toBe("default-src 'none'; frame-ancestors 'none'");
  expect(response.headers()["cache-control"]).toContain("no-store");
  expect(response.headers()["x-powered-by"]).toBeUndefined();
});
