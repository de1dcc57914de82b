/** The built site on a fresh database, for what is measured in a browser. */
import { spawn } from "node:child_process";

/** Starts it and waits until it answers. @returns what stops it @throws Error after a minute */
export async function startSite(port: number): Promise<() => void> {
  const server = spawn(process.execPath, ["tests/browser/server.mjs"], {
    env: { ...process.env, BOXUP_TEST_PORT: String(port) },
    stdio: "ignore",
  });
  const stop = () => void server.kill("SIGTERM");
  for (const end = Date.now() + 60_000; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 200))) {
    const healthy = await fetch(`http://localhost:${port}/api/v1/health`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (healthy) return stop;
  }
  stop();
  throw new Error(`no server on port ${port}`);
}
