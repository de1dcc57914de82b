/**
 * Server-sent events beside JSON, under the same access rules. A route names a source of events; this wrapper holds the
 * connection: resumption, heartbeats, the end of a session, a limit of open streams for each user, and nothing left behind.
 */
import { liveSession, type SessionUser } from "../auth/session";
import { asApiError } from "./failure";
import type { RouteHandler } from "./endpoint";
import { enter } from "./enter";
import { badBody, nobody, tooManyStreams } from "./errors";
import { readParams, readQuery } from "./parameters";
import type { ParamsOf, QueryOf, ReplyOf, Route } from "@/lib/wire/route";

/** Open streams of one user in this process. A browser needs one (its tabs share it); this leaves room for several devices. */
export const STREAMS_PER_USER = 6;
/** A comment this often keeps proxies from closing a quiet connection. */
export const HEARTBEAT_MS = 15_000;
/** How long a browser waits before it comes back after a lost connection. */
const RETRY_MS = 3_000;
/** The session is read again at every so many heartbeats, so that a revoked one does not go on listening. */
const BEATS_PER_CHECK = 4;

const EVENT_ID = /^[A-Za-z0-9_.:-]{1,64}$/;
const EVENT_NAME = /^[a-z][a-z0-9-]{0,31}$/;

/** One event; its data is the reply that the route's contract names. */
export interface StreamEvent<D = unknown> {
  /** Where a client that was cut off goes on: comes back as `after`. Letters, digits and _ . : - only, at most 64. */
  readonly id: string;
  /** kebab-case; absent: "message". */
  readonly name?: string;
  /** Sent as JSON. */
  readonly data: D;
}

/** A route that is answered by a stream: a read, and for somebody, since open streams are counted by user. */
export type StreamRoute = Route & { readonly method: "GET"; readonly access: "user" | "admin"; readonly events: true };

export interface StreamCall<R extends StreamRoute = StreamRoute> {
  readonly user: SessionUser;
  readonly params: ParamsOf<R>;
  readonly query: QueryOf<R>;
  /** The id of the last event that the client has; null at its first connection. */
  readonly after: string | null;
  /** Aborted when the connection ends, for whatever reason: a source that waits must stop waiting. */
  readonly signal: AbortSignal;
}

/** Calls `beat` every `ms` until the answer is called. Handed in by tests, whose time is their own. */
export type Every = (ms: number, beat: () => void) => () => void;

const everyInterval: Every = (ms, beat) => {
  const timer = setInterval(beat, ms);
  return () => clearInterval(timer);
};

interface Beating {
  readonly heartbeatMs?: number;
  readonly every?: Every;
}

// On globalThis: a development reload must not forget connections that are still open.
const place = globalThis as typeof globalThis & { boxupStreams?: Map<string, number>; boxupStreamEnds?: Set<() => void> };
const open = (place.boxupStreams ??= new Map<string, number>());
const ends = (place.boxupStreamEnds ??= new Set<() => void>());

/** Ends all that are open: a server that is told to stop waits for its connections, and these have no end of their own. */
export function endStreams(): void {
  for (const end of [...ends]) end();
}

/** Streams that are open in this process: of one user, or of everybody. */
export function openStreams(userId?: string): number {
  if (userId !== undefined) return open.get(userId) ?? 0;
  return [...open.values()].reduce((sum, n) => sum + n, 0);
}

/** Takes one of the user's places; the answer, called once, gives it back. */
function takePlace(userId: string): () => void {
  const taken = open.get(userId) ?? 0;
  if (taken >= STREAMS_PER_USER) throw tooManyStreams(STREAMS_PER_USER, RETRY_MS / 1000);
  open.set(userId, taken + 1);
  return () => {
    const left = openStreams(userId) - 1;
    if (left === 0) open.delete(userId);
    else open.set(userId, left);
  };
}

/** The event as it travels. JSON holds no raw line break, so one `data:` line is enough. */
function frame({ id, name, data }: StreamEvent): string {
  if (!EVENT_ID.test(id)) throw new Error(`An event's id must fit ${EVENT_ID.source}, not "${id}"`);
  if (name !== undefined && !EVENT_NAME.test(name)) throw new Error(`An event's name must fit ${EVENT_NAME.source}, not "${name}"`);
  return `${name === undefined ? "" : `event: ${name}\n`}id: ${id}\ndata: ${JSON.stringify(data)}\n\n`;
}

function lastEventId(request: Request): string | null {
  const given = request.headers.get("last-event-id");
  if (given === null || given === "") return null;
  if (!EVENT_ID.test(given)) throw badBody("Last-Event-ID", "서버가 준 값이 아니에요.", "is not one that was given out.");
  return given;
}

/**
 * Builds the handler of `route`, which answers with the events of `source`. A source is asked once the caller is admitted; what it throws
 * before its first event is answered as JSON, what it throws later ends the stream, and the browser comes back by itself.
 * The source's events are pulled as fast as the client reads them.
 */
export function stream<R extends StreamRoute>(
  route: R,
  source: (call: StreamCall<R>) => Promise<AsyncIterable<StreamEvent<ReplyOf<R>>>>,
  { heartbeatMs = HEARTBEAT_MS, every = everyInterval }: Beating = {},
): RouteHandler {
  const handler = async (request: Request, context: Parameters<RouteHandler>[1]): Promise<Response> => {
    let giveBack: (() => void) | undefined;
    try {
      const { session } = await enter(route, request);
      if (session === null) throw nobody();
      const params = readParams(route, (await context.params) ?? {});
      const query = readQuery(route, new URL(request.url).searchParams);
      const after = lastEventId(request);
      giveBack = takePlace(session.user.id);
      const ended = new AbortController();
      const events = await source({ user: session.user, params, query, after, signal: ended.signal });
      const body = connect(events[Symbol.asyncIterator](), {
        request,
        ended,
        sessionId: session.id,
        giveBack,
        beatEvery: (beat) => every(heartbeatMs, beat),
      });
      return new Response(body, {
        headers: {
          "Content-Type": "text/event-stream; charset=utf-8",
          "Cache-Control": "no-store, no-transform",
          "X-Accel-Buffering": "no",
          // Over with the stream: kept for a next request, it would hold up a server that is told to stop, and bring it a new stream.
          Connection: "close",
        },
      });
    } catch (error) {
      giveBack?.();
      return asApiError(error).toResponse();
    }
  };
  return Object.assign(handler, { route });
}

interface Connection {
  /** Held until the stream ends, not its signal alone: of a request that was collected, Node passes no abort on to the signal. */
  readonly request: Request;
  readonly ended: AbortController;
  readonly sessionId: string;
  readonly giveBack: () => void;
  readonly beatEvery: (beat: () => void) => () => void;
}

function connect(events: AsyncIterator<StreamEvent>, connection: Connection): ReadableStream<Uint8Array> {
  const text = new TextEncoder();
  const { request, ended, sessionId, giveBack, beatEvery } = connection;
  let end: () => void = () => undefined;
  return new ReadableStream<Uint8Array>({
    start(controller) {
      let beats = 0;
      const stopBeating = beatEvery(() => {
        // Not to a client that does not read: its buffer would only grow.
        if ((controller.desiredSize ?? 0) > 0) controller.enqueue(text.encode(": beat\n\n"));
        beats += 1;
        if (beats % BEATS_PER_CHECK !== 0) return;
        liveSession(sessionId, Date.now()).then(
          (session) => {
            if (session === null) end();
          },
          // A database that cannot be read now says nothing about the session; the next check will.
          () => undefined,
        );
      });
      end = () => {
        if (ended.signal.aborted) return;
        ended.abort();
        ends.delete(end);
        stopBeating();
        request.signal.removeEventListener("abort", end);
        giveBack();
        events.return?.().catch(logEnd);
        try {
          controller.close();
        } catch {
          // The client has gone and taken the stream along.
        }
      };
      ends.add(end);
      request.signal.addEventListener("abort", end, { once: true });
      controller.enqueue(text.encode(`retry: ${RETRY_MS}\n\n`));
      if (request.signal.aborted) end();
    },
    async pull(controller) {
      try {
        const next = await events.next();
        if (ended.signal.aborted) return;
        if (next.done) end();
        else controller.enqueue(text.encode(frame(next.value)));
      } catch (error) {
        if (!ended.signal.aborted) logEnd(error);
        end();
      }
    },
    cancel: () => end(),
  });
}

const logEnd = (error: unknown): void => console.error(`[stream] ${error instanceof Error ? (error.stack ?? error.message) : "unknown"}`);
