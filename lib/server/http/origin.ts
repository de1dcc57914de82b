import { isIPv6 } from "node:net";
import { siteUrl, trustedProxies } from "../env";
import { crossSite } from "./errors";

/** The header in which the door writes the address a connection really came from. */
export const ADDRESS_HEADER = "x-boxup-address";

/**
 * Refuses a write that another site started: the browser says so itself in Sec-Fetch-Site, or names an Origin that is not
 * ours ("null" is not ours). A client that sends neither is no browser and carries no cookie by accident.
 */
export function refuseCrossSite(request: Request): void {
  const site = request.headers.get("sec-fetch-site");
  if (site !== null && site !== "same-origin" && site !== "none") throw crossSite();
  const origin = request.headers.get("origin");
  if (origin === null) return;
  let host: string;
  try {
    host = new URL(origin).host;
  } catch {
    throw crossSite();
  }
  const configured = siteUrl();
  if (configured !== undefined) {
    if (origin !== new URL(configured).origin) throw crossSite();
  } else if (host !== (request.headers.get("host") ?? new URL(request.url).host)) {
    throw crossSite();
  }
}

/** The client's address: the connection's own, or what the trusted proxies in front report. */
export function addressOf(headers: Headers): string {
  const proxies = trustedProxies();
  if (proxies > 0) {
    const hops = (headers.get("x-forwarded-for") ?? "")
      .split(",")
      .map((part) => part.trim())
      .filter(Boolean);
    const hop = hops[hops.length - proxies];
    if (hop) return network(hop);
  }
  return network(headers.get(ADDRESS_HEADER) ?? "unknown");
}

/** IPv4 as it is; IPv6 by its first 64 bits, since one household owns all the rest of them. */
function network(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped) return mapped[1];
  if (!isIPv6(address)) return address.slice(0, 64);
  const [head, tail] = address.split("%")[0].split("::");
  const left = head === "" ? [] : head.split(":");
  const right = tail === undefined || tail === "" ? [] : tail.split(":");
  const groups = [...left, ...Array<string>(Math.max(0, 8 - left.length - right.length)).fill("0"), ...right];
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":")}::/64`;
}
