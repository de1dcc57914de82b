import { BASE, type ReplyOf, type Route } from "@/lib/wire/route";
import { ApiError } from "./apiError";

/** What goes out with a call, whatever the route: `call` is the door that checks it against the route's type. */
export interface Outgoing {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | undefined>>;
  readonly body?: unknown;
  /** Idempotency key: the same key again gives the first answer again and writes nothing. */
  readonly key?: string;
}

function urlOf({ path }: Route, { params = {}, query = {} }: Outgoing): string {
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name]));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) search.set(name, value);
  return `${BASE}${filled}${search.size > 0 ? `?${search}` : ""}`;
}

/**
 * One request, with whatever session there is.
 * @throws ApiError for every failure: refused by the server, not reached, or answered with something else than the route's reply
 */
export async function send<R extends Route>(route: R, outgoing: Outgoing): Promise<ReplyOf<R>> {
  const { body, key } = outgoing;
  const headers: Record<string, string> = { accept: "application/json" };
  if (body !== undefined) headers["content-type"] = "application/json";
  if (key !== undefined) headers["idempotency-key"] = key;
  let response: Response;
  try {
    response = await fetch(urlOf(route, outgoing), {
      method: route.method,
      headers,
      credentials: "same-origin",
      cache: "no-store",
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  } catch {
    throw ApiError.unreached();
  }
  const answer: unknown = await response.json().catch(() => null);
  if (!response.ok) throw ApiError.from(response.status, answer);
  const parsed = route.reply.safeParse(answer);
  if (!parsed.success) throw ApiError.unclear(response.status);
  return parsed.data as ReplyOf<R>;
}
