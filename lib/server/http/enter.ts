/** Who may come in: the same for a JSON answer and for a stream. */
import { currentSession, type Session } from "../auth/session";
import { canAdminister } from "../policy";
import { forbidden, nobody } from "./errors";
import { consume, refund } from "./limits";
import { addressOf } from "./origin";
import type { Route } from "@/lib/wire/route";

export interface Entered {
  /** Null only where the route is open to anyone. */
  readonly session: Session | null;
  readonly address: string;
  /** To be called where nothing was made: gives back the use of a limit that counts what was. */
  readonly giveBack: () => Promise<void>;
}

/**
 * Reads the session, holds the route's access and counts the call.
 * @throws ApiError no-session, forbidden, rate-limited
 */
export async function enter({ access, limit }: Pick<Route, "access" | "limit">, request: Request): Promise<Entered> {
  const session = await currentSession(request.headers);
  const user = session?.user ?? null;
  if (access !== "anyone" && user === null) throw nobody();
  if (access === "admin" && (user === null || !canAdminister(user))) throw forbidden();
  const address = addressOf(request.headers);
  const who = limit?.by === "user" && user ? user.id : address;
  if (limit?.made) await consume("write", who);
  if (limit) await consume(limit.name, who);
  const giveBack = async () => {
    if (limit?.made) await refund(limit.name, who);
  };
  return { session, address, giveBack };
}
