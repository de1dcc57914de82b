/** A browser without a browser: calls the exported handlers with real Request objects and keeps its cookie. */
import { randomUUID } from "node:crypto";
import * as play from "@/lib/wire/play";
import type { RouteHandler } from "@/lib/server/http/endpoint";
import { checkCredentials, sessionCookie, startSession } from "@/lib/server/auth";
import type { Device } from "@/lib/server/auth/device";
import type { Database } from "@/lib/server/database/open";
import type { Prisma } from "@/lib/server/prisma/client";

export const ORIGIN = "http://localhost:3000";

export interface Send {
  readonly method?: string;
  readonly path?: string;
  readonly params?: Record<string, string>;
  /** JSON, unless it is text already. */
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
  readonly key?: string;
}

export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  /** The parsed body, the data of the first event, or a file's bytes; shapes are checked by the tests with the wire's schemas. */
  readonly json: unknown;
  /** The error's code, or null. */
  readonly code: string | null;
}

async function contentOf(response: Response): Promise<unknown> {
  const type = response.headers.get("content-type") ?? "";
  if (type.startsWith("application/json")) return response.json();
  if (!type.startsWith("text/event-stream")) return new Uint8Array(await response.arrayBuffer());
  const text = new TextDecoder();
  let heard = "";
  for await (const piece of response.body as ReadableStream<Uint8Array>) {
    heard += text.decode(piece, { stream: true });
    const data = /^data: (.*)$/m.exec(heard);
    // Leaving the loop hangs up.
    if (data !== null) return JSON.parse(data[1]);
  }
  throw new Error("a stream ended before its first event");
}

export class Visitor {
  /** The session. */
  cookie: string | null = null;
  /** What the browser is known by, once somebody has signed in on it. */
  device: string | null = null;
  constructor(readonly address = "203.0.113.7") {}

  async send(
    handler: RouteHandler,
    { method = handler.route.method, path = "/api/v1/test", params = {}, body, headers = {}, key }: Send = {},
  ): Promise<Answered> {
    const all = new Headers({
      host: "localhost:3000",
      origin: ORIGIN,
      "sec-fetch-site": "same-origin",
      "x-boxup-address": this.address,
      "user-agent": "tests",
    });
    if (body !== undefined) all.set("content-type", "application/json");
    const cookies = [this.cookie, this.device].filter((cookie) => cookie !== null);
    if (cookies.length > 0) all.set("cookie", cookies.join("; "));
    if (key !== undefined) all.set("idempotency-key", key);
    for (const [name, value] of Object.entries(headers)) {
      if (value === "") all.delete(name);
      else all.set(name, value);
    }
    const request = new Request(`${ORIGIN}${path}`, {
      method,
      headers: all,
      body: body === undefined ? undefined : typeof body === "string" ? body : JSON.stringify(body),
    });
    const response = await handler(request, { params: Promise.resolve(params) });
    for (const set of response.headers.getSetCookie()) {
      const [cookie] = set.split(";");
      if (/^(__Host-)?boxup-device=/.test(cookie)) this.device = cookie;
      else this.cookie = cookie;
    }
    const json = await contentOf(response);
    const error = typeof json === "object" && json !== null && "error" in json ? (json.error as { code: string }) : null;
    return { status: response.status, headers: response.headers, json, code: error?.code ?? null };
  }

  get(handler: RouteHandler, send: Send = {}): Promise<Answered> {
    return this.send(handler, send);
  }
}

export const freshKey = (): string => randomUUID();

/** The account that (email, password) opens from `address`, or null. */
export const signInFrom = (email: string, password: string, address: string, device: Device | null = null) =>
  checkCredentials(email, password, { address, device });

/** A visitor signed in as a new user with the given columns. */
export async function signedIn(
  open: Database,
  data: Partial<Prisma.UserUncheckedCreateInput> = {},
): Promise<{ visitor: Visitor; id: string; sessionId: string }> {
  const user = await open.client.user.create({ data: { guest: true, ...data }, select: { id: true } });
  const sessionId = await startSession(open.client, user.id, "tests", Date.now());
  const visitor = new Visitor();
  visitor.cookie = (await sessionCookie(sessionId)).split(";")[0];
  return { visitor, id: user.id, sessionId };
}

/** The row of a learner in Seoul, as far as reading their days goes. */
export const inSeoul = (id: string, dayStart = 4) => ({
  id,
  timeZone: "Asia/Seoul",
  dayStart,
  formerZone: null,
  formerStart: null,
  formerUntil: null,
});

/** Work drawn for a skill card, with the seed that only the server knows. */
export async function workOf({ client }: Database, reply: unknown): Promise<play.GradedInstance & { readonly drawnFrom: string }> {
  const issued = play.issueInstance.reply.parse(reply);
  if (issued.seed !== null) throw new Error("practice was issued in place of graded work");
  const { work } = JSON.parse(Buffer.from(issued.token.split(".")[0], "base64url").toString("utf8")) as { work: string };
  const { seed } = await client.issuedWork.findUniqueOrThrow({ where: { id: work }, select: { seed: true } });
  return { ...issued, drawnFrom: seed };
}

/** An issued instance as the reply to a request for practice. */
export function practiceOf(reply: unknown): play.PracticeInstance {
  const issued = play.issueInstance.reply.parse(reply);
  if (issued.seed === null) throw new Error("graded work was issued in place of practice");
  return issued;
}
