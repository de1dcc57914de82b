import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

/** The engines that are no V8: Safari's, and Firefox's. Debian has them as programs without a browser. */
const ENGINES = [
  { command: "jsc", engine: "JavaScriptCore", debian: "libjavascriptcoregtk-4.0-bin" },
  { command: "gjs", engine: "SpiderMonkey", debian: "gjs" },
];

/** Milliseconds: an engine without a fast compiler takes a minute for all kinds on a quiet machine. */
const PATIENCE = 400_000;

const installed = (command: string) => spawnSync(command, ["--help"], { stdio: "ignore" }).error === undefined;

/** What a program prints on the bundle. Rejects with its error output when it fails. */
function printed(command: string, bundle: string): Promise<Record<string, string>> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, [bundle]);
    let [out, errors] = ["", ""];
    child.stdout.on("data", (chunk) => (out += chunk));
    child.stderr.on("data", (chunk) => (errors += chunk));
    child.on("error", reject);
    child.on("close", (code) =>
      code === 0 ? resolve(JSON.parse(out) as Record<string, string>) : reject(new Error(`${command} ended with ${code}: ${errors}`)),
    );
  });
}

const folder = mkdtempSync(join(tmpdir(), "boxup-engines-"));
const bundle = join(folder, "digests.js");
let here: Record<string, string>;

beforeAll(async () => {
  await build({
    entryPoints: ["tests/engines/entry.ts"],
    outfile: bundle,
    bundle: true,
    format: "iife",
    target: "es2022",
    tsconfig: "tsconfig.json",
    logLevel: "warning",
  });
  here = await printed(process.execPath, bundle);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("instances, verdicts and the exact functions", () => {
  it("have a digest for every kind and level", async () => {
    const { kinds } = await import("@/content/_generated/kinds");
    for (const kind of Object.keys(kinds)) expect(Object.keys(here).filter((name) => name.startsWith(`${kind} `))).toHaveLength(10);
    expect(Object.keys(here).filter((name) => name.startsWith("exact "))).toHaveLength(12);
  });

  for (const { command, engine, debian } of ENGINES) {
    const missing = !installed(command);
    const title = `are the same in ${engine} as in V8`;
    if (missing) console.log(`SKIPPED, ${title}: no ${command}; Debian: apt-get install ${debian}`);
    it.skipIf(missing)(
      title,
      async () => {
        expect(await printed(command, bundle)).toEqual(here);
      },
      PATIENCE,
    );
  }
});
