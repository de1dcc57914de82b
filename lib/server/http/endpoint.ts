/**
 * The one wrapper around every handler of /api/v1: origin, session, role, rate limit, idempotency key, body, parameters, errors.
 * The route's object (lib/wire) states what it asks for; a route file names it and makes one call into lib/server.
 */
import { HEADERS } from "@/lib/wire/route";
import { idempotencyKey, instant } from "@/lib/wire/scalars";
import { knownDevice, type Device } from "../auth/device";
import { actsFor } from "../auth/heir";
import { currentSession, type SessionUser } from "../auth/session";
import { prisma } from "../database";
import { Prisma } from "../prisma/client";
import { readBody, readNoBody, readUpload } from "./body";
import { enter, type Entered } from "./enter";
import { badAnsweredAt, badKey, nobody, otherLearner } from "./errors";
import { asApiError } from "./failure";
import type { FieldFault } from "./fieldFaults";
import { refuseCrossSite } from "./origin";
import { readParams, readQuery } from "./parameters";
import type { AnsweredAtOf, BodyOf, KeyOf, ParamsOf, QueryOf, ReplyOf, Route, UploadOf } from "@/lib/wire/route";

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
  readonly upload: UploadOf<R>;
  /** The Idempotency-Key. */
  readonly key: KeyOf<R>;
  /** When the learner says this was made; now where nothing is said. A claim, which the use case bounds. */
  readonly answeredAt: AnsweredAtOf<R>;
  readonly address: string;
  /** The browser, where somebody has signed in on it before. */
  readonly device: Device | null;
  readonly userAgent: string | null;
  readonly now: number;
}

/** What a handler answers: the route's reply, and Set-Cookie values if any. */
interface Answer<R extends Route> {
  readonly json: ReplyOf<R>;
  readonly status?: number;
  readonly cookies?: readonly string[];
}

interface Options {
  /** Faults of the body's fields that the route's schema cannot know. */
  readonly inspect?: (body: unknown, user: SessionUser | null) => Promise<readonly FieldFault[]>;
}

/** Builds the handler of `route`. */
export function endpoint<R extends Route>(route: R, handle: (call: Call<R>) => Promise<Answer<R>>, options: Options = {}): RouteHandler {
  const handler = async (request: Request, context: { params?: Promise<Record<string, string> | undefined> }) => {
    try {
      const { json, status, cookies = [] } = await answered(route, handle, request, await context.params, options);
      const headers = new Headers({ "Cache-Control": "no-store" });
      for (const cookie of cookies) headers.append("Set-Cookie", cookie);
      return Response.json(json, { status: status ?? 200, headers });
    } catch (error) {
      return ((await leftMeanwhile(request, error)) ? nobody() : asApiError(error)).toResponse();
    }
  };
  return Object.assign(handler, { route });
}

/** Lets a request in and has it handled; what it would have used up it gets back where that throws. */
async function answered<R extends Route>(
  route: R,
  handle: (call: Call<R>) => Promise<Answer<R>>,
  request: Request,
  path: Record<string, string> | undefined,
  options: Options,
): Promise<Answer<R>> {
  if (route.method !== "GET") refuseCrossSite(request);
  const entered = await enter(route, request);
  try {
    return await handle(await admit(route, request, entered, path, options));
  } catch (error) {
    // Where the database is away the use stays counted, and the answer is what was thrown first.
    await entered.giveBack().catch(() => undefined);
    throw error;
  }
}

/** A row that a write leans on is not there, by Prisma's codes. */
const MISSING_ROW = new Set(["P2003", "P2025"]);

/** Whether a write failed because its user's account was erased after the request had been let in. */
async function leftMeanwhile(request: Request, error: unknown): Promise<boolean> {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError) || !MISSING_ROW.has(error.code)) return false;
  return (await currentSession(request.headers)) === null;
}

/**
 * Reads what a request brings, or throws the ApiError that says what is wrong with it.
 * @param path the path's parameters; Next gives a route without dynamic segments none at all at times
 */
async function admit<R extends Route>(
  route: R,
  request: Request,
  { session, address }: Entered,
  path: Record<string, string> = {},
  { inspect }: Options = {},
): Promise<Call<R>> {
  const writes = route.method !== "GET";
  await refuseOthers(session?.user ?? null, request.headers.get(HEADERS.learner));
  const key = route.keyed ? idempotencyKey.safeParse(request.headers.get(HEADERS.key)) : null;
  if (key?.success === false) throw badKey();
  const now = Date.now();
  const answeredAt = route.keyed ? claimedMoment(request.headers, now) : undefined;
  let body: unknown;
  if (route.body) {
    const judged = inspect && ((given: unknown) => inspect(given, session?.user ?? null));
    body = await readBody(request, route.body, { inspect: judged, most: route.bodyBytes });
  }
  const upload = route.upload && (await readUpload(request, route.upload));
  if (writes && !route.body && !upload) await readNoBody(request);
  // Each part was parsed by the schema that the route's type comes from, and nobody was let in whom `access` keeps out.
  return {
    user: (session?.user ?? null) as UserFor<R>,
    sessionId: session?.id ?? null,
    params: readParams(route, path),
    query: readQuery(route, new URL(request.url).searchParams),
    body: body as BodyOf<R>,
    upload: upload as UploadOf<R>,
    key: key?.data as KeyOf<R>,
    answeredAt: answeredAt as AnsweredAtOf<R>,
    address,
    device: knownDevice(request.headers, now),
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
