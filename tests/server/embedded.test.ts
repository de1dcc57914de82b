import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { openEmbedded } from "@/lib/server/database/embedded";
import { acquireLock, DatabaseLockedError, lifeOf, processStarted, type LockHolder } from "@/lib/server/database/lock";
import { fromPGlite, openDatabase } from "@/lib/server/database/open";
import { runChild } from "./setup/child";

let root = "";
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "boxup-embedded-"));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(root, { recursive: true, force: true });
});

/** The pid of a process that has ended. */
const deadPid = (): number => spawnSync(process.execPath, ["-e", ""]).pid;
const holder = (more: Partial<LockHolder>): LockHolder => ({
  nonce: "n",
  pid: process.pid,
  started: processStarted(process.pid),
  host: hostname(),
  command: "test",
  since: "2026-01-01T00:00:00.000Z",
  ...more,
});

async function refusalOf(action: () => unknown): Promise<DatabaseLockedError> {
  const error = await Promise.resolve()
    .then(action)
    .then(
      () => new Error("was not refused"),
      (e: unknown) => e,
    );
  expect(error).toBeInstanceOf(DatabaseLockedError);
  return error as DatabaseLockedError;
}

describe("the lock", () => {
  const lock = () => join(root, "db.lock");
  const ignore = () => undefined;

  it("refuses a second holder, also within one process, and names the first", async () => {
    const held = acquireLock(lock(), ignore);
    const error = await refusalOf(() => acquireLock(lock(), ignore));
    expect(error.message).toContain(`process ${process.pid} on ${hostname()}`);
    expect(error.holder?.nonce).toBe(held.holder.nonce);
    held.release();
    acquireLock(lock(), ignore).release();
    expect(readdirSync(root)).toEqual([]);
  });

  it("takes over from a process that has ended", () => {
    writeFileSync(lock(), JSON.stringify(holder({ pid: deadPid(), started: "another boot/1" })));
    const held = acquireLock(lock(), ignore);
    expect(JSON.parse(readFileSync(lock(), "utf8"))).toMatchObject({ pid: process.pid, nonce: held.holder.nonce });
    held.release();
  });

  it("takes over when the pid belongs to another process by now", () => {
    writeFileSync(lock(), JSON.stringify(holder({ started: "another boot/1" })));
    acquireLock(lock(), ignore).release();
  });

  it("never takes over from a live process, however old its heartbeat", async () => {
    writeFileSync(lock(), JSON.stringify(holder({ pid: process.ppid, started: processStarted(process.ppid) })));
    utimesSync(lock(), new Date(0), new Date(0));
    await refusalOf(() => acquireLock(lock(), ignore));
  });

  it("never takes over from another machine, whose processes cannot be seen", async () => {
    writeFileSync(lock(), JSON.stringify(holder({ pid: deadPid(), host: "another-machine" })));
    expect((await refusalOf(() => acquireLock(lock(), ignore))).message).toContain("another-machine");
  });

  it("refuses a lock that nobody can read and says which file to delete", async () => {
    writeFileSync(lock(), "not json");
    expect((await refusalOf(() => acquireLock(lock(), ignore))).message).toContain(lock());
  });

  it("takes a process for alive when its beginning cannot be told", () => {
    expect(lifeOf(holder({ started: null }))).toBe("alive");
    expect(lifeOf(holder({}))).toBe("alive");
    expect(lifeOf(holder({ started: "another boot/1" }))).toBe("dead");
  });

  it("tells its holder when it is found in other hands, and puts a deleted file back", () => {
    vi.useFakeTimers();
    const lost: string[] = [];
    const held = acquireLock(lock(), (reason) => lost.push(reason));
    rmSync(lock());
    vi.advanceTimersByTime(2000);
    expect(JSON.parse(readFileSync(lock(), "utf8"))).toMatchObject({ nonce: held.holder.nonce });
    expect(lost).toEqual([]);
    writeFileSync(lock(), JSON.stringify(holder({ nonce: "thief", pid: 4242 })));
    vi.advanceTimersByTime(2000);
    expect(lost).toHaveLength(1);
    expect(lost[0]).toContain("4242");
    held.release();
    expect(existsSync(lock()), "somebody else's lock stays").toBe(true);
    vi.useRealTimers();
  });

  it("has one heir when six processes find a dead holder at once", async () => {
    writeFileSync(lock(), JSON.stringify(holder({ pid: deadPid(), started: "another boot/1" })));
    const heirs = Array.from({ length: 6 }, () => runChild("heir", lock()));
    await Promise.all(heirs.map((h) => h.line()));
    for (const heir of heirs) heir.process.stdin?.write("go\n");
    const outcomes = await Promise.all(heirs.map((h) => h.line()));
    const winner = heirs[outcomes.indexOf("won")];
    expect(outcomes.filter((o) => o === "won")).toHaveLength(1);
    for (const outcome of outcomes) if (outcome !== "won") expect(outcome).toBe(`refused by ${winner.pid}`);
    await Promise.all(heirs.map((h) => h.kill()));
  });
});

describe("the embedded database", () => {
  const open = async (folder: string) => {
    const embedded = await openEmbedded(folder);
    return fromPGlite(embedded.database, embedded.close);
  };

  it("keeps every acknowledged row through kill -9, again and again, and refuses a second opener meanwhile", async () => {
    const folder = join(root, "postgres");
    const acknowledged: string[] = [];
    for (const rows of [150, 40, 90]) {
      const writer = runChild("writer", folder);
      expect(await writer.line()).toBe("open");
      const error = await refusalOf(() => openEmbedded(folder));
      expect(error.message).toContain(`process ${writer.pid} `);
      for (let i = 0; i < rows; i++) acknowledged.push(await writer.line());
      await writer.kill();
      // What was printed between our last reading and the end was acknowledged too.
      acknowledged.push(...(await writer.rest()));
    }
    const after = await open(folder);
    const kept = new Set((await after.client.user.findMany({ select: { id: true } })).map((u) => u.id));
    expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
    expect(acknowledged.length).toBeGreaterThanOrEqual(280);
    expect(await after.client.xpEntry.count(), "a user never lacks the entry of the same transaction").toBe(kept.size);
    await after.close();
    expect(existsSync(`${folder}.lock`)).toBe(false);
  });

  it("starts anew beside what an interrupted first start left, and deletes none of it", async () => {
    const folder = join(root, "postgres");
    mkdirSync(`${folder}.initialising`);
    writeFileSync(join(`${folder}.initialising`, "half"), "written");
    mkdirSync(folder);
    writeFileSync(join(folder, "PG_VERSION"), "18");
    const warn = vi.spyOn(console, "warn").mockImplementation(() => undefined);
    const fresh = await open(folder);
    expect(await fresh.client.user.count()).toBe(0);
    await fresh.close();
    const kept = readdirSync(root).filter((name) => name.includes("quarantine"));
    expect(kept.filter((name) => name.startsWith("postgres.quarantine"))).toHaveLength(1);
    const half = kept.find((name) => name.startsWith("postgres.initialising"));
    expect(readFileSync(join(root, half ?? "", "half"), "utf8")).toBe("written");
    expect(warn).toHaveBeenCalledTimes(2);
    warn.mockRestore();
  });

  it("refuses to open while building", async () => {
    vi.stubEnv("NEXT_PHASE", "phase-production-build");
    vi.stubEnv("BOXUP_DATA_DIR", root);
    await expect(openDatabase()).rejects.toThrow("while building");
    expect(readdirSync(root)).toEqual([]);
  });

  it("gives the lock back when opening fails", async () => {
    const file = join(root, "a-file");
    writeFileSync(file, "");
    await expect(openEmbedded(join(file, "postgres"))).rejects.toThrow();
    const folder = join(root, "postgres");
    mkdirSync(join(folder, "global"), { recursive: true });
    writeFileSync(join(folder, "PG_VERSION"), "18\n");
    writeFileSync(join(folder, "global", "pg_control"), "damaged");
    await expect(openEmbedded(folder)).rejects.toThrow();
    expect(existsSync(`${folder}.lock`)).toBe(false);
    expect(readFileSync(join(folder, "global", "pg_control"), "utf8")).toBe("damaged");
  });
});
