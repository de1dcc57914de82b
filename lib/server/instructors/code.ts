/** The code that makes a site's first instructor: printed on the console at the start, while nobody has used it and nobody teaches. */
import { createHmac } from "node:crypto";
import { codeOf } from "@/lib/groups";
import { derivedKey } from "../auth/secret";
import { lockUser, type Caller } from "../auth/users";
import { prisma } from "../database";
import { localUrl, siteUrl } from "../env";
import { classAccountNeeded } from "../http/cohortErrors";
import { codeHash, lookedUp } from "../invitations/codes";
import { gainsByCode, joinRefusal } from "../policy";

/** One for each secret, so that several servers of a site print the same one, and none is kept but as a hash. */
const firstCode = (): string => codeOf(createHmac("sha256", derivedKey("instructor-code")).update("first").digest());

/** The code, where it still makes somebody an instructor; null otherwise. */
export async function openInstructorCode(): Promise<string | null> {
  const store = await prisma();
  if ((await store.user.count({ where: { role: "INSTRUCTOR", deletedAt: null } })) > 0) return null;
  const code = firstCode();
  const { usedAt } = await store.instructorCode.upsert({
    where: { codeHash: codeHash(code) },
    create: { codeHash: codeHash(code) },
    update: {},
    select: { usedAt: true },
  });
  return usedAt === null ? code : null;
}

/** Prints the code at the server's start. */
export async function printInstructorCode(): Promise<void> {
  const code = await openInstructorCode();
  if (code === null) return;
  console.log(
    `[teach] nobody teaches here yet. Whoever enters this code, signed in, becomes an instructor; it works once: ${code}\n[teach] ${siteUrl() ?? localUrl()}/teach`,
  );
}

/**
 * Makes the caller an instructor by the code. Of two uses at once, one wins.
 * @throws ApiError account-needed, rate-limited, and not-found for whatever is not the code, or no longer
 */
export function becomeInstructor(
  userId: string,
  typed: string,
  { address, now }: Pick<Caller, "address" | "now">,
): Promise<{ teaches: true }> {
  return lookedUp(typed, address, async (code) =>
    (await prisma()).$transaction(async (tx) => {
      const user = await lockUser(tx, userId);
      if (joinRefusal(user, null) === "guest") throw classAccountNeeded();
      if ((await tx.user.count({ where: { role: "INSTRUCTOR", deletedAt: null } })) > 0) return null;
      const { count } = await tx.instructorCode.updateMany({
        where: { codeHash: codeHash(code), usedAt: null },
        data: { usedAt: new Date(now) },
      });
      if (count === 0) return null;
      const { role } = await tx.user.findUniqueOrThrow({ where: { id: user.id }, select: { role: true } });
      if (gainsByCode({ role })) await tx.user.update({ where: { id: user.id }, data: { role: "INSTRUCTOR" } });
      return { teaches: true as const };
    }),
  );
}
