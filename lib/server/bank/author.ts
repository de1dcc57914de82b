import { lockUser } from "../auth/users";
import { prisma, type Store, type Transaction } from "../database";
import { forbidden } from "../http/errors";
import { mayWriteQuestions } from "../policy";
import type { SessionUser } from "../auth/session";

async function teaches(store: Store, userId: string): Promise<boolean> {
  return (await store.cohortMember.count({ where: { userId, role: "INSTRUCTOR", leftAt: null } })) > 0;
}

/** Whether somebody may write questions, as their office and places stand. */
export const isAuthor = async (store: Store, user: Pick<SessionUser, "id" | "guest" | "role">): Promise<boolean> =>
  mayWriteQuestions({ ...user, teaches: await teaches(store, user.id) });

/**
 * Writes in somebody's bank, one write after the other: what is counted is counted under the lock of their row.
 * @throws ApiError forbidden
 */
export async function writeInBank<T>(userId: string, write: (tx: Transaction, owner: string) => Promise<T>): Promise<T> {
  return (await prisma()).$transaction(async (tx) => {
    const user = await lockUser(tx, userId);
    const { role } = await tx.user.findUniqueOrThrow({ where: { id: user.id }, select: { role: true } });
    if (!(await isAuthor(tx, { id: user.id, guest: user.guest, role }))) throw forbidden();
    return write(tx, user.id);
  });
}
