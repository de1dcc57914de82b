/** Instance tokens: what the server issued, signed, so that it grades nothing else. */
import * as z from "zod";
import { readSigned, sign } from "../auth/signed";
import { expiredToken, forgedToken } from "../http/errors";
import { VOUCHED_MS } from "../learn/answered";

export const INSTANCE_SECONDS = VOUCHED_MS / 1000;
/** How long after its end practice still takes an answer that was given in time: a weekend without a network costs no work. */
const LATE_MS = 7 * 86_400_000;
const PURPOSE = "instance";

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
  /** The seed was chosen by the learner, not drawn by the server: feedback only. */
  chosen: z.literal(true).optional(),
  /** Seconds since 1970. */
  iat: seconds,
  exp: seconds,
});
/** Graded work: the token names the row and says nothing of what is in it. */
const workClaims = z.strictObject({ work: z.string(), iat: seconds, exp: seconds });
const claims = z.union([workClaims, practiceClaims]);

export type InstanceClaims = z.infer<typeof practiceClaims>;
export type WorkClaims = z.infer<typeof workClaims>;

export const signInstance = (instance: InstanceClaims | WorkClaims): string => sign(PURPOSE, instance);

/**
 * The claims of a token of ours, which may have expired.
 * @throws ApiError forged-token
 */
export function readClaims(token: string): InstanceClaims | WorkClaims {
  const parsed = claims.safeParse(readSigned(PURPOSE, token));
  if (!parsed.success) throw forgedToken();
  return parsed.data;
}

/**
 * The claims of a token of ours that still stands. Graded work ends when it ends; practice also takes an answer that arrives late.
 * @param answeredAt when it was answered, by the browser's clock
 * @throws ApiError forged-token, expired-token
 */
export function readInstance(token: string, now: number, answeredAt = now): InstanceClaims | WorkClaims {
  const read = readClaims(token);
  const end = read.exp * 1000;
  const inTime = end > now || (!("work" in read) && answeredAt < end && end + LATE_MS > now);
  if (!inTime) throw expiredToken();
  return read;
}
