/** What a client is told of anything thrown under a route. */
import { randomUUID } from "node:crypto";
import { DatabaseLockedError } from "../database/lock";
import { GraderBusyError } from "../grading/grader";
import { Prisma } from "../prisma/client";
import { ApiError, busy, internal, unavailable } from "./errors";

/**
 * Trouble that passes, by the names it goes by: PostgreSQL's own (SQLSTATE), Prisma's, those of its adapters, and Node's. Worth another
 * try, unlike a bug: what was in the middle of it was rolled back.
 */
const PASSING = new Set([
  // 57P01 shut down by an administrator, 57P02 crashed, 57P03 starting, 57P05 idle too long, 57014 took too long.
  ...["57P01", "57P02", "57P03", "57P05", "57014"],
  // 25006 a standby that cannot write yet, 55P03 a lock not had in time, 58000 and 58030 the machine's own reading and writing.
  ...["25006", "25P03", "55P03", "58000", "58030"],
  // Prisma: not reached, too slow, closed, no place in the pool, conflict, transaction not had or lost, too many connections.
  ...["P1001", "P1002", "P1008", "P1017", "P2024", "P2028", "P2034", "P2037"],
  ...["DatabaseNotReachable", "ConnectionClosed", "SocketTimeout", "TooManyConnections", "TransactionWriteConflict"],
  ...["ECONNREFUSED", "ECONNRESET", "ECONNABORTED", "EPIPE", "ETIMEDOUT", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH"],
  ...["ENOSPC", "EMFILE", "ENFILE", "ENOMEM"],
]);
/** Classes of SQLSTATE: 08 connection, 40 rolled back for another's sake, 53 out of something (disk, memory, connections). */
const PASSING_CLASS = /^(08|40|53)[0-9A-Z]{3}$/;
/** What drivers say without a code: pg and its pool about a connection, the embedded database about itself. */
const PASSING_WORDS =
  /Connection terminated|connection timeout|timeout exceeded when trying to connect|Client has encountered a connection error|Query read timeout|PGlite is clos|No space left on device/i;

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

/** Errors stand in errors: Prisma's in `meta`, an adapter's in `cause`, a group's in `errors`. */
const INSIDE = ["cause", "meta", "driverAdapterError", "errors"];
const CODES = ["code", "originalCode", "kind"];

/** Names that say that the trouble passes, from `error` and what stands in it; null where nothing does. */
export function passingTrouble(error: unknown, depth = 0): string | null {
  if (!isRecord(error) || depth > 6) return null;
  for (const name of CODES) {
    const code = error[name];
    if (typeof code === "string" && (PASSING.has(code) || PASSING_CLASS.test(code))) return code;
  }
  for (const name of INSIDE) {
    const inner = error[name];
    for (const each of Array.isArray(inner) ? inner : [inner]) {
      const found = passingTrouble(each, depth + 1);
      if (found !== null) return found;
    }
  }
  const words = [error.message, error.originalMessage].find((text) => typeof text === "string" && PASSING_WORDS.test(text));
  return words === undefined ? null : "connection";
}

/** The answer to whatever was thrown; what is not an answer of ours is logged and becomes "internal". */
export function asApiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error;
  if (error instanceof GraderBusyError) return busy(error.retryAfter);
  if (error instanceof DatabaseLockedError || error instanceof Prisma.PrismaClientInitializationError) {
    console.error(`[api] ${error.message}`);
    return unavailable(10);
  }
  const trouble = passingTrouble(error);
  if (trouble !== null) {
    console.error(`[api] database unavailable (${trouble})`);
    return unavailable(5);
  }
  // The log names the place, never the body: answers and addresses do not belong in logs.
  const id = randomUUID().slice(0, 8);
  console.error(`[api] error ${id}: ${error instanceof Error ? (error.stack ?? error.message) : "unknown"}`);
  return internal(id);
}
