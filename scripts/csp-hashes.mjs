// After a build: the SHA-256 of every inline script of every prerendered page, so that the Content-Security-Policy can
// name exactly these and no others. Written to .next/csp-hashes.json as { "/ko/learn": ["sha256-…", …] }.
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join, relative, sep } from "node:path";

const base = ".next/server/app";
const pages = {};
for (const entry of readdirSync(base, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile() || !entry.name.endsWith(".html")) continue;
  const file = join(entry.parentPath ?? entry.path, entry.name);
  const path = `/${relative(base, file)
    .split(sep)
    .join("/")
    .replace(/\.html$/, "")
    .replace(/(^|\/)index$/, "")}`;
  const html = readFileSync(file, "utf8");
  const hashes = new Set();
  for (const [, attributes, code] of html.matchAll(/<script([^>]*)>([\s\S]*?)<\/script>/g)) {
    if (/\bsrc=/.test(attributes) || code === "") continue;
    hashes.add(`sha256-${createHash("sha256").update(code).digest("base64")}`);
  }
  pages[path] = [...hashes];
}
writeFileSync(".next/csp-hashes.json", JSON.stringify(pages));
console.log(`csp: inline scripts of ${Object.keys(pages).length} prerendered pages hashed`);
