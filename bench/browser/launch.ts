/** Bundles the page, serves it to a headless Chromium and brings its results back. */
import { createReadStream, existsSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { chromium } from "playwright";
// @ts-expect-error -- plain JavaScript, shared with the test scripts
import { ADVICE, findChromium } from "@/scripts/browser.mjs";
import type { BrowserResult } from "./benchmark";

/** WebGPU and WebGL by SwiftShader where there is no graphics card. */
const FLAGS = [
  "--no-sandbox",
  "--disable-background-networking",
  "--no-first-run",
  "--enable-unsafe-webgpu",
  "--use-webgpu-adapter=swiftshader",
  "--enable-unsafe-swiftshader",
];

const HTML = '<!doctype html><meta charset="utf-8"><title>Benchmarks</title><script src="/page.js"></script>';

async function bundle(): Promise<string> {
  const entry = fileURLToPath(new URL("./page.ts", import.meta.url));
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: "iife",
    platform: "browser",
    target: "es2022",
    tsconfig: fileURLToPath(new URL("../../tsconfig.json", import.meta.url)),
    logLevel: "error",
  });
  return outputFiles[0].text;
}

/** Folders of public/ that the page may ask for. */
const PUBLIC = /^\/(models|emojivoc)\/[\w./-]+$/;

/** The page, its script, TF.js's WebAssembly files, models and drawings. */
function serve(script: string) {
  const wasm = path.dirname(createRequire(import.meta.url).resolve("@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm"));
  return createServer((request, response) => {
    const url = request.url ?? "/";
    const file = path.join(wasm, path.basename(url));
    if (url === "/") response.setHeader("content-type", "text/html").end(HTML);
    else if (url === "/page.js") response.setHeader("content-type", "text/javascript; charset=utf-8").end(script);
    else if (url.startsWith("/wasm/") && existsSync(file))
      createReadStream(file).pipe(response.setHeader("content-type", "application/wasm"));
    else if (PUBLIC.test(url) && !url.includes("..") && existsSync(`public${url}`))
      createReadStream(`public${url}`).pipe(response.setHeader("content-type", "application/octet-stream"));
    else response.writeHead(404).end();
  });
}

/** Runs the page's benchmarks whose names contain every word. */
export async function runInBrowser(
  words: readonly string[],
): Promise<{ readonly version: string; readonly results: readonly BrowserResult[] }> {
  const found: string | null = await findChromium();
  if (found === null) throw new Error(ADVICE);
  const server = serve(await bundle());
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const browser = await chromium.launch({ ...(found === "bundled" ? {} : { executablePath: found }), args: FLAGS });
  try {
    const page = await browser.newPage();
    page.on("pageerror", (error) => console.error(error));
    await page.goto(`http://localhost:${(server.address() as AddressInfo).port}/`);
    return { version: browser.version(), results: await page.evaluate((chosen) => window.runBenchmarks(chosen), [...words]) };
  } finally {
    await browser.close();
    server.close();
  }
}
