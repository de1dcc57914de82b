/** A page whose `fetch` ends in the real handlers: the browser's client on one side, the server on the other, no network between. */
import { BASE, type Route } from "@/lib/wire/route";
import type { RouteHandler } from "@/lib/server/http/endpoint";
import { Visitor } from "./client";

export interface Exchange {
  readonly url: string;
  readonly init: RequestInit;
  readonly route: Route;
  readonly status: number;
  readonly json: unknown;
}

export class Page {
  /** Everything that went over the wire, in order. */
  readonly exchanges: Exchange[] = [];

  constructor(
    private readonly handlers: ReadonlyMap<string, RouteHandler>,
    readonly visitor: Visitor = new Visitor(),
  ) {}

  /** Stands in for the browser's `fetch`: finds the handler as Next does (a fixed name before a parameter) and keeps the cookie. */
  readonly fetch = async (url: string, init: RequestInit = {}): Promise<Response> => {
    const { handler, params } = this.find(init.method ?? "GET", new URL(url, "http://localhost:3000").pathname);
    const { status, json } = await this.visitor.send(handler, {
      method: init.method,
      path: url,
      params,
      body: init.body ?? undefined,
      headers: Object.fromEntries(new Headers(init.headers)),
    });
    this.exchanges.push({ url, init, route: handler.route, status, json });
    // Of a stream, its first event.
    if (handler.route.events && status === 200)
      return new Response(`id: 0\ndata: ${JSON.stringify(json)}\n\n`, { status, headers: { "content-type": "text/event-stream" } });
    return json instanceof Uint8Array ? new Response(Buffer.from(json), { status }) : Response.json(json, { status });
  };

  private find(method: string, path: string): { handler: RouteHandler; params: Record<string, string> } {
    const asked = path.slice(BASE.length).split("/");
    const found = [...this.handlers]
      .map(([name, handler]) => ({ handler, name, parts: name.slice(method.length + 1).split("/") }))
      .filter(
        ({ name, parts }) =>
          name.startsWith(`${method} /`) &&
          parts.length === asked.length &&
          parts.every((part, i) => part.startsWith(":") || part === asked[i]),
      )
      .sort((a, b) => a.name.split(":").length - b.name.split(":").length)[0];
    if (!path.startsWith(BASE) || !found) throw new Error(`No handler answers ${method} ${path}`);
    const params = found.parts.flatMap((part, i) => (part.startsWith(":") ? [[part.slice(1), decodeURIComponent(asked[i])]] : []));
    return { handler: found.handler, params: Object.fromEntries(params) };
  }
}
