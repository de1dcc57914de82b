/**
 * The one wrapper around every handler of /api/v1: origin, session, role, rate limit, idempotency key, body, parameters, errors.
 * The route's object (lib/wire) states what it asks for; a route file names it and makes one call into lib/server.
 */
import { randomUUID } from "node:crypto";
import { HEADERS } from "@/lib/wire/route";
import { idempotencyKey, instant } from "@/lib/wire/scalars";
import { actsFor } from "../auth/heir";
import { currentSession, type SessionUser } from "../auth/session";
import { prisma } from "../database";
import { DatabaseLockedError } from "../database/lock";
import { GraderBusyError } from "../grading/grader";
import { Prisma } from "../prisma/client";
import { readBody, readNoBody } from "./body";
import { enter } from "./enter";
import { ApiError, badAnsweredAt, badKey, busy, internal, nobody, otherLearner, unavailable } from "./errors";
import { refuseCrossSite } from "./origin";
import { readParams, readQuery } from "./parameters";
import type { AnsweredAtOf, BodyOf, KeyOf, ParamsOf, QueryOf, ReplyOf, Route } from "@/lib/wire/route";

export interface RouteHandler {
  (request: Request, context: { params?: Promise<Record<string, string> | undefined> }): Promise<Response>;
  /** The contract that this handler keeps. */
  readonly route: Route;
}

type UserFor<R extends Route> = R extends { readonly access: "anyone" } ? SessionUser | null : SessionUser;

/** What a handler gets: everything the route's contract names, parsed. What it does not name is undefined. */
interface Call<R extends Route> {
  readonly user: UserFor<R>;
  /** The current session's id, when there is one. */
  readonly sessionId: string | null;
  readonly params: ParamsOf<R>;
  readonly query: QueryOf<R>;
  readonly body: BodyOf<R>;
  /** The Idempotency-Key. */
  readonly key: KeyOf<R>;
  /** When the learner says this was made; now where nothing is said. A claim, which the use case bounds. */
  readonly answeredAt: AnsweredAtOf<R>;
  readonly address: string;
  readonly userAgent: string | null;
  readonly now: number;
}

/** What a handler answers: the route's reply, and headers if any. */
interface Answer<R extends Route> {
  readonly json: ReplyOf<R>;
  readonly status?: number;
  readonly headers?: Record<string, string>;
}

/** Builds the handler of `route`. */
export function endpoint<R extends Route>(route: R, handle: (call: Call<R>) => Promise<Answer<R>>): RouteHandler {
  const handler = async (request: Request, context: { params?: Promise<Record<string, string> | undefined> }) => {
    try {
      const { json, status, headers } = await handle(await admit(route, request, await context.params));
      return Response.json(json, { status: status ?? 200, headers: { "Cache-Control": "no-store", ...headers } });
    } catch (error) {
      return ((await leftMeanwhile(request, error)) ? nobody() : asApiError(error)).toResponse();
    }
  };
  return Object.assign(handler, { route });
}

/** A row that a write leans on is not there, by Prisma's codes. */
const MISSING_ROW = new Set(["P2003", "P2025"]);

/** Whether a write failed because its user's account was erased after the request had been let in. */
async function leftMeanwhile(request: Request, error: unknown): Promise<boolean> {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError) || !MISSING_ROW.has(error.code)) return false;
  return (await currentSession(request.headers)) === null;
}

/**
 * Lets a request in, or throws the ApiError that says why not.
 * @param path the path's parameters; Next gives a route without dynamic segments none at all at times
 */
async function admit<R extends Route>(route: R, request: Request, path: Record<string, string> = {}): Promise<Call<R>> {
  const writes = route.method !== "GET";
  if (writes) refuseCrossSite(request);
  const { session, address } = await enter(route, request);
  await refuseOthers(session?.user ?? null, request.headers.get(HEADERS.learner));
  const key = route.keyed ? idempotencyKey.safeParse(request.headers.get(HEADERS.key)) : null;
  if (key?.success === false) throw badKey();
  const now = Date.now();
  const answeredAt = route.keyed ? claimedMoment(request.headers, now) : undefined;
  let body: unknown;
  if (route.body) body = await readBody(request, route.body);
  else if (writes) await readNoBody(request);
  // Each part was parsed by the schema that the route's type comes from, and nobody was let in whom `access` keeps out.
  return {
    user: (session?.user ?? null) as UserFor<R>,
    sessionId: session?.id ?? null,
    params: readParams(route, path),
    query: readQuery(route, new URL(request.url).searchParams),
    body: body as BodyOf<R>,
    key: key?.data as KeyOf<R>,
    answeredAt: answeredAt as AnsweredAtOf<R>,
    address,
    userAgent: request.headers.get("user-agent"),
    now,
  };
}

/** A write that waited in a browser is sent by whoever is signed in there now: it counts for the learner who made it, or not at all. */
async function refuseOthers(user: SessionUser | null, learner: string | null): Promise<void> {
  if (learner === null) return;
  if (user === null || !(await actsFor(await prisma(), user.id, learner))) throw otherLearner();
}

function claimedMoment(headers: Headers, now: number): number {
  const claim = headers.get(HEADERS.answeredAt);
  if (claim === null) return now;
  if (!instant.safeParse(claim).success) throw badAnsweredAt();
  return Date.parse(claim);
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
