/**
 * Before Next: every request passes here first, and what Next would stumble over goes no further. It decides by which address the site is
 * asked for, so that nothing behind it reads a host that a client made up.
 */
import { subscribe } from "node:diagnostics_channel";
import { STATUS_CODES, Server, type IncomingMessage, type ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { siteUrl, trustedProxies } from "../env";
import { routes } from "@/lib/wire";
import { BASE } from "@/lib/wire/route";
import { LARGEST_BODY } from "./body";
import { badRequest, lengthRequired, tooLarge, type ApiError } from "./errors";
import { ADDRESS_HEADER } from "./origin";
import { NOTHING_LOADED, NOTHING_RUN, SECURITY_HEADERS, STRICT_TRANSPORT } from "./securityHeaders";

type Listener = (request: IncomingMessage, response: ServerResponse) => void;

/** What a connection that is being closed may still send, in milliseconds: cut off at once, its client would lose the answer. */
const LINGER_MS = 2_000;

/** What proxies say of a request; any client can say it too. */
const FORWARDED = ["forwarded", "x-forwarded-for", "x-forwarded-host", "x-forwarded-port", "x-forwarded-proto"];

/** Of what each proxy in front appended (or replaced), the entry that the outermost of ours wrote. */
function forwarded(request: IncomingMessage, name: string, proxies: number): string | undefined {
  const entries = String(request.headers[name] ?? "")
    .split(",")
    .map((entry) => entry.trim())
    .filter((entry) => entry !== "");
  return entries[Math.max(0, entries.length - proxies)];
}

interface Site {
  readonly host: string;
  readonly protocol: "http" | "https";
}

/** The site's own address: as configured, else what a trusted proxy says, else what the request names. */
function siteOf(request: IncomingMessage): Site {
  const configured = siteUrl();
  if (configured !== undefined) {
    const { host, protocol } = new URL(configured);
    return { host, protocol: protocol === "https:" ? "https" : "http" };
  }
  const proxies = trustedProxies();
  const proxied = (name: string) => (proxies > 0 ? forwarded(request, name, proxies) : undefined);
  const secure = "encrypted" in request.socket || proxied("x-forwarded-proto") === "https";
  return { host: proxied("x-forwarded-host") ?? request.headers.host ?? "", protocol: secure ? "https" : "http" };
}

/** Writes what is true over whatever a client said: its address, and the site's. Route handlers see neither socket nor connection. */
function tellTruth(request: IncomingMessage, { host, protocol }: Site): void {
  const { headers, socket } = request;
  headers[ADDRESS_HEADER] = socket.remoteAddress ?? "unknown";
  if (trustedProxies() === 0) for (const name of FORWARDED) delete headers[name];
  headers.host = host;
  headers["x-forwarded-host"] = host;
  headers["x-forwarded-proto"] = protocol;
}

const HOST = /^(?:[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_.])?|\[[0-9A-Fa-f:.]+\])(?::\d{1,5})?$/;

/** Whether a path is one: begins at the root, and every escape in it stands for a character that can be shown. */
function isPath(path: string): boolean {
  if (!path.startsWith("/")) return false;
  try {
    return !/\p{Cc}/u.test(decodeURIComponent(path));
  } catch {
    return false;
  }
}

/** Where more is sent than any other route takes: pictures, and files of questions. */
const LARGER = routes.flatMap(({ path, upload, bodyBytes }) => {
  const most = upload?.most ?? bodyBytes ?? 0;
  return most > LARGEST_BODY ? [{ at: new RegExp(`^${BASE}${path.replace(/:\w+/g, "[^/]+")}$`), most }] : [];
});

/** The most that what stands at a path may be sent. */
const mostOf = (path: string): number => LARGER.find(({ at }) => at.test(path))?.most ?? LARGEST_BODY;

/** Why a request is not let in; null where it is. */
function refusalOf(request: IncomingMessage, { host }: Site): ApiError | null {
  const [path] = (request.url ?? "").split("?");
  if (request.method === "TRACE" || !HOST.test(host) || !isPath(path)) return badRequest();
  const most = mostOf(path);
  if (Number(request.headers["content-length"] ?? 0) > most) return tooLarge(most);
  // The API counts what it reads. What reads elsewhere (next-auth, Next itself) takes all there is, so it is told beforehand how much.
  return "transfer-encoding" in request.headers && !path.startsWith("/api/v1/") ? lengthRequired() : null;
}

const escaped = (text: string): string => text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);

function refuse(request: IncomingMessage, response: ServerResponse, refusal: ApiError): void {
  const { code, text, status } = refusal;
  const api = (request.url ?? "").startsWith("/api/");
  const words = `<p lang="ko">${escaped(text.ko)}</p><p lang="en">${escaped(text.en)}</p>`;
  const page = `<!DOCTYPE html><html lang="ko"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>BoxUp</title>${words}<p><a href="/">BoxUp</a></p></html>`;
  const body = api ? JSON.stringify({ error: { code, message: text } }) : page;
  response.statusCode = status;
  response.setHeader("Content-Type", api ? "application/json" : "text/html; charset=utf-8");
  response.setHeader("Content-Security-Policy", NOTHING_LOADED);
  response.setHeader("Cache-Control", "no-store");
  response.setHeader("Content-Length", Buffer.byteLength(body));
  response.end(request.method === "HEAD" ? undefined : body);
}

/** Connections that have been told that they are closed. What still comes in on them is nobody's request. */
const closing = new WeakSet<Socket>();

const bringsBody = ({ headers }: IncomingMessage): boolean => Number(headers["content-length"] ?? 0) > 0 || "transfer-encoding" in headers;

/**
 * An answer that is given before the request's body was read through ends its connection: what is left of the body would be taken for the
 * next request, or keep it waiting for ever. The connection stays open for a moment, so that the client can hear the answer.
 */
function closeWhereUnread(request: IncomingMessage, response: ServerResponse): void {
  if (!bringsBody(request)) return;
  const { socket } = request;
  const writeHead = response.writeHead.bind(response) as (...given: unknown[]) => ServerResponse;
  response.writeHead = (...given: unknown[]) => {
    if (!request.complete) {
      response.setHeader("Connection", "close");
      closing.add(socket);
      socket.destroySoon = () => {
        socket.end();
        request.resume();
        const timer = setTimeout(() => socket.destroy(), LINGER_MS);
        socket.once("close", () => clearTimeout(timer));
      };
    }
    return writeHead(...given);
  };
}

/**
 * Redirects and refusals that neither a page's policy nor the API's is on (Next gives them before either is asked) say that nothing of them
 * runs. What is served as a file has none: a worker's script would be held to it.
 */
function forbidScripts(response: ServerResponse): void {
  const writeHead = response.writeHead.bind(response) as (...given: unknown[]) => ServerResponse;
  response.writeHead = (...given: unknown[]) => {
    const status = Number(given[0]);
    if (status >= 300 && status !== 304 && !response.hasHeader("Content-Security-Policy"))
      response.setHeader("Content-Security-Policy", NOTHING_RUN);
    return writeHead(...given);
  };
}

/** What Node says of a request that it cannot read; everything else is 400. */
const UNREADABLE: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

/** Connections on which an answer has begun: a second one in its middle would be taken for a part of it. */
const answering = new WeakMap<Socket, ServerResponse>();

/** Answers, in Node's place, what is no request, with the headers that every answer has, and ends the connection. */
function refuseUnreadable(error: NodeJS.ErrnoException, socket: Socket): void {
  const begun = answering.get(socket);
  const free = begun === undefined || begun.writableEnded || !begun.headersSent;
  if (!socket.writable || error.code === "ECONNRESET" || closing.has(socket) || !free) return void socket.destroy();
  const status = UNREADABLE[error.code ?? ""] ?? 400;
  const secure = (siteUrl() ?? "").startsWith("https:") || "encrypted" in socket;
  const headers = [
    ...SECURITY_HEADERS,
    ...(secure ? [{ key: "Strict-Transport-Security", value: STRICT_TRANSPORT }] : []),
    { key: "Content-Security-Policy", value: NOTHING_LOADED },
    { key: "Cache-Control", value: "no-store" },
    { key: "Content-Length", value: "0" },
    { key: "Connection", value: "close" },
  ].map(({ key, value }) => `${key}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${headers.join("")}\r\n`, () => socket.destroy());
}

/** Puts the door before whatever listens to `server`'s requests. */
export function standBefore(server: Server): void {
  const inside = server.listeners("request") as Listener[];
  server.removeAllListeners("request");
  server.on("clientError", refuseUnreadable);
  server.on("request", (request, response) => {
    if (closing.has(request.socket)) return void request.resume();
    answering.set(request.socket, response);
    const site = siteOf(request);
    for (const { key, value } of SECURITY_HEADERS) response.setHeader(key, value);
    if (site.protocol === "https") response.setHeader("Strict-Transport-Security", STRICT_TRANSPORT);
    closeWhereUnread(request, response);
    forbidScripts(response);
    const refusal = refusalOf(request, site);
    if (refusal !== null) return refuse(request, response, refusal);
    tellTruth(request, site);
    for (const listener of inside) listener.call(server, request, response);
  });
}

const guarded = new WeakSet<Server>();

/**
 * Puts the door before every server of this process, at its first connection: Next makes its server itself and hands it to nobody. At the
 * first request would be too late for one that cannot be read.
 */
export function openDoor(): void {
  subscribe("net.server.socket", (message) => {
    const { server } = (message as { socket: Socket & { readonly server?: unknown } }).socket;
    if (!(server instanceof Server) || guarded.has(server)) return;
    guarded.add(server);
    standBefore(server);
  });
}
