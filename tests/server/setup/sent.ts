/** What the database is asked. */
import { PGlite } from "@electric-sql/pglite";
import pg from "pg";
import { vi } from "vitest";
import type { Database } from "@/lib/server/database/open";

export interface Sent {
  readonly text: string;
  /** "" for a statement without one. */
  readonly name: string;
}

/** Everything that the drivers send to the database while `act` runs, transactions' own statements as well. */
export async function sentDuring({ kind }: Database, act: () => Promise<unknown>): Promise<Sent[]> {
  const sent: Sent[] = [];
  const target = kind === "postgres" ? pg.Client.prototype : (Object.getPrototypeOf(PGlite.prototype) as PGlite);
  const real = Reflect.get(target, "query") as (...args: unknown[]) => unknown;
  vi.spyOn(target, "query").mockImplementation(function (this: unknown, ...args: unknown[]) {
    const [query] = args as [string | { text: string; name?: string }];
    sent.push(typeof query === "string" ? { text: query, name: "" } : { text: query.text, name: query.name ?? "" });
    return real.apply(this, args) as never;
  });
  try {
    await act();
  } finally {
    vi.restoreAllMocks();
  }
  return sent;
}
