/** Instance tokens: what the server issued, signed, so that it grades nothing else. */
import { createHmac, timingSafeEqual } from "node:crypto";
import * as z from "zod";
import { derivedKey } from "../auth/secret";
import { expiredToken, forgedToken } from "../http/errors";

export const INSTANCE_HOURS = 24;

const seconds = z.number().int();
/** Practice: the token is the whole of what was issued, and its seed is public. */
const practiceClaims = z.strictObject({
  kind: z.string(),
  version: z.number().int(),
  seed: z.string(),
  level: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]),
  user: z.string(),
  /** The skill card it was drawn for. */
  card: z.string().optional(),
  /** Seconds since 1970. */
  iat: seconds,
  exp: seconds,
});
/** Graded work: the token names the row and says nothing of what is in it. */
const workClaims = z.strictObject({ work: z.string(), iat: seconds, exp: seconds });
const claims = z.union([workClaims, practiceClaims]);

export type InstanceClaims = z.infer<typeof practiceClaims>;
export type WorkClaims = z.infer<typeof workClaims>;

const signature = (payload: string): Buffer => createHmac("sha256", derivedKey("instance")).update(payload).digest();

/** base64url(JSON) "." base64url(HMAC-SHA256 of the former). */
export function signInstance(instance: InstanceClaims | WorkClaims): string {
  const payload = Buffer.from(JSON.stringify(instance)).toString("base64url");
  return `${payload}.${signature(payload).toString("base64url")}`;
}

/**
 * The claims of a token of ours, which may have expired.
 * @throws ApiError forged-token
 */
export function readClaims(token: string): InstanceClaims | WorkClaims {
  const [payload, given, ...rest] = token.split(".");
  if (!payload || !given || rest.length > 0) throw forgedToken();
  const expected = signature(payload);
  const actual = Buffer.from(given, "base64url");
  // Length first: timingSafeEqual wants equal lengths, and the length of an HMAC is no secret.
  if (actual.length !== expected.length || actual.toString("base64url") !== given || !timingSafeEqual(actual, expected))
    throw forgedToken();
  const parsed = claims.safeParse(JSON.parse(Buffer.from(payload, "base64url").toString("utf8")));
  if (!parsed.success) throw forgedToken();
  return parsed.data;
}

/**
 * The claims of a token of ours that still stands.
 * @throws ApiError forged-token, expired-token
 */
export function readInstance(token: string, now: number): InstanceClaims | WorkClaims {
  const read = readClaims(token);
  if (read.exp * 1000 <= now) throw expiredToken();
  return read;
}
