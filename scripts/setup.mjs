// Steps that start, dev, build and test share. Plain Node, no dependency: it also runs before anything is installed.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { copyModels } from "./copy-models.mjs";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
process.chdir(root);
process.env.NEXT_TELEMETRY_DISABLED ??= "1";

/** Runs a program and ends this process with its status when it fails. */
export function run(command, args, options = {}) {
  const result = spawnSync(command, args, { stdio: "inherit", cwd: root, ...options });
  if (result.status !== 0) {
    console.error(`\n${[command, ...args].join(" ")} failed${result.error ? `: ${result.error.message}` : ""}`);
    process.exit(result.status ?? 1);
  }
}

export const node = (...args) => run(process.execPath, args);
export const bin = (path) => join(root, "node_modules", path);

/** One hash over the contents of files and folders (names starting with "." and generated folders left out). */
export function hashOf(
  paths,
  skip = /(^|\/)(node_modules|\.next|dist|\.data|test-results|lib\/server\/prisma|public\/wasm|public\/fonts|public\/coco)(\/|$)/,
) {
  const hash = createHash("sha256");
  const visit = (path) => {
    if (skip.test(path) || !existsSync(path)) return;
    if (statSync(path).isDirectory()) {
      for (const name of readdirSync(path).sort()) visit(`${path}/${name}`);
    } else hash.update(path).update("\0").update(readFileSync(path));
  };
  for (const path of paths) visit(path);
  return hash.digest("hex");
}

/** Does `work` unless the stamp says that it was done for the same inputs. */
export function once(stamp, paths, products, work) {
  const file = join(root, "node_modules/.boxup", stamp);
  const now = hashOf(paths);
  const fresh = existsSync(file) && readFileSync(file, "utf8") === now && products.every((p) => existsSync(join(root, p)));
  if (fresh) return false;
  work();
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, now);
  return true;
}

export function requireNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 9)) {
    console.error(`BoxUp needs Node 20.9 or newer; this is ${process.version}. See https://nodejs.org`);
    process.exit(1);
  }
}

/** Installs the exact packages of package-lock.json when they are not there yet. */
export function install() {
  requireNode();
  const file = join(root, "node_modules/.boxup/install");
  const now = hashOf(["package.json", "package-lock.json"]);
  if (existsSync(file) && readFileSync(file, "utf8") === now) return;
  // A tree installed by hand (npm ci) carries npm's own copy of the lock; it need not be installed again.
  const installed = existsSync(join(root, "node_modules/.package-lock.json")) && installedMatchesLock();
  if (!installed) {
    console.log("Installing packages (about a minute)…");
    run(process.platform === "win32" ? "npm.cmd" : "npm", ["ci", "--no-audit", "--no-fund"], { shell: process.platform === "win32" });
  }
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, now);
}

function installedMatchesLock() {
  const lock = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages;
  const tree = JSON.parse(readFileSync(join(root, "node_modules/.package-lock.json"), "utf8")).packages;
  return Object.entries(lock).every(
    ([path, entry]) => path === "" || entry.optional || entry.peer || tree[path]?.version === entry.version,
  );
}

/** Everything derived from sources that neither the type checker nor the bundler makes itself. */
export function generate() {
  once("prisma", ["prisma/schema.prisma", "package-lock.json"], ["lib/server/prisma/client.ts"], () =>
    run(process.execPath, [bin("prisma/build/index.js"), "generate"], {
      // `generate` needs no schema engine, but looks for one and would try to download it. Any existing file will do.
      env: {
        ...process.env,
        PRISMA_SCHEMA_ENGINE_BINARY: process.env.PRISMA_SCHEMA_ENGINE_BINARY ?? process.execPath,
        PRISMA_HIDE_UPDATE_MESSAGE: "1",
      },
      stdio: ["ignore", "ignore", "inherit"],
    }),
  );
  node("scripts/run.mjs", "scripts/gen.ts");
  copyAssets();
  copyModels();
  once(
    "grader",
    ["lib/engine", "lib/challenges", "lib/server/grading/worker.ts", "content", "scripts/build-threads.mjs"],
    ["dist/grader.mjs"],
    () => node("scripts/build-threads.mjs", "grader"),
  );
  once(
    "notes",
    ["lib/notes", "lib/server/notes/documents", "lib/wire/noteParts.ts", "package-lock.json", "scripts/build-threads.mjs"],
    ["dist/notes.mjs"],
    () => node("scripts/build-threads.mjs", "notes"),
  );
}

/** WebAssembly of the TF.js backend, served from our own origin. */
function copyAssets() {
  const from = bin("@tensorflow/tfjs-backend-wasm/dist");
  const to = join(root, "public/wasm");
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from).filter((n) => n.endsWith(".wasm"))) {
    if (!existsSync(join(to, name)) || statSync(join(to, name)).size !== statSync(join(from, name)).size)
      copyFileSync(join(from, name), join(to, name));
  }
}

const BUILD_INPUTS = [
  "app",
  "content",
  "i18n",
  "lib",
  "public",
  "instrumentation.ts",
  "mdx-components.tsx",
  "next.config.ts",
  "proxy.ts",
  "postcss.config.mjs",
  "package.json",
  "package-lock.json",
  "tsconfig.json",
];

/** The production build, made only when a source changed. */
export function build({ typesChecked = false } = {}) {
  once("build", BUILD_INPUTS, [".next/BUILD_ID", ".next/csp-hashes.json"], () => {
    const env = { ...process.env, NODE_ENV: "production", ...(typesChecked ? { BOXUP_TYPES_CHECKED: "1" } : {}) };
    run(process.execPath, [bin("next/dist/bin/next"), "build"], { env });
    node("scripts/csp-hashes.mjs");
  });
}

/** Applies migrations and seeds content in the database that the environment names. */
export function prepareDatabase() {
  node("scripts/run.mjs", "scripts/database.ts", "migrate");
}
