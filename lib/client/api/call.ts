import { type ReplyOf, type Route, type Storable } from "@/lib/wire/route";
import { outbox } from "../outbox/browser";
import { ApiError } from "./apiError";
import { newKey } from "./key";
import { readReply, send, type Outgoing } from "./send";
import { ensureSession, forgetSession } from "./session";
import type { Problem } from "../outbox/entry";
import type * as z from "@/lib/challenges/schema";

/** After signing in or out: the next write looks anew who is there, and what waited for them is sent. */
export function forgetGuest(): void {
  forgetSession();
  void outbox.release();
}

/** Called when a write could not be delivered yet: it is kept, and its answer comes later. */
interface Keeping {
  readonly onKept?: (problem: Problem) => void;
}

const isStorable = (route: Route): route is Storable => route.keyed === true || route.idempotent === true;

/**
 * Sends what has been checked before (`call`'s own). What may be sent twice goes through the outbox and is answered once it is
 * delivered, however long that takes. Any other write that needs a user begins a guest session where there is none; a read, and a
 * route that anyone may call, does not.
 * @throws ApiError what the server refused; also that it was not reached, for what the outbox does not keep
 */
export async function deliver<R extends Route>(route: R, { onKept, ...outgoing }: Outgoing & Keeping): Promise<ReplyOf<R>> {
  if (isStorable(route)) {
    const { key = newKey(), ...parts } = outgoing;
    const { method, path } = route;
    return readReply(route as R, await outbox.write({ method, path, ...parts }, key, onKept));
  }
  if (route.method === "GET" || route.access !== "user") return send(route, outgoing);
  await ensureSession();
  try {
    return await send(route, outgoing);
  } catch (error) {
    // The session ended meanwhile (revoked, expired): begin one and send the same again, so that no work is lost.
    if (!(error instanceof ApiError) || error.status !== 401) throw error;
    forgetSession();
    await ensureSession();
    return send(route, outgoing).catch((again: unknown) => {
      throw again instanceof ApiError && again.status === 401 ? ApiError.forgotten() : again;
    });
  }
}

/**
 * Sends a file to a route that takes one.
 * @throws ApiError for every failure
 */
export function upload<R extends Route & { readonly upload: object }>(
  route: R,
  sent: Part<R, "params"> & { readonly file: Blob },
): Promise<ReplyOf<R>> {
  return deliver(route, sent);
}

/** `Name` with what its schema takes; refused where the route has no schema for it. */
type Part<R extends Route, Name extends "params" | "body"> = R extends { readonly [N in Name]: infer S extends z.ZodType }
  ? { readonly [N in Name]: z.input<S> }
  : { readonly [N in Name]?: undefined };
/** May be left out where every parameter may. */
type QueryPart<R extends Route> = R extends { readonly query: infer S extends z.ZodType }
  ? object extends z.input<S>
    ? { readonly query?: z.input<S> }
    : { readonly query: z.input<S> }
  : { readonly query?: undefined };
type KeyPart<R extends Route> = R extends { readonly keyed: true } ? { readonly key: string } : { readonly key?: undefined };
type KeepPart<R extends Route> = R extends Storable ? Keeping : { readonly onKept?: undefined };
type CallOptions<R extends Route> = Part<R, "params"> & QueryPart<R> & Part<R, "body"> & KeyPart<R> & KeepPart<R>;
type Arguments<R extends Route> = object extends CallOptions<R> ? [options?: CallOptions<R>] : [options: CallOptions<R>];

/**
 * Calls a route of `/api/v1`: what it asks for (params, body, key) is asked for by its type, and its reply is typed.
 * A visitor's first write begins a guest session. A write that may wait for the server is stored before it is sent, and answered once
 * it is delivered: a key is that of one choice, so each takes a new one.
 * @throws ApiError for every failure, but for a write that is kept
 */
export function call<R extends Route>(route: R, ...[options]: Arguments<R>): Promise<ReplyOf<R>> {
  return deliver(route, options ?? {});
}
