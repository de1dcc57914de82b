/** Another password for the account that is signed in. */
import { provePassword } from "../auth/credentials";
import { hashPassword } from "../auth/password";
import { revokeAllSessions, startSession } from "../auth/session";
import { lockUser, type Caller } from "../auth/users";
import { prisma, type Transaction } from "../database";
import type { BodyOf } from "@/lib/wire/route";
import type * as account from "@/lib/wire/account";

/** Sets the password and ends every session of the account, and every link to set another one. */
export async function setPassword(tx: Transaction, userId: string, passwordHash: string, now: number): Promise<void> {
  await tx.user.update({ where: { id: userId }, data: { passwordHash } });
  await tx.passwordReset.deleteMany({ where: { userId } });
  await revokeAllSessions(tx, userId, now);
}

/**
 * Changes the password of the caller's own account. Answers the id of this browser's new session: all earlier ones have ended.
 * @throws ApiError no-password, wrong-password, rate-limited
 */
export async function changePassword(
  userId: string,
  { current, password }: BodyOf<typeof account.changePassword>,
  { address, userAgent, now }: Pick<Caller, "address" | "userAgent" | "now">,
): Promise<string> {
  await provePassword(userId, current, "current", address);
  const passwordHash = await hashPassword(password, address);
  return (await prisma()).$transaction(async (tx) => {
    const { id } = await lockUser(tx, userId);
    await setPassword(tx, id, passwordHash, now);
    return startSession(tx, id, userAgent, now);
  });
}
