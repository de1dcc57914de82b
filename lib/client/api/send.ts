import { BASE, HEADERS, type ReplyOf, type Route } from "@/lib/wire/route";
import { fetchWithin } from "../browser/fetchWithin";
import { ApiError } from "./apiError";
import type * as z from "@/lib/challenges/schema";

/** What goes out with a call, whatever the route: `call` is the door that checks it against the route's type. */
export interface Outgoing {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | undefined>>;
  readonly body?: unknown;
  /** The body of a route that takes a file. */
  readonly file?: Blob;
  /** Sent although the page goes away: nobody hears the answer then. */
  readonly keepalive?: boolean;
  /** Idempotency key: the same key again gives the first answer again and writes nothing. */
  readonly key?: string;
}

/** What a write that may have waited says of itself. */
export interface Stamped extends Outgoing {
  /** When it was made, as `toISOString` writes it. */
  readonly answeredAt?: string;
  /** Whose it is: the server refuses it in anybody else's session. */
  readonly learner?: string;
}

/** Sending a file takes as long as it takes: this long nothing need come back, in milliseconds. */
const FILE_PATIENCE = 300_000;

export function urlOf({ path }: Pick<Route, "path">, { params = {}, query = {} }: Outgoing): string {
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name]));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) search.set(name, value);
  return `${BASE}${filled}${search.size > 0 ? `?${search}` : ""}`;
}

/**
 * One request, with whatever session there is, and the JSON of its 2xx answer.
 * @throws ApiError for every failure: refused by the server, not reached, or answered by something that is not this server
 */
export async function exchange(route: Pick<Route, "method" | "path">, outgoing: Stamped): Promise<unknown> {
  const { body, file, key, answeredAt, learner, keepalive } = outgoing;
  const headers: Record<string, string> = { accept: "application/json" };
  if (body !== undefined) headers["content-type"] = "application/json";
  if (file !== undefined) headers["content-type"] = file.type;
  if (key !== undefined) headers[HEADERS.key] = key;
  if (answeredAt !== undefined) headers[HEADERS.answeredAt] = answeredAt;
  if (learner !== undefined) headers[HEADERS.learner] = learner;
  let response: Response;
  try {
    const init: RequestInit = {
      method: route.method,
      headers,
      credentials: "same-origin",
      cache: "no-store",
      keepalive,
      body: file ?? (body === undefined ? undefined : JSON.stringify(body)),
    };
    response = await fetchWithin(urlOf(route, outgoing), init, file && FILE_PATIENCE);
  } catch {
    throw ApiError.unreached();
  }
  const answer: unknown = await response.json().catch((error: unknown) => {
    // What stopped in the middle is no answer; what is no JSON is one of somebody else.
    if (!(error instanceof SyntaxError)) throw ApiError.unreached();
    return null;
  });
  if (!response.ok) throw ApiError.from(response.status, answer, response.headers.get("retry-after"));
  // Every route answers an object: no JSON at all is a hotel's or a school's sign-in page, not this server.
  if (answer === null) throw ApiError.unclear(response.status);
  return answer;
}

/**
 * What came back, as the route's reply.
 * @throws ApiError unclear-answer
 */
export function readReply<R extends Pick<Route, "reply">>(route: R, answer: unknown): z.output<R["reply"]> {
  const parsed = route.reply.safeParse(answer);
  if (!parsed.success) throw ApiError.unclear(200);
  return parsed.data as z.output<R["reply"]>;
}

/**
 * One request, and its reply.
 * @throws ApiError for every failure: refused by the server, not reached, or answered with something else than the route's reply
 */
export async function send<R extends Route>(route: R, outgoing: Outgoing): Promise<ReplyOf<R>> {
  return readReply(route, await exchange(route, outgoing));
}
