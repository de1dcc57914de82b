import type { PracticeInstance } from "@/lib/wire/play";
import { openRound as route, type RoundRequest } from "@/lib/wire/rounds";
import { send } from "./send";
import { askWhoIsHere, beginWith, forgetSession, pageLocale, sessionUnderWay } from "./session";
import { zoned } from "./zoned";

/** False where the browser was given a session and comes without one; what the server does not answer says nothing. */
async function stillHere(): Promise<boolean> {
  const me = await askWhoIsHere().catch(() => null);
  if (me === null || me.user !== null) return true;
  forgetSession();
  return false;
}

/**
 * A round of practice. Where nobody is here yet a guest begins with it, so that nothing has to be asked before; of several writes at once
 * the first begins one and the others wait.
 * @returns what was issued, and whether the browser kept a session that began, once that is known
 * @throws ApiError
 */
export async function openRound(
  wish: Pick<RoundRequest, "kind" | "level" | "seed">,
): Promise<{ readonly ticket: PracticeInstance; readonly kept?: Promise<boolean> }> {
  const before = sessionUnderWay();
  if (before !== null) await before.catch(() => undefined);
  const asked = zoned((timeZone) => send(route, { body: { ...wish, locale: pageLocale(), timeZone } }));
  beginWith(asked);
  const { instance, begun } = await asked;
  return { ticket: instance, kept: begun ? stillHere() : undefined };
}
