/** Work stays a learner's own when a guest becomes an account. */
import { canUseInstance } from "../policy";
import type { Store } from "../database";

/** Whether `userId` is `learnerId`, or the account that the work of the guest `learnerId` moved into. */
export async function actsFor(store: Store, userId: string, learnerId: string): Promise<boolean> {
  if (canUseInstance({ id: userId }, { issuedTo: learnerId, heirId: null })) return true;
  const guest = await store.user.findUnique({ where: { id: learnerId }, select: { mergedIntoId: true } });
  return canUseInstance({ id: userId }, { issuedTo: learnerId, heirId: guest?.mergedIntoId ?? null });
}
