/** A round of practice for whoever is here: an instance, and a guest to play it where nobody is. */
import { createGuest, type Caller } from "../auth/users";
import { kindOf, type Services } from "../catalog";
import { unknownKind } from "../http/errors";
import { consume } from "../http/limits";
import { issueInstance } from "./issue";
import type { OpenedRound, RoundRequest } from "@/lib/wire/rounds";

export interface Opened {
  readonly round: OpenedRound;
  /** The session that began with it; null for whoever had one. */
  readonly sessionId: string | null;
}

/**
 * Issues practice to the caller, who becomes a guest on the way where they are nobody yet. Limits are those of the two: guests of an
 * address, instances of a learner. What cannot be played makes no guest.
 * @throws ApiError unknown-kind, bad-time-zone, rate-limited
 */
export async function openRound(
  services: Services,
  { user, address, userAgent, now }: Omit<Caller, "sessionId">,
  { timeZone, locale, ...wish }: RoundRequest,
): Promise<Opened> {
  if (!kindOf(services.catalog, wish.kind)) throw unknownKind();
  const setting = { timeZone, locale };
  const { userId, sessionId } =
    user === null ? await createGuest(setting, { address, userAgent, now }) : { userId: user.id, sessionId: null };
  await consume("instances", userId);
  const instance = await issueInstance(services, userId, wish, now);
  return { round: { instance, learner: userId, begun: sessionId !== null }, sessionId };
}
