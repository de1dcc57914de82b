/** The handlers as Next finds them: by the place of their file under app/api/v1. */
import { readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";
import type { RouteHandler } from "@/lib/server/http/endpoint";
import type { Method } from "@/lib/wire/route";

const ROOT = join(process.cwd(), "app", "api", "v1");
const METHODS: readonly Method[] = ["GET", "POST", "PUT", "PATCH", "DELETE"];

const isHandler = (value: unknown): value is RouteHandler => typeof value === "function" && "route" in value;

/** Every exported method of every route file, named as its route should be: "GET /attempts/:id". */
export async function findHandlers(): Promise<ReadonlyMap<string, RouteHandler>> {
  const handlers = new Map<string, RouteHandler>();
  for (const file of readdirSync(ROOT, { recursive: true, encoding: "utf8" })) {
    // What has no route is answered by a file of its own, which keeps no contract.
    if (!/(^|[\\/])route\.tsx?$/.test(file) || file.startsWith("[...")) continue;
    const path = relative(ROOT, join(ROOT, file, ".."))
      .split(sep)
      .join("/")
      .replace(/\[(\w+)\]/g, ":$1");
    const exports = (await import(/* @vite-ignore */ join(ROOT, file))) as Record<string, unknown>;
    for (const method of METHODS) {
      const handler = exports[method];
      if (handler === undefined) continue;
      if (!isHandler(handler)) throw new Error(`${method} of ${file} is not built by endpoint(route, …)`);
      handlers.set(`${method} /${path}`, handler);
    }
  }
  return handlers;
}
