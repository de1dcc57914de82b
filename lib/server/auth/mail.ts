import { createTransport } from "nodemailer";
import type { mailServer } from "../env";

interface Message {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** A mail server that does not answer for this long, in milliseconds, is given up. */
const PATIENCE = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000, dnsTimeout: 10_000 };

/**
 * Sends one message.
 * @throws when the server refuses it or does not answer
 */
export async function sendMail({ server, from }: NonNullable<ReturnType<typeof mailServer>>, message: Message): Promise<void> {
  const sent = await createTransport({ url: server, ...PATIENCE }).sendMail({ from, ...message });
  if (sent.rejected.length > 0) throw new Error("the mail server refused the address");
}
