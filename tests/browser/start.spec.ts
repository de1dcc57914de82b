import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { PORT } from "../../playwright.config";

// Needs no browser: the built site as `npm start` runs it, on a database of its own.

/** Ends what is left of a process group; where nothing is, that is well. */
function stopAll(group: number): void {
  try {
    process.kill(-group, "SIGKILL");
  } catch {
    // All of it has ended.
  }
}

for (const [name, signal, whole] of [
  // As a service manager does it.
  ["SIGTERM to npm start", "SIGTERM", false],
  // As a terminal does it: to npm, the shell between, and the server at once.
  ["Ctrl-C on npm start", "SIGINT", true],
] as const) {
  test(`${name} ends the server, and gives the database's lock back`, async () => {
    test.setTimeout(240_000);
    const data = mkdtempSync(join(tmpdir(), "boxup-start-"));
    const port = String(PORT + 20);
    const { DATABASE_URL: _, NEXTAUTH_URL: __, ...rest } = process.env;
    const npm = spawn("npm", ["start"], { env: { ...rest, PORT: port, BOXUP_DATA_DIR: data }, stdio: "ignore", detached: true });
    const ended = new Promise<void>((resolve) => npm.once("exit", () => resolve()));
    const lock = join(data, "postgres.lock");
    const healthy = () =>
      fetch(`http://localhost:${port}/api/v1/health`).then(
        ({ status }) => status,
        () => 0,
      );
    try {
      await expect.poll(healthy, { timeout: 200_000 }).toBe(200);
      expect(existsSync(lock)).toBe(true);
      process.kill(whole ? -npm.pid! : npm.pid!, signal);
      await ended;
      await expect.poll(() => existsSync(lock), { timeout: 30_000 }).toBe(false);
      await expect.poll(healthy).toBe(0);
    } finally {
      stopAll(npm.pid!);
      rmSync(data, { recursive: true, force: true });
    }
  });
}
