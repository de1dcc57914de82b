/** Cookies of the site: for the server alone, for this host alone, and over https alone where the site has it. */
import { siteUrl } from "../env";

export const isSecure = (): boolean => siteUrl()?.startsWith("https://") ?? false;

/** "__Host-" binds the cookie to this host and path, which browsers allow over https only. */
export const cookieName = (name: string): string => (isSecure() ? `__Host-boxup-${name}` : `boxup-${name}`);

/** A Set-Cookie value. @param maxAge in seconds; 0 takes the cookie out of the browser */
export const siteCookie = (name: string, value: string, maxAge: number): string =>
  `${cookieName(name)}=${value}; Path=/; Max-Age=${maxAge}; HttpOnly; SameSite=Lax${isSecure() ? "; Secure" : ""}`;

/** What the request's cookie `name` holds. */
export function cookieOf(headers: Headers, name: string): string | undefined {
  const full = cookieName(name);
  for (const pair of (headers.get("cookie") ?? "").split(";")) {
    const at = pair.indexOf("=");
    if (at > 0 && pair.slice(0, at).trim() === full) return pair.slice(at + 1).trim();
  }
  return undefined;
}
