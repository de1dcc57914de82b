/** Who may come in: the same for a JSON answer and for a stream. */
import { currentSession, type Session, type SessionUser } from "../auth/session";
import { canAdminister } from "../policy";
import { forbidden, nobody } from "./errors";
import { consume, type LimitName } from "./limits";
import { addressOf } from "./origin";

/** Who may call: anybody, anybody with a session (guests too), or those with a role. */
export type Access = "anyone" | "user" | "admin";

export interface Admission {
  readonly access: Access;
  readonly limit?: { readonly name: LimitName; readonly by: "user" | "address" };
}

/** The user that a handler is given: somebody, wherever the route asks for a session. */
export type UserFor<A extends Access> = A extends "anyone" ? SessionUser | null : SessionUser;

export interface Admitted {
  readonly session: Session | null;
  readonly address: string;
}

/**
 * Reads the session, holds the route's access and counts the call.
 * @throws ApiError no-session, forbidden, rate-limited
 */
export async function admit(request: Request, { access, limit }: Admission): Promise<Admitted> {
  const session = await currentSession(request.headers);
  const user = session?.user ?? null;
  if (access !== "anyone" && user === null) throw nobody();
  if (access === "admin" && (user === null || !canAdminister(user))) throw forbidden();
  const address = addressOf(request.headers);
  if (limit) await consume(limit.name, limit.by === "user" && user ? user.id : address);
  return { session, address };
}
