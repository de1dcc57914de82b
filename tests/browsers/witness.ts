import { createServer, request, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";

/** Runs before any script of the page and writes down what goes wrong. */
const SCRIPT = `
window.boxupSeen = [];
const see = (text) => window.boxupSeen.push(String(text));
addEventListener("error", (e) => see(e.message ?? e), true);
addEventListener("unhandledrejection", (e) => see("rejected: " + e.reason));
addEventListener("securitypolicyviolation", (e) => see("refused by the policy: " + e.violatedDirective + " " + e.blockedURI + " at " + e.sourceFile + ":" + e.lineNumber));
const said = console.error;
console.error = (...words) => { see(words.map(String).join(" ")); said.apply(console, words); };
`;
const PATH = "/witness.js";

/**
 * A proxy that puts one script of its own origin (which the Content-Security-Policy allows) first into every page. WebKit's driver
 * speaks a protocol that neither reports a page's errors nor runs anything before it, so the page is made to keep them itself, in
 * `window.boxupSeen`.
 */
export async function startWitness(origin: string): Promise<{ readonly origin: string; stop(): void }> {
  const target = new URL(origin);
  const server = createServer((incoming, outgoing) => {
    if (incoming.url === PATH) {
      outgoing.setHeader("content-type", "text/javascript").end(SCRIPT);
      return;
    }
    const headers: IncomingHttpHeaders = { ...incoming.headers, host: target.host, "accept-encoding": "identity" };
    if (headers.origin) headers.origin = target.origin;
    const passed = request({ host: target.hostname, port: target.port, path: incoming.url, method: incoming.method, headers }, (answer) => {
      const page = answer.headers["content-type"]?.startsWith("text/html") ?? false;
      if (!page) {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
        return;
      }
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("end", () => {
        const html = Buffer.concat(chunks).toString().replace("<head>", `<head><script src="${PATH}"></script>`);
        delete answer.headers["content-length"];
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers).end(html);
      });
    });
    passed.on("error", () => outgoing.destroy());
    incoming.pipe(passed);
  });
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
