/** Each page hands its browser the sentences of some rooms: of exactly those that its code asks for there. */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, it } from "vitest";

const APP = "app/[locale]";
const IMPORTED = /^(?:import|export)(?! type)[^;]*? from "([^"]+)"|\bimport\("([^"]+)"\)/gm;

function fileOf(from: string, specifier: string): string | null {
  if (!/^(@\/|\.)/.test(specifier)) return null;
  const base = specifier.startsWith("@/") ? specifier.slice(2) : normalize(join(dirname(from), specifier)).replaceAll("\\", "/");
  const places = [base, `${base}.ts`, `${base}.tsx`, `${base}/index.ts`];
  return places.find((path) => /\.tsx?$/.test(path) && existsSync(path) && statSync(path).isFile()) ?? null;
}

/** The rooms whose sentences are asked for in the browser, from whatever `entries` load, now or later. */
function askedBy(entries: readonly string[]): string[] {
  const rooms = new Set<string>();
  const seen = new Set<string>();
  const visit = (path: string, inBrowser: boolean): void => {
    const text = readFileSync(path, "utf8");
    const here = inBrowser || text.startsWith('"use client"');
    if (seen.has(`${path} ${here}`)) return;
    seen.add(`${path} ${here}`);
    if (here) for (const [, room] of text.matchAll(/useTranslations\("([a-zA-Z]+)/g)) rooms.add(room);
    for (const [, still, later] of text.matchAll(IMPORTED)) {
      const next = fileOf(path, still ?? later);
      if (next) visit(next, here);
    }
  };
  entries.forEach((path) => visit(path, false));
  return [...rooms].sort();
}

const given = (path: string): string[] => {
  const [, list] = /<Sentences of=\{\[([^\]]*)\]\}>/.exec(readFileSync(path, "utf8")) ?? [];
  return list === undefined ? [] : [...list.matchAll(/"(\w+)"/g)].map(([, room]) => room);
};

const pages = readdirSync(APP, { recursive: true, encoding: "utf8" })
  .map((name) => `${APP}/${name.replaceAll("\\", "/")}`)
  .filter((path) => path.endsWith("/page.tsx"));

describe("the sentences that a page hands to its browser", () => {
  it("are those of the frame around every page", () => {
    expect(given(`${APP}/layout.tsx`)).toEqual(askedBy([`${APP}/layout.tsx`, `${APP}/error.tsx`]));
    expect(askedBy([`${APP}/not-found.tsx`])).toEqual([]);
  });

  it.each(pages)("are those that it asks for: %s", (path) => {
    // What a lesson may use comes by the MDX compiler, not by an import.
    const entries = path.includes("[topic]") ? [path, "mdx-components.tsx"] : [path];
    expect([...given(path)].sort()).toEqual(askedBy(entries));
  });
});
