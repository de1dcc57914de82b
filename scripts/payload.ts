/**
 * What the pages of a production build load before anything is clicked, and which topics' code is in it. Read from the prerendered
 * pages and the chunks they name, so it holds whatever bundler made them.
 */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

export interface FirstLoad {
  /** The page's address without its language: "/learn", "/play/iou-draw", "" for the landing page. */
  readonly page: string;
  /** Script files below .next, in the order of the page. */
  readonly scripts: readonly string[];
  /** Bytes of these scripts, as they are and under gzip. */
  readonly bytes: number;
  readonly gzipped: number;
  /** Bytes of the page itself under gzip. */
  readonly html: number;
}

const files = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

/** Every prerendered page in one language. */
export function firstLoads(root: string, locale: string): FirstLoad[] {
  const app = join(root, ".next/server/app");
  return files(app)
    .map((file) => ({ file, page: file.slice(app.length + 1).replaceAll("\\", "/") }))
    .filter(({ page }) => page === `${locale}.html` || (page.startsWith(`${locale}/`) && page.endsWith(".html")))
    .map(({ file, page }) => firstLoad(root, page.slice(locale.length, -".html".length), readFileSync(file, "utf8")))
    .sort((a, b) => (a.page < b.page ? -1 : 1));
}

function firstLoad(root: string, page: string, html: string): FirstLoad {
  // What is marked `noModule` only browsers load that are older than modules, and no such browser runs these pages.
  const tags = [...html.matchAll(/<script[^>]*\ssrc="\/_next\/([^"?]+)[^>]*>/g)].filter(([tag]) => !/\snomodule\b/i.test(tag));
  const named = tags.map(([, path]) => path);
  const scripts = [...new Set(named)];
  if (scripts.length === 0) throw new Error(`the prerendered page "${page}" names no script`);
  const texts = scripts.map((path) => readFileSync(join(root, ".next", path)));
  return {
    page,
    scripts,
    bytes: texts.reduce((sum, text) => sum + text.length, 0),
    gzipped: texts.reduce((sum, text) => sum + gzipSync(text).length, 0),
    html: gzipSync(html).length,
  };
}

/** Every script of the build, the engine worker's among them. */
export function allScripts(root: string): string[] {
  return files(join(root, ".next/static"))
    .filter((file) => file.endsWith(".js"))
    .map((file) => file.slice(join(root, ".next").length + 1).replaceAll("\\", "/"));
}

/** A name of the engine worker alone that no minifier touches. */
const ENGINE = "loseDevice";

/** What the engine worker starts with: the chunks that the page hands to its bootstrap. */
export function workerScripts(root: string): string[] {
  for (const path of allScripts(root)) {
    const starts = readFileSync(join(root, ".next", path), "utf8").matchAll(/"static\/chunks\/turbopack-worker-[^"]+",\[([^\]]+)\]/g);
    for (const [, list] of starts) {
      const chunks = [...list.matchAll(/"([^"]+)"/g)].map(([, chunk]) => chunk);
      // Not the worker that reads notes.
      if (chunks.some((chunk) => readFileSync(join(root, ".next", chunk), "utf8").includes(ENGINE))) return chunks;
    }
  }
  throw new Error("no script of the build starts the engine's worker");
}

export const kilobytes = (bytes: number) => (bytes / 1000).toFixed(1);

/** Bytes of script by page, in Korean; the playing pages and the lessons as the heaviest of each, and the engine worker's start. */
export function pageSizes(root: string): Map<string, { bytes: number; gzipped: number; html: number }> {
  const sum = new Map<string, { bytes: number; gzipped: number; html: number }>();
  for (const load of firstLoads(root, "ko")) {
    if (load.page.includes("dummy-topic")) continue;
    const name = load.page.replace(/^\/(play|learn)\/.+/, "/$1/…") || "/";
    const known = sum.get(name);
    if (!known || known.bytes < load.bytes) sum.set(name, load);
  }
  const worker = workerScripts(root).map((path) => readFileSync(join(root, ".next", path)));
  sum.set("engine worker", {
    bytes: worker.reduce((total, text) => total + text.length, 0),
    gzipped: worker.reduce((total, text) => total + gzipSync(text).length, 0),
    html: 0,
  });
  return sum;
}

/** English sentences of each topic that no other topic has, by file below its folder: they survive any minifier. */
export type Marks = ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;

const ENGLISH = /\ben:\s*(?:"([^"\\]+)"|`([^`\\$]+)`)/g;
/** Shorter ones may stand in the shell as well. */
const LEAST = 20;

export function topicMarks(root: string): Marks {
  const base = join(root, "content/topics");
  const marks = new Map<string, Map<string, string[]>>();
  const owners = new Map<string, Set<string>>();
  for (const topic of readdirSync(base).filter((name) => !name.startsWith("_"))) {
    const own = new Map<string, string[]>();
    for (const path of files(join(base, topic)).filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))) {
      const texts = [...readFileSync(path, "utf8").matchAll(ENGLISH)]
        .map(([, quoted, template]) => quoted ?? template)
        // What a minifier may write in another way is left out.
        .filter((text) => text.length >= LEAST && text.includes(" ") && /^[\x20-\x7e]+$/.test(text) && !/['"`]/.test(text));
      if (texts.length > 0) own.set(path.slice(join(base, topic).length + 1).replaceAll("\\", "/"), texts);
      for (const text of texts) owners.set(text, (owners.get(text) ?? new Set()).add(topic));
    }
    marks.set(topic, own);
  }
  for (const own of marks.values()) {
    for (const [file, texts] of own)
      own.set(
        file,
        texts.filter((text) => owners.get(text)?.size === 1),
      );
  }
  return marks;
}

/** The topics of which `script` holds a sentence. */
export function topicsIn(script: string, marks: Marks): string[] {
  return [...marks].filter(([, own]) => [...own.values()].flat().some((text) => script.includes(text))).map(([topic]) => topic);
}
