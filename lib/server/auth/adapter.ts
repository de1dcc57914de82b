/** What next-auth needs of the database for OAuth and magic links. Sessions are ours (session.ts), not next-auth's. */
import { prisma } from "../database";
import { normaliseEmail } from "@/lib/wire/email";
import { visibleText } from "@/lib/wire/visible";
import { revokeAllSessions } from "./session";
import { lockUser } from "./users";
import type { Adapter, AdapterAccount, AdapterUser } from "next-auth/adapters";
import type { User } from "../prisma/client";

const shape = (user: Pick<User, "id" | "email" | "emailVerified" | "name" | "image">): AdapterUser => ({
  id: user.id,
  // next-auth's type wants text; providers that share no address leave it empty.
  email: user.email ?? "",
  emailVerified: user.emailVerified,
  name: user.name,
  image: user.image,
});

/** A provider's name as ours are: visible, at most 40 units long, cut between characters; null where nothing is left. */
function shownName(given: string): string | null {
  let name = "";
  for (const character of visibleText(given)) {
    if (name.length + character.length > 40) break;
    name += character;
  }
  return name.trim() || null;
}

/**
 * @param guestId the guest who is signing in, if any: a first sign-in turns that very row into the account, so that everything
 *   earned stays where it is
 */
export function authAdapter(guestId: string | null): Adapter {
  return {
    async createUser(user: Omit<AdapterUser, "id">) {
      const email = normaliseEmail(user.email ?? "");
      const data = {
        guest: false,
        email,
        emailVerified: user.emailVerified,
        name: shownName(user.name ?? ""),
        image: user.image ?? null,
      };
      const row = await (
        await prisma()
      ).$transaction(async (tx) => {
        if (guestId !== null) {
          const locked = await lockUser(tx, guestId);
          if (locked.guest) return tx.user.update({ where: { id: locked.id }, data });
        }
        return tx.user.create({ data });
      });
      return shape(row);
    },
    async getUser(id) {
      const row = await (await prisma()).user.findFirst({ where: { id, deletedAt: null } });
      return row ? shape(row) : null;
    },
    async getUserByEmail(text) {
      const email = normaliseEmail(text);
      const row = email === null ? null : await (await prisma()).user.findFirst({ where: { email, deletedAt: null } });
      return row ? shape(row) : null;
    },
    async getUserByAccount({ provider, providerAccountId }) {
      const account = await (
        await prisma()
      ).account.findUnique({ where: { provider_providerAccountId: { provider, providerAccountId } }, include: { user: true } });
      return account && account.user.deletedAt === null ? shape(account.user) : null;
    },
    async updateUser({ id, emailVerified }) {
      const store = await prisma();
      const row = await store.$transaction(async (tx) => {
        const before = await tx.user.findUniqueOrThrow({ where: { id } });
        if (!emailVerified || before.emailVerified !== null) return before;
        // The first proof of owning the address. Whoever set a password before gave none, so that password and its sessions end.
        await revokeAllSessions(tx, id, emailVerified.getTime());
        return tx.user.update({ where: { id }, data: { emailVerified, passwordHash: null } });
      });
      return shape(row);
    },
    async linkAccount({ userId, type, provider, providerAccountId }: AdapterAccount) {
      await (await prisma()).account.create({ data: { userId, type, provider, providerAccountId } });
    },
    async createVerificationToken(token) {
      return (await prisma()).verificationToken.create({ data: token });
    },
    async useVerificationToken({ identifier, token }) {
      const store = await prisma();
      const row = await store.verificationToken.findUnique({ where: { identifier_token: { identifier, token } } });
      if (!row) return null;
      // Whoever deletes the row has used it: of two clicks at once, one wins.
      const { count } = await store.verificationToken.deleteMany({ where: { identifier, token } });
      return count === 1 ? row : null;
    },
  };
}
