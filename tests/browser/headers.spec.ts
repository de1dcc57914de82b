import { expect, test } from "@playwright/test";
import { SNAPSHOT } from "./securityHeaders";

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
