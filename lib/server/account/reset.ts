/**
 * A new password without the old one, by a link that works once. The link goes to the account's address where mail is set up, otherwise to
 * the server's console, whose reader hands it on.
 */
import { createHash, randomBytes } from "node:crypto";
import { normaliseEmail } from "@/lib/wire/email";
import { sendMail } from "../auth/mail";
import { hashPassword } from "../auth/password";
import { triesOf } from "../auth/tries";
import { lockUser } from "../auth/users";
import { prisma } from "../database";
import { localUrl, mailServer, siteUrl } from "../env";
import { badEmail, staleResetLink } from "../http/errors";
import { consume } from "../http/limits";
import { setPassword } from "./password";
import type { Device } from "../auth/device";
import type * as account from "@/lib/wire/account";
import type { BodyOf } from "@/lib/wire/route";

/** How long a link works. */
const LINK_MS = 30 * 60_000;

const hashOf = (token: string): string => createHash("sha256").update(token).digest("hex");

/** Links that are being made and sent. */
const underway = new Set<Promise<void>>();

/** Resolves once every link asked for so far is on its way. */
export async function resetsSent(): Promise<void> {
  await Promise.all(underway);
}

/**
 * Asks for a link. Whether there is such an account is looked up after the answer, so that neither its words nor its time tell. Tries are
 * counted by the address written, whether or not it has an account.
 * @throws ApiError bad-email, rate-limited
 */
export async function askForReset(
  { email, locale = "ko" }: BodyOf<typeof account.askForReset>,
  address: string,
  now: number,
): Promise<account.ResetAsked> {
  const normal = normaliseEmail(email);
  if (normal === null) throw badEmail();
  await consume("reset-address", address);
  await consume("reset-account", normal);
  const sending: Promise<void> = sendLink(normal, locale, now)
    // The log names neither the address nor the link.
    .catch((error: unknown) => console.error(`[password] a link could not be sent: ${error instanceof Error ? error.message : "unknown"}`))
    .finally(() => underway.delete(sending));
  underway.add(sending);
  return { by: mailServer() ? "mail" : "console" };
}

async function sendLink(email: string, locale: "ko" | "en", now: number): Promise<void> {
  const store = await prisma();
  const user = await store.user.findFirst({ where: { email, guest: false, deletedAt: null, mergedIntoId: null }, select: { id: true } });
  if (!user) return;
  const mail = mailServer();
  const token = randomBytes(32).toString("base64url");
  await store.passwordReset.create({
    data: {
      tokenHash: hashOf(token),
      userId: user.id,
      mailed: mail !== undefined,
      createdAt: new Date(now),
      expiresAt: new Date(now + LINK_MS),
    },
  });
  // Behind "#", where no server on the way and no log sees it. Never a request's own host, which anybody can make up.
  const link = `${siteUrl() ?? localUrl()}/${locale}/reset#${token}`;
  if (mail === undefined) {
    console.log(`[password] ${email} asked for a new password. Hand on this link; it works once, for 30 minutes:\n[password] ${link}`);
    return;
  }
  await sendMail(mail, {
    to: email,
    subject: "BoxUp 비밀번호 재설정 · Set a new BoxUp password",
    text: `아래 링크에서 새 비밀번호를 정할 수 있어요. 30분 동안 한 번만 쓸 수 있어요.\nSet a new password for BoxUp here. The link works once, for 30 minutes.\n\n${link}\n\n요청하지 않았다면 이 메일을 무시해 주세요. 비밀번호는 그대로예요.\nIf you did not ask for this, you can ignore this message. Your password stays as it is.\n`,
  });
}

/**
 * Sets a new password by a link's token and ends every session of the account, whose id it answers. Of two uses at once, one wins.
 * @param device the browser that the link was opened in: what was guessed in it before keeps nobody from signing in there next
 * @throws ApiError stale-reset-link
 */
export async function resetPassword(
  { token, password }: BodyOf<typeof account.resetPassword>,
  { address, device, now }: { readonly address: string; readonly device: Device | null; readonly now: number },
): Promise<string> {
  const store = await prisma();
  const live = { tokenHash: hashOf(token), expiresAt: { gt: new Date(now) }, user: { deletedAt: null } };
  const found = await store.passwordReset.findFirst({
    where: live,
    select: { userId: true, mailed: true, user: { select: { email: true } } },
  });
  if (!found) throw staleResetLink();
  const passwordHash = await hashPassword(password, address);
  const userId = await store.$transaction(async (tx) => {
    const { id } = await lockUser(tx, found.userId);
    const { count } = await tx.passwordReset.deleteMany({ where: live });
    if (count !== 1) throw staleResetLink();
    await setPassword(tx, id, passwordHash, now);
    // Whoever opened a mailed link owns the address.
    if (found.mailed) await tx.user.updateMany({ where: { id, emailVerified: null }, data: { emailVerified: new Date(now) } });
    return id;
  });
  if (device !== null && found.user.email !== null) await triesOf(found.user.email, { own: device.id }).succeeded();
  return userId;
}

/** Removes links, to set a password and to sign in, that no longer work; called now and then by the server. */
export async function forgetOldLinks(now: number): Promise<void> {
  const store = await prisma();
  const over = { lt: new Date(now) };
  await store.passwordReset.deleteMany({ where: { expiresAt: over } });
  await store.verificationToken.deleteMany({ where: { expires: over } });
}
