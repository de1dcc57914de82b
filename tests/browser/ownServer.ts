/** A server of a test's own, on a database of its own, whose clock can be moved. Needs the build. */
import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { expect } from "@playwright/test";

export interface OwnServer {
  readonly url: string;
  /** What it has printed, as whoever runs it reads it. */
  said(): string;
  /** Ends the server and starts it again on the same data, its clock this many ms ahead. */
  moveClock(ahead: number): Promise<void>;
  /** Ends the server, runs a script on its database, and starts it again on the same data. */
  between(script: string, ...args: readonly string[]): Promise<void>;
  stop(): Promise<void>;
}

export async function ownServer(port: number): Promise<OwnServer> {
  const data = mkdtempSync(join(tmpdir(), "boxup-own-"));
  const url = `http://localhost:${port}`;
  const { DATABASE_URL: _, ...rest } = process.env;
  const env: NodeJS.ProcessEnv = {
    ...rest,
    ...{ NODE_ENV: "production", PORT: String(port), BOXUP_DATA_DIR: data },
    ...{ NEXTAUTH_URL: url, NEXTAUTH_SECRET: "browser-tests-only-0123456789abcdef" },
  };
  const prepared = spawnSync(process.execPath, ["scripts/run.mjs", "scripts/database.ts", "migrate"], { env });
  if (prepared.status !== 0) throw new Error(`no database: ${prepared.stderr.toString()}`);
  let server: ChildProcess | null = null;
  let printed = "";
  const healthy = () =>
    fetch(`${url}/api/v1/health`).then(
      ({ ok }) => ok,
      () => false,
    );
  const start = async (ahead: number) => {
    const clock = pathToFileURL(resolve("tests/browser/clock.mjs")).href;
    const args = ["node_modules/next/dist/bin/next", "start", "-p", String(port)];
    server = spawn(process.execPath, args, {
      env: { ...env, NODE_OPTIONS: `--import=${clock}`, BOXUP_TEST_AHEAD: String(ahead) },
      stdio: ["ignore", "pipe", "ignore"],
    });
    server.stdout?.on("data", (chunk: Buffer) => (printed += chunk.toString()));
    await expect.poll(healthy, { timeout: 120_000 }).toBe(true);
  };
  const end = async () => {
    const gone = new Promise((done) => server?.once("exit", done));
    server?.kill("SIGTERM");
    await gone;
  };
  await start(0);
  return {
    url,
    said: () => printed,
    moveClock: async (ahead) => {
      await end();
      await start(ahead);
    },
    between: async (script, ...args) => {
      await end();
      const ran = spawnSync(process.execPath, ["scripts/run.mjs", script, ...args], { env });
      if (ran.status !== 0) throw new Error(`${script}: ${ran.stderr.toString()}`);
      await start(0);
    },
    stop: async () => {
      await end();
      rmSync(data, { recursive: true, force: true });
    },
  };
}
