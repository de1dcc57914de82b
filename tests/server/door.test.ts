/** What reaches the server by wire: raw sockets against the door and the real handlers behind it. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { connect, type AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { alternateLinks } from "@/i18n/alternateLinks";
import { endpoint } from "@/lib/server/http/endpoint";
import { openDoor, standBefore } from "@/lib/server/http/door";
import { routes } from "@/lib/wire";
import { changeMe, signUp } from "@/lib/wire/account";
import { BASE } from "@/lib/wire/route";
import { eachDatabase } from "./setup/database";

/** Headers as the door left them, of every request that was let in. */
let seen: IncomingMessage["headers"][] = [];
const quiet = () => vi.spyOn(console, "error").mockImplementation(() => undefined);

/** As Next does it: node's request becomes a web one, and the answer is written back. */
function served(server: Server): Server {
  const write = endpoint(signUp, () => Promise.reject(new Error("no body of these tests is a sign-up")));
  const owned = endpoint(changeMe, () => Promise.reject(new Error("nobody is signed in")));
  server.on("request", (request: IncomingMessage, response: ServerResponse) => {
    seen.push({ ...request.headers });
    const headers = new Headers(Object.entries(request.headers).map(([name, value]): [string, string] => [name, String(value)]));
    const bare = request.method === "GET";
    const body = bare ? undefined : (Readable.toWeb(request) as ReadableStream<Uint8Array>);
    const asked = new Request(`http://localhost${request.url}`, { method: request.method, headers, body, duplex: "half" } as RequestInit);
    const answer = bare ? Promise.resolve(new Response("here")) : (request.method === "PATCH" ? owned : write)(asked, {});
    void answer.then(async (given) => {
      response.statusCode = given.status;
      for (const [name, value] of given.headers) response.setHeader(name, value);
      response.end(Buffer.from(await given.arrayBuffer()));
    });
  });
  standBefore(server);
  return server;
}

let server: Server;
beforeEach(async () => {
  seen = [];
  server = served(createServer());
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterEach(async () => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

/** Sends `parts` one after another on one connection and reads until it closes. */
async function exchange(...parts: readonly string[]): Promise<string> {
  const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
  let answer = "";
  socket.on("data", (chunk) => (answer += String(chunk)));
  const closed = new Promise<string>((resolve, reject) => socket.on("close", () => resolve(answer)).on("error", reject));
  for (const part of parts) await new Promise((resolve) => socket.write(part, resolve));
  return closed;
}
const statuses = (answer: string): number[] => [...answer.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => Number(status));
const head = (method: string, path: string, ...lines: readonly string[]): string =>
  [`${method} ${path} HTTP/1.1`, ...(lines.some((line) => line.startsWith("Host:")) ? [] : ["Host: localhost"]), ...lines, "", ""].join(
    "\r\n",
  );
const last = head("GET", "/api/v1/health", "Connection: close");
const JSON_TYPE = "Content-Type: application/json";
const long = "a".repeat(200_000);

eachDatabase("a body that is not read", () => {
  const chunked = `${long.length.toString(16)}\r\n${long}\r\n0\r\n\r\n`;
  it.each<[string, readonly string[], number]>([
    ["too long and says so", [head("POST", "/api/v1/signup", JSON_TYPE, `Content-Length: ${long.length}`), long], 413],
    ["too long and does not say so", [head("POST", "/api/v1/signup", JSON_TYPE, "Transfer-Encoding: chunked"), chunked], 413],
    [
      "too long, and stops in the middle",
      [head("POST", "/api/v1/signup", JSON_TYPE, "Content-Length: 200000"), long.slice(0, 70_000)],
      413,
    ],
    // Half of it: of a body that has come whole by the time of the answer nothing is left to be taken for a request.
    ["of another type", [head("POST", "/api/v1/signup", "Content-Length: 60000"), long.slice(0, 30_000)], 415],
    [
      "from another site",
      [head("POST", "/api/v1/signup", JSON_TYPE, "Origin: http://evil.example", "Content-Length: 60000"), long.slice(0, 30_000)],
      403,
    ],
    ["of nobody", [head("PATCH", "/api/v1/me", JSON_TYPE, "Content-Length: 60000"), long.slice(0, 30_000)], 401],
    ["for next-auth, without a length", [head("POST", "/api/auth/callback/credentials", "Transfer-Encoding: chunked"), chunked], 411],
  ])("(%s) ends its connection once it is answered, and is never taken for the next request", async (_, parts, status) => {
    const answer = await exchange(...parts, last);
    expect(statuses(answer)).toEqual([status]);
    expect(answer).toMatch(/\r\nConnection: close\r\n/i);
  });

  it("that is read keeps the connection", async () => {
    const answer = await exchange(head("POST", "/api/v1/signup", JSON_TYPE, "Content-Length: 2"), "{}", last);
    expect(statuses(answer)).toEqual([422, 200]);
  });

  it("that a client cuts off is not the database's trouble", async () => {
    const said = quiet();
    const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
    socket.write(`${head("POST", "/api/v1/signup", JSON_TYPE, "Content-Length: 1000")}{"email":`);
    await vi.waitFor(() => expect(seen).toHaveLength(1));
    socket.destroy();
    const connections = () => new Promise<number>((resolve) => server.getConnections((_, count) => resolve(count)));
    await vi.waitFor(async () => expect(await connections()).toBe(0));
    await exchange(last);
    expect(said.mock.calls.filter(([line]) => String(line).includes("unavailable"))).toEqual([]);
  });
});

describe("what a route takes that says how much", () => {
  const larger = routes.flatMap(({ method, path, upload, bodyBytes }) => {
    const most = upload?.most ?? bodyBytes;
    return most === undefined ? [] : [[method, `${BASE}${path.replace(/:\w+/g, "x")}`, most] as const];
  });
  const asked = (method: string, path: string, bytes: number) =>
    exchange(head(method, path, "Content-Type: x/y", `Content-Length: ${bytes}`));

  it.each(larger)("is let in, and nothing of a body of 50 MB: %s %s", async (method, path, most) => {
    await asked(method, path, most);
    expect(seen).toHaveLength(1);
    const refused = await asked(method, path, 50 * 1024 * 1024);
    expect(statuses(refused)).toEqual([413]);
    expect(refused).toContain("too-large");
    expect(seen, "nobody behind the door reads it").toHaveLength(1);
  });
});

describe("an address that is none", () => {
  const paths = ["/%", "/ko/play/%E0%A4%A", "/ko/%00", "/api/v1/%zz", "/_next/static/%", "*", "http://evil.example/"];
  it.each([...paths.map((path) => ["GET", path]), ["TRACE", "/ko"], ["TRACE", "/api/v1/me"]])(
    "is 400 with every header: %s %s",
    async (method, path) => {
      const answer = await exchange(head(method, path, "Connection: close"));
      expect(statuses(answer)).toEqual([400]);
      for (const name of [
        "X-Content-Type-Options: nosniff",
        "X-Frame-Options: DENY",
        "Content-Security-Policy: default-src 'none'",
        "Permissions-Policy:",
        "Referrer-Policy:",
        "Cross-Origin-Opener-Policy:",
      ])
        expect(answer).toContain(name);
      expect(answer).toContain(path.startsWith("/api/") ? '"code":"bad-request"' : '<p lang="ko">주소를 읽을 수 없어요.</p>');
      expect(seen).toEqual([]);
    },
  );

  it.each(["/ko/learn/%ED%95%9C", "/?x=%", "/a%20b"])("is not taken for one that is: %s", async (path) => {
    expect(statuses(await exchange(head("GET", path, "Connection: close")))).toEqual([200]);
  });

  it.each(["evil.example/x", 'x"><script>', "a b", ""])("is 400 where the host is none: %s", async (host) => {
    expect(statuses(await exchange(head("GET", "/ko", `Host: ${host}`, "Connection: close")))).toEqual([400]);
  });
});

/** Headers of every answer, whoever gives it. */
const ALWAYS = [
  "X-Content-Type-Options: nosniff",
  "X-Frame-Options: DENY",
  "Permissions-Policy:",
  "Referrer-Policy:",
  "Cross-Origin-Opener-Policy:",
];

describe("what is no request", () => {
  const broken = head("GET", "/ko", "no colon");
  it.each<[string, string, number]>([
    ["a header that is none", broken, 400],
    ["a method that is none", "NONSENSE / HTTP/1.1\r\nHost: localhost\r\n\r\n", 400],
    ["another protocol", "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n", 400],
    ["two lengths", head("POST", "/api/v1/signup", "Content-Length: 5", "Content-Length: 6"), 400],
    ["headers without end", head("GET", "/ko", `X-Long: ${long}`), 431],
  ])("is refused with every header, and ends its connection: %s", async (_, bytes, status) => {
    const answer = await exchange(bytes);
    expect(statuses(answer)).toEqual([status]);
    for (const name of [...ALWAYS, "Content-Security-Policy: default-src 'none'", "Cache-Control: no-store", "Connection: close"])
      expect(answer).toContain(name);
    expect(answer).not.toContain("Strict-Transport-Security");
    expect(seen).toEqual([]);
  });

  it("is refused so after a request that was one, and by https for a year", async () => {
    vi.stubEnv("NEXTAUTH_URL", "https://boxup.example");
    const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
    let answer = "";
    socket.on("data", (chunk) => (answer += String(chunk)));
    socket.write(head("GET", "/ko"));
    await vi.waitFor(() => expect(answer).toContain("here"));
    socket.write(broken);
    await new Promise((resolve) => socket.on("close", resolve));
    expect(statuses(answer)).toEqual([200, 400]);
    expect(answer.split("HTTP/1.1 400")[1]).toContain("Strict-Transport-Security: max-age=31536000");
  });

  it("is refused so at a server's very first connection", async () => {
    const fresh = createServer();
    openDoor();
    await new Promise<void>((resolve) => fresh.listen(0, "127.0.0.1", resolve));
    const socket = connect((fresh.address() as AddressInfo).port, "127.0.0.1");
    let answer = "";
    socket.on("data", (chunk) => (answer += String(chunk)));
    socket.write(broken);
    await new Promise((resolve) => socket.on("close", resolve));
    await new Promise((resolve) => fresh.close(resolve));
    for (const name of ALWAYS) expect(answer).toContain(name);
  });
});

describe("an answer without a policy of its own", () => {
  const policy = (answer: string): string[] => [...answer.matchAll(/\r\ncontent-security-policy: ([^\r]*)/gi)].map(([, text]) => text);
  const answered = async (respond: (response: ServerResponse) => void): Promise<string[]> => {
    const other = createServer((_, response) => respond(response));
    standBefore(other);
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    const before = server;
    server = other;
    try {
      return policy(await exchange(head("GET", "/ko/", "Connection: close")));
    } finally {
      server = before;
      await new Promise((resolve) => other.close(resolve));
    }
  };

  it.each([307, 308, 404, 500])("runs nothing where it is %s", async (status) => {
    const [said, ...more] = await answered((response) => void response.writeHead(status, { "Content-Type": "text/html" }).end("<p>"));
    expect(said).toMatch(/^default-src 'none'; style-src/);
    expect(said).toContain("frame-ancestors 'none'");
    expect(more).toEqual([]);
  });

  it("keeps the one that it has, and a file gets none", async () => {
    expect(await answered((response) => void response.setHeader("Content-Security-Policy", "mine").writeHead(404).end())).toEqual(["mine"]);
    expect(await answered((response) => void response.writeHead(404, { "content-security-policy": "mine" }).end())).toEqual(["mine"]);
    expect(await answered((response) => void response.writeHead(200).end())).toEqual([]);
    expect(await answered((response) => void response.writeHead(304).end())).toEqual([]);
  });
});

describe("the site's address", () => {
  const lies = [
    "Host: named.example",
    "X-Forwarded-Host: lie.example",
    "X-Forwarded-Proto: https",
    "X-Forwarded-For: 6.6.6.6",
    "X-Boxup-Address: 6.6.6.6",
  ];
  const asked = async (...lines: readonly string[]) => {
    const answer = await exchange(head("GET", "/ko", ...lines, "Connection: close"));
    const {
      host,
      "x-forwarded-host": forwarded,
      "x-forwarded-proto": protocol,
      "x-forwarded-for": chain,
      "x-boxup-address": address,
    } = seen[0];
    return { host, forwarded, protocol, chain, address, strict: /Strict-Transport-Security: max-age=31536000\r/.test(answer) };
  };
  const here = { address: "127.0.0.1" };

  it("is what the request names where nothing is configured, whatever it says of a proxy", async () => {
    expect(await asked(...lies)).toEqual({
      host: "named.example",
      forwarded: "named.example",
      protocol: "http",
      chain: undefined,
      ...here,
      strict: false,
    });
  });

  it("is what a trusted proxy says, by as many as are trusted", async () => {
    vi.stubEnv("BOXUP_TRUSTED_PROXIES", "1");
    expect(await asked(...lies)).toEqual({
      host: "lie.example",
      forwarded: "lie.example",
      protocol: "https",
      chain: "6.6.6.6",
      ...here,
      strict: true,
    });
    seen = [];
    expect(await asked("Host: inner", "X-Forwarded-Host: lie.example, true.example", "X-Forwarded-Proto: https, http")).toMatchObject({
      host: "true.example",
      protocol: "http",
      strict: false,
    });
  });

  it.each(["0", "1"])("is the configured one before everything else, with %s trusted proxies", async (proxies) => {
    vi.stubEnv("BOXUP_TRUSTED_PROXIES", proxies);
    vi.stubEnv("NEXTAUTH_URL", "https://boxup.example/");
    expect(await asked(...lies)).toMatchObject({ host: "boxup.example", forwarded: "boxup.example", protocol: "https", strict: true });
  });

  it("is all that a page's links to its other language name", () => {
    expect(alternateLinks("/ko/learn", undefined)).toBeNull();
    expect(alternateLinks("/learn", "https://boxup.example")).toBeNull();
    expect(alternateLinks("/ko/learn", "https://boxup.example")).toBe(
      '<https://boxup.example/ko/learn>; rel="alternate"; hreflang="ko", <https://boxup.example/en/learn>; rel="alternate"; hreflang="en", ' +
        '<https://boxup.example/learn>; rel="alternate"; hreflang="x-default"',
    );
    expect(alternateLinks("/en", "https://boxup.example")).toContain('<https://boxup.example/>; rel="alternate"; hreflang="x-default"');
  });
});
