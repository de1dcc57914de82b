/**
 * The database's commands: node scripts/run.mjs scripts/database.ts <command>
 *   generate             writes the typed client to lib/server/prisma (needs no network)
 *   migrate              applies prisma/migrations to the configured database
 *   seed                 checks that the database answers and prints what it holds
 *   copy                 copies the embedded database's rows into the empty one at DATABASE_URL
 *   role <e-mail> <role> gives student, instructor or admin; how the first admin is made
 * All but `generate` need the embedded database for themselves: stop the server first.
 */
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** Prisma's CLI looks for a native engine before anything else; generating does not use it, so any existing file will do. */
export function generateClient(): number {
  const cli = join(dirname(createRequire(import.meta.url).resolve("prisma/package.json")), "build", "index.js");
  const env = {
    ...process.env,
    PRISMA_SCHEMA_ENGINE_BINARY: process.env.PRISMA_SCHEMA_ENGINE_BINARY ?? process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
  };
  const result = spawnSync(process.execPath, [cli, "generate", "--no-hints"], { env, encoding: "utf8" });
  if (result.status !== 0) process.stderr.write(`${result.stdout}${result.stderr}`);
  return result.status ?? 1;
}

const ROLES = { student: "STUDENT", instructor: "INSTRUCTOR", admin: "ADMIN" } as const;
const isRole = (text: string): text is keyof typeof ROLES => text in ROLES;

/** Embedded → server, under the embedded folder's lock. */
async function copy(): Promise<number> {
  const { dataFolder, databaseUrl } = await import("../lib/server/env");
  const url = databaseUrl();
  if (url === undefined) {
    console.error("Set DATABASE_URL to the server to copy to");
    return 2;
  }
  const { openEmbedded } = await import("../lib/server/database/embedded");
  const { connectionOf, migrateServer, onServer } = await import("../lib/server/database/open");
  const { copyDatabase } = await import("../lib/server/database/copy");
  const { applyMigrations, migrationsFolder, readMigrations } = await import("../lib/server/database/migrations");
  const source = await openEmbedded(join(dataFolder(), "postgres"));
  try {
    const from = connectionOf(source.database);
    await applyMigrations(from, readMigrations(migrationsFolder()));
    await migrateServer(url);
    const counts = await onServer(url, (to) => copyDatabase(from, to));
    for (const [table, count] of Object.entries(counts)) console.log(`${table}: ${count}`);
    return 0;
  } finally {
    await source.close();
  }
}

async function main(command: string | undefined, args: readonly string[]): Promise<number> {
  if (command === "generate") return generateClient();
  if (command === "copy") return copy();
  if (command !== "migrate" && command !== "seed" && command !== "role") {
    console.error("Usage: database.ts generate | migrate | seed | copy | role <e-mail> <student|instructor|admin>");
    return 2;
  }
  const { openDatabase } = await import("../lib/server/database/open");
  const open = await openDatabase();
  try {
    if (command === "migrate") {
      console.log(open.migrated.length > 0 ? `Applied ${open.migrated.join(", ")}` : "The database is up to date");
    } else if (command === "seed") {
      // Topics and questions live in content/, not in tables: a fresh database needs no rows to start with.
      console.log(
        `The ${open.kind} database answers: ${await open.client.user.count()} users, ${await open.client.attempt.count()} attempts`,
      );
    } else {
      const { normaliseEmail } = await import("../lib/wire/email");
      const [email, role] = args;
      const address = normaliseEmail(email ?? "");
      if (address === null || !role || !isRole(role)) {
        console.error("Usage: database.ts role <e-mail> <student|instructor|admin>");
        return 2;
      }
      const { count } = await open.client.user.updateMany({
        where: { email: address, guest: false, deletedAt: null },
        data: { role: ROLES[role] },
      });
      if (count === 0) {
        console.error(`No account has the address ${address}; sign up first`);
        return 1;
      }
      console.log(`${address} is now ${role}`);
    }
    return 0;
  } finally {
    await open.close();
  }
}

main(process.argv[2], process.argv.slice(3)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
