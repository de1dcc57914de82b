/**
 * Prisma's schema engine in WebAssembly: says which SQL leads from the migrations to the schema. The native engine is a
 * download that a closed network refuses; this one is an ordinary package.
 */
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import { PGlite } from "@electric-sql/pglite";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg";
import { readMigrations } from "../lib/server/database/migrations";
import { AwaitedPGliteAdapter } from "../lib/server/database/pgliteAdapter";

// The bindings keep one memory for all: loading them twice would mix two.
let loaded: Promise<typeof bindings> | undefined;
const engine = (): Promise<typeof bindings> => (loaded ??= loadEngine());

async function loadEngine(): Promise<typeof bindings> {
  const file = createRequire(import.meta.url)
    .resolve("@prisma/schema-engine-wasm")
    .replace(/schema_engine\.js$/, "schema_engine_bg.wasm");
  const imports = { "./schema_engine_bg.js": bindings as unknown as WebAssembly.ModuleImports };
  const { instance } = await WebAssembly.instantiate(readFileSync(file), imports);
  const glue = bindings as unknown as { __wbg_set_wasm(exports: WebAssembly.Exports): void };
  glue.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  return bindings;
}

/** The SQL that is missing in `root`/prisma/migrations, or null when they lead exactly to the schema. */
export async function missingSql(root: string): Promise<string | null> {
  const { SchemaEngine } = await engine();
  const schema = { path: join(root, "prisma", "schema.prisma"), content: readFileSync(join(root, "prisma", "schema.prisma"), "utf8") };
  const folder = join(root, "prisma", "migrations");
  const base = await PGlite.create();
  try {
    const factory = bindMigrationAwareSqlAdapterFactory(new AwaitedPGliteAdapter(base));
    const schemaEngine = await SchemaEngine.new({ datamodels: [[schema.path, schema.content]] }, () => undefined, factory);
    const filters = { externalTables: [], externalEnums: [] };
    const result = await schemaEngine.diff({
      from: {
        tag: "migrations",
        baseDir: folder,
        lockfile: { path: "migration_lock.toml", content: readFileSync(join(folder, "migration_lock.toml"), "utf8") },
        shadowDbInitScript: "",
        migrationDirectories: readMigrations(folder).map((m) => ({
          path: m.name,
          migrationFile: { path: "migration.sql", content: { tag: "ok", value: m.sql } },
        })),
      },
      to: { tag: "schemaDatamodel", files: [schema] },
      script: true,
      exitCode: true,
      filters,
    });
    return result.exitCode === 0 ? null : (result.stdout ?? "");
  } finally {
    await base.close();
  }
}
