import { BASE, type ReplyOf, type Route } from "@/lib/wire/route";
import { fetchWithin } from "../browser/fetchWithin";
import { ApiError } from "./apiError";
import { readReply } from "./send";
import type * as z from "@/lib/challenges/schema";

/** A connection on which nothing comes for so long is dead: the server says something every 15 s. */
const SILENCE_MS = 40_000;

/** A route that is answered by server-sent events. */
type EventRoute = Route & { readonly events: true };
type QueryOf<R extends Route> = R extends { readonly query: infer S extends z.ZodType } ? z.input<S> : Readonly<Record<string, never>>;

export interface Heard<D> {
  readonly id: string;
  readonly data: D;
}

/**
 * What a route of events says, until the server or the signal ends it.
 * @throws ApiError what the server refused, that it was not reached, or that the connection was lost
 */
export async function* listen<R extends EventRoute>(
  route: R,
  { query, signal }: { readonly query: QueryOf<R>; readonly signal?: AbortSignal },
): AsyncGenerator<Heard<ReplyOf<R>>> {
  try {
    const response = await fetchWithin(
      `${BASE}${route.path}?${new URLSearchParams(query as Record<string, string>)}`,
      { headers: { accept: "text/event-stream" }, credentials: "same-origin", cache: "no-store", signal },
      SILENCE_MS,
    );
    if (!response.ok) throw ApiError.from(response.status, await response.json().catch(() => null), response.headers.get("retry-after"));
    if (response.body === null || response.headers.get("content-type")?.startsWith("text/event-stream") !== true)
      throw ApiError.unclear(response.status);
    yield* eventsOf(route, response.body);
  } catch (error) {
    throw error instanceof ApiError ? error : ApiError.unreached();
  }
}

async function* eventsOf<R extends EventRoute>(route: R, body: ReadableStream<Uint8Array>): AsyncGenerator<Heard<ReplyOf<R>>> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = "";
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      text += decoder.decode(value, { stream: true });
      const blocks = text.split("\n\n");
      text = blocks.pop() ?? "";
      for (const block of blocks) {
        const event = eventOf(block);
        if (event !== null) yield { id: event.id, data: readReply(route, JSON.parse(event.data)) };
      }
    }
  } finally {
    // Whoever stops listening hangs up.
    void reader.cancel().catch(() => undefined);
  }
}

/** One event as it travels: `id:` and one `data:` line; null for a comment, or for what says only how long to wait. */
function eventOf(block: string): { readonly id: string; readonly data: string } | null {
  const line = (name: string): string | undefined =>
    block
      .split("\n")
      .find((each) => each.startsWith(`${name}: `))
      ?.slice(name.length + 2);
  const data = line("data");
  return data === undefined ? null : { id: line("id") ?? "", data };
}
