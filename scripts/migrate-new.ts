/** npm run migrate:new <name>: writes the migration that leads from prisma/migrations to prisma/schema.prisma. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { missingSql } from "./schema-engine";

const name = process.argv[2];
if (!name || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)) {
  console.error("Usage: npm run migrate:new <name-in-kebab-case>");
  process.exit(2);
}
const sql = await missingSql(process.cwd());
if (sql === null) {
  console.log("Nothing to do: the migrations lead to the schema.");
  process.exit(0);
}
const stamp = new Date().toISOString().replaceAll(/\D/g, "").slice(0, 14);
const folder = join(process.cwd(), "prisma", "migrations", `${stamp}_${name.replaceAll("-", "_")}`);
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, "migration.sql"), sql);
console.log(`Wrote ${folder}/migration.sql. Read it before you commit it: a rename shows up as a drop and an add.`);
