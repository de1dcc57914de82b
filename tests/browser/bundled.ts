/** Serves one bundled script on a page of its own, with the models, drawings and reference files it may ask for. */
import { createReadStream, existsSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { build, type Plugin } from "esbuild";

const HTML = '<!doctype html><meta charset="utf-8"><title>Twins</title><script src="/page.js"></script>';

/** Folders of the repository by the first part of their address. */
const FOLDERS: Readonly<Record<string, string>> = {
  models: "public/models",
  emojivoc: "public/emojivoc",
  oracles: "tests/oracles/data",
  wasm: "node_modules/@tensorflow/tfjs-backend-wasm/dist",
};

/** Node's own modules are named by code that reads files; a page never calls it. */
const withoutNode: Plugin = {
  name: "without-node",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:/ }, (args) => ({ path: args.path, namespace: "node" }));
    onLoad({ filter: /./, namespace: "node" }, () => ({ contents: "module.exports = {};" }));
  },
};

export interface ServedPage {
  readonly url: string;
  close(): Promise<void>;
}

/** @param entry path of the page's TypeScript file in the repository */
export async function servePage(entry: string): Promise<ServedPage> {
  const root = process.cwd();
  const { outputFiles } = await build({
    entryPoints: [path.join(root, entry)],
    bundle: true,
    write: false,
    format: "iife",
    platform: "browser",
    target: "es2022",
    tsconfig: path.join(root, "tsconfig.json"),
    plugins: [withoutNode],
    logLevel: "error",
  });
  const script = outputFiles[0].text;
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://page").pathname;
    const [, folder, ...rest] = url.split("/");
    const file = path.join(root, FOLDERS[folder] ?? "", ...rest);
    if (url === "/") response.setHeader("content-type", "text/html").end(HTML);
    else if (url === "/page.js") response.setHeader("content-type", "text/javascript; charset=utf-8").end(script);
    else if (folder in FOLDERS && existsSync(file))
      createReadStream(file).pipe(
        response.setHeader("content-type", file.endsWith(".wasm") ? "application/wasm" : "application/octet-stream"),
      );
    else response.writeHead(404).end();
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}/`,
    close: () => new Promise((closed) => server.close(() => closed())),
  };
}
