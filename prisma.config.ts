import { defineConfig } from "prisma/config";

// Prisma's own tools only generate and validate here (lib/server/database applies migrations), so the address is never
// opened: any well-formed one does.
export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
  datasource: { url: process.env.DATABASE_URL ?? "postgresql://localhost:5432/boxup" },
});
