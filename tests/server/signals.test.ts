/** What `npm start` does with signals: they reach the server, which ends what is under way, and the lock is given back. */
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { acquireLock } from "@/lib/server/database/lock";
import { runChild, type Child } from "./setup/child";

let root = "";
const started: Child[] = [];
const servers: number[] = [];
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "boxup-signals-"));
});
afterEach(async () => {
  // A server that nobody stopped would keep the test waiting for the end of what it prints.
  for (const pid of servers.splice(0).filter(exists)) process.kill(pid, "SIGKILL");
  await Promise.all(started.splice(0).map((child) => child.kill()));
  rmSync(root, { recursive: true, force: true });
});

const NEVER_MS = 100_000;
const lock = () => join(root, "db.lock");
const exists = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

/** `npm start` over a server of the tests' own, once that one listens. */
async function start(mode: "clean" | "deaf" | "falls", drain = NEVER_MS) {
  const child = runChild("supervisor", mode, lock(), String(drain));
  started.push(child);
  const ended = new Promise<number | null>((resolve) => child.process.once("exit", resolve));
  const [server, port] = (await child.line()).split(" ").map(Number);
  servers.push(server);
  return { child, server, port, ended };
}

describe("npm start", () => {
  it.each([
    ["SIGTERM", "SIGTERM"],
    ["SIGINT", "SIGINT"],
    ["SIGHUP", "SIGTERM"],
  ] as const)("hands %s on as %s, ends with 0 when the server has answered what was under way, and the lock is free", async (sent, got) => {
    const { child, server, port, ended } = await start("clean");
    const under = fetch(`http://127.0.0.1:${port}/`).then((response) => response.text());
    expect(await child.line()).toBe("asked");
    expect(existsSync(lock())).toBe(true);
    child.process.kill(sent);
    expect(await child.line()).toBe(got);
    expect(await under).toBe("answered");
    expect(await ended).toBe(0);
    expect(exists(server)).toBe(false);
    expect(existsSync(lock())).toBe(false);
  });

  it("stops a server that does not hear at the second signal, and whoever comes next takes over its lock", async () => {
    const { child, server, ended } = await start("deaf");
    child.process.kill("SIGTERM");
    expect(await child.line()).toBe("SIGTERM");
    expect(exists(server)).toBe(true);
    child.process.kill("SIGTERM");
    expect(await ended).toBe(0);
    expect(exists(server)).toBe(false);
    acquireLock(lock(), () => undefined).release();
  });

  it("stops a server that takes too long", async () => {
    const { child, server, ended } = await start("deaf", 1);
    child.process.kill("SIGINT");
    expect(await ended).toBe(0);
    expect(exists(server)).toBe(false);
  });

  it("ends as the server ended where nobody asked it to", async () => {
    const { ended } = await start("falls");
    expect(await ended).toBe(3);
    const killed = await start("deaf");
    process.kill(killed.server, "SIGKILL");
    expect(await killed.ended).toBe(1);
  });

  it("stops the server when the shell that npm put between has ended without a word", async () => {
    const command = `node --import tsx tests/server/setup/supervisor.ts clean ${lock()} ${NEVER_MS} & echo $!; wait`;
    const shell = spawn("sh", ["-c", command], {
      env: { ...process.env, npm_lifecycle_event: "start" },
      stdio: ["ignore", "pipe", "inherit"],
    });
    let said = "";
    shell.stdout.setEncoding("utf8").on("data", (text: string) => (said += text));
    await vi.waitFor(() => expect(said.trim().split("\n")).toHaveLength(2), { timeout: 60_000 });
    const [supervisor, server] = said
      .trim()
      .split("\n")
      .map((line) => Number(line.split(" ")[0]));
    servers.push(supervisor, server);
    expect([supervisor, server].map(exists)).toEqual([true, true]);
    shell.kill("SIGKILL");
    await vi.waitFor(() => expect([supervisor, server].map(exists)).toEqual([false, false]), { timeout: 60_000 });
    expect(said).toContain("SIGTERM");
    expect(existsSync(lock())).toBe(false);
  });
});
