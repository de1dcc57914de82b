import type { ZodType } from "zod";
import { meReply } from "@/lib/wire/api";
import { ApiError } from "./apiError";

const BASE = "/api/v1";

export interface WriteOptions {
  /** Idempotency key: the same key again gives the first answer again and writes nothing. */
  readonly key?: string;
}

async function call<T>(method: string, path: string, reply: ZodType<T>, body?: unknown, options: WriteOptions = {}): Promise<T> {
  const headers: Record<string, string> = { accept: "application/json" };
  if (body !== undefined) headers["content-type"] = "application/json";
  if (options.key) headers["idempotency-key"] = options.key;
  let response: Response;
  try {
    response = await fetch(`${BASE}${path}`, {
      method,
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
  const parsed = reply.safeParse(answer);
  if (!parsed.success) throw ApiError.unclear(response.status);
  return parsed.data;
}

/** The one guest session of this page; asked for at most once, however many writes start together. */
let session: Promise<void> | null = null;

async function someone(): Promise<void> {
  const me = await call("GET", "/me", meReply);
  if (me.user !== null) return;
  const locale = document.documentElement.lang === "en" ? "en" : "ko";
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  await call("POST", "/guest", meReply, { locale, ...(timeZone ? { timeZone } : {}) });
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

async function write<T>(method: string, path: string, body: unknown, reply: ZodType<T>, options: WriteOptions = {}): Promise<T> {
  await ensureSession();
  try {
    return await call(method, path, reply, body, options);
  } catch (error) {
    // The session ended meanwhile (revoked, expired): begin one and send the same again, so that no work is lost.
    if (!(error instanceof ApiError) || error.status !== 401) throw error;
    forgetGuest();
    await ensureSession();
    return call(method, path, reply, body, options);
  }
}

/** `/api/v1` as typed calls. The first write of a visitor begins a guest session. Every failure is an `ApiError`. */
export const api = {
  get: <T>(path: string, reply: ZodType<T>): Promise<T> => call("GET", path, reply),
  post: <T>(path: string, body: unknown, reply: ZodType<T>, options?: WriteOptions): Promise<T> =>
    write("POST", path, body, reply, options),
  patch: <T>(path: string, body: unknown, reply: ZodType<T>, options?: WriteOptions): Promise<T> =>
    write("PATCH", path, body, reply, options),
  delete: <T>(path: string, reply: ZodType<T>, options?: WriteOptions): Promise<T> => write("DELETE", path, undefined, reply, options),
};
