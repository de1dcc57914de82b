/** What waits in an inbox, by mail: for who asked for it, at most once an hour, and without a word of what was written. */
import { sendMail } from "../auth/mail";
import { readSigned, sign } from "../auth/signed";
import { prisma } from "../database";
import { ofPerson } from "./read";
import { localUrl, mailServer, siteUrl } from "../env";
import { forgedToken, notFound } from "../http/errors";
import * as z from "zod";

const PURPOSE = "inbox-mail";
const HOUR = 3_600_000;
/** Mails that one round sends. */
const MOST = 200;

const claims = z.object({ user: z.string() });

/** Turns it on or off. @throws ApiError not-found where there is nowhere to send it */
export async function mailInbox(userId: string, on: boolean): Promise<{ on: boolean }> {
  const { count } = await (
    await prisma()
  ).user.updateMany({ where: { id: userId, ...(on ? { email: { not: null } } : {}) }, data: { inboxMail: on } });
  if (count === 0) throw notFound();
  return { on };
}

/** What the link in a mail says, which works for as long as there is the account. */
export const offToken = (userId: string): string => sign(PURPOSE, { user: userId });

/** @throws ApiError forged-token */
export async function endInboxMail(token: string): Promise<{ off: true }> {
  const read = claims.safeParse(signedOrNothing(token));
  if (!read.success) throw forgedToken();
  await (await prisma()).user.updateMany({ where: { id: read.data.user }, data: { inboxMail: false } });
  return { off: true };
}

function signedOrNothing(token: string): unknown {
  try {
    return readSigned(PURPOSE, token);
  } catch {
    return undefined;
  }
}

/**
 * Sends what is due. Whoever is written to is claimed first, so that of two servers one writes; a mail that cannot be sent is not tried
 * again: what it told of waits in the inbox. Answers how many were sent.
 */
export async function sendInboxMail(now: number): Promise<number> {
  const mail = mailServer();
  if (mail === undefined) return 0;
  const store = await prisma();
  const waiting = { readAt: null, mailedAt: null };
  const somewhere = { leftAt: null, inbox: { some: waiting } };
  const due = {
    inboxMail: true,
    deletedAt: null,
    email: { not: null },
    OR: [{ inboxMailedAt: null }, { inboxMailedAt: { lte: new Date(now - HOUR) } }],
  };
  const users = await store.user.findMany({
    where: { ...due, AND: { OR: [{ groups: { some: somewhere } }, { cohorts: { some: somewhere } }] } },
    select: { id: true, email: true, locale: true },
    take: MOST,
  });
  let sent = 0;
  for (const { id, email, locale } of users) {
    const { count: claimed } = await store.user.updateMany({ where: { id, ...due }, data: { inboxMailedAt: new Date(now) } });
    if (claimed === 0 || email === null) continue;
    const { count } = await store.inboxEntry.updateMany({
      where: { ...waiting, ...ofPerson(id) },
      data: { mailedAt: new Date(now) },
    });
    if (count === 0) continue;
    try {
      await sendMail(mail, { to: email, ...letter(count, `${siteUrl() ?? localUrl()}/${locale === "en" ? "en" : "ko"}`, offToken(id)) });
      sent++;
    } catch (error) {
      // The log names no address.
      console.error(`[inbox] a mail could not be sent: ${error instanceof Error ? error.message : "unknown"}`);
    }
  }
  return sent;
}

const letter = (count: number, site: string, token: string): { subject: string; text: string } => ({
  subject: `BoxUp 알림 ${count}개 · ${count} new in your BoxUp inbox`,
  text: `새 알림이 ${count}개 있어요.\nThere ${count === 1 ? "is 1 new message" : `are ${count} new messages`} in your inbox.\n\n${site}/inbox\n\n메일로 그만 받으려면 여기를 눌러 주세요.\nStop these mails here.\n\n${site}/inbox/off#${token}\n`,
});
