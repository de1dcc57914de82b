/** Signing in with a class code, a nickname and a PIN: accounts of schools, without e-mail (docs/decisions/0023). */
import { normaliseCode } from "@/lib/groups";
import { nicknameKey } from "@/lib/wire/rosterRules";
import { prisma } from "../database";
import { noPin, wrongPin } from "../http/cohortErrors";
import { check, type Origin } from "./credentials";
import { hasSignedInOn } from "./device";
import { triesOf } from "./tries";

/** What tries are counted by. The id of the cohort, not its code: a new code gives nobody new tries. */
const accountOf = (cohortId: string, nickname: string): string => `school ${cohortId} ${nickname}`;
/** Longest nickname that is looked up. */
const LONGEST = 200;

/**
 * The account that code, nickname and PIN open, or null. An unknown code, an unknown nickname and a wrong PIN are one answer, take one
 * path and one time, and count as decision 0012 has it.
 * @throws ApiError rate-limited; sign-in-busy when more sign in than can be checked
 */
export async function checkSchool(typed: string, name: string, pin: string, { address, device }: Origin): Promise<{ id: string } | null> {
  const code = normaliseCode(typed) ?? "";
  const nickname = nicknameKey(name.slice(0, LONGEST));
  const account = await (
    await prisma()
  ).schoolAccount.findFirst({
    where: { nickname, cohort: { classCode: code } },
    select: { cohortId: true, pinHash: true, pinSetAt: true, user: { select: { id: true, deletedAt: true } } },
  });
  const user = account && { ...account.user, passwordHash: account.pinHash };
  const way = user !== null && hasSignedInOn(device, user.id) ? { own: device.id } : { address };
  const tries = triesOf(accountOf(account?.cohortId ?? code, nickname), way, { since: account?.pinSetAt?.getTime() ?? 0 });
  return check(user, pin.trim(), tries, address);
}

/**
 * Holds that whoever is signed in as `userId` knows the account's PIN.
 * @throws ApiError no-pin, wrong-pin, rate-limited, sign-in-busy
 */
export async function provePin(userId: string, pin: string, address: string): Promise<void> {
  const account = await (
    await prisma()
  ).schoolAccount.findUnique({
    where: { userId },
    select: { cohortId: true, nickname: true, pinHash: true, pinSetAt: true, user: { select: { id: true, deletedAt: true } } },
  });
  if (account === null || account.pinHash === null) throw noPin();
  const tries = triesOf(accountOf(account.cohortId, account.nickname), { own: "session" }, { since: account.pinSetAt?.getTime() ?? 0 });
  if ((await check({ ...account.user, passwordHash: account.pinHash }, pin, tries, address)) === null) throw wrongPin();
}
