import createMiddleware from "next-intl/middleware";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { NextResponse, type NextRequest } from "next/server";
import { alternateLinks } from "./i18n/alternateLinks";
import { routing } from "./i18n/routing";
import { siteUrl } from "./lib/server/env";

/**
 * Runs before every page: chooses the language and sets the Content-Security-Policy. It guards nothing: who may see or
 * change what is decided where the data is read (lib/server).
 *
 * A prerendered page gets the hashes of exactly its own inline scripts, computed after the build; any other page gets a
 * nonce that Next puts on its scripts, and the hashes of what stands on every page: the theme is set before the first
 * paint by a script that carries no nonce. Nothing else inline runs.
 */
const negotiate = createMiddleware(routing);

const OF_A_LANGUAGE = /^\/(ko|en)(\/|$)/;

let hashes: Record<string, string[]> | null = null;
function inlineHashes(): Record<string, string[]> {
  if (hashes === null) {
    const file = join(process.cwd(), ".next/csp-hashes.json");
    hashes = existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Record<string, string[]>) : {};
  }
  return hashes;
}

let shared: readonly string[] | null = null;
/** Those that every prerendered page has. */
function sharedHashes(): readonly string[] {
  if (shared === null) {
    const pages = Object.entries(inlineHashes()).flatMap(([path, each]) => (OF_A_LANGUAGE.test(path) ? [each] : []));
    shared = pages.length === 0 ? [] : pages[0].filter((hash) => pages.every((each) => each.includes(hash)));
  }
  return shared;
}

export function contentSecurityPolicy(scriptSources: readonly string[], development: boolean): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'wasm-unsafe-eval' ${scriptSources.join(" ")}${development ? " 'unsafe-eval' 'unsafe-inline'" : ""}`.trim(),
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "font-src 'self'",
    `connect-src 'self'${development ? " ws:" : ""}`,
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

export function proxy(request: NextRequest): NextResponse {
  const development = process.env.NODE_ENV !== "production";
  const path = request.nextUrl.pathname.replace(/\/$/, "");
  const known = development ? [] : (inlineHashes()[path] ?? null);
  const nonce = known === null ? btoa(crypto.randomUUID()) : null;
  const allowed = (known ?? sharedHashes()).map((hash) => `'${hash}'`);
  const policy = contentSecurityPolicy(nonce === null ? allowed : [`'nonce-${nonce}'`, ...allowed], development);

  // Next reads the nonce from the policy on the request.
  if (nonce !== null) request.headers.set("content-security-policy", policy);
  const response = negotiate(request);
  response.headers.set("content-security-policy", policy);
  const links = alternateLinks(path, siteUrl());
  if (links !== null) response.headers.set("link", links);
  return response;
}

export const config = { matcher: ["/((?!api|_next|.*\\..*).*)"] };
