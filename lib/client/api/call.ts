import { beginGuest, readMe } from "@/lib/wire/account";
import type { ReplyOf, Route } from "@/lib/wire/route";
import { ApiError } from "./apiError";
import { send, type Outgoing } from "./send";
import type * as z from "@/lib/challenges/schema";

/** The one guest session of this page; asked for at most once, however many writes start together. */
let session: Promise<void> | null = null;

async function someone(): Promise<void> {
  const me = await send(readMe, {});
  if (me.user !== null) return;
  const locale = document.documentElement.lang === "en" ? "en" : "ko";
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  await call(beginGuest, { body: { locale, ...(timeZone ? { timeZone } : {}) } });
}

function ensureSession(): Promise<void> {
  session ??= someone().catch((error: unknown) => {
    session = null;
    throw error;
  });
  return session;
}

/** After signing in or out: the next write looks anew who is there. */
export function forgetGuest(): void {
  session = null;
}

/**
 * Sends what has been checked before (a stored write, or `call`'s own). A write that needs a user begins a guest session where
 * there is none; a read, and a route that anyone may call, does not.
 */
export async function deliver<R extends Route>(route: R, outgoing: Outgoing): Promise<ReplyOf<R>> {
  if (route.method === "GET" || route.access !== "user") return send(route, outgoing);
  await ensureSession();
  try {
    return await send(route, outgoing);
  } catch (error) {
    // The session ended meanwhile (revoked, expired): begin one and send the same again, so that no work is lost.
    if (!(error instanceof ApiError) || error.status !== 401) throw error;
    forgetGuest();
    await ensureSession();
    return send(route, outgoing);
  }
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
type CallOptions<R extends Route> = Part<R, "params"> & QueryPart<R> & Part<R, "body"> & KeyPart<R>;
type Arguments<R extends Route> = object extends CallOptions<R> ? [options?: CallOptions<R>] : [options: CallOptions<R>];

/**
 * Calls a route of `/api/v1`: what it asks for (params, body, key) is asked for by its type, and its reply is typed.
 * A visitor's first write begins a guest session.
 * @throws ApiError for every failure
 */
export function call<R extends Route>(route: R, ...[options]: Arguments<R>): Promise<ReplyOf<R>> {
  return deliver(route, options ?? {});
}
