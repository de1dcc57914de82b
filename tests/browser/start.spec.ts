import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { PORT } from "../../playwright.config";

// Needs no browser: the built site as `npm start` runs it, on a database of its own.

for (const signal of ["SIGTERM", "SIGINT"] as const) {
  test(`${signal} to npm start ends the server, and gives the database's lock back`, async () => {
    test.setTimeout(240_000);
    const data = mkdtempSync(join(tmpdir(), "boxup-start-"));
    const port = String(PORT + 20);
    const { DATABASE_URL: _, NEXTAUTH_URL: __, ...rest } = process.env;
    const npm = spawn("npm", ["start"], { env: { ...rest, PORT: port, BOXUP_DATA_DIR: data }, stdio: "ignore" });
    const ended = new Promise<void>((resolve) => npm.once("exit", () => resolve()));
    const lock = join(data, "postgres.lock");
    const healthy = () =>
      fetch(`http://localhost:${port}/api/v1/health`).then(
        ({ status }) => status,
        () => 0,
      );
    try {
      await expect.poll(healthy, { timeout: 200_000 }).toBe(200);
      const { pid } = JSON.parse(readFileSync(lock, "utf8")) as { readonly pid: number };
      expect(process.kill(pid, 0)).toBe(true);
      npm.kill(signal);
      await ended;
      await expect.poll(() => existsSync(lock), { timeout: 30_000 }).toBe(false);
      await expect.poll(healthy).toBe(0);
      expect(() => process.kill(pid, 0)).toThrow();
    } finally {
      npm.kill("SIGKILL");
      rmSync(data, { recursive: true, force: true });
    }
  });
}
