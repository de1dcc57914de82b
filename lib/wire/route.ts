/**
 * The contract of one route of `/api/v1`: an object that the server's `endpoint` and the browser's `call` both take, so that the
 * two sides cannot drift apart. Path parameters are written ":id", as in "/attempts/:id".
 */
import type * as z from "@/lib/challenges/schema";

/** What every path of this version begins with. */
export const BASE = "/api/v1";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** Who may call: anybody, anybody with a session (guests too, and a visitor's first write begins one), or admins. */
type Access = "anyone" | "user" | "admin";

/** Named budgets of the server; how many calls each allows stands in `lib/server/http/limits.ts`. */
type RouteLimit =
  | "submit"
  | "review"
  | "instances"
  | "report"
  | "write"
  | "signup"
  | "reset"
  | "export"
  | "group"
  | "assignment"
  | "join"
  | "pins"
  | "picture"
  | "search"
  | "note-file"
  | "note"
  | "presence"
  | "calendar";

export interface Route {
  readonly method: Method;
  readonly path: `/${string}`;
  /** One string for each ":name" of the path. What does not fit is answered with 404: no such thing exists. */
  readonly params?: z.ZodType<Readonly<Record<string, string>>, Readonly<Record<string, string>>>;
  /** What may stand behind "?", as text. Unknown names are ignored. */
  readonly query?: z.ZodType<unknown, Readonly<Record<string, string | undefined>>>;
  /** Strict: an unknown key is refused, so that a forged `score` or `userId` cannot ride along. */
  readonly body?: z.ZodType;
  /** The most bytes its body may have, where the server's usual bound is too narrow. */
  readonly bodyBytes?: number;
  /** The body is a file as it is, of one of these media types and at most so many bytes; `upload` sends it in place of `call`. */
  readonly upload?: { readonly types: readonly string[]; readonly most: number };
  /** The answer with a 2xx status. Lenient: a page that is older than the server ignores what it does not know. */
  readonly reply: z.ZodType;
  /** Answered by a file of this media type instead of JSON; `reply` is its bytes, and `download` asks for it in place of `call`. */
  readonly file?: string;
  /** Answered by server-sent events until somebody ends it; each event's data is a `reply`, and `listen` hears them in place of `call`. */
  readonly events?: true;
  /**
   * Asks for a key: the same key again answers the first answer again and writes nothing. Such a write may wait in the browser and
   * arrive late, so it also says when it was made (see `HEADERS`).
   */
  readonly keyed?: true;
  /** Needs no key: the same again changes nothing. Like a keyed write, it may wait and be sent again as it is. */
  readonly idempotent?: true;
  readonly access: Access;
  readonly limit?: {
    readonly name: RouteLimit;
    readonly by: "user" | "address";
    /** Counts what was made: a call that is refused gives its use back, and is counted among the writes of a minute as any other. */
    readonly made?: true;
  };
}

/** What a keyed write carries beside its body, which stays the same however often and however late it is sent. */
export const HEADERS = {
  /** An `idempotencyKey` of scalars. */
  key: "idempotency-key",
  /**
   * When the learner answered, by the browser's clock: an `instant` of scalars. Only a claim: the server believes it from the
   * moment it showed what was answered, and never beyond now. Absent: now.
   */
  answeredAt: "answered-at",
  /** The id of the learner whose it is: refused in the session of anybody else. Absent: whoever has the session. */
  learner: "learner",
} as const;

/** The names after ":" in a path. */
type ParamName<Path extends string> = Path extends `${string}:${infer Rest}`
  ? Rest extends `${infer Name}/${infer More}`
    ? Name | ParamName<`/${More}`>
    : Rest
  : never;

/** Params for exactly the names in the path; none for a path without any. */
type ParamsRule<Path extends string> = [ParamName<Path>] extends [never]
  ? { readonly params?: undefined }
  : { readonly params: z.ZodType<Readonly<Record<ParamName<Path>, string>>> };

/** A read carries neither a body nor a key: caches and prefetches may repeat it. */
type ReadRule<M extends Method> = M extends "GET"
  ? { readonly body?: undefined; readonly upload?: undefined; readonly keyed?: undefined; readonly idempotent?: undefined }
  : object;

/** States a route. A path whose names and `params` differ, or a GET with a body or a key, is a type error. */
export function route<const R extends Route>(facts: R & ParamsRule<R["path"]> & ReadRule<R["method"]>): R {
  return facts;
}

/** "POST /review/undo": how tests, logs and stored writes name a route. */
export const nameOf = ({ method, path }: Route): string => `${method} ${path}`;

export type ParamsOf<R extends Route> = R extends { readonly params: infer S extends z.ZodType } ? z.output<S> : undefined;
export type QueryOf<R extends Route> = R extends { readonly query: infer S extends z.ZodType } ? z.output<S> : undefined;
export type BodyOf<R extends Route> = R extends { readonly body: infer S extends z.ZodType } ? z.output<S> : undefined;
/** The file that was sent. */
export type UploadOf<R extends Route> = R extends { readonly upload: object } ? Uint8Array : undefined;
export type ReplyOf<R extends Route> = z.output<R["reply"]>;
export type KeyOf<R extends Route> = R extends { readonly keyed: true } ? string : undefined;
/** Milliseconds since 1970. */
export type AnsweredAtOf<R extends Route> = R extends { readonly keyed: true } ? number : undefined;
/** A route whose writes may wait for the server: sent twice, they count once. */
export type Storable = Route & ({ readonly keyed: true } | { readonly idempotent: true });
