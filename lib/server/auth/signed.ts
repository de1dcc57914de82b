/** What the server says to itself through a browser: plain to read, impossible to change. */
import { createHmac, timingSafeEqual } from "node:crypto";
import { derivedKey } from "./secret";

const signature = (purpose: string, payload: string): Buffer => createHmac("sha256", derivedKey(purpose)).update(payload).digest();

/** base64url(JSON) "." base64url(HMAC-SHA256 of the former). */
export function sign(purpose: string, claims: object): string {
  const payload = Buffer.from(JSON.stringify(claims)).toString("base64url");
  return `${payload}.${signature(purpose, payload).toString("base64url")}`;
}

/** The claims that were signed for this purpose; undefined where `text` is not of ours. */
export function readSigned(purpose: string, text: string): unknown {
  const [payload, given, ...rest] = text.split(".");
  if (!payload || !given || rest.length > 0) return undefined;
  const expected = signature(purpose, payload);
  const actual = Buffer.from(given, "base64url");
  // Length first: timingSafeEqual wants equal lengths, and the length of an HMAC is no secret.
  if (actual.length !== expected.length || actual.toString("base64url") !== given || !timingSafeEqual(actual, expected)) return undefined;
  return JSON.parse(Buffer.from(payload, "base64url").toString("utf8"));
}
