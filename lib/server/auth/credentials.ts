/** Signing in with e-mail and password. */
import { prisma } from "../database";
import { noPassword, wrongPassword } from "../http/errors";
import { normaliseEmail } from "@/lib/wire/email";
import { hasSignedInOn, type Device } from "./device";
import { inHashingTurn, passwordMatches } from "./password";
import { triesOf, type Tries } from "./tries";

/** Where a try comes from. */
export interface Origin {
  readonly address: string;
  readonly device: Device | null;
}

const LONGEST = 200;
const FACTS = { id: true, passwordHash: true, deletedAt: true } as const;
export type Found = { id: string; passwordHash: string | null; deletedAt: Date | null } | null;

/**
 * Whether `password` opens the account, counted by `tries`.
 * @param address whose turn it is at the hashing
 */
export async function check(user: Found, password: string, tries: Tries, address: string): Promise<{ id: string } | null> {
  await tries.refuseSpent();
  return inHashingTurn(address, async () => {
    // Again, now that it is our turn: of a thousand guesses that arrive together, as many are heard as one by one.
    await tries.refuseSpent();
    const matches = await passwordMatches(user?.passwordHash, password.slice(0, LONGEST));
    if (!matches || !user || user.deletedAt !== null || password.length > LONGEST) {
      await tries.failed();
      return null;
    }
    await tries.succeeded();
    return { id: user.id };
  });
}

/**
 * The account of (email, password), or null. Unknown address and wrong password are one answer, take one path and one time. Only wrong
 * passwords count as tries, and a stranger's count against strangers: see tries.ts.
 * @throws ApiError rate-limited; sign-in-busy when more sign in than can be checked
 */
export async function checkCredentials(email: string, password: string, { address, device }: Origin): Promise<{ id: string } | null> {
  const normal = normaliseEmail(email);
  // Looked up also for what is no address: an account cannot be told from none by the steps that are taken.
  const user = await (await prisma()).user.findUnique({ where: { email: normal ?? "" }, select: FACTS });
  const way = user !== null && hasSignedInOn(device, user.id) ? { own: device.id } : { address };
  return check(user, password, triesOf(normal ?? "malformed", way), address);
}

/**
 * Holds that whoever is signed in as `userId` knows the account's password. Counted for the account's sessions alone: a borrowed one does
 * not guess more often than anybody else, and who guesses elsewhere does not keep the owner from it.
 * @param field the body's field that holds it, for the page to point at
 * @throws ApiError no-password, wrong-password, rate-limited, sign-in-busy
 */
export async function provePassword(userId: string, password: string, field: string, address: string): Promise<void> {
  const user = await (await prisma()).user.findUnique({ where: { id: userId }, select: { ...FACTS, email: true } });
  if (!user?.email || user.passwordHash === null) throw noPassword();
  if ((await check(user, password, triesOf(user.email, { own: "session" }), address)) === null) throw wrongPassword(field);
}
