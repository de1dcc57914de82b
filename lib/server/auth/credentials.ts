/** Signing in with e-mail and password. */
import { consume, refund } from "../http/limits";
import { prisma } from "../database";
import { noPassword, wrongPassword } from "../http/errors";
import { normaliseEmail } from "@/lib/wire/email";
import { passwordMatches } from "./password";

/**
 * The account of (email, password), or null. Unknown address and wrong password are one answer and take one time.
 * Only failures count as tries: 10 in 15 minutes for an account, and as many from one address.
 * @throws ApiError "rate-limited" after that
 */
export async function checkCredentials(email: string, password: string, address: string): Promise<{ id: string } | null> {
  const normal = normaliseEmail(email);
  const account = normal ?? "malformed";
  await consume("login-address", address);
  await consume("login-account", account);
  const user =
    normal === null || password.length > 200
      ? null
      : await (await prisma()).user.findUnique({ where: { email: normal }, select: { id: true, passwordHash: true, deletedAt: true } });
  const matches = await passwordMatches(user?.passwordHash, password.slice(0, 200));
  if (!matches || !user || user.deletedAt !== null) return null;
  await Promise.all([refund("login-address", address), refund("login-account", account)]);
  return { id: user.id };
}

/**
 * Holds that whoever is signed in as `userId` knows the account's password. Counts with the tries to sign in, so that a borrowed session
 * does not guess more often than anybody else.
 * @param field the body's field that holds it, for the page to point at
 * @throws ApiError no-password, wrong-password, rate-limited
 */
export async function provePassword(userId: string, password: string, field: string, address: string): Promise<void> {
  const user = await (await prisma()).user.findUnique({ where: { id: userId }, select: { email: true, passwordHash: true } });
  if (!user?.email || user.passwordHash === null) throw noPassword();
  const proven = await checkCredentials(user.email, password, address);
  if (proven?.id !== userId) throw wrongPassword(field);
}
