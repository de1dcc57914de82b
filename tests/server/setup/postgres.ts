/** A throw-away PostgreSQL server from the system's own package, run without privileges in a temporary folder. */
import { execFileSync, spawn, spawnSync, type ChildProcess } from "node:child_process";
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface ThrowAwayPostgres {
  readonly url: string;
  readonly version: string;
  stop(): Promise<void>;
}

/** The newest installed server's folder of programs, or null. */
export function findPostgres(): string | null {
  const base = "/usr/lib/postgresql";
  if (!existsSync(base)) return null;
  const versions = readdirSync(base).filter((v) => existsSync(join(base, v, "bin", "initdb")));
  versions.sort((a, b) => Number(b) - Number(a));
  return versions.length === 0 ? null : join(base, versions[0], "bin");
}

/** PostgreSQL refuses to run as root, so root lends it another identity. */
function identity(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  for (const name of ["postgres", "nobody"]) {
    const [uid, gid] = ["-u", "-g"].map((flag) => spawnSync("id", [flag, name], { encoding: "utf8" }));
    if (uid.status === 0 && gid.status === 0) return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  }
  throw new Error("Running as root, and there is neither a postgres nor a nobody to run the server as");
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => (typeof address === "object" && address ? resolve(address.port) : reject(new Error("no port"))));
    });
  });
}

/** Starts a server of its own on a loopback port; `bin` from findPostgres. */
export async function startPostgres(bin: string): Promise<ThrowAwayPostgres> {
  const who = identity();
  const run = { ...(who ?? {}), cwd: "/", env: { ...process.env, LC_ALL: "C.UTF-8", TZ: "UTC" } };
  const folder = mkdtempSync(join(tmpdir(), "boxup-postgres-"));
  const data = join(folder, "data");
  mkdirSync(data, { mode: 0o700 });
  if (who) for (const path of [folder, data]) chownSync(path, who.uid, who.gid);
  execFileSync(join(bin, "initdb"), ["--pgdata", data, "--username", "boxup", "--auth", "trust", "--encoding", "UTF8", "--no-sync"], {
    ...run,
    stdio: "ignore",
  });
  const port = await freePort();
  const settings = {
    port,
    listen_addresses: "127.0.0.1",
    unix_socket_directories: folder,
    fsync: "off",
    max_connections: 120,
    timezone: "Asia/Seoul",
  };
  const server = spawn(join(bin, "postgres"), ["-D", data, ...Object.entries(settings).flatMap(([k, v]) => ["-c", `${k}=${v}`])], {
    ...run,
    stdio: ["ignore", "ignore", "pipe"],
  });
  try {
    await ready(server);
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
  return {
    url: `postgresql://boxup@127.0.0.1:${port}/postgres`,
    version: execFileSync(join(bin, "postgres"), ["--version"], { encoding: "utf8" }).trim(),
    stop: async () => {
      const ended = new Promise((resolve) => server.once("exit", resolve));
      // SIGQUIT: at once; nothing in it is worth a checkpoint.
      if (server.exitCode === null && server.kill("SIGQUIT")) await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Waits for the server's own word that it accepts connections. */
function ready(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let log = "";
    server.stderr?.setEncoding("utf8").on("data", (text: string) => {
      log += text;
      if (log.includes("database system is ready to accept connections")) resolve();
    });
    server.once("error", reject);
    server.once("exit", (code) => reject(new Error(`PostgreSQL ended with ${code}:\n${log}`)));
  });
}
