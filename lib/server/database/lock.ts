/**
 * The lock beside the embedded database's folder. A second process that opened the folder would lose acknowledged writes
 * without any error, so every opener takes this lock first: a live holder is never robbed, a dead one is replaced.
 */
import { spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { existsSync, linkSync, openSync, readFileSync, statSync, unlinkSync, utimesSync, writeFileSync, closeSync } from "node:fs";
import { hostname } from "node:os";

/** What a lock file says of its holder. */
export interface LockHolder {
  /** Random, so that one lock is never mistaken for its successor. */
  readonly nonce: string;
  readonly pid: number;
  /** When the process began, as its system tells it; null where the system does not. A reused pid differs here. */
  readonly started: string | null;
  readonly host: string;
  readonly command: string;
  readonly since: string;
}

export interface HeldLock {
  readonly holder: LockHolder;
  /** Gives the lock back. Safe to call twice. */
  release(): void;
}

/** The folder is in use. The message names the holder. */
export class DatabaseLockedError extends Error {
  override readonly name = "DatabaseLockedError";
  constructor(
    readonly path: string,
    readonly holder: LockHolder | null,
    detail: string,
  ) {
    super(detail);
  }
}

const HEARTBEAT_MS = 2000;

/** When process `pid` began, or null when it cannot be told. On Linux from /proc (with the boot's id), elsewhere from `ps`. */
export function processStarted(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The command in parentheses may hold spaces and parentheses itself; field 22 counts from behind it.
    const ticks = stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
    return `${readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()}/${ticks}`;
  } catch {
    if (process.platform === "win32" || process.platform === "linux") return null;
    const ps = spawnSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" });
    const text = ps.status === 0 ? ps.stdout.trim() : "";
    return text === "" ? null : text;
  }
}

function processExists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

type Life = "alive" | "dead" | "elsewhere";

/** Whether a lock's holder still runs. When in doubt it does: robbing a live holder costs data, waiting costs patience. */
export function lifeOf(holder: LockHolder): Life {
  if (holder.host !== hostname()) return "elsewhere";
  if (!processExists(holder.pid)) return "dead";
  const started = processStarted(holder.pid);
  if (started === null || holder.started === null) return "alive";
  return started === holder.started ? "alive" : "dead";
}

function readHolder(path: string): LockHolder | null {
  try {
    const value: unknown = JSON.parse(readFileSync(path, "utf8"));
    if (typeof value !== "object" || value === null || !("nonce" in value) || !("pid" in value)) return null;
    return value as LockHolder;
  } catch {
    return null;
  }
}

/** Creates `path` with its whole content in one step, or answers false when it exists. */
function createWhole(path: string, content: string): boolean {
  const draft = `${path}.${randomUUID()}`;
  writeFileSync(draft, content, { mode: 0o600 });
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === "EEXIST") return false;
    // Some file systems have no hard links: fall back to O_EXCL, whose content comes a moment later.
    try {
      const file = openSync(path, "wx", 0o600);
      writeFileSync(file, content);
      closeSync(file);
      return true;
    } catch (second) {
      if ((second as NodeJS.ErrnoException).code === "EEXIST") return false;
      throw second;
    }
  } finally {
    unlinkSync(draft);
  }
}

function removeIf(path: string): void {
  try {
    unlinkSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
}

function refusal(path: string, holder: LockHolder | null, life: Life | "unreadable"): DatabaseLockedError {
  if (holder === null) {
    return new DatabaseLockedError(
      path,
      null,
      `The database is locked by ${path}, which cannot be read. Delete that file if no BoxUp process is running.`,
    );
  }
  const beat = existsSync(path) ? Math.max(0, Math.round((Date.now() - statSync(path).mtimeMs) / 1000)) : 0;
  const who = `process ${holder.pid} on ${holder.host} (${holder.command}, since ${holder.since}, last heartbeat ${beat} s ago)`;
  const advice =
    life === "elsewhere"
      ? `Whether it still runs cannot be seen from here: stop it there, or delete ${path} if that machine is gone.`
      : "Stop it first, or set DATABASE_URL to share one PostgreSQL server.";
  return new DatabaseLockedError(path, holder, `The database is in use by ${who}. ${advice}`);
}

/**
 * Takes the lock at `path` or throws DatabaseLockedError at once.
 * @param onLost called when the lock is found in other hands later; the caller must stop writing.
 */
export function acquireLock(path: string, onLost: (reason: string) => void): HeldLock {
  const me: LockHolder = {
    nonce: randomUUID(),
    pid: process.pid,
    started: processStarted(process.pid),
    host: hostname(),
    command: process.argv.slice(1, 4).join(" ") || process.title,
    since: new Date().toISOString(),
  };
  const content = JSON.stringify(me);
  for (let tries = 0; !createWhole(path, content); tries++) {
    const holder = readHolder(path);
    if (holder === null) {
      // Gone between the two calls: try again. Unreadable for good: somebody must look.
      if (existsSync(path) && tries > 20) throw refusal(path, null, "unreadable");
      continue;
    }
    const life = lifeOf(holder);
    if (life !== "dead" || tries > 20) throw refusal(path, holder, life);
    // Only the one who creates the marker named after this very lock may remove it, so two heirs cannot both win.
    const marker = `${path}.heir-of-${holder.nonce}`;
    if (!createWhole(marker, content)) {
      const heir = readHolder(marker);
      if (heir !== null && lifeOf(heir) === "dead") removeIf(marker);
      continue;
    }
    if (readHolder(path)?.nonce === holder.nonce) unlinkSync(path);
    removeIf(marker);
  }

  const beat = setInterval(() => {
    const now = new Date();
    const holder = readHolder(path);
    if (holder?.nonce === me.nonce) {
      utimesSync(path, now, now);
    } else if (holder !== null || !createWhole(path, content)) {
      clearInterval(beat);
      onLost(`the lock ${path} is now held by process ${holder?.pid ?? "unknown"}`);
    }
  }, HEARTBEAT_MS);
  beat.unref();

  const release = (): void => {
    clearInterval(beat);
    process.removeListener("exit", release);
    if (readHolder(path)?.nonce === me.nonce) removeIf(path);
  };
  process.on("exit", release);
  return { holder: me, release };
}
