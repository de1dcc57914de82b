import { subscribe } from "node:diagnostics_channel";
import { finishErasures } from "./account/erase";
import { forgetOldLinks } from "./account/reset";
import { forgetUnusedWork } from "./attempts/issue";
import { database } from "./database";
import { DatabaseLockedError } from "./database/lock";
import { forgetOldCounts } from "./http/limits";
import { ADDRESS_HEADER } from "./http/origin";
import { secret } from "./auth/secret";
import type { IncomingMessage } from "node:http";

const HOUR = 3_600_000;
const place = globalThis as typeof globalThis & { boxupStarted?: boolean };

/**
 * Writes each connection's own address into a header of ours, over whatever a client put there: route handlers do not see
 * the socket, and X-Forwarded-For alone can be made up.
 */
function nameAddresses(): void {
  subscribe("http.server.request.start", (message) => {
    const { request } = message as { request: IncomingMessage };
    request.headers[ADDRESS_HEADER] = request.socket.remoteAddress ?? "unknown";
  });
}

/** Opens the database before the first visitor comes, so that a locked or broken one is told at the start. */
export async function startServer(): Promise<void> {
  if (place.boxupStarted) return;
  place.boxupStarted = true;
  nameAddresses();
  secret();
  try {
    const { kind, migrated } = await database();
    console.log(`[database] ${kind} database ready${migrated.length > 0 ? `, applied ${migrated.join(", ")}` : ""}`);
  } catch (error) {
    console.error(`[database] ${error instanceof Error ? error.message : String(error)}`);
    // Nothing could be saved, and a second server on the same folder must not half-work.
    if (error instanceof DatabaseLockedError) process.exit(1);
    return;
  }
  const tidy = () => {
    const now = Date.now();
    Promise.all([forgetOldCounts(new Date(now)), forgetUnusedWork(now), forgetOldLinks(now), finishErasures()]).catch((error: unknown) =>
      console.error(`[hourly] ${error instanceof Error ? error.message : String(error)}`),
    );
  };
  tidy();
  setInterval(tidy, HOUR).unref();
}
