/**
 * The one wrapper around every handler of /api/v1: origin, session, role, rate limit, idempotency key, body, errors.
 * A route file states these and makes one call into lib/server.
 */
import { randomUUID } from "node:crypto";
import { idempotencyKey } from "@/lib/wire/api";
import { currentSession, type SessionUser } from "../auth/session";
import { DatabaseLockedError } from "../database/lock";
import { GraderBusyError } from "../grading/grader";
import { canAdminister } from "../policy";
import { Prisma } from "../prisma/client";
import { readBody, readNoBody } from "./body";
import { ApiError, badKey, busy, forbidden, internal, nobody, notFound, unavailable } from "./errors";
import { consume, type LimitName } from "./limits";
import { addressOf, refuseCrossSite } from "./origin";
import type { ZodType } from "zod";

type Params = Record<string, string>;
export type RouteHandler = (request: Request, context: { params?: Promise<Params | undefined> }) => Promise<Response>;

/** Who may call: anybody, anybody with a session (guests too), or those with a role. */
export type Access = "anyone" | "user" | "admin";

export interface Call<U, B> {
  readonly user: U;
  /** The current session's id, when there is one. */
  readonly sessionId: string | null;
  readonly body: B;
  readonly params: Params;
  readonly query: URLSearchParams;
  /** The Idempotency-Key; "" where the route asks for none. */
  readonly key: string;
  readonly address: string;
  readonly userAgent: string | null;
  readonly now: number;
}

interface Rules<A extends Access, B> {
  readonly access: A;
  readonly body?: ZodType<B>;
  readonly limit?: { readonly name: LimitName; readonly by: "user" | "address" };
  /** Requires the Idempotency-Key header. */
  readonly keyed?: boolean;
}

/** What a handler answers: plain JSON, and headers if any. */
export interface Reply {
  readonly json: unknown;
  readonly status?: number;
  readonly headers?: Record<string, string>;
}

type UserFor<A extends Access> = A extends "anyone" ? SessionUser | null : SessionUser;

/** Builds a route handler. */
export function endpoint<A extends Access, B = undefined>(
  rules: Rules<A, B>,
  handle: (call: Call<UserFor<A>, B>) => Promise<Reply>,
): RouteHandler {
  return async (request, context) => {
    try {
      const writes = request.method !== "GET" && request.method !== "HEAD";
      if (writes) refuseCrossSite(request);
      const session = await currentSession(request.headers);
      const user = session?.user ?? null;
      if (rules.access !== "anyone" && user === null) throw nobody();
      if (rules.access === "admin" && (user === null || !canAdminister(user))) throw forbidden();
      const address = addressOf(request.headers);
      if (rules.limit) await consume(rules.limit.name, rules.limit.by === "user" && user ? user.id : address);
      let key = "";
      if (rules.keyed) {
        const parsed = idempotencyKey.safeParse(request.headers.get("idempotency-key"));
        if (!parsed.success) throw badKey();
        key = parsed.data;
      }
      let body: B | undefined;
      if (rules.body) body = await readBody(request, rules.body);
      else if (writes) await readNoBody(request);
      // Next gives a route without dynamic segments no params at all at times.
      const params = (await context.params) ?? {};
      for (const value of Object.values(params)) if (!/^[A-Za-z0-9_-]{1,64}$/.test(value)) throw notFound();
      const reply = await handle({
        user: user as UserFor<A>,
        sessionId: session?.id ?? null,
        body: body as B,
        params,
        query: new URL(request.url).searchParams,
        key,
        address,
        userAgent: request.headers.get("user-agent"),
        now: Date.now(),
      });
      return Response.json(reply.json, { status: reply.status ?? 200, headers: { "Cache-Control": "no-store", ...reply.headers } });
    } catch (error) {
      return asApiError(error).toResponse();
    }
  };
}

/** Connection trouble, by Prisma's and Node's codes: worth another try, unlike a bug. */
const CONNECTION_CODES = new Set([
  "P1001",
  "P1002",
  "P1008",
  "P1017",
  "P2024",
  "P2028",
  "ECONNREFUSED",
  "ECONNRESET",
  "ETIMEDOUT",
  "ENOTFOUND",
  "ENOSPC",
]);

/** What a client is told of anything thrown under a route; what is not an answer of ours is logged and becomes "internal". */
export function asApiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error;
  if (error instanceof GraderBusyError) return busy(error.retryAfter);
  if (error instanceof DatabaseLockedError || error instanceof Prisma.PrismaClientInitializationError) {
    console.error(`[api] ${error.message}`);
    return unavailable(10);
  }
  const code = typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";
  if (CONNECTION_CODES.has(code)) {
    console.error(`[api] database unavailable (${code})`);
    return unavailable(5);
  }
  // The log names the place, never the body: answers and addresses do not belong in logs.
  const id = randomUUID().slice(0, 8);
  console.error(`[api] error ${id}: ${error instanceof Error ? (error.stack ?? error.message) : "unknown"}`);
  return internal(id);
}
