import type { PracticeInstance } from "@/lib/wire/play";
import { openRound as route, type RoundRequest } from "@/lib/wire/rounds";
import { send } from "./send";
import { askAndBegin } from "./session";

/**
 * A round of practice, for the guest that begins with it where nobody is here yet.
 * @returns what was issued, and whether the browser kept the guest's session, once that is known
 * @throws ApiError
 */
export async function openRound(
  wish: Pick<RoundRequest, "kind" | "level" | "seed">,
): Promise<{ readonly ticket: PracticeInstance; readonly kept: Promise<boolean> }> {
  const { reply, kept } = await askAndBegin((setting) => send(route, { body: { ...wish, ...setting } }));
  return { ticket: reply.instance, kept };
}
