import { createTransport } from "nodemailer";
import type { mailServer } from "../env";

interface Message {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/**
 * Sends one message.
 * @throws when the server refuses it
 */
export async function sendMail({ server, from }: NonNullable<ReturnType<typeof mailServer>>, message: Message): Promise<void> {
  const sent = await createTransport(server).sendMail({ from, ...message });
  if (sent.rejected.length > 0) throw new Error("the mail server refused the address");
}
